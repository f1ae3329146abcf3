"""When a plan counts as overtaken by its date."""

from __future__ import annotations

from typing import Any

import pytest

from headcount import merge
from headcount.model import Site
from headcount.pages.index import index
from headcount.pages.overdue import WORDS, overdue
from stories import REGISTRY, article, claim, link, reading

PLAN = "Borealis plans to cut 900 jobs at Borealis Mills in March 2031."
NEWS = "Borealis cut 40 jobs at Borealis Dairy in May 2031."
AGAIN = "Borealis cut 120 jobs at Borealis Rye Mill in June 2031, a first step."


def said(
    news: str | None, *, date: str | None = "2031-03", plan: str | None = "2031-01", **fields: Any
) -> str:
    """What is said of a plan told in January 2031, with another article published at `news`."""
    one = article("aa", PLAN, published=plan)
    other = article("bb", NEWS, published=news)
    made = claim(
        one,
        PLAN,
        units=("borealis-mills",),
        jobs=("900", 900, 900, "exact"),
        date=("March 2031", date) if date else None,
        **({"status": "planned"} | fields),
    )
    cut = claim(other, NEWS, units=("borealis-dairy",), date=("May 2031", "2031-05"))
    line, _ = merge.timeline((reading(one, made), reading(other, cut)), REGISTRY, (), ())
    found = index(line, (one, other), REGISTRY, Site(), (), {})
    event = next(event for event in line.events if event.claims[0].article == "aa")
    return overdue(found, event)


@pytest.mark.parametrize(
    ("news", "fields", "expected"),
    [
        ("2031-06-12", {}, WORDS),
        ("2031-04-01", {}, WORDS),
        ("2031-03-31", {}, ""),
        ("2031-03", {}, ""),
        ("2031-04~", {}, ""),
        ("2031-05~", {}, WORDS),
        (None, {}, ""),
        ("2031-06-12", {"date": None}, ""),
        ("2031-06-12", {"date": "2031-03/.."}, ""),
        ("2031-06-12", {"date": "2031-05~"}, ""),
        ("2031-06-12", {"status": "announced"}, ""),
        ("2031-06-12", {"status": "cancelled"}, ""),
        ("2031-06-12", {"plan": None}, WORDS),
        ("2031-06-12", {"plan": "2031-04-20"}, ""),
    ],
)
def test_a_plan_is_due_when_all_of_its_date_is_before_the_newest_article(
    news: str | None, fields: dict[str, Any], expected: str
) -> None:
    """In doubt nothing is said: a date that may not be over yet, or news that may be older."""
    assert said(news, **fields) == expected


def test_a_plan_of_which_a_later_source_tells_a_part_is_not_called_silent() -> None:
    """The part's source is a later source of the plan."""
    one = article("aa", PLAN, published="2031-01")
    other = article("bb", AGAIN, PLAN, published="2031-07")
    whole = claim(
        one, PLAN, units=("borealis-mills",), jobs=("900", 900, 900, "exact"),
        date=("March 2031", "2031-03"), status="planned",
    )  # fmt: skip
    part = claim(
        other, AGAIN, units=("borealis-rye-mill",), jobs=("120", 120, 120, "exact"),
        date=("June 2031", "2031-06"),
    )  # fmt: skip
    same = claim(
        other, PLAN, units=("borealis-mills",), jobs=("900", 900, 900, "exact"),
        date=("March 2031", "2031-03"), status="planned",
    )  # fmt: skip
    tied = reading(other, part, same, links=(link("part_of", other, part, same, "a first step"),))
    line, _ = merge.timeline((reading(one, whole), tied), REGISTRY, (), ())
    found = index(line, (one, other), REGISTRY, Site(), (), {})
    plans = [event for event in line.events if event.status == "planned"]
    assert plans
    assert [overdue(found, event) for event in plans] == [""] * len(plans)
