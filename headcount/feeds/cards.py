"""The picture that stands for an event where its address is shared: its headline and its state."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.feeds.news import UNFIT
from headcount.lettering import JOINER, wrapped
from headcount.model import Event
from headcount.pages.index import Index
from headcount.pages.metadata import card_path
from headcount.pages.rows import dating

ROOM, MOST, TOP = 980, 5, 232
SIZES = (64, 54, 46)
"""Sizes of a headline, in pixels, largest first: it takes the first at which it fits."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the headline, and where its foot is."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Card:
    """What is on a card. `path` is where it goes."""

    path: str
    site: str
    kind: str
    status: str
    size: int
    lines: tuple[Line, ...]
    when: str
    sources: str


def cards(index: Index) -> tuple[Card, ...]:
    """A card for each living event; none without the site's address, for pictures are named in
    full or not at all."""
    return tuple(_card(index, event) for event in index.living()) if index.site.url else ()


def _card(index: Index, event: Event) -> Card:
    size, lines = fitted(plain(words.title(event)))
    step = round(size * 1.2)
    return Card(
        path=card_path(event),
        site=wrapped(plain(index.site.title), ROOM, 28)[0],
        kind=words.KIND_LABELS[event.kind],
        status=words.sentence(words.LABELS[event.status]).rstrip("."),
        size=size,
        lines=tuple(Line(text, TOP + number * step) for number, text in enumerate(lines)),
        when=plain(words.sentence(dating(index, event)[0]).rstrip(".")),
        sources=words.sentence(words.outlets(event)).rstrip("."),
    )


def fitted(title: str) -> tuple[int, tuple[str, ...]]:
    """The size at which a headline fits, and its lines; what fits at none ends with "…"."""
    for size in SIZES:
        lines = wrapped(title, ROOM, size)
        if len(lines) <= MOST and (TOP + (len(lines) - 1) * size * 1.2) < 470:
            return size, tuple(lines)
    kept = lines[:MOST]
    return size, (*kept[:-1], f"{kept[-1]} …")


def plain(text: str) -> str:
    """Text without what no picture shows and XML can't hold."""
    return UNFIT.sub("\ufffd", text.replace(JOINER, ""))
