"""Hand edits of the timeline as decisions, record by record; `ways` knows how for each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from headcount import handedits, schema
from headcount.choices import FOLDER, Desk, Entry, told
from headcount.decisions import FRONT
from headcount.handedits import Edit, plain
from headcount.model import Event, Place, Problem
from headcount.source import slug
from headcount.timeline import NO_EVENTS, Record
from headcount.ways import REASONS, WAYS
from headcount.yamlfile import Mapping as Node

KEYS = tuple(field.key for field in FRONT.fields)
LISTS = tuple(field.key for field in FRONT.fields if isinstance(field.type, schema.Many))


@dataclass(frozen=True, slots=True)
class Adoption:
    """One record's hand edits as keys of `content/events/<event>.md`, and what is no decision.

    `edits`: what the record must say once the keys are there.
    """

    event: str
    record: Record
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def file(self) -> str:
        """Where its keys belong."""
        return f"{FOLDER}{self.event}.md"


def adoption(record: Record, changed: Iterable[Edit], front: Node | None, desk: Desk) -> Adoption:
    """What a record's hand edits come to. `front`: the keys that its decision has already."""
    edits = tuple(changed)
    entries: list[Entry] = []
    problems = [stray(record, number, line) for number, line in handedits.parts(record)[1]]
    for edit in edits:
        for found in settled(edit, desk):
            if isinstance(found, Problem):
                problems.append(found)
            elif not there(found, front) and found not in entries:
                entries.append(found)
    return Adoption(desk.event.id, record, tuple(entries), tuple(problems), edits)


def renamed(record: Record, now: Mapping[str, Event], files: Iterable[str]) -> Adoption:
    """A record whose id is new: the same claims under another address, or nothing that is known."""
    mine = {claim for claim, _ in record.claims()}
    homes = [one for one in now.values() if mine & {claim.id for claim in one.claims}]
    place = Place(record.file, record.line)
    if len(homes) != 1:
        message = f'no event has the id "{record.id}", and no claim says that there is one'
        remedy = "take the record out; an event comes of an article, or of a claim under `claims:`"
        return Adoption(record.id, record, (), (Problem(place, "adopt", message, remedy),))
    old = homes[0]
    if slug(record.id) != record.id:
        message = f"\"{record.id}\" can't be an event's id: small letters, digits and hyphens only"
        return Adoption(
            record.id, record, (), (Problem(place, "adopt", message, f"write {slug(record.id)}"),)
        )
    if f"{FOLDER}{old.id}.md" in files:
        message = f'the event "{old.id}" cannot be renamed here, for it has a file of decisions'
        remedy = f"rename that file {record.id}.md, with `anchors` that name a claim of the event"
        return Adoption(record.id, record, (), (Problem(place, "adopt", message, remedy),))
    anchors = sorted(claim.id for claim in old.claims if claim.id in mine)
    return Adoption(record.id, record, tuple(("anchors", each) for each in anchors))


def no_event(record: Record) -> Adoption:
    """A record of what is counted or waits, which no decision changes."""
    ways = {
        "figures": "what is said of an organisation is changed in its article, or by `reject`",
        "review": "what waits is settled by `confirm` or `reject`; build.py check prints the lines",
        "total": "the total is added up from the events; change what an event says",
    }
    name = record.file.rpartition("/")[2].removesuffix(".yaml")
    message = f'the record "{record.id}" can\'t become a decision'
    problem = Problem(Place(record.file, record.line), "adopt", message, ways[name])
    return Adoption(record.id, record, (), (problem,))


def is_event(record: Record) -> bool:
    return not record.file.endswith(NO_EVENTS)


def stray(record: Record, line: int, text: str) -> Problem:
    remedy = "delete it; notes for colleagues stand in the event's file, after the keys"
    message = f"this line is no field of a record: {text[:60]}"
    return Problem(Place(record.file, line), "adopt", message, remedy)


def there(entry: Entry, front: Node | None) -> bool:
    """Whether a decision has a key with this value already."""
    key, value = entry
    written = plain(front.get(key)) if front is not None else None
    return value in written if isinstance(written, list) else written == value


# ---------------------------------------------------------------- an edit


def settled(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    """The entries that make the record say what was written by hand, or why none can."""
    way = WAYS.get(edit.key)
    if way is not None:
        yield from way(edit, desk)
    elif edit.key in KEYS:
        values = edit.now if edit.key in LISTS and isinstance(edit.now, list) else [edit.now]
        yield from ((edit.key, value) for value in values)
    elif edit.key in REASONS:
        yield told(edit, f'"{edit.key}" can\'t be decided', REASONS[edit.key])
    else:
        remedy = f"{schema.suggestion(edit.key, KEYS)}; keys stand in {desk.file}"
        yield told(edit, f'no record and no decision has the key "{edit.key}"', remedy)
