"""What version control remembers of the timeline: read-only, and never a reason to fail."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from headcount import publish
from headcount.surroundings import Surroundings

PATIENCE = 20.0
"""Seconds after which git is given up."""

PRODUCTION = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where the production branch may be, in the order in which it is looked for."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The machine's files as they were committed; `name`: since when ("the last commit").

    `reason`: why there are none to compare with, "" if there are.
    """

    name: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    reason: str = ""


class Unknown(Exception):
    """Git is absent, refuses, or does not know the commit."""


def baseline(root: Path, around: Surroundings, since: str = "") -> Baseline:
    """The committed timeline: at the commit `since`; without one at HEAD, and in a preview where
    its branch left the production branch.

    A shallow clone may not reach back so far; then it is measured against HEAD, which is said.
    """
    asked = f"{since or 'HEAD'}^{{commit}}"
    try:
        head = git(root, "rev-parse", "--verify", "--quiet", asked).strip().decode()
    except Unknown as error:
        unknown = f"git knows no commit {since}" if since else "nothing is committed yet"
        return Baseline(reason=str(error) or unknown)
    name, commit = since or "the last commit", head
    if around.preview and not since:
        fork = fork_point(root, head)
        name = "the production branch" if fork else "the last commit (the fork is not known here)"
        commit = fork or head
    try:
        return Baseline(name, dict(files_at(root, commit)))
    except Unknown as error:
        return Baseline(reason=str(error))


def fork_point(root: Path, head: str) -> str | None:
    """Where `head` left the production branch, if this clone knows."""
    for branch in PRODUCTION:
        try:
            return git(root, "merge-base", head, branch).strip().decode()
        except Unknown:
            continue
    return None


def files_at(root: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """The machine's files at a commit, by path from the project's root."""
    listed = git(root, "ls-tree", "-r", "-z", commit, "--", *publish.MACHINE)
    found = []
    for row in filter(None, listed.split(b"\0")):
        about, _, name = row.partition(b"\t")
        found.append((name.decode("utf-8", "replace"), about.split()[2]))
    if not found:
        return
    asked = b"".join(hash_ + b"\n" for _, hash_ in found)
    told = git(root, "cat-file", "--batch", given=asked)
    for path, _ in found:
        about, _, told = told.partition(b"\n")
        size = int(about.split()[2])
        yield path, told[:size]
        told = told[size + 1 :]


def git(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What a git command prints. Raises Unknown, with a reason where there is a plain one."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *words],
            input=given,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except FileNotFoundError as error:
        raise Unknown("git is not installed") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unknown("git does not answer") from error
    if done.returncode:
        if b"not a git repository" in done.stderr:
            raise Unknown("this folder is under no version control")
        if b"dubious ownership" in done.stderr:
            raise Unknown("git does not trust this folder, whose owner is somebody else")
        raise Unknown("")
    return done.stdout
