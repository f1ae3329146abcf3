"""The home page: the total, the chart, and the timeline, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headcount import wording as words
from headcount.model import Event
from headcount.pages.charting import Chart, placed
from headcount.pages.disputing import claims_of, disputed
from headcount.pages.facets import MOST, Filters, filters
from headcount.pages.index import Index, feeds, frame
from headcount.pages.metadata import files, holdings
from headcount.pages.rows import chronology, years
from headcount.pages.shapes import Disputed, Frame, Link, Sum, Years
from headcount.pages.summing import headline


@dataclass(frozen=True, slots=True)
class HomePage:
    path: str
    frame: Frame
    title: str
    standfirst: str
    tally: str
    total: Sum | None
    totals: str
    disputes: str
    charts: tuple[Chart, ...]
    years: tuple[Years, ...]
    filters: Filters
    left_out: str
    data: tuple[Link, ...]
    subscribe: tuple[Link, ...]
    differ: tuple[Disputed, ...]
    others: str
    welcome: tuple[str, ...]
    begin: tuple[Link, ...]


FIRST = 5
"""As many disputes as stand below the timeline; the others have their own page."""


RECENT = 100
"""As many events as stand here where not all do; those of each year have their page."""


def home(index: Index) -> tuple[HomePage, ...]:
    """The one home page."""
    path = "index.html"
    site = index.site
    living = index.living()
    shown = len(living) if len(living) <= MOST else RECENT
    newest = sorted(living, key=chronology, reverse=True)[:shown]
    differ = in_substance(index, newest)
    description = site.standfirst or "Job cuts as published articles report them."
    return (
        HomePage(
            path=path,
            frame=frame(index, path, site.title, description, things=holdings(index)),
            title=site.title,
            standfirst=site.standfirst,
            tally=tally(index),
            total=headline(index, "", {event.id for event in newest}),
            totals="totals/",
            disputes="disputes/" if any(event.disputes for event in living) else "",
            charts=placed(index, path, "job-cuts", tabled=True),
            years=years(index, newest, ""),
            filters=filters(index, path, len(newest)),
            left_out=left_out(len(living), len(newest)),
            data=files() if living else (),
            subscribe=feeds(index, ""),
            differ=differ[:FIRST],
            others=others(len(differ)),
            welcome=() if living else welcome(index),
            begin=() if living else begin(index),
        ),
    )


def in_substance(index: Index, events: Sequence[Event]) -> tuple[Disputed, ...]:
    """What sources differ about and cannot all be right, where all of their words are on the page.

    `events`: those whose citations are on the page, in the order in which they stand there.
    """
    here = {claim.id for event in events for claim in event.claims}
    return tuple(
        one
        for event in events
        for dispute, one in zip(event.disputes, disputed(index, event, "", named=True), strict=True)
        if dispute.relation != "compatible"
        and all(claim.id in here for claim in claims_of(index, [dispute]))
    )


def others(number: int) -> str:
    """What leads from the first disputes to all."""
    if number > FIRST:
        return f"and {number - FIRST} more, with all that sources only word differently"
    return "All of them, with what sources only word differently"


def welcome(index: Index) -> tuple[str, ...]:
    """What a site without any event tells: why there is nothing yet, and how to begin."""
    number = len(index.articles)
    if not number:
        why = "No article is here yet, so no job cut has been read."
        return why, f"To begin, put the first article into content/articles/. {AFTER}"
    read = words.amount(number, "article")
    here, told = ("is", "it tells") if number == 1 else ("are", "they tell")
    why = f"No job cut has been read: {read} {here} here, and what {told} makes no event yet."
    return why, f"Name the employers to watch in data/organisations.yaml. {AFTER}"


AFTER = "The timeline, its charts and its feeds come with the first event."


def begin(index: Index) -> tuple[Link, ...]:
    """Where to go from a site without any event."""
    sources = (Link("The articles so far", "sources/"),) if index.articles else ()
    return (*sources, *(Link(page.title, f"{page.id}/") for page in index.pages))


def left_out(all_: int, shown: int) -> str:
    """What to say where not every event is on the page; "" where each one is."""
    if shown == all_:
        return ""
    return f"The newest {shown} of {all_:,} events are here; the years below lead to all of them."


def tally(index: Index) -> str:
    """What the timeline holds, in one sentence made from the data."""
    living = index.living()
    if not living:
        return "Nothing to count yet."
    articles = words.amount(len({c.article for e in living for c in e.claims}), "article")
    cuts = sum(event.kind == "layoff" for event in living)
    disputes = sum(any(d.relation != "compatible" for d in e.disputes) for e in living)
    said = f"{articles}, {words.amount(len(living), 'event')}"
    if 0 < cuts < len(living):
        said += f", {cuts:,} of them cuts or plans to cut"
    if disputes:
        some = f"{disputes:,} of them" if disputes < len(living) else "all of them"
        which = "it" if len(living) == 1 else some
        return f"{said}. The sources disagree on {which}."
    return f"{said}. Nowhere do the sources disagree."
