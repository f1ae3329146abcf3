"""How tests run: the same examples each time in CI, and no skip without a true excuse."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from excuses import Skips

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Skips())
