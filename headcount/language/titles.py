"""Where names end in a headline that writes every word with a capital."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.neighbours import capital, classes_at, legal_end, roots
from headcount.language.tokens import Token


def shared_end(sequence: Sequence[Token], first: int, last: int, body: Sequence[Token]) -> int:
    """The token behind a headline's name [first, last): where the text below ends it, if it never
    has the whole of it: "Brightwater Implements Major Job Cuts" above "Brightwater will"."""
    if not body or last - first < 2 or CUTS.isdisjoint(roots(classes_at(sequence, last))):
        return last
    words = [one.text for one in sequence[first:last]]
    starts = [at for at, one in enumerate(body) if one.text == words[0]]
    shared = [common(words, body, at) for at in starts]
    whole = [count for count, at in zip(shared, starts, strict=True) if ends(body, at + count)]
    longest = max(shared, default=0)
    if not 0 < longest < len(words) or longest not in whole or words[longest] == "&":
        return last
    return first + longest


CUTS = frozenset({"layoff", "job", "worker", "cut-noun", "roster", "worker-mass"})
"""Classes of what stands behind a headline's verb, and seldom behind a name."""


def common(words: Sequence[str], body: Sequence[Token], at: int) -> int:
    """How many of the words stand in the text from `at` on."""
    count = 0
    while count < len(words) and at + count < len(body) and body[at + count].text == words[count]:
        count += 1
    return count


def ends(body: Sequence[Token], index: int) -> bool:
    """Whether a name ends before `index`: no capital follows but a legal form's."""
    return not capital(body, index) or legal_end(body, index) > index
