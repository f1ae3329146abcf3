"""When a finding happened: the date words of its clause, of its announcement, or of the sentence
behind it that speaks of the same cuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from headcount.extract.distant import afterwards, announced
from headcount.extract.leading import NEAR, dated_entry, leading
from headcount.extract.scene import Scene, Spot
from headcount.extract.subjects import governed
from headcount.language import dates
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.tidings import expected
from headcount.model import Date, Part, Span
from headcount.source import EXCERPT_WORDS

FORWARD = NEAR | kinds("announce relative that might future start conditional")
"""The same behind the match, where ", which may begin" may follow."""


def date(scene: Scene, spot: Spot, state: str) -> Date | None:
    """When it happened, or else when it was announced: the first of the sentence's date words for
    it that can be resolved, then those of the sentences around; or the reason why none can."""
    own = (date_chunk(scene, spot), leading(scene, spot))
    places = [index for index in own if index is not None] or [*entry(spot)]
    unresolved = None
    for index in places:
        found = dated(scene, spot, index, state)
        if found.edtf is not None or counts_back(scene, found.at):
            return found
        unresolved = unresolved or found
    if not places and (behind := afterwards(scene, spot)) is not None:
        return following(scene, spot, behind)
    said = announced(scene, spot)
    if said is not None and said not in places:
        found = dated(scene, spot, said, state)
        unresolved = found if found.edtf is not None else unresolved or found
    return unresolved


def entry(spot: Spot) -> Iterator[int]:
    """The date that heads the finding's entry of a list, if there is one."""
    index = dated_entry(spot)
    if index is not None:
        yield index


def dated(scene: Scene, spot: Spot, index: int, state: str) -> Date:
    """What the date words at `index` say of a finding, counted from an earlier date if need be."""
    chunk = spot.sentence.chunks[index]
    tense = tense_of(scene, spot, index, state)
    resolved = resolve(scene, spot.part, chunk, tense)
    earlier = earlier_date(scene, spot, index) if counts_back(scene, resolved.at) else None
    if earlier is None:
        return resolved
    words = scene.words(spot.part, chunk.start, chunk.end)
    value = dates.resolve(words, scene.article.published, tense, earlier.edtf)
    if value.edtf is None:
        return resolved
    return replace(
        resolved,
        edtf=value.edtf,
        basis=value.basis,
        anchor=value.anchor,
        reason="",
        anchor_at=earlier.at,
    )


def following(scene: Scene, spot: Spot, behind: tuple[Sentence, int]) -> Date | None:
    """The date of a sentence behind the finding's, if both are short enough to be quoted."""
    sentence, index = behind
    chunk = sentence.chunks[index]
    start = spot.sentence.chunks[spot.finding.first].start
    if len(scene.words(spot.part, start, chunk.end).split()) > EXCERPT_WORDS:
        return None
    past = any(one.name == "have" for one in sentence.chunks[:index])
    found = resolve(scene, spot.part, chunk, "past" if past else "future")
    return found if found.edtf is not None else None


def resolve(
    scene: Scene, part: Part, chunk: Chunk, tense: Literal["past", "future"] | None
) -> Date:
    """The date words of a chunk, reckoned from the publication date."""
    words = scene.words(part, chunk.start, chunk.end)
    value = dates.resolve(words, scene.article.published, tense, None)
    span = scene.span(part, chunk.start, chunk.end)
    return Date(value.edtf, span, value.basis, value.anchor, None, tense, value.reason)


TOLD = kinds("future might conditional start")
"""Helpers of a verb, whose subject a number of cuts is only if no preposition governs it."""


def date_chunk(scene: Scene, spot: Spot) -> int | None:
    """The index of the date in a finding or right behind it."""
    chunks, finding = spot.sentence.chunks, spot.finding
    if "when" in finding.slots:
        return finding.slots["when"][0]
    for index in range(spot.own, finding.last):
        if chunks[index].name == "date":
            return index
    index = finding.last
    while index < len(chunks) and index < finding.last + 14:
        if chunks[index].name == "date":
            return None if dates_next(chunks, index) else index
        if [chunk.name for chunk in chunks[index : index + 2]] == ["to", "number"]:
            index += 2
            continue
        if chunks[index].name in TOLD and governed(chunks, finding.first):
            break
        planned = chunks[index].name == "plan" and "participle" in chunks[index].forms
        if not planned and (chunks[index].name not in FORWARD or ranked(scene, spot, index)):
            break
        index += 1
    return None


def ranked(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a word compares with other rounds: "its biggest cut since 2009"."""
    chunk = spot.sentence.chunks[index]
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    return words.endswith("est") or words in ("first", "second", "worst", "most", "ahead")


def dates_next(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a date behind "and" is the next number's: "300, and in March 200 more"."""
    before = [chunk.name for chunk in chunks[max(0, index - 2) : index]]
    behind = [chunk.name for chunk in chunks[index + 1 : index + 3] if chunk.name != "at"]
    return "and" in before and behind[:1] == ["number"]


def tense_of(scene: Scene, spot: Spot, index: int, state: str) -> Literal["past", "future"] | None:
    """past or future as the verb nearest to the date says; None for a bare noun phrase."""
    chunks = spot.sentence.chunks
    if expected(chunks, index) or deadline(scene, spot, chunks[index]):
        return "future"
    if index == announced(scene, spot):
        return "past"
    if index < spot.finding.first and ahead(spot, index):
        return "future"
    if index < spot.finding.first:
        between = chunks[index : spot.finding.first]
        if any(chunk.name in ("say", "announce", "follow") for chunk in between):
            return "past"
    elif any(chunk.name == "announce" for chunk in chunks[spot.finding.last : index + 1]):
        return "past"
    if state in ("completed", "cancelled"):
        return "past"
    if index > spot.finding.first and starts(scene, spot, chunks[index]):
        return "future"
    if any(chunk.name in ("say", "announce") for chunk in chunks[max(0, index - 2) : index]):
        return "past"
    verb = spot.finding.slots.get("verb")
    if verb is None or chunks[verb[1] - 1].name in ("cut-noun", "layoff", "acquire-noun"):
        return "past"
    coming = state in ("planned", "announced", "under_way")
    return "future" if coming and index > spot.finding.first else "past"


def deadline(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether date words set a term to what isn't over: "by August", where no "had" is told."""
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    told = (scene.words(spot.part, one.start, one.end).lower() for one in spot.sentence.chunks)
    return words.startswith("by ") and "had" not in told


def ahead(spot: Spot, index: int) -> bool:
    """Whether a finding behind a date is still to come, with nothing said in between: "on May 13,
    when 400 staff will be let go"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    between = {chunk.name for chunk in chunks[index + 1 : first]}
    group = {chunk.name for chunk in chunks[first : spot.finding.last]}
    return "future" in group and not between & {"say", "announce", "follow", "plan"}


def starts(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether date words tell when something begins to hold: "effective 1 March"."""
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    return words.startswith(("effective", "starting", "with effect"))


def counts_back(scene: Scene, at: Span) -> bool:
    """Whether date words count from another date: "two years earlier"."""
    words = scene.words(at.in_, at.start, at.end).lower().split()
    if words[-1] in ("earlier", "previously", "before", "later", "prior") and len(words) > 1:
        return True
    return len(words) > 1 and words[-2] in ("that", "same", "previous", "preceding", "following")


def earlier_date(scene: Scene, spot: Spot, index: int) -> Date | None:
    """The date of the text that "two years earlier" counts from: the one before it."""
    for number in range(spot.index, max(-1, spot.index - 2), -1):
        sentence = scene.passage(spot.part).sentences[number]
        stop = index if number == spot.index else len(sentence.chunks)
        for chunk in reversed(sentence.chunks[:stop]):
            if chunk.name == "date":
                found = resolve(scene, spot.part, chunk, "past")
                return found if found.edtf is not None else None
    return None
