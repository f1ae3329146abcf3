"""Claims that editors took out of an event, and what of that settles nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from headcount import references
from headcount.merge.gather import EVENT_KINDS, Material
from headcount.merge.matching import Group
from headcount.model import Decision, Problem
from headcount.source import place_in


def split(
    groups: Sequence[Group], decisions: Iterable[Decision], material: Material
) -> list[Group]:
    """The groups after each decision's `split` claims have left theirs, for one of their own."""
    done = list(groups)
    for decision in decisions:
        leaving = set(material.resolved(decision, decision.split))
        if leaving:
            reason = f"split off by an editor in {decision.file}"
            done = [*take(done, leaving), moved(groups, leaving, reason)]
    return [group for group in done if group.facts]


def take(groups: Iterable[Group], leaving: set[str]) -> list[Group]:
    """The groups without some claims; emptied ones stay, empty."""
    return [
        Group(
            [fact for fact in group.facts if fact.id not in leaving],
            {key: why for key, why in group.reasons.items() if key not in leaving},
        )
        for group in groups
    ]


def moved(groups: Iterable[Group], claims: set[str], reason: str) -> Group:
    """A group of some claims, wherever they are now."""
    facts = [fact for group in groups for fact in group.facts if fact.id in claims]
    return Group(facts, {fact.id: reason for fact in facts})


def strange(
    groups: Sequence[Group],
    decisions: Iterable[Decision],
    homes: Mapping[str, str],
    known: Container[str],
    material: Material,
) -> Iterator[Problem]:
    """Splits of another event's claims, and splits that settle nothing.

    `groups`: before any split. `homes`: claim id → id of its event, after all decisions. `known`:
    ids that events had before. A file may take a claim out of its event, or, by `anchors`, be that
    of what comes out.
    """
    ids = {*homes.values()}
    for decision in decisions:
        leaving = {*material.resolved(decision, decision.split)}
        for number, reference in enumerate(decision.split):
            for claim in material.resolved(decision, (reference,)):
                group = next((g for g in groups if claim in {f.id for f in g.facts}), Group())
                near = {homes[fact.id] for fact in group.facts if fact.id in homes}
                alone = leaving >= {fact.id for fact in group.facts}
                if decision.id not in ids or (decision.id in near and not alone):
                    continue
                place = place_in(decision, f"split.{number}", "split")
                first = min(near, key=lambda key: (key not in known, key), default="")
                said = settles_nothing(claim, material) if alone else another(first)
                message, remedy = f"{references.told(reference)} {said[0]}", said[1]
                severity: Literal["warning", "error"] = "warning" if alone else "error"
                yield Problem(place, "split", message, remedy, severity)


def another(event: str) -> tuple[str, str]:
    """Why a claim can't be split off here, and where it can."""
    remedy = f"write this into content/events/{event}.md, or delete it"
    return f"is a claim of the event {event}, not of this", remedy


def settles_nothing(claim: str, material: Material) -> tuple[str, str]:
    """Why splitting a claim off does nothing, and what to do instead."""
    if claim not in material.claims:
        return "waits for an editor, and is in no event yet", "`confirm` it first, or delete this"
    if material.claims[claim].kind in EVENT_KINDS:
        return "leaves no claim behind that it could be split from", "delete this"
    remedy = "delete this; if it is wrong, `reject` it"
    return "is a statement or a figure, which makes no event of its own", remedy
