"""The grammar of parts of a year: "late 2023", "the first quarter of 2024", "this summer".

`point` is the longest parse of these, of the distances and of the names of the almanac.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from headcount.language import reckoning
from headcount.language.almanac import (
    Circumstances,
    Node,
    Outcome,
    day_node,
    days_node,
    iso_node,
    month_node,
    optional_year,
    plain_year,
    says,
    year_month_node,
    year_node,
    year_words,
)
from headcount.language.distances import (
    OTHER_STEPS,
    STEPS,
    away_node,
    day_word_node,
    earlier_node,
    quoted,
    refused,
    this_unit,
    unit_node,
    unit_word,
    vague_node,
    weekday_node,
    weekend_node,
)
from headcount.language.feasts import FIRST_WORDS, feast_node
from headcount.language.lexicon import lexicon
from headcount.language.numerals import Tokens, numeral, word
from headcount.language.occasions import counted_node, new_year_node, school_node


def point(tokens: Tokens, index: int, parts: bool = True) -> Node | None:
    """The longest point in time that begins at token `index`, None if there is none.

    Without `parts` it is no part of another one: parts of parts are not said.
    """
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind not in ("word", "number"):
        return None
    opening = token.text.lower()
    if opening == "the" and word(tokens, index + 1) not in openers():
        parses = NUMBERED if word(tokens, index + 1)[:4].isdigit() else ()
    else:
        parses = NUMBERED if token.kind == "number" else openers().get(opening, ())
    found = [
        node
        for parse in parses
        if (parts or parse is not part_node) and (node := parse(tokens, index)) is not None
    ]
    return max(found, key=lambda node: node.end, default=None)


# ---------------------------------------------------------------- parts of a year


def part_node(tokens: Tokens, index: int) -> Node | None:
    """ "early 2023", "mid-2023", "the end of the year", "late February", "2024-end"."""
    at = index + says(tokens, index, "the")
    kind = word(tokens, at)
    if kind == "mid" and says(tokens, at + 1, "-") and says(tokens, at + 2, "year"):
        return part_of("mid", lambda c: quoted(reckoning.year(c.published(), 0), c.anchor), at + 3)
    if kind in ("early", "late", "mid"):
        at += 1 + says(tokens, at + 1, "-", "in")
        return inner(tokens, kind, at)
    if kind in ("start", "beginning", "outset", "end", "close", "middle", "turn", "first", "last"):
        at += 1
        if kind in ("first", "last"):
            if unit_word(tokens, at) not in ("day", "week"):
                return None
            kind, at = ("start" if kind == "first" else "end"), at + 1
        if not says(tokens, at, "of") and (kind == "turn" or not says(tokens, at, "-")):
            return None
        whole = inner(tokens, "start" if kind == "turn" else kind, at + 1)
        if kind == "turn" and whole is not None:
            return refused(whole.end, "the turn of a year may be before or after it")
        return whole
    if kind == "year" and says(tokens, at + 1, "-", "'s") and says(tokens, at + 2, "end"):
        stated = plain_year(tokens, at + 3)
        if stated is not None:
            return part_of("end", lambda _: Outcome(reckoning.year_text(stated)), at + 4)
        return part_of("end", lambda c: quoted(reckoning.year(c.published(), 0), c.anchor), at + 3)
    year = year_words(tokens, at)
    if year is not None and says(tokens, year.end, "-") and says(tokens, year.end + 1, "end"):
        named = year_node(tokens, at)
        return part_of("end", named.mean, year.end + 2) if named else None
    return None


def inner(tokens: Tokens, kind: str, index: int) -> Node | None:
    """A part of the year, month, quarter … whose words begin at `index`."""
    at = index + says(tokens, index, "the")
    if at > index and unit_word(tokens, at) in ("week", "month", "year"):
        unit = unit_word(tokens, at)
        whole = Node(lambda c: this_unit(c._replace(edge="to"), 0, unit), at + 1)
    else:
        found = point(tokens, index, parts=False)
        if found is None:
            return None
        whole = found
    return part_of(
        {"middle": "mid", "outset": "start", "beginning": "start", "close": "end"}.get(kind, kind),
        whole.mean,
        whole.end,
    )


PARTS = {
    ("start", ""): "{0}-01/{0}-02~",
    ("start", "from"): "{0}",
    ("start", "to"): "{0}-01",
    ("start", "by"): "{0}-01",
    ("early", ""): "{0}-01/{0}-04~",
    ("mid", ""): "{0}-05~/{0}-08~",
    ("mid", "by"): "{0}-06",
    ("late", ""): "{0}-09~/{0}-12",
    ("end", ""): "{0}-11~/{0}-12",
    ("end", "to"): "{0}",
    ("end", "by"): "{0}",
}
"""Parts of a year, as a point and as an end of a period. "since the start of" a year means the
year on, "by the end of" it the year through; "by the middle of" it means by June."""


def part_of(kind: str, mean: Callable[[Circumstances], Outcome], end: int) -> Node:
    """The start, early, mid, late part or end of what `mean` gives; of a month, all of it."""

    def part(c: Circumstances) -> Outcome:
        whole = mean(c._replace(edge=""))
        year = whole.edtf.rstrip("~")
        if len(year) != 4 or not year.isdigit():
            return whole
        shape = PARTS.get((kind, c.edge)) or PARTS[kind, ""]
        return whole._replace(edtf=shape.format(year))

    return Node(part, end)


def quarter_node(tokens: Tokens, index: int) -> Node | None:
    """ "the first quarter of 2024", "Q3 2025", "the second half of the year", "H1"."""
    at = index + says(tokens, index, "the")
    text = word(tokens, at)
    if len(text) == 2 and text[0] in "qh" and text[1] in "1234":
        number, unit, end = int(text[1]), {"q": "quarter", "h": "half"}[text[0]], at + 1
    else:
        ordinal = lexicon().value("ordinal", text)
        if (
            ordinal is None
            and text in ("final", "last")
            and says(tokens, at + 1, "quarter", "half")
        ):
            ordinal = "4" if says(tokens, at + 1, "quarter") else "2"
        end = at + 1 + says(tokens, at + 1, "-")
        unit = word(tokens, end)
        if ordinal is None or unit not in ("quarter", "half"):
            return None
        number, end = int(ordinal), end + 1
    if unit == "half" and number > 2:
        return None
    month = month_node(tokens, end + 1) if unit == "half" and says(tokens, end, "of") else None
    if month is not None:
        return month
    year = year_words(tokens, end + says(tokens, end, ",", "of", "in"), whole=True)
    if year is None:
        return (
            refused(end, f"no year is given, and {unit}s of business years differ")
            if unit == "quarter" or at > index
            else None
        )

    def mean(c: Circumstances) -> Outcome:
        value, anchor = year.of(c)
        name = reckoning.year_text(value)
        half = f"{name}-01/{name}-06" if number == 1 else f"{name}-07/{name}-12"
        return Outcome(f"{name}-{32 + number}" if unit == "quarter" else half, anchor)

    return Node(mean, year.end)


def months_of_node(tokens: Tokens, index: int) -> Node | None:
    """ "the first six months of 2024", "the last three months of last year"."""
    at = index + says(tokens, index, "the")
    if not says(tokens, at, "first", "opening", "last", "final"):
        return None
    count = numeral(tokens, at + 1)
    if count is None or not 1 < count.value < 12 or unit_word(tokens, count.end) != "month":
        return None
    year = (
        year_words(tokens, count.end + 2, whole=True) if says(tokens, count.end + 1, "of") else None
    )
    if year is None:
        return None
    number = int(count.value)
    first = 1 if says(tokens, at, "first", "opening") else 13 - number

    def mean(c: Circumstances) -> Outcome:
        value, anchor = year.of(c)
        last = first + number - 1
        return Outcome(
            f"{reckoning.month_text(value, first)}/{reckoning.month_text(value, last)}", anchor
        )

    return Node(mean, year.end)


def season_node(tokens: Tokens, index: int) -> Node | None:
    """ "the summer", "winter 2020", "this summer", "last autumn"."""
    called = word(tokens, index) if says(tokens, index, "last", "next", "this") else ""
    at = index + (1 if called else says(tokens, index, "the"))
    name = lexicon().value("season", word(tokens, at))
    if name is None:
        return None
    code = int(name)
    year = None if called else optional_year(tokens, at + 1)

    def mean(c: Circumstances) -> Outcome:
        if year is not None:
            value, anchor = year.of(c)
            return Outcome(f"{reckoning.year_text(value)}-{code}", anchor)
        base = c.published()
        if called == "this":
            return Outcome(reckoning.this_season(base, code), c.anchor)
        if called:
            tense: reckoning.Tense = "past" if called == "last" else "future"
            return Outcome(reckoning.called_season(base, code, tense), c.anchor)
        return Outcome(reckoning.season(base, code, c.tense), c.anchor, "", c.tense)

    return Node(mean, at + 1 if year is None else year.end)


Parser = Callable[[Tokens, int], Node | None]

NUMBERED: tuple[Parser, ...] = (
    iso_node,
    day_node,
    days_node,
    year_node,
    counted_node,
    part_node,
    school_node,
)

BY_WORD: Mapping[str, tuple[Parser, ...]] = {
    "weekend": (weekend_node,),
    **dict.fromkeys(FIRST_WORDS, (feast_node,)),
    "the": (
        new_year_node,
        school_node,
        weekend_node,
        day_node,
        year_node,
        unit_node,
        vague_node,
        away_node,
        part_node,
        quarter_node,
        months_of_node,
        season_node,
    ),
    **dict.fromkeys((*STEPS, *OTHER_STEPS), (year_node, unit_node, vague_node)),
    **dict.fromkeys(
        ("last", "next", "this"),
        (
            school_node,
            weekend_node,
            month_node,
            year_month_node,
            year_node,
            day_word_node,
            weekday_node,
            unit_node,
            vague_node,
            part_node,
            quarter_node,
            months_of_node,
            season_node,
        ),
    ),
    **dict.fromkeys(("earlier", "later"), (earlier_node,)),
    **dict.fromkeys(("final", "opening"), (quarter_node, months_of_node)),
    **dict.fromkeys(("recent", "fiscal", "financial", "business"), (vague_node,)),
}
"""Which parsers a word can begin, where its class doesn't say."""

BY_CLASS: Mapping[str, tuple[Parser, ...]] = {
    "month": (month_node, day_node, days_node),
    "month-short": (month_node, day_node, days_node),
    "weekday": (weekday_node, day_node),
    "season": (season_node,),
    "ordinal": (quarter_node, day_node, months_of_node, part_node),
    "date-part": (part_node,),
    "day-word": (day_word_node,),
    "number-word": (counted_node,),
    "qualifier": (counted_node,),
    "vague": (counted_node,),
    "time-unit": (part_node,),
}


@cache
def openers() -> Mapping[str, tuple[Parser, ...]]:
    """The words that can begin a point in time, in lower case, and the parsers to try."""
    found = {word: list(parses) for word, parses in BY_WORD.items()}
    for name, parses in BY_CLASS.items():
        for phrase in lexicon().words(name):
            tried = found.setdefault(phrase.split()[0], [])
            tried += [parse for parse in parses if parse not in tried]
    for letter in "qh":
        found.update({f"{letter}{number}": [quarter_node] for number in "1234"})
    for article in ("a", "an"):
        found.setdefault(article, []).append(counted_node)
    return {word: tuple(parses) for word, parses in found.items()}
