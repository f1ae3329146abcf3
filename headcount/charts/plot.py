"""Marks on a plane of pixels, drawn by Altair: bars, lines, dots and words.

All positions are reckoned here, in whole days and pixels, so that no time zone and no axis of
the library has a say in them. Colours are CSS variables of the page.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from headcount.lettering import TEXT, Weight
from headcount.wording import MONTHS

CUT, INK, MUTED = "var(--cut)", "var(--ink)", "var(--ink-2)"
RULE, PAPER, EDGE = "var(--rule)", "var(--paper)", "var(--edge)"
OPENED, CLOSED, SHADE = "var(--opened)", "var(--closed)", "var(--paper-2)"
NONE, HATCH = "transparent", "url(#hatch)"
Align = Literal["left", "center", "right"]
DASH = (4, 3)
Shape = Literal["circle", "square", "diamond", "cross"]
LAYERS = ("ground", "grid", "bar", "line", "dot", "text")
"""Painted in this order."""

LINKS = "https://headcount.invalid/"
"""A stand-in host: the converter resolves relative addresses against one of its own."""


@dataclass(frozen=True, slots=True)
class Style:
    """What all marks of one layer share."""

    kind: str
    fill: str = NONE
    stroke: str = NONE
    width: float = 1.5
    dash: tuple[int, int] | None = None
    size: int = TEXT
    weight: Weight = 400
    align: Align = "left"
    shape: Shape = "circle"


Look = tuple[Style, bool]
"""How the marks of one layer look, and whether they lead somewhere."""


@dataclass
class Plot:
    """A plane of `width` × `height` pixels, the origin at its upper left."""

    width: int
    height: int
    marks: list[tuple[Style, dict[str, Any]]] = field(default_factory=list)

    def bar(
        self,
        x: float,
        x2: float,
        y: float,
        y2: float,
        fill: str = CUT,
        stroke: str = NONE,
        dash: tuple[int, int] | None = None,
        href: str = "",
    ) -> None:
        style = Style("bar", fill, stroke, 1.5, dash)
        self.marks.append((style, _row(href, x=x, x2=x2, y=y, y2=y2)))

    def line(
        self,
        x: float,
        y: float,
        x2: float,
        y2: float,
        stroke: str = INK,
        width: float = 2,
        dash: tuple[int, int] | None = None,
        href: str = "",
    ) -> None:
        style = Style("line", stroke=stroke, width=width, dash=dash)
        self.marks.append((style, _row(href, x=x, x2=x2, y=y, y2=y2)))

    def grid(self, x: float, y: float, x2: float, y2: float, stroke: str = RULE) -> None:
        style = Style("grid", stroke=stroke, width=1)
        self.marks.append((style, _row("", x=x, x2=x2, y=y, y2=y2)))

    def ground(self, x: float, x2: float, y: float, y2: float) -> None:
        self.marks.append((Style("ground", SHADE), _row("", x=x, x2=x2, y=y, y2=y2)))

    def dot(
        self,
        x: float,
        y: float,
        size: int = 300,
        href: str = "",
        shape: Shape = "circle",
        fill: str = PAPER,
        stroke: str = CUT,
    ) -> None:
        style = Style("dot", fill, stroke, 1.5, size=size, shape=shape)
        self.marks.append((style, _row(href, x=x, y=y)))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        align: Align = "left",
        weight: Weight = 400,
        size: int = TEXT,
        fill: str = INK,
        href: str = "",
    ) -> None:
        style = Style("text", fill, size=size, weight=weight, align=align)
        self.marks.append((style, _row(href, x=x, y=y, text=text)))

    def svg(self) -> str:
        """The drawing as the converter writes it, not yet fit for a page."""
        plane = specification(self.width, self.height, tuple(self._groups()))
        spec = {**plane, "datasets": self._rows()}
        text: str = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[])
        return text

    def _groups(self) -> dict[Look, list[dict[str, Any]]]:
        """The marks that look alike, from the ground up; those with a link apart."""
        groups: dict[Look, list[dict[str, Any]]] = {}
        for kind in LAYERS:
            for style, row in self.marks:
                if style.kind == kind:
                    groups.setdefault((style, "href" in row), []).append(row)
        return groups

    def _rows(self) -> dict[str, list[dict[str, Any]]]:
        """What the layers show, by the name that each calls it."""
        return {_name(at): rows for at, rows in enumerate(self._groups().values())}


@lru_cache(maxsize=32)
def specification(width: int, height: int, looks: tuple[Look, ...]) -> Mapping[str, Any]:
    """Layers of these looks on a plane, without their rows, as Altair tells them to the converter.

    After most edits other rows are drawn in the same looks, and Altair need not be asked again.
    """
    with debug_mode(False):
        layers = (_layer(width, height, _name(at), *look) for at, look in enumerate(looks))
        chart = alt.layer(*layers, width=width, height=height, config=_config())
    return MappingProxyType(chart.to_dict(validate=False))


def _name(at: int) -> str:
    return f"rows-{at}"


def _layer(width: int, height: int, name: str, style: Style, linked: bool) -> Any:
    across = alt.Scale(domain=[0, width], nice=False, zero=False)
    down = alt.Scale(domain=[height, 0], nice=False, zero=False)
    encoding: dict[str, Any] = {
        "x": alt.X("x:Q", scale=across, axis=None),
        "y": alt.Y("y:Q", scale=down, axis=None),
    }
    if style.kind in ("ground", "bar", "line", "grid"):
        encoding |= {"x2": alt.X2("x2"), "y2": alt.Y2("y2")}
    if style.kind == "text":
        encoding["text"] = alt.Text("text:N")
    if linked:
        encoding["href"] = alt.Href("href:N")
    return _marked(alt.Chart(alt.NamedData(name=name)), style).encode(**encoding)


def _config() -> Any:
    """How every drawing is set up, given with its layers: a method of a chart copies it deeply."""
    return alt.Config(
        font="sans-serif",
        background="transparent",
        padding=0,
        autosize=alt.AutoSizeParams(type="none"),
        view=alt.ViewConfig(stroke=None, fill=None),
    )


def _marked(chart: alt.Chart, style: Style) -> Any:
    dash = list(style.dash) if style.dash else alt.Undefined
    if style.kind in ("ground", "bar"):
        width = style.width if style.stroke != NONE else 0
        return chart.mark_rect(
            fill=style.fill, stroke=style.stroke, strokeDash=dash, strokeWidth=width
        )
    if style.kind in ("line", "grid"):
        return chart.mark_rule(stroke=style.stroke, strokeWidth=style.width, strokeDash=dash)
    if style.kind == "dot":
        return chart.mark_point(
            shape=style.shape,
            size=style.size,
            fill=style.fill,
            stroke=style.stroke,
            strokeWidth=style.width,
            opacity=1,
        )
    return chart.mark_text(
        align=style.align,
        baseline="middle",
        fontSize=style.size,
        fontWeight=style.weight,
        fill=style.fill,
    )


def _row(href: str, **values: Any) -> dict[str, Any]:
    return {**values, "href": LINKS + href} if href else values


def fading(start: float, end: float, strokes: int = 4) -> list[float]:
    """Where strokes stand between two pixels, their gaps growing: ink that runs out."""
    gaps = [(number + 1) ** 1.5 for number in range(strokes)]
    places, at = [], start
    for gap in gaps:
        at += (end - start) * gap / sum(gaps)
        places.append(at)
    return places


def ordinal(iso: str) -> int:
    """A day as a number of days."""
    return date.fromisoformat(iso).toordinal()


def dates(years: range, room: float, least: float = 44) -> Iterator[tuple[int, str]]:
    """Days that an axis of `room` pixels names, each with `least` for its name: months of a few
    years, else years."""
    months = (step for step in (1, 3) if room / max(len(years) * 12 / step, 1) >= least)
    step = next(months, 12 * (math.ceil(len(years) * least / max(room, 1)) or 1))
    for month in range(0, len(years) * 12, step):
        day = date(years[0] + month // 12, month % 12 + 1, 1)
        yield day.toordinal(), MONTHS[day.month - 1] if day.month > 1 else str(day.year)


def ticks(largest: float, most: int = 4) -> tuple[int, ...]:
    """The largest few round numbers of jobs up to `largest`, not too near on a root scale."""
    steps: list[int] = []
    power = 10 ** math.ceil(math.log10(max(largest, 1)))
    while power >= 1 and len(steps) < most:
        for step in (power * 5, power * 2, power):
            far = not steps or math.sqrt(step / largest) < math.sqrt(steps[-1] / largest) - 0.13
            if step <= largest and far and len(steps) < most:
                steps.append(step)
        power //= 10
    return tuple(reversed(steps))
