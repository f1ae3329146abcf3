"""What belongs to a finding besides numbers, names and date: scope, attribution."""

from __future__ import annotations

from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.chunks import kinds
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
    if when is not None and when.edtf is not None and "/" in when.edtf and when.tense != "future":
        words = scene.words(spot.part, when.at.start, when.at.end).lower()
        if words.startswith(PERIOD) or " and " in words:
            return Mark("aggregate", when.at, "period")
    return Mark("part", None, "default")


# ---------------------------------------------------------------- attribution


SOURCES = kinds("publisher document expected announce")
BEFORE_DOCUMENT = kinds("word determiner at of worker org possessive company clitic")


def via(scene: Scene, part: Part, index: int) -> tuple[Via, ...]:
    """Where the article has a sentence from: publishers and documents, in the order told."""
    chunks = scene.passage(part).sentences[index].chunks
    found = []
    cited = False
    for number, chunk in enumerate(chunks):
        cited = cited or chunk.name == "according"
        if chunk.name not in SOURCES:
            continue
        before = chunks[number - 1].name if number else ""
        following = chunks[number + 1].name if number + 1 < len(chunks) else ""
        span = scene.span(part, chunk.start, chunk.end)
        words = scene.words(part, chunk.start, chunk.end)
        if chunk.name == "publisher":
            if cited or following == "say" or before in ("at", "including"):
                one = mention_of(chunk)
                found.append(Via(one.is_, one.name, span))
        elif cited or before in BEFORE_DOCUMENT:
            document = lexicon().value("document", words)
            if document is not None:
                found.append(Via(document, words, span))
    return tuple(dict.fromkeys(found))
