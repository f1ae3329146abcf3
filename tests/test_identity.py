"""Ids outlive what they name: edits, new articles, joins, splits, and the loss of every source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headcount import merge
from headcount.model import (
    Article,
    Claim,
    Decision,
    Known,
    Named,
    Prefer,
    Problem,
    Reading,
    RelationDecision,
    Timeline,
)
from headcount.source import claim_id
from stories import REGISTRY, article, claim, reading, story, words

BAKERY = ("borealis-bakery",)
NAME = "2024-02-borealis-bakery-layoff"


def known_of(timeline: Timeline) -> tuple[Known, ...]:
    """What a committed timeline remembers of this one."""
    return tuple(
        Known(
            event.id,
            event.kind,
            event.organisation,
            tuple((claim.id, claim.article) for claim in event.claims),
            event.tombstone,
        )
        for event in timeline.events
    )


def build(
    *readings: Reading,
    decisions: tuple[Decision, ...] = (),
    before: Timeline | None = None,
) -> tuple[Timeline, tuple[Problem, ...]]:
    """A build after another one."""
    known, redirects = (known_of(before), before.redirects) if before else ((), ())
    return merge.timeline(readings, REGISTRY, decisions, known, redirects)


def cut(
    id: str, number: int, *, when: str | None = None, units: tuple[str, ...] = BAKERY
) -> Reading:
    """An article that tells one cut."""
    text = f"Borealis cuts {number} jobs then."
    jobs = (str(number), number, number, "exact")
    return story(id, text, jobs=jobs, units=units, date=("then", when) if when else None)


def ids(timeline: Timeline) -> list[str]:
    return [event.id for event in timeline.events]


def decision(id: str = NAME, **fields: object) -> Decision:
    return Decision(id=id, file=f"content/events/{id}.md", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("when", "units", "id"),
    [
        (None, BAKERY, NAME),
        ("2023-05-04", BAKERY, "2023-05-borealis-bakery-layoff"),
        ("2023", (), "2023-borealis-layoff"),
        ("2023-34", (), "2023-borealis-layoff"),
        ("2022/2023-06", BAKERY, "2022-borealis-bakery-layoff"),
        ("../2026-03", BAKERY, "2026-03-borealis-bakery-layoff"),
    ],
)
def test_a_new_id_says_when_what_and_which_kind(
    when: str | None, units: tuple[str, ...], id: str
) -> None:
    """An address can be read: year and month, the units or the employer, the kind."""
    assert ids(build(cut("aa", 300, when=when, units=units))[0]) == [id]


def test_two_events_with_the_same_words_are_numbered() -> None:
    """A collision gets a number, in the order of the articles."""
    timeline, _ = build(cut("aa", 300), cut("bb", 3000))
    assert ids(timeline) == [NAME, f"{NAME}-2"]
    assert timeline.events[0].claims[0].article == "aa"


def test_an_id_and_its_decision_survive_a_later_article_that_moves_everything() -> None:
    """Date, number and units change with a sixth source; the address and the title do not."""
    first, _ = build(cut("aa", 300), cut("bb", 320))
    anchors = tuple(claim.id for claim in first.events[0].claims)
    settled = decision(title="A cut at the bakery", anchors=anchors)
    moved = cut("cc", 350, when="2024-03", units=("borealis-bakery", "borealis-dairy"))
    for decisions in ((), (settled,)):
        after, problems = build(
            cut("aa", 300), cut("bb", 320), moved, decisions=decisions, before=first
        )
        assert ids(after) == [NAME]
        assert after.events[0].date == "2024-03"
        assert after.events[0].title == (settled.title if decisions else None)
        assert problems == ()


def test_an_edited_article_keeps_its_events_id() -> None:
    """Every claim of the article has a new id, and the event is still the same."""
    first, _ = build(cut("aa", 300, when="2023-05"))
    after, _ = build(cut("aa", 3300, when="2023-09"), before=first)
    assert ids(after) == ids(first) == ["2023-05-borealis-bakery-layoff"]


def test_an_event_without_a_source_is_a_tombstone_until_its_source_returns() -> None:
    """The page stays and warns once; the id comes back to life with its article."""
    first, _ = build(cut("aa", 300))
    gone, problems = build(before=first)
    assert [(e.id, e.tombstone, e.claims) for e in gone.events] == [(NAME, True, ())]
    assert [(p.code, p.severity) for p in problems] == [("tombstone", "warning")]
    assert gone.total.high == 0
    still, quiet = build(before=gone)
    assert (ids(still), quiet) == ([NAME], ())
    back, _ = build(cut("aa", 300), before=gone)
    assert [(e.id, e.tombstone) for e in back.events] == [(NAME, False)]


def test_a_tombstone_s_id_is_never_given_to_another_thing() -> None:
    """A new event of the same words gets another address than the withdrawn one."""
    text = "Borealis cuts 40 jobs."
    known = Known(NAME, "closure", "borealis", (("c-0123456789", "old"),))
    made = story("aa", text, units=BAKERY, jobs=("40", 40, 40, "exact"))
    timeline, _ = merge.timeline((made,), REGISTRY, (), (known,))
    assert {(e.id, e.tombstone) for e in timeline.events} == {(NAME, True), (f"{NAME}-2", False)}


def test_two_known_events_that_become_one_redirect() -> None:
    """The id that keeps fewer claims leads to the one that keeps more."""
    pieces = (cut("aa", 300), cut("bb", 320))
    whole, _ = build(*pieces)
    claims = whole.events[0].claims
    known = (
        Known("2024-02-one-layoff", "layoff", "borealis", ((claims[0].id, claims[0].article),)),
        Known("2024-02-two-layoff", "layoff", "borealis", ((claims[1].id, claims[1].article),)),
    )
    timeline, problems = merge.timeline(pieces, REGISTRY, (), known)
    assert ids(timeline) == ["2024-02-one-layoff"]
    assert timeline.redirects == (("2024-02-two-layoff", "2024-02-one-layoff"),)
    stranger = decision("2024-02-two-layoff")
    _, problems = merge.timeline(pieces, REGISTRY, (stranger,), known)
    assert [p.remedy for p in problems] == [
        "move what this file settles into content/events/2024-02-one-layoff.md and delete it"
    ]


def test_a_join_lasts_and_redirects() -> None:
    """What an editor joined is one event in this build and in all later ones."""
    pieces = (cut("aa", 300), cut("bb", 3000))
    joining = (decision(join=(f"{NAME}-2",)),)
    first, problems = build(*pieces, decisions=joining)
    assert problems == ()
    assert ids(first) == [NAME]
    assert len(first.events[0].claims) == 2
    assert first.redirects == ((f"{NAME}-2", NAME),)
    again, problems = build(*pieces, decisions=joining, before=first)
    assert (again, problems) == (first, ())


def test_a_join_undone_gives_the_address_back() -> None:
    """It led to the whole while there was one; no other thing is ever given it."""
    pieces = (cut("aa", 300), cut("bb", 3000))
    apart, _ = build(*pieces)
    first, _ = build(*pieces, decisions=(decision(join=(f"{NAME}-2",)),), before=apart)
    assert ids(first) == [NAME]
    back, problems = build(*pieces, before=first)
    assert (back, problems) == (apart, ())
    other, _ = build(
        *pieces, cut("cc", 90_000), decisions=(decision(join=(f"{NAME}-2",)),), before=first
    )
    assert ids(other) == [NAME, f"{NAME}-3"]


def test_a_split_claim_is_an_event_of_its_own_and_keeps_its_id() -> None:
    """What an editor took apart stays apart, each part at its address."""
    pieces = (cut("aa", 300), cut("bb", 320))
    whole, _ = build(*pieces)
    other = next(c.id for c in whole.events[0].claims if c.article == "bb")
    parting = (decision(split=(other,)),)
    first, problems = build(*pieces, decisions=parting, before=whole)
    assert problems == ()
    assert ids(first) == [NAME, f"{NAME}-2"]
    again, _ = build(*pieces, decisions=parting, before=first)
    assert again == first


def test_anchors_in_two_events_are_an_error_that_offers_the_choice() -> None:
    """Nobody but the editor can say which of the two was meant."""
    pieces = (cut("aa", 300), cut("bb", 3000))
    both = tuple(item.claims[0].id for item in pieces)
    _, problems = build(*pieces, decisions=(decision(anchors=both),))
    (problem,) = problems
    assert (problem.code, problem.severity) == ("anchors", "error")
    assert both[0] in problem.message
    assert both[1] in problem.message
    assert "join:" in problem.remedy


def test_lost_anchors_are_a_warning_that_says_why() -> None:
    """An edit elsewhere must not stop the build; the event is still found by its id."""
    lost = decision(anchors=("c-0123456789",), title="Found by its name")
    timeline, problems = build(cut("aa", 300), decisions=(lost,))
    assert timeline.events[0].title == "Found by its name"
    assert [(p.code, p.severity) for p in problems] == [("anchors", "warning")]
    assert "c-0123456789" in problems[0].message


def test_an_id_never_seen_is_an_error_with_suggestions() -> None:
    """A slip in a file name must not silently drop what an editor wrote."""
    _, problems = build(cut("aa", 300), decisions=(decision("2024-02-borealis-bakry-layoff"),))
    (problem,) = problems
    assert problem.severity == "error"
    assert problem.remedy == f"did you mean {NAME}?"


def test_hidden_events_are_on_no_page_and_in_no_total() -> None:
    """Hiding is remembered apart, so that the id stays taken."""
    timeline, problems = build(cut("aa", 300), decisions=(decision(hide=True),))
    assert (timeline.events, timeline.total.high, problems) == ((), 0, ())
    assert [event.id for event in timeline.hidden] == [NAME]


def test_confirmed_and_rejected_claims() -> None:
    """A confirmed claim makes or joins the decision's event; a rejected one is nowhere."""
    doubt = story("aa", "Borealis cuts 300 jobs.", jobs=("300", 300, 300, "exact"), tier="review")
    key = doubt.claims[0].id
    shown, problems = build(doubt, decisions=(decision(confirm=(key,)),))
    assert problems == ()
    assert [(e.id, e.claims[0].tier) for e in shown.events] == [(NAME, "published")]
    assert shown.review == ()
    sure = cut("bb", 300)
    rejected, _ = build(doubt, sure, decisions=(decision(reject=(key,)),))
    assert (rejected.review, ids(rejected)) == ((), [NAME])


def test_a_renamed_article_still_tells_of_the_same_event() -> None:
    """Its claims have new ids, but nobody would call it another event."""
    before, _ = build(cut("aa", 300))
    after, problems = build(cut("zz", 300), before=before)
    assert (ids(after), problems) == (ids(before), ())


def test_a_reference_that_means_no_claim_is_an_error() -> None:
    """A preference for something that is not there would otherwise vanish silently."""
    wrong = decision(prefer=(Prefer("jobs", "aa#no such words", "why"),))
    _, problems = build(cut("aa", 300), decisions=(wrong,))
    assert [(p.code, p.severity) for p in problems] == [("reference", "error")]


def test_a_hand_made_claim_that_its_article_does_not_bear_out_is_refused() -> None:
    """A person is as fallible as a rule: the verifier reads the words again."""
    text = "Borealis cuts 300 jobs at its mills."
    source = article("aa", text)
    wrong = claim(source, text, jobs=("300", 400, 400, "exact"), hand="content/events/x.md")
    timeline, problems = build(reading(source), decisions=(decision(claims=(wrong,)),))
    assert timeline.events == ()
    assert "claim" in {p.code for p in problems if p.severity == "error"}


def test_a_hand_made_claim_takes_the_place_of_a_rules_claim() -> None:
    """A rule that learns to read what an editor wrote by hand must not show it twice."""
    text = "Borealis cuts jobs to save on rent, the union says."
    source = article("aa", text)
    found = claim(source, text, kind="statement", topic="other")
    hand = claim(source, text[:-1], kind="statement", topic="motive", hand="content/events/x.md")
    named = Named("borealis", "Borealis", "subject", words(source, text, "Borealis"))
    hand = replace(hand, organisation=named)
    hand = replace(hand, id=claim_id(hand))
    home = cut("bb", 300)
    timeline, problems = build(reading(source, found), home, decisions=(decision(claims=(hand,)),))
    assert problems == ()
    every = [c.id for e in timeline.events for c in (*e.claims, *e.attached)]
    assert hand.id in every
    assert found.id not in {*every, *(c.id for c in timeline.figures)}


def test_a_unit_of_no_concern_keeps_what_is_said_of_it() -> None:
    """A statement by hand on a unit that its event doesn't touch is told of the unit alone."""
    texts = ("Dairy milk is sour.", "Bakery bread is dear.")
    source = article("bb", *texts)
    made = [
        claim(source, text, kind="statement", topic="other", units=(unit,), hand="x.md")
        for text, unit in zip(texts, ("borealis-dairy", "borealis-bakery"), strict=True)
    ]
    sour, dear = (with_named_unit(one, source) for one in made)
    home = decision(claims=(sour, dear))
    timeline, problems = build(cut("aa", 300), reading(source), decisions=(home,))
    assert problems == ()
    assert [c.id for c in timeline.events[0].attached] == [dear.id]
    assert [c.id for c in timeline.figures] == [sour.id]


def with_named_unit(one: Claim, source: Article) -> Claim:
    """A claim by hand as an editor writes it: employer and unit by decision."""
    units = tuple(replace(unit, basis="decision") for unit in one.units)
    named = Named("borealis", "Borealis", "decision")
    one = replace(one, units=units, organisation=named)
    return replace(one, id=claim_id(one))


def test_a_hand_made_claim_never_hides_a_number_that_it_does_not_give() -> None:
    """Only what says as much takes another claim's place."""
    text = "Borealis cuts 300 jobs at its mills, the union says."
    source = article("aa", text)
    found = claim(source, text, jobs=("300", 300, 300, "exact"))
    hand = claim(source, text[:-1], hand="content/events/x.md")
    timeline, _ = build(reading(source, found), decisions=(decision(claims=(hand,)),))
    assert found.id in {c.id for e in timeline.events for c in e.claims}


def test_rings_of_relations_are_located_and_left_out() -> None:
    """An event cannot be inside its own part; the error names the file that says so."""
    pieces = (cut("aa", 300), cut("bb", 3000))
    other = f"{NAME}-2"
    ring = (
        decision(relations=(RelationDecision("part_of", other, "so"),)),
        decision(other, relations=(RelationDecision("part_of", NAME, "so"),)),
    )
    timeline, problems = build(*pieces, decisions=ring)
    (problem,) = problems
    assert (problem.code, problem.place.file) == ("relation", f"content/events/{NAME}.md")
    assert all(event.relations == () for event in timeline.events)
