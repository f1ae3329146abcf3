"""The set-up says one thing in all its places, and works from nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import excuses

ROOT = Path(__file__).parent.parent
NETLIFY = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
MADE = "\n".join((ROOT / one).read_text("utf-8") for one in ("Makefile", "tools/develop.mk"))
LOCKS = ("requirements.txt", "requirements-html.txt", "requirements-dev.txt")


def test_python_is_the_same_everywhere() -> None:
    """An unpinned host falls back to a Python that can't run this."""
    version = (ROOT / ".python-version").read_text("utf-8").strip()
    assert NETLIFY["build"]["environment"]["PYTHON_VERSION"] == version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["requires-python"] == f">={version}"
    assert project["tool"]["mypy"]["python_version"] == version


def test_the_host_publishes_what_a_build_makes() -> None:
    """The command and the folder are those of `make site`."""
    assert NETLIFY["build"]["command"] == "python build.py"
    assert NETLIFY["build"]["publish"] == "output"
    assert not {"headers", "redirects"} & set(NETLIFY), "a build writes them"
    assert "/output/" in (ROOT / ".gitignore").read_text("utf-8").split()


def pins(lock: str) -> dict[str, tuple[str, int]]:
    """name → (version, number of hashes) of a lock file."""
    text = (ROOT / lock).read_text("utf-8")
    found = re.findall(
        r"(?m)^([\w.-]+)==([\w.]+) \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text
    )
    return {name.lower(): (version, lines.count("--hash")) for name, version, lines in found}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_only_pins_and_hashes(lock: str) -> None:
    """A host, a folder or an unpinned line would make the install depend on this machine."""
    text = (ROOT / lock).read_text("utf-8")
    plain = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    assert not [
        line
        for line in plain
        if "://" in line or (line.lstrip().startswith(("-", "/")) and "--hash" not in line)
    ]
    assert len(pins(lock)) == sum(1 for line in plain if "==" in line) > 5


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_was_asked_for(lock: str) -> None:
    """Someone who adds a dependency must renew the lock."""
    asked = (ROOT / lock.replace(".txt", ".in")).read_text("utf-8").split("\n")
    wanted = {line.lower() for line in asked if line and not line.startswith("-")}
    assert wanted <= set(pins(lock))


def test_the_locks_agree() -> None:
    """What is tested is what is published."""
    *used, dev = (pins(lock) for lock in LOCKS)
    for lock in used:
        assert {name: dev.get(name) for name in lock} == lock


@pytest.mark.parametrize(
    "name", ["markupsafe", "pyyaml", "nh3", "rpds-py", "watchdog", "vl-convert-python"]
)
def test_compiled_packages_are_locked_for_many_machines(name: str) -> None:
    """One wheel's hash would lock out macOS and arm64."""
    assert pins("requirements.txt")[name][1] >= 5


def test_every_dependency_has_its_reason() -> None:
    """A dependency that nobody can justify is one too many."""
    readme = (ROOT / "README.md").read_text("utf-8")
    asked = [(ROOT / f"requirements{kind}.in").read_text("utf-8") for kind in ("", "-html")]
    for name in re.findall(r"(?m)^[a-z][\w-]*$", "\n".join(asked)):
        assert re.search(rf"(?m)^\| `{name}` \| .{{15,}} \|$", readme), name


@pytest.mark.parametrize(
    "target",
    [
        "site",
        "test",
        "serve",
        "lint",
        "check",
        "lock",
        "clean",
        "hooks",
        "html",
        "schemas",
        "audit",
        "eval",
    ],
)
def test_every_target_is_told(target: str) -> None:
    """The README and the Makefile know the same commands."""
    assert re.search(rf"(?m)^{target}:", MADE)
    assert f"`make {target}`" in (ROOT / "README.md").read_text("utf-8")


FAKE = """#!/bin/sh
case "$*" in
  "-m venv .venv") mkdir -p .venv; echo "ensurepip is not available"; exit 1;;
  "-m pip --version") {pip};;
esac
exec {python} "$@"
"""


def prepared(folder: Path, pip: str) -> subprocess.CompletedProcess[str]:
    """`make .venv/pip.done` with a Python that has no ensurepip."""
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "bin").mkdir()
    fake = folder / "bin" / "python3"
    fake.write_text(FAKE.format(pip=pip, python=sys.executable))
    fake.chmod(0o755)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["make", ".venv/pip.done"],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_ensurepip_the_systems_pip_installs(tmp_path: Path) -> None:
    """A bare Debian has Python without ensurepip; its pip may write into a folder all the same."""
    made = prepared(tmp_path, "echo pip; exit 0")
    assert made.returncode == 0, made.stderr
    command = (tmp_path / ".venv/pip.done").read_text()
    assert command.startswith("python3 -m pip install --upgrade --target .venv/lib/python3")
    assert (tmp_path / command.split()[-1]).is_dir()
    assert (tmp_path / ".venv/bin/python").exists()


def test_without_any_pip_the_message_says_what_to_install(tmp_path: Path) -> None:
    """A newcomer must not have to search the web for it."""
    made = prepared(tmp_path, "exit 1")
    assert made.returncode != 0
    assert "sudo apt install python3-venv" in made.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("absent", ["chromium", "java", "npm"])
def test_what_the_browser_tests_lack_is_installed(tmp_path: Path, absent: str) -> None:
    """Each program that is not there is asked of the system's packages, and no other."""
    programs = {"chromium", "java", "npm"} - {absent}
    for name in programs:
        (tmp_path / name).symlink_to("/bin/true")
    for name, body in {"apt-get": 'echo "$@" >>asked', "id": "echo 0", "dirname": "echo ."}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "package-lock.json").write_text("{}")
    subprocess.run(
        ["/bin/sh", ROOT / "tests/browser/setup.sh"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    asked = (tmp_path / "asked").read_text().splitlines()[-1]
    packages = {"chromium": "chromium fonts-liberation", "java": "default-jre-headless"}
    assert asked.endswith(f"--no-install-recommends {packages.get(absent, absent)}")


@pytest.mark.parametrize(
    ("reason", "shared", "wrong"),
    [
        ("Skipped: ../shared is absent", False, False),
        ("Skipped: ../shared is absent", True, True),
        ("could not import 'x'", False, True),
        ("", True, True),
    ],
)
def test_a_skip_needs_a_true_excuse(reason: str, shared: bool, wrong: bool) -> None:
    """A test that could have run must not look like one that passed."""
    assert excuses.inexcusable(reason, shared) is wrong


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_ci_fails_on_a_lame_skip(tmp_path: Path, ci: str, status: int) -> None:
    """The whole run, with its exit status."""
    for name in ("conftest.py", "excuses.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path)
    (tmp_path / "test_lame.py").write_text(
        "import pytest\ndef test_a(): pass\ndef test_b(): pytest.skip('too tired')\n"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "CI": ci, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == status, run.stdout
    assert re.search(r"SKIPPED WITHOUT A TRUE EXCUSE, 1 of: .*too tired", run.stdout)
    assert run.stdout.splitlines()[-1].startswith("1 passed, 1 skipped")


def test_build_py_knows_what_is_needed() -> None:
    """It looks for the packages of the lock, by the names that they are imported by."""
    asked = (ROOT / "requirements.in").read_text("utf-8").split()
    imported = {"pyyaml": "yaml", "vl-convert-python": "vl_convert"}
    source = (ROOT / "build.py").read_text("utf-8")
    [needed] = re.findall(r"(?m)^NEEDED = \((.*)\)$", source)
    assert set(re.findall(r'"(\w+)"', needed)) == {imported.get(name, name) for name in asked}
