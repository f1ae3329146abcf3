"""Reading inputs, remembering results, and one builder at a time, on real files."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from headcount import disk


def lay(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def test_a_tree_is_the_inputs_and_nothing_else(tmp_path: Path) -> None:
    """Editors' leftovers, hidden files and what a build made are no inputs."""
    wanted = {"content/articles/a.md": "a", "data/site.yaml": "b", "assets/x/y.css": "c"}
    other = dict.fromkeys(
        (
            "content/articles/.a.md.swp",
            "content/articles/a.md~",
            "content/articles/4913",
            "content/#a.md#",
            "content/.hidden/b.md",
            "content/articles/a.md.tmp",
            "output/index.html",
            ".cache/x",
            "README.md",
        ),
        "no",
    )
    lay(tmp_path, {**wanted, **other})
    found = disk.read_tree(tmp_path)
    assert found == {name: text.encode() for name, text in wanted.items()}
    assert list(found) == sorted(found)


def test_links_are_never_followed(tmp_path: Path) -> None:
    """A link in a repository could publish any file of the machine that builds it."""
    lay(tmp_path, {"secret/key.md": "key", "content/articles/a.md": "a"})
    (tmp_path / "content/articles/b.md").symlink_to(tmp_path / "secret/key.md")
    (tmp_path / "content/pages").symlink_to(tmp_path / "secret")
    (tmp_path / "templates").symlink_to(tmp_path / "secret")
    assert disk.read_tree(tmp_path) == {"content/articles/a.md": b"a"}


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    """Reading it would wait for ever."""
    lay(tmp_path, {"content/a.md": "a"})
    os.mkfifo(tmp_path / "content/b.md")
    assert disk.read_tree(tmp_path) == {"content/a.md": b"a"}


def test_a_name_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    """Its path could be written in no page, so a person must rename it."""
    lay(tmp_path, {"content/a.md": "a"})
    path = os.fsencode(tmp_path / "content") + b"/caf\xe9.md"
    with open(path, "wb"):
        pass
    with pytest.raises(disk.Failed) as raised:
        disk.read_tree(tmp_path)
    assert [problem.message for problem in raised.value.problems] == ["its name is not UTF-8"]


def test_an_empty_root_is_an_empty_tree(tmp_path: Path) -> None:
    """A site that has no templates yet is a matter for the line, not for the disk."""
    assert disk.read_tree(tmp_path) == {}


def test_the_store_gives_back_what_it_got(tmp_path: Path) -> None:
    """Bytes of any kind, also after a new process opened the folder."""
    disk.FileStore(tmp_path / "memo").put("ab12", b"one\ntwo\0")
    assert disk.FileStore(tmp_path / "memo").get("ab12") == b"one\ntwo\0"
    assert disk.FileStore(tmp_path / "memo").get("ab13") is None


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64 + b"\nvalue", None])
def test_a_damaged_entry_is_a_miss(tmp_path: Path, damage: bytes | None) -> None:
    """A torn write must cost a recomputation, not a wrong page."""
    store = disk.FileStore(tmp_path)
    store.put("ab12", b"value")
    path = tmp_path / "ab" / "ab12"
    path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    assert store.get("ab12") is None


def test_a_sweep_leaves_what_was_used(tmp_path: Path) -> None:
    """The store stays the size of one build."""
    store = disk.FileStore(tmp_path)
    for key in ("ab1", "ab2", "cd3"):
        store.put(key, b"x")
    store.sweep({"ab2"})
    assert [store.get(key) for key in ("ab1", "ab2", "cd3")] == [None, b"x", None]
    store.clear()
    assert store.get("ab2") is None


def test_a_store_that_cannot_write_is_silent(tmp_path: Path) -> None:
    """A full disk costs the memory of a build, never the build."""
    (tmp_path / "file").write_text("")
    store = disk.FileStore(tmp_path / "file")
    store.put("ab1", b"x")
    store.sweep(frozenset())
    assert store.get("ab1") is None


def test_two_builders_take_turns(tmp_path: Path) -> None:
    """The second one waits until the first one has let go."""
    order: list[str] = []
    started = threading.Event()

    def second() -> None:
        started.set()
        with disk.locked(tmp_path):
            order.append("second")

    with disk.locked(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        assert started.wait(5)
        thread.join(0.05)
        order.append("first")
    thread.join(5)
    assert order == ["first", "second"]
