"""Facets: the filters above the timeline, and a page of its own for each thing to filter by.

The pages are what the filters are without the script; on the home page the script makes filters
of the same links. A unit's page is the one it has as an organisation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headcount import wording as words
from headcount.model import KINDS, STATUSES, Event
from headcount.pages.index import Index, frame, up
from headcount.pages.keys import UNDATED, Keys, keys, values
from headcount.pages.rows import chronology, link, years
from headcount.pages.shapes import Frame, Link, Years

MOST = 200
"""As many events as one page shows with all their citations."""
UNITS = 8
"""As many units as the filters offer, those with most events."""

PLURALS = {
    "layoff": "Job cuts",
    "acquisition": "Purchases",
    "launch": "Launches",
    "closure": "Closures",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by. `filter`: "kind=layoff", "" for all; `count`: how many events."""

    text: str
    count: str
    href: str
    filter: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The choices of one facet."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters above a list. `live`: the whole timeline is below, for the script to filter.

    `search`: the address of the index to search, `module`: that of the script for it; "" where
    there is no search.
    """

    groups: tuple[Group, ...]
    live: bool
    search: str
    module: str


@dataclass(frozen=True, slots=True)
class Brief:
    """An event in one line."""

    when: str
    title: Link
    status: str


@dataclass(frozen=True, slots=True)
class BriefYear:
    """One year's events in one line each, newest first."""

    id: str
    label: str
    lines: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class FacetPage:
    """The events that share one thing: with their citations, or, if too many, in brief."""

    path: str
    frame: Frame
    title: str
    lead: str
    filters: Filters
    years: tuple[Years, ...]
    briefs: tuple[BriefYear, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of one facet. `path`: its page's folder."""

    key: str
    value: str
    text: str
    title: str
    path: str


def facets(index: Index) -> tuple[FacetPage, ...]:
    """A page for each kind, status and year, and one for what is disputed.

    Kinds and statuses have theirs even while no event is of them, so that no address is lost
    when a plan is carried out.
    """
    found = {event.id: keys(event) for event in index.living()}
    return tuple(_page(index, facet, found) for facet in _facets(found))


def filters(index: Index, path: str, shown: int) -> Filters:
    """The filters as seen from the page at `path`, which shows so many of the living events."""
    base = up(path)
    living = index.living()
    found = {event.id: keys(event) for event in living}
    groups: dict[str, list[Choice]] = {
        "kind": [Choice("All", f"{len(living):,}", base or "./", "")]
    }
    for facet in (*_facets(found), *_units(index, found)):
        number = sum(_in(facet, one) for one in found.values())
        if 0 < number < len(living):
            group = groups.setdefault("kind" if facet.key == "disputed" else facet.key, [])
            group.append(_choice(facet, number, path))
    labels = (("kind", "Show"), ("unit", "Where"), ("year", "Year"), ("status", "Status"))
    offered = sum(len(group) for group in groups.values()) > 1
    return Filters(
        groups=tuple(
            Group(label, tuple(groups[key])) for key, label in labels if offered and key in groups
        ),
        live=path == "index.html" and shown == len(living),
        search="search.json" if path == "index.html" and len(living) > 1 else "",
        module=index.assets.get("search.js", "assets/search.js"),
    )


def _choice(facet: Facet, number: int, path: str) -> Choice:
    return Choice(
        text=facet.text,
        count=f"{number:,}",
        href=f"{up(path)}{facet.path}",
        filter=f"{facet.key}={facet.value}",
        current=path == f"{facet.path}index.html",
    )


def _in(facet: Facet, one: Keys) -> bool:
    return facet.value in values(one, facet.key)


def _facets(found: Mapping[str, Keys]) -> Iterator[Facet]:
    for entry in KINDS:
        if entry.is_event:
            text = PLURALS[entry.id]
            yield Facet("kind", entry.id, text, text, f"kinds/{entry.id}/")
    yield Facet("disputed", "yes", "Disputed", "Disputed events", "disputed/")
    for year in sorted({one.year for one in found.values()} - {UNDATED}, reverse=True):
        yield Facet("year", year, year, f"Events of {year}", f"years/{year}/")
    yield Facet("year", UNDATED, "No date", "Events without a date", f"years/{UNDATED}/")
    for status in STATUSES:
        title = f"Events with the status “{status.label}”"
        place = f"statuses/{status.id.replace('_', '-')}/"
        yield Facet("status", status.id, status.label.capitalize(), title, place)


def _units(index: Index, found: Mapping[str, Keys]) -> Iterator[Facet]:
    """The organisations and units with most events, in the registry's order; none that has all."""
    counts = Counter(unit for one in found.values() for unit in one.units if unit in index.named)
    ranked = [unit for unit, number in counts.most_common() if number < len(found)]
    for entry in index.organisations.values():
        if entry.id in ranked[:UNITS]:
            yield Facet("unit", entry.id, entry.name, entry.name, f"organisations/{entry.id}/")


def _page(index: Index, facet: Facet, found: Mapping[str, Keys]) -> FacetPage:
    path = f"{facet.path}index.html"
    base = up(path)
    events = [event for event in index.living() if _in(facet, found[event.id])]
    many = len(events) > MOST
    number = words.amount(len(events), "event") if events else "No event so far"
    return FacetPage(
        path=path,
        frame=frame(
            index, path, facet.title, f"{facet.title} on the timeline of {index.site.title}."
        ),
        title=facet.title,
        lead=f"{number}, newest first." if len(events) > 1 else f"{number}.",
        filters=filters(index, path, len(events)),
        years=() if many else years(index, events, base),
        briefs=briefs(events, base) if many else (),
    )


def briefs(events: Sequence[Event], base: str) -> tuple[BriefYear, ...]:
    """Events in one line each, by year, newest first, those without a date last."""
    groups: dict[str, list[Brief]] = {}
    for event in sorted(events, key=chronology, reverse=True):
        date = words.news_date(event)
        line = Brief(
            words.when(date) if date else "", link(event, base), words.LABELS[event.status]
        )
        groups.setdefault(words.year(date), []).append(line)
    return tuple(
        BriefYear(f"y{label}" if label else UNDATED, label or "No date", tuple(lines))
        for label, lines in groups.items()
    )
