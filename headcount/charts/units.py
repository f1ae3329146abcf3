"""What became of each unit: bought, launched, cut, closed; plain rows of a timeline, by unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from headcount import wording as words
from headcount.charts.cuts import OUTSIDE, days, disputed, moment, printable
from headcount.model import Event, Timeline

ID = "units"
TITLE = "Bought, launched, cut, closed"
DONE = {"acquisition": "bought", "launch": "launched", "closure": "closed"}
BROAD = 62
"""Days from which a date is drawn as a width: what is only known to lie in a year, say."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in the lane of one of its units.

    `first`, `last`: ISO days between which it lies, "" where no date is known. `dated`: a source
    gives them, else they are those of the first report. `total`: over a period that a source
    gives. `hollow`: not confirmed, or a cut without a figure. `words`: what stands beside it;
    `vague`: it is a word for a number. `claim`: what gives the number or, without one, the event.
    `size`: its number of jobs.
    """

    event: str
    lane: str
    kind: str
    first: str
    last: str
    dated: bool
    total: bool
    hollow: bool
    words: str
    vague: bool
    when: str
    status: str
    title: str
    disputed: bool
    claim: str
    href: str
    size: int = 0

    @property
    def known(self) -> bool:
        """Whether it has a place on the axis of time."""
        return bool(self.first)

    @property
    def broad(self) -> bool:
        """Whether its date is drawn as a width."""
        length = date.fromisoformat(self.last) - date.fromisoformat(self.first)
        return self.total or length.days > BROAD


@dataclass(frozen=True, slots=True)
class Lane:
    """A unit, or an employer for what names no unit."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Units:
    """Lanes in the order of their first event, what names no unit first; and their marks."""

    id: str
    title: str
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]


def data(timeline: Timeline) -> Units:
    """All living events, each in the lane of every unit that it names."""
    events = [event for event in timeline.events if not event.tombstone]
    lanes: dict[str, Lane] = {}
    marks: list[Mark] = []
    parted = {event.organisation for event in events if _units(event)}
    for event in events:
        for lane in _lanes(event, parted):
            lanes.setdefault(lane.id, lane)
            marks.append(_mark(event, lane.id))
    first = {lane: min(m.first or "9999" for m in marks if m.lane == lane) for lane in lanes}
    firms = {event.organisation for event in events}
    ordered = sorted(
        lanes.values(),
        key=lambda lane: (lane.id not in parted & firms, first[lane.id], lane.name, lane.id),
    )
    place = {lane.id: number for number, lane in enumerate(ordered)}
    marks.sort(key=lambda mark: (place[mark.lane], mark.first or "9999", mark.last, mark.event))
    return Units(ID, TITLE, tuple(ordered), tuple(marks))


def _units(event: Event) -> tuple[Lane, ...]:
    units = {unit.is_: unit.name for unit in event.units if unit.is_ != event.organisation}
    return tuple(Lane(key, printable(name)) for key, name in units.items())


def _lanes(event: Event, parted: set[str]) -> tuple[Lane, ...]:
    """An event's units; without one, its employer, said so where others name units of it."""
    firm = event.organisation
    name = f"{event.organisation_name}, no unit named" if firm in parted else ""
    return _units(event) or (Lane(firm, printable(name or event.organisation_name)),)


def _mark(event: Event, lane: str) -> Mark:
    first, last = days(words.news_date(event))
    given = event.jobs or event.money
    from_ = given.from_ if given is not None else tuple(claim.id for claim in event.claims)
    return Mark(
        event=event.id,
        lane=lane,
        kind=event.kind,
        first=first or last,
        last=last or first,
        dated=event.date is not None,
        total=event.scope == "aggregate" and event.date is not None,
        hollow=event.status in OUTSIDE
        or (event.kind == "layoff" and (event.jobs is None or event.jobs.vague)),
        words=printable(_said(event)),
        vague=event.jobs is not None and event.jobs.vague,
        when=moment(event) if first or last else "no date given",
        status=words.LABELS[event.status],
        title=printable(words.title(event)),
        disputed=disputed(event),
        claim=next(iter(from_), ""),
        href=f"events/{event.id}/",
        size=(event.jobs.low or event.jobs.high or 0) if event.jobs is not None else 0,
    )


def _said(event: Event) -> str:
    """A number of jobs as worded, or what happened and at which price."""
    if event.kind == "layoff":
        return words.display(event.jobs) if event.jobs is not None else "no figure"
    done = DONE[event.kind]
    if event.status != "completed":
        done = f"{words.KIND_LABELS[event.kind].lower()} {words.LABELS[event.status]}"
    return f"{done}, {words.glued(event.money.display)}" if event.money is not None else done
