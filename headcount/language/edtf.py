"""Dates as precise as they are known: EDTF, what it allows and which days it means.

ISO 8601-2:2019 annex A, level 0 and 1, without times and years beyond four digits; seasons
(21–24) and, from level 2, quarters (33–36). An interval's end may be open ("..") or unknown ("").
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["year", "season", "quarter", "month", "day"]

POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of a season of the northern hemisphere; the winter of a year begins in
its December."""

QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


@dataclass(frozen=True, slots=True)
class Point:
    """One date: the days it may mean, inclusive, its precision, and whether it is approximate."""

    first: date
    last: date
    precision: Precision
    approximate: bool


def point(text: str) -> Point:
    """The meaning of one date (no interval). Raises ValueError for anything else."""
    match = POINT.fullmatch(text)
    if match is None:
        raise ValueError(f'"{text}" is not an EDTF date')
    year, month, day, mark = match.group("year", "month", "day", "mark")
    approximate = mark in ("~", "%")
    if "X" in year and month:
        raise ValueError(f'"{text}" has a month in a year that is not given')
    if "X" in year or month in (None, "XX"):
        if day and day != "XX":
            raise ValueError(f'"{text}" has a day in a month that is not given')
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return Point(date(first, 1, 1), date(last, 12, 31), "year", approximate)
    number = int(month)
    if number in SEASONS or number in QUARTERS:
        if day:
            raise ValueError(f'"{text}" has a day in a season')
        months = SEASONS.get(number) or QUARTERS[number]
        precision: Precision = "season" if number in SEASONS else "quarter"
        return Point(
            date(int(year), months[0], 1), month_end(int(year), months[1]), precision, approximate
        )
    if day in (None, "XX"):
        start = date(int(year), number, 1)
        return Point(start, month_end(int(year), number), "month", approximate)
    exact = date(int(year), number, int(day))
    return Point(exact, exact, "day", approximate)


def month_end(year: int, month: int) -> date:
    """The last day of a month; months beyond 12 and below 1 are those of other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > 9999:
        return date.max
    return date(year, month, monthrange(year, month)[1])


def ends(text: str) -> tuple[Point | None, Point | None]:
    """The two dates of an interval (None: open or unknown), or one date twice.

    Raises ValueError for anything else, and for an interval that ends before it begins.
    """
    if "/" not in text:
        both = point(text)
        return both, both
    start, _, end = text.partition("/")
    left = None if start in ("", "..") else point(start)
    right = None if end in ("", "..") else point(end)
    if left is None and right is None:
        raise ValueError(f'"{text}" is an interval without an end')
    if left and right and (left.first > right.first or left.last > right.last):
        raise ValueError(f'"{text}" ends before it begins')
    return left, right


def valid(text: str) -> bool:
    """Whether `text` is EDTF as this module reads it."""
    try:
        ends(text)
    except ValueError:
        return False
    return True


def bounds(text: str) -> tuple[date | None, date | None]:
    """The first and the last day that `text` may mean; None for an open or unknown end.

    An approximate date ("~", "%") is one unit of its precision wider on each side: a day, a
    year, or a month for months, seasons and quarters. "?" (uncertain) widens nothing.
    Raises ValueError if `text` is not EDTF.
    """
    left, right = ends(text)
    return (
        None if left is None else widened(left)[0],
        None if right is None else widened(right)[1],
    )


def widened(one: Point) -> tuple[date, date]:
    """The first and last day of a date, one unit further apart if it is approximate."""
    first, last = one.first, one.last
    if not one.approximate:
        return first, last
    if one.precision == "year":
        return date(max(first.year - 1, 1), 1, 1), date(min(last.year + 1, 9999), 12, 31)
    if one.precision == "day":
        day = timedelta(days=1)
        return max(first, date.min + day) - day, min(last, date.max - day) + day
    before = (
        date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
        if (first.year, first.month) > (1, 1)
        else first
    )
    return before, month_end(last.year, last.month + 1)


def overlap(a: str, b: str) -> bool:
    """Whether the two can mean a common day. Raises ValueError if one is not EDTF."""
    (first, last), (other_first, other_last) = bounds(a), bounds(b)
    return (first is None or other_last is None or first <= other_last) and (
        other_first is None or last is None or other_first <= last
    )


def contains(whole: str, part: str) -> bool:
    """Whether all days that `part` states can lie in `whole`. Raises ValueError as `bounds`.

    Only the whole is widened: about February lies in a year that February lies in.
    """
    first, last = bounds(whole)
    left, right = ends(part)
    return (first is None or (left is not None and first <= left.first)) and (
        last is None or (right is not None and right.last <= last)
    )


def sort_key(text: str | None) -> tuple[date, date, str]:
    """Chronological order by first day, then last day: open starts first, None last."""
    if text is None:
        return date.max, date.max, ""
    left, right = ends(text)
    return (
        date.min if left is None else left.first,
        date.max if right is None else right.last,
        text,
    )
