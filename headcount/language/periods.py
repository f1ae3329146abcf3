"""The grammar of periods, and of points with a preposition: "since 2023", "from May to July".

`expression` is the longest parse of these; `begins` tells where it is worth trying.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from headcount.language import edtf, reckoning
from headcount.language.almanac import (
    Circumstances,
    Edge,
    Node,
    Outcome,
    days_node,
    plain_year,
    says,
)
from headcount.language.distances import stretch_node, weekend_node
from headcount.language.endings import told_by_end
from headcount.language.feasts import ALONE
from headcount.language.lexicon import lexicon
from headcount.language.moments import openers, point, season_node
from headcount.language.numerals import Tokens, word
from headcount.language.occasions import spell_node
from headcount.language.reckoning import Tense, Unresolved

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
    at = index + 3 if course(tokens, index) else index
    left, whole = point(tokens, at), told_by_end(tokens, index)
    if whole is not None and (left is None or whole.end > left.end):
        return whole
    return None if left is None else joined(tokens, at, left) or left


def course(tokens: Tokens, index: int) -> bool:
    """Whether "the course of" stands before a date, to which it adds nothing."""
    return all(says(tokens, index + at, one) for at, one in enumerate(("the", "course", "of")))


def at(tokens: Tokens, index: int) -> Node | None:
    """ "in A", "on A": the preposition adds nothing to what stands after it."""
    return here(tokens, index + 1)


def throughout(tokens: Tokens, index: int) -> Node | None:
    """ "over the course of 2025", "over the year ended June 30"."""
    if course(tokens, index + 1):
        return here(tokens, index + 1)
    season = season_node(tokens, index + 1) if says(tokens, index, "over") else None
    return season or told_by_end(tokens, index + 1)


def weekend(tokens: Tokens, index: int) -> Node | None:
    """ "over the weekend"."""
    return weekend_node(tokens, index + 1)


def between(tokens: Tokens, index: int) -> Node | None:
    """ "between A and B", "from A to B"."""
    joints = {"between": ("and",), "from": ("to", "until", "till", "through", "-")}
    links = joints.get(word(tokens, index))
    if links is None:
        return None
    days = days_node(tokens, index + 1, links)
    left = point(tokens, index + 1)
    return days or (left and pair(tokens, index + 1, left, links))


def not_until(tokens: Tokens, index: int) -> Node | None:
    """ "not until A", "not before A": the period from it."""
    inner = point(tokens, index + 2) if says(tokens, index + 1, "until", "before") else None
    return inner and Node(lambda c: bound(inner.mean, c, "from", "from"), inner.end)


def now_until(tokens: Tokens, index: int) -> Node | None:
    """ "between now and A", "from now until A": the period up to it."""
    if not (says(tokens, index + 1, "now") and says(tokens, index + 2, "and", *UNTIL, "to")):
        return None
    inner = point(tokens, index + 3)
    return inner and Node(lambda c: bound(inner.mean, c, "by", "by"), inner.end)


def spell(tokens: Tokens, index: int) -> Node | None:
    """ "over a three-year period"; with its first day, from that day on."""
    found = spell_node(tokens, index)
    if found is None or not says(tokens, found.end, "beginning", "starting", "that", "from"):
        return found
    at = found.end + 1 + says(tokens, found.end + 1, "starts", "begins", "on")
    inner = point(tokens, at + says(tokens, at, "on"))
    if inner is None:
        return found
    mean = inner.mean
    return Node(lambda c: bound(mean, c, "from", "from"), inner.end)


def joined(tokens: Tokens, index: int, left: Node) -> Node | None:
    """ "A to B", "A–B", and "A and B" where B follows A at once."""
    if says(tokens, left.end, "and"):
        return pair(tokens, index, left, ("and",), True)
    return pair(tokens, index, left, ("to", "through", "-", "or"))


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
    elif first == "up" and says(tokens, at, "to", *UNTIL) and not word(tokens, at + 1).isdigit():
        edge, at = "to", at + 1
    elif first in SINCE:
        if first == "as" and says(tokens, at, *EXTREMES):
            return point(tokens, at + 2) if says(tokens, at + 1, "as") else None
        if first == "as" and not says(tokens, at, "of", "from"):
            return None
        if says(tokens, index, "effective") or (first == "as" and says(tokens, at, "of")):
            return point(tokens, at + (first == "as") + says(tokens, at, "on", "from", "as"))
        edge, at = "from", at + says(tokens, at, "of", "from", "in", "on")
    else:
        return None
    inner = point(tokens, at + says(tokens, at, "about", "around"))
    if inner is None or (first == "from" and looks_back(tokens, at)):
        return None
    return Node(lambda c: bound(inner.mean, c, first, edge), inner.end)


EXTREMES = ("recently", "early", "soon", "late")
""" "as recently as March", "as soon as June"."""


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
    **dict.fromkeys(AT, (at, stretch_node, spell)),
    **dict.fromkeys((*UNTIL, *SINCE, "by", "before", "no", "up"), (bounded,)),
    "not": (not_until,),
    **dict.fromkeys(("over", "within", "for"), (stretch_node, here, weekend, spell, throughout)),
    "through": (bounded, stretch_node),
    "beginning": (bounded, here),
    "from": (between, bounded, now_until),
    "between": (between, now_until),
}
"""The grammars that a preposition can begin; any other word begins a point."""

# ---------------------------------------------------------------- where one may begin

INSIDE = (
    "the about around half few many later of from in on - next coming following last past to until "
    "before"
)
AFTER_PREPOSITION = frozenset((*INSIDE.split(), "a", "an", "now", *EXTREMES))
"""What may stand between a preposition and a point in time."""


@cache
def starters() -> Mapping[str, frozenset[str]]:
    """The words that can begin a date expression → the words that must follow, none if any may.

    A number can begin one too, and can follow any of them.
    """
    words = lexicon()
    points = frozenset(openers())
    amounts = words.beginnings("qualifier", "vague")
    counted = frozenset((*words.words("time-unit"), *words.words("scale")))
    return {
        **dict.fromkeys(points, frozenset[str]()),
        **{first: counted | amounts.get(first, frozenset()) for first in ("a", "an")},
        "the": points,
        **dict.fromkeys(BY_PREPOSITION, points | AFTER_PREPOSITION),
    }


def begins(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` can begin a date before the one that follows it."""
    after = starters().get(tokens[index].normal)
    if after is None or not after:
        return after is not None
    following = word(tokens, index + 1)
    return following in after or following[:1].isdigit()


NAMED_TIMES = ("month", "month-short", "weekday", "season", "day-word", "time-unit")
FEASTS = (*ALONE, "academic", "school", "new")
OTHER_TIMES = "weekend morning afternoon evening night half turn fiscal financial business"


@cache
def times() -> frozenset[str]:
    """The words of time: a date expression holds one of them, or a number of four digits."""
    named = (word for name in NAMED_TIMES for word in lexicon().words(name))
    numbered = (f"{letter}{number}" for letter in "qh" for number in "1234")
    return frozenset((*named, *numbered, *FEASTS, *OTHER_TIMES.split()))
