"""Definitions: what they accept, and that the manual says the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from headcount import forms, frontmatter, schema, yamlfile
from headcount.model import Place

MANUAL = (Path(__file__).parent.parent / "docs/files.md").read_text("utf-8")
FILES = {form.chapter: form.record for form in forms.FORMS}


def chapter(name: str) -> str:
    """The manual's words about one kind of file."""
    return MANUAL.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("name", FILES)
def test_the_manual_and_the_definitions_say_the_same(name: str) -> None:
    """A key that is only in one of them is either unknown to people or a broken promise."""
    defined = [
        f"| `{path}` | {type_}{', required' if required else ''} | {doc} |"
        for path, type_, required, doc in schema.rows(FILES[name])
    ]
    written = [line for line in chapter(name).splitlines() if line.startswith("| `")]
    assert written == defined


@pytest.mark.parametrize("name", FILES)
def test_the_manual_s_examples_are_right(name: str) -> None:
    """An example that the program refuses teaches nothing."""
    (kind, example), *_ = re.findall(r"```(yaml|markdown)\n(.*?)```", chapter(name), re.DOTALL)
    if kind == "markdown":
        document, problems = frontmatter.read(example.encode(), "x.md", FILES[name])
        assert document is not None
        assert document.body.strip()
    else:
        node, problems = yamlfile.read(example.encode(), "x.yaml")
        problems += frontmatter.keys(node, FILES[name], Place("x.yaml"))[1]
    assert problems == ()


@pytest.mark.parametrize(
    ("type_", "written", "right"),
    [
        (schema.Text(), "words", True),
        (schema.Text(), "1984", True),
        (schema.Text(), "true", False),
        (schema.Text(), "[a]", False),
        (schema.Flag(), "true", True),
        (schema.Flag(), "yes", False),
        (schema.Whole(), "3", True),
        (schema.Whole(), "3.0", False),
        (schema.Whole(), "true", False),
        (schema.Date(), "2023/..", True),
        (schema.Date(), "2023-13", False),
        (schema.Date("one"), "2024", True),
        (schema.Date("one"), "2024-02~", True),
        (schema.Date("one"), "2024-02-30", False),
        (schema.Date("one"), "2024/2025", False),
        (schema.Date("day"), "2024-02-29", True),
        (schema.Date("day"), "2023-02-29", False),
        (schema.Address(), "https://a.example/b?c=d#e", True),
        (schema.Address(), "http://a.example:8000", True),
        (schema.Address(), "http://a.example:port", False),
        (schema.Address(), "https:///path", False),
        (schema.Address(), "mailto:a@b.example", False),
        (schema.Address(), "https://a.example/\u202eb", False),
        (schema.Slug(), "a-b-1", True),
        (schema.Slug(), "a_b", False),
        (schema.Slug(), "true", False),
        (schema.Choice(("a", "b")), "b", True),
        (schema.Choice(("a", "b")), "c", False),
        (schema.Many(schema.Text()), "[a, b]", True),
        (schema.Many(schema.Text()), "[a, [b]]", False),
        (schema.Table(schema.Text()), "{a: b}", True),
        (schema.Table(schema.Text()), "{A: b}", False),
        (schema.Table(schema.Text(), ("A",)), "{A: b}", True),
        (schema.Reference(), "c-0123456789", True),
        (schema.Reference(), "{article: a, words: b}", True),
        (schema.Reference(), "{article: a}", False),
        (schema.Reference(), "[a]", False),
    ],
)
def test_a_type_accepts_what_it_says(type_: schema.Type, written: str, right: bool) -> None:
    """The walker is the only judge of what a key may hold."""
    node, problems = yamlfile.read(f"key: {written}", "x.yaml")
    record = schema.Record((schema.Field("key", type_, "it"),))
    problems += tuple(schema.check(node, record, "", Place("x.yaml")))
    assert (problems == ()) == right


def test_all_mistakes_come_at_once() -> None:
    """An editor mends a file in one go."""
    record = schema.Record(
        (
            schema.Field("a", schema.Flag(), "a"),
            schema.Field("b", schema.Many(schema.Whole()), "b"),
            schema.Field("c", schema.Text(), "c", required=True),
        )
    )
    node, _ = yamlfile.read("a: no\nb: [x, 1, y]\nd: 1\n", "x.yaml")
    found = list(schema.check(node, record, "", Place("x.yaml")))
    assert [(problem.place.line, problem.code) for problem in found] == [
        (1, "type"),
        (2, "type"),
        (2, "type"),
        (3, "key"),
        (1, "missing"),
    ]
