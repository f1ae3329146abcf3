"""Cuts of a country, a state or a whole trade: nobody's in particular, so not the headline's."""

from __future__ import annotations

import re

from headcount.extract.bystanders import AGENTLESS, governed
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon

OUTSIDE = re.compile(
    r", an? (?:[a-z-]+ ){0,3}(?:watchdog|think[- ]tank|study|survey|regulator|charity|trade body)"
    r" (?:has |have )?(?:said|says|found|finds|shows|showed|warned|warns)\b",
    re.IGNORECASE,
)
"""Who knows of many employers, behind what it says: ", a watchdog has said"."""

OWN = kinds("org name pronoun possessive clitic")
"""Chunks by which a sentence speaks of an employer."""

AREA = re.compile(
    r"(?:(?:in|across|around|throughout|over) the (?:[a-z]+ )?"
    r"(?:countr(?:y|ies)|nation|state|industr(?:y|ies)|sectors?|econom(?:y|ies)|regions?|provinces?)"
    r"|nation-?wide|state-?wide|country-?wide|industry-?wide|nationally)\b",
    re.IGNORECASE,
)
TALLIED = re.compile(r"^(?:since|so far|this|last|over the|in the|in \d{4}|between|from)\b")
"""How the period of a tally begins."""

MANY = re.compile(
    r"(?:[A-Z][\w.]+[- ](?:based )?)?(?:employers|companies|firms|retailers|manufacturers)"
    r" (?:have |has )?(?:now |also )?(?:announced|planned|reported|cut|shed)\b",
    re.IGNORECASE,
)
"""How a tally of what many do begins: "U.S.-based employers announced"."""

COUNTERS = kinds("company word worker person-title")
PERFECT = kinds("have be")
PLURAL = frozenset({"company", "company-noun", "company-word", "body"})


def widespread(scene: Scene, spot: Spot) -> bool:
    """Whether a sentence that names no employer tells of many: by an area or a trade and a tally's
    period, by a plural that announces, or by who forecasts it."""
    chunks = spot.sentence.chunks
    if not any(chunk.name in ("org", "name", "pronoun") for chunk in chunks) and counted(
        scene, spot
    ):
        return True
    if MANY.match(scene.words(spot.part, chunks[0].start, chunks[-1].end)):
        return True
    if any(chunk.name in OWN for chunk in chunks) or definite(scene, spot):
        return False
    if OUTSIDE.search(scene.words(spot.part, spot.sentence.start, spot.sentence.end)):
        return True
    if area(scene, spot) or of_trade(scene, spot) or elsewhere(scene, spot):
        return True
    return tally(scene, spot) or plural(scene, spot) or forecast(scene, spot)


def lawlike(scene: Scene, spot: Spot) -> bool:
    """Whether a sentence tells what any employer has to do: "Companies must give notice when they
    lay off 50 workers", "The law requires employers to …"."""
    chunks = spot.sentence.chunks
    if BY_LAW.search(scene.words(spot.part, spot.sentence.start, spot.sentence.end)):
        return True
    if any(chunk.name in ("org", "name") for chunk in chunks):
        return False
    if LAW.search(scene.words(spot.part, spot.sentence.start, spot.sentence.end)):
        return True
    for index, chunk in enumerate(chunks):
        words = word(scene, spot, chunk)
        many = chunk.name in ("company", "word", "worker") and PLURAL & lexicon().classes(words)
        if not many or not words.endswith("s"):
            continue
        if index and (chunks[index - 1].name == "possessive" or definitely(scene, spot, index)):
            continue
        near = [word(scene, spot, one) for one in chunks[max(0, index - 4) : index + 5]]
        if DUTY.search(" ".join(near)):
            return True
    return False


def of_several(scene: Scene, spot: Spot) -> bool:
    """Whether a total is that of several employers: "the total cuts among big banks to 42,000"."""
    if spot.finding.rule.id != "layoff.total":
        return False
    own = spot.sentence.chunks[spot.finding.first : spot.finding.last]
    words = (word(scene, spot, one) for one in own if one.name == "company")
    return any(one.endswith("s") and PLURAL & lexicon().classes(one) for one in words)


def definitely(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether "the" or "these" stands before the noun at `index`."""
    return word(scene, spot, spot.sentence.chunks[index - 1]) in BACK


LAW = re.compile(
    r"\b(?:law|act|statute|rules?|regulations?)\b.{0,60}\b(?:requires?|obliges?|mandates?|applies)\b"
    r"|^(?:under|by) (?:\w+ )?(?:labou?r |employment )?law\b",
    re.IGNORECASE,
)
"""A law that tells what anybody must do."""

BY_LAW = re.compile(r"\b(?:is|are) required (?:by|under) (?:(?:federal|state|provincial) )?law\b")
"""Words of a law, whoever is named beside it."""

DUTY = re.compile(r"\b(?:must|have to|requires?|required|obliges?|obliged|mandates?)\b")
"""Words by which a law speaks."""


def counted(scene: Scene, spot: Spot) -> bool:
    """Whether a sentence gives the figures of a statistic: "the unemployment rate rose to 6%"."""
    words = scene.words(spot.part, spot.sentence.start, spot.sentence.end)
    return STATISTIC.search(words) is not None


STATISTIC = re.compile(
    r"\b(?:(?:un)?employment (?:rate|figures|data)|jobless (?:rate|figures|claims)|payrolls"
    r"|labou?r (?:market|force)|job market|census|outplacement|trackers?)\b",
    re.IGNORECASE,
)


def definite(scene: Scene, spot: Spot) -> bool:
    """Whether "the company", "the plant" or "the cuts" points back to somebody told before."""
    chunks = spot.sentence.chunks
    for index, chunk in enumerate(chunks[1:], 1):
        the = (
            chunks[index - 1].name == "determiner" and word(scene, spot, chunks[index - 1]) in BACK
        )
        if the and chunk.name in ("company", "unit-noun", "layoff", "cut-noun", "job", "worker"):
            return True
    return False


BACK = frozenset({"the", "these", "those", "this", "that", "both"})


def area(scene: Scene, spot: Spot) -> bool:
    """Whether the sentence begins with an area or trade: "Across the country, 40,000 workers"."""
    first, last = spot.sentence.chunks[0], spot.sentence.chunks[-1]
    return AREA.match(scene.words(spot.part, first.start, last.end)) is not None


def of_trade(scene: Scene, spot: Spot) -> bool:
    """Whether the jobs are called those of a sector: "40,000 manufacturing jobs"."""
    last = spot.finding.slots.get("jobs", (0, 0))[1]
    words = (word(scene, spot, chunk) for chunk in spot.sentence.chunks[last : spot.finding.last])
    return bool(last) and any("sector" in lexicon().classes(one) for one in words)


def elsewhere(scene: Scene, spot: Spot) -> bool:
    """Whether jobs have gone in an area that stands behind them: "were lost in the state"."""
    if spot.finding.rule.id not in AGENTLESS or "verb" not in spot.finding.slots:
        return False
    chunks, verb = spot.sentence.chunks, spot.finding.slots["verb"]
    over = {word(scene, spot, chunk) for chunk in chunks[verb[0] : verb[1]]} & OVER
    behind = scene.words(spot.part, chunks[verb[1] - 1].end, spot.sentence.end)
    return bool(over) and AREA.search(behind) is not None


OVER = frozenset({"were", "have", "had"})
"""Helpers of a verb that tells of what is over."""


def tally(scene: Scene, spot: Spot) -> bool:
    """Whether jobs of a trade, or in an area, have gone in a period: "30,000 retail jobs have gone
    in the UK since January"."""
    chunks = spot.sentence.chunks
    first, last = spot.finding.slots.get("jobs", (0, 0))
    dates = (word(scene, spot, chunk) for chunk in chunks if chunk.name == "date")
    if not last or not any(TALLIED.match(date) for date in dates):
        return False
    if not any(chunk.name in PERFECT for chunk in chunks[last : spot.finding.last]):
        return False
    behind = chunks[last] if last < len(chunks) else chunks[-1]
    trade = behind.name in ("word", "company") or word(scene, spot, behind).startswith("tech ")
    words = scene.words(spot.part, chunks[first].start, chunks[-1].end)
    return trade or AREA.search(words) is not None


def plural(scene: Scene, spot: Spot) -> bool:
    """Whether employers in the plural do it: "hospitals announced 11,400 job cuts"."""
    chunks = spot.sentence.chunks
    at = spot.finding.first - 1
    while at > 0 and chunks[at].name in ("announce", "have", "report", "plan", "to"):
        at -= 1
    if at < 0 or at == spot.finding.first - 1 or governed(chunks, at):
        return False
    noun = word(scene, spot, chunks[at])
    before = chunks[at - 1].name if at else ""
    return (
        noun.endswith("s")
        and bool(PLURAL & lexicon().classes(noun))
        and before not in ("determiner", "worker", "person-title")
    )


def forecast(scene: Scene, spot: Spot) -> bool:
    """Whether something may happen to an area, or to a trade, as who watches it says: "Economists
    warned that a recession could wipe out 20,000 factory jobs"."""
    chunks = spot.sentence.chunks
    if not any(chunk.name in ("might", "conditional", "expect") for chunk in chunks):
        return False
    head = chunks[: spot.finding.first]
    watched = any(
        chunk.name in COUNTERS and WATCHERS.search(word(scene, spot, chunk)) for chunk in head
    )
    return (
        watched or AREA.search(scene.words(spot.part, chunks[0].start, chunks[-1].end)) is not None
    )


WATCHERS = re.compile(
    r"\b(?:economists?|analysts?|forecasters?|researchers?|academics?|experts?)\b"
)


def word(scene: Scene, spot: Spot, chunk: Chunk) -> str:
    return scene.words(spot.part, chunk.start, chunk.end).lower()
