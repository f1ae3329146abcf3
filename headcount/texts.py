"""`content/pages/`: the pages that people write whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from headcount import frontmatter, prose, values
from headcount.model import PageText, Place, Problem
from headcount.schema import Field, Record, Text, Whole
from headcount.source import slug
from headcount.yamlfile import Scalar

FRONT = Record(
    (
        Field("title", Text(), "the page's headline", required=True),
        Field("description", Text(), "one sentence for search engines and previews"),
        Field("order", Whole(), "where it stands among the other pages, lowest first"),
    )
)

RESERVED = frozenset(
    {
        *("assets", "charts", "disputed", "disputes", "events", "kinds", "organisations"),
        *("schemas", "sources", "statuses", "totals", "years"),
    }
)
"""Names of the site's own folders, which no written page may take."""


def read(files: Mapping[str, bytes]) -> tuple[tuple[PageText, ...], tuple[Problem, ...]]:
    """All pages, by order and then id. `files`: path → bytes of `content/pages/`."""
    pages: list[PageText] = []
    problems: list[Problem] = []
    for path in sorted(files):
        name = PurePosixPath(path)
        if name.suffix != ".md" or name.stem != slug(name.stem):
            remedy = f"rename it {slug(name.stem)}.md"
            problems.append(Problem(Place(path), "file", "not a page's file name", remedy))
            continue
        if name.stem in RESERVED:
            message = f'"{name.stem}" is an address of the site\'s own'
            problems.append(Problem(Place(path), "id", message, "give the file another name"))
        document, found = frontmatter.read(files[path], path, FRONT)
        problems += found
        if document is not None:
            pages.append(_page(path, document))
            problems += prose.problems(document.body, Place(path, document.line))
    return tuple(sorted(pages, key=lambda page: (page.order, page.id))), tuple(problems)


def _page(path: str, document: frontmatter.Document) -> PageText:
    order = document.front.get("order")
    value = order.value if isinstance(order, Scalar) else 0
    return PageText(
        id=PurePosixPath(path).stem,
        file=path,
        title=values.text(document.front, "title") or "",
        description=values.text(document.front, "description") or "",
        body=document.body,
        order=value if isinstance(value, int) else 0,
        line=document.line,
    )
