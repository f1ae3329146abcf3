"""The registry: who is known, under which names, and who owns whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import organisations
from headcount.model import Organisation, Person, Publisher

FILE = "data/organisations.yaml"
WHOLE = """\
organisations:
  oakfield:
    name: Oakfield Paper
    aliases: [Oakfield, "Oakfield plc"]
    watch: true
    note: Founded twice.
  oakfield-tissue:
    name: Oakfield Tissue
    short: [Tissue]
    parent: oakfield
  lone:
    name: 1984
publishers:
  gazette: {name: The Evening Gazette, short: Gazette}
  herald: {name: Herald}
people:
  ann-lee: {name: Ann Lee, aliases: [Lee], role: chief executive, organisation: oakfield}
"""


def problems_of(text: str) -> list[str]:
    """Every problem of a registry, as "line:column message; remedy"."""
    return [
        f"{p.place.line}:{p.place.column} {p.message}; {p.remedy}"
        for p in organisations.read(text.encode(), FILE)[1]
    ]


def test_every_key_arrives() -> None:
    """The registry has everything in file order, with the defaults of what isn't said."""
    registry, problems = organisations.read(WHOLE.encode(), FILE)
    assert problems == ()
    assert registry.organisations == (
        Organisation(
            "oakfield",
            "Oakfield Paper",
            ("Oakfield", "Oakfield plc"),
            watch=True,
            note="Founded twice.",
        ),
        Organisation("oakfield-tissue", "Oakfield Tissue", (), ("Tissue",), "oakfield"),
        Organisation("lone", "1984"),
    )
    assert registry.publishers == (
        Publisher("gazette", "The Evening Gazette", "Gazette"),
        Publisher("herald", "Herald", "Herald"),
    )
    assert registry.people == (
        Person("ann-lee", "Ann Lee", ("Lee",), "chief executive", "oakfield"),
    )


A = "organisations:\n  oak: {name: Oak}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("organisatons: {}\n", '1:1 unknown key "organisatons"; did you mean "organisations"?'),
        (f"{A}  elm: {{nam: Elm, name: Elm}}\n", '3:9 unknown key "nam"; did you mean "name"?'),
        (f"{A}  elm:\n", '3:3 "name" is missing; write name: <the name that pages print>'),
        (f"{A}  elm: {{}}\n", '3:8 "name" is missing; write name: <the name that pages print>'),
        (
            f"{A}  elm: Elm\n",
            '3:8 "elm" is not a group of keys: "Elm"; write keys with values, indented below it',
        ),
        (
            f"{A}  Elm Co: {{name: Elm}}\n",
            '3:3 "Elm Co" is not an id in "organisations"; write elm-co',
        ),
        (
            f"{A}  oak: {{name: Elm}}\n",
            '3:3 "oak" is here twice; first on line 2; keep one of them',
        ),
        (
            f"{A}  elm: {{name: Elm, watch: no}}\n",
            '3:27 "watch" is not true or false: "no"; write false',
        ),
        (
            f"{A}  elm: {{name: Elm, watch: 'true'}}\n",
            '3:27 "watch" is not true or false: "true"; write true or false',
        ),
        (
            f"{A}  elm: {{name: Elm, aliases: E}}\n",
            '3:29 "aliases" is not a list of texts: "E"; '
            "write a list: one entry on each line, after a hyphen",
        ),
        (
            f"{A}  elm: {{name: Elm, aliases: [true]}}\n",
            '3:30 "aliases" is not text: "true"; write text; put true, false and null in quotes',
        ),
        (
            f"{A}  elm: {{name: Elm, parent: aok}}\n",
            '3:28 "parent": no organisation has the id "aok"; did you mean "oak"?',
        ),
        (
            f"{A}people:\n  ann: {{name: Ann, organisation: ash}}\n",
            '4:34 "organisation": no organisation has the id "ash"; write one of: oak',
        ),
        (
            f"{A}  elm: {{name: Elm, aliases: [OAK]}}\n",
            '3:30 "OAK" already means "oak"; keep it in one place, or make it a "short" name',
        ),
        (
            "people:\n  a: {name: Lee}\n  b: {name: Ann, aliases: [Lee]}\n",
            '3:28 "Lee" already means "a"; keep it in one place, or make it a "short" name',
        ),
        (
            "organisations:\n  a: {name: A, parent: b}\n  b: {name: B, parent: c}\n"
            "  c: {name: C, parent: a}\n",
            '2:24 a ring of owners: a → b → c → a; delete one "parent"',
        ),
        (
            "organisations:\n  a: {name: A, parent: a}\n",
            '2:24 a ring of owners: a → a; delete one "parent"',
        ),
        (
            f"{A}  b: {{name: B, parent: oak, short: [X]}}\n"
            "  c: {name: C, parent: oak, short: [X]}\n",
            '4:37 "X" is short for "b" in the same family; keep it in one place',
        ),
        ("- a\n", '1:1 these are no keys: a list; write keys with values, like "organisations: …"'),
    ],
)
def test_a_mistake_is_told_with_its_place_and_remedy(text: str, said: str) -> None:
    """Each mistake gives exactly one message, which says what to write instead."""
    assert problems_of(text) == [said]


def test_a_short_name_may_mean_two_things_in_two_families() -> None:
    """Short names count only beside their family, so families may share one."""
    text = f"{A}  b: {{name: B, short: [Post]}}\n  c: {{name: C, short: [Post]}}\n"
    assert problems_of(text) == []


def test_an_entry_above_a_ring_is_no_part_of_it() -> None:
    """The message names the ring once, and not everything that hangs on it."""
    text = (
        "organisations:\n  z: {name: Z, parent: a}\n  a: {name: A, parent: b}\n"
        "  b: {name: B, parent: a}\n"
    )
    assert problems_of(text) == ['3:24 a ring of owners: a → b → a; delete one "parent"']


def test_no_file_is_no_registry() -> None:
    """An empty file knows nobody, which is no mistake."""
    registry, problems = organisations.read(b"", FILE)
    assert (registry.organisations, registry.publishers, registry.people, problems) == (
        (),
        (),
        (),
        (),
    )


@given(st.binary(max_size=80) | st.text("organistp:- {}[]\n\"'#&*!~", max_size=100).map(str.encode))
def test_any_bytes_give_a_registry(data: bytes) -> None:
    """No file raises."""
    organisations.read(data, FILE)


@given(st.dictionaries(st.sampled_from("abcde"), st.sampled_from("abcde"), max_size=5))
def test_every_ring_of_owners_is_found(parents: dict[str, str]) -> None:
    """A ring that slipped through would hang whoever walks up to the root."""
    text = "organisations:\n" + "".join(
        f"  {each}: {{name: {each.upper()}"
        + (f", parent: {parents[each]}" if each in parents else "")
        + "}\n"
        for each in "abcde"
    )
    _, problems = organisations.read(text.encode(), FILE)
    walks = []
    for each in "abcde":
        at: str | None = each
        for _ in range(6):
            at = parents.get(at) if at else None
        walks.append(at is not None)
    assert any(walks) == any(problem.code == "cycle" for problem in problems)
