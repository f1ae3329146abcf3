"""How many jobs a phrase may stand for: the band of a number, and whether two can both be true."""

from __future__ import annotations

from headcount.model import QUALIFIERS, Jobs

ABOUT = 0.05
"""The share by which a rounded number may miss: newsrooms round to one or two digits."""

VAGUE = {entry.id: entry for entry in QUALIFIERS if entry.vague}


def vague(jobs: Jobs) -> bool:
    """Whether a source gives a word ("dozens") instead of a figure."""
    return jobs.qualifier in VAGUE


def figure(jobs: Jobs | None) -> int | None:
    """The one number that a source writes, in jobs; None for ranges and vague words."""
    if jobs is None or vague(jobs):
        return None
    if jobs.low is not None and jobs.high is not None and jobs.low != jobs.high:
        return None
    return jobs.low if jobs.low is not None else jobs.high


def band(jobs: Jobs | None) -> tuple[int, int] | None:
    """First and last number of jobs, inclusive, that the words allow; None if they name none.

    "over N" is read as N up to twice N: further up a writer would have chosen another number.
    """
    if jobs is None:
        return None
    if jobs.qualifier in VAGUE:
        entry = VAGUE[jobs.qualifier]
        return None if entry.low is None or entry.high is None else (entry.low, entry.high)
    if jobs.low is None:
        return None if jobs.high is None else (0, jobs.high)
    if jobs.high is None:
        return (jobs.low, 2 * jobs.low)
    if jobs.qualifier == "about":
        return (int(jobs.low * (1 - ABOUT)), int(jobs.high * (1 + ABOUT)) + 1)
    return (jobs.low, jobs.high)


def compatible(one: Jobs | None, other: Jobs | None) -> bool:
    """Whether both can be true of the same cut; silence is compatible with everything."""
    first, second = band(one), band(other)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def near(one: Jobs | None, other: Jobs | None, factor: float) -> bool:
    """Whether the nearest ends of two bands differ by no more than `factor`."""
    first, second = band(one), band(other)
    if first is None or second is None:
        return True
    gap_from, gap_to = min(first[1], second[1]), max(first[0], second[0])
    return gap_to <= factor * gap_from


def same_figure(one: Jobs | None, other: Jobs | None) -> bool:
    """Whether two sources write the same number, but for rounding words and rounding."""
    first, second = figure(one), figure(other)
    if one is None or other is None or first is None or second is None:
        return False
    if first == second:
        return True
    small, large = sorted((first, second))
    if "about" in (one.qualifier, other.qualifier):
        return large <= small * (1 + ABOUT)
    lower = one if first < second else other
    return lower.qualifier == "over" and large <= small * (1 + ABOUT)
