"""The inputs, again and again: whenever their bytes have changed.

File events are only a doorbell: editors fire many for one save, and reading fires some too. What
counts is the hash of the inputs. Where the system has no more watches to give, a clock rings.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from headcount.disk import FOLDERS, TEMPORARY, Failed, read_tree
from headcount.model import Problem

if TYPE_CHECKING:
    from watchdog.observers.api import ObservedWatch

QUIET = 0.05
"""Seconds without an event that end one save; a save fires up to twenty events."""
PATIENCE = 1.0
"""Seconds after which a save that never ends is read all the same."""
POLL = 1.0
"""Seconds between two looks where the system gives no events."""

IGNORED = frozenset({"opened", "closed_no_write"})
"""Events that reading fires: heeding them, a build would ring for the next one."""


class Bell(Protocol):
    """What rings when something may have changed."""

    def wait(self, seconds: float | None) -> bool:
        """Whether it rang within so many seconds; None waits for ever. Hearing it silences it."""
        ...

    def close(self) -> None: ...


class Clock:
    """A bell for where there are no events: it rings after `POLL` seconds, always."""

    def __init__(self, seconds: float = POLL) -> None:
        self._seconds = seconds
        self._closed = threading.Event()

    def wait(self, seconds: float | None) -> bool:
        if seconds is not None:
            return False
        self._closed.wait(self._seconds)
        return True

    def close(self) -> None:
        self._closed.set()


class Doorbell:
    """A bell that the system's file events ring.

    Raises OSError if the system has no more watches to give.
    """

    def __init__(self, root: Path) -> None:
        from watchdog.events import FileSystemEvent, FileSystemEventHandler
        from watchdog.observers import Observer

        self._rung = threading.Event()
        self._root = root
        self._watched: dict[str, ObservedWatch] = {}
        bell = self

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                if bell.heeds(event.event_type, str(event.src_path), str(event.dest_path or "")):
                    bell.ring()

        self._handler = Handler()
        self._observer = Observer()
        self._observer.start()
        try:
            self._observer.schedule(self._handler, str(root), recursive=False)
            self._cover()
        except OSError:
            self.close()
            raise

    def heeds(self, kind: str, *paths: str) -> bool:
        """Whether an event may mean that an input has changed."""
        if kind in IGNORED:
            return False
        names = [Path(path) for path in paths if path]
        inside = [path for path in names if path.is_relative_to(self._root)]
        parts = [path.relative_to(self._root).parts for path in inside]
        return any(
            part and part[0] in FOLDERS and not any(map(TEMPORARY.fullmatch, part))
            for part in parts
        )

    def ring(self) -> None:
        self._rung.set()

    def wait(self, seconds: float | None) -> bool:
        self._cover()
        rung = self._rung.wait(seconds)
        self._rung.clear()
        return rung

    def close(self) -> None:
        self._observer.stop()
        self._observer.join(5)
        self.ring()

    def _cover(self) -> None:
        """Watches each folder of inputs; one that has come since too."""
        for name in FOLDERS:
            folder = self._root / name
            if folder.is_dir() and not folder.is_symlink():
                if name not in self._watched:
                    watched = self._observer.schedule(self._handler, str(folder), recursive=True)
                    self._watched[name] = watched
                    self.ring()
            elif name in self._watched:
                self._observer.unschedule(self._watched.pop(name))


def bell_for(root: Path) -> Bell:
    """A doorbell; or a clock, where the system can't give one."""
    try:
        return Doorbell(root)
    except (OSError, ImportError):
        return Clock()


def fingerprint(files: Mapping[str, bytes]) -> str:
    """The hash of a tree: of every path and its bytes."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{len(path.encode())} {path} {len(files[path])} ".encode())
        digest.update(files[path])
    return digest.hexdigest()


Snapshot = Mapping[str, bytes] | tuple[Problem, ...]


def snapshots(root: Path, bell: Bell, closed: Callable[[], bool]) -> Iterator[Snapshot]:
    """The inputs now, and after every change; or the problems with reading them.

    One save gives one snapshot; inputs whose bytes are the same give none. Ends when `closed`.
    """
    last: object = None
    while not closed():
        try:
            found: Snapshot = read_tree(root)
            mark: object = fingerprint(found)  # type: ignore[arg-type]
        except Failed as failed:
            found = mark = failed.problems
        if mark != last:
            last = mark
            yield found
        if closed() or not bell.wait(None):
            continue
        settle(bell)


def settle(bell: Bell, quiet: float = QUIET, patience: float = PATIENCE) -> None:
    """Waits until a save has ended: no event for `quiet` seconds, `patience` at most."""
    end = time.monotonic() + patience
    while bell.wait(quiet) and time.monotonic() < end:
        pass
