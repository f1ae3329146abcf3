"""From the timeline to pages: one frozen record for each file to be written.

A record holds all that its page shows and nothing else, so that what a page depends on is simply
its record. `PAGES` is the list of page kinds; a new one is an entry here and a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from headcount.drawing import Drawn
from headcount.model import Article, PageText, Registry, Site, Timeline
from headcount.pages import (
    charting,
    event,
    facets,
    home,
    organisation,
    overview,
    searching,
    source,
    standing,
)
from headcount.pages.charting import ChartPage, ChartsPage
from headcount.pages.event import EventPage, TombstonePage
from headcount.pages.facets import FacetPage
from headcount.pages.home import HomePage
from headcount.pages.index import Index, index
from headcount.pages.organisation import OrganisationPage, OrganisationsPage
from headcount.pages.overview import DisputesPage, TotalsPage
from headcount.pages.shapes import Download
from headcount.pages.source import SourcePage, SourcesPage
from headcount.pages.standing import LostPage, TextPage

__all__ = ["PAGES", "Download", "Kind", "Record", "arrange"]

Record = (
    HomePage
    | EventPage
    | TombstonePage
    | SourcePage
    | SourcesPage
    | OrganisationPage
    | OrganisationsPage
    | DisputesPage
    | TotalsPage
    | FacetPage
    | ChartPage
    | ChartsPage
    | TextPage
    | LostPage
    | Download
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: its record's type, its template ("" for a plain file), and its maker."""

    id: str
    record: type
    template: str
    make: Callable[[Index, Sequence[Drawn]], tuple[Record, ...]]


PAGES = (
    Kind("text", TextPage, "text.html", lambda index, _: standing.texts(index)),
    Kind("home", HomePage, "home.html", lambda index, _: home.home(index)),
    Kind("event", EventPage, "event.html", lambda index, _: event.events(index)),
    Kind("tombstone", TombstonePage, "tombstone.html", lambda index, _: event.tombstones(index)),
    Kind("source", SourcePage, "source.html", lambda index, _: source.sources(index)),
    Kind("sources", SourcesPage, "sources.html", lambda index, _: source.listing(index)),
    Kind(
        "organisation",
        OrganisationPage,
        "organisation.html",
        lambda index, _: organisation.organisations(index),
    ),
    Kind(
        "organisations",
        OrganisationsPage,
        "organisations.html",
        lambda index, _: organisation.listing(index),
    ),
    Kind("disputes", DisputesPage, "disputes.html", lambda index, _: overview.disputes(index)),
    Kind("totals", TotalsPage, "totals.html", lambda index, _: overview.totals(index)),
    Kind("facet", FacetPage, "facet.html", lambda index, _: facets.facets(index)),
    Kind("chart", ChartPage, "chart.html", lambda index, _: charting.pages(index)),
    Kind("charts", ChartsPage, "charts_index.html", lambda index, _: charting.listing(index)),
    Kind("lost", LostPage, "lost.html", lambda index, _: standing.lost(index)),
    Kind(
        "download",
        Download,
        "",
        lambda index, _: (*charting.downloads(index), *searching.downloads(index)),
    ),
)


def arrange(
    timeline: Timeline,
    articles: Iterable[Article],
    registry: Registry,
    site: Site,
    texts: tuple[PageText, ...],
    assets: Mapping[str, str],
    drawn: Sequence[Drawn] = (),
) -> tuple[Record, ...]:
    """All pages of the site, each with the `path` below the output at which it goes.

    `assets`: source name ("site.css") → published path. `drawn`: the charts.
    """
    found = index(timeline, articles, registry, site, texts, assets, drawn)
    return tuple(record for kind in PAGES for record in kind.make(found, drawn))
