"""The total with each line of its arithmetic; of very many lines, those of each year apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headcount import wording as words
from headcount.model import Term
from headcount.pages.charting import Chart, placed
from headcount.pages.citing import citations
from headcount.pages.index import Index, frame, up
from headcount.pages.keys import UNDATED
from headcount.pages.quoting import Quoted, quoted
from headcount.pages.shapes import Citation, Frame, Link, Sum
from headcount.pages.summing import claims_of, ends, part, summed

MOST = 200
"""As many lines as one page shows with the words behind them."""


@dataclass(frozen=True, slots=True)
class SumYear:
    """What one year's events add to the total. `numbers`: how many are added, `apart`: how many
    are not."""

    link: Link
    numbers: str
    low: str
    high: str
    apart: str


@dataclass(frozen=True, slots=True)
class TotalsPage:
    """The total, or the part of it that one year's events make, which then leads to the `whole`.

    With `years` the lines of the arithmetic stand on the pages of these.
    """

    path: str
    frame: Frame
    title: str
    lead: str
    whole: Link | None
    total: Sum | None
    years: tuple[SumYear, ...]
    method: str
    citations: tuple[Citation, ...]
    charts: tuple[Chart, ...]
    quoted: Quoted


def totals(index: Index) -> tuple[TotalsPage, ...]:
    """The total and each line of its arithmetic, on one page or on one for each year."""
    terms = index.timeline.total.terms
    whole = summed(index, up(PATH))
    if whole is None or len(terms) <= MOST:
        return (_page(index, PATH, TITLE, LEAD, whole, terms),)
    above = replace(whole, counted=(), apart=())
    years = _years(index)
    first = _page(index, PATH, TITLE, YEARLY, above, ())
    return (replace(first, years=tuple(_lines(years))), *_parts(index, years))


PATH = "totals/index.html"
TITLE = "How the total is made"
LEAD = "Each number is counted once. The reason stands beside it."
YEARLY = (
    "Each number is counted once. Each year leads to its numbers, with the reasons beside them."
)


def _years(index: Index) -> dict[str, list[Term]]:
    """The lines of the total by the year of their event, newest first; "" for those without."""
    found: dict[str, list[Term]] = {}
    for term in index.timeline.total.terms:
        date = words.news_date(index.events[term.event])
        found.setdefault(words.year(date), []).append(term)
    return dict(sorted(found.items(), reverse=True))


def _parts(index: Index, years: Mapping[str, Sequence[Term]]) -> Iterator[TotalsPage]:
    for year, terms in years.items():
        path = f"totals/{year or UNDATED}/index.html"
        base = up(path)
        title = f"What events of {year} add to the total" if year else "What undated events add"
        made = _page(index, path, title, LEAD, part(index, base, terms), terms)
        yield replace(made, whole=Link(TITLE, f"{base}totals/"))


def _page(
    index: Index, path: str, title: str, lead: str, total: Sum | None, terms: Sequence[Term]
) -> TotalsPage:
    base = up(path)
    first = path == PATH
    return TotalsPage(
        path=path,
        frame=frame(index, path, title, lead),
        title=title,
        lead=lead,
        whole=None,
        total=total,
        years=(),
        method=next((f"{base}{page.id}/" for page in index.pages if page.id == "method"), ""),
        citations=citations(index, claims_of(index, terms), base),
        charts=placed(index, path, "counted-once") if first else (),
        quoted=quoted(
            index, path, title, claims_of(index, index.timeline.total.terms if first else terms)
        ),
    )


def _lines(years: Mapping[str, Sequence[Term]]) -> Iterator[SumYear]:
    for year, terms in years.items():
        low, high = ends(terms)
        left = sum(term.counts == "no" for term in terms)
        yield SumYear(
            link=Link(year or "No date", f"{year or UNDATED}/"),
            numbers=words.amount(len(terms) - left, "number"),
            low=f"{low:,}",
            high=f"{high:,}",
            apart=words.amount(left, "number") if left else "",
        )
