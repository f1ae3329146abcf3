"""The slip: a number opens the words that say it, by pointer and by keyboard, or leads to them."""

from __future__ import annotations

import shutil

import hosting
import pytest
from playwright.sync_api import Browser, Page
from windows import PLAIN, Look, Windows

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HERE = "main a.cite[aria-haspopup=dialog]:visible"


def event(windows: Windows, look: Look = PLAIN) -> Page:
    """An event's page, on which every citation stands."""
    home = windows.open(look=look)
    href = home.locator(".event h4 a").first.get_attribute("href")
    home.close()
    return windows.open(f"project/{href}", look)


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_click_opens_the_citation_itself(windows: Windows, width: int) -> None:
    """What the slip says must be what stands on the page, whole and inside the window."""
    page = windows.open(look=Look(width))
    link = page.locator(HERE).first
    link.click()
    slip = page.locator(".slip")
    target = page.locator(link.get_attribute("href") or "")
    for part in ("blockquote", ".fields"):
        own = target.locator(part).evaluate("node => node.textContent")
        assert slip.locator(part).evaluate("node => node.textContent") == own
    box = slip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800
    assert (box["width"] == width) == (width < 768), "a sheet on a phone, a slip elsewhere"


@pytest.mark.parametrize(("size", "width"), [(32, 1280), (24, 1024), (32, 360)])
def test_a_slip_is_inside_the_window_at_any_size_of_text(
    chromium: Browser, host: str, size: int, width: int
) -> None:
    """Who reads large type gets the sheet where the layout has become the phone's."""
    large = chromium.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", f"--blink-settings=defaultFontSize={size}"]
    )
    page = large.new_page(viewport={"width": width, "height": 640})
    hosting.outputs("project")
    page.goto(f"{host}/project/totals/")
    for link in page.locator(HERE).all():
        link.focus()
        page.keyboard.press("Enter")
        box = page.locator(".slip").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640
        page.keyboard.press("Escape")
    large.close()


@pytest.mark.parametrize("way", ["Escape", "button", "outside"])
def test_every_way_out_closes_it(windows: Windows, way: str) -> None:
    """And whoever came by keyboard is back on the number."""
    page = windows.open()
    link = page.locator(HERE).first
    link.focus()
    page.keyboard.press("Enter")
    slip = page.locator(".slip")
    assert slip.is_visible()
    assert page.evaluate("document.activeElement.matches('.slip')")
    assert "on" in (link.get_attribute("class") or "").split()
    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "button":
        slip.get_by_role("button", name="Close").press("Enter")
    else:
        page.mouse.click(2, 2)
    slip.wait_for(state="hidden")
    page.wait_for_function("() => !document.querySelector('a.cite.on')")
    if way != "outside":
        assert link.evaluate("node => node === document.activeElement")


def test_the_slip_can_be_walked_by_keyboard(windows: Windows) -> None:
    """Tab reaches its links and its button without a tour of the page."""
    page = windows.open()
    page.locator(HERE).first.click()
    wanted = page.locator(".slip a, .slip button").count()
    for _ in range(wanted):
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('.slip')")


@pytest.mark.parametrize("key", ["ctrlKey", "metaKey", "shiftKey", "altKey"])
def test_a_click_with_a_key_is_the_browsers(windows: Windows, key: str) -> None:
    """Whoever wants a new tab gets one."""
    page = windows.open()
    went_on = page.locator(HERE).first.evaluate(
        """(node, key) => {
          const click = new MouseEvent('click', { [key]: true, bubbles: true, cancelable: true });
          let prevented;
          addEventListener('click', (event) => {
            prevented = event.defaultPrevented;
            event.preventDefault();
          }, { once: true });
          node.dispatchEvent(click);
          return !prevented;
        }""",
        key,
    )
    assert went_on
    assert not page.locator(".slip").is_visible()


def test_another_number_takes_over(windows: Windows) -> None:
    """One slip at a time, with the words of the last number touched."""
    page = event(windows)
    links = page.locator(HERE)
    for at in range(min(3, links.count())):
        links.nth(at).press("Enter")
        target = page.locator(links.nth(at).get_attribute("href") or "")
        own = target.locator("blockquote").evaluate("node => node.textContent")
        assert page.locator(".slip blockquote").evaluate("node => node.textContent") == own
        assert page.locator("a.cite.on").count() == 1


def test_without_the_script_a_number_leads_to_its_words(windows: Windows) -> None:
    """The entry is on the same page, and the browser shows it even where it was folded."""
    page = windows.open(look=Look(script=False))
    link = page.locator(".event a.cite:visible").first
    link.click()
    target = page.locator(link.get_attribute("href") or "")
    assert page.url.endswith(link.get_attribute("href") or "-")
    assert target.locator("blockquote").count() == 1
    assert target.is_visible()
