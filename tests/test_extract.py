"""From an article to its claims: employer, units, dates, status, speech, links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount import extract
from headcount.model import Claim, Reading, Registry
from headcount.source import claim_id, text_of
from headcount.verify import problems
from tests.newsroom import REGISTRY, article


def read(body: str, **more: Any) -> Reading:
    return extract.reading(article(body, **more), REGISTRY)


def layoffs(body: str, **more: Any) -> list[Claim]:
    return [one for one in read(body, **more).claims if one.kind == "layoff"]


def only(body: str, **more: Any) -> Claim:
    found = layoffs(body, **more)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("body", "employer", "basis"),
    [
        ("Brightwater will cut 300 jobs.", "brightwater", "subject"),
        ("Staff fear for Brightwater. It will cut 300 jobs.", "brightwater", "pronoun"),
        ("Brightwater made a loss. The retailer will cut 300 jobs.", "brightwater", "pronoun"),
        ("Brightwater’s 300 job cuts came early.", "brightwater", "modifier"),
        ("Tidal Health will cut 300 jobs.", "brightwater", "family"),
        ("Ostrava Steel, which cut 300 jobs in 2020, grows.", "ostrava-steel", "subject"),
        ("300 jobs were cut by Ostrava Steel.", "ostrava-steel", "modifier"),
        ("300 jobs will go at Ostrava Steel.", "ostrava-steel", "modifier"),
        ("Brightwater boss Ada Holm cut 300 jobs.", "brightwater", "modifier"),
        ("Marrow Inc said it would cut 300 jobs.", "marrow", "pronoun"),
        ("Marrow, a supplier to Brightwater, cut 300 jobs.", "marrow", "subject"),
        ("Ostrava Steel, a supplier to Brightwater, cut 300 jobs.", "ostrava-steel", "subject"),
        ("Ostrava Steel, not its rival Brightwater, cut 300 jobs.", "ostrava-steel", "subject"),
        ("Ostrava Steel (which Brightwater owns) cut 300 jobs.", "ostrava-steel", "subject"),
    ],
)
def test_employer(body: str, employer: str, basis: str) -> None:
    """The employer is found by words near the number, and the claim says by which."""
    found = only(body).organisation
    assert (found.is_, found.basis) == (employer, basis)


def test_employer_of_the_headline() -> None:
    """Where the sentence names nobody, the headline's one employer is it."""
    one = only("Some 300 jobs will go.", title="Brightwater shrinks again")
    assert (one.organisation.is_, one.organisation.basis) == ("brightwater", "headline")
    assert one.organisation.at is not None
    assert one.organisation.at.in_ == "title"


@pytest.mark.parametrize(
    "body",
    [
        "Brightwater is large. Marrow will cut 300 jobs.",
        "Brightwater is large. Germany will cut 300 jobs.",
        "Brightwater is large. Companies cut 300 jobs.",
        "Brightwater is large. Some 300 jobs will go at Marrow.",
        "Brightwater is large. Marrow and Ostrava Steel will cut 300 jobs.",
        "Brightwater is large. Marrow, which cut 300 jobs, is not.",
    ],
)
def test_somebody_else_is_not_the_main_employer(body: str) -> None:
    """An unlicensed subject stops the search: no claim rather than a wrong employer."""
    found = layoffs(body)
    assert all(one.organisation.is_ == "marrow" and one.tier == "review" for one in found)


def test_doubt_about_the_employer_is_kept() -> None:
    """ "believed to be" stays with the claim."""
    one = only("A large shop, believed to be Brightwater, will cut 300 jobs.")
    assert one.organisation.hedge is not None
    report = article("A large shop, believed to be Brightwater, will cut 300 jobs.")
    assert text_of(report, one.organisation.hedge) == "believed to be"


@pytest.mark.parametrize(
    ("body", "units"),
    [
        (
            "Brightwater cut 300 jobs across Tidal Health and Optics.",
            ["tidal-health", "brightwater-optics"],
        ),
        (
            "Brightwater divisions Tidal Health and Optics will cut 300 jobs.",
            ["tidal-health", "brightwater-optics"],
        ),
        ("Brightwater cut 300 jobs in its garden division.", ["garden-division"]),
        ("Brightwater cut 300 jobs in Ohio.", ["ohio"]),
        ("Brightwater cut 300 jobs.", []),
    ],
)
def test_units(body: str, units: list[str]) -> None:
    """Units are those named with the number, registered ones before described ones."""
    assert [one.is_ for one in only(body).units] == units


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Brightwater is about to cut 300 jobs.", "announced"),
        ("Brightwater will cut 300 jobs.", "announced"),
        ("Brightwater announced 300 layoffs.", "announced"),
        ("Brightwater plans to cut 300 jobs.", "planned"),
        ("Brightwater may cut 300 jobs.", "planned"),
        ("Brightwater is cutting 300 jobs.", "under_way"),
        ("Brightwater cut 300 jobs.", "completed"),
        ("Brightwater has shed 300 jobs.", "completed"),
        ("At Brightwater 300 jobs were cut.", "completed"),
        ("Brightwater is expected to cut 300 jobs.", "reported"),
        ("Brightwater would have cut 300 jobs.", "cancelled"),
        ("Brightwater’s plan to cut 300 jobs was scrapped in March.", "cancelled"),
        ("Brightwater shelved a plan to axe 300 jobs.", "cancelled"),
        ("The 300 job cuts announced by Brightwater in May have been called off.", "cancelled"),
        ("Some 300 Brightwater jobs will go if the regulator agrees.", "planned"),
        ("Brightwater may cut 300 jobs, people say.", "reported"),
        ("Brightwater will cut 300 jobs, sources said.", "reported"),
        ("Brightwater will cut 300 jobs, the Morning Herald reported.", "reported"),
        ("Brightwater is expected to say on Monday that it will cut 300 jobs.", "reported"),
        ("Brightwater had to cut 300 jobs.", "completed"),
        ("Brightwater will now cut 300 jobs.", "announced"),
        ("The decision will see Brightwater cut 300 jobs.", "announced"),
        ("Brightwater is down to 90 after dismissing 300 people.", "completed"),
        ("Brightwater denied plans to cut 300 jobs.", "denied"),
        ("The year peaked in May with the loss of 300 jobs at Brightwater.", "completed"),
        ("Brightwater announced in May the loss of 300 jobs.", "announced"),
        ("The changes will lead in July to the loss of 300 jobs at Brightwater.", "announced"),
        ("Brightwater’s plan to cut 300 jobs was unveiled in March.", "planned"),
        ("Brightwater denied in May that it would cut 300 jobs.", "denied"),
        ("Brightwater denied a newspaper report that it would cut 300 jobs.", "denied"),
        ("Brightwater denied fraud but said that it would cut 300 jobs.", "announced"),
        ("The union claimed on Friday that Brightwater would cut 300 jobs.", "reported"),
        ("Brightwater will cut 300 jobs, the union said.", "reported"),
        ("Workers at Brightwater fear that 300 jobs will go.", "reported"),
        (
            "If the plan succeeds, its author said, all is well: Brightwater cut 300 jobs.",
            "completed",
        ),
    ],
)
def test_status(body: str, status: str) -> None:
    """The verb group tells how far a cut has come."""
    assert only(body).status.is_ == status


@pytest.mark.parametrize(
    "body",
    [
        "Brightwater will not cut 300 jobs.",
        "Brightwater did not eliminate a single job of its 300 jobs.",
        "Brightwater gave its staff 90 days.",
        "Brightwater hired 300 workers.",
        "300 Brightwater workers went on strike.",
        "Brightwater cut the price of 300 lamps.",
        "Will Brightwater cut 300 jobs?",
        "Brightwater employs 300 people.",
        "Brightwater would cut 300 jobs if the tariff came.",
        "Unless Brightwater finds a buyer, 300 people will lose their jobs.",
        "Had the purchase failed, 300 jobs at Brightwater would have been cut.",
        "Brightwater refused to say whether it would cut 300 jobs.",
        "Brightwater did not deny that it would cut 300 jobs.",
        "The new law could have cost Brightwater 300 jobs.",
        "Brightwater said that the industry lost 300 jobs.",
        "Brightwater will cut 300 jobs fewer than planned.",
        "Brightwater trimmed 300 jobs to 200.",
        "Brightwater lost 300 workers to a rival.",
    ],
)
def test_no_cut(body: str) -> None:
    """Negation, questions, hires, strikes and other numbers are no cuts."""
    assert layoffs(body) == []


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        ("Brightwater cut 300 jobs in March 2023.", "2023-03"),
        ("In March 2023, Brightwater cut 300 jobs.", "2023-03"),
        ("Brightwater cut 300 jobs last month.", "2024-05"),
        ("Brightwater on Friday began to cut 300 jobs.", "2024-06-07"),
        ("Brightwater said on Monday it would cut 300 jobs over the next few weeks.", "2024-06-10"),
        ("Brightwater announced the layoff of 300 people, effective 1 July.", "2024-07-01"),
        ("Brightwater grew in 2019 for $2m, when 300 people were laid off.", "2019"),
        ("Of shops Brightwater bought for $2m in May 2021, it says that 300 jobs will go.", None),
        ("OSLO, Jan 5 – Brightwater will cut 300 jobs.", None),
        ("After the fire in May 2020, Brightwater cut 300 jobs.", None),
        ("Brightwater cut 300 jobs to save $10m by 2025.", None),
        ("Since a fire in 2019, it rained. Brightwater cut 300 jobs.", None),
        ("Staff walked out on Monday over plans to cut 300 jobs at Brightwater.", None),
        ("Brightwater's head, who came in May 2020, is cutting 300 jobs.", None),
        ("Brightwater will cut 300 jobs in the coming weeks, it said on Monday.", "2024-06-10"),
        ("Brightwater began laying off 300 people on Monday.", "2024-06-10"),
        ("Brightwater told 300 staff on Monday that they will be laid off.", "2024-06-10"),
        ("Brightwater will shut a mill in July, cutting 300 jobs.", "2024-07"),
        ("Brightwater will cut 300 jobs, mostly in sales, by 2026.", "../2026"),
        ("Brightwater will cut 300 jobs under a plan that runs until 2027.", "../2027"),
        ("The news comes two months after Brightwater cut 300 jobs.", "2024-04"),
        ("Brightwater will cut 300 jobs. Workers were informed on Monday.", "2024-06-10"),
        ("Brightwater will cut 300 jobs. Their last day is June 30.", "2024-06-30"),
        ("Brightwater will cut 300 jobs. Its shares fell on Monday.", None),
    ],
)
def test_dates_attach_within_the_clause(body: str, edtf: str | None) -> None:
    """A date belongs to a number only if no other verb or amount stands between."""
    found = only(body).date
    assert (None if found is None else found.edtf) == edtf


def test_a_share_in_the_next_sentence_is_the_cut_s() -> None:
    """ "That is 5% of its staff" measures the cut just told, and both are quoted."""
    one = only("Brightwater will cut 300 jobs. That is 5% of its staff.")
    assert one.percent is not None
    assert one.percent.value == 5
    assert one.quote.text.endswith("5% of its staff.")


def test_a_date_that_counts_from_another() -> None:
    """ "two years earlier" counts from the date before it, and the claim keeps both places."""
    body = (
        "Brightwater launched Optics in May 2020, "
        "after its acquisition of Lanternfish two years earlier."
    )
    found = next(one for one in read(body).claims if one.kind == "acquisition").date
    assert found is not None
    assert found.edtf == "2018"
    assert found.anchor_at is not None


def test_a_part_has_its_whole_s_date_and_not_its_units() -> None:
    """Whoever goes among others goes with them, and at a place of their own."""
    body = "Brightwater cut 300 jobs at Optics in 2022, among them 120 in Ohio."
    part = next(one for one in layoffs(body) if one.jobs and one.jobs.low == 120)
    assert part.date is not None
    assert part.date.edtf == "2022"
    assert [one.is_ for one in part.units] == ["ohio"]


def test_totals_are_aggregates() -> None:
    """A period of several years, or words for a sum, make a total."""
    total = only("Brightwater cut over 900 jobs between 2021 and 2023.")
    assert total.scope.is_ == "aggregate"
    assert only("Brightwater cut 900 jobs in May 2021.").scope.is_ == "part"


def test_one_fact_is_one_claim() -> None:
    """Repetitions collapse; another number does not."""
    body = (
        "Brightwater will cut 300 jobs. The 300 jobs will go at Brightwater in May. "
        "Brightwater also cut 70 jobs in 2020."
    )
    assert [one.jobs.low for one in layoffs(body) if one.jobs] == [300, 70]


def test_an_exact_number_and_somebodys_vague_word_stay_two() -> None:
    """What the paper counts and what the boss calls it are two claims."""
    body = (
        "Brightwater will cut 300 jobs. "
        "“This means the elimination of a few hundred roles,” said Ada Holm."
    )
    found = layoffs(body)
    assert [one.jobs.qualifier for one in found if one.jobs] == ["exact", "few-hundred"]
    assert found[1].said_by is not None
    assert found[1].said_by.is_ == "ada-holm"


@pytest.mark.parametrize(
    ("body", "link", "low", "to"),
    [
        ("Brightwater cut 900 jobs in 2022, including 40 Optics workers.", "part_of", 40, 900),
        ("Brightwater will cut 200 jobs, bringing the total to 900.", "part_of", 200, 900),
        ("Brightwater cut 900 jobs in May 2023, up from the 500 it planned.", "revises", 900, 500),
        (
            "Brightwater will cut 200 jobs on top of the 500 announced in January.",
            "apart",
            500,
            200,
        ),
        (
            "Brightwater plans to cut about 900 jobs. "
            "In May 2023, Brightwater cut 400 jobs, nearly half of the target.",
            "part_of",
            400,
            900,
        ),
    ],
)
def test_links(body: str, link: str, low: int, to: int) -> None:
    """Words that relate two numbers become a link between their claims."""
    reading = read(body)
    numbers = {one.id: one.jobs.low for one in reading.claims if one.jobs is not None}
    assert [(one.is_, numbers[one.claim], numbers[one.to]) for one in reading.links] == [
        (link, low, to)
    ]


def test_statements() -> None:
    """Who says what: directly, reported, and translated where the article says so."""
    body = (
        "“We must do more with less money,” said Ada Holm. "
        "Holm suggested that Brightwater would continue to grow."
    )
    spoken = [one for one in read(body).claims if one.kind == "statement"]
    assert [(one.said_by.is_, one.said_by.fidelity) for one in spoken if one.said_by] == [
        ("ada-holm", "verbatim"),
        ("ada-holm", "indirect"),
    ]
    translated = [one for one in read(body, language_note="from Danish").claims if one.said_by]
    assert translated[0].said_by is not None
    assert translated[0].said_by.fidelity == "translated"


def test_attribution() -> None:
    """The chain of sources is kept, nearest first."""
    one = only("According to WireNews, which cited a memo to staff, Brightwater will cut 300 jobs.")
    assert [via.is_ for via in one.via] == ["wirenews", "memo"]


def test_export_and_explanation() -> None:
    """Both speak of the claim's own words."""
    report = article("Brightwater will cut a few hundred jobs in May 2025.")
    reading = extract.reading(report, REGISTRY)
    row = extract.export(reading, REGISTRY)[0]
    assert row["organisation"] == "Brightwater"
    assert row["jobs"] == {
        "low": 200,
        "high": 500,
        "approx": False,
        "qualifier": "few-hundred",
        "text": "a few hundred",
    }
    lines = dict(extract.explain(reading.claims[0], report))
    assert lines["rule"] == "layoff.active"
    assert "“Brightwater”" in lines["organisation"]
    assert "2025-05" in lines["date"]


PARAGRAPHS = (
    "Brightwater will cut 300 jobs.",
    "Ostrava Steel laid off 45 people in May 2023.",
    "“It is a hard day for all of us,” said Ada Holm.",
    "The weather was fine.",
    "Over 900 roles were axed at Tidal Health between 2021 and 2023.",
    "1. **Marrow** – 200 jobs",
    "| a | b |\n|---|---|\n| 3 | 4 |",
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(PARAGRAPHS), max_size=5), st.sampled_from(["\n\n", "\n", "\r\n\r\n"])
)
def test_laws(paragraphs: list[str], gap: str) -> None:
    """Spans are slices, ids are content, every claim stands, and reading again changes nothing."""
    report = article(gap.join(paragraphs))
    reading = extract.reading(report, REGISTRY)
    assert extract.reading(report, REGISTRY) == reading
    assert len({one.id for one in reading.claims}) == len(reading.claims)
    for one in reading.claims:
        assert text_of(report, one.quote.at) == one.quote.text
        assert len(one.quote.text.split()) <= 40
        assert one.id == claim_id(one)
        assert problems(one, report, REGISTRY) == ()
    ids = {one.id for one in reading.claims}
    assert all({link.claim, link.to} <= ids for link in reading.links)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="Brightwater cut 300 jobs, “said”.\n*-%$", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    """No text makes extraction fail."""
    extract.reading(article(text), REGISTRY)


SHARED = Path(__file__).parent.parent.parent / "shared" / "seeds"


@pytest.mark.skipif(not SHARED.exists(), reason="the originals in ../shared are not here")
def test_no_company_is_known_to_the_rules() -> None:
    """With every company renamed and nobody registered, the employer is right or nobody."""
    employers = set()
    for path in sorted(SHARED.glob("*.txt")):
        body = path.read_bytes().decode().replace("Amazon", "Velmora")
        body = body.replace("One Medical", "Cedar Clinics")
        report = article(body, title="Velmora shrinks")
        for one in extract.reading(report, Registry()).claims:
            if one.kind == "layoff" and one.jobs is not None and one.jobs.low is not None:
                employers.add(one.organisation.name.split()[0])
    assert employers == {"Velmora"}


def test_a_quote_is_never_cut_within_a_word() -> None:
    """A hyphen joins, a dash parts: where a long sentence is cut, words stay whole."""
    long = "and so on and so forth " * 9
    one = only(f"Brightwater cut 300 jobs in its e-commerce and its other departments {long}still.")
    assert one.quote.text
    assert not one.quote.text.endswith("its e")


@pytest.mark.parametrize(
    "body",
    [
        "Brightwater sacked one employee for theft.",
        "Brightwater received 300 visitors out of work.",
        "Brightwater said injuries among staff fell by 12%.",
        "Brightwater told 300 staff their bonuses would be cut.",
        "Brightwater sent an email about layoffs to 300 workers.",
        "Brightwater hired 300 people who were out of work.",
        "Brightwater put 300 workers on furlough.",
    ],
)
def test_what_only_sounds_like_cuts_is_none(body: str) -> None:
    """One dismissal, furlough, pay and news about cuts are no cuts of a number of jobs."""
    assert layoffs(body) == []
