"""YAML: what people write is read, what surprises is told, and nothing crashes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headcount import yamlfile
from headcount.yamlfile import Mapping, Node, Scalar, Sequence


def plain(node: Node | None) -> object:
    """A node without its places."""
    match node:
        case Mapping(entries):
            return {key.text: plain(value) for key, value in entries}
        case Sequence(items):
            return [plain(item) for item in items]
        case Scalar(value):
            return value
    return None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.50", 1.5),
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("True", "True"),
        ("012", "012"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("12:30", "12:30"),
        ("12:30:00", "12:30:00"),
        ("2023-02-30", "2023-02-30"),
        ("2024-02-06", "2024-02-06"),
        ('"12"', "12"),
        ("'true'", "true"),
        ('""', ""),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_a_scalar_means_what_it_says(written: str, value: object) -> None:
    """Norway, sexagesimal clocks and octal numbers are YAML 1.1's; here they stay text."""
    node, problems = yamlfile.read(f"key: {written}\n".encode(), "x.yaml")
    assert problems == ()
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)
    assert (scalar.value, type(scalar.value)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: b: c", 1, 5, "a colon and a space inside a value"),
        ('a: "x\nb: 1\n', 1, 4, "a quotation mark is opened here and never closed"),
        ('a: "x" y', 1, 8, "a line that does not belong to the keys above it"),
        ("a: @x", 1, 4, "a value can't begin with this character"),
        ("a: **bold**", 1, 5, "* and & have a meaning in YAML and can't begin a value"),
        ("a: *b", 1, 4, "*b is an alias, which is refused"),
        ("a: &b c", 1, 4, "&b is an anchor, which is refused"),
        ("a: !x y", 1, 4, "!x is a tag, which is refused"),
        ("a: !!python/name:os.system x", 1, 4, "tag:yaml.org,2002:python/name:os.system"),
        ("b: 1\n<<: {a: 1}", 2, 1, "merge keys (<<) are refused"),
        ("a: 1\nb: 2\na: 3", 3, 1, '"a" is here twice; first on line 1'),
        ("a:\n  b: 1\n  b: 2", 3, 3, '"b" is here twice; first on line 2'),
        ("a: 1\n\tb: 2", 2, 1, "a tab at the beginning of a line"),
        ("a: 1\n  \tb: 2", 2, 3, "a tab at the beginning of a line"),
        ("? [a]\n: b", 1, 3, "a key must be one word"),
        ("a: 1\n---\nb: 2", 2, 1, "a second document begins here"),
        ("%YAML 1.1\n---\na: 1", 1, 1, "directives (%) are refused"),
        ("a: 1\nfoo\nb: 2", 2, 1, "neither a key with a colon nor part of a value"),
        ("a: [1, 2", 1, 9, "a list or mapping in brackets that is not closed"),
        ("- a\nb: 1", 2, 1, "a line that does not belong to the list above it"),
        ("a: - b", 1, 4, "a list can't begin here"),
        ('é: "😀" x', 1, 8, "a line that does not belong to the keys above it"),
        ("a: 1\r\nb: @\r\n", 2, 4, "a value can't begin with this character"),
        ("\ufeffa: @", 1, 4, "a value can't begin with this character"),
        ("a: \x07", 1, 4, "a character that can't be printed (U+0007)"),
        ("a: x\u202ey", 1, 5, "changes the order of reading"),
        ("[" * 30_000, 1, 65, "nested more than 64 levels deep"),
        ("{a: " * 30_000, 1, 257, "nested more than 64 levels deep"),
        ("- " * 30_000, 1, 129, "nested more than 64 levels deep"),
    ],
)
def test_a_surprise_is_a_located_problem(text: str, line: int, column: int, said: str) -> None:
    """An editor needs the place and the reason, never the parser's own words."""
    _, problems = yamlfile.read(text.encode(), "x.yaml")
    assert len(problems) == 1
    place = problems[0].place
    assert (place.file, place.line, place.column) == ("x.yaml", line, column)
    assert said in problems[0].message
    assert problems[0].remedy


def test_places_count_from_the_line_of_the_file() -> None:
    """Front matter begins on its file's second line, and its problems must say so."""
    node, _ = yamlfile.read(b"a: 1\nb:\n  - c\n", "x.md", line=2)
    assert isinstance(node, Mapping)
    value = node.entries[1][1]
    assert isinstance(value, Sequence)
    assert (value.items[0].place.line, value.items[0].place.column) == (4, 5)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: \xff", "not UTF-8: byte 0xFF"),
        (b"a: \0", "NUL"),
        (b"#" * 5_000_001, "5,000,001 bytes"),
        (b"a: b\xc3", "not UTF-8: byte 0xC3"),
    ],
    ids=["latin", "nul", "large", "cut off"],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    """What can't be text must not reach the parser."""
    node, problems = yamlfile.read(data, "x.yaml")
    assert node is None
    assert [said in problem.message for problem in problems] == [True]


def test_what_can_be_told_apart_is_still_read() -> None:
    """One duplicate key must not hide the mistakes in the rest of the file."""
    node, problems = yamlfile.read(b"a: 1\na: 2\nb: 3\n", "x.yaml")
    assert plain(node) == {"a": 1, "b": 3}
    assert len(problems) == 1


@given(st.binary(max_size=200) | st.text("[]{}:-,#&*!|>'\"%@`\t\n\r ab1?<~", max_size=80))
def test_any_bytes_give_a_node_or_a_problem(data: bytes | str) -> None:
    """No input raises, and an unreadable one is never silent."""
    node, problems = yamlfile.read(data if isinstance(data, bytes) else data.encode(), "x.yaml")
    assert node is not None or problems
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in problems)


KEYS = st.text("abcdefgh-", min_size=1, max_size=8)
WRITTEN = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=20)
LEAVES = WRITTEN | st.booleans() | st.none() | st.integers(-(10**12), 10**12)


@given(
    st.recursive(
        LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=12
    )
)
def test_what_a_program_writes_is_read_as_it_was(value: object) -> None:
    """PyYAML as oracle: whatever it quotes or leaves plain keeps its meaning here."""
    written = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    node, problems = yamlfile.read(written.encode(), "x.yaml")
    if "\n? " not in f"\n{written}":
        assert problems == ()
        assert plain(node) == value
