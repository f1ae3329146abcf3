"""What a preview changes, for those who decide whether it goes to readers."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.difference import Change, Kind, sentence
from headcount.pages.index import Index, frame, up
from headcount.pages.shapes import Frame, Link

PATH = "changes/index.html"
HEADS: tuple[tuple[Kind, str], ...] = (
    ("new", "New events"),
    ("shown", "Events that an editor shows again"),
    ("changed", "Events that change"),
    ("joined", "Events that are joined to another"),
    ("hidden", "Events that an editor hides"),
    ("gone", "Events that lose their last source"),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One event, and what a reader sees change in it. `link`: None if it has no page any more."""

    title: str
    link: Link | None
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    title: str
    events: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """`raised`, `settled`: disputes that come and go. `waiting`: how many claims wait."""

    path: str
    frame: Frame
    title: str
    lead: str
    groups: tuple[ChangeGroup, ...]
    raised: tuple[str, ...]
    settled: tuple[str, ...]
    waiting: str


def changes(index: Index) -> tuple[ChangesPage, ...]:
    """The one page, of a preview only."""
    if index.changes is None:
        return ()
    found, title = index.changes.difference, "What this preview changes"
    lead = f"Since {index.changes.since}: {sentence(found)}."
    groups = tuple(
        ChangeGroup(head, events)
        for kind, head in HEADS
        if (events := tuple(changed(index, one) for one in found.changes if one.kind == kind))
    )
    waiting = ""
    if found.waiting:
        number = words.amount(found.waiting, "claim")
        verb = "waits" if found.waiting == 1 else "wait"
        waiting = f"{number} {verb} for an editor; “build.py check” lists what and why."
    page = frame(index, PATH, title, lead)
    return (ChangesPage(PATH, page, title, lead, groups, found.raised, found.settled, waiting),)


def changed(index: Index, change: Change) -> Changed:
    """An event by its title, which leads to its page."""
    event = index.events.get(change.event)
    if event is None:
        return Changed(change.event, None, change.told)
    title = words.title(event)
    return Changed(title, Link(title, f"{up(PATH)}events/{event.id}/"), change.told)
