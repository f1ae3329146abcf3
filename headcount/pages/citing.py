"""From claims to citations: the words, what of them was read, and the way to the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headcount import wording as words
from headcount.bands import VAGUE
from headcount.model import Article, Claim, Span
from headcount.pages.index import Index
from headcount.pages.shapes import Citation, Cite, Piece
from headcount.source import EXCERPT_WORDS, text_of

FRAGMENT_WORDS = 12
"""Words of a text fragment: enough to be found once on a page."""

PHRASE = re.compile(r"“([^“”]+)”")
MARKS = re.compile(r"[*`]+|^\s*(?:#+|>|[-+])\s", re.M)
SPOKEN = re.compile(r"[“\"„«][^“”\"„«»]*[”\"“»]\Z")
"""A quote that brings its own quotation marks."""
DIRECT = re.compile(r"[“\"„«]")


def value_spans(claim: Claim) -> tuple[Span, ...]:
    """Where the numbers and the date of a claim stand, in order, without overlaps."""
    fields = (claim.jobs, claim.percent, claim.money, claim.date)
    spans = sorted(
        {field.at for field in fields if field is not None}, key=lambda at: (at.start, at.end)
    )
    kept: list[Span] = []
    for span in spans:
        if span.in_ == claim.quote.at.in_ and (not kept or kept[-1].end <= span.start):
            kept.append(span)
    return tuple(kept)


def number_span(claim: Claim) -> Span | None:
    """Where the number that a claim is cited for stands."""
    fields = (claim.jobs, claim.money, claim.percent)
    return next((field.at for field in fields if field is not None), None)


def said_number(index: Index, claim: Claim) -> str:
    """A claim's number in the words of its article; "" if it has none."""
    span = number_span(claim)
    if span is None:
        return ""
    return words.glued(shown(text_of(index.articles[claim.article], span)).strip())


def cite(index: Index, claim: Claim, text: str = "") -> Cite:
    """A link to the claim's citation on the same page; `text`: instead of its own number."""
    _, short = index.publisher(index.articles[claim.article])
    number = said_number(index, claim)
    vague = claim.jobs is not None and claim.jobs.qualifier in VAGUE
    return Cite(
        text=text or number,
        href=f"#{claim.id}",
        chip=short,
        word=vague and text in ("", number),
    )


def citations(index: Index, claims: Iterable[Claim], base: str) -> tuple[Citation, ...]:
    """The entries for some claims, each once, in the given order."""
    unique = {claim.id: claim for claim in claims}
    return tuple(citation(index, claim, base) for claim in unique.values())


def told(
    index: Index, claims: Iterable[Claim], base: str, alone: bool = True
) -> tuple[Citation, ...]:
    """Statements and figures as entries that say themselves what they are about, and when.

    `alone`: no event stands beside them, so that a missing date must be told.
    """
    unique = {claim.id: claim for claim in claims}.values()
    return tuple(replace(citation(index, one, base), lead=_lead(one, alone)) for one in unique)


def _lead(claim: Claim, alone: bool) -> str:
    known = claim.date is not None and claim.date.edtf is not None
    return f"{subject(claim)} · {dated(claim)}" if known or alone else subject(claim)


def dated(claim: Claim) -> str:
    """The date that the article gives for what it tells: seldom one, for statements."""
    if claim.date is None or claim.date.edtf is None:
        return "no date given"
    return words.when(claim.date.edtf)


def subject(claim: Claim) -> str:
    """What a statement is about, or what a figure measures."""
    topic = claim.topic or claim.measure
    return words.TOPICS.get(topic.is_ if topic is not None else "", "Also reported")


def citation(index: Index, claim: Claim, base: str) -> Citation:
    """A claim's entry: excerpt with the values marked, publisher, date, speaker, address."""
    article = index.articles[claim.article]
    notes = article.text == "notes"
    foreign = article.language_note is not None and bool(DIRECT.search(claim.quote.text))
    by = claim.said_by
    return Citation(
        id=claim.id,
        pieces=excerpt(article, claim),
        quoted=within(article, claim) if notes else not SPOKEN.match(claim.quote.text.strip()),
        publisher=article.publisher,
        published=words.published(article.published),
        said=words.sentence(said(claim)),
        translated=foreign or (by is not None and by.fidelity == "translated"),
        notes=f"{base}sources/{article.id}/#notes" if notes else "",
        url=address(article, claim),
    )


def said(claim: Claim) -> str:
    """Who is quoted, and where the article says it has this from."""
    parts = []
    if claim.said_by is not None:
        manner = "quotes" if claim.said_by.direct else "paraphrases"
        parts.append(f"{manner} {claim.said_by.name}")
    origins = list(dict.fromkeys(link.name for link in claim.via))
    if origins:
        parts.append(f"source given: {', from '.join(map(words.some, origins))}")
    return "; ".join(parts)


def shown(text: str) -> str:
    """A slice as a page shows it: without marks of emphasis, white space folded."""
    return re.sub(r"\s+", " ", MARKS.sub("", text))


def excerpt(article: Article, claim: Claim) -> tuple[Piece, ...]:
    """The quote in runs, the values marked, at most `EXCERPT_WORDS` words around the first."""
    quote = claim.quote.at
    inside = [at for at in value_spans(claim) if quote.start <= at.start and at.end <= quote.end]
    start, end = window(article, quote, inside)
    pieces: list[Piece] = []
    at = start
    for span in inside:
        if span.end > end or span.start < at:
            continue
        pieces += _runs(article, quote, at, span.start, marked=False)
        pieces += _runs(article, quote, span.start, span.end, marked=True)
        at = span.end
    pieces += _runs(article, quote, at, end, marked=False)
    before = (Piece("… ", False),) if start > quote.start else ()
    after = (Piece(" …", False),) if end < quote.end else ()
    return (*before, *pieces, *after)


def _runs(article: Article, quote: Span, start: int, end: int, marked: bool) -> list[Piece]:
    if start >= end:
        return []
    text = shown(text_of(article, Span(quote.in_, start, end)))
    return [Piece(text, marked)] if text else []


def window(article: Article, quote: Span, marks: Sequence[Span]) -> tuple[int, int]:
    """Start and end of what is shown of a quote: all, or the words around its first value."""
    text = text_of(article, quote)
    found = [(quote.start + m.start(), quote.start + m.end()) for m in re.finditer(r"\S+", text)]
    if len(found) <= EXCERPT_WORDS:
        return quote.start, quote.end
    first = marks[0].start if marks else quote.start
    centre = next((n for n, (_, end) in enumerate(found) if end > first), 0)
    low = max(0, min(centre - EXCERPT_WORDS // 3, len(found) - EXCERPT_WORDS))
    return found[low][0], found[low + EXCERPT_WORDS - 1][1]


def address(article: Article, claim: Claim) -> str:
    """The source's address with a text fragment; "" if the article has none.

    Notes lead to the publisher's phrase in typographic quotation marks, if the quote has one;
    a full text to its own words, within one line.
    """
    if article.url is None or not re.match(r"https?://", article.url):
        return ""
    own = article.text == "notes"
    phrase = noted_phrase(article, claim) if own else own_words(article, claim)
    if not phrase:
        return article.url
    joint = ":~:text=" if "#" in article.url else "#:~:text="
    return f"{article.url}{joint}{encoded(phrase)}"


def within(article: Article, claim: Claim) -> bool:
    """Whether a quote stands inside typographic quotation marks: the publisher's own words."""
    at = claim.quote.at
    if at.start == 0 or "“" in claim.quote.text or "”" in claim.quote.text:
        return False
    before = text_of(article, Span(at.in_, 0, at.start)).rpartition("\n")[2]
    return before.rfind("“") > before.rfind("”")


def noted_phrase(article: Article, claim: Claim) -> str:
    """The publisher's phrase that a note's quote is, or holds."""
    if within(article, claim):
        return shown(claim.quote.text).strip()
    return nearest_phrase(claim)


def nearest_phrase(claim: Claim) -> str:
    """The quoted phrase of a note that holds, or stands next to, the claim's first value."""
    phrases = list(PHRASE.finditer(claim.quote.text))
    if not phrases:
        return ""
    spans = value_spans(claim)
    at = spans[0].start - claim.quote.at.start if spans else 0
    best = min(phrases, key=lambda m: 0 if m.start() <= at < m.end() else 1 + abs(m.start() - at))
    return shown(best[1]).strip()


def own_words(article: Article, claim: Claim) -> str:
    """A run of the quote's words around its first value, in one line, free of markdown."""
    text = text_of(article, claim.quote.at)
    spans = value_spans(claim)
    at = max(0, spans[0].start - claim.quote.at.start) if spans else 0
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    found = list(re.finditer(r"[^\s*`\[\]|#>]+", line))
    if not found:
        return ""
    centre = next((n for n, m in enumerate(found) if m.end() > at - start), 0)
    low = max(0, min(centre - FRAGMENT_WORDS // 2, len(found) - FRAGMENT_WORDS))
    return " ".join(m[0] for m in found[low : low + FRAGMENT_WORDS])


def encoded(text: str) -> str:
    """Everything but ASCII letters and digits percent-encoded, as a text fragment needs it."""
    return "".join(
        chr(byte) if chr(byte).isascii() and chr(byte).isalnum() else f"%{byte:02X}"
        for byte in text.encode()
    )
