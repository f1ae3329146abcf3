"""Entries of lists: what leads them over, and whether that tells cuts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headcount.extract.scene import Found, Scene, Spot
from headcount.extract.tables import classes
from headcount.language.chunks import Sentence, kinds
from headcount.language.tokens import BULLET


def size(one: Found) -> int:
    """The number of a claim; 0 for a vague one."""
    jobs = one.claim.jobs
    return 0 if jobs is None else jobs.low or jobs.high or 0


OPENING = 3
"""Sentences of the body that say what the headline is about."""


def item(scene: Scene, spot: Spot, before: Sequence[Found]) -> bool:
    """An item of a list that a sentence with a colon leads to, which is about cuts or follows one
    that is."""
    if spot.part != "body" or not entry(scene, spot.sentence):
        return False
    lead = leading(scene, lead_index(scene, spot.index))
    if not lead or not leads_over(scene, lead[-1]):
        return False
    if any(cutting(one) for one in (*scene.title.sentences, *lead)):
        return True
    cuts = any(one.holds(CUTTING) for one in scene.title.sentences)
    return cuts and any(one.part == "body" and size(one) > 0 for one in before)


CUTTING = kinds("cut cut-noun close close-noun")


def cuts_named(words: str) -> bool:
    """Whether a table's header speaks of cuts itself: "Jobs lost", "Redundancies"."""
    named = classes(words)
    lost = bool(named & {"cut", "affect", "go", "lose-job"})
    counted = bool(named & {"job", "worker", "worker-mass"}) and lost
    return counted or bool(named & {"layoff", "redundancy", "dismiss"})


def about_cuts(scene: Scene, spot: Spot) -> bool:
    """Whether the headline, or the last sentence before the list, speaks of cuts."""
    index = lead_index(scene, spot.index)
    return any(cutting(one) for one in (*scene.title.sentences, *leading(scene, index)))


def leading(scene: Scene, index: int | None) -> Sequence[Sentence]:
    """The sentence before a list, with those before it in its paragraph, and one more, if it only
    leads over: "By plant:"."""
    if index is None:
        return ()
    sentences, first = scene.body.sentences, index
    if leads_over(scene, sentences[index]):
        while first > 0 and not parted(scene, sentences[first - 1], sentences[first]):
            first -= 1
        first = max(0, min(first, index - 1))
    return sentences[first : index + 1]


def parted(scene: Scene, before: Sentence, sentence: Sentence) -> bool:
    """Whether an empty line stands between two sentences."""
    between = scene.body.text[before.start : sentence.start]
    return "\n\n" in between[len(between.rstrip()) :] or "\n\n" in between.rstrip(" ")[-2:]


def lead_index(scene: Scene, index: int) -> int | None:
    """The last sentence before an entry that is no entry itself."""
    body = scene.body.sentences
    return next((at for at in range(index - 1, -1, -1) if not entry(scene, body[at])), None)


def entry(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence begins as the entry of a list or a table's cell does."""
    text = scene.body.text
    start = text.rfind("\n", 0, sentence.start) + 1
    if text.endswith("<li>", start, sentence.start):
        return True
    listed = text.startswith("**", start) or BULLET.match(text, start) is not None
    return listed and STAMP.match(text, start) is None and not heads(scene, sentence)


STAMP = re.compile(r"\*\*\d{1,2}[:.h]\d\d")
"""The time at which an entry of a live blog begins, which is prose."""


def heads(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence is a heading without a number, as markdown writes it."""
    text = scene.body.text
    start = text.rfind("\n", 0, sentence.start) + 1
    end = text.find("\n", sentence.start)
    line = text[start : end if end >= 0 else len(text)].strip()
    marked = HEADING.fullmatch(line) is not None
    return marked and all(chunk.name not in ("number", "percent") for chunk in sentence.chunks)


HEADING = re.compile(r"\*\*[^*]+\*\*|#{1,6} .+")


def leads_over(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence leads over to a list: by its colon, or as a heading."""
    colon = scene.words("body", sentence.start, sentence.end).rstrip().endswith(":")
    return colon or heads(scene, sentence)


def cutting(sentence: Sentence) -> bool:
    """Whether a sentence holds a noun or verb that means cuts of jobs."""
    names = {chunk.name for chunk in sentence.chunks}
    counted = bool(names & {"job", "worker"})
    split = "split" in names and bool(names & {"go", "redundant"})
    out = {"turn-out", "jobless"} <= names or {"number", "lose-job"} <= names
    gone = {"job", "go"} <= names
    return (
        bool(names & {"layoff", "dismiss", "downsize"})
        or gone
        or (counted and ("cut" in names or split or out))
        or {"number", "more", "lose-job"} <= names
    )
