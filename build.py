#!/usr/bin/env python3
"""Builds the site: `build.py --help` tells everything that it can do."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

from headcount import cli

ROOT = Path(__file__).resolve().parent
OWN = ROOT / ".venv/bin/python"
"""The Python for which `make` has installed what is needed; `python3` may be another."""
NEEDED = ("altair", "jinja2", "markdown", "nh3", "vl_convert", "watchdog", "yaml")

if __name__ == "__main__":
    lacking = any(find_spec(name) is None for name in NEEDED)
    if lacking and OWN.is_file() and Path(sys.executable) != OWN:
        os.execv(OWN, [str(OWN), *sys.argv])
    sys.exit(cli.main(ROOT, sys.argv[1:]))
