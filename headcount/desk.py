"""One quotation on an editor's desk: words are found in it, and the grammar reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from headcount import references, schema, values, yamlfile
from headcount.language.names import Names
from headcount.model import (
    Article,
    Organisation,
    Person,
    Place,
    Problem,
    Publisher,
    Quote,
    Registry,
    Span,
)
from headcount.source import slug
from headcount.yamlfile import Node, Scalar

T = TypeVar("T")
Entry = Organisation | Publisher | Person


def meaning(words: str, entries: Iterable[Entry]) -> tuple[str, str] | None:
    """(id, name) of the one entry that has these words as its name, alias or short name."""
    wanted = " ".join(words.translate(references.ALIKE).split())
    found = {
        (entry.id, entry.name)
        for entry in entries
        for name in (entry.name, *entry.aliases, *getattr(entry, "short", ()))
        if name.translate(references.ALIKE) == wanted
    }
    return found.pop() if len(found) == 1 else None


@dataclass(slots=True)
class Desk:
    """One claim being read: where its quote is, and what is wrong so far."""

    node: yamlfile.Mapping
    article: Article
    registry: Registry
    names: Names
    quote: Quote
    problems: list[Problem] = field(default_factory=list)

    def say(self, place: Place, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(place, code, message, remedy))

    def span(
        self, key: str, node: Node | None, *, quiet: bool = False, ids: Iterable[str] = ()
    ) -> Span | None:
        """Where the words at `node` stand in the quote; anything but once is a problem.

        `ids`: what may stand there instead of words.
        """
        if not isinstance(node, Scalar) or not node.text.strip():
            return None
        found = list(references.pattern(node.text).finditer(self.quote.text))
        if len(found) == 1:
            start = self.quote.at.start
            return Span("body", start + found[0].start(), start + found[0].end())
        if not quiet:
            stands = f"stands {len(found)} times" if found else "does not stand"
            message = f'"{key}" {stands} in the quote: {schema.shown(node)}'
            near = get_close_matches(node.text, sorted(ids), n=1, cutoff=0.7)
            remedy = "write more of its words"
            if not found:
                remedy = references.alike(node.text, self.quote.text)
            if near and remedy == references.COPY:
                remedy = schema.suggestion(node.text, near)
            self.say(node.place, "words", message, remedy)
        return None

    def words(self, span: Span) -> str:
        return self.article.body[span.start : span.end]

    def read(
        self, key: str, what: str, grammar: Callable[[str], T | None]
    ) -> tuple[T, Span] | None:
        """The value that the grammar reads out of the words of `key`, with their span."""
        node = self.node.get(key)
        span = self.span(key, node)
        if span is None:
            return None
        value = grammar(self.words(span))
        if value is None:
            message = f'"{key}" is not {what} that can be read: {schema.shown(node)}'
            remedy = "name exactly its words, with words like about or over and nothing else"
            self.say(values.place(self.node, key), "words", message, remedy)
            return None
        return value, span

    def organisation(self, words: str) -> str | None:
        """The id of the one registered organisation that these words name."""
        found = meaning(words, self.registry.organisations)
        return found[0] if found else None

    def someone(self, words: str) -> tuple[str, str]:
        """(id, name) of the person, newsroom or organisation meant, registered or not."""
        for entries in (
            self.registry.people,
            self.registry.publishers,
            self.registry.organisations,
        ):
            if (found := meaning(words, entries)) is not None:
                return found
        return slug(words), " ".join(words.split())
