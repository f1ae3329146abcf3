"""Every event rule does what it is for, and not what it could be mistaken for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from headcount import extract
from headcount.extract import senses
from headcount.language import rules as module
from headcount.language.names import of
from headcount.language.passages import passages
from headcount.language.patterns import PIECE, RuleError, needs
from headcount.language.rules import Rule, attempts, findings, read, rules
from tests.newsroom import REGISTRY, article

RULES = rules()
YES = [(rule, example) for rule in RULES for example in rule.yes]
NO = [(rule, text) for rule in RULES for text in rule.no]


def fired(text: str) -> set[str]:
    _, body = passages("", text, of(REGISTRY))
    return {one.rule.id for sentence in body.sentences for one in findings(sentence)}


def codes(text: str) -> list[str]:
    _, body = passages("", text, of(REGISTRY))
    return [sentence.codes for sentence in body.sentences]


def claims(text: str) -> list[dict[str, Any]]:
    reading = extract.reading(article(text), REGISTRY)
    return [row for row in extract.export(reading, REGISTRY) if row["kind"] != "statement"]


def plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """An exported claim with the values of the rule file: everything as text."""
    jobs, money = row["jobs"], row["money"]
    flat = {
        **row,
        "jobs": jobs and [jobs["low"], jobs["high"]],
        "approx": bool(jobs and jobs["approx"]),
        "qualifier": jobs and jobs["qualifier"],
        "money": money and money["amount"],
    }
    return {key: written(value) for key, value in flat.items()}


def written(value: Any) -> Any:
    if isinstance(value, list):
        return [written(one) for one in value]
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"{value:g}" if isinstance(value, float) else str(value)


def holds(expected: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return all(row[key] == value for key, value in expected.items())


@pytest.mark.parametrize(
    ("rule", "example"), YES, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(YES)]
)
def test_yes(rule: Any, example: Mapping[str, Any]) -> None:
    """The rule's example gives exactly the claims that stand beside it."""
    rows = [plain(row) for row in claims(example["text"])]
    expected = example.get("claims", [])
    for one in expected:
        assert any(holds(one, row) for row in rows), rows
    assert len(rows) == len(expected), rows


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_fires(rule: Rule) -> None:
    """No rule is dead: each matches in one of its own examples."""
    rows = [row for example in rule.yes for row in codes(example["text"])]
    assert any(one.expression.search(row) for one in rule.patterns for row in rows)
    if rule.kind != "none":
        assert any(rule.id in fired(example["text"]) for example in rule.yes)


def readings(rule: Rule) -> list[list[dict[str, Any]]]:
    """What all rules together make of a rule's examples, whichever of them read what."""
    texts = [example["text"] for example in rule.yes]
    return [[{**row, "rule": ""} for row in claims(text)] for text in texts]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_needed(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule not all of its examples come out the same: no other rule does its work."""
    before = readings(rule)
    without = tuple(one for one in RULES if one.id != rule.id)
    monkeypatch.setattr(module, "rules", lambda: without)
    forget()
    try:
        assert readings(rule) != before
    finally:
        forget()


def forget() -> None:
    """Nothing read with other rules is remembered."""
    module.findings_in.cache_clear()
    module.by_codes.cache_clear()


@pytest.mark.parametrize(
    ("rule", "text"), NO, ids=[f"{rule.id}-{n}" for n, (rule, _) in enumerate(NO)]
)
def test_no(rule: Any, text: str) -> None:
    """What the rule could be mistaken for gives no claim; one that leans on its setting may match
    words, and makes nothing of them."""
    if "in" in rule.gives:
        assert rule.id not in {row["rule"] for row in claims(text)}
    else:
        assert rule.id not in fired(text)
        assert claims(text) == []


ENTRY = """
abbreviations: {staff: jobs=number word job}
rules:
- {id: x, for: A thing., kind: layoff, when: [WHEN], yes: [{text: a, claims: [{}]}], no: [b]}
"""


def broken() -> Iterator[tuple[str, str]]:
    yield "rules: []", "must hold `abbreviations` and `rules`"
    yield "rules: [", "no YAML"
    whole = ENTRY.replace("WHEN", "cut")
    yield whole.replace("yes: [{text: a, claims: [{}]}], ", ""), "`yes` is missing"
    yield whole.replace("text: a, ", ""), "a `yes` has no `text`"
    yield whole.replace(", claims: [{}]", ""), "`claims` is missing"
    yield whole.replace("kind: layoff", "kind: party"), "no kind 'party'"
    yield whole.replace("no: [b]", "no: [b], nope: c"), "no key `nope`"
    yield whole.replace("no: [b]", "no: [b], needs: [sheep]"), "no chunk 'sheep'"
    yield ENTRY.replace("WHEN", "cut ("), "can't read the pattern"
    yield ENTRY.replace("WHEN", "cut $nothing"), "nothing"
    yield ENTRY.replace("WHEN", "cut sheep"), "sheep"
    yield ENTRY.replace("WHEN", "cut !"), "can't read"
    yield ENTRY.replace("WHEN", "'cut?'"), "where nothing stands"
    yield ENTRY.replace("WHEN", "cut").replace("no: [b]", "no: []"), "`no` is missing"
    yield ENTRY.replace("WHEN", "cut").replace("for: A thing., ", ""), "`for` is missing"


@pytest.mark.parametrize(("text", "message"), list(broken()))
def test_broken_rules_are_refused(text: str, message: str) -> None:
    """A rule without a purpose, examples or a readable pattern says what is wrong."""
    with pytest.raises(RuleError, match=message):
        read(text)


def test_two_rules_may_not_share_an_id() -> None:
    """An id names one rule, for `explain`."""
    entry = ENTRY.replace("WHEN", "cut $staff")
    with pytest.raises(RuleError, match="two rules"):
        read(entry + entry.splitlines()[-1])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_match_holds_what_its_pattern_needs(rule: Any) -> None:
    """Whether a pattern is worth a try can be told from the sentence's chunks alone."""
    for pattern in rule.patterns:
        wanted = needs(iter(PIECE.findall(pattern.expression.pattern)))
        for text in {example["text"] for _, example in YES}:
            for match in (one for row in codes(text) for one in pattern.expression.finditer(row)):
                assert not any(one.isdisjoint(match.group()) for one in wanted)


def test_few_patterns_are_tried() -> None:
    """A sentence costs what its words could mean, not what the file holds."""
    rows = [row for _, text in NO for row in codes(text)]
    tried = sum(1 for row in rows for _ in attempts(frozenset(row)))
    assert tried < len(rows) * sum(len(rule.patterns) for rule in RULES) / 8


def test_other_senses_are_those_of_rules() -> None:
    """A rule that got another id would lose them silently."""
    assert set(senses.OTHERWISE) <= {rule.id for rule in RULES}


def test_a_workforce_that_grew_is_no_revised_cut() -> None:
    """A number replaces another only where cuts are told."""
    assert "layoff.revised" not in {
        row["rule"] for row in claims("Brightwater Inc has 900 staff, up from 700 last year.")
    }
    assert "layoff.revised" in {
        row["rule"] for row in claims("Brightwater Inc cuts 900 jobs, up from 700 in May.")
    }
