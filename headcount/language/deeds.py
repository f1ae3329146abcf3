"""What a name does, or has done to its staff, that only an employer does."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.lexicon import lexicon
from headcount.language.neighbours import (
    behind_apposition,
    capital,
    classes_at,
    pair_at,
    roots,
    text_at,
)
from headcount.language.tokens import Token


def public(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name is a public body's by its noun: "Ministry of X", "X City Council"."""
    first, last = run
    if last - first < 2:
        return False
    inner = any(
        classes_at(sequence, at) & {"body"} and sequence[at + 1].text in ("of", "for")
        for at in range(first, last - 1)
    )
    return inner or bool(classes_at(sequence, last - 1) & {"body"})


def staffed(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether jobs or staff, or what becomes of them, stand right before "at" and the name, or
    "at" opens the sentence: "300 posts at the X", "At the X, 300 jobs will go"."""
    at = run[0] - 1
    if at > 1 and sequence[at].text == "at" and sequence[at - 1].kind == "number":
        return public(sequence, run)
    if at >= 0 and sequence[at].normal == "the":
        at -= 1
    if at < 0 or sequence[at].normal not in ("at", "within", "in", "from"):
        return False
    if sequence[at - 1].normal == "base" or "unit-noun" in classes_at(sequence, at - 1):
        return False
    if any(sequence[n].normal in ("its", "their") for n in range(max(0, at - 4), at)):
        return False
    before = sequence[at - 1] if at else None
    opening = before is None or before.kind == "space-break" or before.text in (".", "**")
    ahead = range(max(0, at - 8), at) if sequence[at].normal == "at" else (at - 1,)
    named = (roots(classes_at(sequence, n) | pair_at(sequence, n)) for n in ahead)
    return opening or any(not one.isdisjoint(LEAVING) for one in named)


def acting(sequence: Sequence[Token], run: tuple[int, int]) -> str:
    """What a name does that only an employer does: it stands right before its staff or cuts ("X
    workers"), or cuts a number of jobs ("X is to cut 300 jobs"). A public body needs less."""
    last = run[1]
    if text_at(sequence, run[0] - 1) == "to" and text_at(sequence, run[0] - 2) == "according":
        return ""
    body = public(sequence, run)
    kind = "trade" in classes_at(sequence, last - 1)
    own = last + (text_at(sequence, last) == "government")
    staff = classes_at(sequence, own) & STAFF and text_at(sequence, last) != "post"
    if staff and not touched(sequence, last) and not kind:
        return "staff"
    if body and (staffed(sequence, run) or announces(sequence, last) or opens(sequence, run)):
        return "body"
    if tells(sequence, last) or fails(sequence, last) or deserted(sequence, run[0]):
        return "verb"
    at = behind_apposition(sequence, behind_unit(sequence, last))
    at = decided(sequence, last) or at
    if (text_at(sequence, last), text_at(sequence, last + 1)) == (",", "which"):
        at = behind_clause(sequence, last + 2) if body else last + 2
    end = at + 8
    while at < end and helps(sequence, at):
        at += 1
    numbered = at > last and counts(sequence, at)
    verbs = roots(classes_at(sequence, at) | pair_at(sequence, at))
    if verbs.isdisjoint(CUTTING) and not numbered:
        return ""
    if at < len(sequence) and sequence[at].normal in LOSING and not body:
        return ""
    behind = range(at, min(at + 12, clause_end(sequence, at)))
    counted = "dismiss" in verbs or any(classes_at(sequence, n) & COUNTED for n in behind)
    if not (counted and any(counts(sequence, n) for n in behind)):
        return ""
    if body:
        return "body"
    its = any(sequence[n].normal == "its" for n in range(at, clause_end(sequence, at)))
    return "subject" if its else "verb"


def tells(sequence: Sequence[Token], last: int) -> bool:
    """Whether somebody tells a number of staff or jobs: "X told 450 warehouse workers"."""
    if "say" not in roots(classes_at(sequence, last)) or not counts(sequence, last + 1):
        return False
    told = frozenset({"worker", "worker-mass", "job"})
    return any(classes_at(sequence, n) & told for n in range(last + 2, last + 6))


def fails(sequence: Sequence[Token], last: int) -> bool:
    """Whether a whole employer comes to its end, as told in several words: "X has gone bust"."""
    at = last + bool(roots(classes_at(sequence, last)) & {"have"}) if last < len(sequence) else last
    match = lexicon().match_of("collapse", sequence, at) if at < len(sequence) else None
    return match is not None and match.end > at + 1


def deserted(sequence: Sequence[Token], first: int) -> bool:
    """Whether a number of people leave the named: "95 people will leave X"."""
    if first < 3 or sequence[first - 1].normal not in ("leave", "leaving", "left", "leaves"):
        return False
    before = range(max(0, first - 6), first - 1)
    who = next((n for n in before if classes_at(sequence, n) & {"worker"}), None)
    return who is not None and any(counts(sequence, n) for n in range(max(0, who - 3), who))


def announces(sequence: Sequence[Token], last: int) -> bool:
    """Whether a public body says how many jobs or staff: "X Council says 500 posts must
    go", or tells staff who are dismissed."""
    while last < len(sequence) and roots(classes_at(sequence, last)) & {"have", "start"}:
        last += 1
    told = roots(classes_at(sequence, last)) & {"say", "announce", "expect", "plan"}
    if not told and text_at(sequence, last) not in ("sees", "saw"):
        return False
    clause = range(last, min(last + 12, clause_end(sequence, last)))
    counted = any(classes_at(sequence, n) & STAFF for n in clause)
    gone = any(roots(classes_at(sequence, n) | pair_at(sequence, n)) & {"dismiss"} for n in clause)
    return counted and (gone or any(counts(sequence, n) for n in clause))


def opens(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a public body begins a sentence about a number of redundancies: "X Council is seeking
    40 redundancies"."""
    first, last = run
    before = first - 1 - (first > 0 and text_at(sequence, first - 1) == "the")
    begins = before < 0 or sequence[before].kind in ("space-break", "dash")
    if not begins and sequence[before].text != ".":
        return False
    clause = range(last, min(last + 22, clause_end(sequence, last)))
    named = (classes_at(sequence, n) | pair_at(sequence, n) for n in clause)
    cuts = any(found & {"layoff", "redundancy"} for found in named)
    return cuts and any(counts(sequence, n) for n in clause)


def helps(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word may stand between a subject and its verb: an auxiliary, an adverb, a day."""
    found = classes_at(sequence, index) | pair_at(sequence, index)
    if found & HELPING or index >= len(sequence):
        return bool(found & HELPING)
    word = sequence[index].normal
    return word in ADVERBS or (word.endswith("ly") and sequence[index].kind == "word")


def counts(sequence: Sequence[Token], index: int) -> bool:
    """Whether a number, in figures or words, or a share begins at a token."""
    if index >= len(sequence):
        return False
    found = classes_at(sequence, index) | pair_at(sequence, index)
    return sequence[index].kind == "number" or bool(found & NUMBERS)


def clause_end(sequence: Sequence[Token], index: int) -> int:
    """The end of the sentence that a token stands in, as far as its marks tell."""
    ahead = range(index, len(sequence))
    return next(
        (n for n in ahead if sequence[n].kind == "space-break" or sequence[n].text in ".!?;"),
        len(sequence),
    )


NUMBERS = frozenset({"number-word", "scale", "fraction", "vague"})


HELPING = frozenset(
    {"future", "conditional", "might", "have", "be", "to", "plan", "announce", "weekday"}
) | {"determiner", "month"}


CUTTING = frozenset(
    {"cut", "dismiss", "split", "turn-out", "downsize", "ask", "layoff", "redundancy", "close"}
) | {"cut-noun"}
"""What only employers do to a number of staff."""


ADVERBS = frozenset(
    [
        "also",
        "now",
        "already",
        "since",
        "then",
        "again",
        "so",
        "still",
        "just",
        "first",
        "last",
        "late",
        "early",
        "night",
        "morning",
        "afternoon",
        "evening",
        "on",
        "it",
    ]
)


LOSING = frozenset({"lose", "loses", "losing", "lost"})
"""What places do too: "X lost 4,000 jobs"."""


def behind_unit(sequence: Sequence[Token], last: int) -> int:
    """The token behind a possessive and its unit: "X's Kent plant is to cut"."""
    if last >= len(sequence) or sequence[last].normal not in ("'s", "'"):
        return last
    ahead = range(last + 1, min(last + 6, len(sequence)))
    return next((at + 1 for at in ahead if "unit-noun" in classes_at(sequence, at)), last)


def behind_clause(sequence: Sequence[Token], index: int) -> int:
    """The token behind a clause with "which" that goes on from `index` and ends in a comma; `index`
    itself where none ends."""
    ahead = range(index, min(index + 20, clause_end(sequence, index)))
    end = next((at for at in ahead if sequence[at].text == ","), index)
    return end + 1 if end > index else index


def decided(sequence: Sequence[Token], last: int) -> int:
    """The token behind what a name decided on: "X's decision to cut"; 0 where it did not."""
    if text_at(sequence, last) not in ("'s", "'"):
        return 0
    ahead = range(last + 1, min(last + 4, len(sequence) - 1))
    noun = next((at for at in ahead if sequence[at].normal in DECISIONS), last)
    return noun + 2 if noun > last and text_at(sequence, noun + 1) == "to" else 0


DECISIONS = frozenset(
    {"decision", "plan", "plans", "move", "intention", "announcement", "proposal"}
)


def touched(sequence: Sequence[Token], index: int) -> bool:
    """Whether a name's next word begins a longer name: "X Workers United"."""
    return sequence[index].text[:1].isupper() and capital(sequence, index + 1)


STAFF = frozenset({"worker", "worker-mass", "job", "redundancy", "layoff"})


LEAVING = STAFF | {"cut", "dismiss", "go", "lose-job", "redundant"}


COUNTED = STAFF | {"redundant", "jobless", "go"}
