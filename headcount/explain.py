"""The claims that wait for an editor, and the claims of files outside any site."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from headcount import articles, extract, organisations
from headcount.disk import because, failure
from headcount.evidence import why
from headcount.model import (
    Article,
    Claim,
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
        f"{claim.kind}{number} at {claim.organisation.name or 'nobody named'} waits: {why(claim)}. "
        f"“{' '.join(claim.quote.text.split())}”",
        f"write content/events/{name}.md, between two lines of ---: "
        f"`confirm: [{claim.id}]` or `reject: [{claim.id}]`",
        "warning",
    )


def free(claim: Claim, article: Article, taken: Container[str]) -> str:
    """A name for the event that a claim would be, which no event has."""
    month = (article.published or "undated")[:7]
    name = slug(f"{month} {claim.organisation.is_} {claim.kind}")
    numbers = (f"{name}-{number}" if number > 1 else name for number in count(1))
    return next(name for name in numbers if name not in taken)
