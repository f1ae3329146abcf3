"""Whether a date lies before or behind the day of its article, as the verb nearest to it says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Literal

from headcount.extract.bystanders import verb_of
from headcount.extract.distant import announced
from headcount.extract.scene import Scene, Spot
from headcount.language import dates, edtf
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon
from headcount.language.tidings import expected

Tense = Literal["past", "future"]
Step = Tense | Literal["told"]
"""told: when it was announced."""

SAYING = kinds("say announce")
TELLING = SAYING | kinds("follow")
CLAUSE = kinds("comma stop dash bracket that relative after")
"""Chunks that end a clause or begin one."""


def tense_of(scene: Scene, spot: Spot, index: int, state: str) -> Step:
    """past or future as the verb nearest to the date says; told if that verb announces it."""
    chunks, finding = spot.sentence.chunks, spot.finding
    if expected(chunks, index) or deadline(scene, spot, chunks[index]):
        return "future"
    if scene.words(spot.part, chunks[index].start, chunks[index].end).lower().startswith("next "):
        return "future"
    if awaited(chunks, index):
        return "future"
    if index == announced(scene, spot) or reported(spot, index):
        return "told"
    if just_said(scene, spot, index):
        return "told"
    if ahead(chunks, index):
        return "future"
    if index < finding.first and state != "completed" and starts(scene, spot, chunks[index]):
        return "future"
    if index < finding.first:
        return before(scene, spot, index)
    if any(chunk.name == "announce" for chunk in chunks[finding.last : index + 1]):
        return "told"
    served = finding.rule.id == "layoff.notices" and starts(scene, spot, chunks[index])
    if not served and (state == "completed" or begun(spot)):
        return "past"
    if state == "cancelled" and not meant(spot, index):
        return "past"
    if starts(scene, spot, chunks[index]) or begins(scene, spot, index):
        return "future"
    if any(chunk.name in SAYING for chunk in chunks[finding.last : index]):
        return "told"
    verb = finding.slots.get("verb")
    if verb is not None and chunks[verb[1] - 1].name in SAYING:
        return "told"
    if verb is None and finding.rule.gives.get("in") == "again":
        return shared(chunks, finding.first, state)
    if to_come(chunks, verb_of(spot), index) or intended(chunks, verb_of(spot)) or hoped(spot):
        return "future"
    if verb is None or chunks[verb[1] - 1].name in ("cut-noun", "layoff", "acquire-noun"):
        return "past"
    return "future" if state in ("planned", "announced", "under_way") else "past"


def awaited(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a date opens what somebody is still to announce: "In July, X is set to announce"."""
    ahead = chunks[index + 1 : index + 6]
    names = [chunk.name for chunk in ahead]
    return any(pair == ("future", "announce") for pair in pairwise(names))


def shared(chunks: Sequence[Chunk], first: int, state: str) -> Step:
    """The tense of a number that shares its verb with the cuts before it."""
    if to_come(chunks, 0, first):
        return "future"
    if any(chunk.name == "follow" for chunk in chunks[:first]):
        return "past"
    if any(chunk.name in SAYING for chunk in chunks[:first]):
        return "told"
    return "future" if state == "planned" else "past"


def before(scene: Scene, spot: Spot, index: int) -> Tense:
    """The tense of a date before a finding: that of its own clause, else of the finding's."""
    chunks = spot.sentence.chunks
    first = index
    while first > 0 and (chunks[first - 1].name not in CLAUSE or of_dates(chunks, first, index)):
        first -= 1
    between = chunks[index + 1 : spot.finding.first]
    said = any(chunk.name in TELLING for chunk in (*chunks[first:index], *between))
    if not said and (to_come(chunks, first, index) or going_on(scene, spot, first, index)):
        return "future"
    if any(chunk.name in ("plan", "expect") and "s" in chunk.forms for chunk in between):
        return "past" if said else "future"
    if said or any(chunk.name == "plan" for chunk in between):
        return "past"
    return "future" if to_come(chunks, min(index, verb_of(spot)), spot.finding.last) else "past"


def of_dates(chunks: Sequence[Chunk], first: int, index: int) -> bool:
    """Whether a comma stands between two dates for the same: "in three weeks, on October 20"."""
    return (
        first == index
        and first > 1
        and (chunks[first - 2].name, chunks[first - 1].name) == ("date", "comma")
    )


def going_on(scene: Scene, spot: Spot, first: int, last: int) -> bool:
    """Whether a clause tells in the present what is being done, with a date what is arranged: "is
    scrapping a shift in July"."""
    chunks = spot.sentence.chunks
    return any(
        "ing" in chunks[at + 1].forms
        and scene.words(spot.part, chunks[at].start, chunks[at].end).lower() in ("is", "are")
        for at in range(first, last - 1)
    )


def just_said(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a bare weekday at the end of what was said is the day on which it was, since that was
    today or within two days: "said it would lay off 300 workers Tuesday"."""
    chunks, published = spot.sentence.chunks, scene.article.published
    words = scene.words(spot.part, chunks[index].start, chunks[index].end).lower()
    words = words.removeprefix("on ")
    ends = index + 1 == len(chunks) or chunks[index + 1].name == "mark"
    if published is None or not ends or "weekday" not in lexicon().classes(words):
        return False
    said = [at for at in range(spot.finding.first) if chunks[at].name in SAYING]
    if not said or any(chunk.name == "date" for chunk in chunks[:index]):
        return False
    day = dates.resolve(words, published, "past").edtf
    first, today = edtf.bounds(day)[0] if day else None, edtf.bounds(published)[0]
    return first is not None and today is not None and today - first <= timedelta(2)


def ahead(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the clause of a date is somebody's word on what is to come: "said that it would close
    the mill in June"."""
    for at in range(index - 1, -1, -1):
        if chunks[at].name == "conditional":
            return any(chunk.name in SAYING for chunk in chunks[:at])
        if chunks[at].name in CLAUSE | SAYING:
            return False
    return False


def to_come(chunks: Sequence[Chunk], first: int, last: int) -> bool:
    """Whether a helper verb between two chunks tells of what is to come."""
    return any(chunk.name == "future" for chunk in chunks[first:last])


def intended(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether somebody only means to do what a verb group says: "intends to get rid of"."""
    return any(chunk.name == "plan" for chunk in chunks[max(0, first - 3) : first + 1])


def hoped(spot: Spot) -> bool:
    """Whether helpers of the verb say that it may be or is expected: "could cut", "is expected to
    cut"."""
    first, last = verb_of(spot), spot.finding.slots.get("verb", (0, 0))[1]
    names = [chunk.name for chunk in spot.sentence.chunks[first:last]]
    return not MAYBE.isdisjoint(names) and "have" not in names


MAYBE = kinds("might conditional expected expect")


def reported(spot: Spot, index: int) -> bool:
    """Whether a date inside a finding is the one on which it was told: "told 300 staff on Monday
    that they would go"."""
    verb = spot.finding.slots.get("verb", (0, 0))[0]
    told = spot.sentence.chunks[spot.finding.first : index]
    return index < verb and any(chunk.name in SAYING for chunk in told)


def begun(spot: Spot) -> bool:
    """Whether a cut has begun: "began laying off", "has started to cut"."""
    chunks = spot.sentence.chunks[verb_of(spot) : spot.finding.last]
    for at, chunk in enumerate(chunks):
        if chunk.name == "start":
            coming = any(
                one.name in ("future", "to", "conditional", "might") for one in chunks[:at]
            )
            return not coming and bool(chunk.forms & {"past", "participle"})
    return False


def deadline(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether date words set a term to what isn't over: "by August", where no "had" is told."""
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    told = (scene.words(spot.part, one.start, one.end).lower() for one in spot.sentence.chunks)
    return words.startswith("by ") and "had" not in told


def begins(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a verb of the present says when cuts begin: "the layoffs start on 3 June", "take
    effect on 3 June"."""
    past = {"past", "participle", "ing"}
    chunks = spot.sentence.chunks[spot.finding.last : index]
    words = [scene.words(spot.part, one.start, one.end).lower() for one in chunks]
    return not EFFECT.isdisjoint(words) or any(
        chunk.name == "start" and chunk.forms.isdisjoint(past) for chunk in chunks
    )


EFFECT = frozenset({"take effect", "takes effect"})


def meant(spot: Spot, index: int) -> bool:
    """Whether a date behind what was given up is the one that was planned: "it had planned for"."""
    between = spot.sentence.chunks[spot.finding.last : index]
    return bool(between) and between[-1].name == "at" and any(one.name == "plan" for one in between)


def starts(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether date words tell when something begins to hold: "effective 1 March"."""
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    return words.startswith(("effective", "starting", "with effect"))
