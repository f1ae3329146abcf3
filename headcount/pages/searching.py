"""The search index: a line for each event, organisation and source, for the script to look in."""

from __future__ import annotations

import json
from collections.abc import Iterator

from headcount import wording as words
from headcount.model import Event
from headcount.pages.index import Index
from headcount.pages.keys import keys
from headcount.pages.shapes import Download

Line = tuple[str, str, str, str]
"""Address from the site's root, title, what it is, and further words that find it."""


def downloads(index: Index) -> tuple[Download, ...]:
    """`search.json`: a list of lines, without a character that could begin an element."""
    lines = [*_events(index), *_organisations(index), *_sources(index)]
    text = json.dumps(lines, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return (Download("search.json", f"{text}\n"),)


def _events(index: Index) -> Iterator[Line]:
    for event in index.living():
        label = words.KIND_LABELS[event.kind]
        yield (f"events/{event.id}/", words.title(event), label, _words(index, event))


def _words(index: Index, event: Event) -> str:
    date = words.news_date(event)
    known = [index.organisations[unit] for unit in keys(event).units if unit in index.organisations]
    papers = [index.articles[claim.article].publisher for claim in event.claims]
    said = (
        event.organisation_name,
        *(unit.name for unit in event.units),
        *(name for entry in known for name in (entry.name, *entry.aliases)),
        words.published(date) if date else "no date",
        words.LABELS[event.status],
        *papers,
    )
    return " ".join(dict.fromkeys(said))


def _organisations(index: Index) -> Iterator[Line]:
    for entry in index.organisations.values():
        if entry.id in index.named:
            more = " ".join(dict.fromkeys((*entry.aliases, *entry.short, entry.note)))
            yield (f"organisations/{entry.id}/", entry.name, "Organisation", more.strip())


def _sources(index: Index) -> Iterator[Line]:
    for article in index.articles.values():
        more = f"{article.publisher} {words.published(article.published)}"
        yield (f"sources/{article.id}/", article.title or article.id, "Source", more)
