"""The budgets of the design: bytes, requests, and nothing that jumps while the page comes in."""

from __future__ import annotations

import gzip

import hosting
import pytest
from playwright.sync_api import Page, Route
from windows import Look, Windows

PAGE, SCRIPT, STYLE = 20_000, 3_000, 9_000
PATHS = tuple(hosting.pages("project").values())
SHIFT, REQUESTS = 0.02, 8
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""
THERE = """() => Promise.any(['Georgia', 'Times New Roman', 'Liberation Serif', 'Noto Serif'].map(
  (name) => new FontFace('x', `local("${name}")`).load())).then(() => true, () => false)"""
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


def late(page: Page, state: str, address: str) -> float:
    """How far a page jumps whose fonts come when it has been drawn with their stand-ins."""
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    hosting.outputs(state)
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => document.readyState !== 'loading'")
    page.evaluate(DRAWN)
    before: float = page.evaluate(SHIFTED)
    for route in held:
        route.continue_()
    page.evaluate("() => document.fonts.ready.then(() => true)")
    page.evaluate(DRAWN)
    after: float = page.evaluate(SHIFTED)
    return max(before, after)


def swapping(route: Route) -> None:
    """The style as it would be if its fonts were not optional."""
    answer = route.fetch()
    body = answer.text().replace("font-display: optional", "font-display: swap")
    route.fulfill(response=answer, body=body)


@pytest.mark.parametrize("path", ["", "totals/", "disputes/", "sources/", "kinds/layoff/"])
def test_a_stand_in_holds_the_lines(windows: Windows, path: str) -> None:
    """A reader who gets the typeface on the second page finds every line where it was: even if
    it came while the page is read, next to nothing would move."""
    page = windows.open("project/about/", Look(360))
    if not page.evaluate(THERE):
        pytest.skip("a serif to stand in is absent: fonts-liberation has one")
    page.route("**/site.*.css", swapping)
    assert late(page, "project", f"{windows.host}/project/{path}") < SHIFT


@pytest.mark.parametrize(
    ("state", "path", "width"),
    [
        *(("sixty", "", width) for width in (360, 1280)),
        *(("project", path, 360) for path in PATHS),
        *(("project", path, 1280) for path in PATHS if path.count("/") != 1),
    ],
)
def test_nothing_jumps_when_the_fonts_come(
    windows: Windows, state: str, path: str, width: int
) -> None:
    """With every font held back until the page has been drawn with its stand-ins; and no page
    asks for more than itself, a style, a script and a few fonts."""
    look = Look(width)
    page = windows.open("project/about/", look)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    assert late(page, state, f"{windows.host}/{state}/{path}") < SHIFT
    asked = [url for url in asked if not url.startswith("data:")]
    assert all(url.startswith(windows.host) for url in asked), "nothing from a third party"
    assert len(asked) <= REQUESTS, asked
