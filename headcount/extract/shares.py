"""A share of the staff that the sentence behind a cut gives for it: "That is 5% of its staff"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headcount.extract.scene import Found, Scene
from headcount.model import Claim, Quote
from headcount.source import EXCERPT_WORDS

FIGURE = "figure.workforce-share"


def shared(scene: Scene, told: Sequence[Found]) -> list[Found]:
    """The claims, where a share of the staff is part of the one cut that it measures."""
    kept: list[Found] = []
    for one in told:
        cut = measured(kept, one)
        whole = None if cut is None else joined(scene, cut.claim, one.claim)
        if cut is None or whole is None:
            kept.append(one)
        else:
            kept[kept.index(cut)] = replace(cut, claim=whole)
    return kept


def measured(before: Sequence[Found], one: Found) -> Found | None:
    """The one cut of the sentence before a share that has a number and no share yet."""
    if one.claim.rule != FIGURE:
        return None
    near = [
        other
        for other in before
        if other.claim.kind == "layoff" and other.part == one.part
        if one.index - other.index == 1
    ]
    if len(near) != 1 or near[0].claim.jobs is None or near[0].claim.percent is not None:
        return None
    same = near[0].claim.organisation.is_ == one.claim.organisation.is_
    return near[0] if same else None


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
