"""A share of the staff belongs to the cut that it measures."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.model import Article, Registry

MEASURED = [
    ("X will cut 300 jobs. That is equivalent to 5% of its workforce.", 5),
    ("X will cut 300 jobs. This represents 5% of the workforce.", 5),
    ("X will cut 300 jobs. The number corresponds to roughly a twelfth of its staff.", 8.3),
    ("X will cut 300 jobs. The layoffs affect about 5% of its staff.", 5),
    ("X will cut 300 jobs. The move affects around 5% of the company's 6,000 employees.", 5),
    ("X will cut 300 jobs. The cuts, about 2.6% of its workforce, will begin soon.", 2.6),
    ("X will cut 300 jobs, the equivalent of 4.2 per cent of its staff.", 4.2),
    ("X said the 300 job cuts – 7.5pc of its 4,000-strong workforce – would fall on Leeds.", 7.5),
    ("X plans 300 redundancies, which would be 5% of its workforce.", 5),
    ("X plans 300 redundancies, affecting 5% of its workforce.", 5),
    ("X will cut 300 jobs, reducing its headcount by 5%.", 5),
    ("X will cut 300 jobs, trimming 5% of its workforce.", 5),
]
APART = [
    "X will cut 300 jobs. It cut 5% of its workforce in January.",
    "X will cut 300 jobs. Marlow Foods Ltd will cut 5% of its workforce.",
    "X will cut 300 jobs. The cuts in Ohio affected 5% of its workforce in 2021.",
]


def read(body: str) -> list[tuple[int | None, float | None]]:
    """(number, share) of the layoff claims of a body about Brightwater Inc."""
    body = body.replace("X", "Brightwater Inc")
    article = Article(
        id="a", file="a.md", title="", body=body, publisher="The Ledger", published="2024-05-15"
    )
    found = extract.reading(article, Registry()).claims
    return [
        (one.jobs.low if one.jobs else None, one.percent.value if one.percent else None)
        for one in found
        if one.kind == "layoff"
    ]


@pytest.mark.parametrize(("body", "share"), MEASURED)
def test_a_share_is_part_of_the_cut_that_it_measures(body: str, share: float) -> None:
    """In the cut's sentence or the one behind it, and told once."""
    assert read(body) == [(300, share)]


@pytest.mark.parametrize("body", APART)
def test_another_cut_has_its_own_share(body: str) -> None:
    """One of another time or employer is not the measure of this one."""
    assert (300, None) in read(body)
