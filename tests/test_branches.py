"""Two editors' branches merged by git: nobody's words and no event's address are lost."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import states
from headcount import cli, disk
from test_difference import add, git

ROPEWALK = "Marrowbone will cut 300 jobs at Ropewalk in August 2031."
CHANDLERY = "Marrowbone will cut 90 jobs at Chandlery in November 2031."
NETLOFT = "Marrowbone will cut 75 jobs at Netloft in September 2031."
ROPE = "2031-08-ropewalk-layoff"
DECISION = f"content/events/{ROPE}.md"
YEAR = "data/timeline/2031.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One event on both branches, built and committed; `other` is the second editor's."""
    for path, data in states.site(ropewalk=ROPEWALK).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / ".gitignore").write_text("output/\n.cache/\n")
    git(tmp_path, "init", "-q", "-b", "main")
    save(tmp_path, "first")
    git(tmp_path, "branch", "other")
    return tmp_path


def save(root: Path, what: str) -> None:
    """Builds and commits, as an editor does."""
    assert cli.main(root, []) == 0
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", what)


def decide(root: Path, keys: str) -> None:
    (root / DECISION).parent.mkdir(exist_ok=True)
    (root / DECISION).write_text(f"---\n{keys}---\n", "utf-8")


def merge(root: Path) -> set[str]:
    """Merges `other` into `main`; the files that git could not merge by itself."""
    git(root, "checkout", "-q", "main")
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    words = ["git", "-C", str(root), *name, "merge", "-q", "--no-edit", "other"]
    subprocess.run(words, check=False, capture_output=True)
    words = ["git", "-C", str(root), "diff", "--name-only", "--diff-filter=U"]
    found = subprocess.run(words, check=True, capture_output=True, text=True)
    return set(found.stdout.split())


def ids(root: Path) -> list[str]:
    return re.findall(r"^- id: (\S+)$", (root / YEAR).read_text("utf-8"), re.MULTILINE)


def machine(root: Path) -> dict[str, bytes]:
    return {p: d for p, d in disk.read_tree(root).items() if p.startswith("data/timeline/")}


def test_both_add_an_event(project: Path) -> None:
    """Git leaves both sides in the timeline; the build makes of it what one editor would have."""
    add(project, "chandlery", CHANDLERY)
    save(project, "mine")
    git(project, "checkout", "-q", "other")
    add(project, "netloft", NETLOFT)
    save(project, "theirs")
    assert merge(project) == {YEAR, "data/timeline/total.yaml"}
    assert b"<<<<<<< " in (project / YEAR).read_bytes()
    assert cli.main(project, []) == 0
    assert ids(project) == [ROPE, "2031-09-netloft-layoff", "2031-11-chandlery-layoff"]
    merged = machine(project)
    for path in merged:
        (project / path).unlink()
    assert cli.main(project, []) == 0
    assert machine(project) == merged


def test_an_address_of_one_side_survives(project: Path) -> None:
    """The timeline alone remembers an id: here of an article that has changed since."""
    add(project, "chandlery", CHANDLERY)
    save(project, "mine")
    add(project, "chandlery", CHANDLERY.replace("November", "December"))
    save(project, "its date mended")
    git(project, "checkout", "-q", "other")
    add(project, "netloft", NETLOFT)
    save(project, "theirs")
    assert YEAR in merge(project)
    assert cli.main(project, []) == 0
    assert ids(project) == [ROPE, "2031-09-netloft-layoff", "2031-11-chandlery-layoff"]


def test_both_decide_about_one_event(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The editors' file is theirs to settle: the error has its line, and nothing is written."""
    decide(project, "title: The ropewalk shrinks\n")
    save(project, "mine")
    git(project, "checkout", "-q", "other")
    decide(project, "title: The rope runs out\n")
    save(project, "theirs")
    assert DECISION in merge(project)
    torn, timeline = (project / DECISION).read_bytes(), machine(project)
    capsys.readouterr()
    assert cli.main(project, []) == 1
    assert (
        f"{DECISION}:2:1: error[merge]: two branches met here, and both sides were left standing; "
        "keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    ) in "".join(capsys.readouterr())
    assert ((project / DECISION).read_bytes(), machine(project)) == (torn, timeline)
    decide(project, "title: The rope runs out\n")
    assert cli.main(project, []) == 0
    assert ids(project) == [ROPE]
    page = (project / f"output/events/{ROPE}/index.html").read_text("utf-8")
    assert "The rope runs out" in page


def test_both_edit_other_keys_of_one_event(project: Path) -> None:
    """Git merges the keys, and the build takes both."""
    blank = "# a note\n" * 4
    decide(project, f"title: The ropewalk shrinks\n{blank}milestones: {{announced: 2031-06}}\n")
    save(project, "both")
    git(project, "branch", "-f", "other")
    decide(project, f"title: The rope runs out\n{blank}milestones: {{announced: 2031-06}}\n")
    save(project, "mine")
    git(project, "checkout", "-q", "other")
    decide(project, f"title: The ropewalk shrinks\n{blank}milestones: {{announced: 2031-05}}\n")
    save(project, "theirs")
    assert DECISION not in merge(project)
    assert cli.main(project, []) == 0
    page = (project / f"output/events/{ROPE}/index.html").read_text("utf-8")
    assert "The rope runs out" in page
    assert "May 2031" in page


def test_both_reword_one_article(project: Path) -> None:
    """The event whose number each side gave another keeps its address."""
    add(project, "ropewalk", ROPEWALK.replace("300", "310"))
    save(project, "mine")
    git(project, "checkout", "-q", "other")
    add(project, "ropewalk", ROPEWALK.replace("300", "320"))
    save(project, "theirs")
    assert {"content/articles/ropewalk.md", YEAR} <= merge(project)
    assert cli.main(project, []) == 1
    add(project, "ropewalk", ROPEWALK.replace("300", "320"))
    assert cli.main(project, []) == 0
    assert ids(project) == [ROPE]
    assert b"<<<<<<<" not in (project / YEAR).read_bytes()


def test_a_hand_edit_among_the_markers_is_kept(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who mended the torn timeline by hand, and changed a value, has not typed in vain."""
    add(project, "chandlery", CHANDLERY)
    save(project, "mine")
    git(project, "checkout", "-q", "other")
    add(project, "netloft", NETLOFT)
    save(project, "theirs")
    assert YEAR in merge(project)
    path = project / YEAR
    text = path.read_text("utf-8")
    assert text.count('  date: "2031-08"\n') == 1
    path.write_text(text.replace('  date: "2031-08"\n', '  date: "2031-08-14"\n'), "utf-8")
    mine = path.read_bytes()
    assert cli.main(project, []) == 1
    assert path.read_bytes() == mine
    assert f'the record "{ROPE}" was altered by hand' in "".join(capsys.readouterr())
    assert cli.main(project, ["adopt"]) == 0
    assert (project / DECISION).read_text("utf-8") == '---\ndate: "2031-08-14"\n---\n'
    assert cli.main(project, []) == 0
    assert ids(project) == [ROPE, "2031-09-netloft-layoff", "2031-11-chandlery-layoff"]
    assert '  date: "2031-08-14"\n' in path.read_text("utf-8")
