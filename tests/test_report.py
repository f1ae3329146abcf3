"""Problems as lines, as JSON and as annotations say the same, and obey nobody."""

from __future__ import annotations

import json

import pytest

from headcount import report
from headcount.model import Place, Problem

DATE = Problem(
    Place("content/articles/x.md", 7, 12),
    "date",
    '"published" is not a date: "Febuary 6"',
    "write 2024-02-06",
)
WARNING = Problem(Place("a,b:c.md", 2, 1), "x", "100 % wrong\nreally", severity="warning")


def test_text_is_one_line_that_tools_can_jump_to() -> None:
    """file:line:column, what is wrong, what to write instead."""
    assert report.as_text([DATE]) == (
        "content/articles/x.md:7:12: error[date]: "
        '"published" is not a date: "Febuary 6"; write 2024-02-06\n'
    )


def test_json_carries_every_field() -> None:
    """For editors' plug-ins."""
    assert json.loads(report.as_json([DATE])) == [
        {
            "file": "content/articles/x.md",
            "line": 7,
            "column": 12,
            "severity": "error",
            "code": "date",
            "message": '"published" is not a date: "Febuary 6"',
            "remedy": "write 2024-02-06",
        }
    ]


def test_annotations_are_escaped() -> None:
    """A comma in a file name must not begin another property, nor a line end another command."""
    assert report.as_github([WARNING]) == (
        "::warning file=a%2Cb%3Ac.md,line=2,col=1,title=warning[x]::100 %25 wrong\\u000areally\n"
    )


def test_problems_are_sorted_by_place_and_told_once() -> None:
    """A person goes through the files from top to bottom."""
    later = Problem(Place("content/articles/x.md", 10, 1), "x", "y")
    assert report.in_order([WARNING, later, DATE, later]) == (WARNING, DATE, later)


def test_lines_to_copy_stay_lines() -> None:
    """Front matter that a message advises is copied; in a message's words no line may end."""
    problem = Problem(Place("a.md"), "x", "bad:\nb", "write:\n---\ndate: 2024\n---")
    assert report.as_text([problem]) == (
        "a.md:1:1: error[x]: bad:\\u000ab; write:\n    ---\n    date: 2024\n    ---\n"
    )
    assert report.as_github([problem]).count("\n") == 1


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\r", "\u202e", "\x9b", "\u2028"])
def test_a_terminal_is_not_commanded(character: str) -> None:
    """An article's words may hold an escape sequence; a message quotes them."""
    problem = Problem(Place(f"a{character}.md"), "x", f"bad: {character}[2J", f"{character}")
    line = report.as_text([problem])
    assert character not in line.removesuffix("\n")
    assert f"\\u{ord(character):04x}" in line
