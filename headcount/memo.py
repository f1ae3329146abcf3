"""Remembered results of pure stages: never seen in what is built, only in how long it takes.

A key is (stage, code, arguments): the code stands for every file of this package and the versions
of the libraries, so that no result outlives the program that made it. A store holds bytes and may
lose any of them at any time.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Protocol, TypeVar, TypeVarTuple, get_type_hints

from headcount import codec

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

LIBRARIES = ("altair", "jinja2", "markdown", "nh3", "pyyaml", "vl-convert-python")


class Storage(Protocol):
    """Where results lie: bytes by key, as `Store` keeps them in memory."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, value: bytes) -> None: ...


class Store:
    """Results in memory, for one process."""

    def __init__(self) -> None:
        self._values: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self._values.get(key)

    def put(self, key: str, value: bytes) -> None:
        self._values[key] = value


@cache
def code_hash() -> str:
    """The hash of this package's files and of the versions of what it runs on."""
    root = Path(__file__).parent
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".yaml"):
            digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in LIBRARIES:
        digest.update(f"\0{name} {_version(name)}".encode())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


class Memo:
    """Calls pure functions, or gives what they returned to the same arguments before.

    In one process the very same object comes back for the same key, so that what did not change
    keeps its identity, and an argument that is the same object is not hashed again.
    """

    def __init__(self, store: Storage, code: str | None = None) -> None:
        self._store = store
        self._code = code
        self._values: dict[str, Any] = {}
        self._digests: dict[int, tuple[object, str]] = {}
        self._used: set[str] = set()
        self._seen: set[int] = set()

    def call(self, stage: str, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """`function(*arguments)`; the annotated return type says how the result is kept.

        The function must be pure and its return type bytes or what `codec` knows.
        """
        key = self.key(stage, arguments)
        self._used.add(key)
        if key not in self._values:
            kind = get_type_hints(function)["return"]
            data = self._store.get(key)
            if data is None:
                self._values[key] = function(*arguments)
                self._store.put(key, _packed(kind, self._values[key]))
            else:
                self._values[key] = _unpacked(kind, data)
        result: T = self._values[key]
        return result

    def key(self, stage: str, arguments: tuple[object, ...]) -> str:
        """64 hex digits that stand for a stage, this code and these arguments."""
        code = code_hash() if self._code is None else self._code
        parts = [stage, code, *(self._digest(argument) for argument in arguments)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def settle(self) -> frozenset[str]:
        """The keys used since the last call; forgets, in this process, all the others.

        A build that failed before it came to its last stage should not be settled.
        """
        used = frozenset(self._used)
        self._values = {key: value for key, value in self._values.items() if key in used}
        self._digests = {key: pair for key, pair in self._digests.items() if key in self._seen}
        self._used, self._seen = set(), set()
        return used

    def _digest(self, argument: object) -> str:
        self._seen.add(id(argument))
        known = self._digests.get(id(argument))
        if known is not None and known[0] is argument and not isinstance(argument, dict):
            return known[1]
        digest = hashlib.sha256(codec.canonical(argument)).hexdigest()
        self._digests[id(argument)] = (argument, digest)
        return digest


def _packed(kind: Any, value: Any) -> bytes:
    if kind is bytes:
        return bytes(value)
    return json.dumps(codec.dump(value), separators=(",", ":")).encode()


def _unpacked(kind: Any, data: bytes) -> Any:
    return data if kind is bytes else codec.load(kind, json.loads(data))


class Nothing(Memo):
    """Remembers nothing: the clean build that every other must equal."""

    def __init__(self) -> None:
        super().__init__(Store())

    def call(self, stage: str, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        return function(*arguments)


NOTHING = Nothing()
