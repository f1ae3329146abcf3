"""How far an event has got, and whether its sentence tells, denies or only supposes it."""

from __future__ import annotations

from headcount.extract.scene import Scene, Spot
from headcount.extract.subjects import GROUP, verb_of
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon
from headcount.language.status import status_of
from headcount.model import Mark


def status(scene: Scene, spot: Spot) -> Mark | None:
    """The status of a finding, None when its words deny it or only suppose it."""
    if supposed(scene, spot) or compared(scene, spot):
        return None
    denial = contradicted(scene, spot)
    if denial is not None:
        return None if denial.is_ == "negated" else denial
    state = told(scene, spot)
    if state is not None and state.is_ == "planned" and dropped(spot):
        return None
    if state is not None and state.is_ == "announced" and state.basis != "rule":
        return outsider(scene, spot) or state
    return state


def told(scene: Scene, spot: Spot) -> Mark | None:
    """The status that the finding's own verbs and date words tell."""
    fixed = spot.finding.rule.gives.get("status")
    if fixed is not None:
        return Mark(fixed, None, "rule")
    chunks = spot.sentence.chunks
    slot = spot.finding.slots.get("verb")
    for first, last in groups(spot, slot):
        start, end = chunks[first].start, chunks[last - 1].end
        found = status_of(scene.words(spot.part, start, end))
        if found == "negated":
            return None
        if found is not None:
            return Mark(found, scene.span(spot.part, start, end))
    words = [chunk for chunk in chunks[spot.finding.last :][:3] if chunk.name == "date"]
    if any(since(scene, spot, chunk) for chunk in words):
        return Mark("completed", None, "default")
    return Mark("announced", None, "default")


def groups(spot: Spot, slot: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Verb groups that may tell the status, the nearest first: around the verb, then the one
    that governs the noun in the same clause."""
    found: list[tuple[int, int]] = []
    first = verb_of(spot)
    if slot is not None:
        found.append((first if first < slot[0] else slot[0], slot[1]))
    governing = governor(spot, first if slot is not None else spot.finding.first)
    if spot.finding.rule.id == "layoff.reduced" or coordinate(spot, first):
        return [*governing, *found]
    noun = slot is None or spot.sentence.chunks[slot[1] - 1].name in NOUNS
    if noun or spot.finding.rule.id in GOVERNED:
        found += governing
    return found


def coordinate(spot: Spot, first: int) -> bool:
    """Whether the verb is the second of two that share a beginning: "plans to sell and cut"."""
    chunks = spot.sentence.chunks
    return first > 0 and chunks[first - 1].name == "and" and "base" in chunks[first].forms


NOUNS = kinds("cut-noun layoff close-noun acquire-noun launch-noun")
GOVERNED = frozenset({"layoff.nominal", "acquisition.noun", "acquisition.active"})


def governor(spot: Spot, first: int) -> list[tuple[int, int]]:
    """The nearest verb group before chunk `first` in the same clause."""
    chunks = spot.sentence.chunks
    for index in range(first - 1, -1, -1):
        if chunks[index].name in ("stop", "cut", "dismiss"):
            return []
        if chunks[index].name in GROUP - {"to", "have", "be", "start", "process"}:
            start = index
            while start > 0 and chunks[start - 1].name in GROUP:
                start -= 1
            return [(start, index + 1)]
    return []


def since(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether date words tell of a time that has begun: "since the start of the year"."""
    return scene.words(spot.part, chunk.start, chunk.end).lower().startswith("since")


# ---------------------------------------------------------------- who says so, on what condition


def supposed(scene: Scene, spot: Spot) -> bool:
    """Whether a finding is no fact of the sentence: "whether it cut", "would cut if", "had it"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    if word(scene, spot, 0) in INVERTED and chunks[0].name in ("have", "word"):
        return True
    modal = any(chunk.name in MODAL for chunk in chunks[first : spot.finding.last])
    for index in range(len(chunks)):
        here = word(scene, spot, index)
        between = {one.name for one in chunks[index + 1 : first]} if index < first else {"comma"}
        inside = not between & {"comma", "stop"}
        if here == "whether" and inside:
            return True
        if here in CONDITIONS and not even(scene, spot, index) and (inside or modal):
            return True
    return False


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
    if behind[:1] != ["to"] or last + 1 == len(chunks):
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


LOSING = ("lose", "loses", "losing", "lost")


def dropped(spot: Spot) -> bool:
    """Whether a plan is given up right behind its number: "a plan to cut 300 jobs was scrapped"."""
    chunks, last = spot.sentence.chunks, spot.finding.last
    end = last
    while end < len(chunks) and end < last + 3 and chunks[end].name in ("have", "be"):
        end += 1
    return last < end < len(chunks) and chunks[end].name in ("cancel", "cut")


def word(scene: Scene, spot: Spot, index: int) -> str:
    """The words of a chunk in lower case."""
    chunk = spot.sentence.chunks[index]
    return scene.words(spot.part, chunk.start, chunk.end).lower()


def even(scene: Scene, spot: Spot, index: int) -> bool:
    """ "even if" is no condition."""
    return index > 0 and word(scene, spot, index - 1) in ("even", "as")


def contradicted(scene: Scene, spot: Spot) -> Mark | None:
    """The denial that the finding is told in: "denied that", "denied a report that"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    for index in range(first - 1, -1, -1):
        barred = chunks[index].name in ("say", "announce", "stop", "cut", "dismiss")
        if barred and not account(scene, spot, index):
            return None
        if chunks[index].name == "deny":
            told = chunks[index + 1 : first]
            direct = bool(told) and told[0].name in ("pronoun", "org")
            if not direct and not any(one.name == "that" for one in told):
                return None
            start = index
            while start > 0 and chunks[start - 1].name in GROUP:
                start -= 1
            words = scene.words(spot.part, chunks[start].start, chunks[index].end)
            span = scene.span(spot.part, chunks[start].start, chunks[index].end)
            return Mark(status_of(words) or "denied", span)
    return None


def account(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a word of saying is what a denial is of: "denied a newspaper report that"."""
    chunks = spot.sentence.chunks
    if chunks[index].name != "say" or not chunks[index].forms & {"base", "s"}:
        return False
    while index > 0 and chunks[index - 1].name in ("determiner", "possessive", "word", "more"):
        index -= 1
        if word(scene, spot, index) in ("but", "yet"):
            return False
    return index > 0 and chunks[index - 1].name == "deny"


def outsider(scene: Scene, spot: Spot) -> Mark | None:
    """The words by which somebody outside the employer says so: "the union claimed that"."""
    chunks, first, last = spot.sentence.chunks, verb_of(spot), spot.finding.last
    verbs = [at for at in range(first - 1, -1, -1) if chunks[at].name in ("say", "stop")]
    if verbs and chunks[verbs[0]].name == "say":
        return speaker(scene, spot, clause_start(chunks, verbs[0]), verbs[0] + 1)
    behind = next((at for at in range(last, len(chunks)) if chunks[at].name == "comma"), None)
    if behind is None:
        return None
    end = next(
        (
            at
            for at in range(behind + 1, len(chunks))
            if chunks[at].name in ("comma", "stop", "mark")
        ),
        len(chunks),
    )
    spoken = next((at for at in range(behind + 1, end) if chunks[at].name == "say"), None)
    return None if spoken is None else speaker(scene, spot, behind + 1, spoken + 1)


def clause_start(chunks: tuple[Chunk, ...], index: int) -> int:
    """Where the clause of a verb begins."""
    while index > 0 and chunks[index - 1].name not in ("comma", "stop"):
        index -= 1
    return index


def speaker(scene: Scene, spot: Spot, first: int, end: int) -> Mark | None:
    """A noun for somebody outside the employer before the verb of saying, down to the verb."""
    for index in range(first, end):
        if "outsider" in lexicon().classes(word(scene, spot, index)):
            chunks = spot.sentence.chunks
            start, stop = chunks[index].start, chunks[end - 1].end
            state = status_of(scene.words(spot.part, start, stop))
            return None if state is None else Mark(state, scene.span(spot.part, start, stop))
    return None
