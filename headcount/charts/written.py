"""Three charts in words: what their marks are called, their summaries, tables and files."""

from __future__ import annotations

from headcount import wording as words
from headcount.charts import cells
from headcount.charts.cells import capital
from headcount.charts.once import Once, Step
from headcount.charts.says import SILENT, Saying, Says, Told
from headcount.charts.units import Mark, Units
from headcount.drawing import Cell, Entry
from headcount.lettering import JOINER
from headcount.table import table as csv_of

ADDS = {"both": "to both ends", "high": "to the high end only", "no": "nothing"}
NOTHING = (Cell("Nothing has been reported."),)
MOST = 12
"""As many lines as a summary tells."""

UNITS = (
    "A lane for each unit. A mark stands in the middle of the time in which it happened; where "
    "only a year or a period is known, it is as wide as that. What has no date stands apart."
)
SAYS = "One line for each event, one sign for each source. Words for numbers are in italics."
ONCE = "A straight scale, for these are added: each number begins where the one before it ends."


def name(mark: Mark) -> str:
    """What a mark of the units is called where nobody sees it."""
    conflict = "; sources differ" if mark.disputed else ""
    return f"{capital(mark.when)}: {mark.title}, {mark.status}{conflict}".replace(JOINER, "")


def telling(one: Told) -> str:
    """What a sign of the grid is called: its event and all that is said of it."""
    said = "; ".join(f"{saying.source}: {saying.words}" for saying in one.sayings)
    return f"{capital(one.when)}: {one.title}, {one.status}. {said}".replace(JOINER, "")


def adding(step: Step) -> str:
    """What a bar of the sum is called."""
    return f"{capital(step.when)}: {step.title}, {step.why}".replace(JOINER, "")


def units(record: Units) -> tuple[Cell, ...]:
    """The lanes in sentences; of many marks the first are told."""
    names = {lane.id: lane.name for lane in record.lanes}
    said = [
        Cell(f"{names[mark.lane]}: {mark.words}, {mark.when}.", event=mark.event)
        for mark in record.marks[:MOST]
    ]
    return cells.summed(said, len(record.marks), "entry") or NOTHING


def says(record: Says) -> tuple[Cell, ...]:
    """Who says what in sentences; of many events the first are told."""
    said = [Cell(f"{telling(one)}.", event=one.event) for one in record.events[:MOST]]
    lines = sum(len(one.sayings) for one in record.events)
    return cells.summed(said, len(record.events), "event", lines) or NOTHING


def once(record: Once) -> tuple[Cell, ...]:
    """The sum in sentences, what is added first."""
    told = sorted(record.steps, key=lambda step: step.counts == "no")[:MOST]
    said = [
        Cell(f"{capital(step.words)}: {step.title}, {step.why}.", event=step.event) for step in told
    ]
    total = Cell(f"Together {words.interval(record.low, record.high)} jobs.", page="totals/")
    return cells.summed([total, *said], len(record.steps) + 1, "line") if said else NOTHING


def unit_entries(record: Units) -> tuple[Entry, ...]:
    """The table of the lanes: Unit, When, What, As told, Status."""
    names = {lane.id: lane.name for lane in record.lanes}
    return tuple(
        Entry(
            mark.event,
            (
                Cell(names[mark.lane]),
                Cell(mark.when),
                Cell(mark.title, event=mark.event),
                Cell(mark.words, claim=mark.claim),
                Cell(mark.status),
            ),
        )
        for mark in record.marks
    )


def says_entries(record: Says) -> tuple[Entry, ...]:
    """The table of who says what: When, What, Source, Says, Differs."""
    return tuple(
        Entry(
            one.event,
            (
                Cell(one.when),
                Cell(one.title, event=one.event),
                Cell(saying.source),
                Cell(saying.words, claim=saying.claim if saying.words != SILENT else ""),
                Cell(_standing(saying)),
            ),
        )
        for one in record.events
        for saying in one.sayings
    )


def _standing(saying: Saying) -> str:
    """How a saying stands to those of other sources."""
    if saying.differs:
        return f"sources conflict: {saying.differs}"
    return "repeats another source’s origin" if saying.echo else ""


def once_entries(record: Once) -> tuple[Entry, ...]:
    """The table of the sum: Number, What, When, Adds, Why."""
    return tuple(
        Entry(
            step.event,
            (
                Cell(step.words, claim=step.claim),
                Cell(step.title, event=step.event),
                Cell(step.when),
                Cell(ADDS[step.counts]),
                Cell(step.why),
            ),
        )
        for step in record.steps
    )


def unit_table(record: Units) -> str:
    """The lanes as CSV."""
    names = {lane.id: lane.name for lane in record.lanes}
    header = ("unit", "event", "title", "kind", "when", "first day", "last day", "told", "status")
    return csv_of(
        header,
        (
            (
                names[mark.lane],
                mark.event,
                mark.title,
                mark.kind,
                mark.when,
                mark.first if mark.dated else "",
                mark.last if mark.dated else "",
                mark.words,
                mark.status,
            )
            for mark in record.marks
        ),
    )


def says_table(record: Says) -> str:
    """Who says what as CSV."""
    header = ("event", "title", "when", "source", "says", "repeats", "conflicts", "claim")
    return csv_of(
        header,
        (
            (
                one.event,
                one.title,
                one.when,
                saying.source,
                saying.words,
                "yes" if saying.echo else "",
                saying.differs,
                saying.claim,
            )
            for one in record.events
            for saying in one.sayings
        ),
    )


def once_table(record: Once) -> str:
    """The sum as CSV; its last line is the total."""
    header = ("event", "title", "when", "number", "adds low", "adds high", "reason")
    lines = [
        (
            step.event,
            step.title,
            step.when,
            step.words,
            cells.number(step.low if step.counts != "no" else 0),
            cells.number(step.high if step.counts != "no" else 0),
            step.why,
        )
        for step in record.steps
    ]
    ends = str(record.low), str(record.high)
    said = words.interval(record.low, record.high)
    return csv_of(header, [*lines, ("", "Total", "", said, *ends, "")] if lines else [])
