"""Numbers that break down another are its parts, and others are not."""

from __future__ import annotations

import pytest

from headcount import extract
from headcount.model import Claim, Reading
from tests.newsroom import REGISTRY, article


def read(text: str, title: str = "") -> Reading:
    return extract.reading(article(text, title), REGISTRY)


def number(claim: Claim) -> int | None:
    return None if claim.jobs is None else claim.jobs.low or claim.jobs.high


def parts(reading: Reading) -> dict[int | None, int | None]:
    """Number of each part → number of its whole."""
    by_id = {one.id: number(one) for one in reading.claims}
    return {by_id[one.claim]: by_id[one.to] for one in reading.links if one.is_ == "part_of"}


def layoffs(reading: Reading) -> list[tuple[str, int | None, str]]:
    """(employer, number, tier) of the cuts in reading order of their numbers."""
    found = [one for one in reading.claims if one.kind == "layoff"]
    found.sort(key=lambda one: one.jobs.at.start if one.jobs else 0)
    return [(one.organisation.name, number(one), one.tier) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater will cut 900 jobs. The split: Ohio 500, Kent 300, Turin 100.",
        "Brightwater is to axe 900 jobs: 500 in Germany, 300 in Poland and 100 elsewhere.",
        "Brightwater is to axe 900 jobs (500 in Germany, 300 in Poland, 100 in France).",
        "Brightwater will cut 900 roles.\n\n- Germany: 500\n- France – 300\n- Italy (100)",
        "Brightwater will cut 900 jobs. It closes sites. It said so on Monday. Nobody was told. "
        "They wept.\n\n**Where the cuts fall**\n\n- Kelm: 500\n- Dorn: 300\n- Head office: 100",
        "Brightwater will cut 900 jobs. Germany loses 500, France 300 and the head office 100.",
        "Of the 900 jobs being cut at Brightwater, 500 are in Texas, 300 in Ohio and 100 in Kent.",
        "Brightwater will cut 900 jobs: 500 nurses, 300 clerks and 100 managers.",
        "Brightwater is to shed 900 jobs.\n\n| Country | Jobs |\n|---|---|\n| Germany | 500 |\n"
        "| France | 300 |\n| Italy | 100 |",
    ],
)
def test_parts_that_add_up_belong_to_their_whole(text: str) -> None:
    """However a breakdown is written, each number is linked to the one that it breaks down."""
    reading = read(text)
    assert parts(reading) == {500: 900, 300: 900, 100: 900}
    assert {tier for _, _, tier in layoffs(reading)} == {"published"}


def test_the_same_number_of_two_places_is_two_parts() -> None:
    """A number that is told of two places is no repetition."""
    found = layoffs(read("Brightwater will cut 400 jobs: 150 in Ohio, 100 in Kent, 150 in Turin."))
    assert [jobs for _, jobs, _ in found] == [400, 150, 100, 150]


def test_parts_that_do_not_add_up_are_for_review() -> None:
    """A mark that opens a breakdown is not enough to publish its numbers."""
    found = layoffs(read("Brightwater will cut 900 jobs: 500 in Ohio, 300 in Kent."))
    assert found == [
        ("Brightwater", 900, "published"),
        ("Brightwater", 500, "review"),
        ("Brightwater", 300, "review"),
    ]


def test_words_for_a_part_suffice() -> None:
    """ "of whom" leaves no doubt, whatever the sum."""
    reading = read("Brightwater will lay off 900 workers, of whom 500 are in Ohio.")
    assert parts(reading) == {500: 900}
    assert layoffs(reading)[1] == ("Brightwater", 500, "published")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brightwater will cut 300 jobs in Leeds, while Ostrava Steel will shed 200 in Hull.",
            [("Brightwater", 300), ("Ostrava Steel", 200)],
        ),
        (
            "Brightwater will cut 300 jobs and rival Ostrava Steel 200.",
            [("Brightwater", 300), ("Ostrava Steel", 200)],
        ),
        (
            "Brightwater cut 300 jobs in Leeds, while Fanshaw will shed 200 in Hull.",
            [("Brightwater", 300)],
        ),
        (
            "Brightwater laid off 200 people in 2022, 300 in 2023 and 150 in 2021.",
            [("Brightwater", 200), ("Brightwater", 300), ("Brightwater", 150)],
        ),
        (
            "Brightwater will cut 500 jobs in Ohio, 300 in Kent and 200 in Turin.",
            [("Brightwater", 500), ("Brightwater", 300), ("Brightwater", 200)],
        ),
        (
            "Brightwater will cut 50 jobs in Leeds; a further 70 will go in Hull and 30 in York.",
            [("Brightwater", 50), ("Brightwater", 70), ("Brightwater", 30)],
        ),
        (
            "Brightwater is closing its plants in Leeds (300 jobs) and Hull (200 jobs).",
            [("Brightwater", 300), ("Brightwater", 200)],
        ),
    ],
)
def test_numbers_side_by_side_are_no_parts(text: str, expected: list[tuple[str, int]]) -> None:
    """A number that only shares a verb has its own employer, and is not inside the other."""
    reading = read(text)
    assert [(name, jobs) for name, jobs, _ in layoffs(reading)] == expected
    assert parts(reading) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater cut 900 jobs. It has 300 staff in Ohio and 200 in Kent.",
        "Brightwater cut 900 jobs. It now has shops in Leeds (20), Hull (30) and York (15).",
        "Brightwater said 900 jobs would go. It employs 500 in Leeds, 400 in Hull.",
        "Brightwater cut 900 jobs in May. Turnout at the rally: Leeds 100, Hull 50.",
        "Brightwater cut 900 jobs in Leeds and hired 60 in Hull.",
        "Brightwater is cutting 900 jobs: it has 2,000 in Ohio and 700 in Kent.",
        "Brightwater cut 900 jobs after winning 300 contracts in Ohio and 200 in Kent.",
    ],
)
def test_other_numbers_are_no_parts(text: str) -> None:
    """A number beside a place that nothing ties to the cuts is none of them."""
    assert [jobs for _, jobs, _ in layoffs(read(text))] == [900]


def test_each_number_is_of_the_employer_beside_it() -> None:
    """Of several employers in a sentence each has its own number."""
    text = "It follows 300 job losses at Brightwater, 90 at Ostrava Steel and 1,200 at Delby Group."
    found = [(name, jobs) for name, jobs, _ in layoffs(read(text))]
    assert found == [("Brightwater", 300), ("Ostrava Steel", 90), ("Delby", 1200)]


def test_a_number_of_rounds_is_no_number_of_jobs() -> None:
    """A headline that counts announcements says nothing of jobs."""
    assert layoffs(read("Brightwater met its staff.", "Six big job cuts this month")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brightwater will cut 620 jobs. Some 240 of those posts are in Ohio. Another 85 are in "
         "Austin.", (85, "review")),
        ("Brightwater will cut 620 jobs. In Ohio, 300 jobs are on the list.", (300, "review")),
        ("Brightwater will cut 9% of its jobs. Roughly 110 of the roles are in sales.",
         (110, "published")),
    ],
)  # fmt: skip
def test_what_only_seems_to_be_a_part_waits(text: str, expected: tuple[int, str]) -> None:
    """A number beside a part, or one of jobs behind a whole, is for somebody to look at."""
    assert expected in {(jobs, tier) for _, jobs, tier in layoffs(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "Brightwater will cut 620 jobs. The mill in Ohio stays open, with 150 workers.",
        "Brightwater will cut 620 jobs. In Ohio, it employs 300 people and offers 40 jobs.",
    ],
)
def test_staff_that_stay_are_no_part(text: str) -> None:
    assert {jobs for _, jobs, _ in layoffs(read(text))} == {620}


def test_a_list_is_about_what_its_paragraph_tells() -> None:
    """The sentence that says what a list is about may stand before the one that leads to it."""
    text = (
        "Carriers could not lay anyone off before October. Now they can. Here is where things "
        "stand:\n\n- **Ostrava Steel:** 340 in all: 300 smelters and 40 clerks.\n"
        "- **Brightwater:** 90, says the union."
    )
    found = {(name, jobs) for name, jobs, _ in layoffs(read(text))}
    assert {("Ostrava Steel", 340), ("Brightwater", 90)} <= found


def test_a_live_blog_s_stamps_are_no_list() -> None:
    """An entry that begins with a bold time is prose, and the list below it is a list."""
    text = (
        "**07:48** Brightwater is consulting on 2,150 redundancies: 380 pilots, 1,270 cabin crew "
        "and 500 engineers.\n\n**08:03** Bases are to close.\n\n**08:44** What we know about each "
        "base:\n\n- Leeds: 610 jobs\n- Cardiff: 245"
    )
    found = {jobs for _, jobs, _ in layoffs(read(text, "Brightwater outlines cuts and closures"))}
    assert found == {2150, 380, 1270, 500, 610, 245}
