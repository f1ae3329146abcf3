"""Tokens are slices that lose nothing, and sentences end where a reader would say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.language.tokens import sentences, tokens


def texts(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind != "space-break"]


def parts(text: str) -> list[str]:
    found = tokens(text)
    return [
        text[found[start].start : found[end - 1].end].strip()
        for start, end in sentences(text, found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,47,000 of 21,300", ["2,47,000", "of", "21,300"]),
        ("21\u00a0300 jobs", ["21\u00a0300", "jobs"]),
        ("1.37 million", ["1.37", "million"]),
        ("$2.6bn", ["$", "2.6", "bn"]),
        ("US$2.6bn", ["US", "$", "2.6", "bn"]),
        ("10%, or 1.5k", ["10", "%", ",", "or", "1.5", "k"]),
        ("mid-2023", ["mid", "-", "2023"]),
        ("in 2018.", ["in", "2018", "."]),
        ("Orla’s and Orla's", ["Orla", "’s", "and", "Orla", "'s"]),
        ("the workers’ union", ["the", "workers", "’", "union"]),
        ("‘a few’ don’t", ["‘", "a", "few", "’", "don’t"]),
        ("**Fulmar** cut", ["**", "Fulmar", "**", "cut"]),
        ("jobs—10% of", ["jobs", "—", "10", "%", "of"]),
        ("130–380", ["130", "–", "380"]),
        ("6 February", ["6", "February"]),
        ("07:25 the U.S. at 3 p.m.", ["07:25", "the", "U.S.", "at", "3", "p.m."]),
        ("Q3 of the 1990s", ["Q3", "of", "the", "1990", "s"]),
        (
            "see https://example.org/2024/12?n=400 now",
            ["see", "https://example.org/2024/12?n=400", "now"],
        ),
        ("50, 60", ["50", ",", "60"]),
        ("12,3456", ["12", ",", "3456"]),
    ],
)
def test_a_text_splits_into_these_tokens(text: str, expected: list[str]) -> None:
    """A number keeps its groups and its point; a unit, sign or possessive stands alone."""
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("word", "word"),
        ("’s", "word"),
        ("1,000", "number"),
        ("07:25", "number"),
        ("—", "dash"),
        ("“", "quote"),
        ("**", "punct"),
        ("\n\n", "space-break"),
    ],
)
def test_each_token_has_a_kind(text: str, kind: str) -> None:
    """Rules look at the kind before the text."""
    assert [token.kind for token in tokens(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cut 40. Then 50.", ["It cut 40.", "Then 50."]),
        ("Fulmar Inc. cut 40.", ["Fulmar Inc. cut 40."]),
        ("It was Fulmar Inc. The firm cut.", ["It was Fulmar Inc.", "The firm cut."]),
        ("Mr. Orla of the L.A. Courier spoke.", ["Mr. Orla of the L.A. Courier spoke."]),
        ("Orla paid $2.6bn. Fulmar’s owner left.", ["Orla paid $2.6bn.", "Fulmar’s owner left."]),
        ("In the U.S. It fell.", ["In the U.S.", "It fell."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        ("J. A. Doe left. P. Roe too.", ["J. A. Doe left.", "P. Roe too."]),
        ("On Feb. 6 it cut.", ["On Feb. 6 it cut."]),
        ("“We must.” She left.", ["“We must.”", "She left."]),
        ("“Must we?” she said.", ["“Must we?” she said."]),
        ("Fulmar cuts jobs\nThe firm said so.", ["Fulmar cuts jobs", "The firm said so."]),
        ("A title\n\nA text", ["A title", "A text"]),
        ("- one\n- two", ["- one", "- two"]),
        ("1. One went.\n2. Two went.", ["1. One went.", "2. Two went."]),
        ("| a | 5 |\n| b | 6 |", ["| a |", "5 |", "| b |", "6 |"]),
        ("**07:25** It cut 40. **Bold.** More.", ["**07:25** It cut 40.", "**Bold.**", "More."]),
        ("It cut 1.5 million. No. 5 went.", ["It cut 1.5 million.", "No. 5 went."]),
        ("Wait ... what? Yes.", ["Wait ... what?", "Yes."]),
        (
            "The firm that we know as\nfulmar has cut 300 jobs in\nBergen and Oslo.",
            ["The firm that we know as\nfulmar has cut 300 jobs in\nBergen and Oslo."],
        ),
        ("It cut jobs at\nFulmar Mills.", ["It cut jobs at\nFulmar Mills."]),
        ("In Oslo,\nFulmar cut jobs.", ["In Oslo,\nFulmar cut jobs."]),
        ("Among them, at\n- Oslo", ["Among them, at", "- Oslo"]),
        ("", []),
    ],
)
def test_a_text_has_these_sentences(text: str, expected: list[str]) -> None:
    """Abbreviations and soft line ends go on; headlines, bullets, cells and stops end."""
    assert parts(text) == expected


@given(st.text(alphabet=st.sampled_from("aA1,. \n\r\t’'“”*|-–$%\u00a0\u2028é:#"), max_size=60))
def test_tokens_lose_nothing(text: str) -> None:
    """Each token is the slice at its offsets, in order, and only white space lies between."""
    end = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        assert not text[end : token.start].strip()
        end = token.end
    assert not text[end:].strip()


@given(st.text(max_size=60) | st.text(alphabet=st.sampled_from("aA.!?”)\n |"), max_size=40))
def test_sentences_cover_all_tokens(text: str) -> None:
    """The sentences of any text follow on one another without a hole."""
    found = tokens(text)
    end = 0
    for start, stop in sentences(text, found):
        assert start == end < stop
        end = stop
    assert end == len(found)


@pytest.mark.parametrize("unit", ["a.", "1,", "'", "-\n", "[](", "**", "1:", ". ", " \n", "A. B. "])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    """A long run of any mark is read to its end: no pattern of the grammar backtracks badly."""
    text = unit * 20_000
    assert sentences(text, tokens(text))[-1][1] == len(tokens(text))
