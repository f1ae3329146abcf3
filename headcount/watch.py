"""The inputs, again and again: whenever their bytes have changed.

File events are only a doorbell: editors fire many for one save, and reading fires some too. What
counts is the hash of the inputs.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from headcount.bells import Bell
from headcount.checkout import Checkout
from headcount.disk import Failed, read_tree
from headcount.model import Problem

QUIET = 0.05
"""Seconds without an event that end one save; a save fires up to twenty events."""
LONGER = 0.3
"""Seconds that a file which has gone, or lost all its text, is waited for: it is being saved."""
PATIENCE = 1.0
"""Seconds after which a save that never ends is read all the same."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The inputs at one moment, or the problems with reading them.

    `changed`: paths that are not as they were in the snapshot before. `began`: when the first event
    came, on the monotonic clock.
    """

    found: Files | tuple[Problem, ...]
    changed: tuple[str, ...]
    began: float


def fingerprint(files: Files) -> str:
    """The hash of a tree: of every path and its bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{len(path.encode())} {path} {len(files[path])} ".encode())
        digest.update(files[path])
    return digest.hexdigest()


def snapshots(root: Path, bell: Bell, closed: Callable[[], bool]) -> Iterator[Snapshot]:
    """The inputs now, and after every change; or the problems with reading them.

    One save gives one snapshot; inputs whose bytes are the same give none. Ends when `closed`.
    """
    git = Checkout(root)
    last: object = None
    before: Files = {}
    began = time.monotonic()
    while not closed():
        found = read(root)
        if not isinstance(found, tuple) and unfinished(before, found):
            settle(bell, LONGER)
            found = read(root)
        mark: object = found if isinstance(found, tuple) else fingerprint(found)
        if mark != last:
            last = mark
            if isinstance(found, tuple):
                paths = {problem.place.file for problem in found}
            else:
                both = before.keys() | found.keys()
                paths = {path for path in both if before.get(path) != found.get(path)}
                before = found
            yield Snapshot(found, tuple(sorted(paths)), began)
        if bell.wait(None):
            began = time.monotonic()
            settle(bell)
            git.wait()


def read(root: Path) -> Files | tuple[Problem, ...]:
    """The inputs, or the problems with reading them."""
    try:
        return read_tree(root)
    except Failed as failed:
        return failed.problems


def unfinished(before: Files, now: Files) -> bool:
    """Whether a file has gone or lost all its text: some programs save by doing so first."""
    return any(data and not now.get(path) for path, data in before.items())


def settle(bell: Bell, quiet: float = QUIET, patience: float = PATIENCE) -> None:
    """Waits until a save has ended: no event for `quiet` seconds, `patience` at most."""
    end = time.monotonic() + patience
    while bell.wait(quiet) and time.monotonic() < end:
        pass
