"""Every chart of the site: plain rows from the timeline, then two drawings, words and a table.

`CHARTS` is the list; a new chart is an entry here. `data` is pure and light; only `draw` loads
the drawing libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from headcount.charts import cuts, figure
from headcount.charts.cuts import ChartRecord, Row
from headcount.drawing import Drawn
from headcount.model import Timeline


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: the rows that it shows of a timeline, and how they are drawn."""

    id: str
    data: Callable[[Timeline], ChartRecord]
    draw: Callable[[ChartRecord], Drawn]


__all__ = ["CHARTS", "Chart", "ChartRecord", "Drawn", "Row", "draw", "records"]

CHARTS = (Chart(cuts.ID, cuts.data, figure.draw),)


def records(timeline: Timeline) -> tuple[ChartRecord, ...]:
    """What each chart shows, in the order of `CHARTS`."""
    return tuple(chart.data(timeline) for chart in CHARTS)


def draw(record: ChartRecord) -> Drawn:
    """The chart whose rows these are, drawn; loads the drawing libraries if there is a mark."""
    return next(chart.draw for chart in CHARTS if chart.id == record.id)(record)
