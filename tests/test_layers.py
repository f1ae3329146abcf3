"""The house stands: every module imports only from layers below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "headcount"

LAYERS = (
    ("model",),
    ("plaintext", "codec", "headers", "report", "emit", "lettering", "png", "surroundings"),
    ("source", "table", "host", "addresses"),
    ("founding",),
    ("yamlfile",),
    ("language.edtf", "language.tokens"),
    ("schema", "values"),
    ("frontmatter",),
    ("language.lexicon",),
    ("language.numerals", "language.reckoning"),
    ("language.almanac",),
    ("language.distances",),
    ("language.occasions",),
    ("language.feasts",),
    ("language.moments",),
    ("language.endings",),
    ("language.neighbours",),
    ("language.abbreviated", "language.deeds", "language.openings", "language.titles"),
    ("language.runs",),
    ("language.bearers", "language.shortnames"),
    ("language.licences",),
    ("language.capitals", "language.status", "language.periods"),
    ("language.quantities", "language.dates", "language.names"),
    ("language.chunks",),
    ("language.describing", "language.patterns", "language.tidings"),
    ("language.passages",),
    ("language.rules",),
    ("verify", "prose", "references", "bands", "records", "styling"),
    ("desk", "assets", "nearest", "absent", "whole"),
    ("handmade", "totals", "freetext", "drawing", "wording", "idle"),
    (
        "articles",
        "organisations",
        "config",
        "texts",
        "extract",
        "merge",
        "decisions",
        "timeline",
        "checks",
    ),
    ("difference", "handedits"),
    ("pages", "charts", "forms"),
    ("feeds",),
    ("render",),
    ("memo",),
    ("additions", "repeats", "starting"),
    ("webpage", "heading"),
    ("pipeline",),
    ("disk", "serve"),
    ("publish",),
    ("generations",),
    ("bells", "checkout"),
    ("watch",),
    ("press", "evidence"),
    ("account", "reviews", "explain", "difference", "history"),
    ("choices",),
    ("ways",),
    ("adopting",),
    ("pasting",),
    ("proposal",),
    ("session", "asking"),
    ("console",),
    ("commands",),
    ("cli",),
)
"""Lowest first. `pages` stands for the whole sub-package, whose modules share a layer."""

PACKAGES = ("model", "pages", "merge", "extract", "charts", "feeds", "commands")
"""Stages that are a folder of modules: inside one, modules may import each other."""


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0] if parts[0] in PACKAGES else ".".join(parts)


def layer_of(name: str) -> int | None:
    for number, names in enumerate(LAYERS):
        if name in names:
            return number
    return None


def imports(path: Path) -> list[str]:
    """The project's own modules that a file imports, wherever in the file it does so."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("headcount"):
            module = (node.module or "").removeprefix("headcount").lstrip(".")
            names = [f"{module}.{alias.name}".lstrip(".") for alias in node.names]
            found += [name if layer_of(name) is not None else module for name in names]
        elif isinstance(node, ast.Import):
            found += [
                alias.name.removeprefix("headcount.")
                for alias in node.names
                if alias.name.startswith("headcount.")
            ]
    return [name.split(".")[0] if name.split(".")[0] in PACKAGES else name for name in found]


MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.name not in ("__init__.py", "__main__.py")
)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_layers_below(path: Path) -> None:
    """A sideways or upward import would let a change travel against the flow of the data."""
    own = name_of(path)
    assert layer_of(own) is not None, f"{own} has no layer: give it one in LAYERS"
    for name in imports(path):
        if name in ("", own):
            continue
        other = layer_of(name)
        assert other is not None, f"{own} imports {name}, which has no layer"
        assert other < (layer_of(own) or 0), f"{own} must not import {name}"


def test_the_check_can_fail(tmp_path: Path) -> None:
    """A layer test that sees no import at all would pass for ever."""
    path = tmp_path / "x.py"
    path.write_text("from headcount import cli\nimport headcount.pages.home\n")
    assert imports(path) == ["cli", "pages"]


EFFECTS = {"datetime.now", "date.today", "time.time", "os.environ", "os.getcwd", "open", "print"}
EDGE = (
    "disk",
    "publish",
    "generations",
    "serve",
    "bells",
    "checkout",
    "watch",
    "press",
    "session",
    "asking",
    "cli",
    "console",
    "memo",
    "commands",
)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if name_of(path) not in EDGE], ids=name_of
)
def test_the_core_has_no_effects(path: Path) -> None:
    """Clock, environment, files and output belong to the edge alone."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.Name, ast.Attribute)):
            assert ast.unparse(node) not in EFFECTS, f"{path.name}:{node.lineno}"
