"""The contract's records: complete, frozen, and free of logic."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from headcount import model

RECORDS = [
    record
    for _, record in inspect.getmembers(model, inspect.isclass)
    if record.__module__.startswith(model.__name__)
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_a_frozen_slotted_dataclass_without_logic(record: type) -> None:
    """What flows down the line can be compared and remembered, and nobody changes it."""
    assert dataclasses.is_dataclass(record)
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(record, "__dict__") or "__slots__" in record.__dict__
    own = [name for name, value in vars(record).items() if inspect.isfunction(value)]
    assert [name for name in own if not name.startswith("__") and name != "_"] == []


def test_every_field_of_a_claim_has_a_span_or_a_basis() -> None:
    """The product's promise: no value without the words, or the named reason, behind it."""
    hints = {field.name: str(field.type) for field in dataclasses.fields(model.Claim)}
    plain = {"id", "article", "kind", "rule", "tier", "hand"}
    for name, hint in hints.items():
        if name in plain:
            continue
        words = hint.replace("tuple[", "").replace(", ...]", "").replace(" | None", "")
        record = getattr(model, words)
        names = {field.name for field in dataclasses.fields(record)}
        assert "at" in names, f"{name} has no span"


def test_the_lists_have_no_doubles() -> None:
    """One name for one thing."""
    for entries in (model.KINDS, model.STATUSES, model.QUALIFIERS):
        ids = [entry.id for entry in entries]  # type: ignore[attr-defined]
        assert len(ids) == len(set(ids))


def test_statuses_are_the_designs_list_in_the_order_of_progress() -> None:
    """One list, mapped to the corpus' labels in one place."""
    assert [status.id for status in model.STATUSES] == [
        "reported",
        "planned",
        "announced",
        "under_way",
        "completed",
        "cancelled",
        "denied",
    ]
    labels = {"announced", "planned", "reported", "completed", "denied"}
    assert {status.corpus for status in model.STATUSES} == labels


def test_only_what_an_employer_says_or_has_done_counts_in_the_low_end() -> None:
    """A plan is never added, and a rumour only widens the interval."""
    counts = {status.id: status.counts for status in model.STATUSES}
    assert {key for key, value in counts.items() if value == "both"} == {
        "announced",
        "under_way",
        "completed",
    }
    assert counts["reported"] == "high"
    assert counts["planned"] == counts["cancelled"] == counts["denied"] == "no"


def test_a_vague_word_has_a_band_only_for_matching() -> None:
    """Bands are ordered, and an exact number has none."""
    for qualifier in model.QUALIFIERS:
        if not qualifier.vague:
            assert qualifier.low is None
        elif qualifier.low is not None:
            assert qualifier.high is not None
            assert qualifier.low < qualifier.high
