"""Whether two claims speak of the same event: by kind, units, time and number, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from headcount import bands
from headcount.language import edtf
from headcount.merge.facts import Fact, Window

FACTOR = 2.0
"""Numbers further apart than this are not two accounts of one cut unless something proves it."""

GAP_OF_TOTALS = 366
"""Days between the periods of one total, at most, for newsrooms to disagree about it."""

GAP_OF_MILESTONES = 3 * 366
"""Days that a purchase may take from announcement to completion."""

YEAR = 366
"""Days within which the same number, told as past, is the same cut and no other round."""

NEWS = 3
"""Days within which newsrooms tell of one thing."""

OBJECT_KINDS = ("acquisition", "launch", "closure")
PROGRESS = ("reported", "planned", "announced", "under_way", "completed")

Alike = Callable[[str, str], bool]
"""Whether two articles (ids) are versions of one text, or one corrects the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How well a fact fits another: `score` None is a veto, `near` one worth an editor's look; 0
    speaks neither for it nor against it."""

    score: int | None
    reason: str
    near: bool = False


def judge_of(fact: Fact) -> Callable[[Fact, Fact, Alike, bool], Verdict]:
    """The comparison that a fact's kind and scope call for."""
    if fact.claim.kind in OBJECT_KINDS:
        return same_object
    return same_total if fact.aggregate else same_cut


def same_total(one: Fact, other: Fact, alike: Alike, home: bool) -> Verdict:
    """Totals: the family and the number are the key; the period may be in dispute."""
    if not other.aggregate:
        return Verdict(None, "a total over several rounds and one round")
    gap = one.window.days_apart(other.window)
    if bands.same_figure(one.claim.jobs, other.claim.jobs):
        if gap > GAP_OF_TOTALS:
            return Verdict(None, "the same total of another time", near=True)
        return Verdict(3, "the same number given as a total over several rounds")
    if bands.figure(one.claim.jobs) is not None or bands.figure(other.claim.jobs) is not None:
        corrected = alike(one.claim.article, other.claim.article) and gap == 0
        if not corrected:
            return Verdict(None, "totals of another number")
        return Verdict(2, "a version of the same text")
    same_words = words(one) == words(other)
    same_time = one.window.basis == "own" and one.window == other.window
    if same_words and same_time:
        return Verdict(1, "the same words for a total over the same period")
    return Verdict(None, "totals without a figure", near=same_words and gap == 0)


def same_cut(one: Fact, other: Fact, alike: Alike, home: bool) -> Verdict:
    """Rounds: units not disjoint, dates that share a month, numbers that are no two numbers."""
    if other.aggregate:
        return Verdict(None, "a round and a total over several")
    units = shared_units(one, other)
    if units == 0:
        return Verdict(None, "other units")
    numbers = bands.compatible(one.claim.jobs, other.claim.jobs)
    when = time_fit(one, other, home, units)
    if when.score is None:
        near = bands.same_figure(one.claim.jobs, other.claim.jobs) and when.near
        return Verdict(None, when.reason, near=near)
    if one.claim.article == other.claim.article and (not numbers or told_apart(one, other)):
        return Verdict(None, "one article gives two numbers or dates")
    twins = alike(one.claim.article, other.claim.article)
    if units == 1 and not (twins or same_news(one, other)) and one_sided(one, other):
        return Verdict(None, "one names a unit, the other gives no number", near=True)
    close = twins or bands.near(one.claim.jobs, other.claim.jobs, FACTOR)
    if not numbers and (not close or (units == 1 and not twins)):
        return Verdict(None, "numbers too far apart for one cut", near=True)
    same = bands.same_figure(one.claim.jobs, other.claim.jobs)
    figures = one.claim.jobs is not None or other.claim.jobs is not None
    if called_off(one) != called_off(other) and figures and not same:
        return Verdict(None, "one of them was called off", near=True)
    if when.score == 0:
        return when
    score = when.score + units + (4 if same else 2 if numbers else 0)
    return Verdict(score, f"{UNITS_REASON[units]}, {when.reason}{NUMBERS_REASON[numbers]}")


UNITS_REASON = {
    1: "the same employer",
    2: "the same employer and shared units",
    3: "the same employer and the same units",
}
NUMBERS_REASON = {True: "", False: ", another number: a dispute"}


def one_sided(one: Fact, other: Fact) -> bool:
    """Whether one claim names a unit and the other neither unit nor number, so that nothing but
    the month holds them together."""
    return any(not fact.units and fact.claim.jobs is None for fact in (one, other))


def same_news(one: Fact, other: Fact) -> bool:
    """Whether two claims are of one article, or were surely printed within a few days."""
    if one.claim.article == other.claim.article:
        return True
    return within_days((*one.told, *other.told))


def time_fit(one: Fact, other: Fact, home: bool, units: int) -> Verdict:
    """Whether two rounds may be of one time; `home`: the group is the article's main event."""
    if "inside" in (one.window.basis, other.window.basis):
        if units == 3 and one.units and one.window.overlaps(other.window):
            return Verdict(1, "told inside a total whose period holds the date")
        return Verdict(None, "one is told inside a total, the other is not")
    if home and one.window.basis != "own":
        return Verdict(3, "no date of its own, so the article's main event")
    if told_again(one, other):
        return Verdict(1, "the same number, looked back on within a year")
    if one.window.basis == "none":
        if other.window.basis == "none" and one.claim.article == other.claim.article and units > 1:
            return Verdict(1, "told in the same article, without a date")
        return Verdict(None, "one has no date", near=True)
    if not one.window.overlaps(other.window):
        if foretold(one, other) or foretold(other, one):
            same = announces(one, other) or announces(other, one)
            return Verdict(int(same), "announced in one account, dated in the other")
        reported = "published" in (one.window.basis, other.window.basis)
        if reported and units > 1 and one.units and near_months(one.window, other.window):
            return Verdict(1, "reported within a month of the event")
        return Verdict(None, "another time")
    if one.window.basis == other.window.basis == "own":
        return Verdict(3, "dates that share a month")
    return Verdict(2, "reported in the month of the event")


def told_apart(one: Fact, other: Fact) -> bool:
    """Whether one article dates two cuts on different days, or gives one a number and the other
    a share at another date."""
    a, b = one.claim, other.claim
    if a.date is None or b.date is None or a.date.edtf is None or b.date.edtf is None:
        return False
    unlike = (a.jobs is None) is not (b.jobs is None) and (a.percent is None or b.percent is None)
    return not edtf.overlap(a.date.edtf, b.date.edtf) or (unlike and a.date.edtf != b.date.edtf)


def told_again(one: Fact, other: Fact) -> bool:
    """Whether the later of two accounts, without a date of its own, looks back, as on something
    done, on a cut of the same number in the year before."""
    early, late = sorted(
        (one, other), key=lambda fact: (known_by(fact) or date.min, fact.window.basis != "own")
    )
    first, last = known_by(early), known_by(late)
    if first is None or last is None or late.window.basis == "own":
        return False
    past = late.claim.status.is_ == "completed" and (last - first).days <= YEAR
    return past and bands.same_figure(one.claim.jobs, other.claim.jobs)


def foretold(one: Fact, other: Fact) -> bool:
    """Whether the first claim's date is that of its announcement, and the second's that of a cut
    within the year behind it."""
    told, cut = one.claim.date, other.claim.date
    if told is None or told.edtf is None or told.tense != "told":
        return False
    if cut is None or cut.tense == "told" or other.window.basis != "own":
        return False
    first, begins = one.window.first, other.window.first
    return first is not None and begins is not None and 0 <= (begins - first).days <= YEAR


def announces(one: Fact, other: Fact) -> bool:
    """Whether the cut that one announces is the other's: by its number, or told in these days."""
    if bands.same_figure(one.claim.jobs, other.claim.jobs):
        return True
    told = one.claim.date.edtf if one.claim.date else None
    return told is not None and within_days((*edtf.bounds(told), *other.told))


def within_days(days: Iterable[date | None]) -> bool:
    """Whether all days are known, and few enough apart for one piece of news."""
    known = list(days)
    given = [day for day in known if day is not None]
    return len(given) == len(known) and (max(given) - min(given)).days <= NEWS


def known_by(fact: Fact) -> date | None:
    """The first day of which a claim may speak, or else the day on which it was printed."""
    return fact.window.first if fact.window.basis == "own" else fact.told[1]


def called_off(fact: Fact) -> bool:
    """Whether the source says that nothing came of it; another number is then another plan."""
    return fact.claim.status.is_ not in PROGRESS


def near_months(one: Window, other: Window) -> bool:
    """Whether two windows are next to each other: an announcement may run ahead of its cut."""
    return one.days_apart(other) <= 1


def same_object(one: Fact, other: Fact, alike: Alike, home: bool) -> Verdict:
    """Purchases, launches, closures: what was bought, launched or closed is the key."""
    if not set(own_units(one)) & set(own_units(other)):
        return Verdict(None, "another object")
    if "none" in (one.window.basis, other.window.basis):
        return Verdict(2, "the same object, one account without a date")
    if one.window.overlaps(other.window):
        return Verdict(3, "the same object, dates that share a month")
    return milestones(one, other)


def milestones(one: Fact, other: Fact) -> Verdict:
    """Whether two dates of one object are its announcement and its completion."""
    early, late = sorted((one, other), key=lambda item: str(item.window.first))
    steps = (early.claim.status.is_, late.claim.status.is_)
    forward = all(step in PROGRESS for step in steps) and (
        PROGRESS.index(steps[0]) < PROGRESS.index(steps[1])
    )
    if forward and one.window.days_apart(other.window) <= GAP_OF_MILESTONES:
        return Verdict(1, "the same object at a later step")
    return Verdict(None, "the same object at another time", near=True)


def shared_units(one: Fact, other: Fact) -> int:
    """0 disjoint, 1 one side names none (or neither does), 2 shared, 3 the same units."""
    if not one.units and not other.units:
        return 3
    if not one.units or not other.units:
        return 1
    mine, theirs = set(own_units(one)), set(own_units(other))
    if mine == theirs:
        return 3
    above = {unit for line in one.units for unit in line} & theirs
    below = {unit for line in other.units for unit in line} & mine
    return 2 if above or below else 0


def own_units(fact: Fact) -> tuple[str, ...]:
    """The ids of the units that the claim itself names, without the employer."""
    return tuple(sorted({unit.is_ for unit in fact.claim.units} - {fact.family}))


def words(fact: Fact) -> tuple[str | None, tuple[float, ...]]:
    """The vague word or the share by which a total without a figure is known."""
    jobs, percent = fact.claim.jobs, fact.claim.percent
    return (jobs.qualifier if jobs else None, (percent.value,) if percent else ())
