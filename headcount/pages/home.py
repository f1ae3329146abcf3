"""The home page: the total, the chart, and the timeline, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.pages.charting import Chart, placed
from headcount.pages.facets import MOST, Filters, filters
from headcount.pages.index import Index, frame
from headcount.pages.metadata import holdings
from headcount.pages.rows import chronology, years
from headcount.pages.shapes import Frame, Sum, Years
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


def home(index: Index) -> tuple[HomePage, ...]:
    """The one home page."""
    path = "index.html"
    site = index.site
    living = index.living()
    newest = sorted(living, key=chronology, reverse=True)[:MOST]
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
            disputes="disputes/",
            charts=placed(index, path, "job-cuts", tabled=True),
            years=years(index, newest, ""),
            filters=filters(index, path, len(newest)),
            left_out=left_out(len(living), len(newest)),
        ),
    )


def left_out(all_: int, shown: int) -> str:
    """What to say where not every event is on the page; "" where each one is."""
    if shown == all_:
        return ""
    return f"The newest {shown} of {all_:,} events are here; the years below lead to all of them."


def tally(index: Index) -> str:
    """What the timeline holds, in one sentence made from the data."""
    living = index.living()
    if not living:
        return "No article has been read yet."
    articles = words.amount(len({c.article for e in living for c in e.claims}), "article")
    cuts = sum(event.kind == "layoff" for event in living)
    counts = [words.amount(cuts, "event")] if cuts else []
    disputes = sum(any(d.relation != "compatible" for d in e.disputes) for e in living)
    said = f"{articles}, {words.amount(len(living), 'event')}"
    said += f", {cuts} of them job cuts and plans" if counts else ""
    differ = "; on none of them do the sources conflict"
    if disputes:
        differ = f"; on {disputes} of them the sources differ in substance"
    return f"{said}{differ}."
