"""The line on a small site about an invented company, with the project's own templates."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

import sites
from headcount import memo, pipeline, texts

Files = sites.Files

NAMES = """organisations:
  tallow-brothers:
    name: Tallow Brothers
    watch: true
publishers:
  quay-post:
    name: The Quay Post
    short: Quay Post
"""
ARTICLE = """---
publisher: The Quay Post
title: Tallow Brothers trims its mills
published: 2025-03-04
---
Tallow Brothers said on Tuesday that it will cut 340 jobs at its mills in May 2025.
"""


def small() -> Files:
    """One company, one article, and no memory."""
    files = {
        path: data for path, data in sites.frame().items() if path.startswith(("temp", "assets"))
    }
    return {
        **files,
        "data/site.yaml": b"title: Mills\n",
        "data/organisations.yaml": NAMES.encode(),
        "content/articles/quay-2025.md": ARTICLE.encode(),
    }


@cache
def built() -> pipeline.Build:
    build = pipeline.build(small())
    assert not build.errors, build.errors
    return build


def test_an_article_becomes_a_cited_page() -> None:
    """The shortest way through the whole line."""
    [event] = built().timeline.events
    page = built().outputs[f"events/{event.id}/index.html"].decode()
    assert "340" in page
    assert "Quay Post" in page


def test_one_run_reaches_the_fixpoint() -> None:
    """What the build writes beside the inputs changes nothing that it would build from them."""
    again = pipeline.build({**small(), **built().machine})
    assert again.machine == built().machine
    assert again.outputs == built().outputs


def test_remembering_changes_nothing() -> None:
    """Neither in the run that fills the memory nor in the run that uses it."""
    store = memo.Store()
    for _ in range(2):
        assert pipeline.build(small(), memo.Memo(store)) == built()


def test_every_problem_is_told_at_once() -> None:
    """One bad file never hides another's error, and with any error nothing is published."""
    files = small()
    files["content/articles/b-2025.md"] = ARTICLE.replace("2025-03-04", "Febuary 6").encode()
    files["content/articles/c-2025.md"] = b"\xff\xfe"
    files["data/site.yaml"] = b"titel: Mills\n"
    files["templates/extra.html"] = "<p>\nä".encode("latin-1")
    build = pipeline.build(files)
    places = {(problem.place.file, problem.place.line) for problem in build.errors}
    assert {file for file, _ in places} >= {
        "content/articles/b-2025.md",
        "content/articles/c-2025.md",
        "data/site.yaml",
    }
    assert ("templates/extra.html", 2) in places
    assert build.outputs == {}
    assert build.machine == {}


def test_a_broken_template_is_the_templates_problem() -> None:
    """Its file and line are told, not those of the program that reads it."""
    files = small()
    files["templates/event.html"] += b"\n{% if %}\n"
    build = pipeline.build(files)
    [problem] = build.errors
    assert problem.place.file == "templates/event.html"
    assert problem.place.line > 1
    assert build.outputs == {}


def test_every_broken_template_is_told() -> None:
    """Each once, however many pages use it, and beside what is wrong with an article."""
    files = small()
    files["templates/event.html"] += b"{% if %}"
    files["templates/source.html"] = b"{{ page.nothing }}"
    files["templates/text.html"] = b"{{ page | nothing }}"
    templates = [problem.place.file for problem in pipeline.build(files).errors]
    assert sorted(templates) == ["templates/event.html", "templates/source.html"]
    files["content/articles/b-2025.md"] = b"no front matter"
    told = {problem.place.file for problem in pipeline.build(files).errors}
    assert told >= {"content/articles/b-2025.md", "templates/event.html", "templates/text.html"}


def test_a_decision_is_not_accused_of_its_articles_error() -> None:
    """It means an article that is there and can't be read: who follows the advice, mends that."""
    files = small()
    files["content/events/2025-05-mills-layoff.md"] = (
        b"---\nanchors:\n- {article: quay-2025, words: 340 jobs}\n---\n"
    )
    files["content/articles/quay-2025.md"] += b"\xff"
    errors = pipeline.build(files).errors
    remedies = [error.remedy for error in errors if error.place.file.startswith("content/events")]
    assert remedies
    for remedy in remedies:
        assert remedy.startswith("mend content/articles/quay-2025.md first")


def test_a_file_that_nobody_reads_is_told() -> None:
    """`content/article/` looks right, and its texts would be missing without a word."""
    files = small()
    files["content/article/x.md"] = b"x"
    build = pipeline.build(files)
    [problem] = [one for one in build.problems if one.place.file == "content/article/x.md"]
    assert problem.severity == "warning"
    assert build.outputs


def test_an_empty_site_is_a_site() -> None:
    """Somebody who begins sees a page, not an error."""
    files = {path: data for path, data in small().items() if not path.startswith("content/")}
    build = pipeline.build(files)
    assert build.errors == ()
    assert "index.html" in build.outputs
    assert "404.html" in build.outputs


def test_no_written_page_can_take_an_address_of_the_sites_own() -> None:
    """Every folder that a build makes by itself is among the names that are refused."""
    assert {path.split("/")[0] for path in built().outputs if "/" in path} <= texts.RESERVED


def test_assets_are_named_by_their_bytes() -> None:
    """They may be kept for ever by a browser, because other bytes get another name."""
    files = small()
    files["assets/site.css"] += b"\n"
    changed = pipeline.build(files).outputs
    before = {name for name in built().outputs if name.startswith("assets/")}
    after = {name for name in changed if name.startswith("assets/")}
    assert before
    assert all(re.fullmatch(r"assets/.+\.[0-9a-f]{10}\.\w+", name) for name in before)
    assert len(before - after) == len(after - before) == 1
    assert (after - before).pop() in changed["index.html"].decode()


def test_the_ledger_lists_every_file() -> None:
    """The next build removes by it, so it must hold neither more nor less."""
    ledger = json.loads(built().outputs["build.json"])
    assert set(ledger["files"]) == set(built().outputs) - {"build.json"}
    assert ledger["counts"]["events"] == 1
    assert ledger["counts"]["articles"] == 1
    files = small()
    files["data/site.yaml"] = b"title: Other mills\n"
    other = json.loads(pipeline.build(files).outputs["build.json"])
    assert other["build"] != ledger["build"]


@pytest.mark.parametrize("path", ["data/organisations.yaml", "data/site.yaml"])
def test_missing_data_files_are_no_error(path: str) -> None:
    """Both have defaults: no names, and a plain title."""
    files = small()
    del files[path]
    assert pipeline.build(files).errors == ()
