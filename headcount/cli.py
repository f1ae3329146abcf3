"""The command line: `build.py` and its commands. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from headcount import report
from headcount.commands import add, adopt, build, check, explain, extract, init, new
from headcount.console import bug, complain
from headcount.disk import Failed
from headcount.model import Place, Problem

COMMANDS = (add, new, check, extract, explain, init, adopt)
"""Each has `NAME`, `HELP`, `options(parser)` and `run(root, options)`, which returns 0 or 1."""


def parser() -> argparse.ArgumentParser:
    """All commands and options; each is told in the README, and a test compares them."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description="Builds the site from content/, data/, templates/ and assets/.",
    )
    top.set_defaults(run=build.run)
    _formatted(top, "text")
    build.options(top)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        one = commands.add_parser(command.NAME, help=command.HELP)
        one.set_defaults(run=command.run)
        command.options(one)
        _formatted(one, argparse.SUPPRESS)
    return top


def _formatted(one: argparse.ArgumentParser, default: str) -> None:
    """`--format`, before a command or after it."""
    words = "how problems are printed (default: text)"
    one.add_argument("--format", choices=tuple(report.FORMATS), default=default, help=words)


def unequipped(error: ModuleNotFoundError) -> Problem:
    """What is told where a package lacks: a Python that nobody has set up, as a rule."""
    message = f"{error.name} is not installed for this Python ({sys.executable})"
    return Problem(Place("build.py"), "setup", message, "run: make site, then try again")


def main(root: Path, arguments: Sequence[str]) -> int:
    """Runs a command for the project at `root`; the exit status: 0, or 1 after any error.

    No traceback reaches an editor: what is our mistake says that it is.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    top = parser()
    options = top.parse_args(arguments)
    if options.port is not None and not options.watch:
        top.error("--port needs --watch")
    try:
        status: int = options.run(root, options)
        sys.stdout.flush()
        return status
    except Failed as failed:
        complain(failed.problems, options.format)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except ModuleNotFoundError as error:
        complain([unequipped(error)], options.format)
        return 1
    except Exception as error:
        complain([bug(error, root)], options.format)
        return 1
