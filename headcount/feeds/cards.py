"""The picture that stands for an event where its address is shared: its headline and its state."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.feeds.news import UNFIT
from headcount.lettering import BOLD, JOINER, breadth, clipped, folded, wrapped
from headcount.model import Event
from headcount.pages.index import Index
from headcount.pages.metadata import card_path
from headcount.pages.rows import dating

WIDTH, HEIGHT = 1200, 630
"""What those who show such pictures expect, in pixels; `templates/card.svg` has it too."""
ROOM, MOST, TOP, FOOT = 1040, 5, 232, 470
"""The headline: the breadth of a line, how many lines at most, the first and the last foot."""
SIZES = (64, 54, 46)
"""Sizes of a headline, in pixels, largest first: it takes the first at which it fits."""
STEP = 1.2
"""From one line of it to the next, as a share of its size."""
SMALL, NAME = 26, 28
"""Sizes of the line below it, and of the site's name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the headline, and where its foot is."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Card:
    """What is on a card. `path` is where it goes; `told`: when, by how many, and in what accord."""

    path: str
    site: str
    kind: str
    status: str
    size: int
    lines: tuple[Line, ...]
    told: str


def cards(index: Index) -> tuple[Card, ...]:
    """A card for each living event; none without the site's address, for pictures are named in
    full or not at all."""
    return tuple(_card(index, event) for event in index.living()) if index.site.url else ()


def _card(index: Index, event: Event) -> Card:
    size, lines = fitted(plain(words.title(event)))
    step = round(size * STEP)
    said = [words.sentence(dating(index, event)[0]), words.sentence(words.outlets(event))]
    said += ["Sources conflict"] * any(one.relation == "conflict" for one in event.disputes)
    return Card(
        path=card_path(event),
        site=clipped(plain(index.site.title), ROOM - 66, NAME),
        kind=words.KIND_LABELS[event.kind],
        status=words.sentence(words.LABELS[event.status]).rstrip("."),
        size=size,
        lines=tuple(Line(text, TOP + number * step) for number, text in enumerate(lines)),
        told=clipped(plain(" · ".join(one.rstrip(".") for one in said)), ROOM, SMALL),
    )


def fitted(title: str) -> tuple[int, tuple[str, ...]]:
    """The size at which a headline fits, and its lines; what fits at none ends with "…"."""
    for size in SIZES:
        lines = wrapped(title, ROOM, size, BOLD)
        most = min(MOST, 1 + int((FOOT - TOP) / (size * STEP)))
        if len(lines) <= most and all(breadth(one, size, BOLD) <= ROOM for one in lines):
            break
    return size, tuple(folded(title, ROOM, most, size, BOLD))


def plain(text: str) -> str:
    """Text without what no picture shows and XML can't hold."""
    return UNFIT.sub("\ufffd", text.replace(JOINER, ""))
