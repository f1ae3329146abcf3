"""References: an editor's words mean one claim, or are told why not."""

from __future__ import annotations

import pytest

from headcount import references
from headcount.model import Claim, Date, Jobs, Mark, Named, Quote, Span

TEXT = "Elm cut over 90 jobs in 2030, of them 40 in March."


def claim(id_: str, low: int, words: str, when: str, quote: str = TEXT) -> Claim:
    """A claim of the one sentence, whose number and date stand at these words."""

    def at(part: str) -> Span:
        start = 100 + TEXT.index(part)
        return Span("body", start, start + len(part))

    return Claim(
        id=id_,
        article="gazette",
        kind="layoff",
        quote=Quote(at(quote), quote),
        organisation=Named("elm", "Elm", "subject", at("Elm")),
        status=Mark("completed", at("cut")),
        scope=Mark("part", None, "default"),
        rule="test",
        tier="published",
        jobs=Jobs(low, low, "exact", at(words)),
        date=Date("2030", at(when), "explicit"),
    )


WHOLE = claim("c-aaaaaaaaaa", 90, "over 90", "2030")
INSIDE = claim("c-bbbbbbbbbb", 40, "40", "March")
SHORT = claim("c-cccccccccc", 40, "40", "March", quote="40 in March")


@pytest.mark.parametrize(
    ("reference", "means"),
    [
        ("c-aaaaaaaaaa", "c-aaaaaaaaaa"),
        ("gazette#over 90 jobs", "c-aaaaaaaaaa"),
        ("gazette#of them 40", "c-bbbbbbbbbb"),
        ("gazette#in 2030", "c-aaaaaaaaaa"),
        ("gazette#in March", "c-bbbbbbbbbb"),
        ("c-0000000000", "no claim has the id c-0000000000"),
        ("gazette#fifty", 'no claim of "gazette" has the words "fifty"'),
        ("herald#in March", 'the article "herald" has no claim'),
        ("gazette", '"gazette" is neither a claim\'s id nor an article and words'),
        ("", '"" is neither a claim\'s id nor an article and words'),
        (
            f"gazette#{TEXT}",
            f'"{TEXT}" may mean 2 claims of "gazette": '
            "c-aaaaaaaaaa (layoff), c-bbbbbbbbbb (layoff)",
        ),
    ],
)
def test_a_reference_means_one_claim_or_says_why_not(reference: str, means: str) -> None:
    """Of two claims in one sentence, the number in the words decides; a tie is no answer."""
    assert references.resolve(reference, (WHOLE, INSIDE)) == means
    assert references.resolve(reference, (INSIDE, WHOLE)).split(":")[0] == means.split(":")[0]


def test_words_may_be_longer_than_the_quote() -> None:
    """A rule may take the clause where the editor copied the sentence."""
    assert references.resolve("gazette#of them 40 in March.", (SHORT,)) == SHORT.id
