"""How large a workforce must be by a number of jobs and its share, and by those who state it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from headcount import bands
from headcount.language import edtf
from headcount.model import Article, Claim, Percent
from headcount.source import text_of

FACTOR = 1.5
"""Statements of other articles may differ by this much: staff is counted at other times and in
other ways. Beyond it somebody slipped a digit."""

NEAR = timedelta(days=31)
"""Articles that came out within a month speak of one headcount."""

FAR = timedelta(days=366)
"""Headcounts further apart in time than this are not compared."""

Band = tuple[float, float]
Articles = Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Staff:
    """The size of a workforce, by one statement or reckoned from a number and its share.

    `whole`: the organisation or unit. `figure`: the size as one number. `after`: the same if the
    jobs that are cut have been taken off. `claims`: what it rests on, in the order of a sentence.
    """

    whole: str
    figure: float
    band: Band
    after: Band | None
    claims: tuple[Claim, ...]
    article: Article

    @property
    def stated(self) -> bool:
        """Whether a source says so; else it is reckoned."""
        return self.claims[0].kind == "figure"


def stated(claims: Iterable[Claim], articles: Articles) -> Iterator[Staff]:
    """The sizes that sources write, but for those of times to come."""
    for claim in claims:
        figure = bands.figure(claim.jobs)
        if claim.kind != "figure" or claim.jobs is None or not figure:
            continue
        whole = subject(claim)
        if claim.measure is None or claim.measure.is_ != "workforce" or whole is None:
            continue
        if claim.date is None or claim.date.tense != "future":
            band = bands.band(claim.jobs) or (figure, figure)
            half = rounding(figure) / 2
            wide = (band[0] - half, band[1] + half)
            yield Staff(whole, figure, wide, None, (claim,), articles[claim.article])


def subject(claim: Claim) -> str | None:
    """What a figure counts the staff of: its one unit or the employer; None for several."""
    named = {unit.is_ for unit in claim.units} or {claim.organisation.is_}
    return named.pop() if len(named) == 1 else None


def rounding(figure: int) -> int:
    """The unit to which a written number may be rounded: its last digit, or its second."""
    text = str(figure)
    zeros = len(text) - len(text.rstrip("0"))
    return int(10 ** min(zeros, max(0, len(text) - 2)))


def implied(claims: Sequence[Claim], articles: Articles) -> Iterator[Staff]:
    """The sizes that one event's shares give together with the numbers that they belong to.

    A share without a number of its own is reckoned with every number that the other claims give.
    """
    numbered = [c for c in claims if c.jobs is not None and c.percent is None]
    for claim in claims:
        share = claim.percent
        whole = measured(claim)
        if share is None or whole is None:
            continue
        part = portion(share, text_of(articles[claim.article], share.at))
        pairs = [claim] if claim.jobs is not None else numbered
        for number in pairs:
            figure, jobs = bands.figure(number.jobs), bands.band(number.jobs)
            if not figure or jobs is None or part is None or part[0] <= 0:
                continue
            band = (jobs[0] / part[1] * 100, jobs[1] / part[0] * 100)
            after = (band[0] - jobs[1], band[1] - jobs[0])
            size = figure / share.value * 100
            yield Staff(whole, size, band, after, (claim, number), articles[claim.article])


def measured(claim: Claim) -> str | None:
    """What a claim's share is a share of: a unit, or the employer of a cut in no unit alone."""
    if claim.kind != "layoff" or claim.percent is None or claim.percent.value <= 0:
        return None
    of = claim.percent.of
    if of == "workforce":
        return None if claim.units else claim.organisation.is_
    return of


def portion(share: Percent, words: str) -> Band | None:
    """The per cent that a share's words allow: half a unit of its last digit to each side."""
    value = share.value
    exact = share.qualifier == "exact" and re.search(r"\d", words) and "in" not in words.split()
    digits = re.search(r"\d[.,](\d+)", words)
    half = 0.5 / 10 ** (len(digits[1]) if digits else 0)
    if not exact:
        half = max(half, value * 0.1)
    if share.qualifier == "over":
        return (value, value * 2)
    if share.qualifier == "up-to":
        return None
    return (value - half, value + half)


def agree(one: Staff, other: Staff, event: bool) -> bool | None:
    """Whether two sizes can be of one workforce; None if nobody can tell.

    Within an article, and in one month's articles on one `event`, they must agree as far as
    rounding goes; else within `FACTOR`, and after a year they say nothing about each other.
    """
    if one.whole != other.whole:
        return None
    gap = apart(one.article, other.article)
    if gap is not None and gap > FAR:
        return None
    if one.article.id == other.article.id or (event and gap is not None and gap <= NEAR):
        left = (
            one.after is not None and other.stated and one.after[0] <= other.figure <= one.after[1]
        )
        return left or (one.band[0] <= other.band[1] and other.band[0] <= one.band[1])
    near, far = sorted((one.figure, other.figure))
    return far <= FACTOR * near


def apart(one: Article, other: Article) -> timedelta | None:
    """The time between two articles, at least; None if a date is missing."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return None
    return max(first[0] - second[1], second[0] - first[1], timedelta(0))


def days(article: Article) -> tuple[date, date] | None:
    """The first and the last day on which an article may have come out."""
    if article.published is None:
        return None
    first, last = edtf.bounds(article.published)
    return None if first is None or last is None else (first, last)
