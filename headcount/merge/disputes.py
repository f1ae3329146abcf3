"""Where an event's claims differ, field by field: one value per reading, in the source's words.

Compatible: all of it can be true. Conflict: it cannot. Silence is no reading.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations

from headcount import bands
from headcount.language import edtf
from headcount.merge.facts import is_aggregate
from headcount.merge.gather import Material, lineage, words_of
from headcount.model import (
    STATUSES,
    Claim,
    Date,
    Dispute,
    Event,
    Jobs,
    Named,
    Percent,
    Prefer,
    Span,
    Value,
)
from headcount.source import text_of

Reading = tuple[Hashable, str]
"""What distinguishes one side of a dispute, and how the source words it."""

ENDED = ("cancelled", "denied")
LABELS = {entry.id: entry.label for entry in STATUSES}


def disputes(
    event: Event, retired: frozenset[str], material: Material, prefers: Mapping[str, Prefer]
) -> tuple[Dispute, ...]:
    """All fields on which the event's claims differ, in the order of `FIELDS`."""
    found = []
    for field, reading, related in FIELDS:
        sources = event.attached if field == "motive" else event.claims
        values, sides = readings(sources, material, reading, retired)
        if len(values) < 2:
            continue
        relation = related([claim for claim in sources if claim.id in sides], event, material)
        prefer = prefers.get("topic" if field == "motive" else field)
        found.append(
            Dispute(
                field=field,
                relation="compatible" if relation else "conflict",
                values=values,
                preferred=prefer.claim if prefer else None,
                reason=prefer.reason if prefer else "",
            )
        )
    return tuple(found)


def readings(
    claims: Iterable[Claim],
    material: Material,
    reading: Callable[[Claim, Material], Reading | None],
    retired: frozenset[str],
) -> tuple[tuple[Value, ...], frozenset[str]]:
    """One value per distinct reading, and the ids of the claims that still hold theirs."""
    texts: dict[Hashable, str] = {}
    sides: dict[Hashable, list[str]] = {}
    for claim in claims:
        read = reading(claim, material)
        if read is not None:
            texts.setdefault(read[0], read[1])
            sides.setdefault(read[0], []).append(claim.id)
    values = tuple(
        Value(texts[key], tuple(members), retired=set(members) <= retired)
        for key, members in sides.items()
    )
    return values, frozenset(item for members in sides.values() for item in members) - retired


def at(claim: Claim, span: Span | None, material: Material, instead: str = "") -> str:
    """The words at a span, in one line; `instead` where a value has none."""
    if span is None:
        return instead
    return " ".join(text_of(material.article_of(claim), span).split())


def jobs_reading(claim: Claim, material: Material) -> Reading | None:
    if claim.jobs is None:
        return None
    return jobs_key(claim.jobs), at(claim, claim.jobs.at, material)


def jobs_key(jobs: Jobs) -> Hashable:
    """Rounding words alone make no other reading; bounds, ranges and vague words do."""
    if bands.vague(jobs):
        return jobs.qualifier
    return (jobs.low, jobs.high)


def jobs_related(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    return all(bands.compatible(a.jobs, b.jobs) for a, b in combinations(claims, 2))


def date_reading(claim: Claim, material: Material) -> Reading | None:
    if claim.date is None or claim.date.edtf is None:
        return None
    return edtf.bounds(claim.date.edtf), at(claim, claim.date.at, material)


def date_related(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    """Dates of a round may be one inside the other; periods of a total must be the same.

    A completion after an announcement is another milestone, no other date, and so is a cut after
    the day on which it was announced.
    """
    dated = [claim for claim in claims if claim.date is not None and claim.date.edtf is not None]
    if event.scope == "aggregate":
        return False
    return all(
        same_time(a, b) or steps(a, b) or foretold(a, b) or foretold(b, a)
        for a, b in combinations(dated, 2)
    )


def same_time(one: Claim, other: Claim) -> bool:
    """Whether two claims' dates can mean the same day."""
    a, b = one.date, other.date
    if a is None or b is None or a.edtf is None or b.edtf is None:
        return True
    return edtf.overlap(a.edtf, b.edtf)


def steps(one: Claim, other: Claim) -> bool:
    """Whether two claims date different steps: what is announced is completed later."""
    if one.status.is_ == other.status.is_ or one.date is None or other.date is None:
        return False
    order = [entry.id for entry in STATUSES]
    early, late = (one, other) if chronological(one.date, other.date) else (other, one)
    return order.index(early.status.is_) < order.index(late.status.is_)


def foretold(one: Claim, other: Claim) -> bool:
    """Whether the first date is that of an announcement, no later than what the second dates."""
    if one.date is None or other.date is None or one.date.tense != "told":
        return False
    return other.date.tense == "told" or chronological(one.date, other.date)


def chronological(one: Date, other: Date) -> bool:
    """Whether the first date begins no later than the second."""
    return edtf.sort_key(one.edtf) <= edtf.sort_key(other.edtf)


def status_reading(claim: Claim, material: Material) -> Reading | None:
    return claim.status.is_, at(claim, claim.status.at, material, LABELS[claim.status.is_])


def status_related(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    """Steps of progress follow each other; what is denied cannot also have been announced."""
    states = {claim.status.is_ for claim in claims}
    return "denied" not in states or states == {"denied"}


def money_reading(claim: Claim, material: Material) -> Reading | None:
    if claim.money is None:
        return None
    return (claim.money.amount, claim.money.currency), at(claim, claim.money.at, material)


def money_related(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    amounts = [claim.money for claim in claims if claim.money is not None]
    return all(
        a.currency == b.currency
        and "about" in (a.qualifier, b.qualifier)
        and max(a.amount, b.amount) <= min(a.amount, b.amount) * (1 + bands.ABOUT)
        for a, b in combinations(amounts, 2)
        if (a.amount, a.currency) != (b.amount, b.currency)
    )


def percent_reading(claim: Claim, material: Material) -> Reading | None:
    if claim.percent is None:
        return None
    share: Percent = claim.percent
    return (share.value, share.of), at(claim, share.at, material)


def percent_related(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    """Shares of different wholes do not compare; of one whole they agree to the rounded point."""
    shares = [claim.percent for claim in claims if claim.percent is not None]
    return all(a.of != b.of or abs(a.value - b.value) < 1 for a, b in combinations(shares, 2))


def units_reading(claim: Claim, material: Material) -> Reading | None:
    named = [unit.name for unit in own(claim, material)]
    key = frozenset(unit.is_ for unit in own(claim, material))
    if not key:
        return (frozenset(), claim.organisation.name) if is_aggregate(claim) else None
    return key, ", ".join(named)


def units_related(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    """Accounts of a round may leave units out; a total falls into the units named or it doesn't."""
    return event.scope == "part"


def own(claim: Claim, material: Material) -> tuple[Named, ...]:
    """The units a claim names, without the employer itself."""
    root = lineage(claim.organisation.is_, material.owner)[-1]
    return tuple(unit for unit in claim.units if unit.is_ != root)


def organisation_reading(claim: Claim, material: Material) -> Reading | None:
    hedge = claim.organisation.hedge
    name = claim.organisation.name
    return hedge is not None, f"{at(claim, hedge, material)} {name}".strip()


def terms_reading(claim: Claim, material: Material) -> Reading | None:
    if claim.terms is None:
        return None
    return claim.terms.is_, at(claim, claim.terms.at, material, claim.terms.is_)


def motive_reading(claim: Claim, material: Material) -> Reading | None:
    if claim.topic is None or claim.topic.is_ != "motive":
        return None
    return words_of(claim.quote.text), " ".join(claim.quote.text.split())


def always(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    return True


def never(claims: Sequence[Claim], event: Event, material: Material) -> bool:
    return False


FIELDS: tuple[
    tuple[
        str,
        Callable[[Claim, Material], Reading | None],
        Callable[[Sequence[Claim], Event, Material], bool],
    ],
    ...,
] = (
    ("jobs", jobs_reading, jobs_related),
    ("percent", percent_reading, percent_related),
    ("date", date_reading, date_related),
    ("status", status_reading, status_related),
    ("money", money_reading, money_related),
    ("terms", terms_reading, never),
    ("units", units_reading, units_related),
    ("organisation", organisation_reading, always),
    ("motive", motive_reading, always),
)
"""Each disputable field: how a claim reads on it, and whether all readings can be true."""
