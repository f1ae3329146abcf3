"""Subjects that are a whole sector, or are interrupted by an insertion."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.bystanders import (
    governed,
)
from headcount.language.chunks import Chunk, kinds

AREAS = frozenset({
    "state", "city", "county", "town", "region", "province", "country", "nation", "economy",
    "area", "village", "borough", "island", "valley", "world", "territory",
})  # fmt: skip
"""Nouns for who loses jobs where others cut them."""


def whole_sector(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a sector or country is told of, and is no modifier: "the sector has shed"."""
    following = chunks[index + 1].name if index + 1 < len(chunks) else ""
    modifier = following in ("clitic", "unit-noun", "company", "worker", "job", "roster")
    return chunks[index].name == "sector" and not modifier and not governed(chunks, index)


def sector_first(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a sentence is about a trade, up to the chunk at `index`: "The industry is closing
    mills and plans"."""
    first = next((at for at in range(3) if chunks[at : at + 1] and is_sector(chunks, at)), None)
    if first is None or index <= first or chunks[first + 1].name not in HELPERS:
        return False
    return all(
        chunk.name not in HEADS | {"that", "stop"} for chunk in chunks[first + 1 : index + 1]
    )


def is_sector(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a trade stands at `index` behind nothing but an article and a modifier."""
    before = all(chunk.name in ("determiner", "word") for chunk in chunks[:index])
    return chunks[index].name == "sector" and before


HELPERS = kinds("be have future conditional might plan announce")


HEADS = kinds("org name person company unit-noun pronoun")


def before_insertion(chunks: Sequence[Chunk], index: int) -> int:
    """The chunk before a phrase in commas, brackets or dashes that ends at `index`: "X, which
    lost money, will cut"; `index` itself without one."""
    at = inserted(chunks, index)
    return index if at is None else at - 2


def inserted(chunks: Sequence[Chunk], index: int) -> int | None:
    """The first chunk of a phrase in commas, brackets or dashes that ends at `index`."""
    end = index
    while end > 0 and index - end < 2 and chunks[end].name == "word":
        end -= 1
    if end < 0 or chunks[end].name not in ("comma", "bracket", "dash"):
        return None
    for at in range(end - 2, max(0, end - 26), -1):
        if chunks[at].name == chunks[end].name and chunks[at - 1].name in HEADS:
            return at + 1
        if chunks[at].name in ("stop", "expected", "including"):
            break
    return None
