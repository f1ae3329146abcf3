"""`content/articles/`: the source documents.

`<id>.md` has its bibliography in front matter; `<id>.txt` is a text dropped in as it is, whose
bibliography stands in `<id>.yaml` beside it. An article's id is its file's name without ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from headcount import frontmatter, plaintext, prose, schema, values, yamlfile
from headcount.model import Article, Place, Problem
from headcount.schema import Address, Choice, Date, Field, Record, Slug, Text
from headcount.source import slug

FRONT = Record(
    (
        Field("publisher", Text(), "the newsroom, as it writes its name", required=True),
        Field("title", Text(), "the headline", required=True),
        Field("published", Date("one"), "when it came out, as exactly as that is known"),
        Field("url", Address(), "where it can be read"),
        Field("author", Text(), "who signed it"),
        Field("text", Choice(("full", "notes")), '"notes": own words; "full": the publisher\'s'),
        Field("basis", Text(), "how the date or the text is known, where that needs saying"),
        Field("language_note", Text(), "says that it is a translation: no quotation is verbatim"),
        Field("corrects", Slug(), "id of the article that this one corrects"),
    ),
    meant=(
        *(("date", "published"), ("day", "published"), ("headline", "title")),
        *(("source", "publisher"), ("outlet", "publisher"), ("newspaper", "publisher")),
        *(("link", "url"), ("address", "url"), ("byline", "author"), ("by", "author")),
    ),
)

ENDINGS = (".md", ".txt", ".yaml")


@dataclass(frozen=True, slots=True)
class _Found:
    """An article, and where its `corrects` stands."""

    article: Article
    corrects: Place


def read(files: Mapping[str, bytes]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """All articles, by id. `files`: path → bytes of `content/articles/`.

    An article with a mistake in its bibliography is returned without the mistaken value, so
    that what depends on it does not complain as well.
    """
    found: dict[str, _Found] = {}
    problems: list[Problem] = []
    for path in sorted(files):
        name = PurePosixPath(path)
        if name.suffix not in ENDINGS:
            remedy = "save it as .md, or as plain text in .txt"
            problems.append(Problem(Place(path), "file", "not an article's file", remedy))
            continue
        if name.suffix == ".yaml":
            problems += _lonely(path, files)
            continue
        problems += _bad_id(path)
        one, wrong = _markdown(path, files) if name.suffix == ".md" else _text(path, files)
        problems += wrong
        if one is not None and name.stem in found:
            message = f'"{name.stem}" is already the id of {found[name.stem].article.file}'
            problems.append(Problem(Place(path), "id", message, "rename one of the files"))
        elif one is not None:
            found[name.stem] = one
    problems += _unknown(found)
    return tuple(found[id_].article for id_ in sorted(found)), tuple(problems)


def _lonely(path: str, files: Mapping[str, bytes]) -> Iterator[Problem]:
    text = path.removesuffix(".yaml") + ".txt"
    if text not in files:
        message = "describes no text"
        yield Problem(Place(path), "file", message, f"add {PurePosixPath(text).name} beside it")


def _bad_id(path: str) -> Iterator[Problem]:
    name = PurePosixPath(path)
    if name.stem != slug(name.stem):
        message = f'"{name.stem}" can\'t be an id: small letters, digits and hyphens only'
        yield Problem(Place(path), "id", message, f"rename it {slug(name.stem)}{name.suffix}")


def _markdown(path: str, files: Mapping[str, bytes]) -> tuple[_Found | None, tuple[Problem, ...]]:
    document, problems = frontmatter.read(files[path], path, FRONT)
    if document is None:
        return None, problems
    found = _article(path, document.front, document.body, document.line)
    if found.article.text == "notes":
        problems += prose.problems(document.body, Place(path, document.line))
    return found, problems


def _text(path: str, files: Mapping[str, bytes]) -> tuple[_Found | None, tuple[Problem, ...]]:
    body, problems = plaintext.decode(files[path], path)
    sidecar = path.removesuffix(".txt") + ".yaml"
    if sidecar in files:
        node, found = yamlfile.read(files[sidecar], sidecar)
        front, wrong = frontmatter.keys(node, FRONT, Place(sidecar))
        problems += (*found, *wrong)
    else:
        front = yamlfile.Mapping((), Place(path))
        lacking = " and ".join(field.key for field in FRONT.fields if field.required)
        message = f"a text without {lacking}"
        problems += (Problem(Place(path), "missing", message, _described(path)),)
    return None if body is None else _article(path, front, body, 1), problems


SIDECAR = ("publisher", "title", "published", "url")
"""Keys that a text dropped in lacks, as a rule."""


def _described(path: str) -> str:
    """What to do about a text without its bibliography: a command, or lines to be copied.

    A name that can't be an id is the one that the file is to get.
    """
    name = PurePosixPath(path)
    path, sidecar = (str(name.with_name(slug(name.stem) + end)) for end in (".txt", ".yaml"))
    lines = [f"{field.key}: # {field.doc}" for field in FRONT.fields if field.key in SIDECAR]
    return "\n".join(
        [f"run build.py add {path}, or write {sidecar} with these lines, filled in", *lines]
    )


def _article(path: str, front: yamlfile.Mapping, body: str, line: int) -> _Found:
    article = Article(
        id=PurePosixPath(path).stem,
        file=path,
        title=values.text(front, "title") or "",
        body=body,
        publisher=values.text(front, "publisher") or "",
        published=values.date(front, "published"),
        url=values.text(front, "url"),
        author=values.text(front, "author"),
        text="notes" if values.text(front, "text") == "notes" else "full",
        basis=values.text(front, "basis") or "",
        language_note=values.text(front, "language_note"),
        corrects=values.text(front, "corrects"),
        line=line,
    )
    return _Found(article, values.place(front, "corrects"))


def _unknown(found: Mapping[str, _Found]) -> Iterator[Problem]:
    """Corrections of articles that aren't there, or of themselves."""
    for id_, one in found.items():
        wanted = one.article.corrects
        others = found.keys() - {id_}
        if wanted is not None and wanted not in others and slug(wanted) == wanted:
            message = f'"corrects": no other article has the id "{wanted}"'
            yield Problem(one.corrects, "unknown", message, schema.suggestion(wanted, others))
