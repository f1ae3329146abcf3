"""Which numbers break down one told before, and how sure that is.

Parts that add up to their whole leave no doubt; a mark or word that opens a breakdown leaves some;
a bare number that has neither is not a part and goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headcount.extract.lists import size
from headcount.extract.scene import Found, Scene
from headcount.extract.setting import NEAR, is_split, of_sites
from headcount.language.chunks import Chunk, kinds

MOST = 16
"""Parts of one whole."""

MANY = 24
"""Sentences from a table's row to the next, where each cell is one, or from a whole to a list."""

OPENING = kinds("stop bracket dash including partition")
"""Chunks between a whole and its parts in one sentence."""

NAMING = kinds("including partition")
"""Chunks that say that what follows is a part."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What a claim is a part of; `sure`: the words or the sum say so."""

    claim: str
    found: Found
    sure: bool


def wholes(scene: Scene, told: Sequence[Found]) -> Mapping[str, Whole]:
    """Claim id of each part → its whole."""
    found: dict[str, Whole] = {}
    cuts = [one for one in told if one.claim.kind == "layoff" and one.claim.jobs is not None]
    bare = {one.claim.jobs for one in cuts if is_split(one)}
    for number, one in enumerate(cuts):
        if not is_split(one):
            later = cuts[number + 1 :]
            once = [other for other in later if is_split(other) or other.claim.jobs not in bare]
            for part in adding_up(scene, one, once):
                found.setdefault(part.claim.id, Whole(one.claim.id, one, True))
    for number, one in enumerate(cuts):
        if is_split(one) and one.claim.id not in found:
            listed = one.part == "body" and of_sites(scene, one.index)
            whole = nearest(one, cuts[:number], MANY if listed else NEAR)
            if whole is not None and (listed or opened(scene, whole, one)):
                found[one.claim.id] = Whole(whole.claim.id, whole, named(scene, whole, one))
    return found


def settled(scene: Scene, told: Sequence[Found]) -> list[Found]:
    """The claims without the bare numbers that turned out to be no parts; a part that is only
    likely to be one goes to review, unless the number can be read otherwise."""
    known = wholes(scene, told)
    kept = []
    for one in told:
        if not is_split(one) or separate(one, told):
            kept.append(assured(one, known))
        elif one.claim.id in known:
            whole = known[one.claim.id]
            tier = whole.found.claim.tier if whole.sure else "review"
            kept.append(replace(one, claim=replace(one.claim, tier=tier)))
        elif any(shares(scene, one, other) for other in kept[-1:]):
            kept.append(replace(one, claim=replace(one.claim, tier=kept[-1].claim.tier)))
        elif of_jobs(scene, one) or any(sibling(scene, one, other) for other in kept[-1:]):
            kept.append(replace(one, claim=replace(one.claim, tier="review")))
    return [one for one in kept if not outdone(one, kept, known)]


def of_jobs(scene: Scene, one: Found) -> bool:
    """Whether a bare number behind a whole at least counts jobs, where nobody hires or employs:
    "In Ohio, 300 jobs are on the list"."""
    if one.finding is None:
        return False
    chunks = scene.passage(one.part).sentences[one.index].chunks
    own = {chunk.name for chunk in chunks[one.finding.first : one.finding.last]}
    return "job" in own and BARRING.isdisjoint(chunk.name for chunk in chunks)


def sibling(scene: Scene, one: Found, other: Found) -> bool:
    """Whether a bare number goes on with a breakdown that a part right before it has begun: "Some
    240 of those are in Ohio. Another 85 are in Kent"."""
    if not is_part(other) or other.part != one.part or not 0 <= one.index - other.index <= 1:
        return False
    chunks = scene.passage(one.part).sentences[one.index].chunks
    own = one.claim.organisation.is_ == other.claim.organisation.is_
    return own and BARRING.isdisjoint(chunk.name for chunk in chunks)


def outdone(one: Found, kept: Sequence[Found], known: Mapping[str, Whole]) -> bool:
    """Whether another reading of the same number is better: the part of a sum, then the words of
    its own that are published."""
    rivals = [other for other in kept if other is not one and other.claim.jobs == one.claim.jobs]
    if one.claim.jobs is None or not rivals:
        return False
    bare = one if is_split(one) else rivals[0]
    other = rivals[0] if is_split(one) else one
    if not is_split(bare) or is_split(other):
        return False
    summed = bare.claim.id in known and known[bare.claim.id].sure
    better = summed or (bare.claim.tier, other.claim.tier) == ("published", "review")
    return better != is_split(one)


def assured(one: Found, known: Mapping[str, Whole]) -> Found:
    """A part, published with its whole if they add up."""
    whole = known.get(one.claim.id)
    if whole is None or not whole.sure or not is_part(one):
        return one
    return replace(one, claim=replace(one.claim, tier=whole.found.claim.tier))


def shares(scene: Scene, one: Found, other: Found) -> bool:
    """Whether only "and" parts a bare number from the cuts before it: "300 jobs in Ohio and 200 in
    Kent"."""
    if (one.part, one.index, one.claim.kind) != (other.part, other.index, other.claim.kind):
        return False
    if one.finding is None or other.finding is None:
        return False
    chunks = scene.passage(one.part).sentences[one.index].chunks
    inside = {chunk.name for chunk in chunks[one.finding.slots["jobs"][1] : one.finding.last]}
    if inside & {"go", "cut"}:
        return True
    first = min(one.finding.first, one.finding.slots["jobs"][0])
    names = [chunk.name for chunk in chunks[other.finding.last - 1 : first]]
    if sole(other) or bracketed(chunks, other):
        site = other.finding.rule.id != "layoff.inline"
        return site and bracketed(chunks, one) and set(names) <= SHARING
    later = chunks[one.finding.last - 1 : one.finding.last + 6]
    joints = {"and", "comma"} if any(chunk.name == "and" for chunk in later) else {"and"}
    while names and names[-1] in ("more", "determiner"):
        names.pop()
    return bool(names) and names[-1] in joints and set(names) <= SHARING


def bracketed(chunks: Sequence[Chunk], one: Found) -> bool:
    """Whether a number stands in brackets."""
    first = one.finding.slots.get("jobs", (0, 0))[0] if one.finding else 0
    return first > 0 and chunks[first - 1].name == "bracket"


SHARING = kinds(
    "and at of place name org word unit-noun determiner possessive date more comma company job "
    "worker number clitic bracket"
)
"""Chunks between two numbers of cuts that share a verb."""


def separate(one: Found, told: Sequence[Found]) -> bool:
    """Whether a number that shares another's verb is another employer's."""
    same = [other for other in told if other.index == one.index and not is_split(other)]
    same = [other for other in same if other.claim.jobs != one.claim.jobs]
    others = {other.claim.organisation.is_ for other in same}
    return bool(others) and one.claim.organisation.is_ not in others


def adding_up(scene: Scene, whole: Found, following: Sequence[Found]) -> list[Found]:
    """The claims right behind a whole whose numbers are together its own, if a bare one is among
    them; sums of full sentences only suggest."""
    if sole(whole):
        return []
    most, total, last = size(whole), 0, whole.index
    parts: list[Found] = []
    for one in following[: MOST + 4]:
        listed = one.part == "body" and (is_bare(one) == "table" or of_sites(scene, one.index))
        near = one.index - last <= (MANY if listed else NEAR)
        if one.part != whole.part or not near or len(parts) == MOST:
            break
        number = size(one)
        if one.claim.organisation.is_ != whole.claim.organisation.is_ or number == most:
            continue
        if beside(scene, whole, one) or STAFFING & set(between(scene, whole, one)):
            return []
        parts.append(one)
        total, last = total + number, one.index
        if total >= most:
            break
    bare = any(is_bare(one) for one in parts)
    return parts if most and total == most and bare and len(parts) > 1 else []


STAFFING = kinds("hire employ cancel launch acquire")


def beside(scene: Scene, whole: Found, one: Found) -> bool:
    """Whether a number goes on with an enumeration that begins with the other and its place: "500
    jobs in Ohio, 300 in Kent"."""
    if whole.finding is None or whole.index != one.index or opened(scene, whole, one):
        return False
    chunks = scene.passage(whole.part).sentences[whole.index].chunks
    behind = [chunk.name for chunk in chunks[whole.finding.slots["jobs"][1] :]]
    own = set(behind[: behind.index("comma")]) if "comma" in behind else set()
    return "at" in own and bool({"place", "name"} & own)


def is_bare(one: Found) -> str:
    """The setting that lets a number stand alone: split, part or table; "" for one with words."""
    wanted = one.finding.rule.gives.get("in", "") if one.finding else ""
    return wanted if wanted in ("split", "table", "part") else ""


def nearest(one: Found, before: Sequence[Found], most: int) -> Found | None:
    """The last full claim before a part, at `most` so many sentences, that is larger and of the
    same employer."""
    for other in reversed(before):
        if other.part != one.part or one.index - other.index > most:
            return None
        if (
            is_part(other)
            or sole(other)
            or other.claim.organisation.is_ != one.claim.organisation.is_
        ):
            continue
        if size(other) > size(one):
            return other
    return None


def sole(one: Found) -> bool:
    """Whether a number stands in brackets beside others of its kind, and so is no whole."""
    return one.finding is not None and one.finding.rule.id in ("layoff.closing", "layoff.inline")


def is_part(one: Found) -> bool:
    return one.finding is not None and one.finding.rule.gives.get("link") == "part_of"


BARRING = kinds("hire employ cancel have launch acquire")
"""Verbs before a number that make it no part of cuts."""


def opened(scene: Scene, whole: Found, one: Found) -> bool:
    """Whether a mark or word between a whole and a number opens a breakdown."""
    names = [*between(scene, whole, one)]
    opening = [at for at, name in enumerate(names) if name in OPENING | NAMING]
    first = opening[0] if opening and one.index == whole.index else 0
    return bool(opening) and BARRING.isdisjoint(names[first:])


OF_ALL = (["of", "determiner", "total-word", "comma"], ["of", "determiner", "number", "comma"])
"""How a sentence begins that breaks a number down: "Of the total, 600 are in Germany"."""


def named(scene: Scene, whole: Found, one: Found) -> bool:
    """Whether words between a whole and a number say that it is a part."""
    return any(name in NAMING for name in between(scene, whole, one))


def between(scene: Scene, whole: Found, one: Found) -> Iterator[str]:
    """The chunks from a whole to a part in its sentence; of another sentence, only its words for
    a breakdown count."""
    if one.finding is None or whole.finding is None:
        return
    chunks = scene.passage(one.part).sentences[one.index].chunks
    first = whole.finding.last if one.index == whole.index else 0
    last = one.finding.slots.get("jobs", (one.finding.first, 0))[0]
    if any(chunk.name in NAMING for chunk in chunks[last : last + 2]):
        yield "including"
    opening = [chunk.name for chunk in chunks[:4]]
    if one.index != whole.index and opening in OF_ALL:
        yield "including"
    for chunk in chunks[first:last]:
        if scene.words(one.part, chunk.start, chunk.end) == ";":
            continue
        if one.index == whole.index or chunk.name in NAMING | BARRING:
            yield chunk.name
