"""Names in capitals that nobody registered: where they begin and end, and what they stand for.

What makes one an employer's is told in `licences`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from headcount.language.lexicon import lexicon
from headcount.language.licences import (
    acting,
    alongside,
    first_line,
    licence,
    placed,
    sited,
    staffed,
    words_at,
)
from headcount.language.neighbours import KINDS, capital, classes_at, legal_end, roots, text_at
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
    {"company", "company-suffix", "company-word", "unit-noun", "place", "person-title", "body"}
)
"""Classes of the lexicon whose words may be part of a name."""

BESIDE = SOFT - {"place", "company-word"}
"""Classes whose words are no name by themselves."""

NAMING = SOFT | {
    "worker", "numbered", "date-part", "given-name", "trade", "column-place", "bond", "outside",
    "roster", "other-party", "bide", "company-noun", "ownership", "leadership", "union-name",
    "union-word", "surname", "voice", "legislature",
}  # fmt: skip
"""The same and those whose words may be one in capitals."""

PLAIN: dict[str, Kind] = {
    "person": "person",
    "office": "person",
    "union": "person",
    "place": "place",
}

JOINS = frozenset({"&", "-", "'"})


def unknown(
    sequence: Sequence[Token], found: Sequence[Mention], context: Sequence[Mention]
) -> list[Mention]:
    """Names in capitals that are not registered, licensed or not."""
    taken = {index for one in found for index in range(one.first, one.last)}
    runs = [strip(sequence, run) for run in capital_runs(sequence, taken)]
    runs = branded(sequence, runs, context)
    written = {run: words_at(sequence, run) for run in runs}
    evidence = licensing(sequence, written, (*found, *context))
    both = {one.name for one in context if one.kind in ("name", "organisation")}
    for run, why in evidence.items():
        if why == "verb" and words_at(sequence, run) in both:
            evidence[run] = "headline"
    licensed = {one.name: one.evidence for one in context if is_licensed(one)}
    for run, why in evidence.items():
        if why and why not in PLAIN and licensed.get(written[run], "verb") in WEAK:
            licensed[written[run]] = why
    every = frozenset(written.values())
    headline = first_line(sequence)
    told = [words for run, words in written.items() if run[0] >= headline]
    full = introduced(told, licensed, {one.name for one in context})
    full.update(bracketed(sequence, written))
    for short, whole in full.items():
        if licensed.get(whole, "verb") in WEAK and short in licensed:
            licensed[whole] = licensed[short]
    mentions = []
    for (first, last), why in evidence.items():
        words = written[first, last]
        name = full_name(full.get(words, words), licensed, every)
        if why in PLAIN:
            mentions.append(mention(sequence, first, last, PLAIN[why], slug(words), words, why))
        elif name is not None:
            basis = why or licensed.get(name, "family")
            basis = licensed.get(name, basis) if basis in WEAK else basis
            mentions.append(mention(sequence, first, last, "organisation", slug(name), name, basis))
        else:
            mentions.append(mention(sequence, first, last, "name", slug(words), words, ""))
    return [*mentions, *services(sequence)]


def branded(
    sequence: Sequence[Token], runs: Sequence[tuple[int, int]], context: Sequence[Mention]
) -> list[tuple[int, int]]:
    """The runs, with the "'s" that is the name's own: "X's is cutting jobs", "**X's** – 300"."""
    own = {one.name[:-2] for one in context if one.name[-2:] in ("'s", "’s")}
    for first, last in runs:
        if last + 1 < len(sequence) and sequence[last].normal == "'s":
            behind = classes_at(sequence, last + 1)
            verb = not roots(behind).isdisjoint(BRANDED) or legal_end(sequence, last + 1) > last + 1
            bold = first > 0 and sequence[last + 1].text == sequence[first - 1].text == "**"
            if verb or bold:
                own.add(words_at(sequence, (first, last)))
    return [
        (first, last + (possessive(sequence, last) and words_at(sequence, (first, last)) in own))
        for first, last in runs
    ]


def possessive(sequence: Sequence[Token], index: int) -> bool:
    return index < len(sequence) and sequence[index].normal == "'s"


BRANDED = frozenset({"be", "have", "future", "conditional", "might", "to", "say"})
"""Verbs before which "X's" is a subject."""


def services(sequence: Sequence[Token]) -> Iterator[Mention]:
    """The state's services that are written small, where they act as employers do: "12,500 civil
    service jobs"."""
    openings = service_words()
    for index, token in enumerate(sequence):
        if token.text not in openings:
            continue
        match = lexicon().match_of("state-service", sequence, index)
        if match is not None and (evidence := acting(sequence, (index, match.end))):
            name = words_at(sequence, (index, match.end))
            yield mention(sequence, index, match.end, "organisation", slug(name), name, evidence)


@cache
def service_words() -> frozenset[str]:
    """The words that such a service's name begins with."""
    return frozenset(lexicon().beginnings("state-service"))


def licensing(
    sequence: Sequence[Token], written: Mapping[tuple[int, int], str], known: Sequence[Mention]
) -> dict[tuple[int, int], str]:
    """What licenses each name. A name alone that ends somebody's full name is that person's.

    `written`: the names' tokens [first, last) and words.
    """
    headline = first_line(sequence)
    evidence = {run: licence(sequence, run, headline) for run in written}
    beside = {words for run, words in written.items() if placed(sequence, run)}
    people = {one.name.split()[-1]: one.evidence for one in known if one.kind == "person"}
    for run, words in written.items():
        if PLAIN.get(evidence[run]) == "person" and people.get(words.split()[-1]) != "office":
            people[words.split()[-1]] = evidence[run]
    alone = {words for words in written.values() if " " not in words}
    last = {words.split()[-1] for words in written.values() if " " in words} & alone
    for run, words in written.items():
        name = words.split()[-1]
        if words in people and evidence[run] in ("", "person", *GUESSED):
            evidence[run] = "office" if people[words] == "office" else "person"
        elif evidence[run] == "person" and people[name] == "office":
            evidence[run] = "office"
        elif not evidence[run] and words not in beside and name not in last:
            evidence[run] = acting(sequence, run)
    if not any(one.kind == "organisation" for one in known) and set(evidence.values()) <= {
        "",
        *PLAIN,
    }:
        only = [run for run in written if not evidence[run] and staffed(sequence, run)]
        evidence.update({run: "verb" for run in only if written[run] not in beside})
    towns = townlike(sequence, written) - {written[run] for run, why in evidence.items() if why}
    evidence.update({run: "place" for run, words in written.items() if words in towns})
    return evidence


def townlike(sequence: Sequence[Token], written: Mapping[tuple[int, int], str]) -> frozenset[str]:
    """The names that stand somewhere as only places do, alone or in a list of them."""
    found: set[str] = set()
    ends: set[int] = set()
    for run, words in written.items():
        if sited(sequence, run) or alongside(sequence, run, ends):
            found.add(words)
            ends.add(run[1])
    return frozenset(found)


WEAK = frozenset({"verb", "staff"})
"""Evidence that a longer name has better."""

GUESSED = frozenset({"headline", "subject"})
"""Evidence that a person's name may have too."""


def is_licensed(one: Mention) -> bool:
    return one.kind == "organisation" and one.evidence not in ("registry", "short")


def introduced(
    written: Sequence[str], licensed: Mapping[str, str], elsewhere: Set[str]
) -> dict[str, str]:
    """Short names → the only full name that begins with them, where the text introduces it before
    the short one: "X Systems said …; X" means one employer, "X said its X Systems" two."""
    first = {words: at for at, words in reversed([*enumerate(written)])}
    found = {}
    for short in licensed:
        longer = [name for name in licensed if name.startswith(f"{short} ")]
        if len(longer) != 1 or sum(name.startswith(f"{short} ") for name in first) > 1:
            continue
        name = longer[0]
        before = name in first and first[name] < first.get(short, len(written))
        if before or (name not in first and name in elsewhere and short not in elsewhere):
            found[short] = name
    return found


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


def capital_runs(sequence: Sequence[Token], taken: set[int]) -> list[tuple[int, int]]:
    """Half-open token ranges of capitalised words that may be a name."""
    runs = []
    capitals = [at for at, token in enumerate(sequence) if capital(sequence, at)]
    written = {token.text for token in sequence}
    end = 0
    for index in capitals:
        if index < end or opens(sequence, index, written):
            continue
        end = place_end(sequence, index)
        while end < len(sequence) and end not in taken and named(sequence, end, index):
            end += 1
        while end > index and sequence[end - 1].text in JOINS:
            end -= 1
        if any(BESIDE.isdisjoint(classes_at(sequence, at)) for at in range(index, end)):
            runs.append((numbered(sequence, index), end))
    return runs


def numbered(sequence: Sequence[Token], index: int) -> int:
    """The first token of a name with the number written together with it: "3Peaks", "7-Twelve"."""
    at = index - 1
    if at > 0 and sequence[at].kind == "dash" and sequence[at].end == sequence[index].start:
        at -= 1
    if at < 0 or sequence[at].kind != "number":
        return index
    together = sequence[at].end == sequence[at + 1].start
    alone = at == 0 or sequence[at - 1].end < sequence[at].start
    return at if together and alone else index


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
    word = sequence[index].normal
    common = word in written or word in OPENERS or "opener" in classes_at(sequence, index)
    return common or describes(sequence, index)


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
        return index > start and nearby and capital(sequence, index + 1)
    if index > start and joined(sequence, index):
        return True
    if token.kind != "word" or not capital(sequence, index) or token.text == "I":
        return False
    match = lexicon().match(sequence, index)
    if match is None:
        return True
    plain = roots(match.classes)
    if index == start and index + 1 < len(sequence) and "nationality" in plain:
        return False
    return plain <= (NAMING | {"sector"} if official(sequence, start) else NAMING)


def word_at(sequence: Sequence[Token], index: int) -> str:
    return sequence[index].text if index < len(sequence) else ""


PARTICLES = frozenset({"van", "der", "den", "de", "du", "von", "zu", "di", "da", "del", "la", "le"})
"""Small words in the middle of names: "Van der X", "Banco de Y"."""


def joined(sequence: Sequence[Token], index: int) -> bool:
    """Whether a token is the stop or the end of an address that is a name: "X.com"."""
    stop = index - (sequence[index].text != ".")
    if stop + 1 >= len(sequence) or sequence[stop].text != ".":
        return False
    near = sequence[stop - 1].end == sequence[stop].start == sequence[stop + 1].start - 1
    return near and sequence[stop + 1].text in ("com", "co", "io", "ai", "net", "org")


LINKS = frozenset({"of", "for", "and", ","})


def links(sequence: Sequence[Token], index: int, start: int) -> bool:
    """Whether a small word goes on with the name from `start`: "Bank of X", "Ministry for X and
    Y", "Department of X, Y and Z"."""
    text, before = sequence[index].text, classes_at(sequence, index - 1)
    if text in ("of", "for"):
        return bool(before & ({"company", "body"} if text == "of" else {"body"}))
    if not official(sequence, start) or sequence[index + 1].kind != "word":
        return False
    ahead = range(index + 1, min(index + 4, len(sequence)))
    if text == ",":
        return any(sequence[at].text == "and" and capital(sequence, at + 1) for at in ahead)
    return not any(capital(sequence, at) and classes_at(sequence, at) & {"body"} for at in ahead)


def official(sequence: Sequence[Token], start: int) -> bool:
    """Whether a name from `start` begins as a public body's does: "Ministry of"."""
    following = sequence[start + 1].text if start + 1 < len(sequence) else ""
    return following in ("of", "for") and "body" in classes_at(sequence, start)


def strip(sequence: Sequence[Token], run: tuple[int, int]) -> tuple[int, int]:
    """The run without a title before it and a company's legal suffix after it."""
    first, last = run
    while last - first > 1 and classes_at(sequence, first) & {"person-title"}:
        first += 1
    while last - first > 1 and only_kind(sequence, first) and capital(sequence, first + 1):
        first += 1
    inner = (at for at in range(first + 1, last) if legal_end(sequence, at) > at)
    last = next(inner, last)
    return national(sequence, first, last), last


def only_kind(sequence: Sequence[Token], index: int) -> bool:
    """Whether a word says what the name behind it is, and begins no name: "Carmaker X"."""
    found = classes_at(sequence, index)
    return bool(found & KINDS) and found.isdisjoint(PART)


PART = frozenset({"company-word", "company-suffix", "body", "unit-noun"})
"""Classes of words that a company's name may begin with though they are nouns for one."""


def national(sequence: Sequence[Token], first: int, last: int) -> int:
    """The first token of a name with the nationality that belongs to it: "Welsh Water Board"."""
    if "nationality" not in classes_at(sequence, first - 1) or not capital(sequence, first - 1):
        return first
    noun = classes_at(sequence, last - 1)
    whole = last - first == 1 and "company-word" in noun
    return first - 1 if whole or "body" in noun else first
