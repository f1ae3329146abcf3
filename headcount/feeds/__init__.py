"""The site for other programs: feeds, tables and the map of its pages, as plain bytes.

`FEEDS` is the list; a new file is an entry here. What is written stands on a page too: hidden
events and claims in review are in no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from headcount.feeds import cards, maps, news, schemas, tables
from headcount.pages.index import Index

__all__ = ["FEEDS", "Feed", "cards", "write"]


@dataclass(frozen=True, slots=True)
class Feed:
    """One file: its path below the output, and its maker, which gives None for no file."""

    path: str
    make: Callable[[Index], bytes | None]


FEEDS = (
    Feed("feed.xml", news.atom),
    Feed("feed.json", news.json_feed),
    Feed("events.csv", tables.events_csv),
    Feed("claims.csv", tables.claims_csv),
    Feed("timeline.json", tables.timeline_json),
    Feed("schemas/timeline.json", schemas.timeline),
    Feed("schemas/event.json", schemas.event),
    Feed("schemas/claim.json", schemas.claim),
    Feed("schemas/events.csv.json", schemas.events_csv),
    Feed("schemas/claims.csv.json", schemas.claims_csv),
    Feed("robots.txt", maps.robots),
)


def write(index: Index, paths: Iterable[str]) -> dict[str, bytes]:
    """All files by path. `paths`: those of the pages, for the map of the site."""
    made = {feed.path: feed.make(index) for feed in FEEDS}
    made["sitemap.xml"] = maps.sitemap(index, paths)
    return {path: data for path, data in made.items() if data is not None}
