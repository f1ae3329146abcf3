"""What stands right before or behind a name only where the name is an employer's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from headcount.language.lexicon import NONE, lexicon, words_in
from headcount.language.tokens import Token


def classes_at(sequence: Sequence[Token], index: int) -> frozenset[str]:
    if not 0 <= index < len(sequence):
        return NONE
    return lexicon().alone.get(sequence[index].normal, NONE)


def pair_at(sequence: Sequence[Token], index: int) -> frozenset[str]:
    """The classes of the two words that begin at `index`: "laid off"."""
    if not 0 <= index < len(sequence) - 1:
        return NONE
    seconds = lexicon().longer.get(sequence[index].normal)
    if seconds is None or sequence[index + 1].normal not in seconds:
        return NONE
    return lexicon().classes_of(words_in(sequence, index, index + 2))


@cache
def roots(classes: frozenset[str]) -> frozenset[str]:
    """The classes without the forms of verbs: "cut" for "cut.past"."""
    return frozenset(name.partition(".")[0] for name in classes)


def text_at(sequence: Sequence[Token], index: int) -> str:
    return sequence[index].normal if 0 <= index < len(sequence) else ""


def capital(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word is written as names are: "Harlow", "eHarlow"."""
    if index >= len(sequence):
        return False
    word = sequence[index].text
    return word[:1].isupper() or (word[1:2].isupper() and word[2:].islower() and len(word) > 3)


# ---------------------------------------------------------------- legal forms

AFTER_COMMA = frozenset({"inc", "ltd", "llc", "llp", "corp", "co", "plc", "limited"})
"""Legal forms that a comma may part from the name: "X, Inc."."""

SMALL = frozenset({"plc", "gmbh", "ltd", "inc", "spa"})
"""Legal forms that are also written in lower case."""


def legal_end(sequence: Sequence[Token], index: int) -> int:
    """The token behind the legal forms that begin at `index`, `index` itself without one: "Ltd",
    "GmbH & Co. KG", ", Inc."."""
    end = index
    while (following := legal_form(sequence, end)) > end:
        end = following
    return end


def legal_form(sequence: Sequence[Token], index: int) -> int:
    """The token behind the one legal form that begins at `index`."""
    at = index + (text_at(sequence, index) in (",", "&"))
    if at >= len(sequence):
        return index
    match = lexicon().match_of("company-suffix", sequence, at)
    if match is None or not cased(sequence[at].text) or brothers(sequence, at):
        return index
    if text_at(sequence, index) == "," and sequence[at].normal not in AFTER_COMMA:
        return index
    return match.end


def brothers(sequence: Sequence[Token], index: int) -> bool:
    """Whether a firm's name goes on behind the word for brothers: "Elm Bros. Pictures"."""
    after = index + 1 + (text_at(sequence, index + 1) == ".")
    if sequence[index].normal not in ("bros", "bros.") or not capital(sequence, after):
        return False
    return sequence[after].start <= sequence[after - 1].end + 1


def cased(word: str) -> bool:
    """Whether a legal form is written as one: "AS" but not "As", "Group" but not "group"."""
    if word.lower() in ("as", "sa", "se", "ou"):
        return word.isupper()
    return word[0].isupper() or word in SMALL


def ticker_end(sequence: Sequence[Token], index: int) -> int:
    """The token behind a share's sign in brackets at `index`, `index` itself without one: "(NYSE:
    HRL)", "(HRL.L)"."""
    if text_at(sequence, index) != "(":
        return index
    end = next((at for at in range(index + 1, index + 9) if text_at(sequence, at) == ")"), index)
    inside = [one.text for one in sequence[index + 1 : end]]
    if not {":", "."} & set(inside) or not inside[0][:1].isalnum():
        return index
    signs = all(one.isupper() or one.isdigit() or not one.isalnum() for one in inside[1:])
    return end + 1 if signs and (inside[0].isupper() or inside[1] == ":") else index


# ---------------------------------------------------------------- before a name

KINDS = frozenset({"company", "company-noun"})


def company_before(sequence: Sequence[Token], first: int) -> bool:
    """A company's noun of up to four words right before the name: "the chip major X"."""
    first -= text_at(sequence, first - 1) == "**"
    if classes_at(sequence, first - 1) & KINDS:
        return True
    known = lexicon()
    return any(
        sequence[first - size].normal in known.longer
        and known.classes_of(words_in(sequence, first - size, first)) & KINDS
        for size in range(2, min(4, first) + 1)
    )


HELD = frozenset({"held", "owned", "run", "traded", "listed", "backed", "based", "headquartered"})


def held(sequence: Sequence[Token], first: int) -> bool:
    """Whether words that only employers have stand right before the name: "family-owned X",
    "privately held X", "the Leeds-based X"."""
    if text_at(sequence, first - 1) not in HELD:
        return False
    before = text_at(sequence, first - 2)
    joined = before in ("-", "‑", "–") and sequence[first - 3].end == sequence[first - 2].start
    return joined or before in ("privately", "publicly")


BETWEEN = frozenset({"at", "of", "in", "for", "to", "from"})


def belongs(sequence: Sequence[Token], first: int) -> bool:
    """Whether what only employers have stands before a preposition and the name: "shares in X",
    "bosses at X", "a spokesman for X", "the chief executive of X"."""
    if text_at(sequence, first - 1) not in BETWEEN:
        return False
    if text_at(sequence, first - 1) == "at" and text_at(sequence, first - 2) in EVERYBODY:
        return True
    found = classes_at(sequence, first - 2) | pair_at(sequence, first - 3)
    return not OWN.isdisjoint(found)


EVERYBODY = frozenset({"everyone", "everybody", "morale"})
"""What is "at" an employer, and at no place."""


OWN = frozenset({"ownership", "leadership", "voice", "boss"})


def owned_by(sequence: Sequence[Token], first: int) -> bool:
    """Whether somebody is told to be the name's own: "owned by X"."""
    return text_at(sequence, first - 1) == "by" and text_at(sequence, first - 2) == "owned"


# ---------------------------------------------------------------- behind a name


def insider(sequence: Sequence[Token], last: int) -> bool:
    """Whether what only employers have stands behind the name: "X shares", "X's management", "X
    boss A. B."."""
    at = last + (text_at(sequence, last) in ("'s", "'"))
    found = classes_at(sequence, at) | pair_at(sequence, at)
    if found & {"ownership", "leadership"}:
        return True
    if (text_at(sequence, last), text_at(sequence, last + 1)) == ("and", "its"):
        return bool(classes_at(sequence, last + 2) & {"outsider", "worker", "leadership"})
    if not found & {"boss", "voice"}:
        return False
    title = lexicon().match(sequence, at)
    end = title.end if title is not None else at + 1
    return at > last or capital(sequence, end) or "say" in roots(classes_at(sequence, end))


OPENING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
"""Marks that open a description, and those that close it."""


def described(sequence: Sequence[Token], last: int) -> bool:
    """Whether a description of an employer follows in commas, brackets or dashes: "X, the
    family-run maker of beds", "X, based in Y", "X, which employs 300"."""
    if last + 2 >= len(sequence) or sequence[last].text not in OPENING:
        return False
    start = last + 1
    first = sequence[start].normal
    if first in ("based", "headquartered", "listed"):
        return text_at(sequence, start + 1) in ("in", "on", "at")
    if first == "whose":
        return bool(classes_at(sequence, start + 1) & {"ownership"})
    if first == "which":
        return "trading" in roots(classes_at(sequence, start + 1))
    return any(names_kind(sequence, at) for at in description(sequence, start))


def description(sequence: Sequence[Token], start: int) -> Iterator[int]:
    """The tokens of a description that may say what somebody is, as far as it goes without a
    mark, a job title or a verb."""
    first = sequence[start].normal
    articled = first in ("the", "a", "an", "one") or text_at(sequence, start + 1) == "'s"
    for at in range(start, min(start + 9, len(sequence)) if articled else start + 1):
        found = classes_at(sequence, at)
        titled = "person-title" in found and sequence[at].normal != "owner"
        if sequence[at].kind in ("punct", "space-break") or titled:
            return
        yield at


def names_kind(sequence: Sequence[Token], index: int) -> bool:
    """Whether a company's noun at a token says what somebody is, and is neither a subject ("the
    company said") nor a modifier ("the company's")."""
    found = classes_at(sequence, index)
    if not found & {"company"} and sequence[index].normal not in ("parent", "owner"):
        return False
    following = text_at(sequence, index + 1)
    if following in ("'s", "'", "town"):
        return False
    return roots(classes_at(sequence, index + 1)).isdisjoint(ACTS)


ACTS = frozenset(
    {"say", "announce", "plan", "future", "conditional", "might", "have", "be", "cut", "dismiss"}
) | {"close", "expect"}


def speaks_of_itself(sequence: Sequence[Token], last: int) -> bool:
    """Whether the name says something about "it": "X told staff it would cut 300 jobs"."""
    at = last
    if text_at(sequence, last) == "," and text_at(sequence, last + 1) == "which":
        at = last = behind_apposition(sequence, last)
    while at < last + 2 and classes_at(sequence, at) & {"have"}:
        at += 1
    if roots(classes_at(sequence, at)).isdisjoint(("say", "announce")):
        return False
    ahead = [text_at(sequence, n) for n in range(at + 1, at + 7)]
    return any(word in ("it", "its") for word in ahead) or of_its_own(sequence, at)


def of_its_own(sequence: Sequence[Token], at: int) -> bool:
    """Whether what is said from a token on is about something of the speaker's, with nobody else
    before it: "X said on Monday in a notice that 83 people at its mill"."""
    for index in range(at + 1, min(at + 20, len(sequence))):
        if sequence[index].normal == "its":
            return True
        ended = sequence[index].kind in ("punct", "space-break", "quote")
        found = classes_at(sequence, index)
        if ended or "company" in found or sequence[index].normal in ("he", "she", "they", "it"):
            return False
        dated = found & {"weekday", "month", "place"} or not capital(sequence, index)
        if not dated and roots(found).isdisjoint({"layoff", "notice", "document"}):
            return False
    return False


def behind_apposition(sequence: Sequence[Token], last: int) -> int:
    """The token behind a description in commas, brackets or dashes: "X, the country's oldest
    shop, is to cut"."""
    closing = CLOSING.get(sequence[last].text) if last < len(sequence) else None
    if closing is None:
        return last
    for at in range(last + 1, min(last + 16, len(sequence))):
        if sequence[at].text == closing:
            return at + 1
        if sequence[at].text in ".;:" or sequence[at].kind == "space-break":
            break
    return last


CLOSING = {",": ",", "(": ")", "–": "–", "—": "—"}
