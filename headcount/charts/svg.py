"""From the converter's SVG to one that may stand in a page under its security policy."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, SubElement

from headcount.charts.plot import CUT, HATCH, LINKS

SPACE = "http://www.w3.org/2000/svg"
NS = f"{{{SPACE}}}"
XLINK = "{http://www.w3.org/1999/xlink}href"
NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
GEOMETRY = frozenset(("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"))
PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "href")
TYPE = ("text-anchor", "font-size", "font-weight")
KEPT = GEOMETRY.union(PAINT, TYPE)


def fit(
    svg: str,
    id_: str,
    variant: str,
    told: tuple[str, str],
    names: Mapping[str, str],
    vague: Collection[str] = (),
) -> str:
    """The drawing as an element of a page: no fixed size, no style, local links with names.

    `id_` and `variant` begin its own ids, so that several drawings stand in one page; `variant`
    is also its class, for the stylesheet to choose by. `told`: its title and description.
    `names`: what a link's target is called; `vague`: words that stand for numbers.
    """
    root = ElementTree.fromstring(svg)
    box = root.get("viewBox") or "0 0 1 1"
    _cleaned(root)
    _silenced(root)
    _linked(root, names)
    _worded(root, vague)
    _hatched(root, f"{id_}-{variant}-hatch")
    root.attrib.clear()
    root.set("viewBox", _rounded(box))
    root.set("class", f"plot {variant}")
    root.set("role", "group" if any(root.iter(f"{NS}a")) else "img")
    root.set("aria-labelledby", f"{id_}-{variant}-title")
    root.set("aria-describedby", f"{id_}-{variant}-desc")
    for name, text in (("desc", told[1]), ("title", told[0])):
        words = Element(f"{NS}{name}", {"id": f"{id_}-{variant}-{name}"})
        words.text = text
        root.insert(0, words)
    ElementTree.register_namespace("", SPACE)
    return re.sub(r">\s+<", "><", ElementTree.tostring(root, encoding="unicode"))


def _hatched(root: Element, id_: str) -> None:
    """The pattern of lines, with an id of this drawing's own: one that is not shown paints none."""
    found = [element for element in root.iter() if element.get("fill") == HATCH]
    if not found:
        return
    for element in found:
        element.set("fill", f"url(#{id_})")
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    place = {"id": id_, **size, "patternTransform": "rotate(45)"}
    defs = Element(f"{NS}defs")
    pattern = SubElement(defs, f"{NS}pattern", place)
    SubElement(pattern, f"{NS}path", {"d": "M0,0V6", "stroke": CUT, "stroke-width": "2.4"})
    root.insert(0, defs)


def _cleaned(element: Element) -> None:
    """Only attributes that paint or place; no scaffolding; no groups around nothing.

    The converter writes a transparent area without any paint: in a link it is what a finger meets.
    """
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
    if element.tag == f"{NS}a":
        for touch in element:
            if touch.get("d") and touch.get("fill") is None and touch.get("stroke") is None:
                touch.set("fill", "none")
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


def _linked(root: Element, names: Mapping[str, str]) -> None:
    """Makes the links local and names them; each event is one stop of the Tab key.

    A name begins with the words that stand in the link, for whoever speaks what they see.
    """
    seen: set[str] = set()
    for link in root.iter(f"{NS}a"):
        target = (link.get("href") or "").removeprefix(LINKS)
        link.attrib.clear()
        link.set("href", target)
        link.set("data-event", target.strip("/").rpartition("/")[2])
        if target in seen:
            link.set("tabindex", "-1")
            link.set("aria-hidden", "true")
        else:
            shown = " ".join(text.text or "" for text in link.iter(f"{NS}text"))
            name = names[target]
            link.set("aria-label", name if shown in name else f"{shown}. {name}")
            seen.add(target)


def _worded(root: Element, vague: Collection[str]) -> None:
    """Words for numbers in italics, so that they can't pass for figures."""
    for text in root.iter(f"{NS}text"):
        if text.text in vague:
            text.set("font-style", "italic")


def _rounded(text: str) -> str:
    return NUMBER.sub(lambda found: _short(float(found[0])), text)


def _short(number: float) -> str:
    short = f"{number:.1f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short
