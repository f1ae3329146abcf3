"""The line as a whole: what must come out of the five originals, without any decision."""

from __future__ import annotations

from functools import cache

import pytest

import sites
from headcount.language import edtf
from headcount.model import Event, Timeline

pytestmark = sites.needs_shared

HEALTH = {"one-medical", "amazon-pharmacy"}


@cache
def line() -> Timeline:
    return sites.timeline_of(sites.originals())


def february() -> Event:
    found = [
        event
        for event in line().events
        if event.kind == "layoff" and {unit.is_ for unit in event.units} == HEALTH
    ]
    assert len(found) == 1, [event.id for event in line().events]
    return found[0]


def total_27000() -> Event:
    return sites.event_with(line(), kind="layoff", scope="aggregate", number=27_000)


def dispute(event: Event, field: str) -> list[set[str]]:
    """The articles on each side of an event's dispute about `field`."""
    articles = {claim.id: claim.article for claim in (*event.claims, *event.attached)}
    found = [dispute for dispute in event.disputes if dispute.field == field]
    assert found, [dispute.field for dispute in event.disputes]
    return [{articles.get(claim, "") for claim in value.claims} for value in found[0].values]


def words(event: Event, field: str) -> set[str]:
    return {
        value.text
        for dispute in event.disputes
        if dispute.field == field
        for value in dispute.values
    }


def test_february_2024_is_one_event_of_four_outlets() -> None:
    """115–400, hundreds, several hundreds and a few hundred are one cut."""
    event = february()
    assert {claim.article for claim in event.claims} == {
        "salestechadvisor-2024-02",
        "techradar-2024-02",
        "techmonitor-2024-02",
        "bnn-2024-02-07",
    }
    assert event.jobs is not None
    assert (event.jobs.low, event.jobs.high) == (115, 400)
    assert event.date is None
    assert edtf.overlap(event.first_reported or "", "2024-02")


def test_february_2024_differs_in_words_without_conflict() -> None:
    """A range and three vague words can all be true."""
    found = [entry for entry in february().disputes if entry.field == "jobs"]
    assert [entry.relation for entry in found] == ["compatible"]
    said = " | ".join(value.text for value in found[0].values)
    for expected in ("115", "few hundred", "several hundreds", "hundreds"):
        assert expected in said


def test_february_2024_has_fewer_origins_than_outlets() -> None:
    """Most of the outlets repeat one memo."""
    event = february()
    assert event.outlets == 4
    assert event.independent == 2


def test_february_2024_is_about_to_happen_or_under_way() -> None:
    """Two sources announce what two others see happening; both are shown."""
    sides = dispute(february(), "status")
    assert any({"bnn-2024-02-07", "techradar-2024-02"} & side for side in sides)
    assert any({"salestechadvisor-2024-02", "techmonitor-2024-02"} & side for side in sides)
    assert len(sides) >= 2


def test_the_27000_are_one_total_with_four_periods() -> None:
    """One number, four sources, four periods: a conflict, and nobody's average."""
    event = total_27000()
    assert {claim.article for claim in event.claims} == {
        "techradar-2024-02",
        "techmonitor-2024-02",
        "bnn-2024-02-07",
        "laodong-2026-01",
    }
    found = [entry for entry in event.disputes if entry.field == "date"]
    assert [entry.relation for entry in found] == ["conflict"]
    assert len(found[0].values) == 4
    periods = {claim.date.edtf for claim in event.claims if claim.date}
    assert {"2022/2023", "2022"} <= periods
    assert len(periods) == 4


def test_only_one_source_gives_the_27000_to_creative_units() -> None:
    """Units of one source are shown as its own, not spread to the others."""
    sides = dispute(total_27000(), "units")
    assert {"techmonitor-2024-02"} in sides


def test_the_27000_have_no_traced_origin() -> None:
    """Four outlets, and none says where the number comes from."""
    event = total_27000()
    assert event.outlets == 4
    assert event.independent == 0


def test_the_pharmacy_cut_of_july_2023_is_inside_or_apart() -> None:
    """One source counts it in the 27,000, another tells it as something else."""
    event = sites.event_with(line(), kind="layoff", units=("amazon-pharmacy",))
    assert event.date is not None
    assert edtf.overlap(event.date, "2023-07")
    assert {claim.article for claim in event.claims} == {
        "techradar-2024-02",
        "techmonitor-2024-02",
    }
    whole = total_27000()
    between = [
        entry
        for entry in (*event.disputes, *whole.disputes)
        if entry.relation == "between" and entry.field == "containment"
    ]
    assert between
    assert between[0].other in (event.id, whole.id)
    assert len(between[0].values) == 2


def test_18000_revises_10000() -> None:
    """January 2023 replaces what was intended about two months before."""
    new = sites.event_with(line(), kind="layoff", number=18_000)
    old = sites.event_with(line(), kind="layoff", number=10_000)
    assert new.date == "2023-01"
    assert old.date is not None
    assert edtf.overlap(old.date, "2022-11")
    assert old.status == "planned"
    assert ("revises", old.id) in {(relation.is_, relation.to) for relation in new.relations}
    assert {unit.name.lower() for unit in new.units} >= {"e-commerce", "human resources"}


def test_14000_is_part_of_the_plan_of_30000() -> None:
    """The words "nearly half of" say so; no arithmetic does."""
    done = sites.event_with(line(), kind="layoff", number=14_000)
    plan = sites.event_with(line(), kind="layoff", number=30_000)
    assert done.date == "2025-10"
    assert done.status == "completed"
    assert plan.status == "planned"
    relation = next(relation for relation in done.relations if relation.is_ == "part_of")
    assert relation.to == plan.id
    assert relation.basis == "words"


def test_the_second_round_is_planned_and_has_no_day() -> None:
    """ "Next week", seen from a month, is no date; and nothing of it has happened."""
    plan = sites.event_with(line(), kind="layoff", number=30_000)
    rounds = [
        event
        for event in line().events
        if event.kind == "layoff"
        and event.jobs is None
        and any(claim.article == "laodong-2026-01" for claim in event.claims)
    ]
    assert len(rounds) == 1
    assert rounds[0].status == "planned"
    assert (rounds[0].date or "").count("-") < 3
    dates = [claim.date for claim in rounds[0].claims if claim.date]
    assert dates
    assert all(date.reason for date in dates)
    assert plan.id in {relation.to for relation in rounds[0].relations}


def test_the_figures_of_january_2026() -> None:
    """A share of the office staff and the whole workforce are figures, not cuts."""
    figures = [claim for claim in sites.claims_of(line()) if claim.kind == "figure"]
    assert any(claim.jobs and claim.jobs.low == 1_580_000 for claim in figures)
    percents = [claim.percent for claim in sites.claims_of(line()) if claim.percent]
    assert any(percent.value == 10 and percent.qualifier == "about" for percent in percents)


@pytest.mark.parametrize(
    ("unit", "month", "amount"),
    [("pillpack", "2018", 753_000_000), ("one-medical", "2022-07", 3_900_000_000)],
)
def test_the_purchases(unit: str, month: str, amount: int) -> None:
    """One event each, with the price as several sources give it."""
    event = sites.event_with(line(), kind="acquisition", unit=unit)
    assert event.money is not None
    assert event.money.amount == amount
    assert edtf.overlap(event.date or "", month)


def test_one_source_gives_no_price_for_pillpack() -> None:
    """Its silence is no dispute, and its claim stands with the others."""
    event = sites.event_with(line(), kind="acquisition", unit="pillpack")
    silent = {claim.article for claim in event.claims if claim.money is None}
    assert silent == {"techradar-2024-02"}
    assert len({claim.article for claim in event.claims}) == 3


def test_one_medical_was_declared_acquired_or_paid_in_cash() -> None:
    """A declaration and a purchase in the same month are told apart."""
    event = sites.event_with(line(), kind="acquisition", unit="one-medical")
    assert len({claim.article for claim in event.claims}) == 4
    assert {claim.status.is_ for claim in event.claims} >= {"announced", "completed"}
    assert any(claim.terms and claim.terms.is_ == "all-cash" for claim in event.claims)


def test_pharmacy_was_launched_in_november_2020() -> None:
    """A launch with its month."""
    event = sites.event_with(line(), kind="launch", unit="amazon-pharmacy")
    assert event.date == "2020-11"


@pytest.mark.parametrize("unit", ["haven", "halo"])
def test_closures_without_a_date_stay_without(unit: str) -> None:
    """The publication date is never passed off as the event's."""
    event = sites.event_with(line(), kind="closure", unit=unit)
    assert event.date is None
    assert event.id.startswith("undated-")


@pytest.mark.parametrize(
    ("person", "article"),
    [
        ("neil-lindsay", "techradar-2024-02"),
        ("sunita-mishra", "techmonitor-2024-02"),
        ("brian-olsavsky", "techmonitor-2024-02"),
    ],
)
def test_direct_quotations_name_their_speaker(person: str, article: str) -> None:
    """Words in quotation marks belong to the person who said them."""
    found = [
        claim
        for claim in sites.claims_of(line())
        if claim.said_by and claim.said_by.is_ == person and claim.article == article
    ]
    assert any(claim.said_by and claim.said_by.fidelity == "verbatim" for claim in found)


def test_back_translated_quotations_are_not_verbatim() -> None:
    """The article was translated by its publisher, so its quotation marks promise nothing."""
    found = [
        claim.said_by
        for claim in sites.claims_of(line())
        if claim.article == "laodong-2026-01" and claim.said_by and claim.said_by.direct
    ]
    assert found
    assert {speaker.fidelity for speaker in found} == {"translated"}


def test_the_satire_yields_nothing() -> None:
    """A joke about a company's end is no closure and no cut."""
    article = (sites.SHARED / "seeds/001_6ef3f8f092d258a5.txt").read_text("utf-8")
    start = article.index("Will ‘investing in invention’")
    end = article.index("CNBC reported that")
    tail = article.index("All while continuing")
    for claim in sites.claims_of(line()):
        if claim.article == "techradar-2024-02":
            at = claim.quote.at
            assert not (start <= at.start < end), claim.quote.text
            assert at.start < tail, claim.quote.text


def test_the_total_is_an_interval_and_counts_nothing_twice() -> None:
    """27,000 and 14,000 once each; the plan and the revised number not at all."""
    total = line().total
    counted = {term.event: term for term in total.terms if term.counts == "both"}
    low = sum(term.low or 0 for term in counted.values())
    assert total.low == low
    assert total.low <= total.high
    assert total.open_
    plan = sites.event_with(line(), kind="layoff", number=30_000)
    old = sites.event_with(line(), kind="layoff", number=10_000)
    reasons = {term.event: term.reason for term in total.terms}
    assert reasons[plan.id] == "planned"
    assert reasons[old.id] == "replaced"
    assert 27_000 + 14_000 <= total.low <= 27_000 + 14_000 + 400
