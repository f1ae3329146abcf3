"""How a page is cited, and the dates of the articles that it rests on: never the clock's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from headcount.model import Article

POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


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
