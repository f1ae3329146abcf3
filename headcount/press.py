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
from headcount.disk import Failed, FileStore, locked
from headcount.memo import Memo
from headcount.model import Problem
from headcount.serve import Board, Shown
from headcount.watch import Snapshot

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
        machine = {path: data for path, data in files.items() if is_machine(path)}
        if self._base is None:
            self._base = machine
        base = self._base if machine == self._written else machine
        human = {path: data for path, data in files.items() if not is_machine(path)}
        inputs = {**human, **base}
        if inputs == self._last:
            return None
        self._last = inputs
        return inputs

    def save(self, found: Snapshot, board: Board, say: Say) -> None:
        """Takes one snapshot of the inputs to the browser, and then to the disk."""
        if isinstance(found, tuple):
            self._last = None
            _refuse(found, board, say)
            return
        inputs = self.inputs(found)
        if inputs is None:
            return
        build = pipeline.build(inputs, self.memo)
        if build.errors:
            _refuse(build.problems, board, say)
            return
        board.show(Shown(build.outputs, build_id(build.outputs)))
        say(build.problems)
        self._base = {path: data for path, data in inputs.items() if is_machine(path)}
        self._written = dict(build.machine)
        try:
            with locked(self.root):
                self.write(build)
        except Failed as failed:
            say(failed.problems)


def build_id(outputs: Files) -> str:
    """The id that a build has by its content."""
    return str(json.loads(outputs[publish.LEDGER])["build"])


def _refuse(problems: Iterable[Problem], board: Board, say: Say) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    board.fail(tuple(report.text(problem) for problem in report.in_order(errors)))
    say(problems)
