"""`data/site.yaml`: settings with defaults."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import states
from headcount import config, pipeline
from headcount.model import Site

WHOLE = """\
title: Oakfield, counted once
standfirst: What the papers say.
url: https://oakfield.example/counted/
language: en-GB
contact: desk@oakfield.example
licence: https://terms.example/by
"""


def test_every_key_arrives() -> None:
    """The address loses its last slash, so that paths can be put after it."""
    assert config.read(WHOLE.encode(), "data/site.yaml") == (
        Site(
            "Oakfield, counted once",
            "What the papers say.",
            "https://oakfield.example/counted",
            "en-GB",
            "desk@oakfield.example",
            "https://terms.example/by",
        ),
        (),
    )


@pytest.mark.parametrize("data", [b"", b"# nothing yet\n", b"title:\n", b"---\n"])
def test_what_is_not_set_has_its_default(data: bytes) -> None:
    """A site needs no settings at all."""
    assert config.read(data, "data/site.yaml") == (Site(), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel: x", '1:1 unknown key "titel"; did you mean "title"?'),
        ("a: 1\ntitle: x", '1:1 unknown key "a"; write one of: contact, language, licence, '
         "standfirst, title, url"),
        ("title: [x]", '1:8 "title" is not text: a list; '
         "write text; put true, false and null in quotes"),
        ("url: oakfield.example", '1:6 "url" is not a web address: "oakfield.example"; '
         "write it in full: https://…"),
        ("url: http://[", '1:6 "url" is not a web address: "http://["; '
         "write it in full: https://…"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_remedy(text: str, said: str) -> None:
    """Each mistake gives exactly one message, which says what to write instead."""
    _, problems = config.read(text.encode(), "data/site.yaml")
    assert [f"{p.place.line}:{p.place.column} {p.message}; {p.remedy}" for p in problems] == [said]


@given(st.binary(max_size=80) | st.text("title:ur -{}[]\n\"'#&*!~", max_size=80).map(str.encode))
def test_any_bytes_give_settings(data: bytes) -> None:
    """No file raises."""
    site, _ = config.read(data, "data/site.yaml")
    assert site.title


def test_a_site_without_an_address_is_told_what_it_lacks() -> None:
    """Nobody finds out by a reader who cannot subscribe."""
    (one,) = config.problems(Site(), "data/site.yaml")
    assert (one.place.file, one.place.line, one.severity) == ("data/site.yaml", 1, "warning")
    assert 'no "url"' in one.message
    written = one.remedy.rpartition('"url: ')[2].rstrip('"')
    assert written.startswith("https://")
    assert config.read(f"url: {written}".encode(), "data/site.yaml")[1] == ()
    assert not list(config.problems(Site(url=written), "data/site.yaml"))


@pytest.mark.parametrize("url", ["", "url: https://oakfield.example\n"])
@pytest.mark.parametrize("state", ["empty", "silent", "one", "undated", "tombstone"])
def test_what_is_warned_of_is_what_is_not_written(state: str, url: str) -> None:
    """A site with events has its map and cards, or a warning; an empty one is left in peace.

    No page offers a feed that is not there.
    """
    files = states.STATES[state]()
    files["data/site.yaml"] = f"title: Counted\n{url}".encode()
    build = pipeline.build(files)
    warned = [one.place.file for one in build.problems if one.code == "url"]
    events = any(not event.tombstone for event in build.timeline.events)
    assert warned == ["data/site.yaml"] * (events and not url)
    assert ("sitemap.xml" in build.outputs) == bool(url)
    offered = {
        name
        for path, data in build.outputs.items()
        if path.endswith(".html")
        for name in re.findall(rb'href="[^"]*(feed\.[a-z]+)"', data)
    }
    assert {name.decode() for name in offered} == {"feed.xml", "feed.json"} & set(build.outputs)
