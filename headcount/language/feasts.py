"""Feasts that have a day of their own, movable ones reckoned: "Easter", "New Year's Eve"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from headcount.language import reckoning
from headcount.language.almanac import Circumstances, Node, Outcome, day_node, says, year_words
from headcount.language.numerals import Tokens, word
from headcount.language.reckoning import Anchor, Tense, Unresolved


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    skipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days)


def labor_day(year: int) -> date:
    """The first Monday of September."""
    return date(year, 9, 1 + -date(year, 9, 1).weekday() % 7)


def memorial_day(year: int) -> date:
    """The last Monday of May."""
    return date(year, 5, 31 - date(year, 5, 31).weekday())


FEASTS: Mapping[str, Callable[[int], date]] = MappingProxyType(
    {
        "christmas": fixed(12, 25),
        "christmas eve": fixed(12, 24),
        "christmas day": fixed(12, 25),
        "boxing day": fixed(12, 26),
        "halloween": fixed(10, 31),
        "hallowe'en": fixed(10, 31),
        "valentine 's day": fixed(2, 14),
        "new year 's eve": fixed(12, 31),
        "new year 's day": fixed(1, 1),
        "easter": easter,
        "easter sunday": easter,
        "easter monday": after_easter(1),
        "easter saturday": after_easter(-1),
        "good friday": after_easter(-2),
        "labor day": labor_day,
        "memorial day": memorial_day,
    }
)
"""The words of a feast, with blanks between tokens, and its day in a year."""

FIRST_WORDS = frozenset(words.split()[0] for words in FEASTS)
ALONE = frozenset(words for words in FEASTS if " " not in words)
"""Feasts without another word of time."""


def feast_node(tokens: Tokens, index: int) -> Node | None:
    """ "Christmas", "Easter 2025", "Easter Sunday, March 31", "New Year's Eve"."""
    for length in (4, 3, 2, 1):
        words = " ".join(word(tokens, index + step) for step in range(length))
        if words in FEASTS and tokens[index].text[:1].isupper():
            return named(tokens, index + length, FEASTS[words])
    return None


def named(tokens: Tokens, end: int, rule: Callable[[int], date]) -> Node:
    """A feast whose name ends before a token, in the year or on the day that stands there."""
    year = year_words(tokens, end + says(tokens, end, "of"))
    if year is not None:
        return Node(lambda c: Outcome(rule(year.of(c)[0]).isoformat(), year.of(c)[1]), year.end)
    day = day_node(tokens, end + 1) if says(tokens, end, ",") else None
    if day is not None:
        return day
    return Node(
        lambda c: Outcome(nearest(c, rule).isoformat(), c.anchor, "", c.tense),
        end,
    )


def nearest(c: Circumstances, rule: Callable[[int], date]) -> date:
    """The feast nearest to the anchor on the side of the tense, or the anchor itself."""
    base: Anchor = c.published()
    reckoning.needs(base, "month")
    if c.tense is None:
        raise Unresolved("no year, and the tense doesn't tell which")
    found = {on_side(edge, rule, c.tense) for edge in (base.earliest, base.latest)}
    if len(found) > 1:
        raise Unresolved("too close to a publication date known only roughly")
    return found.pop()


def on_side(edge: date, rule: Callable[[int], date], tense: Tense) -> date:
    """The feast nearest to a day on the side of a tense, or that day itself."""
    days = [rule(edge.year + step) for step in (-1, 0, 1)]
    if tense == "past":
        return [day for day in days if day <= edge][-1]
    return next(day for day in days if day >= edge)
