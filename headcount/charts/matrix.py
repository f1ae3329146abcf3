"""The chart of who says what: events by sources in a grid, or below one another."""

from __future__ import annotations

from types import MappingProxyType

from headcount import wording as words
from headcount.charts import cells, svg, written
from headcount.charts.plot import (
    BOLD,
    CUT,
    HATCH,
    INK,
    MUTED,
    PAPER,
    RULE,
    SMALL,
    TEXT,
    Plot,
    breadth,
    cut,
    wrapped,
)
from headcount.charts.says import Saying, Says, Told

WIDE, NARROW = 880, 300
WHEN, SIDE, HEAD, PITCH, LINE = 128, 284, 26, 40, 19
SOURCES = 7
EVENTS = MappingProxyType({"wide": 20, "narrow": 8})
"""As many as are drawn."""


def drawn(record: Says, variant: str) -> str:
    """The chart as an SVG element; there must be an event."""
    events = shown(record, variant)
    plot = _grid(record, events) if variant == "wide" else _list(record, events)
    told = record.title, cells.described(written.says(record))
    names = {one.href: written.telling(one) for one in record.events}
    words_ = {s.words for one in events for s in one.sayings if s.vague}
    vague = {line for text in words_ for line in _two(text, _step(record) - 22)}
    vague |= {_short(text, NARROW - 132) for text in words_}
    return svg.fit(plot.svg(), record.id, variant, told, names, vague)


def shown(record: Says, variant: str) -> tuple[Told, ...]:
    """The events of which the most sources speak, in their order."""
    ranked = sorted(record.events, key=lambda one: -len(one.sayings))[: EVENTS[variant]]
    kept = {one.event for one in ranked}
    return tuple(one for one in record.events if one.event in kept)


def _grid(record: Says, events: tuple[Told, ...]) -> Plot:
    sources = record.sources[:SOURCES]
    step = _step(record)
    notes = _notes(record, len(events), len(record.sources) - len(sources))
    tall = [max([PITCH, *(10 + 15 * len(_said(s, step)) for s in e.sayings)]) for e in events]
    foot = HEAD + sum(tall)
    plot = Plot(WIDE, foot + 4 + 18 * len(notes))
    for column, (_, short) in enumerate(sources):
        x = SIDE + column * step
        plot.text(x, 9, cut(short, step - 8, TEXT) or short[:10], weight=BOLD)
    places = {name: SIDE + column * step for column, (name, _) in enumerate(sources)}
    top = HEAD
    for one, height in zip(events, tall, strict=True):
        plot.grid(0, top, WIDE, top, INK if top == HEAD else RULE)
        _lines(plot, 0, top + height / 2, _two(one.when, WHEN - 8), MUTED)
        _lines(plot, WHEN, top + height / 2, _two(one.label, SIDE - WHEN - 14), INK, one.href)
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
    lines = [(line, True) for line in _two(saying.words, step - 22)]
    if _apart(saying):
        lines += [(line, False) for line in _two(saying.differs, step - 22)]
    return lines


def _cell(plot: Plot, x: float, middle: float, step: float, saying: Saying, href: str) -> None:
    """A sign, what is said, and below it the words that differ from another source's."""
    lines = _said(saying, step)
    y = middle - 7.5 * (len(lines) - 1)
    _sign(plot, x + 6, y, saying, href)
    for number, (line, own) in enumerate(lines):
        colour = INK if own and saying.stated else MUTED
        plot.text(x + 17, y + 15 * number, line, size=SMALL, fill=colour, href=href if own else "")


def _list(record: Says, events: tuple[Told, ...]) -> Plot:
    """Each event with a line for each of its sources."""
    shorts = dict(record.sources)
    notes = _notes(record, len(events), 0)
    heads = [_two(one.label, NARROW - 6, TEXT) for one in events]
    tall = [
        22 + 16 * len(head) + LINE * sum(1 + _apart(s) for s in one.sayings) + 10
        for one, head in zip(events, heads, strict=True)
    ]
    plot = Plot(NARROW, sum(tall) + 4 + 18 * len(notes))
    top = 0.0
    for one, head, height in zip(events, heads, tall, strict=True):
        plot.grid(0, top + 1, NARROW, top + 1, INK if top == 0 else RULE)
        plot.text(0, top + 13, cut(one.when, NARROW), size=SMALL, fill=MUTED)
        y = top + 29
        for line in head:
            plot.text(0, y, line, weight=BOLD, href=one.href)
            y += 16
        y += 4
        for saying in one.sayings:
            _sign(plot, 6, y, saying, one.href)
            who = cut(shorts.get(saying.source, saying.source), 108) or saying.source[:16]
            plot.text(18, y, who, size=SMALL, fill=MUTED)
            said = _short(saying.words, NARROW - 132)
            colour = INK if saying.stated else MUTED
            plot.text(130, y, said, size=SMALL, fill=colour, href=one.href)
            if _apart(saying):
                y += LINE - 3
                plot.text(130, y, _short(saying.differs, NARROW - 132), size=SMALL, fill=MUTED)
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
    return (WIDE - SIDE) / max(len(record.sources[:SOURCES]), 4)


def _short(text: str, room: float) -> str:
    return cut(text, room) or f"{text[: max(1, int(room / breadth('m', SMALL)) - 1)]}…"


def _two(text: str, room: float, size: int = SMALL) -> list[str]:
    """Words in at most two lines."""
    lines = wrapped(text, room * 0.92, size)
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1]}…"]
    return [line if breadth(line, size) <= room else f"{line[: int(room / 7)]}…" for line in lines]


def _notes(record: Says, events: int, sources: int) -> list[str]:
    """What is not drawn."""
    left = len(record.events) - events
    notes = [f"{words.amount(left, 'further event')} in the table"] if left else []
    return notes + ([f"{words.amount(sources, 'further source')} in the table"] if sources else [])
