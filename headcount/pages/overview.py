"""All disputes on one page."""

from __future__ import annotations

from dataclasses import dataclass

from headcount.pages.citing import citations
from headcount.pages.disputing import claims_of, disputed
from headcount.pages.index import Index, frame, up
from headcount.pages.shapes import Citation, Disputed, Frame

GROUPS = (
    ("conflict", "Sources conflict", "Not all of what they say can be true."),
    ("between", "Sources differ about two events", "Which came first, or lies inside the other."),
    ("compatible", "Different words, no conflict", "All of what they say can be true at once."),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Disputes of one kind."""

    id: str
    title: str
    lead: str
    disputes: tuple[Disputed, ...]


@dataclass(frozen=True, slots=True)
class DisputesPage:
    path: str
    frame: Frame
    title: str
    lead: str
    groups: tuple[Group, ...]
    citations: tuple[Citation, ...]


def disputes(index: Index) -> tuple[DisputesPage, ...]:
    """Every dispute of every event, by kind."""
    path = "disputes/index.html"
    base = up(path)
    title = "What the sources disagree about"
    lead = "Where articles differ, each account stands beside the others, in its own words."
    events = sorted(index.living(), key=lambda event: event.id, reverse=True)
    found = [one for event in events for one in disputed(index, event, base, named=True)]
    groups = tuple(
        Group(kind, head, said, tuple(one for one in found if one.mark == kind))
        for kind, head, said in GROUPS
    )
    claims = [claim for event in events for claim in claims_of(index, event.disputes)]
    page = frame(index, path, title, lead)
    full = tuple(group for group in groups if group.disputes)
    return (DisputesPage(path, page, title, lead, full, citations(index, claims, base)),)
