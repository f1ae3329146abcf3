"""What editors settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headcount.model.claims import Claim
from headcount.model.places import Place


@dataclass(frozen=True, slots=True)
class Prefer:
    """`field` of the event is shown from this claim first; `reason` is for the reader."""

    field: str
    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class RelationDecision:
    """The decided event stands in this relation to event `to`; `reason` is for the reader."""

    is_: Literal["part_of", "revises"]
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class BetweenDecision:
    """A difference about order or containment between this event and `other`.

    `field`: order | containment. `values`: (label, claim ids) of each side, in file order.
    """

    other: str
    field: Literal["order", "containment"]
    question: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the public log: when (ISO date) the page was corrected, and how."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One `content/events/<id>.md`: what an editor settled. `narrative` is markdown.

    A reference to a claim (in `anchors`, `prefer`, `between`, `split`, `confirm`, `reject`)
    is a claim id, or "<article id>#<words>": the one claim of that article whose quote or field
    holds these words; `references.resolve` finds it. `join` holds event ids.

    `claims`: hand-made claims, already located in their article and not yet verified; a person
    is as fallible as a rule. `places` maps a front-matter key path ("prefer.0.claim") to where
    it stands, for messages.
    """

    id: str
    file: str
    title: str | None = None
    narrative: str = ""
    anchors: tuple[str, ...] = ()
    date: str | None = None
    prefer: tuple[Prefer, ...] = ()
    relations: tuple[RelationDecision, ...] = ()
    between: tuple[BetweenDecision, ...] = ()
    milestones: tuple[tuple[str, str], ...] = ()
    join: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    hide: bool = False
    confirm: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[tuple[str, Place], ...] = ()
