"""What is counted once: the lines of the total, each with what it adds or why it adds nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headcount import wording as words
from headcount.charts.cuts import moment, printable
from headcount.model import Event, Term, Timeline

ID = "counted-once"
TITLE = "What is counted once"


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the total's arithmetic.

    `low`, `high`: what it adds to the two ends for an added one, else the size of what is not
    added, None without a figure. `within`: the event whose bar it is drawn under, "" for none.
    `reason`: a code of `Term`; `why` tells it. `words`: the number as its source words it.
    """

    event: str
    title: str
    when: str
    counts: Literal["both", "high", "no"]
    low: int | None
    high: int | None
    open_: bool
    reason: str
    why: str
    within: str
    words: str
    vague: bool
    claim: str
    href: str


@dataclass(frozen=True, slots=True)
class Once:
    """Added lines first, oldest first; what is not added after what it belongs to."""

    id: str
    title: str
    low: int
    high: int
    open_: bool
    steps: tuple[Step, ...]


def data(timeline: Timeline) -> Once:
    """The total of a timeline, line by line."""
    events = {event.id: event for event in timeline.events}
    total = timeline.total
    terms = [term for term in total.terms if term.event in events]
    inside = {term.event: term.of or "" for term in terms if term.counts == "no"}
    steps = [_step(events, term, _root(term.event, inside)) for term in terms]
    added = [step for step in steps if step.counts != "no"]
    ordered: list[Step] = []
    for step in added:
        ordered.append(step)
        ordered += [s for s in steps if s.counts == "no" and s.within == step.event]
    ordered += [step for step in steps if step not in ordered]
    return Once(ID, _title(steps), total.low, total.high, total.open_, tuple(ordered))


def _title(steps: list[Step]) -> str:
    """How many of the numbers are added; plain where all are."""
    told = [step for step in steps if step.high]
    added = sum(step.counts != "no" for step in told)
    if added == len(told):
        return TITLE
    verb = "is" if added == 1 else "are"
    return f"Of {words.amount(len(told), 'reported number')}, {added} {verb} added"


def _root(event: str, inside: dict[str, str]) -> str:
    """The added event under which one that is not added stands, by way of those between."""
    seen = {event}
    while inside.get(event):
        event = inside[event]
        if event in seen:
            return ""
        seen.add(event)
    return event if event not in inside else ""


def _step(events: dict[str, Event], term: Term, within: str) -> Step:
    event = events[term.event]
    jobs = event.jobs
    other = events.get(term.of or "")
    low, high = term.low, term.high if term.high is not None else term.low
    return Step(
        event=event.id,
        title=printable(words.title(event)),
        when=moment(event),
        counts=term.counts,
        low=0 if term.counts == "high" else (low or 0) if term.counts == "both" else low,
        high=(high or 0) if term.counts != "no" else high,
        open_=jobs is not None and jobs.open_,
        reason=term.reason,
        why=printable(words.term(term, words.title(other) if other is not None else "")),
        within=within if within != event.id else "",
        words=printable(words.display(jobs)) if jobs is not None else "no figure",
        vague=jobs is not None and jobs.vague,
        claim=next(iter(jobs.from_), "") if jobs is not None else "",
        href=f"events/{event.id}/",
    )
