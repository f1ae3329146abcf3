"""One save, one snapshot: with a bell that the test rings, and with the system's own."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from headcount import bells, watch
from headcount.bells import Bell, Doorbell, Rounds
from headcount.model import Problem
from headcount.watch import fingerprint, snapshots

Found = Mapping[str, bytes] | tuple[Problem, ...]


class Hand:
    """A bell that is rung by hand; once it has nobody left to ring it, the watch is over."""

    def __init__(self, *rings: object) -> None:
        self.rings = list(rings)
        self.over = False
        self.waits = 0

    def wait(self, seconds: float | None) -> bool:
        """A step is done before the bell rings; a quiet wait hears nothing."""
        if seconds is not None:
            return False
        self.waits += 1
        if not self.rings:
            self.over = True
            return False
        step = self.rings.pop(0)
        if callable(step):
            step()
        return True

    def close(self) -> None:
        self.over = True


def seen(root: Path, *steps: object) -> list[Found]:
    hand = Hand(*steps)
    return [one.found for one in snapshots(root, hand, lambda: hand.over)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/articles/a.md").write_text("one")
    return tmp_path


def write(path: Path, text: str) -> object:
    return lambda: path.write_text(text)


def test_the_first_snapshot_comes_at_once(root: Path) -> None:
    """A watch begins with a build."""
    assert seen(root) == [{"content/articles/a.md": b"one"}]


def test_a_ring_without_a_change_gives_nothing(root: Path) -> None:
    """Reading files, touching them, or saving the same text is no reason to build."""
    path = root / "content/articles/a.md"
    assert len(seen(root, None, lambda: os.utime(path, (1, 1)), write(path, "one"))) == 1


def test_each_change_gives_one_snapshot(root: Path) -> None:
    """Edits, new files and removed files alike."""
    path = root / "content/articles/a.md"
    new = root / "templates/home.html"
    found = seen(
        root,
        write(path, "two"),
        None,
        lambda: new.parent.mkdir(),
        write(new, "x"),
        lambda: path.unlink(),
    )
    assert found == [
        {"content/articles/a.md": b"one"},
        {"content/articles/a.md": b"two"},
        {"content/articles/a.md": b"two", "templates/home.html": b"x"},
        {"templates/home.html": b"x"},
    ]


def test_an_unreadable_tree_is_told_and_then_mended(root: Path) -> None:
    """The watch goes on, so that mending the file is enough."""
    bad = os.fsencode(root / "content") + b"/\xff.md"

    def spoil() -> None:
        with open(bad, "wb"):
            pass

    found = seen(root, spoil, lambda: os.unlink(bad))
    assert [isinstance(item, Mapping) for item in found] == [True, False, True]
    assert found[0] == found[2]


def test_a_snapshot_names_what_has_changed(root: Path) -> None:
    """The terminal says which file was rebuilt, and since when it waited."""
    new, old = root / "content/articles/b.md", root / "content/articles/a.md"
    hand = Hand(write(new, "x"), lambda: old.rename(root / "content/articles/c.md"))
    found = list(snapshots(root, hand, lambda: hand.over))
    a, b, c = (f"content/articles/{name}.md" for name in "abc")
    assert [one.changed for one in found] == [(a,), (b,), (a, c)]
    assert [one.began for one in found] == sorted(one.began for one in found)


@pytest.mark.parametrize("how", ["emptied", "gone"])
def test_a_file_that_is_being_saved_is_waited_for(root: Path, how: str) -> None:
    """Some programs empty it first, or move it away, and write after a while."""
    path = root / "content/articles/a.md"

    class Slow(Hand):
        def wait(self, seconds: float | None) -> bool:
            if seconds == watch.LONGER:
                path.write_text("two")
            return super().wait(seconds)

    slow = Slow(write(path, "") if how == "emptied" else path.unlink)
    found = [one.found for one in snapshots(root, slow, lambda: slow.over)]
    assert found == [{"content/articles/a.md": b"one"}, {"content/articles/a.md": b"two"}]


def test_a_save_of_many_events_is_waited_for() -> None:
    """Up to twenty events belong to one save."""

    class Busy(Hand):
        def wait(self, seconds: float | None) -> bool:
            self.waits += 1
            return self.waits < 20

    busy = Busy()
    watch.settle(busy, quiet=0.05, patience=60)
    assert busy.waits == 20


def test_a_save_that_never_ends_is_read_all_the_same() -> None:
    """A program that writes a log into the folder must not stop the watch for ever."""

    class Endless(Hand):
        def wait(self, seconds: float | None) -> bool:
            self.waits += 1
            return True

    endless = Endless()
    watch.settle(endless, patience=0.01)
    assert endless.waits > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": b"bc"}, {"ab": b"c"}),
        ({"a": b"", "b": b""}, {"a": b"b"}),
        ({"a": b"1"}, {"a": b"2"}),
        ({}, {"a": b""}),
    ],
)
def test_different_trees_have_different_fingerprints(
    one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    """A path that runs into its content must not hide a change."""
    assert fingerprint(one) != fingerprint(other)


class Listening:
    """Snapshots of a real folder under a real bell, taken in a thread."""

    def __init__(self, root: Path, bell: Bell) -> None:
        self.bell = bell
        self.closed = False
        self.found: queue.Queue[Found] = queue.Queue()
        self.thread = threading.Thread(target=self._listen, args=(root,))
        self.thread.start()

    def _listen(self, root: Path) -> None:
        for item in snapshots(root, self.bell, lambda: self.closed):
            self.found.put(item.found)

    def next(self) -> Found:
        return self.found.get(timeout=10)

    def end(self) -> None:
        self.closed = True
        self.bell.close()
        self.thread.join(10)
        assert not self.thread.is_alive()


@pytest.fixture(params=["doorbell", "rounds"])
def listening(root: Path, request: pytest.FixtureRequest) -> Iterator[Listening]:
    bell = Doorbell(root) if request.param == "doorbell" else Rounds(root, 0.02)
    listener = Listening(root, bell)
    yield listener
    listener.end()


def test_a_real_save_gives_one_real_snapshot(root: Path, listening: Listening) -> None:
    """Written through a temporary file and a rename, as editors save."""
    listening.next()
    for number in range(5):
        temporary = root / "content/articles/.a.md.swp"
        temporary.write_text(str(number))
        temporary.replace(root / "content/articles/a.md")
        assert listening.next() == {"content/articles/a.md": str(number).encode()}
    assert listening.found.empty()


def test_a_folder_that_comes_later_is_watched(root: Path, listening: Listening) -> None:
    """A first template needs no restart; nor does a folder that was moved away and back."""
    listening.next()
    for text in ("x", "y"):
        (root / "templates").mkdir()
        (root / "templates/a.html").write_text(text)
        while listening.next() != {
            "content/articles/a.md": b"one",
            "templates/a.html": text.encode(),
        }:
            pass
        (root / "templates").rename(root / f"away-{text}")
        while listening.next() != {"content/articles/a.md": b"one"}:
            pass


@pytest.mark.parametrize(
    ("kind", "path", "heeded"),
    [
        ("modified", "content/articles/a.md", True),
        ("moved", "assets/x.css", True),
        ("created", "templates", True),
        ("opened", "content/articles/a.md", False),
        ("closed_no_write", "content/articles/a.md", False),
        ("modified", "output/index.html", False),
        ("modified", ".cache/memo", False),
        ("modified", "content/articles/a.md~", False),
        ("created", "content/articles/4913", False),
        ("modified", "data/.headcount/0", False),
        ("modified", "README.md", False),
    ],
)
def test_the_doorbell_heeds_inputs_only(root: Path, kind: str, path: str, heeded: bool) -> None:
    """A build's own writing and reading must not ring for the next build."""
    bell = Doorbell(root)
    try:
        assert bell.heeds(kind, str(root / path)) is heeded
    finally:
        bell.close()


def test_without_watches_somebody_goes_round(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has run out of watches rebuilds a second later, not never."""
    from watchdog.observers import Observer

    def exhausted(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "schedule", exhausted)
    assert isinstance(bells.bell_for(root), Rounds)
