"""On paper each citation has a number, and each link to it the same one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from headcount.pages.numbering import numbered
from headcount.pages.shapes import Citation, Cite


@dataclass(frozen=True, slots=True)
class Leaf:
    """What holds a link and nothing else."""

    cite: Cite


@dataclass(frozen=True, slots=True)
class Page:
    """A page with prose, links and two groups of citations, of which the second repeats one."""

    body_html: str
    text: str
    leaves: tuple[Leaf, ...]
    first: tuple[Citation, ...]
    second: tuple[Citation, ...]


def citation(key: str) -> Citation:
    """A citation of which only the id matters."""
    return Citation(key, (), False, "Gazette", "2031", "", False, "", "")


def link(href: str) -> Leaf:
    """A link to a citation."""
    return Leaf(Cite("95", href, "Gazette"))


def page(html: str = "", *leaves: Leaf) -> Page:
    """A page that cites a and b."""
    return Page(html, html, leaves, (citation("c-b"),), (citation("c-a"), citation("c-b")))


@pytest.mark.parametrize(
    ("href", "note"),
    [("#c-b", "1"), ("#c-a", "2"), ("#c-x", ""), ("../other/#c-a", "")],
)
def test_a_link_has_the_number_of_its_citation(href: str, note: str) -> None:
    """A number that led to other words would prove something else."""
    assert numbered(page("", link(href))).leaves[0].cite.note == note


def test_citations_are_numbered_as_they_stand() -> None:
    """One that stands twice keeps its number."""
    made = numbered(page())
    assert [one.note for one in (*made.first, *made.second)] == ["1", "2", "1"]


def test_links_in_prose_are_numbered_and_other_text_is_not() -> None:
    """An editor's narrative is HTML; a title that looks like it is not."""
    html = '<p><a class="cite word" href="#c-a">x</a> <a class="cite" href="#c-x">y</a></p>'
    made = numbered(page(html))
    assert made.body_html == html.replace('"#c-a"', '"#c-a" data-note="2"')
    assert made.text == html


def test_a_page_without_citations_stays_itself() -> None:
    """What has nothing to number is not made anew."""
    bare = Page("", "", (), (), ())
    assert numbered(bare) is bare
