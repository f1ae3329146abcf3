"""A claim that a person writes: verbatim words, out of which the grammar reads every value.

The editor never writes a number: `jobs: "about 300"` names words of the quote, and the same
grammar that reads articles reads them. What can't be found or read is a located problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from headcount import nearest, references, schema, values, yamlfile
from headcount.absent import Shelf
from headcount.desk import Desk
from headcount.language import dates, quantities
from headcount.language.lexicon import lexicon
from headcount.language.names import Names
from headcount.language.tokens import tokens
from headcount.model import (
    KINDS,
    MEASURES,
    STATUSES,
    TOPICS,
    Claim,
    Date,
    Jobs,
    Mark,
    Money,
    Named,
    Percent,
    Problem,
    Registry,
    Span,
    Speaker,
    Via,
)
from headcount.schema import Choice, Field, Flag, Many, Record, Slug, Text
from headcount.source import claim_id, slug
from headcount.yamlfile import Scalar

RULE = "hand"
TENSES: dict[str, Literal["past", "future"]] = {"past": "past", "future": "future"}
EVENT_KINDS = tuple(kind.id for kind in KINDS if kind.is_event)

CLAIM = Record(
    (
        Field("article", Slug(), "id of the article that says it", required=True),
        Field("quote", Text(), "its words, verbatim, which stand there once", required=True),
        Field("kind", Choice(tuple(kind.id for kind in KINDS)), "what is stated", required=True),
        Field("organisation", Text(), "the employer: words of the quote, or an id"),
        Field("units", Many(Text()), "words of the quote that name units, places or staff"),
        Field("jobs", Text(), "words of the quote that give a number of jobs"),
        Field("percent", Text(), "words of the quote that give a share"),
        Field("percent_of", Text(), 'what it is a share of: "workforce" or an id'),
        Field("money", Text(), "words of the quote that give a sum"),
        Field("date", Text(), "words of the quote that say when"),
        Field("tense", Choice(("past", "future")), "whether they speak of the past or the future"),
        Field("date_from", Text(), 'words of the quote with the date that "earlier" counts from'),
        Field("status", Choice(tuple(s.id for s in STATUSES)), "how far it has got; for events"),
        Field("scope", Choice(("part", "aggregate")), '"aggregate" is a total of several rounds'),
        Field("said_by", Text(), "who said it: words of the quote, or a person's id"),
        Field("direct", Flag(), "whether the quote is in the speaker's own words"),
        Field("topic", Choice(TOPICS), "what a statement is about"),
        Field("measure", Choice(MEASURES), "what a figure measures"),
        Field("terms", Text(), "words of the quote that tell the terms of a purchase"),
        Field("via", Many(Text()), "words of the quote that say where the article has it from"),
    )
)


def read(
    node: yamlfile.Mapping,
    shelf: Shelf,
    registry: Registry,
    file: str,
) -> tuple[Claim | None, tuple[Problem, ...]]:
    """The claim that a mapping of `CLAIM` describes, not yet verified, or why there is none."""
    id_, quote = values.text(node, "article"), node.get("quote")
    kind = values.text(node, "kind")
    if id_ is None or not isinstance(quote, Scalar) or kind not in {entry.id for entry in KINDS}:
        return None, ()
    if id_ not in shelf.articles:
        return None, (shelf.missing(values.place(node, "article"), id_, quote.text),)
    article = shelf.articles[id_]
    located = references.locate(quote, article)
    if isinstance(located, Problem):
        return None, (nearest.quoted(located, quote.text, article),)
    desk = Desk(node, article, registry, Names(registry), located)
    claim = _claim(desk, kind, file)
    if claim is None or desk.problems:
        return None, tuple(desk.problems)
    return replace(claim, id=claim_id(claim)), ()


# ---------------------------------------------------------------- the fields


def _claim(desk: Desk, kind: str, file: str) -> Claim | None:
    node = desk.node
    organisation, units, status = _organisation(desk), tuple(_units(desk)), _status(desk, kind)
    jobs = desk.read("jobs", "a number", quantities.read_jobs)
    percent = desk.read("percent", "a share", quantities.read_percent)
    money = desk.read("money", "a sum of money", quantities.read_money)
    terms = desk.read("terms", "known terms", lambda words: lexicon().value("terms", words.lower()))
    said_by, date, via = _speaker(desk), _date(desk), tuple(_via(desk))
    if organisation is None or status is None:
        return None
    scope = values.text(node, "scope")
    return Claim(
        id="",
        article=desk.article.id,
        kind=kind,
        quote=desk.quote,
        organisation=organisation,
        status=status,
        scope=Mark(scope, None, "decision") if scope else Mark("part", None, "default"),
        rule=RULE,
        tier="published",
        units=units,
        jobs=Jobs(*jobs[0], jobs[1]) if jobs else None,
        percent=Percent(*percent[0], percent[1], values.text(node, "percent_of"))
        if percent
        else None,
        money=Money(*money[0], money[1]) if money else None,
        date=date,
        said_by=said_by,
        via=via,
        topic=_mark(node, "topic"),
        measure=_mark(node, "measure"),
        terms=Mark(terms[0], terms[1]) if terms else None,
        hand=file,
    )


def _mark(node: yamlfile.Mapping, key: str) -> Mark | None:
    value = values.text(node, key)
    return None if value is None else Mark(value, None, "decision")


def _status(desk: Desk, kind: str) -> Mark | None:
    """As written; only what is no event needs none."""
    if (mark := _mark(desk.node, "status")) is not None:
        return mark
    if kind not in EVENT_KINDS:
        return Mark("reported", None, "default")
    remedy = f"write status: {' / '.join(status.id for status in STATUSES)}"
    desk.say(
        desk.node.place,
        "missing",
        f'"status" is missing, which a claim of the kind "{kind}" needs',
        remedy,
    )
    return None


def _organisation(desk: Desk) -> Named | None:
    """The root employer: as written, else that of the first unit, else the one watched."""
    node = desk.node.get("organisation")
    if isinstance(node, Scalar):
        ids = {one.id for one in desk.registry.organisations}
        if node.text in ids:
            return _employer(desk, node.text, None)
        span = desk.span("organisation", node, ids=ids)
        if span is None:
            return None
        known = desk.organisation(node.text)
        if known is None:
            return Named(slug(node.text), " ".join(node.text.split()), "decision", span)
        return _employer(desk, known, span)
    for item in values.items(desk.node, "units"):
        if isinstance(item, Scalar) and (known := desk.organisation(item.text)) is not None:
            return _employer(desk, known, desk.span("units", item, quiet=True))
    roots = sorted({desk.names.family(one) for one in desk.names.watch})
    if len(roots) == 1:
        return Named(roots[0], desk.names.name(roots[0]), "decision")
    remedy = "write organisation: <its words in the quote, or its id>"
    desk.say(
        desk.node.place,
        "missing",
        "whose claim is this? no organisation, or more than one, is watched",
        remedy,
    )
    return None


def _employer(desk: Desk, known: str, span: Span | None) -> Named:
    root = desk.names.family(known)
    basis = "decision" if root == known or span is None else "family"
    return Named(root, desk.names.name(root), basis, span)


def _units(desk: Desk) -> Iterator[Named]:
    for item in values.items(desk.node, "units"):
        if isinstance(item, Scalar) and (span := desk.span("units", item)) is not None:
            known = desk.organisation(item.text)
            name = desk.names.name(known) if known else " ".join(item.text.split())
            yield Named(known or slug(item.text), name, "decision", span)


def _date(desk: Desk) -> Date | None:
    """The words' date, reckoned from the day of publication or from `date_from`."""
    span = desk.span("date", desk.node.get("date"))
    if span is None:
        return None
    words = desk.words(span)
    if not any(
        (each.start, each.end) == (0, len(words)) for each in dates.find(words, tokens(words))
    ):
        message = f'"date" does not say when: {schema.shown(desk.node.get("date"))}'
        remedy = "name exactly the words of the date, and nothing else"
        desk.say(values.place(desk.node, "date"), "words", message, remedy)
        return None
    anchor_at = desk.span("date_from", desk.node.get("date_from"))
    tense = TENSES.get(values.text(desk.node, "tense") or "")
    published = desk.article.published
    other = None
    if anchor_at is not None:
        other = dates.resolve(desk.words(anchor_at), published, tense, None).edtf
    found = dates.resolve(words, published, tense, other)
    return Date(
        edtf=found.edtf,
        at=span,
        basis=found.basis,
        anchor=found.anchor,
        anchor_at=anchor_at,
        tense=tense,
        reason=found.reason,
    )


def _speaker(desk: Desk) -> Speaker | None:
    node = desk.node.get("said_by")
    if not isinstance(node, Scalar):
        return None
    known = {person.id: person.name for person in desk.registry.people}
    span = None if node.text in known else desk.span("said_by", node, ids=known)
    if span is None and node.text not in known:
        return None
    is_, name = desk.someone(node.text) if span else (node.text, known[node.text])
    direct = values.flag(desk.node, "direct")
    translated = desk.article.language_note is not None
    return Speaker(
        is_=is_,
        name=name,
        direct=direct,
        fidelity="indirect" if not direct else "translated" if translated else "verbatim",
        at=span,
    )


def _via(desk: Desk) -> Iterator[Via]:
    for item in values.items(desk.node, "via"):
        if isinstance(item, Scalar) and (span := desk.span("via", item)) is not None:
            document = lexicon().value("document", item.text.lower())
            is_, name = desk.someone(item.text)
            yield Via(document or is_, name, span)
