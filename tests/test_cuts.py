"""What headlines and sentences make of cuts, line by line in cuts.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from headcount import extract
from headcount.model import Claim, Registry
from tests.newsroom import article


def lines(part: str) -> list[tuple[str, str]]:
    """(expectation, text) of the lines of cuts.txt under the heading `part`."""
    text = Path(__file__).with_name("cuts.txt").read_text("utf-8")
    section = text.partition(f"== {part}\n")[2].partition("\n== ")[0]
    rows = (line.partition(" | ") for line in section.splitlines() if line)
    return [(wanted, words) for wanted, _, words in rows]


def told(claims: tuple[Claim, ...]) -> set[str]:
    """The numbers of the layoff claims as cuts.txt writes them; another employer is told, too."""
    return {written(one) for one in claims if one.kind == "layoff" and (one.jobs or one.percent)}


def written(claim: Claim) -> str:
    """ "300", "200-300", "300-" for over 300, "hundreds" for a vague number, ":6" for a share."""
    jobs, percent = claim.jobs, claim.percent
    words = ""
    if jobs is not None and jobs.low == jobs.high:
        words = jobs.qualifier if jobs.low is None else str(jobs.low)
    elif jobs is not None:
        words = f"{jobs.low or ''}-{jobs.high or ''}"
    words += f":{percent.value:g}" if percent is not None else ""
    name = claim.organisation.name
    return words if name == "Brightwater" else f"{words} of {name}"


def expected(wanted: str) -> set[str]:
    return set() if wanted == "-" else set(wanted.split(","))


@pytest.mark.parametrize(("wanted", "words"), lines("headlines"))
def test_a_headline(wanted: str, words: str) -> None:
    reading = extract.reading(article("The weather is fine.", words), Registry())
    assert told(reading.claims) == expected(wanted)


@pytest.mark.parametrize(("wanted", "words"), lines("sentences"))
def test_a_sentence(wanted: str, words: str) -> None:
    reading = extract.reading(article(words, "News of the day"), Registry())
    assert told(reading.claims) == expected(wanted)


@pytest.mark.parametrize(("wanted", "words"), lines("in an article"))
def test_a_sentence_in_an_article(wanted: str, words: str) -> None:
    """The employer may come from the headline, and nothing else may with it."""
    body = f"Brightwater Inc is cutting jobs in a shake-up.\n\n{words}"
    reading = extract.reading(article(body, "Brightwater cuts jobs"), Registry())
    assert told(reading.claims) == expected(wanted)
