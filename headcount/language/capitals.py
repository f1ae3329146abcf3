"""Names in capitals that nobody registered: where they begin and end, and what they stand for.

What makes one an employer's is told in `licences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from headcount.language.lexicon import lexicon
from headcount.language.licences import (
    acting,
    capital,
    classes_at,
    first_line,
    licence,
    placed,
    roots,
    words_at,
)
from headcount.language.tokens import OPENERS, Token
from headcount.source import slug

Kind = Literal["organisation", "publisher", "person", "place", "name"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at code points [start, end), tokens [first, last).

    `kind` "name" is a name in capitals that no evidence makes an employer's; it stands in the
    way of taking another one. `evidence`: registry, short, or what licensed an unknown name.
    """

    kind: Kind
    is_: str
    name: str
    start: int
    end: int
    first: int
    last: int
    evidence: str


def mention(
    sequence: Sequence[Token],
    first: int,
    last: int,
    kind: Kind,
    is_: str,
    name: str,
    evidence: str,
) -> Mention:
    start, end = sequence[first].start, sequence[last - 1].end
    return Mention(kind, is_, name, start, end, first, last, evidence)


SOFT = frozenset(
    {"company", "company-suffix", "company-word", "unit-noun", "place", "person-title"}
)
"""Classes of the lexicon whose words may be part of a name."""

NAMING = SOFT | {"worker", "numbered", "date-part"}
"""The same and those whose words may be one in capitals."""

PLAIN: dict[str, Kind] = {"person": "person", "place": "place"}

JOINS = frozenset({"&", "-", "'"})


def unknown(
    sequence: Sequence[Token], found: Sequence[Mention], context: Sequence[Mention]
) -> list[Mention]:
    """Names in capitals that are not registered, licensed or not."""
    taken = {index for one in found for index in range(one.first, one.last)}
    runs = [strip(sequence, run) for run in capital_runs(sequence, taken)]
    headline = first_line(sequence)
    evidence = {run: licence(sequence, run, headline) for run in runs}
    beside = {words_at(sequence, run) for run in runs if placed(sequence, run)}
    called = [words_at(sequence, run).split() for run in runs]
    people = {words[-1] for words in called if len(words) > 1 and [words[-1]] in called}
    for run in runs:
        words = words_at(sequence, run)
        if not evidence[run] and words not in beside and words.split()[-1] not in people:
            evidence[run] = acting(sequence, run)
    licensed = {one.name: one.evidence for one in context if is_licensed(one)}
    for run, why in evidence.items():
        if why and why not in PLAIN:
            licensed.setdefault(words_at(sequence, run), why)
    runs_words = frozenset(words_at(sequence, run) for run in runs)
    mentions = []
    for (first, last), why in evidence.items():
        words = words_at(sequence, (first, last))
        whole = full_name(words, licensed, runs_words)
        if why in PLAIN:
            mentions.append(mention(sequence, first, last, PLAIN[why], slug(words), words, why))
        elif whole is not None:
            is_, basis = slug(whole), why or licensed.get(whole, "family")
            mentions.append(mention(sequence, first, last, "organisation", is_, whole, basis))
        else:
            mentions.append(mention(sequence, first, last, "name", slug(words), words, ""))
    return mentions


def is_licensed(one: Mention) -> bool:
    return one.kind == "organisation" and one.evidence not in ("registry", "short")


def full_name(words: str, licensed: dict[str, str], every: frozenset[str]) -> str | None:
    """The licensed name that `words` are, or the only one that begins with them; None if none.

    Where several names begin with them, they are the employer's own and the others its units'.
    """
    if words in licensed:
        return words
    longer = [name for name in licensed if name.startswith(f"{words} ")]
    if not longer:
        return None
    several = sum(name.startswith(f"{words} ") for name in every) > 1
    return words if several else longer[0]


def capital_runs(sequence: Sequence[Token], taken: set[int]) -> list[tuple[int, int]]:
    """Half-open token ranges of capitalised words that may be a name."""
    runs = []
    index = 0
    lower = {token.text for token in sequence if token.text.islower()}
    while index < len(sequence):
        if not sequence[index].text[0].isupper() or opens(sequence, index, lower):
            index += 1
            continue
        end = place_end(sequence, index)
        while end < len(sequence) and end not in taken and named(sequence, end, index):
            end += 1
        while end > index and sequence[end - 1].text in JOINS:
            end -= 1
        if any(
            not classes_at(sequence, at) & SOFT - {"place", "company-word"}
            for at in range(index, end)
        ):
            runs.append((index, end))
        index = max(end, index + 1)
    return runs


def place_end(sequence: Sequence[Token], index: int) -> int:
    """The token behind a place of several words that begins at `index`; `index` without one.

    `index` is the token of a capital.
    """
    match = lexicon().match(sequence, index)
    several = match is not None and match.end > index + 1 and "place" in match.classes
    return match.end if match is not None and several else index


def opens(sequence: Sequence[Token], index: int, lower: set[str]) -> bool:
    """Whether a token owes its capital to the sentence that it opens: a word for openings, or
    one that the text writes in lower case too."""
    before = sequence[index - 1] if index else None
    if before and before.text[-1] not in '.!?:“"‘' and before.kind not in ("space-break", "quote"):
        return False
    if "company" in classes_at(sequence, index) and named(sequence, index + 1, index):
        return False
    word = sequence[index].normal
    return word in lower or word in OPENERS or "opener" in classes_at(sequence, index)


def named(sequence: Sequence[Token], index: int, start: int) -> bool:
    """Whether the token can stand at `index` in a name that begins at `start`."""
    token = sequence[index]
    if token.text == "of" and index > start and capital(sequence, index + 1):
        return "company" in classes_at(sequence, index - 1)
    if token.text in JOINS:
        nearby = sequence[index - 1].end == token.start or token.text == "&"
        return index > start and nearby and capital(sequence, index + 1)
    if token.kind != "word" or not token.text[0].isupper() or token.text == "I":
        return False
    match = lexicon().match(sequence, index)
    if match is None:
        return True
    plain = roots(match.classes)
    if index == start and index + 1 < len(sequence) and "nationality" in plain:
        return False
    return plain <= NAMING


def strip(sequence: Sequence[Token], run: tuple[int, int]) -> tuple[int, int]:
    """The run without a title before it and a company's legal suffix after it."""
    first, last = run
    while last - first > 1 and classes_at(sequence, first) & {"person-title"}:
        first += 1
    inner = (at for at in range(first + 1, last) if classes_at(sequence, at) & {"company-suffix"})
    last = next(inner, last)
    while last - first > 1 and classes_at(sequence, last - 1) & {"company-suffix"}:
        last -= 1
    return first, last
