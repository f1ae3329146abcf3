"""When things happened: date expressions, found in a text and resolved to EDTF.

One grammar serves both ways: `find` runs it wherever a date may begin, `resolve` demands that it
takes exactly all the words. What they leave open stays open, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from headcount.language import edtf, reckoning
from headcount.language.almanac import (
    Circumstances,
    Edge,
    Node,
    Outcome,
    counts,
    plain_year,
    says,
)
from headcount.language.distances import stretch_node, unit_word
from headcount.language.lexicon import lexicon
from headcount.language.moments import openers, point
from headcount.language.numerals import Tokens, touching, word
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
    index = 0
    while index < len(tokens):
        node = expression(tokens, index) if may_begin(tokens, index) else None
        if node is None or not plausible(tokens, index, node.end):
            index += 1
            continue
        end = node.end
        if reports(tokens, index):
            index = end
            continue
        found.append(DateWords(tokens[index].start, tokens[end - 1].end, index, end))
        index = end
    return tuple(found)


def resolve(
    words: str, anchor: str | None, tense: Tense | None = None, relative_to: str | None = None
) -> Resolved:
    """What `words` mean, given the publication date, the clause's tense and the text's other date.

    A bare month or weekday needs the tense: past means the latest until the anchor, future the
    next from it. "two months previously" and "that year" count from `relative_to`. Never raises.
    """
    found = tokens(words)
    node = expression(found, 0) if found and words == words.strip() else None
    if node is None or node.end != len(found):
        return Resolved(None, "unresolved", None, "not a date expression")
    try:
        outcome = node.mean(Circumstances(anchor, tense, relative_to))
    except Unresolved as problem:
        return Resolved(None, "unresolved", None, str(problem))
    except (ValueError, OverflowError):
        return Resolved(None, "unresolved", None, "there is no such day")
    if not edtf.valid(outcome.edtf):
        return Resolved(None, "unresolved", None, "there is no such day or period")
    basis: Literal["explicit", "anchored"] = "explicit" if outcome.anchor is None else "anchored"
    return Resolved(outcome.edtf, basis, outcome.anchor, outcome.reason, outcome.tense)


# ---------------------------------------------------------------- periods

AT = ("in", "on", "at", "during", "throughout", "around")
UNTIL = ("until", "till", "through")
SINCE = ("since", "from", "starting", "beginning", "effective", "as")


def expression(tokens: Tokens, index: int) -> Node | None:
    """The longest date expression that begins at token `index`, None if there is none."""
    parses = BY_PREPOSITION.get(word(tokens, index), (here,))
    found = [node for parse in parses if (node := parse(tokens, index)) is not None]
    return max(found, key=lambda node: node.end, default=None)


def here(tokens: Tokens, index: int) -> Node | None:
    """A point, or a period of two of them, without a preposition."""
    left = point(tokens, index)
    return None if left is None else joined(tokens, index, left) or left


def at(tokens: Tokens, index: int) -> Node | None:
    """ "in A", "on A": the preposition adds nothing to what stands after it."""
    return here(tokens, index + 1)


def between(tokens: Tokens, index: int) -> Node | None:
    """ "between A and B", "from A to B"."""
    joints = {"between": ("and",), "from": ("to", "until", "till", "through", "-")}
    links = joints.get(word(tokens, index))
    left = None if links is None else point(tokens, index + 1)
    return None if left is None or links is None else pair(tokens, index + 1, left, links)


def joined(tokens: Tokens, index: int, left: Node) -> Node | None:
    """ "A to B", "A–B", and "A and B" where B follows A at once."""
    if says(tokens, left.end, "and"):
        return pair(tokens, index, left, ("and",), True)
    return pair(tokens, index, left, ("to", "through", "-"))


def pair(
    tokens: Tokens, index: int, left: Node, links: tuple[str, ...], adjacent: bool = False
) -> Node | None:
    """A period from one point to another; a bare month takes the year of the second one."""
    right = point(tokens, left.end + 1) if says(tokens, left.end, *links) else None
    if right is None or (adjacent and not alike(tokens, index, left, right)):
        return None

    def mean(c: Circumstances) -> Outcome:
        end = right.mean(c._replace(edge="to"))
        start = month_before(left.bare, end) if left.bare else left.mean(c._replace(edge="from"))
        if adjacent and edtf.bounds(start.edtf)[1] != day_before(end.edtf):
            raise Unresolved("two dates that do not follow on one another")
        text = f"{start.edtf.partition('/')[0]}/{end.edtf.rpartition('/')[2]}"
        reason = start.reason or end.reason
        return Outcome(text, start.anchor or end.anchor, reason, start.tense or end.tense)

    return Node(mean, right.end)


def alike(tokens: Tokens, index: int, left: Node, right: Node) -> bool:
    """Whether two points are both years or both months, so that "and" may make them a period."""
    years = plain_year(tokens, index), plain_year(tokens, left.end + 1)
    if None not in years:
        return True
    return bool(left.bare) and lexicon().value("month", word(tokens, left.end + 1)) is not None


def month_before(number: int, end: Outcome) -> Outcome:
    """The month of that name nearest before the end of a period that states its year."""
    last = edtf.bounds(end.edtf)[1]
    if last is None or len(end.edtf) < 7:
        raise Unresolved("no year is given")
    year = last.year - (number > last.month)
    return end._replace(edtf=reckoning.month_text(year, number))


def day_before(text: str) -> object:
    """The last day before a date begins."""
    first = edtf.bounds(text)[0]
    return None if first is None else reckoning.before(first)


def bounded(tokens: Tokens, index: int) -> Node | None:
    """ "by the end of the year", "since 2023", "before March", "starting Jan. 5"."""
    first, at = word(tokens, index), index + 1
    edge: Edge
    if first == "no" and says(tokens, at, "later") and says(tokens, at + 1, "than"):
        edge, at = "by", at + 2
    elif first == "by":
        edge = "by"
    elif first in UNTIL or first == "before":
        edge = "to"
    elif first in SINCE:
        if first == "as" and not says(tokens, at, "of", "from"):
            return None
        edge, at = "from", at + says(tokens, at, "of", "from", "in", "on")
    else:
        return None
    inner = point(tokens, at + says(tokens, at, "about", "around"))
    if inner is None or (first == "from" and looks_back(tokens, at)):
        return None
    return Node(lambda c: bound(inner.mean, c, first, edge), inner.end)


def looks_back(tokens: Tokens, index: int) -> bool:
    """Whether "from" before these words only says whence: "a plan from last year"."""
    at = index + says(tokens, index, "the")
    return says(tokens, at, "last", "a", "an", "previous", "prior", "preceding", "that", "this")


def bound(
    mean: Callable[[Circumstances], Outcome], c: Circumstances, first: str, edge: Edge
) -> Outcome:
    """The period up to, or from, a point. "since" tells of the past by itself."""
    tense: Tense | None = "past" if first == "since" else c.tense
    found = mean(c._replace(edge=edge, tense=tense))
    if first == "since":
        found = found._replace(tense=None)
    if edge == "from":
        return found._replace(edtf=f"{found.edtf.partition('/')[0]}/..")
    last = found.edtf.rpartition("/")[2]
    return found._replace(edtf=f"../{last}")


BY_PREPOSITION: Mapping[str, tuple[Callable[[Tokens, int], Node | None], ...]] = {
    **dict.fromkeys(AT, (at, stretch_node)),
    **dict.fromkeys((*UNTIL, *SINCE, "by", "before", "no"), (bounded,)),
    **dict.fromkeys(("over", "within", "for"), (stretch_node, here)),
    "through": (bounded, stretch_node),
    "beginning": (bounded, here),
    "from": (between, bounded),
    "between": (between,),
}
"""The grammars that a preposition can begin; any other word begins a point."""

# ---------------------------------------------------------------- where one may stand

COUNTING = (
    "over under than to least some nearly almost approximately roughly cut off axe shed total "
    "about reach reached"
)
NEVER_BEFORE_YEAR = frozenset(COUNTING.split())


@cache
def starters() -> frozenset[str]:
    """The words that can begin a date expression; numbers can too."""
    return frozenset(openers()).union(BY_PREPOSITION)


def may_begin(tokens: Tokens, index: int) -> bool:
    """Whether a date can begin here: not inside a word, a number or a name with digits."""
    token = tokens[index]
    if token.kind == "number":
        if not (token.text.isdigit() and len(token.text) in (1, 2, 4)):
            return False
    elif token.kind != "word" or token.text.lower() not in starters():
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
    if says(tokens, end - 1, "before", "after", "on", "prior"):
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
