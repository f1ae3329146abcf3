"""Problems in the forms that people and machines read: pure functions of `Problem`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from headcount.model import Problem

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and column, each once; errors before warnings of the same place."""
    return tuple(
        sorted(
            set(problems),
            key=lambda problem: (
                problem.place.file,
                problem.place.line,
                problem.place.column,
                problem.severity,
                problem.code,
                problem.message,
            ),
        )
    )


def sentence(problem: Problem) -> str:
    """What is wrong, and what to write instead.

    Lines to be copied from the remedy stay lines; indented, they can't pass for another problem.
    """
    words = _visible(problem.message)
    remedy = "\n".join(_visible(line) for line in problem.remedy.split("\n"))
    return f"{words}; {remedy}".replace("\n", "\n    ") if remedy else words


def text(problem: Problem) -> str:
    """For a terminal: file:line:column: severity[code]: what is wrong; what to do.

    A command's option has neither line nor column.
    """
    place = problem.place
    inside = "" if place.file.startswith("--") else f":{place.line}:{place.column}"
    where = f"{_visible(place.file)}{inside}"
    return f"{where}: {problem.severity}[{problem.code}]: {sentence(problem)}"


def as_text(problems: Iterable[Problem]) -> str:
    """Each problem on a line of its own, in order."""
    return "".join(f"{text(problem)}\n" for problem in in_order(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects: file, line, column, severity, code, message, remedy."""
    return json.dumps([plain(problem) for problem in in_order(problems)], indent=1) + "\n"


def plain(problem: Problem) -> dict[str, str | int]:
    """The problem as JSON data."""
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "".join(_annotation(problem) for problem in in_order(problems))


def _annotation(problem: Problem) -> str:
    place = problem.place
    where = f"file={_property(place.file)},line={place.line},col={place.column}"
    title = _property(f"{problem.severity}[{problem.code}]")
    return f"::{problem.severity} {where},title={title}::{_data(sentence(problem))}\n"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _visible(words: str) -> str:
    """Controls and direction marks spelled out, for a terminal obeys them."""
    return CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
