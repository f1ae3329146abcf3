"""Feeds and tables: read by other programs, and never more than the pages publish."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

import sites
from headcount import feeds, pipeline, render
from headcount.feeds import FEEDS, cards, news, tables
from headcount.headers import content_type
from headcount.lettering import BOLD, breadth
from headcount.model import Timeline
from headcount.pages.index import Index, index
from headcount.pages.metadata import card_path
from headcount.source import EXCERPT_WORDS
from stories import REGISTRY
from test_pages import SITE, TEXTS, articles, timeline

ATOM = "{http://www.w3.org/2005/Atom}"
DOCS = Path(__file__).parent.parent / "docs/data.md"


def small(line: Timeline | None = None, url: str = SITE.url) -> Index:
    """The index of the small site of the page tests."""
    return index(line or timeline(), articles(), REGISTRY, replace(SITE, url=url), TEXTS, {})


def test_atom_has_what_it_must() -> None:
    """RFC 4287: a feed and each entry have one id, title and updated."""
    root = ElementTree.fromstring(news.atom(small()) or b"")
    found = root.findall(f"{ATOM}entry")
    assert len(found) == len(small().living()) > 3
    for part in (root, *found):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated") or "")
    ids = [one.findtext(f"{ATOM}id") or "" for one in found]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith(f"{SITE.url}/events/") for one in ids)


def test_both_feeds_tell_the_same() -> None:
    """A reader's choice of a format is no choice of news."""
    feed = json.loads(news.json_feed(small()) or b"")
    root = ElementTree.fromstring(news.atom(small()) or b"")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    told = [
        (
            one.findtext(f"{ATOM}id"),
            one.findtext(f"{ATOM}title"),
            one.findtext(f"{ATOM}updated"),
            (one.find(f"{ATOM}link") or one.find(f"{ATOM}link[@rel='alternate']")).get("href"),
        )
        for one in root.findall(f"{ATOM}entry")
    ]
    keys = ("id", "title", "date_modified", "url")
    assert [tuple(item[key] for key in keys) for item in feed["items"]] == told


@pytest.mark.parametrize("title", ["</title><script>", "a & b", "bell \x07", "=1+1"])
def test_no_title_breaks_a_file(title: str) -> None:
    """Titles are what anybody wrote."""
    line = timeline()
    events = (replace(line.events[0], title=title), *line.events[1:])
    made = feeds.write(small(replace(line, events=events)), ["index.html"])
    titles = [e.text for e in ElementTree.fromstring(made["feed.xml"]).iter(f"{ATOM}title")]
    assert title.replace("\x07", "\ufffd") in titles
    assert not [r for r in csv.reader(io.StringIO(made["events.csv"].decode())) if "=1+1" in r]


def test_without_an_address_there_is_nothing_to_subscribe_to() -> None:
    """Feeds and maps demand absolute addresses, and none is made up."""
    made = feeds.write(small(url=""), ["index.html"])
    assert not {"feed.xml", "feed.json", "sitemap.xml"} & set(made)
    assert {"events.csv", "claims.csv", "timeline.json", "robots.txt"} <= set(made)


def test_an_empty_site_has_tables_without_rows() -> None:
    """A feed needs a date, and there is none yet."""
    made = feeds.write(index(Timeline(), (), REGISTRY, SITE, (), {}), [])
    assert "feed.xml" not in made
    assert len(made["events.csv"].splitlines()) == 1


def test_the_map_leaves_out_what_is_gone() -> None:
    """Nobody is sent to a tombstone or to the page for lost addresses."""
    paths = ["index.html", "404.html", "events/2029-gone-layoff/index.html", "totals/index.html"]
    made = feeds.write(small(), paths)["sitemap.xml"].decode()
    assert re.findall("<loc>(.*?)</loc>", made) == [f"{SITE.url}/", f"{SITE.url}/totals/"]


@cache
def built(name: str) -> pipeline.Build:
    return pipeline.build(sites.SITES[name]())


@pytest.mark.parametrize(
    "name",
    ["project", *(pytest.param(n, marks=sites.needs_shared) for n in ("originals", "invented"))],
)
def test_three_sites_keep_to_the_schemas_and_leak_nothing(name: str) -> None:
    """Every row has its documented shape; claims in review and hidden events are in no file."""
    build = built(name)
    data = json.loads(build.outputs["timeline.json"])
    schemas = {
        path.removeprefix("schemas/"): json.loads(content)
        for path, content in build.outputs.items()
        if path.startswith("schemas/")
    }
    for path in ("timeline.json", "event.json", "claim.json"):
        Draft202012Validator.check_schema(schemas[path])
    parts = [(path, DRAFT202012.create_resource(schemas[path])) for path in schemas]
    whole = Draft202012Validator(
        schemas["timeline.json"], registry=Registry().with_resources(parts)
    )
    whole.validate(data)
    for key in ("events", "claims"):
        assert data[key]
        assert not whole.is_valid(data | {key: [{**data[key][0], "low": "hundreds"}]})
        rows = tabled(build.outputs[f"{key}.csv"], schemas[f"{key}.csv.json"])
        assert rows == [{name: value or None for name, value in row.items()} for row in data[key]]
    kept = {claim.id for claim in build.timeline.review} | {e.id for e in build.timeline.hidden}
    for feed in FEEDS:
        assert not [one for one in kept if one.encode() in build.outputs.get(feed.path, b"")]
    longest = max(len(row["quote"].replace("…", "").split()) for row in data["claims"])
    assert longest <= EXCERPT_WORDS


READ = {"string": str, "integer": int, "number": float}


def tabled(data: bytes, schema: dict[str, Any]) -> list[dict[str, object]]:
    """A CSV's rows as Table Schema says to read them; what is 0, false or missing is None."""
    found = []
    for row in csv.DictReader(io.StringIO(data.decode())):
        assert list(row) == [field["name"] for field in schema["fields"]]
        values: dict[str, object] = {}
        for field in schema["fields"]:
            cell = row[field["name"]]
            assert cell or not field.get("constraints", {}).get("required")
            if field["type"] == "boolean":
                assert cell in (*field["trueValues"], *field["falseValues"])
                values[field["name"]] = cell in field["trueValues"] or None
            else:
                values[field["name"]] = (READ[field["type"]](cell) or None) if cell else None
        found.append(values)
    assert len({row[schema["primaryKey"]] for row in found}) == len(found)
    return found


def test_the_manual_names_every_file_and_column() -> None:
    """Both ways: no column without its line, no line without its column."""
    text = DOCS.read_text("utf-8")
    for title, columns in (("events.csv", tables.EVENTS), ("claims.csv", tables.CLAIMS)):
        section = text.split(f"## {title}\n")[1].split("\n## ")[0]
        told = re.findall(r"(?m)^\| `(\w+)` \| (.*) \|$", section)
        assert told == [(one.name, one.means) for one in columns]
    assert all(f"`{feed.path}`" in text for feed in FEEDS)


@pytest.mark.parametrize(
    "title",
    ["Borealis", "a few hundred jobs " * 5, "word " * 300, "w" * 90, f"a {'m' * 60} b", "职" * 90],
)
def test_every_headline_fits_on_its_card(title: str) -> None:
    """A longer one is set smaller; one that fits at no size, or has a word too long, goes on."""
    size, lines = cards.fitted(title)
    assert size in cards.SIZES
    assert 1 <= len(lines) <= cards.MOST
    assert cards.TOP + (len(lines) - 1) * size * cards.STEP < cards.FOOT
    assert all(breadth(line, size, BOLD) <= cards.ROOM for line in lines)
    whole = " ".join(lines).split() == title.split()
    assert whole or any(line.endswith("…") for line in lines)


def test_a_card_says_that_sources_conflict() -> None:
    """Who sees only the picture must not take one side's number for settled."""
    line = built("project").timeline
    held = index(line, built("project").articles, REGISTRY, SITE, (), {})
    found = {card.path: card.told for card in cards.cards(held)}
    differing = {
        event.id
        for event in held.living()
        if any(one.relation == "conflict" for one in event.disputes)
    }
    assert 0 < len(differing) < len(found)
    for event in held.living():
        said = found[card_path(event)].endswith("Sources conflict")
        assert said == (event.id in differing)


WRONG = (
    ("", "is missing"),
    ("<svg", "makes no SVG"),
    ("{% if", "unexpected"),
    ("{{ card.price }}", "price"),
    ('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"/>', "a picture of 8 by 9"),
)


@pytest.mark.parametrize(("source", "said"), WRONG)
def test_a_template_that_makes_no_card_is_told(source: str, said: str) -> None:
    """With its file and what to do about it, and not as a bug of the program."""
    card = cards.cards(small())[0]
    with pytest.raises(render.Broken) as caught:
        render.card(card, source)
    problem = caught.value.problem
    assert problem.place.file == "templates/card.svg"
    assert said in problem.message
    assert "\n" not in problem.message
    assert problem.remedy


@pytest.mark.parametrize("title", ["Plain", '</text><image href="x"/>', "a & b \x07"])
def test_a_card_is_a_picture_of_its_size(title: str) -> None:
    """Whatever an event is called, its card is 1200 by 630 pixels."""
    line = timeline()
    first = replace(line.events[0], title=title)
    source = (DOCS.parent.parent / "templates/card.svg").read_text("utf-8")
    card = cards.cards(small(replace(line, events=(first,))))[0]
    data = render.card(card, source)
    assert data[:4] == b"\x89PNG"
    assert [int.from_bytes(data[at : at + 4]) for at in (16, 20)] == [1200, 630]
    assert len(data) < 60_000


def test_without_an_address_there_is_no_card() -> None:
    """A picture that no page may name is drawn by nobody."""
    assert cards.cards(small(url="")) == ()
    assert len(cards.cards(small())) == len(small().living())


def test_every_picture_that_a_head_names_is_there() -> None:
    """And none is drawn that no head names."""
    build = built("project")
    found = {
        path
        for data in (build.outputs[p] for p in build.outputs if p.endswith(".html"))
        for path in re.findall(rb'og:image" content="[^"]*/(cards/[^"]+)"', data)
    }
    assert found
    assert {path.decode() for path in found} == {p for p in build.outputs if p.startswith("cards/")}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap.xml", "application/xml"),
        ("timeline.json", "application/json"),
    ],
)
def test_a_feed_is_served_as_one(path: str, kind: str) -> None:
    """A reader asks for its own media type and need not guess."""
    assert content_type(path) == kind
