"""Which divisions, places and sites a finding names beside its number."""

from __future__ import annotations

from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.capitals import Mention
from headcount.language.chunks import kinds
from headcount.language.lexicon import lexicon
from headcount.model import Named
from headcount.source import slug

THROUGH = kinds(
    "of at determiner possessive word unit-noun company and dash more comma place org "
    "clitic worker job date including relative bracket be layoff name process"
)
"""Chunks that a list of units may hold; any other ends it."""


def units(scene: Scene, spot: Spot, employer: Named) -> tuple[Named, ...]:
    """Registered units of the employer's family in the match and right behind it; if there are
    none, the words of a place or of "its … division". A bare number's place is its own."""
    if "where" in spot.finding.slots:
        return placed(scene, spot, employer)
    registered = []
    for index in reach(spot):
        chunk = spot.sentence.chunks[index]
        if chunk.name != "org":
            continue
        one = mention_of(chunk)
        if one.is_ != employer.is_ and scene.names.same_family(one.is_, employer.is_):
            span = scene.span(spot.part, one.start, one.end)
            registered.append(Named(one.is_, one.name, "modifier", span))
    return tuple(registered) or described(scene, spot)


def placed(scene: Scene, spot: Spot, employer: Named) -> tuple[Named, ...]:
    """The place or unit that a bare number stands beside, the rule's slot `where`: "Ohio 500"."""
    first, last = spot.finding.slots["where"]
    chunks = spot.sentence.chunks[first:last]
    span = scene.span(spot.part, chunks[0].start, chunks[-1].end)
    value = chunks[0].value
    if chunks[0].name == "rest" or (value is not None and len(chunks) > 1):
        return ()
    if isinstance(value, Mention):
        other = value.kind == "organisation" and not scene.names.same_family(
            value.is_, employer.is_
        )
        if other or value.is_ == employer.is_:
            return ()
        return (Named(value.is_, value.name, "modifier", span),)
    words = scene.words(spot.part, span.start, span.end)
    if "anybody" in lexicon().classes(words.lower()):
        return ()
    return (Named(slug(words), words, "modifier", span),)


def reach(spot: Spot) -> range:
    """The chunks of the match and of the phrases that follow it."""
    chunks, end = spot.sentence.chunks, spot.finding.last
    while end < len(chunks) and end < spot.finding.last + 24:
        counted = chunks[end].name == "number" and counts_units(spot, end)
        if chunks[end].name not in THROUGH and not counted:
            break
        if chunks[end].name == "relative" and not includes(spot, end):
            break
        end += 1
    return range(spot.own, end)


def counts_units(spot: Spot, index: int) -> bool:
    """Whether a number counts divisions or companies: "its two mail-order businesses"."""
    following = spot.sentence.chunks[index + 1 : index + 6]
    rest = [one.name for one in following if one.name not in ("word", "dash")]
    return bool(rest) and rest[0] in ("company", "unit-noun")


def includes(spot: Spot, index: int) -> bool:
    following = spot.sentence.chunks[index + 1 : index + 2]
    return bool(following) and following[0].name in ("be", "including")


def described(scene: Scene, spot: Spot) -> tuple[Named, ...]:
    """ "in its devices division", "in Ohio": the words as they stand."""
    chunks = spot.sentence.chunks
    found = []
    indexes = reach(spot)
    for index in indexes:
        if chunks[index].name == "place" and chunks[index - 1].name in ("at", "and", "comma"):
            one = mention_of(chunks[index])
            span = scene.span(spot.part, one.start, one.end)
            if not (chunks[index - 1].name == "comma" and abbreviated(scene, spot, index)):
                found.append(Named(one.is_, one.name, "modifier", span))
        elif chunks[index].name == "at" and index + 1 in indexes:
            first = index + 1
            while first in indexes and chunks[first].name in ("possessive", "determiner"):
                first += 1
            last = first
            while last in indexes and chunks[last].name in ("word", "and", "dash"):
                last += 1
            if last in indexes and first < last and chunks[last].name == "unit-noun":
                found += phrases(scene, spot, first, last)
    return tuple(found)


def abbreviated(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a place is the short name of a state, behind its town: "in Dalby, N.B."."""
    chunks = spot.sentence.chunks
    stop = scene.words(spot.part, chunks[index].end, chunks[index].end + 1) == "."
    inside = index + 2 < len(chunks)
    return "." in mention_of(chunks[index]).name or (stop and inside)


def phrases(scene: Scene, spot: Spot, first: int, last: int) -> list[Named]:
    """The units that chunks [first, last] name: one, or one on each side of "and" before a
    plural: "the toy and garden departments"."""
    chunks = spot.sentence.chunks
    plural = scene.words(spot.part, chunks[last].start, chunks[last].end).endswith("s")
    joints = [at for at in range(first + 1, last) if chunks[at].name == "and"]
    ranges = [(first, last + 1)]
    if plural and len(joints) == 1 and joints[0] + 1 < last:
        ranges = [(first, joints[0]), (joints[0] + 1, last)]
    found = []
    for low, high in ranges:
        span = scene.span(spot.part, chunks[low].start, chunks[high - 1].end)
        words = scene.words(spot.part, span.start, span.end)
        found.append(Named(slug(words), words, "modifier", span))
    return found
