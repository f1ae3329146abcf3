"""Everything that the page functions look things up in, gathered once a build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headcount.difference import Difference
from headcount.drawing import Drawn
from headcount.model import (
    Article,
    Claim,
    Event,
    Organisation,
    PageText,
    Publisher,
    Registry,
    Relation,
    Site,
    Timeline,
)
from headcount.pages.shapes import Frame, Link, Thing

MENU = (
    ("Timeline", ""),
    ("Disputes", "disputes/"),
    ("Sources", "sources/"),
    ("Organisations", "organisations/"),
    ("Totals", "totals/"),
)


@dataclass(frozen=True, slots=True)
class Changes:
    """A difference, and the name of what the timeline differs from ("the last commit")."""

    since: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Index:
    """The timeline and the maps into it. `claims`: published claims by id, `owner`: claim id →
    event id. `assets`: source name → published path. `named`: the registered organisations and
    units that have a page. `incoming`: event id → (the event that relates to it, how); None: the
    two may be the same. `changes`: in a preview what it does to the committed timeline."""

    timeline: Timeline
    site: Site
    articles: Mapping[str, Article]
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    owner: Mapping[str, str]
    organisations: Mapping[str, Organisation]
    publishers: Mapping[str, Publisher]
    pages: tuple[PageText, ...]
    assets: Mapping[str, str]
    named: frozenset[str]
    incoming: Mapping[str, tuple[tuple[str, Relation | None], ...]]
    drawn: tuple[Drawn, ...] = ()
    changes: Changes | None = None

    def publisher(self, article: Article) -> tuple[str, str]:
        """(name, short name) of an article's publisher."""
        entry = self.publishers.get(article.publisher.casefold())
        return (article.publisher, entry.short if entry is not None else article.publisher)

    def living(self) -> tuple[Event, ...]:
        """The events that still have a source."""
        return tuple(event for event in self.timeline.events if not event.tombstone)


def index(
    timeline: Timeline,
    articles: Iterable[Article],
    registry: Registry,
    site: Site,
    pages: tuple[PageText, ...],
    assets: Mapping[str, str],
    drawn: Sequence[Drawn] = (),
    changes: Changes | None = None,
) -> Index:
    """The lookup tables of one build."""
    owner = {
        claim.id: event.id
        for event in timeline.events
        for claim in (*event.claims, *event.attached)
    }
    claims = {
        claim.id: claim for event in timeline.events for claim in (*event.claims, *event.attached)
    }
    claims |= {claim.id: claim for claim in timeline.figures}
    publishers = {
        name.casefold(): publisher
        for publisher in registry.publishers
        for name in (*publisher.aliases, publisher.name)
    }
    return Index(
        timeline=timeline,
        site=site,
        articles={article.id: article for article in articles},
        events={event.id: event for event in timeline.events},
        claims=claims,
        owner=owner,
        organisations={entry.id: entry for entry in registry.organisations},
        publishers=publishers,
        pages=pages,
        assets=assets,
        named=_named(timeline) & {entry.id for entry in registry.organisations},
        incoming=_incoming(timeline),
        drawn=tuple(drawn),
        changes=changes,
    )


def _named(timeline: Timeline) -> frozenset[str]:
    told = [
        claim for event in timeline.events for claim in (*event.claims, *event.attached)
    ] + list(timeline.figures)
    named = {claim.organisation.is_ for claim in told}
    named |= {unit.is_ for claim in told for unit in claim.units}
    for event in timeline.events:
        if not event.tombstone:
            named |= {event.organisation, *(unit.is_ for unit in event.units)}
    return frozenset(named)


def _incoming(timeline: Timeline) -> dict[str, tuple[tuple[str, Relation | None], ...]]:
    found: dict[str, tuple[tuple[str, Relation | None], ...]] = {}
    for event in timeline.events:
        if not event.tombstone:
            for relation in event.relations:
                found[relation.to] = (*found.get(relation.to, ()), (event.id, relation))
            for same in event.maybe_same:
                found[same] = (*found.get(same, ()), (event.id, None))
    return found


def up(path: str) -> str:
    """From a page to the site's root: "events/x/index.html" → "../../"; "" at the root."""
    return "../" * path.count("/")


def frame(
    index: Index,
    path: str,
    title: str,
    description: str,
    root: str | None = None,
    things: tuple[Thing, ...] = (),
    card: str = "",
) -> Frame:
    """The surroundings of the page at `path`; `root` only where relative ones can't hold."""
    base = up(path) if root is None else root
    home = base or "./"
    section = path.split("/")[0] if "/" in path else ""
    menu = tuple(
        Link(
            text,
            base + target if target else home,
            current=root is None and target.rstrip("/") == section,
        )
        for text, target in MENU
    )
    foot = tuple(Link(page.title, f"{base}{page.id}/") for page in index.pages)
    foot += (Link("Events as CSV", f"{base}events.csv"), Link("Claims as CSV", f"{base}claims.csv"))
    foot += (Link("Everything as JSON", f"{base}timeline.json"),)
    if index.changes is not None:
        foot = (Link("What this preview changes", f"{base}changes/"), *foot)
    url = index.site.url
    subscribed = feeds(index, base)
    foot += tuple(Link(feed.text, feed.href) for feed in subscribed)
    return Frame(
        site="Headcount",
        language=index.site.language,
        title=title,
        description=description,
        home=home,
        css=base + index.assets.get("site.css", "assets/site.css"),
        canonical=f"{url}/{path.removesuffix('index.html')}" if url and root is None else "",
        menu=tuple(one for one in menu),
        foot=foot,
        contact=index.site.contact,
        script=base + index.assets.get("site.js", "assets/site.js"),
        og="article" if section == "events" else "website",
        feeds=subscribed,
        things=things,
        card=card,
    )


def feeds(index: Index, base: str) -> tuple[Link, ...]:
    """The feeds, which there are only with an address of the site's own and a dated report."""
    if not index.site.url or not any(event.first_reported for event in index.living()):
        return ()
    return (
        Link("Atom feed", f"{base}feed.xml", note="application/atom+xml"),
        Link("JSON feed", f"{base}feed.json", note="application/feed+json"),
    )
