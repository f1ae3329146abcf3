"""The gate: every swapped value, moved span and invented word is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from headcount import extract
from headcount.language.names import of
from headcount.language.passages import passages
from headcount.language.quantities import find, read_jobs
from headcount.model import Article, Claim, Jobs, Mark, Named, Quote, Span, Speaker
from headcount.verify import problems
from tests.newsroom import REGISTRY, article

REPORT = article(
    "Brightwater, which employs 4,200 people, cut about 300 jobs, or 7% of its workforce, in "
    "March 2023.\n\n"
    "“We will eliminate 40 roles at Tidal Health,” Ada Holm said in a memo to staff. The cuts "
    "follow a year in which 90 days of strikes hit the firm.\n\n"
    "Brightwater bought Ostrava Steel in 2016 for $640 million.\n",
    title="Brightwater shrinks",
)
READING = extract.reading(REPORT, REGISTRY)


def claim(rule: str) -> Claim:
    return next(one for one in READING.claims if one.rule == rule)


CUT = claim("layoff.active")
DEAL = claim("acquisition.active")


def span(words: str, report: Article = REPORT) -> Span:
    start = report.body.index(words)
    return Span("body", start, start + len(words))


def jobs(words: str) -> Jobs:
    read = read_jobs(words)
    assert read is not None
    return Jobs(*read, span(words))


@pytest.mark.parametrize("one", READING.claims, ids=lambda one: f"{one.rule}-{one.id}")
def test_what_extraction_returns_stands(one: Claim) -> None:
    """The gate lets through what the rules found."""
    assert problems(one, REPORT, REGISTRY) == ()


MUTATIONS: dict[str, Callable[[], Claim]] = {
    "another number of the sentence": lambda: replace(CUT, jobs=jobs("4,200")),
    "a year as a number": lambda: replace(CUT, jobs=jobs("2023")),
    "a value that its words don't say": lambda: replace(
        CUT, jobs=Jobs(301, 301, "about", span("about 300"))
    ),
    "another qualifier": lambda: replace(CUT, jobs=Jobs(300, 300, "exact", span("about 300"))),
    "a number outside the quote": lambda: replace(CUT, jobs=jobs("90")),
    "no number where there is one": lambda: replace(CUT, jobs=None),
    "another quote": lambda: replace(CUT, quote=Quote(CUT.quote.at, CUT.quote.text + "!")),
    "a quote of another place": lambda: replace(CUT, quote=Quote(DEAL.quote.at, DEAL.quote.text)),
    "another share": lambda: replace(CUT, percent=replace(CUT.percent, value=8.0)),  # type: ignore[type-var]
    "another date": lambda: replace(CUT, date=replace(CUT.date, edtf="2023-04")),  # type: ignore[type-var]
    "another date's words": lambda: replace(CUT, date=replace(CUT.date, at=span("2016"))),  # type: ignore[type-var]
    "a date of another sentence": lambda: replace(
        CUT,
        date=replace(CUT.date, edtf="2016", at=span("in 2016")),  # type: ignore[type-var]
    ),
    "a status of another sentence": lambda: replace(
        CUT, status=Mark("announced", span("will eliminate"))
    ),
    "a status that only words can say": lambda: replace(
        CUT, status=Mark("denied", None, "default")
    ),
    "a status that its rule doesn't give": lambda: replace(
        CUT, status=Mark("planned", None, "rule")
    ),
    "another purchase's target": lambda: replace(
        DEAL, units=(Named("tidal-health", "Tidal Health", "subject", span("Tidal Health")),)
    ),
    "an employer that its words don't name": lambda: replace(
        CUT, organisation=Named("ostrava-steel", "Ostrava Steel", "subject", CUT.organisation.at)
    ),
    "an employer without words": lambda: replace(
        CUT, organisation=Named("brightwater", "Brightwater", "subject")
    ),
    "an employer who isn't watched": lambda: replace(
        CUT, organisation=Named("ostrava-steel", "Ostrava Steel", "watch-list")
    ),
    "a unit that its words don't name": lambda: replace(
        CUT, units=(Named("tidal-health", "Tidal Health", "modifier", span("workforce")),)
    ),
    "another status": lambda: replace(CUT, status=replace(CUT.status, is_="denied")),
    "a status without a basis": lambda: replace(CUT, status=Mark("denied")),
    "a total that no words say": lambda: replace(CUT, scope=Mark("aggregate", None, "default")),
    "another kind": lambda: replace(CUT, kind="figure"),
    "another price": lambda: replace(DEAL, money=replace(DEAL.money, amount=641_000_000)),  # type: ignore[type-var]
    "another currency": lambda: replace(DEAL, money=replace(DEAL.money, currency="EUR")),  # type: ignore[type-var]
    "a speaker whose name isn't there": lambda: replace(
        CUT, said_by=Speaker("bo-reyes", "Bo Reyes", True, "verbatim", span("Ada Holm"))
    ),
    "another article": lambda: replace(CUT, article="elsewhere"),
    "a span outside the text": lambda: replace(
        CUT, quote=Quote(Span("body", 0, 9_999), CUT.quote.text)
    ),
}


@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS.keys())
def test_mutations_are_refused(mutate: Callable[[], Claim]) -> None:
    """One wrong value makes a claim fall, whichever field it is in."""
    assert problems(mutate(), REPORT, REGISTRY)


def swapped() -> Iterator[Claim]:
    """Every claim with a number, with each other number of its sentence in its place."""
    _, body = passages(REPORT.title, REPORT.body, of(REGISTRY))
    amounts = [one for one in find(REPORT.body, body.tokens) if one.kind == "number"]
    for one in READING.claims:
        for amount in amounts:
            words = REPORT.body[amount.start : amount.end]
            read = read_jobs(words)
            if one.jobs is not None and read and amount.start != one.jobs.at.start:
                yield replace(one, jobs=Jobs(*read, Span("body", amount.start, amount.end)))


def test_no_other_number_can_take_the_place() -> None:
    """A number with its own true span is still refused where no rule counts it as cut jobs."""
    mutants = list(swapped())
    assert len(mutants) >= 6
    assert all(problems(one, REPORT, REGISTRY) for one in mutants)


def by_hand(**more: object) -> Claim:
    return replace(CUT, hand="content/events/x.md", rule="hand", **more)  # type: ignore[arg-type]


def test_a_claim_by_hand_needs_no_rule() -> None:
    """What a person wrote stands if the grammar and the words agree with it."""
    assert problems(by_hand(), REPORT, REGISTRY) == ()


@pytest.mark.parametrize(
    "one",
    [
        by_hand(jobs=jobs("90"), quote=Quote(span("90 days of strikes"), "90 days of strikes")),
        by_hand(jobs=jobs("2023")),
        by_hand(date=replace(CUT.date, at=span("in 2016"), edtf="2016")),  # type: ignore[type-var]
    ],
)
def test_a_claim_by_hand_can_be_wrong(one: Claim) -> None:
    """A person can no more turn days or years into jobs than a rule can."""
    assert problems(one, REPORT, REGISTRY)
