"""Deciding: what the manual says of each key is what the pages then show."""

from __future__ import annotations

import re
from functools import cache

import pytest

import states
from headcount import decisions, pipeline
from sites import ROOT

MANUAL = (ROOT / "docs/decisions.md").read_text("utf-8")
FILE = re.compile(r"`(content/[a-z0-9/-]+\.md)`:\n\n```markdown\n(.*?)```", re.DOTALL)
EFFECT = re.compile(r"^- `(\S+)/` (?:(says|no longer says) “(.+)”|is no (page))$", re.MULTILINE)


@cache
def chapters() -> dict[str, str]:
    """Key → its chapter; "" → what comes before the first."""
    before, *rest = re.split(r"^## ", MANUAL, flags=re.MULTILINE)
    found = {part.partition("\n")[0].strip("`"): part for part in rest if part.startswith("`")}
    return {"": before, **found}


def files(chapter: str) -> dict[str, bytes]:
    return {path: text.encode() for path, text in FILE.findall(chapters()[chapter])}


def built(given: dict[str, bytes]) -> pipeline.Build:
    """A build without an error."""
    found = pipeline.build(given)
    assert not found.errors, found.errors
    return found


@cache
def base() -> pipeline.Build:
    return built({**states.site(), **files("")})


def words(build: pipeline.Build, page: str) -> str | None:
    """What a page shows, without marks and joiners; None if there is no such page."""
    data = build.outputs.get(f"{page}/index.html")
    if data is None:
        return None
    text = data.decode()
    main = text[text.index("<main") : text.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", main.replace("\u2060", ""))).replace(
        "\u00a0", " "
    )


def holds(build: pipeline.Build, effect: tuple[str, str, str, str]) -> bool:
    """Whether a page is as an effect says."""
    page, verb, text, gone = effect
    found = words(build, page)
    if gone:
        return found is None
    return (text in (found or "")) == (verb == "says")


KEYS = [field.key for field in decisions.FRONT.fields]


def test_every_key_has_its_chapter_in_order() -> None:
    """A key that nobody explains is used by nobody, and one that is gone misleads."""
    assert [key for key in chapters() if key] == KEYS


@pytest.mark.parametrize("key", KEYS)
def test_an_example_does_what_the_manual_says(key: str) -> None:
    """Each effect holds with the file, and none without it."""
    effects = EFFECT.findall(chapters()[key])
    assert effects
    assert len(effects) == chapters()[key].count("\n- `events/")
    [decision] = files(key)
    front = files(key)[decision].decode()
    assert re.search(rf"^{key}:", front, re.MULTILINE)
    after = built({**states.site(), **files(""), **files(key)})
    assert [effect for effect in effects if not holds(after, effect)] == []
    assert [effect for effect in effects if holds(base(), effect)] == []


ADDRESSES = {
    "anchors": {
        "data/redirects.yaml": "\n2031-03-kelpworks-layoff: kelpworks-2031\n",
        "data/timeline/2031.yaml": "\n- id: kelpworks-2031\n",
    },
    "split": {"data/redirects.yaml": "\n2031-03-kelpworks-layoff-2: 2031-03-kelpworks-layoff\n"},
    "confirm": {"data/timeline/2031.yaml": "\n  tombstone: true\n"},
}
"""Key → what stays in a file, because the decision had given an event an address of its own."""


@pytest.mark.parametrize("key", KEYS)
def test_a_decision_undone_leaves_nothing_but_addresses(key: str) -> None:
    """Built with it, remembered, taken away: the timeline is as if it had never been."""
    before = dict(base().machine)
    given = {**states.site(), **files(""), **before}
    after = dict(built({**given, **files(key)}).machine)
    again = dict(built({**given, **after}).machine)
    changed = {path for path in {*before, *again} if before.get(path) != again.get(path)}
    assert changed == set(ADDRESSES.get(key, {}))
    for path, stays in ADDRESSES.get(key, {}).items():
        assert stays in again[path].decode()
    assert dict(built({**given, **again, **files(key)}).machine) == after
