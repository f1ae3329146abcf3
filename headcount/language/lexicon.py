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

import yaml

from headcount.language.tokens import Token, tokens

FORMS = ("base", "s", "past", "participle", "ing")

Phrase = tuple[str, ...]


class LexiconError(ValueError):
    """`lexicon.yaml` contradicts itself; the message says in which entry."""


@dataclass(frozen=True)
class Match:
    """A word or phrase of the lexicon in a text: `end` is the index of the token after it."""

    phrase: str
    classes: frozenset[str]
    end: int


@dataclass(frozen=True)
class Lexicon:
    """Look-up by phrase; a phrase is its tokens' texts in lower case, with straight quotes.

    `longer`: by first two words, the phrases of more than one token, longest first.
    `values`: (class, phrase) → the value that the file gives.
    """

    entries: Mapping[Phrase, frozenset[str]]
    longer: Mapping[tuple[str, str], tuple[Phrase, ...]]
    values: Mapping[tuple[str, str], str]

    def classes(self, word: str) -> frozenset[str]:
        """The classes of a word or phrase; empty for one that is not in the lexicon."""
        single = self.entries.get((normal(word),))
        return single if single is not None else self.entries.get(words_of(word), frozenset())

    def value(self, name: str, word: str) -> str | None:
        """What class `name` gives for a word or phrase, None if nothing."""
        return self.values.get((name, " ".join(words_of(word))))

    def words(self, name: str) -> tuple[str, ...]:
        """All words and phrases of a class, in alphabetical order."""
        return tuple(sorted(" ".join(p) for p, found in self.entries.items() if name in found))

    def match(
        self, sequence: Sequence[Token], index: int, among: str | None = None
    ) -> Match | None:
        """The longest word or phrase that begins at token `index`, None if there is none.

        With `among`, only the words of that class count.
        """
        first = normal(sequence[index].text)
        second = normal(sequence[index + 1].text) if index + 1 < len(sequence) else ""
        for phrase in self.longer.get((first, second), ()):
            end = index + len(phrase)
            if end > len(sequence) or (among is not None and among not in self.entries[phrase]):
                continue
            rest = zip(sequence[index + 2 : end], phrase[2:], strict=True)
            if all(normal(token.text) == word for token, word in rest):
                return Match(" ".join(phrase), self.entries[phrase], end)
        found = self.entries.get((first,))
        if found is None or (among is not None and among not in found):
            return None
        return Match(first, found, index + 1)


@cache
def lexicon() -> Lexicon:
    """The project's lexicon, read once."""
    return read((Path(__file__).parent / "lexicon.yaml").read_text("utf-8"))


def read(text: str) -> Lexicon:
    """A lexicon from the text of its file.

    Raises LexiconError if a word is in two classes and an entry of it doesn't say so.
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
        for entry, value in pairs(key, listed):
            word = entry.removesuffix("*")
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
    longer: dict[tuple[str, str], list[Phrase]] = {}
    for phrase in entries:
        if len(phrase) > 1:
            longer.setdefault((phrase[0], phrase[1]), []).append(phrase)
    return Lexicon(
        {phrase: frozenset(names) for phrase, names in entries.items()},
        {first: tuple(sorted(found, key=len, reverse=True)) for first, found in longer.items()},
        values,
    )


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


@lru_cache(maxsize=8192)
def normal(word: str) -> str:
    """Lower case, straight apostrophes, one kind of dash."""
    plain = word.lower()
    if plain.isascii():
        return plain
    return plain.replace("’", "'").replace("‑", "-").replace("–", "-")


def words_of(phrase: str) -> Phrase:
    """A phrase as the texts of its tokens."""
    if phrase.isalpha():
        return (normal(phrase),)
    return tuple(normal(token.text) for token in tokens(phrase))
