"""Where a rule holds that leaves out its noun or verb: in a list, a table, a split, right behind.

A number that stands alone means what the words before it meant; only what stands near enough lends
its meaning, and only to a form that nothing else is written in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType

from headcount.extract.entries import several
from headcount.extract.groups import fallback_of
from headcount.extract.lists import (
    OPENING,
    about_cuts,
    cuts_named,
    cutting,
    entry,
    item,
    lead_index,
    leads_over,
    size,
)
from headcount.extract.scene import Found, Scene, Spot
from headcount.extract.senses import leads, meant, of_else
from headcount.extract.tables import about, classes, row_of
from headcount.language.quantities import read_jobs

NEAR = 3
"""Sentences from a whole to its first part, and from one part to the next."""

FAR = 30
"""The same where words say that a number is a part: "300 of the jobs"."""


def holds(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """Whether words mean what their shape says, in the setting that their rule asks for."""
    if not meant(scene, spot):
        return False
    wanted = spot.finding.rule.gives.get("in")
    if wanted is None:
        numberless = spot.finding.rule.gives.get("of") == "numberless"
        return not (numberless and (leads(scene, spot) or of_else(scene, spot)))
    return SETTINGS[wanted](scene, spot, before)


def model(scene: Scene, spot: Spot, before: Sequence[Found]) -> Found | None:
    """The claim whose words a bare number shares: the latest of the same sentence; for a split the
    one whose number the sentence says again, else the latest with a number."""
    wanted = spot.finding.rule.gives.get("in")
    told = [one for one in before if one.part == spot.part and one.claim.kind == "layoff"]
    if wanted == "again":
        told = [one for one in told if one.index == spot.index]
    elif wanted in ("split", "part"):
        near = within(scene, spot, told)
        told = [one for one in near if one.claim.jobs] or (near if wanted == "part" else [])
        said = numbers(scene, spot)
        told = [one for one in told if size(one) in said] or told
    else:
        return None
    return told[-1] if told else None


def within(scene: Scene, spot: Spot, before: Sequence[Found]) -> list[Found]:
    """What is told near enough to be broken down: from the lead of a list of sites, all."""
    told = [one for one in before if one.part == spot.part]
    if spot.part == "body" and of_sites(scene, spot.index):
        return told
    wanted = spot.finding.rule.gives.get("in")
    return [one for one in told if spot.index - one.index <= (FAR if wanted == "part" else NEAR)]


def of_sites(scene: Scene, index: int) -> bool:
    """Whether a sentence opens an entry of a list of places or units, by its lead or since each
    entry begins with one: "By plant:", "- Ohio: 300"."""
    if several(scene.heads) or not entry(scene, scene.body.sentences[index]):
        return False
    lead = lead_index(scene, index)
    if lead is None:
        return False
    words = scene.words("body", scene.body.sentences[lead].start, scene.body.sentences[lead].end)
    sites = bool(classes(words) & SITES) or WHERE.search(words) is not None
    named = leads_over(scene, scene.body.sentences[lead]) and sites
    first = scene.body.sentences[lead + 1].chunks[:3]
    if named or any(chunk.name == "place" for chunk in first):
        return True
    main = fallback_of(scene)
    own = main is not None and main.organisation.basis == "headline"
    return own and leads_over(scene, scene.body.sentences[lead]) and "name" in map(NAME_OF, first)


SITES = frozenset({"unit-noun", "column-place", "partition", "place"})
"""Classes of words that lead to a list of places or units."""

WHERE = re.compile(
    r"\b(?:where|(?:each|every|by) (?:base|location|city|town|country))\b", re.IGNORECASE
)


NAME_OF = attrgetter("name")


def numbers(scene: Scene, spot: Spot) -> frozenset[int]:
    """The numbers told again before a finding's in its sentence: "of the 900, 300 are"."""
    row = spot.sentence.chunks[: spot.finding.slots.get("jobs", (0, 0))[0]]
    chunks = [one for by, one in pairwise(row) if (by.name, one.name) == ("determiner", "number")]
    read = (read_jobs(scene.words(spot.part, one.start, one.end)) for one in chunks)
    return frozenset(one[0] or one[1] or 0 for one in read if one)


def is_split(one: Found) -> bool:
    return one.finding is not None and one.finding.rule.gives.get("in") == "split"


def again(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """A cut is told in the same sentence before."""
    return model(scene, spot, before) is not None


def split(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """A larger number is told right before, or any in the same sentence; `parts` looks closer when
    all are read."""
    at = spot.finding.at("jobs", spot.sentence)
    part = read_jobs(scene.words(spot.part, *at)) if at else None
    least = part and (part[0] or part[1])
    near = within(scene, spot, before)
    said = numbers(scene, spot)
    if said and not any(one.index == spot.index or size(one) in said for one in near):
        return False
    near = [one for one in near if one.claim.kind == "layoff"]
    if any(one.index == spot.index and one.claim.jobs is not None for one in near):
        return least is not None
    told = [one.claim.jobs for one in near]
    most = [one.high or one.low or 0 for one in told if one is not None]
    if near and not most and spot.finding.rule.gives.get("in") == "part":
        return least is not None
    return least is not None and any(least < number for number in most)


def listed(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """The entry of a list or row of a table that is about cuts, by its heading or lead, and not
    about how many somebody employs."""
    return about_cuts(scene, spot) and not of_staff(scene, spot)


def of_staff(scene: Scene, spot: Spot) -> bool:
    """Whether a sentence before a list says that it counts staff: "Headcount in June:"."""
    for one in reversed(scene.body.sentences[max(0, spot.index - 8) : spot.index]):
        if cutting(one):
            return False
        if STATED.search(scene.words("body", one.start, one.end)):
            return True
    return False


STATED = re.compile(r"\b(?:workforce|headcount|staff numbers|staffing)\b.{0,40}:$", re.IGNORECASE)


def tabled(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """The cell of a column that counts cuts, in a table about them."""
    row = row_of(scene, spot)
    at = spot.finding.at("jobs", spot.sentence) or spot.finding.at("percent", spot.sentence)
    if row is None or at is None:
        return False
    headed = any(cuts_named(one) for one in row.header)
    return about(row, row.column(at[0])) and (headed or about_cuts(scene, spot))


def told(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """A sentence about cuts, or right behind one, or the headline of an article about them."""
    body = scene.body.sentences
    near = body[:OPENING] if spot.part == "title" else body[max(0, spot.index - 1) : spot.index]
    if spot.part == "body" and spot.index < OPENING:
        near = (*scene.title.sentences, *near)
    closing = any(chunk.name in ("close", "close-noun") for chunk in spot.sentence.chunks)
    if closing or any(cutting(one) for one in (spot.sentence, *near)):
        return True
    return spot.part == "body" and entry(scene, spot.sentence) and about_cuts(scene, spot)


def anywhere(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """A rule that holds by its words alone, and else leaves its number to the rules behind it."""
    return True


def here(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """The sentence is about cuts itself."""
    return cutting(spot.sentence)


def sites(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """The same for a list of places or units."""
    return item(scene, spot, before) and of_sites(scene, spot.index)


def asked(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """Right behind a question about cuts that asks how many."""
    if spot.part == "title" or not spot.index:
        return False
    question = scene.body.sentences[spot.index - 1]
    words = scene.words("body", question.start, question.end).lower().rstrip(" *_\n")
    named = {chunk.name for chunk in question.chunks}
    counted = ASKED.search(words) is not None
    return words.endswith("?") and counted and (cutting(question) or "affect" in named)


ASKED = re.compile(r"\b(?:how many|how big|who (?:is|are|was|were|will be|has been))\b")
"""How a question begins that a number answers."""


def known(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """Cuts are told anywhere before."""
    return any(one.claim.kind == "layoff" for one in before)


def of_share(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """Right behind a share of the staff that goes, without its number."""
    told = [one for one in before if one.part == spot.part and one.claim.kind == "layoff"]
    last = told[-1] if told else None
    opening = spot.sentence.chunks[spot.finding.first]
    if scene.words(spot.part, opening.start, opening.end).lower() not in POINTING:
        return False
    if last is None or not 0 <= spot.index - last.index <= 1:
        return False
    return last.claim.percent is not None and last.claim.jobs is None


POINTING = frozenset(
    {"that", "this", "it", "these", "those", "the number of", "the total number of"}
)
"""How a sentence begins that goes on with the share before it."""

Setting = Callable[[Scene, Spot, Sequence[Found]], bool]
SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "again": again,
        "split": split,
        "part": split,
        "list": listed,
        "table": tabled,
        "item": item,
        "sites": sites,
        "cuts": told,
        "here": here,
        "anywhere": anywhere,
        "asked": asked,
        "share": of_share,
        "known": known,
    }
)
