"""`content/events/<id>.md`: what an editor settled about one event, and its narrative."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePosixPath
from typing import Literal

from headcount import frontmatter, handmade, prose, references, values, yamlfile
from headcount.absent import Shelf
from headcount.model import (
    Article,
    BetweenDecision,
    Correction,
    Decision,
    Place,
    Prefer,
    Problem,
    Registry,
    RelationDecision,
)
from headcount.schema import (
    BY_WORDS,
    Choice,
    Date,
    Field,
    Flag,
    Many,
    Record,
    Reference,
    Slug,
    Table,
    Text,
)
from headcount.source import slug
from headcount.yamlfile import Node, Scalar

FIELDS = ("jobs", "date", "status", "money", "percent", "units", "organisation", "terms", "topic")
RELATIONS: dict[str, Literal["part_of", "revises"]] = {"part_of": "part_of", "revises": "revises"}
BETWEENS: dict[str, Literal["order", "containment"]] = {
    "order": "order",
    "containment": "containment",
}

PREFER = Record(
    (
        Field("field", Choice(FIELDS), "what is shown from this claim first", required=True),
        Field("claim", Reference(), "the claim", required=True),
        Field("reason", Text(), "why, for the reader", required=True),
    )
)
RELATION = Record(
    (
        Field("is", Choice(tuple(RELATIONS)), "what this event is to it", required=True),
        Field("to", Slug(), "id of the other event", required=True),
        Field("reason", Text(), "why, for the reader", required=True),
    )
)
SIDE = Record(
    (
        Field("text", Text(), "one side, in a few words", required=True),
        Field("claims", Many(Reference()), "the claims that say so", required=True),
    )
)
BETWEEN = Record(
    (
        Field("with", Slug(), "id of the other event", required=True),
        Field("field", Choice(tuple(BETWEENS)), "what sources differ on", required=True),
        Field("question", Text(), "the difference as a question", required=True),
        Field("values", Many(SIDE), "the sides", required=True),
        Field("reason", Text(), "why the page shows what it shows"),
    )
)
CORRECTION = Record(
    (
        Field("date", Date("day"), "the day on which the page was corrected", required=True),
        Field("text", Text(), "what was wrong and what it says now", required=True),
    )
)
MILESTONES = ("announced", "started", "completed", "closed")

FRONT = Record(
    (
        Field("title", Text(), "the event's headline, instead of the generated one"),
        Field("date", Date(), "when it happened, where sources leave that open"),
        Field("anchors", Many(Reference()), "claims that this file's event has, whatever changes"),
        Field("prefer", Many(PREFER), "which claim is shown first where sources differ"),
        Field("relations", Many(RELATION), "what this event is part of, or replaces"),
        Field("between", Many(BETWEEN), "differences about order or containment"),
        Field("milestones", Table(Date(), MILESTONES), "dates of its stages"),
        Field("join", Many(Slug()), "ids of events that are this one too"),
        Field("split", Many(Reference()), "claims that are about something else"),
        Field("hide", Flag(), "keeps the event off the site"),
        Field("confirm", Many(Reference()), "claims under review that may be published"),
        Field(
            "reject",
            Many(Reference()),
            "claims that are wrong; a file with nothing else needs no event",
        ),
        Field("corrections", Many(CORRECTION), "entries of the public log"),
        Field("claims", Many(handmade.CLAIM), "claims that no rule finds"),
    )
)


def read(
    files: Mapping[str, bytes],
    articles: Sequence[Article],
    registry: Registry,
    once: Container[str] = (),
) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """All decisions, by id. `files`: path → bytes of `content/events/`.

    `once`: ids of articles that the committed timeline knew; what was settled about one that is
    withdrawn is a warning, no error.
    Hand-made claims are located in their article, and not verified yet.
    """
    shelf = Shelf({article.id: article for article in articles}, once)
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for path in sorted(files):
        name = PurePosixPath(path)
        if name.suffix != ".md" or name.stem != slug(name.stem):
            remedy = f"rename it {slug(name.stem)}.md: its name is the event's id"
            problems.append(Problem(Place(path), "file", "not an event's file name", remedy))
            continue
        document, found = frontmatter.read(files[path], path, FRONT)
        problems += found
        if document is not None:
            decision, wrong = _decision(path, document, shelf, registry)
            decisions.append(decision)
            problems += wrong
    ids = [decision.id for decision in decisions]
    problems += (
        Problem(Place(decision.file), "id", f'"{decision.id}" has two files', "keep one of them")
        for number, decision in enumerate(decisions)
        if decision.id in ids[:number]
    )
    return tuple(sorted(decisions, key=lambda decision: decision.id)), tuple(problems)


def _decision(
    path: str,
    document: frontmatter.Document,
    shelf: Shelf,
    registry: Registry,
) -> tuple[Decision, tuple[Problem, ...]]:
    front = document.front
    made = [handmade.read(node, shelf, registry, path) for node in values.records(front, "claims")]
    decision = Decision(
        id=PurePosixPath(path).stem,
        file=path,
        title=values.text(front, "title"),
        narrative=document.body,
        anchors=_references(front, "anchors"),
        date=values.date(front, "date"),
        prefer=tuple(_preferred(front)),
        relations=tuple(_relations(front)),
        between=tuple(_between(front)),
        milestones=tuple(
            (key.text, value.text)
            for key, value in values.table(front, "milestones")
            if isinstance(value, Scalar)
        ),
        join=values.texts(front, "join"),
        split=_references(front, "split"),
        hide=values.flag(front, "hide"),
        confirm=_references(front, "confirm"),
        reject=_references(front, "reject"),
        corrections=tuple(
            Correction(date, values.text(node, "text") or "")
            for node in values.records(front, "corrections")
            if (date := values.date(node, "date")) is not None
        ),
        claims=tuple(claim for claim, _ in made if claim is not None),
        places=(*frontmatter.places(front), ("narrative", Place(path, document.line))),
    )
    problems = chain(
        *(found for _, found in made),
        _strangers(front, shelf),
        prose.problems(document.body, Place(path, document.line)),
    )
    return decision, tuple(problems)


def _reference(node: Node | None) -> str | None:
    """A claim's id, or "<article>#<words>"."""
    if isinstance(node, Scalar):
        return node.text if node.text and not isinstance(node.value, bool) else None
    if isinstance(node, yamlfile.Mapping):
        article, words = values.text(node, "article"), values.text(node, "words")
        return references.reference(article, words) if article and words else None
    return None


def _references(node: yamlfile.Mapping, key: str) -> tuple[str, ...]:
    found = (_reference(item) for item in values.items(node, key))
    return tuple(reference for reference in found if reference is not None)


def _preferred(front: yamlfile.Mapping) -> Iterator[Prefer]:
    for node in values.records(front, "prefer"):
        field, claim = values.text(node, "field"), _reference(node.get("claim"))
        if field in FIELDS and claim is not None:
            yield Prefer(field, claim, values.text(node, "reason") or "")


def _relations(front: yamlfile.Mapping) -> Iterator[RelationDecision]:
    for node in values.records(front, "relations"):
        is_, to = RELATIONS.get(values.text(node, "is") or ""), values.text(node, "to")
        if is_ is not None and to is not None:
            yield RelationDecision(is_, to, values.text(node, "reason") or "")


def _between(front: yamlfile.Mapping) -> Iterator[BetweenDecision]:
    for node in values.records(front, "between"):
        other, field = values.text(node, "with"), BETWEENS.get(values.text(node, "field") or "")
        if other is not None and field is not None:
            yield BetweenDecision(
                other=other,
                field=field,
                question=values.text(node, "question") or "",
                values=tuple(
                    (values.text(side, "text") or "", _references(side, "claims"))
                    for side in values.records(node, "values")
                ),
                reason=values.text(node, "reason") or "",
            )


def _strangers(node: Node, shelf: Shelf) -> Iterator[Problem]:
    """References to articles that aren't there."""
    if isinstance(node, yamlfile.Mapping):
        keys = {key.text for key, _ in node.entries}
        wanted, words = values.text(node, "article") or "", values.text(node, "words") or ""
        if keys == {field.key for field in BY_WORDS.fields} and wanted not in shelf.articles:
            yield shelf.missing(values.place(node, "article"), wanted, words)
        for _, value in node.entries:
            yield from _strangers(value, shelf)
    elif isinstance(node, yamlfile.Sequence):
        for item in node.items:
            yield from _strangers(item, shelf)
