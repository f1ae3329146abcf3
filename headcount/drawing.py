"""A chart once it is drawn: what a page needs to show it, in plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Words beside a chart. `claim`: the citation that proves them; `event`: the event whose page
    they lead to; `page`: another page to which they lead, from the root; each "" for none."""

    text: str
    claim: str = ""
    event: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chart's table: a cell for each of its columns. `event`: what it is about."""

    event: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A sign and what it means: an SVG path on a ground of `width` by 14."""

    text: str
    path: str
    fill: str = "none"
    stroke: str = "none"
    dash: str = ""
    width: int = 28


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart in two widths, with the same in words and rows, and as files.

    `wide`, `narrow`: SVG elements, "" where there is nothing to draw; their links lead from the
    site's root. `sentences`: the same in words. `csv`: the whole file. `file`: an SVG that stands
    alone; `png`: the same as a picture; `spec`: Vega-Lite for exploring; each is empty where
    nothing is drawn. `more`: how many lines of the CSV file the entries leave out.
    """

    id: str
    title: str
    reading: str
    sentences: tuple[Cell, ...]
    columns: tuple[str, ...]
    entries: tuple[Entry, ...]
    wide: str
    narrow: str
    csv: str
    key: tuple[Key, ...] = ()
    file: str = ""
    png: bytes = b""
    spec: str = ""
    more: int = 0

    @property
    def summary(self) -> str:
        """The chart in words, as one text."""
        return " ".join(sentence.text for sentence in self.sentences)
