"""`build.py new`: files to begin with, which are right as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from headcount import (
    articles,
    cli,
    decisions,
    frontmatter,
    pipeline,
    references,
    schema,
    starting,
    texts,
)
from headcount.disk import read_tree
from test_add import folder, root
from test_pipeline import small

__all__ = ("root",)

RECORDS = {"article": articles.FRONT, "event": decisions.FRONT, "page": texts.FRONT}
EVENT = "2025-05-tallow-brothers-layoff"


def uncommented(text: str) -> str:
    """A file with every key taken into use."""
    return re.sub(r"(?m)^# (?=( *- )? *\w+:)", "", text)


@pytest.mark.parametrize("name", RECORDS)
def test_every_key_stands_there_with_its_sentence(name: str) -> None:
    """The list can't drift from what is read: without the signs it is the whole record."""
    made = starting.document(RECORDS[name], {}).decode()
    document, problems = frontmatter.read(uncommented(made).encode(), "x.md", RECORDS[name])
    assert document is not None
    assert {problem.code for problem in problems} <= {"missing", "date"}, "nothing but blanks"
    found = {re.sub(r"\.\d+", "[]", path) for path, _ in frontmatter.places(document.front)}
    for path, type_, _, doc in schema.rows(RECORDS[name]):
        assert path in found, path
        assert f"{path.rpartition('.')[2]}:  # {type_}" in made
        assert doc in made


def test_an_event_is_tied_to_a_claim(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By words of it, which mean that claim and no other; the site stays as it was."""
    before = pipeline.build(small())
    [event] = before.timeline.events
    assert cli.main(root, ["new", "event", event.id]) == 0
    path = f"content/events/{event.id}.md"
    assert capsys.readouterr().out == (
        f"{path} is written. It settles nothing yet; write the event's story below the second "
        "line of ---.\n"
    )
    text = (root / path).read_text("utf-8")
    assert (
        '\nanchors:\n- {article: quay-2025, words: "that it will cut 340 jobs at its mills"}\n'
        in text
    )
    after = pipeline.build(read_tree(root))
    assert not after.errors
    [decision_anchor] = references_of(text)
    assert references.resolve(decision_anchor, event.claims) in {c.id for c in event.claims}
    assert [one.id for one in after.timeline.events] == [event.id]


def references_of(text: str) -> list[str]:
    found, _ = decisions.read({"content/events/a.md": text.encode()}, (), pipeline.Registry())
    return [anchor for decision in found for anchor in decision.anchors]


def test_a_page_and_an_article_are_valid_at_once(root: Path) -> None:
    arguments = ["--title", "Mills: a list", "--publisher", "no"]
    assert cli.main(root, ["new", "page", "our-mills"]) == 0
    assert cli.main(root, ["new", "article", "quay-2026", *arguments]) == 0
    page = (root / "content/pages/our-mills.md").read_text("utf-8")
    assert "\ntitle: Our mills\n# description:  # text: one sentence" in page
    made = folder(root)["quay-2026.md"]
    assert '\npublisher: "no"\ntitle: "Mills: a list"\n# published:  # date: when it' in made
    built = pipeline.build(read_tree(root))
    assert not built.errors, built.errors
    assert "our-mills/index.html" in built.outputs


REFUSED = [
    (
        ["event", "2025-05-talow-brothers-layoff"],
        "content/events/2025-05-talow-brothers-layoff.md:1:1: error[unknown]: no event has the id "
        f'"2025-05-talow-brothers-layoff"; did you mean "{EVENT}"?',
    ),
    (
        ["event", "x"],
        f'content/events/x.md:1:1: error[unknown]: no event has the id "x"; write one of: {EVENT}',
    ),
    (
        ["article", "quay-2025", "--title", "T", "--publisher", "P"],
        "content/articles/quay-2025.md:1:1: error[file]: is there already; "
        "edit it, or choose another id",
    ),
    (
        ["article", "quay-2026", "--title", "T"],
        "content/articles/quay-2026.md:1:1: error[missing]: nothing says its publisher; "
        'add --publisher "<the newsroom, as it writes its name>"',
    ),
    (
        ["page", "Our Mills"],
        'ID:1:1: error[id]: "Our Mills" can\'t be an id: small letters, digits and hyphens only; '
        "write our-mills",
    ),
    (
        ["page", "events"],
        'content/pages/events.md:1:1: error[id]: "events" is an address of the site\'s own; '
        "choose another id",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_what_is_wrong_is_told_and_nothing_written(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = read_tree(root)
    assert cli.main(root, ["new", *arguments]) == 1
    assert capsys.readouterr().err == f"{message}\n"
    assert read_tree(root) == before


@pytest.mark.parametrize("what", ["event", "page", "article"])
def test_nothing_is_written_over(root: Path, what: str) -> None:
    """A second time it is refused, whatever stands there by then."""
    arguments = ["new", what, EVENT, "--title", "T", "--publisher", "P"]
    assert cli.main(root, arguments) == 0
    [path] = (root / "content").glob(f"{what}s/{EVENT}.md")
    path.write_text("mine")
    assert cli.main(root, arguments) == 1
    assert path.read_text() == "mine"
