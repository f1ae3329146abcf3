"""What belongs to a finding besides numbers, names and date: scope, attribution."""

from __future__ import annotations

from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon
from headcount.model import Date, Mark, Part, Via

# ---------------------------------------------------------------- scope


PERIOD = ("since", "between", "from")


def scope(scene: Scene, spot: Spot, when: Date | None) -> Mark:
    """part, or aggregate for a total over several rounds, with the words that say so."""
    if spot.finding.rule.gives.get("scope") == "aggregate":
        chunks = spot.sentence.chunks
        start, end = chunks[spot.finding.first].start, chunks[spot.finding.last - 1].end
        return Mark("aggregate", scene.span(spot.part, start, end), "rule")
    if when is not None and when.edtf is not None and "/" in when.edtf:
        words = scene.words(spot.part, when.at.start, when.at.end).lower()
        if words.startswith(PERIOD) or " and " in words:
            return Mark("aggregate", when.at, "period")
    return Mark("part", None, "default")


# ---------------------------------------------------------------- attribution


BEFORE_DOCUMENT = kinds("word determiner at of worker org possessive company clitic")


def via(scene: Scene, part: Part, index: int) -> tuple[Via, ...]:
    """Where the article has a sentence from: publishers and documents, in the order told."""
    sentence = scene.passage(part).sentences[index]
    chunks = sentence.chunks
    found = []
    cited = False
    for number, chunk in enumerate(chunks):
        cited = cited or chunk.name == "according"
        before = chunks[number - 1].name if number else ""
        following = chunks[number + 1].name if number + 1 < len(chunks) else ""
        span = scene.span(part, chunk.start, chunk.end)
        words = scene.words(part, chunk.start, chunk.end)
        if chunk.name == "publisher" and (
            cited or following == "say" or before in ("at", "including")
        ):
            one = mention_of(chunk)
            found.append(Via(one.is_, one.name, span))
        elif is_document(chunk, words) and (cited or before in BEFORE_DOCUMENT):
            found.append(Via(lexicon().value("document", words) or "", words, span))
    return tuple(dict.fromkeys(found))


def is_document(chunk: Chunk, words: str) -> bool:
    named = chunk.name in ("document", "expected", "announce")
    return named and lexicon().value("document", words) is not None
