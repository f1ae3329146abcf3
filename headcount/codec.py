"""Records to plain JSON data and back, exactly; and one canonical text of any value, for keys.

The types of a record's fields are the only schema: scalars, `Literal`, `Optional`, unions of
records, tuples (of one type or of fixed length), mappings by text, bytes and frozen dataclasses.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Load = Callable[[Any], Any]


def dump(value: object) -> Any:
    """A record as dicts, lists and scalars. Bytes become base64 text.

    A record in a union of records is not told apart by this; `load` refuses such a union.
    Raises TypeError for a value of any other kind (a set has no order, so no one form).
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: dump(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Mapping):
        return {key: dump(item) for key, item in value.items()}
    raise TypeError(f"no plain form of {type(value).__name__}")


def load(kind: type[T], data: Any) -> T:
    """The value of type `kind` that `dump` made `data` from.

    Raises ValueError if the data don't have that shape: a field missing, unknown or of another
    type, a word outside its `Literal`.
    """
    schema: Any = kind
    result: T = _loader(schema)(data)
    return result


def canonical(value: object) -> bytes:
    """The one JSON text of a value, with the names of its record types: what a key hashes.

    Equal values have equal texts. Mappings are sorted; two types of the same fields differ.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=_tagged)
    return text.encode("ascii")


def _tagged(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        return {f"\0{kind.__qualname__}": {name: getattr(value, name) for name in _names(kind)}}
    if isinstance(value, bytes):
        return {"\0bytes": b64encode(value).decode("ascii")}
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"no canonical form of {type(value).__name__}")


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _loader(kind: Any) -> Load:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in (str, int, float, bool):
        return _scalar(kind)
    if kind is bytes:
        return lambda data: b64decode(_scalar(str)(data), validate=True)
    if kind in (None, NoneType):
        return _literal((None,))
    if origin is Literal:
        return _literal(arguments)
    if origin in (Union, UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(arguments[1])
    if is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"no loader for {kind}")


def _scalar(kind: type) -> Load:
    def scalar(data: Any) -> Any:
        if type(data) is not kind:
            raise ValueError(f"{data!r} is not {kind.__name__}")
        return data

    return scalar


def _literal(words: tuple[Any, ...]) -> Load:
    def literal(data: Any) -> Any:
        for word in words:
            if data == word and type(data) is type(word):
                return word
        raise ValueError(f"{data!r} is none of {words}")

    return literal


def _optional(arguments: tuple[Any, ...]) -> Load:
    rest = [argument for argument in arguments if argument is not NoneType]
    if len(rest) != 1:
        raise TypeError(f"no loader for a union of {rest}")
    inner = _loader(rest[0])
    return lambda data: None if data is None else inner(data)


def _tuple(arguments: tuple[Any, ...]) -> Load:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _loader(arguments[0])
        return lambda data: tuple([item(one) for one in _of(list, data)])
    loaders = [_loader(argument) for argument in arguments]

    def fixed(data: Any) -> Any:
        if len(_of(list, data)) != len(loaders):
            raise ValueError(f"{len(data)} values instead of {len(loaders)}")
        return tuple([loader(one) for loader, one in zip(loaders, data, strict=True)])

    return fixed


def _mapping(kind: Any) -> Load:
    item = _loader(kind)
    return lambda data: {key: item(value) for key, value in _of(dict, data).items()}


def _record(kind: Any) -> Load:
    hints = get_type_hints(kind)
    names = _names(kind)
    loaders: list[tuple[str, Load]] = []

    def record(data: Any) -> Any:
        if not loaders:
            loaders.extend((name, _loader(hints[name])) for name in names)
        if set(_of(dict, data)) != set(names):
            raise ValueError(f"{kind.__name__} has not the keys {sorted(data)}")
        return kind(**{name: loader(data[name]) for name, loader in loaders})

    return record


def _of(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise ValueError(f"{data!r} is not a {kind.__name__}")
    return data
