"""One article in, its claims out; nothing of any other article plays a part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from headcount import verify
from headcount.extract.claims import claim_of, said
from headcount.extract.collapse import collapsed
from headcount.extract.export import explain, export
from headcount.extract.links import links
from headcount.extract.nearby import announced_nearby
from headcount.extract.parts import settled
from headcount.extract.quotations import Quotation, quotations, spans
from headcount.extract.scene import Found, Scene, scene_of
from headcount.extract.shares import shared
from headcount.extract.statements import chain_of, statements
from headcount.model import Article, Claim, Reading, Registry
from headcount.source import claim_id

__all__ = ["explain", "export", "reading"]


def reading(article: Article, registry: Registry) -> Reading:
    """All that the rules find in one article; every claim has passed `verify`."""
    scene = scene_of(article, registry)
    quoted = quotations(scene)
    told = settled(scene, accepted(scene, shared(scene, events(scene, quoted))))
    kept, replaced = collapsed(told, scene.names.names)
    near = announced_nearby(scene, kept, told)
    dated = {id: one for id, one in near.items() if stands(scene, one)}
    told, kept = redated(told, dated), redated(kept, dated)
    replaced = {of(one, dated): of(by, dated) for one, by in replaced.items()}
    more, _ = collapsed(accepted(scene, statements(scene, quoted, told)))
    claims = sorted((one.claim for one in (*kept, *more)), key=place)
    return Reading(article, tuple(claims), links(scene, told, kept, replaced), spans(scene))


def redated(found: Sequence[Found], dated: Mapping[str, Found]) -> list[Found]:
    """The claims, those that have got a date with it."""
    return [dated.get(one.claim.id, one) for one in found]


def of(claim: str, dated: Mapping[str, Found]) -> str:
    """The id that a claim has now."""
    return dated[claim].claim.id if claim in dated else claim


def place(claim: Claim) -> tuple[bool, int, int, str]:
    """Reading order: the title, then the body."""
    at = claim.quote.at
    return (at.in_ == "body", at.start, at.end, claim.id)


def events(scene: Scene, quoted: Sequence[Quotation]) -> list[Found]:
    """The accepted claims of the event rules, in reading order; a number that may only break
    another down may be read once more, and `settled` decides."""
    found: list[Found] = []
    used: set[tuple[str, int, int]] = set()
    parts: set[tuple[str, int, int]] = set()
    for spot in scene.spots():
        own = {(spot.part, spot.index, chunk) for chunk in spot.finding.own}
        bare = spot.finding.rule.gives.get("in") == "split"
        free = used.isdisjoint(own) and not (bare and parts & own)
        claim = claim_of(scene, spot, found) if free else None
        if claim is None:
            continue
        one = Found(spoken(scene, claim, quoted), spot.part, spot.index, spot.finding)
        made = accepted(scene, [one])
        if made:
            (parts if bare else used).update(own)
        found += made
    return found


def spoken(scene: Scene, claim: Claim, quoted: Sequence[Quotation]) -> Claim:
    """The claim with its speaker, if its number stands inside somebody's quotation."""
    at = claim.jobs.at if claim.jobs else claim.quote.at
    for one in quoted:
        if at.in_ == one.part and one.start <= at.start and at.end <= one.end and one.speaker:
            return said(claim, one.speaker, chain_of(scene, one.speaker, one.index))
    return claim


def accepted(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """The claims that the verifier has nothing against, with their ids; an id is proof of it."""
    return [
        one if one.claim.id else replace(one, claim=replace(one.claim, id=claim_id(one.claim)))
        for one in found
        if one.claim.id or stands(scene, one)
    ]


def stands(scene: Scene, one: Found) -> bool:
    """Whether the verifier has nothing against a claim."""
    return not verify.refusals(one.claim, scene.article, scene.names)
