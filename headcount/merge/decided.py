"""What editors settled about which claims are one event: anchors, join, their own claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from headcount import nearest, references
from headcount.merge.facts import Fact
from headcount.merge.gather import EVENT_KINDS, Material
from headcount.merge.identity import numbered
from headcount.merge.matching import Group
from headcount.merge.splits import take
from headcount.model import Claim, Decision, Known, Place, Problem
from headcount.source import place_in


@dataclass(slots=True)
class Named:
    """A group under its event's id; private to the merge."""

    id: str
    group: Group


def united(groups: Sequence[Group], numbers: Iterable[int], reason: str) -> list[Group]:
    """The groups with some of them made one, in the place of the first."""
    chosen = sorted(set(numbers))
    if len(chosen) < 2:
        return list(groups)
    whole = Group()
    for number in chosen:
        for fact in groups[number].facts:
            why = groups[number].reasons[fact.id]
            whole.add(fact, why if number == chosen[0] else f"{reason}; {why}")
    return [
        whole if number == chosen[0] else group
        for number, group in enumerate(groups)
        if number == chosen[0] or number not in chosen
    ]


def rejoined(
    groups: Sequence[Group],
    decisions: Iterable[Decision],
    known: Sequence[Known],
    material: Material,
) -> list[Group]:
    """The groups that an earlier build joined by decision, joined again.

    The committed timeline knows their claims under one id: by that they are found, or by the
    decision's anchors, whatever id each would have alone.
    """
    done = list(groups)
    remembered = {item.id: {key for key, _ in item.claims} for item in known}
    for decision in decisions:
        if not decision.join:
            continue
        anchors = material.resolved(decision, decision.anchors)
        mine = {*anchors, *remembered.get(decision.id, ())}
        done = united(done, holding(done, mine), f"joined by an editor in {decision.file}")
    return done


def holding(groups: Sequence[Group], claims: Iterable[str]) -> list[int]:
    """The numbers of the groups that hold any of some claims."""
    wanted = set(claims)
    return [n for n, group in enumerate(groups) if any(fact.id in wanted for fact in group.facts)]


def held(
    groups: Sequence[Group],
    bases: Sequence[str],
    decisions: Sequence[Decision],
    known: Sequence[Known],
    material: Material,
) -> tuple[dict[str, int], tuple[Problem, ...]]:
    """Event id → the group that a decision holds, by its anchors or by the claims it brought."""
    found: dict[str, int] = {}
    problems: list[Problem] = []
    remembered = {item.id for item in known}
    for decision in decisions:
        anchors = material.resolved(decision, decision.anchors)
        numbers = holding(groups, anchors)
        if (
            decision.anchors
            and not numbers
            and decision.id not in map(material.brought.get, anchors)
        ):
            problems.append(lost_anchors(decision, material))
        if len(numbers) > 1:
            problems.append(torn(decision, [(bases[n], groups[n]) for n in numbers], anchors))
        elif numbers and numbers[0] in found.values():
            problems.append(
                claimed_twice(decision, next(k for k, v in found.items() if v == numbers[0]))
            )
        elif numbers:
            found[decision.id] = numbers[0]
    for decision in decisions:
        if decision.id in found or decision.id in remembered or decision.id in bases:
            continue
        brought = {key for key, home in material.brought.items() if home == decision.id}
        numbers = [n for n in holding(groups, brought) if n not in found.values()]
        if numbers:
            found[decision.id] = max(
                numbers, key=lambda n: (sum(f.id in brought for f in groups[n].facts), -n)
            )
    return found, tuple(problems)


def lost_anchors(decision: Decision, material: Material) -> Problem:
    every = tuple(material.claims[key] for key in sorted(material.claims))
    reasons = (lost(reference, every, material) for reference in decision.anchors)
    return Problem(
        place_in(decision, "anchors"),
        "anchors",
        f"no claim is anchored here any more: {'; '.join(dict.fromkeys(reasons))}",
        "if the event is still there, write its present claims; otherwise nothing need be done",
        severity="warning",
    )


def lost(reference: str, every: Sequence[Claim], material: Material) -> str:
    """Why a reference means no claim, with the words that are nearest to its own."""
    reason, found = references.resolve(reference, every), nearest.claim(reference, every)
    if found is None or not reason.startswith("no claim of"):
        return reason
    return f"{reason}, nearest are {nearest.told(found, material.article_of(found.claim))}"


def torn(
    decision: Decision, groups: Sequence[tuple[str, Group]], anchors: Sequence[str]
) -> Problem:
    named: dict[str, Group] = {}
    for base, group in groups:
        named[numbered(base, named)] = group
    sides = "; ".join(
        f"{base}: "
        + ", ".join(f"{f.id} of {f.claim.article}" for f in group.facts if f.id in anchors)
        for base, group in named.items()
    )
    return Problem(
        place_in(decision, "anchors"),
        "anchors",
        f"these claims are in {len(groups)} different events ({sides})",
        "keep only the anchors of the event that you mean; or, if it is one event, write "
        f"`join: [{', '.join(base for base in named if base != decision.id)}]`",
    )


def claimed_twice(decision: Decision, other: str) -> Problem:
    return Problem(
        place_in(decision, "anchors"),
        "anchors",
        f"these claims are in the event that content/events/{other}.md holds already",
        f"put both files' decisions into {other}.md, or split the event there",
    )


def joined(
    named: Sequence[Named],
    bases: Mapping[str, str],
    decisions: Iterable[Decision],
    gone: Iterable[str],
) -> tuple[list[Named], list[tuple[str, str]], list[Problem]]:
    """The events after each decision's `join`; redirects of those that went into others.

    `bases`: event id → the id it would have if it were new. `gone`: ids that redirect already.
    """
    done = list(named)
    redirects: list[tuple[str, str]] = []
    problems = []
    for decision in decisions:
        for number, other in enumerate(decision.join):
            if other == decision.id:
                continue
            into = next((item for item in done if item.id == decision.id), None)
            from_ = next((item for item in done if other in (item.id, bases.get(item.id))), None)
            if into is None or from_ is into:
                continue
            if from_ is None:
                if other not in gone:
                    place = place_in(decision, f"join.{number}", "join")
                    problems.append(unknown(place, other, [i.id for i in done]))
                continue
            reason = f"joined by an editor in {decision.file}"
            whole = united([into.group, from_.group], (0, 1), reason)[0]
            done = [Named(i.id, whole) if i is into else i for i in done if i is not from_]
            redirects += [(key, decision.id) for key in dict.fromkeys((from_.id, other))]
    return done, redirects, problems


def unknown(place: Place, wanted: str, ids: Iterable[str]) -> Problem:
    """An event id that nothing ever had, with the likeliest ones of the same kind first."""
    return Problem(
        place, "event", f'no event has or had the id "{wanted}"', suggestion(wanted, ids)
    )


def suggestion(wanted: str, ids: Iterable[str]) -> str:
    """The likeliest ids that were meant: those of the same kind and organisation come first."""
    every = sorted(ids)
    kind = wanted.rsplit("-", 1)[-1]
    alike = [item for item in every if item.rsplit("-", 1)[-1] == kind]
    close = get_close_matches(wanted, alike or every, n=3, cutoff=0.3)
    if not close:
        return "name an event by the id in its page's address, or give `anchors`"
    return f"did you mean {' or '.join(close)}?"


def brought_home(
    named: Sequence[Named],
    decisions: Iterable[Decision],
    facts: Mapping[str, Fact],
    material: Material,
) -> list[Named]:
    """The events after each decision's own claims have come to its event.

    A claim of another kind than the event's stays where its words put it.
    """
    done = list(named)
    for decision in decisions:
        mine = {
            key
            for key, home in material.brought.items()
            if home == decision.id and material.claims[key].kind in EVENT_KINDS
        }
        if not mine:
            continue
        home = next((item for item in done if item.id == decision.id), None)
        kind = home.group.facts[0].claim.kind if home else material.claims[min(mine)].kind
        mine = {key for key in mine if material.claims[key].kind == kind}
        leaving = mine - ({fact.id for fact in home.group.facts} if home else set())
        reason = f"written or confirmed by an editor in {decision.file}"
        newcomers = [facts[key] for key in sorted(leaving)]
        rest = take([item.group for item in done], leaving)
        done = [Named(item.id, group) for item, group in zip(done, rest, strict=True)]
        home = next((item for item in done if item.id == decision.id), None)
        if home is None:
            home = Named(decision.id, Group())
            done.append(home)
        for fact in newcomers:
            home.group.add(fact, reason)
    return [item for item in done if item.group.facts]
