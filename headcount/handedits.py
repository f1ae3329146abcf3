"""What somebody changed by hand in the machine's records, field by field.

Pure: both sides are lines. A field is compared by what it says, so that other quotation marks or
spaces are no change; a line that belongs to no field is told apart and not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from headcount import yamlfile
from headcount.model import Place, Problem
from headcount.timeline import (
    BLOCKS,
    FOLDER,
    HIDDEN,
    NO_EVENTS,
    Record,
    lines_of,
    recorded,
    records,
)
from headcount.yamlfile import Node, Scalar, Sequence

Data = object
"""Texts, True, False, None, lists and dicts: a value without its places."""

FIELD = re.compile(r"  ([A-Za-z_]+):(?: (.*))?")
FIGURES = ("jobs", "money")
"""Fields with several values, of which each may be changed alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a record: where it stands, and what."""

    line: int
    lines: tuple[str, ...]

    def data(self, key: str) -> Data:
        """What it says; its bare text where that is no YAML."""
        if key in BLOCKS:
            return blocks(self.lines[1:])
        first, *below = self.lines
        node, _ = yamlfile.read("\n".join([first[2:], *(line[2:] for line in below)]), "")
        if isinstance(node, yamlfile.Mapping) and node.entries:
            return plain(node.entries[0][1])
        return "\n".join(self.lines).strip().removeprefix(f"{key}:").strip()


@dataclass(frozen=True, slots=True)
class Edit:
    """A field that says something else than before; None where it is not there."""

    key: str
    place: Place
    was: Data
    now: Data

    def changed(self) -> dict[str, Data]:
        """Of a field with several values those that were changed; a bare number is both ends."""
        if isinstance(self.now, dict):
            before = self.was if isinstance(self.was, dict) else {}
            return {key: value for key, value in self.now.items() if before.get(key) != value}
        number = str(self.now).replace(",", "")
        return {"low": number, "high": number} if number.isdecimal() else {"display": self.now}


def altered(files: Mapping[str, bytes]) -> tuple[Record, ...]:
    """The records whose digest does not fit, but for those in which two branches met."""
    return tuple(
        record
        for path in sorted(files)
        if path.startswith(FOLDER) and path.endswith(".yaml")
        for record in records(path, lines_of(files[path]), [], merging=met(files[path]))
        if record.altered() and not record.torn
    )


def met(data: bytes) -> bool:
    """Whether two branches met in a file: the build reads and mends it by itself."""
    return re.search(rb"^<{7} ", data, re.MULTILINE) is not None


def deleted(files: Mapping[str, bytes], committed: Mapping[str, bytes]) -> tuple[Record, ...]:
    """The committed events whose record was taken out of a file that is still there."""
    there, before = recorded(files), recorded(committed)
    return tuple(
        record
        for id_, record in sorted(before.items())
        if id_ not in there and record.file in files and not record.file.endswith(NO_EVENTS)
        if record.value("kind") and record.value("tombstone") != "true" and not record.altered()
    )


def returning(
    files: Mapping[str, bytes], committed: Mapping[str, bytes], made: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Warnings about the deleted records that a build has made again, as its articles tell it to.

    `files`: the inputs of the build; `made`: its machine's files.
    """
    again = recorded(made)
    for record in deleted(files, committed):
        if record.id in again and not again[record.id].file.endswith(HIDDEN):
            yield Problem(
                Place(record.file),
                "digest",
                f'the record "{record.id}" was deleted by hand, and comes back with every build',
                f"to take the event off the site, write `hide: true` in "
                f"content/events/{record.id}.md, between two lines of ---; if its articles are "
                "wrong, correct or delete those",
                "warning",
            )


def lost(
    files: Mapping[str, bytes], committed: Mapping[str, bytes], made: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Warnings about whole files of records that were deleted and that a build makes again.

    Who deletes all of them begins anew, and is told nothing.
    """
    if not any(path.startswith(FOLDER) for path in files):
        return
    before = recorded(committed)
    for path in sorted(made.keys() & committed.keys() - files.keys()):
        gone = [id_ for id_, record in before.items() if record.file == path]
        if not gone or path.endswith((*NO_EVENTS, HIDDEN)):
            continue
        what = f"its event {gone[0]}" if len(gone) == 1 else f"its {len(gone):,} events"
        yield Problem(
            Place(path),
            "digest",
            f"the file was deleted by hand; {what} and the file come back with every build",
            "to take an event off the site, write `hide: true` in content/events/<id>.md, between "
            "two lines of ---; if articles are wrong, correct or delete those; to begin anew, "
            f"delete all of {FOLDER}",
            "warning",
        )


def parts(record: Record) -> tuple[dict[str, Part], tuple[tuple[int, str], ...]]:
    """The fields of a record, and the lines (number, text) that belong to none."""
    found: dict[str, Part] = {}
    strange: list[tuple[int, str]] = []
    last = ""
    for number, line in enumerate(record.lines[1:], record.line + 1):
        match = FIELD.fullmatch(line)
        if match is not None and match[1] not in found:
            last = match[1]
            found[last] = Part(number, (line,))
        elif match is None and last and line.startswith(("  - ", "    ")):
            found[last] = Part(found[last].line, (*found[last].lines, line))
        elif line.strip():
            strange.append((number, line.strip()))
    found.pop("digest", None)
    return found, tuple(strange)


def edits(record: Record, before: Record) -> Iterator[Edit]:
    """The fields of a record that say something else than before."""
    then, now = parts(before)[0], parts(record)[0]
    for key in (*now, *(key for key in then if key not in now)):
        was = then[key].data(key) if key in then else None
        is_ = now[key].data(key) if key in now else None
        if was != is_:
            place = Place(record.file, now[key].line if key in now else record.line)
            yield Edit(key, place, was, is_)


def named(
    problems: Iterable[Problem], files: Mapping[str, bytes], made: Mapping[str, bytes]
) -> Iterator[Problem]:
    """The problems of a timeline, of altered records with the fields that are not as in `made`.

    `made`: the machine's files as a build of `files` would write them.
    """
    by_hand, now = {(each.file, each.line): each for each in altered(files)}, recorded(made)
    for problem in problems:
        record = by_hand.get((problem.place.file, problem.place.line))
        if problem.code != "digest" or record is None or record.id not in now:
            yield problem
        elif found := tuple(edits(record, now[record.id])):
            keys = ", ".join(edit.key for edit in found)
            message = (
                f'the record "{record.id}" was altered by hand; the build writes otherwise: {keys}'
            )
            yield replace(problem, place=found[0].place, message=message)
        else:
            yield problem


def said(edit: Edit, record: Record) -> bool:
    """Whether another record says what was written by hand."""
    there = parts(record)[0]
    shown = there[edit.key].data(edit.key) if edit.key in there else None
    if edit.key in FIGURES and isinstance(shown, dict) and edit.now is not None:
        return all(alike(shown.get(key), value) for key, value in edit.changed().items())
    if edit.key == "disputes":
        return {*preferred(edit.now)} <= {*preferred(shown)} and bare(edit.now) == bare(shown)
    if edit.key == "relations":
        return [pair(row) for row in rows(shown)] == [pair(row) for row in rows(edit.now)]
    return shown == edit.now


def alike(one: Data, other: Data) -> bool:
    """Whether two texts are the same but for spaces."""
    return " ".join(str(one).split()) == " ".join(str(other).split())


def rows(value: Data) -> list[dict[str, Data]]:
    """The mappings of a list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def pair(row: Mapping[str, Data]) -> tuple[str, str]:
    """What a relation is, and to what."""
    return str(row.get("is")), str(row.get("to"))


def preferred(value: Data) -> Iterator[tuple[str, str]]:
    """(field, claim) of each dispute in which a claim is shown first."""
    for row in rows(value):
        if row.get("preferred") and "other" not in row:
            yield str(row.get("field")), str(row["preferred"])


def bare(value: Data) -> list[dict[str, Data]]:
    """Disputes without what is shown first."""
    return [{k: v for k, v in row.items() if k != "preferred"} for row in rows(value)]


def blocks(lines: tuple[str, ...]) -> dict[str, Data]:
    """The claims of a block by id, each as its lines."""
    found: dict[str, list[str]] = {}
    last = ""
    for line in lines:
        if line.startswith("  - id: "):
            last = line.removeprefix("  - id: ")
        found.setdefault(last, []).append(line.strip())
    return {key: "\n".join(each) for key, each in found.items()}


def plain(node: Node | None) -> Data:
    """A node as data: true, false and nothing are themselves, all else is text."""
    if isinstance(node, Scalar):
        return node.value if node.value is None or isinstance(node.value, bool) else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, yamlfile.Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return None
