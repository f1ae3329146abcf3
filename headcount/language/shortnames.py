"""Which full name a short one stands for: its beginning, its initials, or what brackets give."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from headcount.language.neighbours import text_at
from headcount.language.tokens import Token

WEAK = frozenset({"verb", "staff"})
"""Evidence that a longer name has better."""


def introduced(
    written: Sequence[str], licensed: Mapping[str, str], elsewhere: Set[str]
) -> dict[str, str]:
    """Short names → the only full name that begins with them, where the text introduces it before
    the short one: "X Systems said …; X" means one employer, "X said its X Systems" two."""
    first = {words: at for at, words in reversed([*enumerate(written)])}
    found = {}
    for short in licensed:
        longer = [name for name in licensed if extends(name, short)]
        if len(longer) != 1 or sum(name.startswith(f"{short} ") for name in first) > 1:
            continue
        name = longer[0]
        before = name in first and first[name] < first.get(short, len(written))
        if before or (name not in first and name in elsewhere and short not in elsewhere):
            found[short] = name
    return found


def extends(name: str, short: str) -> bool:
    """Whether a longer name is its beginning's own, and no branch's: "XTV" is not "XTV Radio"."""
    if not name.startswith(f"{short} "):
        return False
    return not (short.isupper() and name.removeprefix(f"{short} ").lower() in BRANCHES)


BRANCHES = frozenset({
    "radio", "news", "sport", "sports", "television", "tv", "studios", "capital", "cloud", "labs",
    "europe", "uk", "usa", "us", "america", "india", "germany", "france", "japan", "australia",
    "ireland", "scotland", "wales", "canada", "korea", "asia", "africa",
})  # fmt: skip
"""What a company's branch is called by, behind its initials."""


def full_name(words: str, licensed: dict[str, str], every: frozenset[str]) -> str | None:
    """The licensed name that `words` are, or the only one that begins with them; None if none.

    Where several names begin with them, they are the employer's own and the others its units'.
    """
    weak = licensed.get(words) in WEAK
    whole = [name for name in licensed if abbreviates(words, name)]
    if len(whole) == 1:
        return whole[0]
    if words in licensed and not weak:
        return words
    longer = [name for name in licensed if name.startswith(f"{words} ")]
    if not longer:
        return words if weak else None
    several = sum(name.startswith(f"{words} ") for name in every) > 1
    several = several or not extends(longer[0], words)
    return words if several else longer[0]


def bracketed(sequence: Sequence[Token], written: Mapping[tuple[int, int], str]) -> dict[str, str]:
    """Short names that a text gives in brackets → the names that stand before them: "Bank of the
    Lakes (BotL)"."""
    ends = {last: words for (_, last), words in written.items()}
    found = {}
    for (first, last), words in written.items():
        around = text_at(sequence, first - 1), text_at(sequence, last)
        name = ends.get(first - 1, "")
        if around == ("(", ")") and " " not in words and initials(words, name):
            found[words] = name
    return found


def initials(words: str, name: str) -> bool:
    """Whether letters are those that the words of a name begin with, small ones or not."""
    parts = re.findall(r"\w+", name)
    letters = "".join(part[0] for part in parts).lower()
    capitals = "".join(part[0] for part in parts if part[0].isupper()).lower()
    return len(words) > 1 and words.lower() in (letters, capitals)


def abbreviates(words: str, name: str) -> bool:
    """Whether capitals stand for a name: each of its words gives its first letter, and may give
    another ("AOL" for "America Online")."""
    if not (words.isalpha() and words[-1].isupper() and 2 <= len(words) <= 5):
        return False
    if initials(words, name):
        return True
    parts = [one.lower() for one in name.split() if one[0].isupper()]
    if not 2 <= len(parts) <= len(words):
        return False
    pattern = "".join(f"{re.escape(one[0])}(?:[{re.escape(one[1:] or one)}])?" for one in parts)
    return re.fullmatch(pattern, words.lower()) is not None
