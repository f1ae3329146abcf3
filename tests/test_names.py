"""Who is named: the registry's names, and others only by evidence."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount.language.names import Names, of
from headcount.language.tokens import tokens
from tests.newsroom import REGISTRY

NAMES = Names(REGISTRY)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.is_) for one in NAMES.find(text, tokens(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff at Tidal Health left.", [("organisation", "tidal-health")]),
        ("Brightwater’s rivals cheered.", [("organisation", "brightwater")]),
        ("Brightwater.com fell.", [("organisation", "brightwater")]),
        ("WireNews asked Ada Holm.", [("publisher", "wirenews"), ("person", "ada-holm")]),
        ("Nobody wanted Optics.", [("name", "optics")]),
        (
            "Brightwater wanted Optics.",
            [("organisation", "brightwater"), ("organisation", "brightwater-optics")],
        ),
    ],
)
def test_registered_names(text: str, expected: list[tuple[str, str]]) -> None:
    """A registered name means its entry; a short one only beside its family."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plant of Marrow Inc. closed.", ("organisation", "marrow")),
        ("The plant of Marrow Airlines closed.", ("organisation", "marrow-airlines")),
        ("Then the toy maker Marrow closed.", ("organisation", "marrow")),
        ("Then Marrow, the family-run brewer of ale, closed.", ("organisation", "marrow")),
        ("By then Marrow's 200 workers left.", ("organisation", "marrow")),
        ("Then Marrow said it would close.", ("organisation", "marrow")),
        ("1. **Marrow** – 200 jobs", ("organisation", "marrow")),
        ("They met chairwoman Lena Quist in town.", ("person", "lena-quist")),
        ("They live in Ohio now.", ("place", "ohio")),
        ("They saw Marrow there.", ("name", "marrow")),
    ],
)
def test_evidence_makes_an_employer(text: str, expected: tuple[str, str]) -> None:
    """An unknown name is an employer's by evidence, never by its capitals alone."""
    assert found(text) == [expected]


def test_a_licensed_name_stays_licensed() -> None:
    """What one sentence licenses, another may shorten."""
    assert found("Marrow Airlines plc shrinks. Now Marrow rests.") == [
        ("organisation", "marrow-airlines"),
        ("organisation", "marrow-airlines"),
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Marrow confirmed it. Tidal Health will close, Tidal said.", "tidal-health"),
        ("Tidal's 200 workers left Tidal Health.", "tidal-health"),
        ("Tidal Health grew. Then Tidal Power plc shrank. Tidal said so.", "tidal-power"),
        ("They live in Tidal, near Tidal Health. Tidal said so.", "tidal"),
    ],
)
def test_the_beginning_of_a_registered_name_is_its_short_form(text: str, last: str) -> None:
    """Where the text names one organisation in full that begins so; a headline may come first."""
    assert [is_ for _, is_ in found(text) if is_.startswith("tidal")][-1] == last


def test_families() -> None:
    """A unit belongs to the family of its root; an unknown id is a family of its own."""
    assert NAMES.family("tidal-health") == "brightwater"
    assert NAMES.same_family("tidal-health", "brightwater-optics")
    assert NAMES.family("nobody") == "nobody"
    assert NAMES.name("tidal-health") == "Tidal Health"


@given(st.text(alphabet="AaBb .,'’-&\n", max_size=60))
def test_mentions_are_slices(text: str) -> None:
    """Mentions lie in order, without overlap, on whole tokens."""
    sequence = tokens(text)
    mentions = of(REGISTRY).find(text, sequence)
    for one in mentions:
        assert sequence[one.first].start == one.start < one.end == sequence[one.last - 1].end
    for before, after in pairwise(mentions):
        assert before.end <= after.start
