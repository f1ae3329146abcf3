"""The files that somebody begins with: every key that may stand there, as a comment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headcount import emit, references
from headcount.model import Claim, Event, Timeline
from headcount.schema import Many, Record, Table, named

AROUND = 4
"""Words before and after a number that an anchor names with it."""

HINT = "# To use a key, take away the # before it and write its value; docs/files.md shows how."


def document(record: Record, given: Mapping[str, Sequence[str]]) -> bytes:
    """A file whose front matter is `given`, key → lines, with the other keys as comments."""
    lines = ["---", HINT]
    for field in record.fields:
        written = given.get(field.key)
        lines += written if written else _commented(Record((field,)), "# ")
    return "\n".join([*lines, "---", ""]).encode()


def _commented(record: Record, lead: str, item: str = "") -> Iterator[str]:
    """A line for each key, nested ones below theirs; `item` stands before the first."""
    for number, field in enumerate(record.fields):
        before = lead + (item if number == 0 else " " * len(item))
        want = f"{named(field.type)}, required" if field.required else named(field.type)
        yield f"{before}{field.key}:  # {want}: {field.doc}"
        inner, below = field.type, lead + " " * len(item)
        if isinstance(inner, Many) and isinstance(inner.of, Record):
            yield from _commented(inner.of, f"{below}  ", "- ")
        elif isinstance(inner, Table):
            yield from (f"{below}  {key}:" for key in inner.keys)


def anchors(event: Event, line: Timeline) -> tuple[str, ...]:
    """Front matter lines that tie a file to one claim of an event; none for an event without."""
    if not event.claims:
        return ()
    best = next((claim for claim in event.claims if claim.jobs), event.claims[0])
    every = (*line.events, *line.hidden)
    claims = [claim for one in every for claim in (*one.claims, *one.attached)]
    claims += [*line.figures, *line.review]
    return ("anchors:", f"- {_anchor(best, claims)}")


def _anchor(claim: Claim, claims: Sequence[Claim]) -> str:
    """The shortest words that mean this claim and no other; its id if no words do."""
    for words in (_near(claim), " ".join(claim.quote.text.split())):
        named = references.reference(claim.article, words)
        if words and references.resolve(named, claims) == claim.id:
            return f"{{article: {claim.article}, words: {emit.text(words)}}}"
    return claim.id


def _near(claim: Claim) -> str:
    """The claim's number with a few words of its sentence on both sides."""
    if claim.jobs is None or claim.jobs.at.in_ != claim.quote.at.in_:
        return ""
    start, text = claim.quote.at.start, claim.quote.text
    first, last = claim.jobs.at.start - start, claim.jobs.at.end - start
    if not 0 <= first < last <= len(text):
        return ""
    before, after = text[:first].split()[-AROUND:], text[last:].split()[:AROUND]
    tight = text[last : last + 1]
    glue = "" if tight and not tight.isspace() else " "
    lead = " ".join(before) + ("" if first and not text[first - 1].isspace() else " ")
    return f"{lead}{' '.join(text[first:last].split())}{glue}{' '.join(after)}".strip()


def living(line: Timeline) -> tuple[str, ...]:
    """Ids of events that a file can be about."""
    return tuple(event.id for event in (*line.events, *line.hidden) if event.claims)
