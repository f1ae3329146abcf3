"""The words that the grammar knows, and to which classes they belong.

`lexicon.yaml` is the one place for a new word. Its format:

- `class: [word, a phrase, …]`: the words as they are, in lower case.
- `class: {word: value, …}`: the same, each with a value ("twenty": 20).
- `class (nouns): […]`: singular forms; the plural is made by `plural`.
- `class (verbs): […]`: base forms; the other four are made by `conjugation` from the first word
  of the phrase. Every form is in `class` and in one or more of `class.base`, `class.s`,
  `class.past`, `class.participle`, `class.ing`.
- `irregular nouns: {person: people}` and `irregular verbs: {lay: [laid, laid]}` (past,
  participle) or `{cut: [cut, cut, cutting]}` (and the ing form).
- A trailing `*` ("cut*") states that the word, or one of its forms, is in another class too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from headcount.language.tokens import Token, normal, tokens

FORMS = ("base", "s", "past", "participle", "ing")

Phrase = tuple[str, ...]


NONE: frozenset[str] = frozenset()
"""The classes of a word that is not in the lexicon."""


class LexiconError(ValueError):
    """`lexicon.yaml` contradicts itself; the message says in which entry."""


class Match(NamedTuple):
    """A word or phrase of the lexicon in a text: `end` is the index of the token after it."""

    phrase: str
    classes: frozenset[str]
    end: int


class Entry(NamedTuple):
    """A word or phrase with the classes it is in; `key` has single blanks between its `words`."""

    key: str
    words: Phrase
    classes: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """Look-up by phrase; a phrase is its tokens' texts in lower case, with straight quotes.

    `entries`: by key. `longer`: by first and second word, the phrases, longest first.
    `alone`: single word → its classes.
    `inside`: by class and first word, its words and phrases, longest first.
    `values`: (class, key) → the value that the file gives.
    """

    entries: Mapping[str, Entry]
    alone: Mapping[str, frozenset[str]]
    longer: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    inside: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    values: Mapping[tuple[str, str], str]

    def classes(self, word: str) -> frozenset[str]:
        """The classes of a word or phrase; empty for one that is not in the lexicon."""
        found = self.entries.get(key(word))
        return NONE if found is None else found.classes

    def classes_of(self, words: Phrase) -> frozenset[str]:
        """The classes of a phrase whose words are in normal form already."""
        found = self.entries.get(" ".join(words))
        return NONE if found is None else found.classes

    def value(self, name: str, word: str) -> str | None:
        """What class `name` gives for a word or phrase, None if nothing."""
        return self.values.get((name, key(word)))

    def words(self, name: str) -> tuple[str, ...]:
        """All words and phrases of a class, in alphabetical order."""
        return tuple(sorted(one.key for one in self.entries.values() if name in one.classes))

    def match(self, sequence: Sequence[Token], index: int) -> Match | None:
        """The longest word or phrase that begins at token `index`, None if there is none."""
        first = sequence[index].normal
        seconds = self.longer.get(first)
        if seconds is not None and index + 1 < len(sequence):
            for entry in seconds.get(sequence[index + 1].normal, ()):
                end = index + len(entry.words)
                if len(entry.words) == 2 or entry.words == words_in(sequence, index, end):
                    return Match(entry.key, entry.classes, end)
        found = self.alone.get(first)
        return None if found is None else Match(first, found, index + 1)

    def match_of(self, name: str, sequence: Sequence[Token], index: int) -> Match | None:
        """The same among the words and phrases of one class."""
        known = self.inside.get(name)
        entries = None if known is None else known.get(sequence[index].normal)
        if entries is None:
            return None
        second = sequence[index + 1].normal if index + 1 < len(sequence) else ""
        for entry in entries:
            end = index + len(entry.words)
            alone = end == index + 1
            if alone or (
                entry.words[1] == second and entry.words == words_in(sequence, index, end)
            ):
                return Match(entry.key, entry.classes, end)
        return None

    def beginnings(self, *names: str) -> dict[str, frozenset[str]]:
        """The words that begin one of these classes' phrases → the words that must follow,
        none for a word that is in such a class by itself."""
        found: dict[str, set[str]] = {}
        alone = set()
        for one in self.entries.values():
            if not one.classes.isdisjoint(names):
                found.setdefault(one.words[0], set()).update(one.words[1:2])
                if len(one.words) == 1:
                    alone.add(one.key)
        return {word: frozenset(() if word in alone else after) for word, after in found.items()}


def words_in(sequence: Sequence[Token], first: int, end: int) -> Phrase:
    """The normal forms of the tokens [first, end)."""
    return tuple([token.normal for token in sequence[first:end]])


@cache
def lexicon() -> Lexicon:
    """The project's lexicon, read once."""
    return read((Path(__file__).parent / "lexicon.yaml").read_text("utf-8"))


def read(text: str) -> Lexicon:
    """A lexicon from the text of its file.

    Raises LexiconError if a word stands twice in a class, or is in two and an entry of it doesn't
    say so.
    """
    data: Mapping[str, object] = yaml.load(text, Loader=yaml.CBaseLoader) or {}
    plurals = table(data, "irregular nouns")
    irregular = {word: list(forms) for word, forms in table(data, "irregular verbs").items()}
    entries: dict[Phrase, set[str]] = {}
    values: dict[tuple[str, str], str] = {}
    plain: dict[Phrase, set[str]] = {}
    for key, listed in data.items():
        if key.startswith("irregular "):
            continue
        name, _, shape = key.partition(" (")
        written: set[str] = set()
        for entry, value in pairs(key, listed):
            word = entry.removesuffix("*")
            if word in written:
                raise LexiconError(f'"{word}" stands twice in "{key}"; drop one')
            written.add(word)
            forms = dict(forms_of(word, shape.removesuffix(")"), plurals, irregular))
            for form, marks in forms.items():
                phrase = words_of(form)
                entries.setdefault(phrase, set()).update(
                    {name, *(f"{name}.{mark}" for mark in marks)}
                )
                if value is not None:
                    values[name, " ".join(phrase)] = value
                if not entry.endswith("*"):
                    plain.setdefault(phrase, set()).add(name)
    complain(entries, plain)
    known = [Entry(" ".join(one), one, frozenset(names)) for one, names in entries.items()]
    longer: dict[str, dict[str, tuple[Entry, ...]]] = {}
    inside: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for one in sorted(known, key=lambda one: -len(one.words)):
        first = one.words[0]
        if len(one.words) > 1:
            seconds = longer.setdefault(first, {})
            seconds[one.words[1]] = (*seconds.get(one.words[1], ()), one)
        for name in one.classes:
            firsts = inside.setdefault(name, {})
            firsts[first] = (*firsts.get(first, ()), one)
    alone = {one.key: one.classes for one in known if len(one.words) == 1}
    return Lexicon({one.key: one for one in known}, alone, longer, inside, values)


def complain(entries: Mapping[Phrase, set[str]], plain: Mapping[Phrase, set[str]]) -> None:
    """Raise LexiconError for a word in two classes that one of its entries doesn't admit."""
    for phrase in plain:
        names = sorted(name for name in entries[phrase] if "." not in name)
        if len(names) > 1:
            word, where = " ".join(phrase), ", ".join(names)
            raise LexiconError(f'"{word}" is in {where}; write "{word}*" in each, or drop one')


def table(data: Mapping[str, object], key: str) -> Mapping[str, str]:
    found = data.get(key, {})
    if not isinstance(found, dict):
        raise LexiconError(f'"{key}" must map words to their forms')
    return found


def pairs(key: str, listed: object) -> Iterator[tuple[str, str | None]]:
    """The entries of a class with their values."""
    if isinstance(listed, dict):
        yield from listed.items()
    elif isinstance(listed, list) and all(isinstance(word, str) for word in listed):
        yield from ((word, None) for word in listed)
    else:
        raise LexiconError(f'"{key}" must be a list of words, or map words to values')


def forms_of(
    phrase: str, shape: str, plurals: Mapping[str, str], irregular: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(form, marks) of one entry: as it is, a noun's two or a verb's five forms."""
    if shape == "":
        yield phrase, ()
    elif shape == "nouns":
        head, _, noun = phrase.rpartition(" ")
        many = plurals.get(noun) or plural(noun)
        yield phrase, ()
        yield f"{head} {many}".strip(), ()
    elif shape == "verbs":
        verb, _, rest = phrase.partition(" ")
        marks: dict[str, list[str]] = {}
        for mark, form in zip(FORMS, conjugation(verb, irregular.get(verb, ())), strict=True):
            marks.setdefault(f"{form} {rest}".strip(), []).append(mark)
        yield from ((form, tuple(names)) for form, names in marks.items())
    else:
        raise LexiconError(f'"({shape})" is no shape; write (nouns) or (verbs)')


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(s|x|z|ch|sh)$", noun) else f"{noun}s"


def conjugation(verb: str, irregular: Sequence[str] = ()) -> tuple[str, str, str, str, str]:
    """Base, s, past, participle and ing form; `irregular` gives past, participle[, ing].

    The last consonant of a one-syllable verb after one vowel is doubled (trim, trimmed).
    """
    third = "has" if verb == "have" else plural(verb)
    if verb.endswith("e") and not verb.endswith("ee"):
        past, ing = f"{verb}d", f"{verb[:-1]}ing"
    elif re.search(r"[^aeiou]y$", verb):
        past, ing = f"{verb[:-1]}ied", f"{verb}ing"
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb):
        past, ing = f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    else:
        past, ing = f"{verb}ed", f"{verb}ing"
    forms = (past, past, ing) if not irregular else (*irregular, ing)[:3]
    return (verb, third, forms[0], forms[1], forms[2])


def words_of(phrase: str) -> Phrase:
    """A phrase as the normal forms of its tokens."""
    if PLAIN.fullmatch(phrase):
        return tuple(phrase.split(" "))
    found = tokens(phrase)
    return words_in(found, 0, len(found))


PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")
"""Phrases whose words are their normal forms."""


@lru_cache(maxsize=16_384)
def key(phrase: str) -> str:
    """A phrase as `entries` and `values` have it: its words with single blanks."""
    return normal(phrase) if phrase.isalpha() else " ".join(words_of(phrase))
