#!/usr/bin/env python3
"""Builds the site: `build.py --help` tells everything that it can do."""

import sys
from pathlib import Path

from headcount import cli

if __name__ == "__main__":
    sys.exit(cli.main(Path(__file__).resolve().parent, sys.argv[1:]))
