"""`build.py new event|page|article`: a file to begin with, valid at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from headcount.console import memory
from headcount.disk import Failed, create, read_tree
from headcount.model import Place, Problem

NAME = "new"
HELP = "make a file to begin with, every key in it as a comment"


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=tuple(MAKERS))
    parser.add_argument("id", metavar="ID", help="the id of the event, page or article")
    parser.add_argument("--title", metavar="TEXT", help="the headline of the page or article")
    parser.add_argument("--publisher", metavar="NAME", help="who published the article")


def run(root: Path, options: argparse.Namespace) -> int:
    """Makes one new file. Raises Failed if there is one already, or it could not be right."""
    path, data, then = MAKERS[options.what](root, options)
    create(root, path, data)
    print(f"{path} is written. {then}")
    return 0


def _event(root: Path, options: argparse.Namespace) -> tuple[str, bytes, str]:
    from headcount import additions, decisions, pipeline, schema, starting

    path = f"{pipeline.EVENTS}{options.id}.md"
    _free(root, path, "edit it")
    line = pipeline.build(read_tree(root), memory(root)).timeline
    event = next((one for one in (*line.events, *line.hidden) if one.id == options.id), None)
    if event is None or not event.claims:
        message = f'no event has the id "{options.id}"'
        remedy = schema.suggestion(options.id, starting.living(line))
        raise Failed(Problem(Place(path), "unknown", message, remedy))
    given = {"anchors": starting.anchors(event, line)}
    if title := additions.tidy(options.title or ""):
        given["title"] = (f"title: {additions.scalar(title)}",)
    then = "It settles nothing yet; write the event's story below the second line of ---."
    return path, starting.document(decisions.FRONT, given), then


def _page(root: Path, options: argparse.Namespace) -> tuple[str, bytes, str]:
    from headcount import additions, pipeline, starting, texts

    path = f"{pipeline.PAGES}{options.id}.md"
    _named(options.id)
    if options.id in texts.RESERVED:
        message = f'"{options.id}" is an address of the site\'s own'
        raise Failed(Problem(Place(path), "id", message, "choose another id"))
    _free(root, path, "edit it, or choose another id")
    title = additions.tidy(options.title or "") or options.id.replace("-", " ").capitalize()
    given = {"title": [f"title: {additions.scalar(title)}"]}
    then = "Write the page below the second line of ---."
    return path, starting.document(texts.FRONT, given), then


def _article(root: Path, options: argparse.Namespace) -> tuple[str, bytes, str]:
    from headcount import additions, articles, pipeline, starting

    path = f"{pipeline.ARTICLES}{options.id}.md"
    _named(options.id)
    for ending in articles.ENDINGS:
        _free(root, f"{pipeline.ARTICLES}{options.id}{ending}", "edit it, or choose another id")
    found = ((key, additions.tidy(getattr(options, key) or "")) for key in additions.REQUIRED)
    values = {key: value for key, value in found if value}
    if wrong := list(additions.lacking(values, Place(path))):
        raise Failed(*wrong)
    given = {key: additions.lines({key: value}) for key, value in values.items()}
    then = "Write or paste the text below the second line of ---; build.py check reads it."
    return path, starting.document(articles.FRONT, given), then


MAKERS = {"event": _event, "page": _page, "article": _article}


def _named(id_: str) -> None:
    from headcount import additions

    if wrong := list(additions.unfit(id_, Place("ID"))):
        raise Failed(*wrong)


def _free(root: Path, path: str, remedy: str) -> None:
    if (root / path).exists():
        raise Failed(Problem(Place(path), "file", "is there already", remedy))
