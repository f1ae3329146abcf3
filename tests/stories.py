"""Articles and claims for tests: small stories whose words really stand where the spans say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from headcount.model import (
    Article,
    Claim,
    Date,
    Jobs,
    Link,
    Mark,
    Money,
    Named,
    Organisation,
    Percent,
    Publisher,
    Quote,
    Reading,
    Registry,
    Span,
    Speaker,
    Via,
)
from headcount.source import claim_id, slug

REGISTRY = Registry(
    organisations=(
        Organisation("borealis", "Borealis"),
        Organisation("borealis-bakery", "Borealis Bakery", parent="borealis"),
        Organisation("borealis-mills", "Borealis Mills", parent="borealis"),
        Organisation("borealis-rye-mill", "Borealis Rye Mill", parent="borealis-mills"),
        Organisation("borealis-dairy", "Borealis Dairy", parent="borealis"),
        Organisation("tanager", "Tanager"),
    ),
    publishers=(
        Publisher("morning-post", "Morning Post", "Post"),
        Publisher("evening-bell", "Evening Bell", "Bell"),
        Publisher("wire", "The Wire", "Wire"),
    ),
)
"""Invented companies and newsrooms."""

EXACT = "exact"


def article(
    id: str,
    *sentences: str,
    published: str | None = "2024-02~",
    publisher: str = "",
    corrects: str | None = None,
) -> Article:
    """A source of some sentences, each on a line; its newsroom is its own unless named."""
    return Article(
        id=id,
        file=f"content/articles/{id}.md",
        title=f"News of {id}",
        body="\n".join(sentences) + "\n",
        publisher=publisher or f"Paper {id}",
        published=published,
        corrects=corrects,
        line=5,
    )


def words(source: Article, sentence: str, part: str) -> Span:
    """Where a part of a sentence stands in the body."""
    start = source.body.index(sentence) + sentence.index(part)
    return Span("body", start, start + len(part))


def when(
    date: tuple[str, str | None],
    tense: Literal["past", "future", "told"] | None,
    at: Callable[[str], Span],
) -> Date:
    basis: Literal["explicit", "unresolved"] = "explicit" if date[1] else "unresolved"
    return Date(date[1], at(date[0]), basis, tense=tense)


def claim(
    source: Article,
    sentence: str,
    *,
    kind: str = "layoff",
    organisation: str = "borealis",
    units: tuple[str, ...] = (),
    jobs: tuple[str, int | None, int | None, str] | None = None,
    percent: tuple[str, float] | None = None,
    share_of: str | None = None,
    money: tuple[str, int] | None = None,
    date: tuple[str, str | None] | None = None,
    tense: Literal["past", "future", "told"] | None = None,
    status: str = "announced",
    scope: str = "part",
    said_by: str | None = None,
    via: tuple[tuple[str, str], ...] = (),
    topic: str | None = None,
    measure: str | None = None,
    terms: str | None = None,
    hedge: str | None = None,
    tier: str = "published",
    hand: str | None = None,
) -> Claim:
    """A claim made by a sentence of `source`; words of each value must stand in the sentence.

    `units`: registered ids. `jobs`: (words, low, high, qualifier). `date`: (words, EDTF).
    `via`: (id, words).
    """
    names = {item.id: item.name for item in REGISTRY.organisations}

    def at(part: str) -> Span:
        return words(source, sentence, part)

    made = Claim(
        id="",
        article=source.id,
        kind=kind,
        quote=Quote(at(sentence), sentence),
        organisation=Named(
            organisation,
            names.get(organisation, organisation),
            "watch-list",
            hedge=at(hedge) if hedge else None,
        ),
        status=Mark(status, basis="default"),
        scope=Mark(scope, basis="default"),
        rule="hand" if hand else "layoff.test",
        tier="review" if tier == "review" else "published",
        units=tuple(Named(unit, names.get(unit, unit), "watch-list") for unit in units),
        jobs=Jobs(jobs[1], jobs[2], jobs[3], at(jobs[0])) if jobs else None,
        percent=Percent(percent[1], EXACT, at(percent[0]), share_of) if percent else None,
        money=Money(money[1], "EUR", EXACT, at(money[0])) if money else None,
        date=when(date, tense, at) if date else None,
        said_by=Speaker(slug(said_by), said_by, True, "verbatim", at(said_by)) if said_by else None,
        via=tuple(Via(key, text, at(text)) for key, text in via),
        topic=Mark(topic, basis="decision") if topic else None,
        measure=Mark(measure, basis="decision") if measure else None,
        terms=Mark(terms, at(terms)) if terms else None,
        hand=hand,
    )
    return replace(made, id=claim_id(made))


def link(is_: str, source: Article, one: Claim, to: Claim, text: str) -> Link:
    """What the words `text` of an article say about two of its claims."""
    start = source.body.index(text)
    span = Span("body", start, start + len(text))
    if is_ == "part_of":
        return Link("part_of", one.id, to.id, span)
    return Link("revises" if is_ == "revises" else "apart", one.id, to.id, span)


def reading(
    source: Article, *claims: Claim, links: tuple[Link, ...] = (), quoted: tuple[str, ...] = ()
) -> Reading:
    """What extraction found in an article; `quoted`: its passages in quotation marks."""
    spans = []
    for text in quoted:
        start = source.body.index(text)
        spans.append(Span("body", start, start + len(text)))
    return Reading(source, claims, links, tuple(spans))


def story(
    id: str, sentence: str, *, published: str | None = "2024-02~", **fields: object
) -> Reading:
    """An article of one sentence that makes one claim."""
    source = article(id, sentence, published=published)
    return reading(source, claim(source, sentence, **fields))  # type: ignore[arg-type]
