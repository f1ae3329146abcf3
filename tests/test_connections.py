"""Words that say how one number of cuts stands to another: inside it, beside it, or its sum."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.model import Article, Registry

INSIDE = [
    ("X will lay off 200 people in Leeds as part of a plan to cut 2,000 jobs.", "200 in 2000"),
    ("X will cut 200 jobs in Leeds, part of the 2,000 it announced in May.", "200 in 2000"),
    ("The 120 layoffs are among the 2,000 that X announced in May.", "120 in 2000"),
    ("The 120 layoffs are included in the 2,000 job cuts that X announced.", "120 in 2000"),
    ("The 300 redundancies form part of X's programme to shed 2,000 posts.", "300 in 2000"),
    ("X laid off 300 people, the first wave of 2,000 job cuts it planned.", "300 in 2000"),
    ("As part of a plan to cut 2,000 jobs, X will lay off 200 people.", "200 in 2000"),
    ("X will cut 300 jobs. They form part of the 2,000 job losses it announced.", "300 in 2000"),
    ("X will cut 300 jobs. These belong to 2,000 which X is shedding.", "300 in 2000"),
    ("X will cut another 150 jobs. That makes 400 in total.", "150 in 400"),
    ("X laid off 300 people in March. In total, it has cut 2,000 jobs.", "300 in 2000"),
    ("Including the 300 job cuts announced on Monday, X has cut 2,000 jobs.", "300 in 2000"),
    ("X, which is cutting 2,000 jobs globally, will lay off 100 people in India.", "100 in 2000"),
]
BESIDE = [
    ("X will lay off 300 people on top of the 2,000 job cuts announced in May.", "300 | 2000"),
    (
        "The 300 layoffs in Leeds are separate from the 2,000 job cuts that X announced.",
        "300 | 2000",
    ),
    ("In addition to the 2,000 job cuts announced in May, X will lay off 200.", "200 | 2000"),
    (
        "X will cut 300 jobs. This comes on top of the 2,000 job cuts announced in May.",
        "300 | 2000",
    ),
]
NOTHING = [
    "X will cut 300 jobs, part of an old mill district, and Marlow Foods will lay off 2,000.",
    "X cut 300 jobs. In total, Marlow Foods has laid off 2,000 people.",
    "X cut 300 jobs, one of its largest rounds since it laid off 2,000 people in 2029.",
    "X cut 2,000 jobs worldwide in 2029 and will lay off 100 people in India.",
    "X will cut 300 jobs. The company is part of Marlow Foods, which cut 2,000 jobs.",
    "X will cut 2,000 jobs as part of a plan to shed 300 managers.",
]


def told(body: str) -> list[str]:
    """ "200 in 2000" and "300 | 2000" for the links of a body about Brightwater Inc."""
    body = body.replace("X", "Brightwater Inc")
    article = Article(
        id="a", file="a.md", title="", body=body, publisher="The Ledger", published="2031-06-10"
    )
    found = extract.reading(article, Registry())
    numbers = {one.id: one.jobs.low for one in found.claims if one.jobs is not None}
    pairs = [(one.is_, numbers[one.claim], numbers[one.to]) for one in found.links]
    return [
        f"{one} in {two}" if is_ == "part_of" else f"{min(one, two)} | {max(one, two)}"
        for is_, one, two in pairs
    ]


@pytest.mark.parametrize(("body", "link"), INSIDE + BESIDE)
def test_words_between_two_numbers_relate_them(body: str, link: str) -> None:
    """A part that is counted beside its whole is counted twice."""
    assert told(body) == [link]


@pytest.mark.parametrize("body", NOTHING)
def test_words_that_lead_elsewhere_relate_nothing(body: str) -> None:
    """Another employer, another clause, an earlier year, a whole smaller than its part."""
    assert told(body) == []


def test_every_number_before_the_words_is_inside() -> None:
    """Coordinated parts share what stands behind the last."""
    body = (
        "X will cut 300 jobs in Leeds and 500 in Hull. The cuts are part of the 2,000 it announced."
    )
    assert sorted(told(body)) == ["300 in 2000", "500 in 2000"]


def test_a_target_is_revised_from_either_side() -> None:
    """The former number may stand before the new one."""
    body = "X raised the number of job cuts from 2,000 to 2,600."
    assert told(body) == ["2000 | 2600"]
