"""What a file that people write may hold: definitions, and one walker that compares.

The same definitions validate, are the manual's tables (`rows`), and say in which words a mistake
is explained. A walk yields every problem of a node, never only the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import urlsplit

from headcount.language import edtf
from headcount.model import Place, Problem
from headcount.source import slug
from headcount.yamlfile import Mapping, Node, Scalar, Sequence

ONE_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[~?]?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Text:
    """Words. A plain number is read as it is written."""


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""


@dataclass(frozen=True, slots=True)
class Date:
    """EDTF. `form`: any expression, one date as exactly as it is known, or one day."""

    form: str = "any"


@dataclass(frozen=True, slots=True)
class Address:
    """An address on the web: http or https, and a host."""


@dataclass(frozen=True, slots=True)
class Slug:
    """An id: small letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a list."""

    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of the same."""

    of: Type


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping from ids, or from the words of `keys`, to the same."""

    of: Type
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A claim: its id, or the article and words of it. `also`: what else may stand here."""

    also: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record. `doc` is its sentence in the manual."""

    key: str
    type: Type
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys. `meant`: words that people write for a key, and the key."""

    fields: tuple[Field, ...]
    meant: tuple[tuple[str, str], ...] = ()


Type = Text | Flag | Whole | Date | Address | Slug | Choice | Many | Table | Reference | Record

BY_WORDS = Record(
    (
        Field("article", Slug(), "the article's id", required=True),
        Field("words", Text(), "words of the claim, as the article has them", required=True),
    )
)

WORDS_FOR: dict[type, str] = {
    Text: "text",
    Flag: "true or false",
    Whole: "whole number",
    Address: "web address",
    Slug: "id",
}
SEVERAL: dict[type, str] = {Text: "texts", Slug: "ids", Reference: "claims", Record: "entries"}


def named(type_: Type) -> str:
    """A type in the manual's words."""
    match type_:
        case Date(form):
            return {"any": "date or period", "one": "date", "day": "day"}[form]
        case Choice(words):
            return " / ".join(words)
        case Many(inner):
            return f"list of {SEVERAL.get(type(inner)) or named(inner)}"
        case Table(inner, keys):
            return f"group of {' / '.join(keys) or 'ids'}, each with {_article(named(inner))}"
        case Record():
            return "group of keys"
        case Reference(also):
            return f"claim or {also}" if also else "claim"
        case _:
            return WORDS_FOR[type(type_)]


def rows(record: Record, before: str = "") -> Iterator[tuple[str, str, bool, str]]:
    """(key path, type, required, sentence) of every key, depth first, for the manual."""
    for field in record.fields:
        path, inner = before + field.key, field.type
        yield path, named(inner), field.required, field.doc
        while isinstance(inner, (Many, Table)):
            path += "[]" if isinstance(inner, Many) else ".<id>"
            inner = inner.of
        if isinstance(inner, Record):
            yield from rows(inner, f"{path}.")


# ---------------------------------------------------------------- the walk


def check(node: Node | None, type_: Type, key: str, place: Place) -> Iterator[Problem]:
    """Every way in which `node`, the value of `key`, is not what `type_` wants."""
    match type_, node:
        case Record(), Mapping():
            yield from _record(node, type_)
        case Table(inner, keys), Mapping():
            yield from _table(node, inner, keys, key)
        case Many(inner), Sequence():
            for item in node.items:
                yield from check(item, inner, key, item.place)
        case Reference(), Mapping():
            yield from _record(node, BY_WORDS)
        case ((Record() | Table() | Many()), _):
            yield _wrong(key, type_, node, place)
        case _, Scalar():
            yield from _scalar(node, type_, key)
        case _:
            yield _wrong(key, type_, node, place)


def _record(node: Mapping, record: Record) -> Iterator[Problem]:
    known = {field.key: field for field in record.fields}
    for name, value in node.entries:
        if name.text not in known:
            yield _unknown(name, known, dict(record.meant).get(name.text.lower()))
        elif not (isinstance(value, Scalar) and value.value is None):
            yield from check(value, known[name.text].type, name.text, value.place)
    lacking = [f'"{f.key}"' for f in record.fields if f.required and _blank(node.get(f.key))]
    if lacking:
        keys = {name.text: name.place for name, _ in node.entries}
        empty = [keys[key] for key in (word.strip('"') for word in lacking) if key in keys]
        sample = next(f for f in record.fields if f'"{f.key}"' == lacking[0])
        yield Problem(
            empty[0] if empty else node.place,
            "missing",
            f"{' and '.join(lacking)} {'is' if len(lacking) == 1 else 'are'} missing",
            f"write {sample.key}: <{sample.doc}>",
        )


def _blank(node: Node | None) -> bool:
    return node is None or (isinstance(node, Scalar) and not node.text.strip())


def _unknown(name: Scalar, known: Iterable[str], meant: str | None = None) -> Problem:
    remedy = f'did you mean "{meant}"?' if meant else suggestion(name.text, known)
    return Problem(name.place, "key", f'unknown key "{name.text}"', remedy)


def suggestion(word: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown word: the nearest known ones, or a few of them."""
    words = sorted(known)
    if near := get_close_matches(word, words, 1, 0.65):
        return f'did you mean "{near[0]}"?'
    shown = ", ".join(words[:12]) + (", …" if len(words) > 12 else "")
    return f"write one of: {shown}" if words else "there is none yet"


def _table(node: Mapping, inner: Type, keys: tuple[str, ...], key: str) -> Iterator[Problem]:
    for name, value in node.entries:
        if keys and name.text not in keys:
            yield _unknown(name, keys)
        elif not keys and (problem := _not_slug(name, key)) is not None:
            yield problem
        elif isinstance(inner, Record) and isinstance(value, Scalar) and value.value is None:
            yield from _record(Mapping((), name.place), inner)
        else:
            yield from check(value, inner, name.text, value.place)


def _not_slug(node: Scalar, key: str) -> Problem | None:
    if slug(node.text) == node.text:
        return None
    message = f'"{node.text}" is not an id in "{key}"'
    return Problem(node.place, "id", message, f"write {slug(node.text)}")


REMEDIES = {
    Flag: "write true or false",
    Whole: "write a whole number, like 3",
    Text: "write text; put true, false and null in quotes",
    Many: "write a list: one entry on each line, after a hyphen",
    Table: "write keys with values, indented below it",
    Record: "write keys with values, indented below it",
    Reference: "write a claim's id, or {article: <id>, words: <its words>}",
    Slug: "write an id; put true, false and null in quotes",
}


def _wrong(key: str, type_: Type, node: Node | None, place: Place) -> Problem:
    message = f'"{key}" is not {_article(named(type_).partition(",")[0])}: {shown(node)}'
    return Problem(place, "type", message, REMEDIES.get(type(type_), "write one value"))


def _article(noun: str) -> str:
    return (
        noun
        if noun.startswith(("true", "text"))
        else f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
    )


def shown(node: Node | None) -> str:
    """A node as a message names it."""
    match node:
        case Scalar(_, text):
            return f'"{text}"' if len(text) <= 60 else f'"{text[:59]}…"'
        case Sequence():
            return "a list"
        case Mapping():
            return "a group of keys"
        case None:
            return "nothing"


def _scalar(node: Scalar, type_: Type, key: str) -> Iterator[Problem]:
    written, place = node.text, node.place
    match type_:
        case Text() | Reference() | Slug() if node.value is None or isinstance(node.value, bool):
            yield _wrong(key, type_, node, place)
        case Flag() if not isinstance(node.value, bool):
            near = {"no": "false", "off": "false", "yes": "true", "on": "true"}
            remedy = f"write {near.get(written.lower(), 'true or false')}"
            yield Problem(place, "type", f'"{key}" is not true or false: "{written}"', remedy)
        case Whole() if not isinstance(node.value, int) or isinstance(node.value, bool):
            yield _wrong(key, type_, node, place)
        case Date(form) if not _is_date(written, form):
            yield bad_date(key, node, form)
        case Address() if (why := _bad_address(written)) is not None:
            message = f'"{key}" is not a web address: {shown(node)}{why}'
            yield Problem(place, "url", message, IN_FULL)
        case Slug() if (problem := _not_slug(node, key)) is not None:
            yield problem
        case Choice(words) if written not in words:
            message = f'"{key}" can\'t be {shown(node)}'
            yield Problem(place, "choice", message, suggestion(written, words))


def _is_date(text: str, form: str) -> bool:
    if form != "any" and not (DAY if form == "day" else ONE_DATE).fullmatch(text):
        return False
    return edtf.valid(text)


DATED = {
    "day": "write 2024-02-06",
    "one": "write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known",
    "any": "write 2024-02-06, 2024-02, 2024, or a period: 2022/2023",
}
IN_FULL = "write it in full: https://…"


def bad_date(key: str, node: Scalar, form: str) -> Problem:
    """What is said about something that should be a date."""
    why = ", which no calendar has" if DAY.fullmatch(node.text) else ""
    return Problem(node.place, "date", f'"{key}" is not a date: {shown(node)}{why}', DATED[form])


def _bad_address(text: str) -> str | None:
    if re.search(r"[\s<>\"\\^`{|}]", text) or not text.isprintable():
        return " has a character that no address has"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    if "://" in text and parts.scheme not in ("http", "https"):
        return f" begins with {parts.scheme}://, which no browser opens"
    return None if parts.scheme in ("http", "https") and host else ""
