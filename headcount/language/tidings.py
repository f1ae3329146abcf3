"""On which day a sentence says that something was said, written, published or learned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from headcount.language import dates, edtf
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.lexicon import lexicon

SPOKEN = kinds(
    "determiner possessive word worker org name pronoun at of to by place person-title document "
    "company person plan plan-noun layoff cut-noun close-noun job measure unit-noun roster"
)
"""Chunks between a verb of saying and its date: "told its staff in Leeds on Monday"."""

TOLD = kinds("pronoun org have that relative be company determiner")
"""Chunks between what is counted and who announced it: "300 cuts the firm announced"."""

COUNTED = kinds("number percent job worker layoff cut cut-noun")
"""Chunks that "announced" describes: "the 300 announced in March"."""

FRESH = 10
"""Days before its article came out within which news is told as news."""

REACH = 2
"""Sentences from a cut to the one that says when it was announced."""


def told_on(text: str, sentence: Sentence, published: str | None) -> int | None:
    """The index of the one date in the days before publication on which a sentence says that
    something was said."""
    chunks = sentence.chunks
    found = [
        at
        for at, chunk in enumerate(chunks)
        if chunk.name == "date" and not is_number_next(chunks, at)
        if (index := said_at(text, chunks, at)) is not None
        if not of_number(chunks, index) and not expected(chunks, at)
        if fresh(text[chunk.start : chunk.end], published)
    ]
    days = {text[chunks[at].start : chunks[at].end].lower().removeprefix("on ") for at in found}
    return found[0] if len(days) == 1 else None


def fresh(words: str, published: str | None) -> bool:
    """Whether date words of what is past mean a day or more right before publication."""
    found = dates.resolve(words, published, "past").edtf
    if found is None or published is None:
        return False
    (first, last), (_, today) = edtf.bounds(found), edtf.bounds(published)
    if first is None or last is None or today is None:
        return False
    return today - timedelta(FRESH) <= first and last <= today


def said_at(text: str, chunks: Sequence[Chunk], at: int) -> int | None:
    """The index of the words by which something was said, written, published or learned on the
    date at `at`: "told its staff on Monday", "in a memo dated 3 May", "on Tuesday said"."""
    if text[chunks[at].start : chunks[at].end].lower().endswith((" after", " before")):
        return None
    if at + 1 < len(chunks) and chunks[at + 1].name in ("say", "announce"):
        return at + 1
    behind = chunks[at + 1].name if at + 1 < len(chunks) else ""
    if at == 0 and [one.name for one in chunks[1:3]] == ["clitic", "document"]:
        return 2
    if at and text[chunks[at - 1].start : chunks[at - 1].end].lower() == "for":
        return None
    first = at - 1 - (at > 0 and chunks[at - 1].name == "after" and behind == "clitic")
    for index in range(first, max(-1, at - 9), -1):
        news = learned(text, chunks[index]) and not of_results(text, chunks, index)
        if chunks[index].name in ("say", "announce", "document") or news:
            between = text[chunks[index].end : chunks[at].start].lower()
            return None if any(one in between for one in RUIN) else index
        if made_public(text, chunks, index):
            return index
        sent = text[chunks[index].start : chunks[index].end].lower() in SENT
        if chunks[index].name not in SPOKEN and not sent and not addressed(chunks, index):
            break
    return None


def of_results(text: str, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether what is published at `index` are figures of the business."""
    near = (text[one.start : one.end].lower() for one in chunks[max(0, index - 3) : index])
    return not RESULTS.isdisjoint(near)


RESULTS = frozenset({"results", "figures", "earnings", "accounts", "data", "sales", "survey"})


def made_public(text: str, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a word ends "made public"."""
    return index > 0 and text[chunks[index - 1].start : chunks[index].end].lower() == "made public"


RUIN = ("bankruptcy", "chapter 11", "chapter 7", "creditor", "insolvency")
"""What is filed for on a date that is no announcement of cuts."""

SENT = frozenset({"sent", "shared", "circulated"})
"""What is done with a document on a date: "a memo sent to staff on Tuesday"."""


def addressed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a number only tells how many people were told: "told its 1,200 staff on Tuesday"."""
    if chunks[index].name != "number" or index < 2:
        return False
    names = [chunks[index - 2].name, chunks[index - 1].name, chunks[index + 1].name]
    return names == ["say", "possessive", "worker"]


def learned(text: str, chunk: Chunk) -> bool:
    """Whether a word tells that news reached somebody: "learned", "was published"."""
    return chunk.name == "word" and "tidings" in lexicon().classes(text[chunk.start : chunk.end])


def of_number(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a verb of saying describes a number before it: "the 300 that it announced", "90 more
    than it announced"."""
    if index and chunks[index - 1].name in COUNTED:
        return "participle" in chunks[index].forms
    at = index - 1
    if at >= 0 and chunks[at].name == "be" and chunks[at - 1].name not in ("that", "relative"):
        return False
    while at >= 0 and chunks[at].name in TOLD:
        at -= 1
    compared = chunks[at].name == "word" and at > 0 and chunks[at - 1].name in ("number", "more")
    return 0 <= at < index - 1 and (compared or chunks[at].name in COUNTED)


def is_number_next(chunks: Sequence[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].name == "number"


def expected(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the verb of saying beside a date is still to come: "is expected to announce", where
    "expected" has a "to" behind it, as "sources said" has not."""
    for at in range(index - 1, max(-1, index - 9), -1):
        if chunks[at].name in ("say", "announce"):
            before = {chunk.name for chunk in chunks[max(0, at - 3) : at]}
            coming = chunks[at - 1].name == "to" and bool(before & {"expected", "plan"})
            return coming or bool(before & {"future", "conditional", "might"})
    return False
