"""Numbers, shares and sums of money as news writes them.

One grammar serves both ways: `find` runs it at every token, `read_jobs`, `read_percent` and
`read_money` demand that it takes exactly all the words. What it cannot read for sure is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from headcount.language.lexicon import lexicon
from headcount.language.numerals import Kind, Reading, Tokens, quantity, touching, word
from headcount.language.tokens import tokens


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a text: code points [start, end) and tokens [first, last)."""

    kind: Kind
    start: int
    end: int
    first: int
    last: int


class Extent(Protocol):
    """Anything with a start and an end in the same text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def find(text: str, tokens: Tokens) -> tuple[Amount, ...]:
    """All quantities of `text` in order, without overlaps.

    Not among them: clock times, ordinals, versions, numbers in names ("No. 5", "Q3"), and a lone
    "one" that doesn't count a job. A year is, for only `dates.find` knows it: see `outside`.
    """
    found: list[Amount] = []
    words, end = starters(), 0
    openings = [at for at, one in enumerate(tokens) if one.kind == "number" or one.normal in words]
    for index in openings:
        if index < end or not may_begin(tokens, index):
            continue
        reading = quantity(tokens, index)
        if reading is None or not plausible(tokens, index, reading):
            continue
        end = reading.end
        found.append(Amount(reading.kind, tokens[index].start, tokens[end - 1].end, index, end))
    return tuple(found)


def outside(amounts: Iterable[Amount], extents: Iterable[Extent]) -> tuple[Amount, ...]:
    """The amounts that share no character with any of the extents, such as dates or names."""
    taken = [(extent.start, extent.end) for extent in extents]
    return tuple(
        amount
        for amount in amounts
        if not any(amount.start < end and start < amount.end for start, end in taken)
    )


def read_jobs(words: str) -> tuple[int | None, int | None, str] | None:
    """(low, high, qualifier) as `model.Jobs` has them; None unless `words` are one number."""
    reading = whole(words, "number")
    if reading is None:
        return None
    low, high, qualifier = reading.low, reading.high, reading.qualifier
    if low is None or high is None:
        return None, None, qualifier
    if low != int(low) or high != int(high) or low <= 0:
        return None
    return (
        None if qualifier == "up-to" else int(low),
        None if qualifier == "over" else int(high),
        qualifier,
    )


def read_percent(words: str) -> tuple[float, str] | None:
    """(value in percent, qualifier); None unless `words` are one share. A range is not one."""
    reading = whole(words, "percent")
    if reading is None or reading.low is None or reading.low != reading.high:
        return None
    return float(reading.low), reading.qualifier


def read_money(words: str) -> tuple[int, str, str] | None:
    """(amount in whole units, ISO 4217 currency, qualifier); None unless `words` are one sum."""
    reading = whole(words, "money")
    if reading is None or reading.low is None or reading.low != reading.high:
        return None
    if reading.low != int(reading.low) or reading.low <= 0:
        return None
    return int(reading.low), reading.currency, reading.qualifier


@lru_cache(maxsize=4096)
def whole(words: str, kind: Kind) -> Reading | None:
    """The reading of `words` if the grammar takes all of them, as this kind."""
    found = tokens(words)
    if not found or words != words.strip():
        return None
    reading = quantity(found, 0)
    if reading is None or reading.end != len(found) or reading.kind != kind:
        return None
    return reading if reading.qualifier else None


# ---------------------------------------------------------------- where one may stand

OPEN_MARKS = frozenset("([*_|—–“‘\"'„«") | {"**", "__"}
"""What may touch a number from the left without being a part of it."""

FRACTION_NOUNS = frozenset({"of", "its", "their", "the", "our", "all", "that"})
HALVES = frozenset({"first", "second", "other", "latter", "better"})
GREAT = frozenset({"thousands", "lakhs", "millions", "crores", "billions", "trillions"})
MULTIPLIERS = frozenset({"twice", "double", "triple"})
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "o'clock", "gmt"})


@cache
def starters() -> Mapping[str, frozenset[str]]:
    """The first words of everything that can begin a quantity → the words that must follow,
    none if any may."""
    words = lexicon()
    found = words.beginnings("number-word", "qualifier", "vague", "fraction", "currency-sign")
    scales = frozenset(words.words("scale"))
    for article in ("a", "an"):
        found[article] = found.get(article, frozenset()) | scales
    return {**found, "half": frozenset(), "between": frozenset(), "from": frozenset()}


def may_begin(tokens: Tokens, index: int) -> bool:
    """Whether a quantity can begin here, by this token and what touches it from the left.

    It can't inside a version, a name with a number ("No. 5"), a date or a compound ("mid-50"), nor
    may three digits behind others, which are perhaps their thousands ("1 200").
    """
    token = tokens[index]
    if token.kind != "number":
        after = starters().get(token.normal)
        if after is None or (after and word(tokens, index + 1) not in after):
            return False
    if not index or tokens[index - 1].kind == "space-break":
        return True
    before = tokens[index - 1]
    if touching(tokens, index):
        if before.text not in OPEN_MARKS and before.text[0] not in "<&":
            return False
        return before.text != "–" or index < 2 or tokens[index - 2].kind != "number"
    if token.kind == before.kind == "number" and len(before.text) <= len(token.text) == 3:
        return False
    if before.text == "." and index > 1:
        return not (touching(tokens, index - 1) and word(tokens, index - 2) in ("no", "nos"))
    return "numbered" not in lexicon().classes(before.text) or counting(tokens, index - 1)


def counting(tokens: Tokens, index: int) -> bool:
    """Whether "number" is the verb of what it counts: "the redundancies number 300"."""
    if word(tokens, index) != "number" or not index:
        return False
    before = [word(tokens, at) for at in range(max(0, index - 8), index)]
    near = before[-1:] if len(tokens[index + 1].text) < 4 else before
    return any(one.endswith("s") and not COUNTED.isdisjoint(lexicon().classes(one)) for one in near)


COUNTED = frozenset({"job", "worker", "layoff", "redundancy", "cut-noun"})


def plausible(tokens: Tokens, index: int, reading: Reading) -> bool:
    """Whether what follows lets the words be this quantity."""
    end = reading.end
    last, following, glued = tokens[end - 1], word(tokens, end), touching(tokens, end)
    if last.kind == "number":
        if glued and tokens[end].kind in ("word", "number"):
            return False
        if (
            glued
            and following in ("/", ":", ".", ",", "@", "_", "-", "–")
            and number_touches(tokens, end)
        ):
            return False
        if following in CLOCK or (
            end < len(tokens) and tokens[end].kind == "number" and len(following) == 3
        ):
            return False
    if reading.kind == "number":
        if (
            following in ("percentage", "basis", "cents", "pence")
            or (index and word(tokens, index - 1) in ("every", "each"))
            or listed(tokens, index, end)
            or reading.low == 0
        ):
            return False
        if goes_on(tokens, end) or (index and word(tokens, index - 1) in MULTIPLIERS):
            return False
        if (last.text.lower() == "scores" and following != "of") or named(tokens, index, end):
            return False
        if last.text.lower() == "one" and reading.low == 1:
            return not {"job", "worker"}.isdisjoint(lexicon().classes(following))
    if reading.kind == "percent" and last.text.isalpha() and ends_fraction(word(tokens, end - 1)):
        before = word(tokens, index - 1)
        if last.text.lower() != "half" and word(tokens, index) == "every":
            return not {"job", "worker"}.isdisjoint(lexicon().classes(following))
        return before not in HALVES and (before == "by" or following in FRACTION_NOUNS)
    return True


def goes_on(tokens: Tokens, end: int) -> bool:
    """Whether the words after a number multiply it: "tens of millions", "a million and a half"."""
    if word(tokens, end) == "of":
        return word(tokens, end + 1) in GREAT
    return [word(tokens, end + step) for step in range(3)] == ["and", "a", "half"]


def listed(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a number opens its line as the number of an item: "3. " or "3) "."""
    opens = not index or tokens[index - 1].kind == "space-break"
    return opens and touching(tokens, end) and tokens[end].text in (".", ")")


def named(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the number's last word is a part of a name: "One Harbour", "Over Two Rivers"."""
    last = tokens[end - 1]
    opens = index == end - 1 and (not index or tokens[index - 1].kind != "word")
    return (
        last.kind == "word"
        and last.text.istitle()
        and not opens
        and end < len(tokens)
        and tokens[end].text.istitle()
    )


@cache
def ends_fraction(word: str) -> bool:
    """Whether a share in words ends with this one ("third")."""
    return any(name.split()[-1] == word for name in lexicon().words("fraction"))


def number_touches(tokens: Tokens, index: int) -> bool:
    """Whether a number touches the mark at `index` from the right."""
    return touching(tokens, index + 1) and tokens[index + 1].kind == "number"
