"""The words, numbers and marks of a text, and where its sentences end.

Nothing is cleaned: a token is a slice of the untouched text, and whatever is not white space is
in exactly one token. White space is no token, except a line end that ends something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["word", "number", "punct", "quote", "dash", "space-break"]


class Token(NamedTuple):
    """`text` stands at code points [start, end). A possessive’s "’s" is a word of its own.

    `space-break` is white space with a line end at which a headline, paragraph, bullet or table
    row ends; the line ends of a hard-wrapped paragraph are plain white space. `normal` is the
    text as the lexicon writes it.
    """

    text: str
    start: int
    end: int
    kind: Kind
    normal: str


@lru_cache(maxsize=8192)
def normal(word: str) -> str:
    """Lower case, straight apostrophes, one kind of dash."""
    plain = word.lower()
    if plain.isascii():
        return plain
    return plain.replace("’", "'").replace("‑", "-").replace("–", "-")


LETTERS = r"[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"
TOKEN = re.compile(
    rf"""
    [ ]*(?:
    (?P<plain>(?:[a-z]+[ ])*[a-z]+(?=[ ,]))
  | (?P<url>https?://[^\s)>\]]+)
  | (?P<initials>(?:[A-Za-z]\.){{2,}})
  | (?P<number>
        [0-9]{{1,2}}:[0-9]{{2}}(?![0-9])
      | [0-9]{{1,3}}(?:,[0-9]{{2,3}})*,[0-9]{{3}}(?![0-9])(?:\.[0-9]+)?
      | [0-9]{{1,3}}(?:[\u00a0\u2009\u202f][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?
      | [0-9]+(?:\.[0-9]+)? )
  | (?P<code>(?:Rs|USD|EUR|GBP|INR|CHF|JPY|AUD|CAD)(?=[0-9]))
  | (?P<clitic>['’](?:s|S|re|ve|ll|d|m)(?![^\W_]))
  | (?P<word>{LETTERS}(?:['’](?!(?:s|S|re|ve|ll|d|m)(?![^\W_]))[^\W\d_]+)*)
  | (?P<quote>[“”„‟‘’‚‛"'«»‹›])
  | (?P<dash>[-‐‑‒–—―−]+)
  | (?P<block></?(?:p|div|h[1-6]|li|ul|ol|br|tr|td|th|table|section|blockquote)\b[^<>\n]{{0,200}}>)
  | (?P<tag></?[A-Za-z][^<>\n]{{0,200}}>)
  | (?P<link>\]\([^()\s]{{0,300}}\))
  | (?P<entity>&(?:[A-Za-z]{{2,8}}|\#[0-9]{{1,5}});)
  | (?P<lines>[\r\n\u2028\u2029]\s*)
  | (?P<gap>[^\S\r\n\u2028\u2029]+)
  | (?P<punct>\*+|\#+|_+|\.{{2,}}|.)
    )""",
    re.VERBOSE | re.DOTALL,
)

KINDS: dict[str, Kind] = {
    "url": "word",
    "initials": "word",
    "code": "word",
    "clitic": "word",
    "word": "word",
    "number": "number",
    "quote": "quote",
    "dash": "dash",
    "block": "space-break",
    "tag": "punct",
    "link": "punct",
    "entity": "punct",
    "lines": "space-break",
    "punct": "punct",
}

BULLET = re.compile(r"[^\S\r\n]*(?:[-*+•·–—▪◦#>|]|[0-9]{1,3}[.)]\s)")

LINE_END = re.compile(r"\r\n|[\r\n\u2028\u2029]")
GAP = re.compile(r"[\r\n\u2028\u2029]\s*")

UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|the|and|or|but|nor|of|at|in|on|by|to|for|from|with|across|among|between|into|"
    r"over|under|than|as|its|their|his|her|our|your|is|are|was|were|be|will|has|have|had))$"
)
"""A line that ends so goes on in the next one."""


def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of `text` in order; the slices between them are white space.

    They are made by `tuple.__new__`, for which the class's own takes more than twice as long.
    """
    hard, made = hard_breaks(text), tuple.__new__
    found: list[Token] = []
    single = False
    for match in TOKEN.finditer(text):
        group = match.lastgroup or "punct"
        start, end = match.span(match.lastindex or 0)
        if group == "plain":
            for word in text[start:end].split(" "):
                end = start + len(word)
                found.append(made(Token, (word, start, end, "word", word)))
                start = end + 1
            continue
        if group == "gap" or (group == "lines" and start not in hard):
            continue
        kind, word = KINDS[group], text[start:end]
        if kind == "space-break":
            single = False
        elif kind == "quote" and word in "'‘’":
            after_letter = start > 0 and text[start - 1].isalnum()
            if not single and word != "‘" and after_letter:
                kind = "word"
            else:
                single = not single
        found.append(made(Token, (word, start, end, kind, normal(word))))
    return tuple(found)


def hard_breaks(text: str) -> frozenset[int]:
    """Offsets of the white space whose line ends end something.

    A line end is soft, that is only a wrapped paragraph's, when the next line goes on in lower
    case, when some line of its block does and its own next word would not have fitted, or after
    a comma or a word that nothing ends with ("at", "the").
    """
    hard: set[int] = set()
    if GAP.search(text) is None:
        return frozenset()
    for block in blocks(text):
        lines = [text[start:end].rstrip() for start, end, _ in block]
        width = max(map(len, lines)) if any(map(goes_on, lines[1:])) else 0
        for (_, end, gap), line, following in zip(block, lines, [*lines[1:], ""], strict=True):
            if gap and not (following and is_soft(line, following, width)):
                hard.add(end)
    return frozenset(hard)


def goes_on(line: str) -> bool:
    """Whether a line begins in lower case, and is no item of a list."""
    return line[:1].islower() and not BULLET.match(line)


def is_soft(line: str, following: str, width: int) -> bool:
    """Whether the end of `line` is only a wrapped paragraph's; `width`: its longest line, 0 if no
    line of it goes on in lower case."""
    if goes_on(following):
        return True
    fits = len(line) + 1 + len(following.split(" ", 1)[0]) <= width
    wrapped = (width > 0 and not fits) or UNFINISHED.search(line) is not None
    return wrapped and BULLET.match(following) is None


def blocks(text: str) -> Iterator[list[tuple[int, int, bool]]]:
    """Runs of lines without a blank line between: (start, end, whether a line end follows)."""
    block: list[tuple[int, int, bool]] = []
    start = 0
    for gap in GAP.finditer(text):
        block.append((start, gap.start(), True))
        start = gap.end()
        if len(LINE_END.findall(gap.group())) > 1:
            yield block
            block = []
    block.append((start, len(text), False))
    yield block


# ---------------------------------------------------------------- sentences

NEVER_LAST = (
    "mr mrs ms dr prof rev hon gen col capt lt sgt gov sen rep pres vs no nos fig approx ca cf "
    "est incl viz messrs st mt"
)
"""Abbreviations that something always follows."""

MAYBE_LAST = (
    "inc corp co ltd bros llc plc jr sr etc dept div assn jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd"
)
"""Abbreviations that end a sentence only if a word that opens sentences follows."""

OPENERS = (
    "a about after all although an and another any as at because before both but by despite "
    "during each earlier employees even few five for four from he her his however if in instead "
    "it its last later many meanwhile more most neither no none nor not now of on once one only "
    "other our over she since so some staff still such that the their then there these they this "
    "those though three to today two under unlike until we what when where whether which while "
    "who why with workers yesterday yet you"
)
"""Words that, written with a capital, open a sentence rather than go on with a name."""

NEVER, MAYBE, OPENING = (frozenset(words.split()) for words in (NEVER_LAST, MAYBE_LAST, OPENERS))

STOPS = frozenset(".!?…|")
BREAK: Kind = "space-break"
CLOSERS = frozenset(")]”’»›\"'*_")


def sentences(text: str, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Half-open token index ranges of the sentences, in order, covering every token.

    A full stop, question or exclamation mark ends one, with the marks that close after it;
    so do a space-break, which belongs to the sentence that it ends, and a table's "|".
    """
    ranges: list[tuple[int, int]] = []
    start = end = 0
    stops = [at for at, one in enumerate(tokens) if one.text[-1] in STOPS or one.kind == BREAK]
    for index in stops:
        if index < end:
            continue
        end = index + 1
        token = tokens[index]
        ends = token.kind == BREAK or (token.text == "|" and index > start)
        if not ends and token.text[-1] != "|":
            while end < len(tokens) and closes(tokens[end - 1], tokens[end]):
                end += 1
            ends = ends_sentence(tokens, index, end)
        if ends:
            if end < len(tokens) and tokens[end].kind == BREAK:
                end += 1
            ranges.append((start, end))
            start = end
    if start < len(tokens):
        ranges.append((start, len(tokens)))
    return tuple(ranges)


def closes(before: Token, token: Token) -> bool:
    """Whether a mark without white space before it closes the sentence: a quote, a bracket."""
    return before.end == token.start and (token.text[0] in CLOSERS or token.text[0] in ".!?…")


def ends_sentence(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether the stop at `index`, closed by the marks before `end`, ends a sentence."""
    if end >= len(tokens) or tokens[end].kind == "space-break":
        return True
    stop, before = tokens[index], tokens[index - 1] if index else None
    following = next((t for t in tokens[end : end + 3] if t.kind in ("word", "number")), None)
    if tokens[end].start == tokens[end - 1].end and tokens[end].kind in ("word", "number", "dash"):
        return False
    if following is not None and following.text[0].islower():
        return False
    if stop.text in ("!", "?"):
        return not (tokens[end].kind == "punct" and tokens[end].text in ",;:")
    opener = following is not None and opens(tokens, tokens.index(following, end))
    if (
        tokens[index - 2 : index - 1]
        and tokens[index - 2].text == "("
        and tokens[end - 1].text == ")"
    ):
        return opener
    if stop.kind == "word":
        return opener and stop.text[-1] == "."
    if tokens[end].text in (",", ";", ":"):
        return False
    if before is None or before.end != stop.start or end > index + 1:
        return True
    if before.kind == "number" and (index == 1 or tokens[index - 2].kind == "space-break"):
        return False
    word = before.text.lower()
    if word in NEVER:
        return following is None or (
            word in ("no", "nos") and following.kind != "number" and opener
        )
    if word in MAYBE or (len(word) == 1 and before.text.isupper()):
        return opener
    return True


def opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at `index` opens sentences; "A." in "J. A. Doe" is an initial."""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    word = tokens[index].text.lower()
    return word in OPENING and not (len(word) == 1 and after == ".")
