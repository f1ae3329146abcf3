"""Events and claims as rows: one list of columns makes the CSV, the JSON and its schema.

A value that no source gives is an empty cell, and null in JSON; a word is no number.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from headcount import wording as words
from headcount.model import Claim, Event, Span
from headcount.pages.citing import address, excerpt, said_number
from headcount.pages.index import Index
from headcount.source import text_of
from headcount.table import safe

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its name, JSON types, meaning, and the value of a row; None for none."""

    name: str
    type: tuple[str, ...]
    means: str
    value: Callable[[Index, T], object]


TEXT, MAYBE, WHOLE, TRUTH = ("string",), ("string", "null"), ("integer", "null"), ("boolean",)

EVENTS: tuple[Column[Event], ...] = (
    Column("event", TEXT, "permanent id of the event", lambda _, e: e.id),
    Column("page", TEXT, "its page, from the site's root", lambda _, e: f"events/{e.id}/"),
    Column("title", TEXT, "headline of its page", lambda _, e: words.title(e)),
    Column("kind", TEXT, "layoff, acquisition, launch or closure", lambda _, e: e.kind),
    Column("organisation", TEXT, "id of the employer", lambda _, e: e.organisation),
    Column("units", TEXT, "ids of units, by spaces", lambda _, e: _units(e)),
    Column("date", MAYBE, "when it happened, in EDTF", lambda _, e: e.date),
    Column("first_reported", MAYBE, "earliest article, in EDTF", lambda _, e: e.first_reported),
    Column("status", TEXT, "how far it has got", lambda _, e: e.status),
    Column("scope", TEXT, "part, or aggregate: a total of rounds", lambda _, e: e.scope),
    Column(
        "number",
        MAYBE,
        "jobs in a source's words",
        lambda _, e: e.jobs.display if e.jobs else None,
    ),
    Column("low", WHOLE, "fewest jobs by any figure", lambda _, e: e.jobs.low if e.jobs else None),
    Column("high", WHOLE, "most jobs by any figure", lambda _, e: e.jobs.high if e.jobs else None),
    Column(
        "open", TRUTH, "a source says over or about", lambda _, e: bool(e.jobs and e.jobs.open_)
    ),
    Column(
        "amount", WHOLE, "price in whole units", lambda _, e: e.money.amount if e.money else None
    ),
    Column(
        "currency",
        MAYBE,
        "currency of the price",
        lambda _, e: e.money.currency if e.money else None,
    ),
    Column("outlets", ("integer",), "newsrooms that tell of it", lambda _, e: e.outlets),
    Column("independent", ("integer",), "traced independent origins", lambda _, e: e.independent),
    Column(
        "conflicts",
        TEXT,
        "fields on which sources conflict, by spaces",
        lambda _, e: " ".join(d.field for d in e.disputes if d.relation == "conflict"),
    ),
    Column(
        "part_of", TEXT, "ids of events that it is inside of", lambda i, e: _to(i, e, "part_of")
    ),
    Column("revises", TEXT, "ids of events that it replaces", lambda i, e: _to(i, e, "revises")),
)

CLAIMS: tuple[Column[Claim], ...] = (
    Column("claim", TEXT, "id of the claim", lambda _, c: c.id),
    Column("event", MAYBE, "id of its event", lambda i, c: i.owner.get(c.id)),
    Column("article", TEXT, "id of the article", lambda _, c: c.article),
    Column("publisher", TEXT, "who published it", lambda i, c: i.articles[c.article].publisher),
    Column("published", MAYBE, "when, in EDTF", lambda i, c: i.articles[c.article].published),
    Column("kind", TEXT, "an event's kind, statement or figure", lambda _, c: c.kind),
    Column("organisation", TEXT, "id of the employer", lambda _, c: c.organisation.is_),
    Column("units", TEXT, "ids of units, by spaces", lambda _, c: _units(c)),
    Column("status", TEXT, "how far it has got", lambda _, c: c.status.is_),
    Column("scope", TEXT, "part, or aggregate: a total of rounds", lambda _, c: c.scope.is_),
    Column("number", MAYBE, "the number in the article's words", lambda i, c: _number(i, c)),
    Column("low", WHOLE, "fewest jobs", lambda _, c: c.jobs.low if c.jobs else None),
    Column("high", WHOLE, "most jobs", lambda _, c: c.jobs.high if c.jobs else None),
    Column(
        "qualifier",
        MAYBE,
        "how exactly it is given",
        lambda _, c: c.jobs.qualifier if c.jobs else None,
    ),
    Column(
        "percent",
        ("number", "null"),
        "a share",
        lambda _, c: c.percent.value if c.percent else None,
    ),
    Column(
        "amount", WHOLE, "a sum in whole units", lambda _, c: c.money.amount if c.money else None
    ),
    Column(
        "currency", MAYBE, "currency of the sum", lambda _, c: c.money.currency if c.money else None
    ),
    Column(
        "date", MAYBE, "when it happened, in EDTF", lambda _, c: c.date.edtf if c.date else None
    ),
    Column(
        "date_words",
        MAYBE,
        "the article's words for it",
        lambda i, c: _slice(i, c, c.date.at) if c.date else None,
    ),
    Column("speaker", MAYBE, "who said it", lambda _, c: c.said_by.name if c.said_by else None),
    Column("quote", TEXT, "its words, 40 at most", lambda i, c: _quote(i, c)),
    Column("url", TEXT, "the words at the source", lambda i, c: address(i.articles[c.article], c)),
)


def _units(one: Event | Claim) -> str:
    return " ".join(unit.is_ for unit in one.units)


def _to(index: Index, event: Event, how: str) -> str:
    return " ".join(r.to for r in event.relations if r.is_ == how and r.to in index.events)


def _number(index: Index, claim: Claim) -> str | None:
    return said_number(index, claim).replace("\u2060", "") or None


def _slice(index: Index, claim: Claim, at: Span) -> str:
    return text_of(index.articles[claim.article], at)


def _quote(index: Index, claim: Claim) -> str:
    return "".join(piece.text for piece in excerpt(index.articles[claim.article], claim))


def rows(columns: Sequence[Column[T]], index: Index, items: Iterable[T]) -> list[dict[str, Any]]:
    """Each item as values by column."""
    return [{one.name: one.value(index, item) for one in columns} for item in items]


def _events(index: Index) -> list[dict[str, Any]]:
    return rows(EVENTS, index, sorted(index.living(), key=lambda event: event.id))


def _claims(index: Index) -> list[dict[str, Any]]:
    return rows(CLAIMS, index, sorted(index.claims.values(), key=lambda claim: claim.id))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _csv(columns: Sequence[Column[T]], found: list[dict[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([one.name for one in columns])
    writer.writerows(safe([_cell(value) for value in row.values()]) for row in found)
    return out.getvalue().encode()


def events_csv(index: Index) -> bytes:
    """`events.csv`: the living events. No cell can be taken for a formula."""
    return _csv(EVENTS, _events(index))


def claims_csv(index: Index) -> bytes:
    """`claims.csv`: the published claims."""
    return _csv(CLAIMS, _claims(index))


def timeline_json(index: Index) -> bytes:
    """`timeline.json`: the same rows, typed, with the total."""
    total = index.timeline.total
    data = {
        "title": index.site.title,
        "url": index.site.url or None,
        "total": {"low": total.low, "high": total.high, "open": total.open_},
        "events": _events(index),
        "claims": _claims(index),
    }
    return json_of(data)


def json_of(data: object) -> bytes:
    """Indented, in UTF-8."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
