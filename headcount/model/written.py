"""What people write: the registry, articles, pages and settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Organisation:
    """An employer or one of its units, from `data/organisations.yaml`.

    `short`: names that mean it only where its family has been named in the article ("Pharmacy").
    `watch`: may be the employer of a claim by salience. `parent`: id of the owner, or None.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    parent: str | None = None
    watch: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newsroom: `short` is the name that fits on a citation's chip."""

    id: str
    name: str
    short: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a public role; `organisation` is the id of the employer spoken for."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """All of `data/organisations.yaml`, in file order."""

    organisations: tuple[Organisation, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One source document.

    `published` is EDTF ("2024-02-07", "2024-02~") or None; never used as an event's date.
    `publisher` is the name as written. `text`: "full" is the publisher's words (input only,
    at most 40 words of it are shown per claim), "notes" an editor's own summary.
    `language_note` says that quotations are back-translated: none of them is verbatim then.
    `line` is the file line on which the body begins (1 for `.txt`).
    """

    id: str
    file: str
    title: str
    body: str
    publisher: str
    published: str | None
    url: str | None = None
    author: str | None = None
    text: Literal["full", "notes"] = "full"
    basis: str = ""
    language_note: str | None = None
    corrects: str | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of `content/pages`: `body` is markdown, `line` the file line on which it begins.

    `order`: where it stands among the others in menus, lowest first.
    """

    id: str
    file: str
    title: str
    description: str
    body: str
    order: int = 0
    line: int = 1


@dataclass(frozen=True, slots=True)
class Site:
    """`data/site.yaml`. `url` is the canonical address without a trailing slash, or "".

    `licence`: the address of the terms under which the site's data may be used, or "".
    """

    title: str = "Headcount"
    standfirst: str = ""
    url: str = ""
    language: str = "en"
    contact: str = ""
    licence: str = ""
