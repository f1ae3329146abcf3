"""The day on which a cut was announced, where only the sentences around it say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headcount.extract.scene import Found, Scene, mention_of
from headcount.extract.setting import size
from headcount.extract.times import resolve
from headcount.language.chunks import Sentence
from headcount.language.quantities import read_jobs, read_percent
from headcount.language.tidings import REACH, said_at, told_on
from headcount.model import Claim, Date, Quote
from headcount.source import EXCERPT_WORDS, claim_id

LEAD = 3
"""Sentences of the body that tell the headline's news."""

NEWS = ("announced", "planned", "under_way", "reported", "cancelled", "denied")
"""States that an announcement tells; what is done may be long past."""


def announced_nearby(scene: Scene, found: Sequence[Found]) -> dict[str, Found]:
    """Claim id → the claim with the date of its announcement, for those that have none of their
    own and tell the article's news."""
    dated = {}
    for one in found:
        claim = inherited(scene, one, found)
        when = None if claim else announcement(scene, one)
        claim = replace(one.claim, date=when) if when is not None else claim
        if claim is not None:
            dated[one.claim.id] = replace(one, claim=replace(claim, id=claim_id(claim)))
    return dated


def inherited(scene: Scene, one: Found, found: Sequence[Found]) -> Claim | None:
    """A part without a date of its own, with that of the whole in its sentence, quoted as far: of
    a number broken down, or of cuts still to come."""
    if undated(one) is None or one.finding is None:
        return None
    if one.finding.rule.gives.get("link") != "part_of":
        return None
    for whole in found:
        same = (whole.part, whole.index, whole.claim.kind) == (one.part, one.index, "layoff")
        same = same and whole.claim.organisation.is_ == one.claim.organisation.is_
        if not same or size(whole) <= size(one) or undated(whole) is not None:
            continue
        bare = one.finding.rule.gives.get("in") in ("split", "part")
        if whole.claim.scope.is_ == "aggregate" or not (bare or whole.claim.status.is_ in NEWS):
            continue
        ours, theirs = one.claim.quote.at, whole.claim.quote.at
        at = replace(ours, start=min(ours.start, theirs.start), end=max(ours.end, theirs.end))
        words = scene.words(one.part, at.start, at.end)
        if len(words.split()) <= EXCERPT_WORDS:
            return replace(one.claim, date=whole.claim.date, quote=Quote(at, words))
    return None


def undated(one: Found) -> Claim | None:
    """The claim, if it has no date that is resolved."""
    date = one.claim.date
    return one.claim if date is None or date.edtf is None else None


def announcement(scene: Scene, one: Found) -> Date | None:
    """The date on which the nearest sentence that has one says that something was said."""
    if not is_news(scene, one) or (one.part == "title" and dated_below(scene, one)):
        return None
    for sentence in around(scene, one):
        index = told_on(scene.body.text, sentence, scene.article.published)
        if index is not None:
            return resolve(scene, "body", sentence.chunks[index], "told")
    return None


def dated_below(scene: Scene, one: Found) -> bool:
    """Whether the body gives a headline's number a date that is no announcement's."""
    text = scene.body.text
    for sentence in scene.body.sentences:
        chunks = sentence.chunks
        told = [chunk for chunk in chunks if chunk.name in ("number", "percent")]
        same = any(equals(text[chunk.start : chunk.end], one.claim) for chunk in told)
        days = [at for at, chunk in enumerate(chunks) if chunk.name == "date"]
        if same and any(said_at(text, chunks, at) is None for at in days):
            return True
    return False


def equals(words: str, claim: Claim) -> bool:
    """Whether words say a claim's number or share."""
    if claim.jobs is not None:
        read = read_jobs(words)
        return read is not None and read[:2] == (claim.jobs.low, claim.jobs.high)
    share = read_percent(words)
    return share is not None and claim.percent is not None and share[0] == claim.percent.value


def is_news(scene: Scene, one: Found) -> bool:
    """Whether a claim without a date tells what its article is about, and no earlier round."""
    claim, finding = one.claim, one.finding
    if claim.kind != "layoff" or finding is None:
        return False
    if undated(one) is None:
        return False
    if claim.scope.is_ == "aggregate" or not BACKGROUND.isdisjoint(finding.rule.gives.values()):
        return False
    chunks = scene.passage(one.part).sentences[one.index].chunks
    words = {scene.words(one.part, chunk.start, chunk.end).lower() for chunk in chunks}
    if not EARLIER.isdisjoint(words) or "status" in finding.rule.gives:
        return False
    fresh = one.part == "title" or one.index < REACH or bool({"has", "have"} & words)
    return claim.status.is_ in NEWS or fresh


BACKGROUND = frozenset({"apart", "revises", "aggregate"})
PAST = "earlier previous previously last already had since recent ago followed following"
EARLIER = frozenset(PAST.split())
"""Words of a sentence that tells what came before the news."""


def around(scene: Scene, one: Found) -> Iterator[Sentence]:
    """The sentences that may say when a claim was announced, the nearest first: of the same entry
    of a list, and of nobody else only."""
    body = scene.body.sentences
    at = one.index
    places = tuple(range(LEAD)) if one.part == "title" else (at - 1, at + 1, at - 2)
    for index in places:
        if not 0 <= index < len(body):
            continue
        entry = one.part == "title" or scene.heads[index] == scene.heads[one.index]
        if entry and same_employer(scene, one.claim, body[index]):
            yield body[index]


def same_employer(scene: Scene, claim: Claim, sentence: Sentence) -> bool:
    """Whether a sentence names the claim's employer or none."""
    named = [mention_of(chunk).is_ for chunk in sentence.chunks if chunk.name == "org"]
    return not named or any(scene.names.same_family(is_, claim.organisation.is_) for is_ in named)
