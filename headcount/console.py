"""What all commands share: printing to the terminal, and where a site goes."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from headcount import report
from headcount.disk import FileStore
from headcount.model import Place, Problem
from headcount.surroundings import HOME, Surroundings, of

if TYPE_CHECKING:
    from headcount.memo import Memo
    from headcount.pipeline import Build
    from headcount.press import Press

Files = Mapping[str, bytes]

CACHE = ".cache"
PACKAGE = Path(__file__).parent


def complain(problems: Iterable[Problem], format_: str) -> None:
    """Prints problems, sorted by file, to standard error."""
    sys.stderr.write(report.FORMATS[format_](problems))
    sys.stderr.flush()


def memory(root: Path) -> Memo:
    """What earlier builds of this project remember."""
    from headcount.memo import Memo

    return Memo(FileStore(root / CACHE / "memo"))


def press(root: Path, options: argparse.Namespace) -> Press:
    """Where this command's site goes, with what earlier builds remember."""
    from headcount.memo import Memo
    from headcount.press import Press

    store = FileStore(root / CACHE / "memo")
    output = root / "output" if options.output is None else options.output.absolute()
    link = None if options.publish is None else options.publish.absolute()
    return Press(root, output, Memo(store), store, link)


def surroundings(root: Path) -> Surroundings:
    """Where this process builds, by its environment; in a preview with what it is compared with."""
    around = of(os.environ)
    if not around.preview:
        return around
    from headcount.history import baseline

    base = baseline(root, around)
    return replace(around, since=base.name, committed=base.files)


def bug(error: Exception, root: Path) -> Problem:
    """What to tell about an exception that should not have come this far."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    last = (own or frames)[-1]
    try:
        kept = root / CACHE / "bug.txt"
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("".join(traceback.format_exception(error)), "utf-8")
        where = f"with {CACHE}/bug.txt, to whoever looks after headcount/"
    except OSError:
        where = "to whoever looks after headcount/"
    return Problem(
        Place(os.path.relpath(last.filename, PACKAGE.parent), last.lineno or 1),
        "bug",
        f"a bug in Headcount, not in what you wrote: {type(error).__name__}: {error}",
        f"report it {where}; nothing was published",
    )


def counted(things: Sequence[object], noun: str) -> str:
    """How many, in words: "1 file", "2 files"."""
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def summary(built: Build) -> str:
    """What was made, in one sentence."""
    line = built.timeline
    told = [event for event in line.events if not event.tombstone]
    pages = [path for path in built.outputs if path.endswith(".html")]
    made = f": {counted(pages, 'page')}" if pages else ""
    return (
        f"{counted(built.articles, 'article')}, {counted(told, 'event')}, "
        f"{counted(line.review, 'claim')} to review{made}"
    )


MOST = 12
"""Events that are told one by one; the data's own difference has the others."""


def returning(root: Path, files: Files, machine: Files) -> tuple[Problem, ...]:
    """Warnings about records, and files of them, that a build of `files` has made again, though
    somebody deleted them since the last commit."""
    from headcount import handedits, timeline
    from headcount.history import baseline

    if timeline.recorded(machine).keys() <= timeline.recorded(files).keys():
        return ()
    committed = baseline(root, HOME).files
    return (
        *handedits.returning(files, committed, machine),
        *handedits.lost(files, committed, machine),
    )


def effect(root: Path, machine: Files, around: Surroundings, commit: str = "") -> str:
    """What a build did to the timeline, since `commit` or the last; lines with their ends."""
    from headcount.difference import difference, lines, sentence
    from headcount.history import baseline

    base = baseline(root, around, commit)
    if base.reason:
        return f"What changed can't be told: {base.reason}.\n"
    found = difference(base.files, machine)
    told = [f"  {line}\n" for line in lines(found)]
    if len(told) > MOST:
        told[MOST:] = [f"  … and {len(told) - MOST:,} more; git diff data/ shows all\n"]
    return "".join((f"Since {base.name}: {sentence(found)}\n", *told))
