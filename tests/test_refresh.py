"""What a workflow does after an edit that ran no build: it commits what the build remembers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import sites
from desks import MARINER, QUAY, Desk, desk_at

WORKFLOW = sites.ROOT / ".github/workflows/headcount.yml"
ARTICLE = "content/articles/mariner-2025.md"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk whose main has been pushed, with no timeline, to where nothing is built."""
    desk = desk_at(tmp_path)
    (desk.bare / "hooks/post-receive").unlink()
    desk.push()
    return desk


def cloned(desk: Desk) -> Path:
    """A clone as a workflow's: of the branch's tip, and nobody's own."""
    clone = desk.bare.parent / "workflow"
    if not clone.exists():
        desk.git("clone", "--quiet", str(desk.bare), str(clone))
        desk.git("config", "user.name", "Refresher", at=clone)
        desk.git("config", "user.email", "refresh@press.example", at=clone)
    return clone


def refresh(desk: Desk, *options: str) -> subprocess.CompletedProcess[str]:
    """What the workflow runs, in its clone."""
    return subprocess.run(
        ["sh", str(sites.ROOT / "deploy/refresh"), "main", *options],
        cwd=cloned(desk),
        env={**os.environ, "PYTHON": sys.executable},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )


def edit(desk: Desk, jobs: int, published: str = "2025-08-01", month: str = "September") -> None:
    """An article through a web form: a commit, and no build."""
    desk.git("pull", "--quiet", "--rebase", "live", "main")
    text = MARINER.format(published=published, jobs=jobs)
    desk.write(ARTICLE, text.replace("September", month))
    desk.commit()
    desk.push("main")


def tip(desk: Desk) -> str:
    return desk.git("rev-parse", "main", at=desk.bare).strip()


def events(desk: Desk) -> list[str]:
    """The ids that main remembers."""
    text = desk.git("show", "main:data/timeline/2025.yaml", at=desk.bare)
    return [one["id"] for one in yaml.safe_load(text)]


def changed(desk: Desk) -> list[str]:
    return desk.git("show", "--format=", "--name-only", "main", at=desk.bare).split()


def test_an_edit_is_followed_by_its_timeline_and_that_by_nothing(desk: Desk) -> None:
    """Only the machine's files are committed, and the commit makes no further one."""
    edit(desk, 210)
    before = tip(desk)
    run = refresh(desk)
    assert run.returncode == 0, run.stdout
    assert "Refresh the timeline" in run.stdout
    assert desk.git("rev-parse", "main~", at=desk.bare).strip() == before
    assert "data/timeline/2025.yaml" in changed(desk)
    assert not [path for path in changed(desk) if not path.startswith("data/timeline/")]
    after = tip(desk)
    run = refresh(desk)
    assert run.returncode == 0
    assert run.stdout.endswith("The timeline is as it was.\n")
    assert tip(desk) == after


def test_an_address_outlives_an_edit_through_a_form(desk: Desk) -> None:
    """The next build knows the event by what was committed, though its month has become another."""
    edit(desk, 210)
    refresh(desk)
    first = events(desk)
    assert "2025-09-tallow-brothers-layoff" in first
    edit(desk, 210, month="October")
    refresh(desk)
    assert events(desk) == first
    assert "October 2025" in desk.git("show", "main:data/timeline/2025.yaml", at=desk.bare)


def test_a_push_in_between_is_built_too(desk: Desk) -> None:
    """What the other wrote stays, and the timeline is that of both."""
    edit(desk, 220)
    hook = cloned(desk) / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    text = (desk.clone / QUAY).read_text("utf-8").replace("340", "345")
    desk.write(QUAY, text)
    desk.commit()
    hook.write_text(f"#!/bin/sh\nrm $0\ncd {desk.clone} && git push -q live main\n")
    hook.chmod(0o755)
    run = refresh(desk)
    assert run.returncode == 0, run.stdout
    assert "rejected" in run.stdout
    assert desk.git("show", f"main:{QUAY}", at=desk.bare) == text
    timeline = desk.git("show", "main:data/timeline/2025.yaml", at=desk.bare)
    assert "345" in timeline
    assert "220" in timeline


def test_a_branch_that_refuses_is_told(desk: Desk) -> None:
    """A protected branch must not be tried for ever, nor look like one that is busy."""
    edit(desk, 210)
    hook = desk.bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho protected; exit 1\n")
    hook.chmod(0o755)
    run = refresh(desk)
    assert run.returncode == 1
    assert run.stdout.count("protected") == 1
    assert run.stdout.endswith("refresh: main could not be pushed to\n")


def test_what_cannot_be_built_is_not_remembered(desk: Desk) -> None:
    """The run fails with the problem beside its line, and main stays as the editor left it."""
    edit(desk, 210, "Febuary 6")
    before = tip(desk)
    run = refresh(desk, "--format", "github")
    assert run.returncode == 1
    assert f"::error file={ARTICLE},line=4,col=12,title=error[date]::" in run.stdout
    assert tip(desk) == before


def test_a_clone_with_work_in_it_is_left_alone(desk: Desk) -> None:
    """Somebody who tries it at home loses nothing."""
    clone = cloned(desk)
    (clone / ARTICLE).write_text("half an article", "utf-8")
    run = refresh(desk)
    assert run.returncode == 1
    assert "has changes of its own" in run.stdout
    assert (clone / ARTICLE).read_text("utf-8") == "half an article"


def test_the_workflow_is_careful() -> None:
    """Every action is pinned, the right to write is one job's, and of no pull request."""
    text = WORKFLOW.read_text("utf-8")
    workflow = yaml.safe_load(text)
    uses = [
        step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step
    ]
    assert len(uses) >= 4
    for one in uses:
        name, _, commit = one.partition("@")
        assert name.startswith("actions/")
        assert len(commit) == 40
        assert set(commit) <= set("0123456789abcdef")
        assert f"{one} # v" in text, "a reader wants to know which version that is"
    assert "pull_request_target" not in text
    assert workflow["permissions"] == {"contents": "read"}
    rights = {name: job.get("permissions") for name, job in workflow["jobs"].items()}
    assert rights == {"check": None, "timeline": {"contents": "write"}}
    assert workflow["jobs"]["check"]["if"] == "github.event_name == 'pull_request'"
    assert workflow["jobs"]["timeline"]["if"] == "github.event_name == 'push'"
    commands = [
        step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step
    ]
    assert not [one for one in commands if "${{" in one], "a branch's name would be run"
    assert ".venv/bin/python build.py check --format github" in commands
    assert "sh deploy/refresh main --format github" in commands
