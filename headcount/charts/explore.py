"""The charts for exploring: Vega-Lite with true scales of time and number, as JSON.

Colours are CSS variables of the page in which the script draws them. Cuts and units hold all rows;
a grid or a sum of very many would be longer than any screen, and holds those that are drawn.
"""

from __future__ import annotations

import json
from typing import Any

import altair as alt

from headcount.charts import chosen, signs
from headcount.charts.cuts import Cuts
from headcount.charts.once import Once
from headcount.charts.plot import CLOSED, CUT, DASH, EDGE, INK, MUTED, OPENED, PAPER, RULE
from headcount.charts.says import Says
from headcount.charts.told import KINDS, note
from headcount.charts.units import Units
from headcount.lettering import JOINER

ROW = 24
"""Pixels for a row of a grid."""
SMALL = "containerSize()[0] < 600"
"""Whether the page leaves it little room."""


def cuts(record: Cuts) -> str:
    """Each cut from its low to its high bound on a square-root scale; totals over their period."""
    rows = [
        {
            "day": row.middle,
            "first": row.first,
            "last": row.last,
            "low": row.low or 0,
            "high": row.high or row.low or 0,
            "What": row.title,
            "When": row.when,
            "Number": row.words or "no figure",
            "Status": note(row) or row.status,
            "Kind": KINDS[row.kind],
        }
        for row in record.rows
        if row.known
    ]
    top = max([10, *(max(row.low or 0, row.high or 0) for row in record.rows)]) * 1.1
    pick = alt.selection_point("pick", fields=["Kind"], bind="legend")
    kinds = [KINDS[key] for key in ("part", "plan", "aggregate", "unknown", "revised")]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("high:Q", title="Jobs", scale=alt.Scale(type="sqrt", domain=[0, top])),
        color=_colour("Kind", kinds, [CUT, CUT, INK, EDGE, MUTED]),
        opacity=alt.condition(pick, alt.value(1), alt.value(0.12)),
        tooltip=_tips("What", "When", "Number", "Status", "Kind"),
    )
    day = alt.X("day:T", title=None, scale=alt.Scale(type="utc", nice=False, padding=12))
    periods = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("first:T", title=None, scale=alt.Scale(type="utc", nice=False, padding=12)),
        x2="last:T",
    )
    spans = base.mark_rule(strokeWidth=2, strokeDash=list(DASH)).encode(x=day, y2="low:Q")
    points = base.mark_point(size=90, filled=True, strokeWidth=1.5).encode(
        x=day,
        shape=alt.Shape("Kind:N", scale=alt.Scale(domain=kinds), legend=_legend()),
    )
    return _text(alt.layer(periods, spans, points.add_params(pick, _moved())), 340)


def units(record: Units) -> str:
    """Each event in its unit's lane, over the time in which it lies."""
    names = {lane.id: lane.name for lane in record.lanes}
    rows = [
        {
            "Unit": names[mark.lane],
            "first": mark.first,
            "last": mark.last,
            "What": mark.title,
            "When": mark.when,
            "As told": mark.words,
            "Status": mark.status,
            "Kind": signs.KINDS[mark.kind],
        }
        for mark in record.marks
        if mark.known
    ]
    pick = alt.selection_point("pick", fields=["Kind"], bind="legend")
    kinds = list(signs.KINDS.values())
    base = alt.Chart(_data(rows)).encode(
        x=alt.X("first:T", title=None, scale=alt.Scale(type="utc", nice=False, padding=12)),
        y=alt.Y("Unit:N", title=None, sort=_names(names.values()), axis=_side()),
        color=_colour("Kind", kinds, [CUT, OPENED, OPENED, CLOSED]),
        opacity=alt.condition(pick, alt.value(1), alt.value(0.12)),
        tooltip=_tips("What", "When", "As told", "Status"),
    )
    spans = base.mark_rule(strokeWidth=6).encode(x2="last:T")
    points = base.mark_point(size=110, filled=True).encode(
        shape=alt.Shape(
            "Kind:N",
            scale=alt.Scale(domain=kinds, range=["diamond", "square", "circle", "cross"]),
            legend=_legend(),
        )
    )
    height = 2 * ROW * max(len({row["Unit"] for row in rows}), 1)
    return _text(alt.layer(spans, points.add_params(pick, _moved())), height)


def says(record: Says) -> str:
    """A grid of events and sources; what is said stands in the tooltip."""
    record, _ = chosen.says(record, "wide")
    shorts = dict(record.sources)
    labels = {one.event: f"{one.when}: {one.label}" for one in record.events}
    rows = [
        {
            "Source": shorts.get(saying.source, saying.source),
            "Event": labels[one.event],
            "What": one.title,
            "Says": saying.words,
            "Others differ": saying.differs or "no",
            "Sign": signs.CONFLICT if saying.differs else signs.ECHO if saying.echo else signs.OWN,
        }
        for one in record.events
        for saying in one.sayings
    ]
    pick = alt.selection_point("pick", fields=["Sign"], bind="legend")
    names = [signs.OWN, signs.ECHO, signs.CONFLICT]
    chart = (
        alt.Chart(_data(rows))
        .mark_point(size=130, filled=True, strokeWidth=1.5)
        .encode(
            x=alt.X(
                "Source:N",
                title=None,
                sort=_names(short for _, short in record.sources),
                axis=alt.Axis(
                    orient="top",
                    labelLimit=90,
                    labelAngle=alt.expr(f"{SMALL} ? -90 : 0"),
                    labelAlign=alt.expr(f"{SMALL} ? 'left' : 'center'"),
                ),
            ),
            y=alt.Y("Event:N", title=None, sort=_names(labels.values()), axis=_side()),
            color=_colour("Sign", names, [CUT, EDGE, CUT]),
            shape=alt.Shape(
                "Sign:N",
                scale=alt.Scale(domain=names, range=["circle", "circle", "square"]),
                legend=_legend(),
            ),
            opacity=alt.condition(pick, alt.value(1), alt.value(0.12)),
            tooltip=_tips("Source", "What", "Says", "Others differ"),
        )
        .add_params(pick)
    )
    return _text(chart, ROW * max(len(record.events), 1))


def once(record: Once) -> str:
    """Each line of the sum from where it begins; what is not added from zero."""
    record, _ = chosen.once(record, "wide")
    rows, at = [], 0
    for number, step in enumerate(record.steps):
        start = at if step.counts != "no" else 0
        rows.append(
            {
                "number": number,
                "What": step.title,
                "start": start,
                "end": start + (step.high or 0),
                "Number": step.words,
                "Why": step.why,
                "Added": signs.ADDED[step.counts],
            }
        )
        at += (step.low or 0) if step.counts != "no" else 0
    pick = alt.selection_point("pick", fields=["Added"], bind="legend")
    names = list(signs.ADDED.values())
    chart = (
        alt.Chart(_data(rows))
        .mark_bar(strokeWidth=1.5, stroke=CUT, size=14)
        .encode(
            x=alt.X("start:Q", title="Jobs", axis=alt.Axis(tickCount=5)),
            x2="end:Q",
            y=alt.Y(
                "What:N", title=None, sort=alt.EncodingSortField("number", op="min"), axis=_side()
            ),
            color=_colour("Added", names, [CUT, EDGE, PAPER]),
            opacity=alt.condition(pick, alt.value(1), alt.value(0.12)),
            tooltip=_tips("What", "Number", "Why"),
        )
        .add_params(pick)
    )
    return _text(chart, ROW * max(len(rows), 1))


def _data(rows: list[dict[str, Any]]) -> alt.InlineData:
    plain = [
        {key: value.replace(JOINER, "") if isinstance(value, str) else value for key, value in row}
        for row in (row.items() for row in rows)
    ]
    return alt.InlineData(values=plain)


def _names(names: Any) -> list[str]:
    return [name.replace(JOINER, "") for name in names]


def _colour(field: str, domain: list[str], colours: list[str]) -> alt.Color:
    scale = alt.Scale(domain=domain, range=colours)
    return alt.Color(f"{field}:N", scale=scale, legend=_legend())


def _legend() -> alt.Legend:
    return alt.Legend(
        title=None, orient="bottom", symbolStrokeColor=EDGE, columns=1, labelLimit=180
    )


def _tips(*fields: str) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:N") for field in fields]


def _side() -> alt.Axis:
    return alt.Axis(labelLimit=alt.expr(f"{SMALL} ? 110 : 300"))


def _moved() -> alt.Parameter:
    """Dragging moves the axis of time; the wheel zooms only with the Shift key."""
    return alt.selection_interval(
        "moved", bind="scales", encodings=["x"], zoom="wheel![event.shiftKey]"
    )


def _text(chart: Any, height: int) -> str:
    """The specification as JSON, in one order of keys.

    Fields are set, for a method of a chart copies it deeply.
    """
    chart.width, chart.height = "container", height
    chart.autosize = alt.AutoSizeParams(type="fit-x", contains="padding")
    chart.config = alt.Config(
        background="transparent",
        font="sans-serif",
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelColor=MUTED,
            titleColor=MUTED,
            gridColor=RULE,
            domainColor=EDGE,
            tickColor=EDGE,
            labelFontSize=12,
            titleFontSize=12,
            labelSeparation=8,
        ),
        legend=alt.LegendConfig(labelColor=INK, labelFontSize=12),
    )
    return json.dumps(chart.to_dict(validate=False), sort_keys=True, ensure_ascii=False) + "\n"
