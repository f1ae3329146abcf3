"""A memo gives what the function gave, forgets when the code changes, and never shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from headcount import memo
from headcount.model import Place, Problem


class Counted:
    """A pure stage that tells how often it ran."""

    def __init__(self) -> None:
        self.runs = 0

    def stage(self) -> Callable[[Place, str], Problem]:
        def located(place: Place, message: str) -> Problem:
            self.runs += 1
            return Problem(place, "x", message)

        return located


PLACE = Place("a.md", 2, 3)


def test_the_same_call_runs_once_and_gives_the_same_object() -> None:
    """Unchanged values keep their identity within one process."""
    counted = Counted()
    remembered = memo.Memo(memo.Store(), "1")
    stage = counted.stage()
    first = remembered.call("s", stage, PLACE, "wrong")
    assert remembered.call("s", stage, Place("a.md", 2, 3), "wrong") is first
    assert counted.runs == 1


def test_another_process_finds_it_in_the_store() -> None:
    """What one run computed, the next one reads."""
    counted, store = Counted(), memo.Store()
    stage = counted.stage()
    first = memo.Memo(store, "1").call("s", stage, PLACE, "wrong")
    assert memo.Memo(store, "1").call("s", stage, PLACE, "wrong") == first
    assert counted.runs == 1


@pytest.mark.parametrize(
    ("code", "stage", "place", "message"),
    [
        ("2", "s", PLACE, "wrong"),
        ("1", "t", PLACE, "wrong"),
        ("1", "s", Place("a.md", 2, 4), "wrong"),
        ("1", "s", PLACE, "wrong!"),
    ],
)
def test_any_other_call_runs(code: str, stage: str, place: Place, message: str) -> None:
    """Code, stage and every argument are part of the key."""
    counted, store = Counted(), memo.Store()
    function = counted.stage()
    memo.Memo(store, "1").call("s", function, PLACE, "wrong")
    memo.Memo(store, code).call(stage, function, place, message)
    assert counted.runs == 2


def test_nothing_remembers_nothing() -> None:
    """A clean build never reads what another one left."""
    counted = Counted()
    stage = counted.stage()
    assert memo.NOTHING.call("s", stage, PLACE, "a") == memo.NOTHING.call("s", stage, PLACE, "a")
    assert counted.runs == 2


def test_bytes_are_kept_as_they_are() -> None:
    """A rendered page lies in the store as the very bytes that are published."""

    def page(title: str) -> bytes:
        return title.encode()

    store = memo.Store()
    remembered = memo.Memo(store, "1")
    assert remembered.call("page", page, "Ä") == "Ä".encode()
    assert store.get(remembered.key("page", ("Ä",))) == "Ä".encode()
    assert memo.Memo(store, "1").call("page", page, "Ä") == "Ä".encode()


def test_a_changed_mapping_is_another_argument() -> None:
    """A dict may change between two calls, so its identity proves nothing."""

    def joined(words: dict[str, str]) -> bytes:
        return "".join(words.values()).encode()

    remembered = memo.Memo(memo.Store(), "1")
    words = {"a": "x"}
    assert remembered.call("s", joined, words) == b"x"
    words["a"] = "y"
    assert remembered.call("s", joined, words) == b"y"


def test_settling_tells_what_was_used_and_forgets_the_rest() -> None:
    """A watching process must not grow with every save."""
    counted = Counted()
    remembered = memo.Memo(Forgetful(), "1")
    stage = counted.stage()
    remembered.call("s", stage, PLACE, "a")
    remembered.call("s", stage, PLACE, "b")
    assert len(remembered.settle()) == 2
    remembered.call("s", stage, PLACE, "b")
    assert remembered.settle() == {remembered.key("s", (PLACE, "b"))}
    assert counted.runs == 2
    remembered.call("s", stage, PLACE, "a")
    assert counted.runs == 3


class Forgetful(memo.Store):
    """A store that loses everything at once, as any store may."""

    def put(self, key: str, value: bytes) -> None:
        pass


def test_the_code_hash_is_one_and_real() -> None:
    """It is taken from this package's files, so it can't be the hash of nothing."""
    assert memo.code_hash() == memo.code_hash()
    assert len(memo.code_hash()) == 64
    assert memo.Memo(memo.Store()).key("s", ()) != memo.Memo(memo.Store(), "1").key("s", ())
