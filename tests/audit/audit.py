"""Lighthouse on four pages as a slow telephone sees them: the scores that `make audit` prints."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent), str(HERE.parent / "browser")]

import hosting  # noqa: E402

LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = "performance,accessibility,best-practices,seo"
TRIES = 3
"""A browser on a busy machine may miss the start of its own recording."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def scores(address: str, chromium: str) -> tuple[dict[str, int], list[str]]:
    """(the scores by category, what falls short) of a page."""
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json"]
    command += ["--output-path=stdout", f"--chrome-flags={FLAGS}"]
    command += [f"--only-categories={CATEGORIES}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    for _ in range(TRIES):
        run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        if not run.returncode:
            break
    else:
        raise SystemExit(run.stderr.strip())
    found = json.loads(run.stdout)
    weighty = {
        ref["id"]
        for one in found["categories"].values()
        for ref in one["auditRefs"]
        if ref["weight"]
    }
    short = [
        " ".join([audit["title"], audit.get("displayValue", ""), *places(audit)]).strip()
        for id_, audit in found["audits"].items()
        if id_ in weighty and audit["score"] is not None and audit["score"] < 1
    ]
    return {
        name: round(100 * category["score"]) for name, category in found["categories"].items()
    }, short


def places(audit: dict[str, Any]) -> list[str]:
    """The first parts of a page that an audit is about."""
    items = (audit.get("details") or {}).get("items", [])[:3]
    return [item["node"]["snippet"] for item in items if "node" in item]


def main() -> None:
    """Prints the scores of each page, and what falls short."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None or not LIGHTHOUSE.is_file():
        raise SystemExit("Lighthouse needs chromium and npm: sudo apt install chromium npm")
    with hosting.hosted() as host:
        for page in ("", hosting.pages("project")["events/…"], "totals/", "charts/"):
            found, short = scores(f"{host}/project/{page}", chromium)
            print(f"/{page}", ", ".join(f"{name} {score}" for name, score in found.items()))
            for one in short:
                print(f"    {one}")


main()
