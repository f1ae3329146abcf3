"""The laws that every change must keep: what may never depend on what, and what must survive."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sites
from headcount import articles, extract, memo, organisations, pipeline, source, verify
from headcount.language import quantities, tokens
from headcount.model import Article, Claim, Event, Jobs, Reading, Registry, Span, Timeline

Files = sites.Files
BOTH = [
    pytest.param(sites.project, id="notes"),
    pytest.param(sites.originals, id="originals", marks=sites.needs_shared),
    pytest.param(sites.invented, id="invented", marks=sites.needs_shared),
]


@cache
def line(make: object) -> Timeline:
    return sites.timeline_of(make())  # type: ignore[operator]


def registry_of(files: Files) -> Registry:
    path = "data/organisations.yaml"
    registry, problems = organisations.read(files[path], path)
    assert not problems
    return registry


@cache
def readings(make: object) -> tuple[tuple[Reading, ...], Registry]:
    files: Files = make()  # type: ignore[operator]
    registry = registry_of(files)
    wanted = {path: data for path, data in files.items() if path.startswith("content/articles/")}
    found, problems = articles.read(wanted)
    assert not [problem for problem in problems if problem.severity == "error"]
    return tuple(extract.reading(article, registry) for article in found), registry


def spans(value: object) -> list[Span]:
    """Every span inside a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans(item)]
    if hasattr(value, "__slots__"):
        return [span for name in value.__slots__ for span in spans(getattr(value, name))]
    return []


# ------------------------------------------------------------------ verbatim, verified


@pytest.mark.parametrize("make", BOTH)
def test_every_claim_is_verbatim_and_verified(make: object) -> None:
    """Each span is a slice of the article, and the grammar reads the same values from it."""
    found, registry = readings(make)
    count = 0
    for reading in found:
        for claim in reading.claims:
            count += 1
            assert source.text_of(reading.article, claim.quote.at) == claim.quote.text
            for span in spans(claim):
                assert source.text_of(reading.article, span)
            assert verify.problems(claim, reading.article, registry) == ()
            assert source.claim_id(claim) == claim.id
    assert count > 12


def swapped(claim: Claim, article: Article) -> list[Claim]:
    """The claim with every other number of its own quote in place of its own, with its span."""
    assert claim.jobs is not None
    words = claim.quote.text
    start = claim.quote.at.start
    found = []
    for amount in quantities.find(words, tokens.tokens(words)):
        value = quantities.read_jobs(words[amount.start : amount.end])
        at = Span(claim.quote.at.in_, start + amount.start, start + amount.end)
        own = claim.jobs.at
        if value is None or (at.start < own.end and own.start < at.end):
            continue
        low, high, qualifier = value
        found.append(replace(claim, jobs=Jobs(low, high, qualifier, at)))
    return found


@pytest.mark.parametrize("make", BOTH)
def test_a_swapped_number_of_the_same_sentence_is_refused(make: object) -> None:
    """A verbatim quote proves nothing about a wrong number that stands in it too."""
    found, registry = readings(make)
    tried = 0
    for reading in found:
        own = {(claim.organisation.is_, claim.jobs.at) for claim in reading.claims if claim.jobs}
        for claim in reading.claims:
            if claim.kind != "layoff" or claim.jobs is None:
                continue
            low, high = claim.jobs.low, claim.jobs.high
            wrong = [
                replace(
                    claim,
                    jobs=replace(
                        claim.jobs,
                        low=None if low is None else low + 1,
                        high=None if high is None else high + 1,
                        qualifier="exact" if claim.jobs.qualifier != "exact" else "about",
                    ),
                )
            ]
            others = [
                other
                for other in swapped(claim, reading.article)
                if other.jobs and (claim.organisation.is_, other.jobs.at) not in own
            ]
            for other in [*wrong, *others]:
                tried += 1
                assert verify.problems(other, reading.article, registry), other.jobs
    assert tried > 10


# ------------------------------------------------------------------ no mixing


def mixed(claim: Claim, seam: int) -> list[Span]:
    """The spans of a claim that lie on the other side of a seam than its quote, or across it.

    An employer or speaker may be named by a sentence before: the words between say nothing else.
    """
    bare = replace(claim, organisation=replace(claim.organisation, at=None, hedge=None))
    bare = replace(bare, said_by=None)
    before = claim.quote.at.end <= seam
    found = [at for at in spans(bare) if at.in_ == "body"]
    return [at for at in found if (at.end <= seam) is not before or at.start < seam < at.end]


def paragraphs(article: Article) -> list[str]:
    return [text for text in re.split(r"\n[ \t]*\n", article.body) if text.strip()]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
@pytest.mark.parametrize("make", BOTH)
def test_two_articles_in_one_never_mix(make: object, random: object) -> None:
    """Nothing that one story says takes a number, share, date or state from another's paragraphs,
    however much of the second follows."""
    found, registry = readings(make)
    one, other = random.sample([item.article for item in found], 2)  # type: ignore[attr-defined]
    every = paragraphs(other)
    following = every[: random.randint(1, len(every))]  # type: ignore[attr-defined]
    first = "\n\n".join(paragraphs(one))
    article = replace(one, body="\n\n".join([first, *following]))
    for claim in extract.reading(article, registry).claims:
        if claim.quote.at.in_ == "body":
            assert mixed(claim, len(first)) == [], (claim.rule, claim.quote.text)


def test_a_mixed_claim_is_caught() -> None:
    """A quote over the seam, and a number from beyond it, would be seen."""
    found, _ = readings(sites.project)
    claim = next(one for reading in found for one in reading.claims if one.jobs)
    at = claim.quote.at
    assert mixed(claim, at.end) == mixed(claim, at.start) == []
    assert at in mixed(claim, at.end - 1)
    assert claim.jobs is not None
    away = Span("body", at.end + 2, at.end + 5)
    assert mixed(replace(claim, jobs=replace(claim.jobs, at=away)), at.end) == [away]


# ------------------------------------------------------------------ order and independence


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
@pytest.mark.parametrize("make", BOTH)
def test_the_order_of_articles_does_not_matter(make: object, random: object) -> None:
    """A folder has no order, so the timeline must not have one of its own."""
    files = list(make().items())  # type: ignore[operator]
    random.shuffle(files)  # type: ignore[attr-defined]
    assert sites.timeline_of(dict(files)) == line(make)


SIXTH = """---
publisher: Ledger Weekly
title: Health units lose 550 jobs
published: 2024-03-15
---
In March 2024, Amazon cut 550 jobs across One Medical, Amazon Pharmacy and Amazon Clinic, the
company said.

The company had announced in February 2024 that it would cut a few hundred jobs at
One Medical and Amazon Pharmacy.
"""


@pytest.mark.parametrize("make", BOTH)
def test_adding_an_article_changes_no_other_articles_claims(make: object) -> None:
    """What one article says depends on nothing that another says."""
    files = make()  # type: ignore[operator]
    before = {claim.id: claim for claim in sites.claims_of(line(make))}
    files["content/articles/ledger-2024-03.md"] = SIXTH.encode()
    after = {claim.id: claim for claim in sites.claims_of(sites.timeline_of(files))}
    assert set(before) <= set(after)
    assert {after[claim] for claim in before} == set(before.values())
    added = {claim.article for key, claim in after.items() if key not in before}
    assert added <= {"ledger-2024-03"}


# ------------------------------------------------------------------ identity


def with_machine_files(files: Files) -> Files:
    """The files as they lie there after a build has been committed."""
    build = pipeline.build(files)
    assert build.machine
    kept = {path: data for path, data in files.items() if not path.startswith("data/timeline/")}
    return {**kept, **build.machine}


def decided(timeline: Timeline) -> Event:
    """The event of February 2024 in the two health units."""
    found = [
        event
        for event in timeline.events
        if event.kind == "layoff"
        and {"one-medical", "amazon-pharmacy"} <= {unit.is_ for unit in event.units}
    ]
    assert len(found) == 1, [event.id for event in found]
    return found[0]


def test_an_id_and_its_decisions_survive_a_sixth_article() -> None:
    """New dates, numbers and units move an event; its address and what was settled stay."""
    files = with_machine_files(sites.project())
    before = decided(sites.timeline_of(files))
    text = SIXTH.replace("In March 2024, Amazon cut 550 jobs", "Amazon cut 550 jobs in March 2024")
    files["content/articles/ledger-2024-03.md"] = text.encode()
    timeline = sites.timeline_of(files)
    after = next(event for event in timeline.events if event.id == before.id)
    assert not after.tombstone
    assert after.title == before.title
    assert after.narrative == before.narrative
    assert {claim.id for claim in before.claims} <= {claim.id for claim in after.claims}
    ids = [event.id for event in timeline.events]
    assert len(ids) == len(set(ids))
    assert before.id in ids


EDITS = [
    pytest.param(
        sites.project, "techmonitor-2024-02.md", (18_000, 18_250), "laodong-2026-01.md", 14_000
    ),
    pytest.param(
        sites.originals,
        "techmonitor-2024-02.txt",
        (18_000, 18_250),
        "laodong-2026-01.txt",
        14_000,
        marks=sites.needs_shared,
    ),
    pytest.param(
        sites.invented, "fi-108.md", (160, 175), "fi-101.md", 1_500, marks=sites.needs_shared
    ),
]
"""A site, an article to correct with the number before and after, one to delete with its number."""


@pytest.mark.parametrize(("make", "path", "numbers", "gone", "number"), EDITS)
def test_a_corrected_number_keeps_the_events_id(
    make: object, path: str, numbers: tuple[int, int], gone: str, number: int
) -> None:
    """A correction changes the claim, not the address that readers have linked to."""
    files = with_machine_files(make())  # type: ignore[operator]
    old, new = (f"{count:,}".encode() for count in numbers)
    before = sites.event_with(sites.timeline_of(files), kind="layoff", number=numbers[0])
    assert old in files[f"content/articles/{path}"]
    for name in files:
        if name == f"content/articles/{path}" or name.startswith("content/events/"):
            files[name] = re.sub(rb"\b%s\b" % old, new, files[name])
    after = sites.event_with(sites.timeline_of(files), kind="layoff", number=numbers[1])
    assert after.id == before.id
    assert {claim.id for claim in after.claims} != {claim.id for claim in before.claims}


@pytest.mark.parametrize(("make", "path", "numbers", "gone", "number"), EDITS)
def test_an_event_without_its_last_source_becomes_a_tombstone(
    make: object, path: str, numbers: tuple[int, int], gone: str, number: int
) -> None:
    """The address stays, says that the source was withdrawn, and shows nothing of the text."""
    files = with_machine_files(make())  # type: ignore[operator]
    before = sites.event_with(sites.timeline_of(files), kind="layoff", number=number)
    del files[f"content/articles/{gone}"]
    files.pop(f"content/articles/{gone.replace('.txt', '.yaml')}", None)
    build = pipeline.build(files)
    assert not build.errors
    after = next(event for event in build.timeline.events if event.id == before.id)
    assert after.tombstone
    assert after.claims == ()
    page = build.outputs[f"events/{before.id}/index.html"].decode()
    assert "withdrawn" in page
    assert f"{number:,}" not in page
    kept = {name: data for name, data in files.items() if not name.startswith("data/timeline/")}
    again = pipeline.build({**kept, **build.machine})
    assert not again.errors
    assert next(event for event in again.timeline.events if event.id == before.id).tombstone
    assert again.machine == build.machine


AGENCY = """---
publisher: {publisher}
title: Brindle Freight to cut jobs in Leeds
published: 2025-03-{day}
---
Brindle Freight plc said on Tuesday that it will cut {number} jobs at its depot in Leeds in April
2025. The haulier blamed higher fuel costs and a lost contract. A spokeswoman said that staff had
been told by letter. The depot opened in 1998 and handles parcels for the north of England. Union
officials called the decision a bitter blow for the region and asked for talks.
"""


def test_two_versions_of_an_agency_text_are_one_event_in_conflict() -> None:
    """A corrected reprint is the same cut, counted once, with both numbers shown."""
    files = sites.frame()
    files["data/site.yaml"] = b"title: Brindle\n"
    files["data/organisations.yaml"] = (
        b"organisations:\n  brindle-freight:\n    name: Brindle Freight\n    watch: true\n"
    )
    for day, number, publisher in (("05", "340", "Courier"), ("06", "430", "Gazette")):
        text = AGENCY.format(day=day, number=number, publisher=publisher)
        files[f"content/articles/{publisher.lower()}-2025.md"] = text.encode()
    timeline = sites.timeline_of(files)
    events = [event for event in timeline.events if event.kind == "layoff"]
    assert len(events) == 1
    assert [entry.relation for entry in events[0].disputes if entry.field == "jobs"] == ["conflict"]
    assert events[0].outlets == 2
    assert events[0].independent <= 1
    assert timeline.total.low == 340
    assert timeline.total.high == 430


# ------------------------------------------------------------------ incremental == clean


class Broken(memo.Memo):
    """A memo that forgets to look at the last argument: what the law must catch."""

    def key(self, stage: str, arguments: tuple[object, ...]) -> str:
        return super().key(stage, arguments[:-1])


def edits(random: object, files: Files) -> Files:
    """The files after one random edit of a kind that editors make."""
    choose = random.choice  # type: ignore[attr-defined]
    articles_ = [path for path in files if path.startswith("content/articles/")]
    events = [path for path in files if path.startswith("content/events/")]
    changed = dict(files)
    kind = choose(["number", "add", "remove", "title", "template", "style", "site", "decision"])
    if kind == "number" and articles_:
        path = choose(articles_)
        changed[path] = re.sub(rb"\b27,000\b", b"27,100", files[path])
    elif kind == "add":
        changed["content/articles/ledger-2024-03.md"] = SIXTH.encode()
    elif kind == "remove":
        changed.pop("content/articles/ledger-2024-03.md", None)
    elif kind == "title" and articles_:
        path = choose(articles_)
        changed[path] = re.sub(rb"(?m)^title: ", b"title: Again ", files[path], count=1)
    elif kind == "template":
        path = choose(sorted(path for path in files if path.startswith("templates/")))
        changed[path] = files[path] + b"\n"
    elif kind == "style":
        path = choose(sorted(path for path in files if path.startswith("assets/")))
        changed[path] = files[path] + (b"\n/* x */" if path.endswith(".css") else b"")
    elif kind == "site":
        changed["data/site.yaml"] = re.sub(rb"contact: ", b"contact: x", files["data/site.yaml"])
    elif kind == "decision" and events:
        path = choose(events)
        changed[path] = files[path] + b"\nOne more sentence.\n"
    return changed


def run(random: object, remembered: memo.Memo, steps: int) -> bool:
    """Whether builds with this memo equal clean ones over a sequence of random edits."""
    files = sites.project()
    for _ in range(steps):
        build, clean = pipeline.build(files, remembered), pipeline.build(files)
        if build != clean:
            return False
        if build.machine:
            kept = {
                path: data for path, data in files.items() if not path.startswith("data/timeline/")
            }
            files = {**kept, **build.machine}
        files = edits(random, files)
    return True


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_an_incremental_build_equals_a_clean_one(random: object) -> None:
    """The memo may be deleted at any time, because it never shows in the output."""
    assert run(random, memo.Memo(memo.Store()), steps=5)


def test_a_broken_memo_is_caught() -> None:
    """If this passed with a memo that ignores an argument, the law above would prove nothing."""
    import random

    assert not all(run(random.Random(seed), Broken(memo.Store()), steps=6) for seed in range(3))
