"""Writing with the site in view, in a real browser: each way of saving, and each mishap."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import hosting
import pytest
from desk import Desk, laid
from playwright.sync_api import Browser, BrowserContext, Page, expect

from headcount import cli

ARTICLE = "content/articles/news-0000.md"
SOURCE = "sources/news-0000/"
STYLE = "assets/site.css"
MARK = "document.documentElement.dataset.mark = 'here'"
"""Set in a page, it is gone once the page has been loaded anew."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has been built, with its memory."""
    root = tmp_path_factory.mktemp("site")
    laid(root, hosting.of(3))
    assert cli.main(root, []) == 0
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """A copy with its memory, so that nothing is drawn anew."""
    return Path(shutil.copytree(built, tmp_path / "site"))


@pytest.fixture
def desk(root: Path) -> Iterator[Desk]:
    one = Desk(root)
    yield one
    assert one.end() == 0


@pytest.fixture
def browser_tabs(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser window so small that every page must be scrolled.

    Its pages are left before it closes: closing waits for ever for one that reloads just then.
    """
    context = chromium.new_context(viewport={"width": 900, "height": 200})
    context.set_default_timeout(30000)
    expect.set_options(timeout=30000)
    yield context
    for one in context.pages:
        one.goto("about:blank")
    context.close()


@pytest.fixture
def page(desk: Desk, browser_tabs: BrowserContext) -> Page:
    return opened(browser_tabs, desk, SOURCE)


def opened(context: BrowserContext, desk: Desk, place: str = "") -> Page:
    page = context.new_page()
    page.goto(desk.address + place)
    page.evaluate(MARK)
    return page


def marked(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.dataset.mark === 'here'"))


def until(page: Page, happened: str | Callable[[], bool]) -> None:
    """Waits half a minute for something: true in the page, whose policy lets no script evaluate
    anything, or here."""
    for _ in range(1500):
        if page.evaluate(happened) if isinstance(happened, str) else happened():
            return
        page.wait_for_timeout(20)
    raise AssertionError(happened)


def retitled(path: Path, title: str) -> bytes:
    """An article's file with another title, which is on its page."""
    return re.sub(rb"(?m)^title: .*$", f"title: {title}".encode(), path.read_bytes())


def plain(path: Path, data: bytes) -> None:
    """`cat >`, nano, Sublime Text."""
    path.write_bytes(data)


def renamed(path: Path, data: bytes) -> None:
    """gedit and everything of GLib: a hidden file, moved over the old one."""
    temporary = path.with_name(".goutputstream-X4K2T3")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def safely(path: Path, data: bytes) -> None:
    """JetBrains' safe write: a new file, the old one aside, the new one in its place."""
    new, old = (path.with_name(f"{path.name}___jb_{word}___") for word in ("tmp", "old"))
    new.write_bytes(data)
    os.replace(path, old)
    os.replace(new, path)
    old.unlink()


def vim(path: Path, data: bytes) -> None:
    """A swap file, a trial file, a backup by renaming, a new file, and all of them away again."""
    swap = path.with_name(f".{path.name}.swp")
    for number in range(4):
        swap.write_bytes(b"b0VIM" + bytes(4096 * number))
    trial = path.with_name("4913")
    trial.touch()
    trial.unlink()
    backup = path.with_name(f"{path.name}~")
    os.replace(path, backup)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)
    swap.write_bytes(b"b0VIM")
    backup.unlink()
    swap.unlink()


def emacs(path: Path, data: bytes) -> None:
    """A lock that leads nowhere, an automatic copy, a backup, and writing in place."""
    lock, copy = path.with_name(f".#{path.name}"), path.with_name(f"#{path.name}#")
    lock.symlink_to("somebody@here.1234")
    copy.write_bytes(data)
    path.with_name(f"{path.name}~").write_bytes(path.read_bytes())
    path.write_bytes(data)
    copy.unlink()
    lock.unlink()


def code(path: Path, data: bytes) -> None:
    """VS Code on a slow drive: emptied first, written a moment later, in two writes."""
    with path.open("wb", buffering=0) as file:
        time.sleep(0.15)
        file.write(data[:20])
        file.write(data[20:])


def sed(path: Path, data: bytes) -> None:
    """`sed -i`: a file of any name, moved over the old one."""
    temporary = path.with_name("sedK3xUq1")
    temporary.write_bytes(data)
    os.replace(temporary, path)


@pytest.mark.parametrize("save", [plain, renamed, safely, vim, emacs, code, sed])
def test_one_save_is_one_build_and_the_page_stays_where_it_was(
    desk: Desk, page: Page, save: Callable[[Path, bytes], None]
) -> None:
    """Whatever the program does, in however many events: the page shows it, scrolled as it was."""
    path = desk.root / ARTICLE
    for title in ("Oak falls", "Elm falls"):
        page.evaluate(MARK)
        page.evaluate("scrollTo(0, 300)")
        save(path, retitled(path, title))
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        until(page, "scrollY === 300")
        assert not marked(page)
        assert desk.rebuilt() == ARTICLE
    other = "content/articles/news-0001.md"
    plain(desk.root / other, retitled(desk.root / other, "The next save"))
    assert desk.rebuilt() == other


def test_a_style_is_put_on_without_a_reload(desk: Desk, page: Page) -> None:
    """Twice at once, too; the page, what was typed into it and its place stay."""
    style = desk.root / STYLE
    first = style.read_text("utf-8")
    page.evaluate("scrollTo(0, 300)")
    for colour in ("rgb(1, 2, 3)", "rgb(4, 5, 6)"):
        style.write_text(f"{first}\nbody {{ outline: 3px solid {colour} }}\n", "utf-8")
        until(page, f"getComputedStyle(document.body).outlineColor === '{colour}'")
        assert desk.rebuilt() == STYLE
    until(page, "document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert marked(page)
    assert page.evaluate("scrollY") == 300


BROKEN = {
    ARTICLE: (b"published: 2024", b"published: Febuary ", ":5:12: error[date]"),
    "data/site.yaml": (b"title:", b"title: [", ":2:1: error[yaml]"),
    "templates/source.html": (b"{%", b"{% nonsense %}{%", ":1:1: error[template]"),
    "content/articles/broken.md": (b"", b"---\npublisher: x\n", ":1:1: error["),
}
"""What to write instead of what, and what is then told."""


@pytest.mark.parametrize("file", BROKEN)
def test_what_is_wrong_is_told_over_the_last_good_page(desk: Desk, page: Page, file: str) -> None:
    """With file and line; mended, the words go away and the page is the new one."""
    path, article = desk.root / file, desk.root / ARTICLE
    right, wrong, place = BROKEN[file]
    good = path.read_bytes() if path.exists() else b""
    path.write_bytes(good.replace(right, wrong, 1))
    told = page.get_by_role("alert")
    expect(told).to_contain_text(f"{file}{place}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("News number 0")
    assert marked(page)
    assert desk.rebuilt() == file
    if good:
        path.write_bytes(good)
    else:
        path.unlink()
    expect(told).to_have_count(0)
    article.write_bytes(retitled(article, "Mended"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mended")


def test_a_mistake_and_its_mending_bring_the_new_page(desk: Desk, page: Page) -> None:
    """The page after an error is that of the mended file, not the stale one."""
    path = desk.root / ARTICLE
    good = retitled(path, "After the error")
    path.write_bytes(good.replace(b"published: 2024", b"published: soon "))
    expect(page.get_by_role("alert")).to_contain_text("error[date]")
    path.write_bytes(good)
    expect(page.get_by_role("heading", level=1)).to_contain_text("After the error")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("folder", ["content", "data", "templates", "content/articles"])
def test_a_folder_may_go_away_and_come_back(desk: Desk, page: Page, folder: str) -> None:
    """What the site lost is told or shown; the machine's files are then as they were."""
    path, away = desk.root / folder, desk.root / "away"
    timeline = {one.name: one.read_bytes() for one in (desk.root / "data/timeline").iterdir()}
    path.rename(away)
    desk.rebuilt()
    if folder != "content/articles":
        expect(page.get_by_role("alert")).to_contain_text(f"{folder}:1:1: error[file]: this folder")
        assert not path.exists()
    away.rename(path)
    desk.rebuilt()
    expect(page.get_by_role("alert")).to_have_count(0)
    article = desk.root / ARTICLE
    article.write_bytes(retitled(article, "Back again"))
    desk.rebuilt()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Back again")
    now = {one.name: one.read_bytes() for one in (desk.root / "data/timeline").iterdir()}
    assert now == timeline


def test_another_branch_is_one_build(root: Path, browser_tabs: BrowserContext) -> None:
    """`git checkout`, there and back: the page and the working tree are those of the branch."""

    def git(*words: str) -> str:
        name = ("-c", "user.name=Ed", "-c", "user.email=ed@oakfield.example")
        run = subprocess.run(
            ["git", "-C", str(root), *name, *words], check=True, capture_output=True, text=True
        )
        return run.stdout

    (root / ".gitignore").write_text("output/\n.cache/\n")
    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    git("checkout", "--quiet", "-b", "other")
    for number in range(3):
        path = root / f"content/articles/news-000{number}.md"
        path.write_bytes(retitled(path, f"Other {number}"))
    git("commit", "--quiet", "-am", "second")
    desk = Desk(root)
    page = opened(browser_tabs, desk, SOURCE)
    for branch, title in (("main", "News number 0"), ("other", "Other 0"), ("main", "News number")):
        git("checkout", "--quiet", branch)
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        assert desk.rebuilt().startswith("3 files")
        assert git("status", "--porcelain") == ""
    assert desk.end() == 0


def test_eight_tabs_follow(desk: Desk, browser_tabs: BrowserContext) -> None:
    """A browser opens six connections to one server: two more tabs must not wait for ever."""
    places = ("", SOURCE, "sources/", "disputes/", "about/", "method/", "kinds/layoff/", SOURCE)
    tabs = [opened(browser_tabs, desk, place) for place in places]
    template = desk.root / "templates/base.html"
    for word in ("first", "second", "third"):
        text = template.read_text("utf-8")
        template.write_text(text.replace("</body>", f"<i data-word={word}></i></body>"), "utf-8")
        for tab in tabs:
            expect(tab.locator(f"[data-word={word}]")).to_have_count(1)
        tabs.pop(0).close()


HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_a_hidden_tab_lets_go_and_catches_up(desk: Desk, browser_tabs: BrowserContext) -> None:
    """It holds no connection, and is not touched; shown again, it is of the newest build."""
    page = browser_tabs.new_page()
    streams: list[str] = []
    page.on("request", lambda one: streams.append("opened") if "/-/events" in one.url else None)
    page.on(
        "requestfailed", lambda one: streams.append("closed") if "/-/events" in one.url else None
    )
    page.goto(desk.address + SOURCE)
    page.evaluate(MARK)
    expect(page.get_by_role("heading", level=1)).to_contain_text("News number 0")
    until(page, lambda: "opened" in streams)
    page.evaluate(HIDE, True)
    until(page, lambda: "closed" in streams)
    path = desk.root / ARTICLE
    path.write_bytes(retitled(path, "While you were away"))
    desk.rebuilt()
    assert marked(page)
    page.evaluate(HIDE, False)
    expect(page.get_by_role("heading", level=1)).to_contain_text("While you were away")
    until(page, "document.documentElement.dataset.mark !== 'here'")


def test_two_thousand_files_at_once_are_few_builds(desk: Desk, page: Page) -> None:
    """An archive that is unpacked: not two thousand builds, and in the end all of it."""
    folder = desk.root / "assets/pictures"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number}.txt").write_text(str(number))
    path = desk.root / ARTICLE
    path.write_bytes(retitled(path, "The last of them"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("The last of them")
    path.write_bytes(retitled(path, "One more"))
    builds = [desk.rebuilt()]
    while builds[-1] != ARTICLE:
        builds.append(desk.rebuilt())
    assert len(builds) < 8
    expect(page.get_by_role("heading", level=1)).to_contain_text("One more")
    with urlopen(f"{desk.address}build.json") as answer:
        files = json.load(answer)["files"]
    assert sum(name.startswith("assets/pictures/") for name in files) == 2000


EXHAUSTED = (
    "import ctypes, errno\nfrom watchdog.observers import inotify_c\n"
    "inotify_c.inotify_add_watch = lambda *_: -1\n"
    "inotify_c.ctypes.get_errno = lambda: errno.ENOSPC\n"
)


def test_without_watches_saves_are_found_all_the_same(
    root: Path, browser_tabs: BrowserContext
) -> None:
    """A machine that has none left: a second later, still one build for each save, and told why."""
    desk = Desk(root, EXHAUSTED)
    page = opened(browser_tabs, desk, SOURCE)
    path = desk.root / ARTICLE
    for title in ("Oak falls", "Elm falls"):
        vim(path, retitled(path, title))
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        assert desk.rebuilt() == ARTICLE
    assert desk.end() == 0
    told = [line for line in desk.said if "warning[watch]" in line]
    assert len(told) == 1
    assert "inotify watch limit reached" in told[0]


def test_reading_builds_nothing(desk: Desk, page: Page) -> None:
    """A page is opened, files are read, listed and touched: the next build is of a save."""
    for path in sorted(desk.root.rglob("*")):
        if path.is_file():
            path.read_bytes()
    os.utime(desk.root / ARTICLE)
    page.reload()
    other = "content/articles/news-0001.md"
    plain(desk.root / other, retitled(desk.root / other, "The next save"))
    assert desk.rebuilt() == other
