"""Each cross-check finds what it is for, says it with its sources, and is silent about the rest."""

from __future__ import annotations

import re

import pytest

import sites
from headcount import checks, merge, pipeline, records
from headcount.merge.crosschecks import CROSSCHECKS, rounded
from headcount.model import Claim, Event, Mismatch, Reading
from stories import REGISTRY, article, claim, link, reading, story

Files = sites.Files
CUT = "It will cut {} jobs, {} of its staff."
HAS = "It has {} people."


def events(*readings: Reading) -> dict[str, Event]:
    timeline, problems = merge.timeline(readings, REGISTRY, (), ())
    assert not problems
    return {event.id: event for event in timeline.events}


def found(*readings: Reading) -> list[Mismatch]:
    return [item for event in events(*readings).values() for item in event.mismatches]


def sentences(*readings: Reading) -> list[str]:
    return ["".join(text for text, _ in item.said) for item in found(*readings)]


def shared(id: str, jobs: str, percent: str, published: str = "2024-02-06") -> Reading:
    """An article about a number of jobs and its share of the staff."""
    text = CUT.format(jobs, percent)
    source = article(id, text, published=published)
    number = int(jobs.replace(",", ""))
    made = claim(
        source,
        text,
        jobs=(jobs, number, number, "exact"),
        percent=(percent, float(percent.rstrip("%"))),
        share_of="workforce",
    )
    return reading(source, made)


def staffed(id: str, people: str, published: str = "2024-02-06", cut: bool = True) -> Reading:
    """An article that says how many people there are, and `cut`: that jobs go."""
    text, news = HAS.format(people), "Thousands of jobs go."
    source = article(id, text, news, published=published)
    size = int(people.replace(",", ""))
    figure = claim(
        source, text, kind="figure", measure="workforce", jobs=(people, size, size, "exact")
    )
    told = claim(source, news, jobs=("Thousands", None, None, "thousands"))
    return reading(source, figure, *([told] if cut else []))


@pytest.mark.parametrize(
    ("jobs", "percent", "people", "fits"),
    [
        ("3,000", "12%", "25,000", True),
        ("3,100", "12%", "25,000", True),
        ("3,200", "12%", "25,000", False),
        ("3,000", "12%", "250,000", False),
        ("3,000", "12%", "22,000", True),  # told of those who stay
    ],
)
def test_a_share_and_a_number_belong_to_one_staff(
    jobs: str, percent: str, people: str, fits: bool
) -> None:
    """Within a month's news of one event, a share is right to the digit that it is written with."""
    said = sentences(shared("aa", jobs, percent), staffed("bb", people))
    assert bool(said) is not fits
    if said:
        assert said[0].startswith(f"{percent} of {people} would be about ")
        assert f" jobs, not {jobs}." in said[0]


@pytest.mark.parametrize(
    ("people", "published", "fits"),
    [
        ("27,000", "2023-08-01", True),
        ("41,000", "2023-08-01", False),
        ("41,000", "2021-08-01", True),
    ],
)
def test_other_times_have_other_staff(people: str, published: str, fits: bool) -> None:
    """Elsewhere only a slipped digit counts, and after a year nothing does."""
    said = sentences(shared("aa", "3,200", "12%"), staffed("bb", people, published, cut=False))
    assert bool(said) is not fits


def test_a_staff_that_fits_silences_those_that_do_not() -> None:
    """One headcount with which number and share go together is enough."""
    two = (staffed("bb", "25,000"), staffed("cc", "26,700"))
    assert sentences(shared("aa", "3,200", "12%"), *two) == []


def test_one_number_with_two_shares() -> None:
    """The staff that each of them means stands beside the other."""
    said = sentences(shared("aa", "3,000", "10%"), shared("bb", "3,000", "15%"))
    assert said[0] == (
        "3,000 as 10% of the staff means about 30,000 people; 3,000 as 15%, about 20,000. "
        "Both cannot be the same headcount."
    )


@pytest.mark.parametrize(
    ("published", "status", "codes"),
    [
        ("2024-02-01", "completed", ["future"]),
        ("2024-02-01", "planned", []),
        ("2024-06-01", "completed", []),
        ("2024", "completed", []),
    ],
)
def test_what_is_past_lies_before_its_article(
    published: str, status: str, codes: list[str]
) -> None:
    """A past that is yet to come is a slip in a date, of the article or of its front matter."""
    text = "Bakery lost 300 jobs in May 2024."
    one = story(
        "aa",
        text,
        published=published,
        status=status,
        jobs=("300", 300, 300, "exact"),
        date=("May 2024", "2024-05"),
    )
    assert [item.check for item in found(one)] == codes


def split(whole: tuple[str, int | None, int | None, str], *parts: int) -> Reading:
    """An article that tells what a cut falls into."""
    units = ("borealis-bakery", "borealis-mills", "borealis-dairy")
    texts = [f"Of them {number} are in {unit}." for number, unit in zip(parts, units, strict=False)]
    source = article("aa", f"It cuts {whole[0]} jobs.", *texts)
    top = claim(source, f"It cuts {whole[0]} jobs.", jobs=whole)
    inside = [
        claim(source, text, units=(unit,), jobs=(str(number), number, number, "exact"))
        for number, unit, text in zip(parts, units, texts, strict=False)
    ]
    ties = [
        link("part_of", source, one, top, text) for one, text in zip(inside, texts, strict=True)
    ]
    return reading(source, top, *inside, links=tuple(ties))


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        (("900", 900, 900, "exact"), (500, 400), []),
        (("900", 900, 900, "exact"), (500, 450), ["500 + 450 make 950, more than 900. "]),
        (("about 900", 900, 900, "about"), (500, 440), []),
        (("about 900", 900, 900, "about"), (500, 490), ["500 + 490 make 990, more than about 900"]),
        (("over 900", 900, None, "over"), (500, 490), []),
        (("hundreds of", None, None, "hundreds"), (700, 690), []),
    ],
)
def test_parts_are_no_more_than_their_whole(
    whole: tuple[str, int | None, int | None, str], parts: tuple[int, ...], said: list[str]
) -> None:
    """Only a whole that every source bounds can be exceeded."""
    told = sentences(split(whole, *parts))
    assert len(told) == len(said)
    assert all(one.startswith(start) for one, start in zip(told, said, strict=True))


def test_parts_are_measured_by_all_sources() -> None:
    """A source that gives the whole more room proves nothing wrong."""
    more = story("bb", "It cuts 1,000 jobs.", jobs=("1,000", 1000, 1000, "exact"))
    assert found(split(("900", 900, 900, "exact"), 500, 450), more) == []


def cut(id: str, month: str, unit: str = "", number: int = 640, **fields: object) -> Reading:
    """An article about a dated cut in one unit or none."""
    text = f"It cut {number} jobs in {month}."
    units = (unit,) if unit else ()
    jobs, date = (str(number), number, number, "exact"), (month, month)
    return story(id, text, units=units, jobs=jobs, date=date, published="2025-12", **fields)


BAKERY, MILLS = "borealis-bakery", "borealis-mills"


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        (cut("aa", "2025-03"), cut("bb", "2025-06"), "time"),
        (cut("aa", "2025-03", BAKERY), cut("bb", "2025-03", MILLS), "unit"),
        (cut("aa", "2025-03", BAKERY), cut("bb", "2025-06", MILLS), ""),
        (cut("aa", "2025-03"), cut("bb", "2025-06", number=641), ""),
        (cut("aa", "2025-03", number=12), cut("bb", "2025-06", number=12), ""),
        (cut("aa", "2022-03"), cut("bb", "2025-06"), ""),
        (cut("aa", "2025-03"), cut("bb", "2025-06", organisation="tanager"), ""),
        (cut("aa", "2025-03"), cut("bb", "2025-06", status="denied"), ""),
    ],
)
def test_one_number_told_of_two_events(one: Reading, other: Reading, word: str) -> None:
    """The same number under one other date or unit, of one employer, is worth a look."""
    told = found(one, other)
    assert len(told) == (2 if word else 0)
    if word:
        first, second = events(one, other)
        assert {item.other for item in told} == {first, second}
        assert all(f"another {word} too" in "".join(t for t, _ in item.said) for item in told)


def test_an_article_that_tells_two_cuts_knows_that_they_are_two() -> None:
    """Nobody who writes both down has taken one for the other."""
    texts = ("It cut 640 jobs in 2025-03.", "It cut 640 jobs in 2025-06.")
    source = article("aa", *texts, published="2025-12")
    both = [
        claim(source, text, jobs=("640", 640, 640, "exact"), date=(text[-8:-1], text[-8:-1]))
        for text in texts
    ]
    assert found(reading(source, *both)) == []


def test_each_word_of_a_source_leads_to_its_claim() -> None:
    """What a sentence takes from a source stands in the claim that it names."""
    pair = (shared("aa", "3,200", "12%"), staffed("bb", "25,000"))
    claims: dict[str, Claim] = {one.id: one for read in pair for one in read.claims}
    (item,) = found(*pair)
    cited = [(text, claims[key].quote.text) for text, key in item.said if key]
    assert len(cited) == 3
    assert all(text in quote for text, quote in cited)


ARTICLES = {
    "ledger": (
        "2025-03-04",
        "Brindle Freight said on Monday that it will cut 3,200 jobs, 12% of its workforce.",
    ),
    "herald": (
        "2025-03-05",
        "Brindle Freight announced on Monday that it will cut thousands of jobs. "
        "Brindle Freight employs 25,000 people.",
    ),
    "post": ("2025-06-02", "Brindle Freight cut 640 jobs in May 2025."),
    "bell": ("2025-09-02", "Brindle Freight cut 640 jobs in August 2025."),
}


def site() -> Files:
    """A site of four articles of which no two go together."""
    files = sites.frame()
    files["data/organisations.yaml"] = (
        b"organisations:\n  brindle:\n    name: Brindle Freight\n    watch: true\n"
    )
    for key, (day, text) in ARTICLES.items():
        head = f"---\npublisher: {key.title()}\ntitle: Brindle Freight\npublished: {day}\n---\n"
        files[f"content/articles/{key}.md"] = (head + text + "\n").encode()
    return files


def test_the_page_shows_what_does_not_fit() -> None:
    """In the sources' own words, each of which leads to its citation on the same page."""
    build = pipeline.build(site())
    assert not build.errors
    page = build.outputs["events/2025-03-brindle-layoff/index.html"].decode()
    section = page.split('<section id="unfit">')[1].split("</section>")[0]
    words = " ".join(re.sub("<[^>]+>", " ", section).split())
    assert "12% Ledger of 25,000 Herald would be about 3,000 jobs, not 3,200 Ledger" in words
    links = re.findall(r'href="#([^"]+)"', section)
    assert len(links) == 3
    assert all(f'id="{link}"' in page for link in links)
    page = build.outputs["events/2025-05-brindle-layoff/index.html"].decode()
    assert 'href="../../events/2025-08-brindle-layoff/">' in page.split('id="unfit"')[1]
    assert "or two cuts alike" in page
    assert "unfit" not in build.outputs["index.html"].decode()


def test_check_tells_each_once() -> None:
    """A clash of two events stands on both pages, and once on an editor's list."""
    told = [(one.code, one.place.file) for one in pipeline.build(site()).problems]
    wanted = [
        ("staff", "content/articles/ledger.md"),
        ("same-number", "content/articles/post.md"),
    ]
    assert [one for one in told if one[0] in checks.REMEDIES] == wanted


def test_an_event_s_record_holds_what_does_not_fit() -> None:
    """A pull request shows in its diff that an article contradicts another."""
    pair = (shared("aa", "3,200", "12%"), staffed("bb", "25,000"))
    (record,) = (records.event_record(event) for event in events(*pair).values())
    (row,) = record["mismatches"]  # type: ignore[misc]
    assert row["check"] == "staff"
    assert len(row["claims"]) == 2


@pytest.mark.parametrize(
    ("size", "unlike", "words"),
    [(2999.9, 0, "3,000"), (3187, 3200, "3,190"), (7, 0, "7"), (26667, 0, "27,000")],
)
def test_reckoned_numbers_are_rounded(size: float, unlike: int, words: str) -> None:
    """Two digits, or so many that it isn't the number that it is held against."""
    assert rounded(size, unlike) == words


def test_every_cross_check_has_advice() -> None:
    """Editors are told what they can do about each."""
    assert [name for name, _ in CROSSCHECKS] == list(checks.REMEDIES)
