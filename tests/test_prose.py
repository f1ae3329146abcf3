"""Markdown becomes safe HTML, quickly, or is refused."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headcount import prose
from headcount.model import Place


class Elements(HTMLParser):
    """Every element and attribute of a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("# One", "<h2>One</h2>"),
        ("###### Six", "<h6>Six</h6>"),
        ("One\n===", "<h2>One</h2>"),
        ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("a & b < c", "<p>a &amp; b &lt; c</p>"),
        ("`<h1>`", "<p><code>&lt;h1&gt;</code></p>"),
        (
            "[a](https://news.example/x)",
            '<p><a href="https://news.example/x" rel="noopener noreferrer">a</a></p>',
        ),
        ("[a](../method/)", '<p><a href="../method/" rel="noopener noreferrer">a</a></p>'),
        ("|a|b|\n|-|-|\n|1|2|", "<th>a</th>"),
        ("a\r\n\r\nb", "<p>a</p>\n<p>b</p>"),
        ("![a](https://x.example/a.png)", "<p></p>"),
    ],
)
def test_markdown_becomes_html(written: str, made: str) -> None:
    """What pages and narratives use works, and headings leave h1 to the page's title."""
    assert made in prose.html(written)


EVIL = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<div>\n\n<script>x</script>\n\n</div>",
    "<!-- --><script>x</script>",
    "<svg/onload=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html,x)",
    "[a](vbscript:x)",
    "[a](//evil.example)",
    "[a](/\\evil.example)",
    "[a](\\\\evil.example)",
    "[a](</\t/evil.example>)",
    "[a]( //evil.example)",
    "[a]: //evil.example\n\n[a]",
    "<//evil.example>",
    "<javascript:alert(1)>",
    '[a](https://x.example "t\\" onclick=alert(1) x=\\"")',
    "![x](javascript:alert(1))",
    "[a](ftp://x.example)",
    "\x02script\x03",
    "`` <script> ``",
    "    <script>x</script>",
]


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_evil_survives(evil: str) -> None:
    """Markdown is untrusted: neither script, nor image, nor an address elsewhere by stealth."""
    for written in (evil, f"# {evil}", f"- {evil}", f"a **{evil}** b", f"|a|\n|-|\n|{evil}|"):
        for tag, attributes in Elements(prose.html(written)).found:
            assert tag in prose.TAGS
            assert attributes.keys() <= {"href", "title", "rel"}
            address = attributes.get("href") or ""
            assert not re.match(r"\s*([/\\]\s*[/\\]|(?!https?:|mailto:)[a-z]+:)", address, re.I)


UNITS = [
    *("[", "![", "]", "[a](", "[a](<b", '[a](b "', "[a][b", "[a]: ", "[x][", "[[a]", "[](", "\\"),
    *("*", "**", "*a ", "**a**b", "***a** ", "_a ", "__a", "`", "`a", "``a` ", "<", "<a ", "<!--"),
    *("> ", ">", "- ", "1. ", "- - ", "> - ", "&#", "&", "#", "# \n", "#a\n", "a\n=\n", "a\n---\n"),
    *("> a\n", "- a\n", "1. a\n", "  - a\n", "    a\n", "|a", "a|b\n", "<http://", "<a@b", "\t"),
    *(" ", "\n", "\r\n", "\x02", "a  \n", "[a]: b\n", "* * *\n", "a ", "é", "\u2028", "\x0c"),
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_known_attack_is_refused_or_converted_at_once(unit: str) -> None:
    """20 kB of almost any mark can hold the bare converter for minutes."""
    text = unit * (20_000 // len(unit))
    start = time.perf_counter()
    prose.problems(text, Place("x.md"))
    prose.html(text)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    "unit", ["[", "`a", "> ", "*a ", "- a\n", "[a](b)", "# \n", "\t"], ids=ascii
)
def test_an_attack_in_many_paragraphs_gains_little(unit: str) -> None:
    """Limits on a paragraph alone would be passed by many paragraphs just below them."""
    block = (unit * 190)[: prose.MAX_BLOCK - 100].rstrip("\n")
    text = f"{block}\n\n" * (190_000 // (len(block) + 2))
    start = time.perf_counter()
    prose.html(text)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a" * 200_001, 7, "more than 200,000 bytes of text"),
        ("é" * 100_001, 7, "more than 200,000 bytes of text"),
        ("fine\n\n" + "a " * 4_001, 9, "a paragraph of more than 8,000 letters or 200 lines"),
        ("fine\n\n" + "a\n" * 201, 9, "a paragraph of more than 8,000 letters or 200 lines"),
        ("a\n\nb\n\n" + "*" * 201, 11, "a paragraph with more than 200 of the mark *"),
        ("> " * 9 + "a", 7, "lists or quotations nested more than 8 deep"),
        ("a\n\n" + " " * 36 + "- a", 9, "lists or quotations nested more than 8 deep"),
        ("[" * 9, 7, "more than 8 brackets [ opened and not closed"),
        ("[a](b)\n\n" * 1_001, 7, "more than 1,000 opening brackets [ or marks of code `"),
        ("a\n\n" * 2_001, 7, "more than 4,000 lines of text"),
    ],
)
def test_what_passes_a_limit_is_told(text: str, line: int, said: str) -> None:
    """The editor learns which paragraph it is, and readers get its words all the same."""
    problems = prose.problems(text, Place("x.md", 7))
    assert [(problem.place, problem.message) for problem in problems] == [
        (Place("x.md", line, 1), said)
    ]
    assert "<p>" in prose.html(text)
    assert {tag for tag, _ in Elements(prose.html(text)).found} == {"p"}


@settings(deadline=None)
@given(st.text() | st.text("[]()<>*_`!&\\#=~|\"' \n\t:/a-1.", max_size=300))
def test_any_text_becomes_known_elements(text: str) -> None:
    """No text raises, and none yields an element or attribute that is not on the list."""
    for tag, attributes in Elements(prose.html(text)).found:
        assert tag in prose.TAGS
        assert attributes.keys() <= {"href", "title", "rel"}
