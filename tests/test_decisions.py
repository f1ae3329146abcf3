"""Decisions: what an editor settles, and the claims that an editor writes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headcount import decisions, references
from headcount.model import (
    Article,
    BetweenDecision,
    Claim,
    Correction,
    Mark,
    Organisation,
    Person,
    Place,
    Prefer,
    Publisher,
    Registry,
    RelationDecision,
    Span,
)
from headcount.source import claim_id, text_of

FOLDER = "content/events/"
BODY = (
    "Oakfield Paper cut about 300 jobs\nat its tissue arm in March 2031, a memo says. "
    "It paid “$4 million, all-cash” for Elm. “We had no choice,” said Ann Lee. "
    "Twice, twice. Nearly 12 percent of staff go, per the Herald."
)
ARTICLE = Article("gazette", "content/articles/gazette.md", "T", BODY, "Gazette", "2031-04", line=5)
REGISTRY = Registry(
    (
        Organisation("oakfield", "Oakfield Paper", ("Oakfield",), watch=True),
        Organisation("tissue", "Oakfield Tissue", short=("tissue arm",), parent="oakfield"),
        Organisation("elm", "Elm"),
    ),
    (Publisher("herald", "Evening Herald", "Herald"),),
    (Person("ann-lee", "Ann Lee", role="chief executive", organisation="oakfield"),),
)
LINE = (
    "{article: gazette, quote: 'Oakfield Paper cut about 300 jobs at its tissue arm in March 2031'"
)


def read(
    text: str, article: Article = ARTICLE, registry: Registry = REGISTRY
) -> tuple[decisions.Decision | None, list[str]]:
    """One decision file and its problems, as "line:column message; remedy"."""
    found, problems = decisions.read({f"{FOLDER}a.md": text.encode()}, (article,), registry)
    said = [f"{p.place.line}:{p.place.column} {p.message}; {p.remedy}" for p in problems]
    return (found[0] if found else None), said


def made(keys: str, quote: str, **changes: object) -> Claim:
    """The one claim that these keys and this quote make, in an article changed so."""
    text = f"---\nclaims:\n- article: gazette\n  quote: '{quote}'\n{keys}---\n"
    decision, problems = read(text, replace(ARTICLE, **changes))  # type: ignore[arg-type]
    assert problems == []
    assert decision is not None
    (claim,) = decision.claims
    return claim


WHOLE = """\
---
title: Oakfield cuts jobs
date: 2031-03
anchors: [c-0123456789, {article: gazette, words: about 300 jobs}]
prefer:
- field: jobs
  claim: {article: gazette, words: "about 300   jobs"}
  reason: It counts.
relations:
- {is: part_of, to: 2031-oakfield-layoff, reason: The paper says so.}
between:
- with: other
  field: order
  question: Which came first?
  values:
  - {text: this, claims: [c-0123456789]}
  - {text: that, claims: [{article: gazette, words: Twice}]}
  reason: One has a date.
milestones: {announced: 2031-02, closed: 2031-03-04}
join: [old-one]
split: [c-1111111111]
hide: true
confirm: [c-2222222222]
reject: [c-3333333333]
corrections:
- {date: 2031-04-05, text: It said 400.}
---
It happened.
"""


def test_every_key_arrives() -> None:
    """A decision has all that the file says, and knows where each part of it stands."""
    decision, problems = read(WHOLE)
    assert problems == []
    assert decision is not None
    assert decision.id == "a"
    assert (decision.title, decision.date, decision.narrative) == (
        "Oakfield cuts jobs",
        "2031-03",
        "It happened.\n",
    )
    assert decision.anchors == ("c-0123456789", "gazette#about 300 jobs")
    assert decision.prefer == (Prefer("jobs", "gazette#about 300 jobs", "It counts."),)
    assert decision.relations == (
        RelationDecision("part_of", "2031-oakfield-layoff", "The paper says so."),
    )
    assert decision.between == (
        BetweenDecision(
            "other",
            "order",
            "Which came first?",
            (("this", ("c-0123456789",)), ("that", ("gazette#Twice",))),
            "One has a date.",
        ),
    )
    assert decision.milestones == (("announced", "2031-02"), ("closed", "2031-03-04"))
    assert (decision.join, decision.split, decision.hide) == (("old-one",), ("c-1111111111",), True)
    assert (decision.confirm, decision.reject) == (("c-2222222222",), ("c-3333333333",))
    assert decision.corrections == (Correction("2031-04-05", "It said 400."),)
    places = dict(decision.places)
    assert places["prefer.0.claim"] == Place(f"{FOLDER}a.md", 7, 10)
    assert places["between.0.values.1.claims.0"] == Place(f"{FOLDER}a.md", 17, 27)


def test_the_grammar_reads_the_values_out_of_the_words() -> None:
    """The editor names words; numbers, dates and spans come from the article."""
    claim = made(
        "  kind: layoff\n  status: completed\n  jobs: about 300\n  units: [tissue arm]\n"
        "  date: March 2031\n  via: [memo]\n",
        "Oakfield Paper cut about 300 jobs at its tissue arm in March 2031, a memo says.",
    )
    assert claim.quote.text == text_of(ARTICLE, claim.quote.at) == BODY[:79]
    assert claim.jobs is not None
    assert (claim.jobs.low, claim.jobs.high, claim.jobs.qualifier) == (300, 300, "about")
    assert text_of(ARTICLE, claim.jobs.at) == "about 300"
    assert claim.date is not None
    assert (claim.date.edtf, claim.date.basis) == ("2031-03", "explicit")
    assert text_of(ARTICLE, claim.date.at) == "March 2031"
    assert [(unit.is_, unit.name) for unit in claim.units] == [("tissue", "Oakfield Tissue")]
    assert (claim.organisation.is_, claim.organisation.basis) == ("oakfield", "family")
    assert [via.is_ for via in claim.via] == ["memo"]
    assert claim.status == Mark("completed", None, "decision")
    assert claim.scope == Mark("part", None, "default")
    assert (claim.rule, claim.tier, claim.hand) == ("hand", "published", f"{FOLDER}a.md")
    assert claim.id == claim_id(claim)


def test_a_purchase_has_its_price_and_terms() -> None:
    """A sum and its terms are words of the quote as well."""
    claim = made(
        "  kind: acquisition\n  status: completed\n  organisation: oakfield\n"
        "  units: [Elm]\n  money: $4 million\n  terms: all-cash\n",
        "It paid “$4 million, all-cash” for Elm.",
    )
    assert claim.money is not None
    assert (claim.money.amount, claim.money.currency) == (4_000_000, "USD")
    assert claim.terms is not None
    assert (claim.terms.is_, text_of(ARTICLE, claim.terms.at or Span("body", 0, 1))) == (
        "all-cash",
        "all-cash",
    )
    assert (claim.organisation.is_, claim.organisation.at) == ("oakfield", None)


@pytest.mark.parametrize(
    ("direct", "note", "fidelity"),
    [
        ("true", None, "verbatim"),
        ("true", "translated by its publisher", "translated"),
        ("false", None, "indirect"),
    ],
)
def test_a_statement_has_its_speaker(direct: str, note: str | None, fidelity: str) -> None:
    """A back-translated quotation is nobody's own words."""
    claim = made(
        f"  kind: statement\n  topic: motive\n  said_by: Ann Lee\n  direct: {direct}\n",
        "“We had no choice,” said Ann Lee.",
        language_note=note,
    )
    assert claim.said_by is not None
    assert (claim.said_by.is_, claim.said_by.fidelity) == ("ann-lee", fidelity)
    assert claim.topic == Mark("motive", None, "decision")
    assert (claim.organisation.is_, claim.organisation.basis) == ("oakfield", "decision")


def test_a_share_has_its_whole() -> None:
    """What a share is a share of is said by the editor, as is what a figure measures."""
    claim = made(
        "  kind: figure\n  measure: workforce\n  percent: Nearly 12 percent\n"
        "  percent_of: workforce\n  said_by: ann-lee\n  via: [Herald]\n",
        "Nearly 12 percent of staff go, per the Herald.",
    )
    assert claim.percent is not None
    assert (claim.percent.value, claim.percent.of) == (12.0, "workforce")
    assert claim.measure == Mark("workforce", None, "decision")
    assert claim.said_by is not None
    assert (claim.said_by.name, claim.said_by.at) == ("Ann Lee", None)
    assert [via.is_ for via in claim.via] == ["herald"]


START = "---\nclaims:\n- "
ALL = "{article: gazette, kind: layoff, status: announced, quote: "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"{START}{ALL}Oakfield Paper axed}}\n---\n",
            '3:62 these words do not stand in "gazette": "Oakfield Paper axed"; '
            'nearest are "Oakfield Paper cut" (content/articles/gazette.md:5:1); '
            "copy them from the article",
        ),
        (
            f"{START}{ALL}twice}}\n---\n".replace("twice", "a"),
            f'3:62 these words stand {BODY.count("a")} times in "gazette": "a"; '
            "write more of the sentence",
        ),
        (
            f"{START}{ALL}'\"we had no choice,\"'}}\n---\n",
            '3:62 these words do not stand in "gazette": ""we had no choice,""; '
            "write them as the article does: “We had no choice,”",
        ),
        (
            f"{START}{ALL.replace('gazette', 'gazete')}Twice}}\n---\n",
            '3:13 no article has the id "gazete"; did you mean "gazette"?',
        ),
        (
            f"{START}{ALL}Oakfield Paper cut about 300 jobs, jobs: 300 jobs}}\n---\n",
            '3:103 "jobs" is not a number that can be read: "300 jobs"; '
            "name exactly its words, with words like about or over and nothing else",
        ),
        (
            f"{START}{ALL}Oakfield Paper cut about 300 jobs, jobs: about 400}}\n---\n",
            '3:103 "jobs" does not stand in the quote: "about 400"; copy them from the article',
        ),
        (
            f"{START}{ALL}'Twice, twice.', date: wice}}\n---\n",
            '3:85 "date" stands 2 times in the quote: "wice"; write more of its words',
        ),
        (
            f"{START}{ALL}'Oakfield Paper cut about 300 jobs', date: about 300}}\n---\n",
            '3:105 "date" does not say when: "about 300"; '
            "name exactly the words of the date, and nothing else",
        ),
        (
            f"{START}{{article: gazette, kind: layoff, quote: 'Twice, twice.'}}\n---\n",
            '3:3 "status" is missing, which a claim of the kind "layoff" needs; '
            "write status: reported / planned / announced / under_way / completed / "
            "cancelled / denied",
        ),
        (
            f"{START}{{article: gazette, kind: layof, quote: 'Twice, twice.'}}\n---\n",
            '3:28 "kind" can\'t be "layof"; did you mean "layoff"?',
        ),
        (
            "---\nprefer: [{field: job, claim: c-1, reason: x}]\n---\n",
            '2:18 "field" can\'t be "job"; did you mean "jobs"?',
        ),
        (
            "---\nanchors: [{article: gazete, words: x}]\n---\n",
            '2:21 no article has the id "gazete"; did you mean "gazette"?',
        ),
        (
            "---\nanchors: [{article: gazette}]\n---\n",
            '2:11 "words" is missing; '
            "write words: <words of the claim, as the article has them>",
        ),
        ("---\nhide: yes\n---\n", '2:7 "hide" is not true or false: "yes"; write true'),
        (
            "---\ncorrections: [{date: 2031-04, text: x}]\n---\n",
            '2:22 "date" is not a date: "2031-04"; write 2024-02-06',
        ),
        (
            "---\nmilestones: {announcd: 2031}\n---\n",
            '2:14 unknown key "announcd"; did you mean "announced"?',
        ),
        (
            "---\nrelations: {is: part_of}\n---\n",
            '2:12 "relations" is not a list of entries: a group of keys; '
            "write a list: one entry on each line, after a hyphen",
        ),
        ("---\n---\n" + "> " * 9 + "x", "3:1 lists or quotations nested more than 8 deep; "
         "write them flatter"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_remedy(text: str, said: str) -> None:
    """Each mistake gives exactly one message, which says what to write instead."""
    assert read(text)[1] == [said]


def test_an_employer_is_never_guessed() -> None:
    """Where nobody is watched, the editor must name the employer."""
    text = f"{START}{ALL}'Twice, twice.'}}\n---\n"
    _, said = read(text, registry=Registry())
    assert said == [
        "3:3 whose claim is this? no organisation, or more than one, is watched; "
        "write organisation: <its words in the quote, or its id>"
    ]


@pytest.mark.parametrize("name", ["a.txt", "A b.md", "a.yaml"])
def test_a_file_name_is_an_id(name: str) -> None:
    """The file's name is the event's address, so it must be able to be one."""
    found, problems = decisions.read({FOLDER + name: b"---\n---\n"}, (), Registry())
    assert found == ()
    assert [problem.message for problem in problems] == ["not an event's file name"]


@given(
    st.binary(max_size=80)
    | st.text(max_size=80).map(lambda text: f"---\n{text}\n---\n".encode())
    | st.recursive(
        st.sampled_from(["gazette", "layoff", "Twice", "x", "true", "2031", "''"]),
        lambda inner: st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.lists(st.tuples(st.sampled_from(
            ["claims", "article", "quote", "kind", "jobs", "date", "prefer", "claim", "units",
             "anchors", "words", "between", "values", "milestones", "corrections"]), inner),
            max_size=4, unique_by=lambda pair: pair[0],
        ).map(lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"),
        max_leaves=8,
    ).map(lambda flow: f"---\nclaims: [{flow}]\nprefer: {flow}\nanchors: {flow}\n---\n".encode())
)  # fmt: skip
def test_any_bytes_give_a_decision_or_a_problem(data: bytes) -> None:
    """No file raises, and none is passed over in silence."""
    found, problems = decisions.read({f"{FOLDER}a.md": data}, (ARTICLE,), REGISTRY)
    assert found or problems


@given(st.integers(0, len(BODY)), st.integers(1, 60))
def test_words_lead_back_to_their_claim(start: int, length: int) -> None:
    """Any words of a quote mean the one claim that was made of it."""
    claim = made(
        "  kind: layoff\n  status: completed\n  jobs: about 300\n",
        "Oakfield Paper cut about 300 jobs at its tissue arm",
    )
    words = claim.quote.text[start % 40 :][:length].strip()
    if words:
        assert references.resolve(references.reference("gazette", words), (claim,)) == claim.id
