"""A push to one's own server, and what readers then see: a bare repository with the hook in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hosting
import pytest
from playwright.sync_api import Browser, Page

from desks import MARINER, QUAY, Desk, desk_at

MAKEFILE = """.venv/site.done:
\t@test ! -e refused || {{ echo "no such package" >&2; exit 1; }}
\t@mkdir -p .venv/bin && echo made >>../made
\t@printf '#!/bin/sh\\nexec {python} "$@"\\n' >.venv/bin/python && chmod +x .venv/bin/python
\t@touch $@
"""
"""Stands for the real one, which installs from the network; it notes each time that it did."""


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose first commit has been published."""
    desk = desk_at(tmp_path_factory.mktemp("push"))
    said = desk.push("main")
    assert "remote: headcount: building " in said
    assert "remote: 1 article, 1 event, 0 claims to review" in said
    return desk


@pytest.fixture
def desk(pushed: Desk) -> Desk:
    """The same desk, whose next commit follows the first; the site may still be another test's."""
    pushed.git("checkout", "--quiet", "--force", "-B", "main", "first")
    return pushed


@pytest.fixture
def reader(chromium: Browser, desk: Desk) -> Iterator[Page]:
    """A browser before what is published; its console must stay silent."""
    said: list[str] = []
    with hosting.serving(lambda path: (hosting.published(desk.site), path[1:])) as address:
        page = chromium.new_page(base_url=address)
        page.on("console", lambda one: said.append(one.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        yield page
        page.close()
    assert said == []


def test_what_is_pushed_is_read(desk: Desk, reader: Page) -> None:
    """An article comes, breaks, is mended and goes; readers see each good state, and no other."""
    desk.push()
    reader.goto("/")
    assert "340" in reader.inner_text("main")
    assert "210" not in reader.inner_text("main")

    path = "content/articles/mariner-2025.md"
    desk.write(path, MARINER.format(published="2025-08-01", jobs=210))
    desk.commit()
    assert "2 articles, 2 events" in desk.push()
    reader.reload()
    reader.locator("main .event h4 a", has_text="210").first.click()
    assert "rope walk" in reader.locator("blockquote").first.inner_text()
    assert reader.locator("main").get_by_text("The Mariner").count() > 0

    desk.write(path, MARINER.format(published="Febuary 6", jobs=180))
    desk.commit()
    said = desk.push()
    assert f'remote: {path}:4:12: error[date]: "published" is not a date: "Febuary 6"' in said
    assert "remote: Not built: 1 error. The last good site stays." in said
    assert "remote: headcount: not published; readers keep the last good site" in said
    reader.reload()
    assert "210" in reader.inner_text("h1")
    reader.goto("/")
    assert "210" in reader.inner_text("main")
    assert "180" not in reader.inner_text("main")

    desk.write(path, MARINER.format(published="2025-08-06", jobs=180))
    desk.commit()
    said = desk.push()
    assert "error" not in said
    assert "not published" not in said
    reader.reload()
    assert "180" in reader.inner_text("main")
    assert "210" not in reader.inner_text("main")

    desk.git("rm", "--quiet", path)
    desk.commit()
    desk.push()
    reader.reload()
    assert "180" not in reader.inner_text("main")
    assert "340" in reader.inner_text("main")


def test_a_site_is_switched_whole(desk: Desk) -> None:
    """What readers have is a generation that a link leads to, and the next one is another."""
    assert desk.site.is_symlink()
    before = desk.site.resolve()
    desk.write(QUAY, (desk.clone / QUAY).read_text("utf-8").replace("340", "360"))
    desk.commit()
    desk.push()
    assert desk.site.resolve() != before
    assert (before / "index.html").is_file(), "whoever reads it may finish"


def test_the_build_of_a_push_is_that_of_its_commit(desk: Desk, tmp_path: Path) -> None:
    """Nothing of an earlier push, or of the editor's own folder, comes in."""
    desk.write("content/articles/mariner-2025.md", MARINER.format(published="2025-08-01", jobs=5))
    desk.commit()
    desk.push()
    desk.git("reset", "--quiet", "--hard", "first")
    command = [sys.executable, "build.py", "--output", str(tmp_path / "output")]
    subprocess.run(command, cwd=desk.clone, check=True, capture_output=True, timeout=300)
    desk.git("reset", "--quiet", "--hard", "first")
    desk.write("content/articles/unsaved.md", "no article")
    desk.push()
    (desk.clone / "content/articles/unsaved.md").unlink()
    assert hosting.published(desk.site) == hosting.published(tmp_path / "output")
    assert len(desk.events()) == 1


def test_two_quick_pushes_end_with_the_last(desk: Desk) -> None:
    """Whoever comes second waits for the first build, and both come to a good end."""
    for jobs in (410, 420):
        desk.write(QUAY, desk.git("show", f"first:{QUAY}").replace("340", str(jobs)))
        desk.commit()
    first = subprocess.Popen(
        ["git", "push", "live", "+HEAD~:main"],
        cwd=desk.clone,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert first.stdout is not None
    said = ""
    while "building" not in said:
        line = first.stdout.readline()
        assert line, said
        said += line
    second = desk.push()
    said += first.communicate(timeout=300)[0]
    assert said.count("in /") == second.count("in /") == 1, said + second
    assert "420" in (desk.site / "index.html").read_text("utf-8")


def test_another_branch_builds_nothing(desk: Desk) -> None:
    """A draft is not for readers, and a tag isn't either."""
    before = desk.site.resolve()
    desk.git("checkout", "--quiet", "-B", "draft")
    desk.write(QUAY, (desk.clone / QUAY).read_text("utf-8").replace("340", "777"))
    desk.commit()
    desk.git("tag", "--force", "main-of-old")
    said = desk.push("draft", "main-of-old", "draft:refs/heads/not/main")
    assert "remote:" not in said
    assert desk.site.resolve() == before


def test_another_branch_can_be_the_readers(desk: Desk) -> None:
    """And then main is a draft like any other."""
    desk.git("config", "headcount.branch", "live/readers", at=desk.bare)
    try:
        desk.write(QUAY, (desk.clone / QUAY).read_text("utf-8").replace("340", "901"))
        desk.commit()
        assert "remote:" not in desk.push()
        assert "remote: headcount: building " in desk.push("main:live/readers")
        assert "901" in (desk.site / "index.html").read_text("utf-8")
    finally:
        desk.git("config", "--unset", "headcount.branch", at=desk.bare)


def test_a_forced_push_goes_back(desk: Desk) -> None:
    """History is the editors'; the site is whatever the branch is now."""
    desk.write("content/articles/mariner-2025.md", MARINER.format(published="2025-08-01", jobs=5))
    desk.commit()
    desk.push()
    assert len(desk.events()) == 2
    desk.git("reset", "--quiet", "--hard", "first")
    assert "main -> main (forced update)" in desk.push("--force", "main")
    assert len(desk.events()) == 1


def test_a_deleted_branch_leaves_the_site(desk: Desk) -> None:
    """A slip of the hand must not take a site down."""
    desk.git("config", "receive.denyDeleteCurrent", "ignore", at=desk.bare)
    before = desk.site.resolve()
    said = desk.push("--delete", "main")
    assert "remote: headcount: main is gone; the last site stays" in said
    assert "not published" not in said
    assert desk.site.resolve() == before
    assert "remote: headcount: building " in desk.push()


def test_without_a_folder_it_says_what_to_set(desk: Desk) -> None:
    """A forgotten step must be told at the first push, with the words that mend it."""
    desk.git("config", "--unset", "headcount.publish", at=desk.bare)
    try:
        desk.write(QUAY, (desk.clone / QUAY).read_text("utf-8").replace("340", "341"))
        desk.commit()
        said = desk.push()
        assert f"git -C {desk.bare} config headcount.publish /srv/www/headcount" in said
    finally:
        desk.git("config", "headcount.publish", str(desk.site), at=desk.bare)


def test_a_folder_that_is_somebody_elses_stays(desk: Desk) -> None:
    """The web server's old site, say, which nobody meant to lose."""
    own = desk.site.parent / "own"
    own.mkdir()
    (own / "index.html").write_text("mine", "utf-8")
    desk.git("config", "headcount.publish", str(own), at=desk.bare)
    try:
        desk.write(QUAY, (desk.clone / QUAY).read_text("utf-8").replace("340", "342"))
        desk.commit()
        assert "is in the way" in desk.push()
        assert [path.name for path in own.iterdir()] == ["index.html"]
    finally:
        desk.git("config", "headcount.publish", str(desk.site), at=desk.bare)


def test_the_environment_is_made_once_for_each_lock(tmp_path: Path) -> None:
    """Made again when `requirements.txt` has changed; and if it can't be, nothing is published."""
    desk = desk_at(tmp_path)
    desk.git("config", "--unset", "headcount.python", at=desk.bare)
    desk.write("Makefile", MAKEFILE.format(python=sys.executable))
    made = desk.bare / "headcount/made"
    told = []
    for step in ("article", "article", "lock", "refused", "mended"):
        if step == "article":
            name = f"content/articles/mariner-{len(told)}.md"
            desk.write(name, MARINER.format(published="2025-08-01", jobs=90 + len(told)))
        elif step == "mended":
            desk.git("rm", "--quiet", "refused")
        else:
            desk.write("requirements.txt", f"# {step}\n")
        if step == "refused":
            desk.write("refused", "")
        desk.commit()
        said = desk.push()
        assert ("not published" in said) == (step == "refused"), said
        assert ("remote: no such package" in said) == (step == "refused")
        told.append(len(made.read_text().splitlines()))
    assert told == [1, 1, 2, 2, 3]
