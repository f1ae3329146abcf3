"""What a row draws beside its words: its number as a bar, its status and its sources as dots.

All bars of a site have one square-root scale, so that small and large cuts share a page and a bar
can be compared with any other. Solid is what a source states; strokes end where it leaves off.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, sqrt

from headcount.bands import ABOUT
from headcount.model import Event
from headcount.pages.shapes import Bar, Scale, Step, Tick

WIDTH = 240
STROKE = 1.6
THINNING = (0.1, 0.28, 0.57, 1.0)
"""Where strokes stand between what is stated and where it may end: ink that runs out."""
PLANS = ("planned", "reported", "cancelled", "denied")
STEPS = ("reported", "planned", "announced", "completed")
PLACES = ("6", "19", "33", "46")
REACHED = {"reported": 0, "planned": 1, "announced": 2, "under_way": 2, "completed": 3}
MOST = 12
"""As many sources as are drawn as dots; the words beside them count all."""


def largest(events: Iterable[Event]) -> int:
    """The number of jobs at which a bar is as wide as it can be; 0 where nobody gives a figure."""
    return max((_ends(event)[1] for event in events), default=0)


def bar(event: Event, most: int) -> Bar | None:
    """An event's number against `most` jobs; None where no source gives a figure."""
    low, high = _ends(event)
    if not high or not most:
        return None
    start, stop = (round((WIDTH - 2) * sqrt(jobs / most), 1) for jobs in (low, high))
    strokes = tuple(f"{start + (stop - start) * share:.1f}" for share in THINNING)
    total, plan = event.scope == "aggregate", event.status in PLANS
    width = f"{max(start, STROKE):.1f}"
    return Bar(
        solid="" if total or plan else width,
        box=width if plan and not total else "",
        bracket=f"M1 11V5H{width}" if total else "",
        plan=plan,
        strokes=strokes if stop > start else (),
    )


def scale(most: int) -> Scale | None:
    """The round numbers above the bars; None where there are no bars."""
    if not most:
        return None
    kept: list[int] = []
    for power in range(len(str(most)) - 1, -1, -1):
        for step in (5, 3, 2, 1):
            jobs = step * 10**power
            apart = not kept or _at(kept[-1], most) - _at(jobs, most) > WIDTH / 3
            if jobs <= most and apart and _at(jobs, most) > WIDTH / 7:
                kept.append(jobs)
    ticks = [Tick(f"{_at(jobs, most):.1f}", f"{jobs:,}", "middle") for jobs in reversed(kept)]
    return Scale((Tick("0.5", "0", "start"), *ticks))


def track(status: str) -> tuple[Step, ...]:
    """How far an event has come; nothing for what was called off or denied."""
    if status not in REACHED:
        return ()
    last = REACHED[status]
    return tuple(Step(x, at <= last, at == last) for at, x in enumerate(PLACES))


def dots(event: Event) -> tuple[str, ...]:
    """A dot for each outlet: root (an origin of its own), echo, or untraced; at most `MOST`."""
    named = [root for root in event.roots if root.name]
    traced = {outlet for root in named for outlet in root.outlets}
    loose = {outlet for root in event.roots for outlet in root.outlets} - traced
    echoes = max(0, len(traced) - len(named))
    return (("root",) * len(named) + ("echo",) * echoes + ("untraced",) * len(loose))[:MOST]


def _ends(event: Event) -> tuple[int, int]:
    """What is stated, and up to where an open number is drawn; (0, 0) for a word or no number."""
    jobs = event.jobs
    if jobs is None or jobs.vague:
        return 0, 0
    low = jobs.low or 0
    high = jobs.high or low
    return low, ceil(high * (1 + ABOUT)) if jobs.open_ else high


def _at(jobs: int, most: int) -> float:
    return (WIDTH - 2) * sqrt(jobs / most)
