"""What is published is valid HTML and CSS, as the reference validator reads it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import hosting
import pytest

VNU = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = shutil.which("java")


def messages(folder: Path, *options: str) -> list[str]:
    """What the validator finds in the files below a folder."""
    if JAVA is None or not VNU.is_file():
        pytest.skip("java or the validator is absent: `make test` says how to install them")
    command = [JAVA, "-Xss4m", "-jar", str(VNU), "--format", "json", *options, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{one.get('url', '').rpartition(folder.name)[2]}:{one.get('lastLine')} {one['message']}"
        for one in json.loads(run.stderr)["messages"]
    ]


def test_every_page_is_valid(tmp_path: Path) -> None:
    """Errors and warnings alike: every page of the project, and of other sites one of each kind."""
    for state in hosting.STATES:
        if state == "many":
            continue
        chosen = hosting.pages(state).values() if state != "project" else hosting.outputs(state)
        for path in chosen:
            name = f"{path}index.html" if path.endswith("/") or not path else path
            if name.endswith(".html"):
                file = tmp_path / state / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(hosting.outputs(state)[name])
    assert messages(tmp_path, "--skip-non-html") == []


NEWER = ("container-type", "container-name", "paint-order", "@container", "text-wrap", "@layer")
"""What every browser knows by now and the validator doesn't yet."""


def test_the_style_is_valid(tmp_path: Path) -> None:
    """A misspelt property is lost in silence."""
    made = hosting.outputs("project")
    (path,) = [path for path in made if path.startswith("assets/site.") and path.endswith(".css")]
    (tmp_path / "site.css").write_bytes(made[path])
    found = messages(tmp_path, "--skip-non-css")
    assert [one for one in found if not any(f"“{name}" in one for name in NEWER)] == []
