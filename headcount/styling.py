"""Published names of what a stylesheet asks for: `url(fonts/x.woff2)` leads to the hashed file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from headcount.model import Place, Problem

ADDRESS = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def linked(path: str, css: bytes, names: Mapping[str, str]) -> bytes:
    """The stylesheet with its relative addresses led to `names`: path from the root → published.

    An address that leads to none of them stays; `problems` tells of it.
    """
    folder = posixpath.dirname(path)

    def led(found: re.Match[str]) -> str:
        name = names.get(_target(folder, found[2]))
        return f'url("{posixpath.relpath(name, folder)}")' if name else found[0]

    return ADDRESS.sub(led, css.decode("utf-8", "surrogateescape")).encode(
        "utf-8", "surrogateescape"
    )


def problems(path: str, css: bytes, names: Mapping[str, str]) -> Iterator[Problem]:
    """Each address in a stylesheet that leads to no file beside it."""
    text = css.decode("utf-8", "surrogateescape")
    folder = posixpath.dirname(path)
    for found in ADDRESS.finditer(text):
        target = _target(folder, found[2])
        if target not in names and not ELSEWHERE.match(found[2]):
            before = text[: found.start(2)]
            column = len(before.rpartition("\n")[2]) + 1
            place = Place(path, before.count("\n") + 1, column)
            wrong = f'"{found[2]}" leads to no file'
            yield Problem(place, "asset", wrong, f"add {target}, or mend the address")


def _target(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, address))
