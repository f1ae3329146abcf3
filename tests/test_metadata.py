"""What a page's head tells other programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from headcount import render
from headcount.model import Registry, Site, Timeline
from headcount.pages import Download, Record, arrange
from headcount.pages.index import index
from headcount.pages.metadata import exact
from headcount.pages.quoting import escaped, quoted
from stories import REGISTRY
from test_feeds import small
from test_pages import SITE, articles, records, timeline
from test_render import TEMPLATES


def test_every_page_leads_to_the_feeds_and_names_itself() -> None:
    """A feed that the head does not name is found by no reader."""
    for record in records():
        if isinstance(record, Download):
            continue
        page = render.page(record, TEMPLATES).decode()
        kinds = re.findall(r'<link rel="alternate" type="([^"]+)"', page)
        assert kinds == ["application/atom+xml", "application/feed+json"]
        title = re.search(r'property="og:title" content="([^"]*)"', page)
        assert title is not None
        assert title[1]
        address = f"{SITE.url}/{record.path.removesuffix('index.html')}"
        known = [] if record.path == "404.html" else [address]
        assert re.findall(r'property="og:url" content="([^"]*)"', page) == known
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', page) == known
        assert (record.frame.og == "article") == record.path.startswith("events/")


@pytest.mark.parametrize("title", ['"><script>alert(1)</script>', "</head>", "a & 'b'"])
def test_no_title_leaves_its_place(title: str) -> None:
    """A headline is what anybody wrote."""
    made = arrange(index(Timeline(), (), Registry(), Site(title=title), (), {}))
    page = render.page(next(one for one in made if one.path == "index.html"), TEMPLATES).decode()
    assert page.count("<head>") == page.count("</head>") == 1
    assert f"<script>{title}" not in page
    assert "<script>alert" not in page


def test_nothing_is_offered_that_is_not_written() -> None:
    """Without an address there is no feed, and so no link to one."""
    made = arrange(index(Timeline(), (), Registry(), Site(), (), {}))
    assert all(not one.frame.feeds for one in made if not isinstance(one, Download))
    assert small().site.url


LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def things(record: Record) -> list[Any]:
    """All that a page tells programs of what it is about."""
    page = render.page(record, TEMPLATES).decode()
    return [one for found in LD.findall(page) for one in json.loads(found)["@graph"]]


def test_an_event_cites_every_article_it_rests_on() -> None:
    """Each source once, with its publisher, and the date only as exactly as it is known."""
    held = small()
    pages = {one.path: one for one in records()}
    for event in held.living():
        (one,) = things(pages[f"events/{event.id}/index.html"])
        assert one["@type"] == "NewsArticle"
        rests = {claim.article for claim in (*event.claims, *event.attached)}
        expected = {
            (held.articles[id].title, exact(held.articles[id].published) or None) for id in rests
        }
        cited = [(its["name"], its.get("datePublished")) for its in one["citation"]]
        assert len(cited) == len(expected)
        assert set(cited) == expected
        assert all(its["publisher"][0]["name"] for its in one["citation"])


def test_the_home_page_is_a_set_of_data() -> None:
    """Its files are those that the build writes, at their full address."""
    (one,) = things(next(one for one in records() if one.path == "index.html"))
    assert one["@type"] == "Dataset"
    files = [file["contentUrl"] for file in one["distribution"]]
    assert files == [f"{SITE.url}/{n}" for n in ("events.csv", "claims.csv", "timeline.json")]
    assert re.fullmatch(r"\d{4}/\d{4}", one["temporalCoverage"])


@pytest.mark.parametrize("date", ["2031-02~", "2031-21", "2031/2032", "2031?", "", None])
def test_a_date_that_is_not_exact_is_not_made_so(date: str | None) -> None:
    """Programs know no "about"."""
    assert exact(date) == ""


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028"])
def test_a_headline_stays_inside_its_data(title: str) -> None:
    """What a program reads is the headline, whatever it holds."""
    line = timeline()
    events = (replace(line.events[0], title=title), *line.events[1:])
    made = arrange(index(replace(line, events=events), articles(), REGISTRY, SITE, (), {}))
    page = next(one for one in made if one.path == f"events/{events[0].id}/index.html")
    assert title in [one["headline"] for one in things(page)]
    assert "<script>alert" not in render.page(page, TEMPLATES).decode()


def test_a_citation_is_dated_by_the_last_article() -> None:
    """The day on which somebody builds the site is no date of what it says."""
    index = small()
    event = next(one for one in index.living() if one.first_reported)
    made = quoted(index, "totals/index.html", "Titled & more", event.claims)
    years = {(index.articles[claim.article].published or "")[:4] for claim in event.claims}
    assert f"year = {{{max(years)}}}" in made.bibtex
    assert max(years) in made.plain
    assert made.plain.endswith(f"{SITE.url}/totals/")
    assert "Titled \\& more" in made.bibtex
    assert "year" not in quoted(index, "totals/index.html", "No claim", ()).bibtex


@pytest.mark.parametrize("text", ["} @misc{x,", "a\\b", "50% & $5 #1 a_b ~ ^"])
def test_no_headline_breaks_a_list_of_references(text: str) -> None:
    """Every brace of an entry is its own."""
    bare = re.sub(r"\\text\w+\{\}|\\.", "", escaped(text))
    assert not set(bare) & set("{}%$#_&~^\\")
