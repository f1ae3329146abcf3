"""What happened, as the claims of all articles together tell it, and the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headcount.model.claims import Claim, Named, Percent
from headcount.model.decisions import Correction
from headcount.model.places import Span


@dataclass(frozen=True, slots=True)
class Known:
    """What the committed timeline remembers of an event: ids only.

    `claims`: (claim id, article id) pairs. `tombstone`: it had already lost its last source.
    `withdrawn`: ids of articles that once spoke of it and are gone.
    """

    id: str
    kind: str
    organisation: str
    claims: tuple[tuple[str, str], ...]
    tombstone: bool = False
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One side of a dispute: what is said (as the words say it) and the claims that say it.

    `retired`: the newsroom has since corrected it; shown, but it bears on nothing any more.
    """

    text: str
    claims: tuple[str, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that differ.

    `field`: jobs date status money units organisation …, or order | containment for a dispute
    `between` this event and event `other`. compatible: all can be true. `preferred`: claim id.
    """

    field: str
    relation: Literal["compatible", "conflict", "between"]
    values: tuple[Value, ...]
    other: str | None = None
    question: str = ""
    preferred: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """`part_of` or `revises`, from the event that holds it to event `to`.

    `basis`: words (then `claim` and `at` say which) or decision (then `reason` is the editor's).
    """

    is_: Literal["part_of", "revises"]
    to: str
    basis: Literal["words", "decision"]
    claim: str | None = None
    at: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Statements, each of which stands in its source, that do not go together.

    `check`: the entry of `CROSSCHECKS` that found it. `said`: its sentence as runs of words, each
    with the id of the claim that says them, or "". `other`: the event with which this one clashes.
    """

    check: str
    said: tuple[tuple[str, str], ...]
    other: str | None = None


@dataclass(frozen=True, slots=True)
class EventJobs:
    """An event's number: `display` as a source words it, `low`/`high` over all exact claims.

    `open_`: a source says "over" or "about", so the bounds are not the end of it.
    `vague`: no source gives a figure; low and high are then None.
    """

    display: str
    low: int | None
    high: int | None
    open_: bool
    vague: bool
    from_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventMoney:
    """A price: `display` as a source words it; `amount` in whole units of `currency`."""

    display: str
    amount: int
    currency: str
    from_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One independent origin. `name`: what it is ("memo by Neil Lindsay"), "" if not traced."""

    name: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as the claims of all articles together tell it.

    `date`: EDTF of when it happened, if a source says (or a decision); `date_from`: the claims
    that say so. `first_reported`: EDTF of the earliest article. `display_date`: the words.
    `attached`: statements and figures about it. `joined`: (claim id, why it is here).
    `apart`: (id of an event that it could be taken for, why it is another).
    `tombstone`: known once, its last source withdrawn. `maybe_same`: event ids.
    `withdrawn`: ids of articles that once spoke of it and are gone.
    """

    id: str
    kind: str
    organisation: str
    organisation_name: str
    units: tuple[Named, ...]
    status: str
    scope: Literal["part", "aggregate"]
    date: str | None
    date_from: tuple[str, ...]
    first_reported: str | None
    claims: tuple[Claim, ...]
    attached: tuple[Claim, ...] = ()
    jobs: EventJobs | None = None
    money: EventMoney | None = None
    percent: tuple[Percent, ...] = ()
    roots: tuple[Root, ...] = ()
    outlets: int = 0
    independent: int = 0
    disputes: tuple[Dispute, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()
    relations: tuple[Relation, ...] = ()
    maybe_same: tuple[str, ...] = ()
    milestones: tuple[tuple[str, str], ...] = ()
    joined: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    narrative: str = ""
    corrections: tuple[Correction, ...] = ()
    tombstone: bool = False
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a total's arithmetic.

    `counts`: both (in the low and the high end), high (only in the high end: containment or
    identity unproven), no. `reason`: whole inside replaced planned unconfirmed overlap
    maybe-same no-figure cancelled denied; `of`: the event id that the reason speaks of.
    """

    event: str
    low: int | None
    high: int | None
    counts: Literal["both", "high", "no"]
    reason: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """Jobs, as an honest interval. `open_`: some source says "over" or "about"."""

    low: int
    high: int
    open_: bool
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole, in stable order. `figures`: claims about an organisation and no event.

    `review`: claims shown on no page until an editor confirms them.
    `redirects`: (old id, new id) of joined or renamed events. `hidden`: events that an editor
    keeps off every page and out of every total; remembered, so that their ids stay theirs.
    """

    events: tuple[Event, ...] = ()
    figures: tuple[Claim, ...] = ()
    review: tuple[Claim, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    total: Total = Total(0, 0, False, ())
    hidden: tuple[Event, ...] = ()
