"""Numbers of jobs in what people write freely: titles, narratives, pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headcount import bands
from headcount.language import quantities
from headcount.language.lexicon import lexicon
from headcount.language.tokens import Token, tokens
from headcount.model import Jobs


def numbers_of_jobs(text: str) -> Iterator[tuple[int, int, str]]:
    """Each number that counts jobs or staff: (lines below the text's first, column, words)."""
    found = tokens(text)
    for amount in quantities.find(text, found):
        if amount.kind == "number" and counts_jobs(found, amount.last):
            before = text[: amount.start]
            column = amount.start - (before.rfind("\n") + 1) + 1
            yield before.count("\n"), column, text[amount.start : amount.end]


def counts_jobs(found: Sequence[Token], index: int) -> bool:
    """Whether what stands at a token, or after one word in between, is a noun for jobs or staff."""
    known = lexicon()
    for step in (index, index + 1):
        if step >= len(found) or found[step].kind != "word":
            return False
        match = known.match(found, step)
        if match is not None and match.classes & {"job", "worker", "layoff"}:
            return True
    return False


def supports(words: str, jobs: Jobs) -> bool:
    """Whether a source gives this number, with whatever rounding words."""
    read = quantities.read_jobs(words)
    if read is None:
        return False
    low, high, qualifier = read
    if bands.vague(jobs):
        return qualifier == jobs.qualifier
    if {low, high} - {None} == {jobs.low, jobs.high} - {None}:
        return True
    entry = bands.VAGUE.get(qualifier)
    band = bands.band(jobs)
    return (
        entry is not None
        and entry.low is not None
        and band is not None
        and (entry.low <= band[1] and band[0] <= (entry.high or band[0]))
    )
