"""The grammar of periods that are told by a day or month of theirs: "the three months to March",
"the week of 8 July", "the June quarter", "the last Friday of May"."""

from __future__ import annotations

from datetime import date, timedelta

from headcount.language import edtf, reckoning
from headcount.language.almanac import (
    Circumstances,
    Node,
    Outcome,
    day_node,
    month_node,
    month_word,
    says,
)
from headcount.language.distances import count_words, unit_word
from headcount.language.lexicon import lexicon
from headcount.language.moments import point
from headcount.language.numerals import Tokens, word
from headcount.language.reckoning import Unresolved

WITHIN = ("in", "over", "during", "for", "throughout")
TO = ("to", "ended", "ending", "through")
OPENS = ("of", "beginning", "commencing", "starting")
BUSINESS = ("fiscal", "financial", "business")


def told_by_end(tokens: Tokens, index: int) -> Node | None:
    """The longest of these that begins at token `index`."""
    parses = (months_to, week_of, named_quarter, weekday_of_month)
    found = [node for parse in parses if (node := parse(tokens, index)) is not None]
    return max(found, key=lambda node: node.end, default=None)


def months_to(tokens: Tokens, index: int) -> Node | None:
    """ "in the three months to March", "over the year ended June 30", where a preposition makes a
    time of what else only heads a report."""
    at = index + says(tokens, index, "the")
    if at == index or not says(tokens, index - 1, *WITHIN):
        return None
    at += says(tokens, at, *BUSINESS)
    counted = (1, at, "") if unit_word(tokens, at) == "year" else count_words(tokens, at)
    if counted is None or counted[0] is None or counted[2]:
        return None
    count, unit = counted[0], unit_word(tokens, counted[1])
    months = count * {"month": 1, "year": 12}.get(unit, 0)
    if not months or not says(tokens, counted[1] + 1, *TO):
        return None
    last = point(tokens, counted[1] + 2 + says(tokens, counted[1] + 2, "the", "on"))
    if last is None:
        return None
    mean = last.mean

    def told(c: Circumstances) -> Outcome:
        end = mean(c)
        return end._replace(edtf=back_from(end.edtf, months))

    return Node(told, last.end)


def back_from(end: str, months: int) -> str:
    """The period of so many months that ends with a month or a day."""
    last = edtf.bounds(end)[1]
    if last is None or len(end) not in (7, 10):
        raise Unresolved("the end of the period is known to the year only")
    if len(end) == 7:
        return f"{reckoning.month_text(last.year, last.month - months + 1)}/{end}"
    following = last + timedelta(1)
    month = reckoning.month_text(following.year, following.month - months)
    return f"{month}-{following.day:02}/{end}"


def week_of(tokens: Tokens, index: int) -> Node | None:
    """ "the week of 8 July", "the week beginning July 8", "the weekend of 6 July"."""
    at = index + says(tokens, index, "the")
    if not says(tokens, at, "week", "weekend") or not says(tokens, at + 1, *OPENS):
        return None
    day = day_node(tokens, at + 2 + says(tokens, at + 2, "on"))
    if day is None:
        return None
    mean, days = day.mean, 7 if says(tokens, at, "week") else 2
    opens = not says(tokens, at + 1, "of")

    def told(c: Circumstances) -> Outcome:
        found = mean(c)
        first = date.fromisoformat(found.edtf)
        if not opens:
            first -= timedelta(first.weekday() if days == 7 else (first.weekday() - 5) % 7)
        return found._replace(edtf=f"{first}/{first + timedelta(days - 1)}")

    return Node(told, day.end)


def named_quarter(tokens: Tokens, index: int) -> Node | None:
    """ "the March quarter": the three months to it."""
    at = index + says(tokens, index, "the")
    month = month_word(tokens, at) if at > index else None
    if month is None or not says(tokens, month[1], "quarter"):
        return None
    named = month_node(tokens, at)
    if named is None:
        return None
    mean = named.mean

    def told(c: Circumstances) -> Outcome:
        end = mean(c)
        return end._replace(edtf=back_from(end.edtf, 3))

    return Node(told, month[1] + 1)


def weekday_of_month(tokens: Tokens, index: int) -> Node | None:
    """ "the first Monday in June", "the last Friday of May 2024"."""
    at = index + says(tokens, index, "the")
    place = lexicon().value("ordinal", word(tokens, at)) if at > index else None
    number = 0 if says(tokens, at, "last") and at > index else int(place or 9)
    weekday = lexicon().value("weekday", word(tokens, at + 1))
    if weekday is None or number > 4 or not says(tokens, at + 2, "of", "in"):
        return None
    month = month_node(tokens, at + 3)
    if month is None:
        return None
    mean, day = month.mean, int(weekday)

    def told(c: Circumstances) -> Outcome:
        found = mean(c)
        first, last = edtf.bounds(found.edtf)
        if first is None or last is None or len(found.edtf) != 7:
            raise Unresolved("the month isn't known")
        there = first + timedelta((day - first.weekday()) % 7 + 7 * (number - 1))
        if not number:
            there = last - timedelta((last.weekday() - day) % 7)
        return found._replace(edtf=there.isoformat())

    return Node(told, month.end)
