"""A saved web page: the article's text, and what the page itself says about it.

Trafilatura, an optional extra, finds the text. A date or a publisher is believed only if the page
declares it and the library reads it so too: what it guesses from addresses, pictures or the text
is left out, and an editor is asked.
"""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from headcount.additions import mistakes, tidy
from headcount.model import Place

OPENING = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "citation_publication_date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "article.published",
    "citation_date",
)
NEWSROOM = ("og:site_name",)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Page:
    """What was found. `front`: the keys of an article that the page declares."""

    text: str
    front: Mapping[str, str]


def is_page(name: str, data: bytes) -> bool:
    """Whether this is HTML, by the name of its file or else by how it begins."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or OPENING.match(data) is not None


def read(data: bytes) -> Page | None:
    """The article in a page, or None if no text can be found.

    Raises ImportError where the extra is not installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import trafilatura
        from trafilatura.metadata import extract_metadata

        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        logging.getLogger("htmldate").setLevel(logging.CRITICAL)
        tree = trafilatura.load_html(data)
        if tree is None:
            return None
        declared = _declared(tree)
        found = extract_metadata(
            trafilatura.load_html(data),
            date_config={"extensive_search": False, "original_date": True, "max_date": LATEST},
        )
        text = trafilatura.extract(tree, include_comments=False, include_tables=True)
    front = {
        "publisher": _agreed(found.sitename, declared["publisher"]),
        "title": tidy(found.title or ""),
        "published": _agreed(found.date, declared["published"]),
        "url": tidy(found.url or ""),
        "author": tidy(found.author or "").replace(";", ","),
    }
    sure = {
        key: value
        for key, value in front.items()
        if value and not mistakes(key, value, Place("page"))
    }
    return Page(_paragraphs(text), sure) if text else None


LATEST = "9999-12-31"
"""The clock of this machine says nothing about a page."""


def _agreed(read: str | None, declared: set[str]) -> str:
    """The one value that the page declares, if the library reads it so too."""
    near = {value for value in declared if value.casefold() == tidy(read or "").casefold()}
    return near.pop() if len(declared) == 1 and near else ""


def _declared(tree: Any) -> dict[str, set[str]]:
    """What meta elements and linked data of a page say of its newsroom and its first day."""
    days, rooms = set[str](), set[str]()
    for meta in tree.iter("meta"):
        names = {str(meta.get(key, "")).lower() for key in ("property", "name", "itemprop")}
        content = tidy(str(meta.get("content", "")))
        if names & set(PUBLISHED):
            days.add(content)
        if names & set(NEWSROOM):
            rooms.add(content)
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            for thing in _articles(script.text or ""):
                days.add(tidy(str(thing.get("datePublished") or "")))
                publisher = thing.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else None
                if not rooms:
                    rooms |= {tidy(name)} if isinstance(name, str) else set()
    first = (DAY.match(day) for day in days)
    return {
        "published": {found[0] for found in first if found is not None},
        "publisher": rooms - {""},
    }


def _articles(text: str) -> Iterator[dict[str, Any]]:
    """The articles at the top of a piece of linked data, but not those that it refers to."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    things = data if isinstance(data, list) else [data]
    for thing in things:
        graph = thing.get("@graph") if isinstance(thing, dict) else None
        for one in graph if isinstance(graph, list) else [thing]:
            kinds = one.get("@type") if isinstance(one, dict) else None
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(str(name).endswith(("Article", "BlogPosting", "Report")) for name in names):
                yield one


def _paragraphs(text: str) -> str:
    """The library's lines as markdown: a blank line between any two that are no list or table."""
    made: list[str] = []
    for line in text.splitlines():
        if made and not (_kin(made[-1]) and _kin(made[-1]) == _kin(line)):
            made.append("")
        made.append(line.rstrip())
    return "\n".join(made) + "\n"


def _kin(line: str) -> str:
    return line[:1] if line.startswith(("- ", "|")) else ""
