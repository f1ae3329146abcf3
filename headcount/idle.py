"""Decisions that settle nothing, or what cannot be: they would be kept, and believed, for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Literal

from headcount import references
from headcount.language import edtf
from headcount.model import Claim, Problem
from headcount.source import place_in
from headcount.whole import Whole


def lost_targets(whole: Whole) -> Iterator[Problem]:
    """A decision relates its event to one that does not exist."""
    ids = [event.id for event in whole.events]
    moved = dict(whole.timeline.redirects)
    for decision in whole.decisions.values():
        named = [(f"relations.{n}.to", "relations", r.to) for n, r in enumerate(decision.relations)]
        named += [(f"between.{n}.with", "between", b.other) for n, b in enumerate(decision.between)]
        for path, key, wanted in named:
            if wanted == decision.id:
                message, remedy = "an event cannot be related to itself", "name the other event"
            elif wanted in ids:
                continue
            elif wanted in moved:
                message = f'the event "{wanted}" is part of another now'
                remedy = f"write {moved[wanted]}"
            else:
                message = f'no event has the id "{wanted}"'
                close = get_close_matches(wanted, ids, n=3, cutoff=0.4)
                remedy = (
                    f"did you mean {' or '.join(close)}?"
                    if close
                    else "name an event by the id in its page's address"
                )
            yield Problem(place_in(decision, path, key), "relation", message, remedy)


def joined_with_itself(whole: Whole) -> Iterator[Problem]:
    """A decision joins its event with the event that it is."""
    for decision in whole.decisions.values():
        if decision.id in decision.join:
            place = place_in(decision, f"join.{decision.join.index(decision.id)}", "join")
            message = "an event cannot be joined with itself"
            remedy = "name the other event, by the id in its page's address"
            yield Problem(place, "join", message, remedy)


def strange_preferences(whole: Whole) -> Iterator[Problem]:
    """A decision prefers a claim that speaks of another event, or not of what is preferred."""
    homes = {claim.id: event for event in whole.events for claim in event.claims}
    homes |= {claim.id: event for event in whole.events for claim in event.attached}
    every = whole.claims
    by_id = {claim.id: claim for claim in every}
    for decision in whole.decisions.values():
        for number, item in enumerate(decision.prefer):
            found = references.resolve(item.claim, every)
            home = homes.get(found)
            if home is None:
                continue
            claim, named = by_id[found], references.told(item.claim)
            if home.id != decision.id:
                message = f"{named} is a claim of the event {home.id}, not of this"
                remedy = "prefer a claim of this event, or `join` the two"
            elif item.field in GIVES and not GIVES[item.field][1](claim):
                message = f"{named} gives no {GIVES[item.field][0]} that could be shown first"
                remedy = "prefer a claim that does, or correct `field`"
            else:
                continue
            place = place_in(decision, f"prefer.{number}.claim", f"prefer.{number}", "prefer")
            yield Problem(place, "prefer", message, remedy)


GIVES: Mapping[str, tuple[str, Callable[[Claim], bool]]] = {
    "jobs": ("number of jobs", lambda claim: claim.jobs is not None),
    "date": ("date", lambda claim: claim.date is not None and claim.date.edtf is not None),
    "money": ("sum of money", lambda claim: claim.money is not None),
    "percent": ("share", lambda claim: claim.percent is not None),
    "terms": ("terms", lambda claim: claim.terms is not None),
    "topic": ("motive", lambda claim: claim.topic is not None and claim.topic.is_ == "motive"),
}
"""Fields that a claim may lack: what a message calls them, and whether a claim gives them."""


def settled_twice(whole: Whole) -> Iterator[Problem]:
    """A decision settles one thing in two ways, of which only one can count."""
    for decision in whole.decisions.values():
        fields = [f'a claim is preferred for "{item.field}"' for item in decision.prefer]
        events = [f"the event {item.to} is related to this" for item in decision.relations]
        for key, code, said in (("prefer", "prefer", fields), ("relations", "relation", events)):
            for number, words in enumerate(said):
                if words in said[:number]:
                    place = place_in(decision, f"{key}.{number}", key)
                    yield Problem(place, code, f"{words} twice", "keep one of the two")


def lone_sides(whole: Whole) -> Iterator[Problem]:
    """A decision tells of a difference without telling between what."""
    for decision in whole.decisions.values():
        for number, item in enumerate(decision.between):
            if len(item.values) < 2:
                place = place_in(
                    decision, f"between.{number}.values", f"between.{number}", "between"
                )
                message = "a difference has two sides or more"
                remedy = "write each under `values`, with the claims that say so"
                yield Problem(place, "between", message, remedy)


def stages_in_disorder(whole: Whole) -> Iterator[Problem]:
    """A decision dates a stage before one that it follows.

    Only what was begun is completed or closed; what began quietly may be announced later.
    """
    for decision in whole.decisions.values():
        dated = dict(decision.milestones)
        for (early, late), severity in STAGES.items():
            if early in dated and late in dated and after(dated[early], dated[late]):
                yield Problem(
                    place_in(decision, f"milestones.{late}", "milestones"),
                    "milestones",
                    f'"{late}" ({dated[late]}) lies before "{early}" ({dated[early]})',
                    "correct one of the two dates"
                    + ("" if severity == "error" else "; if both are right, nothing is to be done"),
                    severity,
                )


STAGES: Mapping[tuple[str, str], Literal["error", "warning"]] = {
    ("announced", "started"): "warning",
    ("announced", "completed"): "warning",
    ("announced", "closed"): "warning",
    ("started", "completed"): "error",
    ("started", "closed"): "error",
}
"""Pairs of stages of which the first comes first, and how surely it does."""


def after(one: str, other: str) -> bool:
    """Whether every day that one date may mean lies behind those of another; what is no date was
    told by the reader of the decision."""
    if not (edtf.valid(one) and edtf.valid(other)):
        return False
    first, last = edtf.bounds(one)[0], edtf.bounds(other)[1]
    return first is not None and last is not None and first > last


def unheard_dates(whole: Whole) -> Iterator[Problem]:
    """A decision dates an event as no source does. The day of its announcement is not its date."""
    for event in whole.events:
        decision = whole.decisions.get(event.id)
        when = decision.date if decision is not None else None
        said = {
            f"{claim.date.edtf} ({claim.article})": claim.date.edtf
            for claim in event.claims
            if claim.date is not None and claim.date.edtf is not None
            if claim.date.tense != "told"
        }
        if decision is None or when is None or not said:
            continue
        if not any(edtf.overlap(when, other) for other in said.values()):
            yield Problem(
                place_in(decision, "date"),
                "date",
                f"no source of this event has the date {when}; they say {', '.join(said)}",
                "correct the date, or add the article, or the claim under `claims:`, that says it",
                "warning",
            )


CHECKS: tuple[Callable[[Whole], Iterator[Problem]], ...] = (
    lost_targets,
    joined_with_itself,
    strange_preferences,
    settled_twice,
    lone_sides,
    stages_in_disorder,
    unheard_dates,
)
"""Each yields what it finds; `headcount.checks` runs them among its own."""
