"""Employers from names: the family root, and the units named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.capitals import Mention
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.model import Named, Part


@dataclass(frozen=True, slots=True)
class Employer:
    """The employer, and the names of its units that stood beside it."""

    organisation: Named
    units: tuple[Named, ...] = ()


def named(scene: Scene, spot: Spot, index: int, basis: str) -> Employer:
    """The employer that the organisation at chunk `index`, and those listed with it, give."""
    chunks = spot.sentence.chunks
    beside = [
        at
        for at in listed(chunks, index)
        if at == index or not is_aside(scene, spot.part, chunks, at)
    ]
    return group(scene, spot.part, spot.sentence, beside, basis)


def is_aside(scene: Scene, part: Part, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an organisation only stands beside what is told: "according to X", "like X", "a
    deal with X"."""
    if index == 0:
        return False
    before = chunks[index - 1]
    words = scene.words(part, before.start, before.end).lower()
    if before.name == "at" and index > 1:
        speaker = scene.words(part, chunks[index - 2].start, chunks[index - 2].end)
        if speaker.lower() in ANALYSTS:
            return True
    example = words == "as" and index > 1 and chunks[index - 2].name == "determiner"
    return before.name == "according" or example or words in ASIDE


ASIDE = frozenset({"like", "unlike", "with", "formerly", "previously", "originally"})
"""Words before who only stands beside what is told: "X, formerly Y"."""

ANALYSTS = frozenset(
    ["analyst", "analysts", "economist", "economists", "strategist", "strategists"]
)
"""Who works at X and speaks of others: "analysts at X"."""


def listed(chunks: Sequence[Chunk], index: int) -> list[int]:
    """The organisations of the phrase around one: "X divisions A, B and C"."""
    found = [index]
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(chunks) and chunks[at].name in LISTING:
            if chunks[at].name == "org":
                found.append(at)
            at += step
    return sorted(found)


LISTING = kinds("org and comma word unit-noun determiner dash company bracket")


def group(
    scene: Scene, part: Part, sentence: Sentence, indexes: Sequence[int], basis: str
) -> Employer:
    """Root and units among organisations; those of another family than the last are not it."""
    mentions = [mention_of(sentence.chunks[index]) for index in indexes]
    root = scene.names.family(mentions[-1].is_)
    basis = "verb" if mentions[-1].evidence in ("verb", "staff") else basis
    family = [one for one in mentions if scene.names.family(one.is_) == root]
    units = tuple(
        Named(one.is_, one.name, "modifier", scene.span(part, one.start, one.end))
        for one in family
        if one.is_ != root
    )
    whole = next((one for one in reversed(family) if one.is_ == root), None)
    if whole is not None:
        at = scene.span(part, whole.start, whole.end)
        return Employer(Named(root, whole.name, basis, at), units)
    one = family[-1]
    at = scene.span(part, one.start, one.end)
    return Employer(Named(root, scene.names.name(root), "family", at), units)


def fallback_of(scene: Scene) -> Employer | None:
    """The one employer of the headline, else the only one on the watch list, else the only one."""
    title = families(scene, orgs(scene.title.mentions))
    if len(title) == 1 and accompanied(scene):
        return None
    if len(title) == 1:
        root, one = next(iter(title.items()))
        span = scene.span("title", one.start, one.end)
        name = one.name if root == one.is_ else scene.names.name(root)
        basis = "verb" if one.evidence in ("verb", "staff") else "headline"
        return Employer(Named(root, name, basis, span))
    body = families(scene, orgs(scene.body.mentions))
    watched = [root for root in body if root in scene.names.watch]
    if len(watched) == 1:
        return Employer(Named(watched[0], scene.names.name(watched[0]), "watch-list"))
    if len(body) == 1:
        root, one = next(iter(body.items()))
        if COUNTING.search(scene.body.text, max(0, one.start - 60), one.start):
            return None
        name = one.name if root == one.is_ else scene.names.name(root)
        return Employer(Named(root, name, "salience"))
    return None


def accompanied(scene: Scene) -> bool:
    """Whether names that nothing licenses are listed with the headline's: "X, Y, Z cut jobs"."""
    if scene.title.text.isupper():
        return False
    for sentence in scene.title.sentences:
        names = [chunk.name for chunk in sentence.chunks]
        for at in range(len(names) - 2):
            inside = at > 0 and names[at - 1] in ("at", "of", "by", "determiner")
            if not inside and tuple(names[at : at + 3]) in LISTS:
                return True
    return False


LISTS = frozenset({
    ("name", "comma", "org"), ("name", "and", "org"), ("org", "and", "name"),
    ("name", "comma", "name"),
})  # fmt: skip
"""Names side by side, of which the headline tells the same; a comma may lead to a place."""


COUNTING = re.compile(
    r"\b(?:outplacement|consult[a-z]+|research|polling|recruit[a-z]+|payrolls?) [^.\n]*\Z"
)
"""Words before the name of a firm that counts the cuts of others: "outplacement firm X"."""


def orgs(mentions: Sequence[Mention]) -> Iterator[Mention]:
    return (one for one in mentions if one.kind == "organisation")


def families(scene: Scene, mentions: Iterator[Mention]) -> dict[str, Mention]:
    """Root employer → its first mention."""
    found: dict[str, Mention] = {}
    for one in mentions:
        found.setdefault(scene.names.family(one.is_), one)
    return found
