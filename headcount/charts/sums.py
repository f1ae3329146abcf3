"""The chart of what is counted once: each added number begins where the one before it ends."""

from __future__ import annotations

from types import MappingProxyType

from headcount import wording as words
from headcount.charts import cells, chosen, svg, written
from headcount.charts.once import Once, Step
from headcount.charts.plot import CUT, DASH, EDGE, HATCH, INK, MUTED, PAPER, RULE, Plot, fading
from headcount.lettering import BOLD, LARGE, SMALL, TEXT, Weight, breadth, clipped, wrapped

WIDTHS = MappingProxyType({"wide": 880, "narrow": 300})
SIDE = MappingProxyType({"wide": 336, "narrow": 0})
PITCH = MappingProxyType({"wide": 42, "narrow": 64})
HEAD, FOOT = 6, 24
REST = "the rest: no source lists it"


def drawn(record: Once, variant: str) -> str:
    """The chart as an SVG element; there must be a line with a number."""
    few, note = chosen.once(record, variant)
    steps = few.steps
    plane = Sums(few, variant, note)
    plane.axis(note)
    for place, step in enumerate(steps):
        plane.row(step, place)
    plane.total(len(steps))
    told = record.title, cells.described(written.once(record))
    names = {step.href: written.adding(step) for step in record.steps}
    vague = {step.words for step in steps if step.vague}
    return svg.fit(plane.plot.svg(), record.id, variant, told, names, vague)


class Sums:
    """Where numbers of jobs lie on a plot, on a straight scale."""

    def __init__(self, record: Once, variant: str, note: str) -> None:
        self.record, self.variant = record, variant
        self.width, self.side, self.pitch = WIDTHS[variant], SIDE[variant], PITCH[variant]
        steps = record.steps
        self.foot = HEAD + (len(steps) + 1) * self.pitch
        lines = wrapped(note, self.width, SMALL)
        self.plot = Plot(self.width, self.foot + FOOT + 18 * len(lines))
        self.at = 0
        self.starts: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.filled: dict[str, int] = {}
        wholes = {step.event: step for step in steps}
        apart = [step.high or 0 for step in steps if step.counts == "no"]
        self.top = max([record.high, *apart, 1]) * 1.02
        self.wholes = wholes

    def x(self, jobs: float) -> float:
        room = self.width - self.side - (120 if self.variant == "wide" else 4)
        return self.side + 1 + jobs / self.top * room

    def middle(self, number: int) -> float:
        """Where the bar of a row lies."""
        top = HEAD + number * self.pitch
        return top + (self.pitch / 2 if self.variant == "wide" else 46)

    def axis(self, note: str) -> None:
        """Round numbers along the foot."""
        step = _round(self.top / (5 if self.variant == "wide" else 3))
        jobs, last = 0, -1.0
        while jobs <= self.top:
            x, long = self.x(jobs), breadth(f"{jobs:,}", SMALL)
            self.scale(x, INK if jobs == 0 else RULE)
            left = min(max(x - long / 2, 0 if not self.side else x - long / 2), self.width - long)
            if left > last:
                self.plot.text(left, self.foot + 13, f"{jobs:,}", size=SMALL, fill=MUTED)
                last = left + long + 6
            jobs += step
        for number, line in enumerate(wrapped(note, self.width, SMALL)):
            self.plot.text(0, self.foot + 32 + 18 * number, line, size=SMALL, fill=MUTED)

    def scale(self, x: float, stroke: str) -> None:
        """A line of the scale; where words stand above the bars, beside the bars alone."""
        if self.side:
            self.plot.grid(x, 0, x, self.foot, stroke)
            return
        for number in range((self.foot - HEAD) // self.pitch):
            y = self.middle(number)
            self.plot.grid(x, y - 11, x, y + 11, stroke)

    def row(self, step: Step, number: int) -> None:
        """Its words, and its bar where it begins in the sum."""
        y = self.middle(number)
        self.words(step, y)
        start, end = self.apart(step, y) if step.counts == "no" else self.added(step, y)
        self.number(step, start, end, y)

    def words(self, step: Step, y: float) -> None:
        """What it is, and when, or why it adds nothing; an inner one is set in."""
        inset = 14 if step.within else 0
        room = (self.side or self.width) - 12 - inset
        why = _why(step)
        top = y - 7 if self.side else y - 33
        self.plot.text(
            inset,
            top,
            clipped(step.title, room, TEXT, BOLD),
            weight=BOLD,
            size=TEXT,
            href=step.href,
        )
        told = (step.when, why) if self.side else (why, step.when)
        left = room if self.side else room - breadth(step.words, TEXT, BOLD) - 6
        whole = " · ".join(part for part in told if part)
        fits = breadth(whole, SMALL) <= left
        line = whole if fits else clipped(told[0] or told[1], left)
        self.plot.text(inset, top + 16, line, size=SMALL, fill=MUTED)

    def added(self, step: Step, y: float) -> tuple[float, float]:
        """Filled to what is sure; strokes, or an open frame, to what is possible. Its ends."""
        low, high = step.low or 0, step.high or 0
        start = self.x(self.at)
        self.starts[step.event] = self.at
        solid, end = self.x(self.at + low), self.x(self.at + high)
        if low:
            self.plot.bar(start, max(solid, start + 2), y - 9, y + 9, href=step.href)
        if step.counts == "high":
            end = max(end, start + 4)
            self.plot.bar(start, end, y - 9, y + 9, PAPER, CUT, DASH, step.href)
        elif high > low or step.open_:
            end = max(end, solid + 9)
            for x in fading(solid, end, 3):
                self.plot.bar(x - 2, x, y - 9, y + 9, href=step.href)
        if number_next := self.at + low:
            x = self.x(number_next)
            self.plot.grid(x, y + 9, x, y + (self.pitch - 9 if self.side else 14), EDGE)
        self.at += low
        return start, end

    def apart(self, step: Step, y: float) -> tuple[float, float]:
        """An outline where it lies inside its whole, else from zero; struck out if replaced."""
        whole = self.wholes.get(step.within)
        inside = step.reason == "inside" and step.within in self.starts
        from_ = self.starts.get(step.within, 0)
        at = from_ + (self.filled.get(step.within, 0) if inside else 0)
        start, end = self.x(at), self.x(at + (step.high or 0))
        dash = None if inside else DASH
        self.plot.bar(start, max(end, start + 4), y - 8, y + 8, PAPER, CUT, dash, step.href)
        if step.reason in ("replaced", "cancelled", "denied"):
            self.plot.line(start, y + 8, end, y - 8, CUT, 1.5, href=step.href)
        if inside and whole is not None:
            self.filled[step.within] = self.filled.get(step.within, 0) + (step.high or 0)
            last = [s for s in self.wholes.values() if _inside(s, whole)][-1]
            if step is last:
                self.rest(whole, y)
        return start, end

    def rest(self, whole: Step, y: float) -> None:
        """What no part accounts for, hatched, after the last part."""
        size = (whole.low or 0) - self.filled[whole.event]
        if size <= 0:
            return
        start = self.x(self.starts[whole.event] + self.filled[whole.event])
        end = self.x(self.starts[whole.event] + (whole.low or 0))
        self.plot.bar(start, end, y - 8, y + 8, HATCH, CUT, href=whole.href)
        if self.side and end + 8 + breadth(REST, SMALL) <= self.width:
            self.plot.text(end + 8, y, REST, size=SMALL, fill=MUTED)

    def number(self, step: Step, start: float, end: float, y: float) -> None:
        """The number where it finds room: in an outline, after the bar, before it, in it."""
        weight: Weight = BOLD if step.counts != "no" else 400
        long, text = breadth(step.words, TEXT, BOLD), step.words
        if not self.side:
            self.plot.text(self.width, y - 17, text, "right", weight, href=step.href)
            return
        if step.reason in ("inside", "planned") and start + long + 16 <= end:
            x = start + 8
        elif step.reason != "inside" and end + 8 + long <= self.width:
            x = end + 8
        elif start - 8 - long >= self.side:
            x = start - 8 - long
        else:
            x, y = start, y - 16
        self.plot.text(x, y, text, "left", weight, href=step.href)

    def total(self, number: int) -> None:
        """The sum: solid to its low end, strokes to its high end."""
        y, record = self.middle(number), self.record
        start, solid, end = self.x(0), self.x(record.low), self.x(record.high)
        said = words.interval(record.low, record.high)
        if record.low:
            self.plot.bar(start, solid, y - 9, y + 9, INK)
        if record.high > record.low or record.open_:
            end = max(end, solid + 9)
            for x in fading(solid, end, 3):
                self.plot.bar(x - 2, x, y - 9, y + 9, INK)
        top = y - 1 if self.side else y - 17
        self.plot.text(0, top, "Counted once", weight=BOLD, size=LARGE)
        long = breadth(said, TEXT, BOLD)
        if not self.side:
            self.plot.text(self.width, top, said, "right", BOLD)
        else:
            self.plot.text(min(end + 8, self.width - long), y, said, weight=BOLD)


def _inside(step: Step, whole: Step) -> bool:
    return step.reason == "inside" and step.within == whole.event


def _why(step: Step) -> str:
    """In a word why a line adds nothing, or only to the high end."""
    return {
        "inside": "inside it",
        "replaced": "replaced",
        "planned": "planned, not added",
        "overlap": "high end only",
        "unconfirmed": "high end only" if step.counts == "high" else "not confirmed",
        "maybe-same": "high end only",
        "cancelled": "called off",
        "denied": "denied",
    }.get(step.reason, "")


def _round(jobs: float) -> int:
    """The nearest of 1, 2, 5 × 10ⁿ above."""
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power >= jobs:
                return step * power
        power *= 10
