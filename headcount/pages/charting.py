"""Charts on pages: each where it belongs, on a page of its own with all that is behind it, and as
files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headcount.drawing import Cell, Drawn, Entry, Key
from headcount.model import Claim
from headcount.pages.citing import citations, cite, said_number
from headcount.pages.index import Index, frame, up
from headcount.pages.quoting import Quoted, quoted
from headcount.pages.rows import href
from headcount.pages.shapes import Citation, Cite, Download, Frame, Link

FOLDER = "charts/"
MOST = 80
"""As many lines as a chart's table has on a page that is not its own."""
LIBRARY = "vega.js"
"""The name below `assets/` of the library that draws charts for exploring."""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a chart's table: numbers with their citation, or words, with a link or without."""

    text: str
    href: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Explore:
    """Where the parts of a chart for exploring lie: its script, the library, the specification."""

    module: str
    library: str
    spec: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart on a page. `wide_svg` and `narrow_svg` are our own drawings, not text.

    `told`: the same in sentences. `page` leads to its own page, "" where the reader is there.
    `lines` are those of its table, none on a page that does not hold the citations behind it;
    `rest`: what leads to the lines that it leaves out, or None.
    `files`: what can be had of it.
    """

    id: str
    title: str
    reading: str
    told: tuple[Link, ...]
    key: tuple[Key, ...]
    wide_svg: str
    narrow_svg: str
    columns: tuple[str, ...]
    lines: tuple[tuple[Field, ...], ...]
    rest: Link | None
    page: str
    files: tuple[Link, ...]
    explore: Explore | None


@dataclass(frozen=True, slots=True)
class ChartPage:
    path: str
    frame: Frame
    title: str
    chart: Chart
    all: Link
    citations: tuple[Citation, ...]
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class ChartsPage:
    """The list of all charts."""

    path: str
    frame: Frame
    title: str
    lead: str
    charts: tuple[Chart, ...]


def placed(index: Index, path: str, *ids: str, tabled: bool = False) -> tuple[Chart, ...]:
    """These charts for the page at `path`, as far as something is drawn.

    `tabled`: with the table, unless it is long, for a page that holds the citations of all events.
    """
    drawn = {one.id: one for one in index.drawn if one.wide}
    found = (drawn[id_] for id_ in ids if id_ in drawn)
    return tuple(_chart(index, one, up(path), tabled and len(one.entries) <= MOST) for one in found)


def pages(index: Index) -> tuple[ChartPage, ...]:
    """A page for each chart on which something is drawn."""
    return tuple(_page(index, one) for one in index.drawn if one.wide)


def listing(index: Index) -> tuple[ChartsPage, ...]:
    """All charts below one another; no page where there are none."""
    path = f"{FOLDER}index.html"
    title = "Charts"
    lead = "Every mark leads to its event, and every chart is there as a table and as files."
    charts = placed(index, path, *(one.id for one in index.drawn))
    page = ChartsPage(path, frame(index, path, title, lead), title, lead, charts)
    return (page,) if charts else ()


def downloads(index: Index) -> tuple[Download, ...]:
    """The files of each chart; its table always, for programs that come back for it."""
    return tuple(file for one in index.drawn for file in _downloads(one))


def _downloads(drawn: Drawn) -> Iterator[Download]:
    stem = f"{FOLDER}{drawn.id}"
    yield Download(f"{stem}.csv", drawn.csv)
    if drawn.wide:
        yield Download(f"{stem}.svg", drawn.file)
        yield Download(f"{stem}.png", "", drawn.png)
        yield Download(f"{stem}.json", drawn.spec)


def _page(index: Index, drawn: Drawn) -> ChartPage:
    path = f"{FOLDER}{drawn.id}/index.html"
    base = up(path)
    cells = (cell for entry in drawn.entries for cell in entry.cells)
    claims = [index.claims[cell.claim] for cell in cells if cell.claim in index.claims]
    return ChartPage(
        path=path,
        frame=frame(index, path, drawn.title, drawn.reading),
        title=drawn.title,
        chart=_chart(index, drawn, base, tabled=True, own=True),
        all=Link("All charts", f"{base}{FOLDER}"),
        citations=citations(index, claims, base),
        quoted=quoted(index, path, drawn.title, claims),
    )


def _chart(index: Index, drawn: Drawn, base: str, tabled: bool, own: bool = False) -> Chart:
    stem = f"{base}{FOLDER}{drawn.id}"
    lines = tuple(tuple(_fields(index, entry, base)) for entry in drawn.entries)
    return Chart(
        id=drawn.id,
        title=drawn.title,
        reading=drawn.reading,
        told=tuple(Link(one.text, _place(index, one, base)) for one in drawn.sentences),
        key=drawn.key,
        wide_svg=_based(drawn.wide, base),
        narrow_svg=_based(drawn.narrow, base),
        columns=drawn.columns,
        lines=lines if tabled else (),
        rest=_rest(drawn, f"{stem}.csv") if tabled else None,
        page="" if own else f"{stem}/",
        files=(
            Link("SVG", f"{stem}.svg", "drawing"),
            Link("PNG", f"{stem}.png", "picture"),
            Link("CSV", f"{stem}.csv", "the table"),
            Link("Vega-Lite", f"{stem}.json", "specification"),
        ),
        explore=_explore(index, stem, base),
    )


def _rest(drawn: Drawn, file: str) -> Link | None:
    """Where the lines are that a long table leaves out."""
    if not drawn.more:
        return None
    whole = f"{len(drawn.entries) + drawn.more:,}"
    note = f"The table has what is drawn: {len(drawn.entries):,} lines of {whole}."
    return Link(f"All {whole} lines as CSV", file, note)


def _explore(index: Index, stem: str, base: str) -> Explore | None:
    module, library = index.assets.get("explore.js"), index.assets.get(LIBRARY)
    if module is None or library is None:
        return None
    return Explore(f"{base}{module}", f"{base}{library}", f"{stem}.json")


def _based(svg: str, base: str) -> str:
    """A drawing whose links lead from the site's root, for a page whose way there is `base`.

    No text of a drawing holds a "<".
    """
    return svg.replace('<a href="', f'<a href="{base}')


def _fields(index: Index, entry: Entry, base: str) -> Iterator[Field]:
    for cell in entry.cells:
        claim = index.claims.get(cell.claim)
        cites = (_cite(index, claim, cell),) if claim is not None else ()
        yield Field("" if cites else cell.text, _place(index, cell, base), cites)


def _place(index: Index, cell: Cell, base: str) -> str:
    if cell.event in index.events:
        return href(cell.event, base)
    return f"{base}{cell.page}" if cell.page else ""


def _cite(index: Index, claim: Claim, cell: Cell) -> Cite:
    """The claim's own number where it gives one, else the words of the cell."""
    return cite(index, claim, "" if said_number(index, claim) else cell.text)
