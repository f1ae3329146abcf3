"""Each chart as a page takes it: drawings, words, the lines of a table, files.

`FORMS` is a table of what differs from chart to chart; `drawn` does the rest for all of them, and
loads the drawing libraries if there is something to draw.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from headcount.charts import cells, chosen, cuts, once, says, signs, told, units, written
from headcount.drawing import Cell, Drawn, Entry, Key


@dataclass(frozen=True, slots=True)
class Form:
    """What one chart has of its own; each function takes the chart's record.

    `reading`: how the chart is read. `columns`: the heads of its table. `any`: whether there is
    something to draw. `chosen`: of very much, the part that is drawn, and the rule in words.
    """

    reading: str
    columns: tuple[str, ...]
    any: Callable[[Any], bool]
    key: Callable[[Any], tuple[Key, ...]]
    sentences: Callable[[Any], tuple[Cell, ...]]
    entries: Callable[[Any], tuple[Entry, ...]]
    csv: Callable[[Any], str]
    chosen: Callable[[Any, str], tuple[Any, str]]


FORMS = MappingProxyType(
    {
        cuts.ID: Form(
            reading=told.READING,
            columns=("When", "What", "Number", "Status"),
            any=lambda record: bool(record.rows),
            key=signs.cuts,
            sentences=told.sentences,
            entries=told.entries,
            csv=told.table,
            chosen=chosen.cuts,
        ),
        units.ID: Form(
            reading=written.UNITS,
            columns=("Unit", "When", "What", "As told", "Status"),
            any=lambda record: bool(record.marks),
            key=signs.units,
            sentences=written.units,
            entries=written.unit_entries,
            csv=written.unit_table,
            chosen=chosen.units,
        ),
        says.ID: Form(
            reading=written.SAYS,
            columns=("When", "What", "Source", "Says", "Beside the others"),
            any=lambda record: bool(record.events),
            key=signs.says,
            sentences=written.says,
            entries=written.says_entries,
            csv=written.says_table,
            chosen=chosen.says,
        ),
        once.ID: Form(
            reading=written.ONCE,
            columns=("Number", "What", "When", "Adds", "Why"),
            any=lambda record: any(step.high for step in record.steps),
            key=signs.once,
            sentences=written.once,
            entries=written.once_entries,
            csv=written.once_table,
            chosen=chosen.once,
        ),
    }
)


def drawn(record: Any) -> Drawn:
    """A chart in two widths with the same in words; no drawing and no file where there is
    nothing to draw."""
    form = FORMS[record.id]
    lines = form.entries(record)
    kept = form.entries(form.chosen(record, "wide")[0]) if len(lines) > cells.MOST else lines
    plain = Drawn(
        id=record.id,
        title=record.title,
        reading=form.reading,
        sentences=form.sentences(record),
        columns=form.columns,
        entries=kept,
        more=len(lines) - len(kept),
        wide="",
        narrow="",
        csv=form.csv(record),
        key=form.key(record),
    )
    if not form.any(record):
        return plain
    from headcount.charts import pictures

    return pictures.added(plain, record)
