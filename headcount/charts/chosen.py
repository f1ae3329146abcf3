"""Of very much, the part that is drawn, and the rule by which it was chosen, in words.

Never a sum: it would be a number that no source gives. All of it stands in the CSV file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from headcount import wording as words
from headcount.charts import cells
from headcount.charts.cuts import Cuts, Row
from headcount.charts.once import Once, Step
from headcount.charts.says import Says, Told
from headcount.charts.units import Mark, Units

CROWD, COLUMNS, TOTALS, APART = 60, 48, 8, 2
"""Up to so many columns each is drawn; of more at most so many; of totals; without a date."""
BARS = 12
LANES = MappingProxyType({"wide": 16, "narrow": 10})
MARKS, ASIDE = 12, 3
"""In a lane, and without a date in it."""
SOURCES = 7
EVENTS = MappingProxyType({"wide": 20, "narrow": 8})
LINES = MappingProxyType({"wide": 22, "narrow": 14})

PERIODS = (
    (1, "month"),
    (3, "quarter"),
    (6, "half-year"),
    (12, "year"),
    (24, "two years"),
    (60, "five years"),
    (120, "ten years"),
    (1_200, "hundred years"),
    (12_000, "thousand years"),
)
"""Months, and what so many are called."""


def cuts(record: Cuts, variant: str) -> tuple[Cuts, str]:
    """Wide: of many cuts the largest of each month, quarter or longer. Narrow: the largest."""
    if variant == "narrow":
        return _bars(record)
    dated = [row for row in record.rows if row.known and row.kind != "aggregate"]
    kept, rule = dated, ""
    if len(dated) > CROWD:
        months, name = _period([(row.middle, "") for row in dated], COLUMNS)
        best: dict[int, Row] = {}
        for row in dated:
            held = best.setdefault(_month(row.middle) // months, row)
            if row.size > held.size:
                best[_month(row.middle) // months] = row
        kept, rule = list(best.values()), f"The largest cut of each {name}; "
    totals = [row for row in record.rows if row.known and row.kind == "aggregate"]
    undated = [row for row in record.rows if not row.known]
    chosen = [*kept, *largest(totals, TOTALS), *largest(undated, APART)]
    rows = tuple(row for row in record.rows if row in chosen)
    return replace(record, rows=rows), _note(rule, len(record.rows), len(rows), "entry")


def _bars(record: Cuts) -> tuple[Cuts, str]:
    """One row an event: that by which a page shows it."""
    events: dict[str, Row] = {}
    for row in record.rows:
        if row.event not in events or (row.preferred and not events[row.event].preferred):
            events[row.event] = row
    rows = largest(events.values(), BARS)
    left = len(events) - len(rows)
    rule = f"The {BARS} largest; {left:,} more {cells.where(len(record.rows))}" if left else ""
    return replace(record, rows=rows), rule


def largest(rows: Iterable[Row], most: int) -> tuple[Row, ...]:
    """The rows with the largest numbers, in the order in which they came."""
    rows = tuple(rows)
    ranked = sorted(range(len(rows)), key=lambda at: (-rows[at].size, at))[:most]
    return tuple(rows[at] for at in sorted(ranked))


def units(record: Units, variant: str) -> tuple[Units, str]:
    """The first lanes; in a full one the largest cut of each year or longer."""
    lanes = record.lanes[: LANES[variant]]
    shown = {lane.id for lane in lanes}
    marks = [mark for mark in record.marks if mark.lane in shown]
    dated = [mark for mark in marks if mark.known]
    kept, rule = dated, ""
    if any(sum(mark.lane == lane for mark in dated) > MARKS for lane in shown):
        months, name = _period([(mark.first, mark.lane) for mark in dated], MARKS)
        best: dict[tuple[str, str, int], Mark] = {}
        for mark in dated:
            key = mark.lane, mark.kind, _month(mark.first) // months
            if key not in best or mark.size > best[key].size:
                best[key] = mark
        kept, rule = list(best.values()), f"Of each unit the largest cut of each {name}; "
    aside: list[Mark] = []
    for mark in marks:
        if not mark.known and sum(one.lane == mark.lane for one in aside) < ASIDE:
            aside.append(mark)
    found = tuple(mark for mark in marks if mark in kept or mark in aside)
    note = _note(rule, len(record.marks), len(found), "entry")
    return replace(record, lanes=lanes, marks=found), note


def says(record: Says, variant: str) -> tuple[Says, str]:
    """The sources that speak of the most events; the events of which the most of them speak."""
    sources = record.sources[:SOURCES] if variant == "wide" else record.sources
    names = {name for name, _ in sources}
    heard = [
        replace(one, sayings=tuple(said for said in one.sayings if said.source in names))
        for one in record.events
    ]
    silent = {one.event for one in record.events if not one.sayings}
    spoken = (one for one in heard if one.sayings or one.event in silent)
    ranked = sorted(_numbered(spoken), key=lambda pair: (*_ranked(pair[1]), pair[0]))
    kept = {one.event for _, one in ranked[: EVENTS[variant]]}
    events = tuple(one for one in heard if one.event in kept)
    speaking = {said.source for one in events for said in one.sayings}
    sources = tuple(source for source in sources if source[0] in speaking)
    lines = sum(len(one.sayings) for one in record.events)
    left = len(record.events) - len(events), len(record.sources) - len(speaking)
    nouns = "further event", "further source"
    told = [words.amount(number, noun) for number, noun in zip(left, nouns, strict=True) if number]
    rule = "Those of which the most sources speak; " if left[0] else ""
    note = f"{rule}{' and '.join(told)} {cells.where(lines)}" if told else ""
    return replace(record, sources=sources, events=events), note


def _numbered(events: Iterable[Told]) -> Iterator[tuple[int, Told]]:
    """Each event with how many before it begin with the same source: so that all sources of
    equally told events have their turn."""
    before: Counter[str] = Counter()
    for one in events:
        first = one.sayings[0].source if one.sayings else ""
        yield before[first], one
        before[first] += 1


def _ranked(one: Told) -> tuple[int, bool]:
    """Much told first; of the equally told, those on which sources conflict."""
    return -len(one.sayings), not any(saying.differs for saying in one.sayings)


def once(record: Once, variant: str) -> tuple[Once, str]:
    """The lines with a number, the largest if there are many; the other added ones as one."""
    told = [step for step in record.steps if step.high]
    ranked = sorted(told, key=lambda step: (step.counts == "no", -(step.high or 0)))
    kept = {step.event for step in ranked[: LINES[variant]]}
    steps = [step for step in told if step.event in kept]
    rest = [step for step in told if step.event not in kept and step.counts != "no"]
    left = len(record.steps) - len(steps) - len(rest)
    rule = f"The {LINES[variant]} largest, the other added ones as one; " if rest else ""
    note = _note(rule, left, 0, "line")
    return replace(record, steps=(*steps, *([_merged(rest)] if rest else []))), note


def _merged(rest: list[Step]) -> Step:
    """Added lines as one, which leads nowhere."""
    low, high = sum(step.low or 0 for step in rest), sum(step.high or 0 for step in rest)
    title = words.amount(len(rest), "further number")
    said = words.interval(low, high)
    return Step("", title, "", "both", low, high, False, "whole", "", "", said, False, "", "")


def _note(rule: str, all_: int, kept: int, noun: str) -> str:
    left = all_ - kept
    if not left:
        return rule.rstrip("; ")
    return f"{rule}{words.amount(left, f'further {noun}')} {cells.where(all_)}"


def _month(day: str) -> int:
    year, month, _ = day.split("-")
    return int(year) * 12 + int(month) - 1


def _period(days: Iterable[tuple[str, str]], most: int) -> tuple[int, str]:
    """The shortest period of which no group of (day, group) reaches over more than `most`."""
    groups: dict[str, set[int]] = {}
    for day, group in days:
        groups.setdefault(group, set()).add(_month(day))
    for months, name in PERIODS[:-1]:
        if all(len({one // months for one in found}) <= most for found in groups.values()):
            return months, name
    return PERIODS[-1]
