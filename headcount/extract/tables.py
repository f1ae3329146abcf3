"""Tables about cuts: a row is a claim, and its header says what each of its cells is.

A number's own cell says nothing but the number; whose jobs, where and when stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from headcount.extract.groups import Employer, fallback_of, families, group, orgs
from headcount.extract.scene import Found, Scene, Spot, mention_of
from headcount.extract.times import resolve
from headcount.language.chunks import Sentence
from headcount.language.lexicon import lexicon
from headcount.language.status import status_of
from headcount.language.tokens import tokens
from headcount.model import Date, Mark, Named, Quote
from headcount.source import EXCERPT_WORDS, slug

Cell = tuple[int, int]
"""Code points of a cell's words."""

LINE = re.compile(r"^[^\S\n]*\|?[^|\n]*\|[^\n]*$", re.MULTILINE)
RULER = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
CUTS = frozenset(
    {"layoff", "redundancy", "job", "cut", "cut-noun", "dismiss", "affect", "column-number"}
)
KEPT = frozenset({"hire", "cancel", "employ", "after", "more", "column-other"})
EMPLOYERS = frozenset({"company", "company-word", "company-suffix", "column-employer"})
PLACES = frozenset({"unit-noun", "column-place", "sector"})
STAGE_WORDS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line and the words that head their columns."""

    header: tuple[str, ...]
    cells: tuple[Cell, ...]
    start: int
    top: int
    """Where the table begins."""

    def column(self, at: int) -> int | None:
        """The index of the cell that holds a code point, if the header names its column."""
        for number, (start, end) in enumerate(self.cells[: len(self.header)]):
            if start <= at < end:
                return number
        return None


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says beside its number."""

    employer: Employer
    status: Mark
    date: Date | None
    quote: Quote


@lru_cache(maxsize=16)
def rows(text: str) -> tuple[Row, ...]:
    """All rows below a header; the header's own line counts as one without cells."""
    found: list[Row] = []
    header: tuple[str, ...] = ()
    top = end = -1
    for match in LINE.finditer(text) if "|" in text else ():
        if match.start() != end + 1:
            header, top = (), match.start()
        end = match.end()
        if RULER.fullmatch(match.group()):
            continue
        cells = tuple(cells_of(text, match.start(), match.end()))
        if not header:
            header = tuple(text[first:last].strip("*_ ").lower() for first, last in cells)
            cells = ()
        found.append(Row(header, cells, match.start(), top))
    return tuple(one for one in found if len(one.header) > 1)


def cells_of(text: str, start: int, end: int) -> Iterator[Cell]:
    """The cells of a line, without the white space and bars around them."""
    line = text[start:end]
    outer = line.strip()
    first = start + line.index(outer) + outer.startswith("|")
    last = start + line.index(outer) + len(outer) - outer.endswith("|")
    at = first
    for words in text[first:last].split("|"):
        lead = len(words) - len(words.lstrip(" \t*_"))
        yield at + lead, at + max(lead, len(words.rstrip(" \t\r*_")))
        at += len(words) + 1


def row_of(scene: Scene, spot: Spot) -> Row | None:
    """The row that a finding stands in, None outside of tables."""
    if spot.part != "body" or "|" not in scene.body.text:
        return None
    at = spot.sentence.chunks[spot.finding.first].start
    found = [one for one in rows(scene.body.text) if one.start <= at]
    if not found:
        return None
    end = scene.body.text.find("\n", found[-1].start)
    return found[-1] if end < 0 or at < end else None


def about(row: Row, column: int | None) -> bool:
    """Whether a column counts cuts, by its header."""
    if column is None or column >= len(row.header):
        return False
    named = classes(row.header[column])
    return bool(named & CUTS) and not named & KEPT


@lru_cache(maxsize=256)
def classes(words: str) -> frozenset[str]:
    """The lexicon's classes of all words of a header."""
    found: set[str] = set()
    sequence = tokens(words)
    index = 0
    while index < len(sequence):
        match = lexicon().match(sequence, index)
        found |= {name.partition(".")[0] for name in match.classes} if match else set()
        index = match.end if match else index + 1
    return frozenset(found)


def told(scene: Scene, spot: Spot, row: Row, before: Sequence[Found]) -> Told | None:
    """What the row says beside the number of a finding; None where it isn't a cut's or nobody's."""
    at = spot.finding.at("jobs", spot.sentence) or spot.finding.at("percent", spot.sentence)
    column = row.column(at[0]) if at else None
    if at is None or column is None or "employ" in classes(row.header[column]):
        return None
    others = [number for number in range(len(row.cells)) if number != column]
    total = bool(row.cells) and "total-word" in classes(words_of(scene, row.cells[0]).lower())
    employing = next((n for n in others if heads(row, n, EMPLOYERS)), None)
    if employing is None:
        employing = next((n for n in others if known(scene, row, n)), None)
    if total and employing is not None:
        return None
    whose = lead(scene, row, before) if employing is None else owner(scene, row.cells[employing])
    if whose is None:
        return None
    places = [n for n in others if heads(row, n, PLACES) and not total]
    if employing is None and not places and not total and 0 in others:
        places = [0]
    units = tuple(unit for n in places for unit in placed(scene, row.cells[n]))
    when = next((one for n in others if (one := dated(scene, row, n)) is not None), None)
    stages = (stage(scene, row.cells[n]) for n in others if n != employing)
    state = next((mark for mark in stages if mark is not None), None)
    return Told(
        Employer(whose.organisation, whose.units + units),
        state or Mark("announced", None, "default"),
        when,
        quote(scene, row, [at, *spans(when, state)]),
    )


def spans(*found: Date | Mark | None) -> list[Cell]:
    """Where the words of dates and marks stand."""
    return [(one.at.start, one.at.end) for one in found if one is not None and one.at is not None]


def words_of(scene: Scene, cell: Cell) -> str:
    return scene.body.text[cell[0] : cell[1]]


def heads(row: Row, column: int, names: frozenset[str]) -> bool:
    return column < len(row.header) and bool(names & classes(row.header[column]))


def inside(scene: Scene, cell: Cell) -> Iterator[tuple[Sentence, int]]:
    """(sentence, index) of the chunks of a cell."""
    for sentence in scene.body.sentences:
        if sentence.end > cell[0] and sentence.start < cell[1]:
            for index, chunk in enumerate(sentence.chunks):
                if cell[0] <= chunk.start and chunk.end <= cell[1]:
                    yield sentence, index


def owner(scene: Scene, cell: Cell) -> Employer | None:
    """The employer whose name begins a cell."""
    for sentence, index in inside(scene, cell):
        chunk = sentence.chunks[index]
        if chunk.name == "org":
            return group(scene, "body", sentence, [index], "subject")
        if chunk.name == "name":
            one = mention_of(chunk)
            span = scene.span("body", one.start, one.end)
            return Employer(Named(one.is_, one.name, "apposition", span))
        return None
    return None


def known(scene: Scene, row: Row, column: int) -> bool:
    """Whether a cell under no header for places begins with an employer that words license."""
    first = next(inside(scene, row.cells[column]), None)
    placing = heads(row, column, PLACES)
    return not placing and first is not None and first[0].chunks[first[1]].name == "org"


def lead(scene: Scene, row: Row, before: Sequence[Found]) -> Employer | None:
    """The employer of a table that names none: of the cuts told last, else the article's."""
    earlier = [one for one in before if one.part == "body" and one.claim.kind == "layoff"]
    earlier = [one for one in earlier if one.claim.quote.at.start < row.top]
    if earlier:
        return Employer(earlier[-1].claim.organisation)
    known = families(scene, (one for one in orgs(scene.body.mentions) if one.start < row.top))
    return fallback_of(scene) if len(known) < 2 else None


def placed(scene: Scene, cell: Cell) -> tuple[Named, ...]:
    """The places and units of a cell; its words where it names none."""
    found = []
    for sentence, index in inside(scene, cell):
        if sentence.chunks[index].name in ("place", "name", "org"):
            one = mention_of(sentence.chunks[index])
            span = scene.span("body", one.start, one.end)
            found.append(Named(one.is_, one.name, "modifier", span))
    words = words_of(scene, cell)
    if found or not words or any(one.isdigit() for one in words):
        return tuple(found)
    return (Named(slug(words), words, "modifier", scene.span("body", *cell)),)


def dated(scene: Scene, row: Row, column: int) -> Date | None:
    """The date that a cell holds; the head of its column tells whether it is still to come."""
    coming = bool(COMING & set(row.header[column].lower().split()))
    for sentence, index in inside(scene, row.cells[column]):
        chunk = sentence.chunks[index]
        month = "month" in lexicon().classes(words_of(scene, (chunk.start, chunk.end)))
        if chunk.name == "date" or month:
            future = words_of(scene, (chunk.start, chunk.end)).lower().startswith(("by", "from"))
            return resolve(scene, "body", chunk, "future" if future or coming else "past")
    return None


COMING = frozenset(
    {"last", "effective", "closing", "closure", "closes", "leaving", "exit", "separation"}
)
"""Words that head a column of days on which cuts happen, not on which they were told."""


def stage(scene: Scene, cell: Cell) -> Mark | None:
    """How far the cuts are, where a short cell says so."""
    words = words_of(scene, cell)
    if not words or len(words.split()) > STAGE_WORDS or any(c.isdigit() for c in words):
        return None
    state = status_of(words)
    if state is None or state == "negated" or "month" in classes(words.lower()):
        return None
    return Mark(state, scene.span("body", *cell))


def quote(scene: Scene, row: Row, spans: Sequence[Cell]) -> Quote:
    """The row, or so much of it as may be published."""
    start, end = row.cells[0][0], row.cells[-1][1]
    if len(scene.body.text[start:end].split()) > EXCERPT_WORDS:
        start, end = min(first for first, _ in spans), max(last for _, last in spans)
    return Quote(scene.span("body", start, end), scene.body.text[start:end])
