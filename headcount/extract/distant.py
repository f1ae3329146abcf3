"""Dates that stand outside a finding's own clause: when it was announced, and what the next
sentences say about the same cuts ("The layoffs will be completed by March")."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import enclosed, verb_of
from headcount.extract.scene import Scene, Spot
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.lexicon import lexicon
from headcount.language.rules import findings
from headcount.language.tidings import is_number_next, of_number, said_at

BUSY = kinds("number percent money cut dismiss acquire launch close hire")
"""Chunks of a clause that tells something else."""


def announced(scene: Scene, spot: Spot) -> int | None:
    """The index of the one date on which something is said: "it said on Tuesday"."""
    chunks, text = spot.sentence.chunks, scene.passage(spot.part).text
    found = [
        at
        for at, chunk in enumerate(chunks)
        if chunk.name == "date" and not is_number_next(chunks, at)
        if (index := said_at(text, chunks, at)) is not None and not within(spot, index)
        if not (index < spot.finding.first and new_clause(spot))
        if not of_number(chunks, index) and not before_it(spot, index)
        if not aside_clause(scene, spot, index) and not added(spot, index)
        if index < spot.finding.last or not outside(chunks, spot)
    ]
    days = {text[chunks[at].start : chunks[at].end].lower().removeprefix("on ") for at in found}
    return found[0] if len(days) == 1 else None


def new_clause(spot: Spot) -> bool:
    """Whether a finding's verb is the second of two of one subject: "warned in May about sales and
    will cut 300 jobs"."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    return first > 0 and chunks[first - 1].name == "and" and chunks[first].name in FINITE


FINITE = kinds("future have be")


def before_it(spot: Spot, index: int) -> bool:
    """Whether something else was said before: "300 jobs will go, weeks after it said that"."""
    while index > spot.finding.last and spot.sentence.chunks[index].name not in ENDING:
        index -= 1
    return index >= spot.finding.last and spot.sentence.chunks[index].name in (
        "after",
        "apart-word",
    )


ENDING = kinds("after apart-word comma stop dash bracket")


def outside(chunks: Sequence[Chunk], spot: Spot) -> bool:
    """Whether a comma behind a finding ends the relative clause that it stands in."""
    last = spot.finding.last
    behind = chunks[last].name if last < len(chunks) else ""
    return behind == "comma" and enclosed(chunks, spot.finding.first)


def added(spot: Spot, index: int) -> bool:
    """Whether what was announced is only what a total counts last: "separate layoffs were announced
    in May, bringing the total to 120"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    if spot.finding.rule.id != "layoff.total" or not 0 < index < first:
        return False
    return chunks[first - 1].name == "comma" and chunks[index - 1].name == "be"


def aside_clause(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether somebody else's clause begins behind the verb of saying at `index`: "X said on
    Monday it cut 200 jobs, while Y has laid off 300"."""
    chunks = spot.sentence.chunks
    return any(
        scene.words(spot.part, chunks[at].start, chunks[at].end).lower() in ("while", "whereas")
        and chunks[at + 1].name in ("org", "name")
        for at in range(index + 1, spot.finding.first - 1)
    )


def within(spot: Spot, index: int) -> bool:
    return spot.finding.first <= index < spot.finding.last


# ---------------------------------------------------------------- the sentences behind

REACH = 2
"""Sentences in which the same cuts are still spoken of."""

SUBJECT = kinds(
    "determiner possessive more word layoff cut cut-noun job worker measure process lose-job of"
)
VERBS = kinds("future be expected to start have conditional might plan negation")


def afterwards(scene: Scene, spot: Spot) -> tuple[Sentence, int] | None:
    """The date in one of the next sentences that says when these cuts begin or are over."""
    if spot.part != "body" or not {"jobs", "percent"} & set(spot.finding.slots):
        return None
    sentences = scene.body.sentences[spot.index + 1 : spot.index + 1 + REACH]
    asked = False
    for sentence in sentences:
        if any(one.rule.kind != "figure" for one in findings(sentence)) or not sentence.chunks:
            return None
        if sentence.chunks[0].name == "date" and (asked or fronted(scene, sentence)):
            return sentence, 0
        index = completion(scene, sentence)
        index = intended(scene, sentence) if index is None else index
        index = closing(scene, spot, sentence) if index is None else index
        if index is not None:
            return sentence, index
        asked = asks_when(scene, sentence)
    return None


def asks_when(scene: Scene, sentence: Sentence) -> bool:
    """A question that begins with "When", with a time stamp or name before it or not."""
    words = scene.body.text[sentence.start : sentence.end].replace("*", " ").lower().split()
    return bool(words) and words[-1].endswith("?") and any(w.startswith("when") for w in words[:3])


def fronted(scene: Scene, sentence: Sentence) -> bool:
    """A date and then what is over by then: "By March it will be done"."""
    names = [chunk.name for chunk in sentence.chunks[1:7]]
    names = names[1:] if names[:1] == ["comma"] else names
    if names[:1] != ["pronoun"] or not {"future", "be", "have"} & set(names[1:3]):
        return False
    return any("carrying-out" in classes(scene, chunk) for chunk in sentence.chunks[2:7])


def completion(scene: Scene, sentence: Sentence) -> int | None:
    """The date of "The cuts will be completed by March": cuts, or a noun for them all, as the
    subject, a verb that says they begin or end, and the date right behind."""
    chunks = sentence.chunks
    end = 0
    while end < len(chunks) and chunks[end].name in SUBJECT and end < 5:
        if chunks[end].name == "word" and "carrying-out" in classes(scene, chunks[end]):
            break
        end += 1
    named = [at for at in range(end) if whole(scene, chunks[at])]
    most = scene.body.text[chunks[0].start : chunks[0].end].lower() == "most"
    if not most and any(one.name == "of" for one in chunks[: end + 1]):
        return None
    opens = chunks[0].name in ("determiner", "possessive", "layoff", "lose-job") or most
    if not named or not opens:
        return None
    at = end + (end < len(chunks) and chunks[end].name in ("comma", "be"))
    if at < len(chunks) and chunks[at].name == "date" and effective(scene, chunks[at]):
        return at
    at, done = end, False
    while at < len(chunks) and chunks[at].name != "date":
        name = chunks[at].name
        done = done or name in DONE or "carrying-out" in classes(scene, chunks[at])
        if name in BUSY or name in ("stop", "mark", "comma") or at > end + 8:
            return None
        at += 1
    return at if done and at < len(chunks) else None


def effective(scene: Scene, chunk: Chunk) -> bool:
    """Whether date words tell when something begins to hold."""
    return scene.body.text[chunk.start : chunk.end].lower().startswith("effective")


def intended(scene: Scene, sentence: Sentence) -> int | None:
    """The date of "They will leave by June", "It expects the cuts to be over by June", "Their last
    day is June 30"."""
    chunks = sentence.chunks
    at = next((n for n, chunk in enumerate(chunks[:14]) if chunk.name == "date"), 0)
    names = [chunk.name for chunk in chunks[:at]]
    if not at or not set(names).isdisjoint(BUSY | {"stop", "mark", "comma", "after", "hire"}):
        return None
    words = [scene.body.text[one.start : one.end].lower() for one in chunks[:at]]
    if words[0] in LEAVING and names[1:3] in (
        ["future", "go"],
        ["future", "lose-job"],
    ):
        return at
    if words[0] in LEAVING and names[1] == "future" and words[2] in ("finish", "depart"):
        return at
    for start in range(1, min(5, at)):
        if words[start : start + 2] in LAST_DAYS and [*names, ""][start + 2] in (
            "be",
            "of",
            "future",
        ):
            return at
    wanted = names[0] in ("pronoun", "org", "determiner") and {"expect", "plan", "expected"} & set(
        names
    )
    done = any("carrying-out" in classes(scene, chunk) for chunk in chunks[:at])
    return at if wanted and done and words[0] != "they" else None


def closing(scene: Scene, spot: Spot, sentence: Sentence) -> int | None:
    """The date of "The plant will close in June", "Production ends in June" behind a cut that a
    closing brings."""
    if not spot.sentence.holds(CLOSING):
        return None
    chunks = sentence.chunks
    at = 1 + (chunks[0].name in ("determiner", "possessive"))
    subject = chunks[at - 1]
    words = scene.body.text[subject.start : subject.end].lower()
    if subject.name != "unit-noun" and words not in WORK:
        return None
    while at < len(chunks) and chunks[at].name in ("future", "be", "expected", "to"):
        at += 1
    ended = chunks[at : at + 2]
    if [one.name for one in ended][1:] != ["date"]:
        return None
    words = scene.body.text[ended[0].start : ended[0].end].lower()
    return at + 1 if ended[0].name == "close" or words in ("end", "ends", "cease") else None


CLOSING = kinds("close close-noun")
WORK = frozenset({"production", "operations", "manufacturing", "work", "trading"})
"""What ends where something closes."""

LEAVING = ("they", "most", "all", "staff", "workers", "employees")
"""Who leaves when a cut is done."""

LAST_DAYS = (["last", "day"], ["final", "day"])

DONE = ("start", "process", "go", "partition")


def whole(scene: Scene, chunk: Chunk) -> bool:
    """Whether a noun means all the cuts told before: "the layoffs", "the exercise"."""
    exits = chunk.name == "lose-job" and scene.body.text[chunk.start : chunk.end].lower() == "exits"
    return (
        exits
        or chunk.name in ("layoff", "cut-noun", "job")
        or "undertaking" in classes(scene, chunk)
    )


def classes(scene: Scene, chunk: Chunk) -> frozenset[str]:
    return lexicon().classes(scene.body.text[chunk.start : chunk.end])
