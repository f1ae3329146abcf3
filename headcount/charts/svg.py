"""From the converter's SVG to one that may stand in a page under its security policy."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from xml.etree.ElementTree import Element

SPACE = "http://www.w3.org/2000/svg"
NS = f"{{{SPACE}}}"
XLINK = "{http://www.w3.org/1999/xlink}href"
NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
GEOMETRY = frozenset(("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height"))
NOISE = frozenset(
    (
        *("role", "style", "class", "font-family", "pointer-events", "stroke-miterlimit"),
        *("aria-label", "aria-roledescription", "aria-hidden"),
    )
)
HIDDEN = (None, "none")


def fit(svg: str, id_: str, variant: str, title: str, desc: str, names: Mapping[str, str]) -> str:
    """The drawing as an element of a page: no fixed size, no style, local links with names.

    `id_` and `variant` make its ids unique; `names`: event id → what its mark is called.
    """
    root = ElementTree.fromstring(svg)
    box = root.get("viewBox") or "0 0 1 1"
    _cleaned(root)
    root.attrib.clear()
    label = f"{id_}-{variant}"
    root.set("viewBox", _rounded(box))
    root.set("class", f"plot {variant}")
    linked = _linked(root, names)
    root.set("role", "group" if linked else "img")
    root.set("aria-labelledby", f"{label}-t")
    root.set("aria-describedby", f"{label}-d")
    for name, text, suffix in (("desc", desc, "d"), ("title", title, "t")):
        told = Element(f"{NS}{name}", {"id": f"{label}-{suffix}"})
        told.text = text
        root.insert(0, told)
    ElementTree.register_namespace("", SPACE)
    return re.sub(r">\s+<", "><", ElementTree.tostring(root, encoding="unicode"))


def _cleaned(element: Element) -> None:
    for name, value in list(element.attrib.items()):
        if name in NOISE:
            del element.attrib[name]
        elif name in GEOMETRY:
            element.set(name, _rounded(value))
        elif value == "transparent":
            element.set(name, "none")
    if element.get("stroke") == "none" or element.get("stroke-width") == "0":
        element.attrib.pop("stroke", None)
        element.attrib.pop("stroke-width", None)
    for name in ("opacity", "fill-opacity"):
        if element.get(name) == "1":
            del element.attrib[name]
    for child in list(element):
        _cleaned(child)
        if _scaffolding(child):
            element.remove(child)
    for child in list(element):
        if child.tag == f"{NS}g" and not child.attrib:
            at = list(element).index(child)
            element.remove(child)
            for offset, inner in enumerate(list(child)):
                element.insert(at + offset, inner)


def _scaffolding(element: Element) -> bool:
    """Whether an element paints nothing and holds nothing."""
    if element.tag == f"{NS}g":
        return len(element) == 0
    if element.tag == f"{NS}defs":
        return True
    if element.tag not in (f"{NS}path", f"{NS}rect"):
        return False
    if element.get("d") in ("", "M0,0h0v0h0Z"):
        return True
    touch = element.get("fill") == "none" and element.tag == f"{NS}path"
    unpainted = element.get("fill") in HIDDEN and element.get("stroke") in HIDDEN
    return unpainted and not touch


def _linked(root: Element, names: Mapping[str, str]) -> bool:
    """Makes the links local and names them; each event is one stop of the Tab key."""
    seen: set[str] = set()
    links = list(root.iter(f"{NS}a"))
    for link in links:
        target = f"#{(link.get(XLINK) or link.get('href') or '').partition('#')[2]}"
        link.attrib.clear()
        link.set("href", target)
        if target in seen:
            link.set("tabindex", "-1")
            link.set("aria-hidden", "true")
        else:
            link.set("aria-label", names.get(target.removeprefix("#e-"), target))
            seen.add(target)
    return bool(links)


def _rounded(text: str) -> str:
    return NUMBER.sub(lambda m: _short(float(m[0])), text)


def _short(number: float) -> str:
    """At most one decimal; never "-0"."""
    return f"{round(number, 1) + 0.0:.1f}".rstrip("0").rstrip(".")
