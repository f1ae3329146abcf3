"""The chart of job cuts as a page takes it: two drawings, words, lines of a table, files."""

from __future__ import annotations

from headcount.charts import told
from headcount.charts.cells import filed
from headcount.charts.cuts import Cuts
from headcount.drawing import Drawn, Key

KEY = (
    Key("stated", "M0 2h28v10H0z", fill="var(--cut)"),
    Key(
        "ends somewhere in the strokes",
        "M0 2h14v10H0zM16 2h2v10h-2zM20 2h2v10h-2zM25 2h2v10h-2z",
        fill="var(--cut)",
    ),
    Key("planned, or our reading of a word", "M1 2h26v10H1z", stroke="var(--cut)", dash="4 3"),
    Key("a total over a period", "M1 12V4h26v8", stroke="var(--ink)"),
)


def draw(record: Cuts) -> Drawn:
    """The chart in two widths with the same in words. Without rows both drawings are ""."""
    wide, narrow, spec = "", "", ""
    if record.rows:
        from headcount.charts import bars, columns, explore

        narrow = bars.drawn(record, "narrow")
        dated = any(row.known for row in record.rows)
        wide = columns.drawn(record) if dated else bars.drawn(record, "wide")
        spec = explore.cuts(record)
    return filed(
        Drawn(
            id=record.id,
            title=record.title,
            reading=told.READING,
            sentences=told.sentences(record),
            columns=told.COLUMNS,
            entries=told.entries(record),
            wide=wide,
            narrow=narrow,
            csv=told.table(record),
            key=KEY,
            spec=spec,
        )
    )
