"""Of very much, what is drawn: the rules, the words that tell them, and how large pages get."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount import charts, render, totals
from headcount.charts import cells, chosen, drawings
from headcount.charts.cuts import Cuts
from headcount.charts.once import Once
from headcount.charts.says import Says, Told
from headcount.charts.units import Units
from headcount.drawing import Drawn
from headcount.model import Article, Event, EventJobs, Jobs, Named, Registry, Site, Span, Timeline
from headcount.pages import charting
from headcount.pages.index import index
from test_charts import claim, event, labels

TEMPLATES = {
    path.name: path.read_text("utf-8")
    for path in sorted((Path(__file__).parent.parent / "templates").glob("*.html"))
}
WEIGHT = 300_000
"""Bytes of the heaviest page, as written."""


def cut(number: int) -> Event:
    """A cut of its own number, told by one of twelve papers, at one of eight units."""
    jobs = 101 + number
    quote = f"Tidal cut {jobs} posts."
    said = claim(f"c-{number}", quote, Jobs(jobs, jobs, "exact", Span("body", 110, 114)))
    unit = f"unit {number % 8}"
    return event(
        f"e-{number}",
        jobs,
        jobs,
        date=f"{2019 + number * 12 // 1000}-{1 + number % 12:02}",
        units=(Named(unit, unit.title(), "subject", None),),
        claims=(replace(said, article=f"article-{number % 12}"),),
        jobs=EventJobs(f"{jobs:,}", jobs, jobs, False, False, (said.id,)),
    )


ARTICLES = tuple(
    Article(
        f"article-{number}",
        f"{number}.md",
        "News",
        "Tidal cut posts. " * 9,
        f"Lamp {number}",
        "2031-01",
    )
    for number in range(12)
)


@cache
def crowd(number: int) -> Timeline:
    events = tuple(map(cut, range(number)))
    return Timeline(events=events, total=totals.total(events))


@cache
def records(number: int) -> tuple[Cuts, Units, Says, Once]:
    cuts, units, says, once = charts.records(crowd(number), ARTICLES)
    assert isinstance(cuts, Cuts)
    assert isinstance(units, Units)
    assert isinstance(says, Says)
    assert isinstance(once, Once)
    return cuts, units, says, once


@cache
def drawn(number: int) -> tuple[Drawn, ...]:
    return tuple(map(charts.draw, records(number)))


def test_of_a_thousand_cuts_the_largest_of_each_quarter_is_drawn() -> None:
    """The picture spans all years, and no column is a sum that no source gives."""
    record = records(1000)[0]
    few, note = chosen.cuts(record, "wide")
    quarters = Counter((row.first[:4], (int(row.first[5:7]) - 1) // 3) for row in few.rows)
    assert set(quarters.values()) == {1}
    assert len(quarters) == len(few.rows) == 48
    assert set(few.rows) <= set(record.rows)
    for row in record.rows:
        same = (row.first[:4], (int(row.first[5:7]) - 1) // 3)
        best = next(r for r in few.rows if (r.first[:4], (int(r.first[5:7]) - 1) // 3) == same)
        assert best.size >= row.size
    assert note == "The largest cut of each quarter; 952 further entries in the CSV file"


def test_of_few_cuts_each_is_drawn() -> None:
    """A rule that is not needed is not told."""
    record = records(60)[0]
    assert chosen.cuts(record, "wide") == (record, "")


def test_a_full_lane_has_the_largest_cut_of_each_year() -> None:
    """Every unit keeps its marks, and all its years."""
    record = records(1000)[1]
    few, note = chosen.units(record, "wide")
    years = Counter((mark.lane, mark.first[:4]) for mark in few.marks)
    assert set(years.values()) == {1}
    assert len(years) == 8 * 12
    assert note == "Of each unit the largest cut of each year; 904 further entries in the CSV file"


def test_every_drawn_event_has_a_sign_in_the_grid() -> None:
    """An event told only by sources that found no column would be an empty line."""
    few, note = chosen.says(records(1000)[2], "wide")
    names = {name for name, _ in few.sources}
    assert len(names) == chosen.SOURCES
    assert len(few.events) == chosen.EVENTS["wide"]
    assert all({said.source for said in one.sayings} & names for one in few.events)
    assert {said.source for one in few.events for said in one.sayings} == names
    assert "980 further events and 5 further sources in the CSV file" in note


def test_of_events_told_alike_those_in_conflict_come_first() -> None:
    """Where sources differ is what a reader comes for."""
    record = records(60)[2]
    last = record.events[-1]
    angry: Told = replace(last, sayings=(replace(last.sayings[0], differs="in spring"),))
    few, _ = chosen.says(replace(record, events=(*record.events[:-1], angry)), "narrow")
    assert angry.event in [one.event for one in few.events]


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_the_drawn_lines_still_make_the_total(variant: str) -> None:
    """What the others add is drawn as one."""
    record = records(1000)[3]
    few, note = chosen.once(record, variant)
    added = [step for step in few.steps if step.counts != "no"]
    assert sum(step.low or 0 for step in added) == record.low
    assert sum(step.high or 0 for step in added) == record.high
    assert f"The {chosen.LINES[variant]} largest" in note


@pytest.mark.parametrize("number", range(4))
def test_the_rule_stands_in_both_drawings_and_in_the_file(number: int) -> None:
    """Who sees a part must know that it is one."""
    record, done = records(1000)[number], drawn(1000)[number]
    rule = drawings.FORMS[record.id].chosen
    for variant, svg in (("wide", done.wide), ("narrow", done.narrow), ("wide", done.file)):
        note = rule(record, variant)[1]
        plain = re.sub(r"<[^>]+>", " ", svg)
        assert note
        assert " ".join(note.split()) in " ".join(plain.split())


@pytest.mark.parametrize("number", range(4))
def test_numbers_of_very_many_do_not_meet(number: int) -> None:
    """Also the largest site prints no number over another."""
    done = drawn(1000)[number]
    for svg in (done.wide, done.narrow):
        boxes = labels(svg)
        for at, (one, left, top, right, bottom) in enumerate(boxes):
            for other, left2, top2, right2, bottom2 in boxes[at + 1 :]:
                apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
                assert apart, (one, other)


def test_pages_of_a_thousand_events_are_moderate() -> None:
    """The table has what is drawn, says so, and leads to all of it."""
    held = index(crowd(1000), ARTICLES, Registry(), Site(), (), {}, drawn(1000))
    for page in charting.pages(held):
        html = render.page(page, TEMPLATES).decode()
        assert len(html.encode()) < WEIGHT
        assert 0 < len(page.chart.lines) <= cells.MOST
        assert page.chart.rest is not None
        assert page.chart.rest.href in html
        assert page.chart.rest.note in html
    (listing,) = charting.listing(held)
    assert len(render.page(listing, TEMPLATES)) < WEIGHT


def test_the_csv_has_every_line() -> None:
    """What no page shows can still be had."""
    for done in drawn(1000):
        assert done.csv.count("\r\n") > 1000
        assert done.more == 0 or len(done.entries) <= cells.MOST


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.dates(), st.integers(1, 10**6)), min_size=1, max_size=130),
    st.sampled_from(["wide", "narrow"]),
)
def test_whatever_the_dates_few_columns_are_drawn(
    days: list[tuple[object, int]], kind: str
) -> None:
    """However long a history, it fits its frame, and the largest cut of all is there."""
    events = [event(f"e-{at}", jobs, jobs, date=str(day)) for at, (day, jobs) in enumerate(days)]
    record = charts.records(Timeline(events=tuple(events)))[0]
    assert isinstance(record, Cuts)
    few, note = chosen.cuts(record, kind)
    assert len(few.rows) <= chosen.CROWD
    assert max(row.size for row in few.rows) == max(row.size for row in record.rows)
    assert bool(note) == (len(few.rows) < len(record.rows))
