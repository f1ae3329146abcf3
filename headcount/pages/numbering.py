"""The notes of a printed page: each citation gets a number, and each link to it the same one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from headcount.pages.shapes import Citation, Cite

Page = TypeVar("Page")
LINK = re.compile(r'(<a class="cite(?: word)?" href="#([^"]+)")')
"""A citation link in HTML, as `prosing.anchor` writes it."""


def numbered(page: Page) -> Page:
    """The same page, its citations numbered in the order of its record, and the links to them.

    A link to words that stand on another page has no number here.
    """
    notes: dict[str, str] = {}
    for one in _citations(page):
        notes.setdefault(one.id, str(len(notes) + 1))
    return page if not notes else _noted(page, notes)


def _names(value: object) -> tuple[str, ...]:
    """The fields of a record; none of any other value, and most are text."""
    kind: Any = type(value)
    return _of(kind)


@cache
def _of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _citations(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _citations(one)
    else:
        for name in _names(value):
            part = getattr(value, name)
            if isinstance(part, tuple) or _names(part):
                yield from _citations(part)


def _noted(value: Any, notes: dict[str, str]) -> Any:
    if isinstance(value, Citation):
        return replace(value, note=notes[value.id])
    if isinstance(value, Cite):
        return replace(value, note=notes.get(value.href.removeprefix("#"), ""))
    if isinstance(value, tuple):
        made = tuple(_noted(one, notes) for one in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    changed = {}
    for name in _names(value):
        old = getattr(value, name)
        html = name.endswith("_html") and isinstance(old, str)
        new = _linked(old, notes) if html else _noted(old, notes)
        if new is not old:
            changed[name] = new
    return replace(value, **changed) if changed else value


def _linked(html: str, notes: dict[str, str]) -> str:
    return LINK.sub(lambda m: f'{m[1]} data-note="{notes[m[2]]}"' if m[2] in notes else m[1], html)
