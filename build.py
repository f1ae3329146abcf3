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

if __name__ == "__main__":
    if find_spec("yaml") is None and OWN.is_file():
        os.execv(OWN, [str(OWN), *sys.argv])
    sys.exit(cli.main(ROOT, sys.argv[1:]))
