"""What an article's words say about two of its claims: part of, revises, apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from headcount.extract.connections import connections
from headcount.extract.parts import MANY, nearest, wholes
from headcount.extract.scene import Found, Scene
from headcount.extract.setting import is_split
from headcount.language.lexicon import lexicon
from headcount.model import Link, Span

ORDINALS = frozenset({"second", "third", "fourth", "fifth", "next", "latest", "last"})


def links(
    scene: Scene, told: Sequence[Found], kept: Sequence[Found], replaced: Mapping[str, str]
) -> tuple[Link, ...]:
    """The links between the claims that stay; `told` are all layoff claims in text order."""
    ids = {one.claim.id for one in kept}
    found = []
    cuts = [one for one in told if one.claim.kind == "layoff"]
    said = tuple(connections(scene, cuts))
    settled = {frozenset((link.claim, link.to)) for link in said}
    other = (link for link in raw(scene, cuts) if {link.claim, link.to} not in settled)
    for link in (*said, *other):
        claim, to = replaced.get(link.claim, link.claim), replaced.get(link.to, link.to)
        if claim != to and {claim, to} <= ids:
            found.append(Link(link.is_, claim, to, link.at))
    unique = {(one.is_, one.claim, one.to): one for one in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda one: (one.at.in_, one.at.start, one.claim)))


def raw(scene: Scene, told: Sequence[Found]) -> Iterator[Link]:
    """Links as the text has them, before repetitions are taken out."""
    known = wholes(scene, told)
    for number, one in enumerate(told):
        earlier = [other for other in told[:number] if other.part == one.part]
        kind = one.finding.rule.gives.get("link") if one.finding is not None else None
        if kind == "revises":
            beside = [other for other in told[number + 1 :] if same_sentence(one, other)][:1]
            earlier = [other for other in earlier if same_sentence(one, other)] or beside or earlier
        if one.finding is None or not earlier:
            continue
        last, at = earlier[-1], match_span(scene, one)
        near = one.index - last.index <= 1
        if one.claim.id in known:
            yield Link("part_of", one.claim.id, known[one.claim.id].claim, at)
        elif kind == "part_of" and one.finding.rule.gives.get("in") in ("item", "sites"):
            whole = nearest(one, earlier, MANY)
            if whole is not None:
                yield Link("part_of", one.claim.id, whole.claim.id, at)
        elif kind == "part_of" and near and not is_split(one):
            yield Link("part_of", one.claim.id, last.claim.id, at)
        elif kind == "revises" and near:
            yield Link("revises", last.claim.id, one.claim.id, at)
        elif kind == "apart":
            for other in earlier:
                if one.index - other.index <= 2 and other.claim.jobs is not None:
                    yield Link("apart", one.claim.id, other.claim.id, at)
        yield from inside_total(scene, one, last, at, near)
        yield from fraction(scene, one, earlier)


def same_sentence(one: Found, other: Found) -> bool:
    return (one.part, one.index) == (other.part, other.index)


def inside_total(scene: Scene, one: Found, last: Found, at: Span, near: bool) -> Iterator[Link]:
    """ "bringing the total to N", "the second … in a series of plans to cut N"."""
    if one.finding is None or one.finding.rule.id != "layoff.total" or not near:
        return
    sentence = scene.passage(one.part).sentences[one.index]
    before = scene.words(one.part, sentence.start, at.end).lower().split()
    bringing = sentence.chunks[one.finding.first].name == "bring-total"
    if bringing or ORDINALS & set(before):
        yield Link("part_of", last.claim.id, one.claim.id, at)


def fraction(scene: Scene, one: Found, earlier: Sequence[Found]) -> Iterator[Link]:
    """ "nearly half of the above target": the part that a claim is of a whole told before."""
    chunks = scene.passage(one.part).sentences[one.index].chunks
    for index in range(one.finding.last if one.finding else 0, len(chunks) - 2):
        words = scene.words(one.part, chunks[index].start, chunks[index].end)
        share = chunks[index].name == "percent" or lexicon().value("fraction", words)
        if not share or chunks[index + 1].name != "of":
            continue
        noun = next(
            (
                c
                for c in chunks[index + 2 : index + 6]
                if c.name in ("plan-noun", "plan", "total-word")
            ),
            None,
        )
        wholes = [
            other
            for other in earlier
            if other.claim.scope.is_ == "aggregate" or other.claim.status.is_ == "planned"
        ]
        numbered = [other for other in wholes if other.claim.jobs is not None]
        if noun is not None and numbered:
            at = scene.span(one.part, chunks[index].start, noun.end)
            kind: Literal["part_of"] = "part_of"
            yield Link(kind, one.claim.id, numbered[-1].claim.id, at)


def match_span(scene: Scene, one: Found) -> Span:
    """The words of a claim's rule."""
    if one.finding is None:
        return one.claim.quote.at
    chunks = scene.passage(one.part).sentences[one.index].chunks
    return scene.span(one.part, chunks[one.finding.first].start, chunks[one.finding.last - 1].end)
