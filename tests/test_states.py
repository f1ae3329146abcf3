"""Every state in which a reader may find the site: it builds, and its pages say what they must."""

from __future__ import annotations

import gzip
import posixpath
import re
from functools import cache

import pytest

import states


@cache
def outputs(name: str) -> dict[str, bytes]:
    return states.built(states.STATES[name]())


def page(name: str, path: str = "index.html") -> str:
    """A page's own part, without head, menu and foot; joiners and line ends folded."""
    text = outputs(name)[path].decode()
    main = text[text.index("<main") : text.index("</main>")]
    return re.sub(r"\s+", " ", main.replace("\u2060", ""))


def rows(name: str) -> int:
    return page(name).count('<li class="event ')


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("empty", 0),
        ("silent", 0),
        ("review", 0),
        ("one", 1),
        ("titled", 1),
        ("eleven", 1),
        ("tombstone", 1),
        ("numberless", 2),
        ("undated", 2),
        ("overtaken", 2),
        ("sixty", 60),
    ],
)
def test_the_home_page_has_a_row_for_each_event_that_has_a_source(name: str, number: int) -> None:
    """A withdrawn event and a claim that waits for an editor have none."""
    assert rows(name) == number


def test_a_thousand_events_stand_by_year_and_not_all_on_the_home_page() -> None:
    """The home page says how many it shows, and each event can be reached from a year's page."""
    shown = rows("thousand")
    assert 60 <= shown < 1000
    assert f"The newest {shown} of 1,000 events are here" in page("thousand")
    years = [path for path in outputs("thousand") if re.fullmatch(r"years/\d{4}/index.html", path)]
    assert len(years) == 12
    reached = {
        event
        for path in years
        for event in re.findall(r'data-event="([^"]+)"', page("thousand", path))
    }
    assert len(reached) == 1000


def test_a_long_sum_leads_to_its_other_lines() -> None:
    """Sixty numbers above the timeline would push it out of sight."""
    assert page("sixty").count('<span class="sign">') == 5
    assert "and 55 numbers more, line by line" in page("sixty")
    assert page("sixty", "totals/index.html").count('<td class="count" data-label="low end">') == 61


@pytest.mark.parametrize("name", ["one", "sixty", "thousand", "numberless", "eleven"])
def test_each_citation_of_the_total_leads_to_words_that_are_there(name: str) -> None:
    """On the same page, or on the page of an event that is too old for the home page."""
    home = page(name)
    total = home[home.index('<div class="headline">') : home.index('id="timeline"')]
    cited = re.findall(
        r'<a class="cite[^"]*" href="([^"#]*)#([^"]+)"', re.sub(r"<figure.*?</figure>", "", total)
    )
    assert cited
    for path, id_ in cited:
        there = home if not path else outputs(name)[f"{path}index.html"].decode()
        assert f'id="{id_}"' in there, (path, id_)


def test_a_very_long_title_is_shown_in_full() -> None:
    """Nothing cuts off what an editor or a newsroom wrote."""
    assert states.LONG in page("titled")
    assert states.LONG in page("titled", "events/long-title/index.html")
    assert states.LONG in page("titled", "sources/harbour/index.html")


def test_no_number_is_said_and_a_word_stays_a_word() -> None:
    """What no source counts is never shown as a figure, and adds nothing."""
    home = page("numberless")
    assert "no figure given" in home
    assert '<a class="cite word"' in home
    event = page("numberless", "events/2031-04-drydock-layoff/index.html")
    assert "No source gives a figure" in event


def test_an_unknown_date_is_said_and_stands_last() -> None:
    """No date is made up from the day on which an article came out."""
    home = page("undated")
    assert home.count("no date given") >= 2
    assert '<li class="year" id="undated">' in home
    assert "“last month”" in home


def test_eleven_sources_are_one_event_with_eleven_citations() -> None:
    """Each newsroom's words stand behind the one number."""
    assert "11 outlets" in page("eleven")
    assert "11 citations" in page("eleven")
    event = page("eleven", "events/2031-03-kelpworks-layoff/index.html")
    assert event.count('<li class="citation"') == 11


def test_a_withdrawn_event_keeps_its_address_and_nothing_of_its_text() -> None:
    """Links to it go on working; its number is in no sum and on no page."""
    assert "withdrawn" in page("tombstone", "events/2031-03-kelpworks-layoff/index.html")
    for path, data in outputs("tombstone").items():
        if path.endswith(".html"):
            assert "310" not in re.sub(r"<[^>]*>", "", data.decode()), path


def test_claims_that_wait_for_an_editor_are_on_no_page() -> None:
    """Their article is listed with no claim."""
    assert "310" not in "".join(
        re.sub(r"<[^>]*>", "", data.decode())
        for path, data in outputs("review").items()
        if path.endswith(".html")
    )
    assert "0 claims" in page("review", "sources/index.html")


def test_a_plan_past_its_date_says_that_nothing_was_heard_of_it() -> None:
    """Due by the newest article and not by a clock: the page reads the same every day."""
    plan, cut = "2031-03-marrowbone-layoff", "2031-05-drydock-layoff"
    assert "Due, no later source yet." in page("overtaken", f"events/{plan}/index.html")
    assert "no later source" not in page("overtaken", f"events/{cut}/index.html")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("empty", "No article is here yet, so no job cut has been read."),
        ("silent", "No job cut has been read: 1 article is here, and what it tells makes no event"),
        ("review", "No job cut has been read: 1 article is here, and what it tells makes no event"),
    ],
)
def test_a_site_without_an_event_welcomes_its_editor(name: str, why: str) -> None:
    """It says why there is nothing and how to begin; no empty chart, filter or feed is offered."""
    home = page(name)
    assert why in home
    assert "How to begin" in home
    for empty in ("<figure", 'class="filters"', 'id="timeline"', "The newest"):
        assert empty not in home
    whole = outputs(name)["index.html"].decode()
    assert "feed.xml" not in whole
    assert "feed.xml" not in outputs(name)


def test_what_sources_disagree_about_stands_below_the_timeline() -> None:
    """Five disputes at most, each with both sides' words on the page, and the way to all."""
    home = page("differing")
    below = home[home.index('<section class="section" id="differ"') :]
    assert home.index('id="timeline"') < home.index('id="differ"')
    assert below.count('<article class="dispute"') == 5
    assert "and 1 more, with all that sources only word differently" in below
    for id_ in re.findall(r'<a class="cite[^"]*" href="#([^"]+)"', below):
        assert f'id="{id_}"' in home
    assert 'id="differ"' not in page("eleven")


@pytest.mark.parametrize("path", ["sources/index.html", "organisations/index.html"])
def test_an_empty_list_says_so(path: str) -> None:
    """A heading above nothing looks broken."""
    assert "None so far." in page("empty", path)
    assert "None so far." not in page("one", path)


def test_a_source_s_page_tells_what_others_say() -> None:
    """Another newsroom's number leads to its words; the same number is not repeated."""
    story = page("differing", "sources/harbour/index.html")
    found = re.findall(r'Others say: <a href="([^"#]*)#([^"]+)">317</a> \(Gazette quay\)', story)
    assert len(found) == 1
    event = outputs("differing")[found[0][0].removeprefix("../../") + "index.html"].decode()
    assert f'id="{found[0][1]}"' in event
    assert "Others say" not in page("eleven", "sources/paper01/index.html")


RAW, PACKED = 300_000, 20_000
"""How many bytes a page may have, and on the line."""


@pytest.mark.parametrize("name", ["sixty", "differing", "thousand"])
def test_no_page_is_heavy(name: str) -> None:
    """However much there is to tell, a page comes within seconds on a slow line."""
    found = {path: data for path, data in outputs(name).items() if path.endswith(".html")}
    sizes = {path: (len(data), len(gzip.compress(data, 6))) for path, data in found.items()}
    assert {path: size for path, size in sizes.items() if size > (RAW, 0) or size[1] > PACKED} == {}


def table(path: str) -> list[list[str]]:
    """The cells of the first table on a page of the thousand, head and foot included."""
    found = page("thousand", path).partition("</table>")[0]
    return [
        [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", line)]
        for line in re.findall(r"<tr>.*?</tr>", found)
    ]


def number(text: str) -> int:
    return int(text.replace(",", ""))


def test_a_long_sum_is_told_by_years_that_add_up() -> None:
    """The first table adds to the total, and each year's own to its line there."""
    _, *years, whole = table("totals/index.html")
    assert len(years) == 12
    for at in (2, 3):
        assert sum(number(year[at]) for year in years) == number(whole[at])
    for year in years:
        _, *lines, together = table(f"totals/{year[0]}/index.html")
        assert f"{len(lines)} numbers" == year[1]
        assert together[2:4] == year[2:4]
        for at in (2, 3):
            assert sum(number(line[at]) for line in lines) == number(together[at])


def test_every_number_of_a_long_sum_leads_to_its_sentence() -> None:
    """From the line of a year, and from the largest ones on the home page."""
    made = outputs("thousand")
    years = sorted(path for path in made if re.fullmatch(r"totals/\d{4}/index.html", path))
    led = 0
    for path in ("index.html", *years):
        shown = page("thousand", path).partition("</table>" if path in years else "</ul>")[0]
        for href in re.findall(r'class="cite[^"]*" href="([^"]+)"', shown):
            place, _, id_ = href.partition("#")
            folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
            target = posixpath.join(folder, "index.html") if place else path
            assert f'id="{id_}"'.encode() in made[posixpath.normpath(target)], (path, href)
            led += 1
    assert led >= 1000


def test_a_very_long_title_is_set_smaller() -> None:
    """Forty words in the largest letters would fill the first screen and more."""
    assert '<h1 class="long">' in page("titled", "events/long-title/index.html")
    assert "<h1>" in page("one", "events/2031-03-kelpworks-layoff/index.html")


def test_many_outlets_stand_under_a_step_as_a_number() -> None:
    """Eleven names in a column a few letters wide are read by nobody; each stands below."""
    event = page("eleven", "events/2031-03-kelpworks-layoff/index.html")
    assert "<small>11 outlets</small>" in event
    assert "<small>Gazette harbour</small>" in page(
        "one", "events/2031-03-kelpworks-layoff/index.html"
    )


def test_a_date_is_not_read_back_where_its_words_are_the_date() -> None:
    """ "in March 2031" needs no "read as Mar 2031"; what was reckoned does."""
    assert "read as" not in page("one", "events/2031-03-kelpworks-layoff/index.html")
    assert "not resolved" in page("undated", "events/undated-kelpworks-layoff/index.html")


def test_an_unclear_origin_is_said_once() -> None:
    """Where no outlet tells its origin, no heading repeats that."""
    event = page("eleven", "events/2031-03-kelpworks-layoff/index.html")
    assert event.count("rigin unclear") == 2
    assert "<b>Origin unclear</b>" not in event


def test_a_single_event_offers_no_search() -> None:
    """There is nothing to choose from."""
    assert 'role="search"' not in page("one")
    assert 'role="search"' in page("overtaken")
