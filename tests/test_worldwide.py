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
        (
            "Harlow Council, which is raising its tax by 7% in April, is letting go of 550 staff.",
            ("Harlow Council", 550, "under_way", "published"),
        ),
        (
            "The union said 300 jobs were at risk at Harlow City Council, 200 at Tarnow City "
            "Council and 180 jobs were facing the axe at Dalby Council.",
            ("Tarnow City Council", 200, "reported", "published"),
        ),
        (
            "Hundreds of jobs at Orsa Ltd have been put at risk.",
            ("Orsa", None, "planned", "published"),
        ),
        (
            "Orsa Ltd will cut 80 jobs, a move echoed by Veldt Ltd's decision to axe 750 jobs.",
            ("Veldt", 750, "announced", "published"),
        ),
        (
            "Orsa Trust has lost 280 WTE staff.",
            ("Orsa Trust", 280, "completed", "review"),
        ),
        (
            "Orsa Ltd met, hours after Veldt Ltd said it would cut 80 jobs as it axes 170 roles.",
            ("Veldt", 170, "announced", "published"),
        ),
        (
            "Orsa Irish Rubber Components Ltd is to close with the loss of 41 jobs.",
            ("Orsa Irish Rubber Components", 41, "announced", "published"),
        ),
        (
            "Orsa Ltd placed 135 roles at risk of redundancy.",
            ("Orsa", 135, "planned", "published"),
        ),
        (
            "Orsa Ltd will be taken to the Fair Board over a plan to axe 450 Irish jobs.",
            ("Orsa", 450, "planned", "published"),
        ),
        (
            "West of Kenland Haulage Ltd has shut with the loss of 41 jobs and debts thought to be "
            "close to £2m.",
            ("West of Kenland Haulage", 41, "announced", "published"),
        ),
        (
            "Orsa Ltd CEO K Varadan has revealed plans to eliminate 1,200 more roles.",
            ("Orsa", 1200, "planned", "published"),
        ),
        (
            "Orsa Ltd will cut 500 jobs. The 500 job cuts come on top of 800 that have already "
            "been lost at Orsa.",
            ("Orsa", 800, "completed", "review"),
        ),
        (
            "In total, 160 people, mostly clerks of the head office, will be laid off by Orsa Ltd.",
            ("Orsa", 160, "announced", "published"),
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


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Spending cuts put 25,000 council jobs at risk",
            "More than 25,000 job cuts are being planned at 52 councils across the country.",
        ),
        (
            "Orsa Ltd to cut 200 jobs",
            "More than 2,000 people lost their jobs after the vote, a public watchdog has said.",
        ),
        ("Banks cut jobs", "Orsa Ltd met, taking the total cuts among big banks to 42,000."),
        (
            "Orsa Ltd to cut 200 jobs",
            "It is cheap.\n\nWorkforce as of June 30, 2025:\n\n- **Orsa** – 613,000 staff.",
        ),
    ],
)
def test_numbers_of_nobody_in_particular(title: str, body: str) -> None:
    """Cuts of many councils or banks, and staff that a list counts."""
    assert [one for one in told(body, title) if one[1] != 200] == []


def test_dates_of_a_story_that_looks_back() -> None:
    """A month without a year may be one of years ago; so is "five years ago this week"."""
    body = (
        "Five years ago this week, all changed, when Orsa Ltd announced it was to cut 1,900 jobs. "
        "Its supplier Zoomo Ltd made 140 staff redundant in March."
    )
    claims = extract.reading(article(body, "Five years since the cuts"), NOBODY).claims
    dates = {one.jobs.low: one.date and one.date.edtf for one in claims if one.jobs}
    assert dates[1900] == "2019"
    assert dates.get(140) is None


def test_two_dates_for_one_day() -> None:
    """ "in three weeks, on July 2" lies ahead."""
    body = (
        "Orsa Ltd will close its mill in less than three weeks, on July 2, laying off 90 workers."
    )
    claims = extract.reading(article(body), NOBODY).claims
    dates = [one.date and one.date.edtf for one in claims if one.jobs]
    assert dates == ["2024-07-02"]


def test_whom_somebody_told() -> None:
    """A paper that is told of cuts cuts nothing."""
    body = "Union bosses told Blick News they had heard of plans to cut 600 jobs."
    found = told(body, "Harlow City Council job cuts")
    assert found == [("Harlow City Council", 600, "reported", "review")]


@pytest.mark.parametrize(
    "body",
    [
        "It is the latest blow to the town after the planned closure of the Redmoor tyre factory, "
        "which is set to see more than 850 jobs go.",
        "Its plant in Leeds is closing, while 175 jobs are to go at the Redmoor car plant at Hull.",
        "About 40 jobs were lost. Ada Cole and Ben Moore of Blankton LLP were appointed as joint "
        "administrators.",
        "This comes two months after another major Redmoor employer, Tarnow automotive, announced "
        "plans to shed 150 jobs.",
    ],
)
def test_nobody_that_is_named(body: str) -> None:
    """Sites of others, events, receivers and towns don't cut the jobs told beside them."""
    names = {one[0] for one in told(body, "Orsa Ltd shuts down")}
    assert names <= ({"Orsa"} if "Blankton" in body else set())


def test_a_branch_is_not_the_whole() -> None:
    """ "XTV" is not "XTV Radio", which its sentence only affects."""
    body = (
        "XTV is preparing to announce 500 job losses. Including cuts to XTV Radio, the corporation "
        "is facing 560 redundancies."
    )
    assert {one[0] for one in told(body, "XTV to cut 500 jobs")} == {"XTV"}


def test_parts_have_no_date_of_another_round() -> None:
    """What was announced on top is no date of what goes on."""
    body = (
        "Orsa Ltd will cut 450 jobs. It is in addition to 150 job cuts announced last week. "
        "Some 142 jobs will go in Hull."
    )
    claims = extract.reading(article(body), NOBODY).claims
    dates = {one.jobs.low: one.date and one.date.edtf for one in claims if one.jobs}
    assert dates[142] is None
    assert dates[150] is not None


def test_what_is_still_to_be_announced() -> None:
    """ "In July, X is set to announce" lies ahead."""
    body = "In July, Orsa Ltd is set to announce that it will cut 475 jobs."
    claims = extract.reading(article(body), NOBODY).claims
    assert [one.date and one.date.edtf for one in claims if one.jobs] == ["2024-07"]


@pytest.mark.parametrize(
    "body",
    [
        "The majority of Orsa Ltd's 800 personnel left in Finland work in the south.",
        "Orsa Ltd has had many rounds, each of which targeted letting go of 100 people at a time.",
        "There had been talk of 200 or so redundancies at Orsa Ltd.",
        "In a week in which 400 job losses have been announced, Orsa Ltd met its staff.",
        "The unicorn Tech business expects to fire 2,500 workers.",
    ],
)
def test_numbers_that_are_no_cuts_of_anybodys(body: str) -> None:
    """Who is left, what each round aims at, talk, and what a week has seen."""
    assert told(body) == []


def test_employers_in_a_row() -> None:
    """ "X 200, Y 100" are Y's own, though nothing licenses it."""
    body = "Orsa Ltd is to cut 300 jobs, Veldt Ltd 200, Blankton Lanes 100 and Tarnowia 60."
    assert [one[:2] for one in told(body)] == [("Orsa", 300), ("Veldt", 200)]


def test_whose_jobs_the_sentence_before_told_of() -> None:
    """A number behind jobs that go at another employer than the headline's needs a look."""
    body = "The posts are to go at Veldt Ltd. Some 93 positions will be made redundant."
    assert [one[0::3] for one in told(body, "Orsa Ltd to cut jobs")] == [("Orsa", "review")]
