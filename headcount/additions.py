"""A new article's file: its keys written so that our own reader reads them back, and its id.

A value is validated by being written and read again, with the definitions that read articles.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Container, Iterable, Mapping

from headcount import emit, frontmatter, plaintext, schema, yamlfile
from headcount.articles import FRONT
from headcount.model import Place, Problem
from headcount.source import slug
from headcount.yamlfile import Scalar

ASKED = ("publisher", "title", "published", "url", "author")
"""What is asked for, in this order; the other keys are for cases that an editor knows of."""

FIELDS = {field.key: field for field in FRONT.fields}
REQUIRED = tuple(field.key for field in FRONT.fields if field.required)

PLAIN = re.compile(r"[^\W_][^#]*[^\s:#]|[^\W_]")
"""What may stand without quotes, if it is read back as it is."""


UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters of no width and no meaning in a line; white space is not among them."""


def tidy(value: str) -> str:
    """A value on one line, without characters that nobody can see or that turn the line round."""
    return " ".join(UNSEEN.sub("", plaintext.BIDI.sub("", value)).split())


def scalar(value: str) -> str:
    """A tidy text as YAML that our reader, and any other, reads as this text."""
    if PLAIN.fullmatch(value) and value.lower() not in emit.RESERVED:
        node, problems = yamlfile.read(f"k: {value}\n".encode(), "")
        read = node.get("k") if isinstance(node, yamlfile.Mapping) else None
        if not problems and isinstance(read, Scalar) and read.text == value == read.value:
            return value
    return emit.text(value)


def lines(values: Mapping[str, str]) -> list[str]:
    """`key: value` of each value, in the order of the manual."""
    return [
        f"{key}: {values[key] if isinstance(field.type, schema.Date) else scalar(values[key])}"
        for key, field in FIELDS.items()
        if values.get(key)
    ]


def mistakes(key: str, value: str, place: Place) -> tuple[Problem, ...]:
    """What is wrong with a tidy value of `key`, told at `place`."""
    node = Scalar(value, value, place)
    return tuple(schema.check(node, FIELDS[key].type, key, place))


def document(values: Mapping[str, str], body: str) -> bytes:
    """A whole `.md`: the keys, and below them the body as it is."""
    return "\n".join(["---", *lines(values), "---", body]).encode()


def completed(text: str, values: Mapping[str, str]) -> bytes:
    """A `.md` that has front matter, with more keys before its closing line.

    A key that stands there without a value gets it where it stands.
    """
    opening = frontmatter.OPENING.match(text)
    closing = frontmatter.CLOSING.search(text, opening.end() if opening else 0)
    if opening is None or closing is None:
        raise ValueError("no front matter")
    end = re.search(r"\r\n|\n|\r", opening[0])
    head, tail = text[: closing.start()], text[closing.start() :]
    for key, line in zip((key for key in FIELDS if values.get(key)), lines(values), strict=True):
        empty = re.compile(rf"^{key}[ \t]*:[ \t]*(?:#[^\r\n]*)?(?=[\r\n])", re.MULTILINE)
        found = empty.search(head)
        if found is not None:
            head = head[: found.start()] + line + head[found.end() :]
        else:
            head += line + (end[0] if end else "\n")
    return (head + tail).encode()


def new_id(publisher: str, published: str | None, taken: Container[str]) -> str:
    """An id of the publisher's own id and the date, numbered if it is taken already."""
    first = slug(publisher)[:60].strip("-")
    stem = f"{first}-{slug(published)}" if published else first
    number = 1
    while (id_ := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return id_


def unfit(id_: str, place: Place) -> Iterable[Problem]:
    """A file name that can't be an id."""
    if slug(id_) != id_:
        message = f'"{id_}" can\'t be an id: small letters, digits and hyphens only'
        yield Problem(place, "id", message, f"write {slug(id_)}")


def lacking(
    values: Mapping[str, str], place: Place, proposed: Mapping[str, str] | None = None
) -> Iterable[Problem]:
    """One problem that names every required key without a value, and the options for them.

    `proposed`: values that the text itself suggests.
    """
    missing = [key for key in REQUIRED if not values.get(key)]
    if missing:
        likely = {key: shlex.quote(value) for key, value in (proposed or {}).items()}
        signs = {key: f'"<{FIELDS[key].doc}>"' for key in missing} | likely
        options = " ".join(f"--{key} {signs[key]}" for key in missing)
        message = f"nothing says its {' and '.join(missing)}"
        yield Problem(place, "missing", message, f"add {options}")


def wordless(body: str, place: Place) -> Iterable[Problem]:
    """An article without a word."""
    if not re.search(r"\w", body):
        yield Problem(place, "text", "there is no text", "save or paste the article's words")


def decoded(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """A text without its byte order mark, which is no part of what was written."""
    text, problems = plaintext.decode(data, file)
    return (text.removeprefix("\ufeff") if text is not None else None), problems
