"""Filters and search: list, charts, count and address tell the same; without the script, pages."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import hosting
import pytest
from playwright.sync_api import Page
from windows import Look, Windows

SHOWN = """() => [...document.querySelectorAll('.event[data-event]:not([hidden]):not(.context)')]
  .map((row) => row.dataset.event).sort()"""
LISTED = (
    "() => [...document.querySelectorAll('.event[data-event]')].map((row) => row.dataset.event)"
)
FITTING = """([key, value]) => [...document.querySelectorAll('.event[data-event]')]
  .filter((row) => key === 'disputed' ? 'disputed' in row.dataset
    : row.dataset[key].split(' ').includes(value)).map((row) => row.dataset.event).sort()"""
MARKED = """() => [...new Set([...document.querySelectorAll('.plot a[data-event]:not([hidden])')]
  .map((mark) => mark.dataset.event))].sort()"""
BOX = ".search input"


def choices(page: Page) -> list[tuple[str, int]]:
    """Each filter with the count that it promises."""
    return [
        (link.get_attribute("data-filter") or "", int(link.locator(".n").inner_text()))
        for link in page.locator("a[data-filter]").all()
    ]


def test_each_filter_shows_what_it_counts(windows: Windows) -> None:
    """Rows, the marks of both widths of every chart, the spoken count and the address agree."""
    page = windows.open()
    listed = set(page.evaluate(LISTED))
    drawn = set(page.evaluate(MARKED))
    assert drawn
    offered = choices(page)
    assert {key.partition("=")[0] for key, _ in offered} >= {"kind", "unit", "year", "status"}
    for key, count in offered:
        page.locator(f"a[data-filter='{key}']").click()
        name, _, value = key.partition("=")
        fitting = page.evaluate(FITTING, [name, value]) if key else sorted(listed)
        assert len(fitting) == count, key
        assert page.evaluate(SHOWN) == fitting, key
        assert set(page.evaluate(MARKED)) & listed == drawn & set(fitting), key
        assert urlsplit(page.url).query == key
        assert page.locator("a[data-filter][aria-current]").evaluate_all(
            "(links) => links.map((link) => link.dataset.filter)"
        ) == [key]
        said = page.locator(".found").inner_text()
        assert said == (f"{count} of {len(listed)} events" if key else "")
        page.locator("a[data-filter='']").click()


@pytest.mark.parametrize("width", [360, 1280])
def test_no_ink_of_what_is_filtered_out_is_left(windows: Windows, width: int) -> None:
    """A bracket or caption without its bar would be read as another event's."""
    page = windows.open("project/?kind=closure", Look(width))
    plot = page.locator("figure.chart svg.plot:visible").first
    assert plot.locator("a[data-event]").count() > 5
    assert plot.locator("a[data-event]:visible").count() == 0
    left = plot.evaluate(
        """(plot) => [...plot.querySelectorAll("path, line, rect, text")]
          .filter((one) => !one.closest("a, defs, clipPath"))
          .filter((one) => ["fill", "stroke"].some((name) => one.getAttribute(name) == "var(--cut)")
            || (one.tagName == "text" && !/^(\\d[\\d,]*|Totals, .*)$/.test(one.textContent)))
          .map((one) => one.outerHTML)"""
    )
    assert left == []


def test_no_heading_is_left_without_rows(windows: Windows) -> None:
    """A year in which nothing fits is not shown, nor are parts of which none does."""
    page = windows.open("project/?kind=closure")
    for group in page.locator(".year, .hung").all():
        kept = group.locator(".event:not([hidden])").count()
        assert group.is_visible() == bool(kept)
    assert page.locator(".rest:visible").count() == 0


def test_what_holds_a_fitting_part_stays_as_its_context(windows: Windows) -> None:
    """A part without its whole would be counted by the reader as a round of its own."""
    page = windows.open()
    part, year, whole = page.evaluate(
        """() => {
          const above = (row) => row.closest('.hung').previousElementSibling;
          const parts = [...document.querySelectorAll('.hung .event')];
          const part = parts.find((row) => row.dataset.year !== above(row).dataset.year);
          return [part.dataset.event, part.dataset.year, above(part).id];
        }"""
    )
    page.locator(f"a[data-filter='year={year}']").click()
    assert part in page.evaluate(SHOWN)
    row = page.locator(f"[id='{whole}']")
    assert row.is_visible()
    assert "context" in (row.get_attribute("class") or "").split()
    page.locator(f"a[data-filter='year={year}']").click()
    assert "context" not in (row.get_attribute("class") or "").split()


def test_filters_add_up_and_are_taken_back(windows: Windows) -> None:
    """Two filters show what fits both; the second click on one takes it off again."""
    page = windows.open()
    cuts = page.evaluate(FITTING, ["kind", "layoff"])
    page.locator("a[data-filter='kind=layoff']").click()
    page.locator("a[data-filter^='year=']").first.click()
    query = parse_qs(urlsplit(page.url).query)
    assert query["kind"] == ["layoff"]
    of_year = page.evaluate(FITTING, ["year", query["year"][0]])
    assert page.evaluate(SHOWN) == sorted(set(cuts) & set(of_year))
    page.locator("a[data-filter='kind=layoff']").click()
    assert page.evaluate(SHOWN) == of_year


def test_the_back_button_goes_one_filter_back(windows: Windows) -> None:
    """Each choice is a step of the history; a search, however long, is one."""
    page = windows.open()
    everything = page.evaluate(SHOWN)
    page.locator("a[data-filter='kind=layoff']").click()
    cuts = page.evaluate(SHOWN)
    page.locator(BOX).press_sequentially("jobs")
    assert parse_qs(urlsplit(page.url).query)["q"] == ["jobs"]
    page.go_back()
    assert page.evaluate(SHOWN) == cuts
    assert page.locator(BOX).input_value() == ""
    page.go_back()
    assert page.evaluate(SHOWN) == everything
    page.go_forward()
    assert page.evaluate(SHOWN) == cuts


def test_an_address_with_filters_opens_filtered(windows: Windows) -> None:
    """It can be sent to somebody; what it doesn't know it ignores."""
    page = windows.open("project/?kind=closure&from=newsletter&year=")
    assert page.evaluate(SHOWN) == page.evaluate(FITTING, ["kind", "closure"])


def test_search_finds_in_the_words_of_a_row_whatever_the_case(windows: Windows) -> None:
    """In its citations too, which are folded away."""
    page = windows.open()
    row = page.locator(".event[data-event]").first
    words = row.locator("details blockquote").first.evaluate("node => node.textContent")
    some = " ".join(words.strip("“”… ").split()[1:4]).upper()
    page.locator(BOX).fill(some)
    assert row.get_attribute("data-event") in page.evaluate(SHOWN)
    page.locator(BOX).fill("no such words anywhere")
    assert page.evaluate(SHOWN) == []
    assert page.locator(".found").inner_text().startswith("0 of ")
    page.locator(BOX).fill("")
    assert page.evaluate(SHOWN) == sorted(page.evaluate(LISTED))


def test_search_leads_to_what_stands_elsewhere(windows: Windows) -> None:
    """The index is fetched once, when somebody goes to the box, and its lines lead to pages."""
    asked: list[str] = []
    page = windows.open(before=lambda page: page.on("request", lambda one: asked.append(one.url)))
    assert not [url for url in asked if url.endswith("search.json")]
    lines = json.loads(hosting.outputs("project")["search.json"])
    url, title, *_ = next(line for line in lines if line[2] == "Organisation")
    with page.expect_response("**/search.json"):
        page.locator(BOX).focus()
    page.locator(BOX).fill(title)
    link = page.locator(f".hits a[href='{url}']")
    link.wait_for()
    assert link.inner_text() == title
    page.locator(BOX).blur()
    page.locator(BOX).focus()
    assert len([one for one in asked if one.endswith("search.json")]) == 1
    link.click()
    assert page.locator("h1").inner_text() == title


def test_a_search_without_its_index_says_so(windows: Windows) -> None:
    """It then looks in what is on the page."""
    windows.expected = ("search.json",)
    page = windows.open(before=lambda page: page.route("**/search.json", lambda one: one.abort()))
    page.locator(BOX).focus()
    page.locator(BOX).fill("jobs")
    page.locator(".found", has_text="can’t be searched").wait_for()
    assert page.evaluate(SHOWN)


def test_filters_work_by_keyboard(windows: Windows) -> None:
    """The focus stays on the filter, and the count is told by a live region."""
    page = windows.open()
    link = page.locator("a[data-filter='kind=layoff']")
    link.focus()
    page.keyboard.press("Enter")
    assert link.evaluate("node => node === document.activeElement")
    assert page.locator(".found[role=status]").inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("a[data-filter][aria-current]").evaluate(
        "node => node === document.activeElement"
    )


@pytest.mark.parametrize("state", ["project", "sixty", "many"])
def test_without_the_script_a_filter_is_a_page_with_as_many_events(
    windows: Windows, state: str
) -> None:
    """What the script does in place, a page does for everybody."""
    page = windows.open(f"{state}/", Look(script=False))
    offered = page.locator(".filters li a").evaluate_all(
        "(links) => links.map((link) => [link.href, link.querySelector('.n').textContent])"
    )
    assert len(offered) > 5
    assert not page.locator(".search").is_visible()
    kinds: set[str] = set()
    for address, count in offered[1:]:
        kind = urlsplit(address).path.rstrip("/").split("/")[-2]
        if kind in kinds:
            continue
        kinds.add(kind)
        page.goto(address)
        events = page.locator(".event[data-event], .brief li").count()
        assert events == int(count.replace(",", "")), address


def test_a_page_of_many_events_leaves_filtering_to_pages(windows: Windows) -> None:
    """Where not all events are on the page, hiding some of them would show a wrong count."""
    page = windows.open("many/")
    assert page.locator("[data-filter]").count() == 0
    page.locator(BOX).fill("Dairy March")
    page.locator(".hits a").first.wait_for()
    page.locator(".filters a", has_text="Borealis Dairy").click()
    assert page.locator("h1").inner_text() == "Borealis Dairy"


@pytest.mark.parametrize("state", ["empty", "one"])
def test_where_there_is_nothing_to_choose_nothing_is_offered(windows: Windows, state: str) -> None:
    """Filters over one event, or none, would be noise."""
    assert windows.open(f"{state}/").locator("[data-filter]").count() == 0
