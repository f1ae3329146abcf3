"""The date of what a cut accompanies: "It folded in March, with 300 made redundant", "In 2021 it
shut a mill, putting 175 out of work"."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import classes_of, verb_of
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, kinds

REACH = 20
"""Chunks from a deed to the cut that it brought."""

PARTING = kinds("stop dash bracket that relative say announce after money percent")
"""Chunks over which a clause is another's."""

BEFORE = kinds("determiner word more at of including relative")
"""Chunks between such a word and the number."""

WITH = frozenset({"with", "leaving", "meaning", "causing"})
"""Words between a deed and what it brought."""


def accompanied(scene: Scene, spot: Spot) -> int | None:
    """The index of the one date of the clause before a finding, if that clause tells of a closing
    or collapse and the finding what came of it."""
    chunks = spot.sentence.chunks
    last = before_result(scene, spot)
    if last is None:
        return None
    first = last
    while first > 0 and last - first < REACH and chunks[first - 1].name not in PARTING:
        first -= 1
    clause = chunks[first : last + 1]
    deeds = [chunk for chunk in clause if is_deed(scene, spot, chunk)]
    found = [at for at, chunk in enumerate(clause, first) if chunk.name == "date"]
    busy = {"number", "cut", "dismiss", "layoff"} & {chunk.name for chunk in clause}
    if not deeds or len(found) != 1 or busy:
        return None
    outer = found[0] in (first, last) or deeds[0] in chunks[max(0, found[0] - NEAR) : found[0]]
    return found[0] if outer else None


NEAR = 9
"""Chunks at most from a deed to its date: "closed its mill in Leeds on 3 May"."""


def before_result(scene: Scene, spot: Spot) -> int | None:
    """The last chunk of the clause that a result stands behind: one with "with", with an -ing form
    behind a comma, or with a subject of its own behind "and"."""
    chunks = spot.sentence.chunks
    first = min(verb_of(spot), spot.finding.first)
    verb = spot.finding.slots.get("verb", (first, 0))[0]
    if "ing" in chunks[verb].forms and verb == first and name_at(chunks, first - 1) == "comma":
        return first - 2 if first > 1 else None
    at = first - 1
    if (move := of_move(scene, spot, at)) is not None:
        return move
    if name_at(chunks, at) == "relative" and name_at(chunks, at - 1) == "comma" and at > 2:
        return at - 2
    while at > 0 and chunks[at].name in BEFORE:
        words = scene.words(spot.part, chunks[at].start, chunks[at].end).lower()
        if chunks[at].name == "relative" and name_at(chunks, at - 1) == "at":
            at -= 1
            words = "with"
        if words in WITH:
            return at - 1 - (name_at(chunks, at - 1) == "comma")
        at -= 1
    own = name_at(chunks, at) == "and" and chunks[spot.finding.first].name in ("number", "worker")
    future = any(chunk.name == "future" for chunk in chunks[spot.finding.first : spot.finding.last])
    if own and not future and not any(chunk.name == "future" for chunk in chunks[:at]):
        return at - 1
    return None


def of_move(scene: Scene, spot: Spot, at: int) -> int | None:
    """The last chunk before ", a move that" and what it brings, if "that" stands at `at`."""
    chunks = spot.sentence.chunks
    if name_at(chunks, at) not in ("that", "relative") or at < 4:
        return None
    word = scene.words(spot.part, chunks[at - 1].start, chunks[at - 1].end).lower()
    named = [chunk.name for chunk in chunks[at - 3 : at - 1]]
    return at - 4 if named == ["comma", "determiner"] and word in MOVES else None


MOVES = frozenset({"move", "step", "decision", "closure"})


def name_at(chunks: Sequence[Chunk], index: int) -> str:
    return chunks[index].name if index >= 0 else ""


def is_deed(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether a word tells of an end, or of a round that a clause with "in which" goes on with."""
    return chunk.name == "close" or bool(DEEDS & classes_of(scene, spot, chunk))


DEEDS = frozenset({"collapse", "undertaking", "total-word"})
