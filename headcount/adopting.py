"""Hand edits of the timeline as decisions: each difference becomes a key, or it is told why not.

Nothing is made up: a field is shown from the claim that says what was written by hand, and where
no claim says it, no decision can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from headcount import emit, handedits, references, schema
from headcount.decisions import FRONT, RELATIONS
from headcount.handedits import Data, Edit, pair, plain, rows
from headcount.language import edtf
from headcount.model import STATUSES, Article, Claim, Event, Place, Problem, Span
from headcount.source import place_of, slug, text_of
from headcount.timeline import NO_EVENTS, Record
from headcount.yamlfile import Mapping as Node

FOLDER = "content/events/"
Entry = tuple[str, Data]
"""A key of the front matter with its value; of a list one entry."""

KEYS = tuple(field.key for field in FRONT.fields)
LISTS = tuple(field.key for field in FRONT.fields if isinstance(field.type, schema.Many))


@dataclass(frozen=True, slots=True)
class Desk:
    """What a hand edit is compared with: the event as the build tells it, and every claim."""

    event: Event
    every: tuple[Claim, ...]
    articles: Mapping[str, Article]
    reason: str

    @property
    def file(self) -> str:
        """Where its decisions stand."""
        return f"{FOLDER}{self.event.id}.md"


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


def told(edit: Edit, message: str, remedy: str) -> Problem:
    return Problem(edit.place, "adopt", message, remedy)


def shown_first(
    edit: Edit,
    desk: Desk,
    fits: Callable[[Claim], bool],
    words: Callable[[Claim], tuple[str, Span | None] | None],
) -> Iterator[Entry | Problem]:
    """The claim that says what was written by hand; who says what, where none does."""
    said = {claim.id: found for claim in desk.event.claims if (found := words(claim)) is not None}
    chosen = next((c for c in desk.event.claims if c.id in said and fits(c)), None)
    if chosen is None:
        sources = {
            f"{text} ({claim.article})": None
            for claim in desk.event.claims
            for text, _ in (said[claim.id],) * (claim.id in said)
        }
        says = f"they say {', '.join(sources)}; " if sources else ""
        message = f"no source of this event supports {edit.key}: {value(edit.now)}"
        remedy = f"{says}add the article that says it, or a claim under `claims:` in {desk.file}"
        yield told(edit, message, remedy)
    elif not desk.reason:
        message = f"showing {edit.key} from one claim first needs a reason, which readers see"
        yield told(edit, message, 'run build.py adopt --reason "why this account comes first"')
    else:
        at = said[chosen.id][1]
        claim = named(chosen, at, desk)
        yield "prefer", {"field": edit.key, "claim": claim, "reason": desk.reason}


def named(claim: Claim, at: Span | None, desk: Desk) -> Data:
    """A claim as an editor names it: by few words of it if they mean it alone, else by its id."""
    article = desk.articles[claim.article]
    for span in (claim.quote.at, at):
        words = " ".join(text_of(article, span).split()) if span is not None else ""
        short = words.count(" ") < FEW or span is at
        if words and short and span is not None and span.in_ == "body":
            reference = references.reference(claim.article, words)
            if references.resolve(reference, desk.every) == claim.id:
                return {"article": claim.article, "words": words}
    return claim.id


FEW = 12
"""Words of a sentence that are still quickly read."""


def value(data: Data) -> str:
    """A value as a message names it."""
    if isinstance(data, dict):
        return ", ".join(f"{key} {each}" for key, each in data.items() if key != "from")
    return ", ".join(map(str, data)) if isinstance(data, list) else f'"{data}"'


# ---------------------------------------------------------------- the fields


def jobs(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    wanted = edit.changed()

    def words(claim: Claim) -> tuple[str, Span | None] | None:
        if claim.jobs is None:
            return None
        return text(claim, claim.jobs.at, desk), claim.jobs.at

    def fits(claim: Claim) -> bool:
        if claim.jobs is None:
            return False
        low, high = claim.jobs.low, claim.jobs.high
        says = {"low": str(low), "high": str(high), "display": text(claim, claim.jobs.at, desk)}
        return figures(wanted, says, claim)

    if edit.now is None:
        yield told(edit, "a number can't be taken away", removal(desk, words))
    else:
        yield from shown_first(edit, desk, fits, words)


def money(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    def words(claim: Claim) -> tuple[str, Span | None] | None:
        if claim.money is None:
            return None
        return text(claim, claim.money.at, desk), claim.money.at

    def fits(claim: Claim) -> bool:
        if claim.money is None:
            return False
        amount = str(claim.money.amount)
        says = {"amount": amount, "currency": claim.money.currency, "low": amount, "high": amount}
        says["display"] = text(claim, claim.money.at, desk)
        return figures(edit.changed(), says, claim)

    if edit.now is None:
        yield told(edit, "a sum can't be taken away", removal(desk, words))
    else:
        yield from shown_first(edit, desk, fits, words)


def figures(wanted: Mapping[str, Data], says: Mapping[str, str], claim: Claim) -> bool:
    """Whether a claim says each of the values that were changed."""
    if set(wanted) == {"from"}:
        first = wanted["from"]
        return isinstance(first, list) and first[:1] == [claim.id]
    asked = {key: each for key, each in wanted.items() if key != "from"}
    return all(handedits.alike(says.get(key), each) for key, each in asked.items())


def text(claim: Claim, at: Span, desk: Desk) -> str:
    return " ".join(text_of(desk.articles[claim.article], at).split())


def status(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    known = [entry.id for entry in STATUSES]
    if edit.now not in known:
        message = f"no status is called {value(edit.now)}"
        yield told(edit, message, schema.suggestion(str(edit.now), known))
        return
    yield from shown_first(
        edit,
        desk,
        lambda claim: claim.status.is_ == edit.now,
        lambda claim: (claim.status.is_, claim.status.at),
    )


def units(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    wanted = {*map(str, edit.now)} if isinstance(edit.now, list) else {str(edit.now)}

    def words(claim: Claim) -> tuple[str, Span | None] | None:
        if not claim.units:
            return None
        return " and ".join(unit.is_ for unit in claim.units), claim.units[0].at

    yield from shown_first(
        edit, desk, lambda claim: {unit.is_ for unit in claim.units} == wanted, words
    )


def date(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    """A claim's date where one says it; else the editor's own, which the key `date` is for."""

    def words(claim: Claim) -> tuple[str, Span | None] | None:
        if claim.date is None or claim.date.edtf is None:
            return None
        return claim.date.edtf, claim.date.at

    when = str(edit.now)
    if edit.now is None:
        yield told(edit, "a date can't be taken away", removal(desk, words))
    elif not edtf.valid(when):
        message = f'"date" is not a date: {value(edit.now)}'
        yield told(edit, message, schema.DATED["any"])
    elif any(c.date is not None and c.date.edtf == when for c in desk.event.claims):
        yield from shown_first(edit, desk, lambda c: bool(c.date and c.date.edtf == when), words)
    else:
        yield "date", when


def removal(desk: Desk, words: Callable[[Claim], object]) -> str:
    """How to be rid of a value: reject the claims that give it."""
    found = [claim.id for claim in desk.event.claims if words(claim)]
    return f"if it is wrong, write into {desk.file}: reject: {emit.flow(found)}"


def milestones(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    if isinstance(edit.now, dict):
        yield "milestones", edit.now
    else:
        yield told(edit, "steps can't be taken away", f"write those you want into {desk.file}")


def relations(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    was, now = rows(edit.was), rows(edit.now)
    for row in now:
        if pair(row) in map(pair, was):
            continue
        if row.get("is") not in RELATIONS:
            message = f'no relation is called "{row.get("is")}"'
            yield told(edit, message, schema.suggestion(str(row.get("is")), RELATIONS))
        elif not (reason := str(row.get("reason") or desk.reason)):
            message = "a relation needs a reason, which readers see"
            yield told(edit, message, 'run build.py adopt --reason "how that is known"')
        else:
            yield "relations", {"is": row["is"], "to": row.get("to"), "reason": reason}
    for row in was:
        if pair(row) in map(pair, now):
            continue
        if row.get("basis") == "decision":
            yield told(edit, f"{value(row)} was decided", f"take it out of {desk.file}")
        else:
            remedy = f"if its words are misread, write into {desk.file}: reject: [{row['claim']}]"
            yield told(edit, f"an article says it: {value(row)}", remedy)


def disputes(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    """What is shown first in a dispute can be decided; the sides are what claims say."""
    before = set(handedits.preferred(edit.was))
    by_id = {claim.id: claim for claim in desk.event.claims}
    for field, claim in handedits.preferred(edit.now):
        if (field, claim) in before:
            continue
        if claim not in by_id:
            yield told(edit, f"{claim} is no claim of this event", f"one of {', '.join(by_id)}")
        elif not desk.reason:
            message = f"showing {field} from one claim first needs a reason, which readers see"
            yield told(edit, message, 'run build.py adopt --reason "why this account comes first"')
        else:
            chosen = named(by_id[claim], None, desk)
            yield "prefer", {"field": field, "claim": chosen, "reason": desk.reason}
    if handedits.bare(edit.was) != handedits.bare(edit.now):
        remedy = "correct the article, `reject` the claim that is wrong, or `prefer` one of them"
        yield told(edit, "the sides of a dispute are what the claims say", remedy)


def claims(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    """A claim is what an article says; which of them count is decided by naming them."""
    was, now = edit.was or {}, edit.now or {}
    if not isinstance(was, dict) or not isinstance(now, dict):
        return
    known = {claim.id: claim for claim in desk.every}
    for key in (*was, *(key for key in now if key not in was)):
        if was.get(key) == now.get(key):
            continue
        if key not in known:
            remedy = f"take it out, and write it under `claims:` in {desk.file}"
            yield told(edit, f"no article makes the claim {key}", remedy)
        elif key not in now:
            remedy = (
                f"write into {desk.file} either reject: [{key}], if it is wrong, "
                f"or split: [{key}], if it is about something else"
            )
            yield told(edit, f"the claim {key} was taken out, which may mean two things", remedy)
        else:
            claim = known[key]
            place = place_of(desk.articles[claim.article], claim.quote.at)
            remedy = (
                f"correct the article ({place.file}:{place.line}), or write into {desk.file} "
                f"reject: [{key}] and what it should be under `claims:`"
            )
            yield told(edit, f"the claim {key} is what its article says", remedy)


WAYS: Mapping[str, Callable[[Edit, Desk], Iterator[Entry | Problem]]] = {
    "jobs": jobs,
    "money": money,
    "status": status,
    "units": units,
    "date": date,
    "milestones": milestones,
    "relations": relations,
    "disputes": disputes,
    "claims": claims,
    "attached": claims,
}
"""How a changed field of a record becomes entries of a decision."""

REASONS = {
    "kind": "it comes of the words; `reject` the claims, and write them anew under `claims:`",
    "organisation": "it comes of the words; mend names in data/organisations.yaml, or write the "
    "claim under `claims:` with `organisation:`",
    "scope": "it comes of the words; write the claim under `claims:` with `scope:`",
    "first_reported": "it is the earliest `published` of its articles; correct it there",
    "outlets": "it is counted; correct `publisher` in the articles",
    "independent": "it is counted; correct `publisher` in the articles",
    "tombstone": "an event lives while an article tells of it; bring the article back",
    "withdrawn": "these articles are gone; bring them back",
    "mismatches": "it is worked out from the claims; correct or `reject` the one that is wrong",
    "maybe_same": "if both are one event, write `join: [<id>]`; if not, nothing is to be done",
}
"""Fields that follow from others: what to do instead."""
