"""What a build did to the timeline, measured against what is committed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import sites
import states
from desks import MARINER, desk_at
from headcount import cli, history, pipeline
from headcount.difference import difference, lines, sentence
from headcount.surroundings import HOME, Surroundings

ROPEWALK = "Marrowbone will cut 300 jobs at Ropewalk in August 2031."
CHANDLERY = "Marrowbone will cut 90 jobs at Chandlery in November 2031."


def machine(**bodies: str) -> dict[str, bytes]:
    """The timeline's files of a site with these articles, by id."""
    return dict(pipeline.build(states.site(**bodies)).machine)


def told(old: dict[str, bytes], new: dict[str, bytes]) -> tuple[str, list[str]]:
    found = difference(old, new)
    return sentence(found), list(lines(found))


def test_nothing_done_says_so() -> None:
    """The same timeline twice, and none twice."""
    ropewalk = machine(ropewalk=ROPEWALK)
    assert told(ropewalk, ropewalk) == ("headline unchanged; no claim to review", [])
    assert told({}, {}) == ("headline unchanged; no claim to review", [])


def test_events_come_and_go() -> None:
    """A new article's event; taken back, the same the other way round."""
    one, two = machine(ropewalk=ROPEWALK), machine(ropewalk=ROPEWALK, chandlery=CHANDLERY)
    first, rest = told(one, two)
    assert first == "+1 event, headline 300 → 390; no claim to review"
    assert rest == ["+ 2031-11-chandlery-layoff"]
    first, rest = told(two, one)
    assert first == "−1 event, headline 390 → 300; no claim to review"
    assert rest == ["− 2031-11-chandlery-layoff"]


def test_a_changed_number_is_told_with_both_ends() -> None:
    """An article corrected: what a reader sees of it changes, and so does the headline."""
    first, rest = told(machine(ropewalk=ROPEWALK), machine(ropewalk=ROPEWALK.replace("300", "340")))
    assert first == "1 event changed, headline 300 → 340; no claim to review"
    assert rest == ["~ 2031-08-ropewalk-layoff: jobs: 300 → 340"]


def test_dates_and_units_are_told_in_words() -> None:
    """Whoever reads a preview knows neither EDTF nor the ids of units."""
    before = machine(ropewalk=ROPEWALK.replace("in August", "on 14 August"))
    [line] = told(before, machine(ropewalk=ROPEWALK))[1]
    assert line.endswith(": date: 14 Aug 2031 → Aug 2031")
    before = machine(ropewalk="Marrowbone will cut 300 jobs in August 2031.")
    after = pipeline.build({**before, **states.site(ropewalk=ROPEWALK)}).machine
    [line] = told(before, dict(after))[1]
    assert "units: none → Ropewalk" in line


def test_a_dispute_is_named_by_its_number_and_field() -> None:
    """Two articles that differ, and one of them withdrawn again."""
    other = ROPEWALK.replace("300", "360")
    one, two = machine(ropewalk=ROPEWALK), machine(ropewalk=ROPEWALK, other=other)
    first, rest = told(one, two)
    assert "1 new dispute (" in first
    assert first.partition("dispute (")[2].startswith("3")
    assert ": number)" in first
    assert "sources: 1 → 2" in rest[0]
    assert "1 settled dispute (" in told(two, one)[0]


def test_a_file_in_which_two_branches_met_is_read_for_both() -> None:
    """The committed side may be the middle of a merge."""
    ropewalk = machine(ropewalk=ROPEWALK)
    path = next(path for path in ropewalk if path.endswith("2031.yaml"))
    torn = b"<<<<<<< ours\n" + ropewalk[path] + b"=======\n>>>>>>> theirs\n"
    assert told({**ropewalk, path: torn}, ropewalk)[1] == []


def decided(event: str, *lines: str) -> dict[str, bytes]:
    """The timeline's files of a site with two cuts and a total, and these decisions about one."""
    files = states.site(
        ropewalk=ROPEWALK, chandlery=CHANDLERY, year="Marrowbone cut 1,200 jobs in 2031, it said."
    )
    files[f"content/events/{event}.md"] = "\n".join(["---", *lines, "---", ""]).encode()
    return dict(pipeline.build(files).machine)


def test_what_an_editor_hides_and_shows_again_is_named() -> None:
    """No source changed, and yet the event left the site; a colleague asks why."""
    chandlery = "2031-11-chandlery-layoff"
    shown, hidden = decided(chandlery, "title: It goes quiet"), decided(chandlery, "hide: true")
    first, rest = told(shown, hidden)
    assert first.startswith("1 event hidden, headline ")
    assert rest == [f"− {chandlery}: hidden"]
    first, rest = told(hidden, shown)
    assert first.startswith("1 event shown again, headline ")
    assert rest == [f"+ {chandlery}: shown again"]
    assert told(hidden, hidden)[1] == []
    assert f"− {chandlery}: hidden" in told({}, hidden)[1]


def test_the_stages_that_an_editor_dates_are_named() -> None:
    """A reader sees them beside the date."""
    chandlery = "2031-11-chandlery-layoff"
    plain = decided(chandlery, "title: It goes quiet")
    dated = decided(chandlery, "milestones: {announced: 2031-10-03, completed: 2031-11}")
    assert told(plain, dated)[1] == [
        f"~ {chandlery}: stages: none → announced 3 Oct 2031, completed Nov 2031"
    ]


def test_a_dispute_of_a_hidden_event_neither_comes_nor_goes() -> None:
    """Nobody who reads the site sees it; an editor reads of it when the event is shown."""
    other = ROPEWALK.replace("300", "360")
    files = states.site(ropewalk=ROPEWALK, other=other)
    files["content/events/2031-08-ropewalk-layoff.md"] = b"---\nhide: true\n---\n"
    hidden, shown = dict(pipeline.build(files).machine), machine(ropewalk=ROPEWALK, other=other)
    for old, new in (({}, hidden), (shown, hidden), (hidden, shown)):
        assert "dispute" not in told(old, new)[0]


def test_what_an_editor_relates_is_named() -> None:
    """Which event it is part of, or replaces: that moves totals, and nothing else."""
    chandlery, year = "2031-11-chandlery-layoff", "2031-marrowbone-layoff"
    plain = decided(chandlery, "title: It goes quiet")
    inside = decided(chandlery, f"relations: [{{is: part_of, to: {year}, reason: It said so.}}]")
    instead = decided(chandlery, f"relations: [{{is: revises, to: {year}, reason: It said so.}}]")
    first, rest = told(plain, inside)
    assert first.startswith("1 event changed, ")
    assert rest == [f"~ {chandlery}: part of: none → {year}"]
    assert told(inside, plain)[1] == [f"~ {chandlery}: part of: {year} → none"]
    assert told(inside, instead)[1] == [
        f"~ {chandlery}: part of: {year} → none; replaces: none → {year}"
    ]


# ---------------------------------------------------------------- with version control


def git(root: Path, *words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(root), *name, *words], check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with one article, built and committed."""
    root = tmp_path / "work" / "site"
    for path, data in states.site(ropewalk=ROPEWALK).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    git(tmp_path / "work", "init", "-q", "-b", "main")
    assert cli.main(root, []) == 0
    (root / ".gitignore").write_text("output/\n.cache/\n")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    return root


def add(root: Path, id_: str, body: str) -> None:
    path = f"content/articles/{id_}.md"
    (root / path).write_bytes(states.site(**{id_: body})[path])


def test_every_build_ends_with_what_it_did(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Against the commit, not against the build before; `check` says the same."""
    add(project, "chandlery", CHANDLERY)
    for command in ([], [], ["check"]):
        capsys.readouterr()
        assert cli.main(project, command) == 0
        said = capsys.readouterr().out
        assert "Since the last commit: +1 event, headline 300 → 390; no claim to review\n" in said
        assert "  + 2031-11-chandlery-layoff\n" in said
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "second")
    capsys.readouterr()
    assert cli.main(project, []) == 0
    assert "Since the last commit: headline unchanged" in capsys.readouterr().out


def test_a_preview_is_measured_against_the_production_branch(project: Path) -> None:
    """Where its branch left it; a branch of two commits tells of both."""
    git(project, "checkout", "-q", "-b", "work")
    add(project, "chandlery", CHANDLERY)
    assert cli.main(project, []) == 0
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "on the branch")
    preview = Surroundings("deploy-preview", "https://p.example", "work")
    now = history.baseline(project, HOME)
    fork = history.baseline(project, preview)
    assert (now.name, fork.name) == ("the last commit", "the production branch")
    new = sites.disk.read_tree(project)
    assert "+1 event" in sentence(difference(fork.files, new))
    assert "+1 event" not in sentence(difference(now.files, new))


def test_a_push_is_told_beside_what_was_there_before_it(tmp_path: Path) -> None:
    """Its own commit holds what it has changed already; the first push has nothing else."""
    desk = desk_at(tmp_path)
    assert cli.main(desk.clone, []) == 0
    desk.commit()
    assert "headline unchanged" in desk.push()
    before = desk.git("rev-parse", "--short", "HEAD").strip()
    desk.write("content/articles/mariner-2025.md", MARINER.format(published="2025-08-01", jobs=40))
    assert cli.main(desk.clone, []) == 0
    desk.commit()
    assert f"Since {before}: +1 event" in desk.push()


def test_a_commit_to_compare_with_may_be_chosen(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that git does not know is told by its name."""
    git(project, "tag", "spring")
    add(project, "chandlery", CHANDLERY)
    assert cli.main(project, []) == 0
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "second")
    capsys.readouterr()
    assert cli.main(project, ["--since", "spring"]) == 0
    assert "Since spring: +1 event" in capsys.readouterr().out
    assert cli.main(project, ["--since", "sprung"]) == 0
    assert "What changed can't be told: git knows no commit sprung." in capsys.readouterr().out


def test_without_a_commit_the_reason_is_told(tmp_path: Path) -> None:
    """No repository, none that holds a commit, no git: a word, and never a failure."""
    assert "no version control" in history.baseline(tmp_path, HOME).reason
    git(tmp_path, "init", "-q")
    assert history.baseline(tmp_path, HOME).reason == "nothing is committed yet"


def test_without_git_a_build_still_ends_well(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Version control only measures."""
    monkeypatch.setenv("PATH", "")
    assert cli.main(project, []) == 0
    assert "What changed can't be told: git is not installed." in capsys.readouterr().out


def test_a_preview_has_a_page_of_what_it_changes(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With a link from every page; production has none, and is the same whatever git says."""
    git(project, "checkout", "-q", "-b", "work")
    add(project, "chandlery", CHANDLERY)
    assert cli.main(project, ["--output", str(tmp_path / "live")]) == 0
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("CONTEXT", "deploy-preview")
    monkeypatch.setenv("DEPLOY_PRIME_URL", "https://p.example")
    assert cli.main(project, ["--output", str(tmp_path / "preview")]) == 0
    page = (tmp_path / "preview/changes/index.html").read_text("utf-8")
    assert "Since the production branch: +1 event, headline 300 → 390" in page
    assert 'href="../events/2031-11-chandlery-layoff/"' in page
    assert 'href="changes/"' in (tmp_path / "preview/index.html").read_text("utf-8")
    assert "/changes/" not in (tmp_path / "preview/sitemap.xml").read_text("utf-8")
    assert not (tmp_path / "live/changes").exists()
    assert "changes/" not in (tmp_path / "live/index.html").read_text("utf-8")


def test_the_page_of_changes_names_what_an_editor_decided(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Hidden, in a group of its own, without a link to a page that isn't there."""
    git(project, "checkout", "-q", "-b", "work")
    decision = project / "content/events/2031-08-ropewalk-layoff.md"
    decision.parent.mkdir(parents=True, exist_ok=True)
    decision.write_text("---\nhide: true\n---\n")
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("CONTEXT", "deploy-preview")
    monkeypatch.setenv("DEPLOY_PRIME_URL", "https://p.example")
    assert cli.main(project, ["--output", str(tmp_path / "preview")]) == 0
    page = (tmp_path / "preview/changes/index.html").read_text("utf-8")
    assert "1 event hidden, headline 300 → " in page
    assert "Events that an editor hides" in page
    assert "2031-08-ropewalk-layoff" in page
    assert "No event changes for a reader." not in page
