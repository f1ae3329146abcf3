"""The grammar of years, months and days by name: "2024", "October last year", "6 February".

A parse is a `Node`: where the words end and what they mean, a function from the circumstances.
What is told by distance or by part is in `moments`, periods are in `periods`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from headcount.language import reckoning
from headcount.language.lexicon import lexicon
from headcount.language.numerals import Tokens, touching, word
from headcount.language.reckoning import Anchor, Tense, Unresolved

Edge = Literal["", "from", "to", "by"]


class Circumstances(NamedTuple):
    """What a date expression is read with; `edge`: as which end of a period."""

    anchor: str | None
    tense: Tense | None
    relative_to: str | None
    edge: Edge = ""

    def published(self) -> Anchor:
        return reckoning.anchor(self.anchor, "the publication date")

    def other(self) -> Anchor:
        return reckoning.anchor(self.relative_to, "the date it counts from")


class Outcome(NamedTuple):
    """An EDTF string, the date it was counted from, a reason for vagueness, a deciding tense."""

    edtf: str
    anchor: str | None = None
    reason: str = ""
    tense: Tense | None = None


Meaning = Callable[[Circumstances], Outcome]


class Node(NamedTuple):
    """A parse: what the words mean and the token after them; `bare`: a month without a year."""

    mean: Meaning
    end: int
    bare: int = 0


class Year(NamedTuple):
    """A year as written, or as counted from another date, and the token after it."""

    of: Callable[[Circumstances], tuple[int, str | None]]
    end: int


def says(tokens: Tokens, index: int, *choices: str) -> bool:
    """Whether the word at `index` is one of these."""
    return 0 <= index < len(tokens) and tokens[index].normal in choices


# ---------------------------------------------------------------- years, months and days


def plain_year(tokens: Tokens, index: int) -> int | None:
    """The year that a number of four digits is, from 1900 to 2099."""
    text = word(tokens, index)
    fits = len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
    return int(text) if fits else None


def year_words(tokens: Tokens, index: int, whole: bool = False) -> Year | None:
    """A year: "2024", "last year", "that year"; `whole`: "the year" too is this year."""
    number = plain_year(tokens, index)
    if number is not None and not (touching(tokens, index + 1) and says(tokens, index + 1, "s")):
        return Year(lambda _: (number, None), index + 1)
    at = index + says(tokens, index, "the")
    stated = plain_year(tokens, at + 1) if says(tokens, at, "year") and at > index else None
    if stated is not None:
        return Year(lambda _: (stated, None), at + 2)
    if whole and at > index and says(tokens, at, "year"):
        return Year(lambda c: (c.published().first.year, c.anchor), at + 1)
    if not says(tokens, at + 1, "year"):
        return None
    step = {"last": -1, "this": 0, "next": 1, "current": 0}.get(word(tokens, at))
    if step is not None:
        return Year(lambda c: (c.published().first.year + step, c.anchor), at + 2)
    back = {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "following": 1}.get(
        word(tokens, at)
    )
    if back is None:
        return None
    return Year(lambda c: (c.other().first.year + back, c.relative_to), at + 2)


def month_word(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """(number, token after) of a month's name, written with a capital; "Feb." with its stop."""
    if index >= len(tokens) or not tokens[index].text[0].isupper():
        return None
    words = lexicon()
    name = words.value("month", tokens[index].text)
    if name is not None:
        return int(name), index + 1
    short = words.value("month-short", tokens[index].text)
    if short is None:
        return None
    stop = touching(tokens, index + 1) and says(tokens, index + 1, ".")
    counted = (
        word(tokens, index + 1).isdigit()
        or says(tokens, index - 1, "of")
        or word(tokens, index - 1).isdigit()
    )
    return (int(short), index + 1 + stop) if stop or counted else None


def day_number(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """(day, token after) of "6", "6th" or "first"; not of a number that counts something."""
    text, end = word(tokens, index), index + 1
    ordinal = lexicon().value("ordinal", text)
    if ordinal is not None:
        return int(ordinal), end
    if not (text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31):
        return None
    if touching(tokens, end) and says(tokens, end, "st", "nd", "rd", "th"):
        return int(text), end + 1
    return int(text), end


COUNTED = frozenset({"job", "worker", "worker-mass", "redundancy", "scale", "percent-word"})


def counts(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` is something that a number before it counts."""
    classes = lexicon().classes(word(tokens, index))
    return not COUNTED.isdisjoint(classes) or says(tokens, index, "of", "more", "other", "per")


def optional_year(tokens: Tokens, index: int) -> Year | None:
    """A year after a month or day, with a comma or "of" before it."""
    at = index + says(tokens, index, ",", "of", "in")
    return year_words(tokens, at)


def month_node(tokens: Tokens, index: int) -> Node | None:
    """ "October", "October 2024", "October last year", "last October"."""
    called = word(tokens, index) if says(tokens, index, "last", "next", "this") else ""
    gone = month_word(tokens, index + 2) if says(tokens, index + 1, "past") and called else None
    if gone is not None and called == "this":
        return Node(lambda c: bare_month(c._replace(tense="past"), gone[0]), gone[1])
    found = month_word(tokens, index + bool(called))
    if found is None:
        return None
    number, end = found
    if called:
        return Node(lambda c: called_month(c, number, called), end)
    year = optional_year(tokens, end)
    if year is None:
        return Node(lambda c: bare_month(c, number), end, number)

    def mean(c: Circumstances) -> Outcome:
        value, anchor = year.of(c)
        return Outcome(reckoning.month_text(value, number), anchor)

    return Node(mean, year.end)


def year_month_node(tokens: Tokens, index: int) -> Node | None:
    """ "last year in August", "this year, in March": the year before the month."""
    year = year_words(tokens, index)
    if year is None or not says(tokens, year.end - 1, "year"):
        return None
    at = year.end + says(tokens, year.end, ",")
    found = month_word(tokens, at + 1) if says(tokens, at, "in") else None
    if found is None or optional_year(tokens, found[1]) is not None:
        return None
    number, end = found

    def mean(c: Circumstances) -> Outcome:
        value, anchor = year.of(c)
        return Outcome(reckoning.month_text(value, number), anchor)

    return Node(mean, end)


def bare_month(c: Circumstances, number: int) -> Outcome:
    return Outcome(reckoning.named_month(c.published(), number, c.tense), c.anchor, "", c.tense)


def called_month(c: Circumstances, number: int, called: str) -> Outcome:
    """The month called "last", "next" or "this" October."""
    base = c.published()
    if called == "this":
        reckoning.needs(base, "month")
        return Outcome(reckoning.month_text(base.first.year, number), c.anchor)
    tense: Tense = "past" if called == "last" else "future"
    return Outcome(reckoning.last_or_next(base, number, tense), c.anchor)


def day_node(tokens: Tokens, index: int) -> Node | None:
    """ "6 February 2024", "February 6", "Wednesday, Feb. 6, 2024", "the first of May"."""
    at = index
    weekday = lexicon().value("weekday", word(tokens, at))
    if weekday is not None:
        at += 1 + says(tokens, at + 1, ",")
    at += says(tokens, at, "the")
    day = day_number(tokens, at)
    if day is not None:
        month = month_word(tokens, day[1] + says(tokens, day[1], "of"))
        number, end = day[0], month[1] if month else 0
    else:
        month = month_word(tokens, at)
        day = day_number(tokens, month[1]) if month else None
        number, end = day if day else (0, 0)
        if month and day and (counts(tokens, end) or tokens[month[1]].kind != "number"):
            return None
    if month is None or day is None:
        return None
    which = month[0]
    year = optional_year(tokens, end)
    if year is None:
        return Node(lambda c: bare_day(c, which, number, weekday), end)

    def mean(c: Circumstances) -> Outcome:
        value, anchor = year.of(c)
        return Outcome(f"{reckoning.month_text(value, which)}-{number:02}", anchor)

    return Node(mean, year.end)


def bare_day(c: Circumstances, month: int, number: int, weekday: str | int | None) -> Outcome:
    """A day without its year: the nearest on the side of the tense; with its weekday, on the other
    side if only that is such a day ("Tuesday, May 6")."""
    found = reckoning.named_day(c.published(), month, number, c.tense)
    if weekday is not None and date.fromisoformat(found).weekday() != int(weekday):
        side: Tense = "past" if c.tense == "future" else "future"
        other = reckoning.named_day(c.published(), month, number, side)
        if date.fromisoformat(other).weekday() == int(weekday):
            return Outcome(other, c.anchor, "", side)
    return Outcome(reckoning.near(c.published(), found), c.anchor, "", c.tense)


def days_node(
    tokens: Tokens, index: int, links: tuple[str, ...] = ("-", "to", "through")
) -> Node | None:
    """ "June 3-16", "3 to 16 June 2024": the days from one to another of a month."""
    month = month_word(tokens, index)
    first = day_number(tokens, month[1] if month else index)
    if first is None or not says(tokens, first[1], *links):
        return None
    last = day_number(tokens, first[1] + 1)
    if last is None or last[0] <= first[0]:
        return None
    end = last[1]
    if month is None:
        month = month_word(tokens, end + says(tokens, end, "of"))
        end = month[1] if month else end
    elif counts(tokens, end) or month_word(tokens, end):
        return None
    if month is None:
        return None
    number, days, year = month[0], (first[0], last[0]), optional_year(tokens, end)

    def mean(c: Circumstances) -> Outcome:
        anchor: str | None
        if year is not None:
            value, anchor = year.of(c)
        else:
            day = reckoning.named_day(c.published(), number, days[0], c.tense)
            value, anchor = int(day[:4]), c.anchor
        text = reckoning.month_text(value, number)
        tense = c.tense if year is None else None
        return Outcome(f"{text}-{days[0]:02}/{text}-{days[1]:02}", anchor, "", tense)

    return Node(mean, end if year is None else year.end)


def iso_node(tokens: Tokens, index: int) -> Node | None:
    """ "2024-02-06", and "06/02/2024", which is unresolved unless only one order is a date."""
    if not all(touching(tokens, index + step) for step in range(1, 5)):
        return None
    parts = [word(tokens, index + step) for step in range(5)]
    if not all(part.isdigit() for part in parts[::2]):
        return None
    if parts[1] == parts[3] == "-" and len(parts[0]) == 4:
        return Node(lambda _: Outcome(f"{parts[0]}-{parts[2]}-{parts[4]}"), index + 5)
    if parts[1] != parts[3] or parts[1] not in "/." or len(parts[4]) != 4:
        return None
    first, second = int(parts[0]), int(parts[2])

    def mean(_: Circumstances) -> Outcome:
        if first <= 12 and second <= 12 and first != second:
            raise Unresolved("day and month may stand in either order")
        day, month = max(first, second), min(first, second)
        return Outcome(f"{parts[4]}-{month:02}-{day:02}")

    return Node(mean, index + 5)


def year_node(tokens: Tokens, index: int) -> Node | None:
    """ "2024", "last year", "2023-24" (both years), "the 1990s"."""
    at = index + says(tokens, index, "the")
    number = plain_year(tokens, at)
    if number is not None and touching(tokens, at + 1):
        if says(tokens, at + 1, "s") and number % 10 == 0:
            return Node(lambda _: Outcome(f"{number // 10}X"), at + 2)
        short = word(tokens, at + 2)
        if (
            says(tokens, at + 1, "-", "/")
            and touching(tokens, at + 2)
            and short == f"{(number + 1) % 100:02}"
        ):
            return Node(lambda _: Outcome(f"{number}/{number + 1}"), at + 3)
    year = year_words(tokens, index)
    if year is None:
        return None

    def mean(c: Circumstances) -> Outcome:
        value, anchor = year.of(c)
        base = None if anchor is None else reckoning.anchor(anchor, "the date it counts from")
        mark = base.mark if base is not None and base.precision == "year" else ""
        return Outcome(reckoning.year_text(value) + mark, anchor)

    return Node(mean, year.end)
