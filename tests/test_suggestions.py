"""A slip of the pen in a decision: wherever it is, what was meant stands in the message."""

from __future__ import annotations

import pytest

import states
from headcount import pipeline

BODY = (
    "Marrowbone cut 310 jobs at Kelpworks in March 2031.\n\n"
    "Marrowbone will cut 95 jobs at Drydock in May 2031."
)
KELP = "2031-03-kelpworks-layoff"
SLIP = "2031-05-drydok-layoff"
EVENT = "did you mean 2031-05-drydock-layoff"
WHO = '{article: harbor, words: "310 jobs"}'
SIDES = f"[{{text: T, claims: [{WHO}]}}]"
OK = '{article: harbour, words: "310 jobs"}'
CLAIM = "article: harbour, quote: The gates are shut., kind: statement"


@pytest.mark.parametrize(
    ("front", "meant"),
    [
        (f"relations: [{{is: part_of, to: {SLIP}, reason: R}}]", EVENT),
        (f"relations: [{{is: part_off, to: {SLIP}, reason: R}}]", 'did you mean "part_of"'),
        (f"join: [{SLIP}]", EVENT),
        (f"between: [{{with: {SLIP}, field: order, question: Q, values: []}}]", EVENT),
        ("between: [{with: x, field: ordr, question: Q, values: []}]", 'did you mean "order"'),
        (
            f"between: [{{with: x, field: order, question: Q, values: {SIDES}}}]",
            'did you mean "harbour"',
        ),
        (f"anchors: [{WHO}]", 'did you mean "harbour"'),
        (f"split: [{WHO}]", 'did you mean "harbour"'),
        (f"confirm: [{WHO}]", 'did you mean "harbour"'),
        (f"reject: [{WHO}]", 'did you mean "harbour"'),
        (f"prefer: [{{field: jobs, claim: {WHO}, reason: R}}]", 'did you mean "harbour"'),
        (f"prefer: [{{field: job, claim: {OK}, reason: R}}]", 'did you mean "jobs"'),
        (f"prefer: [{{field: jobs, claim: {OK}, raeson: R}}]", 'did you mean "reason"'),
        ("reject: [{article: harbour, word: 310 jobs}]", 'did you mean "words"'),
        ("milestones: {anounced: 2031}", 'did you mean "announced"'),
        ("corrections: [{date: 2031-04-01, txt: T}]", 'did you mean "text"'),
        ("hiden: true", 'did you mean "hide"'),
        (f"claims: [{{{CLAIM.replace('harbour', 'harbor')}}}]", 'did you mean "harbour"'),
        (f"claims: [{{{CLAIM.replace('statement', 'statment')}}}]", 'did you mean "statement"'),
        (f"claims: [{{{CLAIM}, topic: motiv}}]", 'did you mean "motive"'),
        (f"claims: [{{{CLAIM}, status: complete}}]", 'did you mean "completed"'),
        (f"claims: [{{{CLAIM}, scope: prt}}]", 'did you mean "part"'),
        (f"claims: [{{{CLAIM}, measure: market_}}]", 'did you mean "market"'),
        (f"claims: [{{{CLAIM}, tense: futur}}]", 'did you mean "future"'),
        (f"claims: [{{{CLAIM}, saidby: x}}]", 'did you mean "said_by"'),
        (f"claims: [{{{CLAIM}, organisation: marowbone}}]", 'did you mean "marrowbone"'),
        (f"claims: [{{{CLAIM}, said_by: ann-le}}]", 'did you mean "ann-lee"'),
    ],
)
def test_a_slip_is_told_with_what_was_meant(front: str, meant: str) -> None:
    """Exactly one message, at its line in the file of the decision."""
    files = states.site(harbour=f"{BODY}\n\nThe gates are shut.")
    files["data/organisations.yaml"] += b"people:\n  ann-lee: {name: Ann Lee}\n"
    file = f"content/events/{KELP}.md"
    found = pipeline.build({**files, file: f"---\n{front}\n---\n".encode()}).errors
    assert [one.place.file for one in found if meant in one.remedy] == [file], found
    assert found[0].place.line == 2
