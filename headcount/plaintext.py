"""Bytes that a person saved as a file, as text, and where each code point of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from headcount.model import Place, Problem

MAX_BYTES = 5_000_000
"""A larger file is a mistake: a million lines of YAML cost half a minute and a gigabyte."""

BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that show text in another order than it is stored in."""

BRANCHES = re.compile("^<{7} ", re.MULTILINE)
"""What version control writes where two branches changed the same lines."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of a text begin; `first` is the file line of its first one."""

    file: str
    starts: tuple[int, ...]
    first: int = 1

    def place(self, offset: int) -> Place:
        """File, line and column of the code point at `offset`."""
        line = bisect_right(self.starts, offset) - 1
        return Place(self.file, self.first + line, offset - self.starts[line] + 1)


def lines(text: str, file: str, first: int = 1) -> Lines:
    """The lines of `text`, which end with LF, CRLF or CR."""
    ends = (end.end() for end in re.finditer(r"\r\n|\n|\r", text))
    return Lines(file, (0, *ends), first)


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The file's text, untouched (a byte order mark stays), or None if it is none.

    Problems: too large, not UTF-8, NUL, characters that reverse the direction of reading, two
    branches that met and were not settled.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; more than {MAX_BYTES:,} are refused"
        return None, (Problem(Place(file), "size", message, "split it"),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, file),)
    problems = []
    where = lines(text, file)
    if "\0" in text:
        message = "a NUL character: this is no text file"
        place = where.place(text.index("\0"))
        problems.append(Problem(place, "encoding", message, "save it as plain text in UTF-8"))
    if found := BIDI.findall(text):
        first = BIDI.search(text)
        assert first is not None
        message = f"{len(found)} invisible {_name(first[0])} that changes the order of reading"
        place = where.place(first.start())
        problems.append(Problem(place, "bidi", message, "delete the character"))
    if met := BRANCHES.search(text):
        message = "two branches met here, and both sides were left standing"
        remedy = (
            "keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
        )
        problems.append(Problem(where.place(met.start()), "merge", message, remedy))
    return (None if "\0" in text or met else text), tuple(problems)


def _name(character: str) -> str:
    return f"character (U+{ord(character):04X})"


def _not_utf8(data: bytes, at: int, file: str) -> Problem:
    before = data[:at].decode("utf-8")
    place = lines(before, file).place(len(before))
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    message = f"not UTF-8{' but UTF-16' if wide else ''}: byte 0x{data[at]:02X}"
    return Problem(place, "encoding", message, "save the file with the encoding UTF-8")
