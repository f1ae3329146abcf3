"""Claims become events: what is joined, what stays apart, and what no order can change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from headcount import merge
from headcount.merge import matching
from headcount.merge.facts import Fact, apart_pairs, facts
from headcount.merge.gather import material
from headcount.merge.matching import matched
from headcount.model import Claim, Decision, Event, Mark, Prefer, Reading, Timeline
from stories import REGISTRY, article, claim, link, reading, story


def told(*readings: Reading, decisions: tuple[Decision, ...] = ()) -> Timeline:
    """The timeline of some readings, which must give no error."""
    timeline, problems = merge.timeline(readings, REGISTRY, decisions, ())
    assert [problem for problem in problems if problem.severity == "error"] == []
    return timeline


def one(timeline: Timeline) -> Event:
    """The only event."""
    assert len(timeline.events) == 1, [event.id for event in timeline.events]
    return timeline.events[0]


HUNDREDS = ("hundreds", None, None, "hundreds")
FEW = ("a few hundred", None, None, "few-hundred")
BOTH = ("borealis-bakery", "borealis-mills")

RANGE = story(
    "aa",
    "Borealis is about to shed 120 to 380 posts at Bakery and Mills, the Wire reported.",
    units=BOTH,
    jobs=("120 to 380", 120, 380, "range"),
    status="planned",
    via=(("wire", "Wire"),),
)
MEMO = story(
    "bb",
    "A few changes: “we drop a few hundred roles”, wrote Ola Berg in a memo on Bakery and Mills.",
    units=BOTH,
    jobs=FEW,
    status="under_way",
    said_by="Ola Berg",
    via=(("memo", "memo"),),
)


def test_four_wordings_of_one_cut_are_one_event_with_a_compatible_dispute() -> None:
    """A range, a vague word and a memo from the same weeks describe one cut, and agree."""
    vague = story("cc", "Borealis will drop hundreds of jobs.", jobs=HUNDREDS)
    event = one(told(RANGE, MEMO, vague))
    assert {c.article for c in event.claims} == {"aa", "bb", "cc"}
    jobs = next(d for d in event.disputes if d.field == "jobs")
    assert jobs.relation == "compatible"
    assert [value.text for value in jobs.values] == ["120 to 380", "a few hundred", "hundreds"]
    assert (event.jobs and (event.jobs.low, event.jobs.high)) == (120, 380)
    assert next(d for d in event.disputes if d.field == "status").relation == "compatible"
    assert event.status == "under_way"
    assert event.date is None
    assert event.first_reported == "2024-02~"
    assert event.id == "2024-02-borealis-bakery-borealis-mills-layoff"


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        ({"units": ("borealis-bakery",)}, {"units": ("borealis-mills",)}, 2),
        ({"units": ("borealis-mills",)}, {"units": ("borealis-rye-mill",)}, 1),
        ({"units": ("borealis-bakery",)}, {"units": BOTH}, 1),
        ({}, {"organisation": "tanager"}, 2),
        ({}, {"kind": "closure"}, 2),
        ({"date": ("in May", "2023-05")}, {"date": ("in June", "2023-06")}, 2),
        ({"date": ("in May", "2023-05")}, {"date": ("in 2023", "2023")}, 1),
        ({"date": ("in May", "2023-05-30")}, {"date": ("in June", "2023-05-02")}, 1),
        ({"scope": "aggregate"}, {}, 2),
        ({"scope": "aggregate"}, {"scope": "aggregate"}, 1),
    ],
)
def test_what_joins_two_reports(
    first: dict[str, object], second: dict[str, object], events: int
) -> None:
    """Employer, kind, units, month and scope decide; a number alone never does."""
    text = "In Borealis 300 jobs go, in May, in June, in 2023."
    jobs = ("300", 300, 300, "exact")
    made = [
        story(id, text, **{"jobs": jobs, **fields})
        for id, fields in (("aa", first), ("bb", second))
    ]
    assert len(told(*made).events) == events


@pytest.mark.parametrize(
    ("numbers", "events", "relation"),
    [
        ((300, 300), 1, None),
        ((300, 420), 1, "conflict"),
        ((300, 3000), 2, None),
    ],
)
def test_numbers_that_differ_are_a_dispute_until_they_cannot_be_the_same_cut(
    numbers: tuple[int, int], events: int, relation: str | None
) -> None:
    """Close numbers conflict within one event; far ones stay apart, marked as perhaps the same."""
    made = [
        story(f"a{n}", f"Borealis cuts {n} jobs.", jobs=(str(n), n, n, "exact"))
        for n in dict.fromkeys(numbers)
    ]
    if numbers[0] == numbers[1]:
        made.append(story("zz", "Borealis cuts 300 jobs.", jobs=("300", 300, 300, "exact")))
    timeline = told(*made)
    assert len(timeline.events) == events
    fields = {d.field: d.relation for e in timeline.events for d in e.disputes}
    assert fields.get("jobs") == relation
    if events == 2:
        a, b = timeline.events
        assert (a.maybe_same, b.maybe_same) == ((b.id,), (a.id,))


@pytest.mark.parametrize(
    ("status", "published", "number", "events"),
    [
        ("completed", "2023-09-04", 300, 1),
        ("announced", "2023-09-04", 300, 2),
        ("completed", "2025-09-04", 300, 2),
        ("completed", "2023-02-04", 300, 2),
        ("completed", "2023-09-04", 340, 2),
    ],
)
def test_a_number_told_again_as_past_is_the_same_cut(
    status: str, published: str, number: int, events: int
) -> None:
    """A later article that looks back without a date means the cut of that number, if it is done,
    and was told within a year."""
    jobs = (str(number), number, number, "exact")
    first = story(
        "aa",
        "Borealis cuts 300 jobs in May.",
        jobs=("300", 300, 300, "exact"),
        date=("May", "2023-05"),
        published="2023-05-02",
    )
    later = story(
        "bb", f"Borealis cut {number} jobs.", jobs=jobs, status=status, published=published
    )
    assert len(told(first, later).events) == events


@pytest.mark.parametrize(("second", "events"), [("2023-05-20", 2), ("2023-05", 1)])
def test_two_days_in_one_article_are_two_cuts(second: str, events: int) -> None:
    """Numbers that could both be true of one cut are not, where one article dates each."""
    text = ("Borealis cut over 180 jobs on May 3.", "Several hundred went at Borealis later.")
    source = article("aa", *text)
    made = [
        claim(source, text[0], jobs=("over 180", 180, None, "over"), date=("May 3", "2023-05-03")),
        claim(
            source,
            text[1],
            jobs=("Several hundred", None, None, "several-hundred"),
            date=("later", second),
        ),
    ]
    assert len(told(reading(source, *made)).events) == events


def test_an_article_that_tells_two_cuts_is_not_made_to_tell_one() -> None:
    """Two numbers of one article in one month are two events, and not even perhaps the same."""
    text = ("Borealis cuts 300 jobs in May.", "It cut 350 others in May.")
    source = article("aa", *text)
    made = [
        claim(source, text[0], jobs=("300", 300, 300, "exact"), date=("May", "2023-05")),
        claim(source, text[1], jobs=("350", 350, 350, "exact"), date=("May", "2023-05")),
    ]
    timeline = told(reading(source, *made))
    assert len(timeline.events) == 2
    assert all(not event.maybe_same for event in timeline.events)


def test_a_dropped_plan_is_not_the_cut_that_came_in_its_place() -> None:
    """The one was called off, the other happens; only the same number would be the same plan."""
    plan = story("aa", "Borealis drops its plan to cut 700 jobs.", jobs=("700", 700, 700, "exact"))
    dropped = replace(plan.claims[0], status=Mark("cancelled", basis="default"))
    cut = story("bb", "Borealis cuts 900 jobs.", jobs=("900", 900, 900, "exact"))
    again = story("cc", "Borealis announced 700 cuts.", jobs=("700", 700, 700, "exact"))
    timeline = told(replace(plan, claims=(dropped,)), cut, again)
    groups = [{claim.article for claim in event.claims} for event in timeline.events]
    assert sorted(groups, key=len) == [{"bb"}, {"aa", "cc"}]


def test_a_dateless_aside_joins_its_own_article_s_main_event_only() -> None:
    """A second mention without a date means the cut that the article is about."""
    text = ("Borealis cuts 300 jobs at Bakery in May.", "Hundreds go, staff say.")
    source = article("aa", *text)
    main = claim(
        source,
        text[0],
        units=("borealis-bakery",),
        jobs=("300", 300, 300, "exact"),
        date=("May", "2023-05"),
    )
    aside = claim(source, text[1], jobs=("Hundreds", None, None, "hundreds"))
    event = one(told(reading(source, main, aside)))
    assert dict(event.joined)[aside.id].startswith("the same employer, no date of its own")


def test_an_announcement_and_the_cut_it_announces_are_one_event() -> None:
    """Dated here by the day on which it was told, there by the day on which it comes."""
    told_ = {"status": "announced", "jobs": ("340", 340, 340, "exact")}
    plan = story(
        "aa",
        "Borealis will cut 340 jobs in June 2024.",
        published="2024-03-11",
        date=("in June 2024", "2024-06"),
        **told_,
    )
    later = story(
        "bb",
        "Borealis said in March that it would cut 340 jobs.",
        published="2024-05-20",
        date=("in March", "2024-03"),
        tense="told",
        **told_,
    )
    event = one(told(plan, later))
    assert (event.date, event.milestones) == ("2024-06", (("announced", "2024-03"),))
    assert [d.relation for d in event.disputes if d.field == "date"] == ["compatible"]
    other = story("bb", "Borealis cut 340 jobs in March.", date=("in March", "2024-03"), **told_)
    assert len(told(plan, other).events) == 2


def test_a_number_told_with_the_announcement_stays_beside_a_later_account() -> None:
    """The union's 360 of those days is no second cut when the 340 are gone in June."""
    plan = story(
        "aa",
        "Borealis will cut 340 jobs in June 2024.",
        published="2024-03-11",
        jobs=("340", 340, 340, "exact"),
        date=("in June 2024", "2024-06"),
    )
    union = story(
        "bb",
        "The union said on Thursday that 360 would go at Borealis.",
        published="2024-03-13",
        jobs=("360", 360, 360, "exact"),
        date=("on Thursday", "2024-03-13"),
        tense="told",
    )
    after = story(
        "cc",
        "Borealis cut 340 jobs in June.",
        published="2024-06-21",
        jobs=("340", 340, 340, "exact"),
        date=("in June", "2024-06"),
        status="completed",
    )
    assert one(told(plan, union, after)).jobs == one(told(after, union, plan)).jobs
    assert len(told(union, after).events) == 2


def test_what_is_to_come_by_a_day_is_no_cut_before_its_article() -> None:
    """ "By the end of the year" begins with the article that says so."""
    june = story(
        "aa",
        "Borealis cut 340 jobs in June.",
        jobs=("340", 340, 340, "exact"),
        date=("in June", "2024-06"),
    )
    more = story(
        "bb",
        "Borealis will cut 200 jobs by the end of the year.",
        published="2024-09-15",
        jobs=("200", 200, 200, "exact"),
        date=("by the end of the year", "../2024"),
        tense="future",
    )
    assert len(told(june, more).events) == 2


def test_a_reprint_does_not_decide_which_number_is_shown() -> None:
    """Two papers with one text are one voice; the earlier account stays in front."""
    words = (
        "Borealis will cut about 150 jobs in Hull, it said, and its staff there were told so today."
    )
    first = story("aa", "Borealis will cut 120 jobs.", jobs=("120", 120, 120, "exact"))
    copies = [story(key, words, jobs=("about 150", 150, 150, "about")) for key in ("bb", "cc")]
    shown = one(told(first, *copies)).jobs
    assert shown is not None
    assert shown.display == "120"


def test_a_cut_without_unit_or_number_is_that_of_a_unit_only_in_the_same_news() -> None:
    """Months in common are no proof that the company's cut is that of its bakery; days are."""
    bare = "Borealis plans job cuts."
    unit = "Borealis Bakery cut 45 jobs in March."
    fields = {"units": ("borealis-bakery",), "jobs": ("45", 45, 45, "exact")}

    def events(day: str) -> Timeline:
        plan = story("aa", bare, published="2024-03-04", status="planned")
        return told(plan, story("bb", unit, published=day, **fields))

    assert len(events("2024-03-06").events) == 1
    apart = events("2024-03-20")
    assert len(apart.events) == 2
    assert all(event.maybe_same for event in apart.events)


def test_a_part_told_inside_a_total_finds_the_event_of_its_units_in_that_period() -> None:
    """The total's period serves to match; the part's own date stays what its sources say."""
    text = ("Over 9,000 jobs went from 2022 to 2023.", "They include a few at Bakery.")
    source = article("aa", *text)
    whole = claim(
        source,
        text[0],
        jobs=("Over 9,000", 9000, None, "over"),
        date=("from 2022 to 2023", "2022/2023"),
        scope="aggregate",
        status="completed",
    )
    part = claim(source, text[1], units=("borealis-bakery",), status="completed")
    inside = reading(source, whole, part, links=(link("part_of", source, part, whole, "include"),))
    bakery = story(
        "bb",
        "Bakery lost some jobs in July 2023.",
        units=("borealis-bakery",),
        date=("July 2023", "2023-07"),
        status="completed",
    )
    events = {event.scope: event for event in told(inside, bakery).events}
    assert {c.article for c in events["part"].claims} == {"aa", "bb"}
    assert events["part"].date == "2023-07"
    assert [(r.is_, r.to, r.basis) for r in events["part"].relations] == [
        ("part_of", events["aggregate"].id, "words")
    ]
    other = story(
        "cc",
        "Bakery lost some jobs in May 2022.",
        units=("borealis-bakery",),
        date=("May 2022", "2022-05"),
        status="completed",
    )
    three = told(inside, bakery, other)
    lonely = next(e for e in three.events if part.id in {c.id for c in e.claims})
    assert len(lonely.claims) == 1
    assert len(lonely.maybe_same) == 2


def test_a_total_is_one_event_whatever_period_each_source_gives_it() -> None:
    """The number is the key; four periods are four values in conflict, and no part joins."""
    periods = ("2022/2023", "2022/2023-08~", "2023-01/..", "2022")
    made = [
        story(
            f"a{n}",
            "Borealis cut over 9,000 jobs then.",
            jobs=("over 9,000", 9000, None, "over"),
            date=("then", period),
            scope="aggregate",
            status="completed",
            units=("borealis-bakery", "borealis-dairy") if n == 1 else (),
        )
        for n, period in enumerate(periods)
    ]
    event = one(told(*made))
    disputes = {dispute.field: dispute for dispute in event.disputes}
    assert disputes["date"].relation == "conflict"
    assert len(disputes["date"].values) == 4
    assert disputes["units"].relation == "conflict"
    assert event.units == ()
    assert event.date == "2022/2023"
    assert (event.outlets, event.independent) == (4, 0)


def test_a_purchase_told_at_two_steps_is_one_event_with_milestones() -> None:
    """Announced in July and completed in February is progress, no contradiction."""
    announced = story(
        "aa",
        "Borealis said in July 2022 that it would buy the Rye Mill.",
        kind="acquisition",
        units=("borealis-rye-mill",),
        date=("July 2022", "2022-07"),
    )
    done = story(
        "bb",
        "The Rye Mill became part of Borealis in February 2023.",
        kind="acquisition",
        units=("borealis-rye-mill",),
        date=("February 2023", "2023-02"),
        status="completed",
    )
    event = one(told(announced, done))
    assert event.milestones == (("announced", "2022-07"), ("completed", "2023-02"))
    assert {d.field: d.relation for d in event.disputes} == {
        "date": "compatible",
        "status": "compatible",
    }


def test_statements_and_figures_find_their_event() -> None:
    """A motive belongs to the cut, a saving to the unit's cut, the size of a staff to no event."""
    text = (
        "Borealis cuts 300 jobs at Bakery.",
        "It wants to save €5m at Bakery.",
        "Flour is dear, Ola Berg said.",
        "Borealis employs 8,000 people.",
    )
    source = article("aa", *text)
    bakery = ("borealis-bakery",)
    cut = claim(source, text[0], units=bakery, jobs=("300", 300, 300, "exact"))
    saving = claim(
        source, text[1], kind="figure", units=bakery, measure="saving", money=("€5m", 5_000_000)
    )
    motive = claim(source, text[2], kind="statement", topic="motive", said_by="Ola Berg")
    staff = claim(
        source,
        text[3],
        kind="figure",
        measure="workforce",
        jobs=("8,000", 8000, 8000, "exact"),
    )
    timeline = told(reading(source, cut, saving, motive, staff))
    assert [c.id for c in one(timeline).attached] == [saving.id, motive.id]
    assert [c.id for c in timeline.figures] == [staff.id]


def test_anchors_keep_a_statement_with_an_event_it_would_not_find() -> None:
    """It stands beside the first cut; its anchor holds it at the second."""
    text = (
        "Borealis cuts 300 jobs at Bakery in May 2023, for flour is dear, Ola Berg said.",
        "It cut 40 jobs at Mills in 2021.",
    )
    source = article("aa", *text)
    cut = claim(source, text[0], units=("borealis-bakery",), jobs=("300", 300, 300, "exact"))
    past = claim(
        source,
        text[1],
        units=("borealis-mills",),
        jobs=("40", 40, 40, "exact"),
        date=("in 2021", "2021"),
    )
    said = claim(source, text[0], kind="statement", topic="outlook", said_by="Ola Berg")

    def home(*decisions: Decision) -> list[str]:
        found = told(reading(source, cut, past, said), decisions=decisions)
        return [e.id for e in found.events if said.id in [c.id for c in e.attached]]

    second, first = sorted(e.id for e in told(reading(source, cut, past, said)).events)
    assert home() == [first]
    for anchors in ((said.id,), (past.id, said.id)):
        kept = Decision(second, f"content/events/{second}.md", anchors=anchors)
        assert home(kept) == [second]


def test_a_preferred_motive_is_marked() -> None:
    """The key is `topic`, the dispute is about the motive; whoever decides it means this one."""
    cut = "Borealis cuts 300 jobs at Bakery in May 2023."
    readings = []
    for key, why in (
        ("aa", "Flour is dear, Ola Berg said."),
        ("bb", "Rye is dearer, Ola Berg said."),
    ):
        source = article(key, cut, why)
        first = claim(source, cut, jobs=("300", 300, 300, "exact"), units=("borealis-bakery",))
        said = claim(source, why, kind="statement", topic="motive", said_by="Ola Berg")
        readings.append(reading(source, first, said))
    id_ = one(told(*readings)).id
    prefer = (Prefer("topic", "bb#Rye is dearer", "It is the later word."),)
    settled = Decision(id_, f"content/events/{id_}.md", prefer=prefer)
    [dispute] = [
        d for d in one(told(*readings, decisions=(settled,))).disputes if d.field == "motive"
    ]
    assert dispute.preferred == readings[1].claims[1].id
    assert dispute.reason == "It is the later word."


def test_a_claim_of_the_review_tier_is_on_no_page() -> None:
    """What nobody confirmed makes no event and counts nothing."""
    doubtful = story(
        "aa", "Borealis cuts 300 jobs.", jobs=("300", 300, 300, "exact"), tier="review"
    )
    timeline = told(doubtful)
    assert timeline.events == ()
    assert timeline.review == doubtful.claims
    assert timeline.total.high == 0


UNITS = st.sampled_from([(), ("borealis-bakery",), ("borealis-mills",), BOTH])
JOBS = st.sampled_from(
    [
        None,
        ("300", 300, 300, "exact"),
        ("420", 420, 420, "exact"),
        ("9,000", 9000, None, "over"),
        HUNDREDS,
        FEW,
    ]
)
DATES = st.sampled_from(
    [None, *(("then", day) for day in ("2023-05", "2023", "2024-02-07", "2021-02", "2025-03-01"))]
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """An article with up to three claims of any shape, and perhaps a link between two."""
    id = draw(st.text("abcdefgh", min_size=2, max_size=4))
    count = draw(st.integers(1, 3))
    text = [
        f"Line {n}: 300 420 9,000 hundreds a few hundred then, 5% 7% including"
        for n in range(count)
    ]
    source = article(id, *text, published=draw(st.sampled_from(["2024-02~", "2023-06-01", None])))
    claims = [
        claim(
            source,
            line,
            kind=draw(st.sampled_from(["layoff", "layoff", "closure", "statement", "figure"])),
            organisation=draw(st.sampled_from(["borealis", "tanager"])),
            units=draw(UNITS),
            jobs=draw(JOBS),
            percent=draw(st.sampled_from([None, None, ("5%", 5.0), ("7%", 7.0)])),
            share_of="workforce",
            measure="workforce",
            date=draw(DATES),
            tense=draw(st.sampled_from([None, "past", "told"])),
            scope=draw(st.sampled_from(["part", "part", "aggregate"])),
            status=draw(
                st.sampled_from(["reported", "planned", "announced", "completed", "denied"])
            ),
            tier=draw(st.sampled_from(["published", "published", "review"])),
        )
        for line in text
    ]
    links = ()
    if count > 1 and draw(st.booleans()):
        is_ = draw(st.sampled_from(["part_of", "revises", "apart"]))
        links = (link(is_, source, claims[0], claims[1], "including"),)
    return reading(source, *claims, links=links)


STORIES = st.lists(readings(), max_size=6, unique_by=lambda item: item.article.id)


@settings(max_examples=60, deadline=None)
@given(STORIES, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(stories: list[Reading], random: object) -> None:
    """The same articles in another order give the same timeline and the same problems."""
    shuffled = list(stories)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge.timeline(shuffled, REGISTRY, (), ()) == merge.timeline(stories, REGISTRY, (), ())


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_every_claim_has_exactly_one_place(stories: list[Reading]) -> None:
    """In one event, attached to one, with an organisation, or waiting for review: never two."""
    timeline, _ = merge.timeline(stories, REGISTRY, (), ())
    placed = [
        *(c.id for event in timeline.events for c in (*event.claims, *event.attached)),
        *(c.id for c in timeline.figures),
        *(c.id for c in timeline.review),
    ]
    assert sorted(placed) == sorted(c.id for item in stories for c in item.claims)


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_the_total_is_an_interval_and_ids_are_unique(stories: list[Reading]) -> None:
    """Low never exceeds high, and no two events share an address."""
    timeline, _ = merge.timeline(stories, REGISTRY, (), ())
    assert 0 <= timeline.total.low <= timeline.total.high
    ids = [event.id for event in timeline.events]
    assert len(ids) == len(set(ids))


def grouped(stories: list[Reading], backwards: bool = False) -> set[frozenset[str]]:
    """Which claims are together, if matching takes them in their canonical order or backwards."""
    every = material(stories, REGISTRY, ())[0]
    ordered = facts(every)[:: -1 if backwards else 1]
    groups, _, _ = matched(ordered, apart_pairs(every.links), lambda one, other: False)
    return {frozenset(fact.id for fact in group.facts) for group in groups}


def test_without_a_canonical_order_the_order_would_matter() -> None:
    """The law above proves something: matching itself hangs on the order that it is given."""
    searching = settings(
        max_examples=3_000, deadline=None, derandomize=True, phases=[Phase.generate]
    )
    assert find(
        STORIES, lambda one: grouped(one) != grouped(one, backwards=True), settings=searching
    )


@settings(max_examples=200, deadline=None)
@given(STORIES)
def test_what_is_out_of_reach_would_change_nothing(stories: list[Reading]) -> None:
    """Comparing a claim with every group gives the same groups, doubts and reasons."""
    every = material(stories, REGISTRY, ())[0]
    arguments = (facts(every), apart_pairs(every.links), lambda one, other: one[0] == other[0])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "within", lambda own, fact, shelf, reaches, main: list(shelf))
        plainly = matched(*arguments)
    assert matched(*arguments) == plainly


def test_what_is_far_off_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cuts at other times with other numbers cost no comparison."""
    compared: list[str] = []

    def counted(fact: Fact, *rest: Any) -> matching.Verdict:
        compared.append(fact.id)
        return fit(fact, *rest)

    fit = matching.fit
    monkeypatch.setattr(matching, "fit", counted)
    years = [
        story(
            f"a{at}",
            f"Borealis cut {at}00 jobs in {2000 + 2 * at}.",
            jobs=(f"{at}00", at * 100, at * 100, "exact"),
            date=(str(2000 + 2 * at), str(2000 + 2 * at)),
            published=f"{2000 + 2 * at}-05-01",
        )
        for at in range(1, 9)
    ]
    assert len(told(*years).events) == len(years)
    assert compared == []


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_an_added_article_changes_nothing_that_it_does_not_speak_of(stories: list[Reading]) -> None:
    """Another's claims stay as they are, and so do the events of other employers."""
    timeline, _ = merge.timeline(stories, REGISTRY, (), ())
    for gone in stories:
        before, _ = merge.timeline([one for one in stories if one is not gone], REGISTRY, (), ())
        now = {one.id: one for one in every_claim(timeline) if one.article != gone.article.id}
        assert now == {one.id: one for one in every_claim(before)}
        spoken = {claim.organisation.is_ for claim in gone.claims}
        assert together(timeline, spoken) == together(before, spoken)


def together(timeline: Timeline, spoken: set[str]) -> set[tuple[str, ...]]:
    """Which claims make an event, for the events of employers that are not among those."""
    kept = [event for event in timeline.events if event.organisation not in spoken]
    return {tuple(claim.id for claim in event.claims) for event in kept}


def every_claim(timeline: Timeline) -> list[Claim]:
    inside = [c for event in timeline.events for c in (*event.claims, *event.attached)]
    return [*inside, *timeline.figures, *timeline.review]
