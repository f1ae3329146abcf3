"""The chart of who says what: events by sources in a grid, or below one another."""

from __future__ import annotations

from headcount import wording as words
from headcount.charts import cells, chosen, svg, written
from headcount.charts.plot import CUT, HATCH, INK, MUTED, PAPER, RULE, Plot
from headcount.charts.says import Saying, Says
from headcount.lettering import BOLD, SMALL, TEXT, clipped, folded, wrapped

WIDE, NARROW = 880, 300
WHEN, SIDE, HEAD, PITCH, LINE = 128, 284, 26, 40, 19


def drawn(record: Says, variant: str) -> str:
    """The chart as an SVG element; there must be an event."""
    few, note = chosen.says(record, variant)
    events = few.events
    plot = _grid(few, note) if variant == "wide" else _list(few, note)
    told = record.title, cells.described(written.says(record))
    names = {one.href: written.telling(one) for one in record.events}
    words_ = {s.words for one in events for s in one.sayings if s.vague}
    vague = {line for text in words_ for line in folded(text, _step(few) - 22)}
    vague |= {clipped(text, NARROW - 132) for text in words_}
    return svg.fit(plot.svg(), record.id, variant, told, names, vague)


def _grid(record: Says, note: str) -> Plot:
    events, sources = record.events, record.sources
    step = _step(record)
    notes = wrapped(note, WIDE, SMALL)
    tall = [max([PITCH, *(10 + 15 * len(_said(s, step)) for s in e.sayings)]) for e in events]
    broken = any(len(folded(short, step - 8, 2, TEXT, BOLD)) > 1 for _, short in sources)
    head = HEAD + (16 if broken else 0)
    foot = head + sum(tall)
    plot = Plot(WIDE, foot + 4 + 18 * len(notes))
    for column, (_, short) in enumerate(sources):
        x = SIDE + column * step
        lines = folded(short, step - 8, 2, TEXT, BOLD)
        for number, line in enumerate(lines):
            plot.text(x, head - 17 - 16 * (len(lines) - 1 - number), line, weight=BOLD)
    places = {name: SIDE + column * step for column, (name, _) in enumerate(sources)}
    top = head
    for one, height in zip(events, tall, strict=True):
        plot.grid(0, top, WIDE, top, INK if top == head else RULE)
        _lines(plot, 0, top + height / 2, folded(one.when, WHEN - 8), MUTED)
        _lines(plot, WHEN, top + height / 2, folded(one.label, SIDE - WHEN - 14), INK, one.href)
        for saying in one.sayings:
            if saying.source in places:
                _cell(plot, places[saying.source], top + height / 2, step, saying, one.href)
        top += height
    plot.grid(0, foot, WIDE, foot)
    for number, note in enumerate(notes):
        plot.text(0, foot + 14 + 18 * number, note, size=SMALL, fill=MUTED)
    return plot


def _said(saying: Saying, step: float) -> list[tuple[str, bool]]:
    """A cell's lines, and whether they are what is said and not what differs from others."""
    lines = [(line, True) for line in folded(saying.words, step - 22)]
    if _apart(saying):
        lines += [(line, False) for line in folded(saying.differs, step - 22)]
    return lines


def _cell(plot: Plot, x: float, middle: float, step: float, saying: Saying, href: str) -> None:
    """A sign, what is said, and below it the words that differ from another source's."""
    lines = _said(saying, step)
    y = middle - 7.5 * (len(lines) - 1)
    _sign(plot, x + 6, y, saying, href)
    for number, (line, own) in enumerate(lines):
        colour = INK if own and saying.stated else MUTED
        plot.text(x + 17, y + 15 * number, line, size=SMALL, fill=colour, href=href if own else "")


def _list(record: Says, note: str) -> Plot:
    """Each event with a line for each of its sources."""
    shorts = dict(record.sources)
    notes, events = wrapped(note, NARROW, SMALL), record.events
    heads = [folded(one.label, NARROW - 6, 2, TEXT, BOLD) for one in events]
    tall = [
        22 + 16 * len(head) + LINE * sum(1 + _apart(s) for s in one.sayings) + 10
        for one, head in zip(events, heads, strict=True)
    ]
    plot = Plot(NARROW, sum(tall) + 4 + 18 * len(notes))
    top = 0.0
    for one, head, height in zip(events, heads, tall, strict=True):
        plot.grid(0, top + 1, NARROW, top + 1, INK if top == 0 else RULE)
        plot.text(0, top + 13, clipped(one.when, NARROW), size=SMALL, fill=MUTED)
        y = top + 29
        for line in head:
            plot.text(0, y, line, weight=BOLD, href=one.href)
            y += 16
        y += 4
        for saying in one.sayings:
            _sign(plot, 6, y, saying, one.href)
            who = clipped(shorts.get(saying.source, saying.source), 108)
            plot.text(18, y, who, size=SMALL, fill=MUTED)
            said = clipped(saying.words, NARROW - 132)
            colour = INK if saying.stated else MUTED
            plot.text(130, y, said, size=SMALL, fill=colour, href=one.href)
            if _apart(saying):
                y += LINE - 3
                plot.text(130, y, clipped(saying.differs, NARROW - 132), size=SMALL, fill=MUTED)
                y += 3
            y += LINE
        top += height
    for number, note in enumerate(notes):
        plot.text(0, top + 12 + 18 * number, note, size=SMALL, fill=MUTED)
    return plot


def _sign(plot: Plot, x: float, y: float, saying: Saying, href: str) -> None:
    """Filled for an origin of its own, hollow for an echo, hatched in conflict; small without."""
    if saying.differs:
        plot.bar(x - 6, x + 6, y - 6, y + 6, HATCH, CUT, href=href)
    else:
        plot.dot(x, y, 90 if saying.stated else 28, href, fill=PAPER if saying.echo else CUT)


def _lines(plot: Plot, x: float, y: float, lines: list[str], fill: str, href: str = "") -> None:
    y -= 7.5 * (len(lines) - 1)
    for number, line in enumerate(lines):
        plot.text(x, y + 15 * number, line, "left", BOLD if href else 400, SMALL, fill, href)


def _apart(saying: Saying) -> bool:
    """Whether the words that differ are told beside what is said."""
    return bool(saying.differs) and words.plain(saying.differs) != words.plain(saying.words)


def _step(record: Says) -> float:
    return (WIDE - SIDE) / max(len(record.sources), 4)
