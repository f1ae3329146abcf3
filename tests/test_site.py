"""The built site: every fact stands on it with its citation, and every excerpt is verbatim."""

from __future__ import annotations

import html
import os
import re
import signal
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

import sites
from headcount import pipeline
from headcount.source import EXCERPT_WORDS

FACTS = yaml.safe_load((Path(__file__).parent / "facts.yaml").read_text("utf-8"))


@cache
def built(make: object) -> pipeline.Build:
    build = pipeline.build(make())  # type: ignore[operator]
    assert not [problem for problem in build.problems if problem.severity == "error"]
    return build


def pages(build: pipeline.Build) -> dict[str, str]:
    return {path: data.decode() for path, data in build.outputs.items() if path.endswith(".html")}


class Words(HTMLParser):
    """The visible text of a page, white space folded; per element with an id, too."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(page)
        self.text = " ".join("".join(self.parts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def test_the_committed_timeline_is_what_a_build_writes() -> None:
    """A clone that was only built says that it changed nothing."""
    given = sites.project()
    machine = dict(built(sites.project).machine)
    kept = {path: data for path, data in given.items() if path.startswith("data/timeline/")}
    assert [path for path in sorted({*kept, *machine}) if kept.get(path) != machine.get(path)] == []


def test_the_demo_leaves_nothing_to_be_warned_of() -> None:
    """A newcomer's first build must not scold."""
    assert [str(problem) for problem in built(sites.project).problems] == []


def folded(text: str) -> str:
    """As a reader sees it: white space, joiners and no-break spaces folded."""
    return " ".join(re.sub("[\u2060\u00a0\u202f\u200b]", " ", text).replace(" ", " ").split())


def squeezed(text: str) -> str:
    """For comparing with slices: letters and digits only."""
    return re.sub(r"[^\w$%]+", "", text)


# ------------------------------------------------------------------ the 54 facts


def test_there_are_fifty_four_facts() -> None:
    """The table outlives the articles that it was made from."""
    assert len(FACTS) == 54
    assert len({fact["id"] for fact in FACTS}) == 54


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["id"])
def test_every_fact_stands_on_the_site_with_its_citation(fact: dict[str, object]) -> None:
    """The product's promise, row by row: what is said, and a link to the words that say it."""
    article = str(fact["article"])
    page = pages(built(sites.project))[f"sources/{article}/index.html"]
    words = Words(page)
    shows = fact["shows"]
    for shown in shows if isinstance(shows, list) else [shows]:
        assert squeezed(str(shown)) in squeezed(words.text)
    if fact["kind"] == "date":
        return
    cited = citations(page)
    wanted = squeezed(str(fact["words"]))
    assert any(wanted in squeezed(text) or squeezed(text) in wanted for _, text in cited), cited


def citations(page: str) -> list[tuple[str, str]]:
    """(claim id, excerpt) of every citation entry on a page."""
    found = re.findall(
        r'<(?:li|div|figure|article|section)[^>]*\bid="(c-[0-9a-f]{10})"[^>]*>.*?'
        r"<blockquote[^>]*>(.*?)</blockquote>",
        page,
        re.S,
    )
    return [(claim, html.unescape(re.sub(r"<[^>]+>", "", text))) for claim, text in found]


# ------------------------------------------------------------------ excerpts


MAKERS = [
    pytest.param(sites.project, id="notes"),
    pytest.param(sites.originals, id="originals", marks=sites.needs_shared),
    pytest.param(sites.invented, id="invented", marks=sites.needs_shared),
]


@pytest.mark.parametrize("make", MAKERS)
def test_every_published_excerpt_is_verbatim(make: object) -> None:
    """What stands in a citation stands so in the article, at most forty words of it."""
    build = built(make)
    claims = {claim.id: claim for claim in sites.claims_of(build.timeline)}
    files = make()  # type: ignore[operator]
    seen = 0
    for page in pages(build).values():
        for claim, shown in citations(page):
            seen += 1
            article = claims[claim].article
            source = next(
                data.decode()
                for path, data in files.items()
                if re.fullmatch(rf"content/articles/{re.escape(article)}\.(md|txt)", path)
            )
            for part in shown.strip().strip("“”").split("…"):
                assert squeezed(part) in squeezed(source), (claim, part)
            assert len(shown.split()) <= EXCERPT_WORDS + 2
    assert seen > 20


@pytest.mark.parametrize("make", MAKERS)
def test_every_citation_link_leads_to_an_entry_on_its_page(make: object) -> None:
    """A number that leads nowhere is worse than one without a link."""
    for path, page in pages(built(make)).items():
        words = Words(page)
        assert len(words.ids) == len(set(words.ids)), path
        for link in words.links:
            if link.startswith("#"):
                assert link[1:] in words.ids, (path, link)


@pytest.mark.parametrize("make", MAKERS)
def test_every_internal_link_resolves(make: object) -> None:
    """Also under a sub-path: links are relative, and every target is a file of the build."""
    outputs = built(make).outputs
    for path, page in pages(built(make)).items():
        if path == "404.html":
            continue
        for link in Words(page).links:
            if re.match(r"[a-z]+:|#", link):
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(path), link.split("#")[0]))
            names = (target, f"{target}/index.html", f"{target}/index.html".removeprefix("./"))
            assert any(name in outputs for name in names), (path, link)


@pytest.mark.parametrize("make", MAKERS)
def test_no_page_holds_what_the_security_policy_forbids(make: object) -> None:
    """No inline script, style or event handler, and nothing from a third party."""
    for path, page in pages(built(make)).items():
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page), path
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*ld\+json)", page), path
        assert not re.search(r'(?:src|srcset)="(?:https?:)?//', page), path


def test_the_full_text_of_an_article_is_never_published() -> None:
    """An article's body is input; only the cited excerpts leave the house."""
    if not sites.SHARED.is_dir():
        pytest.skip("../shared is absent")
    build = built(sites.originals)
    for entry in (sites.SHARED / "seeds").glob("*.txt"):
        words = entry.read_text("utf-8").split()
        runs = [squeezed(" ".join(words[i : i + 60])) for i in range(0, len(words) - 60, 20)]
        for page in pages(build).values():
            text = squeezed(Words(page).text)
            assert not any(run in text for run in runs)


# ------------------------------------------------------------------ reproducible, unbreakable


def run_build(folder: Path, output: Path, **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(folder / "build.py"), "--output", str(output)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(sites.ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def copied(folder: Path) -> Path:
    """A copy of the project's inputs and entry point in `folder`."""
    for path, data in {
        **sites.project(),
        "build.py": (sites.ROOT / "build.py").read_bytes(),
    }.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_bytes_under_other_circumstances(tmp_path: Path) -> None:
    """Time zone, language, hash seed and folder are not inputs."""
    circumstances = (
        {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
        {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "12345"},
        {"TZ": "America/Caracas", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    )
    trees = []
    for number, environment in enumerate(circumstances):
        folder = copied(tmp_path / f"a folder {'x' * number * 9}")
        process = run_build(folder, folder / "output", **environment)
        printed, _ = process.communicate(timeout=120)
        assert process.returncode == 0, printed.decode()
        trees.append((tree(folder / "output"), tree(folder / "data")))
    assert trees[0] == trees[1] == trees[2]


@pytest.mark.parametrize("share", [0.2, 0.45, 0.6, 0.75, 0.85, 0.93, 0.98])
def test_killed_at_any_instant_the_next_build_is_right(
    share: float, tmp_path: Path, whole_build: tuple[float, dict[str, bytes]]
) -> None:
    """Power fails when it likes; the next build finishes or undoes what was begun."""
    seconds, expected = whole_build
    folder = copied(tmp_path)
    process = run_build(folder, folder / "output")
    try:
        process.wait(timeout=seconds * share)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    again = run_build(folder, folder / "output")
    printed, _ = again.communicate(timeout=120)
    assert again.returncode == 0, printed.decode()
    assert tree(folder / "output") == expected


@pytest.fixture(scope="module")
def whole_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, dict[str, bytes]]:
    """How long a build takes here, and what it makes."""
    import time

    folder = copied(tmp_path_factory.mktemp("whole"))
    started = time.monotonic()
    process = run_build(folder, folder / "output")
    printed, _ = process.communicate(timeout=120)
    assert process.returncode == 0, printed.decode()
    return time.monotonic() - started, tree(folder / "output")


# ------------------------------------------------------------------ without a date


@pytest.mark.parametrize("unit", ["haven", "halo", "amazon-clinic"])
def test_what_has_no_date_is_shown_so(unit: str) -> None:
    """The day of the report is no date of what it tells, and nothing stands in for one."""
    page = pages(built(sites.project))[f"organisations/{unit}/index.html"]
    assert "no date given" in Words(page).text


@pytest.mark.parametrize("unit", ["prime-video", "amazon-clinic", "pillpack"])
def test_whatever_an_article_names_has_a_page(unit: str) -> None:
    """Also a unit that only one source names, and one with a statement but no event."""
    files = pages(built(sites.project))
    assert f"organisations/{unit}/index.html" in files
    assert f"organisations/{unit}/" in files["organisations/index.html"].replace('href="', " ")
