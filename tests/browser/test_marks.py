"""Marks of charts: one stop of the Tab key, arrows within, words beside, and rows that answer."""

from __future__ import annotations

import pytest
from windows import Look, Windows

PLOT = ".plot:visible"
TIP = ".tip"
FOCUSED = "document.activeElement.getAttribute('aria-label')"


@pytest.mark.parametrize("width", [320, 360, 600, 768, 1000, 1280, 1600])
def test_one_width_of_each_chart_is_shown(windows: Windows, width: int) -> None:
    """Both at once would tell everything twice, none would tell nothing."""
    page = windows.open()
    page.set_viewport_size({"width": width, "height": 800})
    charts = page.locator("figure.chart").all()
    assert charts
    for chart in charts:
        plots = chart.locator("svg.plot")
        visible = [one for one in plots.all() if one.is_visible()]
        assert len(visible) == min(1, plots.count()), chart.get_attribute("id")


@pytest.mark.parametrize(
    ("place", "width"), [("project/", 360), ("project/", 1280), ("project/charts/units/", 1280)]
)
def test_a_chart_is_one_stop_with_arrows_inside(windows: Windows, place: str, width: int) -> None:
    """Sixty marks would be sixty stops; the arrows, Home and End go through all of them."""
    page = windows.open(place, Look(width))
    for plot in page.locator(PLOT).all():
        marks = plot.locator("a[aria-label]")
        labels = marks.evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))")
        assert plot.locator("a[tabindex='0']").count() == 1
        assert plot.locator("a:not([tabindex])").count() == 0
        marks.first.focus()
        seen = [page.evaluate(FOCUSED)]
        for _ in labels[1:]:
            page.keyboard.press("ArrowRight")
            seen.append(page.evaluate(FOCUSED))
        assert seen == labels
        page.keyboard.press("ArrowDown")
        assert page.evaluate(FOCUSED) == labels[0], "from the last to the first"
        page.keyboard.press("ArrowUp")
        assert page.evaluate(FOCUSED) == labels[-1]
        page.keyboard.press("Home")
        assert page.evaluate(FOCUSED) == labels[0]
        page.keyboard.press("Shift+ArrowRight")
        assert page.evaluate(FOCUSED) == labels[0], "with a key held it is the browser's"
        page.keyboard.press("End")
        assert page.evaluate(FOCUSED) == labels[-1]
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('.plot')"), "Tab leaves the chart"
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUSED) == labels[-2 if len(labels) > 1 else 0]


def test_the_stop_moves_when_its_mark_is_filtered_away(windows: Windows) -> None:
    """Otherwise a filtered chart couldn't be reached by keyboard."""
    page = windows.open()
    page.locator(PLOT).first.locator("a[aria-label]").first.focus()
    page.keyboard.press("End")
    for link in page.locator("a[data-filter^='year=']").all():
        link.click()
        for plot in page.locator(PLOT).all():
            left = plot.locator("a[aria-label]:not([hidden])").count()
            stops = plot.locator("a[tabindex='0']:not([hidden])").count()
            assert stops == min(1, left)
        link.click()


def test_a_mark_tells_its_words_to_keyboard_and_pointer(windows: Windows) -> None:
    """The tooltip says what the mark is called, inside the window, and goes on Escape."""
    page = windows.open()
    tip = page.locator(TIP)
    mark = page.locator(PLOT).first.locator("a[aria-label]").first
    label = mark.get_attribute("aria-label")
    mark.focus()
    assert tip.inner_text() == label
    box = tip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    mark.hover(force=True)
    assert tip.inner_text() == label
    page.mouse.move(1, 1)
    assert not tip.is_visible()


def test_a_mark_and_its_row_point_at_each_other(windows: Windows) -> None:
    """In both directions, and only while one of them is touched."""
    page = windows.open()
    mark = page.locator(PLOT).first.locator("a[aria-label]").first
    event = mark.get_attribute("data-event")
    row = page.locator(f".event[data-event='{event}']")
    mark.focus()
    assert "on" in (row.get_attribute("class") or "").split()
    mark.blur()
    assert "on" not in (row.get_attribute("class") or "").split()
    row.hover(force=True)
    assert "on" in (mark.get_attribute("class") or "").split()


def test_every_mark_leads_somewhere_without_the_script(windows: Windows) -> None:
    """All marks are plain links then, in the order of the chart."""
    page = windows.open(look=Look(script=False))
    marks = page.locator(PLOT).first.locator("a[aria-label]")
    assert marks.count()
    assert page.locator(".plot a[aria-label][tabindex]").count() == 0
    marks.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/events/" in url or "#e-" in url)
    assert page.locator("h1").count() == 1


def test_exploring_loads_only_when_asked(windows: Windows) -> None:
    """The library is heavy: it comes when somebody reaches for it, under the same policy."""
    asked: list[str] = []
    page = windows.open(before=lambda page: page.on("request", lambda one: asked.append(one.url)))
    buttons = page.locator("button.explore")
    assert buttons.count()
    first = buttons.first
    assert first.is_visible()
    before = len(asked)
    module = (first.get_attribute("data-module") or "-").rpartition("/")[2]
    assert not [url for url in asked if url.endswith(module)]
    first.click()
    page.wait_for_function("() => document.querySelector('.explorer svg, .explorer canvas')")
    assert len(asked) > before
    assert all(url.startswith(windows.host) for url in asked if not url.startswith("data:"))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_bracket_is_met_anywhere_along_its_line(windows: Windows, width: int) -> None:
    """A line of two pixels is no target: the area around it is the link's too."""
    page = windows.open(look=Look(width))
    areas = page.locator("figure.chart svg.plot:visible a [pointer-events]")
    assert areas.count() > 0
    area = areas.first
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 3)
    assert page.locator(".tip").is_visible()
