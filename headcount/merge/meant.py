"""Which claims decisions mean, and what of that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from headcount import nearest, references
from headcount.model import Article, Claim, Decision, Place, Problem
from headcount.source import place_in


def references_of(
    decisions: Sequence[Decision],
    claims: Mapping[str, Claim],
    instead: Mapping[str, str],
    articles: Mapping[str, Article],
    once: Mapping[str, str],
) -> tuple[dict[tuple[str, str], str], list[Problem]]:
    """Each decision's references to claims → claim ids; a reference that means none is an error.

    Where an edit took its words away, it follows its claim and warns; but what is published only
    because an editor confirmed these very words waits until they are confirmed anew.

    `instead`: ids of claims that a hand-made one has replaced; `once`: of claims that the committed
    timeline knew, with their articles. A lost anchor is no error here:
    it is reported with the others of its event, as a warning; and of an article that isn't there
    the reader of the decision has told already.
    """
    every = tuple(claims[key] for key in sorted(claims))
    named: dict[tuple[str, str], str] = {}
    problems = []
    for decision in decisions:
        for path, reference in written_references(decision):
            result = references.resolve(instead.get(reference, reference), every)
            if result in claims:
                named[decision.id, reference] = result
                continue
            article = reference.partition("#")[0]
            if "#" in reference and article not in articles:
                continue
            found = nearest.claim(reference, every) if result.startswith("no claim of") else None
            place = place_in(decision, path, path.split(".")[0])
            if found is not None and found.sure and not path.startswith("confirm"):
                named[decision.id, reference] = found.claim.id
                problems.append(nearest.followed(place, reference, found, articles[article]))
            elif not path.startswith("anchors"):
                remedy = references.AGAIN
                if reference in once:
                    gone = once[reference] not in articles
                    result, remedy = references.former(reference, once[reference], gone)
                if found is not None:
                    remedy = f"nearest are {nearest.told(found, articles[article])}; {remedy}"
                problems.append(Problem(place, "reference", result, remedy))
    return named, problems


def written_references(decision: Decision) -> list[tuple[str, str]]:
    """(key path, reference) of everything in a decision that points at a claim."""
    listed = [
        (f"{key}.{number}", reference)
        for key in ("anchors", "split", "confirm", "reject")
        for number, reference in enumerate(getattr(decision, key))
    ]
    preferred = [(f"prefer.{n}.claim", item.claim) for n, item in enumerate(decision.prefer)]
    sides = [
        (f"between.{n}.values.{m}.claims.{k}", reference)
        for n, item in enumerate(decision.between)
        for m, (_, members) in enumerate(item.values)
        for k, reference in enumerate(members)
    ]
    return [*listed, *preferred, *sides]


def torn_between(
    decisions: Iterable[Decision],
    named: Mapping[tuple[str, str], str],
    brought: Mapping[str, str],
) -> Iterator[Problem]:
    """Claims that one line confirms, anchors or writes, and another rejects."""
    for decision in decisions:
        for number, reference in enumerate(decision.reject):
            home = brought.get(named.get((decision.id, reference), ""))
            if home is not None:
                place = dict(decision.places).get(f"reject.{number}", Place(decision.file))
                message = f"this claim is rejected here, and held by {home}"
                yield Problem(place, "decision", message, "take one of the two lines out")


def confirmed_already(
    decisions: Iterable[Decision], named: Mapping[tuple[str, str], str], claims: Mapping[str, Claim]
) -> Iterator[Problem]:
    """Confirmations of claims that do not wait: published by a rule, or written by hand."""
    for decision in decisions:
        for number, reference in enumerate(decision.confirm):
            claim = claims.get(named.get((decision.id, reference), ""))
            if claim is not None and claim.tier == "published":
                place = place_in(decision, f"confirm.{number}", "confirm")
                message = f"{references.told(reference)} waits for nobody: it is published already"
                remedy = "delete this; to keep the claim with this event, write it under `anchors`"
                yield Problem(place, "confirm", message, remedy, severity="warning")
