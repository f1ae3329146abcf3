"""How tests run: the same examples each time in CI, none for ever, and no skip without a true
excuse."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Generator

import pytest
from hypothesis import settings

from excuses import Skips

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Skips())


LONGEST = 420
"""Seconds that a test may take: many times what the longest takes on a busy machine."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """A test that hangs ends its process, which tells where it stood; the others go on in a new
    one."""
    if os.environ.get("CI"):
        faulthandler.dump_traceback_later(LONGEST, exit=True)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()
