"""Claims as plain data: for other programs, and for an editor who asks why."""

from __future__ import annotations

from headcount.model import QUALIFIERS, STATUSES, Article, Claim, Reading, Registry, Span
from headcount.source import text_of

APPROXIMATE = frozenset({"about"})
BANDS = {one.id: (one.low, one.high) for one in QUALIFIERS if one.vague}
CORPUS = {one.id: one.corpus for one in STATUSES}


def export(reading: Reading, registry: Registry) -> list[dict[str, object]]:
    """The claims of an article with names instead of ids; vague words with their band."""
    names = {one.id: one.name for one in registry.organisations}
    return [row(claim, reading.article, names) for claim in reading.claims]


def row(claim: Claim, article: Article, names: dict[str, str]) -> dict[str, object]:
    """One claim: kind, organisation, units, jobs, percent, money, date, status, tier, quote."""
    return {
        "kind": claim.kind,
        "organisation": names.get(claim.organisation.is_, claim.organisation.name),
        "units": [names.get(unit.is_, unit.name) for unit in claim.units],
        "jobs": jobs(claim, article),
        "percent": None if claim.percent is None else claim.percent.value,
        "money": money(claim),
        "date": None if claim.date is None else claim.date.edtf,
        "date_text": None if claim.date is None else text_of(article, claim.date.at),
        "status": CORPUS[claim.status.is_],
        "total_of_parts": claim.scope.is_ == "aggregate",
        "tier": claim.tier,
        "rule": claim.rule,
        "quote": claim.quote.text,
    }


def jobs(claim: Claim, article: Article) -> dict[str, object] | None:
    if claim.jobs is None:
        return None
    low, high = BANDS.get(claim.jobs.qualifier, (claim.jobs.low, claim.jobs.high))
    return {
        "low": low,
        "high": high,
        "approx": claim.jobs.qualifier in APPROXIMATE,
        "qualifier": claim.jobs.qualifier,
        "text": text_of(article, claim.jobs.at),
    }


def money(claim: Claim) -> dict[str, object] | None:
    if claim.money is None:
        return None
    return {
        "amount": claim.money.amount,
        "currency": claim.money.currency,
        "approx": claim.money.qualifier in APPROXIMATE,
    }


def explain(claim: Claim, article: Article) -> tuple[tuple[str, str], ...]:
    """(field, how it was found) of a claim, in the order in which a reader asks."""
    lines = [("rule", claim.rule), ("words", claim.quote.text)]
    lines.append(("organisation", organisation(claim, article)))
    lines += [("unit", f"{one.name}: {said(article, one.at)}") for one in claim.units]
    amounts = (("jobs", claim.jobs), ("percent", claim.percent), ("money", claim.money))
    lines += [(name, said(article, one.at)) for name, one in amounts if one is not None]
    if claim.date is not None:
        lines.append(("date", dated(claim, article)))
    lines.append(("status", marked(claim.status.is_, claim.status.basis, article, claim.status.at)))
    lines.append(("scope", marked(claim.scope.is_, claim.scope.basis, article, claim.scope.at)))
    if claim.said_by is not None:
        how = f"{claim.said_by.name}, {claim.said_by.fidelity}"
        lines.append(("said by", f"{how}: {said(article, claim.said_by.at)}"))
    lines += [("from", f"{one.name}: {said(article, one.at)}") for one in claim.via]
    for name, mark in (("topic", claim.topic), ("measure", claim.measure), ("terms", claim.terms)):
        if mark is not None:
            lines.append((name, marked(mark.is_, mark.basis, article, mark.at)))
    lines.append(("tier", claim.tier))
    return tuple(lines)


def said(article: Article, at: Span | None) -> str:
    """The words at a span in quotation marks, with where they stand."""
    if at is None:
        return "no words of its own"
    return f"“{text_of(article, at)}” ({at.in_} {at.start}–{at.end})"


def organisation(claim: Claim, article: Article) -> str:
    one = claim.organisation
    hedge = "" if one.hedge is None else f", with a doubt: {said(article, one.hedge)}"
    return f"{one.name}, by {one.basis}: {said(article, one.at)}{hedge}"


def dated(claim: Claim, article: Article) -> str:
    date = claim.date
    if date is None:
        return ""
    how = f"{date.edtf or 'unresolved'}, {date.basis}: {said(article, date.at)}"
    if date.anchor is not None:
        how += f", reckoned from {date.anchor}"
    if date.anchor_at is not None:
        how += f" {said(article, date.anchor_at)}"
    return how if not date.reason else f"{how}; {date.reason}"


def marked(value: str, basis: str, article: Article, at: Span | None) -> str:
    return f"{value}, by {basis}" if at is None else f"{value}: {said(article, at)}"
