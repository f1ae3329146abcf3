"""Text coordinates: offsets point into untouched text, and ids follow from content."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import source
from headcount.model import Article, Claim, Date, Jobs, Mark, Named, Place, Quote, Span


def article(body: str, title: str = "A title", line: int = 1) -> Article:
    return Article("a", "content/articles/a.md", title, body, "A paper", "2024-02-07", line=line)


def claim(**changes: object) -> Claim:
    plain = Claim(
        id="",
        article="a",
        kind="layoff",
        quote=Quote(Span("body", 0, 20), "Brix cuts 120 jobs."),
        organisation=Named("brix", "Brix", "subject", Span("body", 0, 4)),
        status=Mark("completed", Span("body", 5, 9)),
        scope=Mark("part", None, "default"),
        rule="layoff.active",
        tier="published",
        jobs=Jobs(120, 120, "exact", Span("body", 10, 13)),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


@given(st.text(min_size=1), st.data())
def test_a_span_is_a_slice_of_the_untouched_text(body: str, data: st.DataObject) -> None:
    """Offsets are code points of the body as it lies in the file, whatever stands in it."""
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    assert source.text_of(article(body), Span("body", start, end)) == body[start:end]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (2, 2), (3, 1), (0, 99)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    """Python's slices forgive a wrong offset; a citation must not."""
    with pytest.raises(ValueError, match="no words"):
        source.text_of(article("twelve jobs"), Span("body", start, end))


def test_title_and_body_are_two_texts() -> None:
    """A span says which of the two it counts in."""
    assert source.text_of(article("body", "Title"), Span("title", 0, 5)) == "Title"


@pytest.mark.parametrize(
    ("body", "start", "line", "column"),
    [
        ("one\ntwo", 0, 7, 1),
        ("one\ntwo", 5, 8, 2),
        ("one\r\ntwo", 5, 8, 1),
        ("“é”\n—x", 5, 8, 2),
        ("\n\nx", 2, 9, 1),
    ],
)
def test_an_offset_knows_its_line_and_column(body: str, start: int, line: int, column: int) -> None:
    """An error names the place that an editor program shows, from the file's first line on."""
    place = source.place_of(article(body, line=7), Span("body", start, start + 1))
    assert place == Place("content/articles/a.md", line, column)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Brix & Söhne AG", "brix-sohne-ag"),
        ("Marlow's", "marlows"),
        ("../../etc", "etc"),
        ("%2e%2e/x", "2e-2e-x"),
        ("日本", "x"),
        ("a" * 200, "a" * 80),
    ],
)
def test_a_slug_is_one_plain_path_segment(name: str, expected: str) -> None:
    """Names come from articles, so none may climb out of its folder."""
    assert source.slug(name) == expected


@given(st.text())
def test_a_slug_of_a_slug_is_itself(name: str) -> None:
    """Otherwise an id would change on its way through the machine files."""
    once = source.slug(name)
    assert source.slug(once) == once
    assert "/" not in once
    assert "." not in once


@pytest.mark.parametrize(
    "changes",
    [
        {"article": "b"},
        {"kind": "closure"},
        {"jobs": Jobs(121, 121, "exact", Span("body", 10, 13))},
        {"jobs": Jobs(120, 120, "exact", Span("body", 11, 13))},
        {"quote": Quote(Span("body", 0, 19), "Brix cuts 120 jobs")},
        {"status": Mark("planned", Span("body", 5, 9))},
        {"date": Date("2024-02", Span("body", 14, 17), "explicit")},
    ],
)
def test_a_claims_id_depends_on_what_it_claims(changes: dict[str, object]) -> None:
    """Two claims with one id would let a decision about one settle the other."""
    assert source.claim_id(claim(**changes)) != source.claim_id(claim())


@pytest.mark.parametrize(
    "changes",
    [{"rule": "layoff.passive"}, {"tier": "review"}, {"hand": "content/events/x.md"}, {"id": "c"}],
)
def test_a_claims_id_does_not_depend_on_who_found_it(changes: dict[str, object]) -> None:
    """A better rule, or an editor's hand, must not break a link to the same claim."""
    assert source.claim_id(claim(**changes)) == source.claim_id(claim())
