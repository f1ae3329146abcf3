"""Every chart of the site: plain rows from the timeline, then two drawings, words and a table.

`CHARTS` is the list; a new chart is an entry here. `data` is pure and light; only `draw` loads
the drawing libraries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from headcount.charts import cuts, drawings, figure, once, says, units
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
    """One chart: the rows that it shows of a timeline, and how they are drawn."""

    id: str
    data: Callable[[Timeline, Papers], ChartRecord]
    draw: Callable[[Any], Drawn]


__all__ = ["CHARTS", "Chart", "ChartRecord", "Drawn", "Row", "draw", "library", "records"]

CHARTS = (
    Chart(cuts.ID, lambda line, _: cuts.data(line), figure.draw),
    Chart(units.ID, lambda line, _: units.data(line), drawings.units),
    Chart(says.ID, says.data, drawings.says),
    Chart(once.ID, lambda line, _: once.data(line), drawings.once),
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
    return next(chart.draw for chart in CHARTS if chart.id == record.id)(record)


@cache
def library() -> bytes:
    """The script with which a browser draws the charts for exploring, as one file."""
    import vl_convert

    text: str = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return text.encode()
