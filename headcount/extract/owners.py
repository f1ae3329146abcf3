"""The organisations that stand around a number of cuts, before, inside or behind its words."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.antecedents import VERBAL
from headcount.extract.bystanders import (
    AGENTLESS,
)
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, kinds


def of_base(spot: Spot) -> int | None:
    """The organisation whose staff a number is a part of: "412 of X's 560 staff"."""
    chunks, at = spot.sentence.chunks, spot.finding.slots.get("base", (0, 0))[0]
    owned = at > 1 and chunks[at - 1].name == "clitic" and chunks[at - 2].name == "org"
    return at - 2 if owned and at - 2 >= spot.finding.first else None


def first_org(chunks: Sequence[Chunk], indexes: range) -> int | None:
    """The first organisation there that is nobody's unit: not "its Ohio-based X"."""
    return next((i for i in indexes if chunks[i].name == "org" and not based(chunks, i)), None)


def based(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an organisation is the site of who "its" means: "at its Ohio-based X"."""
    names = [chunk.name for chunk in chunks[max(0, index - 4) : index]]
    return names == ["possessive", "place", "dash", "word"]


def by_agent(spot: Spot) -> int | None:
    """The organisation after "by" behind the match: "200 jobs cut by X", "the 200 job cuts
    announced last week by X"."""
    chunks, at = spot.sentence.chunks, spot.finding.last
    while at < min(spot.finding.last + 4, len(chunks)) and chunks[at].name in DECIDED:
        at += 1
    if at < len(chunks) and chunks[at].name == "by":
        return first_org(chunks, range(at + 1, min(at + 8, len(chunks))))
    return None


DECIDED = kinds("announce plan date at place")
"""Chunks between cuts and who decided on them."""


def ahead(spot: Spot) -> int | None:
    """The subject behind a phrase that tells of its cuts: "After cutting 200 jobs, X", "On top of
    the 200 layoffs announced in May, X"."""
    chunks, finding = spot.sentence.chunks, spot.finding
    if not {"have", "after", "apart-word", "by", "including"} & {chunks[0].name}:
        return None
    if any(one.name in ("org", "name", "person", "comma") for one in chunks[: finding.first]):
        return None
    verb = finding.slots.get("verb", (0, 0))[0]
    if chunks[verb].name in ("cut", "dismiss") and not chunks[verb].forms & {"ing", "participle"}:
        return None
    ahead = range(finding.last, min(finding.last + 8, len(chunks)))
    comma = next((at for at in ahead if chunks[at].name == "comma"), None)
    if comma is None or comma + 2 >= len(chunks) or chunks[comma + 1].name != "org":
        return None
    return comma + 1 if chunks[comma + 2].name != "clitic" else None


def meanwhile(scene: Scene, spot: Spot) -> int | None:
    """The subject of a clause with "as" behind jobs that go: "300 jobs to go as X shuts a mill"."""
    chunks, last = spot.sentence.chunks, spot.finding.last
    if spot.finding.rule.id not in AGENTLESS or any(
        chunk.name in ("org", "name", "pronoun", "company") for chunk in chunks[:last]
    ):
        return None
    for at in range(last, min(last + 5, len(chunks) - 2)):
        if chunks[at].name == "after":
            words = scene.words(spot.part, chunks[at].start, chunks[at].end).lower()
            acts = chunks[at + 2].name in VERBAL or chunks[at + 2].name == "word"
            org = words in ("as", "after", "when") and chunks[at + 1].name == "org" and acts
            return at + 1 if org else None
        if chunks[at].name not in ("at", "place", "unit-noun", "word", "date", "name"):
            return None
    return None


def beside(scene: Scene, spot: Spot) -> int | None:
    """An organisation right before the match: "X's 300 job cuts", "X job cuts", "X: 300 jobs"."""
    chunks, index = spot.sentence.chunks, spot.finding.first - 1
    if index > 0 and scene.words(spot.part, chunks[index].start, chunks[index].end) == ":":
        index -= 1
    while index >= 0 and chunks[index].name in ("clitic", "word", "more", "dash"):
        index -= 1
    near = index >= 0 and spot.finding.first - index <= 3
    return index if near and chunks[index].name == "org" else None


BEHIND = kinds(
    "of at determiner possessive word unit-noun company and dash more comma number place "
    "org clitic worker date"
)


def after(spot: Spot) -> int | None:
    """An organisation in a prepositional phrase behind the match: "jobs at X"."""
    chunks = spot.sentence.chunks
    index = spot.finding.last
    while index < len(chunks) and chunks[index].name in ("have", "be", "announce"):
        index += 1
    left, seen = leaves(spot), False
    while index < len(chunks) and chunks[index].name in BEHIND and index < spot.finding.last + 12:
        left = left and chunks[index].name not in ("comma", "and")
        seen = seen or chunks[index].name in ("at", "of")
        if chunks[index].name == "org" and (seen or left) and not based(chunks, index):
            return index
        index += 1
    return None


def leaves(spot: Spot) -> bool:
    """Whether a verb of going away ends the match, and what is left follows: "90 will leave X"."""
    verb = spot.finding.slots.get("verb")
    return verb is not None and spot.sentence.chunks[verb[1] - 1].name == "lose-job"
