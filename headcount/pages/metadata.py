"""What a page tells programs of what it is about, in the words of schema.org.

A date is given only as exactly as an article gives it, and an approximate one not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from headcount import wording as words
from headcount.language.edtf import bounds
from headcount.model import Article, Event, Organisation
from headcount.pages.index import Index, up
from headcount.pages.quoting import latest
from headcount.pages.shapes import Link, Property, Thing

EXACT = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
FILES = (
    ("events.csv", "text/csv", "Events as CSV", "a row for each event"),
    ("claims.csv", "text/csv", "Claims as CSV", "a row for each claim, with its words"),
    ("timeline.json", "application/json", "Everything as JSON", "events, claims and the total"),
)
"""The files with the site's data: name, media type, and what to call it."""


def files() -> tuple[Link, ...]:
    """The site's data as files, for a page at the root."""
    return tuple(Link(text, name, note) for name, _, text, note in FILES)


def exact(edtf: str | None) -> str:
    """An EDTF date that ISO 8601 knows too; "" for any other."""
    return edtf if edtf and EXACT.fullmatch(edtf) else ""


def card_path(event: Event) -> str:
    """Where the picture of an event lies."""
    return f"cards/{event.id}.png"


def card(index: Index, event: Event) -> str:
    """The full address of an event's picture; "" without the site's own."""
    url = index.site.url
    return f"{url}/{card_path(event)}" if url else ""


def told(index: Index, event: Event) -> tuple[Thing, ...]:
    """An event's page: an article that cites every article it rests on."""
    path = f"events/{event.id}/index.html"
    sources = {claim.article: index.articles[claim.article] for claim in event.claims}
    things = (
        Property("headline", words.title(event)),
        Property("url", _address(index, path)),
        Property("inLanguage", index.site.language),
        Property("dateModified", exact(latest(sources.values()))),
        Property("author", things=(_site(index, "Organization"),)),
        Property("isPartOf", things=(_site(index, "WebSite"),)),
        Property("citation", things=tuple(_cited(one) for one in sources.values())),
    )
    return (_thing("NewsArticle", *things),)


def holdings(index: Index) -> tuple[Thing, ...]:
    """The home page: a set of data, and the files in which it can be had."""
    if not index.living():
        return ()
    site = index.site
    parts = tuple(
        _thing(
            "DataDownload",
            Property("name", name),
            Property("encodingFormat", kind),
            Property("contentUrl", f"{site.url}/{name}" if site.url else name),
        )
        for name, kind, _, _ in FILES
    )
    return (
        _thing(
            "Dataset",
            Property("name", site.title),
            Property("description", site.standfirst or "Job cuts as published articles report."),
            Property("url", _address(index, "index.html")),
            Property("license", site.licence),
            Property("inLanguage", site.language),
            Property("temporalCoverage", _period(index.living())),
            Property("creator", things=(_site(index, "Organization"),)),
            Property("distribution", things=parts),
        ),
    )


def employer(index: Index, entry: Organisation) -> tuple[Thing, ...]:
    """An organisation's page: the organisation, and the way to its page."""
    path = f"organisations/{entry.id}/index.html"
    parent = index.organisations.get(entry.parent or "")
    above = (_thing("Organization", Property("name", parent.name)),) if parent is not None else ()
    steps = (("Organisations", "organisations/index.html"), (entry.name, path))
    way = tuple(
        _thing(
            "ListItem",
            Property("position", str(number)),
            Property("name", name),
            Property("item", _address(index, place) or f"{up(path)}{place}"),
        )
        for number, (name, place) in enumerate(steps, 1)
    )
    return (
        _thing(
            "Organization", Property("name", entry.name), Property("parentOrganization", "", above)
        ),
        _thing("BreadcrumbList", Property("itemListElement", "", way)),
    )


def _thing(kind: str, *properties: Property) -> Thing:
    return Thing(kind, tuple(one for one in properties if one.text or one.things))


def _address(index: Index, path: str) -> str:
    url = index.site.url
    return f"{url}/{path.removesuffix('index.html')}" if url else ""


def _site(index: Index, kind: str) -> Thing:
    name = Property("name", index.site.title)
    return _thing(kind, name, Property("url", _address(index, "index.html")))


def _cited(article: Article) -> Thing:
    return _thing(
        "CreativeWork",
        Property("name", article.title),
        Property("publisher", "", (_thing("Organization", Property("name", article.publisher)),)),
        Property("datePublished", exact(article.published)),
        Property("url", article.url or ""),
    )


def _period(events: Iterable[Event]) -> str:
    """The years of the earliest and the latest event, as ISO 8601 writes a period."""
    dates = [bounds(date) for e in events if (date := e.date or e.first_reported)]
    days = [day for pair in dates for day in pair if day is not None]
    return f"{min(days).year}/{max(days).year}" if days else ""
