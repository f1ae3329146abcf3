"""While git changes the working tree, nothing is read from it and nothing written into it."""

from __future__ import annotations

import subprocess
import threading
import time
from pathlib import Path

import pytest

from headcount.checkout import Checkout, lock


@pytest.fixture
def held(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    path = tmp_path / ".git/index.lock"
    path.touch()
    return path


def test_a_checkout_is_waited_for(tmp_path: Path, held: Path) -> None:
    """Half a branch is no state to build from."""
    thread = threading.Thread(target=Checkout(tmp_path).wait)
    thread.start()
    thread.join(0.1)
    assert thread.is_alive()
    held.unlink()
    thread.join(5)
    assert not thread.is_alive()


def test_a_lock_left_behind_is_waited_for_once(tmp_path: Path, held: Path) -> None:
    """A git that was killed must not slow down every save that follows."""
    git = Checkout(tmp_path)
    git.wait(patience=0.01)
    began = time.monotonic()
    git.wait()
    assert time.monotonic() - began < 5


def test_the_lock_is_where_git_puts_it(tmp_path: Path) -> None:
    """In a repository, in a folder of one, and in a second working tree."""
    home, second = tmp_path / "home", tmp_path / "second"
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@a.example", "-C", str(home))
    subprocess.run(["git", "init", "--quiet", str(home)], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "-m", "x"], check=True)
    subprocess.run([*git, "worktree", "add", "--quiet", str(second)], check=True)
    for place in (home, second):
        told = subprocess.run(
            ["git", "-C", str(place), "rev-parse", "--path-format=absolute", "--git-path", "index"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert str((lock(place / "site") or Path()).resolve()) == f"{told.stdout.strip()}.lock"


def test_without_git_nothing_is_waited_for(tmp_path: Path) -> None:
    """Not everybody uses it."""
    Checkout(tmp_path).wait()
