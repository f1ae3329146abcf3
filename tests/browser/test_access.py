"""Every kind of page: axe finds nothing, targets are large enough, nothing runs off the page."""

from __future__ import annotations

from typing import Any

import hosting
import pytest
from windows import PLAIN, Look, Windows

KINDS = [("project", kind, path) for kind, path in hosting.pages("project").items()]
STATES = [(state, "state", "") for state in hosting.STATES if state not in ("project", "many")]
EVERYWHERE = pytest.mark.parametrize(
    ("state", "path"),
    [pytest.param(state, path, id=f"{state}-{kind}") for state, kind, path in KINDS + STATES],
)
LOOKS = [Look(width, dark) for width in (360, 1280) for dark in (False, True)]
RUN = """async () => {
  const { violations } = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  });
  return violations.flatMap((one) => one.nodes.map(
    (node) => `${one.id}: ${node.target} ${node.any.map((any) => any.message)}`));
}"""
OPENED = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
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


def wrong(page: Any, axe: str) -> list[str]:
    """What axe has to say about a page as it stands."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe)
    found: list[str] = page.evaluate(RUN)
    return found


@EVERYWHERE
def test_axe_finds_nothing(windows: Windows, axe: str, state: str, path: str) -> None:
    """WCAG 2.2 A and AA and best practice: narrow and wide, light and dark, all rows open."""
    page = windows.open(f"{state}/{path}")
    found = []
    for at, look in enumerate(LOOKS):
        page.set_viewport_size({"width": look.width, "height": 800})
        page.emulate_media(color_scheme="dark" if look.dark else "light")
        if at:
            page.evaluate(OPENED)
        found += [
            f"{look.width} {'dark' if look.dark else 'light'}: {one}" for one in wrong(page, axe)
        ]
    assert found == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_axe_finds_nothing_in_the_slip(windows: Windows, axe: str, look: Look) -> None:
    """An open slip is another page, as far as contrast and names go."""
    page = windows.open(look=look)
    page.locator("a.cite[aria-haspopup=dialog]:visible").first.click()
    assert wrong(page, axe) == []


@EVERYWHERE
def test_targets_are_large_or_far_enough(windows: Windows, state: str, path: str) -> None:
    """24 px, or that far from the next, or within a sentence: WCAG 2.5.8."""
    page = windows.open(f"{state}/{path}", Look(360))
    assert page.evaluate(SMALL) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(OPENED)
    assert page.evaluate(SMALL) == []


@EVERYWHERE
def test_nothing_runs_off_the_page(windows: Windows, state: str, path: str) -> None:
    """At no width from 320 to 1600, rows open or not, and with text of twice the size."""
    page = windows.open(f"{state}/{path}", Look(320))
    for width in (320, 360, 414, 600, 767, 768, 959, 960, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVER) == []
    page.evaluate(OPENED)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVER) == []
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    for width in (640, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVER) == []


def test_text_grows_with_the_readers_size(windows: Windows) -> None:
    """Twice the size in the browser's settings is twice the size on the page."""
    page = windows.open()
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    places = ("body", ".event h4", ".event .when", ".filters a", ".masthead a", ".colophon")
    before = [page.locator(place).first.evaluate(size) for place in places]
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    after = [page.locator(place).first.evaluate(size) for place in places]
    assert after == pytest.approx([2 * one for one in before], rel=0.01)


@pytest.mark.parametrize(("kind", "path"), [(kind, path) for _, kind, path in KINDS])
def test_a_screen_reader_hears_a_page_in_order(windows: Windows, kind: str, path: str) -> None:
    """Banner, navigation, main, foot, each once; the title first in what is main."""
    told = windows.open(f"project/{path}").locator("body").aria_snapshot()
    tops = [line[2:].partition(":")[0] for line in told.splitlines() if line.startswith("- ")]
    assert tops[-4:] == ['link "Skip to the content"', "banner", "main", "contentinfo"], kind
    lines = [line.strip() for line in told.splitlines()]
    main = lines.index("- main:")
    first = next(line for line in lines[main:] if line.startswith("- heading"))
    assert "[level=1]" in first
    assert any(line.startswith('- navigation "Site"') for line in lines[:main])


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
