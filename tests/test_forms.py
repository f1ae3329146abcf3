"""The schemas for editor programs: current, sound, and of one mind with the validator."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

import sites
from headcount import forms, frontmatter, schema, yamlfile
from headcount.model import Place

IDS = [form.name for form in forms.FORMS]


@pytest.mark.parametrize("path", sorted(forms.written()))
def test_what_is_committed_is_what_the_definitions_give(path: str) -> None:
    """Who adds a key runs `make schemas`; an old schema would underline it as unknown."""
    assert (sites.ROOT / path).read_bytes() == forms.written()[path]


@pytest.mark.parametrize("form", forms.FORMS, ids=IDS)
def test_each_is_draft_07_and_explains_every_key(form: forms.Form) -> None:
    """A later draft is not read by the extension, and a key without words helps nobody."""
    made = forms.schema(form)
    Draft7Validator.check_schema(made)
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert all(value["description"] for value in made["properties"].values())


def test_settings_lead_from_files_to_schemas() -> None:
    """Both sides of each line exist; front matter has none, for the extension doesn't read it."""
    lines = json.loads((sites.ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    for path, globs in lines.items():
        assert (sites.ROOT / path).is_file()
        assert not [glob for glob in globs if glob.endswith(".md")]


@pytest.mark.parametrize("path", ["data/site.yaml", "data/organisations.yaml"])
def test_the_demo_s_files_name_their_schema(path: str) -> None:
    """Any program with a YAML language server finds it by the first line."""
    name = path.removeprefix("data/").removesuffix(".yaml")
    first = (sites.ROOT / path).read_text("utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=../{forms.FOLDER}{name}.json"


# ---------------------------------------------------------------- one mind

WORDS = st.sampled_from(["about 300 jobs", "no", "2024", "c-0123456789", "a: b", "", " ", "é", "x"])
NUMBERS = st.integers(-5, 10_000) | st.sampled_from([0.5, -2.25, 1.1])
ANY = WORDS | NUMBERS | st.booleans() | st.none() | st.just([]) | st.just({})
POINTS = st.sampled_from(
    [
        *("2024", "2024-02", "2024-13", "2024-02-06", "2024-02-30", "2024-04-31", "2024-00"),
        *("2024-02~", "2024-02-06?", "2024%", "2024-21", "2024-33", "2024-37", "2024-21-01"),
        *("202X", "20XX", "000X", "00XX", "2XXX", "20XX-02", "2024-XX", "2024-02-XX"),
        *("2024-XX-01", "2024-XX-XX", "0000", "24", "2024-2", "..", "", "6 February 2024"),
    ]
)
DATES = POINTS | st.tuples(POINTS, POINTS).map("/".join)
ADDRESSES = st.sampled_from(
    [
        *("https://a.example", "http://a.example:80/b?c#d", "HTTPS://a.example/", "https://a:/"),
        *("https://", "https:///b", "https://:80", "https://a b", "https://a.example:port", "a.b"),
        *("https://a@b.example", "https://[::1]/", "mailto:a@b.example", "//a.example", "ftp://a"),
        *("https://a.example/<b>", "https://?a", "https://#a", "https://a.example/ü"),
    ]
)
SLUGS = st.sampled_from(["a", "a-1", "2024", "A", "a_b", "-a", "a-", "a--b", "", "é", "a" * 81])


def values(type_: schema.Type) -> st.SearchStrategy[Any]:
    """Values of which about half are what the type wants."""
    return ANY | fitting(type_)


def fitting(type_: schema.Type) -> st.SearchStrategy[Any]:
    match type_:
        case schema.Date():
            return DATES
        case schema.Address():
            return ADDRESSES
        case schema.Slug():
            return SLUGS
        case schema.Choice(words):
            return st.sampled_from(words)
        case schema.Flag():
            return st.booleans()
        case schema.Whole():
            return st.integers(-9, 9)
        case schema.Many(inner):
            return st.lists(values(inner), max_size=2)
        case schema.Table(inner, keys):
            names = st.sampled_from(keys) | SLUGS if keys else SLUGS
            return st.dictionaries(names, values(inner), max_size=2)
        case schema.Record():
            return records(type_)
        case schema.Reference():
            return WORDS | records(schema.BY_WORDS)
        case _:
            return WORDS


def records(record: schema.Record) -> st.SearchStrategy[dict[str, Any]]:
    """Mostly what is required is there and right; now and then a key that nobody knows."""
    must = {field.key: fitting(field.type) for field in record.fields if field.required}
    may = {field.key: values(field.type) for field in record.fields}
    odd = st.dictionaries(st.sampled_from(["titel", "x"]), WORDS, max_size=1)
    some = st.fixed_dictionaries({}, optional=may)
    chosen = st.tuples(st.fixed_dictionaries(must), some, odd, st.integers(0, 3))
    return chosen.map(lambda parts: {**parts[0], **parts[1], **(parts[2] if not parts[3] else {})})


def refused(data: object, record: schema.Record) -> bool:
    """Whether the validator finds anything wrong with what a program would write as YAML."""
    node, problems = yamlfile.read(json.dumps(data), "x.yaml")
    assert problems == ()
    return bool(frontmatter.keys(node, record, Place("x.yaml"))[1])


def unsayable(data: object) -> bool:
    """Whether it holds what `forms.LIMITS` says: here, periods that end before they begin."""
    if isinstance(data, dict):
        return any(unsayable(value) for value in data.values())
    if isinstance(data, list):
        return any(unsayable(value) for value in data)
    if not isinstance(data, str) or data.count("/") != 1:
        return False
    return all(schema.edtf.valid(end) for end in data.split("/")) and not schema.edtf.valid(data)


@pytest.mark.parametrize("form", forms.FORMS, ids=IDS)
def test_schema_and_validator_refuse_the_same(form: forms.Form) -> None:
    """Who follows the underlining of an editor program gets past the build, and nothing right is
    underlined."""
    validator = Draft7Validator(forms.schema(form))

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(values(form.record))
    def compare(data: object) -> None:
        told = [error.message for error in validator.iter_errors(data)]
        assert unsayable(data) or refused(data, form.record) == bool(told), (data, told)

    compare()


@pytest.mark.parametrize(
    ("type_", "samples"),
    [
        (schema.Date("any"), DATES),
        (schema.Date("one"), DATES),
        (schema.Date("day"), DATES),
        (schema.Address(), ADDRESSES),
        (schema.Slug(), SLUGS | NUMBERS),
    ],
    ids=["any", "one", "day", "address", "id"],
)
def test_each_pattern_is_the_reader_s(
    type_: schema.Type, samples: st.SearchStrategy[object]
) -> None:
    """A date, address or id inside a long file must not be the one that was never drawn."""
    record = schema.Record((schema.Field("key", type_, "it", required=True),))
    validator = Draft7Validator(forms.described(record))

    @settings(max_examples=600, deadline=None)
    @given(samples)
    def compare(value: object) -> None:
        data = {"key": value}
        if not unsayable(data):
            assert refused(data, record) != validator.is_valid(data), value

    compare()


@pytest.mark.parametrize(
    ("type_", "written"),
    [(schema.Date("day"), "2023-02-29"), (schema.Date(), "2024/2022"), (schema.Whole(), "3.0")],
)
def test_the_limits_are_those_that_are_told(type_: schema.Type, written: str) -> None:
    """What the schema lets pass, the build still refuses."""
    record = schema.Record((schema.Field("key", type_, "it"),))
    node, _ = yamlfile.read(f"key: {written}", "x.yaml")
    assert frontmatter.keys(node, record, Place("x.yaml"))[1]
    value = float(written) if isinstance(type_, schema.Whole) else written
    assert Draft7Validator(forms.described(record)).is_valid({"key": value})


def test_the_comparison_can_fail() -> None:
    """A key that the schema doesn't know is one on which the two differ."""
    known = schema.Record((schema.Field("a", schema.Text(), "a"),))
    both = schema.Record((*known.fields, schema.Field("b", schema.Text(), "b")))
    assert not Draft7Validator(forms.described(known)).is_valid({"b": "x"})
    assert not refused({"b": "x"}, both)
