"""How far an event has got, and whether its sentence tells, denies or only supposes it."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import GROUP, verb_of
from headcount.extract.hearsay import hearsay, word
from headcount.extract.scene import Scene, Spot
from headcount.extract.supposing import CONDITIONS, compared, supposed
from headcount.language.chunks import Chunk, kinds
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
    if state is None or state.basis == "rule":
        return state
    if dropped(scene, spot, state.is_ == "planned"):
        return Mark("cancelled", None, "default")
    if state.is_ == "announced" and depends(scene, spot):
        return Mark("planned", None, "default")
    if state.is_ in ("announced", "planned", "under_way"):
        return foretold(scene, spot) or hearsay(scene, spot) or state
    return state


def told(scene: Scene, spot: Spot) -> Mark | None:
    """The status that the finding's own verbs and date words tell."""
    fixed = spot.finding.rule.gives.get("status")
    if fixed is not None:
        return Mark(fixed, None, "rule")
    chunks = spot.sentence.chunks
    slot = spot.finding.slots.get("verb")
    if slot is not None and (plan := by_plan(scene, spot, slot[1])) is not None:
        return plan
    if slot is not None and (bare := participle(scene, spot, slot)) is not None:
        return bare
    state = spot.finding.slots.get("state")
    for first, last in groups(spot, slot):
        start, end = chunks[first].start, chunks[(state[1] if state else last) - 1].end
        found = status_of(scene.words(spot.part, start, end))
        if found == "negated":
            return None
        if found is not None:
            return Mark(found, scene.span(spot.part, start, end))
    if slot is None and (meant := described(scene, spot)) is not None:
        return meant
    words = [chunk for chunk in chunks[spot.finding.last :][:3] if chunk.name == "date"]
    if any(since(scene, spot, chunk) for chunk in words):
        return Mark("completed", None, "default")
    return Mark("announced", None, "default")


def by_plan(scene: Scene, spot: Spot, last: int) -> Mark | None:
    """The status of what a plan does, with its verb before `last`: "posts affected by plans"."""
    chunks = spot.sentence.chunks
    if chunks[last - 1].name != "affect" or last >= len(chunks) or chunks[last].name != "by":
        return None
    at = last + 1
    while at < len(chunks) and at < last + 4 and chunks[at].name in ("determiner", "word"):
        at += 1
    if at == len(chunks) or chunks[at].name not in ("plan", "plan-noun"):
        return None
    return Mark("planned", scene.span(spot.part, chunks[last - 1].start, chunks[at].end))


def described(scene: Scene, spot: Spot) -> Mark | None:
    """The status that a word beside the noun for cuts tells: "1,300 planned job cuts"."""
    for chunk in spot.sentence.chunks[spot.finding.first : spot.finding.last]:
        if chunk.name == "plan" and chunk.forms & {"participle"}:
            return Mark("planned", scene.span(spot.part, chunk.start, chunk.end))
    return None


def participle(scene: Scene, spot: Spot, slot: tuple[int, int]) -> Mark | None:
    """The status of a verb without a tense of its own: "after dismissing one in ten", "with 100
    being fired" in a sentence about the past, "will see X cut 300 jobs"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    forms, before = chunks[slot[1] - 1].forms, [word(scene, spot, at) for at in range(first)]
    seen = before[-2:-1] and before[-2] in ("see", "sees", "seeing", "make", "makes", "let")
    if seen and {"base", "past"} <= forms and chunks[first - 1].name == "org":
        return Mark("announced", None, "default")
    seen = before[-3:-2] and before[-3] in ("see", "sees", "seeing", "make", "makes", "let")
    if seen and {"base", "past"} <= forms and chunks[first - 1].name == "company":
        return Mark("announced", None, "default")
    bare = word(scene, spot, slot[0]) == "gone" and chunks[slot[0] - 1].name in ("job", "worker")
    if bare and any(chunk.name in ("future", "conditional") for chunk in chunks[:first]):
        return Mark("announced", None, "default")
    if spot.part == "title" and {"base", "past"} <= forms and follows(chunks, first):
        return Mark("announced", None, "default")
    being = word(scene, spot, slot[0]) == "being"
    if not (being or (forms and forms <= {"ing"} and first == slot[1] - 1)):
        return None
    if first and chunks[first - 1].name in ("be", "have", "of", "to", "at", "plan", "deny"):
        return None
    told = " ".join(before).endswith("after") or not {"was", "were", "had"}.isdisjoint(before)
    return Mark("completed", None, "default") if told else None


def follows(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether a headline's verb is the second of two behind "to": "X to shut a mill, cut 90"."""
    if first < 3 or chunks[first - 1].name not in ("comma", "and"):
        return False
    to = next((at for at in range(first - 2, 0, -1) if chunks[at].name == "to"), None)
    if to is None or "base" not in chunks[to + 1].forms:
        return False
    return all(chunk.name not in ("stop", "comma") for chunk in chunks[to : first - 1])


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


def dropped(scene: Scene, spot: Spot, planned: bool) -> bool:
    """Whether a cut is given up: "a plan to cut 300 jobs was scrapped", "shelved its plan to cut
    300 jobs", "the 300 job cuts announced in May have been called off"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    back = first - 1
    while back >= 0 and chunks[back].name in OF_PLANS:
        back -= 1
    given = chunks[back].name if back >= 0 and first - back < 6 else ""
    between = chunks[back : first + 1]
    if given in ("cancel", "cut") and any(one.name in ("plan-noun", "plan") for one in between):
        return True
    if given == "cancel" and any(
        word(scene, spot, at) in ("decision", "move") for at in range(back, first)
    ):
        return True
    end = spot.finding.last
    while end < len(chunks) and end < spot.finding.last + 10 and chunks[end].name in DESCRIBED:
        end += 1
    auxiliary = end
    while end < len(chunks) and chunks[end].name in ("have", "be"):
        end += 1
    if not auxiliary < end < len(chunks):
        return False
    return chunks[end].name in ("cancel", "deny") or (planned and chunks[end].name == "cut")


OF_PLANS = kinds("determiner possessive word plan-noun date")
"""Chunks between giving up and what is given up: "scrapped its plans on Monday to cut"."""

DESCRIBED = kinds("at of by org name place date announce plan determiner word")
"""Chunks between a number of jobs and what became of them."""


def depends(scene: Scene, spot: Spot) -> bool:
    """Whether what is announced hangs on a condition: "300 jobs will go if the court agrees"."""
    last = spot.finding.last
    return any(word(scene, spot, at) in CONDITIONS for at in range(last, len(spot.sentence.chunks)))


def foretold(scene: Scene, spot: Spot) -> Mark | None:
    """The words that say an announcement is only expected: "is expected to say that it will"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    for at in range(first - 1, 0, -1):
        if chunks[at].name in ("announce", "say"):
            start = at
            while start > 0 and chunks[start - 1].name in ("to", "be", "expected", "widely"):
                start -= 1
            words = scene.words(spot.part, chunks[start].start, chunks[at].end)
            if any(one.name == "expected" for one in chunks[start:at]):
                span = scene.span(spot.part, chunks[start].start, chunks[at].end)
                return Mark("reported", span) if status_of(words) == "reported" else None
            return None
    return None


def contradicted(scene: Scene, spot: Spot) -> Mark | None:
    """The denial that the finding is told in: "denied that", "denied a report that"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    if (untrue := called_wrong(scene, spot)) is not None:
        return untrue
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


def called_wrong(scene: Scene, spot: Spot) -> Mark | None:
    """The denial behind what is told: "said reports that it would cut 300 jobs were wrong"."""
    chunks = spot.sentence.chunks
    for index in range(spot.finding.last, min(spot.finding.last + 6, len(chunks))):
        if chunks[index].name == "deny":
            return Mark("denied", scene.span(spot.part, chunks[index].start, chunks[index].end))
        if chunks[index].name not in DESCRIBED:
            return None
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
