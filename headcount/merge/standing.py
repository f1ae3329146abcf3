"""Which claims of an event bear on what it shows, and versions of one text that differ on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from headcount import bands
from headcount.merge.disputes import same_time
from headcount.merge.gather import Material
from headcount.model import Claim, Event, Place, Problem


def whole(claims: Sequence[Claim], material: Material) -> tuple[Claim, ...]:
    """The claims of an event without those that speak of a part of it only.

    A part and its whole are one event where an editor has joined them: the part's number is then
    no other account of the whole. A part is what an article's words put inside another claim of the
    event, and who else gives that part's number and not the whole's.
    """
    by_id = {claim.id: claim for claim in claims}
    pairs = {
        (link.claim, link.to)
        for link in material.links
        if link.is_ == "part_of" and link.claim in by_id and link.to in by_id
    }
    inside = {part for part, _ in pairs}
    above = [by_id[to].jobs for _, to in sorted(pairs) if to not in inside]
    parts = [by_id[part].jobs for part in sorted(inside)]
    inside |= {
        claim.id
        for claim in claims
        if claim.jobs is not None
        and any(bands.same_figure(claim.jobs, jobs) for jobs in parts)
        and not any(bands.compatible(claim.jobs, jobs) for jobs in above)
    }
    return tuple(claim for claim in claims if claim.id not in inside) or tuple(claims)


def contradicted(claims: Sequence[Claim], material: Material) -> frozenset[str]:
    """Claims that a correction by their own newsroom, told in another article, has replaced.

    Only what cannot stand beside the correction is retired: another number, date or price.
    """
    retired = set()
    for claim in claims:
        wrong = material.article_of(claim).corrects
        for other in claims:
            if other.article == wrong and not agree(claim, other):
                retired.add(other.id)
    return frozenset(retired)


def agree(one: Claim, other: Claim) -> bool:
    """Whether two accounts of one event can both stand."""
    money = one.money is None or other.money is None or one.money.amount == other.money.amount
    figures = bands.figure(one.jobs), bands.figure(other.jobs)
    numbers = bands.compatible(one.jobs, other.jobs) and (
        None in figures or figures[0] == figures[1]
    )
    return money and numbers and same_time(one, other)


def versions(
    event: Event, material: Material, same_text: Callable[[str, str], bool]
) -> Iterator[Problem]:
    """Warnings about versions of one text that give different numbers: somebody should look.

    Two numbers of one text, which each version gives, are none.
    """
    given: dict[str, list[Claim]] = {}
    for claim in whole(event.claims, material):
        given.setdefault(claim.article, []).append(claim)
    for one, other in combinations(given, 2):
        a, b = material.articles[one], material.articles[other]
        if a.corrects == b.id or b.corrects == a.id or not same_text(a.id, b.id):
            continue
        if alone(given[one], given[other]) or alone(given[other], given[one]):
            yield Problem(
                Place(a.file),
                "versions",
                f"{a.id} and {b.id} are versions of one text but give different numbers "
                f"of jobs ({event.id})",
                "if one corrects the other, write `corrects:` into its front matter",
                severity="warning",
            )


def alone(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether some claim's number can be that of none of the others."""
    return any(
        not any(bands.compatible(claim.jobs, other.jobs) for other in others) for claim in claims
    )
