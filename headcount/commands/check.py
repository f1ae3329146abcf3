"""`build.py check`: every problem and every claim that waits for an editor."""

from __future__ import annotations

import argparse
from pathlib import Path

from headcount.console import complain, effect, memory, returning, summary, surroundings
from headcount.disk import read_tree

NAME = "check"
HELP = "list problems and reviews; write nothing"


def options(parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Lists problems and claims that wait for an editor; writes nothing but the memory."""
    from headcount import pipeline, repeats
    from headcount.reviews import reviews

    files, memo = read_tree(root), memory(root)
    built = pipeline.build(files, memo)
    sure = pipeline.confirmed(files, memo) if built.timeline.review else built.timeline
    waiting = reviews(built.timeline, sure, built.articles, files)
    again = returning(root, files, built.machine)
    complain((*built.problems, *waiting, *repeats.echoes(built.articles), *again), options.format)
    if not built.errors:
        print(f"No errors. {summary(built)}")
        print(effect(root, built.machine, surroundings(root)), end="")
    return 1 if built.errors else 0
