"""Disputes, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headcount import wording as words
from headcount.model import Claim, Dispute, Event, Span, Value
from headcount.pages.citing import cite, said_number
from headcount.pages.index import Index
from headcount.pages.rows import link
from headcount.pages.shapes import Disputed, Link, Mismatched, Run, Side
from headcount.source import text_of

DEFAULTS = {
    "compatible": "All of this can be true at once.",
    "conflict": "Not all of this can be true. No source settles it.",
    "between": "",
}


def disputed(index: Index, event: Event, base: str, named: bool = False) -> tuple[Disputed, ...]:
    """All of an event's disputes; `named`: with a link to the event, for pages of many."""
    return tuple(
        _one(index, event, dispute, number, base, named)
        for number, dispute in enumerate(event.disputes)
    )


def claims_of(index: Index, disputes: Sequence[Dispute]) -> list[Claim]:
    """The claims that stand behind some disputes, in their order."""
    keys = [key for dispute in disputes for value in dispute.values for key in value.claims]
    return [index.claims[key] for key in keys if key in index.claims]


def mismatched(index: Index, event: Event, base: str) -> tuple[Mismatched, ...]:
    """What sources say of an event that does not go together, each number with its citation."""
    found = []
    for item in event.mismatches:
        runs = (
            Run(text, cite(index, index.claims[key], text) if key else None)
            for text, key in item.said
        )
        other = index.events.get(item.other or "")
        date = words.news_date(other) if other else None
        beside = (
            replace(link(other, base), note=words.when(date) if date else "") if other else None
        )
        found.append(Mismatched(tuple(runs), beside))
    return tuple(found)


def mismatched_claims(index: Index, event: Event) -> list[Claim]:
    """The claims that do not go together, in the order in which the sentences name them."""
    return [index.claims[key] for item in event.mismatches for _, key in item.said if key]


def _one(
    index: Index, event: Event, dispute: Dispute, number: int, base: str, named: bool
) -> Disputed:
    question = dispute.question or words.FIELDS.get(dispute.field, f"What is its {dispute.field}?")
    other = index.events.get(dispute.other or "")
    reason = dispute.reason or DEFAULTS[dispute.relation]
    sides = [_side(index, dispute, value) for value in dispute.values]
    sides.sort(key=lambda side: not side.preferred)
    place = event.id if named else ""
    return Disputed(
        id="-".join(part for part in ("d", place, dispute.field, str(number)) if part),
        mark=dispute.relation,
        verdict=words.RELATIONS[dispute.relation],
        question=question,
        sides=tuple(_apart(sides)),
        reason=reason,
        event=link(event, base) if named else _other(link(other, base)) if other else None,
    )


def _apart(sides: Sequence[Side]) -> Iterator[Side]:
    """Sides under different labels: one source may stand on several."""
    seen: set[str] = set()
    for side in sides:
        yield replace(side, label=f"{side.label}, also") if side.label in seen else side
        seen.add(side.label)


def _other(target: Link) -> Link:
    return Link(target.text, target.href, note="The other event:")


def _side(index: Index, dispute: Dispute, value: Value) -> Side:
    claims = [index.claims[key] for key in value.claims if key in index.claims]
    outlets = dict.fromkeys(index.publisher(index.articles[c.article])[0] for c in claims)
    wording = words.glued(value.text)
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(index.articles[claim.article].publisher, claim)
    vague = dispute.field == "jobs" and any(c.jobs and words.is_word(c.jobs) for c in claims)
    cites = [
        replace(cite(index, claim, own), word=vague and bool(own.strip()))
        for claim, own in _wordings(index, dispute.field, wording, list(first.values()))
    ]
    return Side(
        label=words.listed(list(outlets)) or "No citation",
        text=wording,
        word=vague,
        cites=tuple(cites),
        preferred=dispute.preferred is not None and dispute.preferred in value.claims,
        retired=value.retired,
    )


def _wordings(
    index: Index, field: str, wording: str, claims: Sequence[Claim]
) -> list[tuple[Claim, str]]:
    """What each claim's link says: the side's words once, and its own where it words a number,
    date or state otherwise. Nobody's words stand for another's."""
    found = []
    told = ""
    for claim in claims:
        own = _own(index, field, claim) or wording
        found.append((claim, " " if told and words.plain(own) == words.plain(told) else own))
        told = told or own
    return found


def _own(index: Index, field: str, claim: Claim) -> str:
    """A claim's own words for a field; "" where the field has none of its own."""
    if field in ("jobs", "money", "percent"):
        return said_number(index, claim)
    spans: dict[str, Span | None] = {
        "date": claim.date.at if claim.date is not None else None,
        "status": claim.status.at,
        "terms": claim.terms.at if claim.terms is not None else None,
    }
    span = spans.get(field)
    return words.phrase(text_of(index.articles[claim.article], span)) if span is not None else ""
