"""How many jobs in all: an interval in which nothing is counted twice, with its arithmetic.

Only roots are added. A part is inside its whole; what another event has replaced counts no more;
what is planned does not count, but the counted parts of a plan do. Where nobody says whether one
event is inside another, or whether two are one, the smaller counts in the high end only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from headcount.language import edtf
from headcount.model import STATUSES, Event, Term, Total

NEVER: Mapping[str, str] = MappingProxyType({})
"""Nobody says when anything was published."""

COUNTS = {entry.id: entry.counts for entry in STATUSES}


@dataclass(frozen=True, slots=True)
class Graph:
    """Layoff events and how they contain each other. `parts`, `whole`: by event id.

    `replaced`: event id → the one that replaced it. `unsure`: part → the whole that only some
    of the sources put it in. `published`: article id → EDTF.
    """

    events: Mapping[str, Event]
    whole: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]
    replaced: Mapping[str, str]
    unsure: Mapping[str, str]
    published: Mapping[str, str]


def total(events: Sequence[Event], published: Mapping[str, str] = NEVER) -> Total:
    """The jobs of all layoff events, each counted once. A tombstone counts nothing.

    `published`: article id → EDTF; a period without an end reaches to the report that gives it.
    """
    cuts = {e.id: e for e in events if e.kind == "layoff" and not e.tombstone}
    graph = replace(graph_of(cuts), published=published)
    terms = {key: term(key, graph) for key in cuts}
    demote(terms, graph)
    low = sum(t.low or 0 for t in terms.values() if t.counts == "both")
    high = sum(upper(t) for t in terms.values() if t.counts != "no")
    open_ = any(is_open(key, graph) for key, t in terms.items() if t.counts != "no")
    return Total(
        low, max(low, high), open_, tuple(terms[event.id] for event in events if event.id in terms)
    )


def upper(one: Term) -> int:
    """What a term adds to the high end: an open bound adds its low one."""
    return one.high if one.high is not None else one.low or 0


def graph_of(cuts: Mapping[str, Event]) -> Graph:
    """The relations between events, with a ring of them broken where it closes.

    A part of something replaced is a part of what replaced it. Of several wholes a counted one
    is taken, so that a part is never added beside it. What is denied replaces nothing.
    """
    replaced: dict[str, str] = {}
    for event in cuts.values():
        for relation in event.relations:
            if (
                event.status != "denied"
                and relation.is_ == "revises"
                and relation.to in cuts
                and not leads(event.id, relation.to, replaced)
            ):
                replaced.setdefault(relation.to, event.id)
    whole: dict[str, str] = {}
    unsure: dict[str, str] = {}
    for event in cuts.values():
        disputed = {d.other for d in event.disputes if d.field == "containment"}
        options = []
        for relation in event.relations:
            target = latest(relation.to, replaced)
            if relation.is_ != "part_of" or target not in cuts or target == event.id:
                continue
            if relation.basis == "words" and relation.to in disputed:
                unsure[event.id] = target
            elif not leads(target, event.id, whole):
                options.append(target)
        options.sort(key=lambda key: ("both", "high", "no").index(COUNTS[cuts[key].status]))
        if options:
            whole[event.id] = options[0]
            unsure.pop(event.id, None)
    parts: dict[str, tuple[str, ...]] = {}
    for part, target in whole.items():
        if part not in replaced:
            parts[target] = (*parts.get(target, ()), part)
    return Graph(cuts, whole, parts, replaced, unsure, NEVER)


def latest(key: str, replaced: Mapping[str, str]) -> str:
    """What stands in an event's place after all revisions."""
    while key in replaced:
        key = replaced[key]
    return key


def leads(start: str, goal: str, edges: Mapping[str, str]) -> bool:
    """Whether following the edges from `start` comes to `goal`."""
    while start != goal and start in edges:
        start = edges[start]
    return start == goal


def term(key: str, graph: Graph) -> Term:
    """What one event adds, before overlaps and possible identities are weighed."""
    event = graph.events[key]
    low, high = worth(key, graph)
    if key in graph.replaced:
        return Term(key, *own(event), "no", "replaced", graph.replaced[key])
    if (around := counted_whole(key, graph)) is not None:
        return Term(key, low, high, "no", "inside", around)
    counts = COUNTS[event.status]
    if counts == "no":
        return Term(key, *own(event), "no", event.status)
    if low is None and high is None:
        return Term(key, None, None, "no", "no-figure")
    if key in graph.unsure:
        return Term(key, low, high, "high", "overlap", graph.unsure[key])
    if counts == "high":
        return Term(key, low, high, "both" if low else "high", "unconfirmed")
    return Term(key, low, high, "both", "whole")


def own(event: Event) -> tuple[int | None, int | None]:
    """The bounds of an event's own figure; a vague word has none."""
    if event.jobs is None or event.jobs.vague:
        return None, None
    return event.jobs.low, event.jobs.high


def worth(key: str, graph: Graph) -> tuple[int | None, int | None]:
    """What an event and its parts prove, and what they leave possible: low and high end.

    A counted event proves max(own low, Σ of its parts' low ends); an unconfirmed one only what its
    parts prove; one that does not count is no more than its parts. Its own high end holds unless
    its parts prove more.
    """
    event = graph.events[key]
    counts = COUNTS[event.status]
    parts = [worth(part, graph) for part in graph.parts.get(key, ())]
    lows = sum(low or 0 for low, _ in parts)
    highs = sum(high if high is not None else low or 0 for low, high in parts)
    own_low, own_high = own(event) if counts != "no" else (None, None)
    low = max(lows, own_low or 0) if counts == "both" else lows
    if own_high is None:
        high = max(highs, own_low or 0)
        open_ = own_low is not None and high == own_low
        return low or None, None if open_ and counts == "both" else high or None
    return low or None, max(own_high, low)


def counted_whole(key: str, graph: Graph) -> str | None:
    """The nearest event around this one that counts, whatever lies between."""
    above = graph.whole.get(key)
    while above is not None and COUNTS[graph.events[above].status] == "no":
        above = graph.whole.get(above)
    return above


def demote(terms: dict[str, Term], graph: Graph) -> None:
    """Let the smaller of two events that may be one, or one inside the other, count once."""
    order = sorted(
        (key for key, one in terms.items() if one.counts == "both"),
        key=lambda key: (-(terms[key].low or 0), key),
    )
    for number, key in enumerate(order):
        for other in order[:number]:
            if terms[other].counts != "both" or related(key, other, graph):
                continue
            one, larger = graph.events[key], graph.events[other]
            if other in one.maybe_same or key in larger.maybe_same:
                reason = "maybe-same"
            elif may_overlap(one, larger, graph.published):
                reason = "overlap"
            else:
                continue
            terms[key] = Term(key, terms[key].low, terms[key].high, "high", reason, other)
            break


def related(one: str, other: str, graph: Graph) -> bool:
    """Whether a relation either way says how the two lie to each other."""
    return leads(one, other, graph.whole) or leads(other, one, graph.whole)


def may_overlap(one: Event, larger: Event, published: Mapping[str, str]) -> bool:
    """Whether a total of the same employer may hold an event: in time, and by its units.

    Every period that a source gives the total may be the right one, also those that an editor
    does not show first: a preference is no proof.
    """
    if larger.scope != "aggregate" or one.organisation != larger.organisation:
        return False
    mine, theirs = {u.is_ for u in one.units}, {u.is_ for u in larger.units}
    if mine and theirs and not mine & theirs:
        return False
    when = one.date if one.date is not None or one.scope == "aggregate" else one.first_reported
    periods = periods_of(larger, published)
    return when is None or not periods or any(edtf.overlap(when, period) for period in periods)


def periods_of(whole: Event, published: Mapping[str, str]) -> set[str]:
    """The periods that sources give a total; an open one ends with the report that gives it."""
    found = {whole.date} if whole.date is not None else set()
    for claim in whole.claims:
        if claim.date is not None and claim.date.edtf is not None:
            start, slash, end = claim.date.edtf.partition("/")
            last = published.get(claim.article, "..") if end in ("", "..") else end
            found.add(f"{start}/{last.partition('/')[2] or last}" if slash else start)
    return found


def is_open(key: str, graph: Graph) -> bool:
    """Whether a source of a counted event, or of a part of it, says "over" or "about"."""
    jobs = graph.events[key].jobs
    if COUNTS[graph.events[key].status] == "no":
        mine = False
    else:
        mine = jobs is not None and not jobs.vague and (jobs.open_ or jobs.high is None)
    return mine or any(is_open(part, graph) for part in graph.parts.get(key, ()))
