"""Writing with the site in view: one build for each save, shown from memory, then written.

Ids count from the timeline that lay there when the watch began, not from half a sentence that was
saved on the way: so a word typed and taken back leaves no tombstone in `data/timeline/`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from headcount import generations, pipeline, publish, report
from headcount.checkout import Checkout
from headcount.disk import FOLDERS, Failed, FileStore, locked, read_tree
from headcount.memo import Memo
from headcount.model import Place, Problem
from headcount.serve import Board, Shown

Files = Mapping[str, bytes]
Say = Callable[[Iterable[Problem]], None]


def is_machine(path: str) -> bool:
    """Whether the build itself writes this input."""
    return path == publish.MACHINE[1] or path.startswith(f"{publish.MACHINE[0]}/")


@dataclass
class Press:
    """A root and where its site goes; what the builds of one process remember.

    `link`: publish a generation there instead of writing into `output`.
    """

    root: Path
    output: Path
    memo: Memo
    store: FileStore
    link: Path | None = None
    _base: dict[str, bytes] | None = field(default=None, init=False)
    _written: dict[str, bytes] | None = field(default=None, init=False)
    _last: dict[str, bytes] | None = field(default=None, init=False)
    _there: set[str] = field(default_factory=set, init=False)
    _told: tuple[Problem, ...] = field(default=(), init=False)

    def recover(self) -> None:
        """Finishes or undoes what a killed build had begun; before any input is read.

        Whoever calls this or `write` holds the lock on the root.
        """
        publish.recover(self.output, self.root)

    def write(self, build: pipeline.Build) -> publish.Changes:
        """Publishes a build without errors, the machine's files with it. Raises Failed."""
        if self.link is not None:
            generations.publish(self.link, build.outputs)
            changes = publish.remember(self.output, self.root, build.machine)
        else:
            changes = publish.publish(self.output, build.outputs, self.root, build.machine)
        self.store.sweep(self.memo.settle())
        return changes

    def inputs(self, files: Files) -> dict[str, bytes] | None:
        """What to build from these files; None if nothing but our own writing has changed.

        What somebody else wrote there becomes the base once it has been built: until then it can
        be taken back.
        """
        machine = _machine(files)
        if self._base is None:
            self._base = machine
        base = self._base if machine == self._written else machine
        human = {path: data for path, data in files.items() if not is_machine(path)}
        inputs = {**human, **base}
        if inputs == self._last:
            return None
        self._last = inputs
        return inputs

    def save(self, found: Files | tuple[Problem, ...], board: Board, say: Say) -> Outcome | None:
        """Takes one snapshot of the inputs to the browser; None if there was nothing to build.

        What is shown is not yet on the disk: `keep` it. No warning is said after each save again.
        """
        found = self.missing() or found
        if isinstance(found, tuple):
            self._last = None
            return _refuse(found, board, say)
        inputs = self.inputs(found)
        if inputs is None:
            return None
        build = pipeline.build(inputs, self.memo)
        if build.errors:
            return _refuse(build.problems, board, say)
        board.show(Shown(build.outputs, build_id(build.outputs)))
        say(problem for problem in build.problems if problem not in self._told)
        self._told = build.problems
        self._base = _machine(inputs)
        return Outcome(build, found)

    def keep(self, outcome: Outcome, say: Say) -> None:
        """Writes what is shown, unless somebody has meanwhile written the machine's files: theirs
        are the next snapshot, and another branch's ids must not be lost."""
        if outcome.build is None:
            return
        try:
            Checkout(self.root).wait()
            with locked(self.root):
                if _machine(read_tree(self.root, ("data",))) == _machine(outcome.found):
                    self.write(outcome.build)
                    self._written = dict(outcome.build.machine)
        except Failed as failed:
            say(failed.problems)

    def missing(self) -> tuple[Problem, ...]:
        """A problem for each folder of inputs that this watch has seen, and that has gone.

        Moved away for a moment, it would be taken for a site without articles, or without a past.
        """
        there = {name for name in FOLDERS if (self.root / name).is_dir()}
        self._there |= there
        remedy = "put it back; if it is meant to be gone, end the watch and start it again"
        return tuple(
            Problem(Place(name), "file", "this folder has gone", remedy)
            for name in sorted(self._there - there)
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a snapshot: a build that is shown, or the number of errors that forbid one."""

    build: pipeline.Build | None = None
    found: Files = field(default_factory=dict)
    errors: int = 0


def build_id(outputs: Files) -> str:
    """The id that a build has by its content."""
    return str(json.loads(outputs[publish.LEDGER])["build"])


def _machine(files: Files) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if is_machine(path)}


def _refuse(problems: Iterable[Problem], board: Board, say: Say) -> Outcome:
    errors = report.in_order(problem for problem in problems if problem.severity == "error")
    board.fail(tuple(map(report.text, errors)))
    say(problems)
    return Outcome(errors=len(errors))
