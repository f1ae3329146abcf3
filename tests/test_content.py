"""The demo's content: complete, in our own words, and true to the articles it tells of."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from headcount.model import QUALIFIERS, STATUSES

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
NOTES = sorted((ROOT / "content/articles").glob("*.md"))
PROSE = sorted((ROOT / "content").rglob("*.md"))
FACTS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/facts.yaml").read_text("utf-8"))
REGISTRY: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "data/organisations.yaml").read_text("utf-8")
)

LONGEST_PHRASE = 8
"""Words of a publisher that may stand in one pair of quotation marks."""

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is absent")


def parts(text: str) -> tuple[dict[str, Any], str]:
    """Front matter and body of a file that a person wrote."""
    _, front, body = text.split("---\n", 2)
    return yaml.safe_load(front), body


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def phrases(body: str) -> list[str]:
    """What stands in typographic quotation marks."""
    return re.findall("“([^”]*)”", body)


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """All runs of `length` words in a text, case and punctuation aside."""
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


@cache
def bibliography() -> dict[str, dict[str, Any]]:
    entries = yaml.safe_load((SEEDS / "sources.yaml").read_text("utf-8"))
    return {entry["id"]: entry for entry in entries}


@cache
def original(article: str) -> str:
    return (SEEDS / str(bibliography()[article]["file"])).read_text("utf-8")


def inventory() -> list[dict[str, Any]]:
    """The 54 rows, in order; an empty list where `../shared` is absent."""
    path = SEEDS / "inventory.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else []


# ------------------------------------------------------------------ the notes


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_the_front_matter_is_complete(path: Path) -> None:
    """A reader can find the article again, and knows how its date is known."""
    front, body = parts(path.read_text("utf-8"))
    assert front["text"] == "notes"
    assert all(front[key] for key in ("publisher", "title", "url", "published", "basis"))
    assert "author" in front
    names = {entry["name"] for entry in REGISTRY["publishers"].values()}
    assert front["publisher"] in names
    assert body.endswith(".\n")


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_quoted_phrase_is_short_and_stands_once(path: Path) -> None:
    """A phrase that stands twice would lead a link to the wrong one of two sentences."""
    _, body = parts(path.read_text("utf-8"))
    assert body.count("“") == body.count("”")
    found = phrases(body)
    for phrase in found:
        assert 0 < len(words(phrase)) <= LONGEST_PHRASE, phrase
        assert len(phrase.split()) <= LONGEST_PHRASE, phrase
    assert len(set(found)) == len(found)


@needs_seeds
@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_quoted_phrase_is_verbatim(path: Path) -> None:
    """What stands in quotation marks stands just so in the article, in one place."""
    _, body = parts(path.read_text("utf-8"))
    for phrase in phrases(body):
        assert original(path.stem).count(phrase) == 1, phrase


@needs_seeds
@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_the_bibliography_is_that_of_the_sources(path: Path) -> None:
    """Publisher, title, author, address and date are taken over, not made up."""
    front, _ = parts(path.read_text("utf-8"))
    entry = bibliography()[path.stem]
    for key in ("publisher", "title", "author", "url", "published"):
        assert front[key] == entry[key], key
    assert bool(front.get("language_note")) == bool(entry.get("language_note"))


def own_words(path: Path) -> str:
    """A file without the two lines that name another's work: its title and its address."""
    return re.sub(r"(?m)^(?:title|url): .*$", "", path.read_text("utf-8"))


@needs_seeds
@pytest.mark.parametrize(
    "path",
    [*PROSE, ROOT / "data/organisations.yaml", ROOT / "tests/facts.yaml"],
    ids=lambda path: path.stem,
)
def test_our_sentences_are_ours(path: Path) -> None:
    """Facts carry over, sentences don't: never nine words in a row."""
    ours = runs(own_words(path), LONGEST_PHRASE + 1)
    sources = [*SEEDS.glob("*.txt"), *(SHARED / "corpus").glob("*/*.*")]
    assert sources
    for source in sources:
        assert not ours & runs(source.read_text("utf-8", "replace"), LONGEST_PHRASE + 1), source


def test_the_search_for_copied_words_finds_some() -> None:
    """A copied sentence is found through other punctuation and capitals."""
    said = "The mill at Orrin will shut its doors for good in May."
    assert runs(said, 9) & runs("It said “the mill at Orrin WILL shut its doors for good, soon”", 9)
    assert not runs(said, 9) & runs("The mill at Orrin, it said, will shut its doors", 9)


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_satire_is_left_out(path: Path) -> None:
    """A joke is no fact, so none of its words has a place in the notes."""
    said = set(words(parts(path.read_text("utf-8"))[1]))
    assert not said & {"sickly", "noah", "addict", "capitalism", "spin", "droid", "ship", "regret"}


# ------------------------------------------------------------------ names

CALENDAR = {"January", "July", "October", "November", "December"}
PLAIN = CALENDAR | {"AI", "Internet", "United", "States", "CEO", "The", "Prime"}


def known_names() -> set[str]:
    """Every word of a registered name, alias or short name."""
    found: set[str] = set()
    for entries in REGISTRY.values():
        for entry in entries.values():
            for name in (entry["name"], *entry.get("aliases", ()), *entry.get("short", ())):
                found.update(name.split())
    return found


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_everybody_who_is_named_is_registered(path: Path) -> None:
    """A capital inside a sentence is a name, and a name is looked up in the registry."""
    _, body = parts(path.read_text("utf-8"))
    named = re.findall(r"(?<![.\n] )(?<!^)(?<!\n)(?<!: “)\b[A-Z][A-Za-z]+", body)
    assert set(named) <= known_names() | PLAIN


def test_every_reference_inside_the_registry_leads_somewhere() -> None:
    """Parents and employers are registered, and no unit is its own ancestor."""
    organisations = REGISTRY["organisations"]
    for entry in REGISTRY["people"].values():
        assert entry.get("organisation") in {None, *organisations}
    for start in organisations:
        seen: list[str] = []
        unit: str | None = start
        while unit:
            assert unit not in seen, seen
            seen.append(unit)
            unit = organisations[unit].get("parent")
        assert seen[-1] == "amazon"


def test_a_publisher_fits_on_a_chip() -> None:
    """The short name stands beside every number."""
    for entry in REGISTRY["publishers"].values():
        assert len(entry["short"]) <= 12


# ------------------------------------------------------------------ the facts


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["id"]))
def test_a_facts_words_stand_once_in_the_notes(fact: dict[str, Any]) -> None:
    """The table points at one place of one file."""
    text = (ROOT / f"content/articles/{fact['article']}.md").read_text("utf-8")
    assert text.count(fact["words"]) == 1
    if fact["kind"] != "date":
        assert all(shown in text for shown in fact["shows"])


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: str(fact["id"]))
def test_a_fact_is_told_in_our_own_words(fact: dict[str, Any]) -> None:
    """The row reads by itself: a sentence of ours, without a quotation."""
    assert fact["kind"] in {
        "event",
        "number",
        "attribution",
        "person",
        "statement",
        "quote",
        "date",
    }
    assert re.fullmatch(r"[A-Z0-9].*\.", fact["fact"])
    assert not phrases(fact["fact"])


@needs_seeds
@pytest.mark.parametrize(
    ("fact", "row"), list(zip(FACTS, inventory(), strict=False)), ids=lambda pair: pair.get("id")
)
def test_each_fact_is_its_row_of_the_inventory(fact: dict[str, Any], row: dict[str, Any]) -> None:
    """Row by row: same article, same kind, and a phrase out of the very words of the row."""
    assert bibliography()[fact["article"]]["file"].startswith(row["seed"])
    assert fact["kind"] == row["kind"]
    if fact["kind"] != "date":
        text = original(fact["article"])
        starts = [text.index(phrase) for phrase in phrases(fact["words"])]
        assert any(row["start"] <= start < row["end"] for start in starts) or any(
            start <= row["start"] < start + len(phrase)
            for start, phrase in zip(starts, phrases(fact["words"]), strict=True)
        )


@needs_seeds
def test_there_are_as_many_facts_as_rows() -> None:
    """Nothing was left out."""
    assert len(FACTS) == len(inventory()) == 54


# ------------------------------------------------------------------ the pages

METHOD = (ROOT / "content/pages/method.md").read_text("utf-8")


def test_the_method_explains_every_status() -> None:
    """A word that stands beside a number is explained where readers look."""
    for status in STATUSES:
        assert f"**{status.label.capitalize()}.**" in METHOD, status.id


def test_the_method_gives_the_bands_that_the_program_uses() -> None:
    """The table and the program's own list are one."""
    rows = {
        re.sub(r"^a ", "", said).replace(" ", "-"): band
        for said, band in re.findall(r"^\| (.*?) \| (.*?) \|$", METHOD, re.M)
    }
    for entry in QUALIFIERS:
        if entry.vague:
            band = "no band" if entry.low is None else f"{entry.low:,} to {entry.high:,}"
            assert rows.pop(entry.id) == band
    assert set(rows) == {"The-source-says"}


@pytest.mark.parametrize("name", ["method", "corrections"])
def test_a_reader_knows_where_to_report_a_mistake(name: str) -> None:
    """The address on the page is the one of the site's settings."""
    contact = yaml.safe_load((ROOT / "data/site.yaml").read_text("utf-8"))["contact"]
    assert f"(mailto:{contact})" in (ROOT / f"content/pages/{name}.md").read_text("utf-8")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content/pages").glob("*.md")), ids=lambda path: path.stem
)
def test_a_page_can_be_read_at_fourteen(path: Path) -> None:
    """Sentences of twenty words on average at most, and none beyond forty."""
    _, body = parts(path.read_text("utf-8"))
    prose = re.sub(r"(?m)^\|.*$|^#.*$|\*\*|\]\(.*?\)", "", body)
    lengths = [len(words(part)) for part in re.split(r"(?<=[.:])\s+", prose) if words(part)]
    assert sum(lengths) / len(lengths) <= 20
    assert max(lengths) <= 40


# ------------------------------------------------------------------ the decisions

EVENTS = sorted((ROOT / "content/events").glob("*.md"))


def references(value: object) -> list[dict[str, str]]:
    """All `{article, words}` inside a decision, however deep."""
    if isinstance(value, dict):
        own = [value] if set(value) == {"article", "words"} else []
        return own + [found for item in value.values() for found in references(item)]
    if isinstance(value, list):
        return [found for item in value for found in references(item)]
    return []


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_a_decision_refers_to_words_that_stand_once(path: Path) -> None:
    """An editor points at words, so the words must be in one place of the notes."""
    front, _ = parts(path.read_text("utf-8"))
    quoted = [(claim["article"], claim["quote"]) for claim in front.get("claims", ())]
    named = [(entry["article"], entry["words"]) for entry in references(front)]
    assert front["anchors"]
    for article, said in quoted + named:
        text = (ROOT / f"content/articles/{article}.md").read_text("utf-8")
        assert text.count(said) == 1, (article, said)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_a_decision_gives_its_reasons(path: Path) -> None:
    """A reader sees why one source is shown first, or one number lies inside another."""
    front, body = parts(path.read_text("utf-8"))
    for key in ("prefer", "relations", "between"):
        assert all(entry["reason"].endswith(".") for entry in front.get(key, ()))
    assert 2 <= len(re.findall(r"\.(?:\s|$)", body)) <= 6


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_a_title_or_narrative_holds_no_number_of_its_own(path: Path) -> None:
    """Each large number there stands in the words by which the event is known."""
    front, body = parts(path.read_text("utf-8"))
    known = " ".join(
        [entry["words"] for entry in references(front)]
        + [claim["quote"] for claim in front.get("claims", ())]
    )
    for number in re.findall(r"\d[\d,]*,\d{3}", front["title"] + body):
        assert number in known
