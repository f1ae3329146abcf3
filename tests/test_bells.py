"""Changes are found where the system tells of them, and where it no longer does or never did."""

from __future__ import annotations

import errno
import logging
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from headcount import bells
from headcount.bells import Doorbell, Rounds


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/a.md").write_text("one")
    return tmp_path


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def bell(root: Path, said: list[str]) -> Iterator[Doorbell]:
    one = Doorbell(root, said.append, seldom=0.05)
    quieten(one)
    yield one
    one.close()


def quieten(bell: Doorbell | Rounds) -> None:
    while bell.wait(0.05):
        pass


def heard(bell: Doorbell | Rounds) -> bool:
    """Whether it rings within ten seconds."""
    timer = threading.Timer(10, bell.close)
    timer.start()
    try:
        return bell.wait(None)
    finally:
        timer.cancel()


def deaf(bell: Doorbell, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the system tells nothing."""
    monkeypatch.setattr(bell, "heeds", lambda *_: False)


def test_a_change_without_an_event_is_found(
    root: Path, bell: Doorbell, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that got no watch, a queue that ran over, a drive that tells nothing."""
    deaf(bell, monkeypatch)
    (root / "content/articles/a.md").write_text("two")
    assert heard(bell)
    assert said == [bells.MISSED]
    quieten(bell)
    (root / "content/articles/b.md").write_text("new")
    assert heard(bell)
    assert said == [bells.MISSED]


def test_watches_that_run_out_later_are_told_and_replaced(
    root: Path, bell: Doorbell, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new folder of inputs must not end the watch because there is no watch for it."""

    def exhausted(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(bell._observer, "schedule", exhausted)
    (root / "templates").mkdir()
    assert heard(bell)
    quieten(bell)
    assert said == ["inotify watch limit reached"]
    (root / "templates/a.html").write_text("x")
    assert heard(bell)


def test_a_new_folder_that_gets_no_watch_is_seen(
    root: Path, bell: Doorbell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library passes over a sub-folder that it can't watch, and says nothing."""
    from watchdog.observers import inotify_c

    monkeypatch.setattr(inotify_c, "inotify_add_watch", lambda *_: -1)
    monkeypatch.setattr(inotify_c.ctypes, "get_errno", lambda: errno.ENOSPC)
    (root / "content/events").mkdir()
    assert heard(bell)
    quieten(bell)
    (root / "content/events/a.md").write_text("---\n")
    assert heard(bell)


@pytest.mark.parametrize("way", ["rename", "remove"])
def test_a_folder_that_goes_and_comes_back_still_rings(
    root: Path, bell: Doorbell, said: list[str], way: str
) -> None:
    """Its watches went with the old folder, however much the new one looks like it."""
    for text in ("two", "three"):
        if way == "rename":
            (root / "content").rename(root / "away")
            (root / "away").rename(root / "content")
        else:
            shutil.copytree(root / "content", root / "copy")
            shutil.rmtree(root / "content")
            (root / "copy").rename(root / "content")
        assert heard(bell)
        quieten(bell)
        (root / "content/articles/a.md").write_text(text)
        assert heard(bell)
        quieten(bell)
    assert said == []


def test_the_library_is_silent(bell: Doorbell, capsys: pytest.CaptureFixture[str]) -> None:
    """What it logs, tracebacks among it, is of no use to an editor."""
    try:
        raise OSError("lost")
    except OSError:
        logging.getLogger("watchdog.observers.inotify").exception("Unable to rebuild")
    assert capsys.readouterr().err == ""


def test_rounds_find_every_change(root: Path) -> None:
    """Also one that is written with the same size, and one that is moved away."""
    rounds = Rounds(root, 0.01)
    quieten(rounds)
    path = root / "content/articles/a.md"
    steps = (
        lambda: path.write_text("two"),
        lambda: path.write_text("TWO"),
        lambda: path.rename(root / "a.md"),
        lambda: (root / "content").rename(root / "away"),
    )
    for step in steps:
        step()
        assert rounds.wait(None)
        quieten(rounds)


def test_rounds_rest_while_nothing_changes(root: Path) -> None:
    """One look more for what was written in the same instant; then silence."""
    rounds = Rounds(root, 0.01)
    quieten(rounds)
    assert rounds.wait(None)
    threading.Timer(0.1, rounds.close).start()
    assert not rounds.wait(None)


def test_the_reason_is_told_where_there_are_no_events(
    root: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits a second for each save may want to know why."""
    from watchdog.observers import Observer

    def exhausted(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr(Observer, "schedule", exhausted)
    assert isinstance(bells.bell_for(root, said.append), Rounds)
    assert said == ["inotify instance limit reached"]
