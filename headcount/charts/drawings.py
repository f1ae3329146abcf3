"""The charts of units, sources and sums as a page takes them."""

from __future__ import annotations

from headcount.charts import written
from headcount.charts.cells import filed
from headcount.charts.once import Once
from headcount.charts.says import Says
from headcount.charts.units import Units
from headcount.drawing import Drawn, Key

CUT, OPENED, CLOSED = "var(--cut)", "var(--opened)", "var(--closed)"
SLANTS = "M8 12l5-10M13 12l5-10M18 12l2-4M8 6l2-4"
UNITS_KEY = (
    Key("bought", "M9 2h10v10H9z", fill=OPENED),
    Key("launched", "M14 2a5 5 0 1 0 .01 0z", fill=OPENED),
    Key("job cut", "M14 1l6 6-6 6-6-6z", fill=CUT),
    Key("planned, or no figure", "M14 2l5 5-5 5-5-5z", stroke=CUT),
    Key("closed", "M12 2h4v3h3v4h-3v3h-4V9H9V5h3z", fill=CLOSED),
    Key("total over a period", "M1 3v8M1 7h26M27 3v8", stroke=CUT),
)
SAYS_KEY = (
    Key("an origin of its own", "M14 2a5 5 0 1 0 .01 0z", fill=CUT),
    Key("repeats one that is there already", "M14 2a5 5 0 1 0 .01 0z", stroke=CUT),
    Key("gives no number", "M14 4.5a2.5 2.5 0 1 0 .01 0z", fill=CUT),
    Key("sources conflict", f"M8 2h12v10H8z{SLANTS}", stroke=CUT),
)
ONCE_KEY = (
    Key("added", "M0 2h28v10H0z", fill=CUT),
    Key("possible: high end only", "M1 2h26v10H1z", stroke=CUT, dash="4 3"),
    Key("inside another, not added again", "M1 2h26v10H1z", stroke=CUT),
    Key("what no part accounts for", f"M1 2h26v10H1z{SLANTS}M1 9l4-7M20 12l5-10", stroke=CUT),
    Key("replaced or called off", "M1 2h26v10H1zM1 12L27 2", stroke=CUT),
)


def units(record: Units) -> Drawn:
    """What became of each unit."""
    wide, narrow, spec = "", "", ""
    if record.marks:
        from headcount.charts import explore, lanes

        wide, narrow = lanes.drawn(record, "wide"), lanes.drawn(record, "narrow")
        spec = explore.units(record)
    drawn = Drawn(
        id=record.id,
        title=record.title,
        reading=written.UNITS,
        sentences=written.units(record),
        columns=("Unit", "When", "What", "As told", "Status"),
        entries=written.unit_entries(record),
        wide=wide,
        narrow=narrow,
        csv=written.unit_table(record),
        key=UNITS_KEY,
        spec=spec,
    )
    return filed(drawn)


def says(record: Says) -> Drawn:
    """Which source says what."""
    wide, narrow, spec = "", "", ""
    if record.events:
        from headcount.charts import explore, matrix

        wide, narrow = matrix.drawn(record, "wide"), matrix.drawn(record, "narrow")
        spec = explore.says(record)
    drawn = Drawn(
        id=record.id,
        title=record.title,
        reading=written.SAYS,
        sentences=written.says(record),
        columns=("When", "What", "Source", "Says", "Beside the others"),
        entries=written.says_entries(record),
        wide=wide,
        narrow=narrow,
        csv=written.says_table(record),
        key=SAYS_KEY,
        spec=spec,
    )
    return filed(drawn)


def once(record: Once) -> Drawn:
    """What is counted once; nothing is drawn where no line has a number."""
    wide, narrow, spec = "", "", ""
    if any(step.high for step in record.steps):
        from headcount.charts import explore, sums

        wide, narrow = sums.drawn(record, "wide"), sums.drawn(record, "narrow")
        spec = explore.once(record)
    drawn = Drawn(
        id=record.id,
        title=record.title,
        reading=written.ONCE,
        sentences=written.once(record),
        columns=("Number", "What", "When", "Adds", "Why"),
        entries=written.once_entries(record),
        wide=wide,
        narrow=narrow,
        csv=written.once_table(record),
        key=ONCE_KEY,
        spec=spec,
    )
    return filed(drawn)
