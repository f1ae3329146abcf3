"""The files for hosts, as the hosts' own programs read them.

Netlify's parsers and its build command, offline; and GitHub's parser of workflows.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import sites
from desks import MARINER, desk_at
from headcount import headers, pipeline, publish
from headcount.surroundings import Surroundings

HERE = Path(__file__).parent
NODE = shutil.which("node")
BUILD = HERE / "node_modules/@netlify/build/bin.js"
CONTEXTS = ("production", "deploy-preview", "branch-deploy")
PREVIEW = "https://trial--site-name.netlify.app"
ARTICLE = "content/articles/mariner-2025.md"


def node(script: str, *words: str, given: object = None) -> Any:
    """What a script of this folder answers."""
    if NODE is None or not BUILD.is_file():
        pytest.skip("node or the hosts' packages are absent: `make test` says how to install them")
    run = subprocess.run(
        [NODE, str(HERE / script), *words],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site in a repository of its own, with everything that Netlify looks at."""
    root = desk_at(tmp_path_factory.mktemp("netlify")).clone
    shutil.copy(sites.ROOT / "netlify.toml", root)
    shutil.copytree(sites.ROOT / "deploy", root / "deploy")
    return root


def built(root: Path, context: str, moved: str = "") -> dict[str, bytes]:
    """The output of a build in a context, written where Netlify looks for it."""
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("assets", "content", "data", "templates")
        for path in (root / folder).rglob("*")
        if path.is_file()
    }
    if moved:
        files["data/redirects.yaml"] = moved.encode()
    build = pipeline.build(files, around=Surroundings(context, PREVIEW))
    assert not build.errors, build.errors
    publish.publish(root / "output", build.outputs, root, {})
    return dict(build.outputs)


@pytest.mark.parametrize("context", CONTEXTS)
def test_netlify_sends_what_is_meant_for_every_file(project: Path, context: str) -> None:
    """Its parser drops a malformed line without a word: what it read must be all that is meant."""
    made = built(project, context)
    paths = [path for path in made if not path.startswith("_")]
    addresses = [f"/{path}".removesuffix("index.html") for path in paths]
    read = node("read_site.mjs", str(project), context, given={"addresses": addresses})
    assert read["errors"] == []
    assert set(headers.FEEDS) <= set(paths)
    assert dict(read["headers"]) == headers.rules(paths, context != "production")
    for path, address in zip(paths, addresses, strict=True):
        names = [name for values in read["matched"][address] for name in values]
        assert len(names) == len(set(names)), address
        wanted = {"Content-Security-Policy", "Cache-Control", "Strict-Transport-Security"}
        wanted |= {"X-Robots-Tag"} if context != "production" else set()
        wanted |= {"Content-Type"} if path in headers.FEEDS else set()
        assert wanted <= set(names)
        (caching,) = (
            one["Cache-Control"] for one in read["matched"][address] if "Cache-Control" in one
        )
        assert ("immutable" in caching) == path.startswith("assets/")


def test_netlify_leads_on_from_an_old_address(project: Path) -> None:
    """To a page of this site, and for good."""
    event = next(path.split("/")[1] for path in built(project, "") if path.startswith("events/2"))
    built(project, "production", moved=f"2020-old: {event}\n2021-older: {event}\n")
    read = node("read_site.mjs", str(project), "production", given={"addresses": []})
    assert read["errors"] == []
    assert read["redirects"] == [
        [f"/events/{old}/", f"/events/{event}/", 301] for old in ("2020-old", "2021-older")
    ]


@pytest.mark.parametrize(
    ("file", "line"), [("_headers", "Cache-Control: x\n"), ("_redirects", "/only-one-word\n")]
)
def test_the_reader_tells_what_is_malformed(project: Path, file: str, line: str) -> None:
    """One that accepts anything would prove nothing."""
    built(project, "production")
    (project / "output" / file).write_text(line, "utf-8")
    assert node("read_site.mjs", str(project), "production", given={"addresses": []})["errors"]
    shutil.rmtree(project / "output")


@pytest.mark.parametrize("context", CONTEXTS)
def test_netlify_understands_its_configuration(project: Path, context: str) -> None:
    """The same command and Python in every context, and the plugin that keeps the cache."""
    read = node("read_site.mjs", str(project), context, given={"addresses": []})
    assert read["config"]["build"]["command"] == "python build.py"
    assert read["config"]["build"]["publish"] == str(project / "output")
    assert [one["package"] for one in read["config"]["plugins"]] == ["/deploy/netlify-cache"]
    python = (sites.ROOT / ".python-version").read_text("utf-8").strip()
    assert read["variables"]["PYTHON_VERSION"] == python
    assert read["variables"]["CONTEXT"] == context


def netlify(root: Path, context: str) -> subprocess.CompletedProcess[str]:
    """Netlify's own build command, offline, with a `python` as in its image."""
    if NODE is None or not BUILD.is_file():
        pytest.skip("node or the hosts' packages are absent: `make test` says how to install them")
    programs = root.parent / "bin"
    programs.mkdir(exist_ok=True)
    python = programs / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    command = [NODE, str(BUILD), "--offline", "--cwd", str(root), "--context", context]
    return subprocess.run(
        [*command, "--branch", "trial"],
        cwd=root,
        env={
            **os.environ,
            "NETLIFY": "true",
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )


def output(root: Path) -> dict[str, bytes]:
    folder = root / "output"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_netlify_builds_the_site_and_keeps_what_builds_remember(project: Path) -> None:
    """A fresh clone gets the cache of the last build, and makes the files that it made without."""
    run = netlify(project, "branch-deploy")
    assert run.returncode == 0, run.stdout
    first = output(project)
    assert first["robots.txt"].decode().rstrip().endswith(f"Sitemap: {PREVIEW}/sitemap.xml")
    assert b"  X-Robots-Tag: noindex\n" in first["_headers"]
    remembered = sorted(
        path.name for path in (project / ".cache/memo").rglob("*") if path.is_file()
    )
    assert remembered
    cached = project / ".netlify/cache/cwd/.cache/memo"
    assert sorted(path.name for path in cached.rglob("*") if path.is_file()) == remembered

    (project / ".cache").rename(project.parent / "moved")
    shutil.rmtree(project / "output")
    mark = cached / "00" / ("0" * 64)
    mark.parent.mkdir(exist_ok=True)
    mark.write_text("what no build has any use for")
    run = netlify(project, "branch-deploy")
    assert run.returncode == 0, run.stdout
    assert output(project) == first
    kept = sorted(path.name for path in (project / ".cache/memo").rglob("*") if path.is_file())
    assert kept == remembered, "used, and what was of no use swept"


def test_netlify_publishes_nothing_that_cannot_be_built(project: Path) -> None:
    """The deploy fails, and its log has the place and the remedy."""
    (project / ARTICLE).write_text(MARINER.format(published="Febuary 6", jobs=210), "utf-8")
    run = netlify(project, "production")
    (project / ARTICLE).unlink()
    assert run.returncode != 0
    assert f'{ARTICLE}:4:12: error[date]: "published" is not a date: "Febuary 6"' in run.stdout


WORKFLOW = sites.ROOT / ".github/workflows/headcount.yml"


def test_github_understands_its_workflow() -> None:
    """A workflow with a slip is not run, and nobody is told."""
    assert node("read_workflow.mjs", str(WORKFLOW)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("timeout-minutes:", "timeout-minuts:"), ("== 'push'", "== ("), ("runs-on:", "runs-off:")],
)
def test_github_would_tell_of_a_slip(tmp_path: Path, old: str, new: str) -> None:
    """A parser that accepts anything would prove nothing."""
    text = WORKFLOW.read_text("utf-8")
    assert old in text
    (tmp_path / "slip.yml").write_text(text.replace(old, new), "utf-8")
    assert node("read_workflow.mjs", str(tmp_path / "slip.yml"))
