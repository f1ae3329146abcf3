"""Files: the inputs below a root, the store of remembered results, one builder at a time, and the
operations that change anything.

Symbolic links are never followed. Whatever goes wrong with a file that a person can mend is
raised as `Failed`, which carries problems.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path

from headcount.model import Place, Problem

FOLDERS = ("assets", "content", "data", "templates")
"""What a build reads. A site without one of them builds without it."""

TEMPORARY = re.compile(r"\..*|.*~|#.*#|.*\.sw[a-z]|4913|.*\.tmp|.*___jb_(?:tmp|old)___|Thumbs\.db")
"""Names that editors and desktops leave for a moment, and hidden files."""


class Failed(Exception):
    """The file system refused; `problems` say what a person can do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.message for problem in problems))
        self.problems = problems


def failure(path: str | Path, code: str, message: str, remedy: str) -> Failed:
    """A failure with one problem about one file."""
    return Failed(Problem(Place(str(path)), code, message, remedy))


def because(error: OSError) -> str:
    """The system's own reason, in its words, in lower case."""
    return (error.strerror or str(error)).lower()


def read_tree(root: Path, folders: Iterable[str] = FOLDERS) -> dict[str, bytes]:
    """Every input below `root`, by its path from there, sorted.

    Hidden and temporary files and symbolic links are left out. Raises Failed, with a problem for
    each file that can't be read or whose name is not UTF-8.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in _walk(root / folder):
            name = path.relative_to(root).as_posix()
            try:
                name.encode()
                files[name] = path.read_bytes()
            except UnicodeEncodeError:
                shown = os.fsencode(name).decode("utf-8", "replace")
                problems.append(
                    Problem(Place(shown), "file", "its name is not UTF-8", "rename the file")
                )
            except FileNotFoundError:
                continue
            except OSError as error:
                problems.append(
                    Problem(
                        Place(name), "file", f"can't be read: {because(error)}", "make it readable"
                    )
                )
    if problems:
        raise Failed(*problems)
    return files


def looked(root: Path) -> tuple[object, ...]:
    """What the system says of every input without reading it: the same until one is written."""
    try:
        return tuple(_dated(path) for folder in FOLDERS for path in _walk(root / folder))
    except Failed as failed:
        return failed.problems


def _dated(path: Path) -> tuple[object, ...]:
    try:
        found = path.lstat()
    except OSError:
        return (path,)
    return (path, found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def _walk(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise failure(
            folder.name, "file", f"can't be listed: {because(error)}", "make it readable"
        ) from error
    for entry in entries:
        if TEMPORARY.fullmatch(entry.name) or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds `folder` alone among all builders, waiting for whoever holds it.

    The lock is on the folder itself, so no lock file can be left behind; it ends with the process.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def create(root: Path, name: str, data: bytes) -> None:
    """Makes one new file below `root`, whole or not at all; never in the place of another.

    Raises Failed if there is one already or the system refuses.
    """
    path = root / name
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        SYSTEM.make(path.parent)
        SYSTEM.write(temporary, data)
        os.link(temporary, path)
        SYSTEM.sync(path.parent)
    except FileExistsError as error:
        raise failure(name, "file", "is there already", "choose another name") from error
    except OSError as error:
        message = f"can't be written: {because(error)}"
        raise failure(name, "file", message, "see that the folder can be written to") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


class FileStore:
    """Remembered results below a folder, which may be deleted at any time.

    An entry is the SHA-256 of its bytes in hexadecimal, a line end, and the bytes; an entry that
    doesn't match is a miss. A full or read-only disk costs the memory, never the build.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        try:
            head, _, data = self._path(key).read_bytes().partition(b"\n")
        except OSError:
            return None
        return data if head == _seal(data) else None

    def put(self, key: str, value: bytes) -> None:
        path = self._path(key)
        temporary = path.with_name(f".{key}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_seal(value) + b"\n" + value)
            os.replace(temporary, path)

    def sweep(self, used: Set[str]) -> None:
        """Removes every entry but the used ones, so that the store stays the size of one build."""
        with suppress(OSError):
            for folder in list(os.scandir(self._folder)):
                for entry in list(os.scandir(folder.path)):
                    if entry.name not in used:
                        os.unlink(entry.path)

    def clear(self) -> None:
        """Removes everything."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def _seal(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


MANY = 64
"""Folders from which on one sync of everything is cheaper than one of each."""


class System:
    """The few operations that change anything; a test puts its own faults in between."""

    def write(self, path: Path, data: bytes) -> None:
        """Makes a new file whose bytes are on the disk when this returns."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(path, flags, 0o644)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        os.replace(source, target)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def make(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)

    def prune(self, folder: Path) -> None:
        """Removes a folder that has become empty; any other stays."""
        try:
            folder.rmdir()
        except OSError:
            return

    def sync(self, folder: Path) -> None:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def settle(self, folders: Iterable[Path]) -> None:
        """Every rename in these folders is on the disk when this returns.

        A whole new site has thousands of them: then Linux, whose sync waits, does it at once.
        """
        found = sorted(folders)
        if len(found) > MANY and sys.platform == "linux":
            os.sync()
        else:
            for folder in found:
                self.sync(folder)

    def link(self, target: str, path: Path) -> None:
        os.symlink(target, path)

    def clear(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)


SYSTEM = System()
