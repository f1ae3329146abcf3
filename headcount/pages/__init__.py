"""From the timeline to pages: one frozen record for each file to be written.

A record holds all that its page shows and nothing else, so that what a page depends on is simply
its record. `PAGES` is the list of page kinds; a new one is an entry here and a template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from headcount.pages import (
    changing,
    charting,
    event,
    facets,
    home,
    organisation,
    overview,
    searching,
    source,
    standing,
    totals,
)
from headcount.pages.changing import ChangesPage
from headcount.pages.charting import ChartPage, ChartsPage
from headcount.pages.event import EventPage, TombstonePage
from headcount.pages.facets import FacetPage
from headcount.pages.home import HomePage
from headcount.pages.index import Index, index
from headcount.pages.numbering import numbered
from headcount.pages.organisation import OrganisationPage, OrganisationsPage
from headcount.pages.overview import DisputesPage
from headcount.pages.shapes import Download
from headcount.pages.source import SourcePage, SourcesPage
from headcount.pages.standing import LostPage, TextPage
from headcount.pages.totals import TotalsPage

__all__ = ["PAGES", "Download", "Index", "Kind", "Record", "arrange", "index"]

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
    | ChangesPage
    | Download
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page: its record's type, its template ("" for a plain file), and its maker."""

    id: str
    record: type
    template: str
    make: Callable[[Index], tuple[Record, ...]]


PAGES = (
    Kind("text", TextPage, "text.html", standing.texts),
    Kind("home", HomePage, "home.html", home.home),
    Kind("event", EventPage, "event.html", event.events),
    Kind("tombstone", TombstonePage, "tombstone.html", event.tombstones),
    Kind("source", SourcePage, "source.html", source.sources),
    Kind("sources", SourcesPage, "sources.html", source.listing),
    Kind("organisation", OrganisationPage, "organisation.html", organisation.organisations),
    Kind("organisations", OrganisationsPage, "organisations.html", organisation.listing),
    Kind("disputes", DisputesPage, "disputes.html", overview.disputes),
    Kind("totals", TotalsPage, "totals.html", totals.totals),
    Kind("facet", FacetPage, "facet.html", facets.facets),
    Kind("chart", ChartPage, "chart.html", charting.pages),
    Kind("charts", ChartsPage, "charts_index.html", charting.listing),
    Kind("lost", LostPage, "lost.html", standing.lost),
    Kind("changes", ChangesPage, "changes.html", changing.changes),
    Kind("drawing", Download, "", charting.downloads),
    Kind("search", Download, "", searching.downloads),
)


def arrange(index: Index) -> tuple[Record, ...]:
    """All pages of the site, each with the `path` below the output at which it goes."""
    return tuple(numbered(record) for kind in PAGES for record in kind.make(index))
