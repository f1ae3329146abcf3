"""The commands as an editor meets them: what they print, write, and leave alone."""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sites
from headcount import cli, pipeline
from test_pipeline import ARTICLE, small
from test_publish import tree
from test_serve import Stream

ROOT = sites.ROOT
PATH = "content/articles/quay-2025.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, data in small().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    (tmp_path / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    return tmp_path


def test_help_imports_nothing_heavy() -> None:
    """Somebody who asks what there is must not wait for a drawing library."""
    script = (
        "import sys; sys.argv = ['build.py', '--help']\n"
        "from pathlib import Path\n"
        "from headcount import cli\n"
        "try: cli.main(Path('.'), sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "heavy = {'altair', 'vl_convert', 'watchdog', 'jinja2', 'markdown', 'yaml', 'nh3'}\n"
        "print('LOADED', sorted(heavy & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "LOADED []"
    assert "--publish" in run.stdout


def options() -> set[str]:
    """Every command and long option that there is."""
    top = cli.parser()
    found: set[str] = set()
    for action in top._actions:
        found.update(name for name in action.option_strings if name.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for name, one in action.choices.items():
                found.add(f"build.py {name}")
                for inner in one._actions:
                    found.update(word for word in inner.option_strings if word.startswith("--"))
    return found - {"--help"}


def test_the_readme_tells_every_option_and_no_other() -> None:
    """An option that nobody knows is as good as none, and one that is gone misleads."""
    readme = (ROOT / "README.md").read_text("utf-8")
    told = set(re.findall(r"(?<![\w-])--[a-z]+", readme))
    told |= set(re.findall(r"`(build\.py [a-z]+)", readme))
    assert told == options()


def test_a_build_reads_where_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the host says in its variables comes through to the files."""
    monkeypatch.setenv("NETLIFY", "true")
    monkeypatch.setenv("CONTEXT", "deploy-preview")
    monkeypatch.setenv("DEPLOY_PRIME_URL", "https://deploy-preview-7--mills.example")
    assert cli.main(root, []) == 0
    robots = (root / "output/robots.txt").read_text("utf-8")
    assert "Sitemap: https://deploy-preview-7--mills.example/sitemap.xml" in robots


def test_a_build_says_what_it_made(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What, where, and how to look at it; and the second time, that nothing has changed."""
    assert cli.main(root, []) == 0
    said = capsys.readouterr()
    assert "1 article, 1 event, 0 claims to review" in said.out
    assert "in output/" in said.out
    assert "make serve" in said.out
    first = tree(root)
    assert {"output/index.html", "output/build.json", "data/timeline/2025.yaml"} <= set(first)
    assert cli.main(root, []) == 0
    assert "0 files written, 0 removed" in capsys.readouterr().out
    assert tree(root) == first


def test_an_event_without_a_source_is_not_counted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its page stays, and nobody would call it an event that is told."""
    assert cli.main(root, []) == 0
    path = root / PATH
    path.write_text(path.read_text("utf-8").rpartition("---\n")[0] + "---\nRain.\n", "utf-8")
    capsys.readouterr()
    assert cli.main(root, []) == 0
    assert "1 article, 0 events, 0 claims to review" in capsys.readouterr().out


def test_the_memory_may_be_deleted_or_damaged(root: Path) -> None:
    """`.cache/` only saves time."""
    assert cli.main(root, []) == 0
    first = tree(root / "output")
    entries = [path for path in (root / ".cache").rglob("*") if path.is_file()]
    assert entries
    for path in entries:
        path.write_bytes(b"damaged")
    assert cli.main(root, ["--output", str(root / "other")]) == 0
    assert tree(root / "other") == first


def test_an_error_leaves_the_last_good_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All problems to standard error, sorted by file; nothing is written; status 1."""
    assert cli.main(root, []) == 0
    before = tree(root / "output"), tree(root / "data")
    (root / "content/articles/z-2025.md").write_text(ARTICLE.replace("2025-03-04", "Febuary 6"))
    (root / "content/articles/b-2025.md").write_bytes(b"\xff")
    capsys.readouterr()
    assert cli.main(root, []) == 1
    said = capsys.readouterr()
    files = [line.partition(":")[0] for line in said.err.splitlines()]
    assert files == sorted(files)
    assert {"content/articles/b-2025.md", "content/articles/z-2025.md"} <= set(files)
    assert "content/articles/z-2025.md:4:12: error[date]" in said.err
    assert "The last good site stays" in said.out
    assert (tree(root / "output"), tree(root / "data")) == before


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_problems_come_in_three_forms(
    root: Path, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """For a person, a plug-in and a pull request."""
    (root / "data/site.yaml").write_text("titel: x\n")
    assert cli.main(root, ["--format", format_, "check"]) == 1
    first = capsys.readouterr().err
    assert cli.main(root, ["check", "--format", format_]) == 1
    said = capsys.readouterr().err
    assert said == first
    if format_ == "json":
        assert json.loads(said)[0]["file"] == "data/site.yaml"
    else:
        start = {
            "text": "data/site.yaml:1:1: error",
            "github": "::error file=data/site.yaml,line=1",
        }
        assert said.startswith(start[format_])


def test_check_writes_no_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It can be run at any time, on any branch."""
    before = tree(root)
    assert cli.main(root, ["check"]) == 0
    assert {path for path in tree(root) if not path.startswith(".cache/")} == set(before)
    assert "No errors" in capsys.readouterr().out


def test_publishing_switches_a_link(root: Path) -> None:
    """The whole new site, and the ids that the next build must know."""
    for title in ("Mills", "More mills"):
        (root / "data/site.yaml").write_text(f"title: {title}\n")
        assert cli.main(root, ["--publish", str(root / "www")]) == 0
        assert title.encode() in (root / "www/index.html").read_bytes()
    assert (root / "www").is_symlink()
    assert (root / "data/timeline/2025.yaml").is_file()


def test_builders_of_one_folder_take_turns(root: Path) -> None:
    """A watch, a hook and a person may build at the same time; the site is that of one of them."""
    environment = {**os.environ, "PYTHONPATH": python_path()}
    several = [
        subprocess.Popen(
            [sys.executable, str(root / "build.py")],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    for one in several:
        _, said = one.communicate(timeout=60)
        assert one.returncode == 0, said.decode()
    assert {**tree(root / "output")} == dict(pipeline.build(small()).outputs)


def python_path() -> str:
    """Where a process finds the package that is tested here."""
    return f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"


def test_extract_needs_no_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any text, with or without a bibliography, from any folder."""
    (tmp_path / "quay.md").write_text(ARTICLE)
    (tmp_path / "bare.txt").write_text("Tallow Brothers will cut 120 jobs in Hull.\n")
    (tmp_path / "names.yaml").write_text(
        "organisations:\n  tallow-brothers:\n    name: Tallow Brothers\n"
    )
    arguments = ["extract", str(tmp_path / "quay.md"), str(tmp_path / "bare.txt")]
    arguments += ["--organisations", str(tmp_path / "names.yaml")]
    assert cli.main(tmp_path, [*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [claim["jobs"]["low"] for claim in found["quay"]] == [340]
    assert [claim["organisation"] for claim in found["bare"]] == ["Tallow Brothers"]
    assert cli.main(tmp_path, arguments) == 0
    assert "340 jobs" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["extract", "nowhere.md"], ["extract", "--organisations", "nowhere.yaml", "nowhere.md"]],
)
def test_a_missing_file_is_a_problem(
    root: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the keyboard is answered in words."""
    assert cli.main(root, arguments) == 1
    assert re.match(r"nowhere\.\w+:1:1: error\[file\]: can't be read", capsys.readouterr().err)


def test_explain_follows_a_number_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From an event to its claims, and from a claim to its words and its rule."""
    [event] = pipeline.build(small()).timeline.events
    assert cli.main(root, ["explain", event.id]) == 0
    told = capsys.readouterr().out
    assert event.claims[0].id in told
    assert cli.main(root, ["explain", event.claims[0].id]) == 0
    told = capsys.readouterr().out
    assert event.claims[0].rule in told
    assert f"{PATH}:6:1" in told
    assert event.id in told
    assert cli.main(root, ["explain", event.id[:-1]]) == 1
    assert f"did you mean {event.id}" in capsys.readouterr().err


def test_a_bug_says_that_it_is_one(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An editor can't mend our mistake, and must not look for it in the text."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(pipeline, "build", fail)
    assert cli.main(root, []) == 1
    said = capsys.readouterr().err
    assert "a bug in Headcount, not in what you wrote: ZeroDivisionError" in said
    assert "Traceback" not in said
    assert "Traceback" in (root / ".cache/bug.txt").read_text()


@pytest.mark.parametrize("port", ["abc", "-1", "65536", ""])
def test_what_is_no_port_is_refused(
    root: Path, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the words of somebody who writes, not of the program."""
    with pytest.raises(SystemExit):
        cli.main(root, ["--watch", f"--port={port}"])
    assert f'"{port}" is no port; write a number from 0 to 65535' in capsys.readouterr().err


def test_a_port_without_a_watch_is_refused(root: Path) -> None:
    """It would do nothing, and say nothing."""
    with pytest.raises(SystemExit):
        cli.main(root, ["--port", "8001"])


class Watching:
    """`build.py --watch` in a process of its own, and one tab that listens."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(root / "build.py"), "--watch", "--port", "0"],
            cwd=root,
            env={**os.environ, "PYTHONPATH": python_path()},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        self.port = int(line.split(":")[2].partition("/")[0])
        self.tab = Stream(self.port)
        self.tab.socket.settimeout(30)

    def get(self, path: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        connection.request("GET", path)
        body = connection.getresponse().read()
        connection.close()
        return body

    def built(self) -> dict[str, object]:
        """The next state of a site that stands; what it does to the timeline follows it."""
        while True:
            state = self.tab.state()
            if state["build"] and not state["effect"]:
                return state

    def end(self) -> int:
        self.tab.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=20)
        return self.process.returncode


@pytest.fixture
def watching(root: Path) -> Iterator[Watching]:
    one = Watching(root)
    yield one
    if one.process.poll() is None:
        one.end()


def test_writing_with_the_site_in_view(root: Path, watching: Watching) -> None:
    """Save, see; break, see why over the last good page; mend, and it goes on by itself."""
    first = watching.built()
    assert b"340" in watching.get("/")
    (root / PATH).write_text(ARTICLE.replace("340", "345"))
    second = watching.built()
    assert second["build"] != first["build"]
    assert b"345" in watching.get("/")
    (root / PATH).write_text(ARTICLE.replace("2025-03-04", "Febuary 6"))
    broken = watching.built()
    assert broken["build"] == second["build"]
    assert f"{PATH}:4:12: error[date]" in str(broken["problems"])
    assert b"345" in watching.get("/")
    style = root / "assets/site.css"
    (root / PATH).write_text(ARTICLE.replace("340", "345"))
    mended = watching.built()
    assert mended["build"] == second["build"]
    assert mended["problems"] == []
    copy = root / "site.css~"
    copy.write_text(style.read_text("utf-8") + "\np { margin: 0 }\n", "utf-8")
    copy.replace(style)
    styled = watching.built()
    assert styled["build"] not in (first["build"], second["build"])
    assert watching.end() == 0
    assert json.loads((root / "output/build.json").read_text())["build"] == styled["build"]
    assert "345" in (root / "data/timeline/2025.yaml").read_text()
    assert "tombstone" not in (root / "data/timeline/2025.yaml").read_text()


def test_a_python_without_the_packages_says_what_to_do(root: Path) -> None:
    """The first command that a newcomer types is often `python3 build.py`."""
    script = (
        "import sys; sys.modules['markdown'] = None\n"
        "from pathlib import Path\n"
        "from headcount import cli\n"
        "sys.exit(cli.main(Path(sys.argv[1]), ['check']))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stderr.startswith("build.py:1:1: error[setup]: markdown is not installed")
    assert "run: make site" in run.stderr


def test_build_py_finds_what_make_has_set_up(tmp_path: Path) -> None:
    """Which Python is called `python3` must not matter once `make site` has run."""
    (tmp_path / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    (tmp_path / "headcount").symlink_to(ROOT / "headcount")
    own = tmp_path / ".venv/bin/python"
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\necho "the own one: $2"\n')
    own.chmod(0o755)
    bare = [sys.executable, "-S", str(tmp_path / "build.py"), "check"]
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    run = subprocess.run(bare, env=clean, capture_output=True, text=True, check=False)
    assert run.stdout == "the own one: check\n", run.stderr
