"""When an event happened, source by source, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence

from headcount import wording as words
from headcount.model import Date, Event
from headcount.pages.citing import cite
from headcount.pages.index import Index
from headcount.pages.magnitude import REACHED, STEPS
from headcount.pages.rows import reason_of
from headcount.pages.shapes import Note, Stage
from headcount.source import text_of

NAMED = 4
"""As many outlets stand under a step by name."""


def dates(index: Index, event: Event) -> tuple[Note, ...]:
    """Each source's words for the date, how they were read, and the milestones."""
    notes = []
    for claim in event.claims:
        if claim.date is None:
            continue
        article = index.articles[claim.article]
        wording = text_of(article, claim.date.at).strip(" “”")
        text = _read(claim.date, wording, reason_of(index, claim))
        lead = f"{index.publisher(article)[0]}:"
        notes.append(Note(lead, text, (cite(index, claim, f"“{wording}”"),)))
    for name, date in event.milestones:
        notes.append(Note(f"{words.LABELS.get(name, name).capitalize()}:", words.when(date), ()))
    return tuple(notes)


def _read(date: Date, wording: str, why: str) -> str:
    """What was made of the words of a date; "" where they are the date itself: "in May 2031"."""
    if date.edtf is None:
        return f"not resolved: {why}" if why else "not resolved"
    read = words.when(date.edtf)
    if not why and words.published(date.edtf).partition(",")[0] in wording:
        return ""
    return f"read as {read}: {why}" if why else f"read as {read}"


def stages(index: Index, event: Event) -> tuple[Stage, ...]:
    """How far the event has come, step by step, and which sources have it at which step."""
    told: dict[int, list[str]] = {}
    for claim in event.claims:
        name = index.publisher(index.articles[claim.article])[1]
        step = REACHED.get(claim.status.is_)
        if step is not None and name not in told.setdefault(step, []):
            told[step].append(name)
    last = REACHED.get(event.status)
    if last is None:
        return ()
    names = [words.LABELS[status] for status in STEPS]
    names[last] = words.LABELS[event.status]
    return tuple(
        Stage(name.capitalize(), at < last, at == last, _tellers(told.get(at, []), at > last))
        for at, name in enumerate(names)
    )


def _tellers(outlets: Sequence[str], ahead: bool) -> str:
    if len(outlets) > NAMED:
        return words.amount(len(outlets), "outlet")
    return words.listed(outlets) or ("no source yet" if ahead else "")
