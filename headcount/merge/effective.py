"""What an event's page shows first: the values that its claims, taken together, support.

Nothing is averaged or inferred. Where claims differ, the bounds hold all of them; an editor's
preference narrows them to one claim.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from headcount import bands
from headcount.language import edtf
from headcount.merge.disputes import at, jobs_key, money_reading, own
from headcount.merge.gather import Material
from headcount.model import (
    STATUSES,
    Claim,
    EventJobs,
    EventMoney,
    Jobs,
    Named,
    Percent,
)

SameText = Callable[[str, str], bool]
"""Whether two articles (ids) are versions of one text."""

PROGRESS = tuple(entry.id for entry in STATUSES if entry.id not in ("cancelled", "denied"))


def status(claims: Sequence[Claim], material: Material) -> str:
    """The furthest state that a claim asserts.

    A cancellation holds if no account of another state was published after it; a denial only if
    every account is one: against an announcement it is a dispute.
    """
    states = [claim.status.is_ for claim in claims]
    latest = max(edtf.sort_key(material.article_of(claim).published) for claim in claims)
    if any(
        claim.status.is_ == "cancelled"
        and edtf.sort_key(material.article_of(claim).published) == latest
        for claim in claims
    ):
        return "cancelled"
    asserted = [state for state in states if state in PROGRESS]
    return max(asserted, key=PROGRESS.index) if asserted else states[0]


def jobs(
    claims: Sequence[Claim], preferred: Claim | None, material: Material, same_text: SameText
) -> EventJobs | None:
    """The event's number; None if no claim gives one, not even vaguely."""
    numbered = [claim for claim in claims if claim.jobs is not None]
    if preferred is not None and preferred.jobs is not None:
        shown, exact = preferred, [] if bands.vague(preferred.jobs) else [preferred]
    elif numbered:
        keys = {claim.id: key_of(claim) for claim in numbered}
        shown = most_told(numbered, keys, same_text)
        exact = [claim for claim in numbered if claim.jobs and not bands.vague(claim.jobs)]
    else:
        return None
    figures = [claim.jobs for claim in exact if claim.jobs is not None]
    low, high = bounds(figures)
    return EventJobs(
        display=at(shown, shown.jobs.at if shown.jobs else None, material),
        low=low,
        high=high,
        open_=any(item.qualifier in ("about", "over") for item in figures),
        vague=not figures,
        from_=tuple(dict.fromkeys(claim.id for claim in (shown, *exact))),
    )


def key_of(claim: Claim) -> Hashable:
    """How a claim reads on the number of jobs."""
    return None if claim.jobs is None else jobs_key(claim.jobs)


def bounds(figures: Iterable[Jobs]) -> tuple[int | None, int | None]:
    """Lowest and highest number that any source writes; None where no source bounds it."""
    stated = list(figures)
    lows = [item.low for item in stated if item.low is not None]
    highs = [item.high for item in stated if item.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    if low is not None and high is not None:
        return min(low, *highs), max(high, *lows)
    if lows and max(lows) != low:
        high = max(lows)
    return low, high


def most_told(claims: Sequence[Claim], keys: Mapping[str, Hashable], same_text: SameText) -> Claim:
    """The claim whose reading most articles share, versions of one text counted once; then a figure
    before a word, then the first."""
    told: Counter[Hashable] = Counter()
    for key in dict.fromkeys(keys[claim.id] for claim in claims):
        texts: list[str] = []
        for article in dict.fromkeys(one.article for one in claims if keys[one.id] == key):
            if not any(same_text(article, other) for other in texts):
                texts.append(article)
        told[key] = len(texts)
    return min(
        claims,
        key=lambda claim: (
            -told[keys[claim.id]],
            claim.jobs is not None and bands.vague(claim.jobs),
            claims.index(claim),
        ),
    )


def money(
    claims: Sequence[Claim], preferred: Claim | None, material: Material, same_text: SameText
) -> EventMoney | None:
    """The price that most articles give, or the preferred one; None if none does."""
    priced = [claim for claim in claims if claim.money is not None]
    if not priced:
        return None
    keys = {
        claim.id: (reading := money_reading(claim, material)) and reading[0] for claim in priced
    }
    shown = preferred if preferred in priced else most_told(priced, keys, same_text)
    amount = shown.money if shown is not None else None
    if shown is None or amount is None:
        return None
    same = [claim.id for claim in priced if keys[claim.id] == keys[shown.id]]
    return EventMoney(at(shown, amount.at, material), amount.amount, amount.currency, tuple(same))


def units(
    claims: Sequence[Claim], scope: str, preferred: Claim | None, material: Material
) -> tuple[Named, ...]:
    """The units of an event: of a round all that a source names, most named first.

    Of a total only those that every source names: one newsroom's attribution is no fact of all.
    """
    if preferred is not None:
        return own(preferred, material)
    named: dict[str, Named] = {}
    told: Counter[str] = Counter()
    for claim in claims:
        for unit in own(claim, material):
            named.setdefault(unit.is_, unit)
            told[unit.is_] += 1
    if scope == "aggregate":
        return tuple(unit for key, unit in named.items() if told[key] == len(claims))
    order = list(named)
    return tuple(
        named[key] for key in sorted(order, key=lambda key: (-told[key], order.index(key)))
    )


def percents(claims: Iterable[Claim]) -> tuple[Percent, ...]:
    """Each share that a source gives, once."""
    found: dict[Hashable, Percent] = {}
    for claim in claims:
        if claim.percent is not None:
            found.setdefault((claim.percent.value, claim.percent.of), claim.percent)
    return tuple(found.values())


def date(claims: Iterable[Claim], scope: str) -> str | None:
    """When it happened, as EDTF, if the sources say so without contradiction."""
    return total_period(claims) if scope == "aggregate" else period(claims)


def milestones(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """The date of each step, where claims date more than one step and agree on each."""
    steps: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.date is not None and claim.date.edtf is not None:
            steps.setdefault(claim.status.is_, []).append(claim)
    if len(steps) < 2:
        return ()
    dated = ((state, period(steps[state])) for state in PROGRESS if state in steps)
    found = tuple((state, when) for state, when in dated if when is not None)
    apart = not any(edtf.overlap(a, b) for n, (_, a) in enumerate(found) for _, b in found[n + 1 :])
    return found if len(found) > 1 and apart else ()


def announcement(claims: Iterable[Claim]) -> tuple[tuple[str, str], ...]:
    """When a cut was first announced, as a milestone, where a source dates the cut itself."""
    dated = [claim.date for claim in claims if claim.date and claim.date.edtf]
    told = [date.edtf for date in dated if date.edtf and date.tense == "told"]
    if not told or len(told) == len(dated):
        return ()
    return (("announced", min(told, key=edtf.sort_key)),)


def period(claims: Iterable[Claim]) -> str | None:
    """The stated date that overlaps all others, and of those the most precise.

    The day of an announcement counts only if no source dates what was announced. None if no claim
    is dated or every date is contradicted by another.
    """
    dated = [claim.date for claim in claims if claim.date and claim.date.edtf]
    own = [date for date in dated if date.tense != "told"] or dated
    dates = [date.edtf for date in own if date.edtf]
    fitting = [one for one in dates if all(edtf.overlap(one, other) for other in dates)]
    return min(fitting, key=lambda one: (days(one), edtf.sort_key(one)), default=None)


def total_period(claims: Iterable[Claim]) -> str | None:
    """The stated period of a total that overlaps all others, and of those the widest."""
    dates = [claim.date.edtf for claim in claims if claim.date and claim.date.edtf]
    fitting = [one for one in dates if all(edtf.overlap(one, other) for other in dates)]
    covers = {one: sum(edtf.contains(one, other) for other in dates) for one in fitting}
    return min(fitting, key=lambda one: (-covers[one], days(one), edtf.sort_key(one)), default=None)


def days(text: str) -> int:
    """How many days a date may mean; an open end counts as a century."""
    first, last = edtf.bounds(text)
    return (last - first).days if first and last else 36_525
