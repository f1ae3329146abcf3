"""`build.py init DIR`: a site of one's own, which builds at once."""

from __future__ import annotations

import argparse
import shlex
import shutil
from pathlib import Path

from headcount.disk import because, failure

NAME = "init"
HELP = "make a site about another company in a new folder"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", type=Path, help="a folder that is new or empty")
    parser.add_argument(
        "--name", type=_name, default="Oakfield Paper", help="the company (default: Oakfield Paper)"
    )
    parser.add_argument("--url", type=_url, help="where readers will find the site")


def _name(text: str) -> str:
    words = " ".join(text.split())
    if not words.isprintable() or not any(letter.isalnum() for letter in words):
        raise argparse.ArgumentTypeError(f'"{text}" is no name; write it in letters')
    if not any(letter.isascii() and letter.isalnum() for letter in words):
        raise argparse.ArgumentTypeError(
            f'"{text}" has no Latin letter, of which addresses are made; '
            "write it as articles in English do"
        )
    return words


def _url(text: str) -> str:
    from headcount.additions import mistakes
    from headcount.model import Place
    from headcount.report import sentence

    for problem in mistakes("url", text, Place("--url")):
        raise argparse.ArgumentTypeError(sentence(problem))
    return text


def run(root: Path, options: argparse.Namespace) -> int:
    """Copies the program, writes the first files, and says what to do next."""
    from headcount import founding

    target: Path = options.dir
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise failure(target, "init", "is no folder", "name a folder that is new or empty")
    try:
        if target.is_dir() and any(target.iterdir()):
            raise failure(target, "init", "is not empty", "name a folder that is new or empty")
        target.mkdir(parents=True, exist_ok=True)
        for path in founding.PROGRAM:
            _copy(root / path, target / path)
        for path, text in founding.files(options.name, options.url or "").items():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_text(text, "utf-8", newline="\n")
        (target / "content/events").mkdir(parents=True)
    except OSError as error:
        remedy = "mend that, empty the folder, and try again"
        raise failure(target, "init", f"can't be filled: {because(error)}", remedy) from error
    print(f"A site about {options.name} is in {target}/. To build it and look at it:")
    print(f"  cd {shlex.quote(str(target))}\n  make serve")
    print("docs/handbook.md there tells how to go on.")
    return 0


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    else:
        shutil.copy(source, target)
