"""All that a check may look at, and where what it finds stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from headcount.model import Article, Claim, Decision, Event, PageText, Timeline


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a check may look at."""

    timeline: Timeline
    articles: Mapping[str, Article]
    decisions: Mapping[str, Decision]
    pages: tuple[PageText, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, hidden ones too."""
        return (*self.timeline.events, *self.timeline.hidden)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that some page may show."""
        own = (claim for event in self.events for claim in (*event.claims, *event.attached))
        return (*own, *self.timeline.figures)
