"""Which of a sentence's date words tell when a cut happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from headcount import extract
from headcount.model import Article, Registry

TOGETHER = [
    ("X collapsed in March, with 1,150 workers made redundant.", "2024-03"),
    ("X went into administration in March, with the loss of 1,150 jobs.", "2024-03"),
    ("In 2021 X shuttered a foundry in Leeds, putting 175 people out of work.", "2021"),
    ("X closed its Leeds mill in 2021, costing 175 people their jobs.", "2021"),
    ("X's Leeds mill will close on June 28, with 180 employees losing their jobs.", "2024-06-28"),
    ("The mill closed in 2019 and 300 people lost their jobs at X.", "2019"),
    ("X went through a smaller round two years ago, in which 85 people were laid off.", "2022"),
    ("X will release 230 people when the mine goes into care in November.", "2024-11"),
    ("X shed 400 people when it first entered administration in 2020.", "2020"),
    ("X will cut 300 jobs once a contract with the city ends in June.", "2024-06"),
    ("Separations of the 163 X associates start on or about June 3.", "2024-06-03"),
    ("X plans to close three mills and cut 1,400 jobs by the end of June.", "../2024-06"),
    ("X said that it would close its Leeds mill in June, with the loss of 340 jobs.", "2024-06"),
    ("X said it would sell its mill after cutting 340 jobs in June.", "2023-06"),
]
APART = [
    "X closed its Leeds mill in 2021 and will now cut 300 jobs in Hull.",
    "Sales fell in March, with 300 jobs at risk at X.",
    "X opened a mill in 2019, leaving 300 people at another without a job.",
    "X lost money in 2023, and 300 jobs will go.",
    "X will cut 300 jobs when the mill that it bought in 2019 is sold.",
    "X cut 300 jobs when Marlow, bought in 2019, was merged into it.",
    "X will cut 300 jobs when it moves, and open a shop in May.",
]


def when(body: str) -> list[str | None]:
    """The dates of the layoff claims of a body about Brightwater Inc, of 15 May 2024."""
    body = body.replace("X", "Brightwater Inc")
    article = Article(
        id="a", file="a.md", title="", body=body, publisher="The Ledger", published="2024-05-15"
    )
    found = extract.reading(article, Registry()).claims
    return [one.date.edtf if one.date else None for one in found if one.kind == "layoff"]


@pytest.mark.parametrize(("body", "date"), TOGETHER)
def test_what_a_cut_accompanies_dates_it(body: str, date: str) -> None:
    """A closing, a collapse or a clause with "when" happens at the time of the cut."""
    assert when(body) == [date]


@pytest.mark.parametrize("body", APART)
def test_what_only_stands_beside_a_cut_does_not(body: str) -> None:
    """An earlier closing, bad sales, a purchase, the next sentence's plan: no date is guessed."""
    assert when(body) == [None]


GOING_ON = [
    ("X will cut 900 jobs by the end of 2028. In Hull, 300 posts are to go.", ["../2028"] * 2),
    ("X cut 900 jobs on Monday. The Hull mill lost 40 jobs.", ["2024-05-13"] * 2),
    ("X fired 900 people in March, including 64 clerks.", ["2024-03"] * 2),
    ("X cut 98 posts in April. Where:\n\n- Hull: 51\n- Kelm: 47", ["2024-04"] * 3),
    ("X is to shed 300 staff and 20 of its own drivers in June.", ["2024-06"] * 2),
    ("X had announced 2,500 job cuts in April.", ["2024-04"]),
    ("X is expected to cut 20 jobs in June, sources said.", ["2024-06"]),
    ("X intends to get rid of 400 jobs before Christmas, it said.", ["../2024-12-25"]),
    ("X cuts staff. In July it had announced 2,500 cuts.", ["2023-07"]),
]
NEWS = "X will cut 900 jobs by the end of June. "
GOING_ON += [
    (
        NEWS + "Talks go on. Sales fell. Shares rose. The Hull mill loses 400 staff.",
        ["../2024-06"] * 2,
    ),
    (NEWS + "It is a blow. Sales fell. In Hull, 400 posts will go.", ["../2024-06"] * 2),
]
NOT_ON = [
    (NEWS + "The Hull mill already lost 400 workers.", ["../2024-06", None]),
    (NEWS + "The Hull mill will lose 400 workers in May.", ["../2024-06", None]),
    (NEWS + "Marlow Foods Ltd will lose 400 workers in Hull.", ["../2024-06", None]),
    (NEWS + "Sales fell. " * 8 + "The Hull mill will lose 400 workers.", ["../2024-06", None]),
    ("X laid off 970 people on Monday. The Hull mill will lose 400.", ["2024-05-13", None]),
    ("X laid off 970 people on Monday. In Hull, 400 jobs will go.", ["2024-05-13", None]),
    ("X has cut 900 jobs since 2021. In Hull, 400 jobs were lost.", ["2021/..", None]),
    ("X said in January it would cut 900 jobs. In Hull, 400 jobs will go.", ["2024-01", None]),
    ("X cut 900 jobs on Monday. The Hull mill had lost 40 jobs.", ["2024-05-13", None]),
    ("X cut 900 jobs on Monday. A further 40 posts are at risk.", ["2024-05-13", None]),
    ("X cut 900 jobs on Monday. It pays. It waits. It lost 40 jobs.", ["2024-05-13", None]),
]


@pytest.mark.parametrize(("body", "dates"), GOING_ON + NOT_ON)
def test_a_story_stays_at_its_date(body: str, dates: list[str | None]) -> None:
    """A part and what goes on have the date of their cuts; an earlier or further round has not."""
    assert when(body) == dates


EACH = [
    ("In 2022 X cut 400 jobs, and in 2023 it cut 90.", {"2022", "2023"}),
    ("X cut 400 jobs in 2022, followed by 90 in 2023.", {"2022", "2023"}),
    ("X cut 400 jobs in 2022, 90 in 2023 and 60 in January.", {"2022", "2023", "2024-01"}),
    ("X will cut 900 jobs in June, after cutting 400 in November.", {"2024-06", "2023-11"}),
    ("X cut 400 jobs in November and will cut 900 in June.", {"2024-06", "2023-11"}),
    ("X will cut 900 jobs in June: 400 in Hull and 500 in York.", {"2024-06"}),
]


@pytest.mark.parametrize(("body", "dates"), EACH)
def test_each_number_has_its_own_date(body: str, dates: set[str]) -> None:
    """Two clauses with a date each, and a whole with its parts."""
    assert set(when(body)) == dates


HEADED = [
    ("Brightwater to lay off 900 in July", "Brightwater Inc is laying off 900 workers.", "2024-07"),
    ("Brightwater to cut 900 jobs next year", "Brightwater Inc is cutting 900 jobs.", "2025"),
    ("Brightwater to cut 400 jobs next year", "Brightwater Inc is cutting 900 jobs.", None),
    ("Marlow Foods to cut 900 jobs next year", "Brightwater Inc is cutting 900 jobs.", None),
]


@pytest.mark.parametrize(("title", "body", "date"), HEADED)
def test_the_lead_has_the_date_of_its_headline(title: str, body: str, date: str | None) -> None:
    """Where only the headline dates a number that the lead tells again."""
    article = Article(
        id="a", file="a.md", title=title, body=body, publisher="The Ledger", published="2024-05-15"
    )
    claims = extract.reading(article, Registry()).claims
    found = [one for one in claims if one.kind == "layoff" and one.quote.at.in_ == "body"]
    assert [one.date.edtf if one.date else None for one in found] == [date]


TABLE = tuple(
    line.split(" | ")
    for line in Path(__file__).with_name("when.txt").read_text("utf-8").splitlines()
)


@pytest.mark.parametrize(("date", "body"), TABLE)
def test_news_is_dated_as_newsrooms_tell_it(date: str, body: str) -> None:
    """A date beside the verb, before it, in another clause or sentence; and what dates no cut."""
    found = when(body.replace("\\n", "\n"))
    assert found
    assert {one or "None" for one in found} == {date}
