"""Writing what was built, so that a crash at any instant is finished or undone by the next build.

Everything new is first written to a staging folder beside its target. One rename of the journal is
the moment of decision: before it nothing has happened, after it everything will, if need be by
`recover` in the next process. `build.json` is moved last. Only files of the manifest in the last
`build.json` are ever removed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from headcount.disk import SYSTEM, Failed, System, because, failure

LEDGER = "build.json"
STAGE = ".headcount"
JOURNAL = "journal.json"
MACHINE = ("data/timeline", "data/redirects.yaml")
"""The only files outside the output that are ever written."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a publication did: paths from the root of the output, or from the project's."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


Journal = dict[str, list[list[str]]]
Move = tuple[str, str, bytes]
"""Name of a base, path from there, bytes to be."""


@dataclass(frozen=True, slots=True)
class Bases:
    """The two folders that paths of a journal start from."""

    output: Path
    root: Path

    def of(self, name: str) -> Path:
        return self.output if name == "output" else self.root

    def stage(self, name: str) -> Path:
        return (self.output if name == "output" else self.root / "data") / STAGE


def recover(output: Path, root: Path, system: System = SYSTEM) -> None:
    """Finishes a publication that was decided, and undoes one that wasn't.

    Raises Failed if the file system refuses.
    """
    bases = Bases(output, root)
    journal = bases.stage("output") / JOURNAL
    try:
        if journal.is_file():
            _finish(bases, json.loads(journal.read_bytes()), system)
        for name in ("output", "root"):
            if bases.stage(name).is_dir():
                system.clear(bases.stage(name))
    except OSError as error:
        raise _refused(error, output) from error
    except (ValueError, KeyError, TypeError) as error:
        raise failure(
            journal, "output", "is damaged", "remove its folder, and build again"
        ) from error


def publish(
    output: Path,
    outputs: Mapping[str, bytes],
    root: Path,
    machine: Mapping[str, bytes],
    system: System = SYSTEM,
) -> Changes:
    """Makes `output` hold `outputs`, and the machine's files below `root` be `machine`.

    Files whose bytes are the same are not touched. Raises Failed, with nothing changed, if the
    disk is full, if `output` holds files that no build has made, or a link stands in the way.
    """
    recover(output, root, system)
    if output.is_symlink():
        raise failure(output, "output", "is a symbolic link", "name a folder, or use --publish")
    old = _manifest(output)
    moves = [("output", path, data) for path, data in outputs.items() if path != LEDGER]
    moves += [("root", _machine(path), data) for path, data in machine.items()]
    moves += [("output", LEDGER, outputs[LEDGER])]
    stale = [("output", path) for path in sorted(old - set(outputs))]
    return _change(Bases(output, root), moves, stale, system)


def remember(
    output: Path, root: Path, machine: Mapping[str, bytes], system: System = SYSTEM
) -> Changes:
    """Makes the machine's files below `root` be `machine`, and leaves `output` as it is.

    The journal lies in `output` all the same, where the next build looks for it.
    """
    recover(output, root, system)
    moves = [("root", _machine(path), data) for path, data in machine.items()]
    return _change(Bases(output, root), moves, [], system)


def _change(
    bases: Bases, moves: list[Move], stale: list[tuple[str, str]], system: System
) -> Changes:
    """Does the moves that change something, and removes the stale files of the two folders."""
    changed = [move for move in moves if not _holds(bases.of(move[0]), move[1], move[2])]
    kept = {path for name, path, _ in moves if name == "root"}
    stale += [("root", path) for path in _remembered(bases.root) if path not in kept]
    stale = [(name, path) for name, path in stale if (bases.of(name) / path).is_file()]
    going = {bases.of(name) / path for name, path in stale}
    for name, path, _ in changed:
        _way(bases.of(name), path, going)
    if changed or stale:
        try:
            journal = _stage(bases, changed, stale, system)
        except OSError as error:
            for name in ("output", "root"):
                system.clear(bases.stage(name))
            raise _refused(error, bases.output) from error
        try:
            _finish(bases, journal, system)
        except OSError as error:
            raise _refused(error, bases.output) from error
    return Changes(
        tuple(path for _, path, _ in changed),
        tuple(path for _, path in stale),
        len(moves) - len(changed),
    )


def _stage(
    bases: Bases,
    changed: Iterable[Move],
    stale: Iterable[tuple[str, str]],
    system: System,
) -> Journal:
    """Writes all that is new beside its target, then decides by one rename."""
    moves = []
    for number, (name, path, data) in enumerate(changed):
        stage = bases.stage(name)
        if not stage.is_dir():
            system.make(stage)
        system.write(stage / str(number), data)
        moves.append([name, str(number), path])
    journal = {"moves": moves, "removes": [list(pair) for pair in stale]}
    for name in {name for name, _, _ in moves}:
        system.sync(bases.stage(name))
    stage = bases.stage("output")
    system.make(stage)
    system.write(stage / "decision", json.dumps(journal).encode())
    system.replace(stage / "decision", stage / JOURNAL)
    system.sync(stage)
    return journal


def _finish(bases: Bases, journal: Journal, system: System) -> None:
    """Does what the journal says; what has been done already is done."""
    touched = set()
    for name, path in journal["removes"]:
        target = bases.of(name) / _inside(path)
        if target.is_file() or target.is_symlink():
            system.remove(target)
        touched.add(target.parent)
        for folder in _parents(bases.of(name), path):
            system.prune(folder)
    for name, number, path in journal["moves"]:
        staged, target = bases.stage(name) / number, bases.of(name) / _inside(path)
        if staged.is_file():
            if not target.parent.is_dir():
                system.make(target.parent)
            system.replace(staged, target)
            touched.update((target.parent, *_parents(bases.of(name), path), bases.of(name)))
    system.settle(folder for folder in touched if folder.is_dir())
    system.remove(bases.stage("output") / JOURNAL)
    for name in ("output", "root"):
        system.prune(bases.stage(name))


def _manifest(output: Path) -> set[str]:
    """The files that the last build made; raises Failed for a folder that is somebody else's."""
    path = output / LEDGER
    try:
        names = set(json.loads(path.read_bytes())["files"])
        return {_inside(name) for name in names} | {LEDGER}
    except FileNotFoundError:
        pass
    except (ValueError, TypeError, KeyError, NotADirectoryError) as error:
        raise failure(path, "output", "is not a file that a build made", "remove it") from error
    for folder, _, files in os.walk(output):
        for name in files:
            raise failure(
                Path(folder) / name,
                "output",
                "was not made by a build, and a build would write around it",
                "choose an empty folder, or remove the file",
            )
    return set()


def _holds(base: Path, path: str, data: bytes) -> bool:
    """Whether the file already has these bytes; raises Failed if a link leads out of `base`."""
    target = base / _inside(path)
    for folder in _parents(base, path):
        if folder.is_symlink():
            raise failure(folder, "output", "is a symbolic link", "replace it by a folder")
    try:
        return not target.is_symlink() and target.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _way(base: Path, path: str, going: set[Path]) -> None:
    """Raises Failed if a file stands where a folder must be, or a folder where the file must."""
    for folder in _parents(base, path):
        if folder.exists() and not folder.is_dir() and folder not in going:
            raise failure(folder, "output", "is where a folder must be", "move it away")
    if (base / path).is_dir():
        for kept in (base / path).rglob("*"):
            if not kept.is_dir() and kept not in going:
                raise failure(kept, "output", f"is where {path} must be", "move it away")


def _parents(base: Path, path: str) -> list[Path]:
    """The folders between `base` and a path below it, innermost first."""
    return [base / parent for parent in PurePosixPath(path).parents if parent.parts]


def _inside(path: str) -> str:
    """The path itself; raises ValueError if it could lead out of its folder."""
    parts = path.split("/")
    if not path or any(part in ("", ".", "..") or "\0" in part for part in parts):
        raise ValueError(f"{path!r} is not a path below a folder")
    return path


def _machine(path: str) -> str:
    if path != MACHINE[1] and not path.startswith(f"{MACHINE[0]}/"):
        raise ValueError(f"{path} is written by people, never by a build")
    return path


def _remembered(root: Path) -> list[str]:
    """The machine's files as they lie there now."""
    found = sorted((root / MACHINE[0]).glob("*.yaml"))
    names = [path.relative_to(root).as_posix() for path in found if not path.is_symlink()]
    return [*names, MACHINE[1]]


def _refused(error: OSError, output: Path) -> Failed:
    where = error.filename or output
    return failure(
        where,
        "disk",
        f"can't be written: {because(error)}",
        "make room or allow writing, and build again; readers still have the last good site",
    )
