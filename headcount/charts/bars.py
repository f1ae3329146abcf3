"""The narrow variant: one bar for each event, newest first, its words above it."""

from __future__ import annotations

import math

from headcount.charts import svg
from headcount.charts.cuts import Cuts, Mark
from headcount.charts.plot import (
    BOLD,
    CUT,
    DASH,
    INK,
    MUTED,
    PAPER,
    SMALL,
    TEXT,
    Plot,
    fading,
    ticks,
)

WIDTH, PITCH, FOOT, MOST = 316, 44, 22, 12
LETTER = 7.2


def drawn(record: Cuts, title: str, said: str) -> str:
    """The chart as an SVG element: the twelve largest if there are more."""
    marks = shown(record)
    plot = Plot(WIDTH, len(marks) * PITCH + FOOT)
    top = max([*(max(m.low or 0, m.high or 0) for m in marks), 100]) * 1.1
    foot = len(marks) * PITCH
    for jobs in ticks(int(top))[-4:]:
        x = _x(jobs, top)
        plot.grid(x, 0, x, foot)
        plot.text(min(x, WIDTH - 18), foot + 12, f"{jobs:,}", "center", size=SMALL, fill=MUTED)
    for number, mark in enumerate(marks):
        _bar(plot, mark, number * PITCH, top)
    names = {mark.event: f"{mark.when}: {mark.title}, {mark.status}" for mark in marks}
    return svg.fit(plot.svg(), record.id, "narrow", title, said, names)


def shown(record: Cuts) -> list[Mark]:
    """Newest first, those without a date last; of many only the largest."""
    largest = sorted(record.marks, key=lambda m: (-(m.low or m.high or 0), m.event))[:MOST]
    kept = [mark for mark in record.marks if mark in largest]
    dated = [mark for mark in kept if mark.day]
    return [*reversed(dated), *(mark for mark in kept if not mark.day)]


def _x(jobs: float, top: float) -> float:
    return math.sqrt(jobs / top) * (WIDTH - 4)


def _bar(plot: Plot, mark: Mark, y: float, top: float) -> None:
    number = mark.number or "no figure"
    when = mark.when if len(mark.when) < 34 else f"{mark.when[:32]}…"
    plot.text(0, y + 8, when, size=SMALL, fill=MUTED)
    upper, lower, middle = y + 18, y + 32, y + 25
    low, high = mark.low, mark.high
    if low is None and high is None:
        plot.dot(9, middle, href=mark.event)
        plot.text(9, middle, "?", "center", BOLD, SMALL, CUT, mark.event)
        plot.text(24, middle, number, weight=BOLD, href=mark.event)
        return
    end = _x(low if low is not None else high or 0, top)
    if mark.periods:
        colour, dash = (CUT, DASH) if mark.planned else (INK, None)
        plot.bar(0, end, upper, lower, "transparent", href=mark.event)
        plot.line(0, middle, end, middle, colour, dash=dash)
        plot.line(1, middle, 1, lower, colour)
    elif mark.band:
        start, end = end, _x(high or 0, top)
        plot.bar(start, end, upper, lower, PAPER, CUT, DASH, mark.event)
    elif mark.planned or low is None:
        plot.bar(1, end, upper, lower, PAPER, CUT, DASH, mark.event)
    else:
        plot.bar(0, end, upper, lower, href=mark.event)
    end = _strokes(plot, mark, end, top, upper, lower)
    beside = end + 8 + LETTER * len(number) < WIDTH
    x, line = (end + 6, middle) if beside else (WIDTH, y + 8)
    plot.text(x, line, number, "left" if beside else "right", BOLD, TEXT, href=mark.event)


def _strokes(plot: Plot, mark: Mark, end: float, top: float, upper: float, lower: float) -> float:
    """Strokes where the number is open; where they end."""
    if mark.band or mark.planned or mark.low is None:
        return end
    if mark.high is None:
        last = min(end + 22, WIDTH)
    elif mark.about:
        last = _x(mark.low * 1.05, top)
    elif mark.high > mark.low:
        last = max(_x(mark.high, top), end + 12)
    else:
        return end
    for x in fading(end, last):
        plot.bar(x - 2, x, upper, lower, href=mark.event)
    return last
