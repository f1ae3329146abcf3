"""Reading what is right in a mapping that `schema` has checked.

What is wrong has been reported by then and is passed over here, so that a reader never fails.
"""

from __future__ import annotations

from headcount.language import edtf
from headcount.model import Place
from headcount.yamlfile import Mapping, Node, Scalar, Sequence


def text(node: Mapping, key: str) -> str | None:
    """The words of `key`, or None."""
    value = node.get(key)
    return value.text if isinstance(value, Scalar) and value.text else None


def texts(node: Mapping, key: str) -> tuple[str, ...]:
    """The words of each item of the list `key`."""
    return tuple(item.text for item in items(node, key) if isinstance(item, Scalar) and item.text)


def flag(node: Mapping, key: str) -> bool:
    """Whether `key` is there and true."""
    value = node.get(key)
    return isinstance(value, Scalar) and value.value is True


def date(node: Mapping, key: str) -> str | None:
    """The EDTF of `key`, or None if it isn't there or none."""
    value = text(node, key)
    return value if value is not None and edtf.valid(value) else None


def items(node: Mapping, key: str) -> tuple[Node, ...]:
    """What the list `key` holds."""
    value = node.get(key)
    return value.items if isinstance(value, Sequence) else ()


def records(node: Mapping, key: str) -> tuple[Mapping, ...]:
    """The mappings that the list `key` holds."""
    return tuple(item for item in items(node, key) if isinstance(item, Mapping))


def table(node: Mapping, key: str) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of the mapping `key`."""
    value = node.get(key)
    return value.entries if isinstance(value, Mapping) else ()


def place(node: Mapping, key: str) -> Place:
    """Where the value of `key` stands; the mapping's own place if it isn't there."""
    value = node.get(key)
    return value.place if value is not None else node.place
