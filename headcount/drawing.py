"""A chart once it is drawn: what a page needs to show it, in plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chart's table. `claim`: the citation of `number`, "" where there is none."""

    event: str
    title: str
    when: str
    number: str
    claim: str
    low: int | None
    high: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in two widths, with the same in words and rows.

    `wide`, `narrow`: SVG elements, "" where there is nothing to draw. `csv`: the whole file.
    """

    id: str
    title: str
    reading: str
    summary: str
    entries: tuple[Entry, ...]
    wide: str
    narrow: str
    csv: str
