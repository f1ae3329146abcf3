"""A desk: a site that somebody writes, `build.py --watch` beside it, and what the terminal says."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import sites

LIMIT = 60
"""Seconds that a line may take: many times what it takes on a busy machine."""
END = re.compile(r": (rebuilt in |not built, )")


def laid(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files below a root."""
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


class Desk:
    """A watch in a process of its own, which Ctrl-C reaches even if these tests run aside.

    `before`: a line of Python that it runs first.
    """

    def __init__(self, root: Path, before: str = "") -> None:
        self.root = root
        script = (
            f"import signal, sys\nfrom pathlib import Path\nfrom headcount import cli\n{before}\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            "sys.exit(cli.main(Path(sys.argv[1]), ['--watch', '--port', '0']))"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", script, str(root)],
            cwd=sites.ROOT,
            env={**os.environ, "PYTHONPATH": str(sites.ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []
        self._lines: queue.Queue[str] = queue.Queue()
        self._listening = threading.Thread(target=self._listen)
        self._listening.start()
        self.address = self.line("http://").partition(" ")[0]
        self.rebuilt()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line.rstrip("\n"))

    def line(self, part: str) -> str:
        """The next line with this part in it."""
        while True:
            line = self._lines.get(timeout=LIMIT)
            self.said.append(line)
            if part in line:
                return line

    def rebuilt(self) -> str:
        """What the next build was of: the part of its line before the time."""
        while True:
            line = self.line(": ")
            if END.search(line):
                return END.split(line)[0]

    def end(self) -> int:
        """Ctrl-C; the exit status. Nothing that was said may be a traceback or a bug."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(LIMIT)
        self._listening.join(LIMIT)
        while not self._lines.empty():
            self.said.append(self._lines.get())
        told = "\n".join(self.said)
        assert "Traceback" not in told
        assert "error[bug]" not in told
        return status
