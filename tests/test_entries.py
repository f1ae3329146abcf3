"""In a roundup each sentence belongs to the employer that heads its entry."""

from __future__ import annotations

import pytest

from headcount import extract
from tests.newsroom import REGISTRY, article


def told(text: str, title: str = "") -> list[tuple[object, object, object]]:
    """(employer, number, tier) of the numbered cuts."""
    reading = extract.reading(article(text, title), REGISTRY)
    found = [one for one in reading.claims if one.kind == "layoff" and one.jobs is not None]
    return [
        (one.organisation.name, one.jobs.low or one.jobs.high, one.tier)
        for one in found
        if one.jobs is not None
    ]


def test_headings_are_employers() -> None:
    """What stands below a heading that is a name is told of it, until the next heading."""
    text = """Here is who cut what.

## Brightwater

The company is laying off 300 people. It had cut 100 jobs in March.

## Ostrava Steel

About 90 roles will go in Ohio.

## What next

Analysts expect 50 job cuts.
"""
    assert told(text, "Layoffs this week") == [
        ("Brightwater", 300, "published"),
        ("Brightwater", 100, "published"),
        ("Ostrava Steel", 90, "published"),
    ]


def test_a_heading_that_nothing_licenses_is_for_review() -> None:
    """Among headings of employers an unknown name is likely one too."""
    text = "**Brightwater**\n\n300 jobs will go.\n\n**Fanshaw**\n\nSome 40 staff were let go."
    assert told(text) == [("Brightwater", 300, "published"), ("Fanshaw", 40, "review")]


@pytest.mark.parametrize("mark", ["- ", "• ", "1. ", "* "])
def test_an_entry_is_its_heads(mark: str) -> None:
    """Further sentences of an entry have its head for their subject, not the entry before."""
    text = (
        "Thousands of workers face the axe.\n\n"
        f"{mark}**Ostrava Steel** is axing 1,100 jobs in its power division.\n"
        f"{mark}**Brightwater** is to shut its Norwich factory; around 240 people will be made "
        "redundant. It says 90 posts in Kent will go later.\n"
    )
    assert told(text, "Winter of redundancies") == [
        ("Ostrava Steel", 1100, "published"),
        ("Brightwater", 240, "published"),
        ("Brightwater", 90, "published"),
    ]


def test_items_belong_to_the_sentence_that_leads_to_them() -> None:
    """A list below "the cuts include:" is its employer's."""
    text = "Brightwater confirmed job cuts. They include:\n\n- 300 jobs in Leeds\n- 45 managers"
    assert [row[:2] for row in told(text)] == [("Brightwater", 300), ("Brightwater", 45)]


def test_a_timeline_dates_its_entries() -> None:
    """The date in bold before an entry is the date of the cuts in it."""
    text = (
        "- **March 2023** – Brightwater lays off 300 workers.\n"
        "- **January 2024** – Brightwater cuts 120 jobs in Ohio."
    )
    claims = extract.reading(article(text), REGISTRY).claims
    assert [one.date and one.date.edtf for one in claims] == ["2023-03", "2024-01"]


def test_a_stamp_is_no_date() -> None:
    """The time before a live blog's post is neither a number of jobs nor a date."""
    text = "**07:11** Brightwater says 620 jobs will go.\n\n**08:30** Ostrava Steel cuts 90 jobs."
    assert [row[:2] for row in told(text)] == [("Brightwater", 620), ("Ostrava Steel", 90)]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Brightwater will cut <b>300 jobs</b>.</p>\n<p>Ostrava Steel cuts 90&nbsp;jobs.</p>",
        "Brightwater will cut 300 jobs.<br>Ostrava Steel <a href='/x'>will shed</a> 90 posts.",
        "[Brightwater](https://example.org/a) cuts [300 jobs](/b). Ostrava Steel cuts 90 jobs.",
        "__Brightwater__ will cut *300* jobs.\n\n> **Ostrava Steel** will cut _90_ jobs.",
        "Layoffs:\n\n<ul><li>Brightwater – 300 jobs</li><li>Ostrava Steel – 90 jobs</li></ul>",
    ],
)
def test_markup_says_nothing(text: str) -> None:
    """Tags, links and marks of emphasis stand in nobody's way."""
    assert [row[:2] for row in told(text)] == [("Brightwater", 300), ("Ostrava Steel", 90)]


@pytest.mark.parametrize(
    "text",
    [
        "Harlow's is cutting 300 jobs in Ohio.",
        "Harlow’s said it would cut 300 jobs. The grocer blamed costs.",
        "The retailer Harlow's will axe 300 roles.",
        "Job cuts:\n\n- **Harlow's** – 300 posts.",
    ],
)
def test_a_name_may_end_like_a_possessive(text: str) -> None:
    """What is a name's own "'s" before a verb stays with the name."""
    assert [(str(name).replace("’", "'"), jobs) for name, jobs, _ in told(text)] == [
        ("Harlow's", 300)
    ]


def test_a_list_that_a_plural_leads_to_is_of_employers() -> None:
    """Names that nothing else licenses need a look; below another lead they are nobody's."""
    items = "- Fanshaw – 300 jobs\n- Zoomo – 120 jobs in Leeds\n- Orsley: up to 80 roles\n"
    text = f"A number of retailers have announced job cuts:\n\n{items}"
    expected = [("Fanshaw", 300, "review"), ("Zoomo", 120, "review"), ("Orsley", 80, "review")]
    assert told(text, "Which retailers are cutting jobs?") == expected
    assert told(f"These are the prizes of the week:\n\n{items}", "News") == []


def test_a_question_is_answered_behind_it() -> None:
    """Who is affected is asked, and how many are answers."""
    text = "**Who is affected?** About 300 people, or 6% of the company, mostly in sales."
    assert told(text, "Brightwater lays off staff") == [("Brightwater", 300, "published")]
