"""The budgets of the design: bytes, requests, and nothing that jumps while the page comes in."""

from __future__ import annotations

import gzip

import hosting
import pytest
from playwright.sync_api import Route
from windows import Look, Windows

PAGE, SCRIPT, STYLE = 20_000, 3_000, 9_000
SHIFT = 0.02
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def zipped(state: str, start: str, end: str) -> int:
    """The size on the wire of the one published file of that name."""
    (path,) = [
        path for path in hosting.outputs(state) if path.startswith(start) and path.endswith(end)
    ]
    return len(gzip.compress(hosting.outputs(state)[path], 9))


def test_the_home_page_with_sixty_events_is_light() -> None:
    """It is what a reader on a slow line gets before the first word."""
    assert zipped("sixty", "index", ".html") <= PAGE


def test_the_script_is_small() -> None:
    """All of it, as served."""
    assert zipped("project", "assets/site.", ".js") <= SCRIPT


def test_the_style_is_small() -> None:
    """One sheet for all pages."""
    assert zipped("project", "assets/site.", ".css") <= STYLE


@pytest.mark.parametrize("path", ["", *hosting.pages("project").values()])
def test_a_page_asks_for_little_and_only_here(windows: Windows, path: str) -> None:
    """Page, style, script and a few fonts, all from this site."""
    asked: list[str] = []
    windows.open(
        f"project/{path}", before=lambda page: page.on("request", lambda one: asked.append(one.url))
    )
    asked = [url for url in asked if not url.startswith("data:")]
    assert all(url.startswith(windows.host) for url in asked)
    assert len(asked) <= 8, asked


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("state", "path"),
    [("sixty", ""), *(("project", path) for path in hosting.pages("project").values())],
)
def test_nothing_jumps_when_the_fonts_come(
    windows: Windows, state: str, path: str, width: int
) -> None:
    """With every font held back until the page has been drawn with its stand-ins."""
    held: list[Route] = []
    look = Look(width)
    page = windows.open("project/about/", look)
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(f"{windows.host}/{state}/{path}", wait_until="commit")
    page.wait_for_function("() => document.readyState !== 'loading'")
    page.evaluate(DRAWN)
    before = page.evaluate(SHIFTED)
    for route in held:
        route.continue_()
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.evaluate(DRAWN)
    after = page.evaluate(SHIFTED)
    assert max(before, after) < SHIFT
