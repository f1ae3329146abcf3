"""Every message that a file can cause is what the table `messages` says, and all are in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

import sites
from headcount import pipeline, report, yamlfile
from headcount.memo import Memo, Store
from headcount.model import Problem
from headcount.reviews import reviews
from messages import CASES, SOUND, TABLES

STORE = Store()


ID = re.compile(r"c-[0-9a-f]{10}")
"""Claims' ids, which a better rule changes: shown as c-…"""


@cache
def sound() -> pipeline.Build:
    built = pipeline.build(inputs({}), Memo(STORE))
    assert built.problems == (), report.as_text(built.problems)
    return built


def inputs(changed: dict[str, str | bytes | None]) -> dict[str, bytes]:
    """All files of the site. "BUILT": as the build of the sound site writes it; "ALTERED": with
    another number than it wrote."""
    look = {p: d for p, d in sites.frame().items() if p.startswith(("templates/", "assets/"))}
    files = {**look, **{path: text.encode() for path, text in SOUND.items()}}
    for path, text in changed.items():
        if text is None:
            del files[path]
        elif text in ("BUILT", "ALTERED"):
            made = sound().machine[path]
            files[path] = made if text == "BUILT" else made.replace(b"300", b"350")
        else:
            files[path] = named(text) if isinstance(text, str) else text
    return files


def named(text: str) -> bytes:
    if "c-HERALD" in text:
        [id_] = [
            claim.id
            for event in sound().timeline.events
            for claim in event.claims
            if claim.article == "herald-2025"
        ]
        text = text.replace("c-HERALD", id_)
    return text.encode()


@cache
def problems(name: str) -> tuple[Problem, ...]:
    """All that `check` says of the case."""
    files, memo = inputs(CASES[name].files), Memo(STORE)
    built = pipeline.build(files, memo)
    sure = pipeline.confirmed(files, memo) if built.timeline.review else built.timeline
    waiting = reviews(built.timeline, sure, built.articles, files)
    return report.in_order((*built.problems, *waiting))


def test_the_site_is_sound() -> None:
    """Else no case would show what its own change does."""
    assert len(sound().timeline.events) == 2


@pytest.mark.parametrize("name", CASES)
def test_bad_input_and_its_message(name: str) -> None:
    """An editor reads exactly this: where it is, what is wrong, and what to write instead."""
    said = tuple(ID.sub("c-…", report.text(problem)) for problem in problems(name))
    assert said == CASES[name].said


@pytest.mark.parametrize("name", CASES)
def test_every_message_is_for_an_editor(name: str) -> None:
    """It has a place in a file that people know, a remedy, and nothing of our own insides."""
    for problem in problems(name):
        assert problem.remedy
        assert problem.place.file.startswith(("content/", "data/", "templates/", "assets/"))
        assert not re.search(r"headcount\.|Traceback|<class|None\b|\{\}", report.text(problem))


def test_all_names_of_cases_differ() -> None:
    """A case that replaces another is tested by nobody."""
    assert len(CASES) == sum(map(len, TABLES.values()))


# ---------------------------------------------------------------- nothing is left out

PACKAGE = sites.ROOT / "headcount"
WORDS_AT = {"Problem": 2, "say": 2, "_problem": 2, "failure": 2}
"""Calls that make a problem, and which of their arguments is the message."""

ELSEWHERE = {
    "adopting": "hand edits of the timeline, when they are adopted: test_adopting",
    "proposal": "hand edits of the timeline, when they are adopted: test_adopting",
    "account": "what is asked for on the command line: test_account",
    "additions": "what is given on the command line: test_add",
    "cli": "packages that lack, which no file explains: test_cli",
    "commands": "what is asked for on the command line: the tests of each command",
    "console": "our own mistakes, which no file explains: test_cli",
    "disk": "a file system that refuses, which no file's content causes: test_disk",
    "explain": "files named on the command line: test_cli",
    "generations": "where a site is published: test_publish",
    "publish": "where a site is published: test_publish",
    "handedits": "what a commit has and no input: test_adopting",
    "press": "a folder that has gone: test_watch",
    "repeats": "what is added that is there already: test_add",
    "session": "a port that is taken: test_watch",
}
"""Modules whose messages no input of a build causes, and what tests them instead."""

UNREACHED = {
    "merge/gather": "a decision's reader tells of articles that are not there before merging does",
}
"""Messages that stand behind another: module → why."""


def made_of(node: ast.expr, inside: ast.AST) -> Iterator[str]:
    """The patterns of the messages that an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(?s:.*)"
            for part in node.values
        )
    elif isinstance(node, ast.Name):
        for other in ast.walk(inside):
            if isinstance(other, ast.Assign) and ast.unparse(other.targets[0]) == node.id:
                yield from made_of(other.value, inside)
            elif isinstance(other, ast.Assign) and isinstance(other.targets[0], ast.Tuple):
                names = [ast.unparse(one) for one in other.targets[0].elts]
                if node.id in names and isinstance(other.value, ast.Tuple):
                    yield from made_of(other.value.elts[names.index(node.id)], inside)


def written_messages() -> Iterator[tuple[str, str]]:
    """(module, pattern) of every message that the package writes."""
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).with_suffix("").as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for function in functions:
            for call in ast.walk(function):
                if not isinstance(call, ast.Call):
                    continue
                called = ast.unparse(call.func).rpartition(".")[2]
                at = WORDS_AT.get(called)
                if at is not None and len(call.args) > at:
                    yield from ((module, each) for each in made_of(call.args[at], function))


@cache
def shown() -> str:
    return "\n".join(line for case in CASES.values() for line in case.said)


MESSAGES = sorted(set(written_messages()))


def test_messages_are_found_at_all() -> None:
    """A search that finds none would pass for ever."""
    assert len(MESSAGES) > 60


@pytest.mark.parametrize(("module", "pattern"), MESSAGES, ids=[f"{m}: {p}" for m, p in MESSAGES])
def test_every_message_is_in_the_table(module: str, pattern: str) -> None:
    """Who writes a new message adds the input that causes it, and reads it as an editor would."""
    if module.partition("/")[0] in ELSEWHERE:
        return
    found = any(re.search(rf"\]: {pattern}; ", line) for line in shown().split("\n"))
    assert found or module in UNREACHED


@pytest.mark.parametrize("entry", yamlfile.MEANT, ids=lambda entry: entry[1])
def test_every_explanation_of_the_parser_is_in_the_table(entry: tuple[str, str, str]) -> None:
    """What is said in the parser's place."""
    assert f"error[yaml]: {entry[1]}; {entry[2]}" in shown()


@pytest.mark.parametrize("reasons", [ELSEWHERE, UNREACHED], ids=["elsewhere", "unreached"])
def test_every_excuse_is_needed(reasons: dict[str, str]) -> None:
    """One for a module that is gone or has no message hides the next one that has."""
    modules = {module for module, _ in MESSAGES}
    assert set(reasons) <= modules | {module.partition("/")[0] for module in modules}
