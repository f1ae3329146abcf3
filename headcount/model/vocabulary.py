"""The fixed lists: kinds, statuses, qualifiers, topics, measures and bases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class KindEntry:
    """One kind of claim. Only kinds with `is_event` ever become events."""

    id: str
    is_event: bool
    label: str


KINDS = (
    KindEntry("layoff", True, "Job cut"),
    KindEntry("acquisition", True, "Purchase"),
    KindEntry("launch", True, "Launch"),
    KindEntry("closure", True, "Closure"),
    KindEntry("statement", False, "Statement"),
    KindEntry("figure", False, "Figure"),
)


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One state of an event.

    `counts`: whether jobs in this state enter a headline total: in both of its ends, in the
    high end only (unconfirmed), or not at all. `corpus`: the label that the evaluation corpus
    uses. Order in `STATUSES` is the order of progress.
    """

    id: str
    label: str
    counts: Literal["both", "high", "no"]
    corpus: str


STATUSES = (
    StatusEntry("reported", "reported", "high", "reported"),
    StatusEntry("planned", "planned", "no", "planned"),
    StatusEntry("announced", "announced", "both", "announced"),
    StatusEntry("under_way", "under way", "both", "announced"),
    StatusEntry("completed", "completed", "both", "completed"),
    StatusEntry("cancelled", "cancelled", "no", "denied"),
    StatusEntry("denied", "denied", "no", "denied"),
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """How exactly a source gives a number.

    Vague words (`vague=True`) never become figures on a page; their band `low`-`high` (jobs,
    inclusive) serves only matching and hollow chart marks. `small-number` has no band.
    """

    id: str
    vague: bool
    low: int | None = None
    high: int | None = None


QUALIFIERS = (
    Qualifier("exact", False),
    Qualifier("about", False),
    Qualifier("over", False),
    Qualifier("up-to", False),
    Qualifier("range", False),
    Qualifier("small-number", True),
    Qualifier("dozens", True, 24, 99),
    Qualifier("hundreds", True, 200, 999),
    Qualifier("several-hundred", True, 300, 999),
    Qualifier("few-hundred", True, 200, 500),
    Qualifier("thousands", True, 2_000, 9_999),
    Qualifier("several-thousand", True, 3_000, 9_999),
    Qualifier("few-thousand", True, 2_000, 5_000),
    Qualifier("tens-of-thousands", True, 20_000, 99_999),
    Qualifier("hundreds-of-thousands", True, 200_000, 999_999),
)

TOPICS = ("motive", "support", "outlook", "strategy", "rank", "origin", "privacy", "other")
"""What a statement is about."""

MEASURES = ("workforce", "market", "saving", "satisfaction", "other")
"""What a figure measures."""

# How an organisation was found; the weaker ones put a claim into the review tier unless the
# organisation is on the watch list (data/organisations.yaml).
BASES = (
    "subject",
    "possessive",
    "apposition",
    "modifier",
    "pronoun",
    "family",
    "headline",
    "watch-list",
    "salience",
    "verb",
    "decision",
)
