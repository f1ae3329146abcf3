"""`build.py extract FILE…`: the claims of article files, without a site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from headcount.console import complain

NAME = "extract"
HELP = "show the claims of article files, without a site"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument(
        "--organisations",
        metavar="FILE",
        type=Path,
        help="names of employers (default: data/organisations.yaml)",
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Prints the claims of article files, as a table or as JSON.

    Without a site nobody needs the metadata that a bare text lacks, so its lack is no problem.
    """
    from headcount import explain as explaining

    names = options.organisations or root / "data/organisations.yaml"
    if options.organisations is None and not names.is_file():
        names = None
    readings, registry, problems = explaining.read_files(options.files, names)
    found = [problem for problem in problems if problem.code != "missing"]
    complain([replace(problem, severity="warning") for problem in found], options.format)
    table: Callable[..., str] = explaining.as_json if options.json else explaining.as_table
    sys.stdout.write(table(readings, registry))
    return 0 if len(readings) == len(options.files) else 1
