"""While somebody writes: one build for each save, and no trace of what was only half written."""

from __future__ import annotations

from pathlib import Path

import pytest

import sites
from headcount import memo, press
from headcount.disk import FileStore, read_tree
from headcount.model import Place, Problem
from headcount.serve import Board, Shown

MACHINE = {"data/timeline/2024.yaml": b"ids\n"}
HUMAN = {"content/articles/a.md": b"one"}


@pytest.fixture
def place(tmp_path: Path) -> press.Press:
    store = FileStore(tmp_path / ".cache")
    return press.Press(tmp_path, tmp_path / "output", memo.Memo(store), store)


def test_its_own_writing_is_no_new_input(place: press.Press) -> None:
    """Otherwise each save would build twice."""
    assert place.inputs({**HUMAN, **MACHINE}) == {**HUMAN, **MACHINE}
    place._written = {"data/timeline/2025.yaml": b"new\n"}
    assert place.inputs({**HUMAN, "data/timeline/2025.yaml": b"new\n"}) is None


def test_ids_count_from_where_the_watch_began(place: press.Press) -> None:
    """A sentence that was typed and taken back must leave no tombstone."""
    place.inputs({**HUMAN, **MACHINE})
    place._written = {"data/timeline/2025.yaml": b"half\n"}
    changed = {"content/articles/a.md": b"two"}
    assert place.inputs({**changed, "data/timeline/2025.yaml": b"half\n"}) == {
        **changed,
        **MACHINE,
    }


def test_what_somebody_else_wrote_is_the_new_beginning(place: press.Press) -> None:
    """A pull from another branch brings ids that must be kept."""
    place.inputs({**HUMAN, **MACHINE})
    place._written = dict(MACHINE)
    pulled = {"data/timeline/2024.yaml": b"pulled\n", "data/redirects.yaml": b"x\n"}
    assert place.inputs({**HUMAN, **pulled}) == {**HUMAN, **pulled}
    assert place.inputs({**HUMAN, **pulled}) is None


def test_what_was_altered_and_taken_back_is_built_again(place: press.Press) -> None:
    """The message says to take it back; the site then goes on from where it was."""
    board, said = Board(), []
    good = {path: data for path, data in sites.frame().items() if path.startswith("templates/")}
    place.save(good, board, said.extend)
    place.save({**good, "data/timeline/2024.yaml": b"by hand\n"}, board, said.extend)
    assert [problem.code for problem in said] == ["digest"]
    assert board.shown.problems
    place.save(good, board, said.extend)
    assert board.shown.problems == ()


def test_a_warning_is_said_once(place: press.Press) -> None:
    """Said after every save, it would hide the one that is new."""
    said: list[Problem] = []
    stray = {"content/article/a.md": b"", **sites.frame()}
    for words in (b"one", b"two"):
        place.save(
            {**stray, "content/pages/x.md": b"---\ntitle: X\n---\n" + words}, Board(), said.extend
        )
    assert [one.place.file for one in said if one.code == "file"] == ["content/article/a.md"]
    place.save({**stray, "content/b/a.md": b""}, Board(), said.extend)
    assert [one.place.file for one in said if one.code == "file"][1:] == ["content/b/a.md"]


def test_a_tree_that_cannot_be_read_keeps_the_last_site(place: press.Press) -> None:
    """The browser shows why; the terminal says the same."""
    board, said = Board(), []
    board.show(Shown({"index.html": b"good"}, "b1"))
    problem = Problem(Place("content/a.md"), "file", "can't be read", "make it readable")
    place.save((problem,), board, said.extend)
    assert said == [problem]
    assert board.shown.outputs == {"index.html": b"good"}
    assert board.shown.problems == (
        "content/a.md:1:1: error[file]: can't be read; make it readable",
    )


@pytest.fixture
def desk(place: press.Press) -> press.Press:
    """A press over a site that lies on the disk."""
    for path, data in sites.frame().items():
        (place.root / path).parent.mkdir(parents=True, exist_ok=True)
        (place.root / path).write_bytes(data)
    return place


def test_a_folder_that_has_gone_is_an_error(desk: press.Press) -> None:
    """Moved away for a moment, it is no site without articles; nothing is written meanwhile."""
    board, said = Board(), []
    desk.save(read_tree(desk.root), board, said.extend)
    (desk.root / "data").rename(desk.root / "away")
    outcome = desk.save(read_tree(desk.root), board, said.extend)
    assert outcome == press.Outcome(errors=1)
    assert [(problem.place.file, problem.code) for problem in said] == [("data", "file")]
    assert "this folder has gone" in board.shown.problems[0]
    desk.keep(outcome, said.extend)
    assert not (desk.root / "data").exists()
    (desk.root / "away").rename(desk.root / "data")
    assert desk.save(read_tree(desk.root), board, said.extend) is not None
    assert board.shown.problems == ()


def test_what_another_branch_brought_meanwhile_is_not_overwritten(desk: press.Press) -> None:
    """A build takes time; what git has put there since holds ids that are nowhere else."""
    outcome = desk.save(read_tree(desk.root), Board(), list)
    assert outcome is not None
    theirs = desk.root / "data/timeline/2024.yaml"
    theirs.parent.mkdir(exist_ok=True)
    theirs.write_bytes(b"of another branch")
    desk.keep(outcome, list)
    assert theirs.read_bytes() == b"of another branch"
    assert not desk.output.exists()
    theirs.unlink()
    desk.keep(outcome, list)
    assert not theirs.exists()
    assert (desk.output / "index.html").is_file()
