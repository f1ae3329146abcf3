"""`content/pages/`: pages that people write whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import texts
from headcount.model import PageText

FOLDER = "content/pages/"


def test_pages_come_in_their_order() -> None:
    """Menus follow `order`, and then the alphabet."""
    found, problems = texts.read(
        {
            f"{FOLDER}b.md": b"---\ntitle: B\norder: 2\n---\nSecond.\n",
            f"{FOLDER}c.md": b"---\ntitle: C\ndescription: It is third.\norder: 2\n---\n",
            f"{FOLDER}d.md": b"---\ntitle: D\n---\n",
        }
    )
    assert problems == ()
    assert [page.id for page in found] == ["d", "b", "c"]
    assert found[1] == PageText("b", f"{FOLDER}b.md", "B", "", "Second.\n", 2, 5)
    assert found[2].description == "It is third."


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "a.md",
            "---\norder: 1\n---\n",
            '2:1 "title" is missing; write title: <the page\'s headline>',
        ),
        (
            "a.md",
            "---\ntitle: A\norder: first\n---\n",
            '3:8 "order" is not a whole number: "first"; write a whole number, like 3',
        ),
        (
            "a.md",
            "---\ntitle: A\norder: true\n---\n",
            '3:8 "order" is not a whole number: "true"; write a whole number, like 3',
        ),
        (
            "events.md",
            "---\ntitle: A\n---\n",
            '1:1 "events" is an address of the site\'s own; give the file another name',
        ),
        ("a.txt", "A", "1:1 not a page's file name; rename it a.md"),
        ("A b.md", "---\ntitle: A\n---\n", "1:1 not a page's file name; rename it a-b.md"),
        (
            "a.md",
            "---\ntitle: A\n---\n" + "[" * 9,
            "4:1 more than 8 brackets [ opened and not closed; close them",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_remedy(name: str, text: str, said: str) -> None:
    """Each mistake gives exactly one message, which says what to write instead."""
    _, problems = texts.read({FOLDER + name: text.encode()})
    assert [f"{p.place.line}:{p.place.column} {p.message}; {p.remedy}" for p in problems] == [said]


@given(st.binary(max_size=80) | st.text("-\n:title order1[]{}", max_size=80).map(str.encode))
def test_any_bytes_give_a_page_or_a_problem(data: bytes) -> None:
    """No file raises, and none is passed over in silence."""
    found, problems = texts.read({f"{FOLDER}a.md": data})
    assert found or problems
