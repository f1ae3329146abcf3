"""What sources say, each by itself, and what cannot go together: by arithmetic or the calendar.

Each entry of `CROSSCHECKS` looks at one event beside all others and yields what it finds, in a
sentence for readers. Nothing is decided here: no number, date or event changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from headcount import bands
from headcount.language import edtf
from headcount.merge import staff
from headcount.merge.staff import Staff
from headcount.model import Article, Claim, Event, Mismatch
from headcount.source import text_of
from headcount.wording import glued, news_date, phrase, when

Said = tuple[str, str]
K = TypeVar("K")
V = TypeVar("V")
VOID = ("cancelled", "denied")
MOST = 4
"""Addends that a sentence can hold."""

YEAR = 366
"""Days within which one number at two dates may be one cut told twice."""

FIGURE = 50
"""Below this, equal numbers of jobs are no coincidence worth a word."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a cross-check may look at, as it looks it up.

    `parts`: event id → the events told as inside it. `numbered`: (employer, number of jobs) → the
    cuts of that number. `implied`: event id → sizes of the staff that its shares give. `staff`:
    organisation → its sizes, stated and reckoned, the latter with the id of their event.
    """

    articles: Mapping[str, Article]
    parts: Mapping[str, tuple[Event, ...]]
    numbered: Mapping[tuple[str, int], tuple[Event, ...]]
    implied: Mapping[str, tuple[Staff, ...]]
    staff: Mapping[str, tuple[tuple[str, Staff], ...]]

    def words(self, claim: Claim, field: str) -> Said:
        """A claim's own words for one of its fields, with its id."""
        words = text_of(self.articles[claim.article], getattr(claim, field).at)
        return (glued(phrase(words)), claim.id)


def crosschecked(
    events: Iterable[Event], figures: Iterable[Claim], articles: Mapping[str, Article]
) -> tuple[Event, ...]:
    """The events, each with what every entry of `CROSSCHECKS` finds about it."""
    every = tuple(events)
    told = (*figures, *(claim for event in every for claim in event.attached))
    implied = {event.id: tuple(staff.implied(standing(event), articles)) for event in every}
    sizes = [("", one) for one in staff.stated(told, articles)]
    sizes += [(key, one) for key, found in implied.items() for one in found]
    inside = ((tie.to, one) for one in every for tie in one.relations if tie.is_ == "part_of")
    cuts = (((one.organisation, n), one) for one in every for n in figures_of(one))
    whole = Whole(
        articles,
        parts=grouped(inside),
        numbered=grouped(cuts),
        implied=implied,
        staff=grouped((size.whole, (key, size)) for key, size in sizes),
    )
    found = ([item for _, check in CROSSCHECKS for item in check(event, whole)] for event in every)
    return tuple(
        replace(event, mismatches=tuple(items)) for event, items in zip(every, found, strict=True)
    )


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Every key with its values, in order."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def figures_of(event: Event) -> dict[int, Claim]:
    """The numbers of jobs that an event's claims write, each with the first that does."""
    found: dict[int, Claim] = {}
    for claim in standing(event):
        figure = bands.figure(claim.jobs)
        if event.kind == "layoff" and figure is not None and figure >= FIGURE:
            found.setdefault(figure, claim)
    return found


def standing(event: Event) -> tuple[Claim, ...]:
    """An event's claims without those that their newsroom has corrected."""
    values = [value for dispute in event.disputes for value in dispute.values if value.retired]
    gone = {key for value in values for key in value.claims}
    return tuple(claim for claim in event.claims if claim.id not in gone)


# ------------------------------------------------------------------ the size of the staff


def other_staff(event: Event, whole: Whole) -> Iterator[Mismatch]:
    """Jobs and their share give a workforce that no statement of it agrees with; told once."""
    for _, shares in groupby(whole.implied[event.id], key=lambda one: one.claims[0].id):
        found = disagreeing(event, tuple(shares), whole)
        if found is not None:
            yield Mismatch("staff", found)
            return


def disagreeing(event: Event, shares: tuple[Staff, ...], whole: Whole) -> tuple[Said, ...] | None:
    """The sentence for one share, reckoned with each number that it may belong to.

    The nearest statements decide: those of the same articles, then other accounts of the same
    event, then all others.
    """
    own = {claim.article for claim in (*event.claims, *event.attached)}
    every = [one for key, one in whole.staff[shares[0].whole] if key != event.id]
    near = [one for one in every if one.stated and one.article.id in own]
    rivals = [one for one in whole.implied[event.id] if one.claims[0] != shares[0].claims[0]]
    far = [one for one in every if one not in near]
    for others, same in ((near, True), (rivals, True), (far, False)):
        verdicts = {
            (one, other): staff.agree(one, other, same) for one in shares for other in others
        }
        known = {pair: verdict for pair, verdict in verdicts.items() if verdict is not None}
        if any(known.values()):
            return None
        if known:
            return clash(*min(known, key=distance), whole)
    return None


def distance(pair: tuple[Staff, Staff]) -> float:
    """How many times one size goes into the other."""
    small, large = sorted(one.figure for one in pair)
    return large / small


def clash(one: Staff, other: Staff, whole: Whole) -> tuple[Said, ...]:
    """Why a number and its share do not go with what another statement makes of the staff."""
    share, number = one.claims
    percent, jobs = whole.words(share, "percent"), whole.words(number, "jobs")
    if other.stated:
        size = whole.words(other.claims[0], "jobs")
        told = bands.figure(number.jobs) or 0
        value = share.percent.value if share.percent is not None else 0
        would = rounded(value * other.figure / 100, told)
        return (
            percent,
            (" of ", ""),
            size,
            (f" would be about {would} jobs, not ", ""),
            jobs,
            (". The share and the number do not belong to the same headcount.", ""),
        )
    mine, theirs = rounded(one.figure, 0), rounded(other.figure, 0)
    return (
        jobs,
        (" as ", ""),
        percent,
        (f" of the staff means about {mine} people; ", ""),
        whole.words(other.claims[1], "jobs"),
        (" as ", ""),
        whole.words(other.claims[0], "percent"),
        (f", about {theirs}. Both cannot be the same headcount.", ""),
    )


def rounded(size: float, unlike: int) -> str:
    """A reckoned number in two digits, or in as many as set it apart from `unlike`."""
    digits = len(str(int(size)))
    for kept in range(2, digits + 1):
        figure = round(size, kept - digits)
        if int(figure) != unlike:
            break
    return f"{int(figure) if digits > 1 else round(size):,}"


# ------------------------------------------------------------------ the calendar


def told_ahead(event: Event, whole: Whole) -> Iterator[Mismatch]:
    """An article tells as past what lies after the day on which it came out."""
    for claim in (*standing(event), *event.attached):
        date, published = claim.date, whole.articles[claim.article].published
        if date is None or date.edtf is None or published is None:
            continue
        begins, ends = edtf.bounds(date.edtf)[0], edtf.bounds(published)[1]
        past = claim.status.is_ == "completed" or date.tense in ("past", "told")
        if past and begins is not None and ends is not None and begins > ends:
            lead = f"Told as past in an article of {when(published)}: "
            yield Mismatch("future", ((lead, ""), whole.words(claim, "date"), (".", "")))


# ------------------------------------------------------------------ parts and wholes


def parts_exceed(event: Event, whole: Whole) -> Iterator[Mismatch]:
    """What is told as inside an event proves more jobs than any source gives the event."""
    highest = most(event)
    lows = [low for part in whole.parts.get(event.id, ()) if (low := least(part)) is not None]
    total = sum(low for low, _ in lows)
    if highest is None or total <= highest[0]:
        return
    lows.sort(key=lambda one: -one[0])
    shown, rest = (lows, []) if len(lows) <= MOST else (lows[: MOST - 1], lows[MOST - 1 :])
    said: list[Said] = []
    for _, claim in shown:
        said += [(" + ", ""), whole.words(claim, "jobs")]
    if rest:
        said.append((f" + {sum(low for low, _ in rest):,} in {len(rest)} further parts", ""))
    yield Mismatch(
        "parts",
        (
            *said[1:],
            (f" make {total:,}, more than ", ""),
            whole.words(highest[1], "jobs"),
            (". Not all of these are parts of it, or some jobs are counted twice.", ""),
        ),
    )


def most(event: Event) -> tuple[int, Claim] | None:
    """The most jobs that any source allows an event, with its claim; None if that is open."""
    found = []
    for claim in standing(event):
        band = bands.band(claim.jobs)
        if claim.jobs is not None and (band is None or claim.jobs.high is None):
            return None
        if band is not None:
            found.append((band[1], claim))
    return max(found, key=lambda one: one[0], default=None)


def least(part: Event) -> tuple[int, Claim] | None:
    """The jobs that a part has at least, with the claim that says so; None if none does."""
    jobs = part.jobs
    if jobs is None or jobs.vague or not jobs.low or part.status in VOID:
        return None
    exact = [c for c in part.claims if c.jobs is not None and not bands.vague(c.jobs)]
    claim = next((claim for claim in exact if claim.jobs and claim.jobs.low == jobs.low), None)
    return None if claim is None else (jobs.low, claim)


# ------------------------------------------------------------------ one number, told of two events


def told_elsewhere(event: Event, whole: Whole) -> Iterator[Mismatch]:
    """The same number of the same employer stands for another period, unit or scope."""
    seen = {event.id}
    for figure, claim in figures_of(event).items():
        for other in whole.numbered[event.organisation, figure]:
            way = unlike(event, other) if other.id not in seen and comparable(event, other) else ""
            seen.add(other.id)
            if way:
                said = (("The same number, ", ""), whole.words(claim, "jobs"), (f", {way}", ""))
                yield Mismatch("same-number", said, other.id)


def comparable(one: Event, other: Event) -> bool:
    """Whether two cuts might be one: no source and no editor relates them, and no article tells
    both."""
    tied = {relation.to for event in (one, other) for relation in event.relations}
    tied |= {*one.maybe_same, *other.maybe_same}
    tied |= {dispute.other or "" for event in (one, other) for dispute in event.disputes}
    return (
        not tied & {one.id, other.id}
        and not {c.article for c in one.claims} & {c.article for c in other.claims}
        and not {one.status, other.status} & {*VOID}
    )


def unlike(one: Event, other: Event) -> str:
    """The one thing that sets two events of the same number apart; "" for none or several."""
    first, second = ({unit.is_ for unit in event.units} for event in (one, other))
    dates = news_date(one), news_date(other)
    if dates[0] is None or dates[1] is None:
        return ""
    together = edtf.overlap(dates[0], dates[1])
    if one.scope != other.scope:
        return ONCE_A_TOTAL if first == second and together else ""
    if first == second:
        return OTHER_TIME if not together and within_a_year(dates[0], dates[1]) else ""
    return OTHER_UNIT if first and second and not first & second and together else ""


ONCE_A_TOTAL = "stands for one cut here and for a total of several there"
OTHER_TIME = "stands for another time too: one cut under two dates, or two cuts alike"
OTHER_UNIT = "stands for another unit too: one cut under two names, or two cuts alike"


def within_a_year(one: str, other: str) -> bool:
    """Whether the nearest days of two dates are no more than a year apart."""
    (first, last), (begins, ends) = edtf.bounds(one), edtf.bounds(other)
    if first is None or last is None or begins is None or ends is None:
        return False
    return max((first - ends).days, (begins - last).days) <= YEAR


CROSSCHECKS: tuple[tuple[str, Callable[[Event, Whole], Iterator[Mismatch]]], ...] = (
    ("staff", other_staff),
    ("future", told_ahead),
    ("parts", parts_exceed),
    ("same-number", told_elsewhere),
)
"""Each name with a generator of what it finds about an event; a new cross-check is an entry."""
