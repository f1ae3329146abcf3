"""Employers and their units: what happened there, and what was said about them."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.model import Claim, Event, Organisation
from headcount.pages.charting import Chart, placed
from headcount.pages.citing import told
from headcount.pages.facets import MOST, BriefYear, briefs
from headcount.pages.index import Index, frame, up
from headcount.pages.metadata import employer
from headcount.pages.quoting import Quoted, quoted
from headcount.pages.rows import years
from headcount.pages.shapes import Citation, Fact, Frame, Link, Years


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    path: str
    frame: Frame
    title: str
    note: str
    parent: Link | None
    units: tuple[Link, ...]
    facts: tuple[Fact, ...]
    years: tuple[Years, ...]
    briefs: tuple[BriefYear, ...]
    said: tuple[Citation, ...]
    charts: tuple[Chart, ...]
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation in the list of all."""

    link: Link
    note: str
    events: str


@dataclass(frozen=True, slots=True)
class OrganisationsPage:
    path: str
    frame: Frame
    title: str
    lead: str
    lines: tuple[OrganisationLine, ...]
    charts: tuple[Chart, ...]


def organisations(index: Index) -> tuple[OrganisationPage, ...]:
    """A page for each registered organisation or unit that an article says something about."""
    return tuple(
        _page(index, entry) for entry in index.organisations.values() if entry.id in index.named
    )


def _number(events: int) -> str:
    return words.amount(events, "event") if events else "No event"


def listing(index: Index) -> tuple[OrganisationsPage, ...]:
    """The list of all organisations with a page, in the registry's order."""
    path = "organisations/index.html"
    title = "Organisations"
    lead = "Employers and their units, as far as an article tells something about them."
    lines = tuple(
        OrganisationLine(
            link=Link(entry.name, f"{up(path)}organisations/{entry.id}/"),
            note=entry.note,
            events=_number(len(_events(index, entry))),
        )
        for entry in index.organisations.values()
        if entry.id in index.named
    )
    charts = placed(index, path, "units")
    return (OrganisationsPage(path, frame(index, path, title, lead), title, lead, lines, charts),)


def _events(index: Index, entry: Organisation) -> list[Event]:
    """Events at the organisation itself, or at this unit of another, if only as one source says."""
    return [
        event
        for event in index.living()
        if event.organisation == entry.id
        or entry.id in {unit.is_ for unit in event.units}
        or entry.id in {unit.is_ for claim in event.claims for unit in claim.units}
    ]


def _page(index: Index, entry: Organisation) -> OrganisationPage:
    path = f"organisations/{entry.id}/index.html"
    base = up(path)
    happened = _events(index, entry)
    shown = {claim.id for event in happened for claim in event.claims}
    others = [claim for claim in _about(index, entry, happened) if claim.id not in shown]
    known = index.named
    many = len(happened) > MOST
    parent = index.organisations.get(entry.parent or "")
    return OrganisationPage(
        path=path,
        frame=frame(
            index,
            path,
            entry.name,
            f"What articles say about {entry.name}.",
            things=employer(index, entry),
        ),
        title=entry.name,
        note=entry.note,
        parent=_link(parent, base, known) if parent is not None else None,
        units=tuple(
            _link(unit, base, known)
            for unit in index.organisations.values()
            if unit.parent == entry.id and unit.id in known
        ),
        facts=_facts(happened),
        years=() if many else years(index, happened, base),
        briefs=briefs(happened, base) if many else (),
        said=told(index, others, base),
        charts=placed(index, path, "units", tabled=True) if _alone(index, entry) else (),
        quoted=quoted(
            index, path, entry.name, [*others, *(c for event in happened for c in event.claims)]
        ),
    )


def _alone(index: Index, entry: Organisation) -> bool:
    """Whether every event is its own: the chart of all units is then the chart of its units."""
    return {event.organisation for event in index.living()} == {entry.id}


def _link(entry: Organisation, base: str, known: frozenset[str]) -> Link:
    return Link(entry.name, f"{base}organisations/{entry.id}/" if entry.id in known else "")


def _facts(happened: list[Event]) -> tuple[Fact, ...]:
    counts = {kind: sum(event.kind == kind for event in happened) for kind in words.VERBS}
    return tuple(
        Fact(words.KIND_LABELS[kind], words.amount(number, "event"))
        for kind, number in counts.items()
        if number
    )


def _about(index: Index, entry: Organisation, happened: list[Event]) -> list[Claim]:
    """Statements and figures: those of its events, and those that belong to no event."""
    own = [claim for event in happened for claim in event.attached if not claim.units]
    whole = [claim for event in happened for claim in event.attached if entry.parent is None]
    others = [claim for event in index.living() for claim in event.attached]
    named = [
        claim
        for claim in (*others, *index.timeline.figures)
        if claim.organisation.is_ == entry.id or entry.id in {unit.is_ for unit in claim.units}
    ]
    return list({claim.id: claim for claim in (*whole, *own, *named)}.values())
