"""Pages that people write whole, the log of corrections, and the page for lost addresses."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from headcount import prose
from headcount import wording as words
from headcount.pages.index import Index, frame, up
from headcount.pages.prosing import outlined
from headcount.pages.rows import link
from headcount.pages.shapes import Frame, Link


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction: when (ISO date, and in words), of what, and how."""

    date: str
    said: str
    event: Link
    text: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """`corrections`: only on the page of that name."""

    path: str
    frame: Frame
    title: str
    description: str
    body_html: str
    log: bool
    corrections: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LostPage:
    """Shown at an address where nothing is. Its links begin at the site's base path."""

    path: str
    frame: Frame
    title: str


def texts(index: Index) -> tuple[TextPage, ...]:
    """The written pages; the log of corrections stands on `corrections`."""
    pages = []
    for one in index.pages:
        path = f"{one.id}/index.html"
        log = one.id == "corrections"
        pages.append(
            TextPage(
                path=path,
                frame=frame(index, path, one.title, one.description or one.title),
                title=one.title,
                description=one.description,
                body_html=outlined(prose.html(one.body), 2),
                log=log,
                corrections=_log(index, path) if log else (),
            )
        )
    return tuple(pages)


def _log(index: Index, path: str) -> tuple[Entry, ...]:
    found = [
        Entry(entry.date, words.when(entry.date), link(event, up(path)), entry.text)
        for event in index.timeline.events
        for entry in event.corrections
    ]
    return tuple(sorted(found, key=lambda one: (one.date, one.event.href), reverse=True))


def lost(index: Index) -> tuple[LostPage, ...]:
    """`404.html`: served at any depth, so its links can't be relative."""
    base = f"{urlsplit(index.site.url).path.rstrip('/')}/"
    title = "There is no page at this address"
    page = frame(index, "404.html", title, title, root=base)
    return (LostPage("404.html", page, title),)
