"""A rule's patterns: regular expressions over chunks, and what each of their matches must hold.

A pattern is written in the names of chunks (`chunks.CHUNKS`): `jobs=number` captures a slot,
`$name` is one of the file's own abbreviations, `( | ) ? * + {0,3} ^` are as ever, `end` is the
sentence's end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headcount.language.chunks import AMOUNTS, CODES


class RuleError(ValueError):
    """`rules.yaml` can't be read; the message says which rule."""


Needs = frozenset[frozenset[str]]
"""Sets of codes of which every match holds one each."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression over codes; `every`, `one_of`: what a sentence must hold to be worth a try."""

    expression: re.Pattern[str]
    every: frozenset[str]
    one_of: tuple[frozenset[str], ...]

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """Pairs of codes of which every match holds one: if possible just one, of an amount and
        another; the same code twice where no second one is sure."""
        if not self.every:
            return tuple((one, one) for one in min(self.one_of, key=len))
        amounts = (CODES[name] for name in AMOUNTS if CODES[name] in self.every)
        first = next(amounts, min(self.every))
        return ((first, min(self.every - {first}, default=first)),)


def compiled(
    pattern: str, besides: frozenset[str], macros: Mapping[str, str], rule: str
) -> Pattern:
    """A pattern with what it needs, by itself and `besides`. Raises RuleError where its brackets
    don't match, or where nothing would match it."""
    text = numbered(expression(pattern, macros, rule))
    try:
        made = re.compile(text)
    except re.error as error:
        raise RuleError(f"{rule}: can't read the pattern {pattern!r}: {error.msg}") from error
    wanted = needs(iter(PIECE.findall(text)))
    if not wanted:
        raise RuleError(f"{rule}: the pattern {pattern!r} matches where nothing stands")
    every = besides.union(*(one for one in wanted if len(one) == 1))
    return Pattern(made, every, tuple(one for one in wanted if one.isdisjoint(every)))


ITEM = re.compile(
    r"\s*(?:(?P<slot>[a-z_]+)=|\$(?P<macro>[a-z-]+)|(?P<name>[a-z][a-z-]*)|(?P<op>[()|?*+^]|\{\d*,?\d*\}))"
)


def expression(pattern: str, macros: Mapping[str, str], rule: str) -> str:
    """The regular expression over chunk characters that a pattern stands for."""
    parts: list[str] = []
    position, slot = 0, ""
    while position < len(pattern.rstrip()):
        match = ITEM.match(pattern, position)
        if match is None:
            raise RuleError(f"{rule}: can't read the pattern at {pattern[position:]!r}")
        position = match.end()
        opened = f"(?P<{slot}>" if slot else "(?:"
        if match["slot"]:
            slot = match["slot"]
            continue
        if match["name"] == "end":
            parts.append(r"\Z")
        elif match["op"]:
            parts.append(opened if match["op"] == "(" else match["op"])
        elif match["name"] and not slot:
            parts.append(code(match["name"], rule))
        else:
            parts.append(f"{opened}{atom(match, macros, rule)})")
        slot = ""
    return "".join(parts)


def numbered(expression: str) -> str:
    """The expression with different names for a slot's several places: `jobs`, `jobs__2`."""
    seen: Counter[str] = Counter()

    def named(match: re.Match[str]) -> str:
        slot = match[1]
        seen[slot] += 1
        return f"(?P<{slot}>" if seen[slot] == 1 else f"(?P<{slot}__{seen[slot]}>"

    return re.sub(r"\(\?P<(\w+)>", named, expression)


def atom(match: re.Match[str], macros: Mapping[str, str], rule: str) -> str:
    """The expression of one chunk's name or of an abbreviation."""
    if match["macro"]:
        if match["macro"] not in macros:
            raise RuleError(f"{rule}: there is no ${match['macro']}")
        return expression(macros[match["macro"]], macros, rule)
    return code(match["name"], rule)


def code(name: str, rule: str) -> str:
    """The character of a chunk. Raises RuleError if there is none of this name."""
    if name not in CODES:
        raise RuleError(f"{rule}: there is no chunk {name!r}")
    return CODES[name]


PIECE = re.compile(r"\(\?(?::|P<\w+>)|\\Z|\{\d*,?\d*\}|.")


def needs(pieces: Iterator[str]) -> Needs:
    """What every match of an expression must hold, up to the bracket that closes it."""
    choices: list[Needs] = [frozenset()]
    last: Needs = frozenset()
    for piece in pieces:
        if piece in "?*" or piece.startswith(("{0", "{,")):
            last = frozenset()
            continue
        choices[-1] |= last
        last = frozenset()
        if piece == ")":
            break
        if piece == "|":
            choices.append(frozenset())
        elif piece[0] == "(":
            last = needs(pieces)
        elif piece in NAMES:
            last = frozenset({frozenset({piece})})
    choices[-1] |= last
    if len(choices) == 1 or not all(choices):
        return choices[0] if len(choices) == 1 else frozenset()
    either = frozenset[str]().union(*(min(one, key=len) for one in choices))
    return choices[0].intersection(*choices) | {either}


NAMES = frozenset(CODES.values())
