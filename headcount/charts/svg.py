"""From the converter's SVG to one that may stand in a page under its security policy."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from headcount.charts import told
from headcount.charts.cuts import Row
from headcount.charts.plot import LINKS

SPACE = "http://www.w3.org/2000/svg"
NS = f"{{{SPACE}}}"
XLINK = "{http://www.w3.org/1999/xlink}href"
NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
GEOMETRY = frozenset(("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"))
PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "href")
TYPE = ("text-anchor", "font-size", "font-weight")
KEPT = GEOMETRY.union(PAINT, TYPE)


def fit(svg: str, id_: str, variant: str, title: str, desc: str, rows: Iterable[Row]) -> str:
    """The drawing as an element of a page: no fixed size, no style, local links with names.

    `id_` and `variant` begin its own ids, so that several drawings stand in one page; `variant`
    is also its class, for the stylesheet to choose by.
    """
    root = ElementTree.fromstring(svg)
    box = root.get("viewBox") or "0 0 1 1"
    links = {row.href: told.name(row) for row in reversed(tuple(rows))}
    _cleaned(root)
    _silenced(root)
    _linked(root, links)
    _worded(root, {row.words for row in rows if row.vague})
    root.attrib.clear()
    root.set("viewBox", _rounded(box))
    root.set("class", f"plot {variant}")
    root.set("role", "group" if any(root.iter(f"{NS}a")) else "img")
    root.set("aria-labelledby", f"{id_}-{variant}-title")
    root.set("aria-describedby", f"{id_}-{variant}-desc")
    for name, text in (("desc", desc), ("title", title)):
        told_ = Element(f"{NS}{name}", {"id": f"{id_}-{variant}-{name}"})
        told_.text = text
        root.insert(0, told_)
    ElementTree.register_namespace("", SPACE)
    return re.sub(r">\s+<", "><", ElementTree.tostring(root, encoding="unicode"))


def _cleaned(element: Element) -> None:
    """Only attributes that paint or place; no scaffolding; no groups around nothing."""
    for name, value in list(element.attrib.items()):
        if name == XLINK:
            element.set("href", value)
        if name not in KEPT:
            del element.attrib[name]
        elif name in GEOMETRY:
            element.set(name, _rounded(value))
        elif value == "transparent":
            element.set(name, "none")
    if element.get("stroke") == "none" or element.get("stroke-width") == "0":
        element.attrib.pop("stroke", None)
        element.attrib.pop("stroke-width", None)
    kept: list[Element] = []
    for child in list(element):
        _cleaned(child)
        lifted = child.tag == f"{NS}g" and not child.attrib
        kept += list(child) if lifted else [] if _scaffolding(child) else [child]
    element[:] = kept
    if element.tag == f"{NS}a":
        for touch in element:
            if touch.get("fill") == "none" and "stroke" not in touch.attrib:
                touch.set("pointer-events", "all")


def _scaffolding(element: Element) -> bool:
    """Whether an element paints nothing and holds nothing."""
    if element.tag in (f"{NS}g", f"{NS}a"):
        return len(element) == 0
    if element.tag == f"{NS}defs":
        return True
    if element.get("d") in ("", "M0,0h0v0h0Z"):
        return True
    shape = element.tag in (f"{NS}path", f"{NS}rect")
    touch = element.tag == f"{NS}path" and element.get("fill") == "none"
    return shape and not touch and element.get("fill") is None and element.get("stroke") is None


def _silenced(root: Element) -> None:
    """Axes and words beside the links are hidden from assistive technology: `desc` tells them."""
    for child in root:
        if child.tag == f"{NS}a":
            continue
        if any(child.iter(f"{NS}a")):
            _silenced(child)
        else:
            child.set("aria-hidden", "true")


def _linked(root: Element, names: dict[str, str]) -> None:
    """Makes the links local and names them; each event is one stop of the Tab key.

    A name begins with the words that stand in the link, for whoever speaks what they see.
    """
    seen: set[str] = set()
    for link in root.iter(f"{NS}a"):
        target = (link.get("href") or "").removeprefix(LINKS)
        link.attrib.clear()
        link.set("href", target)
        if target in seen:
            link.set("tabindex", "-1")
            link.set("aria-hidden", "true")
        else:
            shown = " ".join(text.text or "" for text in link.iter(f"{NS}text"))
            name = names[target]
            link.set("aria-label", name if shown in name else f"{shown}. {name}")
            seen.add(target)


def _worded(root: Element, vague: set[str]) -> None:
    """Words for numbers in italics, so that they can't pass for figures."""
    for text in root.iter(f"{NS}text"):
        if text.text in vague:
            text.set("font-style", "italic")


def _rounded(text: str) -> str:
    return NUMBER.sub(lambda found: _short(float(found[0])), text)


def _short(number: float) -> str:
    short = f"{number:.1f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short
