"""Words that mean something by themselves and here only describe what a number counts: "300
manufacturing jobs", "300 newly hired workers", "300 director-level posts"."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.chunks import Chunk, kinds
from headcount.language.tokens import Token

COUNTED = kinds("job worker layoff")
PLAIN = kinds("word more of possessive dash unit-noun company and place name org worker clitic")
"""Chunks that stand between a number and what it counts as they are."""

RETYPED = kinds("sector rest person-title")
MOST = 7
"""The most chunks between a number and its noun."""


def described(row: Sequence[Chunk], sequence: Sequence[Token]) -> tuple[Chunk, ...]:
    """The chunks of a sentence, those as plain words that only describe what a number counts."""
    found = list(row)
    for index, chunk in enumerate(row):
        if chunk.name != "number":
            continue
        changed: list[int] = []
        for at in range(index + 1, min(index + MOST + 2, len(row))):
            if row[at].name in COUNTED and (at + 1 == len(row) or row[at + 1].name not in COUNTED):
                for other in changed:
                    found[other] = row[other]._replace(name="word", forms=frozenset())
                break
            if describes(row, at, sequence):
                changed.append(at)
            elif row[at].name not in PLAIN:
                break
    return tuple(found)


def describes(row: Sequence[Chunk], at: int, sequence: Sequence[Token]) -> bool:
    """Whether a chunk that is more than a plain word may be a noun's attribute."""
    chunk = row[at]
    if chunk.name in RETYPED:
        return True
    text = sequence[chunk.first].text
    if chunk.name == "hire":
        return "participle" in chunk.forms and row[at - 1].name in ("word", "dash")
    if chunk.name == "turn-out":
        return chunk.forms == {"ing"} and row[at - 1].name == "dash"
    return (chunk.name == "say" and text == "state") or (chunk.name == "pronoun" and text == "IT")
