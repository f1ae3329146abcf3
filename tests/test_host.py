"""What the host is told: headers and redirects of exactly the files that a build makes."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

import sites
from headcount import headers, host, pipeline
from headcount.surroundings import HOME, Surroundings
from test_pipeline import built, small

PREVIEWS = ("deploy-preview", "branch-deploy", "dev")


def sent(made: Mapping[str, bytes], address: str) -> dict[str, str]:
    """What `_headers` gives for an address; fails where two rules give the same header."""
    found: dict[str, str] = {}
    falls = False
    for line in made[host.HEADERS].decode().splitlines():
        name, _, value = line.strip().partition(": ")
        if line.startswith("/"):
            pattern = re.escape(line).replace(r"\*", ".*").replace(":name", "[^/]+/?")
            falls = re.fullmatch(pattern, address) is not None
        elif falls:
            assert name not in found, (address, name)
            found[name] = value
    return found


def test_every_file_has_its_policy_and_one_rule_of_caching() -> None:
    """Two rules with the same header mean another thing at each host."""
    made = pipeline.build(small(), around=Surroundings(url="https://mills.example")).outputs
    assert set(headers.FEEDS) <= set(made)
    for path in sorted(set(made) - {host.HEADERS, host.REDIRECTS}):
        found = sent(made, f"/{path}".removesuffix("index.html"))
        assert found["Content-Security-Policy"] == headers.CSP
        assert found["X-Content-Type-Options"] == "nosniff"
        assert "includeSubDomains" in found["Strict-Transport-Security"]
        assert {"Referrer-Policy", "Permissions-Policy"} <= set(found)
        assert ("immutable" in found["Cache-Control"]) == path.startswith("assets/"), path
        assert ("must-revalidate" in found["Cache-Control"]) != path.startswith("assets/"), path
        assert found.get("Content-Type") == headers.FEEDS.get(path)


def test_an_address_that_is_not_there_has_the_policy_too() -> None:
    """The page that says so runs the same script, and is not to be kept."""
    found = sent(built().outputs, "/no/such/page/")
    assert found["Content-Security-Policy"] == headers.CSP
    assert "Cache-Control" not in found


def test_only_what_bears_a_hash_is_kept_for_ever() -> None:
    """A page whose address begins like the folder of assets must be asked for anew all the same."""
    pages = ["assets.html", "assets/index.html", "assets-sold/index.html", "events/a/index.html"]
    rules = headers.rules([*pages, "assets/site.0123456789.css", "assets/fonts/serif.01234.woff2"])
    kept = [place for place, values in rules.items() if "immutable" in str(values)]
    assert kept == ["/assets/fonts/:name", "/assets/:name"]
    assert {"/assets.html", "/assets/", "/assets-sold/", "/events/:name"} <= set(rules)


def test_the_rules_are_written_as_the_host_reads_them() -> None:
    """An address, and its headers indented below it."""
    assert host.sent({"/*": {"X-A": "1; b=2", "X-B": "c"}, "/feed.xml": {"X-C": "d"}}) == (
        b"/*\n  X-A: 1; b=2\n  X-B: c\n/feed.xml\n  X-C: d\n"
    )
    assert built().outputs[host.HEADERS].startswith(b"/*\n  Content-Security-Policy: default-src")


@pytest.mark.parametrize("context", ["", "production", *PREVIEWS])
def test_search_engines_are_sent_away_from_previews_alone(context: str) -> None:
    """The host does so for pull requests by itself, and not for branches."""
    rules = pipeline.build(small(), around=Surroundings(context)).outputs[host.HEADERS].decode()
    assert ("\n  X-Robots-Tag: noindex\n" in rules) is (context in PREVIEWS)


def test_a_renamed_event_goes_on_under_its_new_address() -> None:
    """A link that somebody saved still leads there."""
    moved = (("2020-old", "2021-new"), ("1999-x", "2000-y"))
    assert host.files([], moved, HOME)[host.REDIRECTS] == (
        b"/events/1999-x/ /events/2000-y/ 301\n/events/2020-old/ /events/2021-new/ 301\n"
    )
    assert host.REDIRECTS not in host.files([], (), HOME)


def test_the_handbook_gives_ones_own_server_the_same_headers() -> None:
    """Whoever copies it serves the site under the policy that it is tested with."""
    told = (sites.ROOT / "docs/deploying.md").read_text("utf-8")
    everywhere = headers.rules(["index.html"])["/*"]
    for name, value in everywhere.items():
        assert f'    add_header {name} "{value}" always;\n' in told
    assert f'default "{headers.FRESH}";\n    ~^{headers.HASHED} "{headers.LASTING}";' in told
    for path, kind in headers.FEEDS.items():
        assert f'location = /{path} {{ types {{ }} default_type "{kind}"; }}' in told
