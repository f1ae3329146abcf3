"""Where names in capitals begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.abbreviated import joined, shouted, stated
from headcount.language.lexicon import lexicon
from headcount.language.neighbours import (
    KINDS,
    capital,
    classes_at,
    legal_end,
    roots,
    text_at,
    ticker_end,
)
from headcount.language.openings import WIRES, begun, holder, numbered, quarter, ticker
from headcount.language.tokens import OPENING, Token

SOFT = frozenset(
    {"company", "company-suffix", "company-word", "unit-noun", "place", "person-title", "body"}
)
"""Classes of the lexicon whose words may be part of a name."""


BESIDE = SOFT - {"place", "company-word"} | {"trade"}
"""Classes whose words are no name by themselves."""


NAMING = SOFT | {
    "worker", "numbered", "date-part", "given-name", "trade", "column-place", "bond", "outside",
    "roster", "other-party", "bide", "company-noun", "ownership", "leadership", "union-name",
    "newspaper-noun",
    "union-word", "surname", "voice", "legislature", "company-first",
}  # fmt: skip
"""The same and those whose words may be one in capitals."""


JOINS = frozenset({"&", "-", "'"})


def capital_runs(sequence: Sequence[Token], taken: set[int]) -> list[tuple[int, int]]:
    """Half-open token ranges of capitalised words that may be a name."""
    runs = []
    capitals = [
        at
        for at, one in enumerate(sequence)
        if (not one.text.islower() and capital(sequence, at))
        or (at and sequence[at - 1].kind == "number" and begun(sequence, at))
    ]
    written = {token.text for token in sequence} | inner_pairs(sequence, capitals)
    end = 0
    for index in capitals:
        if index and sequence[index - 1].text == "(":
            end = max(end, ticker_end(sequence, index - 1))
        town = place_end(sequence, index)
        if quarter(sequence, index) or ticker(sequence, index):
            continue
        if index >= end and (behind := named_nothing(sequence, index)) > index:
            end = behind
            continue
        if index < end or (town == index and opens(sequence, index, written)):
            continue
        end = max(town, index + begun(sequence, index))
        while end < len(sequence) and end not in taken and named(sequence, end, index):
            if end > index and holder(sequence, end):
                break
            end += 1
        if (whole := stated(sequence, end)) > end:
            end = whole
            while end < len(sequence) and named(sequence, end, index):
                end += 1
        while end > index and sequence[end - 1].text in JOINS:
            end -= 1
        end = body_end(sequence, end)
        if any(BESIDE.isdisjoint(classes_at(sequence, at)) for at in range(index, end)):
            runs.append((numbered(sequence, index), end))
    return runs


def named_nothing(sequence: Sequence[Token], index: int) -> int:
    """The token behind a job title or trade of several words, which are no name: "Chief Executive",
    "R&D"; `index` itself without one."""
    title = lexicon().match_of("person-title", sequence, index)
    if title is not None and title.end > index + 1:
        return title.end
    if (statute := lexicon().match_of("statute", sequence, index)) is not None:
        return statute.end
    trade = lexicon().match_of("trade", sequence, index)
    alone = trade is not None and trade.end > index + 1 and not capital(sequence, trade.end)
    return trade.end if trade is not None and alone else index


def body_end(sequence: Sequence[Token], end: int) -> int:
    """The token behind the noun for a public body, of several words and written small, that goes
    on with a name: "the Three Elms school district"."""
    if end >= len(sequence) or not sequence[end].text.islower():
        return end
    match = lexicon().match_of("body", sequence, end)
    return match.end if match is not None and match.end > end + 1 else end


def place_end(sequence: Sequence[Token], index: int) -> int:
    """The token behind a place of several words that begins at `index`; `index` without one.

    `index` is the token of a capital.
    """
    match = lexicon().match(sequence, index)
    several = match is not None and match.end > index + 1 and "place" in match.classes
    return match.end if match is not None and several else index


def opens(sequence: Sequence[Token], index: int, written: set[str]) -> bool:
    """Whether a token owes its capital to the sentence that it opens: a word for openings, or
    one that the text, of the words `written`, has in lower case too."""
    before = sequence[index - 1] if index else None
    if before and before.text[-1] not in '.!?:“"‘' and before.kind not in ("space-break", "quote"):
        return False
    if "company" in classes_at(sequence, index) and named(sequence, index + 1, index):
        return False
    if listed(sequence, index):
        return True
    if word_at(sequence, index + 1) == "&" or sainted(sequence, index):
        return False
    if capital(sequence, index + 1) and pair_of(sequence, index) in written:
        return False
    word = sequence[index].normal
    common = word in written or word in OPENING or "opener" in classes_at(sequence, index)
    return common or describes(sequence, index)


def inner_pairs(sequence: Sequence[Token], capitals: Sequence[int]) -> set[str]:
    """The pairs of words of which the first stands in capitals in the middle of a sentence."""
    inner = (at for at in capitals if at and at + 1 < len(sequence))
    return {
        pair_of(sequence, at)
        for at in inner
        if sequence[at - 1].kind == "word" and sequence[at - 1].text.islower()
    }


def pair_of(sequence: Sequence[Token], index: int) -> str:
    return f"{sequence[index].text} {sequence[index + 1].text}"


def sainted(sequence: Sequence[Token], index: int) -> bool:
    """Whether the word is the "St." of a name."""
    return text_at(sequence, index + 1) == "." and saintly(sequence, index + 1)


def listed(sequence: Sequence[Token], index: int) -> bool:
    """Whether a sentence's first word is the first of two things that are written small: "Arts and
    humanities", but not "X and its rival"."""
    if text_at(sequence, index + 1) != "and" or index + 2 >= len(sequence):
        return False
    small = sequence[index + 2].kind == "word" and sequence[index + 2].text.islower()
    found = roots(classes_at(sequence, index + 2))
    return small and not found & (KINDS | LISTING)


LISTING = frozenset({"possessive", "determiner", "other-party", "have", "be", "future", "cut"})


def describes(sequence: Sequence[Token], index: int) -> bool:
    """Whether a sentence's first word tells what a company makes: "Phone maker X", "Food-delivery
    start-up X", "Toy maker cuts 40 jobs"."""
    ahead = range(index, min(index + 6, len(sequence)))
    for at in ahead:
        lower = sequence[at].text.islower() and sequence[at].normal != "'s"
        if at > index and not lower and sequence[at].kind != "dash":
            return False
        phrase = lexicon().match_of("company", sequence, at)
        if phrase is not None and phrase.end > index + 1:
            after = range(phrase.end, min(phrase.end + 3, len(sequence)))
            shared = sequence[phrase.end - 1].text in ("group", "chain", "bank", "brand")
            return not shared or any(capital(sequence, one) for one in after)
    return False


def named(sequence: Sequence[Token], index: int, start: int) -> bool:
    """Whether the token can stand at `index` in a name that begins at `start`."""
    if index >= len(sequence):
        return False
    token = sequence[index]
    if token.text.isupper() and ticker(sequence, index):
        return False
    if token.text in PARTICLES and index > start:
        after = index + 1 + (word_at(sequence, index + 1) in PARTICLES)
        before = sequence[index - 1].text
        return capital(sequence, after) and (before[0].isupper() or before in PARTICLES)
    if token.text in LINKS and index > start:
        article = token.text == "of" and text_at(sequence, index + 1) == "the"
        return capital(sequence, index + 1 + article) and links(sequence, index, start)
    if token.text == "the" and index > start and sequence[index - 1].text == "of":
        return capital(sequence, index + 1)
    if token.text in JOINS:
        nearby = sequence[index - 1].end == token.start or token.text == "&"
        if token.text == "'" and index + 1 < len(sequence) and nearby:
            workers = "worker" in classes_at(sequence, index - 1)
            nearby = workers or token.end == sequence[index + 1].start
        return index > start and nearby and capital(sequence, index + 1)
    if index > start and (joined(sequence, index) or saintly(sequence, index)):
        return True
    if token.kind != "word" or not capital(sequence, index) or token.text == "I":
        return False
    if index == start and token.text.isupper() and ampersand(sequence, index + 1):
        return True
    if token.text == "State" and index == start:
        title = classes_at(sequence, index + 1) & {"person-title", "office-holder"}
        return capital(sequence, index + 1) and not title
    if token.normal in TRADING and index > start:
        return capital(sequence, index + 1) and named(sequence, index + 1, start)
    match = lexicon().match(sequence, index)
    initial = len(token.text) == 1 and token.text != "A" and capital(sequence, index + 1)
    if match is None or initial or (index > start and sequence[index - 1].text == "&"):
        return True
    plain = roots(match.classes)
    if index > start and "nationality" in plain and capital(sequence, index + 1):
        return True
    if shouted(sequence, index) and any("." in one for one in match.classes):
        return True
    if index == start and "number-word" in plain:
        return inside(sequence, index) and capital(sequence, index + 1)
    if index == start and index + 1 < len(sequence) and "nationality" in plain:
        return False
    trade = official(sequence, start) or (index > start and token.text == "Industries")
    return plain <= (NAMING | {"sector"} if trade else NAMING)


def saintly(sequence: Sequence[Token], index: int) -> bool:
    """Whether a stop ends "St." in a name, or a word is part of names though it means something
    else: "X Health System", "Y Post", "Z Well Services", "United X Workers of Y"."""
    word, behind = sequence[index].text, text_at(sequence, index + 1)
    if word == ".":
        short = sequence[index - 1].text in ("St", "Ste", "Mt", "Ft", "Bros") or initial(
            sequence, index - 1
        )
        return short and capital(sequence, index + 1)
    if word in ("System", "Post", "Union"):
        return True
    if len(word) == 1 and behind == "." and initial(sequence, index):
        return capital(sequence, index + 2)
    if word in ("Workers", "Employees", "Teachers", "Nurses"):
        ahead = (classes_at(sequence, at) for at in range(max(0, index - 4), index))
        return behind in ("of", "union") or any("union-word" in one for one in ahead)
    opener = roots(classes_at(sequence, index)) == {"opener"} and capital(sequence, index)
    return (
        opener
        and bool(classes_at(sequence, index + 1) & {"company-word"})
        and capital(sequence, index + 1)
    )


def initial(sequence: Sequence[Token], index: int) -> bool:
    """Whether a token is the letter between a first and a last name: "Ada M. Cole"."""
    letter = sequence[index].text
    first = "given-name" in classes_at(sequence, index - 1) and capital(sequence, index - 1)
    titled = "person-title" in classes_at(sequence, index - 2)
    first = first or (titled and capital(sequence, index - 1))
    return len(letter) == 1 and letter.isupper() and first


def ampersand(sequence: Sequence[Token], index: int) -> bool:
    """Whether letters are joined by a sign that touches both: "AT&T"."""
    if word_at(sequence, index) != "&" or index + 1 >= len(sequence):
        return False
    near = sequence[index - 1].end == sequence[index].start
    return near and sequence[index].end == sequence[index + 1].start


TRADING = frozenset({"produce", "supply"})
"""Verbs that are nouns in names: "X Supply Chain"."""


def inside(sequence: Sequence[Token], index: int) -> bool:
    """Whether a token stands in the middle of its sentence: "the Three Elms school"."""
    return index > 0 and sequence[index - 1].kind == "word" and sequence[index - 1].text.islower()


def word_at(sequence: Sequence[Token], index: int) -> str:
    return sequence[index].text if index < len(sequence) else ""


PARTICLES = frozenset({"van", "der", "den", "de", "du", "von", "zu", "di", "da", "del", "la", "le"})
"""Small words in the middle of names: "Van der X", "Banco de Y"."""


LINKS = frozenset({"of", "for", "and", ","})


def links(sequence: Sequence[Token], index: int, start: int) -> bool:
    """Whether a small word goes on with the name from `start`: "Bank of X", "Ministry for X and
    Y", "Department of X, Y and Z"."""
    text, before = sequence[index].text, classes_at(sequence, index - 1)
    side = index - 1 == start and sequence[start].text in SIDES
    if text == "of" and side and capital(sequence, index + 2):
        return True
    if text in ("of", "for"):
        joint = {"company", "body", "union-word", "worker"} if text == "of" else {"body"}
        return bool(before & joint)
    if not official(sequence, start) or sequence[index + 1].kind != "word":
        return False
    ahead = range(index + 1, min(index + 4, len(sequence)))
    if text == ",":
        return any(sequence[at].text == "and" and capital(sequence, at + 1) for at in ahead)
    return not any(capital(sequence, at) and classes_at(sequence, at) & {"body"} for at in ahead)


SIDES = frozenset({"North", "South", "East", "West"})
"""Words that "of" and a country follow in names: "West of England Haulage"."""


def official(sequence: Sequence[Token], start: int) -> bool:
    """Whether a name from `start` begins as a public body's does: "Ministry of"."""
    following = sequence[start + 1].text if start + 1 < len(sequence) else ""
    return following in ("of", "for") and "body" in classes_at(sequence, start)


def strip(sequence: Sequence[Token], run: tuple[int, int]) -> tuple[int, int]:
    """The run without a label or title before it and a company's legal suffix after it."""
    first, last = run
    if last - first > 2 and sequence[first + 1].text == "-" and text_at(sequence, first) in WIRES:
        first += 2
    while last - first > 1 and classes_at(sequence, first) & {"person-title"}:
        match = lexicon().match_of("person-title", sequence, first)
        first = match.end if match is not None and match.end < last else first + 1
    while last - first > 1 and only_kind(sequence, first) and capital(sequence, first + 1):
        first += 1
    inner = (at for at in range(first + 1, last) if legal_end(sequence, at) > at)
    last = next(inner, last)
    last -= last - first > 1 and sequence[last - 1].text in ("of", "for")
    return national(sequence, first, last), last


def only_word(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word is one that names of companies end with: "US Foods", "US Steel"."""
    return "company-word" in classes_at(sequence, index)


def only_kind(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word says what the name behind it is, and begins no name: "Carmaker X"."""
    found = classes_at(sequence, index)
    return bool(found & KINDS) and found.isdisjoint(PART)


PART = frozenset({"company-word", "company-suffix", "body", "unit-noun"})
"""Classes of words that a company's name may begin with though they are nouns for one."""


def national(sequence: Sequence[Token], first: int, last: int) -> int:
    """The first token of a name with the nationality that belongs to it: "Welsh Water Board"."""
    if text_at(sequence, first - 1) == "us" and sequence[first - 1].text == "US":
        return first - 1 if last - first == 1 and only_word(sequence, first) else first
    if "nationality" not in classes_at(sequence, first - 1) or not capital(sequence, first - 1):
        return first
    noun = classes_at(sequence, last - 1)
    whole = last - first == 1 and "company-word" in noun
    return first - 1 if whole or "body" in noun else first
