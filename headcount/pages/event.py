"""One event's page: what happened, how many, when, who says so, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from headcount import wording as words
from headcount.model import Claim, Event
from headcount.pages import metadata
from headcount.pages.bounded import WHY, bands
from headcount.pages.citing import cite, said_number
from headcount.pages.citing import told as statements
from headcount.pages.dating import dates as dates_of
from headcount.pages.dating import stages as stages_of
from headcount.pages.disputing import claims_of, disputed, mismatched, mismatched_claims
from headcount.pages.index import Index, frame, up
from headcount.pages.magnitude import dots, track
from headcount.pages.margins import Margins, dealt
from headcount.pages.overdue import overdue
from headcount.pages.prosing import narrative, told
from headcount.pages.quoting import Quoted, quoted
from headcount.pages.rows import (
    chronology,
    dating,
    href,
    marks,
    size,
    ties,
    unallocated,
)
from headcount.pages.shapes import (
    Citation,
    Cite,
    Disputed,
    Fact,
    Frame,
    Link,
    Mismatched,
    Note,
    Stage,
    Tie,
)
from headcount.source import text_of

MANY = {
    "layoff": "How many",
    "acquisition": "For how much",
    "launch": "How large",
    "closure": "How large",
}


LONG = 80
"""As many characters of a title fill four lines of a wide page in the largest letters."""

UNALLOCATED = "Its parts, listed below, do not add up to it: no source says where the rest was cut."


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin, and each outlet's words that go back to it; `name`: "" where no
    outlet's origin is known."""

    name: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """`narrative_html`: the editor's words or one sentence; `beside`: its proof if needed.
    `long`: the title is too long for the largest letters."""

    path: str
    frame: Frame
    kind: str
    places: tuple[Link, ...]
    title: str
    long: bool
    facts: tuple[Fact, ...]
    narrative_html: str
    beside: tuple[Cite, ...]
    many: str
    size: tuple[Cite, ...]
    silence: str
    unit: str
    remarks: tuple[str, ...]
    shares: tuple[Note, ...]
    bands: tuple[Fact, ...]
    banded: str
    when: str
    due: str
    dates: tuple[Note, ...]
    stages: tuple[Stage, ...]
    sources: str
    origins: tuple[Origin, ...]
    disputes: tuple[Disputed, ...]
    unfit: tuple[Mismatched, ...]
    ties: tuple[Tie, ...]
    margins: Margins
    said: tuple[Citation, ...]
    corrections: tuple[Note, ...]
    before: Link | None
    after: Link | None
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class TombstonePage:
    """What is left of an event that has lost its last source: nothing of the text.

    `withdrawn`: that source was an article; else it is a claim that no longer counts.
    """

    path: str
    frame: Frame
    title: str
    withdrawn: bool
    corrections: tuple[Note, ...]


def events(index: Index) -> tuple[EventPage, ...]:
    """A page for each event that still has a source, in the timeline's order."""
    ordered = sorted(index.living(), key=chronology)
    made = []
    for number, one in enumerate(ordered):
        before = ordered[number - 1] if number else None
        after = ordered[number + 1] if number + 1 < len(ordered) else None
        made.append(_page(index, one, before, after))
    return tuple(made)


def tombstones(index: Index) -> tuple[TombstonePage, ...]:
    """A page for each event that was published once and lost its last source."""
    pages = []
    for event in index.timeline.events:
        if event.tombstone:
            path = f"events/{event.id}/index.html"
            lost = bool(event.withdrawn)
            title = "Source withdrawn" if lost else "No longer told"
            says = "was withdrawn" if lost else "no longer counts"
            page = frame(index, path, title, f"The last source of this event {says}.")
            pages.append(TombstonePage(path, page, title, lost, corrections(event)))
    return tuple(pages)


def corrections(event: Event) -> tuple[Note, ...]:
    """An event's log of corrections, newest first."""
    entries = sorted(event.corrections, key=lambda entry: entry.date, reverse=True)
    return tuple(Note(words.when(entry.date), entry.text, ()) for entry in entries)


def _page(index: Index, event: Event, before: Event | None, after: Event | None) -> EventPage:
    path = f"events/{event.id}/index.html"
    base = up(path)
    title = words.title(event)
    html, linked, beside = _happened(index, event)
    number, silence = size(index, event)
    when, why = dating(index, event)
    tied = ties(index, event, base)
    shares = _shares(index, event)
    dates = dates_of(index, event)
    groups = (
        linked,
        [*_claims(index, number), *_claims(index, [c for note in shares for c in note.cites])],
        _claims(index, [c for note in dates for c in note.cites]),
        [index.claims[key] for root in event.roots for key in root.claims if key in index.claims],
        claims_of(index, event.disputes),
        mismatched_claims(index, event),
        _claims(index, [tie.cite for tie in tied if tie.cite is not None]),
    )
    shown = {claim.id for group in groups for claim in group}
    description = f"{title}. {words.sentence(words.LABELS[event.status])} {words.outlets(event)}."
    things, picture = metadata.told(index, event), metadata.card(index, event)
    page = frame(index, path, title, description, None, things, picture)
    return EventPage(
        path=path,
        frame=page,
        kind=words.KIND_LABELS[event.kind],
        places=_places(index, event, base),
        title=title,
        long=len(title) > LONG,
        facts=_facts(event, when, why),
        narrative_html=html,
        beside=beside,
        many=MANY[event.kind],
        size=number,
        silence=silence,
        unit="jobs" if event.kind == "layoff" and event.jobs is not None else "",
        remarks=_remarks(index, event),
        shares=shares,
        bands=bands(index, event),
        banded=WHY,
        when=words.sentence(f"{when}: {why}" if why else when),
        due=words.sentence(overdue(index, event)),
        dates=dates,
        stages=stages_of(index, event),
        sources=words.sentence(words.outlets(event)),
        origins=_origins(index, event),
        disputes=disputed(index, event, base),
        unfit=mismatched(index, event, base),
        ties=tied,
        said=statements(index, [c for c in event.attached if c.id not in shown], base, alone=False),
        corrections=corrections(event),
        margins=Margins(*dealt(index, groups, base)),
        before=_neighbour(before, base),
        after=_neighbour(after, base),
        quoted=quoted(index, path, title, event.claims),
    )


def _claims(index: Index, cites: Iterable[Cite]) -> list[Claim]:
    return [index.claims[one.href[1:]] for one in cites]


def _happened(index: Index, event: Event) -> tuple[str, tuple[Claim, ...], tuple[Cite, ...]]:
    """(HTML, claims that it cites, a citation beside it where it cites none)."""
    if event.narrative:
        html, linked = narrative(index, event.narrative, event.claims)
    else:
        html, linked = told(index, words.sentence(words.title(event)), event.claims)
    if linked:
        return html, linked, ()
    first = event.claims[0]
    return html, (first,), (cite(index, first, "In the words of"),)


def _places(index: Index, event: Event, base: str) -> tuple[Link, ...]:
    known = index.named
    named = [(event.organisation, event.organisation_name)]
    named += [(unit.is_, unit.name) for unit in event.units if unit.is_ != event.organisation]
    return tuple(
        Link(name, f"{base}organisations/{key}/" if key in known else "") for key, name in named
    )


def _facts(event: Event, when: str, why: str) -> tuple[Fact, ...]:
    facts = [Fact("Date", when)]
    facts.append(Fact("Status", words.LABELS[event.status], track=track(event.status)))
    facts.append(Fact("Sources", words.outlets(event), dots=dots(event)))
    for relation in marks(event, ""):
        fields = [d.field for d in event.disputes if d.relation == relation.note]
        names = words.listed([words.NAMES.get(field, field) for field in dict.fromkeys(fields)])
        facts.append(Fact(names[:1].upper() + names[1:], relation.text, relation.note))
    return tuple(facts)


def _remarks(index: Index, event: Event) -> tuple[str, ...]:
    """What must be known to read the number."""
    said = []
    jobs = event.jobs
    if jobs is not None and jobs.vague:
        said.append("No source gives a figure. The word stays a word and is added to no total.")
    if jobs is not None and jobs.open_ and not jobs.vague:
        said.append("A source says “over” or “about”: the number may be larger, or a little off.")
    if event.scope == "aggregate":
        said.append("This is a total over several rounds, not one cut.")
    if unallocated(index, event):
        said.append(UNALLOCATED)
    if event.status == "planned":
        said.append("It is planned, not done, and not added to the total.")
    return tuple(said)


def _shares(index: Index, event: Event) -> tuple[Note, ...]:
    """Shares of a workforce, beside the number itself."""
    found = []
    for claim in event.claims:
        if claim.percent is not None and claim.jobs is not None:
            text = text_of(index.articles[claim.article], claim.percent.at)
            found.append(Note("As a share of the staff:", "", (cite(index, claim, text),)))
    return tuple(found)


def _origins(index: Index, event: Event) -> tuple[Origin, ...]:
    """Where the claims come from, those that tell no origin together at the end."""
    groups: dict[str, list[Note]] = {}
    for root in sorted(event.roots, key=lambda root: not root.name):
        notes = groups.setdefault(root.name, [])
        for claim in (index.claims[key] for key in root.claims if key in index.claims):
            name = index.publisher(index.articles[claim.article])[0]
            wording = said_number(index, claim) or "no number given"
            notes.append(Note(f"{name}:", "", (cite(index, claim, wording),)))
    unclear = "Origin unclear" if len(groups) > 1 else ""
    return tuple(
        Origin(name[:1].upper() + name[1:] or unclear, tuple(notes))
        for name, notes in groups.items()
    )


def _neighbour(event: Event | None, base: str) -> Link | None:
    if event is None:
        return None
    date = event.date or event.first_reported
    note = words.when(date) if date else "no date"
    return Link(words.title(event), href(event.id, base), note=note)
