"""The committed timeline: small, signed, readable by any YAML loader, read back for ids alone."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount import emit, merge, timeline
from headcount.model import Event, Reading, Timeline
from headcount.records import event_record
from stories import REGISTRY, story
from test_merge import MEMO, RANGE, STORIES

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
)
TEXTS = st.text() | st.from_regex(r"[-+.0-9eExXo_:~a-z]{1,12}", fullmatch=True)
VALUES = st.recursive(
    SCALARS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=6))
def test_what_is_emitted_is_what_any_loader_reads(record: dict[str, object]) -> None:
    """No text turns into a date, a number or a truth value, whatever it looks like."""
    assert yaml.safe_load("\n".join(emit.lines(record))) == [record]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("borealis", "borealis"),
        ("2024-02-borealis-bakery-layoff", "2024-02-borealis-bakery-layoff"),
        ("2024-02-07", '"2024-02-07"'),
        ("2024-02~", '"2024-02~"'),
        ("no", '"no"'),
        ("Y", '"Y"'),
        ("12:30", '"12:30"'),
        ("1e5", '"1e5"'),
        ("", '""'),
        ("a few hundred", '"a few hundred"'),
        ("two\nlines\u2028more", '"two\\nlines\\u2028more"'),
        (1e16, "1.0e+16"),
        ([None, True, {"a": 1}], "[null, true, {a: 1}]"),
    ],
)
def test_scalars(value: object, written: str) -> None:
    """Words and ids stand plain; what a loader might misread is quoted."""
    assert emit.flow(value) == written


def test_what_has_no_form_is_refused() -> None:
    """A set has no order, and nan is no number: neither may reach a file that is compared."""
    for value in ({1}, b"x", float("nan")):
        with pytest.raises(TypeError, match="no form"):
            emit.flow(value)


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_the_committed_timeline_gives_every_id_back(stories: list[Reading]) -> None:
    """Written, read and built again, every event has its id and its claims, and no file changes."""
    first, _ = merge.timeline(stories, REGISTRY, (), ())
    files = timeline.write(first)
    known, redirects, problems = timeline.known(files)
    assert problems == ()
    assert {item.id: {key for key, _ in item.claims} for item in known} == {
        event.id: {claim.id for claim in event.claims} for event in first.events
    }
    again, _ = merge.timeline(stories, REGISTRY, (), known, redirects)
    assert timeline.write(again) == files


@settings(max_examples=30, deadline=None)
@given(STORIES)
def test_the_files_are_yaml_with_the_events_values(stories: list[Reading]) -> None:
    """PyYAML finds in the files what the records hold, and each event in one file."""
    built, _ = merge.timeline(stories, REGISTRY, (), ())
    loaded = {
        record["id"]: record
        for path, data in timeline.write(built).items()
        if not path.endswith(("review.yaml", "figures.yaml", "total.yaml"))
        for record in yaml.safe_load(data)
    }
    assert set(loaded) == {event.id for event in built.events}
    for event in built.events:
        record = loaded[event.id]
        del record["digest"]
        assert record == plain(event_record(event))


def plain(value: object) -> object:
    """A record as YAML gives it back: lists for tuples."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def built() -> Timeline:
    made, _ = merge.timeline((RANGE, MEMO), REGISTRY, (), ())
    return made


PATH = "data/timeline/2024.yaml"


def test_events_are_filed_by_year_and_the_rest_by_what_it_is() -> None:
    """A year's events share a file; what waits for review has its own."""
    later = story("zz", "In 2019 Tanager shut.", date=("2019", "2019"), organisation="tanager")
    doubt = story("yy", "Tanager cuts 12 jobs.", organisation="tanager", tier="review")
    staff = story("xx", "Tanager has a staff.", organisation="tanager", kind="figure")
    made, _ = merge.timeline((RANGE, later, doubt, staff), REGISTRY, (), ())
    names = ["2019", "2024", "figures", "review", "total"]
    assert list(timeline.write(made)) == [f"data/timeline/{name}.yaml" for name in names]


def test_a_record_altered_by_hand_stops_with_the_file_to_write() -> None:
    """An edit in the machine's file is answered with the place where it belongs, and with nothing
    to paste: `adopt` writes what was meant, and no more."""
    data = timeline.write(built())[PATH].replace(b"status: under_way", b"status: completed")
    known, _, problems = timeline.known({PATH: data})
    (problem,) = problems
    assert (problem.place.file, problem.place.line, problem.code) == (PATH, 3, "digest")
    event = built().events[0]
    assert f"content/events/{event.id}.md" in problem.remedy
    assert "build.py adopt" in problem.remedy
    assert "\n" not in problem.remedy
    assert [item.id for item in known] == [event.id]


@pytest.mark.parametrize("old", [b"  status: under_way\n", b"380", b"memo", b"c-"])
def test_every_changed_byte_of_a_record_shows(old: bytes) -> None:
    """The digest covers all lines of a record, also removed ones; line ends are nobody's edit."""
    data = timeline.write(built())[PATH]
    assert timeline.known({PATH: data.replace(b"\n", b"\r\n")})[2] == ()
    assert old in data
    assert timeline.known({PATH: data.replace(old, b"", 1)})[2] != ()
    assert timeline.known({PATH: data + b"    extra: 1\n"})[2] != ()


def test_text_that_is_no_record_is_named() -> None:
    """A file full of something else is not read as an empty timeline."""
    (problem,) = timeline.known({PATH: b"\xff\xfe events: none\n"})[2]
    assert (problem.place.line, problem.code) == (1, "digest")


def test_a_conflict_of_two_branches_is_read_for_the_ids_of_both() -> None:
    """Merging two pull requests must not need a hand in a machine's file."""
    ours = timeline.write(built())[PATH].decode()
    one, two = ours.split("  claims:\n")
    merged = (
        f"<<<<<<< ours\n{one}=======\n{one.replace('380', '390')}>>>>>>> theirs\n  claims:\n{two}"
    )
    known, _, problems = timeline.known({PATH: merged.encode()})
    assert problems == ()
    event = built().events[0]
    assert [(item.id, {key for key, _ in item.claims}) for item in known] == [
        (event.id, {claim.id for claim in event.claims})
    ]


def test_redirects_come_back_as_written() -> None:
    """Old addresses stay known from build to build."""
    made = replace(built(), redirects=(("2024-a-layoff", "2024-b-layoff"),))
    assert timeline.known(timeline.write(made))[1] == made.redirects


def test_ten_thousand_events_are_written_and_read_in_seconds() -> None:
    """The file of a large archive costs no more than a fraction of a build."""
    event = built().events[0]
    events: list[Event] = [replace(event, id=f"2024-02-number-{n}-layoff") for n in range(10_000)]
    start = time.process_time()
    files = timeline.write(Timeline(events=tuple(events)))
    middle = time.process_time()
    known, _, problems = timeline.known(files)
    end = time.process_time()
    assert (len(known), problems) == (10_000, ())
    assert middle - start < 5
    assert end - middle < 5
