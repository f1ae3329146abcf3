"""The charts of units, sources and sums: rows, drawings, words, files; and all charts as pages."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zlib
from collections.abc import Iterator
from functools import cache

import pytest

from headcount import charts, codec, png, totals
from headcount.charts import plot, standalone
from headcount.charts.cuts import Cuts
from headcount.charts.once import Once
from headcount.charts.says import Says
from headcount.charts.units import Units
from headcount.drawing import Drawn
from headcount.headers import CSP
from headcount.model import (
    Article,
    Dispute,
    Event,
    EventJobs,
    EventMoney,
    Jobs,
    Named,
    Publisher,
    Registry,
    Relation,
    Root,
    Site,
    Span,
    Timeline,
    Value,
)
from headcount.pages import arrange, charting
from headcount.pages.index import Index
from headcount.pages.index import index as indexed
from test_charts import MILLS, NS, ROOT, claim, crowd, event, labels, many

IDS = ("job-cuts", "units", "who-says-what", "counted-once")
PAPERS = Registry(publishers=(Publisher("ledger", "The Ledger of Tidal", "Ledger"),))
KILN = Named("kiln", "Tidal Kiln", "subject", None)


def article(id_: str, publisher: str) -> Article:
    return Article(id_, f"{id_}.md", "News", "Words.", publisher, "2021-06")


ARTICLES = tuple(
    article(f"article-c-{number}", name)
    for number, name in enumerate(
        ("The Ledger of Tidal", "Harbour Wire", "Evening Lamp", "Harbour Wire")
    )
)


def line(*events: Event) -> Timeline:
    return Timeline(events=events, total=totals.total(events))


def told() -> Event:
    """A cut of which three papers speak: a figure, a word that echoes it, and a conflict."""
    claims = (
        claim("c-0", "Tidal cut 40 posts.", Jobs(40, 40, "exact", Span("body", 110, 112))),
        claim("c-1", "It cut dozens.", Jobs(None, None, "dozens", Span("body", 107, 113))),
        claim("c-2", "Tidal cut posts."),
    )
    return event(
        "told",
        40,
        40,
        claims=claims,
        jobs=EventJobs("40", 40, 40, False, False, ("c-0",)),
        roots=(
            Root("a memo", ("c-0", "c-1"), ("The Ledger of Tidal", "Harbour Wire")),
            Root("", ("c-2",), ("Evening Lamp",)),
        ),
        disputes=(
            Dispute(
                "date",
                "conflict",
                (Value("in spring", ("c-2",)), Value("in May", ("c-0",), retired=True)),
            ),
        ),
    )


def whole() -> list[Event]:
    """A total with one part inside, one plan replaced by it, and a cut of its own."""
    return [
        event("total", 900, 900, scope="aggregate", date="2020/2021", units=()),
        event("part", 300, 300, relations=(Relation("part_of", "total", "words"),)),
        event("old", 200, 200, date="2020-01", status="planned"),
        event(
            "new", 250, 250, date="2020-03", units=(KILN,),
            relations=(Relation("revises", "old", "words"), Relation("part_of", "total", "words")),
        ),
        event("later", 50, 80, date="2024-03", units=(KILN,)),
        event("rumour", 70, 70, date="2025-03", units=(KILN,), status="reported"),
    ]  # fmt: skip


def lives() -> list[Event]:
    """A unit that was bought, cut and closed, and one that has no date."""
    price = EventMoney("€7m", 7_000_000, "EUR", ())
    bought = event("buy", kind="acquisition", date="2018", status="completed", money=price)
    return [
        bought,
        event("cut", 9, 9, date="2020-05"),
        event("end", kind="closure", date="2022-02-03", status="completed"),
        event(
            "gone", kind="closure", date=None, first_reported=None, status="completed",
            units=(KILN,),
        ),
        event("all", 70, 70, date="2021-01/2021-09", scope="aggregate", units=()),
    ]  # fmt: skip


CASES = {
    "one": [event("a", 115, 400)],
    "no figure": [event("a")],
    "no date": [event("a", 30, 30, date=None, first_reported=None)],
    "huge": [event("a", 1, 10**12), event("b", 1, 1)],
    "ends of time": [event("a", 5, 5, date="0001"), event("b", 5, 5, date="9999-12-31")],
    "told": [told()],
    "whole": whole(),
    "lives": lives(),
    "long": [
        event("a", 5, 5, title="Harbour " * 40, units=(Named("x", "Quay" * 40, "subject", None),))
    ],
    "sixty": many(60),
    "every kind": crowd(),
}


@cache
def drawn(case: str) -> tuple[Drawn, ...]:
    return tuple(map(charts.draw, charts.records(line(*CASES[case]), ARTICLES, PAPERS)))


def record(kind: type, *events: Event) -> charts.ChartRecord:
    found = charts.records(line(*events), ARTICLES, PAPERS)
    return next(one for one in found if isinstance(one, kind))


def svgs(case: str) -> Iterator[tuple[Drawn, str, str]]:
    for one in drawn(case):
        for variant, svg in (("wide", one.wide), ("narrow", one.narrow)):
            if svg:
                yield one, variant, svg


# ---------------------------------------------------------------- all four, in every case


@pytest.mark.parametrize("case", CASES)
def test_a_drawing_is_fit_for_a_page(case: str) -> None:
    """Nothing that the security policy bars, no address elsewhere, no fixed size."""
    ids: list[str] = []
    for one, variant, svg in svgs(case):
        root = ElementTree.fromstring(svg)
        width = (root.get("viewBox") or "").split()[2]
        assert width == ("300" if variant == "narrow" else "880")
        assert not {"width", "height", "style"} & set(root.attrib)
        assert " style=" not in svg
        assert "<script" not in svg
        assert svg.replace("http://www.w3.org/2000/svg", "").count("http") == 0
        assert all(
            found.startswith(f"#{one.id}-{variant}") for found in re.findall(r"url\((.*?)\)", svg)
        )
        ids += [found for element in root.iter() if (found := element.get("id"))]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("case", CASES)
def test_every_mark_leads_to_its_event(case: str) -> None:
    """Script and reader find the event of each mark, and the Tab key stops once at each."""
    known = {one.id for one in CASES[case]}
    for _, _, svg in svgs(case):
        links = list(ElementTree.fromstring(svg).iter(f"{NS}a"))
        assert links
        stops = [link for link in links if link.get("tabindex") is None]
        for link in links:
            assert link.get("data-event") in known
            assert link.get("href") == f"events/{link.get('data-event')}/"
        assert len({link.get("href") for link in links}) == len(stops)
        assert all(link.get("aria-label") for link in stops)


@pytest.mark.parametrize("case", CASES)
def test_words_stay_inside(case: str) -> None:
    """What leaves the drawing's box is cut off on a small screen."""
    for one, variant, svg in svgs(case):
        root = ElementTree.fromstring(svg)
        _, _, width, height = (float(part) for part in (root.get("viewBox") or "").split())
        for text, left, top, right, bottom in labels(svg):
            assert left >= -1, (one.id, variant, text)
            assert right <= width + 1, (one.id, variant, text)
            assert top >= -1, (one.id, variant, text)
            assert bottom <= height, (one.id, variant, text)


@pytest.mark.parametrize("case", CASES)
def test_no_two_words_meet(case: str) -> None:
    """Numbers printed over one another would be read as other numbers."""
    for one, variant, svg in svgs(case):
        boxes = [box for box in labels(svg) if box[0] != "?"]
        for at, (text, left, top, right, bottom) in enumerate(boxes):
            for other, left2, top2, right2, bottom2 in boxes[at + 1 :]:
                apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
                assert apart, (one.id, variant, text, other)


@pytest.mark.parametrize("case", ["sixty", "every kind"])
def test_a_drawing_is_of_modest_size(case: str) -> None:
    """It stands in the page itself, twice."""
    for one, _, svg in svgs(case):
        assert len(zlib.compress(svg.encode(), 6)) < 9_000, one.id


def test_another_number_in_the_same_looks_asks_altair_for_nothing() -> None:
    """Only the rows of a drawing have changed, and the converter alone must see them."""
    dates = ("2023-02", "2023-06", "2024-01")
    charts.draw(record(Cuts, *(event(day, 300, 300, date=day) for day in dates)))
    before = plot.specification.cache_info()
    other = record(Cuts, *(event(day, 310, 310, date=day) for day in dates))
    assert charts.draw(other).wide
    after = plot.specification.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 2)


def test_nothing_is_drawn_of_nothing() -> None:
    """No chart, no page and no file but the empty table, for whoever comes back for it."""
    made = [charts.draw(one) for one in charts.records(Timeline())]
    assert [one.id for one in made] == list(IDS)
    for one in made:
        assert (one.wide, one.narrow, one.file, one.png, one.spec) == ("", "", "", b"", "")
        assert one.summary
    records = arrange(indexed(Timeline(), (), Registry(), Site(), (), {}, made))
    paths = {found.path for found in records if found.path.startswith("charts/")}
    assert paths == {f"charts/{id_}.csv" for id_ in IDS}


def test_records_survive_the_memo() -> None:
    """A remembered chart is the chart, its picture too."""
    for one in charts.records(line(*lives(), told()), ARTICLES, PAPERS):
        assert codec.load(type(one), codec.dump(one)) == one
    for done in drawn("lives"):
        assert done.png.startswith(png.SIGNATURE)
        assert codec.load(Drawn, codec.dump(done)) == done


SCRIPT = """
import sys
sys.path.insert(0, "tests")
from test_drawings import drawn
for case in ("whole", "told", "lives"):
    for one in drawn(case):
        for part in (one.wide, one.narrow, one.csv, one.summary, one.file, one.spec):
            sys.stdout.buffer.write(part.encode())
        sys.stdout.buffer.write(one.png)
"""


def test_the_same_bytes_wherever_they_are_drawn() -> None:
    """Time zone, hash seed and language of the machine leave no trace, in no file."""
    made = set()
    for zone, seed, language in (("Asia/Tokyo", "1", "C"), ("America/Lima", "77", "C.UTF-8")):
        given = {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, **given},
            capture_output=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr.decode()
        made.add(run.stdout)
    assert len(made) == 1
    assert len(made.pop()) > 100_000


# ---------------------------------------------------------------- files


def test_a_file_stands_alone() -> None:
    """No stylesheet follows it: literal colours, a paper of its own, a size, its title inside."""
    for one in drawn("every kind"):
        root = ElementTree.fromstring(one.file)
        assert "var(" not in one.file
        assert root.get("font-family") == "sans-serif"
        assert float(root.get("width") or 0) > 880
        ground = root.find(f"{NS}rect")
        assert ground is not None
        assert ground.get("fill") == standalone.PALETTE["paper"]
        assert one.title in [text.text for text in root.iter(f"{NS}text")]
        assert all(link.get("href", "").startswith("../events/") for link in root.iter(f"{NS}a"))


def test_the_palette_is_the_stylesheets() -> None:
    """A file in other colours than the page would be another design."""
    css = (ROOT / "assets/site.css").read_text("utf-8")
    for name, colour in standalone.PALETTE.items():
        found = re.search(rf"--{name}:\s*(?:light-dark\(\s*)?(#[0-9a-f]+)", css)
        assert found is not None, name
        assert found[1] == colour, name


def test_a_picture_is_what_the_converter_drew() -> None:
    """Packing anew changes no pixel."""
    import vl_convert

    file = drawn("one")[1].file
    plain = vl_convert.svg_to_png(file, scale=2)
    small = png.packed(plain)
    assert len(small) < len(plain)
    pixels = [
        zlib.decompress(b"".join(data for name, data in png.chunks(picture) if name == b"IDAT"))
        for picture in (plain, small)
    ]
    assert pixels[0] == pixels[1]


@pytest.mark.parametrize("number", range(4), ids=IDS)
def test_a_specification_has_true_scales_and_its_own_data(number: int) -> None:
    """It fetches nothing, and its time is the same everywhere."""
    text = drawn("every kind")[number].spec
    spec = json.loads(text)
    assert "url" not in text.replace("vega.github.io", "").lower().replace("$schema", "")
    kinds = {
        json.dumps(channel["scale"].get("type"))
        for layer in spec.get("layer", [spec])
        for channel in layer["encoding"].values()
        if isinstance(channel, dict) and channel.get("type") == "temporal"
    }
    assert kinds <= {'"utc"'}
    assert IDS[number] not in ("job-cuts", "units") or kinds


# ---------------------------------------------------------------- units


def test_a_lane_for_each_unit_and_for_what_names_none() -> None:
    """A cut at two units stands in both their lanes, one without any in the employer's."""
    both = event("both", 5, 5, units=(MILLS, KILN))
    found = record(Units, *lives(), both)
    assert isinstance(found, Units)
    names = ["Tidal, no unit named", "Tidal Mills", "Tidal Kiln"]
    assert [lane.name for lane in found.lanes] == names
    assert {mark.lane for mark in found.marks if mark.event == "both"} == {"tidal-mills", "kiln"}


def test_a_mark_is_as_wide_as_its_date_is_vague() -> None:
    """A year is a bar, a month a sign, and what has no date has no place in time."""
    found = record(Units, *lives())
    assert isinstance(found, Units)
    marks = {mark.event: mark for mark in found.marks}
    assert marks["buy"].broad
    assert not marks["cut"].broad
    assert not marks["end"].broad
    assert not marks["gone"].known
    assert (marks["all"].total, marks["all"].broad) == (True, True)
    assert (marks["buy"].words, marks["end"].words) == ("bought, €7m", "closed")


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("acquisition", "completed", "bought"),
        ("acquisition", "announced", "purchase announced"),
        ("launch", "planned", "launch planned"),
        ("closure", "denied", "closure denied"),
    ],
)
def test_nothing_is_said_to_be_done_before_it_is(kind: str, status: str, words: str) -> None:
    """A plan to close is no closure."""
    found = record(Units, event("a", kind=kind, status=status))
    assert isinstance(found, Units)
    assert found.marks[0].words == words


# ---------------------------------------------------------------- who says what


def test_each_source_in_its_own_words() -> None:
    """A figure, a word, silence; an echo is one of a shared origin; a retired side is none."""
    found = record(Says, told())
    assert isinstance(found, Says)
    sayings = {saying.source: saying for saying in found.events[0].sayings}
    assert {name: one.words for name, one in sayings.items()} == {
        "The Ledger of Tidal": "40",
        "Harbour Wire": "dozens",
        "Evening Lamp": "no figure",
    }
    assert [name for name, one in sayings.items() if one.echo] == ["Harbour Wire"]
    assert [name for name, one in sayings.items() if one.vague] == ["Harbour Wire"]
    assert {one.differs for one in sayings.values()} == {"", "in spring"}
    assert found.title == "Sources conflict on 1 of 1 event"


def test_two_articles_of_one_paper_are_one_source() -> None:
    """Nobody agrees with themselves."""
    claims = (claim("c-1", "It cut posts."), claim("c-3", "It cut posts again."))
    found = record(Says, event("a", claims=claims))
    assert isinstance(found, Says)
    assert [saying.source for saying in found.events[0].sayings] == ["Harbour Wire"]
    assert found.sources == (("Harbour Wire", "Harbour Wire"),)


def test_a_source_has_its_short_name_on_the_grid() -> None:
    """Long names would leave no room for words."""
    said = [text for text, *_ in labels(drawn("told")[2].wide)]
    assert "Ledger" in said
    assert "The Ledger of Tidal" not in said


def test_vague_words_are_in_italics() -> None:
    """So they can't pass for figures."""
    for svg in (drawn("told")[2].wide, drawn("told")[2].narrow):
        texts = ElementTree.fromstring(svg).iter(f"{NS}text")
        slanted = {text.text for text in texts if text.get("font-style") == "italic"}
        assert slanted == {"dozens"}


# ---------------------------------------------------------------- counted once


@pytest.mark.parametrize("case", CASES)
def test_the_lines_make_the_total(case: str) -> None:
    """The bars end where the total that the site shows ends, at both ends."""
    events = CASES[case]
    found = record(Once, *events)
    assert isinstance(found, Once)
    total = totals.total(events)
    added = [step for step in found.steps if step.counts != "no"]
    assert sum(step.low or 0 for step in added) == total.low == found.low
    assert sum(step.high or 0 for step in added) == total.high == found.high
    assert {step.event for step in found.steps} == {term.event for term in total.terms}


def test_what_is_inside_stands_below_what_it_is_inside_of() -> None:
    """The eye finds a part under its whole, and what it replaced beside it."""
    found = record(Once, *whole())
    assert isinstance(found, Once)
    order = [step.event for step in found.steps]
    assert order[0] == "total"
    assert set(order[1:4]) == {"part", "old", "new"}
    assert {step.within for step in found.steps[1:4]} == {"total"}
    assert [step.reason for step in found.steps if step.event == "old"] == ["replaced"]


def test_the_unallocated_rest_is_hatched_and_named() -> None:
    """What no part accounts for is a finding, not a gap."""
    wide = drawn("whole")[3].wide
    assert "url(#counted-once-wide-hatch)" in wide
    assert "the rest: no source lists it" in [text for text, *_ in labels(wide)]


def test_the_file_ends_with_the_sum() -> None:
    """A spreadsheet's own sum of the columns is the total's."""
    found = list(csv.DictReader(io.StringIO(drawn("whole")[3].csv)))
    *lines, last = found
    assert last["title"] == "Total"
    for column in ("adds low", "adds high"):
        assert sum(int(one[column] or 0) for one in lines) == int(last[column])


# ---------------------------------------------------------------- pages


def index() -> Index:
    assets = {"explore.js": "assets/explore.1.js", "vega.js": "assets/vega.2.js"}
    return indexed(line(*lives()), (), Registry(), Site(), (), assets, drawn("lives"))


def test_every_chart_has_a_page_and_files() -> None:
    """What a page shows can be had as drawing, picture, table and specification."""
    files = charting.downloads(index())
    paths = {one.path for one in charting.pages(index())} | {one.path for one in files}
    for id_ in IDS:
        assert f"charts/{id_}/index.html" in paths
        assert {f"charts/{id_}.{end}" for end in ("svg", "png", "csv", "json")} <= paths
    (listing,) = charting.listing(index())
    assert [chart.id for chart in listing.charts] == list(IDS)
    pictures = [one for one in files if one.path.endswith("png")]
    assert all(one.data.startswith(png.SIGNATURE) for one in pictures)


def test_links_and_parts_are_found_from_where_the_page_lies() -> None:
    """A page two folders down leads two folders up."""
    page = charting.pages(index())[0]
    assert page.chart.explore is not None
    assert page.chart.explore.module == "../../assets/explore.1.js"
    assert page.chart.explore.spec == f"../../charts/{page.chart.id}.json"
    assert '<a href="../../events/' in page.chart.wide_svg
    assert '<a href="events/' not in page.chart.wide_svg


def test_the_library_is_one_file_that_any_policy_takes() -> None:
    """It is our own, and makes the one function that explore.js calls."""
    data = charts.library()
    assert b"window.vegaEmbed=" in data
    assert b"import(" not in data
    assert "script-src 'self'" in CSP
    assert charts.library() is data
