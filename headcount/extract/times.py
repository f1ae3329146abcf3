"""When a finding happened: the date words of its clause, of its announcement, or of the sentence
behind it that speaks of the same cuts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from headcount.extract.distant import afterwards, announced, expected
from headcount.extract.scene import Scene, Spot
from headcount.extract.subjects import GROUP, before_insertion, verb_of
from headcount.language import dates
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.model import Date, Part, Span
from headcount.source import EXCERPT_WORDS

NEAR = kinds(
    "at determiner word org place unit-noun and comma possessive company clitic name dash "
    "worker job more of person-title launch-noun bracket total-word cut-noun measure "
    "including by sector roster"
)
"""Chunks that may stand between a match and its date."""

FORWARD = NEAR | kinds("announce relative that might future start conditional")
"""The same behind the match, where ", which may begin" may follow."""

WHEN = NEAR | kinds("money")
"""Chunks between a clause with "when" and the date of what it tells more of."""

LEFT = NEAR | GROUP | kinds("pronoun say that person relative follow by to")


def date(scene: Scene, spot: Spot, state: str) -> Date | None:
    """When it happened: the date words of the same clause, resolved or with the reason why not."""
    chunks = spot.sentence.chunks
    near, before = date_chunk(scene, spot), leading(scene, spot)
    if near is None and before is None:
        before = dated_entry(spot)
    index = near if near is not None else before
    if index is None and (behind := afterwards(scene, spot)) is not None:
        return following(scene, spot, behind)
    index = announced(spot) if index is None else index
    if index is None:
        return None
    if near is not None and before is not None:
        found = resolve(scene, spot.part, chunks[near], tense_of(scene, spot, near, state))
        index = before if found.edtf is None and not counts_back(scene, found.at) else near
    chunk = chunks[index]
    tense = tense_of(scene, spot, index, state)
    resolved, at = resolve(scene, spot.part, chunk, tense), None
    earlier = earlier_date(scene, spot, index) if counts_back(scene, resolved.at) else None
    if earlier is not None:
        words = scene.words(spot.part, chunk.start, chunk.end)
        value = dates.resolve(words, scene.article.published, tense, earlier.edtf)
        if value.edtf is not None:
            resolved, at = (
                replace(
                    resolved, edtf=value.edtf, basis=value.basis, anchor=value.anchor, reason=""
                ),
                earlier.at,
            )
    return replace(resolved, anchor_at=at)


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
        planned = chunks[index].name == "plan" and "participle" in chunks[index].forms
        if not planned and (chunks[index].name not in FORWARD or ranked(scene, spot, index)):
            break
        index += 1
    return None


def ranked(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a word compares with other rounds: "its biggest cut since 2009"."""
    chunk = spot.sentence.chunks[index]
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    return words.endswith("est") or words in ("first", "second", "worst", "most")


def dates_next(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a date behind "and" is the next number's: "300, and in March 200 more"."""
    before = [chunk.name for chunk in chunks[max(0, index - 2) : index]]
    behind = [chunk.name for chunk in chunks[index + 1 : index + 3] if chunk.name != "at"]
    return "and" in before and behind[:1] == ["number"]


def leading(scene: Scene, spot: Spot) -> int | None:
    """The index of the date before a finding in the same clause; a part or an earlier round that
    is told in passing has none there."""
    chunks, finding = spot.sentence.chunks, spot.finding
    index = before_insertion(chunks, min(verb_of(spot), finding.first) - 1)
    told_apart = {"link", "scope"} & set(finding.rule.gives)
    while not told_apart and index >= max(0, finding.first - 24):
        if chunks[index].name == "date":
            return index if introduced(scene, spot, index) else None
        dash = scene.words(spot.part, chunks[index].start, chunks[index].end)
        if dash.lower() == "when":
            return date_of_when(chunks, index)
        if chunks[index].name not in LEFT or dash in ("–", "—", "--"):
            break
        index -= 1
    return None


def dated_entry(spot: Spot) -> int | None:
    """The date that heads an entry of a timeline: "**March 2023** – X cuts 300 jobs"."""
    for index, chunk in enumerate(spot.sentence.chunks[:2]):
        if chunk.name == "date" and spot.finding.first > index + 1:
            marked = spot.sentence.chunks[index + 1].name in ("dash", "stop")
            return index if marked else None
    return None


def date_of_when(chunks: Sequence[Chunk], index: int) -> int | None:
    """The date right before a clause with "when", which is the clause's date too."""
    while index > 0 and chunks[index - 1].name in WHEN:
        index -= 1
    return index - 1 if index > 0 and chunks[index - 1].name == "date" else None


ELSEWHERE = kinds("after follow cut dismiss acquire launch close lose-job go layoff job worker")
"""Chunks before a date that say what else it dates."""


def introduced(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date before the match is told of it: not of something that it came after, and
    not a bare date line."""
    chunks = spot.sentence.chunks
    back = index - 1
    while back > 0 and chunks[back].name in ("money", "at"):
        back -= 1
    before = chunks[back].name if index else ""
    if (
        before in ELSEWHERE
        or of_another(scene, spot, index)
        or (before == "announce" and chunks[index + 1].name == "comma")
    ):
        return False
    words = scene.words(spot.part, chunks[index].start, chunks[index].end)
    return not words[0].isdigit() or chunks[index + 1].name == "comma"


def of_another(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date ends a clause that tells what came before: "After buying X in 2020, it"."""
    chunks = spot.sentence.chunks
    while index > 0 and chunks[index - 1].name not in ("comma", "stop", "dash"):
        index -= 1
    words = scene.words(spot.part, chunks[index].start, chunks[index].end).lower()
    return words in ("after", "following", "despite", "although", "though", "because")


def tense_of(scene: Scene, spot: Spot, index: int, state: str) -> Literal["past", "future"] | None:
    """past or future as the verb nearest to the date says; None for a bare noun phrase."""
    chunks = spot.sentence.chunks
    if expected(chunks, index) or deadline(scene, spot, chunks[index]):
        return "future"
    if index == announced(spot):
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
