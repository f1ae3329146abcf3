"""One record and the templates become the bytes of one file.

Text is escaped always, whatever a template is called; a name that a record lacks is an error, told
with the template's file and line.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

import jinja2

from headcount.feeds.cards import HEIGHT, WIDTH, Card
from headcount.model import Place, Problem
from headcount.pages import PAGES, Download, Record
from headcount.png import packed, size

FOLDER = "templates/"
OWN = re.compile(r"'headcount\.[\w.]+ object' has no attribute '(\w+)'")
CARD = "card.svg"
TEMPLATES = MappingProxyType({kind.record: kind.template for kind in PAGES})


class Broken(Exception):
    """A template can't be used; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def page(record: Record, templates: Mapping[str, str]) -> bytes:
    """The file that a record describes, in UTF-8. Raises Broken.

    `templates`: name below `templates/` → source.
    """
    if isinstance(record, Download):
        return record.data or record.text.encode()
    name = TEMPLATES[type(record)]
    try:
        text = (
            environment(tuple(sorted(templates.items())))
            .get_template(name)
            .render(page=record, frame=record.frame)
        )
    except jinja2.TemplateNotFound as error:
        missing = str(error.name or name)
        raise Broken(
            _problem(missing, 1, "this template is missing", "put the file back")
        ) from error
    except jinja2.TemplateSyntaxError as error:
        raise Broken(_misspelt(error, name)) from error
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        place, line = _frame(error, templates, name)
        remedy = "use only what the page's record holds"
        raise Broken(_problem(place, line, _said(error), remedy)) from error
    return f"{text.rstrip()}\n".encode()


def card(record: Card, source: str) -> bytes:
    """The picture that a card describes, as PNG. Raises Broken.

    `source`: the template of an SVG of `WIDTH` by `HEIGHT`.
    """
    import vl_convert

    if not source.strip():
        raise Broken(_problem(CARD, 1, "this template is missing", "put the file back"))
    try:
        svg = environment(((CARD, source),)).get_template(CARD).render(card=record)
        png: bytes = vl_convert.svg_to_png(svg)
    except RuntimeError as error:
        said = str(error).partition("\n")[0]
        raise Broken(_problem(CARD, 1, f"makes no SVG: {said}", "mend it")) from error
    except jinja2.TemplateSyntaxError as error:
        raise Broken(_misspelt(error, CARD)) from error
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        place, line = _frame(error, {CARD: source}, CARD)
        raise Broken(_problem(place, line, _said(error), "use only what a card holds")) from error
    width, height = size(png)
    if (width, height) != (WIDTH, HEIGHT):
        said = f"gives a picture of {width} by {height}"
        raise Broken(_problem(CARD, 1, said, f'write width="{WIDTH}" height="{HEIGHT}"'))
    return packed(png)


def problems(templates: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with templates as texts, told where there is no page to try them on."""
    jinja = environment(tuple(sorted(templates.items())))
    for name in sorted(templates):
        try:
            jinja.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            yield _misspelt(error, name)


def _said(error: Exception) -> str:
    """The reason, without the names of our own types."""
    return OWN.sub(r'nothing here is called "\1"', str(error))


@lru_cache(maxsize=2)
def environment(templates: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Jinja as this site uses it: no files, no guessing, no undefined names.

    A template's file name is its name, so that an error's frames tell it.
    """
    sources = dict(templates)

    def load(name: str) -> tuple[str, str, None] | None:
        return (sources[name], name, None) if name in sources else None

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _frame(error: Exception, templates: Mapping[str, str], name: str) -> tuple[str, int]:
    """The innermost template that was being rendered, and its line."""
    for summary in reversed(traceback.extract_tb(error.__traceback__)):
        if summary.filename in templates:
            return summary.filename, summary.lineno or 1
    return name, 1


def _misspelt(error: jinja2.TemplateSyntaxError, name: str) -> Problem:
    message = str(error.message).rstrip(".")
    return _problem(error.name or name, error.lineno, message, "mend it")


def _problem(name: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(Place(f"{FOLDER}{name}", line), "template", message, remedy)
