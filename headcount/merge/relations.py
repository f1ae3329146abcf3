"""What is inside what, and what replaced what: from an article's words or from a decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from headcount.merge.gather import Material
from headcount.model import (
    Decision,
    Dispute,
    Event,
    Link,
    Place,
    Problem,
    Relation,
    Value,
)
from headcount.source import place_in, place_of, text_of
from headcount.wording import phrase


def related(
    events: Sequence[Event], decisions: Sequence[Decision], material: Material
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events with their relations and the disputes between them; rings are problems."""
    home = {claim.id: event.id for event in events for claim in event.claims}
    ids = {event.id for event in events}
    decided = {decision.id: decision for decision in decisions}
    problems: list[Problem] = []
    done = []
    for event in events:
        relations = relations_of(event, decided.get(event.id), home, ids, material)
        done.append(replace(event, relations=relations))
    rings = ring_of(done)
    if rings:
        problems += [ring_problem(ring, done, decided, material) for ring in rings]
        caught = {
            (one, two)
            for ring in rings
            for one, two in zip(ring, (*ring[1:], ring[0]), strict=True)
        }
        done = [
            replace(
                event,
                relations=tuple(r for r in event.relations if (event.id, r.to) not in caught),
            )
            for event in done
        ]
    return tuple(
        replace(
            event,
            disputes=(
                *event.disputes,
                *between_words(event, home, material),
                *between_decided(decided.get(event.id), ids, material),
            ),
        )
        for event in done
    ), tuple(problems)


def relations_of(
    event: Event,
    decision: Decision | None,
    home: Mapping[str, str],
    ids: Iterable[str],
    material: Material,
) -> tuple[Relation, ...]:
    """One relation for each other event: an editor's before an article's words."""
    found: dict[str, Relation] = {}
    for item in decision.relations if decision else ():
        if item.to in ids and item.to != event.id:
            found.setdefault(item.to, Relation(item.is_, item.to, "decision", reason=item.reason))
    own = {claim.id for claim in event.claims}
    for link in material.links:
        to = home.get(link.to)
        if link.claim in own and to not in (None, event.id) and to is not None:
            if link.is_ == "part_of":
                found.setdefault(to, Relation("part_of", to, "words", link.claim, link.at))
            elif link.is_ == "revises":
                found.setdefault(to, Relation("revises", to, "words", link.claim, link.at))
    return tuple(found[key] for key in sorted(found))


def ring_of(events: Sequence[Event]) -> list[tuple[str, ...]]:
    """Rings of relations, each once, as the ids in their order from the smallest."""
    edges = {event.id: [relation.to for relation in event.relations] for event in events}
    rings: set[tuple[str, ...]] = set()
    finished: set[str] = set()
    for start in sorted(edges):
        path: list[str] = []
        stack = [(start, iter(edges[start]))] if start not in finished else []
        path += [start] if stack else []
        while stack:
            _, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                finished.add(stack.pop()[0])
                path.pop()
            elif target in path:
                ring = path[path.index(target) :]
                first = ring.index(min(ring))
                rings.add((*ring[first:], *ring[:first]))
            elif target in edges and target not in finished:
                stack.append((target, iter(edges[target])))
                path.append(target)
    return sorted(rings)


def ring_problem(
    ring: tuple[str, ...],
    events: Sequence[Event],
    decided: Mapping[str, Decision],
    material: Material,
) -> Problem:
    """A ring, located at a decision that closes it, else at an article's words."""
    by_id = {event.id: event for event in events}
    place = Place("content/events")
    for one, two in zip(ring, (*ring[1:], ring[0]), strict=True):
        relation = next(item for item in by_id[one].relations if item.to == two)
        if relation.basis == "decision":
            decision = decided[one]
            number = next(n for n, item in enumerate(decision.relations) if item.to == two)
            place = place_in(decision, f"relations.{number}.to", f"relations.{number}", "relations")
            break
        if relation.claim is not None and relation.at is not None:
            place = place_of(
                material.articles[material.claims[relation.claim].article], relation.at
            )
    return Problem(
        place,
        "relation",
        f"these events contain or replace each other in a ring: {' → '.join((*ring, ring[0]))}",
        "take back one of these relations, or split the event in which two cuts were joined",
    )


def between_words(event: Event, home: Mapping[str, str], material: Material) -> tuple[Dispute, ...]:
    """Containment on which articles differ: inside another event for one, beside it for another.

    Kept on the event that would be the part.
    """
    inside = crossing(event, "part_of", home, material)
    beside = crossing(event, "apart", home, material)
    reasons = {item.to: item.reason for item in event.relations if item.basis == "decision"}
    return tuple(
        Dispute(
            field="containment",
            relation="between",
            values=(
                Value(wording(inside[other], material), tuple(side(inside[other], event))),
                Value(wording(beside[other], material), tuple(side(beside[other], event))),
            ),
            other=other,
            question="Is it part of the other event, or separate from it?",
            reason=reasons.get(other, ""),
        )
        for other in sorted(inside.keys() & beside.keys())
    )


def crossing(
    event: Event, is_: str, home: Mapping[str, str], material: Material
) -> dict[str, list[Link]]:
    """The links of one kind between this event and each other one; "apart" holds both ways."""
    found: dict[str, list[Link]] = {}
    for link in material.links:
        ends = (home.get(link.claim), home.get(link.to))
        if link.is_ != is_ or None in ends or ends[0] == ends[1]:
            continue
        if ends[0] == event.id and ends[1] is not None:
            found.setdefault(ends[1], []).append(link)
        elif is_ == "apart" and ends[1] == event.id and ends[0] is not None:
            found.setdefault(ends[0], []).append(link)
    return found


def side(links: Iterable[Link], event: Event) -> list[str]:
    """The event's own claims among the ends of links, in order."""
    own = {claim.id for claim in event.claims}
    ends = (end for link in links for end in (link.claim, link.to))
    return list(dict.fromkeys(end for end in ends if end in own))


def wording(links: Sequence[Link], material: Material) -> str:
    """The words by which the first of the links relates its claims."""
    link = links[0]
    article = material.article_of(material.claims[link.claim])
    return phrase(text_of(article, link.at))


def between_decided(
    decision: Decision | None, ids: Iterable[str], material: Material
) -> tuple[Dispute, ...]:
    """The differences about order or containment that an editor wrote down."""
    if decision is None:
        return ()
    return tuple(
        Dispute(
            field=item.field,
            relation="between",
            values=tuple(
                Value(label, material.resolved(decision, members)) for label, members in item.values
            ),
            other=item.other,
            question=item.question,
            reason=item.reason,
        )
        for item in decision.between
        if item.other in ids
    )
