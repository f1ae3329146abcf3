"""The development server shows one site, from memory, to this machine's own pages alone."""

from __future__ import annotations

import http.client
import json
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import headers, serve
from headcount.serve import Board, Shown

PAGE = b"<!doctype html><title>x</title><body><p>Hello</p></body>"
SITE = {
    "index.html": PAGE,
    "events/a/index.html": PAGE.replace(b"Hello", b"Event"),
    "404.html": PAGE.replace(b"Hello", b"Nothing here"),
    "assets/site.abc.css": b"p{}",
    "data.csv": b"a,b\n",
    "_redirects": b"/events/old/ /events/a/ 301\n/evil https://example.org/ 301\n",
}


@dataclass(frozen=True)
class Running:
    board: Board
    server: ThreadingHTTPServer

    def get(
        self, path: str, method: str = "GET", **given_headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=5)
        names = {name.replace("_", "-"): value for name, value in given_headers.items()}
        connection.request(method, path, headers=names)
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


@pytest.fixture
def running() -> Iterator[Running]:
    board = Board()
    board.show(Shown(SITE, "b1"))
    server = serve.server(board, 0, ping=0.05)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Running(board, server)
    board.close()
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.mark.parametrize(
    ("path", "status", "part"),
    [
        ("/", 200, b"Hello"),
        ("/index.html?x=1", 200, b"Hello"),
        ("/events/a/", 200, b"Event"),
        ("/events/a", 301, b""),
        ("/events/old/", 301, b""),
        ("/evil", 404, b"Nothing here"),
        ("/assets/site.abc.css", 200, b"p{}"),
        ("/events/b/", 404, b"Nothing here"),
        ("/../build.py", 404, b"Nothing here"),
        ("/%2e%2e/build.py", 404, b"Nothing here"),
        ("/..%2fbuild.py", 404, b"Nothing here"),
        ("/assets/..%5c..%5cbuild.py", 404, b"Nothing here"),
        ("/assets/%252e%252e/x", 404, b"Nothing here"),
        ("/%00", 404, b"Nothing here"),
        ("/%ff", 404, b"Nothing here"),
        ("//[", 404, b"Nothing here"),
    ],
)
def test_a_path_is_looked_up_in_the_site(
    running: Running, path: str, status: int, part: bytes
) -> None:
    """There is no way from a path to a file, so none can lead out."""
    response, body = running.get(path)
    assert response.status == status
    assert part in body
    location = response.getheader("Location")
    assert location == ("/events/a/" if status == 301 else None)


@given(st.text())
def test_any_target_has_an_answer(target: str) -> None:
    """A strange address is not found; it breaks nothing and leads nowhere else."""
    found = serve.answer(Shown(SITE, "b1"), target)
    assert found.status in (200, 301, 404)
    assert not found.location or found.location.startswith("/events/")


@pytest.mark.parametrize("path", ["/", "/nothing", "/assets/site.abc.css", serve.SCRIPT])
def test_the_policy_is_that_of_the_host(running: Running, path: str) -> None:
    """What works here under the policy works there; and nothing is kept by a browser."""
    response, _ = running.get(path)
    for name, value in headers.EVERYWHERE.items():
        assert response.getheader(name) == value
    assert response.getheader("Cache-Control") == "no-store"


def test_only_pages_get_the_reload_script(running: Running) -> None:
    """It is put in on the way out; no published byte knows of it."""
    _, page = running.get("/")
    assert page.count(b'<script src="/-/reload.js" data-build="b1" defer></script></body>') == 1
    assert running.get("/data.csv")[1] == SITE["data.csv"]
    assert b"/-/" not in b"".join(SITE.values())
    assert b"EventSource" in running.get(serve.SCRIPT)[1]


def test_a_head_request_has_no_body(running: Running) -> None:
    """A link checker asks so."""
    response, body = running.get("/", "HEAD")
    assert (response.status, body) == (200, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(running: Running, method: str) -> None:
    """The server only shows."""
    assert running.get("/", method)[0].status == 501


@pytest.mark.parametrize("path", ["/", serve.EVENTS, serve.SCRIPT])
@pytest.mark.parametrize(
    "given_headers",
    [
        {"Host": "example.org"},
        {"Host": "127.0.0.1"},
        {"Host": "localhost.example.org:80"},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_foreign_requests_are_refused(
    running: Running, path: str, given_headers: dict[str, str]
) -> None:
    """Another site's page, or a name that was bent to this address, must not read a draft."""
    response, body = running.get(path, **given_headers)
    assert response.status == 403
    assert b"Hello" not in body


def test_own_requests_are_answered(running: Running) -> None:
    """The page's own script asks with these headers."""
    port = running.server.server_port
    response, _ = running.get(
        "/",
        Host=f"localhost:{port}",
        Origin=f"http://localhost:{port}",
        Sec_Fetch_Site="same-origin",
    )
    assert response.status == 200


def test_only_this_machine_is_served(running: Running) -> None:
    """The socket itself is bound to the loopback interface."""
    assert running.server.server_address[0] == "127.0.0.1"


def test_a_taken_port_is_an_error(running: Running) -> None:
    """Two servers on one port would show the one site or the other."""
    with pytest.raises(OSError, match="in use"):
        serve.server(Board(), running.server.server_port)


class Stream:
    """A browser tab that listens to the events."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        self.socket.sendall(f"GET /-/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        self.file = self.socket.makefile("rb")
        while self.file.readline() not in (b"\r\n", b""):
            pass

    def line(self, start: bytes) -> bytes:
        """The next line that begins so; fails after five seconds."""
        while True:
            line = self.file.readline()
            assert line, "the stream has ended"
            if line.startswith(start):
                return line.removeprefix(start)

    def state(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self.line(b"data: "))
        return found

    def close(self) -> None:
        self.file.close()
        self.socket.close()


def test_a_tab_hears_of_each_build(running: Running) -> None:
    """The state at once, then every change; a sign of life in between."""
    tab = Stream(running.server.server_port)
    server = running.board.server
    assert tab.state() == {"server": server, "build": "b1", "problems": [], "effect": ""}
    assert tab.line(b": ") == b"ping\n"
    running.board.show(Shown(SITE, "b2"))
    assert tab.state() == {"server": server, "build": "b2", "problems": [], "effect": ""}
    running.board.fail(("a.md:1:1: error[x]: y",))
    assert tab.state() == {
        "server": server,
        "build": "b2",
        "problems": ["a.md:1:1: error[x]: y"],
        "effect": "",
    }
    assert running.get("/")[0].status == 200
    tab.close()


def test_a_page_is_never_older_than_what_the_tab_heard(running: Running) -> None:
    """Told of a build, a tab may fetch at once: at no instant does it get the old page."""
    tab = Stream(running.server.server_port)
    tab.state()

    def rebuild() -> None:
        for number in range(1, 300):
            page = PAGE.replace(b"Hello", str(number).encode())
            running.board.show(Shown({"index.html": page}, str(number)))

    thread = threading.Thread(target=rebuild)
    thread.start()
    heard = 0
    while heard < 299:
        heard = int(str(tab.state()["build"]))
        _, page = running.get("/")
        assert int(page.partition(b"<p>")[2].partition(b"<")[0]) >= heard
    thread.join(5)
    tab.close()


def test_closed_tabs_leave_no_thread(running: Running) -> None:
    """A day of reloading must not fill the process."""
    before = set(threading.enumerate())
    tabs = [Stream(running.server.server_port) for _ in range(8)]
    for tab in tabs:
        tab.state()
    others = [thread for thread in threading.enumerate() if thread not in before]
    assert len(others) == len(tabs)
    for tab in tabs:
        tab.close()
    for thread in others:
        thread.join(5)
    assert not [thread for thread in others if thread.is_alive()]


def test_a_reader_never_sees_two_builds(running: Running) -> None:
    """The site is replaced in one step: a page and its style are always of one build."""
    stop = threading.Event()

    def rebuild() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            mark = str(number).encode()
            running.board.show(Shown({"index.html": mark, "404.html": mark}, str(number)))

    thread = threading.Thread(target=rebuild)
    thread.start()
    try:
        for _ in range(60):
            response, body = running.get("/")
            number, _, rest = body.partition(b"<script")
            assert response.status == 200
            assert f'data-build="{number.decode()}"'.encode() in rest or number == PAGE[:-7]
    finally:
        stop.set()
        thread.join(5)


def test_the_script_parses() -> None:
    """A slip in it would show only as a page that no longer reloads."""
    node = shutil.which("node")
    text = (serve.resources.files("headcount") / "reload.js").read_text("utf-8")
    assert text.count("{") == text.count("}")
    assert text.count("(") == text.count(")")
    if node:
        run = subprocess.run([node, "--check", "-"], input=text.encode(), timeout=20, check=False)
        assert run.returncode == 0
