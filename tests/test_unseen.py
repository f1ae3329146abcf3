"""With every employer renamed to one never seen, the employer is still right or null, never wrong.

The articles are those of the tuning half of the corpus in `../shared`; the names are invented.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from headcount import articles, extract
from headcount.language.lexicon import lexicon
from headcount.language.neighbours import roots
from headcount.model import Article, Registry
from tests import evaluate

pytestmark = pytest.mark.skipif(
    not evaluate.CORPUS.is_dir(), reason="../shared/corpus is absent: nothing to rename"
)

NAMES = (
    "Quorvane Tessaly Brinlow Oskmere Fendrick Yarrowby Zelkova Pruitton Hexby Dunvale Corvask "
    "Wenlett Ambrisk Lothmar Skerrow Ivelle Torbane Mundrick Palvey Graxton Nethery Ostwick"
)
INVENTED = NAMES.split()
KEPT = frozenset(
    {"company", "company-word", "company-suffix", "body", "place", "sector", "unit-noun"}
)
"""Classes of words that stay as they are in a name: "General Motors" becomes "Quorvane Motors"."""

NOBODY = Registry((), (), ())


def entries() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(set, gold) of each tuning article with a claim about an employer."""
    for name in ("dev", "modern") if evaluate.CORPUS.is_dir() else ():
        data = json.loads((evaluate.CORPUS / f"{name}.json").read_text("utf-8"))
        for entry in data["articles"] if isinstance(data, dict) else data:
            named = any(claim["organisation"] for claim in entry["claims"])
            if evaluate.tuning(entry["id"]) and named:
                yield name, entry


def called(entry: Mapping[str, Any]) -> set[str]:
    """All names that the gold gives its employers."""
    return {
        name
        for claim in entry["claims"]
        if claim["organisation"]
        for name in (claim["organisation"], *claim.get("organisation_alt", ()))
    }


def invented(names: set[str]) -> Mapping[str, str]:
    """Word → invented word, for the words that make a name its own."""
    words = sorted(
        {
            word
            for name in names
            for word in re.findall(r"[^\W\d_][\w.]*", name)
            if word[0].isupper() and roots(lexicon().classes(word)).isdisjoint(KEPT)
        }
    )
    return dict(zip(words, INVENTED * 3, strict=False))


def renamed(text: str, new: Mapping[str, str]) -> str:
    if not new:
        return text
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, new))})(?!\w)")
    return pattern.sub(lambda match: new[match[0]], text)


def article_of(name: str, entry: Mapping[str, Any], new: Mapping[str, str]) -> Article:
    path = next((evaluate.CORPUS / name).glob(f"{entry['id']}.*"))
    found, _ = articles.read({path.name: renamed(path.read_text("utf-8"), new).encode()})
    return found[0]


@pytest.mark.parametrize(
    ("name", "entry"), [pytest.param(*one, id=one[1]["id"]) for one in entries()]
)
def test_no_claim_goes_to_another_employer(name: str, entry: Mapping[str, Any]) -> None:
    """Whatever is found of a renamed employer's cuts is that employer's."""
    score = evaluate.scorer()
    new = invented(called(entry))
    report = article_of(name, entry, new)
    rows = [
        row
        for row in extract.export(extract.reading(report, NOBODY), NOBODY)
        if row["kind"] == "layoff" and row["tier"] == "published"
    ]
    gold = [
        {
            **claim,
            "organisation": claim["organisation"] and renamed(claim["organisation"], new),
            "organisation_alt": [renamed(one, new) for one in claim.get("organisation_alt", ())],
        }
        for claim in entry["claims"]
    ]
    pairs, _ = score.assign(rows, gold)
    wrong = [
        (rows[row]["organisation"], gold[number]["organisation"], rows[row]["jobs"])
        for row, number in pairs.items()
        if gold[number]["organisation"]
        and not score.org_ok(
            rows[row]["organisation"],
            gold[number]["organisation"],
            gold[number]["organisation_alt"],
        )
    ]
    assert not wrong
