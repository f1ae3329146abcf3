"""A sentence as a row of typed chunks, one character each, which the event rules match.

Quotation marks and markdown marks are no chunks: they don't change who cut how many jobs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from headcount.language.capitals import Mention
from headcount.language.dates import DateWords
from headcount.language.lexicon import NONE, lexicon
from headcount.language.neighbours import classes_at, legal_end, ticker_end
from headcount.language.numerals import word
from headcount.language.quantities import Amount
from headcount.language.tokens import Token

Value = Mention | Amount | DateWords | None

NAMED = ("org", "publisher", "person", "place", "name")
AMOUNTS = ("number", "percent", "money", "date")
PRECEDENCE = (
    "layoff job worker dismiss cut affect downsize cut-noun lose-job go at-risk sector redundant "
    "split turn-out jobless receive dwindle "
    "negation be have to future conditional might expected cancel deny hire employ "
    "plan plan-noun announce acquire acquire-noun launch launch-noun close close-noun "
    "terms say according of by apart-word part-word including partition rest respectively "
    "revision follow at after "
    "relative that pronoun possessive determiner and company unit-noun person-title "
    "total-word more bring-total process start expect measure document ask quit amount roster "
    "survey surpassing"
)
WORDS = tuple(PRECEDENCE.split())
"""Classes of the lexicon that are chunks, by precedence where a word is in several."""

MARKS = {
    ",": "comma",
    ";": "stop",
    ":": "stop",
    "(": "bracket",
    ")": "bracket",
    "'s": "clitic",
    "'": "clitic",
}

CHUNKS = (*NAMED, *AMOUNTS, *WORDS, *dict.fromkeys(MARKS.values()), "dash", "mark", "word")
CODES = {name: chr(0xA1 + number) for number, name in enumerate(CHUNKS)}
"""A character for each chunk, of the first 256, of which `re` makes small sets."""

ALIASES = {"redundancy": "layoff", "worker-mass": "worker"}
RANK = {name: number for number, name in enumerate(WORDS)}


def kinds(names: str) -> frozenset[str]:
    """A set of chunk names, written with blanks between. Raises ValueError for an unknown one."""
    found = frozenset(names.split())
    if found - set(CHUNKS):
        raise ValueError(f"no chunks: {sorted(found - set(CHUNKS))}")
    return found


NOUN_OF = {
    "cut": "cut-noun",
    "dismiss": "layoff",
    "plan": "plan-noun",
    "affect": "word",
    "dwindle": "word",
    "acquire": "acquire-noun",
    "launch": "launch-noun",
    "close": "close-noun",
}
"""Verbs whose forms may be nouns: "the cuts", "she cuts"."""

BEFORE_NOUN = kinds(
    "determiner possessive clitic more of at cut-noun announce number total-word by"
)


class Chunk(NamedTuple):
    """Words at code points [start, end), tokens [first, last), as one thing with one name.

    `forms`: of a verb, which of base s past participle ing it can be. `value`: what was read.
    """

    name: str
    start: int
    end: int
    first: int
    last: int
    forms: frozenset[str] = frozenset()
    value: Value = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at code points [start, end); `codes` has one character for each chunk."""

    start: int
    end: int
    first: int
    last: int
    chunks: tuple[Chunk, ...]
    codes: str

    def where(self, name: str) -> Iterator[int]:
        """The indexes of the chunks of one name."""
        code = CODES[name]
        return (index for index, one in enumerate(self.codes) if one == code)

    def holds(self, names: Set[str]) -> bool:
        """Whether there is a chunk of one of these names."""
        return any(CODES[name] in self.codes for name in names)


def chunked(
    sequence: Sequence[Token], first: int, last: int, values: dict[int, tuple[str, int, int, Value]]
) -> tuple[Chunk, ...]:
    """The chunks of the tokens [first, last), made as `tokens` makes those."""
    row: list[Chunk] = []
    words, made = settled(), tuple.__new__
    index = first
    while index < last:
        token = sequence[index]
        if index in values:
            name, stop, end, value = values[index]
            row.append(Chunk(name, token.start, end, index, stop, NONE, value))
            index = behind_suffix(sequence, max(stop, index + 1), name)
            continue
        stop, forms = index + 1, NONE
        if token.kind in ("word", "number"):
            known = words.get(token.normal, UNKNOWN)
            if known is None or (known[2] and word(sequence, stop) in known[2]):
                name, stop, forms = word_chunk(sequence, index, values, row)
                stop = min(stop, last)
            else:
                name, forms, _ = known
        elif token.kind in ("quote", "space-break") or markup(token):
            index = stop
            continue
        else:
            name = MARKS.get(token.normal) or ("dash" if token.kind == "dash" else "mark")
        row.append(
            made(Chunk, (name, token.start, sequence[stop - 1].end, index, stop, forms, None))
        )
        index = stop
    return tuple(row)


def markup(token: Token) -> bool:
    """Whether a mark only says how words look or where they lead: "**", "<b>", "](address)"."""
    if token.kind != "punct":
        return False
    return token.text[0] in "*#_<[]" or (token.text[0] == "&" and len(token.text) > 1)


def behind_suffix(sequence: Sequence[Token], index: int, name: str) -> int:
    """The token behind a company's legal suffix and its share's sign, which are no chunks: "X Ltd
    (NYSE: X)"."""
    if name not in ("org", "name"):
        return index
    end = ticker_end(sequence, legal_end(sequence, index))
    while (more := ticker_end(sequence, end)) > end:
        end = more
    return end


def word_chunk(
    sequence: Sequence[Token],
    index: int,
    values: dict[int, tuple[str, int, int, Value]],
    before: Sequence[Chunk],
) -> tuple[str, int, frozenset[str]]:
    """Name, end token and verb forms of the chunk that begins at a word without a value."""
    match = lexicon().match(sequence, index)
    if match is None or (
        match.end > index + 1 and not values.keys().isdisjoint(range(index + 1, match.end))
    ):
        alone = lexicon().alone.get(sequence[index].normal, NONE)
        return kind_in(alone), index + 1, forms_in(alone, kind_in(alone))
    name = kind_in(match.classes)
    if sequence[index].normal == "that" and name != "word":
        name = "that"
    elif name in NOUN_OF and is_noun(sequence, match.end, values, before, match.classes, name):
        name = NOUN_OF[name]
    return name, match.end, forms_in(match.classes, name)


Settled = tuple[str, frozenset[str], frozenset[str]]
"""Name and forms of a word's chunk, and the words that may make it a longer phrase."""

UNKNOWN: Settled = ("word", NONE, NONE)


@cache
def settled() -> Mapping[str, Settled | None]:
    """The words of the lexicon whose chunk no word before them changes; None for the others.

    What is not among them begins nothing in the lexicon.
    """
    words = lexicon()
    found: dict[str, Settled | None] = {mark: (name, NONE, NONE) for mark, name in MARKS.items()}
    for one in (words.longer.keys() | words.alone.keys()) - MARKS.keys():
        classes = words.alone.get(one, NONE)
        name = kind_in(classes)
        if one == "that" and name != "word":
            name = "that"
        after = frozenset(words.longer.get(one, ()))
        found[one] = None if name in NOUN_OF else (name, forms_in(classes, name), after)
    return found


@cache
def kind_in(classes: frozenset[str]) -> str:
    """The name of a chunk whose words are in these classes of the lexicon."""
    plain = {ALIASES.get(name, name) for name in classes}
    return min(plain & RANK.keys(), key=RANK.__getitem__, default="word")


@cache
def forms_in(classes: frozenset[str], name: str) -> frozenset[str]:
    """The forms that a verb of class `name` has among the classes of its words."""
    return frozenset(one.partition(".")[2] for one in classes if one.startswith(f"{name}."))


def is_noun(
    sequence: Sequence[Token],
    end: int,
    values: dict[int, tuple[str, int, int, Value]],
    before: Sequence[Chunk],
    classes: frozenset[str],
    verb: str,
) -> bool:
    """Whether a word that can be a verb stands where a noun does, in a form that a noun has."""
    if not classes & {f"{verb}.base", f"{verb}.s"}:
        return False
    if end in values and values[end][0] in ("number", "percent"):
        return False
    if before and before[-1].name in BEFORE_NOUN:
        return True
    if before and before[-1].name == "word" and len(before) > 1:
        return before[-2].name in BEFORE_NOUN - {"of", "at"}
    following = classes_at(sequence, end)
    return not before and bool(following & {"of", "at"})
