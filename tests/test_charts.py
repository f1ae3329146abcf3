"""The chart of job cuts: its rows, its two drawings, its words and its file."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount import charts, codec
from headcount.charts import chosen, told
from headcount.charts.cuts import Cuts, printable
from headcount.charts.plot import fading, ticks
from headcount.lettering import breadth, cut
from headcount.model import (
    Claim,
    Date,
    Dispute,
    Event,
    EventJobs,
    Jobs,
    Mark,
    Named,
    Quote,
    Relation,
    Root,
    Span,
    Timeline,
    Value,
)
from headcount.table import FORMULA, safe

NS = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parent.parent
MILLS = Named("tidal-mills", "Tidal Mills", "subject", None)


def claim(
    id_: str,
    quote: str = "",
    jobs: Jobs | None = None,
    date: Date | None = None,
) -> Claim:
    return Claim(
        id=id_,
        article=f"article-{id_}",
        kind="layoff",
        quote=Quote(Span("body", 100, 100 + len(quote)), quote),
        organisation=MILLS,
        status=Mark("announced"),
        scope=Mark("part"),
        rule="cut",
        tier="published",
        jobs=jobs,
        date=date,
    )


def event(id_: str, low: int | None = None, high: int | None = None, **changes: object) -> Event:
    """A cut at an invented employer; without bounds nobody gives a figure."""
    known = low is not None or high is not None
    display = f"{low or high:,}" if known else ""
    plain = Event(
        id=id_,
        kind="layoff",
        organisation="tidal",
        organisation_name="Tidal",
        units=(MILLS,),
        status="announced",
        scope="part",
        date="2021-05",
        date_from=(),
        first_reported="2021-06",
        claims=(),
        jobs=EventJobs(display, low, high, False, False, ()) if known else None,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def line(*events: Event) -> Timeline:
    return Timeline(events=events)


def row(one: Event) -> charts.Row:
    (found,) = rows(line(one))
    return found


def cuts(timeline: Timeline) -> Cuts:
    record = charts.records(timeline)[0]
    assert isinstance(record, Cuts)
    return record


def rows(timeline: Timeline) -> tuple[charts.Row, ...]:
    record = cuts(timeline)
    return record.rows


def drawn(*events: Event) -> charts.Drawn:
    return charts.draw(cuts(line(*events)))


def jobs_at(quote: str, words: str, low: int, high: int | None, qualifier: str) -> Jobs:
    start = 100 + quote.index(words)
    return Jobs(low, high, qualifier, Span("body", start, start + len(words)))


def date_at(quote: str, words: str, edtf: str, basis: str = "explicit") -> Date:
    start = 100 + quote.index(words)
    return Date(edtf, Span("body", start, start + len(words)), basis)  # type: ignore[arg-type]


FIRST = "Since spring 2019 the yards have shed over 900 posts."
SECOND = "Between 2018 and 2020 some 900 left."


def total() -> Event:
    """A total for which two sources give different periods and different words."""
    one = claim(
        "c-1",
        FIRST,
        jobs_at(FIRST, "over 900", 900, None, "over"),
        date_at(FIRST, "Since spring 2019", "2019-21/.."),
    )
    other = claim(
        "c-2",
        SECOND,
        jobs_at(SECOND, "some 900", 900, 900, "about"),
        date_at(SECOND, "Between 2018 and 2020", "2018/2020~"),
    )
    return event(
        "yards",
        scope="aggregate",
        date="2018/2020",
        first_reported="2021-06-09",
        claims=(one, other),
        jobs=EventJobs("over 900", 900, None, True, False, ("c-1",)),
        roots=(Root("", ("c-1",), ("The Ledger",)), Root("memo", ("c-2",), ("Wire", "Echo"))),
        disputes=(Dispute("date", "conflict", ()),),
    )


def many(number: int) -> list[Event]:
    states = ("announced", "planned", "reported", "completed", "cancelled", "under_way")
    found = []
    for at in range(number):
        low = None if at % 7 == 3 else 17 + at * at * 11
        high = None if low is None or at % 5 == 1 else low + (at % 4) * 900
        date = None if at % 11 == 5 else f"{2015 + at % 9}-{1 + at % 12:02}"
        found.append(event(f"e-{at}", low, high, date=date, status=states[at % len(states)]))
    return found


def crowd() -> list[Event]:
    """Every kind of mark at once."""
    return [
        *many(20),
        total(),
        event("gone", 4_000, 4_000, date="2020-01", status="denied"),
        event("new", 5_000, 5_000, relations=(Relation("revises", "old", "words"),)),
        event("old", 3_000, 3_000, date="2021-01"),
        event("open", 2_000, None, jobs=EventJobs("over 2,000", 2_000, None, True, False, ())),
        event("upto", None, 700),
    ]


# ---------------------------------------------------------------- rows


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (event("a", 10, 10), "part"),
        (event("a", 10, 10, status="planned"), "plan"),
        (event("a", 10, 10, status="reported"), "plan"),
        (event("a"), "unknown"),
        (event("a", 10, 10, scope="aggregate"), "aggregate"),
    ],
)
def test_the_kind_of_a_row(one: Event, kind: str) -> None:
    """The kind decides how a mark looks, so it must follow from scope, state and figure."""
    assert row(one).kind == kind


def test_what_was_replaced_is_no_cut_of_its_own() -> None:
    """A number that another event revises is drawn struck out."""
    new = event("new", 50, 50, relations=(Relation("revises", "old", "words"),))
    found = {one.event: one for one in rows(line(event("old", 20, 20), new))}
    assert (found["old"].kind, found["new"].kind) == ("revised", "part")
    assert told.note(found["old"]) == "replaced later"


@pytest.mark.parametrize(
    ("date", "first_reported", "status", "expected"),
    [
        ("2021-05", "2021-06", "announced", ("2021-05-01", "2021-05-31", True)),
        ("2021~", "2021-06", "announced", ("2021-01-01", "2021-12-31", True)),
        ("2020-02-29", None, "completed", ("2020-02-29", "2020-02-29", True)),
        (None, "2021-06", "planned", ("2021-06-01", "2021-06-30", False)),
        (None, "2021-06", "completed", ("", "", False)),
        (None, None, "announced", ("", "", False)),
        ("../2020", None, "announced", ("2020-12-31", "2020-12-31", True)),
    ],
)
def test_the_drawn_interval(
    date: str | None, first_reported: str | None, status: str, expected: tuple[str, str, bool]
) -> None:
    """A report's day stands in only for news of that day; what is past without a date has none."""
    found = row(event("a", 9, 9, date=date, first_reported=first_reported, status=status))
    assert (found.first, found.last, found.dated) == expected


def test_a_row_says_that_its_date_is_that_of_a_report() -> None:
    """The publication date is never passed off as the event's."""
    assert row(event("a", 9, 9, date=None)).when == "reported Jun 2021"


def test_a_total_has_a_row_for_each_period() -> None:
    """Two sources that give two periods for one total are two brackets, each in its own words."""
    found = rows(line(total()))
    assert [(one.first, one.last, one.soft) for one in found] == [
        ("2018-01-01", "2020-12-31", True),
        ("2019-03-01", "2021-06-09", True),
    ]
    assert [one.when for one in found] == ["Between 2018 and 2020", "Since spring 2019"]
    assert [one.words for one in found] == ["some 900", "over 900"]
    assert [(one.low, one.high) for one in found] == [(900, 900), (900, None)]
    assert [one.source for one in found] == ["article-c-2", "article-c-1"]
    assert [one.preferred for one in found] == [False, True]


def test_an_outlet_is_named_only_if_the_claim_is_surely_its_own() -> None:
    """Of an origin that two outlets share nobody can tell here which of them gave the claim."""
    assert [one.label for one in rows(line(total()))] == ["", "The Ledger"]


def test_a_relative_period_is_worded_as_a_date() -> None:
    """ "Two years ago" means nothing away from its article."""
    words = "Two years ago 80 left."
    one = claim(
        "c-1",
        words,
        jobs_at(words, "80", 80, 80, "exact"),
        date_at(words, "Two years ago", "2019", "anchored"),
    )
    (found,) = rows(line(event("a", 80, 80, scope="aggregate", claims=(one,))))
    assert found.when == "2019"


def test_a_corrected_period_is_not_drawn() -> None:
    """What a newsroom has withdrawn bears on nothing any more."""
    withdrawn = Dispute("date", "conflict", (Value("2018/2020~", ("c-2",), retired=True),))
    (found,) = rows(line(replace(total(), disputes=(withdrawn,))))
    assert found.claim == "c-1"


def test_a_vague_word_is_drawn_as_a_band_and_never_told_as_a_figure() -> None:
    """Our reading of a word is hollow in the picture and absent from table and file."""
    quote = "Dozens have gone."
    one = claim("c-1", quote, Jobs(None, None, "dozens", Span("body", 100, 106)))
    jobs = EventJobs("dozens", None, None, False, True, ("c-1",))
    record = cuts(line(event("a", claims=(one,), jobs=jobs)))
    assert (record.rows[0].low, record.rows[0].high, record.rows[0].vague) == (24, 99, True)
    done = charts.draw(record)
    assert [cell.text for cell in done.entries[0].cells][2] == "dozens"
    assert "24" not in done.csv
    assert "99" not in done.csv
    for svg in (done.wide, done.narrow):
        words = list(ElementTree.fromstring(svg).iter(f"{NS}text"))
        assert [one.get("font-style") for one in words if one.text == "dozens"] == ["italic"]
        assert 'stroke-dasharray="4,3"' in svg


@pytest.mark.parametrize("change", [{"kind": "launch"}, {"tombstone": True}])
def test_only_living_job_cuts_are_shown(change: dict[str, object]) -> None:
    """Purchases have no number of jobs, and a tombstone has no source."""
    assert rows(line(event("a", 9, 9, **change))) == ()


def test_rows_are_in_order_of_time() -> None:
    """The order of the events in a timeline does not matter; those without a date come last."""
    events = [event("b", date="2022"), event("c", date=None, first_reported=None), event("a")]
    assert [one.event for one in rows(line(*events))] == ["a", "b", "c"]
    assert rows(line(*events)) == rows(line(*reversed(events)))


def test_records_survive_the_memo() -> None:
    """A remembered chart is the chart: records of plain values, there and back."""
    record = cuts(line(*crowd()))
    assert codec.load(Cuts, codec.dump(record)) == record
    done = charts.draw(record)
    assert codec.load(charts.Drawn, codec.dump(done)) == done


# ---------------------------------------------------------------- drawings


def test_an_empty_timeline_has_no_drawing() -> None:
    """A page then says so in words, which are there."""
    done = drawn()
    assert (done.wide, done.narrow) == ("", "")
    assert done.summary == "No job cut has been reported."
    assert done.csv.count("\r\n") == 1


CASES = {
    "one": [event("a", 115, 400)],
    "no figure": [event("a")],
    "no date": [event("a", 30, 30, date=None, first_reported=None)],
    "zero to few": [event("a", 0, 3)],
    "huge": [event("a", 1, 10**12), event("b", 1, 1)],
    "ends of time": [event("a", 5, 5, date="0001"), event("b", 5, 5, date="9999-12-31")],
    "one day": [event(f"e-{n}", 50 + n, 50 + n, date="2021-05-04") for n in range(9)],
    "sixty": many(60),
    "every kind": crowd(),
}


@pytest.mark.parametrize("events", CASES.values(), ids=CASES)
def test_a_drawing_is_fit_for_a_page(events: list[Event]) -> None:
    """Nothing that the security policy bars, no address elsewhere, no fixed size."""
    done = drawn(*events)
    ids: list[str] = []
    for variant, svg, width in (("wide", done.wide, 880), ("narrow", done.narrow, 300)):
        root = ElementTree.fromstring(svg)
        assert (root.get("viewBox") or "").split()[:3] == ["0", "0", str(width)]
        assert not {"width", "height", "style"} & set(root.attrib)
        assert root.get("class") == f"plot {variant}"
        assert "style" not in svg.replace("font-style", "")
        assert svg.replace("http://www.w3.org/2000/svg", "").count("http") == 0
        assert "url(" not in svg
        assert not re.search(r"\d\.\d\d", re.sub(r">[^<]*<", "><", svg))
        assert root.get("role") == "group"
        ids += [found for element in root.iter() if (found := element.get("id"))]
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert root.get(attribute) in ids
    assert len(ids) == len(set(ids)) == 4


def labels(svg: str) -> list[tuple[str, float, float, float, float]]:
    """The words of a drawing with the boxes they take: left, top, right, bottom."""
    found = []
    for text in ElementTree.fromstring(svg).iter(f"{NS}text"):
        at = re.fullmatch(r"translate\(([-\d.]+),([-\d.]+)\)", text.get("transform") or "")
        assert at is not None
        size = int((text.get("font-size") or "").removesuffix("px"))
        long = breadth(text.text or "", size, int(text.get("font-weight") or 400)) * 0.94
        shift = {"end": long, "middle": long / 2}.get(text.get("text-anchor") or "", 0)
        x, y = float(at[1]) - shift, float(at[2])
        found.append((text.text or "", x, y - size * 0.4, x + long, y + size * 0.2))
    return found


@pytest.mark.parametrize("events", CASES.values(), ids=CASES)
def test_words_and_marks_stay_inside(events: list[Event]) -> None:
    """What leaves the drawing's box is cut off on a small screen."""
    done = drawn(*events)
    for svg in (done.wide, done.narrow):
        root = ElementTree.fromstring(svg)
        _, _, width, height = (float(part) for part in (root.get("viewBox") or "").split())
        for text, left, top, right, bottom in labels(svg):
            assert left >= -1, text
            assert right <= width + 1, text
            assert top >= 0, text
            assert bottom <= height, text


@pytest.mark.parametrize("case", ["sixty", "every kind", "ends of time"])
def test_no_two_labels_meet(case: str) -> None:
    """Numbers printed over one another would be read as other numbers."""
    done = drawn(*CASES[case])
    for svg in (done.wide, done.narrow):
        boxes = [box for box in labels(svg) if box[0] != "?"]
        for at, (one, left, top, right, bottom) in enumerate(boxes):
            for other, left2, top2, right2, bottom2 in boxes[at + 1 :]:
                apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
                assert apart, (one, other)


@pytest.mark.parametrize("events", CASES.values(), ids=CASES)
def test_every_mark_leads_to_its_event(events: list[Event]) -> None:
    """A reader gets from each drawn mark to the event, once by the Tab key."""
    done = drawn(*events)
    hrefs = {f"events/{one.id}/" for one in events}
    for svg in (done.wide, done.narrow):
        links = list(ElementTree.fromstring(svg).iter(f"{NS}a"))
        targets = [link.get("href") for link in links]
        assert set(targets) <= hrefs
        stops = [link for link in links if link.get("tabindex") is None]
        assert sorted(str(link.get("href")) for link in stops) == sorted(set(map(str, targets)))
        assert all(link.get("aria-label") for link in stops)
        for link in stops:
            shown = " ".join(text.text or "" for text in link.iter(f"{NS}text"))
            assert shown in (link.get("aria-label") or "")
        assert all(link.get("aria-hidden") == "true" for link in links if link not in stops)
    dated = {one.href for one in rows(line(*events)) if one.known}
    if dated:
        wide = ElementTree.fromstring(done.wide)
        assert {link.get("href") for link in wide.iter(f"{NS}a")} >= dated


def test_what_is_no_link_is_silent() -> None:
    """Years and numbers of the axes, read one by one, would tell a listener nothing."""
    root = ElementTree.fromstring(drawn(*crowd()).wide)
    heard = {id(found) for link in root.iter(f"{NS}a") for found in link.iter()}
    silent = {
        id(found)
        for element in root.iter()
        if element.get("aria-hidden") == "true"
        for found in element.iter()
    }
    for text in root.iter(f"{NS}text"):
        assert id(text) in heard | silent, text.text


CANARY = "\"><script>alert('x')</script><b onload=1>&amp;\x08\ufffe"


def test_a_text_never_becomes_an_element() -> None:
    """Names come from files that anybody may send in."""
    unit = Named("x", CANARY, "subject", None)
    jobs = EventJobs(CANARY, 9, 9, False, False, ())
    parts = [
        event("a", units=(unit,), jobs=jobs, title=CANARY),
        event("b", 5, 5, units=(), organisation_name=CANARY, status="planned"),
        replace(total(), title=CANARY, roots=(Root("", ("c-1",), (CANARY,)),)),
    ]
    done = drawn(*parts)
    for svg in (done.wide, done.narrow):
        tags = {found.tag.removeprefix(NS) for found in ElementTree.fromstring(svg).iter()}
        assert tags <= {"svg", "title", "desc", "g", "path", "text", "a", "line", "rect"}
        assert "<script" not in svg
        assert "<b" not in svg
        assert "alert" in svg


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(0, 10**7)),
            st.integers(0, 10**6),
            st.booleans(),
            st.sampled_from(["2019", "2020-02~", "1999/2003", "2004/..", "2021-33", None]),
            st.sampled_from(["announced", "planned", "cancelled", "completed"]),
            st.sampled_from(["part", "aggregate"]),
            st.text(max_size=30),
        ),
        max_size=6,
    )
)
def test_whatever_the_events_the_drawings_are_whole(events: list[tuple[object, ...]]) -> None:
    """No number, date or name makes a drawing that is no XML, or drops an event from the table."""
    made = []
    for at, (low, more, open_, date, status, scope, name) in enumerate(events):
        assert isinstance(more, int)
        high = None if open_ or not isinstance(low, int) else low + more
        jobs = EventJobs(str(name) or "many", low, high, bool(open_), False, ())  # type: ignore[arg-type]
        made.append(event(f"e-{at}", jobs=jobs, date=date, status=status, scope=scope))
    done = drawn(*made)
    assert {entry.event for entry in done.entries} == {one.id for one in made}
    for svg in (done.wide, done.narrow):
        assert not svg or ElementTree.fromstring(svg).tag == f"{NS}svg"


def test_a_plan_is_called_one_even_where_its_date_is_long() -> None:
    """A place may give way to a long date, but never the word that nothing has happened yet."""
    done = drawn(event("a", date="2026-01~/2026-02~", status="planned", jobs=None))
    said = {box[0] for box in labels(done.narrow)}
    assert any("about Jan" in one for one in said)
    assert any("planned" in one for one in said)


def test_of_many_events_the_narrow_drawing_shows_the_largest() -> None:
    """Sixty bars are no picture on a small screen; the words say how many are left out."""
    record = cuts(line(*many(60)))
    shown = chosen.cuts(record, "narrow")[0].rows
    least = min(one.size for one in shown)
    assert len(shown) == chosen.BARS
    assert sum(one.size > least for one in record.rows) < chosen.BARS
    assert "48 more in the table" in charts.draw(record).narrow


SCRIPT = """
import sys
sys.path.insert(0, "tests")
from headcount import charts
from headcount.model import Timeline
empty = charts.draw(charts.records(Timeline())[0])
assert not {"altair", "vl_convert"} & set(sys.modules), "only a drawing loads the libraries"
from test_charts import crowd, line
record = charts.records(line(*crowd()))[0]
done = charts.draw(record)
sys.stdout.buffer.write("\\0".join((done.wide, done.narrow, done.csv, done.summary)).encode())
"""


def test_the_same_bytes_wherever_it_is_drawn() -> None:
    """Time zone, hash seed and language of the machine leave no trace; rows need no library."""
    made = set()
    for zone, seed, language in (("Asia/Tokyo", "1", "C"), ("America/Lima", "77", "C.UTF-8")):
        given_ = {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, **given_},
            capture_output=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr.decode()
        made.add(run.stdout)
    assert len(made) == 1
    assert b"<svg" in made.pop()


# ---------------------------------------------------------------- words, file, small parts


def test_the_summary_tells_what_the_picture_shows() -> None:
    """Somebody who doesn't see the chart gets numbers, dates and states."""
    said = drawn(event("a", 10, 10, status="planned"), total()).summary
    assert "May 2021: 10 jobs (Tidal Mills), planned." in said
    assert "Since spring 2019: over 900 jobs, a total by The Ledger, announced." in said


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(start: str) -> None:
    """A spreadsheet runs what begins like a formula; an apostrophe makes it text."""
    assert safe([start]) == [f"'{start}"]
    title = drawn(event("a", 5, 5, title=start)).csv.splitlines()[1].split(",")[1]
    assert title.startswith("'") or not printable(start).startswith(FORMULA)


def test_the_file_gives_no_day_that_no_source_gives() -> None:
    """Neither the day of a report nor the end of our bracket passes for the event's date."""
    found = list(csv.DictReader(io.StringIO(drawn(event("a", 9, 9, date=None), total()).csv)))
    days = {(one["when"], one["first day"], one["last day"]) for one in found}
    assert days == {
        ("reported Jun 2021", "", ""),
        ("Between 2018 and 2020", "2018-01-01", ""),
        ("Since spring 2019", "2019-03-01", ""),
    }


def test_a_number_never_stands_beside_a_larger_column() -> None:
    """Of two cuts of one month the smaller one's number would be read as the larger one's."""
    done = drawn(event("a", 17, 17), event("b", 9_000, 9_000), event("c", 5, 5, date="2024-05"))
    said = [box[0] for box in labels(done.wide)]
    assert "9,000" in said
    assert "17" not in said
    assert "17" in [box[0] for box in labels(done.narrow)]


def test_the_file_has_a_line_for_each_row() -> None:
    """The file is the table: the same rows, bounds in plain digits."""
    found = list(csv.DictReader(io.StringIO(drawn(event("a", 115, 1400), total()).csv)))
    assert [one["event"] for one in found] == ["yards", "yards", "a"]
    assert (found[2]["low"], found[2]["high"], found[2]["first day"]) == (
        "115",
        "1400",
        "2021-05-01",
    )
    assert found[0]["kind"] == "total over several rounds"


@pytest.mark.parametrize("largest", [1, 9, 10, 100, 432, 19_440, 33_000, 10**12])
def test_ticks_are_round_and_few(largest: int) -> None:
    """An axis names round numbers within its range, rising."""
    found = ticks(largest)
    assert found
    assert len(found) <= 4
    assert list(found) == sorted(set(found))
    assert found[-1] <= largest
    assert all(re.fullmatch("[125]0*", str(step)) for step in found)


@given(st.text(max_size=80), st.integers(0, 300))
def test_cut_words_fit(text: str, room: int) -> None:
    """A shortened label keeps to its room, and says that it is shortened."""
    found = cut(text, room)
    assert breadth(found, 12) <= room or found == ""
    assert found in (text, "") or found.endswith("…")


@given(st.floats(-500, 500), st.floats(-500, 500), st.integers(1, 8))
def test_strokes_thin_out_towards_the_end(start: float, end: float, number: int) -> None:
    """The last stroke stands at the high end, and the gaps never shrink."""
    places = [start, *fading(start, end, number)]
    gaps = [abs(b - a) for a, b in pairwise(places)]
    assert places[-1] == pytest.approx(end)
    assert all(a <= b + 1e-9 for a, b in pairwise(gaps))
