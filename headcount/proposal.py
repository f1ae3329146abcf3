"""All hand edits of a timeline together: what to build them from, and what to write where.

Pure. A proposal is believed only when the build that follows from it says what was written by
hand; whoever calls builds, and asks `unmoved`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from headcount import adopting, frontmatter, handedits, pasting, ways, yamlfile
from headcount.adopting import Adoption
from headcount.choices import FOLDER as DECISIONS
from headcount.choices import Desk, Entry, value
from headcount.decisions import FRONT
from headcount.handedits import Edit
from headcount.model import Article, Claim, Place, Problem, Timeline
from headcount.timeline import FOLDER, HIDDEN, Record, known, lines_of, recorded, records

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class HandMade:
    """What lies in the timeline and is not the build's own: altered records, ids of deleted ones,
    files without any record. `files`: all that this touches."""

    altered: tuple[Record, ...]
    gone: tuple[Record, ...]
    strange: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(sorted({*(one.file for one in (*self.altered, *self.gone)), *self.strange}))


@dataclass(frozen=True, slots=True)
class Proposal:
    """`files`: decisions as they would be. `paste`: instructions for those that are there already.
    `problems`: what no decision can say."""

    adoptions: tuple[Adoption, ...]
    files: Files
    paste: tuple[str, ...]
    problems: tuple[Problem, ...]


def handmade(files: Files, committed: Files) -> HandMade:
    """What somebody wrote into the machine's files, or took out of them."""
    moved = dict(known(files)[1])
    gone = handedits.deleted(files, committed)
    return HandMade(
        handedits.altered(files),
        tuple(record for record in gone if record.id not in moved),
        tuple(
            sorted(p.place.file for p in known(files)[2] if p.message == "no record stands here")
        ),
    )


def sound(files: Files, committed: Files, touched: Iterable[str]) -> dict[str, bytes]:
    """The inputs with the touched files as they were committed, for the ids that they hold.

    A record that is newer than the commit stays; where nothing is committed, the altered record
    is still read for its ids, as every build does.
    """
    made = dict(files)
    for path in touched:
        if path not in committed or handedits.altered({path: committed[path]}):
            continue
        before = recorded({p: d for p, d in committed.items() if p.startswith(FOLDER)})
        held = {claim for record in before.values() for claim, _ in record.claims()}
        lines = lines_of(committed[path])
        for record in records(path, lines_of(files[path]), [], merging=True):
            if record.id not in before and not held & {claim for claim, _ in record.claims()}:
                lines += record.lines
        made[path] = ("\n".join(lines) + "\n").encode()
    return made


def proposal(
    found: HandMade,
    files: Files,
    committed: Files,
    line: Timeline,
    articles: Sequence[Article],
    now: Mapping[str, Record],
    reason: str,
) -> Proposal:
    """What to write for all that was written by hand. `now`: the records as the build makes them;
    `files`: sound inputs."""
    events = {event.id: event for event in (*line.events, *line.hidden)}
    before = recorded(committed)
    every = tuple(all_claims(line))
    by_id = {article.id: article for article in articles}
    made = []
    for record in found.altered:
        if not adopting.is_event(record):
            made.append(adopting.no_event(record))
        elif record.id not in events:
            made.append(adopting.renamed(record, events, files))
        else:
            changed = tuple(
                edit
                for edit in handedits.edits(record, basis(record, before, now))
                if not handedits.said(edit, now[record.id])
            )
            front = front_of(files, record.id)
            desk = Desk(events[record.id], every, by_id, reason)
            made.append(adopting.adoption(record, changed, front, desk))
    renamed = {claim for one in made if one.event not in now for claim, _ in one.record.claims()}
    for record in found.gone:
        if record.id in now and not renamed & {claim for claim, _ in record.claims()}:
            hide = () if now[record.id].file.endswith(HIDDEN) else (("hide", True),)
            made.append(Adoption(record.id, record, hide))
    lost = (unread(path) for path in found.strange)
    problems = [*(problem for one in made for problem in one.problems), *lost]
    written, paste, wrong = placed(made, files)
    return Proposal(tuple(made), written, paste, (*problems, *wrong))


def basis(record: Record, before: Mapping[str, Record], now: Mapping[str, Record]) -> Record:
    """What a record was before the hand came: the committed one, if its digest is still there."""
    committed = before.get(record.id)
    if committed is not None and committed.value("digest") == record.value("digest"):
        return committed
    return now[record.id]


def all_claims(line: Timeline) -> Iterator[Claim]:
    for event in (*line.events, *line.hidden):
        yield from (*event.claims, *event.attached)
    yield from (*line.figures, *line.review)


def unread(path: str) -> Problem:
    message = "no record stands here, so that nothing can be decided of it"
    remedy = "delete this file and build again: it holds nothing that people write"
    return Problem(Place(path), "adopt", message, remedy)


def front_of(files: Files, event: str) -> yamlfile.Mapping | None:
    """The keys of an event's decision, if there is one."""
    path = f"{DECISIONS}{event}.md"
    document = frontmatter.read(files[path], path, FRONT)[0] if path in files else None
    return document.front if document is not None else None


def placed(
    found: Iterable[Adoption], files: Files
) -> tuple[dict[str, bytes], tuple[str, ...], tuple[Problem, ...]]:
    """New files, files with the lines that go into them, instructions for those, and problems."""
    made: dict[str, bytes] = {}
    paste: list[str] = []
    problems: list[Problem] = []
    entries: dict[str, list[Entry]] = {}
    for one in found:
        if one.entries:
            entries.setdefault(one.file, []).extend(one.entries)
    for path, mine in entries.items():
        if path not in files:
            made[path] = pasting.new(mine)
            continue
        document, wrong = frontmatter.read(files[path] + b"\n", path, FRONT)
        if document is None or wrong:
            problems += wrong
            continue
        twice = tuple(pasting.doubled(document.front, mine))
        if twice:
            problems += (second(path, field, mine) for field in twice)
            continue
        pastes = pasting.pastes(document, mine)
        paste += [pasting.instruction(path, each) for each in reversed(pastes)]
        text = pasting.pasted(files[path].decode("utf-8"), pastes)
        if text is not None:
            made[path] = text.encode()
    return made, tuple(paste), tuple(problems)


def second(path: str, field: str, entries: Iterable[Entry]) -> Problem:
    """Two preferences for one field would leave it open which counts."""
    mine = [(k, v) for k, v in entries if isinstance(v, dict) and v.get("field") == field]
    lines = "\n".join([*pasting.written(mine)][1:])
    message = f"a claim is preferred for {field} here already"
    return Problem(Place(path), "adopt", message, f"write in its place:\n{lines}")


def unmoved(found: Proposal, later: Mapping[str, Record]) -> Iterator[Problem]:
    """What the records still don't say once the decisions count."""
    for one in found.adoptions:
        record = later.get(one.event)
        for edit in one.edits if not one.problems else ():
            if record is not None and edit.key in OWN and not handedits.said(edit, record):
                yield doubt(edit, record)


OWN = frozenset(ways.WAYS)
"""Fields that the build writes itself; any other key of a decision shows nowhere in a record."""


def doubt(edit: Edit, record: Record) -> Problem:
    part = handedits.parts(record)[0].get(edit.key)
    shown = value(part.data(edit.key)) if part is not None else "nothing"
    message = f"{edit.key} can't be made to say {value(edit.now)} by showing one claim first"
    return Problem(edit.place, "adopt", message, f"with it the record would say {shown}")
