"""What each sign of a chart means: only those that it shows stand in its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import TypeVar

from headcount.charts.cuts import Cuts, Row
from headcount.charts.once import Once, Step
from headcount.charts.says import Saying, Says
from headcount.charts.units import DONE, Mark, Units
from headcount.drawing import Key

Thing = TypeVar("Thing")
Signs = tuple[tuple[Key, Callable[[Thing], bool]], ...]
"""Each sign, and whether a thing is drawn with it."""

CUT, OPENED, CLOSED, INK = "var(--cut)", "var(--opened)", "var(--closed)", "var(--ink)"
SLANTS = "M8 12l5-10M13 12l5-10M18 12l2-4M8 6l2-4"
HATCHED = "M1 2h12v10H1zM1 12l5-10M6 12l5-10M11 12l2-4M1 6l2-4"
MARK = 14
"""The width of a sign that is a mark and no bar."""
BOX, DASHED = "M1 2h26v10H1z", "4 3"
DOT, SQUARE, DIAMOND = "M7 2a5 5 0 1 0 .01 0z", "M2 2h10v10H2z", "M7 1l6 6-6 6-6-6z"
STROKES = "M0 2h14v10H0zM16 2h2v10h-2zM20 2h2v10h-2zM25 2h2v10h-2z"

OWN, ECHO = "an origin of its own", "repeats one that is there already"
CONFLICT = "sources conflict"
KINDS = MappingProxyType({"layoff": "job cut", **DONE})
ADDED = MappingProxyType({"both": "added", "high": "possible: high end only", "no": "not added"})


def _hollow(row: Row) -> bool:
    return row.planned or row.kind == "revised"


def _gone(row: Row) -> bool:
    return row.kind == "revised" or row.gone


CUTS: Signs[Row] = (
    (
        Key("stated", "M0 2h28v10H0z", fill=CUT),
        lambda row: bool(row.low) and row.kind == "part" and not row.vague,
    ),
    (
        Key("ends somewhere in the strokes", STROKES, fill=CUT),
        lambda row: bool(row.size) and not row.vague and (row.open_ or row.low != row.high),
    ),
    (
        Key("planned or not confirmed", BOX, stroke=CUT, dash=DASHED),
        lambda row: bool(row.size) and row.kind == "plan" and not row.gone,
    ),
    (
        Key("replaced or called off", f"{BOX}M1 12L27 2", stroke=CUT),
        lambda row: bool(row.size) and row.kind != "aggregate" and _gone(row),
    ),
    (
        Key("our reading of a word", BOX, stroke=CUT, dash=DASHED),
        lambda row: row.vague and bool(row.size),
    ),
    (
        Key("a total over a period", "M1 12V4h26v8", stroke=INK),
        lambda row: row.kind == "aggregate" and not _hollow(row),
    ),
    (
        Key("a planned total", "M1 12V4h26v8", stroke=CUT, dash=DASHED),
        lambda row: row.kind == "aggregate" and _hollow(row),
    ),
    (
        Key(
            "no figure",
            f"{DOT}M5.4 5.6q1.6-1.6 3 0q.5 1.2-1.4 1.8v.8M7 9.4v.8",
            stroke=CUT,
            width=MARK,
        ),
        lambda row: row.low is None and row.high is None,
    ),
)

UNITS: Signs[Mark] = (
    (
        Key(KINDS["acquisition"], SQUARE, fill=OPENED, width=MARK),
        lambda mark: mark.kind == "acquisition" and not mark.hollow,
    ),
    (
        Key("purchase not settled", SQUARE, stroke=OPENED, width=MARK),
        lambda mark: mark.kind == "acquisition" and mark.hollow,
    ),
    (
        Key(KINDS["launch"], DOT, fill=OPENED, width=MARK),
        lambda mark: mark.kind == "launch" and not mark.hollow,
    ),
    (
        Key("launch not settled", DOT, stroke=OPENED, width=MARK),
        lambda mark: mark.kind == "launch" and mark.hollow,
    ),
    (
        Key(KINDS["layoff"], DIAMOND, fill=CUT, width=MARK),
        lambda mark: mark.kind == "layoff" and not mark.hollow and not mark.total,
    ),
    (
        Key("planned, or no figure", DIAMOND, stroke=CUT, width=MARK),
        lambda mark: mark.kind == "layoff" and mark.hollow,
    ),
    (
        Key(KINDS["closure"], "M5 2h4v3h3v4H9v3H5V9H2V5h3z", fill=CLOSED, width=MARK),
        lambda mark: mark.kind == "closure",
    ),
    (Key("total over a period", "M1 3v8M1 7h26M27 3v8", stroke=CUT), lambda mark: mark.total),
)

SAYS: Signs[Saying] = (
    (
        Key(OWN, DOT, fill=CUT, width=MARK),
        lambda one: not one.echo and not one.differs and one.stated,
    ),
    (
        Key(ECHO, DOT, stroke=CUT, width=MARK),
        lambda one: one.echo and not one.differs,
    ),
    (
        Key("gives no number", "M7 4.5a2.5 2.5 0 1 0 .01 0z", fill=CUT, width=MARK),
        lambda one: not one.stated and not one.differs,
    ),
    (
        Key(CONFLICT, HATCHED, stroke=CUT, width=MARK),
        lambda one: bool(one.differs),
    ),
)

ONCE: Signs[Step] = (
    (Key(ADDED["both"], "M0 2h28v10H0z", fill=CUT), lambda step: step.counts == "both"),
    (
        Key(ADDED["high"], BOX, stroke=CUT, dash=DASHED),
        lambda step: step.counts == "high",
    ),
    (
        Key("inside another, not added again", BOX, stroke=CUT),
        lambda step: step.reason == "inside",
    ),
    (
        Key("what no part accounts for", f"{BOX}{SLANTS}M1 9l4-7M20 12l5-10", stroke=CUT),
        lambda step: step.reason == "inside",
    ),
    (
        Key("planned, not added", BOX, stroke=CUT, dash=DASHED),
        lambda step: step.counts == "no" and step.reason in ("planned", "unconfirmed"),
    ),
    (
        Key("replaced or called off", f"{BOX}M1 12L27 2", stroke=CUT),
        lambda step: step.reason in ("replaced", "cancelled", "denied"),
    ),
)


def cuts(record: Cuts) -> tuple[Key, ...]:
    return _shown(CUTS, record.rows)


def units(record: Units) -> tuple[Key, ...]:
    return _shown(UNITS, record.marks)


def says(record: Says) -> tuple[Key, ...]:
    return _shown(SAYS, [saying for one in record.events for saying in one.sayings])


def once(record: Once) -> tuple[Key, ...]:
    return _shown(ONCE, [step for step in record.steps if step.high])


def _shown(signs: Signs[Thing], things: Iterable[Thing]) -> tuple[Key, ...]:
    things = tuple(things)
    return tuple(key for key, drawn_with in signs if any(map(drawn_with, things)))
