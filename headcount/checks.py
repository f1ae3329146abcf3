"""What cannot be true, or leads nowhere: checks that look at the whole and say what they found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from headcount import addresses, idle
from headcount.freetext import numbers_of_jobs, supports
from headcount.model import (
    Article,
    Claim,
    Decision,
    Event,
    PageText,
    Place,
    Problem,
    Span,
    Timeline,
)
from headcount.source import place_in, place_of
from headcount.whole import Whole


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


REMEDIES = {
    "staff": "compare with the originals: a digit may have slipped, or the share is of a unit",
    "future": "check `published` and the words of the date; if both are right, reject the claim",
    "parts": "one is not a part, or two are the same event: correct `relations` or `join`",
    "same-number": "if both are one event, `join` them; if not, nothing is to be done",
}
"""What an editor can do about what each entry of `merge.crosschecks.CROSSCHECKS` finds."""


def mismatched(whole: Whole) -> Iterator[Problem]:
    """Statements about an event that do not go together; an error where a decision says it so.
    What clashes with another event stands on both pages and is told here once."""
    claims = {claim.id: claim for claim in whole.claims}
    for event in whole.timeline.events:
        for item in event.mismatches:
            if item.other is not None and item.other < event.id:
                continue
            words = "".join(
                f"{text} ({claims[key].article})" if key else text for text, key in item.said
            )
            first = claims[next(key for _, key in item.said if key)]
            decided = decided_part(event, whole) if item.check == "parts" else None
            yield Problem(
                place_of_relation(decided, event.id, whole)
                if decided
                else place_of(whole.articles[first.article], shown_at(first, item.check)),
                item.check,
                f"{event.id}: {words.rstrip('.')}{f' ({item.other})' if item.other else ''}",
                REMEDIES[item.check],
                severity="error" if decided else "warning",
            )


def decided_part(event: Event, whole: Whole) -> Event | None:
    """The first event that a decision puts inside another."""
    return next(
        (
            part
            for part in whole.timeline.events
            for relation in part.relations
            if relation.is_ == "part_of" and relation.to == event.id
            if relation.basis == "decision"
        ),
        None,
    )


def shown_at(claim: Claim, check: str) -> Span:
    """Where the date or number that a check speaks of stands, or all of a claim's words."""
    field = claim.date if check == "future" else claim.jobs or claim.percent
    return field.at if field is not None else claim.quote.at


def place_of_relation(part: Event, to: str, whole: Whole) -> Place:
    """Where a decision says that `part` is inside `to`."""
    number = next(
        number for number, item in enumerate(whole.decisions[part.id].relations) if item.to == to
    )
    decision = whole.decisions[part.id]
    return place_in(decision, f"relations.{number}.to", f"relations.{number}", "relations")


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
                    place = below(dict(decision.places).get(key), decision, line, column, key)
                    yield unsupported(place, words, "of this event or of one it is related to")
    for page in whole.pages:
        for line, column, words in numbers_of_jobs(page.body):
            if not any(supports(words, jobs) for jobs in every):
                yield unsupported(Place(page.file, page.line + line, column), words, "of any event")


def below(base: Place | None, decision: Decision, line: int, column: int, key: str) -> Place:
    """A place in a text that begins at `base`; the file alone if that is not known.

    A title may begin with a quotation mark, so that only where it begins is certain.
    """
    if base is None:
        return Place(decision.file)
    return Place(base.file, base.line + line, column if line or key != "title" else base.column)


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


def wordless(whole: Whole) -> Iterator[Problem]:
    """An article of which only the headline can be read."""
    for article in whole.articles.values():
        if not re.search(r"\w", article.body):
            place = Place(article.file, article.line)
            message = "the article has no text, so that nothing is read but its headline"
            remedy = "paste its words below the keys"
            if not article.file.endswith(".md"):
                remedy = "paste its words into the file"
            yield Problem(place, "text", message, remedy, "warning")


def added_twice(whole: Whole) -> Iterator[Problem]:
    """Two articles have one address: somebody added the same page again."""
    first: dict[str, Article] = {}
    for article in whole.articles.values():
        if not article.url:
            continue
        other = first.setdefault(addresses.plain(article.url), article)
        if other is not article:
            message = f"{article.url} is the address of {other.file} too"
            remedy = "delete one of the two, or correct the address"
            yield Problem(Place(article.file), "url", message, remedy, "warning")


CHECKS: tuple[Callable[[Whole], Iterator[Problem]], ...] = (
    mismatched,
    unsupported_numbers,
    *idle.CHECKS,
    nothing_to_read,
    wordless,
    added_twice,
)
"""Each yields what it finds; a new check is a generator here."""
