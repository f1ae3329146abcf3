"""Every chart of the site: plain rows from the timeline, then two drawings, words and a table.

`CHARTS` is the list; a new chart is an entry here, one in `drawings.FORMS` and one in
`pictures.PICTURES`. To be read in this order:

1. `cuts`, `units`, `says`, `once`: what each chart shows of a timeline, as frozen plain rows.
2. `told` (job cuts) and `written` (the other three): the same rows in words, as a table, as CSV;
   `cells`: what these share; `signs`: what the marks mean.
3. `chosen`: of very much, what is drawn, and the rule in words.
4. `drawings`: one builder for all charts, and the table of what each has of its own.
5. `pictures`: the drawings and files of a chart. From here on the libraries are loaded.
6. `plot`: marks on a plane of pixels, by Altair; `svg`: its output made fit for a page;
   `standalone`: the same as a file.
7. `columns` and `bars` (job cuts), `lanes` (units), `matrix` (says), `sums` (once): where each
   chart's marks and words lie, wide and narrow.
8. `explore`: the same rows as Vega-Lite, for whoever asks for a chart that moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from headcount.charts import cuts, drawings, once, says, units
from headcount.charts.cuts import Cuts, Row
from headcount.charts.once import Once
from headcount.charts.says import Papers, Says
from headcount.charts.units import Units
from headcount.drawing import Drawn
from headcount.model import Article, Registry, Timeline

NOBODY = Registry()
ChartRecord = Cuts | Units | Says | Once


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart, and the rows that it shows of a timeline."""

    id: str
    data: Callable[[Timeline, Papers], ChartRecord]


__all__ = ["CHARTS", "Chart", "ChartRecord", "Drawn", "Row", "draw", "library", "records"]

CHARTS = (
    Chart(cuts.ID, lambda line, _: cuts.data(line)),
    Chart(units.ID, lambda line, _: units.data(line)),
    Chart(says.ID, says.data),
    Chart(once.ID, lambda line, _: once.data(line)),
)


def records(
    timeline: Timeline, articles: Iterable[Article] = (), registry: Registry = NOBODY
) -> tuple[ChartRecord, ...]:
    """What each chart shows, in the order of `CHARTS`."""
    shorts = {
        name.casefold(): publisher.short
        for publisher in registry.publishers
        for name in (*publisher.aliases, publisher.name)
    }
    papers = {
        article.id: (
            article.publisher,
            shorts.get(article.publisher.casefold(), article.publisher),
        )
        for article in articles
    }
    return tuple(chart.data(timeline, papers) for chart in CHARTS)


@lru_cache(maxsize=32)
def draw(record: ChartRecord) -> Drawn:
    """The chart whose rows these are, drawn; loads the drawing libraries if there is a mark."""
    return drawings.drawn(record)


@cache
def library() -> bytes:
    """The script with which a browser draws the charts for exploring, as one file."""
    import vl_convert

    text: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return text.encode()
