"""Questions at the terminal, for what an article's file needs and nothing says."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager

from headcount import report
from headcount.additions import ASKED, FIELDS, REQUIRED, mistakes, tidy
from headcount.model import Place

Ask = Callable[[str], str | None]
"""Shows some words and returns the line that is typed, or None once nobody answers."""


@contextmanager
def terminal(piped: bool) -> Iterator[Ask | None]:
    """Somebody to ask, or None. `piped`: standard input holds the text, and is no terminal's.

    A person sits where standard input or, with a pipe in its place, standard error is a terminal.
    """
    with ExitStack() as stack:
        if not (sys.stderr.isatty() and (piped or sys.stdin.isatty())):
            yield None
            return
        try:
            ears = stack.enter_context(open("/dev/tty", encoding="utf-8", errors="replace"))
            mouth = stack.enter_context(open("/dev/tty", "w", encoding="utf-8"))
        except OSError:
            yield None
            return

        def ask(words: str) -> str | None:
            mouth.write(words)
            mouth.flush()
            return ears.readline() or None

        yield ask


def answers(
    values: Mapping[str, str], ask: Ask, proposed: Mapping[str, str] | None = None
) -> dict[str, str]:
    """`values` with what somebody answers for each key that is missing, asked again if mistaken.

    `proposed`: answers that Enter takes. Stops asking where nobody answers any more.
    """
    found = {key: value for key, value in values.items() if value}
    for key in ASKED:
        if key in found:
            continue
        answer = _answer(key, ask, (proposed or {}).get(key, ""))
        if answer is None:
            return found
        if answer:
            found[key] = answer
    return found


def _answer(key: str, ask: Ask, proposed: str) -> str | None:
    """A tidy value without mistakes, "" for what is left out, None if nobody answers."""
    leave = "" if proposed or key in REQUIRED else "; Enter leaves it out"
    taken = f"\n  Enter takes: {proposed}\n  " if proposed else " "
    question = f"{key} ({FIELDS[key].doc}{leave}):{taken}"
    before = ""
    while (line := ask(before + question)) is not None:
        value = tidy(line) or proposed
        wrong = mistakes(key, value, Place(key)) if value else ()
        if wrong:
            before = f"  {report.sentence(wrong[0])}\n"
        elif not value and key in REQUIRED:
            before = f"  an article needs its {key}\n"
        else:
            return value
    return None
