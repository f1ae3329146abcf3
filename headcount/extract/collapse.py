"""One fact of an article is one claim, however often the article repeats it."""

from __future__ import annotations

from collections.abc import Container, Sequence

from headcount.extract.scene import Found
from headcount.model import QUALIFIERS, Claim

VAGUE = {one.id for one in QUALIFIERS if one.vague}

SPLIT = "layoff.split"
"""The rule whose numbers may be the same for two places."""


def collapsed(
    found: Sequence[Found], registered: Container[str] = ()
) -> tuple[list[Found], dict[str, str]]:
    """The claims that stay, in their order, and for each that went the id of the one it repeats.

    Of two that say the same, the one that says more stays; of equals, the earlier.
    """
    kept: list[Found] = []
    replaced: dict[str, str] = {}
    ranked = sorted(enumerate(found), key=lambda item: (-weight(item[1].claim), item[0]))
    for _, one in ranked:
        same = next((other for other in kept if repeats(one.claim, other.claim, registered)), None)
        if same is None:
            kept.append(one)
        else:
            replaced[one.claim.id] = same.claim.id
    order = {id(one): number for number, one in enumerate(found)}
    return sorted(kept, key=lambda one: order[id(one)]), replaced


def weight(claim: Claim) -> float:
    """How much a claim says: a number above all, then date, units, share, words for its status."""
    return (
        100 * (claim.jobs is not None or claim.percent is not None)
        + 8 * (claim.quote.at.in_ == "body")
        + 4 * (claim.date is not None and claim.date.edtf is not None)
        + 4 * (claim.scope.is_ == "aggregate")
        + 3 * (claim.percent is not None and claim.jobs is not None)
        + 2 * (claim.money is not None)
        + min(len(claim.units), 4)
        + 2 * (claim.said_by is not None)
        + (claim.status.at is not None)
        + 2 * (claim.status.is_ == "planned")
        + (claim.tier == "published")
    )


def repeats(claim: Claim, other: Claim, registered: Container[str] = ()) -> bool:
    """Whether `claim` only says again what `other`, which says at least as much, says.

    Units that nobody registered are too loosely worded to tell two cuts apart.
    """
    if claim.kind != other.kind:
        return False
    if claim.kind == "statement":
        return claim.quote.at == other.quote.at
    if claim.kind == "figure":
        return (
            claim.organisation.is_ == other.organisation.is_
            and claim.measure is not None
            and other.measure is not None
            and claim.measure.is_ == other.measure.is_
            and values(claim) == values(other)
        )
    if claim.organisation.is_ != other.organisation.is_:
        return False
    if claim.kind != "layoff":
        return units(claim) == units(other) and agree(claim, other) and no_other_price(claim, other)
    if heading(claim) and not heading(other):
        return True
    if only_share(claim) and other.jobs is not None and same_share(claim, other):
        return agree(claim, other) and same_voice(claim, other)
    if claim.rule == other.rule == SPLIT and units(claim) != units(other):
        return False
    if numberless(claim):
        return says_nothing_new(claim, other, registered)
    return values(claim) == values(other) and agree(claim, other) and same_voice(claim, other)


def no_other_price(claim: Claim, other: Claim) -> bool:
    if claim.money is None or other.money is None:
        return True
    return (claim.money.amount, claim.money.currency) == (other.money.amount, other.money.currency)


def says_nothing_new(claim: Claim, other: Claim, registered: Container[str]) -> bool:
    """A claim without a number beside one of the same cuts: same state, no units or date apart."""
    mine = {one for one in units(claim) if one in registered}
    theirs = {one for one in units(other) if one in registered}
    disjoint = mine and theirs and not mine & theirs
    dated = claim.date is not None and (other.date is None or claim.date.edtf != other.date.edtf)
    apart = claim.rule == "layoff.set" or dated
    return not disjoint and not apart and claim.status.is_ == other.status.is_


def heading(claim: Claim) -> bool:
    """Whether a claim is a headline's without an exact number, which only sums the text up."""
    loose = claim.jobs is None or claim.jobs.qualifier in VAGUE
    return claim.quote.at.in_ == "title" and loose and claim.percent is None


def same_share(claim: Claim, other: Claim) -> bool:
    mine, theirs = claim.percent, other.percent
    return mine is not None and theirs is not None and mine.value == theirs.value


def only_share(claim: Claim) -> bool:
    return claim.jobs is None and claim.percent is not None


def numberless(claim: Claim) -> bool:
    return claim.jobs is None and claim.percent is None


def values(claim: Claim) -> tuple[object, ...]:
    """The numbers of a claim; a share beside a number is not needed to be the same fact."""
    if claim.jobs is not None:
        vague = claim.jobs.qualifier if claim.jobs.qualifier in VAGUE else ""
        number = claim.jobs.low if claim.jobs.low is not None else claim.jobs.high
        return ("jobs", number, vague)
    if claim.percent is not None:
        return ("percent", claim.percent.value)
    if claim.money is not None:
        return ("money", claim.money.amount, claim.money.currency)
    return ()


def units(claim: Claim) -> frozenset[str]:
    return frozenset(one.is_ for one in claim.units)


def agree(claim: Claim, other: Claim) -> bool:
    """Whether their dates are the same or one has none."""
    if claim.date is None or other.date is None:
        return True
    if claim.date.edtf is None or other.date.edtf is None:
        return True
    return claim.date.edtf == other.date.edtf


def same_voice(claim: Claim, other: Claim) -> bool:
    """Whether no two different speakers say it; an exact number needs no speaker."""
    if claim.said_by is None or other.said_by is None:
        return True
    return claim.said_by.is_ == other.said_by.is_
