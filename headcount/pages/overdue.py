"""Plans whose day has passed, by when other articles were published: there is no clock here."""

from __future__ import annotations

from datetime import date

from headcount.language import edtf
from headcount.model import Event
from headcount.pages.index import Index

WORDS = "due, no later source yet"


def overdue(index: Index, event: Event) -> str:
    """What to say of a plan that was due before the newest article came out; "" otherwise.

    Nothing is said while its date or that of the news is too vague to tell, nor where a source of
    the plan, or of an event tied to it, may be later than the day on which it was due.
    """
    due = edtf.bounds(event.date)[1] if event.date is not None else None
    if event.status != "planned" or event.tombstone or due is None:
        return ""
    published = [article.published for article in index.articles.values()]
    newest = max((first for first, _ in map(_days, published) if first), default=due)
    told = [last for first, last in map(_days, _told(index, event)) if first]
    later = any(last is None or last > due for last in told)
    return WORDS if newest > due and not later else ""


def _days(published: str | None) -> tuple[date | None, date | None]:
    return edtf.bounds(published) if published is not None else (None, None)


def _told(index: Index, event: Event) -> list[str | None]:
    """When the articles came out that speak of an event or of one that is tied to it."""
    tied = [relation.to for relation in event.relations]
    tied += [key for key, _ in index.incoming.get(event.id, ())] + list(event.maybe_same)
    events = [event, *(index.events[key] for key in tied if key in index.events)]
    claims = [claim for one in events for claim in (*one.claims, *one.attached)]
    return [index.articles[key].published for key in {claim.article for claim in claims}]
