"""What cannot be true, or leads nowhere: checks that look at the whole and say what they found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from headcount import bands, references
from headcount.freetext import numbers_of_jobs, supports
from headcount.language import edtf
from headcount.model import (
    Article,
    Claim,
    Decision,
    Event,
    PageText,
    Place,
    Problem,
    Timeline,
)
from headcount.source import place_of

IMPLIED_FACTOR = 1.5
"""A staff that one source implies and another states may differ by this much: they are counted
at other times and in other ways. Beyond it somebody slipped a digit."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a check may look at."""

    timeline: Timeline
    articles: Mapping[str, Article]
    decisions: Mapping[str, Decision]
    pages: tuple[PageText, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """All events, hidden ones too."""
        return (*self.timeline.events, *self.timeline.hidden)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that some page may show."""
        own = (claim for event in self.events for claim in (*event.claims, *event.attached))
        return (*own, *self.timeline.figures)


def problems(
    timeline: Timeline,
    articles: Iterable[Article],
    decisions: Iterable[Decision],
    pages: Iterable[PageText],
) -> tuple[Problem, ...]:
    """What every check of `CHECKS` finds, in their order."""
    whole = Whole(
        timeline,
        {article.id: article for article in articles},
        {decision.id: decision for decision in decisions},
        tuple(pages),
    )
    return tuple(problem for check in CHECKS for problem in check(whole))


def parts_exceed_whole(whole: Whole) -> Iterator[Problem]:
    """The parts of an event prove more jobs than the event can have."""
    events = {event.id: event for event in whole.timeline.events}
    for event in events.values():
        high = event.jobs.high if event.jobs and not event.jobs.open_ else None
        parts = [
            part
            for part in events.values()
            if any(r.is_ == "part_of" and r.to == event.id for r in part.relations)
        ]
        lows = {part.id: part.jobs.low for part in parts if part.jobs and part.jobs.low}
        total = sum(low for low in lows.values() if low)
        if high is None or total <= high:
            continue
        decided = [
            part
            for part in parts
            if any(r.to == event.id and r.basis == "decision" for r in part.relations)
        ]
        counted = " + ".join(f"{low:,} ({key})" for key, low in lows.items())
        yield Problem(
            place_of_relation(decided[0] if decided else parts[0], event.id, whole),
            "parts",
            f"the parts of {event.id} are more than the whole: {counted} = {total:,}, "
            f"of at most {high:,}",
            "one is not a part, or two are the same event: correct `relations` or `join`",
            severity="error" if decided else "warning",
        )


def place_of_relation(part: Event, to: str, whole: Whole) -> Place:
    """Where it is said that `part` is inside `to`."""
    relation = next(item for item in part.relations if item.to == to)
    if relation.basis == "decision":
        decision = whole.decisions[part.id]
        number = next(n for n, item in enumerate(decision.relations) if item.to == to)
        return at(decision, f"relations.{number}.to", f"relations.{number}", "relations")
    claim = next(claim for claim in part.claims if claim.id == relation.claim)
    article = whole.articles[claim.article]
    return place_of(article, relation.at or claim.quote.at)


def completed_ahead(whole: Whole) -> Iterator[Problem]:
    """An article tells as done what lies after its own publication."""
    for claim in whole.claims:
        article = whole.articles[claim.article]
        date, published = claim.date, article.published
        if date is None or date.edtf is None or published is None:
            continue
        if claim.status.is_ != "completed":
            continue
        begins, ends = edtf.bounds(date.edtf)[0], edtf.bounds(published)[1]
        if begins is not None and ends is not None and begins > ends:
            yield Problem(
                place_of(article, date.at),
                "future",
                f"claim {claim.id} is told as done in {date.edtf}, "
                f"but the article was published in {published}",
                "check `published`; if it is right, reject the claim",
                severity="warning",
            )


def implied_staff(whole: Whole) -> Iterator[Problem]:
    """Jobs and their share of the staff imply a staff that no source knows."""
    stated: dict[str, list[int]] = {}
    for claim in whole.claims:
        figure = bands.figure(claim.jobs)
        is_staff = claim.measure is not None and claim.measure.is_ == "workforce"
        if claim.kind == "figure" and is_staff and figure and not claim.units:
            stated.setdefault(claim.organisation.is_, []).append(figure)
    for claim in whole.claims:
        figure, share = bands.figure(claim.jobs), claim.percent
        known = stated.get(claim.organisation.is_)
        if claim.kind != "layoff" or not figure or not known or share is None:
            continue
        if share.of != "workforce" or share.value <= 0 or claim.units:
            continue
        implied = figure / share.value * 100
        if all(max(implied, staff) > IMPLIED_FACTOR * min(implied, staff) for staff in known):
            yield Problem(
                place_of(whole.articles[claim.article], share.at),
                "staff",
                f"{figure:,} jobs as {share.value:g} % imply a staff of {round(implied):,}; "
                f"sources say {', '.join(f'{staff:,}' for staff in sorted(set(known)))}",
                "compare with the original: a digit may have slipped, or the share is of a unit",
                severity="warning",
            )


def unsupported_numbers(whole: Whole) -> Iterator[Problem]:
    """A title, narrative or page gives a number of jobs that no claim supports."""
    every = [claim.jobs for claim in whole.claims if claim.jobs is not None]
    by_id = {event.id: event for event in whole.events}
    for decision in whole.decisions.values():
        event = by_id.get(decision.id)
        if event is not None and event.tombstone:
            continue
        near = [] if event is None else neighbourhood(event, by_id)
        supported = [claim.jobs for claim in near if claim.jobs is not None]
        for key, text in (("title", decision.title or ""), ("narrative", decision.narrative)):
            for line, column, words in numbers_of_jobs(text):
                if not any(supports(words, jobs) for jobs in supported):
                    place = below(dict(decision.places).get(key), decision, line, column)
                    yield unsupported(place, words, "of this event or of one it is related to")
    for page in whole.pages:
        for line, column, words in numbers_of_jobs(page.body):
            if not any(supports(words, jobs) for jobs in every):
                yield unsupported(Place(page.file, page.line + line, column), words, "of any event")


def below(base: Place | None, decision: Decision, line: int, column: int) -> Place:
    """A place in a text that begins at `base`; the file alone if that is not known."""
    if base is None:
        return Place(decision.file)
    return Place(base.file, base.line + line, column if line else base.column)


def unsupported(place: Place, words: str, whose: str) -> Problem:
    return Problem(
        place,
        "number",
        f'no claim {whose} supports the number of jobs "{words}"',
        "write the number as a source gives it, or add the claim that says it",
    )


def neighbourhood(event: Event, events: Mapping[str, Event]) -> list[Claim]:
    """The claims of an event and of those that its relations and disputes name, both ways."""
    near = {event.id, *others(event)}
    near |= {other.id for other in events.values() if event.id in others(other)}
    return [
        claim
        for key in sorted(near)
        if key in events
        for claim in (*events[key].claims, *events[key].attached)
    ]


def others(event: Event) -> set[str]:
    """The events that an event's relations, disputes and possible identities name."""
    return {
        *(relation.to for relation in event.relations),
        *(dispute.other for dispute in event.disputes if dispute.other is not None),
        *event.maybe_same,
    }


def lost_targets(whole: Whole) -> Iterator[Problem]:
    """A decision relates its event to one that does not exist."""
    ids = [event.id for event in whole.events]
    moved = dict(whole.timeline.redirects)
    for decision in whole.decisions.values():
        named = [(f"relations.{n}.to", "relations", r.to) for n, r in enumerate(decision.relations)]
        named += [(f"between.{n}.with", "between", b.other) for n, b in enumerate(decision.between)]
        for path, key, wanted in named:
            if wanted == decision.id:
                message, remedy = "an event cannot be related to itself", "name the other event"
            elif wanted in ids:
                continue
            elif wanted in moved:
                message = f'the event "{wanted}" is part of another now'
                remedy = f"write {moved[wanted]}"
            else:
                message = f'no event has the id "{wanted}"'
                close = get_close_matches(wanted, ids, n=3, cutoff=0.4)
                remedy = (
                    f"did you mean {' or '.join(close)}?"
                    if close
                    else "name an event by the id in its page's address"
                )
            yield Problem(at(decision, path, key), "relation", message, remedy)


def strange_preferences(whole: Whole) -> Iterator[Problem]:
    """A decision prefers a claim that speaks of another event."""
    homes = {claim.id: event for event in whole.events for claim in event.claims}
    homes |= {claim.id: event for event in whole.events for claim in event.attached}
    every = whole.claims
    for decision in whole.decisions.values():
        for number, item in enumerate(decision.prefer):
            found = references.resolve(item.claim, every)
            home = homes.get(found)
            if home is not None and home.id != decision.id:
                yield Problem(
                    at(decision, f"prefer.{number}.claim", f"prefer.{number}", "prefer"),
                    "prefer",
                    f'"{item.claim}" is a claim of the event {home.id}, not of this one',
                    "prefer a claim of this event, or `join` the two",
                )


def nothing_to_read(whole: Whole) -> Iterator[Problem]:
    """All articles are gone at once: a folder that was moved, not a newsroom that took all back."""
    if whole.timeline.events and not whole.articles:
        many = len(whole.timeline.events)
        yield Problem(
            Place("content/articles/"),
            "articles",
            f"there is no article, though the timeline knows {many} events",
            "put the articles back, or delete data/timeline/ to begin anew",
        )


def at(decision: Decision, *paths: str) -> Place:
    """Where the first known of several key paths stands, else the decision's first line."""
    known = dict(decision.places)
    return next((known[path] for path in paths if path in known), Place(decision.file))


CHECKS: tuple[Callable[[Whole], Iterator[Problem]], ...] = (
    parts_exceed_whole,
    completed_ahead,
    implied_staff,
    unsupported_numbers,
    lost_targets,
    strange_preferences,
    nothing_to_read,
)
"""Each yields what it finds; a new check is a generator here."""
