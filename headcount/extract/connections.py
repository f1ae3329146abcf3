"""What the words between two numbers of cuts say: one inside the other, beside it, or its sum.

Only claims of one employer are held together, and only over words that lead straight from one
number to the other: "200 jobs as part of a plan to cut 2,000".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from headcount.extract.scene import Found, Scene
from headcount.language.chunks import Sentence, kinds
from headcount.language.lexicon import lexicon
from headcount.model import Link, Span

LEADING = 12
"""Words at most from a connective to the number that it leads to: "part of Oakfield Paper's
three-year programme to shed 2,000"."""

SUBJECT = 5
"""Words at most before the connective of a sentence about the one before: "The latest cuts are"."""

NEXT = 2
"""Words at most before what sums up at the beginning of the next sentence: "And in total"."""

BROKEN = kinds("comma stop dash bracket mark and number percent after")
"""Chunks over which a connective leads to no number behind them."""

Kind = Literal["part_of", "apart"]


class Words(NamedTuple):
    """A connective at tokens [first, end)."""

    first: int
    end: int


def connections(scene: Scene, told: Sequence[Found]) -> Iterator[Link]:
    """The links that connectives make between layoff claims with numbers, in text order."""
    counted = [one for one in told if one.claim.kind == "layoff" and one.claim.jobs is not None]
    by_place = sorted(counted, key=lambda one: (one.part, at(one)))
    for number, one in enumerate(by_place):
        earlier = [
            other
            for other in by_place[:number]
            if other.part == one.part and related(other, one) and one.index - other.index <= 1
        ]
        beside = [other for other in earlier if other.index == one.index]
        yield from behind(scene, beside, one)
        yield from pointing(scene, [other for other in earlier if other not in beside], one)
        yield from fronted(scene, beside, one)
        yield from summed(scene, earlier, one)
        yield from spread(scene, beside, one)


def at(one: Found) -> int:
    """Where a claim's number begins."""
    return one.claim.jobs.at.start if one.claim.jobs is not None else one.claim.quote.at.start


def related(one: Found, other: Found) -> bool:
    """Whether two claims have one employer, or a known one and a nameless one."""
    names = {found.claim.organisation.is_ for found in (one, other)}
    return len(names - {None, ""}) <= 1


def smaller(one: Found, other: Found) -> bool:
    """Whether the first number can be inside the second."""
    low, high = bounds(one)[0], bounds(other)[1]
    return low is not None and high is not None and low < high


def bounds(one: Found) -> tuple[int | None, int | None]:
    jobs = one.claim.jobs
    if jobs is None:
        return None, None
    known = [value for value in (jobs.low, jobs.high) if value is not None]
    return min(known, default=None), max(known, default=None)


def behind(scene: Scene, before: Sequence[Found], one: Found) -> Iterator[Link]:
    """ "200 in Leeds and 150 in Hull, part of the 2,000 …": each number before is inside."""
    if not before:
        return
    start = end_of(before[-1])
    for name, kind in (("inside", "part_of"), ("beside", "apart")):
        words = leading(scene, one, name, start)
        if words is None:
            continue
        for other in before:
            if kind == "apart" and other is before[-1]:
                yield Link("apart", one.claim.id, other.claim.id, span(scene, one, words))
            elif kind == "part_of" and smaller(other, one):
                yield Link("part_of", other.claim.id, one.claim.id, span(scene, one, words))
        return


def fronted(scene: Scene, before: Sequence[Found], one: Found) -> Iterator[Link]:
    """ "As part of a plan to cut 2,000 jobs, X will lay off 200": the first number is outside."""
    if not before:
        return
    first, sentence = before[0], scene.passage(one.part).sentences[one.index]
    begin = scene.passage(one.part).tokens[sentence.first].start
    for name, kind in (("inside", "part_of"), ("beside", "apart"), ("including", "part_of")):
        words = leading(scene, first, name, begin)
        if words is None or words.first > sentence.first + 1:
            continue
        where = span(scene, one, words)
        if name == "including" and smaller(first, one):
            yield Link("part_of", first.claim.id, one.claim.id, where)
        elif name == "inside" and smaller(one, first):
            yield Link("part_of", one.claim.id, first.claim.id, where)
        elif kind == "apart":
            yield Link("apart", one.claim.id, first.claim.id, where)
        return


def pointing(scene: Scene, before: Sequence[Found], one: Found) -> Iterator[Link]:
    """ "They are part of the 2,000 …": what the sentence before told is inside."""
    sentence = scene.passage(one.part).sentences[one.index]
    if sentence.chunks[0].name not in ("pronoun", "that", "determiner"):
        return
    for name in ("inside", "beside"):
        words = leading(scene, one, name, sentence.start)
        if words is None or words.first - sentence.first > SUBJECT:
            continue
        where = span(scene, one, words)
        for other in before:
            if name == "beside":
                yield Link("apart", one.claim.id, other.claim.id, where)
            elif smaller(other, one):
                yield Link("part_of", other.claim.id, one.claim.id, where)
        return


def summed(scene: Scene, before: Sequence[Found], one: Found) -> Iterator[Link]:
    """ "That makes 400 in total.": what was told right before is inside."""
    sentence = scene.passage(one.part).sentences[one.index]
    inside = [other for other in before if other.index == one.index]
    start = end_of(inside[-1]) if inside else sentence.start
    words = first_of(scene, one, "summing", sentence, start, behind=True)
    that = sentence.chunks[0].name in ("that", "pronoun")
    if words is None or not (inside or that or words.first - sentence.first <= NEXT):
        return
    for other in before:
        if smaller(other, one) and other.claim.scope.is_ != "aggregate":
            yield Link("part_of", other.claim.id, one.claim.id, span(scene, one, words))


def spread(scene: Scene, before: Sequence[Found], one: Found) -> Iterator[Link]:
    """ "X, which is cutting 2,000 jobs globally, will lay off 100 in India"."""
    for other in before[-1:]:
        sentence = scene.passage(one.part).sentences[one.index]
        words = first_of(scene, one, "everywhere", sentence, end_of(other), behind=False)
        same = other.claim.date is None and other.claim.status.is_ != "completed"
        if words is not None and same and one.claim.units and smaller(one, other):
            yield Link("part_of", one.claim.id, other.claim.id, span(scene, one, words))


def end_of(one: Found) -> int:
    return one.claim.jobs.at.end if one.claim.jobs is not None else one.claim.quote.at.end


def leading(scene: Scene, one: Found, name: str, start: int) -> Words | None:
    """The last connective of a class behind `start` that leads straight to the claim's number."""
    passage = scene.passage(one.part)
    sentence = passage.sentences[one.index]
    chunks = [chunk for chunk in sentence.chunks if start <= chunk.start < at(one)]
    tokens = passage.tokens
    stop = next((n for n in range(sentence.first, sentence.last) if tokens[n].start >= at(one)), 0)
    for index in range(stop - 1, max(sentence.first, stop - LEADING) - 1, -1):
        if tokens[index].start < start:
            return None
        found = lexicon().match_of(name, tokens, index)
        if found is not None and found.end <= stop:
            behind = [chunk for chunk in chunks if chunk.first >= found.end]
            if all(chunk.name not in BROKEN for chunk in behind):
                return Words(index, found.end)
    return None


def first_of(
    scene: Scene, one: Found, name: str, sentence: Sentence, start: int, *, behind: bool
) -> Words | None:
    """The first connective of a class in the sentence from `start` on, up to the claim's number or,
    with `behind`, right behind it ("400 in total")."""
    tokens = scene.passage(one.part).tokens
    for index in range(sentence.first, sentence.last):
        if tokens[index].start < start:
            continue
        if tokens[index].start > at(one) and not (
            behind and tokens[index].start <= end_of(one) + 1
        ):
            return None
        found = lexicon().match_of(name, tokens, index)
        if found is not None:
            return Words(index, found.end)
    return None


def span(scene: Scene, one: Found, words: Words) -> Span:
    tokens = scene.passage(one.part).tokens
    return scene.span(one.part, tokens[words.first].start, tokens[words.end - 1].end)
