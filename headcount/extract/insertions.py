"""Names that a sentence only inserts before its verb: examples, who reports."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, kinds


def exampled(scene: Scene, spot: Spot, index: int) -> int | None:
    """The chunk before the relative clause whose list of examples holds the name at `index`: "X's
    papers, which include A, B and C, will cut"; None if it is no such example."""
    chunks = spot.sentence.chunks
    if chunks[index].name not in NAMES:
        return None
    at = index
    while at > 0 and chunks[at].name in LISTED:
        at -= 1
    words = scene.words(spot.part, chunks[at].start, chunks[at].end).lower()
    if words not in INCLUDING or at < 2 or chunks[at - 1].name != "comma":
        return None
    return at - 2


NAMES = kinds("org name place publisher")

LISTED = kinds("org name place publisher word comma and determiner dash bracket clitic unit-noun")
"""Chunks of a list of examples."""

INCLUDING = frozenset({"which include", "which includes", "which included"})


def reporting(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the name at `index` only reports what the subject does: "X, which the Daily reported
    laid off 300"."""
    behind = [chunk.name for chunk in chunks[index + 1 : index + 3]]
    back = index - 1 - (index > 1 and chunks[index - 1].name == "determiner")
    told = behind[:1] == ["say"] and behind[1:] and behind[1] not in ("that", "pronoun", "comma")
    return bool(told) and back > 0 and chunks[back].name == "relative"


def parented(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a name only tells whose owner acts: "the parent company of the toy brand X"."""
    chunks, at = spot.sentence.chunks, index - 1
    while at > 0 and chunks[at].name in ("word", "company", "determiner"):
        at -= 1
    before = chunks[max(0, at - 1)]
    words = scene.words(spot.part, before.start, before.end).lower()
    return at > 0 and chunks[at].name == "of" and words in ("parent company", "parent", "owner")
