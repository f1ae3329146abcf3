"""The handbook's steps, as a new editor takes them: word for word, in a folder of one's own."""

from __future__ import annotations

import html
import os
import re
import shlex
import shutil
import subprocess
import sys
import termios
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

import pytest

import sites
from headcount import cli, founding

HANDBOOK = (sites.ROOT / "docs/handbook.md").read_text("utf-8")
DONE = (".venv/pip.done", ".venv/site.done")
HOME = "http://127.0.0.1:8000/"


@dataclass(frozen=True, slots=True)
class Command:
    """What a shell is given, what is typed after it, and the lines that the handbook shows."""

    line: str
    typed: tuple[str, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """A file as its editor leaves it.

    `old`: the words that `text` takes the place of, or "line 8", below which it comes; or all.
    """

    path: str
    text: str
    old: str | None = None


@dataclass(frozen=True, slots=True)
class Moving:
    """A file or folder that gets another name in its folder, or None."""

    path: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Look:
    """Words that a page shows."""

    page: str
    words: str


Step = Command | Writing | Moving | Look

STEP = re.compile(
    r"```console\n(?P<console>.*?)```"
    r"|`(?P<path>[^`\s]+)`:\n\n```\w+\n(?P<text>.*?)```"
    r"|In\s+`(?P<file>[^`]+)`,\s+write\s+`(?P<new>[^`]+)`\s+for\s+`(?P<old>[^`]+)`"
    r"|In\s+`(?P<into>[^`]+)`,\s+write\s+`(?P<more>[^`]+)`\s+below\s+(?P<line>line\s+\d+)"
    r"|Rename\s+`(?P<named>[^`]+)`\s+to\s+`(?P<name>[^`]+)`"
    r"|Delete\s+`(?P<gone>[^`]+)`"
    rf"|{re.escape(HOME)}(?P<page>\S*)\s+says\s+“(?P<words>[^”]+)”",
    re.DOTALL,
)


def steps(text: str) -> Iterator[Step]:
    """All that the handbook tells to do, in order."""
    for found in STEP.finditer(text):
        part = found.groupdict()
        if part["console"] is not None:
            yield from commands_in(part["console"])
        elif part["text"] is not None:
            yield Writing(part["path"], part["text"])
        elif part["new"] is not None:
            yield Writing(part["file"], part["new"], part["old"])
        elif part["more"] is not None:
            yield Writing(part["into"], part["more"], " ".join(part["line"].split()))
        elif part["name"] is not None or part["gone"] is not None:
            yield Moving(part["named"] or part["gone"], part["name"])
        else:
            yield Look(part["page"], " ".join(part["words"].split()))


def commands_in(block: str) -> Iterator[Command]:
    for one in re.split(r"(?m)^\$ ", block)[1:]:
        line, *rest = one.rstrip("\n").split("\n")
        typed = tuple(each[2:] for each in rest if each.startswith(">"))
        yield Command(line, typed, tuple(each for each in rest if not each.startswith(">")))


ID = re.compile(r"c-[0-9a-f]{10}")


def fits(said: str, shown: tuple[str, ...], ids: dict[str, str]) -> bool:
    """Whether a command said what is shown; `…` stands for anything, alone on a line for lines.

    The ids of claims change with a better rule: `ids` learns which one stands for that shown.
    """
    if not shown:
        return True
    parts = ["(?:.*\n)*" if line == "…" else f"{_open(line)}\n" for line in shown]
    found = re.fullmatch("".join(parts), said)
    if found is not None:
        ids.update(zip(ID.findall("\n".join(shown)), found.groups(), strict=True))
    return found is not None


def _open(line: str) -> str:
    return ".*".join(
        f"({ID.pattern})".join(map(re.escape, ID.split(one))) for one in line.split("…")
    )


@pytest.mark.parametrize(
    ("said", "shown", "right"),
    [
        ("a\nb\n", ("a", "b"), True),
        ("a\nb\n", ("a",), False),
        ("a\nb\nc\n", ("a", "…"), True),
        ("a: 1\n", ("a: …",), True),
        ("b: 1\n", ("a: …",), False),
        ("x\na\n", ("a",), False),
        ("[c-0123456789]\n", ("[c-abcdef0123]",), True),
        ("[c-012345678]\n", ("[c-abcdef0123]",), False),
    ],
)
def test_the_comparison_can_fail(said: str, shown: tuple[str, ...], right: bool) -> None:
    assert fits(said, shown, {}) is right


def test_every_telling_is_a_step() -> None:
    """A sentence that tells to do something and is passed over here would be tried by nobody."""
    every = list(steps(HANDBOOK))
    told = re.sub(r"```.*?```", "", HANDBOOK, flags=re.DOTALL)
    moves = re.findall(r"\b(?:Delete|Rename)\b", told)
    assert sum(isinstance(step, Moving) for step in every) == len(moves)
    looks = re.findall(rf"{re.escape(HOME)}\S*\s+says\b", told)
    assert sum(isinstance(step, Look) for step in every) == len(looks) > 0
    blocks = re.findall(r"(?ms)^```(?!console)\w+\n.*?^```", HANDBOOK)
    edits = re.findall(r"\bwrite\s+`[^`]+`\s+(?:for|below)\b", told)
    assert sum(isinstance(step, Writing) for step in every) == len(blocks) + len(edits) > 0


# ---------------------------------------------------------------- taking the steps


SESSION = """import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp("sh", ["sh", "-c", sys.argv[1]])
"""


@dataclass(slots=True)
class Editor:
    """Somebody at a keyboard. `here`: the folder that the commands are given in."""

    here: Path
    site: Path
    environment: dict[str, str]
    ids: dict[str, str]

    def take(self, step: Step) -> None:
        match step:
            case Command(line):
                if line.startswith("cd "):
                    self.here = self.site
                else:
                    self.command(step)
            case Writing(path, text, old):
                self.write(self.here / path, text, old)
            case Moving(path, None):
                whole = self.here / path
                if whole.is_dir():
                    shutil.rmtree(whole)
                else:
                    whole.unlink()
            case Moving(path, name):
                (self.here / path).rename((self.here / path).with_name(str(name)))
            case Look(page, words):
                assert words in seen(self.here / "output" / page / "index.html"), step

    def write(self, path: Path, text: str, old: str | None) -> None:
        text = ID.sub(lambda found: self.ids[found[0]], text)
        path.parent.mkdir(exist_ok=True)
        if old is None:
            path.write_text(text, "utf-8")
            return
        before = path.read_text("utf-8")
        if (below := re.fullmatch(r"line (\d+)", old)) is not None:
            lines = before.splitlines(keepends=True)
            lines.insert(int(below[1]), f"{text}\n")
            path.write_text("".join(lines), "utf-8")
            return
        assert before.count(old) == 1, (path, old)
        path.write_text(before.replace(old, text), "utf-8")

    def command(self, step: Command) -> None:
        line = step.line.replace("../oakfield", shlex.quote(str(self.site)))
        status, said = self.typed(line, step.typed) if step.typed else self.run(line)
        said = re.sub(r"(?m)^make: .*\n", "", said.replace(str(self.site), "../oakfield"))
        shown = step.shown
        if step.typed:
            said, shown = " ".join(said.split()) + "\n", (" ".join(" ".join(shown).split()),)
        assert fits(said, shown, self.ids), f"{step.line}\n{said}"
        left = "error[" in said or "until then" in said
        assert (status != 0) is left, f"{step.line}\n{said}"
        if self.site.is_dir() and not (self.site / ".venv").exists():
            equipped(self.site)

    def run(self, line: str) -> tuple[int, str]:
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=self.here,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    def typed(self, line: str, lines: tuple[str, ...]) -> tuple[int, str]:
        """A command at a terminal that does not echo: all that comes is the program's."""
        ours, theirs = os.openpty()
        quiet = termios.tcgetattr(theirs)
        quiet[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, quiet)
        keys = "".join("\x04" if one.strip() == "Ctrl-D" else f"{one.strip()}\n" for one in lines)
        os.write(ours, keys.encode())
        with subprocess.Popen(
            [sys.executable, "-c", SESSION, line],
            cwd=self.here,
            env=self.environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        ) as process:
            os.close(theirs)
            with open(ours, "rb", buffering=0) as terminal:
                said = b"".join(iter(lambda: heard(terminal), b""))
        return process.returncode, said.decode()


def heard(terminal: FileIO) -> bytes:
    """What comes next; nothing once the other end is closed, which Linux tells as an error."""
    try:
        return terminal.read(65536) or b""
    except OSError:
        return b""


def seen(page: Path) -> str:
    """What a page shows, without marks and joiners."""
    text = html.unescape(re.sub(r"<[^>]+>", "", page.read_text("utf-8")))
    return " ".join(text.replace("\u2060", "").split())


def equipped(folder: Path) -> None:
    """What `make` would install, in its place: this Python, which has it all."""
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for path in DONE:
        (folder / path).touch()


def test_the_handbook_s_steps_work(tmp_path: Path) -> None:
    """From nothing to a site with decisions; every output that is shown is what comes."""
    if shutil.which("git") is None or shutil.which("make") is None:
        pytest.skip("git or make is absent")
    (tmp_path / "headcount").symlink_to(sites.ROOT)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "MAKE"))}
    environment = {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHON": sys.executable}
    editor = Editor(tmp_path / "headcount", tmp_path / "oakfield", environment, {})
    for step in steps(HANDBOOK):
        editor.take(step)
    assert git_status(editor) == ""


def git_status(editor: Editor) -> str:
    return editor.run("git status --porcelain")[1]


# ---------------------------------------------------------------- what is named


def commands() -> set[str]:
    """The names of all commands."""
    [chosen] = [one for one in cli.parser()._actions if one.choices and one.dest != "format"]
    return set(chosen.choices or ())


def test_the_handbook_names_every_command_and_no_other() -> None:
    """One that nobody is told of is used by nobody, and one that is gone must not be taught.

    `extract` is for who works on the rules.
    """
    told = set(re.findall(r"build\.py ([a-z]+)", HANDBOOK))
    told |= {word for word in commands() if f"`make {word}`" in HANDBOOK}
    assert told | {"extract"} == commands()
    made = (sites.ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?m)(?:^\$ |`)make ([a-z]+)", HANDBOOK)):
        assert re.search(rf"(?m)^{target}:", made), target


@pytest.mark.parametrize("line", re.findall(r"`python3 build\.py ([^`]+)`", HANDBOOK))
def test_a_command_in_a_sentence_is_one(line: str) -> None:
    """Whoever copies it out of the middle of a sentence must not be told that it is none."""
    assert cli.parser().parse_args(shlex.split(line)) is not None


def manuals() -> list[str]:
    """The pages that a site of one's own takes over."""
    return [path for path in founding.PROGRAM if path.startswith("docs/") and path.endswith(".md")]


@pytest.mark.parametrize("manual", manuals())
def test_the_manuals_paths_exist_in_a_site_of_one_s_own(manual: str, tmp_path: Path) -> None:
    """A folder or file that is named is there, also where the demo and the tests stay behind."""
    assert cli.main(sites.ROOT, ["init", str(tmp_path / "site")]) == 0
    text = (sites.ROOT / manual).read_text("utf-8")
    named = set(re.findall(r"`((?:docs|deploy)/[^`\s<>…*]+|(?:data|content)/[a-z/]*)`", text))
    assert {path for path in named - MADE if not (tmp_path / "site" / path).exists()} == set()


MADE = frozenset({"data/timeline/", "data/redirects.yaml"})
"""What comes with the first build."""
