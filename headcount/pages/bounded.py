"""The bands that vague words stand for, told where such a word stands beside a figure."""

from __future__ import annotations

from headcount import wording as words
from headcount.bands import band, vague
from headcount.model import Event
from headcount.pages.citing import said_number
from headcount.pages.index import Index
from headcount.pages.shapes import Fact

WHY = (
    "How we read such words to find out which sources tell of the same event. "
    "These ends are ours; they are in no total."
)


def bands(index: Index, event: Event) -> tuple[Fact, ...]:
    """Each vague word with its band, where sources word an event's number differently."""
    if not any(dispute.field == "jobs" for dispute in event.disputes):
        return ()
    found: dict[str, Fact] = {}
    for claim in event.claims:
        ends = band(claim.jobs)
        if claim.jobs is not None and vague(claim.jobs) and ends is not None:
            word = said_number(index, claim)
            found.setdefault(words.plain(word), Fact(f"“{word}”", words.interval(*ends)))
    return tuple(found.values())
