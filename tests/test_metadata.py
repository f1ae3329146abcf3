"""What a page's head tells other programs."""

from __future__ import annotations

import re

import pytest

from headcount import render
from headcount.model import Registry, Site, Timeline
from headcount.pages import Download, arrange
from test_feeds import small
from test_pages import records
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
        own = re.findall(r'property="og:url" content="([^"]*)"', page)
        assert own == [record.frame.canonical] * bool(record.frame.canonical)
        assert (record.frame.og == "article") == record.path.startswith("events/")


@pytest.mark.parametrize("title", ['"><script>alert(1)</script>', "</head>", "a & 'b'"])
def test_no_title_leaves_its_place(title: str) -> None:
    """A headline is what anybody wrote."""
    made = arrange(Timeline(), (), Registry(), Site(title=title), (), {})
    page = render.page(next(one for one in made if one.path == "index.html"), TEMPLATES).decode()
    assert page.count("<head>") == page.count("</head>") == 1
    assert f"<script>{title}" not in page
    assert "<script>alert" not in page


def test_nothing_is_offered_that_is_not_written() -> None:
    """Without an address there is no feed, and so no link to one."""
    made = arrange(Timeline(), (), Registry(), Site(), (), {})
    assert all(not one.frame.feeds for one in made if not isinstance(one, Download))
    assert small().site.url
