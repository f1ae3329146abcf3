"""Dates are resolved as far as their words go, and no further."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from headcount.language import edtf
from headcount.language.dates import before_times, find, resolve
from headcount.language.reckoning import Tense
from headcount.language.tokens import tokens

EXPLICIT = [
    ("2024-05-06", "2024-05-06"),
    ("6 May 2024", "2024-05-06"),
    ("on 6 May 2024", "2024-05-06"),
    ("May 6, 2024", "2024-05-06"),
    ("May 6th, 2024", "2024-05-06"),
    ("6th of May 2024", "2024-05-06"),
    ("the first of May 2024", "2024-05-01"),
    ("Monday, May 6, 2024", "2024-05-06"),
    ("Feb. 29, 2024", "2024-02-29"),
    ("Sept 2024", "2024-09"),
    ("25/03/2024", "2024-03-25"),
    ("August 2021", "2021-08"),
    ("in August 2021", "2021-08"),
    ("August of 2021", "2021-08"),
    ("2017", "2017"),
    ("in 2017", "2017"),
    ("the 1990s", "199X"),
    ("2021-22", "2021/2022"),
    ("2021–2022", "2021/2022"),
    ("2021 and 2022", "2021/2022"),
    ("between 2021 and 2022", "2021/2022"),
    ("between 2021 and mid-2022", "2021/2022-08~"),
    ("from 2019 to 2022", "2019/2022"),
    ("between May and July 2024", "2024-05/2024-07"),
    ("between November and January 2024", "2023-11/2024-01"),
    ("October and November 2024", "2024-10/2024-11"),
    ("since 2021", "2021/.."),
    ("since the start of 2022", "2022/.."),
    ("from the beginning of 2022", "2022/.."),
    ("since the end of 2022", "2022-11~/.."),
    ("starting May 2022", "2022-05/.."),
    ("by 2031", "../2031"),
    ("by the end of 2031", "../2031"),
    ("before the end of 2031", "../2031"),
    ("by mid-2031", "../2031-06"),
    ("by early 2031", "../2031-04~"),
    ("by the end of March 2031", "../2031-03"),
    ("until May 2024", "../2024-05"),
    ("no later than 6 May 2024", "../2024-05-06"),
    ("by 2031-end", "../2031"),
    ("mid-2022", "2022-05~/2022-08~"),
    ("early 2022", "2022-01/2022-04~"),
    ("late in 2022", "2022-09~/2022-12"),
    ("June 3-16, 2024", "2024-06-03/2024-06-16"),
    ("3 to 16 June 2024", "2024-06-03/2024-06-16"),
    ("between June 3 and 16, 2024", "2024-06-03/2024-06-16"),
    ("the week of July 10, 2024", "2024-07-08/2024-07-14"),
    ("in the week beginning 10 July 2024", "2024-07-10/2024-07-16"),
    ("the weekend of 6 July 2024", "2024-07-06/2024-07-07"),
    ("in the three months to March 2024", "2024-01/2024-03"),
    ("over the year ended March 31, 2024", "2023-04-01/2024-03-31"),
    ("in the fiscal year ending March 2024", "2023-04/2024-03"),
    ("the first Monday in June 2024", "2024-06-03"),
    ("on the last Friday of May 2024", "2024-05-31"),
    ("in the first half of July 2024", "2024-07"),
    ("late 2024 or early 2025", "2024-09~/2025-04~"),
    ("by year-end 2025", "../2025"),
    ("by the year 2026", "../2026"),
    ("up to the end of 2025", "../2025"),
    ("not until September 2024", "2024-09/.."),
    ("over the course of 2025", "2025"),
    ("Easter 2000", "2000-04-23"),
    ("by Easter 2025", "../2025-04-20"),
    ("on Good Friday 2024", "2024-03-29"),
    ("by Easter Sunday, March 31, 2024", "../2024-03-31"),
    ("New Year's Eve 2024", "2024-12-31"),
    ("Labor Day 2024", "2024-09-02"),
    ("Memorial Day 2024", "2024-05-27"),
    ("at the end of 2022", "2022-11~/2022-12"),
    ("late May 2022", "2022-05"),
    ("the first quarter of 2024", "2024-33"),
    ("Q3 2025", "2025-35"),
    ("in the fourth quarter of 2025", "2025-36"),
    ("the first half of 2025", "2025-01/2025-06"),
    ("the last three months of 2025", "2025-10/2025-12"),
    ("winter 2019", "2019-24"),
    ("before the start of the 2022 academic year", "../2022"),
    ("by the end of the 2022-23 school year", "../2023"),
    ("at Christmas 2021", "2021-12-25"),
    ("between now and 2026", "../2026"),
    ("in the summer of 2019", "2019-22"),
]


@pytest.mark.parametrize(("words", "expected"), EXPLICIT)
def test_words_that_suffice_need_no_anchor(words: str, expected: str) -> None:
    """A date that states its year means the same whenever and however it was said."""
    for anchor, tense in ((None, None), ("2024-05-06", "past"), ("2031-01~", "future")):
        found = resolve(words, anchor, tense)
        assert (found.edtf, found.basis, found.anchor) == (expected, "explicit", None)


ANCHORED = [
    ("in August", "2024-05-06", "past", "2023-08"),
    ("in August", "2024-05-06", "future", "2024-08"),
    ("in August", "2024-05~", "past", "2023-08"),
    ("in April", "2024-05~", "past", "2024-04"),
    ("in December", "2024-01~", "past", "2023-12"),
    ("Feb. 9", "2024-05-06", "past", "2024-02-09"),
    ("on 9 May", "2024-05-06", "past", "2023-05-09"),
    ("on May 3", "2024-05~", "past", "2024-05-03"),
    ("December 9", "2024-05-06", "future", "2024-12-09"),
    ("starting Jan. 9", "2024-05-06", "future", "2025-01-09/.."),
    ("last August", "2024-05-06", None, "2023-08"),
    ("this past January", "2024-05-06", None, "2024-01"),
    ("the March quarter", "2024-05-06", "past", "2024-01/2024-03"),
    ("since Easter", "2024-05-06", "past", "2024-03-31/.."),
    ("before Easter", "2024-05-06", "future", "../2025-04-20"),
    ("since Hallowe'en", "2024-05-06", None, "2023-10-31/.."),
    ("June 3-16", "2024-05-06", "future", "2024-06-03/2024-06-16"),
    ("between 3 and 16 June", "2024-05-06", "future", "2024-06-03/2024-06-16"),
    ("the year before last", "2024-05-06", None, "2022"),
    ("by mid-year", "2024-05-06", None, "../2024-06"),
    ("next spring", "2024-05-06", None, "2025-21"),
    ("last spring", "2024-05-06", None, "2023-21"),
    ("August last year", "2024-05-06", None, "2023-08"),
    ("in August last year", "2024-05~", "past", "2023-08"),
    ("last month", "2024-05-06", None, "2024-04"),
    ("last month", "2024-05~", None, "2024-04~"),
    ("next month", "2024-12", None, "2025-01"),
    ("this month", "2024-05-06", "past", "2024-05"),
    ("in the first days of this month", "2024-05-06", "past", "2024-05"),
    ("last year", "2024-05~", None, "2023"),
    ("last year", "2024~", None, "2023~"),
    ("this year", "2024-05~", None, "2024"),
    ("earlier this year", "2024-05-06", None, "2024-01/2024-05"),
    ("later this year", "2024-05-06", None, "2024-05/2024-12"),
    ("earlier this month", "2024-05-06", None, "2024-05"),
    ("late last year", "2024-05-06", None, "2023-09~/2023-12"),
    ("since last year", "2024-05-06", None, "2023/.."),
    ("since August", "2024-05-06", None, "2023-08/.."),
    ("by the end of the year", "2024-05-06", None, "../2024"),
    ("by year-end", "2024-05-06", None, "../2024"),
    ("by the end of the month", "2024-05-06", None, "../2024-05"),
    ("by the end of the second quarter of next year", "2024-05-06", None, "../2025-34"),
    ("in the second half of the year", "2024-05-06", None, "2024-07/2024-12"),
    ("yesterday", "2024-05-06", None, "2024-05-05"),
    ("today", "2024-05-06", None, "2024-05-06"),
    ("this morning", "2024-05-06", None, "2024-05-06"),
    ("tomorrow", "2024-02-29", None, "2024-03-01"),
    ("on Friday", "2024-05-06", "past", "2024-05-03"),
    ("on Monday", "2024-05-06", "past", "2024-05-06"),
    ("on Friday", "2024-05-06", "future", "2024-05-10"),
    ("on Friday evening", "2024-05-06", "past", "2024-05-03"),
    ("on Friday of last week", "2024-05-06", None, "2024-05-03"),
    ("last Friday", "2024-05-06", None, "2024-05-03"),
    ("last week", "2024-05-06", None, "2024-04-29/2024-05-05"),
    ("next week", "2024-05-06", None, "2024-05-13/2024-05-19"),
    ("early next week", "2024-05-08", None, "2024-05-13/2024-05-19"),
    ("earlier this week", "2024-05-08", None, "2024-05-06/2024-05-08"),
    ("three weeks ago", "2024-05-06", None, "2024-04-15/2024-04-21"),
    ("two days ago", "2024-05-06", None, "2024-05-04"),
    ("18 months ago", "2024-05-06", None, "2022-11"),
    ("about ten years ago", "2024-05-06", None, "2014~"),
    ("six months from now", "2024-05-06", None, "2024-11"),
    ("over the next 18 months", "2024-05-06", None, "2024-05/2025-11"),
    ("over the past two years", "2024-05-06", None, "2022/2024"),
    ("over the next year", "2024-05-06", None, "2024/2025"),
    ("over two years", "2024-05-06", "future", "2024/2026"),
    ("over a three-year period", "2024-05-06", "future", "2024/2027"),
    ("in a 14-day window starting May 31", "2024-05-06", "future", "2024-05-31/.."),
    ("from now until Christmas", "2024-05-06", "future", "../2024-12-25"),
    ("before Christmas", "2024-05-06", "future", "../2024-12-25"),
    ("in the new year", "2024-11-06", "future", "2025"),
    ("as recently as February", "2024-05-06", "past", "2024-02"),
    ("as early as next week", "2024-05-06", "future", "2024-05-13/2024-05-19"),
    ("effective July 1", "2024-05-06", "future", "2024-07-01"),
    ("five months after", "2024-05-06", "past", "2023-12"),
    ("within 30 days", "2024-05-06", "future", "2024-05-06/2024-06-05"),
    ("in eight months", "2024-05-06", "future", "2025-01"),
    ("this summer", "2024-05-06", None, "2024-22"),
    ("last summer", "2024-05-06", None, "2023-22"),
    ("by the summer", "2024-05-06", "future", "../2024-22"),
    ("in the winter", "2024-05-06", "past", "2023-24"),
]


@pytest.mark.parametrize(("words", "anchor", "tense", "expected"), ANCHORED)
def test_relative_words_count_from_the_day_of_publication(
    words: str, anchor: str, tense: Tense | None, expected: str
) -> None:
    """The result names its anchor, and is as exact as the words and the anchor together."""
    found = resolve(words, anchor, tense)
    assert (found.edtf, found.basis, found.anchor) == (expected, "anchored", anchor)
    assert found.reason == ""


@pytest.mark.parametrize(
    ("words", "anchor", "tense", "expected", "reason"),
    [
        ("next week", "2026-01~", None, "2026-01~/2026-02~", "week unresolved"),
        ("last week", "2024-05", None, "2024-04/2024-05", "week unresolved"),
        ("yesterday", "2024-05~", None, "2024-04~/2024-05~", "day unresolved"),
        ("today", "2024-05", None, "2024-05", "day unresolved"),
        ("on Friday", "2024-05", "past", "2024-04/2024-05", "day unresolved"),
    ],
)
def test_a_month_only_anchor_gives_months(
    words: str, anchor: str, tense: Tense | None, expected: str, reason: str
) -> None:
    """Days and weeks counted from a month are the months they may lie in, and say so."""
    found = resolve(words, anchor, tense)
    assert (found.edtf, found.basis, found.reason) == (expected, "anchored", reason)


@pytest.mark.parametrize(
    ("words", "anchor", "tense", "reason"),
    [
        ("in August", "2024-05-06", None, "tense"),
        ("in May", "2024-05-06", "past", "month of publication"),
        ("in May", "2024-05-06", "future", "month of publication"),
        ("in June", "2024-05~", "past", "roughly"),
        ("in August", "2024", "past", "year only"),
        ("in August", None, "past", "not known"),
        ("in August", "2024/2025", "past", "period"),
        ("in August", "soon", "past", "not a date"),
        ("last August", "2024-10-06", None, "this year's or another's"),
        ("next August", "2024-05-06", None, "this year's or another's"),
        ("on Friday", "2024-05-06", None, "tense"),
        ("on Monday", "2024-05-06", "future", "day of publication"),
        ("last Monday", "2024-05-08", None, "this week's or another's"),
        ("yesterday", "2024", None, "year only"),
        ("within 30 days", "2024-05", "future", "month only"),
        ("in eight months", "2024-05-06", "past", "length of time"),
        ("more than two years ago", "2024-05-06", None, "bound"),
        ("several years ago", "2024-05-06", None, "how many"),
        ("in recent years", "2024-05-06", None, "how many"),
        ("over the next few weeks", "2024-05-06", None, "how many"),
        ("this fiscal year", "2024-05-06", None, "business years"),
        ("fiscal 2024", "2024-05-06", None, "business years"),
        ("in the third quarter", "2024-05-06", "past", "business years"),
        ("last quarter", "2024-05-06", "past", "business years"),
        ("in the summer", "2024-07-06", "past", "season of publication"),
        ("05/06/2024", "2024-05-06", None, "either order"),
        ("in 2019 and 2022", None, None, "not follow"),
        ("30 February 2024", None, None, "no such day"),
        ("two months previously", "2024-05-06", "past", "not known"),
        ("that year", "2024-05-06", "past", "not known"),
        ("the turn of the year", "2024-05-06", "past", "before or after"),
        ("in the new year", "2024-05-06", "future", "this year or the next"),
        ("over two years", "2024-05-06", "past", "length of time"),
        ("over the coming weeks", "2024-05-06", "future", "how many"),
        ("at Easter", "2024-05-06", None, "tense"),
        ("in the year to 2024", "2024-05-06", None, "year only"),
        ("over a two-year period", "2024-05-06", "past", "when it began"),
        ("before the next academic year", "2024-05-06", "future", "academic years"),
        ("5000 years ago", "2024-05-06", None, "too far"),
        ("3000 years ago", "2024-05-06", None, "no such year"),
        ("", "2024-05-06", None, "not a date expression"),
        ("some day", "2024-05-06", None, "not a date expression"),
        ("the 2024", "2024-05-06", None, "not a date expression"),
        ("2024 jobs", "2024-05-06", None, "not a date expression"),
        (" 2024", "2024-05-06", None, "not a date expression"),
        ("may", "2024-05-06", "past", "not a date expression"),
    ],
)
def test_what_is_open_stays_open_and_says_why(
    words: str, anchor: str | None, tense: Tense | None, reason: str
) -> None:
    """No month, year or week is ever filled in; the reason is for the reader."""
    found = resolve(words, anchor, tense)
    assert (found.edtf, found.basis, found.anchor) == (None, "unresolved", None)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("words", "relative_to", "expected"),
    [
        ("two years earlier", "2021-09", "2019"),
        ("two months previously", "2022-01", "2021-11"),
        ("three weeks later", "2022-01-05", "2022-01-24/2022-01-30"),
        ("a month later", "2022-12-05", "2023-01"),
        ("that year", "2022-12-05", "2022"),
        ("the year before that", "2022-12-05", "2021"),
        ("in June of that year", "2022-12", "2022-06"),
        ("the previous month", "2022-01", "2021-12"),
        ("the following year", "2022~", "2023~"),
        ("the week before", "2022-01-05", "2021-12-27/2022-01-02"),
        ("eight months on", "2022", None),
    ],
)
def test_some_words_count_from_another_date_of_the_text(
    words: str, relative_to: str, expected: str | None
) -> None:
    """The precision is that of the unit given; an anchor coarser than the unit resolves nothing."""
    found = resolve(words, "2024-05-06", "past", relative_to)
    assert found.edtf == expected
    assert found.anchor == (relative_to if expected else None)


def test_the_tense_is_named_only_where_it_decided() -> None:
    """A reader is told that "in August" was read as past; "last August" needs no such remark."""
    assert resolve("in August", "2024-05-06", "past").tense == "past"
    assert resolve("on Friday", "2024-05-06", "future").tense == "future"
    assert resolve("last August", "2024-05-06", "past").tense is None
    assert resolve("since August", "2024-05-06", "past").tense is None
    assert resolve("August 2021", "2024-05-06", "past").tense is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It shut in 2021 and cut 2021 jobs.", ["in 2021"]),
        ("It cut 2000 in Bergen, over 2024 people in all.", []),
        ("The 2019 deal closed on Friday, May 6.", ["2019", "on Friday, May 6"]),
        ("It may march on. May we? March left.", []),
        ("It began in March, in May and this May.", ["in March", "in May", "this May"]),
        ("In May 20 workers left.", ["In May"]),
        ("Cut by 2031, by Friday's vote, by 40.", ["by 2031", "Friday"]),
        (
            "Since the start of 2022, **June 2023** – a year ago",
            ["Since the start of 2022", "June 2023", "a year ago"],
        ),
        ("the year to December; the three months to 31 March 2024", []),
        ("It told the Sunday Courier on Sunday.", ["on Sunday"]),
        ("Radio Today said today: prices fall this fall.", ["today", "this fall"]),
        ("Sales fell 4% from a year earlier.", ["a year earlier"]),
        ("A plan from last year starts from 2027.", ["last year", "from 2027"]),
        ("two weeks after it cut jobs; two weeks after.", ["two weeks after"]),
        ("over two years; over 50 years old.", ["over two years"]),
        ("between Orla and 2024", ["2024"]),
        ("(2018)", ["2018"]),
        ("half a year ago, on a good Friday", ["Friday"]),
        ("lost £3m in the three months to March", ["in the three months to March"]),
        ("v2.2024 and $2024 and A-2024", []),
        ("07:25 on 07/25/2024", ["on 07/25/2024"]),
        ("within weeks, for years, in time", []),
        (
            "over the next 18 months and by\nthe end of the year",
            ["over the next 18 months", "by\nthe end of the year"],
        ),
    ],
)
def test_dates_are_found_in_text(text: str, expected: list[str]) -> None:
    """Months that are words, numbers that count, names and reporting periods are no dates."""
    assert [text[one.start : one.end] for one in find(text, tokens(text))] == expected


VOCABULARY = (
    "in on by since from until between and the of last this next previous that end start early "
    "mid - late year years month months week weeks quarter first second half ago earlier later "
    "yesterday today Monday Friday May March October Feb. summer winter 2 6 31 18 2020 2024 2031 "
    "1990 s a few over about to before , Q3 fiscal recent within days decade 0001 9999"
)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=7).map(" ".join)
PHRASES = st.sampled_from([words for words, *_ in EXPLICIT + ANCHORED]) | WORDS
DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)).map(str)
ANCHORS = st.builds(
    lambda day, length, mark: day[:length] + mark,
    DAYS,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?"]),
) | st.sampled_from([None, "", "..", "2024/2025", "2024-21", "0001-01-01", "9999-12-31", "202X"])


@given(PHRASES, ANCHORS, st.sampled_from(["past", "future", None]), ANCHORS)
def test_whatever_resolves_is_valid(
    words: str, anchor: str | None, tense: Tense | None, relative_to: str | None
) -> None:
    """A result is EDTF or a reason, for any words and any anchors."""
    found = resolve(words, anchor, tense, relative_to)
    if found.edtf is None:
        assert (found.basis, bool(found.reason)) == ("unresolved", True)
    else:
        assert edtf.valid(found.edtf)
        assert found.basis == ("explicit" if found.anchor is None else "anchored")


@given(PHRASES, ANCHORS, st.sampled_from(["past", "future"]))
def test_the_tense_keeps_its_side_of_the_anchor(
    words: str, anchor: str | None, tense: Tense
) -> None:
    """What the past tense decided begins by the anchor; what the future decided ends after it."""
    found = resolve(words, anchor, tense)
    if found.tense is None or found.edtf is None or found.anchor is None:
        return
    first, last = edtf.bounds(found.edtf)
    earliest, latest = edtf.bounds(found.anchor)
    if found.tense == "past" and first is not None and latest is not None:
        assert first <= latest
    if found.tense == "future" and last is not None and earliest is not None:
        assert earliest <= last


@given(st.text(max_size=30), ANCHORS)
def test_no_text_raises(words: str, anchor: str | None) -> None:
    """Any text at all is a date expression or not one."""
    resolve(words, anchor, "past", anchor)


@given(
    st.lists(st.sampled_from([*VOCABULARY.split(), "jobs", ".", "cut", "\n"]), max_size=12).map(
        " ".join
    )
)
@example("early \n 2020 \n in")
@example("it was the turn of")
@example("the turn of 2023 cut")
def test_what_is_found_is_an_expression(text: str) -> None:
    """The verifier re-reads the found words alone: they must still be a date expression."""
    end = 0
    for words in find(text, tokens(text)):
        assert words.start >= end
        slice_ = text[words.start : words.end]
        assert resolve(slice_, "2024-05-06", "past", "2022").reason != "not a date expression"
        end = words.end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It will cut 300 jobs by the end of May\n2025, it said, and\nmore in Kent.", "2025-05"),
        ("The jobs will go in January\n2024 and\nmore will follow.", "2024-01"),
    ],
)
def test_a_date_may_be_wrapped(text: str, words: str) -> None:
    """A line end inside a paragraph is no end of a date, found in the text or read by itself."""
    [found] = find(text, tokens(text))
    read = resolve(text[found.start : found.end], "2023-05-06")
    assert read.edtf is not None
    assert words in read.edtf


@pytest.mark.parametrize("words", ["turn - 2023", "turn-2023", "the turn of", "turn of the"])
def test_a_turn_without_its_year_is_no_date(words: str) -> None:
    """The turn of something else, or of nothing, tells no time."""
    assert all(one.start >= words.index("2") for one in find(words, tokens(words)))
    assert resolve(words, "2024-05-06").reason == "not a date expression"


@pytest.mark.parametrize(
    "unit", ["in ", "2024 to ", "the end of ", "last ", "between ", "by the start of the "]
)
def test_hostile_repetition_stays_quick(unit: str) -> None:
    """Nested parts and chains of periods neither recurse without end nor explode."""
    text = unit * 2_000
    assert len(find(text, tokens(text))) <= 2_000


@pytest.mark.parametrize("words", [*(one[0] for one in EXPLICIT), *(one[0] for one in ANCHORED)])
def test_a_date_is_looked_for_near_words_of_time(words: str) -> None:
    """No expression is too far from the word of time that it must hold to be looked for."""
    assert 0 in before_times(tokens(words))
