"""The words of a sentence that a claim quotes: all, or a part short enough to publish."""

from __future__ import annotations

import re

from headcount.language.chunks import Sentence
from headcount.language.passages import Passage
from headcount.language.tokens import Token
from headcount.source import EXCERPT_WORDS


def excerpt(passage: Passage, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Code points of at most `EXCERPT_WORDS` words of a sentence that hold [start, end).

    It begins after a comma or the like and ends before one where that leaves enough; marks of a
    list or of emphasis around a whole sentence are left out.
    """
    start, end = whole(passage.text, start, end)
    sequence = passage.tokens[sentence.first : sentence.last]
    kept = trimmed(sequence)
    if words(passage.text, kept[0].start, kept[-1].end) <= EXCERPT_WORDS:
        return min(kept[0].start, start), max(kept[-1].end, end)
    breaks = [one.start for one in kept if one.text in BREAKS or parting(passage.text, one)]
    starts = [kept[0].start, *(after(kept, at) for at in breaks)]
    ends = [*breaks, kept[-1].end]
    best = (start, end)
    for first in starts:
        for last in ends:
            if first <= start and end <= last:
                text = passage.text[first:last]
                if text.count("(") != text.count(")"):
                    continue
                count = words(passage.text, first, last)
                if words(passage.text, *best) < count <= EXCERPT_WORDS:
                    best = (first, last)
    return best


BREAKS = frozenset(",;:")
BEFORE = re.compile(r"\w+[-\u2010\u2011]\Z")
AFTER = re.compile(r"[-\u2010\u2011]\w+")
LONGEST = 80
"""Code points in which a word before a hyphen is looked for."""

LONG = frozenset("—―")
"""Dashes that part a sentence even without white space around them."""


def parting(text: str, token: Token) -> bool:
    """Whether a dash parts a sentence: a hyphen, or the dash of a range, joins."""
    around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
    return token.kind == "dash" and (token.text in LONG or any(one.isspace() for one in around))


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) with the rest of a word at either end that a hyphen joins."""
    while start and (before := BEFORE.search(text, max(0, start - LONGEST), start)):
        start = before.start()
    while after_ := AFTER.match(text, end):
        end = after_.end()
    return start, end


def words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def after(kept: tuple[Token, ...], at: int) -> int:
    """Where the token behind the one at `at` begins."""
    return next((one.start for one in kept if one.start > at), at)


def trimmed(sequence: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without space-breaks and markdown marks at either end."""
    first, last = 0, len(sequence)
    while last - first > 1 and idle(sequence[last - 1]):
        last -= 1
    while last - first > 1 and idle(sequence[first]):
        first += 1
    return sequence[first:last]


def idle(token: Token) -> bool:
    return token.kind == "space-break" or token.text[0] in "*#_>|<"
