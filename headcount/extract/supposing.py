"""Cuts that are only supposed: conditions, fears, comparisons, and what nobody said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from headcount.extract.bystanders import verb_of
from headcount.extract.hearsay import word
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk


def supposed(scene: Scene, spot: Spot) -> bool:
    """Whether a finding is no fact of the sentence: "whether it cut", "would cut if", "had it"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    if none_of(scene, spot) or once_feared(scene, spot) or unsaid(scene, spot):
        return True
    if word(scene, spot, 0) in INVERTED and chunks[0].name in ("have", "word"):
        return True
    modal = any(chunk.name in MODAL for chunk in chunks[first : spot.finding.last])
    for index in range(len(chunks)):
        here = word(scene, spot, index)
        if here not in ("whether", *CONDITIONS):
            continue
        between = {one.name for one in chunks[index + 1 : first]} if index < first else {"comma"}
        inside = not between & {"comma", "stop"}
        if here == "whether" and inside:
            return True
        if here != "whether" and not even(scene, spot, index) and (inside or modal):
            firm = index > first and all(
                chunk.name not in MODAL[:2] for chunk in chunks[first:index]
            )
            return not firm
    return False


def once_feared(scene: Scene, spot: Spot) -> bool:
    """Whether somebody had expected what has come otherwise: "had feared 900 jobs would go"."""
    said = [word(scene, spot, at) for at in range(max(verb_of(spot) + 1, spot.finding.first))]
    return any(one == "had" and words in FEARED for one, words in pairwise(said))


def unsaid(scene: Scene, spot: Spot) -> bool:
    """Whether somebody would not say so: "declined to confirm that 300 jobs would go"."""
    chunks = spot.sentence.chunks[: verb_of(spot)]
    told = [at for at, chunk in enumerate(chunks) if chunk.name in ("announce", "say")]
    before = " ".join(word(scene, spot, at) for at in range(told[-1])) if told else ""
    return before.endswith(SILENT)


SILENT = ("declined to", "declines to", "refused to", "refuses to", "neither", "not", "n't")


FEARED = frozenset({"feared", "expected", "hoped", "forecast", "predicted", "anticipated"})


NOBODY = frozenset({"nobody", "no one", "no-one"})


def willing(behind: Sequence[str]) -> bool:
    """Whether people went because they wanted to: "left of their own accord"."""
    return "of their own accord" in " ".join(behind[:8])


def none_of(scene: Scene, spot: Spot) -> bool:
    """Whether it befalls none of a number: "none of its own 530 staff will be affected"."""
    said = [word(scene, spot, at) for at in range(len(spot.sentence.chunks))]
    if not NOBODY.isdisjoint(said[: verb_of(spot)]) or willing(said[spot.finding.last :]):
        return True
    jobs = spot.finding.slots.get("jobs", (0, 0))[1]
    before, behind = " ".join(said[: spot.finding.first]), " ".join(said[jobs : jobs + 5])
    if before.endswith("had been talk of") or " at a time" in behind:
        return True
    at = spot.finding.first - 1
    while at > 0 and spot.sentence.chunks[at].name in ("possessive", "determiner", "word", "of"):
        at -= 1
    return at >= 0 and word(scene, spot, at) in ("none", "none of", "not one of")


MODAL = ("conditional", "might", "future")


INVERTED = ("had", "should")


CONDITIONS = ("if", "unless")


def compared(scene: Scene, spot: Spot) -> bool:
    """Whether a number is no number of cuts: "300 jobs fewer than planned", "300 jobs to 200",
    "lost 300 workers to a rival", "300 jobs will go to Ohio"."""
    chunks, last = spot.sentence.chunks, spot.finding.last
    behind = [word(scene, spot, at) for at in range(last, min(last + 2, len(chunks)))]
    if " ".join(behind).startswith(("fewer than", "less than", "more than")):
        return True
    inside = [word(scene, spot, at) for at in range(spot.finding.first, last)]
    if not {"fewer than", "less than", "more than"}.isdisjoint(inside):
        return True
    if behind[:1] == ["than"] and not {"fewer", "more", "less"}.isdisjoint(inside):
        return True
    if lives(scene, spot):
        return True
    if behind[:1] != ["to"] or last + 1 == len(chunks) or by_how_much(chunks, last):
        return False
    verb = spot.finding.slots.get("verb")
    if (
        verb is not None
        and chunks[verb[1] - 1].name == "go"
        and chunks[last + 1].name in ("place", "name")
    ):
        return True
    lost = verb is not None and word(scene, spot, verb[1] - 1) in LOSING
    staff = chunks[last - 1].name == "worker"
    return chunks[last + 1].name == "number" or (lost and staff)


def lives(scene: Scene, spot: Spot) -> bool:
    """Whether people lose something else than their jobs: "cost 12 workers their lives"."""
    chunks, last = spot.sentence.chunks, spot.finding.last
    verb = spot.finding.slots.get("verb")
    if verb is None or word(scene, spot, verb[1] - 1) not in COSTING:
        return False
    owned = [chunk.name for chunk in chunks[last : last + 2]]
    return owned[:1] == ["possessive"] and owned[1:] != ["job"]


COSTING = ("cost", "costs", "costing")


def by_how_much(chunks: Sequence[Chunk], last: int) -> bool:
    """Whether what ends before chunk `last` is a difference: "cut its staff by a fifth to 900"."""
    return any(chunk.name == "by" for chunk in chunks[max(0, last - 3) : last - 1])


LOSING = ("lose", "loses", "losing", "lost")


def even(scene: Scene, spot: Spot, index: int) -> bool:
    """ "even if" is no condition."""
    return index > 0 and word(scene, spot, index - 1) in ("even", "as")
