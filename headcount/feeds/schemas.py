"""The shapes of the tables, from the same columns that make them.

JSON Schema (draft 2020-12) for `timeline.json`, Table Schema (Frictionless, version 1) for the CSV
files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from headcount.feeds.tables import CLAIMS, EVENTS, Column, T, json_of
from headcount.pages.index import Index

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TABLE = "https://specs.frictionlessdata.io/schemas/table-schema.json"


def timeline(index: Index) -> bytes:
    """The shape of `timeline.json`; its events and claims have schemas of their own."""
    end = {"type": "integer", "description": "jobs, each counted once"}
    total = {"low": end, "high": end, "open": {"type": "boolean"}}
    shape = {
        "title": {"type": "string"},
        "url": {"type": ["string", "null"], "description": "the site's address"},
        "total": _object(total),
        "events": {"type": "array", "items": {"$ref": "event.json"}},
        "claims": {"type": "array", "items": {"$ref": "claim.json"}},
    }
    return json_of({"$schema": DRAFT, "title": "timeline.json", **_object(shape)})


def event(index: Index) -> bytes:
    """The shape of an event of `timeline.json`."""
    return _row("An event of timeline.json", EVENTS)


def claim(index: Index) -> bytes:
    """The shape of a claim of `timeline.json`."""
    return _row("A claim of timeline.json", CLAIMS)


def events_csv(index: Index) -> bytes:
    """The columns of `events.csv`."""
    return _table(EVENTS, "event")


def claims_csv(index: Index) -> bytes:
    """The columns of `claims.csv`."""
    return _table(CLAIMS, "claim")


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _row(title: str, columns: Sequence[Column[T]]) -> bytes:
    properties = {one.name: {"type": list(one.type), "description": one.means} for one in columns}
    return json_of({"$schema": DRAFT, "title": title, **_object(properties)})


def _table(columns: Sequence[Column[T]], key: str) -> bytes:
    return json_of(
        {
            "$schema": TABLE,
            "fields": [_field(one) for one in columns],
            "missingValues": [""],
            "primaryKey": key,
        }
    )


def _field(column: Column[T]) -> dict[str, Any]:
    """A column; what may be "" in JSON is a missing value in a table, so only numbers, truths and
    the key are required."""
    made: dict[str, Any] = {
        "name": column.name,
        "type": column.type[0],
        "description": column.means,
    }
    if column.type[0] == "boolean":
        made |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if column.type in (("integer",), ("boolean",)):
        made["constraints"] = {"required": True}
    return made
