"""The handbook's steps, as a new editor takes them: word for word, in a folder of one's own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import sites
from headcount import cli

HANDBOOK = (sites.ROOT / "docs/handbook.md").read_text("utf-8")
DONE = (".venv/pip.done", ".venv/site.done")


@dataclass(frozen=True, slots=True)
class Step:
    """A command as a shell takes it, and the lines that the handbook shows below it."""

    command: str
    shown: tuple[str, ...]


def steps(text: str) -> Iterator[Step]:
    """Every command of the blocks marked `console`, in order."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for one in re.split(r"(?m)^\$ ", block)[1:]:
            first, *rest = one.rstrip("\n").split("\n")
            typed = [line[2:] for line in rest if line.startswith("> ") or line == ">"]
            shown = tuple(line for line in rest if not line.startswith("> ") and line != ">")
            yield Step("\n".join([first, *typed]) + "\n", shown)


def fits(said: str, shown: tuple[str, ...]) -> bool:
    """Whether a command said what is shown; `…` stands for anything, alone on a line for lines."""
    if not shown:
        return True
    parts = ["(?:.*\n)*" if line == "…" else f"{_open(line)}\n" for line in shown]
    return re.fullmatch("".join(parts), said) is not None


def _open(line: str) -> str:
    return ".*".join(map(re.escape, line.split("…")))


@pytest.mark.parametrize(
    ("said", "shown", "right"),
    [
        ("a\nb\n", ("a", "b"), True),
        ("a\nb\n", ("a",), False),
        ("a\nb\nc\n", ("a", "…"), True),
        ("a: 1\n", ("a: …",), True),
        ("b: 1\n", ("a: …",), False),
        ("x\na\n", ("a",), False),
    ],
)
def test_the_comparison_can_fail(said: str, shown: tuple[str, ...], right: bool) -> None:
    assert fits(said, shown) is right


def equipped(folder: Path) -> None:
    """What `make` would install, in its place: this Python, which has it all."""
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    for path in DONE:
        (folder / path).touch()


def test_the_handbook_s_steps_work(tmp_path: Path) -> None:
    """From nothing to a site with a decision; every output that is shown is what comes."""
    if shutil.which("git") is None or shutil.which("make") is None:
        pytest.skip("git or make is absent")
    (tmp_path / "headcount").symlink_to(sites.ROOT)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "MAKE"))}
    names = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ann"), ("EMAIL", "ann@oakfield.example"))
    }
    environment = {**kept, **names, "GIT_CONFIG_GLOBAL": os.devnull, "PYTHON": sys.executable}
    here, site = tmp_path / "headcount", tmp_path / "oakfield"
    for step in steps(HANDBOOK):
        if step.command.startswith("cd "):
            here = site
            continue
        command = step.command.replace("../oakfield", str(site))
        run = subprocess.run(
            ["sh", "-c", command],
            cwd=here,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        said = run.stdout.replace(str(site), "../oakfield")
        said = re.sub(r"(?m)^make: .*\n", "", said)
        assert fits(said, step.shown), f"{step.command}\n{said}"
        left = "error[" in said or "until then" in said
        assert (run.returncode != 0) is left, f"{step.command}\n{said}"
        if site.is_dir() and not (site / ".venv").exists():
            equipped(site)
    assert (site / "output/events/2025-05-hull-layoff/index.html").is_file()


def commands() -> set[str]:
    """The names of all commands."""
    [chosen] = [one for one in cli.parser()._actions if one.choices and one.dest != "format"]
    return set(chosen.choices or ())


def test_the_handbook_names_only_what_there_is() -> None:
    """Commands, targets and keys that are gone must not be taught."""
    told = set(re.findall(r"build\.py ([a-z]+)", HANDBOOK))
    assert told <= commands()
    made = (sites.ROOT / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?m)(?:^\$ |`)make ([a-z]+)", HANDBOOK)):
        assert re.search(rf"(?m)^{target}:", made), target


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:data|docs|content)/[^`]*)`", HANDBOOK)))
)
def test_the_handbook_s_paths_exist(path: str) -> None:
    """A folder or file that is named is there."""
    assert (sites.ROOT / path).exists()
