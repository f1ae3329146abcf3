"""Reckoning from one date to another, never more exactly than the first is known.

Everything counts from an `Anchor`: the day an article was published, or a date of its text. All
functions return EDTF and raise `Unresolved` where the words leave more than one answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from headcount.language import edtf

Tense = Literal["past", "future"]


class Unresolved(ValueError):
    """The words don't say which date; the message tells a reader why."""


class Reckoned(NamedTuple):
    """An EDTF string, and why it is less exact than the words, if it is."""

    edtf: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date to count from: its days as stated, and as they may be at the widest ("~")."""

    first: date
    last: date
    earliest: date
    latest: date
    precision: str
    mark: str


def anchor(text: str | None, name: str) -> Anchor:
    """The anchor that an EDTF string is; `name` says what it is, for the reason."""
    if text is None:
        raise Unresolved(f"{name} is not known")
    try:
        left, right = edtf.ends(text)
    except ValueError:
        raise Unresolved(f"{name} is not a date") from None
    if left is None or right is None or left is not right:
        raise Unresolved(f"{name} is a period")
    if left.precision not in ("day", "month", "year") or "X" in text:
        raise Unresolved(f"{name} is too imprecise")
    earliest, latest = edtf.widened(left)
    mark = "~" if left.approximate else ""
    return Anchor(left.first, left.last, earliest, latest, left.precision, mark)


def year_text(year: int) -> str:
    """A year as EDTF."""
    if not 1 <= year <= 9999:
        raise Unresolved("there is no such year")
    return f"{year:04}"


def month_text(year: int, month: int) -> str:
    """A month as EDTF; months beyond 12 and below 1 are those of other years."""
    return f"{year_text(year + (month - 1) // 12)}-{(month - 1) % 12 + 1:02}"


def needs(base: Anchor, precision: Literal["month", "day"]) -> None:
    """Raise Unresolved if the anchor is known less exactly than that."""
    if base.precision == "year" or (precision == "day" and base.precision == "month"):
        raise Unresolved(f"the date it counts from is known to the {base.precision} only")


def year(base: Anchor, offset: int) -> str:
    """The year so many years away."""
    mark = base.mark if base.precision == "year" else ""
    return year_text(base.first.year + offset) + mark


def month(base: Anchor, offset: int) -> str:
    """The month so many months away; approximate like the anchor."""
    needs(base, "month")
    mark = base.mark if base.precision == "month" else ""
    return month_text(base.first.year, base.first.month + offset) + mark


def quarter(base: Anchor, offset: int) -> str:
    """The calendar quarter so many quarters away."""
    needs(base, "month")
    number = (base.first.month - 1) // 3 + offset
    return f"{year_text(base.first.year + number // 4)}-{33 + number % 4}"


def days(base: Anchor, low: int, high: int, unit: str) -> Reckoned:
    """The day, or the days, so many days away; whole months if the anchor is only a month."""
    needs(base, "month")
    first, last = base.first + timedelta(low), base.last + timedelta(high)
    if base.precision == "day":
        both = f"{first}{base.mark}", f"{last}{base.mark}"
        return Reckoned(both[0] if low == high else "/".join(both))
    both = (
        month_text(first.year, first.month) + base.mark,
        month_text(last.year, last.month) + base.mark,
    )
    return Reckoned(both[0] if both[0] == both[1] else "/".join(both), f"{unit} unresolved")


def week(base: Anchor, offset: int, part: Tense | None = None) -> Reckoned:
    """The week (Monday to Sunday) so many weeks away; `part`: only up to, or from, the anchor."""
    back = base.first.weekday() if base.precision == "day" else 6
    low, high = 7 * offset - back, 7 * offset + 6 - (back if base.precision == "day" else 0)
    if part == "past":
        high = 0
    elif part == "future":
        low = 0
    return days(base, low, high, "week")


def shifted(base: Anchor, count: int, unit: str) -> Reckoned:
    """The day, week, month, quarter, year so many of them away."""
    if abs(count) > 4000:
        raise Unresolved("too far away")
    if unit == "day":
        return days(base, count, count, "day")
    if unit in ("week", "fortnight"):
        return week(base, count * (2 if unit == "fortnight" else 1))
    if unit == "month":
        return Reckoned(month(base, count))
    if unit == "quarter":
        return Reckoned(quarter(base, count))
    return Reckoned(year(base, count * (10 if unit == "decade" else 1)))


def stretch(base: Anchor, count: int, unit: str) -> str:
    """From the anchor so many units ahead, or (negative) from so many units back to it."""
    if unit in ("day", "week", "fortnight"):
        needs(base, "day")
        there = shifted(base, count * {"day": 1, "week": 7, "fortnight": 14}[unit], "day").edtf
        here = f"{base.first}{base.mark}"
    elif unit in ("month", "quarter"):
        there, here = month(base, count * (3 if unit == "quarter" else 1)), month(base, 0)
    else:
        there, here = shifted(base, count, unit).edtf, year(base, 0)
    return f"{here}/{there}" if count > 0 else f"{there}/{here}"


def named_month(base: Anchor, number: int, tense: Tense | None) -> str:
    """The month of that name: past, the latest until the anchor; future, the next from it.

    The anchor's own month is unresolved: a year ago, or this very month.
    """
    needs(base, "month")
    if tense is None:
        raise Unresolved("no year, and the tense doesn't tell which")
    if number == base.first.month:
        raise Unresolved("it may be the month of publication or that of another year")
    edges = (base.last, base.latest) if tense == "past" else (base.first, base.earliest)
    found = {edge.year + turn(edge.month, number, tense) for edge in edges}
    if len(found) > 1:
        raise Unresolved("too close to a publication date known only roughly")
    return month_text(found.pop(), number)


def turn(now: int, then: int, tense: Tense) -> int:
    """How many years away the nearest month `then` is, seen from month `now`."""
    if tense == "past":
        return -1 if then > now else 0
    return 1 if then < now else 0


def named_day(base: Anchor, number: int, day: int, tense: Tense | None) -> str:
    """The day of a year nearest to the anchor on the side of the tense, or the anchor itself."""
    needs(base, "month")
    if tense is None:
        raise Unresolved("no year, and the tense doesn't tell which")
    if base.precision == "month" and number == base.first.month:
        return f"{base.first.year:04}-{number:02}-{date(base.first.year, number, day).day:02}"
    edges = (base.last, base.latest) if tense == "past" else (base.first, base.earliest)
    found = set()
    for edge in edges:
        beyond = (number, day) > (edge.month, edge.day)
        passed = (number, day) < (edge.month, edge.day)
        step = -beyond if tense == "past" else passed
        found.add(date(edge.year + step, number, day))
    if len(found) > 1:
        raise Unresolved("too close to a publication date known only roughly")
    return found.pop().isoformat()


def near(base: Anchor, day: str) -> str:
    """The day, if it is near enough to need no year."""
    found = date.fromisoformat(day)
    if found.year > base.latest.year and found - base.latest > FAR:
        raise Unresolved("it may be the day of this year or of the next one")
    return day


FAR = timedelta(270)
"""How far ahead, in another year, a day without its year may be."""


def weekday(base: Anchor, number: int, tense: Tense | None) -> Reckoned:
    """The weekday nearest to the anchor: past, until that very day; future, after it."""
    if tense is None:
        raise Unresolved("the tense doesn't tell which week")
    if base.precision != "day":
        return days(base, -6, 0, "day") if tense == "past" else days(base, 0, 6, "day")
    back = (base.first.weekday() - number) % 7
    if tense == "future" and back == 0:
        raise Unresolved("it may be the day of publication or a week later")
    step = -back if tense == "past" else 7 - back
    return days(base, step, step, "day")


def weekend(base: Anchor, tense: Tense | None) -> Reckoned:
    """Saturday and Sunday nearest to the anchor, which must be a working day."""
    needs(base, "day")
    today = base.first.weekday()
    if tense is None:
        raise Unresolved("the tense doesn't tell which week")
    if today > 4:
        raise Unresolved("it may be the weekend of publication or another")
    low = -2 - today if tense == "past" else 5 - today
    return days(base, low, low + 1, "day")


def weekday_of_week(base: Anchor, number: int, offset: int) -> Reckoned:
    """A weekday of the week so many weeks away."""
    if base.precision != "day":
        return week(base, offset)
    step = 7 * offset + number - base.first.weekday()
    return days(base, step, step, "day")


def last_or_next(base: Anchor, number: int, tense: Tense) -> str:
    """A month called "last" or "next": sure only where it lies in another year than the anchor."""
    needs(base, "month")
    if tense == "past" and number >= base.first.month:
        return month_text(base.first.year - 1, number)
    if tense == "future" and number <= base.first.month:
        return month_text(base.first.year + 1, number)
    raise Unresolved("it may be this year's or another's")


def last_or_next_weekday(base: Anchor, number: int, tense: Tense) -> Reckoned:
    """A weekday called "last" or "next": sure only if the nearest lies in another week."""
    needs(base, "day")
    step = number - base.first.weekday()
    if (tense == "past") is (step < 0) and step != 0:
        raise Unresolved("it may be this week's or another's")
    return weekday_of_week(base, number, -1 if tense == "past" else 1)


def season(base: Anchor, code: int, tense: Tense | None) -> str:
    """The season nearest to the anchor on the side of the tense; unresolved while it lasts."""
    needs(base, "month")
    if tense is None:
        raise Unresolved("no year, and the tense doesn't tell which")
    near = [f"{year_text(base.first.year + step)}-{code}" for step in (-2, -1, 0, 1)]
    whole = [(edtf.point(text), text) for text in near]
    if any(one.first <= base.latest and base.earliest <= one.last for one, _ in whole):
        raise Unresolved("it may be the season of publication or that of another year")
    if tense == "past":
        return [text for one, text in whole if one.last < base.earliest][-1]
    return next(text for one, text in whole if one.first > base.latest)


def this_season(base: Anchor, code: int) -> str:
    """The season of the anchor's year; in January and February, winter is the year before's."""
    needs(base, "month")
    back = code == 24 and base.first.month <= 2
    return f"{year_text(base.first.year - back)}-{code}"


def called_season(base: Anchor, code: int, tense: Tense) -> str:
    """A season called "last" or "next": sure only where it lies in another year."""
    now = edtf.point(f"{year_text(base.first.year)}-{code}")
    if now.first <= base.earliest and base.latest <= now.last and code != 24:
        return f"{year_text(base.first.year + (1 if tense == 'future' else -1))}-{code}"
    found = season(base, code, tense)
    if found.startswith(year_text(base.first.year)):
        raise Unresolved("it may be this year's or another's")
    return found


def before(day: date) -> date:
    """The day before."""
    return day - timedelta(1)
