"""The wide variant: columns on a time axis, totals as brackets above them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from headcount.charts import chosen, told
from headcount.charts.bars import fitted
from headcount.charts.cuts import Cuts, Row
from headcount.charts.plot import (
    CUT,
    DASH,
    INK,
    MUTED,
    NONE,
    PAPER,
    Align,
    Plot,
    dates,
    fading,
    ordinal,
    ticks,
)
from headcount.lettering import BOLD, LARGE, SMALL, breadth, cut, wrapped

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

WIDTH, HEIGHT, LEFT = 880, 340, 2
APART = 132
"""The room of what has no date."""
COLUMNS, BRACKET, HEAD, FOOT = 240, 28, 20, 22
GAP, STUB = 12, 14
CROWD, BROAD = 24, 62
"""As many columns as have room to be broad;
days from which a date is drawn as a width."""


def drawn(record: Cuts) -> str:
    """The chart as an SVG element; some row must be dated."""
    few, note = chosen.cuts(record, "wide")
    rows = [row for row in few.rows if row.known]
    totals = [row for row in rows if row.kind == "aggregate"]
    cuts = [row for row in rows if row.kind != "aggregate"]
    above = HEAD + len(totals) * BRACKET if totals else 0
    undated = [row for row in few.rows if not row.known]
    foot = FOOT + (18 if note else 0)
    plot = Plot(WIDTH, max(HEIGHT, above + COLUMNS + foot))
    chart = Columns(plot, rows, cuts, (above, plot.height - foot), undated)
    chart.axes(note)
    chart.undated(undated)
    if totals:
        words = "Totals, over the period that each source gives"
        plot.text(LEFT, 8, words, size=SMALL, fill=MUTED)
    for number, row in enumerate(totals):
        chart.bracket(row, HEAD + number * BRACKET + 16)
    chart.columns()
    chart.labels()
    return fitted(plot, record, "wide")


class Columns:
    """Where days and numbers of jobs lie on a plot."""

    def __init__(
        self,
        plot: Plot,
        rows: list[Row],
        cuts: list[Row],
        ends: tuple[int, int],
        undated: list[Row],
    ) -> None:
        self.plot, (self.above, self.floor) = plot, ends
        self.cuts = sorted(cuts, key=lambda row: (-row.size, row.first, row.event))
        days = [ordinal(day) for row in rows for day in (row.first, row.last) if day]
        self.years = range(date.fromordinal(min(days)).year, date.fromordinal(max(days)).year + 1)
        self.start = date(self.years[0], 1, 1).toordinal()
        self.days = date(self.years[-1], 12, 31).toordinal() + 1 - self.start
        self.top = max([*(max(r.low or 0, r.high or 0) for r in (*cuts, *undated)), 10]) * 1.08
        self.ticks = ticks(self.top) if any(row.size for row in (*cuts, *undated)) else ()
        self.right = WIDTH - (APART if undated else 0)
        self.edge = (
            self.right - 12 - max((breadth(f"{jobs:,}", SMALL) for jobs in self.ticks), default=0)
        )
        roomy = len(cuts) <= CROWD
        self.half = 9.0 if roomy else min(WIDTH / len(cuts) * 0.28, 6)
        self.head = 16 if roomy else 48
        self.boxes: list[Box] = []
        self.hiding: list[Row] = []

    def x(self, day: int) -> float:
        return LEFT + (day - self.start) / self.days * (self.edge - LEFT)

    def y(self, jobs: float) -> float:
        return self.floor - math.sqrt(jobs / self.top) * (self.floor - self.above - self.head)

    def axes(self, note: str) -> None:
        """Years along the foot, numbers of jobs at the right, and what is left out."""
        for day, name in dates(self.years, self.edge - LEFT):
            self.plot.grid(self.x(day), 18, self.x(day), self.floor)
            self.plot.text(self.x(day), self.floor + 13, name, size=SMALL)
        for jobs in self.ticks:
            self.plot.grid(LEFT, self.y(jobs), self.edge, self.y(jobs))
            self.plot.text(self.edge + 8, self.y(jobs), f"{jobs:,}", size=SMALL, fill=MUTED)
        self.plot.line(LEFT, self.floor, self.edge, self.floor, INK, 1)
        if note:
            self.plot.text(LEFT, self.floor + 31, note, size=SMALL, fill=MUTED)

    def undated(self, rows: list[Row]) -> None:
        """What has no place in time, on a ground of its own."""
        if not rows:
            return
        self.plot.ground(self.right + 8, WIDTH, 18, self.floor)
        self.plot.text(self.right + 16, self.floor + 13, "no date given", size=SMALL)
        for number, row in enumerate(rows):
            x = self.right + 40 + 58 * number
            self.column(row, x, self.half)
            said = wrapped(row.words or "no figure", 52)[:3]
            top = self.box(row, x)[1] - 15 * len(said)
            for at, line in enumerate(said):
                y = top + 15 * at + 4
                self.plot.text(x, y, line, "center", BOLD, SMALL, href=row.href)

    def span(self, row: Row) -> None:
        """The time in which a cut lies, where that is more than its column shows."""
        first, last = self.x(ordinal(row.first)), self.x(ordinal(row.last) + 1)
        if row.dated and ordinal(row.last) - ordinal(row.first) > BROAD:
            self.plot.bar(first, last, self.floor + 1, self.floor + 4, CUT, href=row.href)

    def columns(self) -> None:
        """The largest at the back; a smaller one before it is narrower, so that both show."""
        taken: list[tuple[float, float]] = []
        for row in self.cuts:
            x = self.x(ordinal(row.middle))
            behind = sum(abs(x - other) < half for other, half in taken)
            self.hiding += [row] if behind else []
            half = max(self.half - 2 * behind, 3)
            taken.append((x, half))
            self.column(row, x, half)
            self.span(row)
            self.boxes.append(self.box(row, x))

    def column(self, row: Row, x: float, half: float) -> None:
        """Up to the number; strokes where it is open; hollow where not done or not stated."""
        if row.low is None and row.high is None:
            self.plot.dot(x, self.floor - 12, href=row.href)
            self.plot.text(x, self.floor - 12, "?", "center", BOLD, SMALL, CUT, row.href)
            return
        low, high = self.y(row.low or 0), self.y(row.high or row.low or 0)
        if row.vague:
            self.plot.bar(x - half, x + half, high, low, PAPER, CUT, DASH, row.href)
        elif row.planned or row.kind == "revised":
            self.plot.bar(x - half, x + half, high, self.floor, PAPER, CUT, DASH, row.href)
            if row.kind == "revised" or row.gone:
                self.plot.line(x - half, self.floor, x + half, high, CUT, 1.5, href=row.href)
        elif row.low is not None:
            self.plot.bar(x - half, x + half, low, self.floor, CUT, PAPER, None, row.href)
        if not row.vague:
            for y in self.strokes(row):
                self.plot.bar(x - half, x + half, y, y + 2, href=row.href)

    def strokes(self, row: Row) -> list[float]:
        """Where the strokes stand above a column."""
        low = self.y(row.low or 0)
        if row.high is None:
            return fading(low, low - 22)
        if row.low != row.high:
            return [] if row.planned else fading(low, min(self.y(row.high), low - 10))
        return fading(low, min(self.y(row.high * told.ABOVE), low - 8), 3) if row.open_ else []

    def box(self, row: Row, x: float) -> Box:
        top = self.floor - 24.0
        if row.size:
            top = min([self.y(max(row.low or 0, row.high or 0)), *self.strokes(row)])
        return x - self.half - 2, min(top, self.floor - 32), x + self.half + 2, self.floor

    def bracket(self, row: Row, y: float) -> None:
        """A line over a period: ends where the source ends it, breaks up where it doesn't."""
        x = self.x(ordinal(row.first)) if row.first else LEFT
        x2 = max(self.x(ordinal(row.last) + 1), x + STUB)
        colour, dash = (CUT, DASH) if row.planned else (INK, None)
        self.plot.bar(x, x2, y - 12, y + 12, NONE, href=row.href)
        self.plot.line(x, y, x2, y, colour, dash=dash, href=row.href)
        if row.first:
            self.plot.line(x, y, x, y + 7, colour, href=row.href)
        after = x2 + 10
        if row.soft or not row.dated:
            for offset, length in ((5, 5), (13, 4), (20, 3)):
                self.plot.line(x2 + offset, y, x2 + offset + length, y, colour, href=row.href)
            after = x2 + 32
        else:
            self.plot.line(x2, y, x2, y + 7, colour, href=row.href)
        self.beside(row, x, after, y)

    def beside(self, row: Row, x: float, after: float, y: float) -> None:
        """A bracket's number and source: to its right, else to its left, else above it."""
        number = row.words or "no figure"
        wide = breadth(number, LARGE, BOLD) + 6
        told_of = (row.label, told.note(row)) if row.dated else (told.note(row), row.when)
        who = cut(" · ".join(part for part in told_of if part), 260)
        long = wide + breadth(who, SMALL)
        if after + long <= self.right:
            start = after
        elif x - GAP - long >= LEFT:
            start = x - GAP - long
        else:
            start, y = max(LEFT, self.right - long), y - 11
        self.plot.text(start, y, number, "left", BOLD, LARGE, href=row.href)
        self.plot.text(start + wide, y, who, size=SMALL, fill=MUTED, href=row.href)

    def labels(self) -> None:
        """Numbers beside the columns, the largest first, as far as they find room.

        None for a column before a larger one: it would be read as the larger one's.
        """
        for row, own in zip(self.cuts, tuple(self.boxes), strict=True):
            others = [box for box in self.boxes if box != own]
            if row in self.hiding:
                continue
            for room in (170, 120, 64, 0):
                lines = self.lines(row, room)
                free = [
                    (place, align)
                    for place, align in self.places(lines, own)
                    if not any(_meet(place, box) for box in others)
                ]
                if free:
                    self.label(row, lines, *free[0])
                    break

    def lines(self, row: Row, room: int) -> list[str]:
        """A label's number, date and place in lines of `room` pixels; for 0 the number alone."""
        where = cut(told.note(row) or row.label, room)
        more = [*wrapped(row.when, room), *([where] if where else [])] if room else []
        return [row.words or "no figure", *more]

    def places(self, lines: list[str], own: Box) -> Iterator[tuple[Box, Align]]:
        """Where a label may stand: right of its column, left of it, above it."""
        wide = max([breadth(lines[0], LARGE, BOLD), *(breadth(s, SMALL) for s in lines[1:])]) + 4
        tall = 4 + 16 * len(lines)
        top, middle = min(own[1], self.floor - tall), (own[0] + own[2]) / 2
        aligns: tuple[tuple[Align, float, float], ...] = (
            ("left", own[2] + 4, top),
            ("right", own[0] - 4 - wide, top),
            ("center", middle - wide / 2, own[1] - tall - 2),
            ("right", min(own[2], self.edge) - wide, own[1] - tall - 2),
            ("left", own[0], own[1] - tall - 2),
        )
        for align, start, upper in aligns:
            if start >= LEFT and start + wide <= self.edge and upper >= self.above:
                yield (start, upper, start + wide, upper + tall), align

    def label(self, row: Row, lines: list[str], place: Box, align: Align) -> None:
        x = {"left": place[0], "right": place[2], "center": (place[0] + place[2]) / 2}[align]
        self.plot.text(x, place[1] + 8, lines[0], align, BOLD, LARGE, href=row.href)
        for number, line in enumerate(lines[1:], 1):
            self.plot.text(
                x, place[1] + 8 + 16 * number, line, align, size=SMALL, fill=MUTED, href=row.href
            )
        self.boxes.append(place)


def _meet(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
