"""`build.py adopt`: what was written by hand into the timeline becomes decisions."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from headcount.console import CACHE, complain, counted, memory
from headcount.disk import create, locked, read_tree
from headcount.surroundings import HOME

if TYPE_CHECKING:
    from headcount.memo import Memo
    from headcount.model import Problem
    from headcount.pipeline import Build

NAME = "adopt"
HELP = "make decisions of what was written by hand into data/timeline/"

Files = Mapping[str, bytes]


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reason",
        metavar="TEXT",
        default="",
        help="why a claim is shown first, or how a relation is known; readers see it",
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes new decisions, or says what to write where; then the timeline is the build's again.

    All or nothing: while one change can't be decided, nothing is written. The altered files are
    kept below `.cache/adopted/`, and put right only when everything in them is decided.
    """
    with locked(root):
        return adopted(root, options.reason, options.format)


def adopted(root: Path, reason: str, format_: str) -> int:
    """The command, while nobody else builds."""
    from headcount import history, proposal, publish, timeline

    publish.recover(root / "output", root)
    files, committed = read_tree(root), history.baseline(root, HOME).files
    found = proposal.handmade(files, committed)
    if not found.files:
        print("Nothing in data/timeline/ was written by hand.")
        return 0
    memo = memory(root)
    sound = proposal.sound(files, committed, found.files)
    built, wrong = told(sound, memo)
    now = timeline.recorded(timeline.write(built.timeline))
    if wrong:
        complain(wrong, format_)
        print("Nothing was written; mend these first.")
        return 1
    made = proposal.proposal(found, sound, committed, built.timeline, built.articles, now, reason)
    later, wrong = told({**sound, **made.files}, memo)
    machine = timeline.write(later.timeline)
    problems = (*made.problems, *wrong)
    if not wrong:
        problems += tuple(proposal.unmoved(made, timeline.recorded(machine)))
    new = {path: data for path, data in made.files.items() if path not in files}
    if problems:
        complain(problems, format_)
        for path, data in new.items():
            print(f"{path} would be:\n{indented(data)}")
        print(f"Nothing was written: {counted(problems, 'change')} can't be decided so.")
        return 1
    for path, data in new.items():
        create(root, path, data)
        print(f"{path} is written:\n{indented(data)}")
    if made.paste:
        print("\n".join(made.paste))
        print("Then run build.py adopt again; until then the timeline stays as you left it.")
        return 1
    for path in found.files:
        print(f"{path} is the build's again; yours is kept as {keep(root, path, files[path])}")
    publish.remember(root / "output", root, machine)
    return 0


def told(files: Files, memo: Memo) -> tuple[Build, tuple[Problem, ...]]:
    """What these inputs make, and its errors without those about altered records."""
    from headcount import pipeline

    built = pipeline.build(files, memo)
    return built, tuple(problem for problem in built.errors if problem.code != "digest")


def keep(root: Path, path: str, data: bytes) -> str:
    """Puts an altered file aside, under a name that none has yet; says which."""
    name = Path(path)
    number = 1
    while (root / (kept := f"{CACHE}/adopted/{name.stem}-{number}{name.suffix}")).exists():
        number += 1
    create(root, kept, data)
    return kept


def indented(data: bytes) -> str:
    return "".join(f"    {line}\n" for line in data.decode().splitlines()).rstrip("\n")
