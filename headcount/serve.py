"""The development server: one generation of the site from memory, to this machine alone.

A request is answered only if it names this server itself and comes from a page of it: a foreign
page in the same browser must not read a site that isn't published yet. Paths are looked up in a
mapping, so that none leads to a file.
"""

from __future__ import annotations

import json
import secrets
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from urllib.parse import quote, unquote

from headcount.headers import EVERYWHERE, content_type

LOOPBACK = "127.0.0.1"
PING = 15.0
"""Seconds between two signs of life, so that a closed tab is noticed."""

EVENTS = "/-/events"
SCRIPT = "/-/reload.js"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is served: the last good site, its build id, and what keeps the next one from it.

    `effect`: what the site does to the committed timeline, in words.
    """

    outputs: Mapping[str, bytes]
    build: str = ""
    problems: tuple[str, ...] = ()
    effect: str = ""


class Board:
    """The one `Shown` of now, and everybody who waits for the next."""

    def __init__(self) -> None:
        self.server = secrets.token_hex(8)
        self._changed = threading.Condition()
        self._number = 0
        self._shown = Shown({})
        self._closed = False

    @property
    def shown(self) -> Shown:
        return self._shown

    def show(self, shown: Shown) -> None:
        """Replaces everything that is served in one step."""
        with self._changed:
            self._shown = shown
            self._number += 1
            self._changed.notify_all()

    def fail(self, problems: tuple[str, ...]) -> None:
        """Keeps the last good site, and says why it is the last."""
        self.show(replace(self._shown, problems=problems, effect=""))

    def note(self, effect: str) -> None:
        """Says what the site that is shown does to the timeline."""
        self.show(replace(self._shown, effect=effect))

    def close(self) -> None:
        """Sends everybody home who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def states(self, ping: float = PING) -> Iterator[Shown | None]:
        """The state now and after each change; None after each `ping` seconds without one."""
        seen = -1
        while True:
            number, shown, closed = self._next(seen, ping)
            if closed:
                return
            yield None if number == seen else shown
            seen = number

    def _next(self, seen: int, ping: float) -> tuple[int, Shown, bool]:
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._number != seen, ping)
            return self._number, self._shown, self._closed


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: status, media type, body, and where to go instead."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str = ""


def answer(shown: Shown, target: str) -> Answer:
    """The response for a request target ("/events/x/?q"), of the site alone."""
    path = unquote(target.partition("?")[0], errors="replace").lstrip("/")
    if path == "" or path.endswith("/"):
        path += "index.html"
    if path in shown.outputs:
        return Answer(HTTPStatus.OK, content_type(path), _dressed(path, shown))
    if f"{path}/index.html" in shown.outputs:
        return _moved(f"/{quote(path)}/")
    moved = redirects(shown.outputs.get("_redirects", b"")).get(
        f"/{path.removesuffix('index.html')}"
    )
    if moved:
        return _moved(moved)
    body = _dressed("404.html", shown) if "404.html" in shown.outputs else _blank(shown)
    return Answer(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", body)


def redirects(data: bytes) -> dict[str, str]:
    """The host's redirects: lines of "from to status" between paths of this site."""
    rows = [line.split() for line in data.decode("utf-8", "replace").splitlines()]
    return {row[0]: row[1] for row in rows if len(row) == 3 and row[1].startswith("/")}


def permitted(headers: Mapping[str, str], port: int) -> bool:
    """Whether a request names this server and doesn't come from another site's page.

    `headers`: by lower-case name.
    """
    hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
    if headers.get("host", "").lower() not in hosts:
        return False
    origin = headers.get("origin")
    if origin is not None and origin not in {f"http://{host}" for host in hosts}:
        return False
    return headers.get("sec-fetch-site", "none") in ("none", "same-origin")


def _moved(location: str) -> Answer:
    return Answer(HTTPStatus.MOVED_PERMANENTLY, "text/plain; charset=utf-8", b"", location)


def _dressed(path: str, shown: Shown) -> bytes:
    """The file itself; a page with the reload script, which no published page has."""
    body = shown.outputs[path]
    if not path.endswith(".html"):
        return body
    script = f'<script src="{SCRIPT}" data-build="{shown.build}" defer></script>'.encode()
    head, end, tail = body.rpartition(b"</body>")
    return head + script + end + tail if end else body + script


def _blank(shown: Shown) -> bytes:
    said = b"There is no such page." if shown.build else b"The first build is not ready yet."
    words = b"<!doctype html><title>Not here</title><body><p>" + said + b"</p></body>"
    return _dressed("x.html", replace(shown, outputs={"x.html": words}))


def free_after(port: int) -> int | None:
    """The next port that somebody may take, if there is one."""
    for other in range(max(port + 1, 1024), 65536):
        with socket.socket() as one, suppress(OSError):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((LOOPBACK, other))
            return other
    return None


def server(
    board: Board,
    port: int,
    ping: float = PING,
    wrong: Callable[[Exception], None] = lambda _: None,
) -> ThreadingHTTPServer:
    """A server on the loopback interface; port 0 takes a free one. `wrong` is told of a bug.

    Raises OSError if the port is taken.
    """
    script = resources.files("headcount").joinpath("reload.js").read_bytes()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "headcount"
        sys_version = ""
        timeout = 60

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            if not permitted(headers, self.server.server_port):  # type: ignore[attr-defined]
                self._send(Answer(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", FORBIDDEN))
            elif self.path == EVENTS:
                self._stream()
            elif self.path == SCRIPT:
                self._send(Answer(HTTPStatus.OK, content_type(SCRIPT), script))
            else:
                self._send(answer(board.shown, self.path))

        do_HEAD = do_GET

        def _send(self, found: Answer) -> None:
            self._head(found.status, found.type)
            if found.location:
                self.send_header("Location", found.location)
            self.send_header("Content-Length", str(len(found.body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(found.body)

        def _stream(self) -> None:
            self._head(HTTPStatus.OK, "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            if self.command == "GET":
                for state in board.states(ping):
                    self.wfile.write(event(state, board.server))
                    self.wfile.flush()

        def _head(self, status: HTTPStatus, type_: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", type_)
            self.send_header("Cache-Control", "no-store")
            for name, value in EVERYWHERE.items():
                self.send_header(name, value)

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing: the terminal is for problems."""

        def handle(self) -> None:
            """A tab that is closed in the middle is no error."""
            try:
                super().handle()
            except (ConnectionError, TimeoutError):
                self.close_connection = True

    class Loopback(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """A lost connection is nobody's fault; the rest is a bug of ours."""
            error = sys.exception()
            if isinstance(error, Exception) and not isinstance(error, OSError):
                wrong(error)

    return Loopback((LOOPBACK, port), Handler)


FORBIDDEN = b"This server answers only its own pages. Open its address in a new tab.\n"


def event(state: Shown | None, server_id: str) -> bytes:
    """One server-sent event: the state as JSON, or a comment that only says "I am here"."""
    if state is None:
        return b": ping\n\n"
    data = {
        "server": server_id,
        "build": state.build,
        "problems": list(state.problems),
        "effect": state.effect,
    }
    return f"event: state\ndata: {json.dumps(data)}\n\n".encode()
