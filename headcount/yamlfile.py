"""YAML as people write it, as nodes that know where they stand.

Own walk over the parser's events, so that what surprises in YAML is a located problem and not a
value: no anchors, aliases, tags, merge keys or duplicate keys, and scalars as in YAML 1.2 but
fewer: only `true`, `false`, `null` (or nothing), whole and decimal numbers are more than text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from headcount import plaintext
from headcount.model import Place, Problem

MAX_DEPTH = 64
"""Deeper nesting is refused before it is built; the C loader of PyYAML dies of it."""

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Only its events are used, which it makes without recursion."""

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}")
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HIDDEN = re.compile(f"{UNPRINTABLE.pattern}|{plaintext.BIDI.pattern}")
"""What a file may not have as it is, and an escape in double quotes could make all the same."""
CONSTANTS = {"true": True, "false": False, "null": None, "": None, "~": None}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value: `text` as written, `value` what it means; quoted ones always mean their text."""

    value: str | int | float | bool | None
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order; the key of each entry is a scalar."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None if it isn't there or is empty."""
        for name, node in self.entries:
            if name.text == key:
                return None if isinstance(node, Scalar) and node.value is None else node
        return None


Node = Scalar | Sequence | Mapping

MEANT = (
    (
        "mapping values are not allowed",
        "a colon and a space inside a value",
        'put the value in quotes: key: "one: two"',
    ),
    (
        "found character that cannot start any token",
        "a value can't begin with this character",
        "put the value in quotes",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "close it",
    ),
    (
        "could not find expected ':'",
        "a line that is neither a key with a colon nor part of a value",
        "write it as key: value, or in a list after a hyphen and a space",
    ),
    (
        "did not find expected ',' or",
        "a list or mapping in brackets that is not closed, or lacks a comma",
        "close it, or put one entry on each line",
    ),
    (
        "did not find expected key",
        "a line that does not belong to the keys above it",
        "check its indentation; put a value that begins or ends with a quotation mark in quotes",
    ),
    (
        "did not find expected '-' indicator",
        "a line that does not belong to the list above it",
        "check its indentation, or begin it with a hyphen and a space",
    ),
    ("found unknown escape", "a backslash that means nothing here", "use single quotes"),
    (
        "block sequence entries are not allowed",
        "a list can't begin here",
        "begin it on the next line",
    ),
    (
        "did not find expected alphabetic or numeric",
        "* and & have a meaning in YAML and can't begin a value",
        "put the value in quotes",
    ),
)
"""What the parser says, what that means to an editor, and what to do about it."""


@dataclass(slots=True)
class _Reader:
    """One pass over one document's events; `problems` grows as it reads."""

    where: plaintext.Lines
    events: Iterator[Any]
    problems: list[Problem] = field(default_factory=list)

    def say(self, place: Place, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(place, code, message, remedy))

    def node(self, event: Any, depth: int = 0) -> Node:
        place = self.where.place(event.start_mark.index)
        self._refuse(event, place)
        if depth >= MAX_DEPTH and not isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            raise _TooDeep(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), place)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self._entries(depth)), place)
        if isinstance(event, yaml.ScalarEvent):
            text = str(event.value)
            if odd := HIDDEN.search(text):
                message = f"a backslash that makes a hidden character (U+{ord(odd[0]):04X})"
                self.say(place, "yaml", message, "use single quotes")
            return Scalar(_meaning(text) if event.implicit[0] else text, text, place)
        return Scalar(None, "", place)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.say(key.place, "yaml", "a key must be one word", "write key: value")
            elif key.text == "<<":
                self.say(key.place, "yaml", "merge keys (<<) are refused", "write the keys out")
            elif key.text in seen:
                message = f'"{key.text}" is here twice; first on line {seen[key.text].line}'
                self.say(key.place, "yaml", message, "keep one of them")
            else:
                seen[key.text] = key.place
                yield key, value

    def _refuse(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} is an alias, which is refused"
            self.say(place, "yaml", message, "write the value out, or put it in quotes")
        elif event.anchor is not None:
            message = f"&{event.anchor} is an anchor, which is refused"
            self.say(place, "yaml", message, "delete it, or put the value in quotes")
        elif event.tag is not None:
            message = f"{event.tag} is a tag, which is refused"
            self.say(place, "yaml", message, "delete it, or put the value in quotes")


class _TooDeep(Exception):
    """Carries the place at which nesting passes the limit."""


def read(data: bytes | str, file: str, line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The one document of a file or of a front matter that begins on file line `line`.

    An empty document is a scalar without value. None if it can't be read at all; what can be
    told apart from the rest (a duplicate key, an alias) is a problem, and the rest is read.
    """
    if isinstance(data, bytes):
        decoded, problems = plaintext.decode(data, file)
        if decoded is None or problems:
            return None, problems
    else:
        decoded = data
    text = decoded.removeprefix("\ufeff")
    where = plaintext.lines(text, file, line)
    if refused := tuple(_unreadable(text, where)):
        return None, refused
    reader = _Reader(where, iter(yaml.parse(text, Loader=PARSER)))
    node: Node | None = None
    try:
        node = _document(reader)
    except _TooDeep as error:
        message = f"nested more than {MAX_DEPTH} levels deep"
        return None, (Problem(error.args[0], "yaml", message, "write it flatter"),)
    except yaml.MarkedYAMLError as error:
        return None, (*reader.problems, _syntax(error, where))
    return node, tuple(reader.problems)


def _document(reader: _Reader) -> Node:
    next(reader.events)
    start = next(reader.events)
    empty = Scalar(None, "", reader.where.place(0))
    if isinstance(start, yaml.StreamEndEvent):
        return empty
    if start.version is not None or start.tags:
        place = reader.where.place(start.start_mark.index)
        reader.say(place, "yaml", "directives (%) are refused", "delete the line")
    node = reader.node(next(reader.events))
    next(reader.events)
    after = next(reader.events)
    if not isinstance(after, yaml.StreamEndEvent):
        place = reader.where.place(after.start_mark.index)
        reader.say(place, "yaml", "a second document begins here", 'delete the line "---"')
    return node


def _meaning(text: str) -> str | int | float | bool | None:
    if text in CONSTANTS:
        return CONSTANTS[text]
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    return text


def _unreadable(text: str, where: plaintext.Lines) -> Iterator[Problem]:
    if tab := re.search(r"^ *\t", text, re.MULTILINE):
        place = where.place(tab.end() - 1)
        yield Problem(place, "yaml", "a tab at the beginning of a line", "indent with spaces")
    if odd := UNPRINTABLE.search(text):
        message = f"a character that can't be printed (U+{ord(odd[0]):04X})"
        yield Problem(where.place(odd.start()), "yaml", message, "delete it")


def _syntax(error: yaml.MarkedYAMLError, where: plaintext.Lines) -> Problem:
    said = str(error.problem or error.context or "this can't be read")
    mark = error.problem_mark or error.context_mark
    opened = "unexpected end of stream" in said or "expected ':'" in said
    if opened and error.context_mark is not None:
        mark = error.context_mark
    place = where.place(mark.index) if mark is not None else where.place(0)
    for fragment, message, remedy in MEANT:
        if fragment in said:
            return Problem(place, "yaml", message, remedy)
    return Problem(place, "yaml", f"not YAML: {said}", "put the value in quotes")
