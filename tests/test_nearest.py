"""An article edited after a decision: it follows its words, or is told what stands there now."""

from __future__ import annotations

import pytest

import states
from headcount import nearest, pipeline, report

BEFORE = "Marrowbone cut 310 jobs at Kelpworks in March 2031, the council said."
REWORDED = "In March 2031 Marrowbone has cut 310 jobs at its Kelpworks, the council said."
QUAY = "Marrowbone cut 317 jobs at Kelpworks in March 2031."
FILE = "content/events/2031-03-kelpworks-layoff.md"
SAYS = "content/articles/harbour.md"
WORDS = "Marrowbone cut 310 jobs at Kelpworks"


def problems(body: str, front: str) -> list[str]:
    """What is said of a decision that was made of `BEFORE`, once the article reads `body`."""
    file = f"---\n{front}---\n".encode()
    first = pipeline.build({**states.site(harbour=BEFORE, quay=QUAY), FILE: file})
    assert [one for one in first.errors if one.place.file == FILE] == []
    files = {**states.site(harbour=body, quay=QUAY), **first.machine, FILE: file}
    found = [one for one in pipeline.build(files).problems if one.place.file == FILE]
    return [report.text(one) for one in found]


def reference(words: str) -> str:
    return f'{{article: harbour, words: "{words}"}}'


def test_words_that_still_stand_there_need_nothing() -> None:
    """The claim has another id now, and the decision never named it."""
    assert problems(REWORDED, f"reject:\n- {reference('310 jobs')}\n") == []


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("prefer:\n- {field: jobs, reason: R, claim: ??}\n", "3:35"),
        ("reject:\n- ??\n", "3:3"),
        ("anchors:\n- ??\n", "3:3"),
    ],
)
def test_a_reworded_sentence_is_followed_and_named(front: str, place: str) -> None:
    """The decision holds, and the editor reads which words to write."""
    assert problems(REWORDED, front.replace("??", reference(WORDS))) == [
        f"{FILE}:{place}: warning[moved]: these words stand there no more, and their claim is "
        f'still meant: "{WORDS}" in harbour; write those that stand there now: '
        f'"Marrowbone has cut 310 jobs at its Kelpworks" ({SAYS}:7:15)'
    ]


@pytest.mark.parametrize(
    ("key", "words", "body", "now", "column"),
    [
        ("reject", "cut 310 jobs", BEFORE.replace("310", "330"), "cut 330 jobs", 12),
        ("confirm", WORDS, REWORDED, "Marrowbone has cut 310 jobs at its Kelpworks", 15),
        ("reject", WORDS, "The gates are painted. Marrowbone will lay off 90 people.", "", 0),
    ],
)
def test_another_number_is_not_followed(
    key: str, words: str, body: str, now: str, column: int
) -> None:
    """Nor is a claim published that an editor confirmed in other words."""
    near = f'nearest are "{now}" ({SAYS}:7:{column}); ' if now else ""
    assert problems(body, f"{key}:\n- {reference(words)}\n") == [
        f'{FILE}:3:3: error[reference]: no claim of "harbour" has the words "{words}"; {near}'
        "write a claim's id, or its article and words that stand in it once"
    ]


def test_a_claim_by_hand_is_told_the_sentence_of_now() -> None:
    """Its words are quoted, so it follows nothing."""
    front = "claims:\n- {article: harbour, kind: statement, topic: outlook, quote: ??}\n"
    assert problems(REWORDED, front.replace("??", f'"{WORDS}"')) == [
        f'{FILE}:3:62: error[words]: these words do not stand in "harbour": "{WORDS}"; '
        f'nearest are "Marrowbone has cut 310 jobs at its Kelpworks" ({SAYS}:7:15); '
        "copy them from the article"
    ]


@pytest.mark.parametrize(
    ("wanted", "text", "sure"),
    [
        ("cut three hundred jobs", "It has cut three hundred jobs.", True),
        ("cut 1,200 jobs", "cut 1,300 jobs", False),
        ("he cut jobs", "he never cut jobs", False),
        ("cut 310 jobs", "cut 310", True),
        ("x", "", None),
        ("", "x", None),
    ],
)
def test_a_passage_is_sure_by_its_numbers(wanted: str, text: str, sure: bool | None) -> None:
    """Texts without a common word have none."""
    found = nearest.passage(wanted, text)
    assert (found.sure if found else None) == sure
