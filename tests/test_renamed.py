"""The same articles about other companies with other numbers give the same claims about those.

If a rule knew a company or a number of the articles it was written for, this would show it.
"""

from __future__ import annotations

import re

import pytest
import yaml

import sites
from headcount.model import Claim, Timeline

pytestmark = sites.needs_shared

NAMES = {
    "Amazon": "Velmora",
    "One Medical": "Cedar Clinics",
    "PillPack": "DoseBox",
    "Haven": "Larkrise",
    "Halo": "Pulso",
    "AWS": "VWS",
    "Prime Video": "Quartz Video",
    "Audible": "Listenly",
    "Twitch": "Streamo",
    "MGM": "KLP",
    "Whole Foods": "Green Pantry",
    "Lindsay": "Okafor",
    "Jassy": "Brenner",
    "Mishra": "Duval",
    "Olsavsky": "Petrov",
}
CODES = {
    name.lower().replace(" ", "-"): new.lower().replace(" ", "-") for name, new in NAMES.items()
}
NUMBERS = {
    "27,000": "31,000",
    "18,000": "22,500",
    "10,000": "12,400",
    "14,000": "16,200",
    "30,000": "34,700",
    "115": "135",
    "400": "470",
    "$3.9": "$4.7",
    "$753": "$861",
    "1.58": "1.74",
}


def renamed(text: str) -> str:
    """`text` with every company, person and number replaced by another of the same shape."""
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?![a-z])" for name in NAMES))
    text = pattern.sub(lambda match: NAMES[match[0]], text)
    pattern = re.compile("|".join(rf"(?<![\d,.]){re.escape(old)}(?![\d,])" for old in NUMBERS))
    return pattern.sub(lambda match: NUMBERS[match[0]], text)


def renamed_id(text: str) -> str:
    """An id of the registry after renaming."""
    for old, new in sorted(CODES.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"(?<![a-z]){re.escape(old)}(?![a-z])", new, text)
    return text


def renamed_site() -> sites.Files:
    """The five originals and the registry, renamed throughout."""
    files = sites.originals()
    registry = renamed(files["data/organisations.yaml"].decode())
    files["data/organisations.yaml"] = re.sub(
        r"(?m)^(  [a-z-]+:|    (?:parent|organisation): .*)$",
        lambda match: renamed_id(match[0]),
        registry,
    ).encode()
    for path in files:
        if path.startswith("content/articles/"):
            text = files[path].decode()
            files[path] = renamed(text).encode()
            if path.endswith(".yaml"):
                data = yaml.safe_load(text)
                data["title"] = renamed(data["title"])
                files[path] = yaml.safe_dump(data, allow_unicode=True).encode()
    return files


def digits(value: int | None, factor: dict[int, int]) -> int | None:
    return value if value is None else factor.get(value, value)


VALUES = {
    27_000: 31_000,
    18_000: 22_500,
    10_000: 12_400,
    14_000: 16_200,
    30_000: 34_700,
    115: 135,
    400: 470,
    3_900_000_000: 4_700_000_000,
    753_000_000: 861_000_000,
    1_580_000: 1_740_000,
}


def shape(claim: Claim, rename: bool) -> tuple[object, ...]:
    """What a claim says, without offsets; with names and numbers replaced if `rename`."""
    name = renamed_id if rename else str
    factor = VALUES if rename else {}
    jobs, money = claim.jobs, claim.money
    return (
        claim.article,
        claim.kind,
        name(claim.organisation.is_),
        claim.organisation.basis,
        tuple(sorted(name(unit.is_) for unit in claim.units)),
        jobs and (digits(jobs.low, factor), digits(jobs.high, factor), jobs.qualifier),
        money and (digits(money.amount, factor), money.currency, money.qualifier),
        claim.date and claim.date.edtf,
        claim.status.is_,
        claim.scope.is_,
        claim.tier,
        claim.said_by and name(claim.said_by.is_),
    )


def test_nothing_of_the_old_names_is_left() -> None:
    """Otherwise the next test would prove less than it says."""
    files = renamed_site()
    for path, data in files.items():
        if path.startswith("content/articles/") and path.endswith(".txt"):
            text = data.decode()
            assert not re.search(r"Amazon|PillPack|Twitch|27,000|18,000|\b115\b", text), path


@pytest.fixture(scope="module")
def lines() -> tuple[Timeline, Timeline]:
    return sites.timeline_of(sites.originals()), sites.timeline_of(renamed_site())


def test_claims_follow_the_renamed_articles(lines: tuple[Timeline, Timeline]) -> None:
    """Claim for claim: the new name, the new number, and everything else as before."""
    old, new = lines
    expected = sorted(repr(shape(claim, True)) for claim in sites.claims_of(old))
    found = sorted(repr(shape(claim, False)) for claim in sites.claims_of(new))
    assert found == expected
    assert len(found) > 30


def test_events_and_totals_follow_too(lines: tuple[Timeline, Timeline]) -> None:
    """The same merging, and an interval that adds up the new numbers."""
    old, new = lines
    count = [(event.kind, len(event.claims), len(event.disputes)) for event in old.events]
    assert sorted((e.kind, len(e.claims), len(e.disputes)) for e in new.events) == sorted(count)
    terms = sum(digits(term.low, VALUES) or 0 for term in old.total.terms if term.counts == "both")
    assert new.total.low == terms
