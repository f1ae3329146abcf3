"""Which claim says what was written by hand into a record, so that a decision shows it first.

Nothing is made up: a field is shown from the claim that says what was written by hand, and where
no claim says it, no decision can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from headcount import emit, handedits, references, schema
from headcount.handedits import Data, Edit
from headcount.language import edtf
from headcount.model import STATUSES, Article, Claim, Event, Problem, Span
from headcount.source import text_of

FOLDER = "content/events/"
Entry = tuple[str, Data]
"""A key of the front matter with its value; of a list one entry."""


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
