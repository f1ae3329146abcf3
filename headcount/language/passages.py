"""A text read once: its words, names and amounts, and its sentences as rows of chunks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from headcount.language import dates, quantities
from headcount.language.capitals import Mention
from headcount.language.chunks import CODES, Sentence, Value, chunked
from headcount.language.dates import DateWords
from headcount.language.describing import described
from headcount.language.names import Names
from headcount.language.quantities import Amount
from headcount.language.tokens import Token, sentences, tokens


@dataclass(frozen=True, slots=True)
class Passage:
    """A body or title, read once: its words, names and sentences."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]

    def across(self, start: int, end: int) -> range:
        """The indexes of the sentences that share a character with code points [start, end)."""
        first = bisect_right(self.sentences, start, key=lambda one: one.end)
        return range(first, bisect_left(self.sentences, end, key=lambda one: one.start))


@lru_cache(maxsize=16)
def passages(title: str, body: str, names: Names) -> tuple[Passage, Passage]:
    """Title and body; what one names, the other may shorten."""
    title_tokens, body_tokens = tokens(title), tokens(body)
    headline = names.find(title, title_tokens, body=body_tokens)
    mentions = names.find(body, body_tokens, headline)
    return (
        passage(title, title_tokens, names.find(title, title_tokens, mentions, body_tokens)),
        passage(body, body_tokens, mentions),
    )


def passage(text: str, sequence: tuple[Token, ...], mentions: tuple[Mention, ...]) -> Passage:
    """A text with its sentences in chunks."""
    values = claimed(text, sequence, mentions)
    rows = []
    for first, last in sentences(text, sequence):
        start, end = sequence[first].start, sequence[last - 1].end
        while last > first and sequence[last - 1].kind == "space-break":
            last -= 1
        if last > first:
            end = sequence[last - 1].end
            row = described(chunked(sequence, first, last, values), sequence)
            codes = "".join([CODES[chunk.name] for chunk in row])
            rows.append(Sentence(start, end, first, last, row, codes))
    return Passage(text, sequence, mentions, tuple(rows))


def claimed(
    text: str, sequence: Sequence[Token], mentions: Sequence[Mention]
) -> dict[int, tuple[str, int, int, Value]]:
    """First token → (chunk name, end token, code point of the end, value), without overlaps.

    Registered and licensed names come first, then dates, amounts, and names in mere capitals.
    """
    found: dict[int, tuple[str, int, int, Value]] = {}
    taken: set[int] = set()
    spans: list[tuple[str, Mention | Amount | DateWords]] = [
        (kind_of(one), one) for one in mentions if one.kind != "name"
    ]
    spans += [("date", one) for one in dates.find(text, sequence)]
    spans += [(one.kind, one) for one in quantities.find(text, sequence)]
    spans += [("name", one) for one in mentions if one.kind == "name"]
    for name, one in spans:
        indexes = range(one.first, one.last)
        if taken.isdisjoint(indexes):
            taken.update(indexes)
            found[one.first] = (name, one.last, one.end, one)
    return found


def kind_of(one: Mention) -> str:
    return "org" if one.kind == "organisation" else one.kind
