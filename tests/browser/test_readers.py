"""Feeds and the map of the site, as programs read them that were written by others.

`feedsmith` stands for a feed reader; Jing, inside the validator of pages, holds a file against
the grammars `atom.rnc` and `sitemap.rnc`; Python's own reader of robots.txt for a search engine.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import hosting
import pytest
from test_markup import JAVA, VNU

import states
from headcount import pipeline

HERE = Path(__file__).parent
NODE = shutil.which("node")
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
CUT = "Marrowbone cut 310 jobs at Kelpworks in March 2031."
LATER = "published: 2032-02-03\nMarrowbone cut 310 jobs at Kelpworks in March 2031."


@cache
def outputs(state: str) -> hosting.Outputs:
    """What a build makes of the demo, or of a state."""
    return hosting.outputs(state) if state == "project" else states.built(states.STATES[state]())


def read(made: hosting.Outputs, folder: Path, name: str) -> Any:
    """A feed as the reader understands it."""
    if NODE is None or not (HERE / "node_modules" / "feedsmith").is_dir():
        pytest.skip("node or the feed reader is absent: `make test` says how to install them")
    file = folder / name
    file.write_bytes(made[name])
    kind = "atom" if name.endswith(".xml") else "json"
    command = [NODE, str(HERE / "read_feed.mjs"), kind, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def jing(grammar: str, file: Path) -> str:
    """What is wrong with an XML file by a grammar of this folder; "" for nothing."""
    if JAVA is None or not VNU.is_file():
        pytest.skip("java or the validator is absent: `make test` says how to install them")
    command = [JAVA, "-cp", str(VNU), JING, "-c", str(HERE / grammar), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def entries(made: hosting.Outputs, folder: Path) -> dict[str, Any]:
    """The entries of `feed.xml` by id."""
    return {one["id"]: one for one in read(made, folder, "feed.xml")["entries"]}


@pytest.mark.parametrize("state", ["project", "titled", "eleven", "numberless", "sixty"])
def test_a_reader_of_atom_finds_what_the_site_has(state: str, tmp_path: Path) -> None:
    """Each entry's id is the address of a page with this title, which holds its words."""
    made = outputs(state)
    data = json.loads(made["timeline.json"])
    rows = {f"{data['url']}/{row['page']}": row for row in data["events"]}
    quotes: dict[str, list[str]] = {}
    for claim in data["claims"]:
        quotes.setdefault(claim["event"], []).append(claim["quote"])
    feed = read(made, tmp_path, "feed.xml")
    assert [one["href"] for one in feed["links"]] == [f"{data['url']}/feed.xml", f"{data['url']}/"]
    assert feed["updated"] == max(one["updated"] for one in feed["entries"])
    assert {one["id"] for one in feed["entries"]} <= set(rows)
    for one in feed["entries"]:
        row = rows[one["id"]]
        assert one["title"]["value"] == row["title"]
        assert one["links"] == [{"href": one["id"], "rel": "alternate", "type": "text/html"}]
        assert one["published"] <= one["updated"]
        assert f"{row['page']}index.html" in made
        told = unescape(re.sub("<[^>]+>", " ", one["content"]["value"]))
        own = [quote for quote in quotes[row["event"]] if quote in told]
        assert len(own) >= one["content"]["value"].count("<blockquote>") > 0


@pytest.mark.parametrize("state", ["project", "titled", "sixty"])
def test_a_reader_of_json_feeds_finds_the_same(state: str, tmp_path: Path) -> None:
    """Both formats tell of the same events in the same words, at the same moments."""
    atom = read(outputs(state), tmp_path, "feed.xml")
    feed = read(outputs(state), tmp_path, "feed.json")
    assert feed["home_page_url"] == atom["id"]
    assert feed["feed_url"] == feed["home_page_url"] + "feed.json"
    assert feed["title"] == atom["title"]["value"]
    told = [
        (
            one["id"],
            one["title"]["value"],
            one["published"],
            one["updated"],
            one["summary"]["value"],
            one["content"]["value"],
        )
        for one in atom["entries"]
    ]
    keys = ("id", "title", "date_published", "date_modified", "summary", "content_html")
    assert [tuple(one[key] for key in keys) for one in feed["items"]] == told
    assert all(one["url"] == one["id"] for one in feed["items"])


@pytest.mark.parametrize("grammar", ["atom.rnc", "sitemap.rnc"])
@pytest.mark.parametrize("state", ["project", "titled", "numberless", "sixty"])
def test_a_file_keeps_to_its_grammar(state: str, grammar: str, tmp_path: Path) -> None:
    """Every element is where its standard has it, and every date and address is one."""
    name = {"atom.rnc": "feed.xml", "sitemap.rnc": "sitemap.xml"}[grammar]
    (tmp_path / name).write_bytes(outputs(state)[name])
    assert jing(grammar, tmp_path / name) == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>2031-06-12T00:00:00Z", "<updated>2031-06-12"),
        ("<id>https://", "<id>//"),
        ("<summary>", "<remark>x</remark><summary>"),
    ],
)
def test_the_grammar_refuses_what_is_no_feed(old: str, new: str, tmp_path: Path) -> None:
    """A grammar that accepts anything would prove nothing."""
    text = outputs("one")["feed.xml"].decode()
    assert old in text
    (tmp_path / "feed.xml").write_text(text.replace(old, new), "utf-8")
    assert "error" in jing("atom.rnc", tmp_path / "feed.xml")


@pytest.mark.parametrize("state", ["project", "empty", "tombstone"])
def test_a_search_engine_may_read_all_and_finds_every_page(state: str) -> None:
    """What robots.txt leads to names each page's own address once."""
    made = outputs(state)
    robots = RobotFileParser()
    robots.parse(made["robots.txt"].decode().splitlines())
    (site,) = robots.site_maps() or []
    root = site.removesuffix("sitemap.xml")
    found = re.findall("<loc>(.*?)</loc>", made["sitemap.xml"].decode())
    assert len(set(found)) == len(found)
    for address in found:
        assert robots.can_fetch("*", address)
        page = made[f"{address.removeprefix(root)}index.html"].decode()
        assert f'<link rel="canonical" href="{address}">' in page


def test_an_id_outlives_a_new_headline_and_a_renamed_article(tmp_path: Path) -> None:
    """A reader takes an entry with a new id for news."""
    files = states.site(harbour=CUT)
    first = pipeline.build(files)
    (id_,) = entries(first.outputs, tmp_path)
    event = id_.rstrip("/").rpartition("/")[2]
    kept = dict(first.machine)
    titled = files | kept
    titled[f"content/events/{event}.md"] = b"---\ntitle: A hard spring at Kelpworks\n---\n"
    again = entries(states.built(titled), tmp_path)
    assert list(again) == [id_]
    assert again[id_]["title"]["value"] == "A hard spring at Kelpworks"
    renamed = files | kept
    renamed["content/articles/pier.md"] = renamed.pop("content/articles/harbour.md")
    assert list(entries(states.built(renamed), tmp_path)) == [id_]


@pytest.mark.parametrize("url", ["https://counted.example", "https://press.example/desk/jobs/"])
def test_an_id_begins_with_the_configured_address(url: str, tmp_path: Path) -> None:
    """Wherever it is built, and whatever stands behind the last slash."""
    files = states.site(harbour=CUT)
    files["data/site.yaml"] = f"title: Counted\nurl: {url}\n".encode()
    (id_,) = entries(states.built(files), tmp_path)
    assert id_.startswith(f"{url.rstrip('/')}/events/")


def test_a_moment_moves_only_with_its_event(tmp_path: Path) -> None:
    """News of one event leaves the others as they were; a later report moves its own."""
    other = "published: 2031-09-01\nMarrowbone cut 95 jobs at Drydock in April 2031."
    before = pipeline.build(states.site(harbour=CUT))
    beside = pipeline.build(states.site(harbour=CUT, quay=other) | dict(before.machine))
    after = states.built(states.site(harbour=CUT, quay=other, pier=LATER) | dict(beside.machine))
    ((id_, first),) = entries(before.outputs, tmp_path).items()
    assert first["updated"] == "2031-06-12T00:00:00Z"
    assert entries(beside.outputs, tmp_path)[id_] == first
    last = entries(after, tmp_path)
    assert last[id_]["published"] == first["published"]
    assert last[id_]["updated"] == "2032-02-03T00:00:00Z"
    assert [one["updated"] for key, one in last.items() if key != id_] == ["2031-09-01T00:00:00Z"]
