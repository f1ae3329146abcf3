"""What rings when an input may have changed: the system's events, or somebody who goes and looks.

An event is only a doorbell, and one that comes may be missing: a system that has no more watches to
give says so at the start, or never. So whoever trusts events goes round all the same, seldom, and
no change is found later than that.
"""

from __future__ import annotations

import logging
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from headcount.disk import FOLDERS, TEMPORARY, because, looked

if TYPE_CHECKING:
    from watchdog.observers.api import ObservedWatch

SELDOM = 2.0
"""Seconds between two rounds while the system's events can be trusted."""
POLL = 1.0
"""Seconds between two rounds where they can't."""

IGNORED = frozenset({"opened", "closed_no_write"})
"""Events that reading fires: heeding them, a build would ring for the next one."""

MISSED = "a change came without an event"


class Bell(Protocol):
    """What rings when something may have changed."""

    def wait(self, seconds: float | None) -> bool:
        """Whether it rang within so many seconds; None waits until it rings or is closed.

        Hearing it silences it.
        """
        ...

    def close(self) -> None: ...


class Rounds:
    """A bell for where there are no events: it looks at every file's dates and size."""

    def __init__(self, root: Path, pause: float = POLL) -> None:
        self._root = root
        self._pause = pause
        self._seen: object = None
        self._again = False
        self._closed = threading.Event()

    def wait(self, seconds: float | None) -> bool:
        while not self._closed.wait(self._pause if seconds is None else seconds):
            if self._changed(last=seconds is None):
                return True
            if seconds is not None:
                break
        return False

    def close(self) -> None:
        self._closed.set()

    def _changed(self, last: bool) -> bool:
        """Whether a file was written since the last look; and once more on the `last` one after
        that, for two writes in one grain of the file system's clock look like one."""
        now = looked(self._root)
        if now != self._seen:
            self._seen, self._again = now, True
            return True
        again, self._again = self._again and last, self._again and not last
        return again


class Doorbell:
    """A bell that the system's file events ring; it goes round for those that don't come.

    `say` is told once why events can't be trusted. Raises OSError if there are none at all.
    """

    def __init__(
        self, root: Path, say: Callable[[str], None] = lambda _: None, seldom: float = SELDOM
    ) -> None:
        from watchdog.events import FileSystemEvent, FileSystemEventHandler
        from watchdog.observers import Observer

        _hush()
        self._rung = threading.Event()
        self._closed = False
        self._root = root
        self._say = say
        self._pause = seldom
        self._trusted = True
        self._seen: object = None
        self._watched: dict[str, ObservedWatch] = {}
        self._stale: set[str] = set()
        bell = self

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                bell.hear(event.event_type, str(event.src_path), str(event.dest_path or ""))

        self._handler = Handler()
        self._observer = Observer()
        self._observer.start()
        try:
            self._observer.schedule(self._handler, str(root), recursive=False)
            self._cover()
        except OSError:
            self.close()
            raise

    def hear(self, kind: str, *paths: str) -> None:
        """Rings for an event that means something; a folder of inputs that comes or goes takes its
        watches with it."""
        if self.heeds(kind, *paths):
            if kind != "modified":
                homes = {Path(path).name for path in paths if Path(path).parent == self._root}
                self._stale |= homes & set(FOLDERS)
            self._rung.set()

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

    def wait(self, seconds: float | None) -> bool:
        while not self._closed:
            self._renew()
            if self._rung.wait(self._pause if seconds is None else seconds):
                self._rung.clear()
                self._seen = None
                return True
            before, self._seen = self._seen, looked(self._root)
            if seconds is not None:
                return False
            if before != self._seen and before is not None:
                self._distrust(MISSED)
                self._stale |= set(FOLDERS)
                return True
        return False

    def close(self) -> None:
        self._closed = True
        self._rung.set()
        self._observer.stop()
        self._observer.join(5)

    def _renew(self) -> None:
        try:
            self._cover()
        except OSError as error:
            self._distrust(because(error))

    def _cover(self) -> None:
        """Watches each folder of inputs; one that has come since too, or has come back."""
        for name in FOLDERS:
            folder = self._root / name
            there = folder.is_dir() and not folder.is_symlink()
            stale = name in self._stale
            self._stale.discard(name)
            if name in self._watched and (stale or not there):
                with suppress(KeyError, OSError):
                    self._observer.unschedule(self._watched.pop(name))
            if there and name not in self._watched:
                watched = self._observer.schedule(self._handler, str(folder), recursive=True)
                self._watched[name] = watched
                self._rung.set()

    def _distrust(self, reason: str) -> None:
        if self._trusted:
            self._trusted, self._pause = False, min(self._pause, POLL)
            self._say(reason)


def _hush() -> None:
    """The library tells its own troubles, with tracebacks, to a terminal that isn't its own."""
    logging.getLogger("watchdog").addHandler(logging.NullHandler())
    warnings.filterwarnings("ignore", module="watchdog")


def bell_for(root: Path, say: Callable[[str], None] = lambda _: None) -> Bell:
    """A doorbell; or rounds, where the system can't give one. `say` is told why."""
    try:
        return Doorbell(root, say)
    except (OSError, ImportError) as error:
        say(because(error) if isinstance(error, OSError) else str(error))
        return Rounds(root)
