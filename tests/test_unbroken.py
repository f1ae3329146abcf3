"""No text, however odd, breaks the extraction, and no text changes what another one says."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount import extract, source, verify
from headcount.model import Claim
from test_laws import spans
from tests.newsroom import REGISTRY, article

LONG = int(os.environ.get("HEADCOUNT_FUZZ", "0"))
"""Mutated texts to try beside the few of every run: `HEADCOUNT_FUZZ=20000 pytest …`."""

PIECES = (
    "Brightwater Inc will cut 300 jobs in Ohio, 10% of its workforce, by March 2025.",
    "Tidal Health, which Brightwater owns, said on Tuesday that 1,200 staff would go.",
    "“We are letting 40 people go”, wrote Ada Holm in a memo.",
    "Ostrava Steel plc is axing up to 1.5k roles – 90 in Kent, 60 in Wales and the rest abroad.",
    "The cuts come on top of the 900 announced last month, bringing the total to 2,100.",
    "| Site | Jobs |\n|---|---|\n| Kent | 90 |\n| Wales | 60 |",
    "- **Kent**: 90 jobs lost\n- *Wales*: half of its 3,000 workers",
    "10:45 – <p>Shares rose 4%.</p> [More](https://example.org/?a=1&b=2)",
    "No jobs will be lost, the union said; 50 strikers disagreed in the third quarter of 2024.",
)
ODD = "\u00a0\u200b\ufeff\u2028“”’‘–—|*_#[]()<>&;:.,!?%$€½0123456789१२\r\n\té中🙂"


def checked(text: str) -> tuple[Claim, ...]:
    """The claims of a text: every span of each a slice of it, and every value read from one."""
    report = article(text)
    found = extract.reading(report, REGISTRY).claims
    for claim in found:
        assert source.text_of(report, claim.quote.at) == claim.quote.text
        assert all(source.text_of(report, span) for span in spans(claim))
        assert verify.problems(claim, report, REGISTRY) == ()
    return found


def mutated(chance: random.Random) -> str:
    """Some pieces, with a few characters taken out, doubled, moved or put in."""
    text = list(chance.choice(("\n\n", "\n", " ")).join(chance.choices(PIECES, k=3)))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(text))
        kind = chance.randrange(4)
        if kind == 0:
            del text[at : at + chance.randint(1, 20)]
        elif kind == 1:
            text[at:at] = text[at : at + chance.randint(1, 20)]
        elif kind == 2:
            text[at:at] = chance.choice(ODD)
        else:
            text[at:at] = chance.choice(PIECES)[: chance.randint(1, 30)]
        text = text or ["."]
    return "".join(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_random_text_breaks_nothing(text: str) -> None:
    """Whatever an editor pastes by mistake is read without an exception."""
    checked(text)


@pytest.mark.parametrize("seed", range(20))
def test_mutated_news_breaks_nothing(seed: int) -> None:
    """News with slips of the keyboard keeps its spans true."""
    chance = random.Random(seed)
    for _ in range(5 + LONG // 20):
        checked(mutated(chance))
