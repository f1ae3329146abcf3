"""The wide variant: columns on a time axis, totals as brackets above them."""

from __future__ import annotations

import math
from datetime import date

from headcount.charts import svg
from headcount.charts.cuts import Cuts, Mark, Period
from headcount.charts.plot import (
    BOLD,
    CUT,
    DASH,
    INK,
    LARGE,
    MUTED,
    PAPER,
    SMALL,
    Align,
    Plot,
    fading,
    ordinal,
    ticks,
)

WIDTH, LEFT, RIGHT = 860, 4, 66
COLUMNS, BRACKET, FOOT = 250, 28, 24
HALF = 9
LETTER = 7.2
"""Pixels that a letter of a label takes, rather too many than too few."""


def drawn(record: Cuts, title: str, said: str) -> str:
    """The chart as an SVG element."""
    dated = [mark for mark in record.marks if mark.day]
    rows = [(mark, period) for mark in dated for period in mark.periods]
    plot = Plot(WIDTH, len(rows) * BRACKET + (22 if rows else 0) + COLUMNS + FOOT)
    chart = Columns(plot, dated, [period for _, period in rows])
    chart.axes()
    for number, (mark, period) in enumerate(rows):
        chart.bracket(mark, period, 26 + number * BRACKET)
    if rows:
        plot.text(LEFT, 6, "Totals, over the period each source gives", size=SMALL, fill=MUTED)
    for mark in dated:
        if not mark.periods:
            chart.column(mark)
    chart.labels([mark for mark in dated if not mark.periods])
    names = {mark.event: f"{mark.when}: {mark.title}, {mark.status}" for mark in record.marks}
    return svg.fit(plot.svg(), record.id, "wide", title, said, names)


class Columns:
    """Where days and numbers of jobs lie on a plot."""

    def __init__(self, plot: Plot, marks: list[Mark], periods: list[Period]) -> None:
        self.plot = plot
        days = [mark.day for mark in marks]
        days += [day for period in periods for day in (period.start, period.end) if day]
        first = min((int(day[:4]) for day in days), default=2000)
        last = max((int(day[:4]) for day in days), default=2000) + 1
        self.years = range(first, last + 1)
        self.start, self.span = date(first, 1, 1).toordinal(), 0
        self.span = date(last, 1, 1).toordinal() - self.start
        tops = [max(m.low or 0, m.high or 0) * 1.06 for m in marks if not m.periods]
        self.top = max([*tops, 100])
        self.floor = plot.height - FOOT

    def x(self, iso: str) -> float:
        share = (ordinal(iso) - self.start) / self.span
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def y(self, jobs: float) -> float:
        return self.floor - math.sqrt(jobs / self.top) * (COLUMNS - 14)

    def axes(self) -> None:
        """Years along the foot, numbers of jobs at the right."""
        step = max(1, math.ceil(len(self.years) / 12))
        for year in list(self.years)[:-1]:
            x = self.x(f"{year}-01-01")
            self.plot.grid(x, 14, x, self.floor)
            if (year - self.years[0]) % step == 0:
                self.plot.text(x, self.floor + 14, str(year))
        edge = WIDTH - RIGHT
        for jobs in ticks(int(self.top)):
            self.plot.grid(LEFT, self.y(jobs), edge, self.y(jobs))
            self.plot.text(edge + 8, self.y(jobs), f"{jobs:,}", size=SMALL, fill=MUTED)
        self.plot.grid(LEFT, self.floor, edge, self.floor, INK)

    def column(self, mark: Mark) -> None:
        """A column up to the number; strokes where it is open; hollow where it isn't done."""
        x, href = self.x(mark.day), mark.event
        low, high = mark.low, mark.high
        if low is None and high is None:
            self.plot.dot(x, self.floor - 12, href=href)
            self.plot.text(x, self.floor - 12, "?", "center", BOLD, SMALL, CUT, href)
            return
        base = high if low is None else low
        solid = self.y(base or 0)
        hollow = mark.planned or mark.band or low is None
        fill, line = (PAPER, CUT) if hollow else (CUT, "transparent")
        end = self.y(high) if mark.band and high is not None else solid
        foot = solid if mark.band else self.floor
        self.plot.bar(x - HALF, x + HALF, end, foot, fill, line, DASH if hollow else None, href)
        if not mark.band and not mark.planned:
            for y in self.open_end(mark, solid):
                self.plot.bar(x - HALF, x + HALF, y, y + 2, href=href)

    def open_end(self, mark: Mark, solid: float) -> list[float]:
        """Where the strokes stand above a column."""
        if mark.low is not None and mark.high is None:
            return fading(solid, solid - 22)
        if mark.about and mark.low is not None:
            return fading(solid, self.y(mark.low * 1.05), 3)
        if mark.low is not None and mark.high is not None and mark.high > mark.low:
            return fading(solid, min(self.y(mark.high), solid - 10))
        return []

    def bracket(self, mark: Mark, period: Period, y: float) -> None:
        """A line over a period: ends where the source ends it, breaks up where it doesn't."""
        edge = f"{self.years[-1]}-01-01"
        x = self.x(period.start) if period.start else LEFT
        x2 = self.x(min(period.end or mark.day, edge))
        x2 = max(x2, x + 12)
        colour, dash = (CUT, DASH) if mark.planned else (INK, None)
        self.plot.bar(x, x2, y - 10, y + 12, "transparent", href=mark.event)
        self.plot.line(x, y, x2, y, colour, dash=dash)
        self.plot.line(x, y, x, y + 8, colour)
        after = x2 + 10
        if period.soft:
            for offset, length in ((6, 5), (14, 4), (23, 3)):
                self.plot.line(x2 + offset, y, x2 + offset + length, y, colour)
            after = x2 + 34
        else:
            self.plot.line(x2, y, x2, y + 8, colour)
        number = period.number or "no figure"
        width = LETTER * len(number) + 6
        long = width + LETTER * len(period.who)
        if after + long > WIDTH:
            self.plot.text(x - 8, y, f"{number} · {period.who}", "right", href=mark.event)
            return
        self.plot.text(after, y, number, weight=BOLD, href=mark.event)
        self.plot.text(after + width, y, period.who, fill=MUTED)

    def labels(self, marks: list[Mark]) -> None:
        """Numbers beside the columns, the largest first, as far as they find room."""
        boxes = [self.box(mark) for mark in marks]
        order = sorted(marks, key=lambda m: (-(m.low or m.high or 0), m.event))
        for mark in order:
            number = mark.number or "no figure"
            _, top, _, _ = self.box(mark)
            wide = LETTER * max(len(number), len(mark.when)) + 4
            x = self.x(mark.day)
            for side in (1, -1):
                start = x + 14 if side > 0 else x - 14 - wide
                place = (start, top - 2, start + wide, top + 30)
                own = self.box(mark)
                inside = start >= LEFT and start + wide <= WIDTH - 4
                if inside and not any(_meet(place, box) for box in boxes if box != own):
                    align: Align = "left" if side > 0 else "right"
                    edge = x + side * 14
                    self.plot.text(edge, top + 6, number, align, BOLD, LARGE, href=mark.event)
                    self.plot.text(edge, top + 23, mark.when, align, size=SMALL, fill=MUTED)
                    boxes.append(place)
                    break

    def box(self, mark: Mark) -> tuple[float, float, float, float]:
        """What a column takes: left, top, right, bottom."""
        x = self.x(mark.day)
        jobs = mark.low if mark.low is not None else mark.high
        top = self.y(jobs) if jobs is not None else self.floor - 24
        return x - HALF - 2, min(top, self.floor - 32), x + HALF + 2, self.floor


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
