"""Job cuts over time with their intervals: what of the timeline the chart shows, as plain rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from headcount import wording as words
from headcount.bands import VAGUE
from headcount.language import edtf
from headcount.model import Claim, Event, Jobs, Span, Timeline

Kind = Literal["part", "plan", "aggregate", "unknown", "revised"]

ID = "job-cuts"
TITLE = "Job cuts over time"
TIMES = MappingProxyType({2: "two ways", 3: "three ways", 4: "four ways", 5: "five ways"})
OUTSIDE = ("planned", "reported", "cancelled", "denied")
"""States in which nobody has confirmed that the jobs go: drawn hollow."""

GONE = (words.LABELS["cancelled"], words.LABELS["denied"])

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
MARGIN = re.compile(r"[~?%]")
EMPHASIS = re.compile(r"[*_`]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One mark: a cut, or a total over one of the periods that its sources give.

    `event`: its id; `label`: where, for a total whose words these are; `title`: its headline.
    `first`, `last`: ISO days of the drawn interval, without the margin of "about"; "" is an open
    end, and both are "" where no date is known. `dated`: a source gives the date, else it is that
    of the first report. `soft`: the last day is not exact.
    `low`-`high`: jobs, None for no bound; of the whole event for a cut, of `source` for a total.
    `open_`: "over" or "about". `vague`: they are our reading of a word. `words`: the number as
    its source words it, "" if there is none. `preferred`: by this row the event is shown.
    `source`, `claim`: ids of the article and the claim that give the number, or "". `href` leads
    from the home page to the event.
    """

    event: str
    label: str
    title: str
    kind: Kind
    first: str
    last: str
    dated: bool
    soft: bool
    low: int | None
    high: int | None
    open_: bool
    vague: bool
    status: str
    planned: bool
    disputed: bool
    words: str
    when: str
    preferred: bool
    source: str
    claim: str
    href: str

    @property
    def known(self) -> bool:
        """Whether the row has a place on the axis of time."""
        return bool(self.first or self.last)

    @property
    def gone(self) -> bool:
        """Whether it was called off or denied: what is not done will not come."""
        return self.status in GONE

    @property
    def middle(self) -> str:
        """The day in the middle of its interval."""
        first, last = self.first or self.last, self.last or self.first
        days = date.fromisoformat(first).toordinal() + date.fromisoformat(last).toordinal()
        return date.fromordinal(days // 2).isoformat()

    @property
    def size(self) -> int:
        """The largest number of jobs that is sure to be meant; 0 if none is."""
        return self.low or self.high or 0


@dataclass(frozen=True, slots=True)
class Cuts:
    """A chart's rows, oldest event first, those without a date last."""

    id: str
    title: str
    rows: tuple[Row, ...]


def data(timeline: Timeline) -> Cuts:
    """The job cuts, plans and totals of a timeline that still have a source."""
    events = [event for event in timeline.events if event.kind == "layoff" and not event.tombstone]
    revised = {tie.to for event in events for tie in event.relations if tie.is_ == "revises"}
    groups = [tuple(_rows(event, event.id in revised)) for event in events]
    groups.sort(key=lambda rows: (not rows[0].known, rows[0].first, rows[0].event))
    rows = tuple(row for group in groups for row in group)
    return Cuts(ID, _title(rows), rows)


def _title(rows: tuple[Row, ...]) -> str:
    """What strikes the eye: a total that its sources date in several ways."""
    periods = Counter(row.event for row in rows if row.kind == "aggregate" and row.dated)
    most = max(periods.values(), default=0)
    return f"One total, dated {TIMES[most]}" if most in TIMES else TITLE


def _rows(event: Event, revised: bool) -> Iterator[Row]:
    """One row; for a total one for each of the periods that its sources give."""
    dated = tuple(_dated(event)) if event.scope == "aggregate" else ()
    if not dated:
        yield _row(event, revised)
    for text, claims in dated:
        yield _total(event, text, claims, revised)


def _row(event: Event, revised: bool) -> Row:
    jobs = event.jobs
    first = next((c for c in event.claims if jobs is not None and c.id in jobs.from_), None)
    low, high, vague = _bounds(event, first.jobs if first is not None else None)
    start, end = days(words.news_date(event))
    return Row(
        event=event.id,
        label=printable(place(event, first)),
        title=printable(words.title(event)),
        kind=_kind(event, revised, low is None and high is None),
        first=start or end,
        last=end or start,
        dated=event.date is not None,
        soft=False,
        low=low,
        high=high,
        open_=jobs is not None and jobs.open_,
        vague=vague,
        status=words.LABELS[event.status],
        planned=event.status in OUTSIDE,
        disputed=disputed(event),
        words=printable(words.display(jobs)) if jobs is not None else "",
        when=moment(event),
        preferred=True,
        source=first.article if first is not None else "",
        claim=first.id if first is not None else "",
        href=f"events/{event.id}/",
    )


def _total(event: Event, text: str, claims: tuple[Claim, ...], revised: bool) -> Row:
    """A total over the period `text`, which these claims give; its number is the first's."""
    said = next((claim for claim in claims if claim.jobs is not None), claims[0])
    jobs = said.jobs
    vague = jobs is not None and jobs.qualifier in VAGUE
    band = VAGUE[jobs.qualifier] if jobs is not None and vague else jobs
    start, end = days(text)
    _, report = days(event.first_reported)
    return Row(
        event=event.id,
        label=printable(words.listed(_outlets(event, claims))),
        title=printable(words.title(event)),
        kind=_kind(event, revised, False),
        first=start,
        last=end or (report if report > start else start),
        dated=True,
        soft=not end or "~" in text.rpartition("/")[2],
        low=band.low if band is not None else None,
        high=band.high if band is not None else None,
        open_=jobs is not None and jobs.qualifier in ("about", "over"),
        vague=vague,
        status=words.LABELS[event.status],
        planned=event.status in OUTSIDE,
        disputed=disputed(event),
        words=printable(said_number(event, said)),
        when=printable(_period(text, claims)),
        preferred=event.jobs is not None and bool({c.id for c in claims} & set(event.jobs.from_)),
        source=said.article,
        claim=said.id if jobs is not None else "",
        href=f"events/{event.id}/",
    )


def _kind(event: Event, revised: bool, unknown: bool) -> Kind:
    if event.scope == "aggregate":
        return "aggregate"
    if revised:
        return "revised"
    if unknown:
        return "unknown"
    return "plan" if event.status in OUTSIDE else "part"


def _bounds(event: Event, jobs: Jobs | None) -> tuple[int | None, int | None, bool]:
    """(low, high, whether they are only our reading of a word)."""
    if event.jobs is not None and not event.jobs.vague:
        return event.jobs.low, event.jobs.high, False
    band = VAGUE.get(jobs.qualifier) if jobs is not None else None
    return (None, None, band is not None) if band is None else (band.low, band.high, True)


def _dated(event: Event) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """The periods that sources give for a total, each with the claims that stand by it."""
    gone = {id_ for d in event.disputes for v in d.values if v.retired for id_ in v.claims}
    found: dict[str, list[Claim]] = {}
    for claim in event.claims:
        if claim.date is not None and claim.date.edtf is not None and claim.id not in gone:
            found.setdefault(claim.date.edtf, []).append(claim)
    for text in sorted(found):
        yield text, tuple(found[text])


def days(text: str | None) -> tuple[str, str]:
    """First and last ISO day of an EDTF date, without the margin of "about"; "" if not known."""
    if text is None or not edtf.valid(text):
        return "", ""
    first, last = edtf.bounds(MARGIN.sub("", text))
    return (first.isoformat() if first else "", last.isoformat() if last else "")


def quoted(claim: Claim, at: Span) -> str:
    """The words at `at` as the claim's quote holds them; "" if they stand outside it."""
    start, end = at.start - claim.quote.at.start, at.end - claim.quote.at.start
    inside = at.in_ == claim.quote.at.in_ and 0 <= start < end <= len(claim.quote.text)
    return " ".join(EMPHASIS.sub("", claim.quote.text[start:end]).split()) if inside else ""


def _period(text: str, claims: tuple[Claim, ...]) -> str:
    """A period as its source words it, where the words suffice; else as the site words it."""
    dates = [(claim, claim.date) for claim in claims if claim.date is not None]
    said = (quoted(c, when.at) for c, when in dates if when.basis == "explicit")
    return next((found for found in said if found), words.when(text))


def moment(event: Event) -> str:
    """When an event was, as far as a source says it; else when it was reported."""
    if event.date is not None:
        return words.when(event.date)
    reported = event.first_reported
    return f"reported {words.when(reported)}" if reported else "no date given"


def said_number(event: Event, claim: Claim) -> str:
    """A claim's number in its source's words, else as the event words it for this claim."""
    own = quoted(claim, claim.jobs.at) if claim.jobs is not None else ""
    if own:
        return words.glued(own)
    values = [v for d in event.disputes if d.field == "jobs" for v in d.values]
    told = next((words.glued(v.text) for v in values if claim.id in v.claims), "")
    if told or event.jobs is None or claim.jobs is None:
        return told
    shown = [other.jobs for other in event.claims if other.id in event.jobs.from_]
    alike = (claim.jobs.low, claim.jobs.high, claim.jobs.qualifier)
    same = any(j and (j.low, j.high, j.qualifier) == alike for j in shown)
    return words.display(event.jobs) if same else ""


def _outlets(event: Event, claims: tuple[Claim, ...]) -> list[str]:
    """Who gives these claims, as far as each is the only outlet of its origin."""
    ids = {claim.id for claim in claims}
    alone = [root for root in event.roots if len(root.outlets) == 1]
    return list(dict.fromkeys(r.outlets[0] for r in alone if ids.intersection(r.claims)))


def place(event: Event, said: Claim | None) -> str:
    """Where jobs go; for a total, who says so."""
    if event.scope == "aggregate":
        return words.listed(_outlets(event, (said,))) if said is not None else ""
    units = [unit for unit in event.units if unit.is_ != event.organisation]
    return words.names(units) or event.organisation_name


def disputed(event: Event) -> bool:
    return any(dispute.relation != "compatible" for dispute in event.disputes)


def printable(text: str) -> str:
    """Without characters that no XML document may hold."""
    return UNPRINTABLE.sub(" ", text).strip()
