"""Who has it from whom: the independent origins of an event.

Two articles share an origin if their words lead to the same document or speaker or to the same
newsroom, if they are nearly the same text, or if one repeats in quotation marks a passage that
the other quotes on the same event. An article speaks with one voice: all that it says of an event
has one origin.

An origin counts as independent only if it is traced: at least one of its articles names it. An
article that names none is a source with an unknown origin: it may have copied any of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from headcount.merge.facts import report_order
from headcount.merge.gather import Material, lineage, words_of
from headcount.model import Article, Claim, Publisher, Root
from headcount.source import slug

SHINGLE = 5
"""Words of a shingle; shorter ones are shared by chance."""

NEAR_IDENTICAL = 0.8
"""Share of the shorter text's shingles that stand in the other, from which both are one text."""

OWN_REPORTING = ("unnamed-source", "interview", "sources", "people-familiar")
"""Document words of an outlet's own work: the outlet itself is the origin."""


Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article has it from. `key` is shared by those with the same origin."""

    key: Hashable
    name: str
    strength: int


def publisher_of(article: Article, publishers: Sequence[Publisher]) -> tuple[str, str]:
    """Id and name of the newsroom behind an article; one not registered goes by its slug."""
    wanted = article.publisher.casefold()
    for entry in publishers:
        if wanted in (name.casefold() for name in (entry.name, entry.short, *entry.aliases)):
            return entry.id, entry.name
    return slug(article.publisher), article.publisher


def alike(material: Material) -> Callable[[str, str], bool]:
    """Tells of two articles (ids) whether they are versions of one text or one corrects the other.

    Remembers what it has compared: the function belongs to one run of the merge.
    """
    cuts: dict[str, Shingles] = {}
    known: dict[tuple[str, str], bool] = {}

    def compare(one: str, other: str) -> bool:
        if one == other:
            return False
        first, second = sorted((one, other))
        if (first, second) not in known:
            a, b = material.articles[first], material.articles[second]
            corrects = a.corrects == b.id or b.corrects == a.id
            for article in (a, b):
                if article.id not in cuts:
                    cuts[article.id] = shingles(article.body)
            known[first, second] = corrects or near_identical(cuts[a.id], cuts[b.id])
        return known[first, second]

    return compare


def shingles(body: str) -> Shingles:
    """All runs of `SHINGLE` words of a text, whatever its numbers and punctuation."""
    words = [token for token in words_of(body).split() if not token.isdigit()]
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def near_identical(one: Shingles, other: Shingles) -> bool:
    """Whether the shorter text stands almost whole in the other."""
    smaller = min(len(one), len(other))
    return smaller > 0 and len(one & other) >= NEAR_IDENTICAL * smaller


def roots(
    claims: Sequence[Claim],
    material: Material,
    publishers: Sequence[Publisher],
    same_text: Callable[[str, str], bool],
) -> tuple[Root, ...]:
    """The origins of an event's claims: traced ones first, then by earliest report."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    ids = sorted(by_article, key=lambda key: (*report_order(material.articles[key].published), key))
    outlets = {key: publisher_of(material.articles[key], publishers) for key in ids}
    named = {key: origins(by_article[key], outlets[key], material) for key in ids}
    keys = {
        key: {origin.key for origin in named[key]} | {("outlet", outlets[key][0])} for key in ids
    }
    said = {key: passages(by_article[key], material) for key in ids}
    joined = components(
        ids,
        lambda a, b: bool(keys[a] & keys[b]) or same_text(a, b) or repeats(said[a], said[b]),
    )
    found = []
    for members in joined:
        traced = sorted(
            (origin for key in members for origin in named[key]),
            key=lambda origin: (-origin.strength, origin.name),
        )
        found.append(
            Root(
                name=traced[0].name if traced else "",
                claims=tuple(claim.id for key in members for claim in by_article[key]),
                outlets=tuple(dict.fromkeys(outlets[key][1] for key in members)),
            )
        )
    return tuple(sorted(found, key=lambda root: root.name == ""))


def origins(
    claims: Iterable[Claim], outlet: tuple[str, str], material: Material
) -> tuple[Origin, ...]:
    """What an article's claims say about where they come from, the strongest traces first."""
    found: dict[Hashable, Origin] = {}
    for claim in claims:
        for origin in (*chain(claim, outlet, material), *voice(claim, material)):
            kept = found.setdefault(origin.key, origin)
            if origin.strength > kept.strength:
                found[origin.key] = origin
    return tuple(found.values())


def chain(claim: Claim, outlet: tuple[str, str], material: Material) -> Iterable[Origin]:
    """The links of an attribution chain: newsrooms, organisations and their documents."""
    employer = lineage(claim.organisation.is_, material.owner)[-1]
    relayed = any(link.is_ in material.names for link in claim.via)
    for link in claim.via:
        if link.is_ in OWN_REPORTING:
            if relayed:
                continue
            yield Origin(("outlet", outlet[0]), f"{outlet[1]}, own reporting", 1)
        elif link.is_ in material.names:
            root = lineage(link.is_, material.owner)[-1]
            if root == employer:
                yield Origin(("statement", employer), f"statement by {link.name}", 2)
            else:
                yield Origin(("outlet", link.is_), link.name, 2)
        elif claim.said_by is None:
            yield Origin(("document", link.is_, employer), document_name(claim, link.name), 2)


def document_name(claim: Claim, document: str) -> str:
    """A document that nobody is named for: "memo by Acme"."""
    return f"{document} by {claim.organisation.name}"


def voice(claim: Claim, material: Material) -> Iterable[Origin]:
    """The person or organisation quoted, and the document in which it spoke."""
    if claim.said_by is None:
        return
    documents = [link for link in claim.via if link.is_ not in material.names]
    name = claim.said_by.name
    named = f"{documents[0].name} by {name}" if documents else name
    yield Origin(("speaker", claim.said_by.is_), named, 4 if documents else 3)


def passages(claims: Iterable[Claim], material: Material) -> tuple[str, ...]:
    """The passages in quotation marks that touch the sentences of some claims of one article."""
    return tuple(
        dict.fromkeys(
            text
            for claim in claims
            for span, text in material.quoted.get(claim.article, ())
            if span.in_ == claim.quote.at.in_
            and span.start < claim.quote.at.end
            and claim.quote.at.start < span.end
        )
    )


def repeats(mine: Iterable[str], theirs: Sequence[str]) -> bool:
    """Whether a passage of one article stands within a passage of the other."""
    return any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in mine for b in theirs)


def components(ids: Sequence[str], joined: Callable[[str, str], bool]) -> list[tuple[str, ...]]:
    """Ids grouped so that any two joined ones, directly or by others, are together."""
    groups: list[list[str]] = []
    for item in ids:
        touching = [group for group in groups if any(joined(item, other) for other in group)]
        merged = [other for group in touching for other in group] + [item]
        groups = [group for group in groups if group not in touching] + [merged]
    return [tuple(sorted(group, key=ids.index)) for group in groups]
