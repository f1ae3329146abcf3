"""The date in a finding or right behind it: what may stand between, what is passed over, and which
dates there are another's."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import classes_of, enclosed, governed
from headcount.extract.foregoing import is_end
from headcount.extract.leading import NEAR, of_clause
from headcount.extract.modality import since
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, kinds

FORWARD = NEAR | kinds("announce relative that might future start conditional plan-noun")
"""The same behind the match, where ", which may begin" may follow."""

TOLD = kinds("future might conditional start")
"""Helpers of a verb, whose subject a number of cuts is only if no preposition governs it."""


def date_chunk(scene: Scene, spot: Spot) -> int | None:
    """The index of the date in a finding or right behind it."""
    chunks, finding = spot.sentence.chunks, spot.finding
    if "when" in finding.slots:
        return finding.slots["when"][0]
    for index in range(spot.own, finding.last):
        if chunks[index].name == "date":
            return None if of_workforce(scene, spot, index) else index
    index = finding.last - (chunks[finding.last - 1].name == "after")
    own = {scene.words(spot.part, one.start, one.end) for one in chunks[finding.first : index]}
    if not BESIDE.isdisjoint(own):
        return None
    while index < len(chunks) and index < finding.last + 14:
        if chunks[index].name == "date":
            another = dates_next(chunks, index) or of_clause(scene, spot, index)
            another = another or of_workforce(scene, spot, index)
            another = another or labels(scene, spot, index) or ranking(scene, spot, index)
            return None if another else index
        if (clause := when_clause(scene, spot, index)) is not None:
            return clause
        if (clause := closing_clause(scene, spot, index)) is not None:
            return clause
        if (ahead := skipped(scene, spot, index)) > index:
            index = ahead
            continue
        if chunks[index].name in TOLD and governed(chunks, finding.first):
            break
        planned = chunks[index].name == "plan" and "participle" in chunks[index].forms
        words = scene.words(spot.part, chunks[index].start, chunks[index].end).lower()
        if words == "where" or (chunks[index].name == "comma" and enclosed(chunks, finding.first)):
            break
        passed = planned or chunks[index].name in FORWARD or carried_out(scene, spot, index)
        if not passed or ranked(scene, spot, index):
            break
        index += 1
    return None


BESIDE = frozenset({"ahead", "eve"})
"""Words that lead to what a cut comes before."""


def of_workforce(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date tells when a workforce was so large: "5% of its staff as of 31 March"."""
    chunk, before = spot.sentence.chunks[index], spot.sentence.chunks[index - 1]
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    share = spot.finding.slots.get("percent", (index, 0))[0] < index
    return share and before.name in ("worker", "roster", "measure") and words.startswith(COUNT_DAY)


COUNT_DAY = ("as of", "as at", "at the end", "at year", "at the close", "at the start")
"""How date words begin behind a workforce that was counted then."""


def ranking(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether "since" a date only ranks the cuts: "in the largest overhaul since 2014"."""
    chunks = spot.sentence.chunks
    own = range(spot.finding.slots.get("jobs", (0, spot.finding.last))[1], spot.finding.last)
    return any(ranked(scene, spot, at) for at in own) and since(scene, spot, chunks[index])


def labels(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a year is part of a name or of what something is called: "its Vision 2030 programme",
    "its 2025 plan"."""
    chunks = spot.sentence.chunks
    words = scene.words(spot.part, chunks[index].start, chunks[index].end)
    if not words.isdigit() or not 0 < index < len(chunks) - 1:
        return False
    before, behind = chunks[index - 1], chunks[index + 1]
    called = scene.words(spot.part, before.start, before.end)
    name = before.name in ("word", "name") and called[:1].isupper()
    owned = before.name in ("possessive", "determiner", "clitic")
    return name or (owned and behind.name in ("word", "plan-noun", "plan", "process", "roster"))


def when_clause(scene: Scene, spot: Spot, index: int) -> int | None:
    """The one date of a clause with "when" behind a cut, which tells of the same time: "when the
    mine goes into care and maintenance in November"."""
    chunks = spot.sentence.chunks
    if scene.words(spot.part, chunks[index].start, chunks[index].end).lower() not in TOGETHER:
        return None
    end = index + 1
    while end < len(chunks) and (chunks[end].name not in OUTSIDE or of_units(chunks, end)):
        end += 1
    found = [at for at in range(index + 1, end) if chunks[at].name == "date"]
    return found[0] if len(found) == 1 and found[0] > index + 1 else None


def of_units(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a number counts sites: "its last 19 stores"."""
    return (
        chunks[index].name == "number"
        and chunks[index + 1 : index + 2] != []
        and (chunks[index + 1].name == "unit-noun")
    )


def closing_clause(scene: Scene, spot: Spot, index: int) -> int | None:
    """The date of a clause in which the place of jobs that are to go is said to close: "at its
    mill, which will be mothballed in March", "where production will end in March"."""
    chunks = spot.sentence.chunks
    if chunks[index].name != "comma" or index + 3 >= len(chunks):
        return None
    first = chunks[index + 1]
    words = scene.words(spot.part, first.start, first.end).lower()
    if words not in ("which", "where") or not {"place", "unit-noun", "name"} & {
        one.name for one in chunks[max(0, index - 2) : index]
    }:
        return None
    end = index + 2
    while end < len(chunks) and chunks[end].name not in OUTSIDE:
        end += 1
    clause = chunks[index + 2 : end]
    found = [at for at in range(index + 2, end) if chunks[at].name == "date"]
    deeds = [one for one in clause if is_end(scene, spot, one)]
    coming = any(one.name == "future" for one in clause)
    return found[0] if len(found) == 1 and deeds and coming else None


TOGETHER = frozenset({"when", "once"})
OUTSIDE = kinds(
    "comma stop dash bracket number percent money dismiss hire say announce that relative"
)


def skipped(scene: Scene, spot: Spot, index: int) -> int:
    """The chunk behind what only tells more of a cut: an aside in commas that a date follows, how
    many are left, "and 200 in Ohio", "without forced redundancies"; `index` itself without one."""
    chunks = spot.sentence.chunks
    if counting(chunks, index):
        return index + 2
    if index == spot.finding.last and (meant := intended(chunks, index)) > index:
        return meant
    if index == spot.finding.last and (more := another_group(chunks, index)) > index:
        return more
    names = [one.name for one in chunks[index - 1 : index + 2]]
    split = names == ["and", "number", "at"] or names[:2] == ["to", "number"]
    if split and index == spot.finding.last:
        return index + 1
    if chunks[index].name == "comma":
        for end in range(index + 2, min(index + 16, len(chunks) - 1)):
            if chunks[end].name in BUSY:
                break
            if [one.name for one in chunks[end : end + 2]] == ["comma", "date"]:
                return end + 1
    words = scene.words(spot.part, chunks[index].start, chunks[index].end).lower()
    if words == "without":
        end = index + 1
        while end < len(chunks) and chunks[end].name in ("word", "layoff", "and"):
            end += 1
        return end
    return index


def intended(chunks: Sequence[Chunk], index: int) -> int:
    """The chunk behind whose plan cuts were: "300 cuts that it had planned for" 2025; `index`
    itself without such words."""
    end = index + (chunks[index].name in ("that", "relative"))
    if chunks[end].name not in ("pronoun", "org", "company"):
        return index
    end += 1 + (end + 1 < len(chunks) and chunks[end + 1].name == "have")
    return end + 1 if end < len(chunks) and chunks[end].name == "plan" else index


def another_group(chunks: Sequence[Chunk], index: int) -> int:
    """The chunk behind more people of the same cut: "and 29 classified employees,"; `index`
    itself without them."""
    names = [chunk.name for chunk in chunks[index : index + 8]]
    if names[:2] != ["and", "number"]:
        return index
    end = next((at for at, name in enumerate(names) if name in ("worker", "job")), 0)
    if not end or not set(names[2:end]) <= {"word", "of", "possessive", "more", "unit-noun"}:
        return index
    return index + end + 1


BUSY = kinds("stop money cut dismiss acquire launch close hire cancel plan follow apart-word after")
"""Chunks of a clause that tells something else."""


def counting(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a number behind a cut tells what is left, in how many steps, or how many more go:
    "to 900", "in two phases", "and 200 in Ohio"."""
    names = [chunk.name for chunk in chunks[index : index + 3]]
    return (names[:2] == ["to", "number"] or names == ["and", "number", "at"]) or (
        names[:2] == ["at", "number"] and names[2:] in (["word"], ["total-word"], ["unit-noun"])
    )


def carried_out(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a word belongs to how cuts are carried out: "a plan to be completed by June",
    "once the foundry closes in June"."""
    chunks = spot.sentence.chunks
    if chunks[index].name in ("to", "be", "future", "relative", "process"):
        return any(
            "carrying-out" in classes_of(scene, spot, chunk)
            for chunk in chunks[index + 1 : index + 5]
        )
    if chunks[index].name == "go":
        return bool({"relative", "pronoun"} & {one.name for one in chunks[index - 2 : index]})
    if chunks[index].name not in ("after", "close", "be", "pronoun"):
        return False
    words = {
        scene.words(spot.part, chunk.start, chunk.end).lower()
        for chunk in chunks[spot.finding.last : index + 1]
    }
    return bool({"when", "once"} & words)


def ranked(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a word compares with other rounds: "its biggest cut since 2009"."""
    chunk = spot.sentence.chunks[index]
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    counted = "ordinal" in classes_of(scene, spot, chunk)
    return words.endswith("est") or counted or words in ("worst", "most", "ahead")


def dates_next(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a date behind "and" is the next number's, or the next clause's: "300, and in March
    200 more", "300, and in March it cut 200"."""
    before = [chunk.name for chunk in chunks[max(0, index - 2) : index]]
    behind = [chunk.name for chunk in chunks[index + 1 : index + 4]]
    if behind[:2] == ["and", "date"] and "respectively" in [one.name for one in chunks[index:]]:
        return True
    behind = [name for name in behind if name not in ("at", "more", "determiner")]
    return "and" in before and behind[:1] in (["number"], ["pronoun"], ["org"], ["company"])
