"""Where a build is made decides its address, and nothing that is remembered."""

from __future__ import annotations

import pytest

from headcount import pipeline
from headcount.surroundings import HOME, Surroundings, of
from test_pipeline import small

NETLIFY = {
    "NETLIFY": "true",
    "URL": "https://counted.example/",
    "DEPLOY_PRIME_URL": "https://deploy-preview-7--counted.example",
    "BRANCH": "main",
}
PREVIEW = "https://deploy-preview-7--counted.example"


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ({"CONTEXT": "production"}, ("production", "https://counted.example", "main")),
        (
            {"CONTEXT": "deploy-preview", "BRANCH": "pull/7/head", "HEAD": "ann"},
            ("deploy-preview", PREVIEW, "ann"),
        ),
        (
            {"CONTEXT": "branch-deploy", "BRANCH": "trial"},
            ("branch-deploy", PREVIEW, "trial"),
        ),
    ],
)
def test_each_context_has_its_address(more: dict[str, str], wanted: tuple[str, str, str]) -> None:
    """A preview that names the real site in its feeds and links would lead its readers away."""
    assert of(NETLIFY | more) == Surroundings(*wanted)
    assert of(NETLIFY | more).preview is (more["CONTEXT"] != "production")


def test_elsewhere_the_same_names_mean_nothing() -> None:
    """Somebody's shell may hold a URL of its own."""
    assert of({"URL": "https://other.example", "CONTEXT": "deploy-preview"}) == HOME
    assert not HOME.preview


def test_the_host_knows_the_address_better_than_the_settings() -> None:
    """Feeds, the map of the site and canonical links tell where this build is found."""
    files = small()
    files["data/site.yaml"] = b"title: Mills\nurl: https://old.example\n"
    home = pipeline.build(files)
    there = pipeline.build(files, around=Surroundings("deploy-preview", PREVIEW))
    assert b"https://old.example/events/" in home.outputs["sitemap.xml"]
    assert f"{PREVIEW}/events/".encode() in there.outputs["feed.xml"]
    assert not [path for path, data in there.outputs.items() if b"old.example" in data]
    assert there.machine == home.machine


def test_an_address_of_the_host_is_address_enough() -> None:
    """Who puts a site up before settling its name is not told that one is missing."""
    assert [one.code for one in pipeline.build(small()).problems] == ["url"]
    assert pipeline.build(small(), around=Surroundings(url=PREVIEW)).problems == ()
