"""The event rules of `rules.yaml`, compiled once, and what they find in a sentence.

How a pattern reads is explained in `patterns`. It is tried only on a sentence that holds all that
its matches must hold; `needs` names chunks that the sentence must hold besides.
Rules are tried in the order of the file; a number that one rule took is gone for the next, and a
rule of kind `none` takes it for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from headcount.language.chunks import Sentence
from headcount.language.patterns import Pattern, RuleError, code, compiled
from headcount.model import KINDS

OWNED = frozenset({"jobs", "percent", "money", "base"})
"""Slots whose words belong to one claim only."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One phenomenon. `for_`: one sentence saying which. `gives`: fields that the rule fixes
    (scope, status, topic, measure, link). `yes`, `no`: examples, run by the tests."""

    id: str
    for_: str
    kind: str
    patterns: tuple[Pattern, ...]
    gives: Mapping[str, str]
    yes: tuple[Mapping[str, Any], ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's match in a sentence: chunks [first, last); `slots`: name → chunk range.

    `own`: the chunks that no other claim may use: its amounts, or all of it without any.
    """

    rule: Rule
    first: int
    last: int
    slots: Mapping[str, tuple[int, int]]
    own: frozenset[int]

    def at(self, slot: str, sentence: Sentence) -> tuple[int, int] | None:
        """The code points of a slot's words, None if the rule didn't fill it."""
        if slot not in self.slots:
            return None
        first, last = self.slots[slot]
        return sentence.chunks[first].start, sentence.chunks[last - 1].end


@cache
def rules() -> tuple[Rule, ...]:
    """The project's rules, read once, in the order of the file."""
    return read((Path(__file__).parent / "rules.yaml").read_text("utf-8"))


def read(text: str) -> tuple[Rule, ...]:
    """Rules from the text of their file. Raises RuleError for one that is not complete.

    That a rule fires, and that its examples need it, the tests show: it takes sentences and names.
    """
    try:
        data = yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise RuleError(f"the file is no YAML: {error}") from error
    if not isinstance(data, dict) or not {"abbreviations", "rules"} <= set(data):
        raise RuleError("the file must hold `abbreviations` and `rules`")
    macros: dict[str, str] = data["abbreviations"]
    found = tuple(rule(entry, macros) for entry in data["rules"])
    ids = [one.id for one in found]
    for id in ids:
        if ids.count(id) > 1:
            raise RuleError(f"{id}: two rules have this id")
    return found


def rule(entry: Mapping[str, Any], macros: Mapping[str, str]) -> Rule:
    """One rule. Raises RuleError if it lacks its purpose, pattern or examples."""
    id = entry.get("id", "?")
    for key in ("id", "for", "kind", "when", "yes", "no"):
        if not entry.get(key):
            raise RuleError(f"{id}: `{key}` is missing")
    for key in entry:
        if key not in KEYS:
            raise RuleError(f"{id}: there is no key `{key}`")
    if entry["kind"] not in KINDS_OF_RULES:
        raise RuleError(f"{id}: there is no kind {entry['kind']!r}")
    besides = frozenset(code(name, id) for name in entry.get("needs", ()))
    fixed = {key: entry[key] for key in GIVES if key in entry}
    return Rule(
        id,
        entry["for"],
        entry["kind"],
        tuple(compiled(one, besides, macros, id) for one in entry["when"]),
        fixed,
        tuple(complete(one, id, entry["kind"]) for one in entry["yes"]),
        tuple(entry["no"]),
    )


def complete(example: Any, rule: str, kind: str) -> Mapping[str, Any]:
    """An example of what a rule finds. Raises RuleError for one that could not fail."""
    if not isinstance(example, dict) or not example.get("text"):
        raise RuleError(f"{rule}: a `yes` has no `text`")
    if kind != "none" and not example.get("claims"):
        raise RuleError(f"{rule}: `claims` is missing beside {example['text']!r}")
    return example


GIVES = ("tier", "scope", "status", "topic", "measure", "link", "of", "in")
KEYS = frozenset({"id", "for", "kind", "when", "needs", "yes", "no", *GIVES})
KINDS_OF_RULES = frozenset({"none", *(kind.id for kind in KINDS)})


def findings(sentence: Sentence) -> tuple[Finding, ...]:
    """What the rules find in a sentence, by position; rules of kind `none` only take numbers.

    A rule that holds only in a setting leaves its number to the rules behind it, in case the
    setting isn't there: whoever reads the findings gives a number to the first that holds.
    """
    return findings_in(sentence.codes)


@lru_cache(maxsize=4096)
def findings_in(codes: str) -> tuple[Finding, ...]:
    """The same from the sentence's codes, on which alone it depends."""
    taken: set[int] = set()
    found: list[Finding] = []
    for one, pattern in attempts(frozenset(codes)):
        for match in pattern.expression.finditer(codes):
            chunks = own_chunks(one, match)
            if "of" in one.gives and any(reaches(other, match) for other in found):
                continue
            if taken.isdisjoint(chunks):
                taken |= set() if "in" in one.gives else chunks
                found.append(Finding(one, match.start(), match.end(), slots_of(match), chunks))
    told = [one for one in found if one.rule.kind != "none"]
    return tuple(sorted(told, key=lambda one: min(one.own)))


def reaches(other: Finding, match: re.Match[str]) -> bool:
    """Whether a finding with a number reaches into a match of a rule without one."""
    numbered = not OWNED.isdisjoint(other.slots) and "in" not in other.rule.gives
    return numbered and other.first < match.end() and match.start() < other.last


def attempts(present: frozenset[str]) -> Iterator[tuple[Rule, Pattern]]:
    """The patterns that a sentence of these codes may match, with their rules, in order."""
    known = by_codes()
    held = {
        order: (rule, pattern)
        for first in present & known.keys()
        for second in present & known[first].keys()
        for order, rule, pattern in known[first][second]
        if pattern.every <= present and not any(map(present.isdisjoint, pattern.one_of))
    }
    return (held[order] for order in sorted(held))


@cache
def by_codes() -> Mapping[str, Mapping[str, Sequence[tuple[int, Rule, Pattern]]]]:
    """For two codes the patterns that are worth a try where both stand, numbered in order."""
    found: dict[str, dict[str, list[tuple[int, Rule, Pattern]]]] = {}
    every = ((rule, pattern) for rule in rules() for pattern in rule.patterns)
    for order, (rule, pattern) in enumerate(every):
        for first, second in pattern.keys:
            found.setdefault(first, {}).setdefault(second, []).append((order, rule, pattern))
    return found


def slots_of(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """The chunks of each slot, the first of its places that the match fills."""
    found: dict[str, tuple[int, int]] = {}
    for name, text in match.groupdict().items():
        if text:
            found.setdefault(name.partition("__")[0], match.span(name))
    return found


def own_chunks(one: Rule, match: re.Match[str]) -> frozenset[int]:
    """The chunks that a match keeps for itself: its amounts, or all of it without any."""
    amounts = [span for name, span in slots_of(match).items() if name in OWNED]
    spans: Sequence[tuple[int, int]] = amounts or [match.span()]
    return frozenset(index for first, last in spans for index in range(first, last))
