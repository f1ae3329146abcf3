"""Which claim an editor means: by its id, or by an article and words of it.

Words survive what ids don't: a better rule that reads one more field gives a claim another id,
and the sentence stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields

from headcount import schema
from headcount.model import Article, Claim, Problem, Quote, Span
from headcount.source import slug
from headcount.yamlfile import Scalar

ID = re.compile(r"c-[0-9a-f]{10}")
COPY = "copy them from the article"
"""What to do about words that do not stand there."""

NUMBERS = ("jobs", "percent", "money")
OTHERS = ("date", "status", "terms", "said_by", "organisation")


ALIKE = str.maketrans("‘’“”–—‑\u00a0\u202f", "''\"\"---  ")
"""Marks that look alike, one for one."""


def reference(article: str, words: str) -> str:
    """The one text that stands for an article and words of a claim in it."""
    return f"{article}#{' '.join(words.split())}"


def resolve(reference: str, claims: Sequence[Claim]) -> str:
    """The id of the one claim that `reference` means, or why there isn't one.

    A claim of the article is meant if its quote contains the words (or lies within them). Of
    several, the one whose number stands in the words is, then the one whose other fields do;
    a tie is no answer.
    """
    if ID.fullmatch(reference):
        known = any(claim.id == reference for claim in claims)
        return reference if known else f"no claim has the id {reference}"
    article, _, words = reference.partition("#")
    if not words or slug(article) != article:
        return f'"{reference}" is neither a claim\'s id nor an article and words'
    own = [claim for claim in claims if claim.article == article]
    if not own:
        return f'the article "{article}" has no claim'
    found = [(claim, at) for claim in own if (at := _where(claim, words)) is not None]
    for names in (NUMBERS, (*NUMBERS, *OTHERS)):
        best = max((_stated(claim, names, at) for claim, at in found), default=0)
        found = [(claim, at) for claim, at in found if _stated(claim, names, at) == best]
    ids = sorted({claim.id for claim, _ in found})
    if len(ids) == 1:
        return ids[0]
    if not ids:
        return f'no claim of "{article}" has the words "{words}"'
    kinds = ", ".join(f"{claim.id} ({claim.kind})" for claim, _ in found)
    return f'"{words}" may mean {len(ids)} claims of "{article}": {kinds}'


def former(id_: str, article: str, gone: bool) -> tuple[str, str]:
    """What is wrong with an id that a claim of `article` once had, and what to write instead."""
    if gone:
        remedy = "delete this; if that file was renamed, write that article and words of the claim"
        return f'{id_} was a claim of "{article}", which is gone', remedy
    return f'{id_} was a claim of "{article}", which reads otherwise now', AGAIN


AGAIN = "write a claim's id, or its article and words that stand in it once"


def told(reference: str) -> str:
    """A reference as a message names it."""
    article, _, words = reference.partition("#")
    return f'"{words}" in {article}' if words else reference


def pattern(words: str) -> re.Pattern[str]:
    """Verbatim words, whose white space may be broken over lines."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))


def locate(words: Scalar, article: Article) -> Quote | Problem:
    """Where verbatim words stand in an article's body: exactly once, or a problem."""
    found = list(pattern(words.text).finditer(article.body)) if words.text.strip() else []
    if len(found) == 1:
        return Quote(Span("body", found[0].start(), found[0].end()), found[0][0])
    stand = f"stand {len(found)} times" if found else "do not stand"
    message = f'these words {stand} in "{article.id}": {schema.shown(words)}'
    remedy = "write more of the sentence" if found else alike(words.text, article.body)
    return Problem(words.place, "words", message, remedy)


def alike(words: str, text: str) -> str:
    """What to write instead of words that the text has with other quotation marks or case."""
    loose = re.compile(pattern(words.translate(ALIKE)).pattern, re.IGNORECASE)
    if (found := loose.search(text.translate(ALIKE))) is not None:
        return f"write them as the article does: {' '.join(text[slice(*found.span())].split())}"
    return COPY


def _where(claim: Claim, words: str) -> Span | None:
    """Where the words stand in the claim's part of the article; its quote, if it is in them."""
    start = claim.quote.at.start
    if (found := pattern(words).search(claim.quote.text)) is not None:
        return Span(claim.quote.at.in_, start + found.start(), start + found.end())
    inside = pattern(claim.quote.text).search(words) if claim.quote.text.strip() else None
    return claim.quote.at if inside is not None else None


def _stated(claim: Claim, names: tuple[str, ...], at: Span) -> int:
    """How many of these fields have their words inside `at`."""
    return sum(
        span.in_ == at.in_ and at.start < span.end and span.start < at.end
        for span in _spans(claim, names)
    )


def _spans(claim: Claim, names: tuple[str, ...]) -> Iterator[Span]:
    for field in fields(claim):
        span = getattr(getattr(claim, field.name), "at", None)
        if field.name in names and isinstance(span, Span):
            yield span
