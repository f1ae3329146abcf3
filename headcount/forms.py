"""The forms of all files that people write, as JSON Schema for their editor programs (draft-07).

Made from the definitions that validate, so that an editor program underlines what a build would
refuse. Where the two differ, the schema is the more lenient: what it can't say is `LIMITS`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from headcount import articles, config, decisions, organisations, texts
from headcount.language import edtf
from headcount.schema import (
    BY_WORDS,
    DATED,
    IN_FULL,
    Address,
    Choice,
    Date,
    Field,
    Flag,
    Many,
    Record,
    Reference,
    Slug,
    Table,
    Text,
    Type,
    Whole,
)

FOLDER = "docs/schemas/"
DRAFT = "http://json-schema.org/draft-07/schema#"
SAYS = "patternErrorMessage"
"""What the extension shows in place of a pattern; to others it means nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of file. `chapter`: its heading in the manual; `globs`: the files that are nothing
    but YAML, which an editor program can compare with the schema by itself."""

    name: str
    chapter: str
    record: Record
    globs: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        return f"{FOLDER}{self.name}.json"


FORMS = (
    Form("site", "data/site.yaml", config.FILE, ("data/site.yaml",)),
    Form(
        "organisations",
        "data/organisations.yaml",
        organisations.FILE,
        ("data/organisations.yaml",),
    ),
    Form("article", "content/articles", articles.FRONT, ("content/articles/*.yaml",)),
    Form("event", "content/events", decisions.FRONT),
    Form("page", "content/pages", texts.FRONT),
)

LIMITS = (
    "29 February of a year that has none, and a period that ends before it begins",
    "ids that nothing has: they are known only when all files are read",
    "a whole number written with decimals (3.0), which JSON Schema takes for 3",
)
"""What a build refuses and draft-07 has no words for."""


def written() -> dict[str, bytes]:
    """Path from the project's root → bytes: every schema, and the editor program's settings."""
    made = {form.path: _bytes(schema(form)) for form in FORMS}
    globs = {f"./{form.path}": list(form.globs) for form in FORMS if form.globs}
    made[".vscode/settings.json"] = _bytes({"yaml.schemas": globs})
    return made


def schema(form: Form) -> dict[str, Any]:
    """The schema of one kind of file."""
    title = f"The keys of {form.chapter}; explained in docs/files.md"
    return {"$schema": DRAFT, "title": title, **described(form.record, top=True)}


def described(type_: Type, *, top: bool = False) -> dict[str, Any]:
    """The schema of one type. `top`: of a whole file, which may be empty if nothing is required."""
    match type_:
        case Text():
            return {"type": ["string", "number"]}
        case Flag():
            return {"type": "boolean"}
        case Whole():
            return {"type": "integer"}
        case Date(form):
            year = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
            kind = {"type": "string"} if form == "day" else year
            return {**kind, "pattern": _whole(DATES[form]), SAYS: DATED[form]}
        case Address():
            return {"type": "string", "pattern": ADDRESS, SAYS: IN_FULL}
        case Slug():
            return {"type": ["string", "integer"], **ID, "minimum": 0}
        case Choice(words):
            return {"enum": list(words)}
        case Many(inner):
            return {"type": "array", "items": described(inner)}
        case Table(inner, keys):
            return {
                "type": "object",
                "propertyNames": {"enum": list(keys)} if keys else ID,
                "additionalProperties": described(inner),
            }
        case Reference():
            return {"anyOf": [{"type": ["string", "number"]}, described(BY_WORDS)]}
        case Record(fields):
            required = [field.key for field in fields if field.required]
            return {
                "type": ["object", "null"] if top and not required else "object",
                "additionalProperties": False,
                **({"required": required} if required else {}),
                "properties": {field.key: _value(field) for field in fields},
            }


def _value(field: Field) -> dict[str, Any]:
    """The schema of a key's value; a key without one counts as not written."""
    inner = described(field.type)
    if not field.required:
        inner = _or_nothing(inner)
    elif isinstance(field.type, Text):
        inner["pattern"] = r"\S"
    return {"description": field.doc, **inner}


def _or_nothing(inner: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" in inner:
        return {"anyOf": [*inner["anyOf"], {"type": "null"}]}
    if "enum" in inner:
        return {"enum": [*inner["enum"], None]}
    kinds = inner["type"]
    return {**inner, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}


def _whole(pattern: str) -> str:
    """The pattern for the whole of a text: a schema's would find it anywhere in it."""
    return f"^(?:{pattern})$"


ID = {
    "pattern": _whole("[a-z0-9]+(?:-[a-z0-9]+)*"),
    "maxLength": 80,
    SAYS: "write small letters, digits and hyphens",
}

YEAR = "(?!0000)[0-9]{4}"
LONG, SHORT = "0[13578]|1[02]", "0[469]|11"
DAY = (
    f"{YEAR}-(?:(?:{LONG})-(?:0[1-9]|[12][0-9]|3[01])"
    f"|(?:{SHORT})-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
MONTH = f"{YEAR}-(?:0[1-9]|1[0-2])"


def _any_of(numbers: Iterable[int]) -> str:
    return "|".join(str(number) for number in numbers)


PART = f"{YEAR}-(?:{_any_of((*edtf.SEASONS, *edtf.QUARTERS))})"
VAGUE = rf"{MONTH}-XX|{YEAR}-XX(?:-XX)?|(?!000)[0-9]{{3}}X|(?!00)[0-9]{{2}}XX"
POINT = f"(?:{DAY}|{MONTH}|{YEAR}|{PART}|{VAGUE})[?~%]?"
DATES = {
    "day": DAY,
    "one": f"(?:{DAY}|{MONTH}|{YEAR}|{PART})[?~]?",
    "any": rf"{POINT}(?:/(?:{POINT}|\.\.)?)?|(?:\.\.)?/{POINT}",
}

PATH = r"[^\s<>\"\\^`{|}\u0000-\u001f]"
ADDRESS = (
    r"^[Hh][Tt][Tt][Pp][Ss]?://"
    rf"(?={PATH}+$)(?:[^/?#]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^/?#:@\[\]]+)(?::[0-9]{{0,5}})?(?:[/?#]|$)"
)


def _bytes(data: object) -> bytes:
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()
