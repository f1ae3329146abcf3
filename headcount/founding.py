"""The first files of a site about another company: few, short, and its owner's to change."""

from __future__ import annotations

from headcount import emit
from headcount.source import slug

ARTICLE = "content/articles/example-2025-03-04.md"

PROGRAM = (
    *(".github", ".gitignore", ".python-version", ".vscode", "LICENSE", "Makefile"),
    *("assets", "build.py", "content/pages/method.md", "deploy", "docs/decisions.md"),
    *(
        "docs/deploying.md",
        "docs/files.md",
        "docs/handbook.md",
        "docs/schemas",
        "headcount",
        "netlify.toml",
    ),
    *("requirements.in", "requirements.txt", "requirements-html.in", "requirements-html.txt"),
    "templates",
)
"""What a site of one's own takes over as it is: all that builds, checks and publishes. The tests,
their tools and the demo stay behind."""


def files(name: str, url: str) -> dict[str, str]:
    """Path → text of everything that is about the company `name`. `url`: "" if not known yet."""
    return {
        "data/site.yaml": site(name, url),
        "data/organisations.yaml": organisations(name),
        ARTICLE: article(name),
        "content/pages/about.md": about(name),
        "content/pages/corrections.md": CORRECTIONS,
        "README.md": readme(name),
    }


def site(name: str, url: str) -> str:
    address = emit.text(url) if url else f"https://{slug(name)}.example  # write your own"
    return (
        "# yaml-language-server: $schema=../docs/schemas/site.json\n"
        f"title: {emit.text(f'Job cuts at {name}')}\n"
        f"standfirst: {emit.text(f'What published articles say about job cuts at {name}.')}\n"
        f"url: {address}\n"
        "language: en\n"
    )


def organisations(name: str) -> str:
    return (
        "# yaml-language-server: $schema=../docs/schemas/organisations.json\n"
        "# Who is named in the articles; docs/files.md tells every key.\n"
        "organisations:\n"
        f"  {slug(name)}:\n"
        f"    name: {emit.text(name)}\n"
        "    watch: true\n"
        "publishers:\n"
        "  example-post:\n"
        "    name: The Example Post\n"
    )


def article(name: str) -> str:
    title = emit.text(f"{name} closes a warehouse")
    return (
        "---\n"
        "publisher: The Example Post\n"
        f"title: {title}\n"
        "published: 2025-03-04\n"
        "url: https://example.org/warehouse\n"
        "text: notes\n"
        "basis: An invented example; take it away before you publish.\n"
        "---\n"
        f"{name} said on Monday that it will cut about 120 jobs in Hull in May 2025.\n"
    )


def about(name: str) -> str:
    return (
        "---\n"
        "title: About this site\n"
        "description: What this site is, and what it is not.\n"
        "order: 1\n"
        "---\n"
        f"This site records what was published about job cuts at {name}. Every number leads to\n"
        "the sentence that says it. Where sources differ, it shows each of them.\n"
    )


CORRECTIONS = """---
title: Corrections
description: Every change to something that this site had wrong, with its date.
order: 3
---
When something on this site was wrong, we mend it and say so here and on the page itself.
"""


def readme(name: str) -> str:
    return (
        f"# Job cuts at {name}\n\n"
        "`make site` builds the site, `make serve` shows it while you write, `make check` lists\n"
        "what is wrong and what waits for you. `docs/handbook.md` tells the rest: begin there.\n"
    )
