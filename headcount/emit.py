"""Plain data as the few forms of YAML that every loader reads the same way.

Block lists of mappings, one field a line, nested values in flow style on that line. A text that
any version of YAML could take for something else is quoted as in JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

PLAIN = re.compile(r"(?:[A-Za-z][A-Za-z0-9_./~-]*|[1-9][0-9-]*-[A-Za-z]{2}[A-Za-z0-9_./~-]*)(?<!-)")
"""Texts that need no quotes: words and ids. Numbers, dates and signs are not among them."""

RESERVED = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
"""Words that some version of YAML takes for a truth value or for nothing, in any case."""

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML forbids or folds, or that nobody can see; JSON's own escapes fit them."""


def escaped(match: re.Match[str]) -> str:
    """The escape of one character, in the form that JSON and YAML share."""
    return f"\\u{ord(match.group()):04x}"


@lru_cache(maxsize=65_536)
def text(value: str) -> str:
    """A text as a scalar: plain if no loader can misread it, else in double quotes."""
    if PLAIN.fullmatch(value) and value.lower() not in RESERVED:
        return value
    return UNPRINTABLE.sub(escaped, json.dumps(value, ensure_ascii=False))


def flow(value: object) -> str:
    """Any plain value on one line.

    Raises TypeError for what has no form here: sets, bytes, records, numbers that are none.
    """
    form = FORMS.get(type(value))
    if form is None:
        raise TypeError(f"no form for {type(value).__name__}")
    return form(value)


def sequence(values: Iterable[object]) -> str:
    """A list in flow style."""
    return "[" + ", ".join([flow(item) for item in values]) + "]"


def mapping(values: Mapping[str, object]) -> str:
    """A mapping in flow style, in its own order."""
    fields = [f"{text(key)}: {flow(item)}" for key, item in values.items()]
    return "{" + ", ".join(fields) + "}"


def number(value: float) -> str:
    """A finite number, with the point that YAML 1.1 wants before an exponent."""
    if value != value or value in (float("inf"), float("-inf")):
        raise TypeError("no form for a number that is none")
    written = repr(value)
    if "e" in written and "." not in written:
        return written.replace("e", ".0e", 1)
    return written


FORMS: Mapping[type, Callable[[Any], str]] = {
    str: text,
    int: str,
    list: sequence,
    tuple: sequence,
    dict: mapping,
    float: number,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): lambda _: "null",
}


def lines(
    record: Mapping[str, object], blocks: Iterable[str] = (), rows: Iterable[str] = ()
) -> list[str]:
    """A record as an item of a block list.

    The values of `blocks` are block lists of records themselves, those of `rows` block lists
    with an item a line, so that a changed item is one changed line.
    """
    found = []
    for number_, (key, value) in enumerate(record.items()):
        lead = "  " if number_ else "- "
        if key in blocks and isinstance(value, (list, tuple)) and value:
            found.append(f"{lead}{text(key)}:")
            for item in value:
                found += [f"  {line}" for line in lines(item)]
        elif key in rows and isinstance(value, (list, tuple)) and value:
            found.append(f"{lead}{text(key)}:")
            found += [f"  - {flow(item)}" for item in value]
        else:
            found.append(f"{lead}{text(key)}: {flow(value)}")
    return found
