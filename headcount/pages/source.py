"""One article's page: where it was published, and everything that was read from it."""

from __future__ import annotations

from dataclasses import dataclass

from headcount import wording as words
from headcount.model import Article, Claim, Event
from headcount.pages.charting import Chart, placed
from headcount.pages.citing import citations, cite, said, said_number
from headcount.pages.index import Index, frame, up
from headcount.pages.prosing import notes
from headcount.pages.rows import link, reason_of
from headcount.pages.shapes import Citation, Cite, Fact, Frame, Link, Note
from headcount.source import text_of


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim in a row: its words, what was read, and the event that it belongs to.

    `others`: numbers that other sources give for it, `note` whose they are.
    """

    cite: Cite
    read: str
    event: Link | None
    others: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePage:
    """`notes_html`: our notes, or "" for an article whose words are the publisher's."""

    path: str
    frame: Frame
    publisher: str
    title: str
    facts: tuple[Fact, ...]
    url: str
    language_note: str
    readings: tuple[Reading, ...]
    unresolved: tuple[Note, ...]
    notes_html: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """An article in the list of all."""

    link: Link
    publisher: str
    published: str
    claims: str


@dataclass(frozen=True, slots=True)
class SourcesPage:
    path: str
    frame: Frame
    title: str
    lead: str
    lines: tuple[SourceLine, ...]
    charts: tuple[Chart, ...]


def sources(index: Index) -> tuple[SourcePage, ...]:
    """A page for each article."""
    return tuple(_page(index, article) for article in index.articles.values())


def listing(index: Index) -> tuple[SourcesPage, ...]:
    """The list of all articles, newest first."""
    path = "sources/index.html"
    title = "Sources"
    lead = "The articles that this site has read, each with what was read from it."
    ordered = sorted(
        index.articles.values(), key=lambda one: (one.published or "", one.id), reverse=True
    )
    lines = tuple(
        SourceLine(
            link=Link(one.title or one.id, f"{up(path)}sources/{one.id}/"),
            publisher=one.publisher,
            published=words.published(one.published),
            claims=words.amount(len(claims_of(index, one)), "claim"),
        )
        for one in ordered
    )
    charts = placed(index, path, "who-says-what")
    return (SourcesPage(path, frame(index, path, title, lead), title, lead, lines, charts),)


def claims_of(index: Index, article: Article) -> list[Claim]:
    """The article's published claims, in the order of its text."""
    own = [claim for claim in index.claims.values() if claim.article == article.id]
    return sorted(own, key=lambda c: (c.quote.at.in_ == "body", c.quote.at.start, c.kind, c.id))


def _page(index: Index, article: Article) -> SourcePage:
    path = f"sources/{article.id}/index.html"
    base = up(path)
    claims = claims_of(index, article)
    name, _ = index.publisher(article)
    published = words.published(article.published)
    page = frame(
        index, path, f"{name}: {article.title}", f"What one article of {name} claims, cited."
    )
    own = article.text == "notes"
    return SourcePage(
        path=path,
        frame=page,
        publisher=name,
        title=article.title or article.id,
        facts=_facts(article, published),
        url=article.url or "",
        language_note=article.language_note or "",
        readings=tuple(_reading(index, claim, base) for claim in claims),
        unresolved=_unresolved(index, claims),
        notes_html=notes(index, article, claims) if own else "",
        citations=citations(index, claims, base),
    )


def _facts(article: Article, published: str) -> tuple[Fact, ...]:
    facts = [Fact("Publisher", article.publisher), Fact("Published", published)]
    if article.author:
        facts.append(Fact("Author", article.author))
    if article.basis:
        facts.append(Fact("Date known from", article.basis))
    own = "our notes; the article itself is not republished"
    theirs = "read in full; only the cited sentences are shown"
    facts.append(Fact("Text", own if article.text == "notes" else theirs))
    return tuple(facts)


def _reading(index: Index, claim: Claim, base: str) -> Reading:
    event = index.events.get(index.owner.get(claim.id, ""))
    kind = words.KIND_LABELS[claim.kind]
    number = said_number(index, claim)
    read = "; ".join((*((kind,) if number else ()), *_values(claim, index)))
    return Reading(
        cite=cite(index, claim, "" if number else kind),
        read=read[:1].upper() + read[1:],
        event=link(event, base) if event is not None else None,
        others=_others(index, claim, event, base) if event is not None else (),
    )


def _others(index: Index, claim: Claim, event: Event, base: str) -> tuple[Link, ...]:
    """The numbers of other newsrooms for the same event that this one words otherwise."""
    own = index.articles[claim.article].publisher
    found = {words.plain(said_number(index, claim)): Link("", "")}
    if claim.jobs is None or all(claim.id != one.id for one in event.claims):
        return ()
    for other in event.claims:
        article = index.articles[other.article]
        if other.jobs is not None and article.publisher != own:
            number = said_number(index, other)
            address = f"{link(event, base).href}#{other.id}"
            short = index.publisher(article)[1]
            found.setdefault(words.plain(number), Link(number, address, note=short))
    return tuple(found.values())[1:]


def _values(claim: Claim, index: Index) -> tuple[str, ...]:
    """What was read from a claim besides its number, in words."""
    read = []
    if claim.kind in words.VERBS:
        whom = [claim.organisation.name, *(unit.name for unit in claim.units)]
        read += [", ".join(dict.fromkeys(whom)), words.LABELS[claim.status.is_]]
    else:
        topic = claim.topic or claim.measure
        read.append(words.TOPICS.get(topic.is_, "").lower() if topic is not None else "")
    if claim.date is not None and claim.date.edtf is not None:
        why = reason_of(index, claim)
        read.append(
            f"{words.when(claim.date.edtf)} ({why})" if why else words.when(claim.date.edtf)
        )
    if claim.scope.is_ == "aggregate":
        read.append("a total over several rounds")
    read.append(said(claim))
    return tuple(part for part in read if part)


def _unresolved(index: Index, claims: list[Claim]) -> tuple[Note, ...]:
    """Dates that the article's words do not settle, with the reason."""
    found = []
    for claim in claims:
        if claim.date is not None and (claim.date.edtf is None or claim.date.reason):
            wording = text_of(index.articles[claim.article], claim.date.at).strip(" “”")
            reason = words.unclear(claim.date.reason) or "not clear which date is meant"
            found.append(Note("", reason, (cite(index, claim, f"“{wording}”"),)))
    return tuple(found)
