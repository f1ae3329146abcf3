"""Quantities are read as news means them, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.language.quantities import find, outside, read_jobs, read_money, read_percent
from headcount.language.tokens import tokens
from headcount.model import QUALIFIERS, Span

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
BANDS = {known.id: (known.low, known.high) for known in QUALIFIERS}

JOBS = [
    ("640", 640, 640, "exact"),
    ("21,300", 21_300, 21_300, "exact"),
    ("1,47,000", 147_000, 147_000, "exact"),
    ("12,34,000", 1_234_000, 1_234_000, "exact"),
    ("21\u00a0300", 21_300, 21_300, "exact"),
    ("7 400", 7_400, 7_400, "exact"),
    ("more than 1 500", 1_500, None, "over"),
    ("1.37 million", 1_370_000, 1_370_000, "exact"),
    ("1.2k", 1_200, 1_200, "exact"),
    ("8K", 8_000, 8_000, "exact"),
    ("2 lakh", 200_000, 200_000, "exact"),
    ("one", 1, 1, "exact"),
    ("thirty-four", 34, 34, "exact"),
    ("eleven thousand", 11_000, 11_000, "exact"),
    ("one hundred and thirty", 130, 130, "exact"),
    ("two thousand five hundred", 2_500, 2_500, "exact"),
    ("a hundred", 100, 100, "exact"),
    ("half a million", 500_000, 500_000, "exact"),
    ("two and a half thousand", 2_500, 2_500, "exact"),
    ("half a dozen", 6, 6, "exact"),
    ("two dozen", 24, 24, "exact"),
    ("exactly 50", 50, 50, "exact"),
    ("about 640", 640, 640, "about"),
    ("Around 640", 640, 640, "about"),
    ("nearly 640", 640, 640, "about"),
    ("almost a thousand", 1_000, 1_000, "about"),
    ("roughly 640", 640, 640, "about"),
    ("some 640", 640, 640, "about"),
    ("approximately 640", 640, 640, "about"),
    ("an estimated 640", 640, 640, "about"),
    ("just under 640", 640, 640, "about"),
    ("640 or so", 640, 640, "about"),
    ("60-odd", 60, 60, "about"),
    ("about a further 40", 40, 40, "about"),
    ("more than 640", 640, None, "over"),
    ("over 640", 640, None, "over"),
    ("at least 640", 640, None, "over"),
    ("upwards of 640", 640, None, "over"),
    ("north of 640", 640, None, "over"),
    ("no fewer than 640", 640, None, "over"),
    ("well over 640", 640, None, "over"),
    ("640 or more", 640, None, "over"),
    ("640-plus", 640, None, "over"),
    ("640+", 640, None, "over"),
    ("at least about 640", 640, None, "over"),
    ("up to 640", None, 640, "up-to"),
    ("as many as 640", None, 640, "up-to"),
    ("no more than 640", None, 640, "up-to"),
    ("fewer than 640", None, 640, "up-to"),
    ("under 640", None, 640, "up-to"),
    ("up to another 640", None, 640, "up-to"),
    ("between 130 and 380", 130, 380, "range"),
    ("130–380", 130, 380, "range"),
    ("130-380", 130, 380, "range"),
    ("130 to 380", 130, 380, "range"),
    ("about 130 to 380", 130, 380, "range"),
    ("150 or 160", 150, 160, "range"),
    ("two to three thousand", 2_000, 3_000, "range"),
    ("3-4 million", 3_000_000, 4_000_000, "range"),
    ("between one and two hundred", 100, 200, "range"),
    ("between 500 and one thousand", 500, 1_000, "range"),
    ("a handful", None, None, "small-number"),
    ("a small number", None, None, "small-number"),
    ("dozens", None, None, "dozens"),
    ("scores", None, None, "dozens"),
    ("Hundreds", None, None, "hundreds"),
    ("several hundreds", None, None, "several-hundred"),
    ("several hundred", None, None, "several-hundred"),
    ("a few hundred", None, None, "few-hundred"),
    ("thousands", None, None, "thousands"),
    ("tens of thousands", None, None, "tens-of-thousands"),
    ("hundreds of thousands", None, None, "hundreds-of-thousands"),
]


@pytest.mark.parametrize(("words", "low", "high", "qualifier"), JOBS)
def test_numbers_of_jobs(words: str, low: int | None, high: int | None, qualifier: str) -> None:
    """A bound leaves its other end open, vague words have no figure at all."""
    assert read_jobs(words) == (low, high, qualifier)
    assert qualifier in {known.id for known in QUALIFIERS}


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "jobs",
        "640 jobs",
        "the 640",
        " 640",
        "640.",
        "“640”",
        "640, 641",
        "640 and 641",
        "1.5",
        "0",
        "zero",
        "007",
        "12:30",
        "10%",
        "$640",
        "640 euros",
        "from 130 to 380",
        "380 to 130",
        "130 – 380",
        "between 380 and 130",
        "17,000 to 4.4 million",
        "up to more than 640",
        "up to several hundred",
        "a",
        "hundred",
        "twenty thirty",
        "Q3",
        "12,3456",
        "1.200.000",
        "about",
        "1,5",
        "640th",
        "640 640",
    ],
)
def test_what_is_not_exactly_one_number_is_not_read(words: str) -> None:
    """Noise, contradictions, changes, other kinds and half jobs are None rather than a guess."""
    assert read_jobs(words) is None


@pytest.mark.parametrize(
    ("words", "value", "qualifier"),
    [
        ("12%", 12.0, "exact"),
        ("12 %", 12.0, "exact"),
        ("12 percent", 12.0, "exact"),
        ("twelve per cent", 12.0, "exact"),
        ("6.7%", 6.7, "exact"),
        ("nearly 12%", 12.0, "about"),
        ("at least 12%", 12.0, "over"),
        ("a third", 33.3, "exact"),
        ("two-thirds", 66.7, "exact"),
        ("half", 50.0, "exact"),
        ("nearly half", 50.0, "about"),
        ("more than a quarter", 25.0, "over"),
        ("a tenth", 10.0, "exact"),
        ("one in ten", 10.0, "exact"),
        ("one in 7", 14.3, "exact"),
        ("three out of five", 60.0, "exact"),
    ],
)
def test_shares(words: str, value: float, qualifier: str) -> None:
    """A share in words is a percentage to one decimal."""
    assert read_percent(words) == (value, qualifier)


@pytest.mark.parametrize(
    "words",
    ["12", "10-12%", "12 percentage points", "half of", "third", "2 in 2024", "half a million"],
)
def test_what_is_not_one_share_is_not_read(words: str) -> None:
    """A range of shares, a difference in points or a mere fraction word is no share."""
    assert read_percent(words) is None


@pytest.mark.parametrize(
    ("words", "amount", "currency", "qualifier"),
    [
        ("$2.6bn", 2_600_000_000, "USD", "exact"),
        ("$2.6 billion", 2_600_000_000, "USD", "exact"),
        ("$2.6B", 2_600_000_000, "USD", "exact"),
        ("US$1.2M", 1_200_000, "USD", "exact"),
        ("A$40m", 40_000_000, "AUD", "exact"),
        ("€30 million", 30_000_000, "EUR", "exact"),
        ("30 million euros", 30_000_000, "EUR", "exact"),
        ("EUR 30m", 30_000_000, "EUR", "exact"),
        ("£6.5m", 6_500_000, "GBP", "exact"),
        ("₹2,900 crore", 29_000_000_000, "INR", "exact"),
        ("Rs. 500 crore", 5_000_000_000, "INR", "exact"),
        ("Rs1,000 crore", 10_000_000_000, "INR", "exact"),
        ("3bn USD", 3_000_000_000, "USD", "exact"),
        ("640 million dollars", 640_000_000, "USD", "exact"),
        ("about $2.6 billion", 2_600_000_000, "USD", "about"),
        ("up to £900", 900, "GBP", "up-to"),
        ("half a billion dollars", 500_000_000, "USD", "exact"),
    ],
)
def test_sums_of_money(words: str, amount: int, currency: str, qualifier: str) -> None:
    """An amount is in whole units of its currency, whichever side the currency stands."""
    assert read_money(words) == (amount, currency, qualifier)


@pytest.mark.parametrize(
    "words",
    ["2.6bn", "a $2.6bn", "$3-4bn", "$1.3 to $1.5bn", "$1.50", "$", "40 francs", "$2.6bn (£2bn)"],
)
def test_what_is_not_one_sum_is_not_read(words: str) -> None:
    """An article is no Australian dollar, a range no sum, a franc of no country no currency."""
    assert read_money(words) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fulmar will cut over 2,400 jobs, or 12% of staff.", ["over 2,400", "12%"]),
        ("It spares ‘a few hundred’ people.", ["a few hundred"]),
        ("It paid a $2.6 billion price.", ["$2.6 billion"]),
        ("Jobs lost: 640—12% of the total (up to 90).", ["640", "12%", "up to 90"]),
        ("Headline\nThousands go\nOver 400 stay", ["Thousands", "Over 400"]),
        ("**Fulmar** cuts **640** jobs; | 50 | b |", ["640", "50"]),
        ("Half of its 3,000 staff, a third of the clerks", ["Half", "3,000", "a third"]),
        ("In the first half of it, the third quarter", []),
        ("It closed at 10:42, at 9am and 5 p.m., on the 20th, in Q3, at No. 5.", []),
        ("Version 2.0.1 and 7/02 and mid-50s and page 12 of a FTSE 100 firm", []),
        ("One Harbour took over Two Rivers. One of them left.", []),
        ("One job went; one engineer too.", ["One", "one"]),
        ("It beat them 2-1.", []),
        ("tens of millions; a million and a half; twice 300; zero jobs", []),
        ("It shrank by a third to 600, by half in all.", ["a third", "600", "half"]),
        ("30 – 40 people", ["30 – 40"]),
        ("1. Fulmar: 40\n2. Orla: 50", ["40", "50"]),
        ("a date – one line", []),
        ("a 500-strong crew for 39-hour weeks", ["500", "39"]),
        ("fell by 200 to 900", ["200", "900"]),
        ("between 5 and 10 percent", ["between 5 and 10 percent"]),
        ("down from 500m to 300m euros", ["500m", "300m euros"]),
        ("It grew 4% to 36bn kroner in 2004 to $20m", ["4%", "36bn", "2004", "$20m"]),
        ("tens of thousands of scores", ["tens of thousands"]),
    ],
)
def test_quantities_are_found_in_text(text: str, expected: list[str]) -> None:
    """The span holds the qualifier and the unit, not the noun; other numbers are not found."""
    assert [text[one.start : one.end] for one in find(text, tokens(text))] == expected


def test_amounts_inside_other_things_can_be_dropped() -> None:
    """A year inside a date expression is no number of anything."""
    text = "In 2024 it cut 50."
    found = find(text, tokens(text))
    assert [text[one.start : one.end] for one in outside(found, [Span("body", 0, 7)])] == ["50"]


VOCABULARY = (
    "about over up to between and from a few hundred several 5 12 640 1,200 1.5 % percent $ € bn "
    "million thousand dozen half third of one in ten twenty - – , . or more jobs The 2024"
)
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=9).map(" ".join))
def test_what_is_found_can_be_read_or_is_unreadable_as_a_whole(text: str) -> None:
    """Each find is a slice at whole tokens, and only the reader of its own kind may read it."""
    found = tokens(text)
    end = 0
    for amount in find(text, found):
        words = text[amount.start : amount.end]
        assert amount.start >= end
        assert (amount.start, amount.end) == (found[amount.first].start, found[amount.last - 1].end)
        readers = {"number": read_jobs, "percent": read_percent, "money": read_money}
        for kind, reader in readers.items():
            assert kind == amount.kind or reader(words) is None
        end = amount.end


@given(st.integers(1, 10**9), st.sampled_from(["", "about ", "over ", "up to "]))
def test_any_grouped_number_is_itself(number: int, prefix: str) -> None:
    """Western grouping reads back exactly, whatever stands before it."""
    result = read_jobs(f"{prefix}{number:,}")
    assert result is not None
    assert {result[0], result[1]} - {None} == {number}


@given(st.text(max_size=40))
def test_reading_never_raises(words: str) -> None:
    """Any words at all are a quantity or None."""
    for reader in (read_jobs, read_percent, read_money):
        reader(words)
    find(words, tokens(words))


def annotated() -> Iterator[tuple[str, list[tuple[int | None, int | None]]]]:
    """The texts of the corpus' tuning part with the numbers of jobs that people read in them."""
    for gold, texts in (("dev.json", "dev/*.txt"), ("modern.json", "modern/*.md")):
        data = json.loads((CORPUS / gold).read_text("utf-8"))
        articles = data["articles"] if isinstance(data, dict) else data
        claims = {article["id"]: article["claims"] for article in articles}
        for path in sorted(CORPUS.glob(texts)):
            if sha256(path.stem.encode()).hexdigest()[0] in "012345678" and path.stem in claims:
                jobs = [claim["jobs"] for claim in claims[path.stem] if claim["jobs"]]
                yield path.read_text("utf-8"), [(one["low"], one["high"]) for one in jobs]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the evaluation corpus ../shared/corpus is absent")
def test_all_numbers_that_people_read_are_read() -> None:
    """Every annotated number of jobs, bound, range and vague band is among those found."""
    count = 0
    for text, expected in annotated():
        found = {
            BANDS[read[2]] if read[:2] == (None, None) else read[:2]
            for amount in find(text, tokens(text))
            if (read := read_jobs(text[amount.start : amount.end])) is not None
        }
        assert set(expected) <= found
        count += len(expected)
    assert count > 50
