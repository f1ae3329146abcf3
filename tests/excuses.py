"""No test is silently left out: a skip must say that `../shared` is absent, and it must be."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"
EXCUSE = "../shared is absent"


def inexcusable(reason: str, shared_is_here: bool) -> bool:
    """Whether a skipped test could have run."""
    return EXCUSE not in reason or shared_is_here


class Skips:
    """Gathers the skips of a run, and fails it in CI if one of them has no true excuse."""

    def __init__(self) -> None:
        self.wrong: list[tuple[str, str]] = []

    def note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
            if inexcusable(str(reason), SHARED.is_dir()):
                self.wrong.append((report.nodeid, str(reason)))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.note(report)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.wrong and os.environ.get("CI") and session.exitstatus == 0:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for reason, number in Counter(reason for _, reason in self.wrong).items():
            terminalreporter.write_line(f"SKIPPED WITHOUT A TRUE EXCUSE, {number} of: {reason}")
