"""Sites in several states, served below a sub-path as the host would serve them."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import yaml

import sites
from headcount import pipeline
from headcount.headers import content_type
from test_host import sent

BELOW = "/reading/room"
"""Where the sites lie, so that no link may begin at the server's root."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
PACKED = ("png", "woff2")
"""Endings of files that compression would not make smaller."""
UNITS = ("Bakery", "Mills", "Dairy", "Rail", "Farms")
Outputs = Mapping[str, bytes]


def of(number: int) -> dict[str, bytes]:
    """A site about one employer, with so many job cuts at its five units, one a month each."""
    files = sites.frame()
    names = {"borealis": {"name": "Borealis", "watch": True}}
    for unit in UNITS:
        names[f"borealis-{unit.lower()}"] = {"name": f"Borealis {unit}", "parent": "borealis"}
    files["data/organisations.yaml"] = yaml.safe_dump({"organisations": names}).encode()
    files["data/site.yaml"] = b"title: Job cuts at Borealis\n"
    for at in range(number):
        year, month = 2024 - at // 60, at // 5 % 12
        files[f"content/articles/news-{at:04}.md"] = (
            f"---\npublisher: Paper {at % 7}\ntitle: News number {at}\n"
            f"url: https://news.example/{at}\npublished: {year}-{month + 1:02}-2{at % 8}\n---\n"
            f"Borealis cut {100 + 13 * at} jobs at Borealis {UNITS[at % 5]}"
            f" in {MONTHS[month]} {year}.\n"
        ).encode()
    return files


STATES = {
    "project": sites.project,
    "empty": lambda: of(0),
    "one": lambda: of(1),
    "sixty": lambda: of(60),
    "many": lambda: of(260),
}


@cache
def outputs(state: str) -> Outputs:
    """What a build makes of a state."""
    files = STATES[state]()
    settings = yaml.safe_load(files["data/site.yaml"])
    settings["url"] = f"https://headcount.example{BELOW}/{state}"
    files["data/site.yaml"] = yaml.safe_dump(settings, allow_unicode=True).encode()
    build = pipeline.build(files)
    assert not build.errors, build.errors
    return build.outputs


ALIKE = {
    "about": "method",
    **dict.fromkeys(("disputed", "statuses", "years"), "kinds"),
}
"""Places whose pages are of one kind with another's."""


def pages(state: str) -> dict[str, str]:
    """The path of one page of each kind of a state, the longest, by kind."""
    found: dict[str, str] = {}
    made = outputs(state)
    for path in sorted(made, key=lambda path: (-len(made[path]), path)):
        if path.endswith(".html"):
            first, *more = path.split("/")
            kind = ALIKE.get(first, first)
            found.setdefault(f"{kind}/…" if len(more) > 1 else kind, path)
    return {kind: path.removesuffix("index.html") for kind, path in sorted(found.items())}


@cache
def packed(body: bytes) -> bytes:
    """What the host sends of a text to a browser that can unpack it."""
    return gzip.compress(body, 6)


def published(link: Path) -> Outputs:
    """The files of a site that was published to `link`, as they are now."""
    return _generation(link.resolve())


@lru_cache(maxsize=4)
def _generation(folder: Path) -> Outputs:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@contextmanager
def hosted() -> Iterator[str]:
    """The address below which every state lies, under its name."""

    def find(path: str) -> tuple[Outputs, str]:
        state, _, rest = path.removeprefix(f"{BELOW}/").partition("/")
        return (outputs(state) if path.startswith(f"{BELOW}/") and state in STATES else {}), rest

    with serving(find) as address:
        yield address + BELOW


@contextmanager
def serving(find: Callable[[str], tuple[Outputs, str]]) -> Iterator[str]:
    """The address of a host. `find`: the site that a request's path lies in, and its path there."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made, rest = find(unquote(self.path.partition("?")[0]))
            name = f"{rest}index.html" if rest.endswith("/") or not rest else rest
            status = 200 if name in made else 404
            name = name if name in made else "404.html"
            body = made.get(name, b"")
            self.send_response(status)
            self.send_header("Content-Type", content_type(name))
            if "gzip" in self.headers.get("Accept-Encoding", "") and not name.endswith(PACKED):
                body = packed(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            for header, value in sent(made, f"/{rest}").items() if made else ():
                if header != "Content-Type":
                    self.send_header(header, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Says nothing: the browser tells what went wrong."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
