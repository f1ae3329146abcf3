"""Articles that say again what another says: the same page, the same text, a reprint.

A reprint is no mistake: merging counts it as an echo of the first. Only the same article twice is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from headcount import addresses
from headcount.merge.echoes import near_identical, publisher_of, shingles
from headcount.merge.facts import report_order
from headcount.merge.gather import words_of
from headcount.model import Article, Place, Problem, Publisher


def twice(
    new: Article, others: Sequence[Article], publishers: Sequence[Publisher], place: Place
) -> Iterator[Problem]:
    """Why an article can't be added, told at `place`: it is there already."""
    words, outlet = words_of(new.body), publisher_of(new, publishers)
    for other in others:
        if new.url and other.url and addresses.plain(new.url) == addresses.plain(other.url):
            message = f"{new.url} is the address of {other.file} already"
            remedy = "if the page has changed since, edit that file; if not, there is nothing to do"
            yield Problem(place, "url", message, remedy)
        elif publisher_of(other, publishers) == outlet and words_of(other.body) == words:
            message = f"{other.file} has the same words from the same publisher"
            remedy = "if something else is wrong there, edit that file"
            yield Problem(place, "same", message, remedy)


def reprints(articles: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Each article that is nearly the text of an earlier one, with the one nearest to it.

    Earlier by the date of publication, then by id. Texts are compared only with those that share
    runs of words with them, so that a thousand articles are soon read.
    """
    cuts = {article.id: shingles(article.body) for article in articles}
    by_id = {article.id: article for article in articles}
    holders: dict[tuple[str, ...], list[str]] = {}
    for article in sorted(articles, key=lambda one: (*report_order(one.published), one.id)):
        mine = cuts[article.id]
        shared = Counter(id_ for cut in mine for id_ in holders.get(cut, ()))
        near = sorted(shared, key=lambda id_: (-shared[id_], id_))
        first = next((id_ for id_ in near if near_identical(mine, cuts[id_])), None)
        if first is not None:
            yield article, by_id[first]
        for cut in mine:
            holders.setdefault(cut, []).append(article.id)


def echoes(articles: Sequence[Article]) -> Iterator[Problem]:
    """A warning for each reprint."""
    for article, first in reprints(articles):
        yield _echo(article, f"this is {how(article, first)} {first.id}; it counts as an echo")


def echoes_of(new: Article, articles: Sequence[Article]) -> Iterator[Problem]:
    """Warnings about a new article: that it is a reprint, or that others turn out to be its."""
    for article, first in reprints(articles):
        if new == article:
            yield _echo(new, f"this is {how(article, first)} {first.id}; it counts as an echo")
        elif new == first:
            yield _echo(new, f"{article.id} is {how(article, first)} this; it counts as its echo")


def how(article: Article, first: Article) -> str:
    """How near two texts are."""
    same = words_of(article.body) == words_of(first.body)
    return "word for word" if same else "nearly the text of"


def _echo(article: Article, message: str) -> Problem:
    remedy = "nothing is to be done, unless one of the two was added by mistake: then delete it"
    return Problem(Place(article.file), "echo", message, remedy, "warning")
