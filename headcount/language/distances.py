"""The grammar of times told by distance: "last week", "on Wednesday", "two years earlier".

"ago", "last" and "next" count from the day of publication; "earlier", "later", "previous" and
"that" from another date of the text.
"""

from __future__ import annotations

from headcount.language import reckoning
from headcount.language.almanac import Circumstances, Node, Outcome, says
from headcount.language.lexicon import lexicon
from headcount.language.numerals import Tokens, numeral, touching, word
from headcount.language.reckoning import Reckoned, Unresolved


def unit_word(tokens: Tokens, index: int) -> str:
    """day, week, fortnight, month, quarter, year or decade, "" for any other word."""
    return lexicon().value("time-unit", word(tokens, index)) or ""


def quoted(found: Reckoned | str, anchor: str | None) -> Outcome:
    """What was reckoned, as an outcome."""
    if isinstance(found, str):
        return Outcome(found, anchor)
    return Outcome(found.edtf, anchor, found.reason)


def refused(end: int, reason: str) -> Node:
    """A date expression that has no answer."""

    def mean(_: Circumstances) -> Outcome:
        raise Unresolved(reason)

    return Node(mean, end)


# ---------------------------------------------------------------- from the day of publication

STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
OTHER_STEPS = {"previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "following": 1}


def day_word_node(tokens: Tokens, index: int) -> Node | None:
    """ "yesterday", "today", "tomorrow night", "this morning", "last night"."""
    step = lexicon().value("day-word", word(tokens, index))
    part = ("morning", "afternoon", "evening", "night")
    end = index + 1
    if step is not None:
        end += says(tokens, end, *part)
    elif says(tokens, index, "this", "last") and says(tokens, end, *part):
        step, end = ("0" if says(tokens, index, "this") else "-1"), end + 1
    if step is None:
        return None
    days = int(step)
    return Node(lambda c: quoted(reckoning.days(c.published(), days, days, "day"), c.anchor), end)


def weekday_node(tokens: Tokens, index: int) -> Node | None:
    """ "Wednesday", "last Friday", "Monday of last week", "Tuesday evening"."""
    called = word(tokens, index) if says(tokens, index, "last", "next", "this") else ""
    name = lexicon().value("weekday", word(tokens, index + bool(called)))
    if name is None:
        return None
    number, end = int(name), index + 1 + bool(called)
    at = end + says(tokens, end, "of", "in")
    if says(tokens, at, "last", "this", "next") and says(tokens, at + 1, "week"):
        step = STEPS[word(tokens, at)]
        return Node(
            lambda c: quoted(reckoning.weekday_of_week(c.published(), number, step), c.anchor),
            at + 2,
        )
    end += says(tokens, end, "morning", "afternoon", "evening", "night")

    def mean(c: Circumstances) -> Outcome:
        if called == "this":
            return quoted(reckoning.weekday_of_week(c.published(), number, 0), c.anchor)
        if called:
            tense: reckoning.Tense = "past" if called == "last" else "future"
            found = reckoning.last_or_next_weekday(c.published(), number, tense)
            return quoted(found, c.anchor)
        return quoted(reckoning.weekday(c.published(), number, c.tense), c.anchor)._replace(
            tense=c.tense
        )

    return Node(mean, end)


def weekend_node(tokens: Tokens, index: int) -> Node | None:
    """ "the weekend", "this weekend": the nearest Saturday and Sunday on the side of the tense."""
    at = index + says(tokens, index, "the", "this")
    if not says(tokens, at, "weekend"):
        return None
    return Node(
        lambda c: quoted(reckoning.weekend(c.published(), c.tense), c.anchor)._replace(
            tense=c.tense
        ),
        at + 1,
    )


def unit_node(tokens: Tokens, index: int) -> Node | None:
    """ "last week", "this month", "the previous quarter", "that month"; years are elsewhere."""
    at = index + says(tokens, index, "the")
    unit = unit_word(tokens, at + 1)
    if unit not in ("week", "month", "quarter", "decade") or word(tokens, at + 1).endswith("s"):
        return None
    if unit == "quarter":
        return refused(at + 2, "quarters of business years differ")
    near, far = STEPS.get(word(tokens, at)), OTHER_STEPS.get(word(tokens, at))
    if near is not None:
        count = near
        return Node(lambda c: this_unit(c, count, unit), at + 2)
    if far is None:
        return None
    back = far
    return Node(lambda c: quoted(reckoning.shifted(c.other(), back, unit), c.relative_to), at + 2)


def this_unit(c: Circumstances, step: int, unit: str) -> Outcome:
    """The unit so many away, all of it, as "this month" and "this year" are."""
    if unit == "week":
        return quoted(reckoning.week(c.published(), step, None), c.anchor)
    return quoted(reckoning.shifted(c.published(), step, unit), c.anchor)


def earlier_node(tokens: Tokens, index: int) -> Node | None:
    """ "earlier this year", "later this month", "later in the week"."""
    if not says(tokens, index, "earlier", "later"):
        return None
    at = index + 1
    if not says(tokens, at, "this"):
        at += says(tokens, at, "on")
        if not (says(tokens, at, "in") and says(tokens, at + 1, "the")):
            return None
        at += 1
    unit = unit_word(tokens, at + 1)
    if unit not in ("week", "month", "year") or word(tokens, at + 1).endswith("s"):
        return None
    later = says(tokens, index, "later")
    return Node(lambda c: quoted(side(c, unit, later), c.anchor), at + 2)


def side(c: Circumstances, unit: str, later: bool) -> Reckoned:
    """The part of this week or year before or after the anchor; of this month, all of it."""
    base = c.published()
    if unit == "week":
        return reckoning.week(base, 0, "future" if later else "past")
    if unit == "month":
        return reckoning.shifted(base, 0, unit)
    here = reckoning.month(base, 0)
    edge = reckoning.month_text(base.first.year, 12 if later else 1)
    if edge == here.rstrip("~"):
        return Reckoned(here)
    return Reckoned(f"{here}/{edge}" if later else f"{edge}/{here}")


# ---------------------------------------------------------------- so many units away


Count = tuple[int | None, int, str]
"""(number, token after, qualifier) before a unit; None for a number that isn't given."""


def count_words(tokens: Tokens, index: int) -> Count | None:
    """The count that begins at `index`."""
    if index >= len(tokens):
        return None
    if says(tokens, index, "a", "an", "the") and unit_word(tokens, index + 1):
        return 1, index + 1, ""
    match = lexicon().match_of("qualifier", tokens, index)
    qualifier = lexicon().value("qualifier", match.phrase) or "" if match else ""
    at = match.end if match else index
    if at >= len(tokens):
        return None
    vague = lexicon().match_of("vague", tokens, at)
    if vague is not None or says(tokens, at, "few", "many"):
        return None, vague.end if vague else at + 1, qualifier
    if says(tokens, at, "a", "an", "the"):
        return (1, at + 1, qualifier) if unit_word(tokens, at + 1) else None
    number = numeral(tokens, at)
    if number is None or number.value != int(number.value):
        return None
    return int(number.value), number.end, qualifier


def away_node(tokens: Tokens, index: int) -> Node | None:
    """ "three weeks ago", "two years earlier", "a month later", "the week before"."""
    if says(tokens, index, "the") and not unit_word(tokens, index + 1):
        return None
    counted = count_words(tokens, index)
    return None if counted is None else away(tokens, counted)


def away(tokens: Tokens, counted: Count) -> Node | None:
    """The same behind its count."""
    count, at, qualifier = counted
    unit, end = unit_word(tokens, at), at + 2
    if not unit or says(tokens, at - 2, "half"):
        return None
    if says(tokens, at + 1, "ago") or (
        says(tokens, at + 1, "from") and says(tokens, at + 2, "now")
    ):
        published = True
        sign = -1 if says(tokens, at + 1, "ago") else 1
        end += sign == 1
    elif says(tokens, at + 1, "earlier", "previously", "before", "prior", "later", "on"):
        published = False
        sign = 1 if says(tokens, at + 1, "later", "on") else -1
        if says(tokens, at + 1, "before") and says(tokens, end, "that", "last"):
            published = says(tokens, end, "last")
            count, end = (2 if published and count == 1 else count), end + 1
    else:
        return None
    if count is None:
        return refused(end, "how many is not said")
    if qualifier in ("over", "up-to"):
        return refused(end, "only a bound of the distance is given")
    steps = sign * count

    def mean(c: Circumstances) -> Outcome:
        base, anchor = (c.published(), c.anchor) if published else (c.other(), c.relative_to)
        found = reckoning.shifted(base, steps, unit)
        rough = qualifier == "about" and "/" not in found.edtf
        return Outcome(found.edtf.rstrip("~") + "~" if rough else found.edtf, anchor, found.reason)

    return Node(mean, end)


def stretch_node(tokens: Tokens, index: int) -> Node | None:
    """ "over the next 18 months", "in the past two years", "within 30 days", "in eight months"."""
    within = says(tokens, index, "within", "in")
    if not (within or says(tokens, index, "over", "during", "for", "through", "throughout")):
        return None
    at = index + 1 + (says(tokens, index + 1, "about") and says(tokens, index + 2, "the"))
    at += says(tokens, at, "the")
    ahead = {"next": 1, "coming": 1, "following": 1, "last": -1, "past": -1}.get(
        word(tokens, at), 0
    )
    within = within or says(tokens, index, "over")
    if not ahead and (not within or at > index + 1):
        return None
    start = at + (ahead != 0)
    the_next = ahead != 0 and says(tokens, at - 1, "the") and unit_word(tokens, start) != "quarter"
    if the_next and unit_word(tokens, start) and word(tokens, start).endswith("s"):
        return refused(start + 1, "how many is not said")
    counted = (
        (1, start, "") if the_next and unit_word(tokens, start) else count_words(tokens, start)
    )
    if counted is None or not unit_word(tokens, counted[1]):
        return None
    count, unit, end = counted[0], unit_word(tokens, counted[1]), counted[1] + 1
    if says(tokens, end, "ago", "earlier", "later", "of", "old", "experience", "after", "before"):
        return None
    if count is None:
        return refused(end, "how many is not said")
    if counted[2] in ("over", "up-to"):
        return refused(end, "only a bound of the distance is given")
    number = count

    def mean(c: Circumstances) -> Outcome:
        if not ahead and c.tense != "future":
            raise Unresolved("it may be a length of time or a date")
        steps = number * (ahead or 1)
        tense = None if ahead else c.tense
        if within and not ahead and says(tokens, index, "in"):
            found = reckoning.shifted(c.published(), steps, unit)
            return quoted(found, c.anchor)._replace(tense=tense)
        return Outcome(reckoning.stretch(c.published(), steps, unit), c.anchor, "", tense)

    return Node(mean, end)


def vague_node(tokens: Tokens, index: int) -> Node | None:
    """ "recent months", "the coming weeks", "this fiscal year", "fiscal 2024": no date at all."""
    at = index + says(tokens, index, "the")
    if says(tokens, at, "recent", "coming", "following", "past", "last", "next") and unit_word(
        tokens, at + 1
    ):
        return refused(at + 2, "how many is not said") if word(tokens, at + 1)[-1:] == "s" else None
    at += says(tokens, at, *STEPS, *OTHER_STEPS)
    if not says(tokens, at, "fiscal", "financial", "business"):
        return None
    end = at + 1 + says(tokens, at + 1, "year")
    end += says(tokens, end, "of")
    if word(tokens, end)[:4].isdigit():
        end += 1
        if says(tokens, end, "/", "-") and touching(tokens, end + 1):
            end += 2
    elif word(tokens, end - 1) != "year":
        return None
    return refused(end, "business years differ from calendar years")
