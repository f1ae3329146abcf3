"""What waits for an editor is told with its reason, and the lines that settle it do so."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import sites
import states
from headcount import cli, merge, pipeline, report
from headcount.model import Problem, Timeline
from headcount.reviews import reviews
from stories import REGISTRY, article, claim, story

Files = sites.Files
KEYS = ("confirm", "reject")


def alone() -> Files:
    """Claims of which no event knows yet."""
    return states.STATES["review"]()


def beside() -> Files:
    """A claim that tells again of an event that was published, with an id that is remembered."""
    files = alone()
    files["content/articles/quay.md"] = (
        b"---\npublisher: Quay\ntitle: Marrowbone cuts 310 jobs\npublished: 2031-01-15\n---\n"
        b"Marrowbone said on Tuesday that it cut 310 jobs in January 2031.\n"
    )
    story = files["content/articles/harbour.md"]
    files["content/articles/harbour.md"] = re.sub(
        rb"published: \S+", b"published: 2031-01-16", story
    ).replace(b"employees were laid off", b"employees were laid off in January 2031")
    return {**files, **pipeline.build(files).machine}


def decided() -> Files:
    """The same, of an event about which an editor has written."""
    files = beside()
    [event] = pipeline.build(files).timeline.events
    files[f"content/events/{event.id}.md"] = b"---\ntitle: Marrowbone lets 310 go\n---\n"
    return files


SITES = [alone, beside, decided]


def waiting(files: Files) -> tuple[Problem, ...]:
    build = pipeline.build(files)
    assert not build.errors
    return reviews(build.timeline, pipeline.confirmed(files), build.articles, files)


def pasted(files: Files, problem: Problem, key: str) -> Files:
    """The files after an editor has copied a printed line, as it stands, to where it belongs."""
    told = report.text(problem).split("\n")
    path = re.search(r"content/events/\S+?\.md", " ".join(told))
    [line] = [one for one in told if one.strip().startswith(f"{key}: [")]
    assert path
    before = files.get(path[0], b"---\n---\n").decode()
    head, rest = before.split("---\n", 2)[1:]
    return {**files, path[0]: f"---\n{head}{line.strip()}\n---\n{rest}".encode()}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("make", SITES)
def test_what_check_prints_can_be_pasted(make: object, key: str) -> None:
    """Each line settles its claim, one after the other, and nothing else."""
    files: Files = make()  # type: ignore[operator]
    before = pipeline.build(files).timeline
    assert before.review
    while found := waiting(files):
        files = pasted(files, found[0], key)
        left = waiting(files)
        assert len(left) == len(found) - 1
    build = pipeline.build(files)
    shown = {claim.id for event in build.timeline.events for claim in event.claims}
    assert all((claim.id in shown) is (key == "confirm") for claim in before.review)
    pages = b"".join(data for path, data in build.outputs.items() if path.endswith(".html"))
    assert all((claim.id.encode() in pages) is (key == "confirm") for claim in before.review)
    ids = [event.id for event in before.events]
    assert [event.id for event in build.timeline.events if event.id in ids] == ids
    again = pipeline.build({**files, **build.machine})
    assert again.timeline == build.timeline


@pytest.mark.parametrize("make", [beside, decided])
def test_a_confirmed_claim_joins_the_event_that_it_tells_of(make: object) -> None:
    """An editor who confirms a second account of a cut gets no second cut."""
    files: Files = make()  # type: ignore[operator]
    [event] = pipeline.build(files).timeline.events
    for _ in range(len(waiting(files))):
        files = pasted(files, waiting(files)[0], "confirm")
    build = pipeline.build(files)
    [after] = build.timeline.events
    assert after.id == event.id
    assert {claim.article for claim in after.claims} == {"harbour", "quay"}
    assert build.timeline.redirects == ()


def test_the_reason_is_told() -> None:
    """Whoever must decide knows what is in doubt."""
    for problem in waiting(alone()):
        assert (problem.code, problem.severity) == ("review", "warning")
        assert "waits: its employer is only inferred" in problem.message
        assert "310" in problem.message


def test_a_file_that_is_there_is_not_written_over() -> None:
    """A rejected claim would come back with it."""
    files = alone()
    [problem, *_] = waiting(files)
    assert "write content/events/" in problem.remedy
    files = pasted(files, problem, "reject")
    files["content/articles/quay.md"] = files["content/articles/harbour.md"].replace(b"310", b"450")
    for other in waiting(files):
        path = re.search(r"content/events/\S+?\.md", other.remedy)
        assert path
        assert (path[0] in files) is ("add to" in other.remedy)


def test_what_tells_of_no_event_can_only_be_rejected() -> None:
    """A figure is confirmed beside an event of its employer, or not while there is none."""
    text = "The company employs 4,200 people."
    source = article("aa", text)
    staff = ("4,200", 4200, 4200, "exact")
    figure = claim(source, text, kind="figure", measure="workforce", jobs=staff, tier="review")
    known, _ = merge.timeline([story("bb", "Jobs go.")], REGISTRY, (), ())
    [event] = known.events
    for line, file in (
        (Timeline(), "content/events/aa-review.md"),
        (known, f"content/events/{event.id}.md"),
    ):
        wait = replace(line, review=(figure,))
        [problem] = reviews(wait, replace(line, figures=(figure,)), [source], ())
        assert file in problem.remedy
        assert ("confirm:" in problem.remedy) is bool(line.events)
        assert f"reject: [{figure.id}]" in problem.remedy


def test_check_prints_the_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the command line, each on a line of its own."""
    for path, data in alone().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert cli.main(tmp_path, ["check"]) == 0
    told = capsys.readouterr().err
    assert all(re.search(rf"(?m)^    {key}: \[c-\w+\]$", told) for key in KEYS)
