"""A drawing as a file of its own: literal colours on paper, its title and reading rule inside."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
import zlib
from collections.abc import Iterator
from types import MappingProxyType
from xml.etree.ElementTree import Element

import vl_convert

from headcount.charts.plot import wrapped
from headcount.charts.svg import NS, SPACE

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
MARGIN, TITLE, SUB = 28, 22, 13
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def alone(svg: str, title: str, reading: str) -> str:
    """An SVG file from a drawing of `svg.fit`; its links lead from a folder below the root."""
    root = ElementTree.fromstring(VARIABLE.sub(lambda found: PALETTE[found[1]], svg))
    _, _, width, height = (float(part) for part in (root.get("viewBox") or "").split())
    lines = wrapped(reading, width, SUB)
    top = MARGIN + TITLE + 8 + 18 * len(lines) + 14
    box = (-MARGIN, -top, width + 2 * MARGIN, height + top + MARGIN)
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
    ElementTree.register_namespace("", SPACE)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def picture(file: str) -> bytes:
    """The file as a PNG, two pixels for each of its own, as small as its pixels allow."""
    data: bytes = vl_convert.svg_to_png(file, scale=2)
    return packed(data)


def packed(png: bytes) -> bytes:
    """The same picture, its pixels deflated once more: the converter saves time, not room."""
    chunks = list(_chunks(png))
    pixels = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    kept = {name: data for name, data in chunks if name in (b"IHDR", b"IEND")}
    made = (b"IHDR", kept[b"IHDR"]), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")
    return SIGNATURE + b"".join(
        len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)
        for name, data in made
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        end = at + 8 + int.from_bytes(png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : end]
        at = end + 4


def _haloed(root: Element) -> None:
    """Words keep clear of the lines behind them, as the stylesheet does it in a page."""
    for text in root.iter(f"{NS}text"):
        if text.get("fill") == PALETTE["paper"]:
            continue
        text.set("paint-order", "stroke")
        text.set("stroke", PALETTE["paper"])
        text.set("stroke-width", "3")
        text.set("stroke-linejoin", "round")


def _text(text: str, y: float, size: int, fill: str, weight: str = "400") -> Element:
    attributes = {"x": "0", "y": f"{y:g}", "font-size": str(size), "fill": fill}
    element = Element(f"{NS}text", {**attributes, "font-weight": weight, "aria-hidden": "true"})
    element.text = text
    return element


def _rectangle(box: tuple[float, float, float, float]) -> dict[str, str]:
    names = ("x", "y", "width", "height")
    sides = {name: f"{part:g}" for name, part in zip(names, box, strict=True)}
    return {**sides, "fill": PALETTE["paper"]}
