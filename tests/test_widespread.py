"""Cuts of a country or a whole trade are never those of the article's employer."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.model import Article, Registry

MANY = [
    "More than 16,000 startup employees have lost their jobs in India this year.",
    "More than 30,000 retail jobs have gone in the UK since January, analysts said.",
    "Nationally, hospitals announced 11,400 job cuts last year, a trade group said.",
    "Across the country, 40,000 restaurant workers have been laid off since March.",
    "Some 1,200 teaching jobs have been lost in the state since 2019.",
    "Economist Fran Boyle warned that a recession could wipe out 20,000 factory jobs.",
    "Retailers announced 9,000 job cuts last year.",
]
OWN = [
    "About 40 jobs will go in the UK.",
    "Some 40 jobs have gone since January.",
    "About 40 jobs have gone at the plant since January.",
    "Some 40 retail jobs will go.",
    "The company has announced 40 job cuts in the UK since January.",
]


def numbers(body: str) -> list[int | None]:
    """The cuts of the body of an article whose headline is about Brightwater Inc."""
    title = "Brightwater Inc to cut 300 jobs"
    article = Article(
        id="a", file="a.md", title=title, body=body, publisher="P", published="2024-05-15"
    )
    found = extract.reading(article, Registry()).claims
    return [one.jobs.low for one in found if one.jobs and one.quote.at.in_ == "body"]


@pytest.mark.parametrize("body", MANY)
def test_a_tally_of_many_employers_is_nobody_s(body: str) -> None:
    """By its area, its trade and period, a plural that announces, or whoever forecasts it."""
    assert numbers(body) == []


@pytest.mark.parametrize("body", OWN)
def test_the_employer_s_own_cuts_are_still_read(body: str) -> None:
    assert numbers(body) == [40]
