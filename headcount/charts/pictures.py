"""The pictures of a chart: two drawings, an SVG file, a PNG and a specification for exploring.

Only this module and those that it imports load the drawing libraries.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import vl_convert

from headcount.charts import (
    bars,
    columns,
    cuts,
    explore,
    lanes,
    matrix,
    once,
    says,
    standalone,
    sums,
    units,
)
from headcount.charts.cuts import Cuts
from headcount.drawing import Drawn
from headcount.png import packed

FEW = 3
"""From as many dated rows on an axis of time says more than a list."""


def job_cuts(record: Cuts, variant: str) -> str:
    """Columns over time; bars below one another on a small screen and for a few events."""
    timed = variant == "wide" and sum(row.known for row in record.rows) >= FEW
    return columns.drawn(record) if timed else bars.drawn(record, variant)


PICTURES: MappingProxyType[str, tuple[Callable[[Any, str], str], Callable[[Any], str]]] = (
    MappingProxyType(
        {
            cuts.ID: (job_cuts, explore.cuts),
            units.ID: (lanes.drawn, explore.units),
            says.ID: (matrix.drawn, explore.says),
            once.ID: (sums.drawn, explore.once),
        }
    )
)
"""By chart: what draws it in a width, "wide" or "narrow"; what specifies it for exploring."""


def added(drawn: Drawn, record: Any) -> Drawn:
    """The chart of this record with all its pictures; there must be something to draw."""
    picture, specification = PICTURES[record.id]
    wide = picture(record, "wide")
    file = standalone.alone(wide, drawn.title, drawn.reading, drawn.key)
    return replace(
        drawn,
        wide=wide,
        narrow=picture(record, "narrow"),
        spec=specification(record),
        file=file,
        png=packed(vl_convert.svg_to_png(file, scale=2)),
    )
