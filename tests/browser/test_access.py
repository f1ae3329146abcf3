"""Every kind of page: axe finds nothing, targets are large enough, nothing runs off the page."""

from __future__ import annotations

from collections.abc import Iterator

import hosting
import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from windows import PLAIN, Look, Windows

PLACES = [("project", kind, path) for kind, path in hosting.pages("project").items()]
PLACES += [(state, "home", "") for state in hosting.STATES if state not in ("project", "many")]
LOOKS = [Look(width, dark) for width in (360, 1280) for dark in (False, True)]
RUN = """async () => {
  const { violations } = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return violations.flatMap((one) => one.nodes.map(
    (node) => `${one.id}: ${node.target} ${node.any.map((any) => any.message)}`));
}"""
FOLD = """(open) => {
  for (const one of document.querySelectorAll('details')) one.open = open;
}"""
SMALL = """() => {
  const shown = [...document.querySelectorAll('a[href], button, summary, input')].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length
      && !one.closest('.skip, [aria-hidden=true], svg.plot'));
  const middle = (one) => {
    const box = one.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2, box.width, box.height];
  };
  const within = (one) => {
    const line = one.closest('p, li, dd, dt, td, th, blockquote, figcaption, h4');
    return line && getComputedStyle(one).display.startsWith('inline')
      && line.textContent.trim().length > one.textContent.trim().length;
  };
  const boxes = shown.map((one) => [one, ...middle(one)]);
  return boxes.filter(([one, x, y, width, height]) => (width < 24 || height < 24) && !within(one)
    && boxes.some(([other, left, top, wide, high]) => other !== one && !one.contains(other)
      && !other.contains(one) && (wide < 24 || high < 24
        ? Math.hypot(left - x, top - y) < 24
        : Math.abs(left - x) < wide / 2 + 12 && Math.abs(top - y) < high / 2 + 12)))
    .map(([one]) => one.outerHTML.slice(0, 120));
}"""
OVER = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')].filter((one) =>
    one.getBoundingClientRect().right > wide + 1 && !one.closest('.scroll'))
    .map((one) => one.outerHTML.slice(0, 120)).slice(0, 3).concat(`${wide}`);
}"""


@pytest.fixture(
    scope="module",
    params=[pytest.param(f"{state}/{path}", id=f"{state}-{kind}") for state, kind, path in PLACES],
)
def shown(
    request: pytest.FixtureRequest,
    chromium: Browser,
    host: str,
    contexts: dict[Look, BrowserContext],
) -> Iterator[Page]:
    """One page of each kind and of each state, opened once for all that only looks at it."""
    windows = Windows(chromium, host, contexts)
    page = windows.open(request.param)
    yield page
    page.close()
    assert windows.unexpected() == []


def laid(page: Page, width: int, dark: bool = False, opened: bool = False) -> None:
    """Sets how a page is looked at."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.evaluate(FOLD, opened)


def wrong(page: Page, axe: str) -> list[str]:
    """What axe has to say about a page as it stands."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)
    found: list[str] = page.evaluate(RUN)
    return found


def test_axe_finds_nothing(shown: Page, axe: str) -> None:
    """WCAG 2.2 A and AA and best practice: narrow and wide, light and dark, rows open or not."""
    found = []
    for look in LOOKS:
        laid(shown, look.width, look.dark, opened=look.dark == (look.width == 360))
        theme = "dark" if look.dark else "light"
        found += [f"{look.width} {theme}: {one}" for one in wrong(shown, axe)]
    assert found == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_in_the_slip(windows: Windows, axe: str, look: Look) -> None:
    """An open slip is another page, as far as contrast and names go."""
    page = windows.open(look=look)
    page.locator("a.cite[aria-haspopup=dialog]:visible").first.click()
    assert wrong(page, axe) == []


def test_targets_are_large_or_far_enough(shown: Page) -> None:
    """24 px, or that far from the next, or within a sentence: WCAG 2.5.8."""
    found = []
    for width in (360, 1280):
        laid(shown, width, opened=True)
        found += [f"{width}: {one}" for one in shown.evaluate(SMALL)]
    assert found == []


def test_nothing_runs_off_the_page(shown: Page) -> None:
    """At no width from 320 to 1600, rows open or not, and with text of twice the size."""
    found = []
    for opened, widths in (
        (False, (320, 360, 414, 600, 767, 768, 960, 1280, 1600)),
        (True, (320, 768, 1280)),
    ):
        for width in widths:
            laid(shown, width, opened=opened)
            found += shown.evaluate(OVER)
    shown.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    for width in (640, 1280):
        laid(shown, width)
        found += shown.evaluate(OVER)
    shown.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    assert found == []


def test_a_screen_reader_hears_a_page_in_order(shown: Page) -> None:
    """Banner, navigation, main, foot, each once; the title first in what is main."""
    laid(shown, 1280)
    told = shown.locator("body").aria_snapshot()
    tops = [line[2:].partition(":")[0] for line in told.splitlines() if line.startswith("- ")]
    assert tops[-4:] == ['link "Skip to the content"', "banner", "main", "contentinfo"]
    lines = [line.strip() for line in told.splitlines()]
    main = lines.index("- main:")
    first = next(line for line in lines[main:] if line.startswith("- heading"))
    assert "[level=1]" in first
    assert any(line.startswith('- navigation "Site"') for line in lines[:main])


def test_text_grows_with_the_readers_size(windows: Windows) -> None:
    """Twice the size in the browser's settings is twice the size on the page."""
    page = windows.open()
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    places = ("body", ".event h4", ".event .when", ".filters a", ".masthead a", ".colophon")
    before = [page.locator(place).first.evaluate(size) for place in places]
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    after = [page.locator(place).first.evaluate(size) for place in places]
    assert after == pytest.approx([2 * one for one in before], rel=0.01)


def test_the_whole_page_can_be_walked_by_keyboard(windows: Windows) -> None:
    """Tab goes through it in the order of reading, shows where it is, and is never caught."""
    page = windows.open()
    page.evaluate(
        """() => {
          window.stops = [];
          addEventListener('focusin', ({ target }) => stops.push(target));
        }"""
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    for _ in range(600):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
    else:
        pytest.fail("the focus is caught")
    astray = page.evaluate(
        """() => stops.filter((one, at) => at
          && !(stops[at - 1].compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING))
          .map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert astray == []
    assert page.evaluate("() => new Set(stops).size === stops.length")


@pytest.mark.parametrize("dark", [False, True])
def test_the_focus_can_be_seen(windows: Windows, dark: bool) -> None:
    """Each kind of control shows an outline when it is reached by keyboard."""
    page = windows.open(look=Look(dark=dark))
    page.keyboard.press("Tab")
    for place in (".menu a", ".filters a", ".search input", ".event h4 a", "a.cite", "summary"):
        page.locator(f"{place}:visible").first.focus()
        seen = page.evaluate(
            """() => {
              const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
              return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            }"""
        )
        assert seen, place


def test_nothing_moves_for_who_wants_nothing_to_move(windows: Windows) -> None:
    """No animation, no transition, no smooth scrolling under reduced motion."""
    page = windows.open(look=PLAIN)
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => {
          const style = getComputedStyle(one);
          return style.scrollBehavior === 'smooth'
            || [style.transitionDuration, style.animationDuration].some(
              (time) => time.split(',').some((part) => parseFloat(part) > 0.01));
        }).length"""
    )
    assert moving == 0
    page.emulate_media(reduced_motion="no-preference")
