"""The chart of job cuts without a picture: its summary, its table and its file."""

from __future__ import annotations

from headcount import wording as words
from headcount.bands import ABOUT
from headcount.charts import cells
from headcount.charts.cells import capital
from headcount.charts.chosen import largest
from headcount.charts.cuts import Cuts, Row
from headcount.drawing import Cell, Entry
from headcount.lettering import JOINER
from headcount.table import table as csv_of

READING = "Square-root scale: a bar twice as long stands for four times as many jobs."
HEADER = (
    "event",
    "title",
    "when",
    "first day",
    "last day",
    "number",
    "low",
    "high",
    "status",
    "kind",
    "sources",
    "article",
)
KINDS = {
    "part": "one cut",
    "plan": "not confirmed",
    "aggregate": "total over several rounds",
    "unknown": "no figure",
    "revised": "replaced by a later one",
}
MOST = 12
"""As many rows as a summary tells."""

ABOVE = 1 + ABOUT
"""Up to where "about" is drawn, as a share of the number: a habit of drawing, not a claim."""


def sentences(record: Cuts) -> tuple[Cell, ...]:
    """The chart in sentences, oldest first; of many rows the largest are told."""
    told = largest(record.rows, MOST)
    said = [Cell(f"{capital(row.when)}: {_said(row)}.", event=row.event) for row in told]
    return cells.summed(said, len(record.rows), "entry") or (Cell("No job cut has been reported."),)


def _said(row: Row) -> str:
    number = words.counted(row.words) if row.words else "no figure"
    whose = f", a total by {row.label}" if row.label else ", a total"
    kind = whose if row.kind == "aggregate" else f" ({row.label})" if row.label else ""
    return f"{number}{kind}, {note(row) or row.status}"


def note(row: Row) -> str:
    """What keeps a row from being done: "planned", "replaced later"; "" for nothing."""
    if row.kind == "revised":
        return "replaced later"
    return row.status if row.planned else ""


def name(row: Row) -> str:
    """What a mark is called where nobody sees it."""
    conflict = "; sources differ" if row.disputed else ""
    return f"{capital(row.when)}: {row.title}, {note(row) or row.status}{conflict}".replace(
        JOINER, ""
    )


def entries(record: Cuts) -> tuple[Entry, ...]:
    """The lines of the table."""
    return tuple(
        Entry(
            row.event,
            (
                Cell(row.when),
                Cell(row.title, event=row.event),
                Cell(row.words or "no figure given", claim=row.claim),
                Cell(note(row) or row.status),
            ),
        )
        for row in record.rows
    )


def table(record: Cuts) -> str:
    """The rows as CSV."""
    return csv_of(HEADER, (_cells(row) for row in record.rows))


def _cells(row: Row) -> tuple[str, ...]:
    """A day only where a source gives it: not that of a report, nor an end left open."""
    low, high = (None, None) if row.vague else (row.low, row.high)
    return (
        row.event,
        row.title,
        row.when,
        row.first if row.dated else "",
        row.last if row.dated and not row.soft else "",
        row.words,
        "" if low is None else str(low),
        "" if high is None else str(high),
        row.status,
        KINDS[row.kind],
        "differ" if row.disputed else "",
        row.source,
    )
