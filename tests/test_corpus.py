"""Our own articles with gold, in `corpus/`: what the gold says of a text stands in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from headcount import articles
from headcount.language import edtf

CORPUS = Path(__file__).parent / "corpus"
SETS = sorted(path.stem for path in CORPUS.glob("*.json"))


def gold(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((CORPUS / f"{name}.json").read_text("utf-8"))
    return found


def text_of(path: Path) -> str:
    found, _ = articles.read({path.name: path.read_bytes()})
    return f"{found[0].title}\n\n{found[0].body}"


def phrases(entry: Mapping[str, Any]) -> Iterator[str]:
    """What the gold quotes of an article."""
    for claim in entry["claims"]:
        yield claim["evidence"]
        if claim["jobs"]:
            yield claim["jobs"]["text"]
    for one in entry["distractors"]:
        yield from one["text"].split(" / ")


@pytest.mark.parametrize("name", SETS)
def test_the_gold_quotes_its_texts(name: str) -> None:
    """Every article is there, unchanged, and holds all that its gold quotes."""
    entries = {entry["id"]: entry for entry in gold(name)["articles"]}
    files = {path.stem: path for path in (CORPUS / name).glob("*.md")}
    assert entries.keys() == files.keys()
    for id, entry in entries.items():
        assert hashlib.sha256(files[id].read_bytes()).hexdigest() == entry["sha256"], id
        words = " ".join(text_of(files[id]).replace("*", "").split())
        for phrase in phrases(entry):
            assert " ".join(phrase.replace("*", "").split()) in words, (id, phrase)


@pytest.mark.parametrize("name", SETS)
def test_the_gold_is_of_the_form_that_is_scored(name: str) -> None:
    """Dates are EDTF, numbers have two ends at most, and each claim stands in one event."""
    data = gold(name)
    homes: dict[tuple[str, int], int] = {}
    for event in data["events"]:
        for id, index in event["claims"]:
            homes[id, index] = homes.get((id, index), 0) + 1
    for entry in data["articles"]:
        for index, claim in enumerate(entry["claims"]):
            dates = [claim.get("date"), *claim.get("date_alt", ())]
            assert all(edtf.valid(date) for date in dates if date), (entry["id"], dates)
            low, high = (claim["jobs"] or {}).get("low"), (claim["jobs"] or {}).get("high")
            assert low is None or high is None or low <= high, entry["id"]
            assert homes.get((entry["id"], index), 1) == 1, entry["id"]
