"""The home page: the total, the chart, and the timeline, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headcount import wording as words
from headcount.drawing import Drawn, Entry
from headcount.pages.citing import cite
from headcount.pages.facets import Filters, filters
from headcount.pages.index import Index, frame
from headcount.pages.rows import href, link, size, years
from headcount.pages.shapes import Cite, Frame, Link, Sum, Years
from headcount.pages.summing import summed


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a chart's table."""

    when: str
    event: Link
    size: tuple[Cite, ...]
    silence: str
    status: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart on a page. `wide_svg` and `narrow_svg` are our own drawings, not text."""

    id: str
    title: str
    reading: str
    summary: str
    lines: tuple[Line, ...]
    wide_svg: str
    narrow_svg: str
    csv: str


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


@dataclass(frozen=True, slots=True)
class Download:
    """A file for other programs: its bytes are its text in UTF-8."""

    path: str
    text: str


def home(index: Index, drawn: Sequence[Drawn]) -> tuple[HomePage, ...]:
    """The one home page."""
    path = "index.html"
    site = index.site
    description = site.standfirst or "Job cuts as published articles report them."
    return (
        HomePage(
            path=path,
            frame=frame(index, path, site.title, description),
            title=site.title,
            standfirst=site.standfirst,
            tally=tally(index),
            total=summed(index, ""),
            totals="totals/",
            disputes="disputes/",
            charts=tuple(_chart(index, one) for one in drawn if one.entries),
            years=years(index, index.living(), ""),
            filters=filters(index, path, len(index.living())),
        ),
    )


def downloads(index: Index, drawn: Sequence[Drawn]) -> tuple[Download, ...]:
    """The data behind each chart, as CSV."""
    return tuple(Download(f"charts/{one.id}.csv", one.csv) for one in drawn)


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


def _chart(index: Index, drawn: Drawn) -> Chart:
    return Chart(
        id=drawn.id,
        title=drawn.title,
        reading=drawn.reading,
        summary=drawn.summary,
        lines=tuple(_line(index, entry) for entry in drawn.entries),
        wide_svg=drawn.wide,
        narrow_svg=drawn.narrow,
        csv=f"charts/{drawn.id}.csv",
    )


def _line(index: Index, entry: Entry) -> Line:
    event = index.events.get(entry.event)
    claim = index.claims.get(entry.claim)
    number: tuple[Cite, ...] = (cite(index, claim),) if claim is not None else ()
    if not number and event is not None:
        number, _ = size(index, event)
    title = link(event, "") if event is not None else Link(entry.title, href(entry.event, ""))
    silence = "" if number else "no figure given"
    return Line(entry.when, title, number, silence, entry.status)
