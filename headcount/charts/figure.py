"""The chart of job cuts as a page takes it: two drawings, words, lines of a table, a file."""

from __future__ import annotations

from headcount.charts import told
from headcount.charts.cuts import ChartRecord
from headcount.drawing import Drawn


def draw(record: ChartRecord) -> Drawn:
    """The chart in two widths with the same in words. Without rows both drawings are ""."""
    wide, narrow = "", ""
    if record.rows:
        from headcount.charts import bars, columns

        narrow = bars.drawn(record, "narrow")
        dated = any(row.known for row in record.rows)
        wide = columns.drawn(record) if dated else bars.drawn(record, "wide")
    return Drawn(
        id=record.id,
        title=record.title,
        reading=told.READING,
        summary=told.summary(record),
        entries=told.entries(record),
        wide=wide,
        narrow=narrow,
        csv=told.table(record),
    )
