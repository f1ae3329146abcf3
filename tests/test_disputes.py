"""Which differences are compatible, which conflict, and what an event shows first."""

from __future__ import annotations

import pytest

from headcount import merge
from headcount.model import BetweenDecision, Decision, Event, Prefer
from stories import REGISTRY, article, claim, link, reading

TEXT = "Borealis: 300, about 310, over 280, hundreds or dozens go in May, in 2023, 5% and 9%."
EXACT = ("300", 300, 300, "exact")
ABOUT = ("about 310", 310, 310, "about")
OVER = ("over 280", 280, None, "over")
HUNDREDS = ("hundreds", None, None, "hundreds")
DOZENS = ("dozens", None, None, "dozens")
MAY = ("in May", "2023-05")
YEAR = ("in 2023", "2023")
BAKERY, BOTH = ("borealis-bakery",), ("borealis-bakery", "borealis-mills")


def event(*fields: dict[str, object], decision: Decision | None = None) -> Event:
    """The one event of articles that say these things, each in a text of its own."""
    made = []
    for number, given in enumerate(fields):
        own = " ".join(f"w{number}x{n}" for n in range(len(TEXT.split())))
        source = article(f"a{number}", f"{TEXT}\n\n{own}", published="2023-05-20")
        made.append(reading(source, claim(source, TEXT, **given)))  # type: ignore[arg-type]
    timeline, problems = merge.timeline(made, REGISTRY, (decision,) if decision else (), ())
    assert problems == ()
    assert len(timeline.events) == 1
    return timeline.events[0]


@pytest.mark.parametrize(
    ("field", "one", "other", "relation"),
    [
        ("jobs", {"jobs": EXACT}, {"jobs": EXACT}, None),
        ("jobs", {"jobs": EXACT}, {"jobs": ABOUT}, "compatible"),
        ("jobs", {"jobs": EXACT}, {"jobs": OVER}, "compatible"),
        ("jobs", {"jobs": EXACT}, {"jobs": HUNDREDS}, "compatible"),
        ("jobs", {"jobs": EXACT, "units": BAKERY}, {"units": BAKERY}, None),
        ("date", {"date": MAY}, {"date": YEAR}, "compatible"),
        ("date", {"date": MAY}, {}, None),
        (
            "date",
            {"date": ("in May", "2023-05-02")},
            {"date": ("in 2023", "2023-05-09")},
            "conflict",
        ),
        ("status", {"status": "announced"}, {"status": "completed"}, "compatible"),
        ("status", {"status": "announced"}, {"status": "denied"}, "conflict"),
        ("units", {"units": BAKERY}, {"units": BOTH}, "compatible"),
        ("organisation", {"hedge": "Borealis"}, {}, "compatible"),
        ("percent", {"percent": ("5%", 5.0)}, {"percent": ("9%", 9.0)}, "conflict"),
    ],
)
def test_each_field(
    field: str, one: dict[str, object], other: dict[str, object], relation: str | None
) -> None:
    """Words that can all be true are no conflict; silence is no reading."""
    found = {dispute.field: dispute.relation for dispute in event(one, other).disputes}
    assert found.get(field) == relation


@pytest.mark.parametrize(
    ("jobs", "low", "high", "display"),
    [
        ((EXACT, ABOUT), 300, 310, "300"),
        ((EXACT, HUNDREDS, HUNDREDS), 300, 300, "hundreds"),
        ((OVER,), 280, None, "over 280"),
        ((HUNDREDS,), None, None, "hundreds"),
    ],
)
def test_an_event_shows_its_most_told_words_and_the_bounds_of_all_figures(
    jobs: tuple[tuple[str, int | None, int | None, str], ...],
    low: int | None,
    high: int | None,
    display: str,
) -> None:
    """Nothing is averaged; a vague word never becomes a figure."""
    made = event(*({"jobs": item} for item in jobs)).jobs
    assert made is not None
    assert (made.low, made.high, made.display) == (low, high, display)
    assert made.vague is (low is None and high is None)


def test_the_most_precise_date_that_no_other_contradicts_is_the_event_s() -> None:
    """A month inside a year is better known; two days of one month are neither."""
    assert event({"date": MAY}, {"date": YEAR}).date == "2023-05"
    days = ({"date": ("in May", "2023-05-02")}, {"date": ("in 2023", "2023-05-09")})
    assert event(*days).date is None


def test_a_preference_sets_what_is_shown_and_says_why() -> None:
    """The preferred claim's number, date and units stand first; the dispute stays."""
    preferred = tuple(
        Prefer(field, "a1#Borealis: 300", "because it was there")
        for field in ("jobs", "date", "units")
    )
    settled = Decision("2023-05-borealis-bakery-layoff", "content/events/x.md", prefer=preferred)
    made = event(
        {"jobs": EXACT, "date": MAY, "units": BAKERY},
        {"jobs": ABOUT, "date": YEAR, "units": BOTH},
        decision=settled,
    )
    assert (made.jobs and made.jobs.display, made.date) == ("about 310", "2023")
    assert {unit.is_ for unit in made.units} == set(BOTH)
    second = next(item.id for item in made.claims if item.article == "a1")
    assert {d.preferred for d in made.disputes if d.field in ("jobs", "date", "units")} == {second}
    assert all(d.reason for d in made.disputes if d.preferred)


def test_inside_for_one_and_beside_for_another_is_a_dispute_between_two_events() -> None:
    """Both sides are shown in the words that say so, on the event that would be the part."""
    whole, part = "Over 9,000 went in 2022 and 2023", "a few at Bakery in July 2023"
    fields = {
        whole: {
            "jobs": ("Over 9,000", 9000, None, "over"),
            "scope": "aggregate",
            "date": ("in 2022 and 2023", "2022/2023"),
        },
        part: {"units": BAKERY, "date": ("in July 2023", "2023-07")},
    }
    made = []
    for id, is_, words in (("aa", "part_of", "including"), ("bb", "apart", "besides")):
        source = article(id, f"{whole}, {words} {part}.")
        claims = [claim(source, text, **fields[text]) for text in (whole, part)]  # type: ignore[arg-type]
        links = (link(is_, source, claims[1], claims[0], words),)
        made.append(reading(source, *claims, links=links))
    timeline, problems = merge.timeline(made, REGISTRY, (), ())
    assert problems == ()
    bakery = next(item for item in timeline.events if item.units)
    total = next(item for item in timeline.events if not item.units)
    (dispute,) = [d for d in bakery.disputes if d.relation == "between"]
    assert (dispute.field, dispute.other) == ("containment", total.id)
    assert [value.text for value in dispute.values] == ["including", "besides"]
    assert [(r.is_, r.basis) for r in bakery.relations] == [("part_of", "words")]


def test_a_difference_about_order_that_an_editor_wrote_down() -> None:
    """Which came first is no field of a claim; the editor names both sides."""
    text = ("Borealis opened the dairy.", "It closed the mill.")
    source = article("aa", *text)
    opened = claim(source, text[0], kind="launch", units=("borealis-dairy",))
    closed = claim(source, text[1], kind="closure", units=("borealis-mills",))
    name, other = "undated-borealis-dairy-launch", "undated-borealis-mills-closure"
    order = BetweenDecision(
        other,
        "order",
        "Which came first?",
        (("the dairy", ("aa#opened the dairy",)), ("the mill", ())),
    )
    settled = Decision(name, "content/events/x.md", between=(order,))
    timeline, problems = merge.timeline(
        (reading(source, opened, closed),), REGISTRY, (settled,), ()
    )
    assert problems == ()
    (dispute,) = timeline.events[0].disputes
    assert (dispute.other, dispute.question) == (other, "Which came first?")
    assert dispute.values[0].claims == (opened.id,)
