"""The bands of vague words on an event's page."""

from __future__ import annotations

import pytest

from headcount import merge
from headcount.model import Site
from headcount.pages.bounded import bands
from headcount.pages.index import index
from stories import REGISTRY, article, claim, reading

DATE = ("March 2031", "2031-03")


@pytest.mark.parametrize(
    ("word", "qualifier", "expected"),
    [
        ("a few hundred", "few-hundred", [("“a few hundred”", "200\u2060–\u2060500")]),
        ("a small number of", "small-number", []),
    ],
)
def test_a_word_beside_a_figure_is_told_with_its_band(
    word: str, qualifier: str, expected: list[tuple[str, str]]
) -> None:
    """Only where sources word the number differently, and only for words that have a band."""
    vague = f"Borealis cut {word} jobs at Borealis Bakery in March 2031."
    exact = "Borealis cut 310 jobs at Borealis Bakery in March 2031."
    one, other = article("aa", vague), article("bb", exact)
    unit = ("borealis-bakery",)
    said = claim(one, vague, units=unit, jobs=(word, None, None, qualifier), date=DATE)
    told = claim(other, exact, units=unit, jobs=("310", 310, 310, "exact"), date=DATE)
    line, _ = merge.timeline((reading(one, said), reading(other, told)), REGISTRY, (), ())
    found = index(line, (one, other), REGISTRY, Site(), (), {})
    shown = {
        (fact.name, fact.value)
        for event in line.events
        if any(dispute.field == "jobs" for dispute in event.disputes)
        for fact in bands(found, event)
    }
    assert shown == set(expected)


def test_a_word_alone_has_no_band_on_its_page() -> None:
    """Where no other source gives a number there is nothing to compare it with."""
    text = "Borealis cut a few hundred jobs at Borealis Bakery in March 2031."
    source = article("aa", text)
    said = claim(source, text, jobs=("a few hundred", None, None, "few-hundred"), date=DATE)
    line, _ = merge.timeline((reading(source, said),), REGISTRY, (), ())
    found = index(line, (source,), REGISTRY, Site(), (), {})
    assert [bands(found, event) for event in line.events] == [()]
