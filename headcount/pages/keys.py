"""What an event can be found by: the same keys on its row, in the filters and in the addresses."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.model import Event

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Keys:
    """An event's place in each facet. `units`: its employer and every unit that a source names."""

    kind: str
    units: tuple[str, ...]
    year: str
    status: str
    disputed: bool


def keys(event: Event) -> Keys:
    """The keys of an event. Different words for what may be the same are no dispute."""
    claimed = [unit.is_ for claim in event.claims for unit in claim.units]
    places = (event.organisation, *(unit.is_ for unit in event.units), *claimed)
    return Keys(
        kind=event.kind,
        units=tuple(dict.fromkeys(places)),
        year=words.year(words.news_date(event)) or UNDATED,
        status=event.status,
        disputed=any(dispute.relation != "compatible" for dispute in event.disputes),
    )


def values(one: Keys, facet: str) -> tuple[str, ...]:
    """The values that an event has in a facet: kind, unit, year, status or disputed."""
    return {
        "kind": (one.kind,),
        "unit": one.units,
        "year": (one.year,),
        "status": (one.status,),
        "disputed": ("yes",) if one.disputed else (),
    }[facet]
