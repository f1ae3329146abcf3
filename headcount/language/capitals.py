"""Names in capitals that nobody registered: where they begin and end, and what they stand for.

What makes one an employer's is told in `licences`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from headcount.language.bearers import words_at
from headcount.language.deeds import acting, staffed
from headcount.language.lexicon import lexicon
from headcount.language.licences import alongside, first_line, in_state, licence, placed, sited
from headcount.language.neighbours import classes_at, legal_end, roots
from headcount.language.runs import capital_runs, strip
from headcount.language.shortnames import WEAK, bracketed, full_name, introduced
from headcount.language.titles import shared_end
from headcount.language.tokens import Token
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


PLAIN: dict[str, Kind] = {
    "person": "person",
    "office": "person",
    "union": "person",
    "paper": "publisher",
    "place": "place",
}


def unknown(
    sequence: Sequence[Token],
    found: Sequence[Mention],
    context: Sequence[Mention],
    body: Sequence[Token] = (),
) -> list[Mention]:
    """Names in capitals that are not registered, licensed or not."""
    taken = {index for one in found for index in range(one.first, one.last)}
    runs = [strip(sequence, run) for run in capital_runs(sequence, taken)]
    runs = [(first, shared_end(sequence, first, last, body)) for first, last in runs]
    runs = branded(sequence, runs, context)
    written = {run: words_at(sequence, run) for run in runs}
    headline = first_line(sequence)
    evidence = licensing(sequence, written, headline, (*found, *context))
    both = {one.name for one in context if one.kind in ("name", "organisation")}
    for run, why in evidence.items():
        if why == "verb" and written[run] in both:
            evidence[run] = "headline"
    licensed = {one.name: one.evidence for one in context if is_licensed(one)}
    for run, why in evidence.items():
        if why and why not in PLAIN and licensed.get(written[run], "verb") in WEAK:
            licensed[written[run]] = why
    for run, words in written.items():
        shorter = words.partition(" & ")[0]
        if not evidence[run] and shorter != words and shorter in licensed:
            evidence[run] = licensed[words] = licensed[shorter]
    every = frozenset(written.values())
    told = [words for run, words in written.items() if run[0] >= headline]
    full = introduced(told, licensed, {one.name for one in context})
    full.update(bracketed(sequence, written))
    for short, whole in full.items():
        if licensed.get(whole, "verb") in WEAK and short in licensed:
            licensed[whole] = licensed[short]
    names = {words: full_name(full.get(words, words), licensed, every) for words in every}
    mentions = []
    for (first, last), why in evidence.items():
        words = written[first, last]
        name = names[words]
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
    for index in [at for at, one in enumerate(sequence) if one.text in openings]:
        match = lexicon().match_of("state-service", sequence, index)
        if match is not None and (evidence := acting(sequence, (index, match.end))):
            name = words_at(sequence, (index, match.end))
            yield mention(sequence, index, match.end, "organisation", slug(name), name, evidence)


@cache
def service_words() -> frozenset[str]:
    """The words that such a service's name begins with."""
    return frozenset(lexicon().beginnings("state-service"))


def licensing(
    sequence: Sequence[Token],
    written: Mapping[tuple[int, int], str],
    headline: int,
    known: Sequence[Mention],
) -> dict[tuple[int, int], str]:
    """What licenses each name. A name alone that ends somebody's full name is that person's.

    `written`: the names' tokens [first, last) and words; `headline`: where the first line ends.
    """
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
        if sited(sequence, run) or in_state(sequence, run) or alongside(sequence, run, ends):
            found.add(words)
            ends.add(run[1])
    return frozenset(found)


GUESSED = frozenset({"headline", "subject"})
"""Evidence that a person's name may have too."""


def is_licensed(one: Mention) -> bool:
    return one.kind == "organisation" and one.evidence not in ("registry", "short")
