"""Text coordinates: where words stand, and the ids that follow from them.

Nothing here changes a text. An offset is a Unicode code point of the untouched body or title.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache

from headcount import plaintext
from headcount.model import Article, Claim, Decision, Place, Span

EXCERPT_WORDS = 40
"""The most words of a `text: full` article that the site publishes for one claim."""


def text_of(article: Article, span: Span) -> str:
    """The verbatim words of `article` at `span`.

    Raises ValueError if the span does not lie inside its part of the article.
    """
    part = article.body if span.in_ == "body" else article.title
    if not 0 <= span.start < span.end <= len(part):
        raise ValueError(f"{article.id}: no words at {span.in_} {span.start}–{span.end}")
    return part[span.start : span.end]


def place_of(article: Article, span: Span) -> Place:
    """File, line and column of a span of the body; the file's first line for the title."""
    if span.in_ == "title":
        return Place(article.file)
    return plaintext.lines(article.body, article.file, article.line).place(span.start)


def place_in(decision: Decision, *paths: str) -> Place:
    """Where the first known of several key paths stands, else the decision's first line."""
    known = dict(decision.places)
    return next((known[path] for path in paths if path in known), Place(decision.file))


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """A name as a path segment: ASCII letters, digits and hyphens, at most 80 characters.

    NFKD, then whatever is not a letter or digit separates. "" becomes "x".
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:80].strip("-") or "x"


def claim_id(claim: Claim) -> str:
    """The id that a claim has by its content: "c-" and ten hex digits.

    It depends on the article, the kind, the quote and every field value with its span; not on
    the rule that found it, its tier or the file that wrote it: the same claim found by a better
    rule, or by hand, is the same claim.
    """
    plain = {name: plain_data(getattr(claim, name)) for name in CONTENT} | EMPTIED
    return f"c-{hashlib.sha256(SORTED.encode(plain).encode()).hexdigest()[:10]}"


EMPTIED = {"id": "", "rule": "", "tier": "published", "hand": None}
"""What the fields of a claim count as that are no content."""
CONTENT = tuple(field.name for field in fields(Claim) if field.name not in EMPTIED)

SORTED = json.JSONEncoder(sort_keys=True)
SCALARS = frozenset({str, int, float, bool, type(None)})


def plain_data(value: object) -> object:
    """A record as dicts, lists and scalars, for hashing and for JSON."""
    kind: type = type(value)
    if kind in SCALARS:
        return value
    names = field_names(kind)
    if names is not None:
        return {name: plain_data(getattr(value, name)) for name in names}
    if isinstance(value, (tuple, list)):
        return [plain_data(item) for item in value]
    return value


@cache
def field_names(kind: type) -> tuple[str, ...] | None:
    """The fields of a kind of record, None for any other kind of value."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None
