"""What somebody wrote into the timeline by hand becomes a decision, or is told why it can't."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import states
from headcount import cli
from test_difference import git
from test_publish import tree

HARBOUR = (
    "Marrowbone cut 310 jobs at Kelpworks in March 2031.\n\n"
    "Marrowbone will cut 95 jobs at Drydock in May 2031."
)
QUAY = "Marrowbone plans to cut 317 jobs at Kelpworks in March 2031."
KELP = "2031-03-kelpworks-layoff"
DOCK = "2031-05-drydock-layoff"
YEAR = "data/timeline/2031.yaml"
WHY = ("--reason", "The Quay asked twice.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two cuts, on one of which two newsrooms differ; built and committed."""
    for path, data in states.site(harbour=HARBOUR, quay=QUAY).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / ".gitignore").write_text("output/\n.cache/\n")
    git(tmp_path, "init", "-q", "-b", "main")
    assert cli.main(tmp_path, []) == 0
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    return tmp_path


def record(root: Path, event: str = KELP) -> str:
    """The lines of an event's record as they lie there."""
    text = (root / YEAR).read_bytes().decode().replace("\r\n", "\n")
    return re.split(r"^(?=- id: )", text.partition(f"- id: {event}\n")[2], flags=re.M)[0]


def edit(root: Path, event: str, old: str, new: str) -> bytes:
    """Changes one record by hand; what the file is then."""
    path = root / YEAR
    lines = record(root, event)
    assert old in lines, lines
    if old == JOBS:
        old = next(line.strip() for line in lines.splitlines() if old in line)
    path.write_text(path.read_text("utf-8").replace(lines, lines.replace(old, new, 1)), "utf-8")
    return path.read_bytes()


def adopt(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The command's exit status, and all that it says."""
    capsys.readouterr()
    status = cli.main(root, ["adopt", *words])
    said = capsys.readouterr()
    return status, said.out + said.err


def decision(root: Path, event: str = KELP) -> str:
    return (root / f"content/events/{event}.md").read_text("utf-8")


JOBS = 'jobs: {display: "310", low: 310, high: 317'


@pytest.mark.parametrize(
    ("old", "new", "written", "then"),
    [
        (
            JOBS,
            'jobs: {display: "317", low: 310, high: 317}',
            '- {field: jobs, claim: {article: quay, words: "Marrowbone plans to cut 317 jobs at '
            'Kelpworks in March 2031."}, reason: "The Quay asked twice."}',
            'jobs: {display: "317", low: 317, high: 317',
        ),
        (JOBS, "jobs: 317", "field: jobs, claim: {article: quay, words:", 'display: "317"'),
        (JOBS, 'jobs: {low: "317", high: 317}', "field: jobs, claim: {article: quay", "low: 317"),
        ("status: completed", "status: planned", "field: status, claim: {article: quay", "planned"),
        ('date: "2031-03"', "date: 2031-03-14", 'date: "2031-03-14"', 'date: "2031-03-14"'),
        (
            "  outlets:",
            "  milestones: {closed: 2031-04}\n  outlets:",
            'closed: "2031-04"',
            "closed",
        ),
        ("  outlets:", "  title: Kelpworks goes\n  outlets:", 'title: "Kelpworks goes"', "status"),
        (
            "  outlets:",
            f"  relations:\n  - {{is: revises, to: {DOCK}}}\n  outlets:",
            f'- {{is: revises, to: {DOCK}, reason: "The Quay asked twice."}}',
            "basis: decision",
        ),
    ],
)
def test_a_changed_field_becomes_a_decision(
    project: Path,
    old: str,
    new: str,
    written: str,
    then: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The file is new, the timeline the build's again and says so, and nothing typed is lost."""
    mine = edit(project, KELP, old, new)
    assert cli.main(project, []) == 1
    assert (project / YEAR).read_bytes() == mine
    status, said = adopt(project, capsys, *WHY)
    assert status == 0, said
    assert written in decision(project)
    assert then in record(project)
    assert (project / ".cache/adopted/2031-1.yaml").read_bytes() == mine
    assert "yours is kept as .cache/adopted/2031-1.yaml" in said
    after = tree(project / "data")
    assert cli.main(project, []) == 0
    assert tree(project / "data") == after
    assert adopt(project, capsys) == (0, "Nothing in data/timeline/ was written by hand.\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            JOBS,
            "jobs: 400",
            'no source of this event supports jobs: "400"; they say 310 (harbour), 317 (quay); '
            "add the article that says it, or a claim under `claims:` in content/events/",
        ),
        ("status: completed", "status: cancelled", "they say completed (harbour), planned (quay)"),
        ("status: completed", "status: complete", 'did you mean "completed"?'),
        ("units: [kelpworks]", "units: [drydock]", "they say kelpworks (harbour), "),
        ('date: "2031-03"', "date: March", '"date" is not a date: "March"; write 2024-02-06'),
        ('  date: "2031-03"\n', "", "a date can't be taken away; if it is wrong, write into"),
        ("  outlets: 2", "  outlets: 3", '"outlets" can\'t be decided; it is counted; correct'),
        ("  outlets:", "  titel: x\n  outlets:", 'has the key "titel"; did you mean "title"?'),
        ("  outlets:", "what?\n  outlets:", "this line is no field of a record: what?"),
        ("kind: layoff", "kind: closure", '"kind" can\'t be decided; it comes of the words'),
        ("text: \"Marrowbone cut 310", "text: \"Marrowbone cut 320", "correct the article (content/"
         "articles/harbour.md:7), or write into"),
        ("  outlets:", "  relations:\n  - {is: part_of, to: 2031-05-drydok-layoff, reason: x}\n"
         "  outlets:", 'no event has the id "2031-05-drydok-layoff"; did you mean 2031-05-drydock'),
        ("  outlets:", "  title: Kelpworks loses 400 jobs\n  outlets:", 'number of jobs "400"'),
    ],
)  # fmt: skip
def test_what_no_decision_can_say_is_told(
    project: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One by one and with the way to do it; then nothing is written and nothing put back."""
    edit(project, KELP, old, new)
    before = {k: v for k, v in tree(project).items() if not k.startswith((".cache/", ".git/"))}
    status, told = adopt(project, capsys, *WHY)
    assert status == 1
    assert said in told
    assert "Nothing was written" in told
    after = {k: v for k, v in tree(project).items() if not k.startswith((".cache/", ".git/"))}
    assert after == before


def test_a_reason_is_the_editors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Readers see it, so no program writes one."""
    edit(project, KELP, JOBS, "jobs: 317")
    status, told = adopt(project, capsys)
    assert status == 1
    assert 'a reason, which readers see; run build.py adopt --reason "why this' in told
    assert not (project / "content/events").exists()


def test_several_records_and_line_ends_of_windows(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each event has its file; other line ends alone are no change."""
    edit(project, KELP, "status: completed", "status: planned")
    edit(project, DOCK, 'date: "2031-05"', "date: 2031-05-09")
    text = (project / YEAR).read_bytes().replace(b"\n", b"\r\n")
    (project / YEAR).write_bytes(text)
    assert adopt(project, capsys, *WHY)[0] == 0
    assert 'date: "2031-05-09"' in decision(project, DOCK)
    assert "field: status" in decision(project)
    assert (project / ".cache/adopted/2031-1.yaml").read_bytes() == text


def test_a_deleted_record_is_hidden(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who takes an event out of the timeline wants it off the site; its address stays its own."""
    text = (project / YEAR).read_text("utf-8")
    (project / YEAR).write_text(text.replace(f"- id: {DOCK}\n{record(project, DOCK)}", ""), "utf-8")
    assert adopt(project, capsys)[0] == 0
    assert decision(project, DOCK) == "---\nhide: true\n---\n"
    assert f"- id: {DOCK}" in (project / "data/timeline/hidden.yaml").read_text("utf-8")


@pytest.mark.parametrize("command", [["check"], []])
def test_a_deleted_record_that_comes_back_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """It is the build's, so that deleting it alone does nothing: the way that works is named."""
    text = (project / YEAR).read_text("utf-8")
    (project / YEAR).write_text(text.replace(f"- id: {DOCK}\n{record(project, DOCK)}", ""), "utf-8")
    capsys.readouterr()
    assert cli.main(project, command) == 0
    said = capsys.readouterr().err
    assert f'{YEAR}:1:1: warning[digest]: the record "{DOCK}" was deleted by hand' in said
    assert f"write `hide: true` in content/events/{DOCK}.md" in said
    hide(project)
    assert cli.main(project, command) == 0
    assert "deleted by hand" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], []])
def test_a_deleted_file_that_comes_back_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """As its records would be; but not where all is deleted, which begins anew."""
    (project / YEAR).unlink()
    capsys.readouterr()
    assert cli.main(project, command) == 0
    [said] = [x for x in capsys.readouterr().err.splitlines() if "deleted by hand" in x]
    assert said.startswith(f"{YEAR}:1:1: warning[digest]: the file was deleted by hand; its ")
    assert "events and the file come back with every build; to take an event off the site" in said
    shutil.rmtree(project / "data/timeline")
    assert cli.main(project, command) == 0
    assert "deleted by hand" not in capsys.readouterr().err


def hide(root: Path) -> None:
    path = root / f"content/events/{DOCK}.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nhide: true\n---\n", "utf-8")


def test_a_new_id_is_a_new_address(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The old one leads there."""
    path = project / YEAR
    path.write_text(path.read_text("utf-8").replace(f"- id: {DOCK}", "- id: drydock-2031"), "utf-8")
    assert adopt(project, capsys)[0] == 0
    assert decision(project, "drydock-2031").startswith("---\nanchors:\n- c-")
    assert f"{DOCK}: drydock-2031" in (project / "data/redirects.yaml").read_text("utf-8")


OWN = """---
title: Kelpworks goes
prefer:
- field: status
  claim: {article: quay, words: "plans to cut 317 jobs"}
  reason: It is later.
corrections: [{date: 2031-06-01, text: We had written Drydock.}]
---
A story.
"""


def test_a_file_that_is_there_is_not_touched(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told which lines go where; once they are there, the record is put right."""
    path = project / f"content/events/{KELP}.md"
    path.parent.mkdir(parents=True)
    path.write_text(OWN)
    assert cli.main(project, []) == 0
    mine = edit(project, KELP, JOBS, "jobs: 317")
    edit(project, KELP, 'date: "2031-03"', "date: 2031-03-14")
    status, told = adopt(project, capsys, *WHY)
    assert status == 1
    assert path.read_text() == OWN
    assert (project / YEAR).read_bytes() != mine
    pasted = OWN.splitlines()
    for line, words in reversed(re.findall(r"write below line (\d+)\n    (.*)", told)):
        pasted.insert(int(line), words)
    assert pasted[6].startswith("- {field: jobs, claim: {article: quay")
    assert pasted[8] == 'date: "2031-03-14"'
    path.write_text("\n".join(pasted) + "\n")
    status, told = adopt(project, capsys)
    assert status == 0, told
    assert 'jobs: {display: "317"' in record(project)


def test_a_preference_that_is_there_is_the_editors(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two for one field would leave it open which counts."""
    path = project / f"content/events/{KELP}.md"
    path.parent.mkdir(parents=True)
    path.write_text(OWN)
    assert cli.main(project, []) == 0
    edit(project, KELP, "status: planned", "status: completed")
    status, told = adopt(project, capsys, *WHY)
    assert status == 1
    assert "a claim is preferred for status here already; write in its place:\n" in told


def test_without_git_the_ids_alone_are_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder under no version control can be put right, too."""
    for path, data in states.site(harbour=HARBOUR, quay=QUAY).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert cli.main(tmp_path, []) == 0
    edit(tmp_path, KELP, JOBS, "jobs: 317")
    assert adopt(tmp_path, capsys, *WHY)[0] == 0
    assert 'jobs: {display: "317"' in record(tmp_path)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"words\n", b"- id: total\n", b"- id: \n"])
def test_garbage_is_named_and_stays(
    project: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bytes that are no timeline are no decision, and nobody's tidying takes them away."""
    (project / "data/timeline/2030.yaml").write_bytes(data)
    status, told = adopt(project, capsys)
    assert status == (1 if data else 0), told
    assert "bug" not in told
    assert (project / "data/timeline/2030.yaml").read_bytes() == data


def test_a_figure_is_no_event(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is added up follows from what is added."""
    path = project / "data/timeline/total.yaml"
    path.write_text(path.read_text().replace("low: ", "low: 9"))
    status, told = adopt(project, capsys)
    assert status == 1
    assert "the total is added up from the events; change what an event says" in told


def test_articles_come_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is compared with a broken site would be compared with the wrong thing."""
    edit(project, KELP, JOBS, "jobs: 317")
    (project / "content/articles/quay.md").write_text("---\npublisher: x\n")
    status, told = adopt(project, capsys, *WHY)
    assert status == 1
    assert "never closed" in told
    assert "Nothing was written; mend these first." in told
