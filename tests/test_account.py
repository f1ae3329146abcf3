"""An account of a claim or event fits a screen and says what an editor asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

import sites
import states
from headcount import account, evidence, merge, pipeline
from headcount.model import BASES, Claim
from stories import REGISTRY, article, claim, reading, story

SITES = [
    pytest.param(sites.project, id="notes"),
    pytest.param(sites.originals, id="originals", marks=sites.needs_shared),
    pytest.param(sites.invented, id="invented", marks=sites.needs_shared),
    pytest.param(states.STATES["review"], id="review"),
]


def lines(text: str | None) -> list[str]:
    """The account's lines, which must fit a screen."""
    assert text is not None
    found = text.splitlines()
    assert len(found) <= evidence.HEIGHT
    assert all(len(line) <= evidence.WIDTH for line in found)
    return found


def fields(text: str | None) -> Mapping[str, str]:
    """The account's first fields by name, unwrapped."""
    found: dict[str, str] = {}
    for line in lines(text)[1:]:
        label = line[: evidence.LABEL].strip()
        last = label or list(found)[-1]
        found[last] = f"{found.get(last, '')} {line[evidence.LABEL :]}".strip()
    return found


@pytest.mark.parametrize("make", SITES)
def test_every_account_fits_one_screen(make: object) -> None:
    """Nobody scrolls to learn where a number comes from."""
    build = pipeline.build(make())  # type: ignore[operator]
    ids = [event.id for event in build.timeline.events]
    ids += [one.id for one in sites.claims_of(build.timeline)]
    assert ids
    for key in ids:
        assert lines(account.told(key, build.timeline, build.articles))[0].startswith(key)


@pytest.mark.parametrize("many", [2, 40])
def test_an_event_of_many_long_claims_fits_too(many: int) -> None:
    """What has no room is counted, so that nothing is missing unsaid."""
    long = " and so on" * 60
    told = [
        story(f"paper-{number:02}", f"It cuts 300 jobs{long}.", jobs=("300", 300, 300, "exact"))
        for number in range(many)
    ]
    timeline, _ = merge.timeline(told, REGISTRY, (), ())
    (event,) = timeline.events
    articles = [one.article for one in told]
    found = fields(account.told(event.id, timeline, articles))
    assert ("more; build.py explain" in found["Claims"]) is (many == 40)
    assert "paper-00 “300”" in found["Claims"]
    assert "the same employer" in found["Claims"]
    lines(account.told(event.claims[0].id, timeline, articles))


def one_claim(**fields_: object) -> tuple[Claim, Mapping[str, str]]:
    """A claim with all kinds of fields, and its account."""
    text = "On 6 May Borealis Mills cut over 300 jobs, 12% of its staff, says a memo."
    source = article("aa", text)
    made = claim(
        source,
        text,
        units=("borealis-mills",),
        jobs=("over 300", 300, None, "over"),
        percent=("12%", 12.0),
        date=("On 6 May", "2024-05-06"),
        status="completed",
        via=(("memo", "memo"),),
    )
    made = replace(made, **fields_)  # type: ignore[arg-type]
    timeline, _ = merge.timeline([reading(source, made)], REGISTRY, (), ())
    return made, fields(account.told(made.id, timeline, [source]))


def test_a_claim_tells_which_words_gave_what() -> None:
    """Each value stands with its words."""
    _, found = one_claim(rule="layoff.active")
    assert found["Number"] == "300 or more, from “over 300”"
    assert found["Share"].startswith("12%")
    assert found["Share"].endswith("from “12%”")
    assert found["Date"] == "6 May 2024, from “On 6 May”"
    assert found["Source"] == "memo, from “memo”"
    assert found["Employer"].startswith("Borealis: the one employer of the watch list")
    assert found["Status"].startswith("completed: no word")
    assert found["Event"].endswith("the first claim about this event")


def test_a_rule_says_what_it_is_for() -> None:
    """An id alone tells an editor nothing."""
    _, found = one_claim(rule="layoff.active")
    assert found["Rule"] == f"layoff.active: {evidence.RULES['layoff.active'].for_}"


DOUBTFUL = next(rule for rule in evidence.RULES.values() if "tier" in rule.gives)


@pytest.mark.parametrize(
    ("basis", "rule", "words"),
    [
        ("salience", "layoff.active", "nothing beside the number names it"),
        ("verb", "layoff.active", "no list knows"),
        ("subject", DOUBTFUL.id, DOUBTFUL.for_),
        ("subject", "layoff.active", "part of is not certain"),
    ],
)
def test_why_a_claim_waits(basis: str, rule: str, words: str) -> None:
    """The reason is the one for which it is in review."""
    made, _ = one_claim()
    found = replace(
        made, organisation=replace(made.organisation, basis=basis), rule=rule, tier="review"
    )
    assert words in evidence.why(found)


def test_a_waiting_claim_says_so() -> None:
    """And how to settle it."""
    build = pipeline.build(states.STATES["review"]())
    (waiting, *_) = build.timeline.review
    found = fields(account.told(waiting.id, build.timeline, build.articles))
    assert "until an editor confirms it" in found["Waits"]
    assert "build.py check" in found["Settle"]


def test_what_was_kept_apart_says_why() -> None:
    """Two cuts that look alike are two for a reason."""
    one = story(
        "aa", "It cut 640 jobs.", jobs=("640", 640, 640, "exact"), units=("borealis-mills",)
    )
    two = story(
        "bb", "It cut 640 jobs.", jobs=("640", 640, 640, "exact"), units=("borealis-bakery",)
    )
    timeline, _ = merge.timeline([one, two], REGISTRY, (), ())
    for event, other in (timeline.events, timeline.events[::-1]):
        found = fields(account.told(event.id, timeline, [one.article, two.article]))
        assert found["Apart"] == f"{other.id}: other units"
        assert found["Clash"].startswith("The same number, 640, stands for another unit too")


def test_every_way_to_find_an_employer_has_words() -> None:
    """A basis is a word of the code; an editor reads a sentence."""
    assert set(evidence.EMPLOYERS) == set(BASES)
