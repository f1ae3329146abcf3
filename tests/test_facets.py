"""Facets: the filters' counts, their pages and the rows' keys tell the same; search finds all."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sites
from headcount import pipeline
from headcount.model import KINDS, STATUSES, Registry, Site, Timeline
from headcount.pages import Download, Record, arrange
from headcount.pages.facets import MOST, UNITS, FacetPage, Filters
from headcount.pages.home import RECENT, HomePage
from headcount.pages.index import index
from headcount.pages.keys import keys, values
from headcount.pages.organisation import OrganisationPage


@cache
def demo() -> tuple[Timeline, tuple[Record, ...]]:
    """The demo's timeline and pages."""
    read = pipeline.written(sites.project(), ())
    timeline = sites.timeline_of(sites.project())
    return timeline, arrange(index(timeline, read.articles, read.registry, read.site, (), {}))


def of(timeline: Timeline) -> tuple[Record, ...]:
    """The pages of another timeline from the demo's articles."""
    read = pipeline.written(sites.project(), ())
    return arrange(index(timeline, read.articles, read.registry, read.site, (), {}))


def home(records: tuple[Record, ...]) -> HomePage:
    return next(record for record in records if isinstance(record, HomePage))


def rows(record: FacetPage | HomePage | OrganisationPage) -> set[str]:
    """The events that a page shows as rows, those inside others among them."""
    return set(re.findall(r"Row\(id='e-([^']+)'", repr(record.years)))


def choices(bar: Filters) -> list[tuple[str, int, str]]:
    return [
        (choice.filter, int(choice.count.replace(",", "")), choice.href)
        for group in bar.groups
        for choice in group.choices
    ]


def test_a_filter_counts_what_its_page_shows() -> None:
    """The count is a promise that the page behind the link, or the script, must keep."""
    timeline, records = demo()
    pages = {record.path: record for record in records}
    living = [event for event in timeline.events if not event.tombstone]
    for filter_, count, href in choices(home(records).filters):
        key, _, value = filter_.partition("=")
        fitting = {event.id for event in living if not key or value in values(keys(event), key)}
        page = pages[posixpath.normpath(posixpath.join(href, "index.html"))]
        assert isinstance(page, (FacetPage, HomePage, OrganisationPage))
        assert rows(page) == fitting, filter_
        assert count == len(fitting)


def test_a_filter_that_changes_nothing_is_not_offered() -> None:
    """Nor is one that would leave nothing."""
    timeline, records = demo()
    everything = sum(not event.tombstone for event in timeline.events)
    offered = choices(home(records).filters)
    assert offered[0] == ("", everything, "./")
    assert all(0 < count < everything for _, count, _ in offered[1:])
    assert sum(filter_.startswith("unit=") for filter_, _, _ in offered) <= UNITS
    one = replace(timeline.events[0], relations=())
    assert home(of(Timeline(events=(one,)))).filters.groups == ()


def test_no_address_is_lost_when_a_plan_is_carried_out() -> None:
    """A kind or status has its page even while no event is of it."""
    empty = arrange(index(Timeline(), (), Registry(), Site(), (), {}))
    paths = {record.path for record in empty}
    assert {f"kinds/{kind.id}/index.html" for kind in KINDS if kind.is_event} <= paths
    assert {f"statuses/{one.id.replace('_', '-')}/index.html" for one in STATUSES} <= paths
    assert {"disputed/index.html", "years/undated/index.html"} <= paths
    leads = {record.lead for record in empty if isinstance(record, FacetPage)}
    assert leads == {"No event so far."}


def test_the_page_that_is_shown_is_marked_in_its_filters() -> None:
    """By exactly one choice, and only where it is offered."""
    for record in demo()[1]:
        if isinstance(record, FacetPage) and record.years:
            marked = [c for group in record.filters.groups for c in group.choices if c.current]
            assert len(marked) == 1
            assert not record.filters.live


@pytest.mark.parametrize("more", [0, 1])
def test_too_many_events_are_told_in_brief(more: int) -> None:
    """A page of many events stays light, and the home page says that it is not all."""
    event = next(one for one in demo()[0].events if one.kind == "layoff" and one.date)
    number = MOST + more
    crowd = tuple(replace(event, id=f"e{at:04}", relations=()) for at in range(number))
    records = of(Timeline(events=crowd))
    page = next(r for r in records if isinstance(r, FacetPage) and r.path.startswith("kinds/lay"))
    told = sum(len(year.lines) for year in page.briefs)
    assert (len(rows(page)), told) == ((0, number) if more else (number, 0))
    start = home(records)
    assert len(rows(start)) == (RECENT if more else MOST)
    assert start.filters.live == (not more)
    assert bool(start.left_out) == bool(more)


def test_search_leads_to_every_event_organisation_and_source() -> None:
    """Each line has an address that exists, a title and what it is."""
    _, records = demo()
    pages = {record.path for record in records}
    found = next(r for r in records if isinstance(r, Download) and r.path == "search.json")
    lines = json.loads(found.text)
    for url, title, kind, more in lines:
        assert f"{url}index.html" in pages
        assert title
        assert kind
        assert isinstance(more, str)
    folders = ("events/", "organisations/", "sources/")
    wanted = {path for path in pages if path.startswith(folders) and path.count("/") == 2}
    assert {f"{url}index.html" for url, *_ in lines} == wanted


@settings(max_examples=20)
@given(st.text())
def test_no_title_can_begin_an_element_in_the_index(title: str) -> None:
    """The index is data, whatever a reader's program takes it for."""
    timeline, _ = demo()
    event = replace(timeline.events[0], title=f"{title}<script>")
    records = of(Timeline(events=(event,)))
    text = next(r for r in records if isinstance(r, Download) and r.path == "search.json").text
    assert "<" not in text
    assert json.loads(text)[0][1] == f"{title}<script>"
