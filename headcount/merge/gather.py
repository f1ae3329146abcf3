"""All that is known before merging: verified claims, their articles, links and families."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from headcount import verify
from headcount.merge.meant import confirmed_already, references_of, torn_between
from headcount.model import (
    KINDS,
    Article,
    Claim,
    Decision,
    Known,
    Link,
    Problem,
    Reading,
    Registry,
    Span,
)
from headcount.source import place_in, text_of

EVENT_KINDS = frozenset(kind.id for kind in KINDS if kind.is_event)
PASSAGE_WORDS = 3
"""Fewer words than these, repeated in quotation marks, prove no common source."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the decisions about merging are made from.

    `claims`: by id, all that may be shown. `review`: those that may not, yet. `brought`: claim
    id → id of the decision that wrote or confirmed it. `quoted`: article id → its passages in
    quotation marks of at least `PASSAGE_WORDS` words, normalised. `owner`: organisation id →
    id of its owner. `named`: references of decisions, resolved, by decision and reference.
    """

    claims: Mapping[str, Claim]
    review: tuple[Claim, ...]
    articles: Mapping[str, Article]
    links: tuple[Link, ...]
    quoted: Mapping[str, tuple[tuple[Span, str], ...]]
    brought: Mapping[str, str]
    owner: Mapping[str, str]
    names: Mapping[str, str]
    named: Mapping[tuple[str, str], str]

    def article_of(self, claim: Claim) -> Article:
        """The article that makes the claim."""
        return self.articles[claim.article]

    def family(self, claim: Claim) -> str:
        """The root employer of the claim's organisation."""
        return lineage(claim.organisation.is_, self.owner)[-1]

    def resolved(self, decision: Decision, written: Iterable[str]) -> tuple[str, ...]:
        """The claim ids that a decision's references mean, without those that mean none."""
        found = (self.named.get((decision.id, reference)) for reference in written)
        return tuple(dict.fromkeys(item for item in found if item is not None))


def lineage(organisation: str, owner: Mapping[str, str]) -> tuple[str, ...]:
    """An organisation and its owners up to the root; a ring of owners ends where it began."""
    line = [organisation]
    while (above := owner.get(line[-1])) is not None and above not in line:
        line.append(above)
    return tuple(line)


def words_of(text: str) -> str:
    """Letters and digits only, case-folded and single-spaced: for comparing wordings."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def material(
    readings: Iterable[Reading],
    registry: Registry,
    decisions: Sequence[Decision],
    known: Sequence[Known] = (),
) -> tuple[Material, tuple[Problem, ...]]:
    """All that merging needs, whatever the order of `readings`, and what is wrong with it.

    `known`: what the committed timeline remembers, to say of what is gone what it was.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    articles = {reading.article.id: reading.article for reading in ordered}
    found = {claim.id: claim for reading in ordered for claim in reading.claims}
    hand, problems = hand_made(decisions, articles, registry)
    instead = superseded(hand, found.values())
    every = {key: claim for key, claim in found.items() if key not in instead}
    every |= {claim.id: claim for claim in hand}
    once = {claim: article for item in known for claim, article in item.claims}
    named, lost = references_of(decisions, every, instead, articles, once)
    brought, dropped = {claim.id: home for claim, home in hand.items()}, set[str]()
    for decision in decisions:
        for reference in decision.confirm:
            if (claim_id := named.get((decision.id, reference))) is not None:
                brought[claim_id] = decision.id
        for reference in decision.anchors:
            claim = every.get(named.get((decision.id, reference), ""))
            if claim is not None and claim.tier == "published" and claim.kind not in EVENT_KINDS:
                brought.setdefault(claim.id, decision.id)
        dropped |= {named.get((decision.id, reference), "") for reference in decision.reject}
    torn = (*torn_between(decisions, named, brought), *confirmed_already(decisions, named, every))
    dropped -= set(brought)
    kept = {key: claim for key, claim in sorted(every.items()) if key not in dropped}
    shown = {
        key: replace(claim, tier="published") if key in brought else claim
        for key, claim in kept.items()
        if claim.tier == "published" or key in brought
    }
    whole = Material(
        claims=shown,
        review=tuple(claim for key, claim in kept.items() if key not in shown),
        articles=articles,
        links=tuple(
            sorted(
                {
                    link
                    for reading in ordered
                    for link in (moved(link, instead) for link in reading.links)
                    if link.claim in shown and link.to in shown
                },
                key=lambda link: (link.claim, link.to, link.is_, link.at.start),
            )
        ),
        quoted={reading.article.id: passages(reading) for reading in ordered},
        brought=brought,
        owner={item.id: item.parent for item in registry.organisations if item.parent},
        names={item.id: item.name for item in registry.organisations}
        | {item.id: item.name for item in registry.publishers},
        named=named,
    )
    return whole, (*problems, *lost, *torn)


def passages(reading: Reading) -> tuple[tuple[Span, str], ...]:
    """What an article puts in quotation marks, with its place, in order of appearance."""
    texts = ((span, words_of(text_of(reading.article, span))) for span in reading.quoted)
    return tuple((span, text) for span, text in texts if text.count(" ") >= PASSAGE_WORDS - 1)


def hand_made(
    decisions: Sequence[Decision], articles: Mapping[str, Article], registry: Registry
) -> tuple[dict[Claim, str], list[Problem]]:
    """The claims that people wrote and the verifier accepts, with their decision's id."""
    accepted: dict[Claim, str] = {}
    problems = []
    for decision in decisions:
        for number, claim in enumerate(decision.claims):
            place = place_in(decision, f"claims.{number}", f"claims.{number}.quote", "claims")
            article = articles.get(claim.article)
            if article is None:
                problems.append(
                    Problem(
                        place,
                        "claim",
                        f'no article has the id "{claim.article}"',
                        "name an article by its file name without the ending",
                    )
                )
                continue
            refused = verify.problems(claim, article, registry)
            problems += [
                Problem(
                    place,
                    "claim",
                    f"this claim does not stand in {article.id}: {reason}",
                    "give each value in words that the quoted sentence contains",
                )
                for reason in refused
            ]
            if not refused:
                accepted[claim] = decision.id
    return accepted, problems


def superseded(hand: Iterable[Claim], found: Iterable[Claim]) -> dict[str, str]:
    """Ids of rules' claims → ids of the hand-made claims that say as much of the same words.

    An editor who writes a claim by hand must not see it twice when a rule learns to find it.
    """
    by_hand = tuple(hand)
    return {
        claim.id: other.id
        for claim in found
        for other in by_hand
        if claim.id != other.id and says_as_much(other, claim)
    }


def says_as_much(one: Claim, other: Claim) -> bool:
    """Whether `one` reads from the same words of the same article all that `other` does."""
    here, there = one.quote.at, other.quote.at
    return (
        (one.article, one.kind, here.in_) == (other.article, other.kind, there.in_)
        and here.start < there.end
        and there.start < here.end
        and all(
            getattr(other, field) in (None, getattr(one, field))
            for field in ("jobs", "percent", "money", "date", "said_by")
        )
    )


def moved(link: Link, instead: Mapping[str, str]) -> Link:
    """The link between the claims that are shown in place of its own."""
    claim, to = instead.get(link.claim, link.claim), instead.get(link.to, link.to)
    return replace(link, claim=claim, to=to)
