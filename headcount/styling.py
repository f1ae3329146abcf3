"""Stylesheets as they are published: one file of those that import each other, every
`url(fonts/x.woff2)` leading to the hashed file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping

from headcount.model import Place, Problem

ADDRESS = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
IMPORT = re.compile(r'@import "([^"/]+)";')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|/|#", re.IGNORECASE)


def joined(styles: Mapping[str, bytes]) -> dict[str, bytes]:
    """The stylesheets by path, each with those of its folder that it imports in their places.

    An imported one is no file of its own any more: a reader's first visit asks for one.
    """
    taken: set[str] = set()

    def whole(path: str, within: frozenset[str]) -> str:
        def put(found: re.Match[str]) -> str:
            other = _target(posixpath.dirname(path), found[1])
            if other not in styles or other in within:
                return found[0]
            taken.add(other)
            return whole(other, within | {other}).strip()

        return IMPORT.sub(put, styles[path].decode("utf-8", "surrogateescape"))

    made = {path: whole(path, frozenset({path})) for path in styles}
    return {
        path: text.encode("utf-8", "surrogateescape")
        for path, text in made.items()
        if path not in taken
    }


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


def problems(path: str, css: bytes, names: Collection[str]) -> Iterator[Problem]:
    """Each address in a stylesheet that leads to no file beside it."""
    text = css.decode("utf-8", "surrogateescape")
    folder = posixpath.dirname(path)
    for pattern, group in ((IMPORT, 1), (ADDRESS, 2)):
        for found in pattern.finditer(text):
            target = _target(folder, found[group])
            if target not in names and not ELSEWHERE.match(found[group]):
                before = text[: found.start(group)]
                column = len(before.rpartition("\n")[2]) + 1
                place = Place(path, before.count("\n") + 1, column)
                wrong = f'"{found[group]}" leads to no file'
                yield Problem(place, "asset", wrong, f"add {target}, or mend the address")


def _target(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, address))
