"""The pages of a small site: cited numbers, working links, and nothing that isn't escaped."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any, Literal
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import charts, codec, merge, render
from headcount.difference import difference
from headcount.feeds import FEEDS
from headcount.freetext import numbers_of_jobs
from headcount.model import (
    Article,
    Correction,
    Dispute,
    Event,
    Mark,
    PageText,
    Site,
    Timeline,
    Total,
    Value,
)
from headcount.pages import PAGES, Download, Record, arrange
from headcount.pages.citing import address, citation, encoded, excerpt
from headcount.pages.event import UNALLOCATED, EventPage, TombstonePage
from headcount.pages.home import HomePage
from headcount.pages.index import Changes, index
from headcount.pages.overview import DisputesPage
from headcount.pages.source import SourcePage
from headcount.pages.totals import TotalsPage
from headcount.source import EXCERPT_WORDS
from headcount.timeline import write
from stories import REGISTRY, article, claim, link, reading, words
from test_render import TEMPLATES

BAKERY = "Borealis cut about 310 jobs at Borealis Bakery in March 2031."
AGAIN = "A few hundred jobs went at Borealis Bakery in March 2031, a memo says."
WHOLE = "Borealis cut over 2,400 jobs between 2030 and 2031, the bakery’s among them."
PLAN = "Borealis plans to cut 900 jobs at Borealis Mills, “one mill at a time”."
DEAL = "Tanager bought Borealis Dairy for €70 million."
WHY = "Costs rose too fast, Ada Quist said."
ADDRESS = "https://news.example/mills"

SITE = Site(
    title="Counted at Borealis", standfirst="Bread and its makers.", url="https://x.example/y"
)
TEXTS = (
    PageText("method", "content/pages/method.md", "How we count", "Once.", "## One\n\nText.\n"),
    PageText("corrections", "content/pages/corrections.md", "Corrections", "", "Here.\n", 1),
)


@cache
def articles() -> tuple[Article, ...]:
    """Three articles in full and one of our notes."""
    return (
        replace(article("aa", BAKERY, WHY, publisher="Morning Post"), url="https://a.example/1"),
        article("bb", AGAIN, WHOLE, publisher="Evening Bell"),
        replace(article("cc", PLAN, publisher="The Wire"), text="notes", url=ADDRESS),
        article("dd", DEAL, publisher="Paper D"),
    )


@cache
def timeline() -> Timeline:
    """Five events, with a dispute, a part in its whole, a plan and a statement."""
    one, two, three, four = articles()
    bakery = ("borealis-bakery",)
    first = claim(
        one,
        BAKERY,
        units=bakery,
        jobs=("about 310", 310, 310, "about"),
        date=("March 2031", "2031-03"),
    )
    again = claim(
        two, AGAIN, units=bakery, jobs=("A few hundred", None, None, "few-hundred"),
        date=("March 2031", "2031-03"), via=(("memo", "memo"),),
    )  # fmt: skip
    whole = claim(
        two, WHOLE, jobs=("over 2,400", 2400, None, "over"), scope="aggregate",
        date=("between 2030 and 2031", "2030/2031"), status="completed",
    )  # fmt: skip
    plan = claim(
        three, PLAN, units=("borealis-mills",), jobs=("900", 900, 900, "exact"), status="planned"
    )
    deal = claim(
        four, DEAL, kind="acquisition", organisation="tanager", units=("borealis-dairy",),
        money=("€70 million", 70_000_000), status="completed",
    )  # fmt: skip
    why = claim(one, WHY, kind="statement", said_by="Ada Quist", topic="motive")
    readings = (
        reading(one, first, why),
        reading(two, again, whole, links=(link("part_of", two, again, whole, "among them"),)),
        reading(three, plan),
        reading(four, deal),
    )
    made, problems = merge.timeline(readings, REGISTRY, (), ())
    assert not [problem for problem in problems if problem.severity == "error"]
    gone = replace(
        made.events[0],
        id="2029-gone-layoff",
        claims=(),
        attached=(),
        disputes=(),
        relations=(),
        jobs=None,
        title="A secret headline",
        tombstone=True,
        corrections=(Correction("2032-01-02", "The source was withdrawn."),),
    )
    corrected = replace(
        made.events[-1], corrections=(Correction("2032-02-01", "The date was wrong."),)
    )
    return replace(made, events=(*made.events[:-1], corrected, gone))


@cache
def records() -> tuple[Record, ...]:
    return arranged()


def arranged() -> tuple[Record, ...]:
    line, sources = timeline(), articles()
    drawn = [charts.draw(one) for one in charts.records(line, sources, REGISTRY)]
    assets = {"site.css": "assets/site.0123456789.css"}
    done = difference({}, write(line))
    told = replace(done, raised=("900: period",), waiting=2)
    changes = Changes("the last commit", told)
    return arrange(index(line, sources, REGISTRY, SITE, TEXTS, assets, drawn, changes))


@cache
def pages() -> dict[str, str]:
    return {
        record.path: render.page(record, TEMPLATES).decode()
        for record in records()
        if not isinstance(record, Download)
    }


def paged(kind: type[Any]) -> Any:
    return next(record for record in records() if isinstance(record, kind))


def event_page(word: str) -> Any:
    return next(r for r in records() if isinstance(r, EventPage) and word in r.title)


class Seen(HTMLParser):
    """The elements, ids, links, headings of a page, and its words by the elements around them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "path", "br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(self.open), data))

    def values(self, name: str, tag: str | None = None) -> list[str]:
        return [a[name] or "" for t, a in self.tags if name in a and tag in (None, t)]


PATHS = sorted(pages())


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_unique_and_citations_stand_on_the_page(path: str) -> None:
    """A claim's entry is there once, and every number leads to it."""
    seen = Seen(pages()[path])
    ids = seen.values("id")
    assert len(ids) == len(set(ids))
    for target in seen.values("href", "a"):
        if target.startswith("#"):
            assert target[1:] in ids, target


@pytest.mark.parametrize("path", PATHS)
def test_every_number_of_jobs_is_a_link(path: str) -> None:
    """A number that nobody can check has no place here; headlines lead to their event."""
    free = {"a", "h1", "title", "desc", "blockquote", "script", "pre"}
    for around, text in Seen(pages()[path]).words:
        if not free & set(around) and "permalink" not in text:
            bare = re.sub(r"“[^”]*”", "", text)
            assert not list(numbers_of_jobs(bare)), (around, text)


@pytest.mark.parametrize("path", PATHS)
def test_headings_are_in_order(path: str) -> None:
    """One h1, and no level left out: the outline is how many readers find their way."""
    levels = [int(tag[1]) for tag, _ in Seen(pages()[path]).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_the_security_policy_blocks(path: str) -> None:
    """An inline style would be lost in silence, an inline script refused."""
    seen = Seen(pages()[path])
    for tag, attributes in seen.tags:
        assert tag != "script" or "src" in attributes or attributes["type"] == "application/ld+json"
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("path", PATHS)
def test_links_are_relative_and_lead_to_a_page(path: str) -> None:
    """So the site works below any address; only the page for lost ones knows where it lies."""
    known = {*(record.path for record in records()), *(feed.path for feed in FEEDS)}
    known.add("assets/site.0123456789.css")
    for target in Seen(pages()[path]).values("href"):
        assert not re.search(r"\s", target)
        if re.match(r"(?:https?|mailto|data):|#", target):
            continue
        if path == "404.html":
            assert target.startswith("/y/")
            continue
        assert not target.startswith("/")
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.split("#")[0]))
        assert place in known or posixpath.normpath(f"{place}/index.html") in known, target


@pytest.mark.parametrize("path", PATHS)
def test_links_into_other_pages_meet_an_id(path: str) -> None:
    """A link to a section that is gone leads to the top of a long page."""
    for target in Seen(pages()[path]).values("href", "a"):
        if "#" not in target or re.match(r"https?:|#", target) or path == "404.html":
            continue
        place, _, name = target.partition("#")
        folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
        assert name in Seen(pages()[posixpath.normpath(f"{folder}/index.html")]).values("id")


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


CANARY = '<canary-x a="b">\'"&{{ 7 * 7 }}'


def poisoned(value: Any, name: str = "") -> Any:
    """The same record with a canary in every text that a template may print."""
    if isinstance(value, str):
        return value if name == "path" or name.endswith(("_html", "_svg")) else value + CANARY
    if isinstance(value, tuple):
        return tuple(poisoned(item, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: poisoned(getattr(value, f.name), f.name) for f in fields(value)}
        return replace(value, **changes)
    return value


@pytest.mark.parametrize("kind", [kind.id for kind in PAGES if kind.template])
def test_no_text_becomes_an_element(kind: str) -> None:
    """Whatever a field holds, a template prints it as text."""
    entry = next(one for one in PAGES if one.id == kind)
    record = next(one for one in records() if type(one) is entry.record)
    page = render.page(poisoned(record), TEMPLATES).decode()
    assert "&lt;canary-x" in page
    assert "canary-x" not in {tag for tag, _ in Seen(page).tags}
    assert ">49" not in page


def test_no_word_of_an_input_becomes_an_element() -> None:
    """From the files that people write to the page, prose and notes included."""
    sentence = f"Borealis cut 55 jobs {CANARY} at Borealis Mills."
    source = replace(
        article("ee", sentence, "", "<canary-y>notes</canary-y>", publisher=f"P {CANARY}"),
        title=CANARY, text="notes", author=CANARY, basis=CANARY, language_note=CANARY,
        url=f"https://a.example/{CANARY}",
    )  # fmt: skip
    made, _ = merge.timeline(
        (reading(source, claim(source, sentence, jobs=("55", 55, 55, "exact"))),),
        REGISTRY, (), (),
    )  # fmt: skip
    event = replace(
        made.events[0],
        narrative=f"They cut 55 jobs. {CANARY}",
        title=CANARY,
        disputes=(Dispute("jobs", "conflict", (Value(CANARY, ()),), reason=CANARY),),
        corrections=(Correction("2031-01-01", CANARY),),
    )
    site = Site(title=CANARY, standfirst=CANARY, contact=CANARY, language=CANARY)
    texts = (PageText("about", "a.md", CANARY, CANARY, CANARY),)
    for record in arrange(
        index(replace(made, events=(event,)), (source,), REGISTRY, site, texts, {})
    ):
        page = Seen(render.page(record, TEMPLATES).decode())
        assert not {tag for tag, _ in page.tags if tag.startswith("canary")}


def test_records_hold_plain_values_only() -> None:
    """What a page depends on is its record; so it can be kept, compared and remembered."""
    for record in records():
        assert codec.load(type(record), codec.dump(record)) == record


def test_the_order_of_articles_does_not_matter() -> None:
    """Only their ids and dates order them."""
    assert arranged() == records()


def test_the_timeline_is_newest_first_and_ends_with_what_has_no_date() -> None:
    """A purchase that nobody dates stands at the end, not at the day of its article."""
    labels = [year.label for year in paged(HomePage).years]
    assert labels[-1] == "No date"
    assert labels[:-1] == sorted(labels[:-1], reverse=True)


def test_a_row_says_when_it_was_and_why_we_think_so() -> None:
    """A report's date is never passed off as the event's."""
    top = [row for year in paged(HomePage).years for row in year.rows]
    rows = {row.title.text: row for one in top for row in (one, *one.parts)}
    plan = next(row for title, row in rows.items() if "900" in title)
    assert plan.when == "reported about Feb 2024"
    assert plan.why == "no source gives a date"
    assert plan.hollow
    bakery = next(row for title, row in rows.items() if "310" in title)
    assert bakery.when == "Mar 2031"


def test_a_part_and_its_whole_name_each_other() -> None:
    """Who sees one number must see that it is inside the other."""
    part, whole = event_page("310"), event_page("2,400")
    assert [tie.lead for tie in part.ties] == ["Part of"]
    assert [tie.lead for tie in whole.ties] == ["Includes"]
    assert part.ties[0].cite is not None
    assert whole.ties[0].link.href.endswith(f"{part.path.split('/')[1]}/")


def test_the_total_shows_its_arithmetic() -> None:
    """Each line says whether it counts and why."""
    total = paged(TotalsPage).total
    assert total.figure == "2,400"
    assert total.open_
    assert [line.reason for line in total.counted] == [
        "counted in full; no source breaks all of it down"
    ]
    assert {line.reason for line in total.apart} == {
        "planned, not added",
        "part of “Borealis cuts over 2,400 jobs”, so not added again",
    }


def test_a_dispute_stands_side_by_side_on_both_pages() -> None:
    """Each reading with who gives it, in the words of the source."""
    [one] = [
        d for g in paged(DisputesPage).groups for d in g.disputes if d.question[:8] == "How many"
    ]
    assert {(side.label, side.text) for side in one.sides} == {
        ("Morning Post", "about 310"),
        ("Evening Bell", "A few hundred"),
    }
    assert one.verdict == "different words, no conflict"
    assert [d.question for d in event_page("310").disputes] == [one.question]


def test_a_tombstone_keeps_its_corrections_and_nothing_else() -> None:
    """The source was withdrawn, and with it every word of it."""
    page = pages()[paged(TombstonePage).path]
    assert "The source was withdrawn." in page
    assert "secret" not in page
    assert all("secret" not in text for path, text in pages().items() if "correct" not in path)


def test_corrections_are_listed_newest_first() -> None:
    """On the page of that name, from all events."""
    page = pages()["corrections/index.html"]
    assert page.index("The date was wrong.") < page.index("The source was withdrawn.")


def test_a_full_text_is_never_published() -> None:
    """Only notes are ours to show; of a publisher's article the cited sentences."""
    sources = [record for record in records() if isinstance(record, SourcePage)]
    assert [bool(one.notes_html) for one in sources] == [False, False, True, False]
    notes = next(one.notes_html for one in sources if one.notes_html)
    assert re.search(
        r'<a class="cite" href="#c-[0-9a-f]{10}"[^>]*><span class="number">900<', notes
    )


def narrated(text: str) -> str:
    bakery = next(event for event in timeline().events if "bakery" in event.id)
    event = replace(bakery, narrative=text)
    told = replace(timeline(), events=(event,), total=Total(0, 0, False, ()))
    made = arrange(index(told, articles(), REGISTRY, SITE, (), {}))
    return next(r.narrative_html for r in made if isinstance(r, EventPage))


def test_a_narrative_cites_the_very_words() -> None:
    """“A few hundred” leads to who says so, not to whoever's figure fits inside it."""
    bakery = next(event for event in timeline().events if "bakery" in event.id)
    by_words = {one.jobs.qualifier: one.id for one in bakery.claims if one.jobs is not None}
    told = narrated("They cut a few hundred jobs.\n\nOr about 310 jobs, or 70 jobs.")
    assert re.findall(r'href="#(c-\w+)"[^>]*><span class="number">([^<]+)<', told) == [
        (by_words["few-hundred"], "a few hundred"),
        (by_words["about"], "about 310"),
    ]


def long_story(before: int, after: int) -> tuple[Article, Any]:
    sentence = f"{'so ' * before}Borealis cut 77 jobs{' and on' * after}."
    source = article("ff", sentence)
    return source, claim(source, sentence, jobs=("77", 77, 77, "exact"))


@given(st.integers(0, 90), st.integers(0, 60))
def test_an_excerpt_is_verbatim_short_and_holds_its_number(before: int, after: int) -> None:
    """At most forty words of an article leave the house for one claim."""
    source, one = long_story(before, after)
    pieces = excerpt(source, one)
    assert [piece.text for piece in pieces if piece.marked] == ["77"]
    text = "".join(piece.text for piece in pieces).strip("… ")
    assert text in source.body
    assert len(text.split()) <= EXCERPT_WORDS


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_fragment_is_letters_digits_and_percent_codes(text: str) -> None:
    """A comma, a hyphen or an ampersand means something there."""
    made = encoded(text)
    assert re.fullmatch(r"(?:[A-Za-z0-9]|%[0-9A-F]{2})*", made)
    assert unquote(made) == text


def test_a_citation_leads_to_the_words_at_the_source() -> None:
    """From notes to the publisher's own phrase; from a full text to its own words, in one line."""
    one, _, three, four = articles()
    claims = {c.article: c for e in timeline().events for c in e.claims if c.jobs is not None}
    assert address(three, claims["cc"]) == f"{ADDRESS}#:~:text=one%20mill%20at%20a%20time"
    there = address(one, claims["aa"])
    assert unquote(there.split("#:~:text=")[1]) in BAKERY
    fragment = replace(one, url="https://a.example/1#top")
    assert address(fragment, claims["aa"]).startswith("https://a.example/1#top:~:text=")
    assert address(replace(four, url="javascript:alert(1)"), claims["aa"]) == ""


def test_back_translated_words_say_so() -> None:
    """They are not what was said."""
    sentence = "Borealis cut 12 jobs, “as agreed”."
    source = replace(article("gg", sentence), text="notes", language_note="Translated.")
    made, _ = merge.timeline(
        (reading(source, claim(source, sentence, jobs=("12", 12, 12, "exact"))),), REGISTRY, (), ()
    )
    for record in arrange(index(made, (source,), REGISTRY, SITE, (), {})):
        if isinstance(record, EventPage):
            assert "Translated, not verbatim." in render.page(record, TEMPLATES).decode()


def test_an_empty_timeline_is_a_site() -> None:
    """Somebody who begins sees pages, not errors."""
    for record in arrange(index(Timeline(), (), REGISTRY, Site(), (), {})):
        assert render.page(record, TEMPLATES)


def test_events_know_their_neighbours() -> None:
    """Before and after lead through the whole timeline, each event once."""
    made = {r.path: r for r in records() if isinstance(r, EventPage)}
    first = next(record for record in made.values() if record.before is None)
    order, at = [first.path], first
    while at.after is not None:
        at = made[
            posixpath.normpath(posixpath.join(posixpath.dirname(at.path), at.after.href))
            + "/index.html"
        ]
        order.append(at.path)
    assert sorted(order) == sorted(made)


def test_the_events_of_a_page_are_gone_from_it_when_their_source_is() -> None:
    """A tombstone stands on no list."""
    gone: Event = timeline().events[-1]
    home = pages()["index.html"]
    assert gone.tombstone
    assert gone.id not in home


def test_a_side_never_lends_one_paper_the_words_of_another() -> None:
    """Two papers on one side may still round differently: “about 50” is not “50”."""
    first, second = "Borealis cut 50 jobs in May 2031.", "Borealis cut about 50 jobs in May 2031."
    third = "Borealis cut over 80 jobs in May 2031."
    given = (("50", 50, 50, "exact"), ("about 50", 50, 50, "about"), ("over 80", 80, None, "over"))
    sources = tuple(article(f"h{n}", text) for n, text in enumerate((first, second, third)))
    claims = tuple(
        claim(source, text, jobs=jobs, date=("May 2031", "2031-05"))
        for source, text, jobs in zip(sources, (first, second, third), given, strict=True)
    )
    made, _ = merge.timeline(
        tuple(reading(s, c) for s, c in zip(sources, claims, strict=True)), REGISTRY, (), ()
    )
    sided = Dispute(
        "jobs",
        "conflict",
        (Value("50", (claims[0].id, claims[1].id)), Value("over 80", (claims[2].id,))),
    )
    event = replace(made.events[0], claims=claims, disputes=(sided,))
    told = replace(made, events=(event,), total=Total(0, 0, False, ()))
    page = next(
        r for r in arrange(index(told, sources, REGISTRY, SITE, (), {})) if isinstance(r, EventPage)
    )
    texts = [[one.text for one in side.cites] for side in page.disputes[0].sides]
    assert texts == [["50", "about 50"], ["over 80"]]


def test_a_side_words_a_state_as_each_of_its_papers_does() -> None:
    """What one paper says of how far it has come is not put into another's mouth."""
    given = (("Borealis will cut 50 jobs.", "will cut"), ("Borealis may shed 50 jobs.", "may shed"))
    sources = tuple(article(f"s{n}", text) for n, (text, _) in enumerate(given))
    claims = []
    for source, (text, said) in zip(sources, given, strict=True):
        made = claim(source, text, jobs=("50", 50, 50, "exact"), status="planned")
        claims.append(replace(made, status=Mark("planned", words(source, text, said))))
    merged, _ = merge.timeline(
        tuple(reading(s, c) for s, c in zip(sources, claims, strict=True)), REGISTRY, (), ()
    )
    sided = Dispute("status", "compatible", (Value("will cut", tuple(c.id for c in claims)),))
    event = replace(merged.events[0], claims=tuple(claims), disputes=(sided,))
    told = replace(merged, events=(event,), total=Total(0, 0, False, ()))
    page = next(
        r for r in arrange(index(told, sources, REGISTRY, SITE, (), {})) if isinstance(r, EventPage)
    )
    assert [one.text for one in page.disputes[0].sides[0].cites] == ["will cut", "may shed"]


def test_what_no_part_accounts_for_is_said_to_be_unallocated() -> None:
    """A reader must not take the parts that are known for the whole."""
    assert UNALLOCATED in event_page("2,400").remarks
    assert UNALLOCATED not in event_page("310").remarks


def test_a_total_that_no_source_states_is_explained_as_a_sum() -> None:
    """An exact end of an interval looks like somebody's figure."""
    texts = ("Borealis cut 50 jobs in May 2031.", "Tanager cut between 20 and 40 jobs in May 2032.")
    sources = tuple(article(f"t{n}", text) for n, text in enumerate(texts))
    one = claim(sources[0], texts[0], jobs=("50", 50, 50, "exact"), date=("May 2031", "2031-05"))
    other = claim(
        sources[1], texts[1], organisation="tanager", jobs=("between 20 and 40", 20, 40, "exact"),
        date=("May 2032", "2032-05"),
    )  # fmt: skip
    made, _ = merge.timeline(
        (reading(sources[0], one), reading(sources[1], other)), REGISTRY, (), ()
    )
    total = next(
        r.total
        for r in arrange(index(made, sources, REGISTRY, SITE, (), {}))
        if isinstance(r, TotalsPage)
    )
    assert total is not None
    assert total.figure == "70\u2060–\u206090"
    assert total.open_.startswith("No source gives this total")
    assert "No source gives this total" not in paged(TotalsPage).total.open_


@pytest.mark.parametrize(
    ("text", "body", "quote", "quoted", "leads"),
    [
        ("notes", "She said “go on with less”, twice.", "go on with less", True, "go on with less"),
        ("notes", "She said “go” and went on.", "went on", False, ""),
        ("notes", "went on", "went on", False, ""),
        ("full", "“Go on with less.”", "“Go on with less.”", False, "“Go on with less.”"),
        ("full", "Go on, she said.", "Go on, she said.", True, "Go on, she said."),
    ],
)
def test_quotation_marks_stand_once_around_a_publishers_words(
    text: Literal["full", "notes"], body: str, quote: str, quoted: bool, leads: str
) -> None:
    """Neither doubled, nor lost where a note's quote lies between the marks; its link lands."""
    source = replace(article("qq", body), text=text, url=ADDRESS)
    made = claim(source, quote, kind="statement", topic="outlook")
    built = index(Timeline(), (source,), REGISTRY, SITE, (), {})
    assert citation(built, made, "").quoted is quoted
    assert unquote(address(source, made).partition(":~:text=")[2]) == leads


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("workforce", "8% of the staff"),
        ("borealis-mills", "8% of the staff at Borealis Mills"),
        (None, "8%"),
    ],
)
def test_a_share_alone_says_of_what(of: str | None, expected: str) -> None:
    """“8%” as the only number of an event leaves a reader asking."""
    text = "Borealis cut 8% of its workforce in May 2031."
    source = article("u", text)
    made = claim(source, text, percent=("8%", 8.0), date=("May 2031", "2031-05"))
    assert made.percent is not None
    made = replace(made, percent=replace(made.percent, of=of))
    merged, _ = merge.timeline((reading(source, made),), REGISTRY, (), ())
    page = next(
        r
        for r in arrange(index(merged, (source,), REGISTRY, SITE, (), {}))
        if isinstance(r, EventPage)
    )
    assert [one.text for one in page.size] == [expected]


@pytest.mark.parametrize(("cuts", "more"), [(5, ""), (7, "and 2 numbers more, line by line")])
def test_a_long_sum_shows_its_largest_lines_and_leads_to_the_others(cuts: int, more: str) -> None:
    """On a phone the timeline must not lie below dozens of lines; the totals page has each."""
    readings = []
    for number in range(cuts):
        text = f"Borealis cut {50 + number} jobs in May {2031 + number}."
        source = article(f"v{number}", text)
        jobs = (str(50 + number), 50 + number, 50 + number, "exact")
        date = (f"May {2031 + number}", f"{2031 + number}-05")
        readings.append(reading(source, claim(source, text, jobs=jobs, date=date)))
    made, _ = merge.timeline(tuple(readings), REGISTRY, (), ())
    sources = tuple(one.article for one in readings)
    home = next(
        r for r in arrange(index(made, sources, REGISTRY, SITE, (), {})) if isinstance(r, HomePage)
    )
    assert home.total is not None
    assert home.total.folded == more
    assert len(home.total.counted) == 5
    page = render.page(home, TEMPLATES).decode()
    assert page.count('<span class="sign">') == 5
    assert home.total.counted[0].high == (str(49 + cuts) if more else "50")
    whole = next(
        r
        for r in arrange(index(made, sources, REGISTRY, SITE, (), {}))
        if isinstance(r, TotalsPage)
    )
    assert whole.total is not None
    assert len(whole.total.counted) == cuts
