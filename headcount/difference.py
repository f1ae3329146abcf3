"""What a build did to the timeline: the committed records beside those that it writes.

Pure: both sides are the bytes of `data/timeline/`, so that what is told is what a pull request
shows, in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from headcount import timeline, yamlfile
from headcount import wording as words
from headcount.lettering import JOINER
from headcount.timeline import Record
from headcount.yamlfile import Node, Scalar

Files = Mapping[str, bytes]
Kind = Literal["new", "shown", "gone", "hidden", "joined", "changed"]
"""`hidden`, `shown`: an editor keeps the event off the site, or does so no more."""

SHOWN = ("jobs", "status", "date", "milestones", "units", "outlets", "independent")
"""Fields of an event that a reader sees first, in the order in which changes are told."""

LABELS = {"milestones": "stages", "outlets": "sources", "independent": "independent sources"}

RELATIONS = {"part_of": "part of", "revises": "replaces"}
"""What an event can be to another, as pages say it, in the order in which changes are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one event. `told`: its changes, a phrase each ("jobs: 300 → about 340")."""

    event: str
    kind: Kind
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """`raised`, `settled`: the disputes that came and went, as "27,000: period".

    `before`, `after`: the headline figure. `waiting`: how many claims are under review now;
    `came`: how many of them were not before.
    """

    changes: tuple[Change, ...] = ()
    raised: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    before: str = "nothing"
    after: str = "nothing"
    waiting: int = 0
    came: int = 0

    def count(self, kind: Kind) -> int:
        """How many events changed so."""
        return sum(change.kind == kind for change in self.changes)


def difference(old: Files, new: Files) -> Difference:
    """What lies between two sets of the machine's files, by path from the project's root."""
    before, after = timeline.recorded(old), timeline.recorded(new)
    moved = dict(timeline.pairs(timeline.lines_of(new.get(timeline.REDIRECTS, b""))))
    changes = tuple(changed(before, after, moved))
    raised, settled = disputes(before, after)
    waiting = reviews(after)
    return Difference(
        changes,
        tuple(raised),
        tuple(settled),
        headline(before),
        headline(after),
        len(waiting),
        len(waiting - reviews(before)),
    )


def changed(
    before: Mapping[str, Record], after: Mapping[str, Record], moved: Mapping[str, str]
) -> Iterator[Change]:
    """The events that are not as they were, by id."""
    for id_ in sorted({*events(before), *events(after)}):
        was, is_ = events(before).get(id_), events(after).get(id_)
        if is_ is None:
            to = moved.get(id_)
            yield Change(id_, "joined", (f"now in {to}",)) if to else Change(id_, "gone")
        elif hidden(is_):
            if was is None or not hidden(was):
                yield Change(id_, "hidden")
        elif was is None:
            yield Change(id_, "new")
        elif hidden(was):
            yield Change(id_, "shown", tuple(fields(was, is_)))
        elif was.value("digest") != is_.value("digest") and (told := tuple(fields(was, is_))):
            yield Change(id_, "changed", told)


def events(found: Mapping[str, Record]) -> dict[str, Record]:
    """The records that are events with a source."""
    return {
        id_: record
        for id_, record in found.items()
        if not record.file.endswith(timeline.NO_EVENTS) and record.value("tombstone") != "true"
    }


def hidden(record: Record) -> bool:
    """Whether an editor keeps the event off every page."""
    return record.file.endswith(timeline.HIDDEN)


def reviews(found: Mapping[str, Record]) -> set[str]:
    """The ids of the claims that wait for an editor."""
    return {id_ for id_, record in found.items() if record.file.endswith("/review.yaml")}


def fields(was: Record, is_: Record) -> Iterator[str]:
    """What a reader sees change in an event, a phrase for each field; another wording of the same
    sentences is none."""
    for key in SHOWN:
        one, two = shown(was, key), shown(is_, key)
        if one != two:
            yield f"{LABELS.get(key, key)}: {one or 'none'} → {two or 'none'}"
    for is_what, label in RELATIONS.items():
        before, after = related(was, is_what), related(is_, is_what)
        if before != after:
            yield f"{label}: {before or 'none'} → {after or 'none'}"


def related(record: Record, is_what: str) -> str:
    """The ids of the events to which an event is related so."""
    rows = (node_of(row) for row in record.rows("relations"))
    return ", ".join(sorted(text(row, "to") for row in rows if text(row, "is") == is_what))


def shown(record: Record, key: str) -> str:
    """A field's value as a reader sees it: dates and units in words."""
    value = record.value(key)
    if key == "milestones":
        return ", ".join(stages(node_of(value)))
    if key == "date":
        return words.when(value).replace(JOINER, "")
    if key == "units":
        return ", ".join(unit(record, id_) for id_ in value.strip("[]").split(", "))
    return text(node_of(value), "display") if value.startswith("{") else value.replace("_", " ")


def stages(node: Node | None) -> Iterator[str]:
    """Each stage that an event has gone through, with its date: "completed Mar 2031"."""
    for key, value in node.entries if isinstance(node, yamlfile.Mapping) else ():
        when = value.text if isinstance(value, Scalar) else ""
        yield f"{key.text} {words.when(when)}".replace(JOINER, "").replace("_", " ")


def unit(record: Record, id_: str) -> str:
    """The name that a claim of the event gives a unit; without one its id."""
    rows = (
        re.search(rf"\{{is: {re.escape(id_)}, name: ([^\n]+?), basis:", x) for x in record.lines
    )
    return next((timeline.plain(row[1]) for row in rows if row), id_)


# ---------------------------------------------------------------- disputes


def disputes(
    before: Mapping[str, Record], after: Mapping[str, Record]
) -> tuple[Iterable[str], Iterable[str]]:
    """The names of the disputes that only the second side has, and only the first; of an event
    that is hidden none comes and none goes."""
    one, two = named(before), named(after)
    kept = {id_ for id_, record in after.items() if hidden(record)}
    return (
        [name for key, name in two.items() if key not in one and key[0] not in kept],
        [name for key, name in one.items() if key not in two and key[0] not in kept],
    )


def named(found: Mapping[str, Record]) -> dict[tuple[str, str, str], str]:
    """(event, field, other event) → "27,000: period", of disputes in which claims conflict."""
    rows: dict[tuple[str, str, str], str] = {}
    for id_, record in events(found).items():
        for row in record.rows("disputes"):
            node = node_of(row)
            if text(node, "relation") != "compatible":
                field = text(node, "field")
                whole = record.value("scope") == "aggregate"
                label = "period" if field == "date" and whole else NOUNS.get(field, field)
                rows[id_, field, text(node, "other")] = f"{shown(record, 'jobs') or id_}: {label}"
    return rows


NOUNS = {"jobs": "number", "percent": "share", "money": "price", "organisation": "employer"}
"""Fields whose name is not the word for what sources differ on."""


def node_of(written: str) -> Node | None:
    return yamlfile.read(written, "")[0]


def text(node: Node | None, key: str) -> str:
    """The value of a key of a mapping, "" without one."""
    value = node.get(key) if isinstance(node, yamlfile.Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


# ---------------------------------------------------------------- the headline and the words


def headline(found: Mapping[str, Record]) -> str:
    """The figure above the timeline; "nothing" where there is none."""
    record = found.get("total")
    if record is None or not record.file.endswith("/total.yaml"):
        return "nothing"
    low, high = record.value("low"), record.value("high")
    if not f"{low}{high}".isdecimal():
        return "nothing"
    return words.interval(int(low), int(high)).replace(JOINER, "")


def sentence(found: Difference) -> str:
    """The difference on one line: "+1 event, 1 new dispute (27,000: period), headline unchanged;
    3 claims to review"."""
    told = [
        f"{sign}{words.amount(number, 'event')}{behind}"
        for kind, sign, behind in SIGNS
        if (number := found.count(kind))
    ]
    told += disputed(found.raised, "new") + disputed(found.settled, "settled")
    same = found.before == found.after
    told.append("headline unchanged" if same else f"headline {found.before} → {found.after}")
    waiting = words.amount(found.waiting, "claim") if found.waiting else "no claim"
    fresh = f", {found.came:,} of them new" if 0 < found.came < found.waiting else ""
    return f"{', '.join(told)}; {waiting} to review{fresh}"


SIGNS: tuple[tuple[Kind, str, str], ...] = (
    ("new", "+", ""),
    ("shown", "", " shown again"),
    ("gone", "−", ""),
    ("hidden", "", " hidden"),
    ("joined", "", " joined to another"),
    ("changed", "", " changed"),
)


def disputed(names: tuple[str, ...], what: str) -> list[str]:
    """ "1 new dispute (27,000: period)"; the first three by name."""
    if not names:
        return []
    rest = ", …" if len(names) > NAMED else ""
    noun = "dispute" if len(names) == 1 else "disputes"
    return [f"{len(names):,} {what} {noun} ({', '.join(names[:NAMED])}{rest})"]


NAMED = 3
"""Disputes that are told by name."""


def lines(found: Difference) -> Iterator[str]:
    """The same at length, a line an event: "+ 2024-02-one-medical-layoff"."""
    signs = {"new": "+", "shown": "+", "gone": "−", "hidden": "−", "joined": "→", "changed": "~"}
    decided = {"shown": ("shown again",), "hidden": ("hidden",)}
    for change in found.changes:
        told = (*decided.get(change.kind, ()), *change.told)
        yield f"{signs[change.kind]} {change.event}" + (f": {'; '.join(told)}" if told else "")
