"""`data/organisations.yaml`: employers and their units, newsrooms, people in public roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from headcount import frontmatter, schema, values, yamlfile
from headcount.model import Organisation, Person, Place, Problem, Publisher, Registry
from headcount.schema import Field, Flag, Many, Record, Slug, Table, Text
from headcount.source import slug
from headcount.yamlfile import Scalar

NAME = Field("name", Text(), "the name that pages print", required=True)
ALIASES = Field("aliases", Many(Text()), "other names that mean the same everywhere")

ORGANISATION = Record(
    (
        NAME,
        ALIASES,
        Field("short", Many(Text()), "names that mean it only beside its family's name"),
        Field("parent", Slug(), "id of its owner"),
        Field("watch", Flag(), "may be the employer when a sentence names none"),
        Field("note", Text(), "a sentence for readers"),
    )
)
PUBLISHER = Record((NAME, Field("short", Text(), "the name that fits on a citation"), ALIASES))
PERSON = Record(
    (
        NAME,
        ALIASES,
        Field("role", Text(), "what this person is, in public"),
        Field("organisation", Slug(), "id of the employer spoken for"),
    )
)
FILE = Record(
    (
        Field("organisations", Table(ORGANISATION), "employers and their units, by id"),
        Field("publishers", Table(PUBLISHER), "newsrooms, by id"),
        Field("people", Table(PERSON), "people in public roles, by id"),
    )
)

Entries = tuple[tuple[Scalar, yamlfile.Mapping], ...]


def read(data: bytes, file: str) -> tuple[Registry, tuple[Problem, ...]]:
    """The registry in file order, and all that is wrong with it."""
    node, problems = yamlfile.read(data, file)
    keys, wrong = frontmatter.keys(node, FILE, Place(file))
    organisations, publishers, people = (
        _entries(keys, key) for key in ("organisations", "publishers", "people")
    )
    registry = Registry(
        tuple(_organisation(id_.text, node) for id_, node in organisations),
        tuple(_publisher(id_.text, node) for id_, node in publishers),
        tuple(_person(id_.text, node) for id_, node in people),
    )
    found = chain(
        problems,
        wrong,
        _unknown(organisations, "parent", registry),
        _unknown(people, "organisation", registry),
        _cycles(organisations, registry),
        *(_shared(entries) for entries in (organisations, publishers, people)),
        _ambiguous(organisations, registry),
    )
    return registry, tuple(found)


def _entries(keys: yamlfile.Mapping, key: str) -> Entries:
    """Ids with their keys; an entry without any stands at its id."""
    return tuple(
        (id_, node if isinstance(node, yamlfile.Mapping) else yamlfile.Mapping((), id_.place))
        for id_, node in values.table(keys, key)
    )


def _organisation(id_: str, node: yamlfile.Mapping) -> Organisation:
    return Organisation(
        id=id_,
        name=values.text(node, "name") or id_,
        aliases=values.texts(node, "aliases"),
        short=values.texts(node, "short"),
        parent=values.text(node, "parent"),
        watch=values.flag(node, "watch"),
        note=values.text(node, "note") or "",
    )


def _publisher(id_: str, node: yamlfile.Mapping) -> Publisher:
    name = values.text(node, "name") or id_
    short = values.text(node, "short") or name
    return Publisher(id=id_, name=name, short=short, aliases=values.texts(node, "aliases"))


def _person(id_: str, node: yamlfile.Mapping) -> Person:
    return Person(
        id=id_,
        name=values.text(node, "name") or id_,
        aliases=values.texts(node, "aliases"),
        role=values.text(node, "role") or "",
        organisation=values.text(node, "organisation"),
    )


def _unknown(entries: Entries, key: str, registry: Registry) -> Iterator[Problem]:
    """Ids under `key` that no organisation has."""
    ids = {organisation.id for organisation in registry.organisations}
    meant = {name for id_ in ids for name in (id_, slug(id_))}
    for _, node in entries:
        wanted = values.text(node, key)
        if wanted is not None and wanted not in meant and slug(wanted) == wanted:
            message = f'"{key}": no organisation has the id "{wanted}"'
            remedy = schema.suggestion(wanted, ids)
            yield Problem(values.place(node, key), "unknown", message, remedy)


def _cycles(entries: Entries, registry: Registry) -> Iterator[Problem]:
    """One problem for each ring of owners, at its first member."""
    parents = {each.id: each.parent for each in registry.organisations}
    told: set[str] = set()
    for id_, node in entries:
        path: list[str] = []
        at: str | None = id_.text
        while at is not None and at not in path:
            path.append(at)
            at = parents.get(at)
        if at == id_.text and at not in told:
            told.update(path)
            message = f"a ring of owners: {' → '.join([*path, at])}"
            place = values.place(node, "parent")
            yield Problem(place, "cycle", message, 'delete one "parent"')


def _owned(node: yamlfile.Mapping) -> Iterator[tuple[str, Place]]:
    """The names that mean an entry everywhere."""
    for key in ("name", "aliases"):
        found = values.items(node, key) or (node.get(key),)
        yield from ((each.text, each.place) for each in found if isinstance(each, Scalar))


def _shared(entries: Entries) -> Iterator[Problem]:
    """Names that two entries of the same kind call their own."""
    owners: dict[str, str] = {}
    for id_, node in entries:
        for name, place in _owned(node):
            owner = owners.setdefault(name.casefold(), id_.text)
            if owner != id_.text:
                message = f'"{name}" already means "{owner}"'
                remedy = 'keep it in one place, or make it a "short" name'
                yield Problem(place, "alias", message, remedy)


def _ambiguous(entries: Entries, registry: Registry) -> Iterator[Problem]:
    """Short names that mean two members of one family, where they are all it takes."""
    parents = {each.id: each.parent for each in registry.organisations}
    owners: dict[tuple[str, str], str] = {}
    for id_, node in entries:
        root = family(id_.text, parents)
        for item in values.items(node, "short"):
            if isinstance(item, Scalar):
                owner = owners.setdefault((root, item.text.casefold()), id_.text)
                if owner != id_.text:
                    message = f'"{item.text}" is short for "{owner}" in the same family'
                    yield Problem(item.place, "alias", message, "keep it in one place")


def family(id_: str, parents: Mapping[str, str | None]) -> str:
    """The last owner above `id_`; where owners form a ring, the least id of the ring."""
    path = [id_]
    while (parent := parents.get(path[-1])) is not None:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]
