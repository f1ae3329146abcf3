"""Which claims speak of the same event: one pass in a canonical order, every pair compatible.

A claim joins an event only if nothing speaks against it for any of that event's claims. Where two
events would do equally well it stays apart, and the editor is told that they may be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from headcount import bands
from headcount.merge.facts import Fact
from headcount.merge.verdicts import OBJECT_KINDS, Alike, Verdict, judge_of


@dataclass(slots=True)
class Group:
    """Facts that speak of one event, and why each is among them; private to this pass."""

    facts: list[Fact] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, fact: Fact, reason: str) -> None:
        self.facts.append(fact)
        self.reasons[fact.id] = reason


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last day, as numbers, on which a fact can meet another; its figure."""

    first: int
    last: int
    figure: int | None


def matched(
    facts: Iterable[Fact], apart: frozenset[frozenset[str]], alike: Alike
) -> tuple[list[Group], set[tuple[str, str]], dict[tuple[str, str], str]]:
    """The groups; pairs of claim ids whose groups may be the same event; and for pairs of the
    first claims of two groups that look alike, why these are two.

    `facts` come in canonical order (`facts.facts`), so that the result hangs on no other order.
    """
    shelves: dict[tuple[str, str], list[Group]] = defaultdict(list)
    reaches: dict[tuple[str, str], list[Reach]] = defaultdict(list)
    homes: dict[tuple[str, str], Group] = {}
    perhaps: set[tuple[str, str]] = set()
    reasons: dict[tuple[str, str], str] = {}
    for fact in facts:
        key = (fact.family, fact.claim.kind)
        shelf, own, main = shelves[key], reach(fact), homes.get((fact.claim.article, fact.family))
        best: list[tuple[int, Group, str]] = []
        vetoes: list[tuple[Fact, Verdict]] = []
        for group in within(own, fact, shelf, reaches[key], main):
            verdict = fit(fact, group, apart, alike, main)
            if verdict.score is not None:
                best.append((verdict.score, group, verdict.reason))
            else:
                vetoes.append((group.facts[0], verdict))
                if verdict.near:
                    perhaps.add((fact.id, group.facts[0].id))
        home = place(fact, best, shelf, perhaps)
        if home.facts[0] is fact:
            reaches[key].append(own)
            reasons |= {
                (fact.id, other.id): verdict.reason
                for other, verdict in vetoes
                if verdict.near or lookalike(fact, other)
            }
        if fact.main:
            homes[fact.claim.article, fact.family] = home
    return [group for shelf in shelves.values() for group in shelf], perhaps, reasons


def reach(fact: Fact) -> Reach:
    """Where a fact can meet another: a day longer than it lasts, for it may be reported in the
    next month; anywhere, where it is told of a day, for the cut may be of the year behind."""
    told = fact.claim.date is not None and fact.claim.date.tense == "told"
    first, last = (None, None) if told else (fact.window.first, fact.window.last)
    ends = sorted((first or date.min, last or date.max))
    return Reach(ends[0].toordinal(), ends[1].toordinal() + 1, bands.figure(fact.claim.jobs))


def within(
    own: Reach, fact: Fact, shelf: list[Group], reaches: list[Reach], main: Group | None
) -> list[Group]:
    """The groups, in their order, that a fact may join, be held for or be told from.

    Of any other the first claim is a cut at another time with another number: `fit` could only
    forbid it, and nobody would take the two for one. `reaches` are those of the first claims,
    `main` is the group of the article's main event, which a claim without a date may join.
    """
    if fact.claim.kind in OBJECT_KINDS:
        return list(shelf)
    return [
        group
        for group, other in zip(shelf, reaches, strict=True)
        if (own.first <= other.last and other.first <= own.last)
        or group is main
        or (
            own.figure is not None
            and other.figure is not None
            and bands.same_figure(fact.claim.jobs, group.facts[0].claim.jobs)
        )
    ]


def lookalike(one: Fact, other: Fact) -> bool:
    """Whether two claims could be taken for one event: by their number, or by time and number."""
    if bands.same_figure(one.claim.jobs, other.claim.jobs):
        return True
    dated = "none" not in (one.window.basis, other.window.basis)
    numbers = bands.compatible(one.claim.jobs, other.claim.jobs)
    return dated and one.window.overlaps(other.window) and numbers


def place(
    fact: Fact,
    best: list[tuple[int, Group, str]],
    shelf: list[Group],
    perhaps: set[tuple[str, str]],
) -> Group:
    """Put a fact into the one group that fits it best, else into a group of its own."""
    top = max((score for score, _, _ in best), default=0)
    winners = [(group, reason) for score, group, reason in best if score == top > 0]
    if len(winners) == 1:
        group, reason = winners[0]
        group.add(fact, reason)
        return group
    perhaps |= {(fact.id, group.facts[0].id) for group, _ in winners}
    group = Group()
    group.add(fact, "the first claim about this event")
    shelf.append(group)
    return group


def fit(
    fact: Fact, group: Group, apart: frozenset[frozenset[str]], alike: Alike, home: Group | None
) -> Verdict:
    """How well a fact fits a group: not better than its worst pair allows, as well as its best."""
    judge = judge_of(fact)
    best = Verdict(None, "")
    for member in group.facts:
        if frozenset((fact.id, member.id)) in apart:
            return Verdict(None, "the article tells them as two things")
        verdict = judge(fact, member, alike, home is group)
        if verdict.score is None:
            return verdict
        if best.score is None or verdict.score > best.score:
            best = verdict
    return best
