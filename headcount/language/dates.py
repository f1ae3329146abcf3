"""When things happened: date expressions, found in a text and resolved to EDTF.

One grammar serves both ways: `find` runs it wherever a date may begin, `resolve` demands that it
takes exactly all the words. What they leave open stays open, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from headcount.language import edtf
from headcount.language.almanac import Circumstances, counts, plain_year, says
from headcount.language.distances import unit_word
from headcount.language.lexicon import lexicon
from headcount.language.numerals import Tokens, touching, word
from headcount.language.periods import BY_PREPOSITION, begins, expression, times
from headcount.language.reckoning import Tense, Unresolved
from headcount.language.tokens import tokens


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date expression in a text: code points [start, end) and tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """What date words mean, as `model.Date` has it.

    `anchor`: the EDTF that it was reckoned from, the publication date or `relative_to`. `tense`:
    the given one, if the words alone would not have decided. With `reason` beside an `edtf`, the
    date is less exact than the words ("week unresolved").
    """

    edtf: str | None
    basis: Literal["explicit", "anchored", "unresolved"]
    anchor: str | None = None
    reason: str = ""
    tense: Tense | None = None


def find(text: str, tokens: Tokens) -> tuple[DateWords, ...]:
    """All date expressions of `text` in order, without overlaps, resolvable or not.

    The span holds the preposition that makes a period or a point of it ("by mid-2025", "in July").
    """
    found: list[DateWords] = []
    end = 0
    for index in before_times(tokens):
        if index < end or not may_begin(tokens, index):
            continue
        node = expression(tokens, index)
        if node is None or not plausible(tokens, index, node.end):
            continue
        end = node.end
        if not reports(tokens, index):
            found.append(DateWords(tokens[index].start, tokens[end - 1].end, index, end))
    return tuple(found)


@lru_cache(maxsize=4096)
def resolve(
    words: str,
    anchor: str | None,
    tense: Tense | Literal["told"] | None = None,
    relative_to: str | None = None,
) -> Resolved:
    """What `words` mean, given the publication date, the clause's tense and the text's other date.

    A bare month or weekday needs the tense: past, or told, means the latest until the anchor,
    future the next from it. "two months previously" and "that year" count from `relative_to`. A
    line end within words that `find` found only wraps them. Never raises.
    """
    found = tokens(" ".join(words.split()))
    node = expression(found, 0) if found and words == words.strip() else None
    if node is None or node.end != len(found):
        return Resolved(None, "unresolved", None, "not a date expression")
    try:
        clause: Tense | None = "past" if tense == "told" else tense
        outcome = node.mean(Circumstances(anchor, clause, relative_to))
    except Unresolved as problem:
        return Resolved(None, "unresolved", None, str(problem))
    except (ValueError, OverflowError):
        return Resolved(None, "unresolved", None, "there is no such day")
    if not edtf.valid(outcome.edtf):
        return Resolved(None, "unresolved", None, "there is no such day or period")
    basis: Literal["explicit", "anchored"] = "explicit" if outcome.anchor is None else "anchored"
    return Resolved(outcome.edtf, basis, outcome.anchor, outcome.reason, outcome.tense)


# ---------------------------------------------------------------- where one may stand


def before_times(tokens: Tokens) -> list[int]:
    """The tokens in whose reach a word stands without which there is no date, in order."""
    words = times()
    found = (
        range(max(0, at - REACH), at + 1)
        for at, one in enumerate(tokens)
        if one.normal in words or (one.kind == "number" and len(one.text) == 4)
    )
    return sorted(set().union(*found))


REACH = 12
"""Tokens from where a date begins to its first word of time, at most."""


COUNTING = (
    "over under than to least some nearly almost approximately roughly cut off axe shed total "
    "about reach reached"
)
NEVER_BEFORE_YEAR = frozenset(COUNTING.split())


def may_begin(tokens: Tokens, index: int) -> bool:
    """Whether a date can begin here: not inside a word, a number or a name with digits."""
    token = tokens[index]
    if token.kind == "number":
        if not (token.text.isdigit() and len(token.text) in (1, 2, 4)):
            return False
    elif token.kind != "word" or not begins(tokens, index):
        return False
    if not touching(tokens, index):
        return True
    before = tokens[index - 1]
    if before.kind in ("space-break", "quote"):
        return True
    return before.kind not in ("word", "number") and before.text not in TIES


TIES = ("-", "–", "/", ".", ",", ":", "$", "€", "£", "#", "@", "&")
"""What ties a word or number to the one before it."""


def plausible(tokens: Tokens, first: int, end: int) -> bool:
    """Whether the words are a date here, by what stands around them."""
    last, opening = tokens[end - 1], word(tokens, first)
    if touching(tokens, end) and (
        tokens[end].kind == "number" or (says(tokens, end, "'s") and opening in BY_PREPOSITION)
    ):
        return False
    if plain_year(tokens, end - 1) is not None and counted(tokens, end):
        return False
    if says(tokens, end - 1, "after"):
        return end < len(tokens) and tokens[end].kind == "word"
    if says(tokens, end - 1, "before", "on", "prior"):
        return end >= len(tokens) or tokens[end].kind not in ("word", "number")
    if end - first - (opening == "the") == 1 and lexicon().value("season", word(tokens, end - 1)):
        return False
    if end > first + 1:
        return True
    if last.kind == "number":
        return lone_year(tokens, first)
    named = end < len(tokens) and tokens[end].text.istitle() and says(tokens, first - 1, "the")
    if opening == "today":
        return last.text.islower() or not first or tokens[first - 1].kind != "word"
    return opening not in ("may", "march") and not (named and lexicon().value("weekday", opening))


def reports(tokens: Tokens, index: int) -> bool:
    """Whether a date only ends a reporting period: "the year to December"."""
    before = index > 1 and says(tokens, index - 1, "to") and unit_word(tokens, index - 2)
    return bool(before) and not says(tokens, index, *BY_PREPOSITION)


def counted(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` makes a quantity of the number before it."""
    classes = lexicon().classes(word(tokens, index)) if index < len(tokens) else frozenset()
    money = not {"currency-name", "percent-word"}.isdisjoint(classes)
    return money or (counts(tokens, index) and not says(tokens, index, "of"))


def lone_year(tokens: Tokens, index: int) -> bool:
    """Whether a number without a preposition is a year: not 2000, not after a number's words."""
    year = plain_year(tokens, index)
    if year is None or not 1980 <= year <= 2049 or year % 100 == 0:
        return False
    return word(tokens, index - 1) not in NEVER_BEFORE_YEAR if index else True
