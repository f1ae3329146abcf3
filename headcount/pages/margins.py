"""The citations in the margin of an event's page: each beside the section that needs it first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headcount.model import Claim
from headcount.pages.citing import citations
from headcount.pages.index import Index
from headcount.pages.shapes import Citation


@dataclass(frozen=True, slots=True)
class Margins:
    """The citations beside each section: each entry stands beside the first that needs it."""

    happened: tuple[Citation, ...]
    many: tuple[Citation, ...]
    when: tuple[Citation, ...]
    origins: tuple[Citation, ...]
    disputed: tuple[Citation, ...]
    unfit: tuple[Citation, ...]
    ties: tuple[Citation, ...]


def dealt(index: Index, groups: Sequence[Iterable[Claim]], base: str) -> list[tuple[Citation, ...]]:
    """The citations of each group, without those that stand in an earlier one."""
    seen: set[str] = set()
    dealt = []
    for group in groups:
        new = [claim for claim in group if claim.id not in seen]
        seen |= {claim.id for claim in new}
        dealt.append(citations(index, new, base))
    return dealt
