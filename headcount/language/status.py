"""Which state of an event a verb group tells: "is about to reduce", "were cut", "plans to"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from headcount.language.lexicon import lexicon
from headcount.language.tokens import Token, tokens

PAST_BE = frozenset({"was", "were", "been", "got"})
FORMS = ("base", "s", "past", "participle", "ing")
VERBS = (
    "cut",
    "dismiss",
    "affect",
    "downsize",
    "go",
    "lose-job",
    "acquire",
    "launch",
    "close",
    "split",
    "turn-out",
    "receive",
    "dwindle",
)


@lru_cache(maxsize=4096)
def status_of(words: str) -> str | None:
    """The status that a verb group means, None if it means none; "negated" for a denial of it
    and for what could have been.

    The first of these that the words hold decides: cancelled, denied, hearsay, what would have
    been, plan, process, future, and then the form of the verb itself.
    """
    found = matches(words)
    classes = frozenset().union(*(classes for _, classes in found)) if found else frozenset()
    if INTENDED.match(words.lower()):
        return "planned"
    for name, status in SIGNS:
        if name in classes:
            return status
    if "might" in classes and "have" in classes:
        return "negated"
    if "conditional" in classes:
        return "cancelled" if "have" in classes else "announced"
    if RISK.search(words.lower()):
        return "planned"
    for name, status in PLANS:
        if name == "to" and OBLIGED.search(words.lower()):
            return "completed"
        if name in classes:
            return status
    return by_form(found, classes)


INTENDED = re.compile(r"expects? to\b")
""" "X expects to cut": what it means to do itself, and nobody only supposes."""

RISK = re.compile(r"\bput at risk\b")
""" "have been put at risk": what may come."""

OBLIGED = re.compile(r"\b(?:had|forced|obliged) to\b")
""" "had to cut": what was done."""


SIGNS = (
    ("negation", "negated"),
    ("cancel", "cancelled"),
    ("deny", "denied"),
    ("expected", "reported"),
    ("expect", "reported"),
    ("outsider", "reported"),
)
PLANS = (
    ("at-risk", "planned"),
    ("might", "planned"),
    ("plan", "planned"),
    ("plan-noun", "planned"),
    ("start", "under_way"),
    ("process", "under_way"),
    ("future", "announced"),
    ("to", "announced"),
    ("announce", "announced"),
    ("bring-total", "announced"),
)


def matches(words: str) -> list[tuple[str, frozenset[str]]]:
    """(phrase, classes) of the lexicon's entries in `words`, in order."""
    sequence = tokens(words)
    found = []
    index = 0
    while index < len(sequence):
        match = lexicon().match(sequence, index)
        if match is not None:
            found.append((match.phrase, match.classes))
        index = match.end if match is not None else index + 1
    return found


def by_form(found: list[tuple[str, frozenset[str]]], classes: frozenset[str]) -> str | None:
    """The status that the main verb's form and its auxiliary give."""
    phrases = {phrase for phrase, _ in found}
    verbs = [forms(one) for _, one in found if any(name in one for name in VERBS)]
    if not verbs:
        return None
    verb = verbs[-1]
    if verb <= {"ing"} and "be" in classes:
        return "under_way"
    if phrases & PAST_BE or "have" in classes:
        return "completed"
    if "be" in classes:
        return "under_way" if "ing" in verb or "being" in phrases else "announced"
    if "redundant" in classes and not classes & {"split"}:
        return "announced"
    if verb & {"past", "participle"}:
        return "completed"
    return None if verb <= {"ing"} else "announced"


def forms(classes: frozenset[str]) -> frozenset[str]:
    """The verb forms among the classes of a word."""
    return frozenset(form for form in FORMS for name in VERBS if f"{name}.{form}" in classes)


def measure_value(words: str) -> str | None:
    """What a figure measures, by the word that says so; a noun for staff means the workforce."""
    classes = lexicon().classes(words)
    if classes & {"worker", "worker-mass"}:
        return "workforce"
    return lexicon().value("measure", words)


def topic_in(sequence: Sequence[Token]) -> tuple[str, int, int] | None:
    """(topic, start, end) of the first words that say what a statement is about."""
    openings = lexicon().inside["topic"]
    for index, token in enumerate(sequence):
        match = lexicon().match(sequence, index) if token.normal in openings else None
        if match is not None and "topic" in match.classes:
            topic = lexicon().value("topic", match.phrase) or ""
            return topic, sequence[index].start, sequence[match.end - 1].end
    return None
