"""Killed at any instant, the next build is right: faults at every step, and real kills."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from headcount import generations, publish
from headcount.disk import MANY, SYSTEM, Failed, System

Files = dict[str, bytes]
ROOT = Path(__file__).parent.parent


def site(version: int, *names: str) -> Files:
    """A site of small files, with its ledger, as the line makes it."""
    files = {name: f"{name} {version}\n".encode() for name in names}
    ledger = {"build": f"{version:016x}", "files": dict.fromkeys(files, "")}
    return {**files, publish.LEDGER: json.dumps(ledger).encode()}


OLD = site(1, "index.html", "a/index.html", "b", "c/d/index.html", "same.txt")
NEW = site(2, "index.html", "a/index.html", "b/index.html", "e/f/index.html")
NEW["same.txt"] = OLD["same.txt"]
NEW[publish.LEDGER] = json.dumps({"build": "2", "files": dict.fromkeys(NEW, "")}).encode()
OLD_MACHINE = {"data/timeline/2023.yaml": b"old\n", "data/redirects.yaml": b"old\n"}
NEW_MACHINE = {"data/timeline/2024.yaml": b"new\n", "data/redirects.yaml": b"new\n"}


def tree(folder: Path) -> Files:
    """Every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def put_old(root: Path) -> None:
    (root / "data").mkdir(parents=True)
    (root / "data/site.yaml").write_bytes(b"title: x\n")
    publish.publish(root / "output", OLD, root, OLD_MACHINE)


def put_new(root: Path, system: System = SYSTEM) -> publish.Changes:
    return publish.publish(root / "output", NEW, root, NEW_MACHINE, system)


class Killed(BaseException):
    """The process is gone: nothing may catch this."""


class Faulty(System):
    """Fails at its n-th operation; a write then leaves half of its bytes."""

    def __init__(self, steps: int, fault: Callable[[], BaseException]) -> None:
        self.steps = steps
        self.fault = fault

    def _step(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise self.fault()

    def write(self, path: Path, data: bytes) -> None:
        try:
            self._step()
        except BaseException:
            path.write_bytes(data[: len(data) // 2])
            raise
        super().write(path, data)

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._step()
        super().remove(path)

    def make(self, folder: Path) -> None:
        self._step()
        super().make(folder)

    def prune(self, folder: Path) -> None:
        self._step()
        super().prune(folder)

    def sync(self, folder: Path) -> None:
        self._step()
        super().sync(folder)

    def link(self, target: str, path: Path) -> None:
        self._step()
        super().link(target, path)


STEPS = 60


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_kill_at_any_step_is_mended_by_the_next_build(tmp_path: Path, steps: int) -> None:
    """Before the next build every file is whole, and after it the site is exactly the new one."""
    put_old(tmp_path)
    try:
        put_new(tmp_path, Faulty(steps, Killed))
        assert steps > 20, "the faults must reach into the publication"
    except Killed:
        whole = {*OLD.values(), *NEW.values(), *OLD_MACHINE.values(), *NEW_MACHINE.values()}
        for folder in ("output", "data"):
            for name, data in tree(tmp_path / folder).items():
                assert data in whole or name.startswith(publish.STAGE) or name == "site.yaml"
    put_new(tmp_path)
    assert tree(tmp_path / "output") == NEW
    assert tree(tmp_path / "data") == {
        "site.yaml": b"title: x\n",
        **{name.removeprefix("data/"): data for name, data in NEW_MACHINE.items()},
    }


@pytest.mark.parametrize("steps", range(STEPS))
def test_recovery_gives_the_old_site_or_the_new_one(tmp_path: Path, steps: int) -> None:
    """There is one moment of decision, also for a recovery that is killed in its turn."""
    put_old(tmp_path)
    try:
        put_new(tmp_path, Faulty(steps, Killed))
    except Killed:
        for more in range(STEPS):
            try:
                publish.recover(tmp_path / "output", tmp_path, Faulty(more, Killed))
                break
            except Killed:
                continue
    assert (tree(tmp_path / "output"), tree(tmp_path / "data/timeline")) in (
        (OLD, {"2023.yaml": b"old\n"}),
        (NEW, {"2024.yaml": b"new\n"}),
    )


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_full_disk_is_a_problem_and_leaves_no_half(tmp_path: Path, steps: int) -> None:
    """The message tells what to do, and the next build with room is right."""
    put_old(tmp_path)
    fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path / "output/x"))
    messages = ["no space left on device"]
    try:
        put_new(tmp_path, Faulty(steps, lambda: fault))
    except Failed as failed:
        messages = [problem.message for problem in failed.problems]
    assert "no space left on device" in messages[0]
    put_new(tmp_path)
    assert tree(tmp_path / "output") == NEW


CHILD = """
import sys
import threading
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
import test_publish as t
from headcount import publish
root = Path({folder!r})
print("ready", flush=True)
while True:
    publish.publish(root / "output", t.OLD, root, t.OLD_MACHINE)
    t.put_new(root)
"""


def test_a_real_kill_at_a_random_instant_is_mended(tmp_path: Path) -> None:
    """SIGKILL asks nobody, and what a process had open is simply gone."""
    put_old(tmp_path)
    text = CHILD.format(root=str(ROOT), tests=str(ROOT / "tests"), folder=str(tmp_path))
    chance = random.Random(7)
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", text], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(chance.uniform(0.0, 0.15))
        child.send_signal(signal.SIGKILL)
        child.wait(10)
        child.stdout.close()
        publish.recover(tmp_path / "output", tmp_path)
        assert tree(tmp_path / "output") in (OLD, NEW)
        put_new(tmp_path)
        assert tree(tmp_path / "output") == NEW


def test_what_is_the_same_is_not_touched(tmp_path: Path) -> None:
    """A web server or a backup sees only real changes."""
    put_old(tmp_path)
    before = (tmp_path / "output/same.txt").stat()
    changes = put_new(tmp_path)
    after = (tmp_path / "output/same.txt").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert changes.unchanged == 1
    assert changes.removed == ("b", "c/d/index.html", "data/timeline/2023.yaml")
    assert put_new(tmp_path) == publish.Changes((), (), len(NEW) + len(NEW_MACHINE))


def test_a_site_of_many_folders_is_written_whole(tmp_path: Path) -> None:
    """Above some number of folders they are made safe in another way."""
    many = site(3, *(f"events/{number}/index.html" for number in range(MANY + 5)))
    (tmp_path / "data").mkdir()
    publish.publish(tmp_path / "output", many, tmp_path, {})
    generations.publish(tmp_path / "www", many)
    assert tree(tmp_path / "output") == tree(tmp_path / "www") == many


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    """`--output ~/Documents` must not become a website, nor lose a file."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output/thesis.txt").write_text("years of work")
    with pytest.raises(Failed, match="not made by a build"):
        put_new(tmp_path)
    assert tree(tmp_path / "output") == {"thesis.txt": b"years of work"}


def test_a_file_that_somebody_added_stays(tmp_path: Path) -> None:
    """Only what the last build listed as its own is ever removed."""
    put_old(tmp_path)
    (tmp_path / "output/CNAME").write_text("example.org")
    (tmp_path / "output/c/d/note.txt").write_text("mine")
    put_new(tmp_path)
    assert tree(tmp_path / "output") == {
        **NEW,
        "CNAME": b"example.org",
        "c/d/note.txt": b"mine",
    }


@pytest.mark.parametrize(
    "make",
    [
        lambda output: (output / "e").write_text("a file where a folder must be"),
        lambda output: (
            (output / "index.html").unlink()
            or (output / "index.html/x").mkdir(parents=True)
            or (output / "index.html/x/y").write_text("a folder where a file must be")
        ),
        lambda output: (output / "e").symlink_to(output.parent / "data"),
    ],
    ids=["file", "folder", "link"],
)
def test_what_stands_in_the_way_is_named_before_anything_happens(
    tmp_path: Path, make: Callable[[Path], object]
) -> None:
    """A publication that can't be finished must never be decided."""
    put_old(tmp_path)
    make(tmp_path / "output")
    before = tree(tmp_path)
    with pytest.raises(Failed):
        put_new(tmp_path)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("path", ["content/events/x.md", "data/site.yaml", "data/timeline"])
def test_a_human_file_is_never_written(tmp_path: Path, path: str) -> None:
    """A stage that hands one over has a bug, and must not win."""
    with pytest.raises((ValueError, Failed)):
        publish.publish(tmp_path / "output", NEW, tmp_path, {path: b"x", "data/timeline/a": b""})
    assert not (tmp_path / path).is_file()


@pytest.mark.parametrize("path", ["../x", "/x", "a//b", "a/../../x", "./x", "", "a\0b"])
def test_no_path_leads_out_of_the_output(tmp_path: Path, path: str) -> None:
    """Ids come from file names, and a manifest can be altered by hand."""
    with pytest.raises(ValueError, match="not a path below"):
        publish.publish(tmp_path / "output", {**NEW, path: b"x"}, tmp_path, {})
    put_new(tmp_path)
    ledger = json.loads(NEW[publish.LEDGER])
    ledger["files"] = {path: ""}
    (tmp_path / "output" / publish.LEDGER).write_text(json.dumps(ledger))
    (tmp_path / "x").write_text("x")
    with pytest.raises(Failed, match="not a file that a build made"):
        put_new(tmp_path)
    assert (tmp_path / "x").read_text() == "x"


def test_a_generation_is_switched_in_one_step(tmp_path: Path) -> None:
    """Readers of the old site keep it; the one before that goes."""
    link = tmp_path / "site"
    folders = [generations.publish(link, site(number, "index.html")) for number in (1, 2, 3)]
    assert link.is_symlink()
    assert tree(link) == site(3, "index.html")
    assert [folder.is_dir() for folder in folders] == [False, True, True]
    assert generations.publish(link, site(2, "index.html")) == folders[1]
    assert tree(link) == site(2, "index.html")


@pytest.mark.parametrize("steps", range(24))
def test_a_killed_switch_leaves_one_whole_site(tmp_path: Path, steps: int) -> None:
    """At every instant the link leads to all of the old site or all of the new one."""
    link = tmp_path / "site"
    first, second, third = (site(number, "index.html", "a/b.html") for number in (1, 2, 3))
    generations.publish(link, first)
    generations.publish(link, second)
    try:
        generations.publish(link, third, Faulty(steps, Killed))
        assert steps > 10, "the faults must reach into the publication"
    except Killed:
        assert tree(link) in (second, third)
    generations.publish(link, third)
    assert tree(link) == third


def test_a_published_site_never_replaces_a_folder_of_files(tmp_path: Path) -> None:
    """A folder can't be switched in one step, and these files are somebody's."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("x")
    with pytest.raises(Failed, match="in the way"):
        generations.publish(tmp_path / "site", NEW)
    assert tree(tmp_path / "site") == {"old.html": b"x"}
    (tmp_path / "site/old.html").unlink()
    generations.publish(tmp_path / "site", NEW)
    assert tree(tmp_path / "site") == NEW


def test_the_output_is_never_a_published_generation(tmp_path: Path) -> None:
    """Building into the link would change the site under its readers."""
    generations.publish(tmp_path / "output", OLD)
    with pytest.raises(Failed, match="symbolic link"):
        put_new(tmp_path)


def test_readers_never_see_a_gap_or_two_builds(tmp_path: Path) -> None:
    """Whoever opens the site gets one whole generation, however often it is switched."""
    link = tmp_path / "site"
    versions = [site(number, "index.html", "a.html") for number in (1, 2, 3)]
    generations.publish(link, versions[0])
    stop = threading.Event()
    wrong: list[object] = []
    reads = 0

    def read() -> None:
        nonlocal reads
        while not stop.is_set():
            try:
                (link / "index.html").read_bytes()
                folder = os.open(link, os.O_RDONLY | os.O_DIRECTORY)
            except OSError as error:
                wrong.append(error)
                continue
            parts = {words(folder, name) for name in ("index.html", "a.html")} - {None}
            os.close(folder)
            if len(parts) > 1:
                wrong.append(parts)
            reads += 1

    def words(folder: int, name: str) -> bytes | None:
        """The version of a file; None if two switches have passed since the folder was opened."""
        try:
            file = os.open(name, os.O_RDONLY, dir_fd=folder)
        except FileNotFoundError:
            return None
        try:
            return os.read(file, 99).split()[-1]
        finally:
            os.close(file)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(45):
            generations.publish(link, versions[number % 3])
    finally:
        stop.set()
        reader.join(10)
    assert not wrong
    assert reads > 10


def test_building_again_and_again_leaks_nothing(tmp_path: Path) -> None:
    """A watch may run for days: no descriptor may stay open, no file may be left over."""
    put_old(tmp_path)
    put_new(tmp_path)
    before = len(os.listdir("/dev/fd"))
    for _ in range(20):
        publish.publish(tmp_path / "output", OLD, tmp_path, OLD_MACHINE)
        put_new(tmp_path)
    assert len(os.listdir("/dev/fd")) == before
    assert tree(tmp_path / "output") == NEW
