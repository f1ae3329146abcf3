"""The claims that wait for an editor, and the claims of files outside any site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from headcount import articles, extract, organisations
from headcount import wording as words
from headcount.disk import because, failure
from headcount.model import (
    Article,
    Claim,
    Problem,
    Reading,
    Registry,
)
from headcount.source import place_of, text_of

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


def as_list(reading: Reading) -> str:
    """Two lines for each claim: what it says, and where and in which words the article says so."""
    article = reading.article
    lines = []
    for claim in reading.claims:
        place = place_of(article, claim.quote.at)
        lines.append(f"{claim.kind}: {', '.join(_gist(claim, article))}")
        lines.append(
            f"  {place.file}:{place.line}:{place.column}: {' '.join(claim.quote.text.split())}"
        )
    return "".join(f"{line}\n" for line in lines)


def _gist(claim: Claim, article: Article) -> Iterator[str]:
    """The fields of a claim that a reader sees first, numbers in the article's own words."""
    for number in (claim.jobs, claim.percent, claim.money):
        if number is not None:
            yield f"“{text_of(article, number.at)}”"
    if claim.said_by is not None:
        yield f"{claim.said_by.name} says"
    units = (unit.name for unit in claim.units if unit.is_ != claim.organisation.is_)
    yield " at ".join(filter(None, (claim.organisation.name, " and ".join(units))))
    if claim.kind not in ("figure", "statement"):
        yield claim.status.is_.replace("_", " ")
    if claim.date is not None:
        yield words.when(claim.date.edtf) if claim.date.edtf else "at a time that is unclear"
    if claim.tier == "review":
        yield "to review"


def _lines(claim: Claim, article: Article) -> Iterator[str]:
    place = place_of(article, claim.quote.at)
    yield f"{claim.id}  {claim.kind}, {claim.status.is_}, {claim.tier}"
    yield f"  at: {place.file}:{place.line}:{place.column}"
    for name, said in extract.explain(claim, article):
        yield f"  {name}: {said}"
