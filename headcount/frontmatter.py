"""A markdown file in two: the keys between its `---` lines, and the untouched rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from headcount import plaintext, schema, yamlfile
from headcount.model import Place, Problem
from headcount.yamlfile import Mapping, Node, Scalar

OPENING = re.compile("\ufeff?---[ \t]*(?:\r\n|\n|\r)")
CLOSING = re.compile("^---[ \t]*(?:\r\n|\n|\r|\\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """`front`: the keys; `body`: everything after the closing line; `line`: its first file line."""

    front: Mapping
    body: str
    line: int


def read(
    data: bytes, file: str, record: schema.Record
) -> tuple[Document | None, tuple[Problem, ...]]:
    """One file whose front matter should be `record`; None if it can't be told apart."""
    decoded, problems = plaintext.decode(data, file)
    if decoded is None:
        return None, problems
    opening = OPENING.match(decoded)
    if opening is None:
        first = record.fields[0].key
        remedy = f'begin the file with a line "---", then "{first}: …", then a line "---"'
        return None, (*problems, Problem(Place(file), "front-matter", "no front matter", remedy))
    closing = CLOSING.search(decoded, opening.end())
    if closing is None:
        message = "the front matter is opened here and never closed"
        remedy = 'write a line "---" after its last key'
        return None, (*problems, Problem(Place(file), "front-matter", message, remedy))
    node, found = yamlfile.read(decoded[opening.end() : closing.start()], file, line=2)
    front, wrong = keys(node, record, Place(file))
    body = decoded[closing.end() :]
    line = plaintext.lines(decoded, file).place(closing.end()).line
    return Document(front, body, line), (*problems, *found, *wrong)


def keys(
    node: Node | None, record: schema.Record, place: Place
) -> tuple[Mapping, tuple[Problem, ...]]:
    """A document's mapping, empty if it is none, with all that is wrong with it."""
    if node is None:
        return Mapping((), place), ()
    if isinstance(node, Scalar) and node.value is None:
        node = Mapping((), node.place)
    if not isinstance(node, Mapping):
        remedy = f'write keys with values, like "{record.fields[0].key}: …"'
        message = f"these are no keys: {schema.shown(node)}"
        return Mapping((), place), (Problem(node.place, "front-matter", message, remedy),)
    return node, tuple(schema.check(node, record, "", node.place))


def places(node: Node, path: str = "") -> Iterator[tuple[str, Place]]:
    """Every key path ("prefer.0.claim") below a node, and where its value stands."""
    if path:
        yield path, node.place
    before = f"{path}." if path else ""
    if isinstance(node, Mapping):
        for name, value in node.entries:
            yield from places(value, before + name.text)
    elif isinstance(node, yamlfile.Sequence):
        for number, item in enumerate(node.items):
            yield from places(item, f"{before}{number}")
