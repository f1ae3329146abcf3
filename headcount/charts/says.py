"""Which source says what of each event: plain rows of a timeline, event by event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headcount import wording as words
from headcount.bands import VAGUE
from headcount.charts.cuts import days, moment, place, printable, quoted, said_number
from headcount.model import Claim, Event, Timeline

ID = "who-says-what"
TITLE = "Who says what"
SILENT = "no figure"

Papers = Mapping[str, tuple[str, str]]
"""Article → its publisher's name and short name."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What one publisher states of an event: `words`, a number where it gives one.

    `vague`: a word for a number; `stated`: a number at all. `echo`: another source of the event
    draws on the same origin and is told first. `differs`: its words where sources conflict.
    """

    source: str
    claim: str
    words: str
    vague: bool
    stated: bool
    echo: bool
    differs: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event and all that is said of it, a publisher each."""

    event: str
    label: str
    title: str
    when: str
    status: str
    first: str
    href: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Says:
    """Events newest first, those without a date last. `sources`: (name, short name), those who
    speak of the most events first."""

    id: str
    title: str
    sources: tuple[tuple[str, str], ...]
    events: tuple[Told, ...]


def data(timeline: Timeline, papers: Papers) -> Says:
    """All living events and what each publisher states of them."""
    told = [_told(event, papers) for event in timeline.events if not event.tombstone]
    told.sort(key=lambda one: one.event)
    told.sort(key=lambda one: one.first, reverse=True)
    shorts = {printable(name): printable(short) for name, short in papers.values()}
    counts = {name: sum(s.source == name for t in told for s in t.sayings) for name in shorts}
    ordered = sorted((name for name in shorts if counts[name]), key=lambda n: (-counts[n], n))
    return Says(ID, _title(told), tuple((name, shorts[name]) for name in ordered), tuple(told))


def _title(told: list[Told]) -> str:
    """How far the sources agree; plain where there is nothing to agree on."""
    differ = sum(any(saying.differs for saying in one.sayings) for one in told)
    return (
        f"Sources conflict on {differ} of {words.amount(len(told), 'event')}" if differ else TITLE
    )


def _told(event: Event, papers: Papers) -> Told:
    first, last = days(words.news_date(event))
    return Told(
        event=event.id,
        label=printable(_label(event)),
        title=printable(words.title(event)),
        when=moment(event) if first or last else "no date given",
        status=words.LABELS[event.status],
        first=first or last,
        href=f"events/{event.id}/",
        sayings=tuple(_sayings(event, papers)),
    )


def _label(event: Event) -> str:
    """An event's name short enough for the side of a grid."""
    if event.scope == "aggregate":
        planned = event.status in ("planned", "reported")
        return f"{event.organisation_name}, {'plan' if planned else 'total'}"
    where = place(event, None)
    if event.kind == "layoff":
        return where
    return f"{where}: {words.KIND_LABELS[event.kind].lower()}"


def _sayings(event: Event, papers: Papers) -> Iterator[Saying]:
    """By publisher, in the order of the event's claims."""
    groups: dict[str, list[Claim]] = {}
    for claim in event.claims:
        name = papers.get(claim.article, (claim.article, ""))[0]
        groups.setdefault(printable(name), []).append(claim)
    echoes = _echoes(event, papers)
    for name, claims in groups.items():
        shown = min(claims, key=lambda claim: _rank(event, claim))
        said, stated = _stated(event, shown)
        yield Saying(
            source=name,
            claim=shown.id,
            words=printable(said),
            vague=shown.jobs is not None and shown.jobs.qualifier in VAGUE,
            stated=stated,
            echo=name in echoes,
            differs=printable(_differs(event, {claim.id for claim in claims})),
        )


def _echoes(event: Event, papers: Papers) -> set[str]:
    """Publishers behind whom stands, for all that they say, an origin that is told already."""
    own: set[str] = set()
    all_: set[str] = set()
    for root in event.roots:
        names = [printable(papers[c][0]) for c in _articles(event, root.claims) if c in papers]
        names = list(dict.fromkeys(names))
        all_.update(names)
        first = next((n for n in names if n == printable(root.outlets[0])), "") or names[:1]
        own.update([first] if isinstance(first, str) else first)
    return all_ - own


def _articles(event: Event, ids: tuple[str, ...]) -> list[str]:
    by_id = {claim.id: claim.article for claim in event.claims}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def _rank(event: Event, claim: Claim) -> tuple[bool, bool, bool]:
    """A claim by which the event is shown comes first, then one with a number."""
    from_ = event.jobs.from_ if event.jobs is not None else ()
    number = claim.jobs or claim.money or claim.percent
    figure = claim.jobs is not None and claim.jobs.qualifier not in VAGUE
    return (claim.id not in from_, not figure, number is None)


def _stated(event: Event, claim: Claim) -> tuple[str, bool]:
    """(what a claim states in its own words, whether that is a number)."""
    if claim.jobs is not None:
        said = said_number(event, claim)
        if said:
            return said, True
    for field in (claim.money, claim.percent):
        said = quoted(claim, field.at) if field is not None else ""
        if said:
            return words.glued(said), True
    if event.kind == "layoff":
        return SILENT, False
    spans = (claim.date.at if claim.date is not None else None, claim.status.at)
    said = next((found for at in spans if at is not None and (found := quoted(claim, at))), "")
    kind = words.KIND_LABELS[event.kind].lower()
    return said or f"{kind} {words.LABELS[claim.status.is_]}", False


def _differs(event: Event, ids: set[str]) -> str:
    """A publisher's side of the first conflict on an event, in its words; "" for none."""
    for dispute in event.disputes:
        if dispute.relation != "compatible":
            for value in dispute.values:
                if not value.retired and ids.intersection(value.claims):
                    return value.text
    return ""
