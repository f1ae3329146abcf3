"""Whether the words that a rule matched by their shape mean what it takes them for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from headcount.extract.entries import several
from headcount.extract.scene import Scene, Spot
from headcount.extract.tables import classes
from headcount.language.chunks import kinds
from headcount.language.quantities import read_jobs

WORDED = (
    "bears",
    *("notice", "bond", "fewer", "people", "bide", "making", "remaining"),
    *("next", "origin", "former", "instead", "halve", "out", "package", "chosen", "renewed"),
    *("holding", "entire", "claiming", "equal", "toll", "price", "round", "other"),
)
"""Slots that only words of the lexicon's class of the same name may fill."""


def meant(scene: Scene, spot: Spot) -> bool:
    """Whether nothing near the words of a finding gives them another sense."""
    others = OTHERWISE.get(spot.finding.rule.id, ())
    if any(other(scene, spot) for other in (*others, *ALWAYS)):
        return False
    return all(worded(scene, spot, slot) for slot in WORDED)


def worded(scene: Scene, spot: Spot, slot: str) -> bool:
    """Whether a slot is empty or holds a word of its class."""
    at = spot.finding.at(slot, spot.sentence)
    if at is None:
        return True
    words = scene.words(spot.part, *at)
    return trade(words) if slot == "people" else slot in classes(words)


def trade(word: str) -> bool:
    """Whether a plural ends as names of trades do, and the lexicon knows it for nothing else."""
    return bool(TRADES.search(word.lower())) and "outside" not in classes(word)


TRADES = re.compile(r"(?:[eo]rs|ists|men|women|[a-z]{3}ians|hands)$")


def grown(_: Scene, spot: Spot) -> bool:
    """Whether a number replaces one of staff: "had 1,870 employees in March, up from 1,540"."""
    before = spot.sentence.chunks[: spot.finding.first]
    names = [chunk.name for chunk in before]
    owned = any(pair in (("have", "number"), ("employ", "number")) for pair in pairwise(names))
    return owned and "worker" in names and CUTS.isdisjoint(names)


CUTS = kinds("cut cut-noun dismiss layoff downsize")


def counts_rounds(scene: Scene, spot: Spot) -> bool:
    """Whether a small number counts rounds and not jobs: "six big job cuts this month"."""
    last = spot.finding.slots["jobs"][1]
    read = read_jobs(scene.words(spot.part, *(spot.finding.at("jobs", spot.sentence) or (0, 0))))
    if read is not None and not (read[1] or read[0]) and papers(scene, spot):
        return True
    if YEAR.fullmatch(scene.words(spot.part, *(spot.finding.at("jobs", spot.sentence) or (0, 0)))):
        return True
    small = read is not None and (read[1] or read[0] or ROUNDS) < ROUNDS
    described = spot.sentence.chunks[last].name == "word"
    bare = spot.finding.rule.id == "layoff.cuts"
    return small and (described or bare or several(scene.heads) or papers(scene, spot))


def of_sites_told(_: Scene, spot: Spot) -> bool:
    """Whether the number right before a part's counts sites: "300 stores, including 8 in Ohio"; or
    the part was only offered a buyout."""
    chunks, first = spot.sentence.chunks, spot.finding.slots["jobs"][0]
    if "acquire-noun" in [one.name for one in chunks[max(0, first - 3) : first]]:
        return True
    back = next((at for at in range(first - 1, -1, -1) if chunks[at].name == "number"), None)
    if back is None or all(one.name != "including" for one in chunks[back : first + 2]):
        return False
    counted = [one.name for one in chunks[back + 1 : back + 3]]
    return "unit-noun" in counted and not {"job", "worker"} & {*counted}


def half_told(_: Scene, spot: Spot) -> bool:
    """Whether a share is only where a range begins: "by 15% to 20%"."""
    if "percent" not in spot.finding.slots or "jobs" in spot.finding.slots:
        return False
    last = spot.finding.slots["percent"][1]
    return [one.name for one in spot.sentence.chunks[last : last + 2]] == ["to", "percent"]


def staying(scene: Scene, spot: Spot) -> bool:
    """Whether a number counts who stays: "will go on with 275 remaining employees"."""
    chunks, last = spot.sentence.chunks, spot.finding.slots["jobs"][1]
    words = [scene.words(spot.part, one.start, one.end) for one in chunks[last - 2 : last + 2]]
    names = [chunk.name for chunk in chunks[last : last + 2]]
    return words[:1] == ["with"] and words[2:3] == ["remaining"] and names[1:] == ["worker"]


YEAR = re.compile(r"20(?:0[1-9]|[1-3]\d)")
"""A number without a comma right before a noun for cuts is their year: "its 2024 layoffs"."""


def papers(scene: Scene, spot: Spot) -> bool:
    """Whether a number counts what was filed with a state: "several WARN notices"."""
    chunks, last = spot.sentence.chunks, spot.finding.slots["jobs"][1]
    words = scene.words(spot.part, chunks[last].start, chunks[last].end)
    return words.startswith("WARN") and "notice" in classes(words)


def has_staff(scene: Scene, spot: Spot) -> bool:
    """Whether "with" tells how many somebody has, and not how many of them go: "the mill stays
    open, with 150 workers"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    at = next((n for n in range(first, first + 2) if chunks[n].name == "including"), first)
    words = scene.words(spot.part, chunks[at].start, chunks[at].end).lower()
    told = {chunk.name for chunk in chunks[:first]}
    return words == "with" and (CUTS.isdisjoint(told) or STAFF.isdisjoint(told))


def agrees(scene: Scene, spot: Spot) -> bool:
    """Whether people are those whom something is agreed with: "a deal with 200 workers at its
    plant"."""
    first = spot.finding.slots.get("jobs", (0, 0))[0]
    if first < 2:
        return False
    deal, before = spot.sentence.chunks[first - 2 : first]
    return DEAL.fullmatch(scene.words(spot.part, deal.start, before.end)) is not None


def is_whole(scene: Scene, spot: Spot) -> bool:
    """Whether a number is only the whole that another one is a part of: "6,000 of those 10,000"."""
    chunks, first = spot.sentence.chunks, spot.finding.slots.get("jobs", (0, 0))[0]
    if first < 2 or chunks[first - 1].name != "including" or chunks[first - 2].name != "number":
        return False
    return starts_with_of(scene, spot, first - 1)


def lists_part(scene: Scene, spot: Spot) -> bool:
    """Whether the whole of a part is no whole, but another part: "900 including 300 workers"."""
    base = spot.finding.slots.get("base", (0, 0))[0]
    if not base or spot.sentence.chunks[base - 1].name != "including":
        return False
    return not starts_with_of(scene, spot, base - 1)


def starts_with_of(scene: Scene, spot: Spot, index: int) -> bool:
    chunk = spot.sentence.chunks[index]
    return scene.words(spot.part, chunk.start, chunk.end).lower().startswith("of ")


def moves(scene: Scene, spot: Spot) -> bool:
    """Whether jobs are only moved elsewhere: "and will transfer 1,000 jobs abroad"."""
    chunks, at = spot.sentence.chunks, spot.finding.slots.get("jobs", (0, 0))[0] - 1
    skipped = ("determiner", "more", "possessive")
    while at > 0 and (
        chunks[at].name in skipped
        or scene.words(spot.part, chunks[at].start, chunks[at].end).lower() in FURTHER
    ):
        at -= 1
    return (
        at >= 0
        and MOVING.fullmatch(scene.words(spot.part, chunks[at].start, chunks[at].end)) is not None
    )


FURTHER = frozenset({"an additional", "additional", "a further", "another"})

MOVING = re.compile(r"(?:transfer|mov|relocat|shift)(?:e|red|ring|ed|ing)?", re.IGNORECASE)


def passing(scene: Scene, spot: Spot) -> bool:
    """Whether people are only touched by a pause: "is shutting its mills over Christmas, affecting
    2,100 workers"."""
    words = scene.words(spot.part, spot.sentence.start, spot.sentence.end)
    return PAUSE.search(words) is not None and not spot.sentence.holds({"dismiss", "layoff"})


PAUSE = re.compile(
    r"\btemporar|\b(?:a|one|two|three|four|six|\d+)[- ]weeks?\b(?!['’]| of notice| notice)"
    r"|\b(?:over|through) (?:christmas|the holidays?|new year)",
    re.IGNORECASE,
)
"""Words for a pause, after which people come back."""

DEAL = re.compile(r"(?:packages?|deals?|agreements?|terms|contracts?|talks) with", re.IGNORECASE)


STAFF = kinds("job worker layoff")
"""Chunks that tell that cuts are of staff."""

ROUNDS = 21
"""From how many on nobody counts rounds of cuts."""


def people_lose(scene: Scene, spot: Spot) -> bool:
    """Whether people lose something, and are not lost: "300 people lost their homes"."""
    chunks, verb = spot.sentence.chunks, spot.finding.slots["verb"][1] - 1
    own = {chunk.name for chunk in chunks[spot.finding.first : spot.finding.last]}
    words = scene.words(spot.part, chunks[verb].start, chunks[verb].end).lower()
    return "job" not in own and ("bears" in classes(words) or words == "ended")


def acts(_: Scene, spot: Spot) -> bool:
    """Whether a verb that should be suffered is done: "has 300 posts and is losing people",
    or tells of which people a share is: "half of the workers losing their jobs are temps"."""
    if "verb" not in spot.finding.slots:
        return False
    chunks, last = spot.sentence.chunks, spot.finding.slots["verb"][1] - 1
    chunk = chunks[last]
    told = last + 1 < len(chunks) and chunks[last + 1].name in ("be", "have", "future")
    losers = spot.finding.rule.id == "layoff.share-lost" and chunk.name == "lose-job" and told
    return losers or (chunk.name in ("cut", "dismiss", "affect") and chunk.forms == {"ing"})


def counts_staff(_: Scene, spot: Spot) -> bool:
    """Whether a number is that of the staff of whom some go: "300 of its 5,000 nurses", "cut its
    5,000-strong workforce by 6%"."""
    if "jobs" not in spot.finding.slots:
        return False
    chunks, (first, last) = spot.sentence.chunks, spot.finding.slots["jobs"]
    at, owned = first - 1, False
    while at > 0 and chunks[at].name in OWNERS:
        owned = owned or chunks[at].name in ("possessive", "clitic")
        at -= 1
    of = at > 0 and chunks[at].name == "of" and chunks[at - 1].name in ("number", "percent")
    behind = [chunk.name for chunk in chunks[last : last + 6]]
    noun = next((n for n, name in enumerate(behind[:4]) if name in ("worker", "job")), None)
    if noun is None:
        return False
    by = behind[noun + 1 : noun + 3] in (["by", "number"], ["by", "percent"])
    return (owned and of) or by


OWNERS = kinds("possessive determiner clitic org name word place unit-noun company person")
"""Chunks of whose staff they are: "300 of the plant's 5,000 nurses"."""


def counts_else(scene: Scene, spot: Spot) -> bool:
    """Whether the noun right behind a number is neither jobs nor people: "three weeks before"."""
    last = spot.finding.slots.get("jobs", (0, 0))[1]
    if not 0 < last < len(spot.sentence.chunks):
        return False
    chunk = spot.sentence.chunks[last]
    found = classes(scene.words(spot.part, chunk.start, chunk.end))
    return chunk.name == "word" and bool(found & {"clock", "time-unit"})


def counts_sites(_: Scene, spot: Spot) -> bool:
    """Whether a number counts sites and no jobs: "two of its plants will be laid off"."""
    chunks, last = spot.sentence.chunks, spot.finding.slots.get("jobs", (0, 0))[1]
    if not last or last + 1 >= len(chunks) or chunks[last].name != "of":
        return False
    for at, chunk in enumerate(chunks[last + 1 : spot.finding.last], last + 1):
        if chunk.name == "unit-noun":
            behind = chunks[at + 1].name if at + 1 < len(chunks) else ""
            return behind not in ("clitic", "job", "worker", "word", "dash", "and")
        if chunk.name not in ("possessive", "determiner", "number", "word", "org", "clitic"):
            return False
    return False


def left(scene: Scene, spot: Spot) -> bool:
    """Whether staff are left somewhere, and don't leave: "300 workers were left in limbo", "X's
    800 staff left in Ohio work there"."""
    if "verb" not in spot.finding.slots:
        return False
    chunks, last = spot.sentence.chunks, spot.finding.slots["verb"][1] - 1
    words = scene.words(spot.part, chunks[last].start, chunks[last].end).lower()
    if not words.endswith("left") or not last:
        return False
    owned = spot.finding.first > 0 and chunks[spot.finding.first - 1].name in (
        "clitic",
        "possessive",
    )
    return chunks[last - 1].name == "be" or (owned and chunks[last - 1].name == "worker")


def of_else(scene: Scene, spot: Spot) -> bool:
    """Whether a cut without a number is none of an employer's staff: "cut staff turnover", a boss
    who lost his job, what a survey found."""
    chunks, last = spot.sentence.chunks, spot.finding.last
    if any(chunk.name == "survey" for chunk in chunks):
        return True
    first = spot.finding.slots.get("verb", (spot.finding.first, 0))[0]
    if first and chunks[first - 1].name in ("person", "person-title"):
        return True
    if last == len(chunks) or chunks[last].name not in ("word", "measure", "survey"):
        return False
    words = scene.words(spot.part, chunks[last].start, chunks[last].end).lower()
    plain = scene.words(spot.part, chunks[last - 1].start, chunks[last - 1].end).lower()
    return not words.endswith("ly") and words not in ADVERBS and not plain.endswith("s")


ADVERBS = frozenset({"again", "there", "too", "now", "soon", "here", "worldwide", "globally"})
"""Words behind staff that name nothing of theirs."""


def leads(scene: Scene, spot: Spot) -> bool:
    """Whether a sentence only leads to a list: "These shops are cutting jobs:"."""
    return scene.words(spot.part, spot.sentence.start, spot.sentence.end).rstrip().endswith(":")


Sense = Callable[[Scene, Spot], bool]
ALWAYS: tuple[Sense, ...] = (
    is_whole,
    lists_part,
    counts_sites,
    half_told,
    counts_staff,
    counts_else,
)
"""Senses that the words of any rule may have instead of its own."""

OTHERWISE: Mapping[str, tuple[Sense, ...]] = MappingProxyType(
    {
        "layoff.affected": (acts, left),
        "layoff.affecting": (passing,),
        "layoff.cuts": (counts_rounds,),
        "layoff.including": (has_staff,),
        "layoff.near": (moves,),
        "layoff.noun": (counts_rounds,),
        "layoff.passive": (acts, left),
        "layoff.reduced": (people_lose,),
        "layoff.revised": (grown,),
        "layoff.share-lost": (acts, left),
        "layoff.split": (staying, of_sites_told, agrees, moves),
    }
)
"""Rule → senses that only its words may have instead of its own."""
