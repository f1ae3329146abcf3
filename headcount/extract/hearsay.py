"""Who but the employer says so: a union, an analyst, an unnamed source, another paper."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import verb_of
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon
from headcount.language.status import status_of
from headcount.model import Mark

REPORTED = Mark("reported", None, "default")
"""What no words of the lexicon say, but a publisher's name or the place in a headline."""


def hearsay(scene: Scene, spot: Spot) -> Mark | None:
    """The words by which somebody outside the employer says so: "the union claimed that", "people
    say", "according to sources", "the Herald reported"."""
    chunks, first, last = spot.sentence.chunks, verb_of(spot), spot.finding.last
    verbs = [at for at in range(first - 1, -1, -1) if chunks[at].name in ("say", "stop")]
    if verbs and chunks[verbs[0]].name == "say":
        start = clause_start(chunks, verbs[0])
        return speaker(scene, spot, start, verbs[0] + 1)
    for behind in range(last, len(chunks)):
        if chunks[behind].name in ANOTHER:
            break
        if chunks[behind].name == "according":
            return source(scene, spot, behind + 1)
        if chunks[behind].name == "expected" and other_than(chunks, last, behind):
            return label(scene, spot)
        if chunks[behind].name == "expected":
            return REPORTED
        if chunks[behind].name in ENDS and (found := aside(scene, spot, behind + 1)) is not None:
            return found
    return label(scene, spot)


def other_than(chunks: Sequence[Chunk], last: int, at: int) -> bool:
    """Whether what is thought is of another thing that an "and" right behind cuts names: "the loss
    of 140 jobs and debts thought to be"."""
    return at == last + 2 and (chunks[last].name, chunks[last + 1].name) == ("and", "word")


ENDS = kinds("comma dash stop")
ANOTHER = kinds("cut dismiss acquire launch close hire")
"""Verbs of a clause that a speaker behind it speaks of, and not of the one before."""


def aside(scene: Scene, spot: Spot, first: int) -> Mark | None:
    """A speaker behind a comma or dash, at the end of the sentence or before the next comma."""
    chunks = spot.sentence.chunks
    end = first
    while end < len(chunks) and chunks[end].name not in ("comma", "stop", "mark"):
        end += 1
    if spot.part == "title" and end == len(chunks) and end - first < 3:
        return bare(scene, spot, first, end)
    spoken = next((at for at in range(first, end) if chunks[at].name == "say"), None)
    if spoken is not None:
        return speaker(scene, spot, first, spoken + 1)
    return None


def label(scene: Scene, spot: Spot) -> Mark | None:
    """ "Report:" before a headline."""
    chunks = spot.sentence.chunks
    if spot.part != "title" or len(chunks) < 3 or chunks[1].name != "stop":
        return None
    return bare(scene, spot, 0, 1)


def bare(scene: Scene, spot: Spot, first: int, end: int) -> Mark | None:
    """A noun alone for where a headline has it from: "- sources", ": report"."""
    words = {word(scene, spot, at) for at in range(first, end)}
    return REPORTED if words & {"report", "reports", "source", "sources", "union"} else None


def source(scene: Scene, spot: Spot, first: int) -> Mark | None:
    """Whom "according to" names, if not the employer."""
    chunks = spot.sentence.chunks
    for index in range(first, min(first + 5, len(chunks))):
        if chunks[index].name in ("comma", "stop"):
            break
        if outside(scene, spot, index) or chunks[index].name == "expected":
            return REPORTED
    return None


def clause_start(chunks: tuple[Chunk, ...], index: int) -> int:
    """Where the clause of a verb begins."""
    while index > 0 and chunks[index - 1].name not in ("comma", "stop", "bracket", "dash", "mark"):
        index -= 1
    return index


def speaker(scene: Scene, spot: Spot, first: int, end: int) -> Mark | None:
    """Somebody outside the employer before the verb of saying, with the words down to the verb
    where the lexicon knows them."""
    chunks = spot.sentence.chunks
    paper = word(scene, spot, end - 1).startswith("report")
    for index in range(first, end):
        if outside(scene, spot, index) or (paper and chunks[index].name in ("name", "org")):
            start, stop = chunks[index].start, chunks[end - 1].end
            state = status_of(scene.words(spot.part, start, stop))
            if state == "negated":
                return None
            known = state == "reported"
            return Mark("reported", scene.span(spot.part, start, stop)) if known else REPORTED
    return None


def outside(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a chunk is a union, a source, a publisher or people whom nobody counts."""
    chunks = spot.sentence.chunks
    if chunks[index].name == "publisher":
        return True
    words = word(scene, spot, index)
    if words in ("people", "person", "insiders", "source", "sources"):
        return not index or chunks[index - 1].name not in ("number", "possessive", "of")
    return "outsider" in lexicon().classes(words)


def word(scene: Scene, spot: Spot, index: int) -> str:
    """The words of a chunk in lower case."""
    chunk = spot.sentence.chunks[index]
    return scene.words(spot.part, chunk.start, chunk.end).lower()
