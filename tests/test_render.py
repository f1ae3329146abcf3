"""A record and the templates become one file; whatever is wrong is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from headcount import render
from headcount.model import Registry as Names
from headcount.model import Site, Timeline
from headcount.pages import PAGES, Download, Record, arrange
from headcount.pages.index import index
from headcount.pages.standing import LostPage

TEMPLATES = {
    path.name: path.read_text("utf-8")
    for path in sorted((Path(__file__).parent.parent / "templates").glob("*.html"))
}


def lost() -> Record:
    """The smallest page there is."""
    records = arrange(index(Timeline(), (), Names(), Site(title='A <b>& "c"'), (), {}))
    return next(record for record in records if isinstance(record, LostPage))


def test_every_kind_of_page_has_its_template() -> None:
    """A kind without one would fail only on the day on which such a page is made."""
    assert {kind.template for kind in PAGES if kind.template} <= set(TEMPLATES)
    pairs = {(kind.record, kind.template) for kind in PAGES}
    assert len({record for record, _ in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("name", "source", "line", "words"),
    [
        ("lost.html", "<p>\n{% if %}\n", 2, "Expected an expression"),
        ("lost.html", "<p>\n\n{{ page.nothing }}\n", 3, 'called "nothing"'),
        ("lost.html", "{{ nobody }}", 1, "'nobody' is undefined"),
        ("lost.html", '{% extends "gone.html" %}', 1, "is missing"),
        ("base.html", "<html>\n{{ frame.nothing }}", 2, 'called "nothing"'),
        ("lost.html", "{{ page.title + 1 }}", 1, "can only concatenate"),
        ("lost.html", "{% for x in 5 %}{% endfor %}", 1, "not iterable"),
        ("lost.html", "{{ 1 / 0 }}", 1, "division by zero"),
    ],
)
def test_a_broken_template_is_told_with_its_place(
    name: str, source: str, line: int, words: str
) -> None:
    """Whoever edits templates is an editor too, and sees no traceback."""
    with pytest.raises(render.Broken) as caught:
        render.page(lost(), {**TEMPLATES, name: source})
    problem = caught.value.problem
    missing = "gone.html" in source
    assert problem.place.file == ("templates/gone.html" if missing else f"templates/{name}")
    assert problem.place.line == line
    assert words in problem.message
    assert problem.remedy


def test_a_missing_template_is_told_by_its_name() -> None:
    """A folder without templates is a likely slip."""
    with pytest.raises(render.Broken) as caught:
        render.page(lost(), {})
    assert caught.value.problem.place.file == "templates/lost.html"


def test_text_is_escaped_whatever_a_template_is_called() -> None:
    """Escaping that hangs on the ending of a file name is forgotten one day."""
    source = {"lost.html": '{% include "x.txt" %}', "x.txt": "{{ frame.title }}{{ '<i>' }}"}
    assert b"<i>" not in render.page(lost(), source)


def test_a_download_is_its_text() -> None:
    """Files for other programs pass no template."""
    assert render.page(Download("a.csv", "a,ä\r\n"), {}) == "a,ä\r\n".encode()


def test_only_our_own_html_is_set_unescaped() -> None:
    """`safe` may stand on sanitised prose and on our own drawings and nowhere else."""
    marks = [
        found
        for source in TEMPLATES.values()
        for found in re.findall(r"\{\{([^}]*\|\s*safe[^}]*)\}\}", source)
    ]
    assert marks
    for mark in marks:
        assert re.fullmatch(r"\s*[a-z]+\.\w+_(?:html|svg) \| safe ", mark), mark


def test_templates_hold_no_logic() -> None:
    """Sorting, counting and wording belong to the page functions."""
    for name, source in TEMPLATES.items():
        for tag in re.findall(r"\{%-?\s*(\w+)", source):
            assert tag in {
                *("extends", "block", "include", "endblock", "import", "macro", "endmacro"),
                *("for", "endfor", "else", "if", "endif"),
            }, (name, tag)
        assert "style=" not in source
        assert not re.search(r"<script(?! type=\"(?:module\" src=|application/ld\+json))", source)
        assert not re.search(r"\|\s*(?:default|sort|groupby|length|selectattr)", source)


def test_the_same_record_gives_the_same_bytes() -> None:
    """What is remembered must be what would be made again."""
    assert render.page(lost(), TEMPLATES) == render.page(lost(), dict(TEMPLATES))
