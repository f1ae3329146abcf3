"""Who stands in a sentence and is no subject of its cuts, or nobody's to tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headcount.extract.groups import Employer
from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon
from headcount.model import Named, Part

GROUP = kinds(
    "future conditional might have be expected to negation process plan plan-noun start "
    "expect announce cancel deny bring-total"
)
"""Chunks of which a verb group is made."""


AGENTLESS = frozenset(
    {
        "layoff.passive",
        "layoff.ended",
        "layoff.out",
        "layoff.reduced",
        "layoff.noun",
        "layoff.nominal",
        "layoff.including",
        "layoff.set",
        "layoff.surpassing",
        "layoff.share-lost",
        "layoff.affected",
        "layoff.filed",
        "layoff.fewer",
        "layoff.near",
        "layoff.estimated",
        "layoff.volunteered",
        "layoff.share-noun",
        "layoff.trade",
        "layoff.near-share",
    }
)
"""Rules whose words don't hold the employer as a verb's subject."""


def guess(scene: Scene, spot: Spot, index: int, owned: bool = False) -> Employer | None:
    """A name that nothing but the verb of the cut licenses, or that owns the cuts: somebody has to
    look at it.

    Who only says that jobs go may be a union, what loses jobs a place, and whoever has a person's
    name is nobody's employer.
    """
    if (spot.finding.rule.id in AGENTLESS and not owned) or "tier" in spot.finding.rule.gives:
        return None
    verb = spot.finding.slots.get("verb", (0, 0))[1] - 1
    if not owned and "bears" in classes_of(scene, spot, spot.sentence.chunks[verb]):
        return None
    one = mention_of(spot.sentence.chunks[index])
    first = one.name.split()[0].lower()
    if NOBODY & lexicon().classes(first) or townsman(spot.sentence.chunks, index):
        return None
    return Employer(Named(one.is_, one.name, "verb", scene.span(spot.part, one.start, one.end)))


NOBODY = frozenset(
    {"given-name", "office-holder", "nationality", "weekday", "trade", "place", "month", "worker"}
)
"""What a name that only a verb licenses may not begin with."""


def other_party(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether the name or pronoun at `index` only tells whose rival, owner, supplier or maker the
    subject is: "X's rival will cut", "the owner of X will cut"."""
    chunks = spot.sentence.chunks
    if index > 1 and chunks[index - 1].name in ("of", "to"):
        noun = chunks[index - 2]
        if "other-party" in classes_of(scene, spot, noun) or product(scene, spot, noun):
            return True
    for chunk in chunks[index + 1 : min(index + 5, verb_of(spot))]:
        if "other-party" in classes_of(scene, spot, chunk):
            return True
        if chunk.name not in ("clitic", "word", "dash", "company", "place"):
            return False
    return False


def product(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether "of" behind a noun names what is made: "the maker of X"."""
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    return words in ("maker", "makers", "manufacturer", "producer", "publisher")


def classes_of(scene: Scene, spot: Spot, chunk: Chunk) -> frozenset[str]:
    return lexicon().classes(scene.words(spot.part, chunk.start, chunk.end))


def described(chunks: Sequence[Chunk], index: int, verb: int) -> int | None:
    """The name that a phrase in commas or brackets describes, where the organisation at `index`
    only helps to describe it: "A, a supplier to B, cut", "A, B's rival, cut"; None
    where it stands for itself."""
    opening = index - 1
    while opening >= 0 and chunks[opening].name in DESCRIBING:
        opening -= 1
    if opening < 1 or chunks[opening].name not in ("comma", "bracket"):
        return None
    possessive = index + 1 < verb and chunks[index + 1].name == "clitic"
    if opening + 1 == index and not possessive:
        return None
    closed = any(chunk.name == chunks[opening].name for chunk in chunks[index + 1 : verb])
    return opening - 1 if closed and chunks[opening - 1].name in ("org", "name") else None


DESCRIBING = kinds(
    "determiner negation possessive word company unit-noun of at by to relative be worker number "
    "person-title acquire employ clitic dash part-word"
)
"""Chunks of a phrase that describes a name before the organisation in it."""


def verb_of(spot: Spot) -> int:
    """The first chunk of the verb group of a finding."""
    first = spot.finding.slots.get("verb", (spot.finding.first, 0))[0]
    if spot.finding.rule.id in AGENTLESS:
        first = min(first, spot.finding.first)
    chunks = spot.sentence.chunks
    while first > 0 and (chunks[first - 1].name in GROUP or adverb(chunks, first - 1)):
        first -= 1
    return first


AUXILIARY = kinds("future conditional might have be negation")


def adverb(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a word stands between an auxiliary and its verb: "will now cut"."""
    return index > 0 and chunks[index].name == "word" and chunks[index - 1].name in AUXILIARY


def somebody(scene: Scene, part: Part, chunks: Sequence[Chunk]) -> bool:
    """Whether a name that nothing licenses may be the employer's; behind "in" it is a place's."""
    for index, chunk in enumerate(chunks):
        if chunk.name == "name" and not of_site(chunks, index):
            before = chunks[index - 1] if index else chunk
            near = scene.words(part, before.start, before.end).lower() in ("in", "near")
            site = index > 1 and (before.name, chunks[index - 2].name) == ("at", "unit-noun")
            told = told_by(scene, part, chunks, index) or addressed(scene, part, chunks, index)
            if not near and not site and not told:
                return True
    return False


def told_by(scene: Scene, part: Part, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name is that of who says so: "according to X", "a report by the X newspaper"."""
    before = index - 1 - (index > 1 and chunks[index - 1].name == "determiner")
    if index and chunks[before].name == "according":
        return True
    said = any(chunk.name in ("say", "announce") for chunk in chunks[: max(0, before)])
    if index and said and chunks[before].name == "to":
        return True
    behind = chunks[index + 1] if index + 1 < len(chunks) else chunks[index]
    return scene.words(part, behind.start, behind.end).lower() in PAPERS


PAPERS = frozenset({"newspaper", "daily", "weekly", "magazine", "tabloid", "paper", "website"})


def of_site(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name is only a site's of somebody told before: "its Kent plant", "the Kent
    plant"."""
    before = chunks[index - 1].name if index else ""
    behind = [chunk.name for chunk in chunks[index + 1 : index + 4]]
    if before in ("determiner", "at"):
        return behind[:1] == ["unit-noun"] or behind[:2] == ["word", "unit-noun"]
    owned = before in ("possessive", "clitic")
    return owned and ("unit-noun" in behind or "close" not in behind)


def enclosed(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether a finding stands in a relative clause, which a comma ends: "the cuts, which come
    after X cut 300 jobs, show a slump seen in the past two months"."""
    for at in range(first - 1, 0, -1):
        if chunks[at].name == "relative":
            return chunks[at - 1].name == "comma"
        if chunks[at].name in ("comma", "stop"):
            return False
    return False


def jointly(scene: Scene, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the organisation at `index` acts with another that isn't of its family; a headline
    may write a comma for "and"."""
    title = any(chunks[0] is one.chunks[0] for one in scene.title.sentences[:1] if one.chunks)
    if index < 2 or chunks[index - 1].name not in (("and", "comma") if title else ("and",)):
        return False
    if chunks[index - 2].name == "dash":
        return any(chunk.name in ("org", "name") for chunk in chunks[: index - 2])
    other = chunks[index - 2 - (chunks[index - 2].name == "comma" and index > 2)]
    if other.name != "org":
        return other.name == "name"
    ids = mention_of(other).is_, mention_of(chunks[index]).is_
    return not scene.names.same_family(*ids)


def governed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name stands behind a preposition and so is no subject."""
    while index > 0 and chunks[index - 1].name in INSIDE:
        index -= 1
    return index > 0 and chunks[index - 1].name in ("at", "of", "by", "after")


INSIDE = kinds("word determiner possessive name dash and comma place company number unit-noun")
"""Chunks between a preposition and a name that it governs: "in the two companies X and Y"."""


def long_after(scene: Scene, spot: Spot) -> bool:
    """Whether cuts without an agent are what somebody's news follows, who may not be the same: "X
    will cut jobs days after 300 people lost theirs when the Kent mill was shut"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    if spot.finding.rule.id not in AGENTLESS or first < 2 or chunks[first - 1].name != "after":
        return False
    words = scene.words(spot.part, chunks[first - 2].start, chunks[first - 1].end).lower()
    behind = spot.sentence.chunks[spot.finding.last :][:1]
    return words in DAYS_AFTER and any(chunk.name == "after" for chunk in behind)


DAYS_AFTER = frozenset({"hours after", "days after", "weeks after", "months after", "year after"})


def union_speaks(spot: Spot, index: int) -> bool:
    """Whether a pronoun is a union's, which speaks of itself: "the X Guild said it was alarmed"."""
    chunks = spot.sentence.chunks
    back = index - 1
    while back > 0 and chunks[back].name in ("that", "date"):
        back -= 1
    if back < 1 or chunks[back].name not in ("say", "announce"):
        return False
    speaker = chunks[back - 1]
    return speaker.name == "person" and mention_of(speaker).evidence == "union"


def addressed(scene: Scene, part: Part, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the name at `index` is that of whom somebody told: "bosses told Blick News that"."""
    before = chunks[index - 1] if index else None
    if before is None:
        return False
    words = scene.words(part, before.start, before.end).lower().split()
    behind = chunks[index + 1 : index + 3]
    owned = behind and behind[0].name == "clitic" and index + 3 < len(chunks)
    if owned and words[-1] in TELLING and chunks[index + 2].name == "determiner":
        return True
    return words[-1] in TELLING and any(chunk.name in ("pronoun", "that") for chunk in behind)


TELLING = frozenset({"told", "tells", "informed", "informs", "informing", "telling", "notified"})


def of_named_site(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a relative clause at `index` is about a site by its name, and no employer stands
    before it: "after the closure of the Redmoor tyre factory, which will see 300 jobs go"."""
    at = index - 1
    if at < 3 or chunks[at].name != "comma" or chunks[at - 1].name != "unit-noun":
        return False
    name = at - 2 - (chunks[at - 2].name == "word")
    sited = chunks[name].name == "name" and chunks[name - 1].name == "determiner"
    return sited and all(chunk.name != "org" for chunk in chunks[:name])


def elsewhere(scene: Scene, spot: Spot) -> bool:
    """Whether cuts told beside another's are those at a site by its name, of whoever has it: "X is
    to go, while 175 jobs are to go at the Redmoor car plant"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    if first < 1 or spot.finding.rule.id not in AGENTLESS:
        return False
    before = scene.words(spot.part, chunks[first - 1].start, chunks[first - 1].end).lower()
    names = [chunk.name for chunk in chunks[spot.finding.last :][:5]]
    named = names[:3] == ["at", "determiner", "name"] and "unit-noun" in names
    return before in ("while", "whereas") and named


def townsman(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the name at `index` only says where somebody named behind it is: "another Redmoor
    employer, Tarnow, announced"."""
    behind = [chunk.name for chunk in chunks[index + 1 : index + 4]]
    return behind[:2] == ["company", "comma"] and behind[2:] in (["name"], ["org"])


def event(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether "it" is what happened, and nobody: "it is the latest blow to the town"."""
    chunks = spot.sentence.chunks
    if index + 1 >= len(chunks) or chunks[index + 1].name not in ("be", "clitic"):
        return False
    behind = [one for one in chunks[index + 2 :][:5] if one.name == "word"]
    words = [scene.words(spot.part, one.start, one.end).lower() for one in behind]
    return not HAPPENINGS.isdisjoint(" ".join(words).split())


HAPPENINGS = frozenset({"blow", "setback", "news", "day", "week", "month", "time"})


def of_period(scene: Scene, spot: Spot) -> bool:
    """Whether cuts are all that a week saw: "in a week in which 400 job losses were announced"."""
    first = spot.sentence.chunks[spot.finding.first].start
    return SEEN.search(scene.words(spot.part, spot.sentence.start, first).lower()) is not None


SEEN = re.compile(r"\b(?:week|month|year|day) (?:in which|when|that saw) $")
