"""Roundups: whose entry or section a sentence stands in.

The name that heads an entry of a list, or is a heading, is what "it" and jobs without an owner mean
as far as the entry goes; who heads another entry is never meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headcount.language.capitals import Mention
from headcount.language.chunks import Chunk, Sentence
from headcount.language.passages import Passage
from headcount.language.tokens import BULLET

HEADING = re.compile(r"\s*(?:#{1,6}\s|(?:[0-9]{1,3}[.)]\s+)?\*\*[^*\n]+\*\*[ :]*$)", re.MULTILINE)
LISTED = re.compile(r"\s*(?:[0-9]{1,3}[.)]\s|[-+*•·–—▪◦]\s|\*\*)")
MARKED = ("dash", "stop", "bracket")


@dataclass(frozen=True, slots=True)
class Head:
    """A name at the head of an entry that begins with sentence `first`; `licensed`: an employer."""

    first: int
    index: int
    mention: Mention
    licensed: bool


def heads(passage: Passage) -> tuple[Head | None, ...]:
    """For each sentence the head of its entry, None where a text isn't parted by employers."""
    found = tuple(running(passage))
    sure = any(one and one.licensed for one in found) or led(passage, found)
    return found if sure else (None,) * len(found)


def led(passage: Passage, found: Sequence[Head | None]) -> bool:
    """Whether a sentence with a colon leads from employers in the plural to several heads: "These
    retailers are cutting jobs:"."""
    first = next((number for number, one in enumerate(found) if one is not None), 0)
    if not first or not several(tuple(found)):
        return False
    lead = passage.sentences[first - 1]
    words = passage.text[lead.start : lead.end].rstrip()
    many = (one for one in lead.chunks if one.name == "company")
    plural = any(passage.text[one.end - 1] == "s" for one in many)
    return words.endswith(":") and plural


def several(found: tuple[Head | None, ...]) -> bool:
    """Whether a text is parted by more than one employer, so that none is the whole text's."""
    return len({one.mention.is_ for one in found if one is not None}) > 1


def running(passage: Passage) -> Iterator[Head | None]:
    """The head of each sentence's entry: a heading's holds till the next, a list's for its line."""
    section: Head | None = None
    line: Head | None = None
    for number, sentence in enumerate(passage.sentences):
        start = line_start(passage.text, sentence)
        if start is not None:
            named = first_name(sentence)
            line = None
            if HEADING.match(passage.text, start) or alone(passage.text, sentence):
                section = head(sentence, number, named) if only(sentence, named) else None
            elif named is not None and LISTED.match(passage.text, start):
                line = entry(passage.text, start, sentence, number, named)
        yield line or section


def line_start(text: str, sentence: Sentence) -> int | None:
    """Where the line begins that a sentence opens; None within a line."""
    start = text.rfind("\n", 0, sentence.start) + 1
    return None if text[start : sentence.start].strip() else start


def first_name(sentence: Sentence) -> int | None:
    """The index of the name that opens a sentence, behind its bullet or number."""
    for index, chunk in enumerate(sentence.chunks[:4]):
        if chunk.name in ("org", "name"):
            return index
        numbered = chunk.name == "word" and not sentence_word(chunk)
        if chunk.name not in ("mark", "dash", "bracket") and not numbered:
            return None
    return None


def sentence_word(chunk: Chunk) -> bool:
    """Whether a chunk is longer than the number of an item."""
    return chunk.end - chunk.start > 3


def alone(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own that holds nothing but a licensed name."""
    if [chunk.name for chunk in sentence.chunks if chunk.name != "mark"] != ["org"]:
        return False
    end = text.find("\n", sentence.start)
    return end >= 0 and text[sentence.chunks[0].end : end].strip() in ("", ".")


def only(sentence: Sentence, named: int | None) -> bool:
    """Whether a heading is only the name, or the name and what a mark parts from it."""
    if named is None:
        return False
    following = sentence.chunks[named + 1 : named + 2]
    return not following or following[0].name in (*MARKED, "mark")


def head(sentence: Sentence, number: int, named: int | None) -> Head | None:
    if named is None:
        return None
    chunk = sentence.chunks[named]
    if not isinstance(chunk.value, Mention):
        return None
    return Head(number, named, chunk.value, chunk.name == "org")


def entry(text: str, start: int, sentence: Sentence, number: int, named: int) -> Head | None:
    """The head of a list's entry: a name in bold, or one that a mark parts from what follows."""
    before = text[start : sentence.chunks[named].start]
    if before.endswith("**") or (BULLET.match(text, start) and only(sentence, named)):
        return head(sentence, number, named)
    return None
