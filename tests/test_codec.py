"""Records survive the way to plain data and back, and their canonical text is one and theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import MappingProxyType
from typing import Any, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headcount import codec, model

RECORDS = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__.startswith(model.__name__)
]


def records(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.builds(
        kind, **{field.name: st.from_type(hints[field.name]) for field in fields(kind)}
    )


@pytest.mark.parametrize(
    "kind", [one for one in RECORDS if one is not model.Timeline], ids=lambda kind: kind.__name__
)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_record_survives_json(kind: Any, data: st.DataObject) -> None:
    """What the cache gives back is what was put in, to the last field and type."""
    survives(kind, data)


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_timeline_survives_json(data: st.DataObject) -> None:
    """The record that holds all the others: twice, for to draw one takes seconds."""
    survives(model.Timeline, data)


def survives(kind: Any, data: st.DataObject) -> None:
    st.register_type_strategy(float, st.floats(allow_nan=False))
    value = data.draw(records(kind))
    text = json.dumps(codec.dump(value))
    again = codec.load(kind, json.loads(text))
    assert again == value
    assert repr(again) == repr(value)


@dataclass(frozen=True, slots=True)
class Loose:
    """The kinds of field that the model itself doesn't have."""

    data: bytes
    by_name: Mapping[str, tuple[int, ...]]
    pair: tuple[str, int | None]


@given(st.binary(), st.dictionaries(st.text(), st.lists(st.integers()).map(tuple)), st.text())
def test_bytes_mappings_and_pairs_survive(data: bytes, by_name: Any, word: str) -> None:
    """Page records hold more than the model does."""
    value = Loose(data, by_name, (word, None))
    assert codec.load(Loose, json.loads(json.dumps(codec.dump(value)))) == value


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (model.Span, {"in_": "body", "start": 1}),
        (model.Span, {"in_": "body", "start": 1, "end": 2, "more": 3}),
        (model.Span, {"in_": "margin", "start": 1, "end": 2}),
        (model.Span, {"in_": "body", "start": True, "end": 2}),
        (model.Span, {"in_": "body", "start": 1.0, "end": 2}),
        (model.Span, ["body", 1, 2]),
        (model.Correction, {"date": None, "text": ""}),
        (model.Total, {"low": 0, "high": 0, "open_": 0, "terms": []}),
        (Loose, {"data": "%%", "by_name": {}, "pair": ["a", 1]}),
        (Loose, {"data": "", "by_name": {}, "pair": ["a"]}),
    ],
)
def test_data_of_another_shape_are_refused(kind: Any, data: Any) -> None:
    """A cache entry of an older program must not become a record with holes."""
    with pytest.raises(ValueError, match=r"\w"):
        codec.load(kind, data)


@pytest.mark.parametrize("value", [{1, 2}, object(), model.Span])
def test_what_has_no_one_form_is_refused(value: object) -> None:
    """A set has no order, so its text would change from run to run."""
    with pytest.raises(TypeError):
        codec.dump(value)
    with pytest.raises(TypeError):
        codec.canonical(value)


def test_canonical_text_ignores_the_order_of_a_mapping() -> None:
    """A folder is listed in any order; its hash is one."""
    assert codec.canonical({"a": b"1", "b": b"2"}) == codec.canonical({"b": b"2", "a": b"1"})
    assert codec.canonical(MappingProxyType({"a": 1})) == codec.canonical({"a": 1})


@dataclass(frozen=True, slots=True)
class Place:
    """The same fields as `model.Correction`, meaning something else."""

    date: str
    text: str


def test_canonical_text_tells_types_apart() -> None:
    """Two pages with the same words are still two pages."""
    texts = {
        codec.canonical(value)
        for value in (Place("a", "b"), model.Correction("a", "b"), ("a", "b"), {"date": "a"}, b"a")
    }
    assert len(texts) == 5
    assert codec.canonical(("YQ==",)) != codec.canonical((b"a",))
