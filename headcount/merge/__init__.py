"""Claims become events: gathered, matched, named, told, related and added up."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from headcount import totals
from headcount.merge import attach, decided, echoes, identity, splits, standing
from headcount.merge.crosschecks import crosschecked
from headcount.merge.decided import Named
from headcount.merge.events import Sources, event_of, finished, tombstone, withdrawn
from headcount.merge.facts import Fact, apart_pairs, facts
from headcount.merge.gather import Material, material
from headcount.merge.matching import Group, matched
from headcount.merge.relations import related
from headcount.model import (
    Decision,
    Event,
    Known,
    Place,
    Problem,
    Reading,
    Registry,
    Timeline,
)

__all__ = ["timeline"]

Redirects = Sequence[tuple[str, str]]


def lost_articles(known: Known, articles: Container[str]) -> tuple[str, ...]:
    """The articles that once spoke of an event and are gone."""
    once = {article for _, article in known.claims} | {*known.withdrawn}
    return tuple(sorted(article for article in once if article not in articles))


def timeline(
    readings: Iterable[Reading],
    registry: Registry,
    decisions: Sequence[Decision],
    known: Sequence[Known],
    redirects: Redirects = (),
) -> tuple[Timeline, tuple[Problem, ...]]:
    """The timeline that all readings and decisions make, and what an editor must know about it.

    `known` and `redirects` are what the committed timeline remembers: ids alone. The order of
    `readings` does not matter.
    """
    ordered = sorted(decisions, key=lambda decision: decision.id)
    by_id = {decision.id: decision for decision in ordered}
    gathered, problems = material(readings, registry, ordered, known)
    sources = Sources(gathered, registry.publishers, echoes.alike(gathered))
    every = facts(gathered)
    groups, perhaps, reasons = matched(every, apart_pairs(gathered.links), sources.same_text)
    named, moved, left, found = named_groups(groups, every, ordered, known, redirects, gathered)

    events = [event_of(item.id, item.group, by_id.get(item.id), sources) for item in named]
    events = [*told_apart(maybe_same(events, perhaps), reasons)]
    on_events, alone = attach.attached(events, gathered)
    events = [
        finished(event, on_events.get(event.id, ()), by_id.get(event.id), sources)
        for event in events
    ]
    events += [tombstone(item, by_id.get(item.id), sources) for item in left]
    gone = {item.id: lost_articles(item, gathered.articles) for item in known}
    events = [replace(event, withdrawn=gone.get(event.id, ())) for event in events]
    told, rings = related(events, ordered, gathered)
    shown, hidden = parted(sorted(told, key=lambda event: event.id), by_id)
    shown = crosschecked(shown, alone, gathered.articles)
    published = {key: one.published for key, one in gathered.articles.items() if one.published}
    warnings = [
        *(
            withdrawn(item, by_id.get(item.id), bool(gone[item.id]))
            for item in left
            if not item.tombstone
        ),
        *(
            problem
            for event in shown
            for problem in standing.versions(event, gathered, sources.same_text)
        ),
    ]
    return Timeline(
        events=shown,
        figures=alone,
        review=gathered.review,
        redirects=all_redirects((*redirects, *moved), told),
        total=totals.total(shown, published),
        hidden=hidden,
    ), (*problems, *found, *strangers(ordered, told, (*redirects, *moved)), *rings, *warnings)


def named_groups(
    groups: Sequence[Group],
    every: Sequence[Fact],
    decisions: Sequence[Decision],
    known: Sequence[Known],
    redirects: Redirects,
    gathered: Material,
) -> tuple[list[Named], list[tuple[str, str]], list[Known], list[Problem]]:
    """Groups under their ids, new redirects, known events without a source, and problems."""
    whole = groups
    groups = splits.split(groups, decisions, gathered)
    groups = decided.rejoined(groups, decisions, known, gathered)
    bases = [identity.base(group.facts, gathered) for group in groups]
    held, torn = decided.held(groups, bases, decisions, known, gathered)
    ids = identity.named(groups, held, known, dict(redirects), gathered)
    named = [Named(key, group) for key, group in zip(ids.ids, groups, strict=True)]
    base_of = dict(zip(ids.ids, ids.bases, strict=True))
    named, moved, strange = decided.joined(named, base_of, decisions, {old for old, _ in redirects})
    by_claim = {fact.id: fact for fact in every}
    named = decided.brought_home(named, decisions, by_claim, gathered)
    renamed, gone = leftovers(ids.left, named, dict(moved))
    homes = {fact.id: item.id for item in named for fact in item.group.facts}
    before = {item.id for item in known}
    amiss = splits.strange(whole, decisions, homes, before, gathered)
    return named, [*moved, *renamed], gone, [*torn, *strange, *amiss]


def leftovers(
    left: Iterable[Known], named: Sequence[Named], moved: Mapping[str, str]
) -> tuple[list[tuple[str, str]], list[Known]]:
    """Known events that no group continues: those told under another id now, and those gone."""
    ids = {item.id for item in named}
    home = {fact.id: item.id for item in named for fact in item.group.facts}
    renamed, gone = [], []
    for item in left:
        if item.id in ids or item.id in moved:
            continue
        now = [home[key] for key, _ in item.claims if key in home]
        if now:
            renamed.append((item.id, max(sorted(set(now)), key=now.count)))
        else:
            gone.append(item)
    return renamed, gone


def maybe_same(events: Sequence[Event], perhaps: Iterable[tuple[str, str]]) -> list[Event]:
    """The events, each with the ids of those that may be the same."""
    home = {claim.id: event.id for event in events for claim in event.claims}
    others: dict[str, set[str]] = {event.id: set() for event in events}
    for one, other in perhaps:
        if home[one] != home[other]:
            others[home[one]].add(home[other])
            others[home[other]].add(home[one])
    return [replace(event, maybe_same=tuple(sorted(others[event.id]))) for event in events]


def told_apart(events: Sequence[Event], reasons: Mapping[tuple[str, str], str]) -> Iterator[Event]:
    """The events, each with those that it could be taken for, and why it was not."""
    home = {claim.id: event.id for event in events for claim in event.claims}
    apart: dict[str, dict[str, str]] = {event.id: {} for event in events}
    for (one, other), reason in reasons.items():
        if home[one] != home[other]:
            apart[home[one]].setdefault(home[other], reason)
            apart[home[other]].setdefault(home[one], reason)
    for event in events:
        yield replace(event, apart=tuple(sorted(apart[event.id].items())))


def parted(
    events: Iterable[Event], decisions: Mapping[str, Decision]
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Shown and hidden events; what is shown does not point at what is hidden."""
    every = tuple(events)
    hidden = {event.id for event in every if event.id in decisions and decisions[event.id].hide}
    shown = tuple(
        replace(
            event,
            maybe_same=tuple(key for key in event.maybe_same if key not in hidden),
            apart=tuple((key, why) for key, why in event.apart if key not in hidden),
            relations=tuple(r for r in event.relations if r.to not in hidden),
            disputes=tuple(d for d in event.disputes if d.other not in hidden),
        )
        for event in every
        if event.id not in hidden
    )
    return shown, tuple(event for event in every if event.id in hidden)


def all_redirects(pairs: Redirects, events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    """Old id → present id, chains followed to their end; an id in use again does not redirect."""
    ids = {event.id for event in events}
    next_of = {old: new for old, new in pairs if old not in ids and old != new}
    found = {}
    for old in next_of:
        new, seen = next_of[old], {old}
        while new in next_of and new not in seen:
            seen.add(new)
            new = next_of[new]
        if new in ids:
            found[old] = new
    return tuple(sorted(found.items()))


def strangers(
    decisions: Iterable[Decision], events: Sequence[Event], redirects: Redirects
) -> list[Problem]:
    """Decisions about ids that no event has: renamed since, or never seen. One that only rejects
    claims needs no event."""
    ids = {event.id for event in events}
    now = dict(redirects)
    found = []
    for decision in decisions:
        rejects = Decision(
            decision.id, decision.file, reject=decision.reject, places=decision.places
        )
        if decision.id in ids or (decision.reject and decision == rejects):
            continue
        if decision.id in now:
            target = now[decision.id]
            found.append(
                Problem(
                    Place(decision.file),
                    "event",
                    f'the event "{decision.id}" is part of "{target}" now',
                    f"move what this file settles into content/events/{target}.md and delete it",
                )
            )
        else:
            found.append(decided.unknown(Place(decision.file), decision.id, ids))
    return found
