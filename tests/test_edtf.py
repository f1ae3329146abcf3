"""EDTF means the days it says, and nothing else is EDTF."""

from __future__ import annotations

import warnings
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.language.edtf import bounds, contains, overlap, sort_key, valid

D = date.fromisoformat


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-06", "2024-02-06", "2024-02-06"),
        ("2024~", "2023-01-01", "2025-12-31"),
        ("2024-02~", "2024-01-01", "2024-03-31"),
        ("2024-01~", "2023-12-01", "2024-02-29"),
        ("2024-12~", "2024-11-01", "2025-01-31"),
        ("2024-03-01~", "2024-02-29", "2024-03-02"),
        ("2024-02?", "2024-02-01", "2024-02-29"),
        ("2024-02%", "2024-01-01", "2024-03-31"),
        ("2023-05~/2023-08~", "2023-04-01", "2023-09-30"),
        ("2022/2023", "2022-01-01", "2023-12-31"),
        ("2023/..", "2023-01-01", None),
        ("../2010", None, "2010-12-31"),
        ("2023-04/", "2023-04-01", None),
        ("2024-21", "2024-03-01", "2024-05-31"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2025-36~", "2025-09-01", "2026-01-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2024-XX", "2024-01-01", "2024-12-31"),
        ("2024-02-XX", "2024-02-01", "2024-02-29"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("9999-24", "9999-12-01", "9999-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    """A tilde widens by one unit of the date's precision on each side, an open end is None."""
    assert bounds(text) == (first and D(first), last and D(last))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-2",
        "2024-13",
        "2023-02-29",
        "2024-00",
        "0000",
        "2024-02-06T10:00",
        "6 February 2024",
        "2024-21-01",
        "2024-37",
        "2024~~",
        "2024 ",
        "2024\n",
        "2024/2023",
        "2024-05/2024-02",
        "../..",
        "/",
        "2022/2023/2024",
        "20XX-05",
        "2024-XX-05",
        "..",
        "٢٠٢٤",
    ],
)
def test_anything_else_is_not_valid(text: str) -> None:
    """A wrong date must not sort or merge anything."""
    assert not valid(text)
    with pytest.raises(ValueError, match=r"\S"):
        bounds(text)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-02", "2024-02-06", True),
        ("2024-02~", "2024-03-31", True),
        ("2024-02", "2024-03", False),
        ("2023/..", "2030", True),
        ("2023/..", "../2022", False),
        ("2022/2023", "2023-07", True),
        ("2024-33", "2024-04", False),
    ],
)
def test_overlap(a: str, b: str, expected: bool) -> None:
    """Two dates overlap if one day can be both, whichever comes first."""
    assert overlap(a, b) is overlap(b, a) is expected


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("2022/2023", "2023-07", True),
        ("2022/2023-05~", "2023-07", False),
        ("2024", "2024-01~", True),
        ("2024-01~", "2024-02", True),
        ("2023/..", "2024/..", True),
        ("2023/2024", "2024/..", False),
        ("../2024", "2023/2024", True),
        ("2024-02", "2024", False),
    ],
)
def test_contains(whole: str, part: str, expected: bool) -> None:
    """A part lies in a whole with all its stated days, the whole taken as widely as it may be."""
    assert contains(whole, part) is expected


def test_dates_sort_by_their_days() -> None:
    """Open starts come first, undated last, and a year before its own months' later starts."""
    dates = ["../2020", "2022", "2022/2023", "2022-07", "2022-07-21", "2023~", "2023/..", None]
    assert sorted(dates[4:] + dates[:4], key=sort_key) == [
        "../2020",
        "2022",
        "2022/2023",
        "2022-07",
        "2022-07-21",
        "2023~",
        "2023/..",
        None,
    ]
    assert all(sort_key(a) <= sort_key(b) for a, b in pairwise(dates))


DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
POINTS = st.builds(
    lambda day, length, mark: day.isoformat()[:length] + mark,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?"]),
)


@given(POINTS)
def test_bounds_hold_what_the_other_library_says(text: str) -> None:
    """The `edtf` package agrees on the unwidened days (it widens "~" by other amounts)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        edtf = pytest.importorskip("edtf")
    plain = edtf.parse_edtf(text.rstrip("~?"))
    stated = tuple(
        D("{:04}-{:02}-{:02}".format(*day[:3]))
        for day in (plain.lower_strict(), plain.upper_strict())
    )
    assert bounds(text.rstrip("~?")) == stated
    first, last = bounds(text)
    assert first is not None
    assert last is not None
    assert (first < stated[0] and last > stated[1]) is ("~" in text)
    edtf.parse_edtf(text)


@given(POINTS, POINTS)
def test_an_interval_spans_its_ends(a: str, b: str) -> None:
    """A valid interval begins where its first date begins and ends where its last one does."""
    text = f"{a}/{b}"
    if valid(text):
        assert bounds(text) == (bounds(a)[0], bounds(b)[1])
        assert contains(text, a)
        assert overlap(text, b)


@given(st.text(alphabet="0123456789-/~?.X", max_size=14))
def test_validity_never_raises(text: str) -> None:
    """Whatever is typed is valid or not."""
    assert valid(text) in (True, False)
