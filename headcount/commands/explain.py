"""`build.py explain ID`: where a claim or an event comes from, on one screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from headcount.console import complain, memory
from headcount.disk import read_tree

NAME = "explain"
HELP = "tell where a claim or an event comes from"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the id of a claim (c-…) or of an event")


def run(root: Path, options: argparse.Namespace) -> int:
    """Prints where a claim or an event comes from."""
    from headcount import account, pipeline

    built = pipeline.build(read_tree(root), memory(root))
    found = account.told(options.id, built.timeline, built.articles)
    if found is None:
        complain((account.unknown(options.id, built.timeline), *built.errors), options.format)
        return 1
    sys.stdout.write(found)
    return 0
