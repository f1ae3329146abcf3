"""A sitting of somebody who writes: the server, the bell and the press, until Ctrl-C."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import FrameType

from headcount import report, serve
from headcount.bells import bell_for
from headcount.disk import because, failure, locked
from headcount.model import Place, Problem
from headcount.press import Outcome, Press, Say
from headcount.watch import Snapshot, snapshots

PACKAGE = Path(__file__).parent
LOOK = 2.0
"""Seconds between two looks at whether the program itself has changed."""


def run(
    place: Press,
    port: int,
    say: Say,
    ready: Callable[[str], None],
    wrong: Callable[[Exception], Problem],
    tell: Callable[[str], None],
    effect: Callable[[Mapping[str, bytes], Mapping[str, bytes]], str],
) -> None:
    """Serves and rebuilds until it is interrupted; a build that has begun is still written.

    `ready` is told the address, `tell` what each save has led to; `effect` says what a build
    does to the committed timeline, by its inputs and the machine's files; `wrong` makes a problem
    of an exception that is a bug. Raises Failed if the port is taken.
    """
    board = serve.Board()
    closed, over = threading.Event(), threading.Event()

    def bug(error: BaseException | None) -> None:
        if isinstance(error, Exception):
            problem = wrong(error)
            board.fail((report.text(problem),))
            say([problem])

    def look() -> None:
        try:
            follow()
        finally:
            over.set()

    def follow() -> None:
        for one in snapshots(place.root, bell, closed.is_set):
            try:
                outcome = place.save(one.found, board, say)
                if outcome is not None:
                    tell(told(one, outcome, time.monotonic() - one.began))
                    place.keep(outcome, say)
                    if outcome.build is not None:
                        done = effect(outcome.found, outcome.build.machine)
                        board.note(done)
                        tell(done.rstrip())
            except Exception as error:
                bug(error)

    server = _served(board, port, bug)
    with locked(place.root):
        place.recover()
    bell = bell_for(place.root, lambda reason: say([slower(reason)]))
    looking = threading.Thread(target=look, daemon=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with _interrupted(), _threads(bug):
        try:
            looking.start()
            ready(f"http://{serve.LOOPBACK}:{server.server_port}/")
            _wait(over, say)
        except KeyboardInterrupt:
            pass
        finally:
            closed.set()
            bell.close()
            board.close()
            server.shutdown()
            server.server_close()
            over.wait()


def told(one: Snapshot, outcome: Outcome, seconds: float) -> str:
    """What a save has led to, in one line: which files, and how long until it was shown."""
    files = one.changed[0] if one.changed else "nothing"
    if len(one.changed) > 1:
        files = f"{len(one.changed)} files ({', '.join(one.changed[:3])}, …)"
        files = files.replace(", …)", ")") if len(one.changed) <= 3 else files
    if outcome.build is None:
        errors = f"{outcome.errors} error{'' if outcome.errors == 1 else 's'}"
        return f"{files}: not built, {errors}; the last good site stays ({shown(seconds)})"
    return f"{files}: rebuilt in {shown(seconds)}"


def shown(seconds: float) -> str:
    """A stretch of time as it is read: 120 ms, 4.2 s."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def slower(reason: str) -> Problem:
    """What to tell where the system doesn't ring for every save."""
    return Problem(
        Place("build.py"),
        "watch",
        f"not every save is told by the system ({reason}); saves are looked for once a second",
        "where Linux has run out of watches, raise fs.inotify.max_user_watches",
        "warning",
    )


def _served(
    board: serve.Board, port: int, bug: Callable[[BaseException | None], None]
) -> ThreadingHTTPServer:
    try:
        return serve.server(board, port, wrong=bug)
    except OSError as error:
        other = serve.free_after(port)
        raise failure(
            "build.py",
            "port",
            f"port {port} can't be used: {because(error)}",
            "end what uses it" if other is None else f"add --port {other}, which is free",
        ) from error


def _wait(over: threading.Event, say: Say) -> None:
    """Waits for the end, and tells once if the program itself changes meanwhile.

    For an event, not for the thread: a join that Ctrl-C breaks takes a thread for ended that is
    still writing (bpo-46726).
    """
    began = _program()
    while not over.wait(LOOK):
        if began and (now := _program()) != began:
            files = sorted(path.name for path, _ in began ^ now)
            began = frozenset()
            say([_older(files[0])])


def _older(name: str) -> Problem:
    return Problem(
        Place(f"{PACKAGE.name}/{name}"),
        "program",
        "the program has changed; this watch goes on with the one that it began with",
        "end it with Ctrl-C and start it again",
        "warning",
    )


def _program() -> frozenset[tuple[Path, int]]:
    """The program's own files as they lie there now."""
    found = (path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".yaml", ".js"))
    return frozenset((path, path.stat().st_mtime_ns) for path in found if path.is_file())


@contextmanager
def _interrupted() -> Iterator[None]:
    """A polite request to end is Ctrl-C."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _threads(bug: Callable[[BaseException | None], None]) -> Iterator[None]:
    """What goes wrong in any thread is told without a traceback."""
    before = threading.excepthook
    threading.excepthook = lambda given: bug(given.exc_value)
    try:
        yield
    finally:
        threading.excepthook = before
