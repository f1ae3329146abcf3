"""Words that an edit took away: which of those that stand there now were most likely meant.

A decision follows its claim when a sentence is reworded, but never to another number, and never
past a "not": then what stands there now is only named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from headcount import references
from headcount.model import Article, Claim, Place, Problem, Span
from headcount.source import place_of

WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*")
NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "without", "denied", "denies"})
ALIKE = 0.4
"""The share of the words that must still stand there for a passage to be named."""
SURE = 0.6
"""The share that must still stand there for a decision to follow."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text that are like others: where, how large a share of those, and how sure."""

    start: int
    end: int
    share: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The claim that was most likely meant, and its words as they stand now."""

    claim: Claim
    at: Span
    words: str
    sure: bool


def passage(wanted: str, text: str) -> Passage | None:
    """The words of `text` that are most like `wanted`."""
    ours, theirs = list(WORD.finditer(wanted)), list(WORD.finditer(text))
    one, other = [folded(match[0]) for match in ours], [folded(match[0]) for match in theirs]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return None
    share = sum(block.size for block in blocks) / len(one)
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(other), blocks[-1].b + len(one) - blocks[-1].a)
    same = numbers(one) == numbers(other[first:last])
    denied = {*other[first:last]} & NEGATIONS != {*one} & NEGATIONS
    sure = share >= SURE and same and not denied
    return Passage(theirs[first].start(), theirs[last - 1].end(), share, sure)


def folded(word: str) -> str:
    return word.casefold().translate(references.ALIKE)


def numbers(words: Iterable[str]) -> list[str]:
    """The words that have a digit, in order."""
    return [word for word in words if any(letter.isdigit() for letter in word)]


def claim(reference: str, claims: Sequence[Claim]) -> Found | None:
    """The claim of the article that words most likely meant which no claim has; None if none is
    like them. Of two that are equally like them neither is sure."""
    article, _, words = reference.partition("#")
    found = []
    for one in claims:
        near = passage(words, one.quote.text) if one.article == article else None
        if near is not None and near.share >= ALIKE:
            start = one.quote.at.start
            at = Span(one.quote.at.in_, start + near.start, start + near.end)
            shown = " ".join(one.quote.text[near.start : near.end].split())
            sure = near.sure and stated(one, at, words)
            found.append((sure, near.share, Found(one, at, shown, sure)))
    found.sort(key=lambda entry: (not entry[0], -entry[1], entry[2].at.start, entry[2].claim.id))
    if not found:
        return None
    best = found[0][2]
    tied = any(entry[:2] == found[0][:2] for entry in found[1:])
    return Found(best.claim, best.at, best.words, sure=best.sure and not tied)


def stated(one: Claim, at: Span, words: str) -> bool:
    """Whether the words give each number that the claim has inside `at`: "three hundred", too."""
    values = (one.jobs, one.percent, one.money)
    return all(
        references.pattern(
            one.quote.text[value.at.start - one.quote.at.start :][: value.at.end - value.at.start]
        ).search(words)
        for value in values
        if value is not None and value.at.in_ == at.in_
        if one.quote.at.start <= value.at.start < at.end and at.start < value.at.end
    )


def told(found: Found, article: Article) -> str:
    """The words as a message names them: with their place."""
    place = place_of(article, found.at)
    return f'"{found.words}" ({place.file}:{place.line}:{place.column})'


def followed(place: Place, reference: str, found: Found, article: Article) -> Problem:
    """The warning that a decision follows words that were edited."""
    words = references.told(reference)
    message = f"these words stand there no more, and their claim is still meant: {words}"
    remedy = f"write those that stand there now: {told(found, article)}"
    return Problem(place, "moved", message, remedy, severity="warning")


def quoted(problem: Problem, words: str, article: Article) -> Problem:
    """The problem that words do not stand in an article, with those that are most like them."""
    found = [
        (-near.share, Span("body", one.start() + near.start, one.start() + near.end))
        for one in SENTENCE.finditer(article.body)
        if (near := passage(words, one[0])) is not None and near.share >= ALIKE
    ]
    if not found or problem.remedy != references.COPY:
        return problem
    at = min(found, key=lambda entry: (entry[0], entry[1].start))[1]
    shown = " ".join(article.body[at.start : at.end].split())
    place = place_of(article, at)
    remedy = f'nearest are "{shown}" ({place.file}:{place.line}:{place.column}); {problem.remedy}'
    return replace(problem, remedy=remedy)
