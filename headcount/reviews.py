"""The claims that wait for an editor: why, and the lines that confirm or reject each."""

from __future__ import annotations

from collections.abc import Container, Sequence

from headcount.evidence import why
from headcount.model import Article, Claim, Event, Problem, Timeline
from headcount.source import place_of, text_of

FOLDER = "content/events/"


def reviews(
    line: Timeline, confirmed: Timeline, found: Sequence[Article], files: Container[str]
) -> tuple[Problem, ...]:
    """A warning for each claim that is on no page until an editor confirms it.

    `confirmed`: the timeline that there would be without waiting; it knows the event of each claim.
    `files`: the paths of all decisions that are written already.
    """
    by_id = {article.id: article for article in found}
    homes = {
        claim.id: event.id
        for event in (*confirmed.events, *confirmed.hidden)
        for claim in (*event.claims, *event.attached)
    }
    return tuple(
        review(claim, by_id[claim.article], homes.get(claim.id) or nearest(claim, line), files)
        for claim in line.review
        if claim.article in by_id
    )


def nearest(claim: Claim, line: Timeline) -> str | None:
    """An event of the same employer: where what tells of no event can be confirmed."""
    own: list[Event] = [one for one in line.events if one.organisation == claim.organisation.is_]
    return own[0].id if own else None


def review(claim: Claim, article: Article, home: str | None, files: Container[str]) -> Problem:
    """One claim that waits, and the lines that settle it in the file of its event `home`.

    What belongs to no event can only be rejected.
    """
    number = f" of {text_of(article, claim.jobs.at)}" if claim.jobs else ""
    lines = ["confirm", "reject"] if home is not None else ["reject"]
    file = f"{FOLDER}{home or f'{claim.article}-review'}.md"
    where = (
        f"add to {file}, to its list if it has one, one of"
        if file in files
        else f"write {file}, between two lines of ---, with one of"
    )
    return Problem(
        place_of(article, claim.quote.at),
        "review",
        f"{claim.kind}{number} at {claim.organisation.name or 'nobody named'} waits: {why(claim)}. "
        f"“{' '.join(claim.quote.text.split())}”",
        "\n".join([where, *(f"{key}: [{claim.id}]" for key in lines)]),
        "warning",
    )
