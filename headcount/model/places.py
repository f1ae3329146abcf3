"""Positions in files and in articles, and what may be wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["body", "title"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file that a person wrote. Lines and columns count from 1, in code points."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must know: what is wrong where, and what to write instead."""

    place: Place
    code: str
    message: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points in an article's untouched body or title."""

    in_: Part
    start: int
    end: int
