"""Names that go on behind a stop or a bracket: "X.com", "Elm (Ill.) Hospital"."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.neighbours import capital, classes_at, text_at
from headcount.language.tokens import Token


def joined(sequence: Sequence[Token], index: int) -> bool:
    """Whether a token is the stop or the end of an address that is a name: "X.com"."""
    stop = index - (sequence[index].text != ".")
    if stop + 1 >= len(sequence) or sequence[stop].text != ".":
        return False
    near = sequence[stop - 1].end == sequence[stop].start == sequence[stop + 1].start - 1
    return near and sequence[stop + 1].text in ("com", "co", "io", "ai", "net", "org")


def shouted(sequence: Sequence[Token], index: int) -> bool:
    """Whether a short word alone is in capitals throughout, as initials are: "UPS will"."""
    word = sequence[index].text
    before = text_at(sequence, index - 1) if index else ""
    loud = len(before) > 1 and before.isupper()
    acts = text_at(sequence, index + 1)[:1].islower()
    return 2 < len(word) < 6 and word.isupper() and acts and not loud


def stated(sequence: Sequence[Token], end: int) -> int:
    """The token behind a state in brackets amid the name of a body or house: "Elm (Ill.) Cottage
    Hospital"; `end` itself without one."""
    if text_at(sequence, end) != "(":
        return end
    close = next((at for at in range(end + 2, end + 5) if text_at(sequence, at) == ")"), end)
    after = close + 1
    while capital(sequence, after + 1):
        after += 1
    if text_at(sequence, end + 1) in AGENCIES:
        return end
    house = BRICKS & classes_at(sequence, after)
    return close + 1 if close > end and capital(sequence, close + 1) and house else end


AGENCIES = frozenset({"ap", "cp", "upi", "afp", "ips", "reuters", "bloomberg"})
"""What stands in brackets behind the town of a date line."""

BRICKS = frozenset({"body", "company-word", "unit-noun"})
"""Classes of the last words of such names."""
