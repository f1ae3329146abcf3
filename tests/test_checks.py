"""The checks: each finds what it is for, and is silent about what is sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headcount import checks, merge
from headcount.freetext import numbers_of_jobs
from headcount.model import (
    Decision,
    Known,
    PageText,
    Place,
    Prefer,
    Problem,
    Reading,
    RelationDecision,
)
from stories import REGISTRY, article, claim, reading, story

NAME = "2024-02-borealis-bakery-layoff"
SMALL = story(
    "aa",
    "Bakery loses 300 jobs.",
    units=("borealis-bakery",),
    jobs=("300", 300, 300, "exact"),
)
LARGE = story(
    "bb",
    "Mills loses 500 jobs.",
    units=("borealis-mills",),
    jobs=("500", 500, 500, "exact"),
)
LARGE_NAME = "2024-02-borealis-mills-layoff"


def found(
    *readings: Reading, decisions: tuple[Decision, ...] = (), pages: tuple[PageText, ...] = ()
) -> list[Problem]:
    """What the checks say of a merged timeline."""
    timeline, _ = merge.timeline(readings, REGISTRY, decisions, ())
    articles = [item.article for item in readings]
    return list(checks.problems(timeline, articles, decisions, pages))


def decision(id: str = NAME, **fields: object) -> Decision:
    return Decision(id=id, file=f"content/events/{id}.md", **fields)  # type: ignore[arg-type]


def test_a_sound_timeline_gives_no_problem() -> None:
    """Checks that always speak are not read."""
    settled = decision(
        title="Bakery loses 300 jobs",
        narrative="The 300 jobs are gone.",
        prefer=(Prefer("jobs", SMALL.claims[0].id, "the only one"),),
        relations=(RelationDecision("part_of", LARGE_NAME, "so it is"),),
    )
    assert found(SMALL, LARGE, decisions=(settled,)) == []


def test_all_articles_gone_at_once() -> None:
    """A site of nothing but tombstones is a mistake about folders."""
    before, _ = merge.timeline((SMALL,), REGISTRY, (), ())
    known = Known(NAME, "layoff", "borealis", ((SMALL.claims[0].id, "aa"),))
    after, _ = merge.timeline((), REGISTRY, (), (known,))
    assert [event.tombstone for event in after.events] == [True]
    (problem,) = checks.problems(after, (), (), ())
    assert (problem.code, problem.severity) == ("articles", "error")
    assert list(checks.problems(before, (SMALL.article,), (), ())) == []


def test_parts_larger_than_the_whole() -> None:
    """A decision that makes a whole smaller than its part is wrong somewhere."""
    settled = decision(LARGE_NAME, relations=(RelationDecision("part_of", NAME, "so"),))
    (problem,) = found(SMALL, LARGE, decisions=(settled,))
    assert (problem.code, problem.severity) == ("parts", "error")
    assert "500" in problem.message
    assert "300" in problem.message


def test_done_after_its_own_publication() -> None:
    """What is told as done cannot lie ahead of the article."""
    text = "Bakery lost 300 jobs in May 2024."
    fields = {"jobs": ("300", 300, 300, "exact"), "date": ("May 2024", "2024-05")}
    wrong = story("aa", text, published="2024-02-01", status="completed", **fields)
    assert [p.code for p in found(wrong)] == ["future"]
    planned = story("aa", text, published="2024-02-01", status="planned", **fields)
    assert found(planned) == []


@pytest.mark.parametrize(("number", "codes"), [(600, []), (6000, ["staff"])])
def test_jobs_and_share_imply_a_staff(number: int, codes: list[str]) -> None:
    """A slipped digit shows when the share of the staff is known."""
    text = (f"Borealis cuts {number} jobs, 6% of its staff.", "It has 10,000 people.")
    source = article("aa", *text)
    jobs = (str(number), number, number, "exact")
    cut = claim(source, text[0], jobs=jobs, percent=("6%", 6.0))
    assert cut.percent is not None
    cut = replace(cut, percent=replace(cut.percent, of="workforce"))
    staff = claim(
        source, text[1], kind="figure", measure="workforce", jobs=("10,000", 10000, 10000, "exact")
    )
    assert [p.code for p in found(reading(source, cut, staff))] == codes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bakery loses 300 jobs", []),
        ("Bakery loses about 300 jobs", []),
        ("Bakery loses 350 jobs", ["350"]),
        ("Bakery loses 350 office jobs in 3 towns", ["350"]),
        ("Three of four sources agree since 2024", []),
    ],
)
def test_a_number_of_jobs_that_no_claim_supports(text: str, words: list[str]) -> None:
    """Titles, narratives and pages may count jobs only as a source does."""
    titled = found(SMALL, decisions=(decision(title=text),))
    page = PageText("about", "content/pages/about.md", "About", "", f"One line.\n{text}.", line=4)
    paged = found(SMALL, pages=(page,))
    for problems in (titled, paged):
        assert [p.code for p in problems] == ["number"] * len(words)
        assert all(word in p.message for word, p in zip(words, problems, strict=True))
    if paged:
        assert paged[0].place == Place("content/pages/about.md", 5, 14)


def test_a_narrative_is_located_where_its_text_begins() -> None:
    """The message names the line of the number, not of the file."""
    places = (("narrative", Place("content/events/x.md", 9, 1)),)
    told = decision(narrative="One.\n\nTwo: 41 jobs.", places=places)
    (problem,) = found(SMALL, decisions=(told,))
    assert (problem.place.line, problem.place.column) == (11, 6)


def test_a_relation_to_an_id_that_is_not_there() -> None:
    """The nearest id is offered."""
    lost = decision(relations=(RelationDecision("part_of", "2024-02-borealis-mill-layoff", "so"),))
    (problem,) = found(SMALL, LARGE, decisions=(lost,))
    assert problem.code == "relation"
    assert LARGE_NAME in problem.remedy


def test_a_preference_for_another_event_s_claim() -> None:
    """Preferring what speaks of something else would show a wrong number."""
    wrong = decision(prefer=(Prefer("jobs", LARGE.claims[0].id, "larger"),))
    (problem,) = found(SMALL, LARGE, decisions=(wrong,))
    assert (problem.code, LARGE_NAME in problem.message) == ("prefer", True)


def test_only_numbers_of_jobs_are_found_in_free_text() -> None:
    """Counts of other things are none of this check's business."""
    text = "In 2 years 41 jobs went,\nand dozens of posts; 7 towns paid €5m."
    found_words = [(line, words.split()[0]) for line, _, words in numbers_of_jobs(text)]
    assert found_words == [(0, "41"), (1, "dozens")]
