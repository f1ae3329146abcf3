"""The total as a page shows it: an interval, and each line of its arithmetic with a reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from headcount import totals
from headcount import wording as words
from headcount.model import Claim, Event, Term, Total
from headcount.pages.citing import cite
from headcount.pages.index import Index
from headcount.pages.rows import link, size, unallocated
from headcount.pages.shapes import Cite, Sum, Summand

SIGNS = {"both": "+", "high": "(+)", "no": ""}


def summed(index: Index, base: str) -> Sum | None:
    """The total of the timeline; None where there is no job cut to speak of."""
    total = index.timeline.total
    if not total.terms:
        return None
    return _sum(index, base, total, f"{base}totals/#counted")


def part(index: Index, base: str, terms: Sequence[Term]) -> Sum:
    """What some lines of the total add to it, above these lines."""
    low, high = ends(terms)
    cuts = {one.id: one for one in index.living() if one.kind == "layoff"}
    graph = totals.graph_of(cuts)
    open_ = any(totals.is_open(term.event, graph) for term in terms if term.counts != "no")
    return _sum(index, base, Total(low, high, open_, tuple(terms)), "#counted")


def ends(terms: Sequence[Term]) -> tuple[int, int]:
    """What lines add to the low and to the high end of the total."""
    low = sum(term.low or 0 for term in terms if term.counts == "both")
    return low, sum(totals.upper(term) for term in terms if term.counts != "no")


def _sum(index: Index, base: str, total: Total, href: str) -> Sum:
    lines = [(term, _summand(index, term, base)) for term in total.terms]
    return Sum(
        figure=words.interval(total.low, total.high),
        href=href,
        noun="jobs reported cut or announced",
        open_=_notes(total, "the numbers below"),
        counted=tuple(line for term, line in lines if term.counts != "no"),
        apart=tuple(line for term, line in lines if term.counts == "no"),
        low=f"{total.low:,}",
        high=f"{total.high:,}",
    )


def headline(index: Index, base: str, here: Collection[str]) -> Sum | None:
    """The total above the timeline: only its largest lines, and the way to the others.

    `here`: ids of the events whose citations stand on the page; others are cited on their own.
    """
    whole = summed(index, base)
    if whole is None:
        return None
    added = [term for term in index.timeline.total.terms if term.counts != "no"]
    left = [term for term in index.timeline.total.terms if term.counts == "no"]
    lines = [
        (term, _brief(line if term.event in here else _elsewhere(line)))
        for term, line in zip((*added, *left), (*whole.counted, *whole.apart), strict=True)
    ]
    counted, apart = lines[: len(added)], tuple(line for _, line in lines[len(added) :])
    if len(counted) <= OPEN_LINES:
        return replace(whole, counted=tuple(line for _, line in counted), apart=apart)
    largest = sorted(counted, key=lambda one: -(one[0].high or one[0].low or 0))[:OPEN_LINES]
    more = words.amount(len(counted) - OPEN_LINES, "number")
    of = f"{len(counted):,} numbers, the largest of which stand below"
    return replace(
        whole,
        counted=tuple(line for _, line in largest),
        apart=apart,
        open_=_notes(index.timeline.total, of),
        folded=f"and {more} more, line by line",
    )


def _brief(line: Summand) -> Summand:
    """A line without a reason where there is nothing to explain."""
    return replace(line, reason="") if line.reason == words.TERMS["whole"] else line


def _elsewhere(line: Summand) -> Summand:
    """A line whose citations stand on the page of its event."""
    size = tuple(replace(one, href=f"{line.event.href}{one.href}") for one in line.size)
    return replace(line, size=size)


OPEN_LINES = 5
"""As many lines of the sum stand above the timeline; more would push it out of sight."""

REST = "no source breaks all of it down"
OPEN = "Some sources say “over” or “about”, so the true number may lie outside it."


MADE = "No source gives this total: it adds up {of}."
ENDS = (
    "No source gives this total: the first figure adds up the low ends of {of}, "
    "the second the high ends."
)


def _notes(total: Total, of: str) -> str:
    """What must be known to read the figure; `of`: what it is the sum of."""
    return " ".join(note for note in (_made(total, of), OPEN if total.open_ else "") if note)


def _made(total: Total, of: str) -> str:
    """Where the figure comes from, if it is no source's own."""
    if sum(term.counts != "no" for term in total.terms) < 2:
        return ""
    return (MADE if total.low == total.high else ENDS).format(of=of)


def claims_of(index: Index, terms: Sequence[Term]) -> list[Claim]:
    """The claims that lines of the total cite."""
    found: list[Claim] = []
    for term in terms:
        event = index.events[term.event]
        found += [index.claims[one.href[1:]] for one in _numbers(index, event)[0]]
    return found


def _numbers(index: Index, event: Event) -> tuple[tuple[Cite, ...], str]:
    """The numbers that make the ends of a line, each with a claim that gives it, or what stands
    in their place. An event may show a word first although another source gives the figure."""
    shown, silence = size(index, event)
    jobs = event.jobs
    if jobs is None or jobs.vague:
        return shown, silence
    given = sorted(event.claims, key=lambda claim: claim.id not in jobs.from_)
    found: dict[str, Claim] = {}
    for end in (jobs.low, jobs.high):
        for claim in given:
            if claim.jobs and end is not None and end in (claim.jobs.low, claim.jobs.high):
                found.setdefault(claim.id, claim)
                break
    return tuple(cite(index, claim) for claim in found.values()) or shown, ""


def _summand(index: Index, term: Term, base: str) -> Summand:
    event: Event = index.events[term.event]
    number, silence = _numbers(index, event)
    other = index.events.get(term.of or "")
    added = term.counts != "no"
    why = words.term(term, words.title(other) if other is not None else "")
    return Summand(
        sign=SIGNS[term.counts],
        event=link(event, base),
        size=number,
        silence=silence,
        low=f"{term.low or 0:,}" if term.counts == "both" else "0" if added else "",
        high=f"{totals.upper(term):,}" if added else "",
        reason=f"{why}; {REST}" if added and unallocated(index, event) else why,
    )
