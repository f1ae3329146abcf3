"""What a name in capitals begins with or behind: a number that belongs to it, a job title that does
not; and what only looks like a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headcount.language.lexicon import lexicon
from headcount.language.neighbours import capital, classes_at, roots, text_at
from headcount.language.tokens import Token


def begun(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word ends a name that begins with a number: "9by9", "30ofUs", and with one letter
    where it opens a sentence and acts, "4K to cut jobs"."""
    if index == 0 or sequence[index].kind != "word" or sequence[index - 1].kind != "number":
        return False
    word = sequence[index].text
    if sequence[index - 1].end != sequence[index].start or quarter(sequence, index):
        return False
    if len(word) > 1:
        return word[-1].isdigit() or (word[0].islower() and not word.islower())
    opening = index == 1 or sequence[index - 2].kind == "space-break"
    opening = opening or sequence[index - 2].text[-1] in '.!?"“'
    behind = roots(classes_at(sequence, index + 1)) | {text_at(sequence, index + 1)}
    return word.isupper() and opening and not behind.isdisjoint(ACTING)


ACTING = frozenset({"to", "cut", "dismiss", "plan", "announce", "say", "future", "have", "'s"})
"""Classes and words behind a number with one letter that is a name."""


def holder(sequence: Sequence[Token], index: int) -> bool:
    """Whether a job title stands at `index` with the first and last name of who holds it behind:
    "X Chief Executive Ada Cole"."""
    match = lexicon().match_of("person-title", sequence, index)
    if match is None or match.end + 1 >= len(sequence):
        return False
    first = "given-name" in classes_at(sequence, match.end) and capital(sequence, match.end)
    return first and capital(sequence, match.end + 1)


def quarter(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word is a quarter or half of a year, which is no name: "Q3", "1Q", "H1"."""
    if sequence[index].text[0] not in "QH":
        return False
    before = sequence[index - 1] if index else None
    glued = before and before.kind == "number" and before.end == sequence[index].start
    words = f"{before.text}{sequence[index].text}" if before and glued else sequence[index].text
    return QUARTER.fullmatch(words) is not None


WIRES = frozenset({
    "update", "wrapup", "corrected", "refile", "rpt", "exclusive", "brief", "factbox", "analysis",
    "explainer", "timeline", "breaking", "focus", "insight",
})  # fmt: skip
"""What an agency writes before a headline with a dash: "UPDATE 1-X to cut", "CORRECTED-X to"."""


def ticker(sequence: Sequence[Token], index: int) -> bool:
    """Whether a token belongs to the code by which an exchange calls a company: "ORS.N"."""
    for first in (index, index - 2):
        if first < 0 or text_at(sequence, first + 1) != ".":
            continue
        code = sequence[first : first + 3]
        joined = len(code) == 3 and code[0].end == code[1].start and code[1].end == code[2].start
        if joined and TICKER.fullmatch("".join(one.text for one in code)):
            return True
    return False


TICKER = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}")

QUARTER = re.compile(r"[QH][1-4](?:FY)?\d{0,4}|[1-4][QH]\d{0,4}")


def numbered(sequence: Sequence[Token], index: int) -> int:
    """The first token of a name with the number written together with it: "3Peaks", "7-Twelve"."""
    at = index - 1
    if text_at(sequence, index - 3) in WIRES:
        return index
    if at > 0 and sequence[at].kind == "dash" and sequence[at].end == sequence[index].start:
        at -= 1
    if at < 0 or sequence[at].kind != "number":
        return index
    together = sequence[at].end == sequence[at + 1].start
    alone = at == 0 or sequence[at - 1].end < sequence[at].start
    return at if together and alone else index
