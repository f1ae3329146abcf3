"""What all charts share beside their drawings: the file of their table, and the finished whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headcount.drawing import Cell
from headcount.lettering import JOINER
from headcount.wording import amount

MOST = 150
"""As many lines as a chart's table has; of more it has those that are drawn."""


def where(lines: int) -> str:
    """Where all of a chart's lines can be read."""
    return "in the table" if lines <= MOST else "in the CSV file"


def summed(said: Sequence[Cell], number: int, noun: str, lines: int = 0) -> tuple[Cell, ...]:
    """Sentences without joiners, and how many of a number of things they leave out; `lines`: those
    of the table, where they aren't these things."""
    rest = number - len(said)
    told = [replace(one, text=one.text.replace(JOINER, "")) for one in said]
    return (
        *told,
        *(
            [Cell(f"{amount(rest, f'further {noun}')} {where(lines or number)}.")]
            if rest > 0
            else []
        ),
    )


def described(said: Sequence[Cell]) -> str:
    """Sentences as the description of a drawing."""
    return " ".join(one.text for one in said)


def number(value: int | None) -> str:
    """A bound in plain digits, "" for none."""
    return "" if value is None else str(value)


def capital(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]
