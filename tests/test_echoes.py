"""How many independent origins an event has: echoes count once, the untraced not at all."""

from __future__ import annotations

import pytest

from headcount import merge
from headcount.model import Decision, Event, Reading
from stories import REGISTRY, article, claim, link, reading

HUNDREDS = ("hundreds", None, None, "hundreds")
FEW = ("a few hundred", None, None, "few-hundred")


def event(*readings: Reading) -> Event:
    """The only event of some readings."""
    timeline, _ = merge.timeline(readings, REGISTRY, (), ())
    assert len(timeline.events) == 1, [item.id for item in timeline.events]
    return timeline.events[0]


def told(id: str, text: str, *, quoted: tuple[str, ...] = (), **fields: object) -> Reading:
    """One article with one claim."""
    source = article(id, text, published="2024-02~")
    return reading(source, claim(source, text, **fields), quoted=quoted)  # type: ignore[arg-type]


MEMO = told(
    "aa",
    "“We will part with a few hundred colleagues this spring,” Ola Berg wrote in a memo.",
    jobs=FEW,
    said_by="Ola Berg",
    via=(("memo", "memo"),),
    quoted=("We will part with a few hundred colleagues this spring,",),
)
LETTER = told(
    "bb",
    "Ola Berg told staff by memo that hundreds would go.",
    jobs=HUNDREDS,
    said_by="Ola Berg",
    via=(("memo", "memo"),),
)
REPEAT = told(
    "cc",
    "Borealis parts with ‘a few hundred’ people.",
    jobs=FEW,
    quoted=("a few hundred",),
)
RELAY = told(
    "dd",
    "Borealis may cut 100 to 400 posts, the Wire has it.",
    jobs=("100 to 400", 100, 400, "range"),
    status="planned",
    via=(("wire", "Wire"),),
)
BARE = told("ee", "Borealis is cutting hundreds of jobs.", jobs=HUNDREDS)
OWN = told(
    "ff",
    "Borealis will cut hundreds, two people told this paper.",
    jobs=HUNDREDS,
    via=(("unnamed-source", "two people"),),
)


@pytest.mark.parametrize(
    ("readings", "outlets", "independent", "names"),
    [
        ((MEMO,), 1, 1, ["memo by Ola Berg"]),
        ((MEMO, LETTER), 2, 1, ["memo by Ola Berg"]),
        ((MEMO, REPEAT), 2, 1, ["memo by Ola Berg"]),
        ((MEMO, LETTER, REPEAT, RELAY), 4, 2, ["memo by Ola Berg", "The Wire"]),
        ((MEMO, BARE), 2, 1, ["memo by Ola Berg", ""]),
        ((BARE,), 1, 0, [""]),
        ((OWN, RELAY), 2, 2, ["Paper ff, own reporting", "Wire"]),
    ],
)
def test_roots(
    readings: tuple[Reading, ...], outlets: int, independent: int, names: list[str]
) -> None:
    """One memo in many papers is one source; a paper that names no origin adds none."""
    made = event(*readings)
    assert (made.outlets, made.independent) == (outlets, independent)
    found = {root.name.replace("The Wire", "Wire") for root in made.roots}
    assert found == {name.replace("The Wire", "Wire") for name in names}
    assert sorted(key for root in made.roots for key in root.claims) == sorted(
        item.id for item in made.claims
    )


def test_a_newsroom_and_those_who_cite_it_are_one_origin() -> None:
    """The Wire's own report and a paper that has it from the Wire are not two sources."""
    text = "Borealis plans to cut 100 to 400 posts."
    source = article("wire", text, publisher="The Wire")
    own = reading(source, claim(source, text, jobs=("100 to 400", 100, 400, "range")))
    made = event(own, RELAY)
    assert (made.outlets, made.independent) == (2, 1)


AGENCY = (
    "Borealis said on Tuesday that it will close part of its plant by the river next to the old "
    "canal, where bread has been baked for more than a hundred years.",
    "Neighbours spoke of a sad day for the quarter and hoped that the chimney would stay.",
)


def test_two_versions_of_one_text_are_one_event_in_conflict_counted_once() -> None:
    """A reprint with another number is the same cut: both numbers show, and one counts."""
    made = []
    for id, number in (("aa", 340), ("bb", 1430)):
        last = f"In all {number} jobs go."
        source = article(id, *AGENCY, last)
        jobs = (str(number), number, number, "exact")
        made.append(reading(source, claim(source, last, jobs=jobs)))
    timeline, problems = merge.timeline(made, REGISTRY, (), ())
    (only,) = timeline.events
    assert [d.relation for d in only.disputes if d.field == "jobs"] == ["conflict"]
    assert (only.outlets, len(only.roots), only.independent) == (2, 1, 0)
    assert (timeline.total.low, timeline.total.high) == (340, 1430)
    assert [(p.code, p.severity) for p in problems] == [("versions", "warning")]


def test_a_part_joined_with_its_whole_is_no_other_account_of_it() -> None:
    """Two papers print one text, which gives both numbers: neither differs from the other, and the
    event that an editor made of whole and part has the whole's number, date and units."""
    readings, whole_id = [], ""
    for id in ("aa", "bb"):
        first, last = "In all 340 jobs go.", "Of these 95 go at Bakery."
        source = article(id, *AGENCY, first, last)
        bakery = ("borealis-bakery",)
        whole = claim(source, first, jobs=("340", 340, 340, "exact"))
        part = claim(source, last, jobs=("95", 95, 95, "exact"), units=bakery)
        inside = link("part_of", source, part, whole, "Of these")
        readings.append(reading(source, whole, part, links=(inside,)))
    third = article("cc", "Bakery loses 95 jobs.")
    alone = claim(third, "Bakery loses 95 jobs.", jobs=("95", 95, 95, "exact"), units=bakery)
    readings.append(reading(third, alone))
    apart, _ = merge.timeline(readings, REGISTRY, (), ())
    [part_id] = [event.id for event in apart.events if event.relations]
    [whole_id] = [event.id for event in apart.events if event.id != part_id]
    for home, other in ((whole_id, part_id), (part_id, whole_id)):
        joined = Decision(home, f"content/events/{home}.md", join=(other,))
        timeline, problems = merge.timeline(readings, REGISTRY, (joined,), ())
        (only,) = timeline.events
        assert only.jobs is not None
        assert (only.jobs.low, only.jobs.high, only.units) == (340, 340, ())
        assert len(only.claims) == 5
        assert only.disputes == ()
        assert problems == ()
        assert (timeline.total.low, timeline.total.high) == (340, 340)


def test_two_numbers_that_both_versions_give_are_no_difference() -> None:
    """Two sites of one text, joined by an editor: only a number that one version lacks is news."""

    def said(third: int) -> list[str]:
        readings = []
        for id, number in (("aa", 95), ("bb", third)):
            first, last = "Bakery loses 340 jobs.", f"Mills loses {number} jobs."
            source = article(id, *AGENCY, first, last)
            one = claim(source, first, jobs=("340", 340, 340, "exact"), units=("borealis-bakery",))
            jobs = (str(number), number, number, "exact")
            two = claim(source, last, jobs=jobs, units=("borealis-mills",))
            readings.append(reading(source, one, two))
        apart, _ = merge.timeline(readings, REGISTRY, (), ())
        home, other = [event.id for event in apart.events]
        joined = Decision(home, f"content/events/{home}.md", join=(other,))
        return [p.code for p in merge.timeline(readings, REGISTRY, (joined,), ())[1]]

    assert said(95) == []
    assert said(120) == ["versions"]


def test_a_correction_retires_what_it_contradicts_and_keeps_it_in_sight() -> None:
    """The wrong number stands in the dispute, marked, and bears on nothing."""
    wrong, right = "Borealis cuts 6,000 jobs.", "Correction: Borealis cuts 600 jobs."
    first, second = article("aa", wrong), article("bb", right, corrects="aa")
    made = event(
        reading(first, claim(first, wrong, jobs=("6,000", 6000, 6000, "exact"))),
        reading(second, claim(second, right, jobs=("600", 600, 600, "exact"))),
    )
    assert (made.jobs and (made.jobs.low, made.jobs.high, made.jobs.display)) == (600, 600, "600")
    (dispute,) = [item for item in made.disputes if item.field == "jobs"]
    assert [(value.text, value.retired) for value in dispute.values] == [
        ("6,000", True),
        ("600", False),
    ]
    assert dispute.relation == "compatible"
