"""Where a claim or an event comes from, in words; and the claims of files outside any site."""

from __future__ import annotations

import difflib
import json
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from headcount import articles, extract, organisations
from headcount.disk import because, failure
from headcount.extract.claims import STRONG
from headcount.model import (
    Article,
    Claim,
    Event,
    Place,
    Problem,
    Reading,
    Registry,
    Timeline,
)
from headcount.source import place_of, slug, text_of

Readings = Sequence[Reading]


def read_files(
    paths: Iterable[Path], names: Path | None
) -> tuple[tuple[Reading, ...], Registry, tuple[Problem, ...]]:
    """The readings of article files, each for itself, with the registry of the file `names`.

    A bibliography may be incomplete; what is missing is a problem, and no reason to stop. Raises
    Failed if a file can't be read.
    """
    registry, problems = Registry(), tuple[Problem, ...]()
    if names is not None:
        registry, problems = organisations.read(_bytes(names), str(names))
    readings: list[Reading] = []
    for path in paths:
        files = {path.name: _bytes(path)}
        sidecar = path.with_suffix(".yaml")
        if path.suffix == ".txt" and sidecar.is_file():
            files[sidecar.name] = _bytes(sidecar)
        found, wrong = articles.read(files)
        problems += wrong
        readings += [extract.reading(article, registry) for article in found]
    return tuple(readings), registry, problems


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise failure(
            path, "file", f"can't be read: {because(error)}", "name an article's file"
        ) from error


def as_json(readings: Readings, registry: Registry) -> str:
    """`{article id: [claim, …]}`, in the shape that the evaluation reads."""
    found = {reading.article.id: extract.export(reading, registry) for reading in readings}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def as_table(readings: Readings, registry: Registry) -> str:
    """A few lines for each claim: what was read, and in which words."""
    lines: list[str] = []
    for reading in readings:
        lines += [reading.article.id, "=" * len(reading.article.id), ""]
        for claim in reading.claims:
            lines += [*_lines(claim, reading.article), ""]
        if not reading.claims:
            lines += ["no claims", ""]
    return "\n".join(lines) + "\n"


def _lines(claim: Claim, article: Article) -> Iterator[str]:
    place = place_of(article, claim.quote.at)
    yield f"{claim.id}  {claim.kind}, {claim.status.is_}, {claim.tier}"
    yield f"  at: {place.file}:{place.line}:{place.column}"
    for name, words in extract.explain(claim, article):
        yield f"  {name}: {words}"


def reviews(line: Timeline, found: Sequence[Article]) -> tuple[Problem, ...]:
    """The claims that are shown on no page until an editor confirms them: why, and the line that
    confirms or rejects each."""
    by_id = {article.id: article for article in found}
    taken = {event.id for event in (*line.events, *line.hidden)}
    problems = []
    for claim in line.review:
        if claim.article in by_id:
            name = free(claim, by_id[claim.article], taken)
            taken.add(name)
            problems.append(review(claim, by_id[claim.article], name))
    return tuple(problems)


def review(claim: Claim, article: Article, name: str) -> Problem:
    """One claim that waits for an editor, with the file `name` in which to settle it."""
    number = f" of {text_of(article, claim.jobs.at)}" if claim.jobs else ""
    return Problem(
        place_of(article, claim.quote.at),
        "review",
        f"{claim.kind}{number} at {claim.organisation.name or 'nobody named'}, {why(claim)}: "
        f"“{' '.join(claim.quote.text.split())}”",
        f"write content/events/{name}.md, between two lines of ---: "
        f"`confirm: [{claim.id}]` or `reject: [{claim.id}]`",
        "warning",
    )


def why(claim: Claim) -> str:
    """Why a claim waits: its employer is inferred, or else what its number counts."""
    if claim.organisation.basis not in STRONG:
        return f"whose employer no words beside the number name ({claim.organisation.basis})"
    return "whose words leave open what the number counts"


def free(claim: Claim, article: Article, taken: Container[str]) -> str:
    """A name for the event that a claim would be, which no event has."""
    month = (article.published or "undated")[:7]
    name = slug(f"{month} {claim.organisation.is_} {claim.kind}")
    numbers = (f"{name}-{number}" if number > 1 else name for number in count(1))
    return next(name for name in numbers if name not in taken)


def told(id_: str, line: Timeline, found: Sequence[Article]) -> str | None:
    """Where the claim or event of this id comes from; None if there is none."""
    by_id = {article.id: article for article in found}
    new = dict(line.redirects).get(id_, id_)
    for event in line.events:
        if event.id == new:
            return "\n".join(_event(event, by_id)) + "\n"
    for claim, where in _claims(line):
        if claim.id == id_ and claim.article in by_id:
            lines = list(_lines(claim, by_id[claim.article]))
            if where is not None:
                lines.append(f"  in {where.id}: {dict(where.joined).get(id_, 'attached to it')}")
            return "\n".join(lines) + "\n"
    return None


def unknown(id_: str, line: Timeline) -> Problem:
    """That there is no such id, with the nearest ones."""
    ids = [event.id for event in line.events] + [claim.id for claim, _ in _claims(line)]
    near = difflib.get_close_matches(id_, ids, 3, 0.5)
    remedy = f"did you mean {' or '.join(near)}?" if near else "build.py extract lists claims"
    return Problem(Place("build.py"), "unknown", f'there is no claim or event "{id_}"', remedy)


def _claims(line: Timeline) -> Iterator[tuple[Claim, Event | None]]:
    for event in line.events:
        for claim in (*event.claims, *event.attached):
            yield claim, event
    for claim in (*line.figures, *line.review):
        yield claim, None


def _event(event: Event, by_id: dict[str, Article]) -> Iterator[str]:
    yield event.id
    yield f"  {event.kind} of {event.organisation_name}, {event.status}"
    if event.tombstone:
        yield "  its last source was withdrawn"
    when = event.date or f"no source says; first reported {event.first_reported or 'undated'}"
    yield f"  when: {when}"
    if event.jobs is not None:
        ends = f", {event.jobs.low or '…'}–{event.jobs.high or '…'}" * (not event.jobs.vague)
        yield f"  jobs: {event.jobs.display}{ends}"
    for relation in event.relations:
        yield f"  {relation.is_.replace('_', ' ')} {relation.to}: by {relation.basis}"
    for dispute in event.disputes:
        sides = " | ".join(value.text for value in dispute.values)
        yield f"  {dispute.field}, {dispute.relation}: {sides}"
    reasons = dict(event.joined)
    for claim in (*event.claims, *event.attached):
        yield ""
        if claim.article in by_id:
            yield from (f"  {line}" for line in _lines(claim, by_id[claim.article]))
        yield f"    joined: {reasons.get(claim.id, 'attached to this event')}"
