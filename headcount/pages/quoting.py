"""How a page is cited, and the dates of the articles that it rests on: never the clock's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from headcount import wording as words
from headcount.model import Article, Claim
from headcount.pages.index import Index

POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")

SIGNS = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}


def moment(edtf: str | None) -> str:
    """An article's date as RFC 3339, the earliest day it names; "" for none."""
    found = POINT.match(edtf or "")
    if found is None:
        return ""
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}T00:00:00Z"


def latest(articles: Iterable[Article]) -> str:
    """The date of the last of these articles, EDTF; "" if none is dated."""
    dates = [one.published for one in articles if one.published and moment(one.published)]
    return max(dates, key=lambda date: (moment(date), date), default="")


@dataclass(frozen=True, slots=True)
class Quoted:
    """How a page is cited: in words, and as an entry for a list of references."""

    plain: str
    bibtex: str


def quoted(index: Index, path: str, title: str, claims: Iterable[Claim]) -> Quoted:
    """The page at `path`, dated by the last article that its claims come from."""
    last = latest(index.articles[claim.article] for claim in claims)
    short = path.removesuffix("index.html")
    url = f"{index.site.url}/{short}" if index.site.url else short
    dated = f" Articles up to {words.published(last)}." if last else ""
    fields = [
        ("author", f"{{{escaped(index.site.title)}}}"),
        ("title", f"{{{escaped(title)}}}"),
        ("year", last[:4]),
        ("howpublished", f"\\url{{{url}}}"),
    ]
    lines = "".join(f"  {name} = {{{text}}},\n" for name, text in fields if text)
    key = short.strip("/").replace("/", "-") or "headcount"
    return Quoted(
        plain=f"“{title.rstrip('.')}.” {index.site.title}.{dated} {url}",
        bibtex=f"@misc{{{key},\n{lines}}}",
    )


def escaped(text: str) -> str:
    """Text as BibTeX sets it: no sign of it opens, closes or commands anything."""
    return "".join(SIGNS.get(sign, sign) for sign in text if sign != "\u2060")
