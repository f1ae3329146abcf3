"""A share of the staff that is given for a cut behind it: "That is 5% of its staff", "The cuts will
affect 5% of its staff", "cut 300 jobs, reducing its staff by 5%"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headcount.extract.scene import Found, Scene
from headcount.language.lexicon import lexicon
from headcount.model import Claim, Quote
from headcount.source import EXCERPT_WORDS

FIGURE = "figure.workforce-share"


def shared(scene: Scene, told: Sequence[Found]) -> list[Found]:
    """The claims, where a share of the staff is part of the one cut that it measures."""
    kept: list[Found] = []
    for one in told:
        cut = measured(scene, kept, one)
        whole = None if cut is None else joined(scene, cut.claim, one.claim)
        if cut is None or whole is None:
            kept.append(one)
        else:
            kept[kept.index(cut)] = replace(cut, claim=whole)
    return kept


def measured(scene: Scene, before: Sequence[Found], one: Found) -> Found | None:
    """The one cut of the sentence before a share, or of its own, that has a number and no share."""
    back = steps(scene, one)
    if back is None:
        return None
    near = [
        other
        for other in before
        if other.claim.kind == "layoff" and other.part == one.part
        if one.index - other.index == back
    ]
    if len(near) != 1 or near[0].claim.jobs is None or near[0].claim.percent is not None:
        return None
    same = near[0].claim.organisation.is_ == one.claim.organisation.is_
    return near[0] if same else None


def steps(scene: Scene, one: Found) -> int | None:
    """How many sentences before a share the cut stands that it measures; None if it measures none
    told before."""
    if one.claim.rule == FIGURE:
        return 1
    if one.finding is None or one.claim.kind != "layoff" or one.claim.jobs is not None:
        return None
    if one.claim.percent is None or one.claim.date is not None or one.claim.units:
        return None
    chunks = scene.passage(one.part).sentences[one.index].chunks
    verb = one.finding.slots.get("verb", (one.finding.first, 0))[0]
    if chunks[verb].forms == {"ing"} and verb and chunks[verb - 1].name == "comma":
        return 0
    noun = scene.words(one.part, chunks[1].start, chunks[1].end)
    cuts = chunks[1].name in ("layoff", "cut-noun", "cut") or "undertaking" in lexicon().classes(
        noun
    )
    affects = any(one.name in ("affect", "amount") for one in chunks[2 : one.finding.last])
    the = scene.words(one.part, chunks[0].start, chunks[0].end).lower() in ("the", "these")
    return 1 if the and cuts and affects else None


def joined(scene: Scene, cut: Claim, figure: Claim) -> Claim | None:
    """The cut with its share, which is another claim without an id, if both are short enough to be
    quoted together."""
    at = cut.quote.at
    if figure.percent is None or at.in_ != figure.quote.at.in_:
        return None
    span = replace(at, end=max(at.end, figure.quote.at.end))
    words = scene.words(at.in_, span.start, span.end)
    if len(words.split()) > EXCERPT_WORDS:
        return None
    return replace(cut, id="", percent=figure.percent, quote=Quote(span, words))
