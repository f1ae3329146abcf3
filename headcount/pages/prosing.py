"""Prose with its numbers linked: an editor's narrative, and our notes on an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from headcount import prose
from headcount import wording as words
from headcount.freetext import numbers_of_jobs
from headcount.language import quantities
from headcount.model import Article, Claim, Span
from headcount.pages.citing import cite, number_span, said_number, value_spans
from headcount.pages.index import Index
from headcount.pages.shapes import Cite

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters that carry a link through the markdown converter."""

HEADING = re.compile(r"<(/?)h([1-6])>")
TAG = re.compile(r"(<[^>]*>)")
UNLINKED = re.compile(r"[*_`\[\]()<>|\\\n]")
ANCHOR = re.compile(rf"{OPEN}(\d+){OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")


def anchor(target: Cite, inner: str) -> str:
    """A citation link around HTML that is already safe."""
    look = "cite word" if target.word else "cite"
    return (
        f'<a class="{look}" href="{escape(target.href)}"><span class="number">{inner}</span>'
        f'<span class="chip">{escape(target.chip)}</span></a>'
    )


def narrative(index: Index, text: str, claims: Sequence[Claim]) -> tuple[str, tuple[Claim, ...]]:
    """(HTML, claims cited): an editor's text, each number of jobs linked to a claim that has it."""
    return _linked(index, outlined(prose.html(text), 3), claims)


def told(index: Index, text: str, claims: Sequence[Claim]) -> tuple[str, tuple[Claim, ...]]:
    """A plain sentence like a narrative: (HTML, claims cited)."""
    return _linked(index, f"<p>{escape(text, quote=False)}</p>", claims)


def outlined(html: str, top: int) -> str:
    """The same HTML with its headings moved so that the highest stands at level `top`."""
    levels = [int(level) for level in re.findall(r"<h([1-6])>", html)]
    shift = top - min(levels, default=top)
    return HEADING.sub(lambda m: f"<{m[1]}h{min(int(m[2]) + shift, 6)}>", html)


def _linked(index: Index, html: str, claims: Sequence[Claim]) -> tuple[str, tuple[Claim, ...]]:
    used: list[Claim] = []
    parts = TAG.split(html)
    depth = 0
    for at, part in enumerate(parts):
        if TAG.fullmatch(part):
            depth += part.startswith("<a ") - part.startswith("</a")
        elif not depth:
            parts[at] = _numbers(index, part, claims, used)
    return "".join(parts), tuple(dict.fromkeys(used))


def _numbers(index: Index, text: str, claims: Sequence[Claim], used: list[Claim]) -> str:
    found: list[tuple[int, str, Claim]] = []
    lines = text.split("\n")
    for line, column, wording in numbers_of_jobs(text):
        start = sum(len(one) + 1 for one in lines[:line]) + column - 1
        claim = saying(index, wording, claims)
        if claim is not None and text[start : start + len(wording)] == wording:
            found.append((start, wording, claim))
    for start, wording, claim in reversed(found):
        link = anchor(cite(index, claim), wording)
        text = text[:start] + link + text[start + len(wording) :]
    used += [claim for _, _, claim in found]
    return text


def saying(index: Index, wording: str, claims: Sequence[Claim]) -> Claim | None:
    """The claim that gives a number in the same words, else one of exactly the same meaning."""
    folded = words.plain(wording)
    for claim in claims:
        if claim.jobs is not None and words.plain(said_number(index, claim)) == folded:
            return claim
    read = quantities.read_jobs(wording)
    for claim in claims:
        jobs = claim.jobs
        if jobs is not None and read == (jobs.low, jobs.high, jobs.qualifier):
            return claim
    return None


def notes(index: Index, article: Article, claims: Iterable[Claim]) -> str:
    """Our notes as HTML, the words that claims were read from linked to their citations.

    Numbers first, then quotations and whatever else a claim stands on, where nothing is linked
    yet. Words with marks of markdown in them stay as they are.
    """
    body = article.body
    if OPEN in body or CLOSE in body:
        return prose.html(body)
    targets = [cite(index, claim, "its words") for claim in claims]
    spans = _spans(article, list(claims))
    for at, number in sorted(spans, key=lambda pair: pair[0].start, reverse=True):
        inner = body[at.start : at.end]
        body = f"{body[: at.start]}{OPEN}{number}{OPEN}{inner}{CLOSE}{body[at.end :]}"
    return ANCHOR.sub(lambda m: anchor(targets[int(m[1])], m[2]), prose.html(body))


def _spans(article: Article, claims: Sequence[Claim]) -> list[tuple[Span, int]]:
    wanted: list[tuple[int, Span, int]] = []
    for number, claim in enumerate(claims):
        span = number_span(claim) or next(iter(value_spans(claim)), None) or claim.quote.at
        wanted.append((span.end - span.start, span, number))
    links = [(m.start(), m.end()) for m in re.finditer(r"\[[^\]]*\]\([^)]*\)", article.body)]
    taken: list[tuple[int, int]] = list(links)
    kept: list[tuple[Span, int]] = []
    for _, span, number in sorted(wanted, key=lambda item: (item[0], item[1].start, item[2])):
        text = article.body[span.start : span.end]
        free = all(span.end <= start or end <= span.start for start, end in taken)
        if span.in_ == "body" and free and text.strip() and not UNLINKED.search(text):
            taken.append((span.start, span.end))
            kept.append((span, number))
    return kept
