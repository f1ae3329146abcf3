"""What all charts share beside their drawings: the file of their table, and the finished whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headcount.drawing import Cell, Drawn
from headcount.wording import amount

JOINER = "\u2060"
"""Keeps a range on one line of a page; of no use in words and cells."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def table(header: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV. No cell can be taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(safe(row) for row in rows)
    return out.getvalue()


def safe(cells: Iterable[str]) -> list[str]:
    """Cells that begin like a formula get an apostrophe before them."""
    plain = [cell.replace(JOINER, "") for cell in cells]
    return [f"'{cell}" if cell.lstrip(" \u00a0").startswith(FORMULA) else cell for cell in plain]


def summed(said: Sequence[Cell], number: int, noun: str) -> tuple[Cell, ...]:
    """Sentences without joiners, and how many of a number of things they leave to the table."""
    rest = number - len(said)
    told = [replace(one, text=one.text.replace(JOINER, "")) for one in said]
    return (
        *told,
        *([Cell(f"{amount(rest, f'further {noun}')} in the table.")] if rest > 0 else []),
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


def filed(drawn: Drawn) -> Drawn:
    """With the files that are made from its wide variant."""
    if not drawn.wide:
        return drawn
    from headcount.charts import standalone

    file = standalone.alone(drawn.wide, drawn.title, drawn.reading)
    return replace(drawn, file=file, png=standalone.picture(file))
