"""`build.py add FILE`: one new article from a text, a markdown file or a saved web page."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from headcount.console import complain, counted, effect, memory, surroundings
from headcount.disk import Failed, because, create, failure, read_tree
from headcount.model import Article, Place, Problem, Registry

NAME = "add"
HELP = "add an article: a text, .md, .txt, or a saved web page"
FOLDER = "content/articles/"
EXTRA = "make html"
OPTIONS = (
    ("publisher", "NAME", "the newsroom, as it writes its name"),
    ("title", "TEXT", "the headline"),
    ("published", "DATE", "when it came out, as exactly as that is known"),
    ("url", "URL", "where it can be read"),
    ("author", "NAME", "who signed it"),
)


def options(parser: argparse.ArgumentParser) -> None:
    words = 'the file to add, or "-" for standard input'
    parser.add_argument("file", metavar="FILE", nargs="+", help=words)
    for key, sign, words in OPTIONS:
        parser.add_argument(f"--{key}", metavar=sign, help=words)
    parser.add_argument("--notes", action="store_true", help="the words are your own summary")
    parser.add_argument("--id", help="the id (default: publisher and date)")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was given. `keys`: values of its own; `front`: they stand in front matter, to be kept.

    `beside`: the path of a text that lies among the articles already and lacks its keys.
    """

    place: Place
    text: str
    keys: Mapping[str, str] = field(default_factory=dict)
    front: bool = False
    beside: str | None = None


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes one new file and tells the claims found in it; asks at a terminal for what it lacks.

    Raises Failed, and has written nothing, if anything about the article is wrong.
    """
    from headcount import additions, heading
    from headcount.asking import answers, terminal

    name = _one(options.file)
    draft = _draft(root, name)
    values = _values(draft, _given(options))
    likely = {} if draft.keys else heading.proposed(draft.text)
    with terminal(name == "-") as ask:
        if ask is not None:
            values = answers(values, ask, likely)
    if not draft.keys and draft.beside is None:
        draft = replace(draft, text=heading.below(draft.text, values))
    _refuse(
        *additions.lacking(values, draft.place, likely),
        *additions.wordless(draft.text, draft.place),
    )
    files = read_tree(root)
    path, data = _file(draft, values, files, options.id)
    _check(path, data, draft, files)
    create(root, path, data)
    print(f"{path} is written.\n")
    _tell(root, {**files, path: data}, draft.beside or path, options.format)
    return 0


def _one(names: Sequence[str]) -> str:
    """The one name that is given. Raises Failed for several, as a name with blanks is without
    quotes."""
    if len(names) == 1:
        return names[0]
    whole = " ".join(names)
    if Path(whole).exists():
        remedy = f"put a name with blanks in quotes: build.py add {shlex.quote(whole)}"
    else:
        remedy = "add them one by one; put a name with blanks in quotes"
    raise failure(whole, "file", "one file is added at a time", remedy)


def _refuse(*problems: Problem) -> None:
    if any(problem.severity == "error" for problem in problems):
        raise Failed(*problems)


def _given(options: argparse.Namespace) -> dict[str, str]:
    """The values of options, all of them right. Raises Failed."""
    from headcount.additions import mistakes, tidy

    given = {key: tidy(getattr(options, key) or "") for key, _, _ in OPTIONS}
    given = {key: value for key, value in given.items() if value}
    _refuse(*(wrong for key in given for wrong in mistakes(key, given[key], Place(f"--{key}"))))
    return {**given, "text": "notes"} if options.notes else given


def _values(draft: Draft, given: Mapping[str, str]) -> dict[str, str]:
    """What the options and the file say; front matter can't be said otherwise by an option."""
    for key, value in given.items():
        if draft.front and draft.keys.get(key, value) != value:
            option = "--notes" if key == "text" else f"--{key}"
            message = f'"{key}" is in the file already: "{draft.keys[key]}"'
            _refuse(Problem(draft.place, "key", message, f"leave out {option}, or edit the file"))
    return {**draft.keys, **given}


def _draft(root: Path, name: str) -> Draft:
    """What a file, or standard input, holds. Raises Failed."""
    if name == "-":
        if sys.stdin.isatty():
            print("Paste the text; then Enter and Ctrl-D.", file=sys.stderr)
        return _read("standard input", sys.stdin.buffer.read(), marked=True)
    path = Path(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        remedy = 'name a file, or "-" for standard input'
        raise failure(name, "file", f"can't be read: {because(error)}", remedy) from error
    if path.resolve().parent == (root / FOLDER).resolve():
        return _among(root, path, data)
    if path.suffix.lower() not in (".md", ".txt", ".html", ".htm", ".xhtml", ""):
        remedy = "save it as .html, .md or .txt, or paste its text: build.py add -"
        raise failure(name, "file", "neither a text nor a saved web page", remedy)
    return _read(name, data, marked=path.suffix.lower() == ".md")


def _among(root: Path, path: Path, data: bytes) -> Draft:
    """A text that somebody dropped among the articles, as it is."""
    from headcount import additions

    name = f"{FOLDER}{path.name}"
    sidecar = path.with_suffix(".yaml")
    if path.suffix != ".txt" or sidecar.exists():
        remedy = "nothing is to be added; build.py check tells whether something is wrong with it"
        raise failure(name, "file", "is among the articles already", remedy)
    text, problems = additions.decoded(data, name)
    if text is None:
        raise Failed(*problems)
    _refuse(*problems)
    return Draft(Place(name), text, beside=name)


def _read(name: str, data: bytes, marked: bool) -> Draft:
    """`marked`: what begins with a line of hyphens has front matter."""
    from headcount import additions, frontmatter, values, webpage
    from headcount.articles import FRONT

    if webpage.is_page(name, data):
        return _page(name, data)
    text, problems = additions.decoded(data, name)
    if text is None:
        raise Failed(*problems)
    _refuse(*problems)
    if not marked or frontmatter.OPENING.match(text) is None:
        return Draft(Place(name), text)
    document, problems = frontmatter.read(text.encode(), name, FRONT)
    _refuse(*(problem for problem in problems if problem.code != "missing"))
    assert document is not None
    found = {key: values.text(document.front, key) for key in additions.FIELDS}
    return Draft(Place(name), text, {key: text for key, text in found.items() if text}, front=True)


def _page(name: str, data: bytes) -> Draft:
    from headcount import additions, webpage

    try:
        page = webpage.read(data)
    except ImportError as error:
        remedy = f"install it with {EXTRA}, or paste the article's text: build.py add -"
        message = "a saved web page is read by trafilatura, which is not installed"
        raise failure(name, "html", message, remedy) from error
    if page is None:
        remedy = "copy the article's text in the browser and paste it: build.py add -"
        raise failure(name, "html", "no article can be found in this page", remedy)
    if page.front:
        print("The page says:")
        print("".join(f"  {line}\n" for line in additions.lines(page.front)))
    return Draft(Place(name), page.text, page.front)


def _file(
    draft: Draft, values: Mapping[str, str], files: Mapping[str, bytes], wanted: str | None
) -> tuple[str, bytes]:
    """The new file's path from the project's root, and its bytes. Raises Failed."""
    from headcount import additions

    taken = {PurePosixPath(path).stem: path for path in files if path.startswith(FOLDER)}
    if draft.beside is not None:
        if wanted is not None:
            message = f'"{draft.beside}" has its id by its name'
            _refuse(Problem(Place("--id"), "id", message, "leave out --id, or rename the file"))
        return f"{draft.beside.removesuffix('.txt')}.yaml", "".join(
            f"{line}\n" for line in additions.lines(values)
        ).encode()
    if wanted is None:
        newsroom = _newsroom(values["publisher"], _registry(files))
        id_ = additions.new_id(newsroom, values.get("published"), taken)
    elif wanted in taken:
        message = f'"{wanted}" is already the id of {taken[wanted]}'
        raise Failed(Problem(Place("--id"), "id", message, "choose another"))
    else:
        _refuse(*additions.unfit(wanted, Place("--id")))
        id_ = wanted
    if draft.front:
        missing = {key: value for key, value in values.items() if key not in draft.keys}
        return f"{FOLDER}{id_}.md", additions.completed(draft.text, missing)
    return f"{FOLDER}{id_}.md", additions.document(values, draft.text)


def _registry(files: Mapping[str, bytes]) -> Registry:
    from headcount import organisations, pipeline

    return organisations.read(files.get(pipeline.NAMES, b""), pipeline.NAMES)[0]


def _newsroom(publisher: str, registry: Registry) -> str:
    """The id of a publisher, or its name where nobody has given it one."""
    known = {
        name.casefold(): entry.id
        for entry in registry.publishers
        for name in (entry.name, entry.short, *entry.aliases)
    }
    return known.get(publisher.casefold(), publisher)


def _check(path: str, data: bytes, draft: Draft, files: Mapping[str, bytes]) -> None:
    """Reads the new file as a build will, beside all others. Raises Failed if it is no article."""
    from headcount import articles, repeats

    below = {name: files[name] for name in files if name.startswith(FOLDER)}
    found, problems = articles.read({**below, path: data})
    home = draft.beside or path
    _refuse(*(problem for problem in problems if problem.place.file in (path, home)))
    [new] = [article for article in found if article.file == home]
    others = [article for article in found if article.file != home]
    _refuse(*repeats.twice(new, others, _registry(files).publishers, draft.place))


def _tell(root: Path, files: Mapping[str, bytes], path: str, format_: str) -> None:
    """The claims of the new article, what about it waits for an editor, and what comes next."""
    from headcount import explain, pipeline, repeats, reviews

    memo = memory(root)
    built = pipeline.build(files, memo)
    [reading] = [
        one
        for one in pipeline.read_claims(pipeline.written(files, ()), memo)
        if one.article.file == path
    ]
    sys.stdout.write(explain.as_list(reading))
    sure = pipeline.confirmed(files, memo) if built.timeline.review else built.timeline
    notes = (
        *built.problems,
        *reviews.reviews(built.timeline, sure, built.articles, files),
        *repeats.echoes_of(reading.article, built.articles),
        *_undated(reading.article),
    )
    own = [problem for problem in notes if problem.place.file == path]
    sys.stdout.flush()
    complain(own, format_)
    waiting = sum(problem.code == "review" for problem in own)
    print(f"{counted(reading.claims, 'claim')}, {waiting or 'none'} to review.")
    if not built.errors:
        print(effect(root, built.machine, surroundings(root)), end="")
    if not reading.claims:
        print(
            "Is the employer in data/organisations.yaml? A claim that no rule finds can be "
            "written under claims: in a file of content/events/ (docs/files.md)."
        )
    if waiting:
        print("Next: settle the reviews above, or leave them; then make serve shows the site.")
    else:
        print("Next: make serve shows the site with it.")


def _undated(article: Article) -> tuple[Problem, ...]:
    if article.published is not None:
        return ()
    message = 'nothing says when it came out, so words like "last month" give no date'
    remedy = "write published: 2024-02-06, or 2024-02~ for about then, once you know it"
    return (Problem(Place(article.file), "published", message, remedy, "warning"),)
