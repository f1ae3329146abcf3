"""Job cuts over time with their intervals: rows, words, table and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from headcount import wording as words
from headcount.bands import VAGUE
from headcount.drawing import Drawn, Entry
from headcount.language import edtf
from headcount.model import Claim, Event, Jobs, Timeline

ID = "job-cuts"
TITLE = "Job cuts over time"
READING = (
    "Square-root scale: a column twice as tall stands for four times as many jobs. Strokes show "
    "where the sources leave a number open."
)
HEADER = ("event", "title", "date", "number", "low", "high", "status", "counts as")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a source gives for a total. Days are ISO dates; "" is an open end.

    `soft`: the last day is not exact.
    """

    number: str
    who: str
    start: str
    end: str
    soft: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """One event. `low`-`high` in jobs; None: no bound given. `day` ISO, "" if not known.

    `band`: the numbers are our reading of a vague word. `whole`: id of the event around it.
    """

    event: str
    title: str
    when: str
    number: str
    claim: str
    low: int | None
    high: int | None
    about: bool
    band: bool
    planned: bool
    status: str
    day: str
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Cuts:
    """All job cuts, oldest first, those without a date last."""

    id: str
    marks: tuple[Mark, ...]


def data(timeline: Timeline) -> Cuts:
    """The job cuts and plans of a timeline that still have a source."""
    events = [e for e in timeline.events if e.kind == "layoff" and not e.tombstone]
    marks = [_mark(event) for event in events]
    return Cuts(ID, tuple(sorted(marks, key=lambda mark: (not mark.day, mark.day, mark.event))))


def draw(record: Cuts) -> Drawn:
    """The chart in two widths, its summary, its table, its file."""
    wide, narrow = "", ""
    if record.marks:
        from headcount.charts import bars, columns

        said = summary(record)
        wide = columns.drawn(record, TITLE, said)
        narrow = bars.drawn(record, TITLE, said)
    return Drawn(
        id=record.id,
        title=TITLE,
        reading=READING,
        summary=summary(record),
        entries=tuple(_entry(mark) for mark in record.marks),
        wide=wide,
        narrow=narrow,
        csv=table(record),
    )


def _entry(mark: Mark) -> Entry:
    return Entry(
        event=mark.event,
        title=mark.title,
        when=mark.when,
        number=mark.number,
        claim=mark.claim,
        low=None if mark.band else mark.low,
        high=None if mark.band else mark.high,
        status=mark.status,
    )


def _mark(event: Event) -> Mark:
    jobs = event.jobs
    claims = {claim.id: claim for claim in event.claims}
    first = claims.get(jobs.from_[0]) if jobs is not None and jobs.from_ else None
    low, high, band = _bounds(event, first.jobs if first is not None else None)
    when = words.news_date(event)
    return Mark(
        event=event.id,
        title=words.title(event),
        when=words.when(event.date) if event.date else _reported(event),
        number=words.display(jobs) if jobs is not None else "",
        claim=first.id if first is not None else "",
        low=low,
        high=high,
        about=first is not None and first.jobs is not None and first.jobs.qualifier == "about",
        band=band,
        planned=event.status in ("planned", "reported", "cancelled", "denied"),
        status=words.LABELS[event.status],
        day=_middle(when),
        periods=_periods(event, claims, when) if event.scope == "aggregate" else (),
    )


def _reported(event: Event) -> str:
    if event.first_reported is None:
        return "no date given"
    return f"no date given; reported {words.when(event.first_reported)}"


def _bounds(event: Event, jobs: Jobs | None) -> tuple[int | None, int | None, bool]:
    """(low, high, whether they are only our reading of a word)."""
    if event.jobs is not None and not event.jobs.vague:
        return event.jobs.low, event.jobs.high, False
    entry = VAGUE.get(jobs.qualifier) if jobs is not None else None
    if entry is None:
        return None, None, False
    return entry.low, entry.high, True


def _middle(text: str | None) -> str:
    """The day in the middle of a date, without the margin of "about"; "" if there is none."""
    if text is None:
        return ""
    start, end = _ends(text.replace("~", "").replace("?", "").replace("%", ""))
    if start is None or end is None:
        known = start or end
        return known.isoformat() if known is not None else ""
    return date.fromordinal((start.toordinal() + end.toordinal()) // 2).isoformat()


def _ends(text: str) -> tuple[date | None, date | None]:
    try:
        return edtf.bounds(text)
    except ValueError:
        return None, None


def _periods(event: Event, claims: dict[str, Claim], when: str | None) -> tuple[Period, ...]:
    """The periods that sources give for a total, each once; else the event's own."""
    outlets = {key: root.outlets[0] for root in event.roots for key in root.claims if root.outlets}
    found: dict[str, list[str]] = {}
    numbers: dict[str, str] = {}
    for claim in claims.values():
        if claim.date is not None and claim.date.edtf is not None:
            found.setdefault(claim.date.edtf, []).append(outlets.get(claim.id, ""))
            numbers.setdefault(claim.date.edtf, _number(event, claim))
    if not found and when is not None:
        found[when] = []
    periods = []
    for text, names in sorted(found.items()):
        start, end = _ends(text.replace("~", ""))
        who = words.listed([name for name in dict.fromkeys(names) if name])
        number = numbers.get(text) or (words.display(event.jobs) if event.jobs else "")
        soft = end is None or "~" in text
        periods.append(Period(number, who, _iso(start), _iso(end), soft))
    return tuple(periods)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _number(event: Event, claim: Claim) -> str:
    """A claim's number as the event's dispute about it words it."""
    values = [v for d in event.disputes if d.field == "jobs" for v in d.values]
    return next((words.glued(v.text) for v in values if claim.id in v.claims), "")


def summary(record: Cuts) -> str:
    """The chart in sentences, oldest first; of more than twelve events the largest are told."""
    told = record.marks
    if len(told) > 12:
        largest = sorted(told, key=lambda mark: (-(mark.low or mark.high or 0), mark.event))[:12]
        told = tuple(mark for mark in told if mark in largest)
    said = [f"{mark.when}: {_said(mark)}." for mark in told]
    rest = len(record.marks) - len(told)
    more = [f"{words.amount(rest, 'further event')} in the table."] if rest else []
    return " ".join([*said, *more]) or "No job cut has been reported."


def _said(mark: Mark) -> str:
    number = words.counted(mark.number) if mark.number else "no figure"
    kind = ", a total" if mark.periods else ""
    return f"{number}, {mark.status}{kind}".replace("\u2060", "")


def table(record: Cuts) -> str:
    """The rows as CSV. No cell can be taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for mark in record.marks:
        low = "" if mark.band or mark.low is None else str(mark.low)
        high = "" if mark.band or mark.high is None else str(mark.high)
        kind = "total over several rounds" if mark.periods else "one cut"
        row = (mark.event, mark.title, mark.when, mark.number, low, high, mark.status, kind)
        writer.writerow(safe(row))
    return out.getvalue()


def safe(cells: Iterable[str]) -> list[str]:
    """Cells that begin like a formula get an apostrophe before them."""
    plain = [cell.replace("\u2060", "") for cell in cells]
    return [f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in plain]
