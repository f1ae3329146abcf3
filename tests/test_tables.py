"""A table about cuts gives a claim for each row, by what its header says."""

from __future__ import annotations

from typing import Any

import pytest

from headcount import extract
from headcount.extract.tables import rows
from headcount.source import text_of
from tests.newsroom import REGISTRY, article


def cuts(text: str, title: str = "") -> list[dict[str, Any]]:
    reading = extract.reading(article(text, title), REGISTRY)
    return [row for row in extract.export(reading, REGISTRY) if row["kind"] == "layoff"]


RETAIL = """Who cuts what.

| Retailer | Date | Jobs lost |
| --- | --- | ---: |
| Harlow & Pine | January 2024 | 1,200 |
| Ostrava Steel | May 2024 | up to 400 |
| **Total** | | 1,600 |
"""


def test_a_column_of_employers_names_them() -> None:
    """Under a header for employers a name needs no other licence; a total row is nobody's."""
    found = cuts(RETAIL, "Job cuts so far this year")
    told = [(row["organisation"], row["jobs"]["high"], row["date"]) for row in found]
    assert told == [("Harlow & Pine", 1200, "2024-01"), ("Ostrava Steel", 400, "2024-05")]


def test_a_column_of_places_names_the_units() -> None:
    """Without a column of employers the rows are the employer's whose cuts were told before."""
    text = """Brightwater is cutting 1,000 positions. By plant:

| Plant | Employees | Cuts | Status |
|---|---|---|---|
| Leeds | 2,400 | 600 | planned |
| Hull | 900 | 400 | |
"""
    told = [(row["jobs"]["low"], row["units"], row["status"]) for row in cuts(text)]
    assert told[1:] == [(600, ["Leeds"], "planned"), (400, ["Hull"], "announced")]
    assert {row["organisation"] for row in cuts(text)} == {"Brightwater"}


def test_a_table_may_lack_its_rulers() -> None:
    """Cells parted by bars suffice."""
    text = (
        "Layoff notices filed in Ohio:\n\nEmployer | City | Workers affected | Effective\n"
        "Brightwater | Toledo | 212 | Aug. 1, 2024\nOstrava Steel | Akron | 77 | July 15, 2024"
    )
    told = [(row["organisation"], row["units"], row["date"]) for row in cuts(text)]
    assert told == [
        ("Brightwater", ["Toledo"], "2024-08-01"),
        ("Ostrava Steel", ["Akron"], "2024-07-15"),
    ]


@pytest.mark.parametrize(
    "header",
    ["Employees", "New jobs", "Shops", "Workforce", "Jobs created", "Jobs saved", "Revenue"],
)
def test_other_columns_count_no_cuts(header: str) -> None:
    """Staff, new jobs and money are no cuts, whatever the headline is about."""
    text = f"Brightwater:\n\n| Company | {header} |\n|---|---|\n| Ostrava Steel | 300 |"
    assert cuts(text, "Layoffs at Brightwater") == []


def test_a_number_needs_an_article_about_cuts() -> None:
    """A column of jobs in an article about something else says nothing of cuts."""
    assert cuts("| Company | Jobs |\n|---|---|\n| Brightwater | 300 |", "Where to work") == []


def test_cells_are_slices() -> None:
    """Each cell is the words between two bars."""
    found = rows(RETAIL)
    assert [[RETAIL[a:b] for a, b in one.cells] for one in found][1:3] == [
        ["Harlow & Pine", "January 2024", "1,200"],
        ["Ostrava Steel", "May 2024", "up to 400"],
    ]


def test_the_quote_is_the_row() -> None:
    """The words of a row's claim stand in the article as they are quoted."""
    one = article(RETAIL, "Job cuts so far this year")
    for claim in extract.reading(one, REGISTRY).claims:
        assert text_of(one, claim.quote.at) == claim.quote.text
        assert claim.quote.text.count("|") == 2
