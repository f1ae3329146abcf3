"""`build.py` without a command: builds once, publishes, or watches."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from headcount.console import (
    Files,
    bug,
    complain,
    counted,
    effect,
    press,
    returning,
    summary,
    surroundings,
)
from headcount.disk import locked, read_tree
from headcount.surroundings import HOME

if TYPE_CHECKING:
    from headcount.press import Press

PORT = 8000


def options(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--output", metavar="DIR", type=Path, help="build into this folder (default: output)"
    )
    where.add_argument(
        "--publish",
        metavar="DIR",
        type=Path,
        help="make a whole new site and switch DIR, a symbolic link, to it in one step",
    )
    where.add_argument(
        "--watch", action="store_true", help="serve the site here, and rebuild after every save"
    )
    parser.add_argument(
        "--since",
        metavar="COMMIT",
        default="",
        help="tell what has changed since this commit of git (default: the last one)",
    )
    parser.add_argument(
        "--port", type=_port, help=f"where --watch serves, on 127.0.0.1 (default: {PORT})"
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is no port; write a number from 0 to 65535')
    return int(text)


def run(root: Path, options: argparse.Namespace) -> int:
    """Builds once, or watches. Prints what was made, where, and how to look at it."""
    from headcount import pipeline

    place = press(root, options)
    if options.watch:
        return watch(place, options)
    with locked(root):
        place.recover()
        files = read_tree(root)
        built = pipeline.build(files, place.memo, surroundings(root))
        complain((*built.problems, *returning(root, files, built.machine)), options.format)
        if built.errors:
            print(f"Not built: {counted(built.errors, 'error')}. The last good site stays.")
            return 1
        changes = place.write(built)
    shown = options.publish or options.output or Path("output")
    print(f"{summary(built)}, in {shown}/")
    if options.publish is None:
        print(
            f"{counted(changes.written, 'file')} written, {len(changes.removed)} removed, ", end=""
        )
        print(f"{changes.unchanged} unchanged. To look at it: make serve")
    print(effect(root, built.machine, surroundings(root), options.since), end="")
    return 0


def watch(place: Press, options: argparse.Namespace) -> int:
    """Serves and rebuilds until it is interrupted."""
    from headcount import session

    def told(files: Files, machine: Files) -> str:
        complain(returning(place.root, files, machine), options.format)
        return effect(place.root, machine, HOME, options.since)

    session.run(
        place,
        PORT if options.port is None else options.port,
        say=lambda problems: complain(problems, options.format),
        ready=lambda url: print(f"{url} shows the site; Ctrl-C ends it", flush=True),
        wrong=lambda error: bug(error, place.root),
        tell=lambda line: print(line, flush=True),
        effect=told,
    )
    return 0
