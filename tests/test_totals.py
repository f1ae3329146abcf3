"""The total: an interval, nothing twice, and every event's line says why it counts as it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.model import (
    STATUSES,
    Dispute,
    Event,
    EventJobs,
    Named,
    Relation,
    Term,
    Value,
)
from headcount.totals import total
from stories import article, claim


def event(
    id: str,
    low: int | None,
    high: int | None = -1,
    *,
    status: str = "announced",
    scope: str = "part",
    date: str | None = "2024-02",
    part_of: tuple[str, ...] = (),
    revises: tuple[str, ...] = (),
    units: tuple[str, ...] = (),
    maybe_same: tuple[str, ...] = (),
    open_: bool = False,
) -> Event:
    """A cut of some jobs; `high` is `low` unless given; no number at all if both are None."""
    top = low if high == -1 else high
    jobs = EventJobs("so many", low, top, open_, vague=low is top is None, from_=())
    return Event(
        id=id,
        kind="layoff",
        organisation="borealis",
        organisation_name="Borealis",
        units=tuple(Named(unit, unit, "subject") for unit in units),
        status=status,
        scope="aggregate" if scope == "aggregate" else "part",
        date=date,
        date_from=(),
        first_reported="2024-02",
        claims=(),
        jobs=jobs,
        maybe_same=maybe_same,
        relations=(
            *(Relation("part_of", key, "words") for key in part_of),
            *(Relation("revises", key, "words") for key in revises),
        ),
    )


def counted(*events: Event) -> tuple[int, int, dict[str, tuple[str, str]]]:
    """Low, high, and how and why each event counts."""
    made = total(events)
    return made.low, made.high, {term.event: (term.counts, term.reason) for term in made.terms}


def test_roots_add_up_and_parts_do_not() -> None:
    """A part is inside its whole, however deep."""
    assert counted(
        event("whole", 900),
        event("part", 500, part_of=("whole",)),
        event("deep", 100, part_of=("part",)),
        event("other", 60, 80),
    ) == (
        960,
        980,
        {
            "whole": ("both", "whole"),
            "part": ("no", "inside"),
            "deep": ("no", "inside"),
            "other": ("both", "whole"),
        },
    )


def test_parts_prove_at_least_their_sum() -> None:
    """A whole of unknown or smaller size is as large as what its parts add up to."""
    assert counted(event("whole", None), event("a", 500, part_of=("whole",)))[:2] == (500, 500)
    assert counted(
        event("whole", 400, 900),
        event("a", 300, part_of=("whole",)),
        event("b", 200, part_of=("whole",)),
    )[:2] == (500, 900)


def test_a_plan_counts_nothing_but_its_counted_parts_do() -> None:
    """What was announced of a plan is real, what is only planned is not."""
    assert counted(
        event("plan", 3000, status="planned"),
        event("first", 1400, part_of=("plan",)),
        event("second", 1600, status="planned", part_of=("plan",)),
    ) == (
        1400,
        1400,
        {"plan": ("no", "planned"), "first": ("both", "whole"), "second": ("no", "planned")},
    )


def test_what_is_replaced_counts_no_more() -> None:
    """The revised number stands for the old one, and inherits its parts."""
    assert counted(
        event("old", 1000),
        event("new", 1800, revises=("old",)),
        event("part", 300, part_of=("old",)),
    ) == (
        1800,
        1800,
        {"old": ("no", "replaced"), "new": ("both", "whole"), "part": ("no", "inside")},
    )


@pytest.mark.parametrize("status", [entry.id for entry in STATUSES])
def test_each_status_counts_as_the_list_says(status: str) -> None:
    """Reported: high end only. Planned, cancelled, denied: not at all."""
    low, high, terms = counted(event("one", 100, 120, status=status))
    counts = next(entry.counts for entry in STATUSES if entry.id == status)
    assert (low, high) == {"both": (100, 120), "high": (0, 120), "no": (0, 0)}[counts]
    assert terms["one"][0] == counts


def test_a_confirmed_part_of_an_unconfirmed_whole_is_counted_once() -> None:
    """The part is proven, the rest of the whole is possible."""
    assert counted(event("whole", 900, status="reported"), event("part", 300, part_of=("whole",)))[
        :2
    ] == (300, 900)


TOTAL = event("total", 9000, scope="aggregate", date="2022/2023")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (event("x", 500, date="2023-05"), ("high", "overlap")),
        (event("x", 500, date="2024-05"), ("both", "whole")),
        (event("x", 500, date="2023-05", part_of=("total",)), ("no", "inside")),
        (replace(event("x", 500, date="2023-05"), organisation="tanager"), ("both", "whole")),
        (event("x", None, date="2023-05"), ("no", "no-figure")),
        (event("x", 500, maybe_same=("total",), date="2024-05"), ("high", "maybe-same")),
    ],
)
def test_what_a_total_may_hold_counts_in_the_high_end_only(
    other: Event, expected: tuple[str, str]
) -> None:
    """Where nobody says whether a cut is inside a total, the interval holds both answers."""
    low, high, terms = counted(TOTAL, other)
    assert terms["x"] == expected
    add_low, add_high = {"both": (500, 500), "high": (0, 500), "no": (0, 0)}[expected[0]]
    assert (low, high) == (9000 + add_low, 9000 + add_high)


def test_a_total_of_other_units_holds_nothing_of_these() -> None:
    """Units that a total is agreed to fall into exclude the others."""
    narrow = replace(TOTAL, units=(Named("dairy", "dairy", "subject"),))
    assert counted(narrow, event("x", 500, date="2023-05", units=("mills",)))[0] == 9500
    assert counted(narrow, event("x", 500, date="2023-05", units=("dairy",)))[0] == 9000


def test_disputed_containment_widens_the_interval() -> None:
    """Inside for one source, beside for another: the part may or may not add."""
    part = event("part", 300, date="2021-01", part_of=("whole",))
    dispute = Dispute("containment", "between", (Value("in", ()), Value("beside", ())), "whole")
    disputed = replace(part, disputes=(dispute,))
    assert counted(event("whole", 900), disputed)[:2] == (900, 1200)
    settled = replace(disputed, relations=(Relation("part_of", "whole", "decision"),))
    assert counted(event("whole", 900), settled)[:2] == (900, 900)


def test_open_bounds_and_tombstones() -> None:
    """ "over" leaves the total open; a withdrawn event leaves nothing."""
    made = total((event("one", 100, None, open_=True), replace(event("two", 50), tombstone=True)))
    assert (made.low, made.high, made.open_) == (100, 100, True)
    assert [term.event for term in made.terms] == ["one"]


NUMBERS = st.one_of(
    st.none().map(lambda _: (None, None)),
    st.tuples(st.integers(1, 999), st.integers(0, 99)).map(lambda pair: (pair[0], sum(pair))),
    st.integers(1, 999).map(lambda low: (low, None)),
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Event, ...]:
    """Events with any relations, rings included."""
    keys = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1))
    some = st.lists(st.sampled_from(keys), max_size=2, unique=True).map(tuple)
    return tuple(
        event(
            key,
            *draw(NUMBERS),
            status=draw(st.sampled_from([entry.id for entry in STATUSES])),
            scope=draw(st.sampled_from(["part", "aggregate"])),
            date=draw(st.sampled_from(["2022", "2022-05", "2023", None])),
            part_of=draw(some),
            revises=draw(st.just(()) | some),
            maybe_same=draw(st.just(()) | some),
        )
        for key in keys
    )


def plain(term: Term) -> int:
    return (term.high if term.high is not None else term.low or 0) if term.counts != "no" else 0


@given(graphs())
def test_the_arithmetic_is_shown(events: tuple[Event, ...]) -> None:
    """Low ≤ high, one line for each event, and the lines add up to the total."""
    made = total(events)
    assert [term.event for term in made.terms] == [item.id for item in events]
    assert made.low == sum(term.low or 0 for term in made.terms if term.counts == "both")
    assert made.low <= made.high == max(made.low, sum(map(plain, made.terms)))


@given(graphs())
def test_nothing_is_counted_twice(events: tuple[Event, ...]) -> None:
    """The low end never exceeds what all events say of themselves; nor does the high end."""
    made = total(events)
    own = [item.jobs for item in events if item.jobs]
    assert made.low <= sum(jobs.low or 0 for jobs in own)
    assert made.high <= sum(max(jobs.low or 0, jobs.high or 0) for jobs in own)


@pytest.mark.parametrize(
    ("period", "month", "ends"),
    [
        ("2023/..", "2024-02", (900, 950)),
        ("2023/..", "2025-10", (950, 950)),
        ("2022/2023", "2024-02", (950, 950)),
        ("2022/2023", "2023-06", (900, 950)),
    ],
)
def test_any_period_that_a_source_gives_may_hold_a_cut(
    period: str, month: str, ends: tuple[int, int]
) -> None:
    """A preference is no proof; and a period without an end reaches to its report, no further."""
    text = "Borealis cut 900 jobs since then."
    told = claim(article("aa", text), text, date=("since then", period))
    whole = replace(event("all", 900, scope="aggregate", date="2022"), claims=(told,))
    made = total((whole, event("one", 50, date=month)), {"aa": "2024-02-07"})
    assert (made.low, made.high) == ends


@given(st.integers(1, 999), st.lists(st.integers(1, 999), max_size=4))
def test_a_part_never_raises_a_counted_whole_above_what_is_proven(
    whole: int, parts: list[int]
) -> None:
    """Low is max(whole, Σ parts), whatever parts are added."""
    made = total(
        (
            event("whole", whole, None),
            *(event(f"part-{n}", size, part_of=("whole",)) for n, size in enumerate(parts)),
        )
    )
    assert made.low == max(whole, sum(parts))


@given(graphs(), st.randoms(use_true_random=False))
def test_without_rings_the_order_of_events_does_not_matter(
    events: tuple[Event, ...], random: object
) -> None:
    """The interval is a property of the events, not of their order."""
    keys = sorted(item.id for item in events)
    straight = [
        replace(
            item,
            relations=tuple(r for r in item.relations if keys.index(r.to) > keys.index(item.id))[
                :1
            ],
        )
        for item in events
    ]
    shuffled = list(straight)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = total(straight), total(shuffled)
    assert (one.low, one.high, one.open_) == (other.low, other.high, other.open_)
