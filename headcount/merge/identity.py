"""Which id an event has: an editor's, the one it had, or a new one. Ids are never reused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headcount.merge.facts import Fact, report_order
from headcount.merge.gather import Material
from headcount.merge.matching import Group
from headcount.model import Known
from headcount.source import slug

MOST_UNITS = 3
"""Events with more units than these are named after their employer."""


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of the groups, in the groups' order.

    `left`: known events that no group continues. `bases`: the ids that would be given anew.
    """

    ids: tuple[str, ...]
    left: tuple[Known, ...]
    bases: tuple[str, ...]


def named(
    groups: Sequence[Group],
    held: Mapping[str, int],
    known: Sequence[Known],
    redirects: Mapping[str, str],
    material: Material,
) -> Named:
    """An id for every group.

    `held`: event id → group, as decided by anchors. `redirects`: old id → present id; no other
    thing is given an old one.
    """
    taken: dict[int, str] = {number: key for key, number in held.items()}
    open_ = {item.id: item for item in known if item.id not in held}
    bases = tuple(base(group.facts, material) for group in groups)
    by_claims(groups, open_, taken)
    by_articles(groups, open_, taken, bases, material)
    used = {*taken.values(), *(item.id for item in known), *redirects}
    fresh = sorted(
        (number for number in range(len(groups)) if number not in taken),
        key=lambda number: (*earliest_order(groups[number], material), groups[number].facts[0].id),
    )
    for number in fresh:
        former = returned(groups[number], bases[number], known, redirects)
        back = next((old for old in former if old not in taken.values()), None)
        taken[number] = back or numbered(bases[number], used)
        used.add(taken[number])
    left = tuple(item for item in known if item.id not in taken.values())
    return Named(tuple(taken[number] for number in range(len(groups))), left, bases)


def by_claims(groups: Sequence[Group], open_: dict[str, Known], taken: dict[int, str]) -> None:
    """Known ids go to the groups that hold most of their claims, the most certain first."""
    group_of = {fact.id: number for number, group in enumerate(groups) for fact in group.facts}
    pairs = []
    for item in open_.values():
        shared = Counter(group_of[key] for key, _ in item.claims if key in group_of)
        pairs += [(-count, item.id, number) for number, count in shared.items()]
    give(pairs, open_, taken)


def by_articles(
    groups: Sequence[Group],
    open_: dict[str, Known],
    taken: dict[int, str],
    bases: Sequence[str],
    material: Material,
) -> None:
    """Known events whose claims are all gone go to what stands in their place.

    That is what the same articles now say, or what would be given the same id anew: a renamed
    article still tells of the same event.
    """
    shelves: dict[tuple[str, str], list[tuple[int, set[str]]]] = {}
    for number, group in enumerate(groups):
        first = group.facts[0]
        articles = {fact.claim.article for fact in group.facts}
        shelves.setdefault((first.claim.kind, first.family), []).append((number, articles))
    pairs = []
    for item in open_.values():
        if any(key in material.claims for key, _ in item.claims):
            continue
        articles = {article for _, article in item.claims}
        for number, others in shelves.get((item.kind, item.organisation), ()):
            shared, same = len(articles & others), bases[number] == item.id
            if shared or same:
                pairs.append((-1000 * same - shared, item.id, number))
    give(pairs, open_, taken)


def give(
    pairs: Iterable[tuple[int, str, int]], open_: dict[str, Known], taken: dict[int, str]
) -> None:
    """Give ids to groups, best pair first, each id and each group once."""
    for _, key, number in sorted(pairs):
        if key in open_ and number not in taken:
            taken[number] = key
            del open_[key]


def returned(
    group: Group, base: str, known: Sequence[Known], redirects: Mapping[str, str]
) -> list[str]:
    """The ids that a group may have again: its own, which lead to the event that it has left.

    So a join undone gives each event its address back.
    """
    own = re.compile(rf"{re.escape(base)}(-\d+)?")
    back = {old: new for old, new in redirects.items() if own.fullmatch(old)}
    if not back:
        return []
    mine = {fact.id for fact in group.facts}
    left = {item.id for item in known if any(key in mine for key, _ in item.claims)}
    found = (old for old, new in back.items() if new in left)
    return sorted(found, key=lambda old: (len(old), old))


def earliest_order(group: Group, material: Material) -> tuple[object, ...]:
    """A sort key by a group's earliest article."""
    return min(order(fact, material) for fact in group.facts)


def order(fact: Fact, material: Material) -> tuple[object, ...]:
    """A sort key of one claim: earliest report, article, place in it."""
    quote = fact.claim.quote.at
    published = material.article_of(fact.claim).published
    return (*report_order(published), fact.claim.article, quote.in_ == "body", quote.start, fact.id)


def base(facts: Sequence[Fact], material: Material) -> str:
    """The id that an event is given when it is new: when, what and which kind.

    From its earliest article: its words' date, else for that article's main event the month of
    publication, else "undated".
    """
    first = min(facts, key=lambda fact: order(fact, material))
    mine = [fact for fact in facts if fact.claim.article == first.claim.article]
    written = next((f.claim.date.edtf for f in mine if f.claim.date and f.claim.date.edtf), None)
    if written is None and any(fact.window.basis == "published" for fact in mine):
        written = material.article_of(first.claim).published
    units = sorted({unit.is_ for fact in mine for unit in fact.claim.units} - {first.family})
    total = first.aggregate or not 0 < len(units) <= MOST_UNITS
    what = slug(first.family) if total else "-".join(slug(unit) for unit in units)
    return f"{when(written)}-{what[:80].strip('-')}-{first.claim.kind}"


def when(written: str | None) -> str:
    """The year and month, or year, with which a date begins; "undated" without one."""
    match = re.search(r"(\d{4})(?:-(\d{2}))?", written or "")
    if match is None:
        return "undated"
    year, month = match.groups()
    return f"{year}-{month}" if month is not None and 1 <= int(month) <= 12 else year


def numbered(wanted: str, used: Iterable[str]) -> str:
    """The id itself, or with the first free number from 2 on."""
    number, found = 1, wanted
    while found in used:
        number += 1
        found = f"{wanted}-{number}"
    return found
