"""Claims made ready for matching: when they may have happened, and what they are about."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from headcount import bands
from headcount.language import edtf
from headcount.merge.gather import EVENT_KINDS, Material, lineage
from headcount.model import Claim, Link

Basis = Literal["own", "published", "inside", "none"]


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day on which something may have happened, whole months; None: open.

    `basis`: the claim's own words, the publication of the article that tells it as its main event
    or as news, the period of the aggregate that it is told as part of, or nothing (then both ends
    are None).
    """

    first: date | None
    last: date | None
    basis: Basis

    def overlaps(self, other: Window) -> bool:
        """Whether both may have happened in the same month."""
        early = self.first is None or other.last is None or self.first <= other.last
        return early and (other.first is None or self.last is None or other.first <= self.last)

    def days_apart(self, other: Window) -> int:
        """Days between the nearest ends, 0 if they overlap."""
        if self.overlaps(other):
            return 0
        if self.last is not None and other.first is not None and self.last < other.first:
            return (other.first - self.last).days
        if self.first is not None and other.last is not None:
            return (self.first - other.last).days
        return 0


CURRENT = ("announced", "under_way")
"""States in which a cut told without a date is news of the days in which it is told."""

NOWHEN = Window(None, None, "none")


@dataclass(frozen=True, slots=True)
class Fact:
    """An event claim with what matching compares.

    `units`: each with its owners below the root, so that a unit meets the division it is in.
    `main`: the first cut that its article speaks of. `told`: the first and the last day on which
    that may have been published. `rank`: the canonical order of matching.
    """

    claim: Claim
    family: str
    units: tuple[frozenset[str], ...]
    window: Window
    aggregate: bool
    main: bool
    told: tuple[date | None, date | None]
    rank: tuple[object, ...]

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


@cache
def months(text: str) -> tuple[date | None, date | None]:
    """The bounds of an EDTF date, widened to whole months."""
    first, last = edtf.bounds(text)
    return (
        first.replace(day=1) if first else None,
        last.replace(day=monthrange(last.year, last.month)[1]) if last else None,
    )


def own_window(claim: Claim, material: Material) -> Window | None:
    """When the claim's own words put it; an open end reaches as far as its article can know, the
    open beginning of what is to come as far back as the article."""
    if claim.date is None or claim.date.edtf is None:
        return None
    first, last = months(claim.date.edtf)
    published = material.article_of(claim).published
    if last is None and published is not None and claim.date.tense != "future":
        last = months(published)[1]
    if first is None and published is not None and claim.date.tense == "future":
        first = months(published)[0]
    return Window(first, last, "own")


def facts(material: Material) -> tuple[Fact, ...]:
    """Every event claim, in the order in which matching takes them: the surest first."""
    claims = [claim for claim in material.claims.values() if claim.kind in EVENT_KINDS]
    mains = main_claims(claims)
    own = {claim.id: own_window(claim, material) for claim in claims}
    inside = {link.claim: link.to for link in material.links if link.is_ == "part_of"}
    ready = []
    for claim in claims:
        main = claim.id in mains
        window = own[claim.id] or borrowed(claim, main, material, own, inside)
        ready.append(fact(claim, main, window, material))
    return tuple(sorted(ready, key=lambda item: item.rank))


def borrowed(
    claim: Claim,
    main: bool,
    material: Material,
    own: Mapping[str, Window | None],
    inside: Mapping[str, str],
) -> Window:
    """When a claim without a date may have happened: for matching only, never shown."""
    whole = material.claims.get(inside.get(claim.id, ""))
    if whole is not None and is_aggregate(whole) and (period := own.get(whole.id)) is not None:
        return Window(period.first, period.last, "inside")
    published = material.article_of(claim).published
    current = claim.kind == "layoff" and claim.status.is_ in CURRENT and not is_aggregate(claim)
    if (main or current) and published is not None:
        return Window(*months(published), "published")
    return NOWHEN


def fact(claim: Claim, main: bool, window: Window, material: Material) -> Fact:
    """One claim with its comparisons made ready."""
    family = material.family(claim)
    units = {
        unit.is_: frozenset(lineage(unit.is_, material.owner)) - {family} for unit in claim.units
    }
    published = material.article_of(claim).published
    order = ("own", "published", "inside", "none").index(window.basis)
    exact = bands.figure(claim.jobs) is not None
    return Fact(
        claim=claim,
        family=family,
        units=tuple(units[key] for key in sorted(units) if units[key]),
        window=window,
        aggregate=is_aggregate(claim) and not within_a_month(window),
        main=main,
        told=edtf.bounds(published) if published else (None, None),
        rank=(
            order,
            not main,
            not claim.units,
            not exact,
            *report_order(published),
            claim.article,
            claim.quote.at.in_ == "body",
            claim.quote.at.start,
            claim.id,
        ),
    )


def main_claims(claims: Iterable[Claim]) -> frozenset[str]:
    """The ids of the claims that open their articles: the first cut, title before body."""
    first: dict[str, tuple[bool, int, str]] = {}
    for claim in claims:
        if claim.kind == "layoff" and not is_aggregate(claim):
            at = (claim.quote.at.in_ == "body", claim.quote.at.start, claim.id)
            first[claim.article] = min(at, first.get(claim.article, at))
    return frozenset(at[2] for at in first.values())


def is_aggregate(claim: Claim) -> bool:
    """Whether the words make it a total over several rounds."""
    return claim.scope.is_ == "aggregate"


def within_a_month(window: Window) -> bool:
    """Whether a claim's own words put all of it into one month: then it is one round."""
    if window.basis != "own" or window.first is None or window.last is None:
        return False
    return (window.first.year, window.first.month) == (window.last.year, window.last.month)


def report_order(published: str | None) -> tuple[date, date, str]:
    """A sort key for "earliest report first"; an unknown date comes last."""
    return edtf.sort_key(published)


def apart_pairs(links: Iterable[Link]) -> frozenset[frozenset[str]]:
    """Pairs of claims that one article tells as two things: inside, replacing or beside."""
    return frozenset(frozenset((link.claim, link.to)) for link in links)
