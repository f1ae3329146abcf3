"""`data/site.yaml`: what the site is called and where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from headcount import frontmatter, values, yamlfile
from headcount.model import Place, Problem, Site
from headcount.schema import Address, Field, Record, Text

FILE = Record(
    (
        Field("title", Text(), "the site's name"),
        Field("standfirst", Text(), "one or two sentences below it"),
        Field("url", Address(), "where readers find the site"),
        Field("language", Text(), 'the language of its pages, as a code; without it "en"'),
        Field("contact", Text(), "where readers report a mistake: an address of mail or web"),
        Field("licence", Address(), "the terms under which the data may be used"),
    )
)


def read(data: bytes, file: str) -> tuple[Site, tuple[Problem, ...]]:
    """The settings; what isn't set has its default."""
    node, problems = yamlfile.read(data, file)
    keys, wrong = frontmatter.keys(node, FILE, Place(file))
    plain = Site()
    site = Site(
        title=values.text(keys, "title") or plain.title,
        standfirst=values.text(keys, "standfirst") or plain.standfirst,
        url=(values.text(keys, "url") or plain.url).rstrip("/"),
        language=values.text(keys, "language") or plain.language,
        contact=values.text(keys, "contact") or plain.contact,
        licence=values.text(keys, "licence") or plain.licence,
    )
    return site, (*problems, *wrong)


def problems(site: Site, file: str) -> Iterator[Problem]:
    """What a site with events is missing; one that is empty yet needs no address."""
    if not site.url:
        yield Problem(
            Place(file),
            "url",
            'there is no "url", so feeds, sitemap.xml and cards are not written',
            'write the address at which readers find the site, like "url: https://desk.example"',
            "warning",
        )
