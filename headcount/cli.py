"""The command line: `build.py` and its commands. Nothing heavy is imported before it is needed."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from headcount import report
from headcount.disk import Failed, FileStore, locked, read_tree
from headcount.model import Problem

if TYPE_CHECKING:
    from headcount.pipeline import Build
    from headcount.press import Press

PORT = 8000
CACHE = ".cache"
PACKAGE = Path(__file__).parent


def parser() -> argparse.ArgumentParser:
    """All commands and options; each is told in the README, and a test compares them."""
    top = argparse.ArgumentParser(
        prog="build.py",
        description="Builds the site from content/, data/, templates/ and assets/.",
    )
    top.set_defaults(run=build)
    _formatted(top, "text")
    place = top.add_mutually_exclusive_group()
    place.add_argument(
        "--output", metavar="DIR", type=Path, help="build into this folder (default: output)"
    )
    place.add_argument(
        "--publish",
        metavar="DIR",
        type=Path,
        help="make a whole new site and switch DIR, a symbolic link, to it in one step",
    )
    place.add_argument(
        "--watch", action="store_true", help="serve the site here, and rebuild after every save"
    )
    top.add_argument(
        "--port", type=_port, help=f"where --watch serves, on 127.0.0.1 (default: {PORT})"
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    one = commands.add_parser("check", help="list problems and reviews; write nothing")
    one.set_defaults(run=check)
    one = commands.add_parser("extract", help="show the claims of article files, without a site")
    one.add_argument("files", metavar="FILE", nargs="+", type=Path)
    one.add_argument("--json", action="store_true", help="print JSON instead of a table")
    one.add_argument(
        "--organisations",
        metavar="FILE",
        type=Path,
        help="names of employers (default: data/organisations.yaml)",
    )
    one.set_defaults(run=extract)
    one = commands.add_parser("explain", help="tell where a claim or an event comes from")
    one.add_argument("id", metavar="ID", help="the id of a claim (c-…) or of an event")
    one.set_defaults(run=explain)
    for one in commands.choices.values():
        _formatted(one, argparse.SUPPRESS)
    return top


def _formatted(one: argparse.ArgumentParser, default: str) -> None:
    """`--format`, before a command or after it."""
    words = "how problems are printed (default: text)"
    one.add_argument("--format", choices=tuple(report.FORMATS), default=default, help=words)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f'"{text}" is no port; write a number from 0 to 65535')
    return int(text)


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
    except Exception as error:
        complain([bug(error, root)], options.format)
        return 1


def bug(error: Exception, root: Path) -> Problem:
    """What to tell about an exception that should not have come this far."""
    from headcount.model import Place

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


def complain(problems: Iterable[Problem], format_: str) -> None:
    """Prints problems, sorted by file, to standard error."""
    sys.stderr.write(report.FORMATS[format_](problems))
    sys.stderr.flush()


def press(root: Path, options: argparse.Namespace) -> Press:
    """Where this command's site goes, with what earlier builds remember."""
    from headcount.memo import Memo
    from headcount.press import Press

    store = FileStore(root / CACHE / "memo")
    output = root / "output" if options.output is None else options.output.absolute()
    link = None if options.publish is None else options.publish.absolute()
    return Press(root, output, Memo(store), store, link)


def build(root: Path, options: argparse.Namespace) -> int:
    """Builds once, or watches. Prints what was made, where, and how to look at it."""
    from headcount import pipeline

    place = press(root, options)
    if options.watch:
        return watch(place, options)
    with locked(root):
        place.recover()
        built = pipeline.build(read_tree(root), place.memo)
        complain(built.problems, options.format)
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
    return 0


def counted(things: Sequence[object], noun: str) -> str:
    """How many, in words: "1 file", "2 files"."""
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def summary(built: Build) -> str:
    """What was made, in one sentence."""
    line = built.timeline
    pages = [path for path in built.outputs if path.endswith(".html")]
    made = f": {counted(pages, 'page')}" if pages else ""
    return (
        f"{counted(built.articles, 'article')}, {counted(line.events, 'event')}, "
        f"{counted(line.review, 'claim')} to review{made}"
    )


def watch(place: Press, options: argparse.Namespace) -> int:
    """Serves and rebuilds until it is interrupted."""
    from headcount import session

    session.run(
        place,
        PORT if options.port is None else options.port,
        say=lambda problems: complain(problems, options.format),
        ready=lambda url: print(f"{url} shows the site; Ctrl-C ends it", flush=True),
        wrong=lambda error: bug(error, place.root),
    )
    return 0


def check(root: Path, options: argparse.Namespace) -> int:
    """Lists problems and claims that wait for an editor; writes nothing but the memory."""
    from headcount import pipeline
    from headcount.memo import Memo
    from headcount.reviews import reviews

    files, memo = read_tree(root), Memo(FileStore(root / CACHE / "memo"))
    built = pipeline.build(files, memo)
    sure = pipeline.confirmed(files, memo) if built.timeline.review else built.timeline
    waiting = reviews(built.timeline, sure, built.articles, files)
    complain((*built.problems, *waiting), options.format)
    if not built.errors:
        print(f"No errors. {summary(built)}")
    return 1 if built.errors else 0


def extract(root: Path, options: argparse.Namespace) -> int:
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


def explain(root: Path, options: argparse.Namespace) -> int:
    """Prints where a claim or an event comes from."""
    from headcount import account, pipeline
    from headcount.memo import Memo

    built = pipeline.build(read_tree(root), Memo(FileStore(root / CACHE / "memo")))
    found = account.told(options.id, built.timeline, built.articles)
    if found is None:
        complain((account.unknown(options.id, built.timeline), *built.errors), options.format)
        return 1
    sys.stdout.write(found)
    return 0
