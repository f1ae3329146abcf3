"""The lexicon's file says what it means, and contradictions in it are errors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from headcount import language
from headcount.language.lexicon import LexiconError, conjugation, lexicon, plural, read
from headcount.language.tokens import tokens
from headcount.model import QUALIFIERS

FOLDER = Path(language.__file__).parent


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("job", "job"),
        ("Positions", "job"),
        ("employees", "worker"),
        ("people", "worker"),
        ("lay-offs", "redundancy"),
        ("a few hundred", "vague"),
        ("march", "month"),
        ("on", ""),
        ("no", ""),
    ],
)
def test_words_are_in_their_classes(word: str, name: str) -> None:
    """Case doesn't matter, phrases and inflected forms are found, other words are in none."""
    assert (name in lexicon().classes(word)) is bool(name)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("job", "jobs"),
        ("agency", "agencies"),
        ("day", "days"),
        ("crutch", "crutches"),
        ("loss", "losses"),
    ],
)
def test_plurals_follow_the_rule(noun: str, expected: str) -> None:
    """Only what the rule gets wrong must be written as irregular."""
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("verb", "irregular", "expected"),
    [
        ("axe", (), ("axe", "axes", "axed", "axed", "axing")),
        ("trim", (), ("trim", "trims", "trimmed", "trimmed", "trimming")),
        ("slash", (), ("slash", "slashes", "slashed", "slashed", "slashing")),
        ("deploy", (), ("deploy", "deploys", "deployed", "deployed", "deploying")),
        ("deny", (), ("deny", "denies", "denied", "denied", "denying")),
        ("reduce", (), ("reduce", "reduces", "reduced", "reduced", "reducing")),
        ("eliminate", (), ("eliminate", "eliminates", "eliminated", "eliminated", "eliminating")),
        ("lay", ("laid", "laid"), ("lay", "lays", "laid", "laid", "laying")),
        ("cut", ("cut", "cut", "cutting"), ("cut", "cuts", "cut", "cut", "cutting")),
    ],
)
def test_verbs_follow_the_rule(
    verb: str, irregular: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """Five forms, of which an irregular verb states two or three."""
    assert conjugation(verb, irregular) == expected


def test_a_verb_phrase_inflects_its_first_word() -> None:
    """Each form is in the verb's class and in the class of the form."""
    words = read("cut (verbs): [lay off]\nirregular verbs: {lay: [laid, laid]}")
    assert words.classes("laying off") == {"cut", "cut.ing"}
    assert words.classes("laid off") == {"cut", "cut.past", "cut.participle"}


def test_a_word_in_two_classes_must_say_so() -> None:
    """An unnoticed second meaning is how a month becomes a modal verb."""
    with pytest.raises(LexiconError, match='"may" is in modal, month'):
        read("month: [may]\nmodal: [may]")
    assert read("month: [may*]\nmodal: [may*]").classes("May") == {"month", "modal"}
    with pytest.raises(LexiconError, match='"cut" is in noun, verb'):
        read("verb (verbs): [cut]\nnoun (nouns): [cut]")


def test_a_word_stands_once_in_a_class() -> None:
    """Of two entries one would be mended, and the other go on."""
    with pytest.raises(LexiconError, match='"mill" stands twice in "site'):
        read("site (nouns): [mill, forge, mill*]")


@pytest.mark.parametrize("text", ["x: word", "x (adverbs): [soon]", "irregular nouns: [a]"])
def test_a_wrong_shape_is_an_error(text: str) -> None:
    """A class is a list or a mapping, its shape nouns, verbs or none."""
    with pytest.raises(LexiconError):
        read(text)


def mappings(node: yaml.Node) -> Iterator[list[str]]:
    """The keys of every mapping of a file."""
    if isinstance(node, yaml.MappingNode):
        yield [key.value for key, _ in node.value]
    inner = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else node.value
    for one in inner if isinstance(node, yaml.CollectionNode) else ():
        yield from mappings(one)


@pytest.mark.parametrize("name", ["lexicon.yaml", "rules.yaml"])
def test_nothing_is_written_twice(name: str) -> None:
    """Of two equal keys a loader keeps the last, and the words of the first are lost."""
    node = yaml.compose((FOLDER / name).read_text("utf-8"))
    for keys in mappings(node):
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


def test_the_longest_phrase_wins() -> None:
    """ "a few hundred" is not "a few" with something after it."""
    found = tokens("cut a few hundred jobs")
    match = lexicon().match(found, 1)
    assert match is not None
    assert (match.phrase, match.end) == ("a few hundred", 4)
    assert lexicon().match(found, 0) is None or "vague" not in lexicon().match(found, 0).classes


def test_beginnings_tell_what_must_follow() -> None:
    """A word that is an entry by itself needs nothing after it; other classes play no part."""
    words = read("near: [about, close to, close by, up, up to]\nfar: [away from]")
    assert words.beginnings("near") == {
        "about": frozenset(),
        "close": {"to", "by"},
        "up": frozenset(),
    }


@pytest.mark.parametrize("name", ["vague", "qualifier", "qualifier-after"])
def test_every_qualifier_is_one_of_the_model(name: str) -> None:
    """The ids that the file gives are those of the records."""
    ids = {qualifier.id for qualifier in QUALIFIERS}
    words = lexicon().words(name)
    assert words
    assert {lexicon().value(name, word) for word in words} <= ids
