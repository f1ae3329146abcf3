"""Sentences put together from parts that newsrooms use: no part may hide the cut or alter it.

The parts stand in combinations.yaml. What no rule was written for is met here by the hundred: an
attribute before jobs, an aside behind a name, a place between jobs and their verb.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import yaml

from headcount import extract
from headcount.model import Claim, Registry
from tests.newsroom import article

PARTS: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("combinations.yaml").read_text("utf-8")
)
EACH = 400
"""Sentences of each shape."""

FOUND = 0.97
"""The share of them whose cut must be found: parts that don't suit each other are among them."""


class Dice(Random):
    """Draws the same parts in every run."""

    def part(self, name: str) -> str:
        return self.choice(PARTS[name])

    def maybe(self, name: str) -> str:
        return self.choice(["", self.part(name)])


def inside(name: str) -> str:
    """An employer's name as it stands in the middle of a sentence."""
    proper = name.split()[0].rstrip(",") in ("Brightwater", "US", "Swedish", "Detroit-based")
    return name if proper else name[0].lower() + name[1:]


def joined(*parts: str) -> str:
    """A sentence of parts, of which some are empty or begin with a comma."""
    words = ""
    for part in filter(None, parts):
        words += part if part[0] in ",'" or not words else f" {part}"
    return f"{words[0].upper()}{words[1:]}".replace(",,", ",").rstrip(".") + "."


def active(dice: Dice) -> str:
    """ "Brightwater Inc will cut 300 office jobs in Ohio by June."""
    counted = (dice.part("numbers"), dice.maybe("attributes"), dice.part("jobs"))
    verb = (dice.part("employers"), dice.part("acts"))
    return joined(*verb, *counted, dice.maybe("where"), dice.maybe("rest"))


def passive(dice: Dice) -> str:
    """ "About 300 office workers at Brightwater Inc in Ohio will be laid off."""
    kind = dice.choice(["jobs", "people"])
    counted = (dice.part("numbers"), dice.maybe("attributes"), dice.part(kind))
    place = ("at", inside(dice.part("employers")), dice.maybe("where"))
    return joined(*counted, *place, dice.part(f"fates of {kind}"), dice.maybe("rest"))


def opening(dice: Dice) -> str:
    """ "At Brightwater Inc, about 300 office jobs in Ohio are to go."""
    kind = dice.choice(["jobs", "people"])
    counted = (dice.part("numbers"), dice.maybe("attributes"), dice.part(kind))
    fate = dice.part(f"fates of {kind}")
    place = f"At {inside(dice.part('employers')).rstrip(',')},"
    return joined(place, *counted, dice.maybe("where"), fate, dice.maybe("rest"))


def announced(dice: Dice) -> str:
    """ "Brightwater Inc announced the loss of about 300 jobs."""
    told = dice.part("announcements").replace("N", dice.part("numbers"))
    employer = dice.part("employers")
    if told[0] == "'":
        employer = employer.partition(",")[0].rstrip(".")
    return joined(employer, told, dice.maybe("where"), dice.maybe("rest"))


def claims(text: str) -> list[Claim]:
    reading = extract.reading(article(text, "News of the day"), Registry())
    return [one for one in reading.claims if one.kind == "layoff"]


def numbers(claim: Claim) -> set[int | None]:
    return {claim.jobs.low, claim.jobs.high} if claim.jobs else {None}


@pytest.mark.parametrize("shape", [active, passive, opening, announced])
def test_parts_hide_and_alter_nothing(shape: Callable[[Dice], str]) -> None:
    """The employer and the number are right wherever a claim is made, and nearly always one is."""
    dice, lost = Dice(shape.__name__), []
    for text in [shape(dice) for _ in range(EACH)]:
        told = claims(text)
        assert {one.organisation.name.split()[0] for one in told} <= {"Brightwater"}, text
        assert all(numbers(one) <= {300, 40, None} for one in told), text
        if not any(300 in numbers(one) for one in told):
            lost.append(text)
    assert len(lost) <= EACH * (1 - FOUND), "\n".join(lost)
