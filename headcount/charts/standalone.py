"""A drawing as a file of its own: literal colours on paper, its title and reading rule inside."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from types import MappingProxyType
from xml.etree.ElementTree import Element

from headcount.charts.svg import NS, SPACE
from headcount.drawing import Key
from headcount.lettering import breadth, wrapped

PALETTE = MappingProxyType(
    {
        "paper": "#faf6ee",
        "paper-2": "#f1eadd",
        "ink": "#1f1a17",
        "ink-2": "#5d544b",
        "rule": "#dcd2c2",
        "edge": "#857a6c",
        "cut": "#b0195a",
        "opened": "#27686c",
        "closed": "#77570f",
    }
)
"""The light palette of the stylesheet: a file can't know on which ground it will be shown."""

VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")
MARGIN, TITLE, SUB, ROW = 28, 22, 13, 24


def alone(svg: str, title: str, reading: str, key: tuple[Key, ...] = ()) -> str:
    """An SVG file from a drawing of `svg.fit`; its links lead from a folder below the root."""
    root = ElementTree.fromstring(_literal(svg))
    _, _, width, height = (float(part) for part in (root.get("viewBox") or "").split())
    lines = wrapped(reading, width, SUB)
    top = MARGIN + TITLE + 8 + 18 * len(lines) + 14
    signs, foot = _key(key, width, height + ROW)
    box = (-MARGIN, -top, width + 2 * MARGIN, foot + top + MARGIN)
    _haloed(root)
    del root.attrib["class"]
    root.set("viewBox", " ".join(f"{part:g}" for part in box))
    root.set("width", f"{box[2]:g}")
    root.set("height", f"{box[3]:g}")
    root.set("font-family", "sans-serif")
    for link in root.iter(f"{NS}a"):
        link.set("href", f"../{link.get('href')}")
    words = [_text(title, MARGIN + TITLE - top - 4, TITLE, PALETTE["ink"], "600")]
    first = MARGIN + TITLE + 8 + 14 - top
    words += [
        _text(line, first + 18 * number, SUB, PALETTE["ink-2"]) for number, line in enumerate(lines)
    ]
    ground = Element(f"{NS}rect", _rectangle(box))
    told = sum(child.tag in (f"{NS}title", f"{NS}desc") for child in root)
    root[told:told] = [ground, *words]
    root.extend(signs)
    ElementTree.register_namespace("", SPACE)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _haloed(root: Element) -> None:
    """Words keep clear of the lines behind them, as the stylesheet does it in a page."""
    for text in root.iter(f"{NS}text"):
        if text.get("fill") == PALETTE["paper"]:
            continue
        text.set("paint-order", "stroke")
        text.set("stroke", PALETTE["paper"])
        text.set("stroke-width", "3")
        text.set("stroke-linejoin", "round")


def _key(key: tuple[Key, ...], width: float, top: float) -> tuple[list[Element], float]:
    """The signs with their words, in rows below the drawing; and where they end."""
    x, y, made = 0.0, top, []
    for sign in key:
        long = sign.width + 8 + breadth(sign.text, SUB) + 20
        if x and x + long > width:
            x, y = 0.0, y + ROW
        painted = {"d": sign.path, "fill": sign.fill, "stroke": sign.stroke, "stroke-width": "1.5"}
        if sign.dash:
            painted["stroke-dasharray"] = sign.dash
        literal = {name: _literal(value) for name, value in painted.items()}
        group = Element(f"{NS}g", {"transform": f"translate({x:g},{y - 11:g})"})
        group.append(Element(f"{NS}path", literal))
        group.append(_text(sign.text, 11, SUB, PALETTE["ink-2"], x=sign.width + 8))
        made.append(group)
        x += long
    return made, y if key else top - ROW


def _literal(paint: str) -> str:
    return VARIABLE.sub(lambda found: PALETTE[found[1]], paint)


def _text(text: str, y: float, size: int, fill: str, weight: str = "400", x: float = 0) -> Element:
    attributes = {"x": f"{x:g}", "y": f"{y:g}", "font-size": str(size), "fill": fill}
    element = Element(f"{NS}text", {**attributes, "font-weight": weight, "aria-hidden": "true"})
    element.text = text
    return element


def _rectangle(box: tuple[float, float, float, float]) -> dict[str, str]:
    names = ("x", "y", "width", "height")
    sides = {name: f"{part:g}" for name, part in zip(names, box, strict=True)}
    return {**sides, "fill": PALETTE["paper"]}
