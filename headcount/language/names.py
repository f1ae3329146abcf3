"""Who is named in a text: the registry's organisations, publishers and people, and others.

A name that nobody registered is an employer only by evidence in the text (a company's suffix or
noun, an apposition, the headline, its staff in the possessive), never by its capitals alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from headcount.language.capitals import Kind, Mention, mention, unknown
from headcount.language.tokens import Token, normal, tokens
from headcount.model import Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase of the registry means."""

    kind: Kind
    is_: str
    name: str
    evidence: str


class Names:
    """Look-up over one registry."""

    def __init__(self, registry: Registry) -> None:
        self.parents = {one.id: one.parent for one in registry.organisations}
        self.names = {one.id: one.name for one in registry.organisations}
        self.watch = frozenset(one.id for one in registry.organisations if one.watch)
        self.employers = {one.id: one.organisation for one in registry.people}
        self.people = {one.id: one.name for one in registry.people}
        self.publishers = {one.id: one.name for one in registry.publishers}
        self.index: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for org in registry.organisations:
            self.learn("organisation", org.id, org.name, (org.name, *org.aliases), "registry")
            self.learn("organisation", org.id, org.name, org.short, "short")
        for publisher in registry.publishers:
            words = (publisher.name, publisher.short, *publisher.aliases)
            self.learn("publisher", publisher.id, publisher.name, words, "registry")
        for person in registry.people:
            words = (person.name, *person.aliases)
            self.learn("person", person.id, person.name, words, "registry")
        for known in self.index.values():
            known.sort(key=lambda item: -len(item[0]))

    def learn(self, kind: Kind, is_: str, name: str, phrases: Iterable[str], evidence: str) -> None:
        """Put the phrases of one registered thing into the index, by their first token's
        normal form."""
        for phrase in dict.fromkeys(phrases):
            words = tuple(straight(token.text) for token in tokens(phrase))
            if words:
                entry = Entry(kind, is_, name, evidence)
                self.index.setdefault(normal(words[0]), []).append((words, entry))

    def family(self, id: str) -> str:
        """The root employer of an organisation: itself if it has no parent or isn't known."""
        seen = {id}
        while (parent := self.parents.get(id)) is not None and parent not in seen:
            seen.add(parent)
            id = parent
        return id

    def same_family(self, a: str, b: str) -> bool:
        """Whether two organisations have the same root employer."""
        return self.family(a) == self.family(b)

    def name(self, id: str) -> str:
        """What a page prints for an id; the id itself if nobody registered it."""
        return self.names.get(id) or self.people.get(id) or self.publishers.get(id) or id

    def find(
        self,
        text: str,
        sequence: Sequence[Token],
        context: Sequence[Mention] = (),
        body: Sequence[Token] = (),
    ) -> tuple[Mention, ...]:
        """All mentions of `text` in order, without overlaps.

        `context`: what was found in the article's other part. A short name counts only if its
        family is named in full here or there; a name licensed there is licensed here. `body`: the
        words below a headline, which tell where its names end.
        """
        found = list(self.registered(sequence))
        families = {
            self.family(one.is_)
            for one in (*found, *context)
            if one.kind == "organisation" and one.evidence == "registry"
        }
        found = [
            one for one in found if one.evidence != "short" or self.family(one.is_) in families
        ]
        others = shortened(unknown(sequence, found, context, body), (*found, *context))
        return tuple(sorted((*found, *others), key=order))

    def registered(self, sequence: Sequence[Token]) -> Iterable[Mention]:
        """The longest phrase of the registry at each token."""
        free = 0
        openings = [at for at, token in enumerate(sequence) if token.normal in self.index]
        for index in openings:
            if index < free:
                continue
            for words, entry in self.index[sequence[index].normal]:
                end = index + len(words)
                if tuple(straight(token.text) for token in sequence[index:end]) == words:
                    yield mention(
                        sequence, index, end, entry.kind, entry.is_, entry.name, entry.evidence
                    )
                    free = end
                    break


def shortened(unregistered: Sequence[Mention], known: Sequence[Mention]) -> Iterator[Mention]:
    """Names that nobody registered; one that begins the name of only one organisation
    that the article names in full is a short form of that: "X confirms …; X Foods said"."""
    full = {
        one.name: one for one in known if one.kind == "organisation" and one.evidence == "registry"
    }
    if not full:
        yield from unregistered
        return
    written = {one.name for one in (*unregistered, *known) if one.name not in full}
    for one in unregistered:
        begun = f"{one.name} "
        longer = [name for name in (*full, *written) if name.startswith(begun)]
        if one.kind in ("organisation", "name") and len(longer) == 1 and longer[0] in full:
            whole = full[longer[0]]
            yield replace(one, is_=whole.is_, name=whole.name, evidence="short")
        else:
            yield one


@lru_cache(maxsize=8)
def of(registry: Registry) -> Names:
    """The look-up of a registry, made once."""
    return Names(registry)


def straight(word: str) -> str:
    return word.replace("’", "'").replace("‑", "-")


def order(one: Mention) -> int:
    return one.start
