"""A sitting of somebody who writes: the server, the bell and the press, until Ctrl-C."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable

from headcount import report, serve
from headcount.disk import because, failure, locked
from headcount.model import Problem
from headcount.press import Press, Say
from headcount.watch import bell_for, snapshots


def run(
    place: Press,
    port: int,
    say: Say,
    ready: Callable[[str], None],
    wrong: Callable[[Exception], Problem],
) -> None:
    """Serves and rebuilds until it is interrupted; a build that has begun is still written.

    `ready` is told the address; `wrong` makes a problem of an exception that is a bug. Raises
    Failed if the port is taken.
    """
    board = serve.Board()
    try:
        server = serve.server(board, port)
    except OSError as error:
        raise failure(
            "build.py", "port", f"port {port} can't be used: {because(error)}", "add --port 8001"
        ) from error
    with locked(place.root):
        place.recover()
    bell = bell_for(place.root)
    closed = threading.Event()

    def look() -> None:
        for found in snapshots(place.root, bell, closed.is_set):
            try:
                place.save(found, board, say)
            except Exception as error:
                problem = wrong(error)
                board.fail((report.text(problem),))
                say([problem])

    looking = threading.Thread(target=look)
    signal.signal(signal.SIGTERM, _interrupt)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    looking.start()
    try:
        ready(f"http://{serve.LOOPBACK}:{server.server_port}/")
        looking.join()
    except KeyboardInterrupt:
        pass
    finally:
        closed.set()
        bell.close()
        board.close()
        looking.join()
        server.shutdown()
        server.server_close()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
