"""The narrow variant: one bar for each event, newest first, its words above it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

from headcount.charts import cells, chosen, svg, told
from headcount.charts.cuts import Cuts, Row
from headcount.charts.plot import CUT, DASH, INK, MUTED, NONE, PAPER, Align, Plot, fading, ticks
from headcount.lettering import BOLD, SMALL, TEXT, breadth, cut, wrapped

WIDTHS = {"narrow": 300, "wide": 880}
PITCH, FOOT = 46, 22


def drawn(record: Cuts, variant: str) -> str:
    """The chart as an SVG element."""
    few, note = chosen.cuts(record, "narrow")
    periods = Counter(row.event for row in record.rows)
    rows = ordered(few.rows)
    chart = Bars(rows, WIDTHS[variant], note, periods)
    chart.axis(note)
    for number, row in enumerate(rows):
        chart.row(row, number * PITCH)
    return fitted(chart.plot, record, variant)


def fitted(plot: Plot, record: Cuts, variant: str) -> str:
    """The plot of a record as an element of a page."""
    names = {row.href: told.name(row) for row in reversed(record.rows)}
    vague = {row.words for row in record.rows if row.vague}
    words = record.title, cells.described(told.sentences(record))
    return svg.fit(plot.svg(), record.id, variant, words, names, vague)


def ordered(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Newest first, those without a date last."""
    dated = [row for row in rows if row.known]
    dated.sort(key=lambda row: (row.last, row.first, row.event), reverse=True)
    return (*dated, *(row for row in rows if not row.known))


class Bars:
    """Where numbers of jobs lie on a plot, zero at its left."""

    def __init__(self, rows: tuple[Row, ...], width: int, note: str, periods: Counter[str]) -> None:
        self.width, self.foot, self.periods = width, len(rows) * PITCH, periods
        self.plot = Plot(width, self.foot + FOOT + 18 * len(wrapped(note, width, SMALL)))
        self.ticks: tuple[int, ...] = ()
        self.top = max([*(max(row.low or 0, row.high or 0) for row in rows), 10]) * 1.1
        if any(row.size for row in rows):
            self.ticks = ticks(self.top)

    def x(self, jobs: float) -> float:
        return 1 + math.sqrt(jobs / self.top) * (self.width - 6)

    def axis(self, note: str) -> None:
        """Round numbers along the foot, those that find room, and what is left out."""
        last = float(self.width)
        for jobs in reversed(self.ticks):
            x, half = self.x(jobs), breadth(f"{jobs:,}", SMALL) / 2
            for number in range(self.foot // PITCH):
                self.plot.grid(x, number * PITCH + 18, x, number * PITCH + 36)
            self.plot.grid(x, self.foot - 2, x, self.foot + 4)
            middle = min(x, self.width - half)
            if middle + half <= last:
                self.plot.text(
                    middle, self.foot + 12, f"{jobs:,}", "center", size=SMALL, fill=MUTED
                )
                last = middle - half - 6
        for number, line in enumerate(wrapped(note, self.width, SMALL)):
            self.plot.text(0, self.foot + 30 + 18 * number, line, size=SMALL, fill=MUTED)

    def row(self, row: Row, y: float) -> None:
        """When and where, below it the bar and the number."""
        number = row.words or "no figure"
        long = breadth(number, TEXT, BOLD)
        end = self.bar(row, y + 20, y + 34) if row.size else self.unknown(row, y + 27)
        beside = end + 6 + long <= self.width
        room = self.width - (0 if beside else long + 8)
        left, note = room - breadth(f"{row.when} · ", SMALL), told.note(row)
        fit = (words for words in self.said(row) if breadth(words, SMALL) <= left)
        free = not note and row.kind != "aggregate"
        where = next(fit, "") or (cut(row.label, left) if free else "")
        words = f"{row.when} · {where}" if where else row.when
        if breadth(words, SMALL) > room:
            words = cut(words, room)
        self.plot.text(0, y + 9, words, size=SMALL, fill=MUTED, href=row.href)
        x, line = (end + 6, y + 27) if beside else (self.width, y + 9)
        align: Align = "left" if beside else "right"
        self.plot.text(x, line, number, align, BOLD, TEXT, href=row.href)
        left = self.width - x - long - 6
        if beside and note not in where and breadth(note) <= left:
            self.plot.text(x + long + 6, line, note, fill=MUTED, href=row.href)

    def said(self, row: Row) -> Iterator[str]:
        """What may stand beside a date, the fullest first."""
        note, periods = told.note(row), self.periods[row.event]
        if row.kind == "aggregate":
            whole = f"total, {periods} periods" if periods > 1 else "total"
            yield f"{whole}, {note}" if note else whole
        if note or row.kind == "aggregate":
            yield note or "total"

    def unknown(self, row: Row, y: float) -> float:
        self.plot.dot(10, y, href=row.href)
        self.plot.text(10, y, "?", "center", BOLD, SMALL, CUT, row.href)
        return 20

    def bar(self, row: Row, upper: float, lower: float) -> float:
        """Up to the number; strokes where it is open; hollow where it isn't done or isn't stated.

        Where the last stroke ends.
        """
        low, high = self.x(row.low or 0), self.x(row.high or row.low or 0)
        hollow, middle = row.planned or row.kind == "revised", (upper + lower) / 2
        if row.vague:
            self.plot.bar(low, high, upper, lower, PAPER, CUT, DASH, row.href)
            return high
        colour = INK if row.kind == "aggregate" and not hollow else CUT
        if row.kind == "aggregate":
            self.plot.bar(1, low, upper, lower, NONE, href=row.href)
            dash = DASH if hollow else None
            self.plot.line(1, middle, low, middle, colour, dash=dash, href=row.href)
            self.plot.line(2, middle - 1, 2, lower, colour, href=row.href)
            self.plot.line(low, middle - 1, low, lower, colour, href=row.href)
        elif hollow:
            self.plot.bar(1, high, upper, lower, PAPER, CUT, DASH, row.href)
            if row.kind == "revised" or row.gone:
                self.plot.line(1, lower, high, upper, CUT, 1.5, href=row.href)
        else:
            self.plot.bar(1, low, upper, lower, href=row.href)
        places = self.strokes(row, low, hollow)
        for x in places:
            self.plot.bar(x - 2, x, upper, lower, colour, href=row.href)
        return max([*places, high if hollow else low])

    def strokes(self, row: Row, low: float, hollow: bool) -> list[float]:
        """Where strokes stand after the solid part."""
        if row.high is None:
            return fading(low, min(low + 22, self.width))
        if row.low != row.high:
            return [] if hollow else fading(low, max(self.x(row.high), low + 12))
        return fading(low, max(self.x(row.high * told.ABOVE), low + 9), 3) if row.open_ else []
