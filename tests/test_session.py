"""What a watch says: which files, how long, and what to do where it can't go on as it was."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from headcount import cli, pipeline, serve, session
from headcount.model import Problem
from headcount.press import Outcome
from headcount.watch import Snapshot

BUILT = Outcome(pipeline.Build({}, {}, ()))


@pytest.mark.parametrize(
    ("changed", "outcome", "seconds", "line"),
    [
        (("a.md",), BUILT, 0.1204, "a.md: rebuilt in 120 ms"),
        (("a.md", "b.md"), BUILT, 4.21, "2 files (a.md, b.md): rebuilt in 4.2 s"),
        (tuple("abcd"), BUILT, 0.05, "4 files (a, b, c, …): rebuilt in 50 ms"),
        (
            ("a.md",),
            Outcome(errors=1),
            0.2,
            "a.md: not built, 1 error; the last good site stays (200 ms)",
        ),
        ((), BUILT, 0.2, "nothing: rebuilt in 200 ms"),
    ],
)
def test_each_save_is_told_in_a_line(
    changed: tuple[str, ...], outcome: Outcome, seconds: float, line: str
) -> None:
    """Which files, and how long until it could be seen."""
    assert session.told(Snapshot({}, changed, 0.0), outcome, seconds) == line


def test_a_taken_port_leads_to_a_free_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message can be copied, and the port that it names can be used."""
    with socket.socket() as taken, socket.socket() as next_:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with suppress(OSError):
            next_.bind(("127.0.0.1", port + 1 if port < 65535 else 0))
        assert cli.main(tmp_path, ["--watch", "--port", str(port)]) == 1
    said = capsys.readouterr().err
    start = f"build.py:1:1: error[port]: port {port} can't be used: address already in use; add "
    assert said.startswith(start)
    other = int(said.removeprefix(start).split()[1].rstrip(","))
    assert other not in (port, port + 1)
    serve.server(serve.Board(), other).server_close()


def test_a_changed_program_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes on with what it began with, and whoever mends it must not wonder why."""
    looks = iter(range(1, 1000))
    monkeypatch.setattr(session, "LOOK", 0.001)
    monkeypatch.setattr(session, "_program", lambda: frozenset({(Path("old.py"), next(looks))}))
    over = threading.Event()
    threading.Timer(0.1, over.set).start()
    said: list[Problem] = []
    session._wait(over, said.extend)
    assert [(one.place.file, one.code, one.severity) for one in said] == [
        ("headcount/old.py", "program", "warning")
    ]


def test_a_thread_that_fails_says_that_it_is_a_bug(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback reaches an editor, from whichever thread."""
    told: list[BaseException | None] = []

    def broken() -> None:
        raise ZeroDivisionError("lost")

    with session._threads(told.append):
        thread = threading.Thread(target=broken)
        thread.start()
        thread.join()
    assert [repr(one) for one in told] == ["ZeroDivisionError('lost')"]
    assert capsys.readouterr().err == ""
