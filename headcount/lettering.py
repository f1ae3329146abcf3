"""How much room words take on a line, and how they are made to fit it."""

from __future__ import annotations

from typing import Literal

Weight = Literal[400, 600]
SMALL, TEXT, LARGE = 12, 13, 14
"""Sizes of words in drawings, in pixels."""
BOLD: Weight = 600
STOUT = 1.07
"""How much broader bold letters are."""

JOINER = "\u2060"
"""Keeps a range on one line of a page; takes no room, and is of no use in words and cells."""

WIDTHS = (
    (JOINER, 0.0),
    (" \u00a0.,:;!|'’‘ijl", 0.28),
    ("frtI()[]-/“”", 0.36),
    ("mwMW@%—…", 0.95),
    ("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.7),
)
"""Signs and their breadth as a share of their size: that of common sans-serif faces, rather more
than less. Others are as broad as a digit, or as their size where they aren't Latin."""
BREADTHS = {sign: share for signs, share in WIDTHS for sign in signs}
DIGIT, SQUARE, LATIN = 0.56, 1.0, 0x1100


def breadth(text: str, size: int = TEXT, weight: int = 400) -> float:
    """Pixels that words take on a line, rather too many than too few."""
    shares = sum(BREADTHS.get(sign, DIGIT if ord(sign) < LATIN else SQUARE) for sign in text)
    return shares * size * (STOUT if weight >= BOLD else 1)


def cut(text: str, room: float, size: int = SMALL, weight: int = 400) -> str:
    """Words shortened to `room` pixels at the end of a word, with a mark of it; "" if none fit."""
    if breadth(text, size, weight) <= room:
        return text
    while text:
        text = text.rpartition(" ")[0].rstrip(" ,;·")
        if text and breadth(f"{text}…", size, weight) <= room:
            return f"{text}…"
    return ""


def clipped(text: str, room: float, size: int = SMALL, weight: int = 400) -> str:
    """Words shortened to `room` pixels, within a word if not even one fits."""
    whole = cut(text, room, size, weight)
    if whole:
        return whole
    kept = len(text)
    while kept > 1 and breadth(f"{text[:kept]}…", size, weight) > room:
        kept -= 1
    return f"{text[:kept]}…" if text else ""


def wrapped(text: str, room: float, size: int = SMALL, weight: int = 400) -> list[str]:
    """Words in lines of at most `room` pixels; a word too long for one stands alone on it."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def folded(
    text: str, room: float, most: int = 2, size: int = SMALL, weight: int = 400
) -> list[str]:
    """Words in at most so many lines of `room` pixels, the last shortened if need be."""
    lines = wrapped(text, room, size, weight)
    kept = lines[: most - 1] + ([" ".join(lines[most - 1 :])] if len(lines) >= most else [])
    return [clipped(line, room, size, weight) for line in kept]
