"""One event from its claims: what it shows, where its claims differ, whose word it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from headcount.language import edtf
from headcount.merge import disputes, echoes, effective, standing
from headcount.merge.facts import is_aggregate, report_order
from headcount.merge.gather import Material
from headcount.merge.identity import order
from headcount.merge.matching import Group
from headcount.merge.verdicts import OBJECT_KINDS
from headcount.model import (
    Claim,
    Decision,
    Event,
    Known,
    Place,
    Prefer,
    Problem,
    Publisher,
)


@dataclass(frozen=True, slots=True)
class Sources:
    """What all events share: the material, the newsrooms, and which texts are one."""

    material: Material
    publishers: tuple[Publisher, ...]
    same_text: Callable[[str, str], bool]


def preferences(decision: Decision | None, material: Material) -> Mapping[str, Prefer]:
    """Field → what an editor prefers, with the claim's id for its reference."""
    if decision is None:
        return {}
    found = {}
    for item in decision.prefer:
        for claim in material.resolved(decision, (item.claim,)):
            found[item.field] = replace(item, claim=claim)
    return found


def event_of(id: str, group: Group, decision: Decision | None, sources: Sources) -> Event:
    """The event that a group of claims tells, still without what attaches to it or relates it."""
    material = sources.material
    facts = sorted(group.facts, key=lambda fact: order(fact, material))
    claims = tuple(fact.claim for fact in facts)
    whole = standing.whole(claims, material)
    retired = standing.contradicted(whole, material)
    bearing = [claim for claim in whole if claim.id not in retired] or list(whole)
    prefers = preferences(decision, material)
    scope = scope_of(whole)
    preferred = {field: material.claims.get(item.claim) for field, item in prefers.items()}
    object_ = claims[0].kind in OBJECT_KINDS
    steps = effective.milestones(bearing) if object_ else effective.announcement(bearing)
    first = steps if object_ else ()
    when, dated = when_of(bearing, scope, decision, preferred.get("date"), first)
    published = [material.article_of(claim).published for claim in claims]
    roots = echoes.roots(claims, material, sources.publishers, sources.same_text)
    outlets = {echoes.publisher_of(material.article_of(c), sources.publishers)[0] for c in claims}
    status = preferred.get("status")
    family = facts[0].family
    return Event(
        id=id,
        kind=claims[0].kind,
        organisation=family,
        organisation_name=material.names.get(family, claims[0].organisation.name),
        units=effective.units(bearing, scope, preferred.get("units"), material),
        status=status.status.is_ if status else effective.status(bearing, material),
        scope="aggregate" if scope == "aggregate" else "part",
        date=when,
        date_from=dated,
        first_reported=min((p for p in published if p), key=report_order, default=None),
        claims=claims,
        jobs=effective.jobs(bearing, preferred.get("jobs"), material, sources.same_text),
        money=effective.money(bearing, preferred.get("money"), material, sources.same_text),
        percent=effective.percents(bearing),
        roots=roots,
        outlets=len(outlets),
        independent=sum(root.name != "" for root in roots),
        milestones=decision.milestones if decision and decision.milestones else steps,
        joined=tuple((claim.id, group.reasons[claim.id]) for claim in claims),
        title=decision.title if decision else None,
        narrative=decision.narrative if decision else "",
        corrections=decision.corrections if decision else (),
    )


def scope_of(claims: Sequence[Claim]) -> str:
    """A total if most accounts tell it as one."""
    totals = sum(is_aggregate(claim) for claim in claims)
    return "aggregate" if 2 * totals > len(claims) else "part"


def when_of(
    claims: Sequence[Claim],
    scope: str,
    decision: Decision | None,
    preferred: Claim | None,
    steps: Sequence[tuple[str, str]],
) -> tuple[str | None, tuple[str, ...]]:
    """An event's date and the claims that say so.

    An editor's date comes first, then a preferred claim's, then that of the first of `steps`, then
    what the sources say without contradiction.
    """
    if preferred is not None and preferred.date is not None and preferred.date.edtf is not None:
        when: str | None = preferred.date.edtf
    else:
        when = steps[0][1] if steps else effective.date(claims, scope)
    if decision is not None and decision.date is not None:
        when = decision.date
    same = (
        c.id for c in claims if when and c.date and c.date.edtf and same_days(c.date.edtf, when)
    )
    return when, tuple(same)


def same_days(one: str, other: str) -> bool:
    """Whether two dates mean the same days."""
    return edtf.bounds(one) == edtf.bounds(other)


def finished(
    event: Event, attached: Sequence[Claim], decision: Decision | None, sources: Sources
) -> Event:
    """The event with its statements and figures, and with where its claims differ."""
    whole = replace(event, attached=tuple(attached))
    told = replace(whole, claims=standing.whole(event.claims, sources.material))
    retired = standing.contradicted(told.claims, sources.material)
    prefers = preferences(decision, sources.material)
    return replace(whole, disputes=disputes.disputes(told, retired, sources.material, prefers))


def tombstone(known: Known, decision: Decision | None, sources: Sources) -> Event:
    """What is left of an event whose last source is gone: its id, its kind, its corrections."""
    names = sources.material.names
    return Event(
        id=known.id,
        kind=known.kind,
        organisation=known.organisation,
        organisation_name=names.get(known.organisation, known.organisation),
        units=(),
        status="reported",
        scope="part",
        date=None,
        date_from=(),
        first_reported=None,
        claims=(),
        corrections=decision.corrections if decision else (),
        tombstone=True,
    )


def withdrawn(known: Known, decision: Decision | None, lost: bool) -> Problem:
    """The warning that an event has just lost its last source: an article, or a claim of one."""
    place = Place(decision.file if decision else f"content/events/{known.id}.md")
    if lost:
        message = f'the event "{known.id}" has lost its last source; its page now says so'
        remedy = "if that is wrong, bring the article back or correct it"
    else:
        message = f'no claim tells of the event "{known.id}" any more; its page now says so'
        remedy = "if that is wrong, take back the edit or the decision that took its claim away"
    return Problem(place, "tombstone", message, remedy, severity="warning")
