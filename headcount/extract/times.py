"""When a finding happened: the date words of its clause, of its announcement, or of the sentence
behind it that speaks of the same cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from headcount.extract.accompanied import accompanied
from headcount.extract.distant import afterwards, announced, completion
from headcount.extract.foregoing import foregoing
from headcount.extract.leading import dated_entry, leading
from headcount.extract.scene import Scene, Spot
from headcount.extract.tenses import Step, tense_of
from headcount.extract.trailing import date_chunk
from headcount.language import dates, edtf
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.lexicon import lexicon
from headcount.model import Date, Part, Span
from headcount.source import EXCERPT_WORDS


def date(scene: Scene, spot: Spot, state: str) -> Date | None:
    """When it happened, or else when it was announced: the first of the sentence's date words for
    it that can be resolved, then those of the sentences around; or the reason why none can."""
    own = (date_chunk(scene, spot), leading(scene, spot))
    places = [index for index in own if index is not None] or [*entry(spot)]
    if not places and (deed := accompanied(scene, spot)) is not None:
        places = [deed]
    said = announced(scene, spot)
    base = opening(spot) if said is None else said
    if base is not None and places and counts_on(scene, spot, base, places[0]):
        return dated(scene, spot, base, state)
    unresolved = None
    for index in places:
        found = dated(scene, spot, index, state)
        if found.edtf is not None or counts_back(scene, found.at):
            return found
        unresolved = unresolved or found
    if not places and (behind := heading(scene, spot) or afterwards(scene, spot)) is not None:
        return following(scene, spot, behind)
    before = foregoing(scene, spot, state) if not places else None
    if before is not None:
        sentence, index, coming = before
        chunk = sentence.chunks[index]
        ended = resolve(scene, spot.part, chunk, "future" if coming else "past")
        if ended.edtf is not None:
            return ended
    if said is not None and said not in places:
        found = dated(scene, spot, said, state)
        unresolved = found if found.edtf is not None else unresolved or found
    return unresolved


def opening(spot: Spot) -> int | None:
    """The date that a sentence opens with, before a comma: "In May, X, which Y bought, said"."""
    names = [chunk.name for chunk in spot.sentence.chunks[:2]]
    return 0 if names == ["date", "comma"] and spot.finding.first > 1 else None


def counts_on(scene: Scene, spot: Spot, said: int, index: int) -> bool:
    """Whether date words count on from an announcement of long ago, and not from the article: "said
    in May it would cut 300 jobs over the next 14 months"."""
    chunks, published = spot.sentence.chunks, scene.article.published
    words = scene.words(spot.part, chunks[index].start, chunks[index].end)
    if said == index or published is None or ON.match(words) is None:
        return False
    told = resolve(scene, spot.part, chunks[said], "told").edtf
    end, today = edtf.bounds(told)[1] if told else None, edtf.bounds(published)[0]
    return end is not None and today is not None and (today - end).days > 0


ON = re.compile(r"(?:(?:over|in|within|during) )?the (?:next|coming|following)\b", re.IGNORECASE)


def entry(spot: Spot) -> Iterator[int]:
    """The date that heads the finding's entry of a list, if there is one."""
    index = dated_entry(spot)
    if index is not None:
        yield index


def dated(scene: Scene, spot: Spot, index: int, state: str) -> Date:
    """What the date words at `index` say of a finding, counted from an earlier date if need be."""
    chunk = spot.sentence.chunks[index]
    if index < spot.finding.first and since_when(scene, spot, index):
        chunk = chunk._replace(start=chunk.start + len("since "))
    tense = tense_of(scene, spot, index, state)
    resolved = resolve(scene, spot.part, chunk, tense)
    if resolved.anchor is not None and bare(scene, resolved.at) and looks_back(scene):
        return replace(resolved, edtf=None, basis="unresolved", anchor=None, reason=OTHER_YEAR)
    if tense == "future" and either(scene, spot, index, resolved):
        return resolve(scene, spot.part, chunk, None)
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


def bare(scene: Scene, at: Span) -> bool:
    """Whether date words are a month or a day of one, whose year only the publication gives."""
    words = scene.words(at.in_, at.start, at.end).lower().split()
    return bool(words) and any("month" in lexicon().classes(one.strip(",")) for one in words)


def looks_back(scene: Scene) -> bool:
    """Whether a story is about what happened years ago: "Five years since", "ten years ago today"
    in its headline or first sentence."""
    lead = scene.body.sentences[0] if scene.body.sentences else None
    words = scene.words("body", lead.start, lead.end) if lead is not None else ""
    return ANNIVERSARY.search(f"{scene.title.text} {words}") is not None


ANNIVERSARY = re.compile(
    r"\byears (?:since|on from|after)\b|\byears ago (?:this|today|tomorrow|yesterday)\b"
    r"|\banniversary\b",
    re.IGNORECASE,
)

OTHER_YEAR = "it may be the month of publication or that of another year"


def either(scene: Scene, spot: Spot, index: int, found: Date) -> bool:
    """Whether a month or day without a year, behind cuts that were announced, has just been and
    comes again only much later, so that it may be the announcement's or the cuts': "announced that
    it would cut 300 jobs in March", told in May."""
    before = spot.sentence.chunks[:index]
    told = any(one.name in SAYING and not one.forms.isdisjoint(OVER) for one in before)
    if found.edtf is None or scene.article.published is None or not told:
        return False
    if index < spot.finding.first or any(one.name == "date" for one in before):
        return False
    past = resolve(scene, spot.part, spot.sentence.chunks[index], "past").edtf
    if past is None or past == found.edtf or past[:4] == found.edtf[:4]:
        return False
    (was, _), (comes, _) = edtf.bounds(past), edtf.bounds(found.edtf)
    today = edtf.bounds(scene.article.published)[0]
    if was is None or comes is None or today is None:
        return False
    return (today - was).days < RECENT and (comes - today).days > FAR


SAYING = kinds("say announce")
OVER = frozenset({"past", "participle"})
RECENT, FAR = 150, 200
"""Days since what has just been, and until what is far ahead."""


def since_when(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a clause with "when" tells what happened at the start of a period: "since May, when
    it cut 300 jobs"."""
    chunk, behind = spot.sentence.chunks[index], spot.sentence.chunks[index + 1 : index + 3]
    words = [scene.words(spot.part, one.start, one.end).lower() for one in (chunk, *behind)]
    between = spot.sentence.chunks[index + 3 : spot.finding.first]
    if any(one.name == "comma" for one in between):
        return False
    return words[0].startswith("since ") and "when" in words[1:]


def heading(scene: Scene, spot: Spot) -> tuple[Sentence, int] | None:
    """The date that a sentence gives for all cuts before it breaks them down: "The layoffs take
    effect May 3 and hit two mills: 40 in Leeds"."""
    if spot.part != "body" or spot.finding.rule.gives.get("in") != "split":
        return None
    index = completion(scene, spot.sentence)
    return None if index is None or index >= spot.finding.first else (spot.sentence, index)


def following(scene: Scene, spot: Spot, behind: tuple[Sentence, int]) -> Date | None:
    """The date of a sentence behind the finding's, if both are short enough to be quoted."""
    sentence, index = behind
    chunk = sentence.chunks[index]
    start, last = spot.sentence.chunks[spot.finding.first].start, chunk.end
    if sentence is spot.sentence:
        start, last = chunk.start, spot.sentence.chunks[spot.finding.last - 1].end
    if len(scene.words(spot.part, start, last).split()) > EXCERPT_WORDS:
        return None
    told = {scene.words("body", one.start, one.end).lower() for one in sentence.chunks[:index]}
    coming = any(one.name in COMING for one in sentence.chunks[:index])
    past = not coming and not told.isdisjoint(PAST)
    found = resolve(scene, spot.part, chunk, "past" if past else "future")
    return found if found.edtf is not None else None


COMING = kinds("future plan expected expect")
"""Chunks by which a sentence tells of what is to come."""

PAST = frozenset(
    {"has", "have", "had", "was", "were", "took place", "happened", "began", "started", "ended"}
)
"""Words by which a sentence tells of what is over."""


def resolve(scene: Scene, part: Part, chunk: Chunk, tense: Step | None) -> Date:
    """The date words of a chunk, reckoned from the publication date."""
    words = scene.words(part, chunk.start, chunk.end)
    value = dates.resolve(words, scene.article.published, tense, None)
    span = scene.span(part, chunk.start, chunk.end)
    return Date(value.edtf, span, value.basis, value.anchor, None, tense, value.reason)


def counts_back(scene: Scene, at: Span) -> bool:
    """Whether date words count from another date: "two years earlier"."""
    words = scene.words(at.in_, at.start, at.end).lower().removesuffix(" that").split()
    if words[-1] in ("earlier", "previously", "before", "later", "prior", "after"):
        return len(words) > 1
    return len(words) > 1 and words[-2] in ("that", "same", "previous", "preceding", "following")


def earlier_date(scene: Scene, spot: Spot, index: int) -> Date | None:
    """The date of the text that "two years earlier" counts from: the one before it."""
    last = spot.sentence.chunks[index]
    clause = scene.words(spot.part, last.start, last.end).endswith("after")
    for number in range(spot.index, max(-1, spot.index - (1 if clause else 2)), -1):
        sentence = scene.passage(spot.part).sentences[number]
        stop = index if number == spot.index else len(sentence.chunks)
        for chunk in reversed(sentence.chunks[:stop]):
            if chunk.name == "date":
                found = resolve(scene, spot.part, chunk, "past")
                return found if found.edtf is not None else None
    return None
