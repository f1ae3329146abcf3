"""A site of one's own: made by a command, built at once, and guarded by a hook."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import sites
from headcount import cli, disk, founding, pipeline

NAMES = ["Oakfield Paper", "Brightwater", 'Jones & Søn: "Mills"', "no", "3 Rivers plc", "Ж A"]


@pytest.mark.parametrize("name", NAMES)
def test_a_new_site_has_no_problem(name: str) -> None:
    """Whatever the company is called, the sample is found and nothing is complained of."""
    look = {p: d for p, d in sites.frame().items() if p.startswith(("templates/", "assets/"))}
    own = {path: text.encode() for path, text in founding.files(name, "").items()}
    own = {path: data for path, data in own.items() if path.startswith(disk.FOLDERS)}
    built = pipeline.build({**look, **own})
    assert built.problems == ()
    [event] = built.timeline.events
    assert (event.organisation_name, event.jobs and event.jobs.low) == (name, 120)


def test_init_makes_a_folder_that_builds(tmp_path: Path) -> None:
    """With the program in it, by that program alone, and with a page for its event."""
    target = tmp_path / "new/site"
    arguments = ["init", str(target), "--name", "Elm  Mills", "--url", "https://elm.example"]
    assert cli.main(sites.ROOT, arguments) == 0
    assert not list(target.rglob("__pycache__"))
    assert b"https://elm.example" in (target / "data/site.yaml").read_bytes()
    run = subprocess.run(
        [sys.executable, "build.py"], cwd=target, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    assert "Elm Mills" in (target / "output/index.html").read_text("utf-8")
    assert list((target / "output/events").glob("2025-05-*-layoff/index.html"))


def test_nothing_of_the_demo_comes_along(tmp_path: Path) -> None:
    """Its company, articles and tests are nobody else's business."""
    assert cli.main(sites.ROOT, ["init", str(tmp_path / "site")]) == 0
    top = {path.name for path in (tmp_path / "site").iterdir()}
    assert not top & {"tests", "tools", "output", ".cache", ".git", ".venv", "CHANGELOG.md"}
    for folder in ("content", "data"):
        for path in (tmp_path / "site" / folder).rglob("*"):
            assert path.is_dir() or "Amazon" not in path.read_text("utf-8"), path


@pytest.mark.parametrize("kind", ["full", "file", "link"])
def test_what_is_there_already_is_left_alone(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the keyboard must not bury somebody's folder."""
    target = tmp_path / "site"
    if kind == "full":
        target.mkdir()
        (target / ".hidden").write_text("mine")
    elif kind == "file":
        target.write_text("mine")
    else:
        (tmp_path / "other").mkdir()
        target.symlink_to(tmp_path / "other")
    before = sorted(tmp_path.rglob("*"))
    assert cli.main(sites.ROOT, ["init", str(target)]) == 1
    assert "name a folder that is new or empty" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--name", "…"], "“…” is no name; write it in letters"),
        (["--name", ""], "“” is no name; write it in letters"),
        (
            ["--name", "東京"],
            "“東京” has no Latin letter, of which addresses are made; write it as",
        ),
        (["--url", "elm.example"], "“elm.example”; write it in full: https://…"),
        (
            ["--url", "ftp://elm.example"],
            "“ftp://elm.example” begins with ftp://, which no browser",
        ),
        (["--url", "https://"], "is not a web address: “https://”"),
        (["--url", "https://elm example"], "has a character that no address has"),
    ],
)
def test_a_name_and_an_address_must_be_some(
    tmp_path: Path, wrong: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        cli.main(sites.ROOT, ["init", str(tmp_path / "site"), *wrong])
    told = " ".join(capsys.readouterr().err.split())
    assert said.replace("“", '"').replace("”", '"') in told
    assert not (tmp_path / "site").exists()


def test_a_folder_with_blanks_is_quoted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed to be typed works when it is typed."""
    assert cli.main(sites.ROOT, ["init", str(tmp_path / "my site")]) == 0
    assert f"  cd '{tmp_path / 'my site'}'\n" in capsys.readouterr().out


# ---------------------------------------------------------------- the hook


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@oakfield.example"]
    return subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        env={**kept, "GIT_CONFIG_GLOBAL": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """A new site under version control, with the hook that `make hooks` switches on."""
    if shutil.which("git") is None:
        pytest.skip("git is absent")
    root = tmp_path / "site"
    assert cli.main(sites.ROOT, ["init", str(root)]) == 0
    (root / ".venv/bin").mkdir(parents=True)
    (root / ".venv/bin/python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (root / ".venv/bin/python").chmod(0o755)
    for done in ("pip.done", "site.done"):
        (root / ".venv" / done).touch()
    git(root, "init", "--quiet")
    made = subprocess.run(["make", "hooks"], cwd=root, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return root


def test_git_refuses_a_commit_with_an_error(guarded: Path) -> None:
    """What is staged counts: not what is mended in the folder and not added, nor what is broken
    there and not added."""
    git(guarded, "add", "--all")
    first = git(guarded, "commit", "--message", "Begin")
    assert first.returncode == 0, first.stderr

    path = guarded / founding.ARTICLE
    right = path.read_text("utf-8")
    path.write_text(right.replace("2025-03-04", "2025-02-30"), "utf-8")
    git(guarded, "add", "--all")
    path.write_text(right, "utf-8")
    refused = git(guarded, "commit", "--message", "Break")
    assert refused.returncode == 1
    assert f'{founding.ARTICLE}:4:12: error[date]: "published" is not a date' in refused.stderr
    assert "Not committed: mend the errors above" in refused.stderr
    assert git(guarded, "log", "--format=%s").stdout == "Begin\n"

    path.write_text(f"{right}It is a pity.\n", "utf-8")
    git(guarded, "add", "--all")
    path.write_text("broken", "utf-8")
    taken = git(guarded, "commit", "--message", "Mend")
    assert taken.returncode == 0, taken.stderr
    assert git(guarded, "log", "--format=%s").stdout == "Mend\nBegin\n"


def test_the_hook_leaves_other_commits_alone(guarded: Path) -> None:
    """Nobody waits for a check of what no build reads."""
    (guarded / ".venv/bin/python").unlink()
    git(guarded, "add", "README.md")
    assert git(guarded, "commit", "--message", "Words").returncode == 0
    git(guarded, "add", "data")
    refused = git(guarded, "commit", "--message", "Data")
    assert refused.returncode == 1
    assert "Run: make site" in refused.stderr
