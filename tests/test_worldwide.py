"""News as papers outside America write it: unions, consultations, faculties, blanks in numbers."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.model import Registry
from tests.newsroom import article

NOBODY = Registry()


def told(body: str, title: str = "News of the day") -> list[tuple[str, int | None, str, str]]:
    """(employer, number, status, tier) of the layoff claims, in reading order; None: no number."""
    claims = extract.reading(article(body, title), NOBODY).claims
    found = [one for one in claims if one.kind == "layoff"]
    return [
        (
            one.organisation.name,
            one.jobs and (one.jobs.low or one.jobs.high),
            one.status.is_,
            one.tier,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The union was told of Zoomo's decision to retrench more than 1 500 workers.",
            ("Zoomo", 1500, "reported", "review"),
        ),
        (
            "The union met Gold Hills Ltd. Gold Hills, one of the oldest gold miners, will "
            "retrench up to 1,560 staff.",
            ("Gold Hills", 1560, "announced", "published"),
        ),
        (
            "Zoomo Iron indicated that it would begin talks, with about 490 jobs set to be cut.",
            ("Zoomo Iron", 490, "announced", "published"),
        ),
        (
            "More than 100 people are at risk of redundancy at Orsa Ltd, with up to 230 posts "
            "affected by proposals to merge.",
            ("Orsa", 230, "planned", "published"),
        ),
    ],
)
def test_numbers_that_are_cuts(body: str, expected: tuple[str, int, str, str]) -> None:
    """Blanks in numbers, decisions to cut, names that begin as common words do, plans."""
    assert expected in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "The Irish Bank Clerks Association said it was alarmed by the proposed job cuts.",
        "The Faculty of Health and Life Sciences cut the number of staff at risk from 47 to 32.",
    ],
)
def test_unions_and_faculties(body: str) -> None:
    """Unions and faculties cut no jobs."""
    assert told(body) == []


def test_cuts_that_somebody_else_made_days_before() -> None:
    """What news follows may be another employer's: "days after 2,200 people lost their jobs"."""
    body = (
        "Orsa Ltd said 600 jobs would go just days after 2,200 people lost their jobs when the "
        "Redmoor plant was shut."
    )
    assert told(body) == [("Orsa", 600, "announced", "published")]
