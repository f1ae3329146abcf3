"""What a row draws beside its words, and what hangs from it on a list."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import pipeline
from headcount.model import STATUSES, Root
from headcount.pages.magnitude import WIDTH, bar, dots, largest, scale, track
from headcount.pages.tree import wholes
from sites import project
from test_totals import event

NUMBERS = st.integers(1, 60_000)


@given(NUMBERS, NUMBERS, st.sampled_from(STATUSES), st.sampled_from(("part", "aggregate")))
def test_a_bar_stays_inside_its_box(low: int, high: int, status: object, scope: str) -> None:
    """Nothing is drawn past the right edge, and strokes begin where the stated part ends."""
    one = event("a", min(low, high), max(low, high), status=status.id, scope=scope, open_=True)  # type: ignore[attr-defined]
    drawn = bar(one, largest([one]))
    assert drawn is not None
    assert all(0 < float(x) <= WIDTH - 1.6 for x in drawn.strokes)
    assert [bool(drawn.solid), bool(drawn.box), bool(drawn.bracket)].count(True) == 1
    ends = [float(end) for end in (drawn.solid or drawn.box or drawn.bracket[8:],)]
    assert ends[0] <= float(drawn.strokes[0])


@given(NUMBERS, NUMBERS)
def test_a_larger_number_never_has_a_shorter_bar(one: int, two: int) -> None:
    """Every bar has the scale of the site."""
    most = max(one, two)
    small, large = (bar(event("a", jobs), most) for jobs in sorted((one, two)))
    assert small is not None
    assert large is not None
    assert float(small.solid) <= float(large.solid)


@pytest.mark.parametrize(
    ("one", "look"),
    [
        (event("a", 900), "solid"),
        (event("a", 900, status="planned"), "box"),
        (event("a", 900, status="denied"), "box"),
        (event("a", 900, scope="aggregate"), "bracket"),
        (event("a", 900, status="planned", scope="aggregate"), "bracket"),
    ],
)
def test_a_plan_is_hollow_and_a_total_a_bracket(one: object, look: str) -> None:
    """What nobody has confirmed can't pass for what was done."""
    drawn = bar(one, 900)  # type: ignore[arg-type]
    assert drawn is not None
    assert [name for name in ("solid", "box", "bracket") if getattr(drawn, name)] == [look]
    assert not drawn.strokes, "an exact number has no loose end"


def test_a_word_and_no_number_have_no_bar() -> None:
    """Our reading of a word is not drawn as a length."""
    assert bar(event("a", None, None), 900) is None
    assert bar(replace(event("a", 5), jobs=None), 900) is None
    assert largest([event("a", None, None)]) == 0
    assert scale(0) is None


@given(st.integers(1, 10_000_000))
def test_the_scale_is_a_few_round_numbers_in_order(most: int) -> None:
    """Words on the scale stand apart, and none is above the largest number."""
    made = scale(most)
    assert made is not None
    places = [float(tick.x) for tick in made.ticks]
    assert places == sorted(places)
    assert all(b - a > 30 for a, b in pairwise(places))
    assert 1 <= len(places) <= 5
    assert all(int(tick.text.replace(",", "")) <= most for tick in made.ticks)


@pytest.mark.parametrize(
    ("status", "reached"),
    [
        ("reported", 1),
        ("planned", 2),
        ("announced", 3),
        ("under_way", 3),
        ("completed", 4),
        ("cancelled", 0),
        ("denied", 0),
    ],
)
def test_the_track_fills_up_to_the_status(status: str, reached: int) -> None:
    """What was called off has no track to be on; every status of the vocabulary is here."""
    steps = track(status)
    assert sum(step.reached for step in steps) == reached
    assert [step.current for step in steps].count(True) == bool(reached)


def test_dots_tell_origins_from_echoes() -> None:
    """An outlet that repeats a memo is no second origin; an untraced one claims nothing."""
    memo = Root("memo", ("c1", "c2"), ("A", "B", "C"))
    paper = Root("filing", ("c3",), ("D",))
    loose = Root("", ("c4",), ("E",))
    one = replace(event("a", 5), roots=(memo, paper, loose))
    assert dots(one) == ("root", "root", "echo", "echo", "untraced")


def test_what_hangs_where() -> None:
    """Parts hang from the outermost whole, and what was replaced hangs where its successor does."""
    listed = (
        event("whole", 900),
        event("part", 500, part_of=("whole",), revises=("old",)),
        event("deep", 100, part_of=("part",)),
        event("old", 400),
        event("alone", 60),
    )
    assert wholes(listed) == {"part": "whole", "deep": "whole", "old": "whole"}
    assert wholes(listed[1:]) == {"deep": "part"}


def test_a_ring_of_parts_still_ends() -> None:
    """Articles may say that each is part of the other; each is listed once all the same."""
    ring = (event("a", 5, part_of=("b",)), event("b", 6, part_of=("a",)))
    assert len(wholes(ring)) == 1


def test_each_event_of_the_demo_is_on_its_home_page_once() -> None:
    """Hanging parts elsewhere loses none and doubles none."""
    built = pipeline.build(project())
    html = built.outputs["index.html"].decode()
    for one in built.timeline.events:
        assert html.count(f'id="e-{one.id}"') == 1
    assert '<ol class="parts' in html
    assert "no source says where or when" in html


def test_a_heading_names_all_years_below_it() -> None:
    """A part of 2025 below a plan of 2026 does not stand under the wrong year."""
    html = pipeline.build(project()).outputs["index.html"].decode()
    assert "<h3>2025\u2060–\u206026</h3>" in html


def test_an_event_page_tells_who_has_it_at_which_step() -> None:
    """The track's steps name their sources; what nobody has told yet says so."""
    built = pipeline.build(project())
    pages = {path: data.decode() for path, data in built.outputs.items() if path[:7] == "events/"}
    tracks = [html for html in pages.values() if '<ol class="track"' in html]
    assert len(tracks) == len(pages)
    assert all(html.count('aria-current="step"') == 1 for html in tracks)
    planned = next(e for e in built.timeline.events if e.status == "planned")
    assert "no source yet" in pages[f"events/{planned.id}/index.html"]


def test_a_part_names_its_whole_by_where_it_stands() -> None:
    """The whole's title stands right above; said again in each part it would be noise."""
    html = pipeline.build(project()).outputs["index.html"].decode()
    hung = [chunk.split("</ol>")[0] for chunk in html.split('<ol class="parts')[1:]]
    assert all("Part of <a" in chunk and " above</a>," in chunk for chunk in hung)
    assert "In the words" not in html
