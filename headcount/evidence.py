"""The evidence of a claim as an editor reads it: which words gave each value, by which rule, and
why the claim waits; and the one screen on which such things are told."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from headcount import wording
from headcount.language.rules import rules
from headcount.model import Article, Claim, Date, Event, Mark, Named, Span
from headcount.source import place_of, text_of

WIDTH, HEIGHT, LABEL = 96, 24, 11
"""A screen: columns, lines, and the columns in which the names of fields stand."""

Field = tuple[str, str]

EMPLOYERS = {
    "subject": "who does it, in the same sentence",
    "possessive": "named as owner, by a possessive",
    "apposition": "another name of who does it",
    "modifier": "the name before what is cut or bought",
    "pronoun": "for whom a word like “it” or “the company” stands",
    "family": "known as owner of the unit, or employer of the person, named there",
    "headline": "the one employer in the headline",
    "watch-list": "the one employer of the watch list in the article",
    "salience": "the one employer in the article; nothing beside the number names it",
    "verb": "a name that no list knows, taken for an employer by its verb alone",
    "decision": "an editor says so",
}
"""How an employer was found (`BASES`), as an editor is told it."""

MARKS = {
    "default": "no word of the sentence says otherwise",
    "shared": "by the verb that it shares with the number before",
    "rule": "the rule is for nothing else",
    "decision": "an editor says so",
    "period": "by its period",
}
"""How a status was found, where no words of its own say it."""


RULES = {rule.id: rule for rule in rules()}
"""The rules by id."""


# ------------------------------------------------------------------ the screen


def screen(head: str, fields: Iterable[Field]) -> str:
    """A head and named fields, each wrapped, and shortened until all fit on one screen."""
    every = [field for field in fields if field[1]]
    for most in (4, 3, 2, 1):
        lines = [head, *(line for field in every for line in wrapped(field, most))]
        if len(lines) <= HEIGHT:
            break
    return "\n".join(lines[:HEIGHT]) + "\n"


def wrapped(field: Field, most: int) -> list[str]:
    """A field's lines, at most so many; what is left out shows as "…"."""
    label, text = field
    return textwrap.wrap(
        " ".join(text.replace("\u2060", "").split()),
        WIDTH,
        initial_indent=f"{label:<{LABEL}}",
        subsequent_indent=" " * LABEL,
        max_lines=most,
        placeholder=" …",
        break_on_hyphens=False,
    )


# ------------------------------------------------------------------ a claim


def claim_screen(claim: Claim, event: Event | None, article: Article) -> str:
    """Which words gave each of a claim's values, by which rule, and what became of the claim."""
    return screen(f"{claim.id}: {title(claim)}", claim_fields(claim, event, article))


def title(claim: Claim) -> str:
    """A claim's kind, with what a statement is about or a figure measures."""
    what = claim.topic or claim.measure
    return claim.kind if what is None else f"{claim.kind} ({what.is_})"


def claim_fields(claim: Claim, event: Event | None, article: Article) -> Iterator[Field]:
    place = place_of(article, claim.quote.at)
    published = wording.published(article.published)
    yield "Article", f"{place.file}:{place.line}:{place.column} ({article.publisher}, {published})"
    yield "Sentence", claim.quote.text
    yield "Rule", ruled(claim)
    yield "Employer", employer(claim.organisation, article)
    yield "Units", "; ".join(named(unit, article) for unit in claim.units)
    for label, value in (
        ("Number", number(claim)),
        ("Share", share(claim)),
        ("Price", price(claim)),
    ):
        if value is not None:
            yield label, f"{value[0]}, from {quoted(article, value[1])}"
    if claim.date is not None:
        yield "Date", dated(claim.date, article)
    yield "Status", marked(wording.LABELS[claim.status.is_], claim.status, article)
    if claim.scope.is_ == "aggregate":
        yield "Total", marked("over several rounds", claim.scope, article)
    if claim.said_by is not None:
        by = claim.said_by
        at = "" if by.at is None else f", from {quoted(article, by.at)}"
        yield "Said by", f"{by.name} ({by.fidelity}){at}"
    yield "Source", "; ".join(f"{one.name}, from {quoted(article, one.at)}" for one in claim.via)
    yield from fate(claim, event)


def fate(claim: Claim, event: Event | None) -> Iterator[Field]:
    """What became of a claim: where it is shown, or why it waits."""
    if claim.tier == "review" and event is None:
        yield "Waits", f"on no page until an editor confirms it: {why(claim)}"
        yield "Settle", "build.py check prints the lines that confirm or reject it"
    elif event is None:
        yield "Shown", "with its organisation: it tells of no event of its article"
    elif claim.tier == "review":
        yield "Shown", f"because an editor confirmed it; it waited: {why(claim)}"
    if event is not None:
        yield "Event", f"{event.id}: {dict(event.joined).get(claim.id, 'it speaks of this event')}"


def why(claim: Claim) -> str:
    """Why a claim waits: its rule leaves it open, its employer is inferred, or what holds it."""
    rule = RULES.get(claim.rule)
    if rule is not None and "tier" in rule.gives:
        return f"its words leave open what the number counts ({claim.rule}: {rule.for_})"
    if claim.organisation.basis in ("salience", "verb"):
        return f"its employer is only inferred: {EMPLOYERS[claim.organisation.basis]}"
    return "the number that it is a part of is not certain"


def ruled(claim: Claim) -> str:
    """The rule that read a claim, and what it is for."""
    if claim.hand is not None:
        return f"none: written by an editor in {claim.hand}"
    rule = RULES.get(claim.rule)
    return (
        f"{claim.rule}: {rule.for_ if rule is not None else 'Somebody’s words, or words on them.'}"
    )


def quoted(article: Article, at: Span) -> str:
    """The words at a span in quotation marks, and whether they are the headline's."""
    words = " ".join(text_of(article, at).split()).strip("“”")
    return f"“{words}”{' in the headline' if at.in_ == 'title' else ''}"


def named(one: Named, article: Article) -> str:
    return one.name if one.at is None else f"{one.name}, from {quoted(article, one.at)}"


def employer(one: Named, article: Article) -> str:
    hedge = "" if one.hedge is None else f"; the article doubts it: {quoted(article, one.hedge)}"
    return f"{named(one, article)}: {EMPLOYERS[one.basis]}{hedge}"


def number(claim: Claim) -> tuple[str, Span] | None:
    """A number of jobs as it was read, with its words."""
    jobs = claim.jobs
    if jobs is None:
        return None
    if jobs.low is None and jobs.high is None:
        return "a word, no figure", jobs.at
    return f"{interval(jobs.low, jobs.high)}{about(jobs.qualifier)}", jobs.at


def interval(low: int | None, high: int | None) -> str:
    """Two ends as a reader says them."""
    if low is None or high is None:
        return f"at most {high:,}" if low is None else f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def about(qualifier: str) -> str:
    return ", roughly" if qualifier == "about" else ""


def share(claim: Claim) -> tuple[str, Span] | None:
    """A share as it was read, with its words."""
    one = claim.percent
    if one is None:
        return None
    of = {None: "", "workforce": " of the staff"}.get(one.of, f" of the staff of {one.of}")
    return f"{one.value:g}%{of}{about(one.qualifier)}", one.at


def price(claim: Claim) -> tuple[str, Span] | None:
    """An amount of money as it was read, with its words."""
    one = claim.money
    return None if one is None else (f"{one.amount:,} {one.currency}{about(one.qualifier)}", one.at)


def dated(date: Date, article: Article) -> str:
    when = "not known" if date.edtf is None else wording.when(date.edtf)
    said = f"{when}, from {quoted(article, date.at)}"
    if date.anchor is not None:
        from_ = (
            "the day of the article" if date.anchor_at is None else quoted(article, date.anchor_at)
        )
        said += f", counted from {from_} ({wording.when(date.anchor)})"
    return f"{said}; {wording.unclear(date.reason)}" if date.reason else said


def marked(label: str, mark: Mark, article: Article) -> str:
    if mark.at is not None:
        return f"{label}, from {quoted(article, mark.at)}"
    return f"{label}: {MARKS.get(mark.basis, mark.basis)}"
