"""The grammar of feasts, school years, spells of time and times told by what came after them."""

from __future__ import annotations

from headcount.language import reckoning
from headcount.language.almanac import Circumstances, Node, Outcome, plain_year, says
from headcount.language.distances import (
    OTHER_STEPS,
    STEPS,
    Count,
    away,
    count_words,
    refused,
    unit_word,
)
from headcount.language.numerals import Tokens, numeral, word
from headcount.language.reckoning import Unresolved


def spell_node(tokens: Tokens, index: int) -> Node | None:
    """ "over a three-year period", "in a 14-day window", which another date may begin."""
    at = index + 1 + says(tokens, index + 1, "a", "an", "the")
    number = numeral(tokens, at)
    if number is None or not says(tokens, number.end, "-"):
        return None
    unit, end = unit_word(tokens, number.end + 1), number.end + 2
    if not unit or not says(tokens, end, "period", "window", "span", "spell", "stretch"):
        return None
    count = int(number.value)

    def mean(c: Circumstances) -> Outcome:
        if c.tense != "future":
            raise Unresolved("when it began is not said")
        return Outcome(reckoning.stretch(c.published(), count, unit), c.anchor, "", c.tense)

    return Node(mean, end + 1)


def new_year_node(tokens: Tokens, index: int) -> Node | None:
    """ "the new year"."""
    if not (says(tokens, index, "the") and says(tokens, index + 1, "new")):
        return None
    if not says(tokens, index + 2, "year") or says(tokens, index + 3, "'s"):
        return None
    return Node(lambda c: Outcome(coming_year(c), c.anchor), index + 3)


def coming_year(c: Circumstances) -> str:
    """The year that is called new in the second half of the one before."""
    base = c.published()
    reckoning.needs(base, "month")
    if base.first.month < 7:
        raise Unresolved("it may be this year or the next")
    return reckoning.year_text(base.first.year + 1)


def school_node(tokens: Tokens, index: int) -> Node | None:
    """ "the 2024 academic year", "the start of the next school year": dated only by their number,
    since they begin in different months."""
    at = index + says(tokens, index, "the")
    part = word(tokens, at) if says(tokens, at + 1, "of") else ""
    if part in ("start", "beginning", "end"):
        at += 2 + says(tokens, at + 2, "the")
    elif part:
        return None
    number = plain_year(tokens, at)
    if number is None and not says(tokens, at, *STEPS, *OTHER_STEPS, "new", "academic", "school"):
        return None
    at += not says(tokens, at, "academic", "school")
    if number is not None and says(tokens, at, "-", "/"):
        at += 2
    if not says(tokens, at, "academic", "school") or not says(tokens, at + 1, "year"):
        return None
    if number is None:
        return refused(at + 2, "academic years begin in different months")
    first, last = reckoning.year_text(number), reckoning.year_text(number + 1)
    meant = {"start": first, "beginning": first, "end": last}.get(part, f"{first}/{last}")
    return Node(lambda _: Outcome(meant), at + 2)


def counted_node(tokens: Tokens, index: int) -> Node | None:
    """ "three weeks ago", "five months after": so many units from a date or a clause."""
    counted = count_words(tokens, index)
    if counted is None:
        return None
    found = since_clause(tokens, counted) or away(tokens, counted)
    if found is None or word(tokens, found.end - 1) != "ago":
        return found
    at = found.end + says(tokens, found.end, ",")
    if says(tokens, at, "today", "tomorrow", "yesterday"):
        return found._replace(end=at + 1)
    day = says(tokens, at, "this", "last", "next") and word(tokens, at + 1) in DAYS
    return found._replace(end=at + 2) if day else found


DAYS = frozenset(
    {"week", "month", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
"""What an anniversary is told of: "five years ago this week"."""


def since_clause(tokens: Tokens, counted: Count) -> Node | None:
    """ "five months after", before the clause that tells what happened then: so long before the
    day of publication, or before the other date that the sentence gives."""
    count, at, qualifier = counted
    if not says(tokens, at + 1, "after") or not unit_word(tokens, at):
        return None
    if count is None or qualifier in ("over", "up-to"):
        return refused(at + 2, "how many is not said")
    unit, steps = unit_word(tokens, at), -count

    def mean(c: Circumstances) -> Outcome:
        other = c.relative_to is not None
        base, anchor = (c.other(), c.relative_to) if other else (c.published(), c.anchor)
        days = {"day": steps, "week": 7 * steps, "fortnight": 14 * steps}.get(unit)
        if days is not None and base.precision == "day":
            there = reckoning.days(base, days, days, "day").edtf.rstrip("~")
            return Outcome(there if unit == "day" else f"{there}~", anchor)
        found = reckoning.shifted(base, steps, unit)
        return Outcome(found.edtf, anchor, found.reason)

    return Node(mean, at + 2)
