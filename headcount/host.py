"""What the host of a site is told, in its own form: Netlify's files `_headers` and `_redirects`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from headcount import headers
from headcount.surroundings import Surroundings

HEADERS = "_headers"
REDIRECTS = "_redirects"


def files(
    paths: Iterable[str], moved: Iterable[tuple[str, str]], around: Surroundings
) -> dict[str, bytes]:
    """The host's files. `paths`: all others; `moved`: ids of events, old and new."""
    made = {HEADERS: sent(headers.rules(paths, around.preview))}
    if rows := forwarding(moved):
        made[REDIRECTS] = rows
    return made


def sent(rules: Mapping[str, Mapping[str, str]]) -> bytes:
    """Headers by address, a line each below the line of their address."""
    lines = []
    for place, values in rules.items():
        lines += [place, *(f"  {name}: {value}" for name, value in values.items())]
    return "".join(f"{line}\n" for line in lines).encode()


def forwarding(moved: Iterable[tuple[str, str]]) -> bytes:
    """Joined and renamed events go on under their new address."""
    rows = (f"/events/{old}/ /events/{new}/ 301\n" for old, new in sorted(moved))
    return "".join(rows).encode()
