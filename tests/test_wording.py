"""Dates, numbers, states and titles in plain words, never more exact than the sources."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import wording
from headcount.model import STATUSES, Event, EventJobs, Named, Root, Term
from stories import article, claim


def event(
    kind: str = "layoff",
    status: str = "announced",
    units: tuple[str, ...] = (),
    number: str | None = None,
    vague: bool = False,
    title: str | None = None,
    date: str | None = None,
    reported: str | None = "2031-04~",
) -> Event:
    """An event of an invented firm; `number` is the words of its jobs."""
    jobs = EventJobs(number, None, None, False, vague, ()) if number is not None else None
    return Event(
        id="2031-04-tanager-layoff",
        kind=kind,
        organisation="tanager",
        organisation_name="Tanager",
        units=tuple(Named(name.lower(), name, "subject") for name in units),
        status=status,
        scope="part",
        date=date,
        date_from=(),
        first_reported=reported,
        claims=(),
        jobs=jobs,
        title=title,
    )


def test_a_title_joins_no_number_with_another_claims_state() -> None:
    """A plan for a share, and somebody's expectation of a number, are not a plan for the number."""
    source = article("aa", "Tanager plans to cut 5% of staff.", "Some expect the loss of 90 jobs.")
    plan = claim(source, "Tanager plans to cut 5% of staff.", status="planned", percent=("5%", 5.0))
    guess = claim(
        source,
        "Some expect the loss of 90 jobs.",
        status="reported",
        jobs=("90", 90, 90, "exact"),
    )
    jobs = EventJobs("90", 90, 90, False, False, (guess.id,))
    made = replace(event(status="planned"), claims=(plan, guess), jobs=jobs)
    assert wording.title(made) == "Tanager is reported to cut 90 jobs"


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2031-04-09", "9 Apr 2031"),
        ("2031-04", "Apr 2031"),
        ("2031", "2031"),
        ("2031-07~", "about Jul 2031"),
        ("2031?", "2031, not certain"),
        ("2031-07%", "about Jul 2031, not certain"),
        ("2030/2031", "2030\u2060–\u20602031"),
        ("2030/2031-06", "between 2030 and Jun 2031"),
        ("2031-05~/2031-08~", "about May\u2060–\u2060Aug 2031"),
        ("2031-05/2031-06", "May\u2060–\u2060Jun 2031"),
        ("2031-11~/2032-01~", "about Nov 2031 to Jan 2032"),
        ("2031-11/2032-01~", "between Nov 2031 and about Jan 2032"),
        ("2031/..", "since 2031"),
        ("../2031-02", "until Feb 2031"),
        ("2031-33", "first quarter of 2031"),
        ("2031-23", "autumn 2031"),
        ("some day", "some day"),
    ],
)
def test_dates_are_as_exact_as_known(edtf: str, expected: str) -> None:
    """A reader sees neither more nor less than the sources give."""
    assert wording.when(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2031-04-09", "9 April 2031"),
        ("2031-04~", "about April 2031"),
        ("2031-04", "April 2031, day not given"),
        ("2031", "2031, month not given"),
        (None, "no date given"),
    ],
)
def test_an_article_says_how_well_it_is_dated(edtf: str | None, expected: str) -> None:
    """A page without a day is not passed off as one of the first of the month."""
    assert wording.published(edtf) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (event(number="about 310"), "Tanager cuts about 310 jobs"),
        (event(number="hundreds", vague=True), "Tanager cuts hundreds of jobs"),
        (event(number="a few hundred", vague=True), "Tanager cuts a few hundred jobs"),
        (event(number="small number", vague=True), "Tanager cuts a small number of jobs"),
        (event(status="planned", number="over 40"), "Tanager plans to cut over 40 jobs"),
        (event(number="Six hundred"), "Tanager cuts six hundred jobs"),
        (event(status="reported"), "Tanager is reported to cut jobs"),
        (event(status="denied", number="40"), "Tanager denies cutting 40 jobs"),
        (event(status="cancelled", number="40"), "Tanager calls off cutting 40 jobs"),
        (event(units=("Mills", "Shops")), "Tanager cuts jobs at Mills and Shops"),
        (event("acquisition", "completed", ("Wren",)), "Tanager buys Wren"),
        (event("acquisition", "announced", ("Wren",)), "Tanager agrees to buy Wren"),
        (event("acquisition", "completed"), "Tanager buys a business"),
        (event("launch", "completed", ("Roost",)), "Tanager launches Roost"),
        (event("closure", "planned", ("Roost",)), "Tanager plans to close Roost"),
        (event(title="Roost shuts its doors"), "Roost shuts its doors"),
    ],
)
def test_titles_say_who_does_what(made: Event, expected: str) -> None:
    """Active voice, sentence case, the number as the source words it."""
    assert wording.title(made) == expected


@pytest.mark.parametrize("status", [entry.id for entry in STATUSES])
@pytest.mark.parametrize("kind", ["layoff", "acquisition", "launch", "closure"])
def test_every_kind_has_a_title_in_every_state(kind: str, status: str) -> None:
    """A new status or kind must be worded before it can be published."""
    assert wording.title(event(kind, status)).startswith("Tanager ")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (event(date="2031-02"), "2031-02"),
        (event(status="under_way"), "2031-04~"),
        (event(status="planned"), "2031-04~"),
        (event(status="completed"), None),
        (event(status="planned", reported=None), None),
    ],
)
def test_news_stands_at_its_day_and_the_past_without_a_date_has_none(
    made: Event, expected: str | None
) -> None:
    """What an article tells as happening now is news of that article's day."""
    assert wording.news_date(made) == expected


@pytest.mark.parametrize(
    "reason",
    [
        *("whole", "inside", "replaced", "planned", "unconfirmed", "overlap", "maybe-same"),
        *("no-figure", "cancelled", "denied"),
    ],
)
def test_every_reason_of_the_total_is_in_words(reason: str) -> None:
    """The arithmetic must explain itself line by line."""
    said = wording.term(Term("a", 1, 1, "no", reason, "b"), "The other one")
    assert said
    assert "{" not in said


def test_a_part_of_an_unconfirmed_whole_is_told_apart() -> None:
    """Its proven parts count although the whole does not."""
    assert "parts" in wording.term(Term("a", 1, 2, "both", "unconfirmed"), "")


@pytest.mark.parametrize(
    ("number", "noun", "expected"),
    [(1, "outlet", "1 outlet"), (3, "outlet", "3 outlets"), (2, "entry", "2 entries")],
)
def test_amounts_agree_with_their_noun(number: int, noun: str, expected: str) -> None:
    """“1 outlets” would look careless on a site about counting."""
    assert wording.amount(number, noun) == expected


def test_an_interval_is_one_number_where_its_ends_meet() -> None:
    """Two equal ends would look like a range."""
    assert wording.interval(40, 40) == "40"
    assert wording.interval(1200, 3400) == "1,200\u2060–\u20603,400"


@given(st.text(), st.text())
def test_lists_hold_every_item(one: str, other: str) -> None:
    """Nothing is lost between commas."""
    said = wording.listed([one, other, "last"])
    assert one in said
    assert other in said
    assert said.endswith(" and last")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", of them “a few", "of them a few"),
        ("half” of the plan", "half of the plan"),
        ("follows “a first cut”", "follows “a first cut”"),
        ("part\nof (the plan", "part of the plan"),
        ("it’s the rest,", "it’s the rest"),
    ],
)
def test_a_phrase_has_no_loose_marks(text: str, expected: str) -> None:
    """What a rule cut out of a sentence may begin or end inside quotation marks."""
    assert wording.phrase(text) == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("week unresolved", "not clear which week is meant"),
        ("there is no such day", "there is no such day"),
    ],
)
def test_reasons_are_told_in_plain_words(reason: str, expected: str) -> None:
    """A reader need not know what resolving a date is."""
    assert wording.unclear(reason) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("memo", "a memo"),
        ("internal letter", "an internal letter"),
        ("results call", "a results call"),
        ("sources close to the board", "sources close to the board"),
        ("people familiar with it", "people familiar with it"),
        ("an e-mail", "an e-mail"),
        ("Oakfield Wire", "Oakfield Wire"),
    ],
)
def test_a_document_without_a_name_has_an_article(noun: str, expected: str) -> None:
    """A source given is part of a sentence."""
    assert wording.some(noun) == expected


def test_an_outlet_of_unknown_origin_is_not_called_dependent() -> None:
    """Of four papers one origin is known: that doesn't make one source of them."""
    known, unknown = Root("memo", ("c-1",), ("Wire",)), Root("", ("c-2",), ("Echo",))
    made = replace(event(), outlets=2, independent=1, roots=(known, unknown))
    assert wording.outlets(made) == "2 outlets, at least 1 independent source"
    assert wording.outlets(replace(made, roots=(known,))) == "2 outlets, 1 independent source"
