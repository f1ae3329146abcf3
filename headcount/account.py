"""An account of one claim or event for an editor: on one screen, in plain words.

Which words gave each value, which rule read them and what it is for, why a claim waits, why claims
were joined and why others were kept apart.
"""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from headcount import wording
from headcount.evidence import (
    HEIGHT,
    LABEL,
    WIDTH,
    Field,
    claim_screen,
    interval,
    quoted,
    screen,
    title,
    wrapped,
)
from headcount.model import Article, Claim, Dispute, Event, Place, Problem, Timeline

Articles = Mapping[str, Article]


def told(id_: str, line: Timeline, found: Sequence[Article]) -> str | None:
    """The account of the claim or event of this id; None if there is none."""
    by_id = {article.id: article for article in found}
    new = dict(line.redirects).get(id_, id_)
    for event in line.events:
        if event.id == new:
            return event_screen(event, by_id)
    for claim, where in _claims(line):
        if claim.id == id_ and claim.article in by_id:
            return claim_screen(claim, where, by_id[claim.article])
    return None


def unknown(id_: str, line: Timeline) -> Problem:
    """That there is no such id, with the nearest ones."""
    ids = [event.id for event in line.events] + [claim.id for claim, _ in _claims(line)]
    near = difflib.get_close_matches(id_, ids, 3, 0.5)
    remedy = f"did you mean {' or '.join(near)}?" if near else "build.py extract lists claims"
    return Problem(Place("build.py"), "unknown", f'there is no claim or event "{id_}"', remedy)


def _claims(line: Timeline) -> Iterator[tuple[Claim, Event | None]]:
    for event in line.events:
        for claim in (*event.claims, *event.attached):
            yield claim, event
    for claim in (*line.figures, *line.review):
        yield claim, None


# ------------------------------------------------------------------ an event


def event_screen(event: Event, articles: Articles) -> str:
    """What an event's claims make of it, why they are together, and what was kept apart."""
    head = f"{event.id}: {event.kind} of {event.organisation_name}"
    fields = [field for field in event_fields(event, articles) if field[1]]
    taken = 1 + sum(len(wrapped(field, 2)) for field in fields)
    return screen(head, [*fields, *members(event, articles, max(3, HEIGHT - taken))])


def event_fields(event: Event, articles: Articles) -> Iterator[Field]:
    if event.tombstone:
        yield "Gone", "its last source was withdrawn; its page says so"
        return
    yield "Title", "" if event.title is None else f"{event.title} (an editor’s)"
    if event.jobs is not None:
        ends = "no figure" if event.jobs.vague else interval(event.jobs.low, event.jobs.high)
        yield "Number", f"“{event.jobs.display}”: {ends}, from {', '.join(event.jobs.from_[:3])}"
    yield "Date", when(event)
    total = "; a total over several rounds" if event.scope == "aggregate" else ""
    yield "Status", f"{wording.LABELS[event.status]}{total}"
    yield "Sources", wording.outlets(event)
    for dispute in event.disputes:
        yield "Differ", differing(dispute)
    for item in event.mismatches:
        other = f" ({item.other})" if item.other else ""
        yield "Clash", "".join(text for text, _ in item.said) + other
    for relation in event.relations:
        said = relation.reason or "an editor says so"
        if relation.claim is not None and relation.at is not None:
            claim = next(one for one in event.claims if one.id == relation.claim)
            said = f"{quoted(articles[claim.article], relation.at)} in {claim.article}"
        yield "Related", f"{relation.is_.replace('_', ' ')} {relation.to}: {said}"
    yield "Apart", "; ".join(f"{key}: {reason}" for key, reason in event.apart)


def when(event: Event) -> str:
    """An event's date and the claims that give it."""
    if event.date is None:
        return f"no source says; first reported {wording.published(event.first_reported)}"
    sources = ", ".join(event.date_from[:3])
    return f"{wording.when(event.date)}, from {sources or 'an editor'}"


def differing(dispute: Dispute) -> str:
    """A dispute in one line: the field, whether all can be true, and what is said."""
    sides = " | ".join(value.text for value in dispute.values)
    other = f" ({dispute.other})" if dispute.other else ""
    return f"{dispute.field}: {sides} – {wording.RELATIONS[dispute.relation]}{other}"


def members(event: Event, articles: Articles, most: int) -> Iterator[Field]:
    """An event's claims, each with why it is here, in as many lines as there are.

    Two lines for a claim, else one; what has none is counted.
    """
    every = [*event.claims, *event.attached]
    roomy = 2 * len(every) <= most
    shown = every if roomy or len(every) <= most else every[: most - 1]
    reasons = dict(event.joined)
    for place, claim in enumerate(shown):
        reason = reasons.get(claim.id, f"{title(claim)} about it")
        said = f"{claim.id} {claim.article}{gist(claim, articles[claim.article])}"
        lines = (said, f"– {reason}") if roomy else (f"{said} – {reason}",)
        for number, line in enumerate(lines):
            label = "" if place or number else "Claims"
            yield label, textwrap.shorten(line, WIDTH - LABEL, placeholder=" …")
    if len(shown) < len(every):
        yield "", f"and {len(every) - len(shown)} more; build.py explain tells of each"


def gist(claim: Claim, article: Article) -> str:
    """The words of a claim's number and date."""
    spans = [one.at for one in (claim.jobs or claim.money, claim.date) if one is not None]
    return "".join(f" {quoted(article, at)}" for at in spans)
