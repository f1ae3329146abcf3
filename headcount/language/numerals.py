"""The grammar of numbers, shares and sums of money, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from decimal import Decimal
from typing import Literal, NamedTuple

from headcount.language.lexicon import lexicon
from headcount.language.tokens import Token

Tokens = Sequence[Token]
Kind = Literal["number", "percent", "money"]


class Reading(NamedTuple):
    """A parsed quantity and the token after it.

    `low` and `high` differ for a range only; both are None for vague words. `qualifier` is an
    id of `model.QUALIFIERS`, or "" if the words contradict one another or can't be weighed.
    `base` is the number before its scale word: 3 of "3 million".
    """

    kind: Kind
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    end: int
    currency: str = ""
    base: Decimal = Decimal(0)


class Numeral(NamedTuple):
    """A number, the same before its scale word, and the token after it."""

    value: Decimal
    base: Decimal
    end: int


def touching(tokens: Tokens, index: int) -> bool:
    """Whether the token at `index` exists and follows the one before without white space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def word(tokens: Tokens, index: int) -> str:
    """The lower-case text at `index`, "" outside the text."""
    return tokens[index].normal if 0 <= index < len(tokens) else ""


def quantity(tokens: Tokens, index: int) -> Reading | None:
    """The quantity that begins at token `index`, with its qualifiers; None if there is none."""
    words = lexicon()
    before, at = leading(tokens, index)
    if at >= len(tokens):
        return None
    vague = words.match_of("vague", tokens, at)
    if vague is not None:
        if vague.phrase == "scores" and word(tokens, vague.end) not in ("of", ""):
            return None
        name = words.value("vague", vague.phrase) or ""
        return Reading("number", None, None, name if {"about"} >= {*before} else "", vague.end)
    one = single(tokens, at)
    core = spread(tokens, at, index, one) or share(tokens, at, one) or one
    if core is None:
        return None
    after, end = trailing(tokens, core.end)
    if core.qualifier == "exact":
        return core._replace(qualifier=weighed({*before, *after}), end=end)
    fine = {"about", "exact"} >= {*before, *after}
    return core._replace(qualifier=core.qualifier if fine else "", end=end)


def weighed(qualifiers: Set[str]) -> str:
    """The one qualifier that several amount to: a bound outweighs "about"; "" if two bounds."""
    if {"over", "up-to"} <= qualifiers:
        return ""
    return next((name for name in ("over", "up-to", "about") if name in qualifiers), "exact")


def leading(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """The qualifiers from `index` on, and the token after them and their fillers; "over" before
    another is none ("talks over up to 300 jobs")."""
    found: list[str] = []
    talks = word(tokens, index) == "over" and index + 1 < len(tokens)
    if talks and lexicon().match_of("qualifier", tokens, index + 1) is not None:
        return found, index
    while index < len(tokens):
        match = lexicon().match_of("qualifier", tokens, index)
        if match is not None:
            found.append(lexicon().value("qualifier", match.phrase) or "")
        elif found:
            match = lexicon().match_of("number-filler", tokens, index)
        if match is None:
            break
        index = match.end
    return found, index


def trailing(tokens: Tokens, index: int) -> tuple[list[str], int]:
    """The qualifiers after a number ("500 or more", "500-plus", "500+"), and their end."""
    if touching(tokens, index) and word(tokens, index) == "+":
        return ["over"], index + 1
    hyphen = touching(tokens, index) and word(tokens, index) == "-"
    if index + hyphen >= len(tokens):
        return [], index
    match = lexicon().match_of("qualifier-after", tokens, index + hyphen)
    if match is None or (match.phrase in ("plus", "odd")) is not hyphen:
        return [], index
    return [lexicon().value("qualifier-after", match.phrase) or ""], match.end


ALIKE = {(kind, kind) for kind in ("number", "percent", "money")} | {
    ("number", "percent"),
    ("number", "money"),
    ("money", "number"),
}
CHANGES = frozenset({"by", "up", "down", "rose", "fell", "rise", "fall", "increase", "from"})


def spread(tokens: Tokens, index: int, first: int, one: Reading | None) -> Reading | None:
    """A range: "between A and B", "A to B", "A–B"; `first`: the words' first token, `one`: A.

    "from A to B" as often tells of a change, as does "A to B" with a B more than five times A,
    and "A – B" may be two numbers: those can't be read. "by A to B" ("fell by 20 to 300") is
    no range at all, but "by A to B percent" is.
    """
    opening = word(tokens, index)
    prefixed = opening in ("between", "from")
    low = single(tokens, index + 1) if prefixed else one
    if low is None or low.end >= len(tokens) or (opening == "from" and revised(tokens, index)):
        return None
    joint = word(tokens, low.end)
    if joint in ("-", "—"):
        if prefixed or touching(tokens, low.end) is not touching(tokens, low.end + 1):
            return None
    elif joint not in (("and",) if opening == "between" else ("to",) if prefixed else ("to", "or")):
        return None
    high = single(tokens, low.end + 1)
    if high is None or high.low is None or low.low is None:
        return None
    changing = joint == "to" and not prefixed and first and word(tokens, first - 1) in CHANGES
    if changing and (low.kind, high.kind) != ("number", "percent"):
        return None
    signed = tokens[low.end + 1].kind != "number" and high.kind == "money"
    if (low.kind, high.kind) not in ALIKE or (low.kind == "number" and signed):
        return None
    if low.currency and high.currency not in ("", low.currency):
        return None
    bottom = low.low
    if low.low == low.base < high.base != high.low:
        bottom *= high.low / high.base
    if bottom >= high.low or (joint == "or" and high.low > 2 * bottom):
        return None
    spaced = joint in ("-", "—") and not touching(tokens, low.end)
    change = opening == "from" or spaced or (joint == "to" and high.low > 5 * bottom)
    kind = high.kind if high.kind != "number" else low.kind
    currency = high.currency or low.currency
    return Reading(kind, bottom, high.low, "" if change else "range", high.end, currency)


def revised(tokens: Tokens, index: int) -> bool:
    """Whether words right before say that a number became another: "raised its target from"."""
    before = (lexicon().classes(word(tokens, at)) for at in range(max(0, index - 8), index))
    return any(name.partition(".")[0] == "raise" for one in before for name in one)


ONE_IN = (("in", "every"), ("in",), ("out", "of", "every"), ("out", "of"))


def said(tokens: Tokens, index: int, words: tuple[str, ...]) -> bool:
    """Whether exactly these words stand at `index`."""
    return all(word(tokens, index + step) == each for step, each in enumerate(words))


def share(tokens: Tokens, index: int, one: Reading | None) -> Reading | None:
    """A share in words: "half", "a third", "one in ten"; `one`: the number at `index`."""
    match = lexicon().match_of("fraction", tokens, index)
    if match is not None:
        if word(tokens, match.end) in ("a", "million", "billion"):
            return None
        value = Decimal(lexicon().value("fraction", match.phrase) or "")
        return Reading("percent", value, value, "exact", match.end)
    if one is None or one.kind != "number" or one.low is None or one.low > 9:
        return None
    at = next((one.end + len(way) for way in ONE_IN if said(tokens, one.end, way)), None)
    all_ = None if at is None else numeral(tokens, at)
    if all_ is None or all_.value > 100 or all_.value <= one.low:
        return None
    value = (100 * one.low / all_.value).quantize(Decimal("0.1"))
    return Reading("percent", value, value, "exact", all_.end)


def single(tokens: Tokens, index: int) -> Reading | None:
    """One number, share or sum of money, without qualifiers."""
    words = lexicon()
    if index >= len(tokens):
        return None
    sign = words.match_of("currency-sign", tokens, index)
    if sign is not None and tokens[index].text.islower():
        sign = None
    at = sign.end if sign is not None else index
    number = numeral(tokens, at, sign is not None)
    if number is None:
        return None
    value, base, end = number
    if sign is not None:
        currency = words.value("currency-sign", sign.phrase) or ""
        return Reading("money", value, value, "exact", end, currency, base)
    if end < len(tokens):
        percent = words.match_of("percent-word", tokens, end)
        if percent is not None:
            return Reading("percent", value, value, "exact", percent.end, "", base)
        currency = words.value("currency-sign", tokens[end].text) or ""
        if currency and currency == tokens[end].text:
            return Reading("money", value, value, "exact", end + 1, currency, base)
        name = words.match_of("currency-name", tokens, end)
        if name is not None:
            currency = words.value("currency-name", name.phrase) or ""
            return Reading("money", value, value, "exact", name.end, currency, base)
    return Reading("number", value, value, "exact", end, "", base)


SEPARATOR = re.compile(r"[^\d.:]")
"""What parts the thousands of a number in digits."""


def numeral(tokens: Tokens, index: int, money: bool = False) -> Numeral | None:
    """A number in digits or words with its scale words; `money`: "M" and "B" are scales too."""
    if index >= len(tokens):
        return None
    if tokens[index].kind != "number":
        return cardinal(tokens, index)
    digits = tokens[index].text
    if not digits.isdigit():
        digits = SEPARATOR.sub("", digits)
    if ":" in digits or (digits[0] == "0" and digits[1:2].isdigit()):
        return None
    at = index + 1
    while grouped(tokens, at):
        digits, at = digits + tokens[at].text, at + 1
    base = value = Decimal(digits)
    if at < len(tokens) and tokens[at].kind == "word":
        short = lexicon().value("short-scale", tokens[at].text)
        letter = tokens[at].text
        glued = touching(tokens, at) and (money or letter in ("K", "k", "m", "mn", "mln", "bn"))
        if short and (glued or letter in ("bn", "mn", "mln")):
            return Numeral(value * int(short), base, at + 1)
        while scale := lexicon().value("scale", word(tokens, at)):
            value, at = value * int(scale), at + 1
    return Numeral(value, base, at)


def grouped(tokens: Tokens, index: int) -> bool:
    """Whether the three digits at `index` go on with a number whose thousands a blank parts:
    "7 400", "640 000", but not "640 640", "Gate 7 400", "May 7 400"."""
    if index >= len(tokens) or not TRIPLE.fullmatch(tokens[index].text):
        return False
    first = index - 1
    while first > 0 and TRIPLE.fullmatch(tokens[first].text) and close(tokens, first):
        first -= 1
    if not close(tokens, index) or not LEAD.fullmatch(tokens[first].text):
        return False
    if len(tokens[first].text) == 3 and tokens[index].text != "000":
        return False
    before = tokens[first - 1].text if first else ""
    return not before[:1].isupper() and "numbered" not in lexicon().classes(before.lower())


TRIPLE = re.compile("[0-9]{3}")
LEAD = re.compile("[1-9][0-9]{0,2}")


def close(tokens: Tokens, index: int) -> bool:
    """Whether one blank stands before the token at `index`."""
    return tokens[index].start - tokens[index - 1].end == 1


def cardinal(tokens: Tokens, index: int) -> Numeral | None:
    """A number in words: "twenty-six", "one hundred and twenty", "half a million"."""
    total, base, limit, at = Decimal(0), Decimal(0), Decimal("inf"), index
    while True:
        part = hundreds(tokens, at + (at > index and word(tokens, at) == "and"))
        if part is None:
            break
        scale = big_scale(tokens, part.end)
        if scale is None or scale >= limit:
            fits = part.value < limit
            return Numeral(total + part.value, base or part.base, part.end) if fits else None
        total, base, limit, at = total + part.value * scale, base or part.base, scale, part.end + 1
    return Numeral(total, base, at) if at > index else None


def big_scale(tokens: Tokens, index: int) -> Decimal | None:
    """The multiplier of a scale word from a thousand upwards, None for any other token."""
    value = lexicon().value("scale", word(tokens, index))
    return Decimal(value) if value is not None and int(value) >= 1000 else None


def hundreds(tokens: Tokens, index: int) -> Numeral | None:
    """A number in words below a thousand, or what "a", "half a" or "and a half" make of one."""
    first, second = word(tokens, index), word(tokens, index + 1)
    if (
        first == "half"
        and second in ("a", "an")
        and lexicon().value("scale", word(tokens, index + 2))
    ):
        small = Numeral(Decimal("0.5"), Decimal("0.5"), index + 2)
    elif first in ("a", "an") and lexicon().value("scale", second):
        small = Numeral(Decimal(1), Decimal(1), index + 1)
    else:
        found = below_hundred(tokens, index)
        if found is None:
            return None
        small = found
    half = [word(tokens, small.end + step) for step in range(3)] == ["and", "a", "half"]
    if half and lexicon().value("scale", word(tokens, small.end + 3)):
        value = small.value + Decimal("0.5")
        small = Numeral(value, value, small.end + 3)
    scale = lexicon().value("scale", word(tokens, small.end))
    if scale not in ("12", "100"):
        return small
    value, end = small.value * int(scale), small.end + 1
    rest = below_hundred(tokens, end + (word(tokens, end) == "and")) if scale == "100" else None
    if rest is not None and value == int(value):
        return Numeral(value + rest.value, small.base, rest.end)
    return Numeral(value, small.base, end)


def below_hundred(tokens: Tokens, index: int) -> Numeral | None:
    """A number in words from zero to ninety-nine."""
    found = lexicon().value("number-word", word(tokens, index))
    if found is None:
        return None
    value, end = Decimal(found), index + 1
    if value >= 20:
        at = end + (word(tokens, end) == "-" and touching(tokens, end))
        unit = lexicon().value("number-word", word(tokens, at))
        if unit is not None and 0 < int(unit) < 10:
            value, end = value + int(unit), at + 1
    return Numeral(value, value, end)
