"""What the first lines of a pasted article look like: its headline, and who signed it.

Both are only proposed. Once an editor has agreed, the lines leave the body, where a headline would
be read as one more sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from headcount.additions import tidy

MARK = re.compile(r"#{1,2}\s+")
SENTENCE = re.compile(r"[.;:,…][”’\"')]*$")
SIGNED = re.compile(r"[Bb]y (?P<name>[^\W\d_]\S*(?: [^\W\d_][^\s,|•]*){1,7})(?:\s*[,|•].*)?")
ALONE = re.compile(r"[“\"‘']?[^\W\d_a-z].*[.!?][”\"’']?")
"""A line that begins and ends as a sentence does: what stands above it is no part of it."""
SHORT, LONG = 10, 160
"""Characters of a headline, at least and at most."""


def proposed(text: str) -> dict[str, str]:
    """`title` and `author`, as far as the first two paragraphs look like them."""
    found = {}
    first, rest = first_line(text)
    title = MARK.sub("", first)
    if rest and SHORT <= len(title) <= LONG and " " in title and not SENTENCE.search(title):
        found["title"] = tidy(title)
        first, rest = first_line(rest)
    signed = SIGNED.fullmatch(first)
    if (
        rest
        and signed
        and signed["name"].title()[0] == signed["name"][0]
        and not SENTENCE.search(first)
    ):
        found["author"] = tidy(signed["name"])
    return found


def below(text: str, values: Mapping[str, str]) -> str:
    """The text without the first lines that only say the title and the author of `values`."""
    own = proposed(text)
    for key in ("title", "author"):
        if key in own and own[key] == values.get(key):
            text = first_line(text)[1]
        elif key in own:
            break
    return text


def first_line(text: str) -> tuple[str, str]:
    """The first paragraph and what follows it; "" and the whole if it has more than a line, and
    the second can go on from the first."""
    lead = text.lstrip()
    line, _, rest = lead.partition("\n")
    second = rest.partition("\n")[0].strip()
    if second and not (SIGNED.fullmatch(second) or ALONE.fullmatch(second)):
        return "", text
    return line.strip(), rest.lstrip()
