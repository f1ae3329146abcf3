"""Sentences as rows of typed chunks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount.language.chunks import CODES, kinds
from headcount.language.names import of
from headcount.language.passages import passages
from tests.newsroom import REGISTRY


def names_of(text: str) -> list[str]:
    _, body = passages("", text, of(REGISTRY))
    return [chunk.name for sentence in body.sentences for chunk in sentence.chunks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brightwater cut 300 jobs", "org cut number job"),
        ("The cuts at Brightwater", "determiner cut-noun at org"),
        ("Brightwater cuts 300 jobs", "org cut number job"),
        ("‘a few hundred’ **roles**", "number job"),
        ("staff were laid off in May 2023", "worker be dismiss date"),
        ("Holm, 52, said no", "person comma number comma say negation"),
        ("a third of its workforce", "percent of possessive worker"),
        ("$3.9 billion all-cash deal", "money terms word"),
    ],
)
def test_chunks(text: str, expected: str) -> None:
    """Words become chunks by their class and by where they stand."""
    assert names_of(text) == expected.split()


def test_every_chunk_has_its_own_character() -> None:
    """A pattern can tell any two kinds of chunk apart."""
    assert len(set(CODES.values())) == len(CODES)


def test_unknown_kinds_are_refused() -> None:
    """A misspelt chunk name doesn't silently match nothing."""
    with pytest.raises(ValueError, match="nonsense"):
        kinds("org nonsense")


@settings(max_examples=60)
@given(st.text(alphabet="Brightwate cu30.,%$“”’()\n*-", max_size=80))
def test_chunks_are_slices_in_order(text: str) -> None:
    """Chunks lie inside their sentence, in order and without overlap, whatever the text."""
    _, body = passages("", text, of(REGISTRY))
    for sentence in body.sentences:
        ends = [sentence.start]
        for chunk in sentence.chunks:
            assert ends[-1] <= chunk.start < chunk.end <= sentence.end
            ends.append(chunk.end)
        assert len(sentence.codes) == len(sentence.chunks)
