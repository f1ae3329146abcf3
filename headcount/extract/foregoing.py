"""The date of the closing that the sentence before a cut tells: "It will close its mill in June.
The move will cost 300 jobs"."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import classes_of
from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.tidings import said_at
from headcount.source import EXCERPT_WORDS

BUSY = kinds("number percent dismiss layoff lose-job hire cancel deny and stop that after relative")
"""Chunks of a sentence that tells more than one deed."""

COMING = kinds("future conditional")
ENDS = frozenset({"end", "ends", "ending", "ended", "cease", "ceases", "ceased"})

LINKS = ("as a result", "that means", "this means", "that will", "this will", "in all", "in total")
"""Words by which a sentence begins that tells what came of the one before."""

OUTCOMES = ("the move", "the closure", "the decision", "the shutdown", "its closure", "closure")
"""The same as its subject."""

ELSEWHERE = kinds("org name place unit-noun sector date")
"""Chunks of a sentence that may tell of other jobs than those of the closing."""


def foregoing(scene: Scene, spot: Spot, state: str) -> tuple[Sentence, int, bool] | None:
    """The sentence before a finding's and the index of its one date, if it tells of a closing and
    the finding what comes of it; and whether that is to come."""
    if spot.part != "body" or not spot.index or not goes_on(scene, spot):
        return None
    sentence = scene.body.sentences[spot.index - 1]
    chunks = sentence.chunks
    found = [at for at, chunk in enumerate(chunks) if chunk.name == "date"]
    if len(found) != 1 or sentence.holds(BUSY) or not one_employer(chunks):
        return None
    deeds = [at for at, chunk in enumerate(chunks) if is_end(scene, spot, chunk)]
    said = said_at(scene.body.text, chunks, found[0])
    last = spot.sentence.chunks[spot.finding.last - 1].end
    if not deeds or said is not None or found[0] not in (0, len(chunks) - 2):
        return None
    if len(scene.words("body", chunks[0].start, last).split()) > EXCERPT_WORDS:
        return None
    coming = any(chunk.name in COMING for chunk in chunks)
    return (sentence, found[0], coming) if coming is (state != "completed") else None


def goes_on(scene: Scene, spot: Spot) -> bool:
    """Whether a finding's sentence begins with words for what came before, or with the number of
    those concerned, and names nobody else and no other place or time."""
    chunks = spot.sentence.chunks
    words = scene.words("body", spot.sentence.start, spot.sentence.end).lower().split()
    opening = " ".join(words[:3]).replace(",", "")
    if any(chunk.name in ELSEWHERE for chunk in chunks):
        return False
    if opening.startswith((*LINKS, *OUTCOMES)):
        return True
    everybody = words[0] == "all" and chunks[1].name == "number"
    return chunks[0].name == "number" or everybody


def one_employer(chunks: Sequence[Chunk]) -> bool:
    """Whether a sentence names one organisation at most."""
    return len({mention_of(chunk).is_ for chunk in chunks if chunk.name == "org"}) <= 1


def is_end(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether a word tells of a closing, a collapse or an end."""
    if chunk.name == "close" or "collapse" in classes_of(scene, spot, chunk):
        return True
    return scene.words("body", chunk.start, chunk.end).lower() in ENDS
