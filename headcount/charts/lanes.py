"""The chart of units: a lane for each, time along it, what has no date apart."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from headcount.charts import cells, chosen, svg, written
from headcount.charts.plot import (
    CLOSED,
    CUT,
    DASH,
    EDGE,
    INK,
    MUTED,
    NONE,
    OPENED,
    PAPER,
    RULE,
    Plot,
    Shape,
    dates,
    ordinal,
)
from headcount.charts.units import Lane, Mark, Units
from headcount.lettering import BOLD, SMALL, TEXT, breadth, cut, folded, wrapped

WIDTHS = MappingProxyType({"wide": 880, "narrow": 300})
PITCH = MappingProxyType({"wide": 46, "narrow": 66})
SIDE = MappingProxyType({"wide": 176, "narrow": 0})
APART = MappingProxyType({"wide": 132, "narrow": 72})
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels."""

HEAD, FOOT, STEP, INSET = 4, 22, 15, 8
COLOURS = MappingProxyType(
    {"layoff": CUT, "acquisition": OPENED, "launch": OPENED, "closure": CLOSED}
)
SHAPES: MappingProxyType[str, Shape] = MappingProxyType(
    {"layoff": "diamond", "acquisition": "square", "launch": "circle", "closure": "cross"}
)


def drawn(record: Units, variant: str) -> str:
    """The chart as an SVG element; there must be a mark."""
    few, note = chosen.units(record, variant)
    lanes, marks = few.lanes, list(few.marks)
    plane = Lanes(variant, lanes, marks, note)
    plane.ground()
    for number, lane in enumerate(lanes):
        own = [mark for mark in marks if mark.lane == lane.id]
        plane.lane(lane, own, plane.middle(number))
    told = record.title, cells.described(written.units(record))
    names = {mark.href: written.name(mark) for mark in record.marks}
    vague = {mark.words for mark in record.marks if mark.vague}
    return svg.fit(plane.plot.svg(), record.id, variant, told, names, vague)


class Lanes:
    """Where days and lanes lie on a plot."""

    def __init__(self, variant: str, lanes: tuple[Lane, ...], marks: list[Mark], note: str) -> None:
        self.variant, self.count, self.note = variant, len(lanes), note
        self.width, self.pitch, self.side = WIDTHS[variant], PITCH[variant], SIDE[variant]
        self.foot = HEAD + len(lanes) * self.pitch
        undated = any(not mark.known for mark in marks)
        self.apart = self.width - APART[variant] if undated else self.width
        self.edge = self.apart - (18 if undated else 8)
        self.plot = Plot(self.width, self.foot + FOOT + 18 * len(wrapped(note, self.width, SMALL)))
        known = [mark for mark in marks if mark.known]
        self.years = _years(known)
        self.start = date(self.years[0], 1, 1).toordinal() if self.years else 0
        end = date(self.years[-1], 12, 31).toordinal() + 1 if self.years else 1
        self.days = end - self.start

    def x(self, day: int) -> float:
        first = self.side + 1 if self.side else INSET
        return first + (day - self.start) / self.days * (self.edge - first)

    def middle(self, number: int) -> float:
        """Where the marks of a lane stand."""
        top = HEAD + number * self.pitch
        return top + (self.pitch / 2 + 3 if self.variant == "wide" else 34)

    def ground(self) -> None:
        """Years along the foot, the ground of what has no date, lines between the lanes."""
        if self.apart < self.width:
            self.plot.ground(self.apart, self.width, 0, self.foot)
            words_ = "no date given" if self.variant == "wide" else "no date"
            self.plot.text(self.apart + 8, self.foot + 13, words_, size=SMALL)
        for day, name in dates(self.years, self.edge - self.side, 34 + self.side // 16):
            self.plot.grid(self.x(day), 0, self.x(day), self.foot)
            self.plot.text(self.x(day), self.foot + 13, name, size=SMALL)
        for number in range(1, self.count + 1):
            y = HEAD + number * self.pitch
            self.plot.grid(0, y, self.width, y, EDGE if number == self.count else RULE)
        for number, line in enumerate(wrapped(self.note, self.width, SMALL)):
            self.plot.text(0, self.foot + 31 + 18 * number, line, size=SMALL, fill=MUTED)

    def lane(self, lane: Lane, marks: list[Mark], y: float) -> None:
        """A unit's name, how long it is followed, and its events."""
        lines = folded(lane.name, (self.side or self.apart) - 10, 2 if self.side else 1, TEXT, BOLD)
        place = y - 8 * (len(lines) - 1) if self.side else y - 24
        for number, line in enumerate(lines):
            self.plot.text(0, place + 16 * number, line, weight=BOLD)
        dated = [mark for mark in marks if mark.known]
        self.life(dated, y)
        for number, mark in enumerate(mark for mark in marks if not mark.known):
            self.aside(mark, y, number)
        spots = [(mark, y + off, *self.mark(mark, y + off)) for mark, off in self.nudged(dated)]
        taken = [(left, line - 7, right, line + 7) for _, line, left, right in spots]
        opened = any(mark.kind in ("acquisition", "launch") for mark in dated)
        for mark, level, left, right in spots:
            self.label(mark, (left, right), (y, None if opened else level), taken)

    def life(self, marks: list[Mark], y: float) -> None:
        """A line from when a unit was bought or launched to its last event; then it breaks up."""
        opened = [m for m in marks if m.kind in ("acquisition", "launch") and not m.hollow]
        if not opened:
            return
        start = self.x(_middle(opened[0]))
        last = max(marks, key=lambda mark: mark.last)
        end = self.x(ordinal(last.last) + 1 if last.broad else _middle(last))
        self.plot.line(start, y, end, y, OPENED)
        if last.kind != "closure":
            for offset, length in ((9, 4), (16, 3), (22, 2)):
                if end + offset + length < self.apart:
                    self.plot.line(end + offset, y, end + offset + length, y, OPENED)

    def nudged(self, marks: list[Mark]) -> list[tuple[Mark, int]]:
        """How far each stands off its lane's middle, so that none hides the one before it."""
        found: list[tuple[Mark, int]] = []
        for mark in marks:
            near = [
                nudge
                for other, nudge in found
                if not (mark.broad or other.broad)
                and abs(self.x(_middle(mark)) - self.x(_middle(other))) < 13
            ]
            free = (nudge for nudge in (0, -9, 9) if nudge not in near)
            found.append((mark, next(free, 0)))
        return found

    def mark(self, mark: Mark, y: float) -> tuple[float, float]:
        """Its left and right end."""
        colour, fill = COLOURS[mark.kind], PAPER if mark.hollow else COLOURS[mark.kind]
        if not mark.broad:
            x = self.x(_middle(mark))
            self.plot.dot(x, y, 100, mark.href, SHAPES[mark.kind], fill, colour)
            return x - 7, x + 7
        x, x2 = self.x(ordinal(mark.first)), self.x(ordinal(mark.last) + 1)
        dash = DASH if mark.hollow else None
        if mark.total:
            self.plot.bar(x, x2, y - 12, y + 12, NONE, href=mark.href)
            self.plot.line(x, y, x2, y, colour, dash=dash, href=mark.href)
            for end in (x, x2):
                self.plot.line(end, y - 5, end, y + 5, colour, href=mark.href)
        else:
            self.plot.bar(x, x2, y - 4, y + 4, fill, colour, dash, mark.href)
        return x, x2

    def aside(self, mark: Mark, y: float, number: int) -> tuple[float, float]:
        """An event without a date, in the column of those; three find room."""
        if number > 2:
            return 0, 0
        across = self.variant == "narrow"
        x = self.apart + 14 + (number * 20 if across else 0)
        place = y if across else y + (number * STEP if number < 2 else -STEP)
        colour, fill = COLOURS[mark.kind], PAPER if mark.hollow else COLOURS[mark.kind]
        self.plot.dot(x, place, 90, mark.href, SHAPES[mark.kind], fill, colour)
        if not across:
            said = cut(mark.words, self.width - x - 16) or "…"
            self.plot.text(x + 12, place, said, size=SMALL, fill=INK, href=mark.href)
        return x - 7, x + 7

    def label(
        self,
        mark: Mark,
        ends: tuple[float, float],
        lines: tuple[float, float | None],
        taken: list[Box],
    ) -> None:
        """Its words above, below or beside it, where nothing else of its lane stands.

        `lines`: the lane's middle, and where words beside the mark may stand; None for nowhere.
        """
        long, (left, right), (y, own) = breadth(mark.words, SMALL), ends, lines
        near = (left, right - long, (left + right - long) / 2)
        places = [(start, y + 16) for start in near]
        if self.variant == "wide":
            places = [*((start, y - 14) for start in near), *places]
        if own is not None:
            places += [(right + 3, own), (left - 3 - long, own)]
        for start, line in places:
            box = (start, line - 6, start + long, line + 6)
            inside = self.side <= start + 2 and box[2] <= self.apart - 2
            if inside and not any(_meet(box, other) for other in taken):
                taken.append((box[0] - 4, box[1], box[2] + 4, box[3]))
                self.plot.text(start, line, mark.words, size=SMALL, fill=INK, href=mark.href)
                return


def _meet(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


def _years(marks: list[Mark]) -> range:
    years = [date.fromisoformat(day).year for mark in marks for day in (mark.first, mark.last)]
    return range(min(years), max(years) + 1) if years else range(0)


def _middle(mark: Mark) -> int:
    return (ordinal(mark.first) + ordinal(mark.last)) // 2
