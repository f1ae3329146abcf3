"""Names in capitals that nobody registered, and the evidence that makes some an employer's.

Evidence is a company's suffix or noun, an apposition, the headline, its staff in the possessive,
or a place in a list of employers; capitals alone are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from headcount.language.lexicon import lexicon, words_in
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
    {"company", "company-suffix", "company-word", "unit-noun", "place", "person-title"}
)
"""Classes of the lexicon whose words may be part of a name."""

NAMING = SOFT | {"worker", "numbered", "date-part"}
"""The same and those whose words may be one in capitals."""

PLAIN: dict[str, Kind] = {"person": "person", "place": "place"}

JOINS = frozenset({"&", "-", "'"})


def unknown(
    sequence: Sequence[Token], found: Sequence[Mention], context: Sequence[Mention]
) -> list[Mention]:
    """Names in capitals that are not registered, licensed or not."""
    taken = {index for one in found for index in range(one.first, one.last)}
    runs = [strip(sequence, run) for run in capital_runs(sequence, taken)]
    headline = first_line(sequence)
    evidence = {run: licence(sequence, run, headline) for run in runs}
    beside = {words_at(sequence, run) for run in runs if placed(sequence, run)}
    called = [words_at(sequence, run).split() for run in runs]
    people = {words[-1] for words in called if len(words) > 1 and [words[-1]] in called}
    for run in runs:
        words = words_at(sequence, run)
        if not evidence[run] and words not in beside and words.split()[-1] not in people:
            evidence[run] = acting(sequence, run)
    licensed = {one.name: one.evidence for one in context if is_licensed(one)}
    for run, why in evidence.items():
        if why and why not in PLAIN:
            licensed.setdefault(words_at(sequence, run), why)
    runs_words = frozenset(words_at(sequence, run) for run in runs)
    mentions = []
    for (first, last), why in evidence.items():
        words = words_at(sequence, (first, last))
        whole = full_name(words, licensed, runs_words)
        if why in PLAIN:
            mentions.append(mention(sequence, first, last, PLAIN[why], slug(words), words, why))
        elif whole is not None:
            is_, basis = slug(whole), why or licensed.get(whole, "family")
            mentions.append(mention(sequence, first, last, "organisation", is_, whole, basis))
        else:
            mentions.append(mention(sequence, first, last, "name", slug(words), words, ""))
    return mentions


def is_licensed(one: Mention) -> bool:
    return one.kind == "organisation" and one.evidence not in ("registry", "short")


def full_name(words: str, licensed: dict[str, str], every: frozenset[str]) -> str | None:
    """The licensed name that `words` are, or the only one that begins with them; None if none.

    Where several names begin with them, they are the employer's own and the others its units'.
    """
    if words in licensed:
        return words
    longer = [name for name in licensed if name.startswith(f"{words} ")]
    if not longer:
        return None
    several = sum(name.startswith(f"{words} ") for name in every) > 1
    return words if several else longer[0]


def words_at(sequence: Sequence[Token], run: tuple[int, int]) -> str:
    """The words of a run as they are written, with single blanks where there is white space."""
    parts = [sequence[run[0]].text]
    for before, token in zip(sequence[run[0] :], sequence[run[0] + 1 : run[1]], strict=False):
        parts.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(parts)


def capital_runs(sequence: Sequence[Token], taken: set[int]) -> list[tuple[int, int]]:
    """Half-open token ranges of capitalised words that may be a name."""
    runs = []
    index = 0
    lower = {token.text for token in sequence if token.text.islower()}
    while index < len(sequence):
        if not sequence[index].text[0].isupper() or opens(sequence, index, lower):
            index += 1
            continue
        end = place_end(sequence, index)
        while end < len(sequence) and end not in taken and named(sequence, end, index):
            end += 1
        while end > index and sequence[end - 1].text in JOINS:
            end -= 1
        if any(
            not classes_at(sequence, at) & SOFT - {"place", "company-word"}
            for at in range(index, end)
        ):
            runs.append((index, end))
        index = max(end, index + 1)
    return runs


def place_end(sequence: Sequence[Token], index: int) -> int:
    """The token behind a place of several words that begins at `index`; `index` without one.

    `index` is the token of a capital.
    """
    match = lexicon().match(sequence, index)
    several = match is not None and match.end > index + 1 and "place" in match.classes
    return match.end if match is not None and several else index


def opens(sequence: Sequence[Token], index: int, lower: set[str]) -> bool:
    """Whether a token owes its capital to the sentence that it opens: a word for openings, or
    one that the text writes in lower case too."""
    before = sequence[index - 1] if index else None
    if before and before.text[-1] not in '.!?:“"‘' and before.kind not in ("space-break", "quote"):
        return False
    if "company" in classes_at(sequence, index) and named(sequence, index + 1, index):
        return False
    word = sequence[index].normal
    return word in lower or word in OPENERS or "opener" in classes_at(sequence, index)


def named(sequence: Sequence[Token], index: int, start: int) -> bool:
    """Whether the token can stand at `index` in a name that begins at `start`."""
    token = sequence[index]
    if token.text == "of" and index > start and capital(sequence, index + 1):
        return "company" in classes_at(sequence, index - 1)
    if token.text in JOINS:
        nearby = sequence[index - 1].end == token.start or token.text == "&"
        return index > start and nearby and capital(sequence, index + 1)
    if token.kind != "word" or not token.text[0].isupper() or token.text == "I":
        return False
    match = lexicon().match(sequence, index)
    if match is None:
        return True
    plain = roots(match.classes)
    if index == start and index + 1 < len(sequence) and "nationality" in plain:
        return False
    return plain <= NAMING


def capital(sequence: Sequence[Token], index: int) -> bool:
    return index < len(sequence) and sequence[index].text[:1].isupper()


def strip(sequence: Sequence[Token], run: tuple[int, int]) -> tuple[int, int]:
    """The run without a title before it and a company's legal suffix after it."""
    first, last = run
    while last - first > 1 and classes_at(sequence, first) & {"person-title"}:
        first += 1
    inner = (at for at in range(first + 1, last) if classes_at(sequence, at) & {"company-suffix"})
    last = next(inner, last)
    while last - first > 1 and classes_at(sequence, last - 1) & {"company-suffix"}:
        last -= 1
    return first, last


def classes_at(sequence: Sequence[Token], index: int) -> frozenset[str]:
    if not 0 <= index < len(sequence):
        return frozenset()
    return lexicon().classes_of((sequence[index].normal,))


def first_line(sequence: Sequence[Token]) -> int:
    """The index of the token that ends the first line; 0 if that is a sentence, no headline."""
    breaks = (i for i, one in enumerate(sequence) if one.kind == "space-break")
    end = next(breaks, len(sequence))
    return 0 if end == 0 or sequence[end - 1].text[-1] in ".!?" else end


VERBS = frozenset(
    {"to", "future", "might", "cut", "dismiss", "plan", "announce", "close", "acquire", "launch"}
)


def licence(sequence: Sequence[Token], run: tuple[int, int], headline: int) -> str:
    """What makes the name a place's, a person's or an employer's; "" when nothing does."""
    first, last = run
    if "place" in lexicon().classes_of(words_in(sequence, first, last)):
        return "place"
    after = classes_at(sequence, last)
    if after & {"company-suffix"}:
        return "suffix"
    if last - first > 1 and classes_at(sequence, last - 1) & {"company-word", "company"}:
        return "suffix"
    if titled(sequence, first, last):
        return "person"
    if company_before(sequence, first) or described(sequence, last):
        return "apposition"
    if owns_staff(sequence, last):
        return "possessive"
    if after & {"say", "announce"} and sequence[last + 1 : last + 2]:
        subject = [token.normal for token in sequence[last + 1 : last + 7]]
        if "it" in subject or "its" in subject:
            return "subject"
    if listed(sequence, first, last):
        return "list"
    if after & {"boss"} and capital(sequence, last + 1):
        return "title"
    if last <= headline and verb_follows(after):
        return "headline"
    return ""


def placed(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name stands where a place does: "in X", "near X"."""
    return run[0] > 0 and sequence[run[0] - 1].normal in ("in", "near", "from")


def acting(sequence: Sequence[Token], run: tuple[int, int]) -> str:
    """What a name does that only an employer does: it stands right before its staff or cuts ("X
    workers"), or cuts a number of jobs ("X is to cut 300 jobs")."""
    last = run[1]
    if classes_at(sequence, last) & STAFF and not touched(sequence, last):
        return "staff"
    at = behind_apposition(sequence, last)
    while at < last + 6 and classes_at(sequence, at) & AUXILIARY:
        at += 1
    if {"cut", "dismiss"}.isdisjoint(roots(classes_at(sequence, at) | pair_at(sequence, at))):
        return ""
    behind = range(at + 1, min(at + 12, len(sequence)))
    counted = any(classes_at(sequence, n) & STAFF for n in behind)
    return "verb" if counted and any(sequence[n].kind == "number" for n in behind) else ""


def behind_apposition(sequence: Sequence[Token], last: int) -> int:
    """The token behind a description in commas: "X, the country's oldest shop, is to cut"."""
    if last >= len(sequence) or sequence[last].text != ",":
        return last
    commas = (
        at for at in range(last + 1, min(last + 10, len(sequence))) if sequence[at].text == ","
    )
    return next(commas, last - 1) + 1


def pair_at(sequence: Sequence[Token], index: int) -> frozenset[str]:
    """The classes of the two words that begin at `index`: "laid off"."""
    words = tuple(token.normal for token in sequence[index : index + 2])
    return lexicon().entries.get(words, frozenset())


def touched(sequence: Sequence[Token], index: int) -> bool:
    """Whether a name's next word begins a longer name: "X Workers United"."""
    return sequence[index].text[:1].isupper() and capital(sequence, index + 1)


STAFF = frozenset({"worker", "worker-mass", "job", "redundancy", "layoff"})
AUXILIARY = frozenset({"future", "conditional", "might", "have", "be", "to", "plan", "announce"})


def verb_follows(classes: frozenset[str]) -> bool:
    return not VERBS.isdisjoint(roots(classes))


@cache
def roots(classes: frozenset[str]) -> frozenset[str]:
    """The classes without the forms of verbs: "cut" for "cut.past"."""
    return frozenset(name.partition(".")[0] for name in classes)


def titled(sequence: Sequence[Token], first: int, last: int) -> bool:
    """A job title stands right before the name, or after it and a comma."""
    if classes_at(sequence, first - 1) & {"person-title"}:
        return True
    stop = first > 1 and sequence[first - 1].text == "."
    if stop and classes_at(sequence, first - 2) & {"person-title"}:
        return True
    comma = last < len(sequence) and sequence[last].text == ","
    return comma and any(classes_at(sequence, last + n) & {"person-title"} for n in (1, 2))


def company_before(sequence: Sequence[Token], first: int) -> bool:
    """A company's noun of one or two words right before the name: "the chip major X"."""
    entry = lexicon().classes_of(words_in(sequence, max(0, first - 2), first))
    return bool((classes_at(sequence, first - 1) | entry) & {"company"})


def described(sequence: Sequence[Token], last: int) -> bool:
    """A comma, an article and within six words a company's noun: "X, the family-run maker"."""
    if last + 2 >= len(sequence) or sequence[last].text != ",":
        return False
    if sequence[last + 1].normal not in ("the", "a", "an", "one"):
        return False
    for index in range(last + 2, min(last + 9, len(sequence))):
        if sequence[index].kind == "punct":
            return False
        if classes_at(sequence, index) & {"company"}:
            return True
    return False


def owns_staff(sequence: Sequence[Token], last: int) -> bool:
    """A possessive and within three words jobs or staff: "X's 3,000 employees"."""
    if last >= len(sequence) or sequence[last].normal not in ("'s", "'"):
        return False
    return any(classes_at(sequence, last + n) & STAFF for n in (1, 2, 3))


def listed(sequence: Sequence[Token], first: int, last: int) -> bool:
    """A list's entry in bold, followed by a mark or a verb: "1. **X** – 200 jobs"."""
    if not (first > 0 and last + 1 < len(sequence)):
        return False
    bold = sequence[first - 1].text == sequence[last].text == "**"
    following = classes_at(sequence, last + 1)
    marked = sequence[last + 1].kind == "dash" or sequence[last + 1].text in (":", "(")
    return bold and (marked or verb_follows(following) or bool(following & {"be", "have"}))
