"""Keys of a decision as text: a new file, or lines for one that somebody has written already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from headcount import emit
from headcount.adopting import LISTS
from headcount.choices import Entry
from headcount.frontmatter import Document
from headcount.yamlfile import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Paste:
    """Lines that go below line `after` of a file; `instead`: in place of that line."""

    after: int
    lines: tuple[str, ...]
    instead: bool = False


def new(entries: Iterable[Entry]) -> bytes:
    """A whole file of decisions with these keys, and no story yet."""
    return "\n".join(["---", *written(entries), "---", ""]).encode()


def written(entries: Iterable[Entry]) -> Iterator[str]:
    """Keys as lines; the entries of a list stand together."""
    found = tuple(entries)
    for key in dict.fromkeys(key for key, _ in found):
        values = [value for each, value in found if each == key]
        if key in LISTS:
            yield f"{key}:"
            yield from (f"- {emit.flow(value)}" for value in values)
        else:
            yield f"{key}: {emit.flow(values[-1])}"


def pastes(document: Document, entries: Iterable[Entry]) -> tuple[Paste, ...]:
    """Where each key goes in a file that has others, from its end to its beginning.

    The last line of the keys is the one before the closing `---`.
    """
    found = tuple(entries)
    front, last = document.front, document.line - 2
    made = []
    for key in dict.fromkeys(key for key, _ in found):
        mine = tuple(entry for entry in found if entry[0] == key)
        begins = next((name.place.line for name, _ in front.entries if name.text == key), None)
        if begins is None:
            made.append(Paste(last, tuple(written(mine))))
            continue
        below = [name.place.line for name, _ in front.entries if name.place.line > begins]
        ends = min(below, default=last + 1) - 1
        value = front.get(key)
        if key not in LISTS or not isinstance(value, Sequence) or not value.items:
            made.append(Paste(begins, tuple(written(mine)), instead=True))
        elif value.place.line == begins:
            items = ", ".join(emit.flow(each) for _, each in mine)
            made.append(Paste(begins, (f"{key}: [{items}, …]",), instead=True))
        else:
            indent = " " * (value.place.column - 1)
            made.append(Paste(ends, tuple(f"{indent}{line}" for line in [*written(mine)][1:])))
    return tuple(sorted(made, key=lambda paste: paste.after, reverse=True))


def doubled(front: Mapping, entries: Iterable[Entry]) -> Iterator[str]:
    """The fields that the file prefers a claim for already."""
    value = front.get("prefer")
    fields = set()
    for item in value.items if isinstance(value, Sequence) else ():
        field = item.get("field") if isinstance(item, Mapping) else None
        fields.add(getattr(field, "text", ""))
    for key, entry in entries:
        if key == "prefer" and isinstance(entry, dict) and entry["field"] in fields:
            yield str(entry["field"])


def instruction(file: str, paste: Paste) -> str:
    """What to do, in words, with the lines below."""
    where = "in place of line" if paste.instead else "below line"
    head = f"{file}: write {where} {paste.after}"
    if paste.lines[-1].endswith(", …]"):
        head = f"{file}: add to the list in line {paste.after}"
        return "\n".join([head, *(f"    {line.replace(', …]', ']')}" for line in paste.lines)])
    return "\n".join([head, *(f"    {line}" for line in paste.lines)])


def pasted(text: str, found: Iterable[Paste]) -> str | None:
    """The file after its instructions have been followed; None where a hand must join lists."""
    lines = text.splitlines()
    for paste in found:
        if paste.lines[-1].endswith(", …]"):
            return None
        lines[paste.after - paste.instead : paste.after] = paste.lines
    return "\n".join([*lines, ""])
