"""Markdown that people write, as safe HTML.

The converter needs minutes for some inputs of 20 kB, and markdown may come from anywhere, so size
and nesting are capped before it sees a text; what comes out is reduced to a fixed list of
elements and addresses. Raw HTML is shown as the text that it is.
"""

from __future__ import annotations

import html as escaping
import re
from collections.abc import Iterator
from itertools import accumulate

import markdown
import nh3

from headcount import plaintext
from headcount.model import Place, Problem

MAX_BYTES = 200_000
MAX_LINES = 4_000

MAX_BLOCK = 8_000
"""Code points between two blank lines: about 1,300 words."""

MAX_BLOCK_LINES = 200
"""Lines of one block: the rows of a long table."""

MAX_MARKS = 200
"""How often one mark may stand in a block."""

MAX_LINKS = 1_000
"""How often `[` or a backtick may stand in the text: each one is tried as several things."""

MAX_NESTING = 8
"""Quotations and lists inside one another; brackets opened and not yet closed."""

MARKS = frozenset("[]<*_`!&\\#=~")
LEVEL = re.compile(r">|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])")
NESTING = re.compile(rf"(?:[ \t]|{LEVEL.pattern})*")

TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "blockquote"),
    *("ul", "ol", "li", "a", "table", "thead", "tbody", "tr", "th", "td"),
}
SCHEMES = {"http", "https", "mailto"}
HEADING = re.compile(r"<(/?)h([1-6])>")


def problems(text: str, place: Place) -> tuple[Problem, ...]:
    """Why a text that begins at `place` can't be converted: too large, or too nested."""
    if len(text.encode()) > MAX_BYTES:
        message = f"more than {MAX_BYTES:,} bytes of text"
        return (Problem(place, "prose", message, "split it into several files"),)
    where = plaintext.lines(text, place.file, place.line)
    if len(where.starts) > MAX_LINES:
        message = f"more than {MAX_LINES:,} lines of text"
        return (Problem(place, "prose", message, "split it into several files"),)
    if max(text.count("["), text.count("`")) > MAX_LINKS:
        message = f"more than {MAX_LINKS:,} opening brackets [ or marks of code `"
        return (Problem(place, "prose", message, "split it into several files"),)
    blocks = [(start, _excess(block)) for start, block in _blocks(text)]
    return tuple(Problem(where.place(start), "prose", *said) for start, said in blocks if said)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """(offset, words) of all that stands between blank lines."""
    start, end = 0, 0
    for line in (*text.splitlines(keepends=True), ""):
        if not line.strip():
            if start < end:
                yield start, text[start:end]
            start = end + len(line)
        end += len(line)


def _excess(block: str) -> tuple[str, str] | None:
    """(message, remedy) if a block passes a limit."""
    rows = block.splitlines()
    if len(block) > MAX_BLOCK or len(rows) > MAX_BLOCK_LINES:
        message = f"a paragraph of more than {MAX_BLOCK:,} letters or {MAX_BLOCK_LINES} lines"
        return message, "divide it by blank lines"
    for mark in sorted(MARKS & set(block)):
        if block.count(mark) > MAX_MARKS:
            message = f"a paragraph with more than {MAX_MARKS} of the mark {mark}"
            return message, "divide it by blank lines"
    if max(accumulate({"[": 1, "]": -1}.get(each, 0) for each in block)) > MAX_NESTING:
        message = f"more than {MAX_NESTING} brackets [ opened and not closed"
        return message, "close them"
    if max(map(_depth, rows)) > MAX_NESTING:
        return f"lists or quotations nested more than {MAX_NESTING} deep", "write them flatter"
    return None


def _depth(line: str) -> int:
    """How deep a line's list marks, quotation marks and indentation can nest it."""
    head = NESTING.match(line)
    start = head[0] if head is not None else ""
    blank = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    return max(len(LEVEL.findall(f"{start} ")), blank // 4)


def html(text: str) -> str:
    """The text as HTML: headings begin at h2, links lead to the web or this site only.

    A text with `problems` is not converted: it comes back as escaped paragraphs.
    """
    if problems(text, Place("")):
        return "".join(f"<p>{escaping.escape(block.strip())}</p>\n" for _, block in _blocks(text))
    converter = markdown.Markdown(extensions=["tables", "sane_lists"])
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    shifted = HEADING.sub(_lower, converter.convert(text.removeprefix("\ufeff")))
    return nh3.clean(
        shifted,
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        attribute_filter=_attribute,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )


def _lower(heading: re.Match[str]) -> str:
    return f"<{heading[1]}h{min(int(heading[2]) + 1, 6)}>"


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The attribute's value; None for an address that leaves the site without naming a scheme."""
    if (tag, name) != ("a", "href"):
        return value
    bare = re.sub(r"[\x00-\x20\x7f-\xa0]", "", value)
    return None if re.match(r"[/\\]{2}", bare) else value
