"""Which events hang from which on a list: parts from their whole, what was replaced beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from headcount import totals
from headcount.model import Event


def wholes(events: Iterable[Event]) -> Mapping[str, str]:
    """Event id → the outermost of these events that it is a part of.

    As the total has it (`totals.graph_of`: no rings, a part of what was replaced is a part of what
    replaced it), and also where only some of the sources put it inside. What was replaced hangs
    where its replacement does.
    """
    cuts = {event.id: event for event in events if event.kind == "layoff"}
    graph = totals.graph_of(cuts)
    edges: dict[str, str] = dict(graph.whole)
    for part, whole in graph.unsure.items():
        if not totals.leads(whole, part, edges):
            edges[part] = whole
    for old in graph.replaced:
        last = totals.latest(old, graph.replaced)
        if last in edges and old not in edges and not totals.leads(edges[last], old, edges):
            edges[old] = edges[last]
    return {part: _outermost(part, edges) for part in edges}


def _outermost(key: str, edges: Mapping[str, str]) -> str:
    while key in edges:
        key = edges[key]
    return key
