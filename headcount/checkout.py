"""Whether git is changing the working tree just now: it holds a lock file as long as it does.

Half a branch is no state to build from, still less one to write the timeline of.
"""

from __future__ import annotations

import time
from pathlib import Path

PATIENCE = 10.0
"""Seconds after which a lock is taken for one that a killed git has left behind."""
GRAIN = 0.02


class Checkout:
    """The git repository around a folder, if there is one."""

    def __init__(self, folder: Path) -> None:
        self._lock = lock(folder)
        self._dead: object = None

    def wait(self, patience: float = PATIENCE) -> None:
        """Returns when git has finished; at once if a lock has been there for ever."""
        end = time.monotonic() + patience
        while (held := self._held()) not in (None, self._dead):
            if time.monotonic() > end:
                self._dead = held
            else:
                time.sleep(GRAIN)

    def _held(self) -> object:
        try:
            found = self._lock.lstat() if self._lock else None
        except OSError:
            return None
        return found and (found.st_ino, found.st_mtime_ns)


def lock(folder: Path) -> Path | None:
    """Where git puts its lock for the working tree that `folder` is in."""
    for parent in (folder, *folder.parents):
        place = parent / ".git"
        if place.is_dir():
            return place / "index.lock"
        try:
            word, _, where = place.read_text("utf-8").partition(":")
        except (OSError, UnicodeDecodeError):
            continue
        if word == "gitdir":
            return parent / where.strip() / "index.lock"
    return None
