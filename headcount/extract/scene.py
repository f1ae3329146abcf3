"""An article read into chunks, and where things stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from headcount.extract.entries import Head, heads
from headcount.language.capitals import Mention
from headcount.language.chunks import Chunk, Sentence
from headcount.language.names import Names, of
from headcount.language.passages import Passage, passages
from headcount.language.rules import Finding, findings
from headcount.model import Article, Claim, Part, Registry, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """What a rule found, and where: part, index of the sentence, finding."""

    part: Part
    index: int
    sentence: Sentence
    finding: Finding

    @property
    def own(self) -> int:
        """The first chunk that speaks of this finding: a part's match begins with its whole."""
        if self.finding.rule.gives.get("link") == "part_of" and "jobs" in self.finding.slots:
            return self.finding.slots["jobs"][0]
        return self.finding.first


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with the spot it comes from; statements come from no rule's finding."""

    claim: Claim
    part: Part
    index: int
    finding: Finding | None = None


@dataclass(frozen=True)
class Scene:
    """All of an article that the slots look at."""

    article: Article
    names: Names
    title: Passage
    body: Passage

    @cached_property
    def heads(self) -> tuple[Head | None, ...]:
        """For each sentence of the body what heads its entry."""
        return heads(self.body)

    def passage(self, part: Part) -> Passage:
        return self.body if part == "body" else self.title

    def span(self, part: Part, start: int, end: int) -> Span:
        return Span(part, start, end)

    def words(self, part: Part, start: int, end: int) -> str:
        return self.passage(part).text[start:end]

    def spots(self) -> Iterator[Spot]:
        """All findings, the title's first, in order."""
        parts: tuple[Part, ...] = ("title", "body")
        for part in parts:
            for index, sentence in enumerate(self.passage(part).sentences):
                for finding in findings(sentence):
                    yield Spot(part, index, sentence, finding)


def scene_of(article: Article, registry: Registry) -> Scene:
    """The scene of one article; nothing of any other article is in it."""
    names = of(registry)
    title, body = passages(article.title, article.body, names)
    return Scene(article, names, title, body)


def mention_of(chunk: Chunk) -> Mention:
    """The mention that a chunk of a name holds. Raises TypeError for another chunk."""
    if not isinstance(chunk.value, Mention):
        raise TypeError(f"{chunk.name} is no name")
    return chunk.value
