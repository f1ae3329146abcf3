"""An editor's clone and the bare repository that it is pushed to, with a small site in both."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import sites
from test_pipeline import small

HOOK = sites.ROOT / "deploy/post-receive"
PROGRAM = ("headcount", "build.py", "requirements.txt", ".gitignore")
QUAY = "content/articles/quay-2025.md"
MARINER = """---
publisher: The Mariner
title: Tallow Brothers shuts a rope walk
published: {published}
---
Tallow Brothers will cut {jobs} jobs at its rope walk in September 2025, it said.
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """An editor's clone, the bare repository that it is pushed to, and where its site goes."""

    clone: Path
    bare: Path
    site: Path

    def git(self, *words: str, at: Path | None = None) -> str:
        """What git prints, on both streams; fails with it."""
        return self.run(*words, at=at, check=True).stdout

    def run(
        self, *words: str, at: Path | None = None, check: bool = False
    ) -> subprocess.CompletedProcess[str]:
        names = ("user.name=Ann Lee", "user.email=ann@press.example", "gc.auto=0")
        settings = [word for name in names for word in ("-c", name)]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *settings, *words],
            cwd=at or self.clone,
            env={**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0 or not check, done.stdout
        return done

    def write(self, path: str, text: str) -> None:
        (self.clone / path).parent.mkdir(parents=True, exist_ok=True)
        (self.clone / path).write_text(text, "utf-8")

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Report")

    def push(self, *words: str) -> str:
        """All that the push prints."""
        return self.git("push", "live", *(words or ("+main",)))

    def events(self) -> list[str]:
        """The events that readers find."""
        return sorted(path.name for path in (self.site / "events").iterdir() if path.is_dir())


def desk_at(folder: Path) -> Desk:
    """A desk in a new folder: everything committed, nothing pushed."""
    desk = Desk(folder / "clone", folder / "live.git", folder / "www/site")
    desk.clone.mkdir(parents=True)
    for name in PROGRAM:
        source = sites.ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, desk.clone / name)
    for path, data in small().items():
        (desk.clone / path).parent.mkdir(parents=True, exist_ok=True)
        (desk.clone / path).write_bytes(data)
    desk.site.parent.mkdir()
    desk.git("init", "--quiet", "--bare", "--initial-branch", "main", str(desk.bare), at=folder)
    shutil.copy(HOOK, desk.bare / "hooks/post-receive")
    desk.git("config", "headcount.publish", str(desk.site), at=desk.bare)
    desk.git("config", "headcount.python", sys.executable, at=desk.bare)
    desk.git("init", "--quiet", "--initial-branch", "main")
    desk.git("remote", "add", "live", str(desk.bare))
    desk.commit()
    desk.git("tag", "first")
    return desk
