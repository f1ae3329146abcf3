"""Statements and figures find the event that they speak of, or stay with their organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headcount.merge.facts import main_claims
from headcount.merge.gather import EVENT_KINDS, Material, lineage
from headcount.model import Claim, Event

CUTS_ONLY = ("motive", "support")
"""Topics that only job cuts have."""

AT_HOME = ("workforce", "market", "satisfaction", "other")
"""Measures that describe an organisation, unless the same sentence tells of an event."""


def attached(
    events: Sequence[Event], material: Material
) -> tuple[Mapping[str, tuple[Claim, ...]], tuple[Claim, ...]]:
    """Event id → its statements and figures; and the figures of organisations alone.

    Only events that a claim's own article speaks of can be meant, except by an editor's hand; and
    what names a unit that its event doesn't touch is told of that unit alone.
    """
    ids = {event.id: event for event in events}
    spoken: dict[str, list[tuple[Event, Claim]]] = {}
    for event in events:
        for claim in event.claims:
            spoken.setdefault(claim.article, []).append((event, claim))
    mains = main_claims(claim for event in events for claim in event.claims)
    found: dict[str, list[Claim]] = {}
    alone = []
    for claim in material.claims.values():
        if claim.kind in EVENT_KINDS:
            continue
        home = material.brought.get(claim.id)
        if home in ids and not meeting(claim, ids[home], material):
            home = None
        elif home not in ids:
            home = best(claim, spoken.get(claim.article, ()), mains, material)
        if home is None:
            alone.append(claim)
        else:
            found.setdefault(home, []).append(claim)
    return {key: in_order(claims) for key, claims in found.items()}, in_order(alone)


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """By article, then as the article tells them."""
    return tuple(
        sorted(claims, key=lambda c: (c.article, c.quote.at.in_ == "body", c.quote.at.start, c.id))
    )


def best(
    claim: Claim,
    spoken: Iterable[tuple[Event, Claim]],
    mains: frozenset[str],
    material: Material,
) -> str | None:
    """The event of the same article that the claim fits best, or None.

    Compared are sentence, units, what is its article's main event, and nearness, in this order.
    """
    options = [
        (event, other)
        for event, other in spoken
        if material.family(other) == material.family(claim) and suits(claim, event)
    ]
    ranked = []
    for event, other in options:
        same_sentence = sentence(claim, other)
        units = meeting(claim, event, material)
        if units == 0 and not same_sentence:
            continue
        if claim.kind == "figure" and not same_sentence and at_home(claim, units):
            continue
        gap = abs(claim.quote.at.start - other.quote.at.start)
        ranked.append((not same_sentence, -units, other.id not in mains, gap, event.id))
    return min(ranked)[-1] if ranked else None


def suits(claim: Claim, event: Event) -> bool:
    """Whether the event is of a kind that the claim's topic can be about."""
    topic = claim.topic.is_ if claim.topic else ""
    return event.kind == "layoff" if topic in CUTS_ONLY else True


def at_home(claim: Claim, units: int) -> bool:
    """Whether a figure describes its organisation: all do but savings asked of an event's unit."""
    return claim.measure is None or claim.measure.is_ in AT_HOME or units < 2


def sentence(one: Claim, other: Claim) -> bool:
    """Whether two claims quote overlapping words."""
    a, b = one.quote.at, other.quote.at
    return a.in_ == b.in_ and a.start < b.end and b.start < a.end


def meeting(claim: Claim, event: Event, material: Material) -> int:
    """2: a unit of the claim is one of the event's or in it; 1: the claim names none; 0: others."""
    root = material.family(claim)
    own = {unit.is_ for unit in claim.units} - {root}
    if not own:
        return 1
    theirs = {unit.is_ for unit in event.units}
    above = {step for unit in own for step in lineage(unit, material.owner)} - {root}
    below = {step for unit in theirs for step in lineage(unit, material.owner)} - {root}
    return 2 if above & theirs or below & own else 0
