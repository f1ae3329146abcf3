"""A real browser before the built site: any message on its console fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import hosting
import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from windows import Look, Windows

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
)
LOCKED = Path(__file__).parent / "node_modules"
AXE = LOCKED / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def host() -> Iterator[str]:
    """The address of all sites."""
    with hosting.hosted() as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    if CHROMIUM is None:
        pytest.skip("chromium is absent: `make test` says how to install it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def contexts() -> dict[Look, BrowserContext]:
    """A context costs as long as some tests: each look has one."""
    return {}


@pytest.fixture
def windows(
    chromium: Browser, host: str, contexts: dict[Look, BrowserContext]
) -> Iterator[Windows]:
    """Opens pages; afterwards no console may have said anything."""
    opened = Windows(chromium, host, contexts)
    yield opened
    for page in opened.pages:
        page.close()
    assert opened.unexpected() == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe, as locked."""
    if not AXE.is_file():
        pytest.skip("axe is absent: `make test` installs it where npm is")
    return AXE.read_text("utf-8")
