"""Rows as a file that spreadsheets read, and take for nothing but words and numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from headcount.lettering import JOINER

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
