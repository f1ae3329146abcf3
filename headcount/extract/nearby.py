"""The date of a cut that only the sentences around it give: of the cuts that it is a part of or
goes on with, or the day on which it was announced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from headcount.extract.links import raw
from headcount.extract.lists import size
from headcount.extract.scene import Found, Scene, mention_of
from headcount.extract.times import resolve
from headcount.language.chunks import Sentence, kinds
from headcount.language.quantities import read_jobs, read_percent
from headcount.language.tidings import REACH, fresh, said_at, told_on
from headcount.model import Claim, Date, Quote
from headcount.source import EXCERPT_WORDS, claim_id

LEAD = 3
"""Sentences of the body that tell the headline's news."""

NEWS = ("announced", "planned", "under_way", "reported", "cancelled", "denied")
"""States that an announcement tells; what is done may be long past."""


def announced_nearby(
    scene: Scene, found: Sequence[Found], told_first: Sequence[Found]
) -> dict[str, Found]:
    """`found`: the claims that stay, `told_first`: those that they repeat too. Claim id → the claim
    with a date, for those that have none of their own: that of the cuts
    that they are a part of or say again, that of their announcement, if they tell the article's
    news, or that of the story that they go on with."""
    dated: dict[str, Found] = {}
    known = {link.claim: link.to for link in raw(scene, found) if link.is_ == "part_of"}
    for one in found:
        told = [dated.get(other.claim.id, other) for other in found]
        whole = "" if dated_itself(scene, one) else known.get(one.claim.id)
        wholes = [other for had, other in zip(found, told, strict=True) if had.claim.id == whole]
        claim = inherited(scene, one, (*broken_down(one, told), *said_again(one, told), *wholes))
        claim = claim or inherited(scene, one, headlined(one, told_first))
        when = None if claim else announcement(scene, one)
        claim = replace(one.claim, date=when) if when is not None else claim
        claim = claim or inherited(scene, one, gone_on(scene, one, told))
        if claim is not None:
            dated[one.claim.id] = replace(one, claim=replace(claim, id=claim_id(claim)))
    return dated


def inherited(scene: Scene, one: Found, wholes: Iterable[Found]) -> Claim | None:
    """The claim with the date of the first that has one of those that it is a part of, says again
    or goes on with; in its own sentence quoted as far."""
    if undated(one) is None or one.finding is None:
        return None
    for whole in wholes:
        if undated(whole) is not None:
            continue
        if (whole.part, whole.index) != (one.part, one.index):
            if one.part == "body" and (bygone(scene, whole.claim.date) or ahead(scene, one, whole)):
                continue
            return replace(one.claim, date=whole.claim.date)
        ours, theirs = one.claim.quote.at, whole.claim.quote.at
        at = replace(ours, start=min(ours.start, theirs.start), end=max(ours.end, theirs.end))
        words = scene.words(one.part, at.start, at.end)
        if len(words.split()) <= EXCERPT_WORDS:
            return replace(one.claim, date=whole.claim.date, quote=Quote(at, words))
    return None


def bygone(scene: Scene, when: Date | None) -> bool:
    """Whether a date is that of an announcement of long ago, of which something is news today."""
    if when is None or when.tense != "told":
        return False
    words = scene.words(when.at.in_, when.at.start, when.at.end)
    return not fresh(words, scene.article.published)


def ahead(scene: Scene, one: Found, whole: Found) -> bool:
    """Whether a sentence tells of what is to come, and the whole is over."""
    sentence = scene.body.sentences[one.index]
    return whole.claim.status.is_ == "completed" and sentence.holds(COMING)


COMING = kinds("future might plan conditional expected")


def akin(one: Found, other: Found) -> bool:
    """Whether two claims are about cuts of the same employer."""
    ours, theirs = one.claim, other.claim
    same = theirs.kind == ours.kind == "layoff" and other is not one
    return same and theirs.organisation.is_ == ours.organisation.is_


def broken_down(one: Found, found: Sequence[Found]) -> Iterator[Found]:
    """The wholes in a part's sentence: of a number broken down, or of cuts still to come."""
    if one.finding is None or one.finding.rule.gives.get("link") != "part_of":
        return
    bare = one.finding.rule.gives.get("in") in ("split", "part")
    for whole in found:
        near = akin(one, whole) and (whole.part, whole.index) == (one.part, one.index)
        sure = bare or whole.claim.status.is_ in NEWS or one.finding.rule.id in NAMED
        if near and sure and size(whole) > size(one) and whole.claim.scope.is_ != "aggregate":
            yield whole


NAMED = frozenset({"layoff.including", "layoff.of-them"})
"""Rules whose words say of whom a number is a part."""


def said_again(one: Found, found: Sequence[Found]) -> Iterator[Found]:
    """A headline's number where the body tells it."""
    for other in found:
        if one.part == "title" and other.part == "body" and akin(one, other):
            ours, theirs = one.claim, other.claim
            if (ours.jobs, ours.percent) != (None, None) and told_alike(ours, theirs):
                yield other


def headlined(one: Found, told: Sequence[Found]) -> Iterator[Found]:
    """The headline's claim with a number that the lead tells again."""
    if one.part == "body" and one.index < LEAD:
        for other in told:
            same = other.part == "title" and akin(one, other)
            if same and one.claim.jobs is not None and told_alike(one.claim, other.claim):
                yield other


def told_alike(one: Claim, other: Claim) -> bool:
    """Whether two claims give the same number, or the same share."""
    if one.jobs is not None and other.jobs is not None:
        return (one.jobs.low, one.jobs.high) == (other.jobs.low, other.jobs.high)
    if one.percent is not None and other.percent is not None:
        return one.percent.value == other.percent.value
    return False


def gone_on(scene: Scene, one: Found, found: Sequence[Found]) -> Iterator[Found]:
    """The larger number that the sentences right before a smaller one tell, where nothing says
    that the smaller is of another time: "It cut 300 jobs on Monday. The Hull mill lost 40"."""
    if one.finding is None or one.part == "title" or not size(one):
        return
    given = one.finding.rule.gives
    if "tier" in given or not BACKGROUND.isdisjoint(given.values()):
        return
    chunks = scene.body.sentences[one.index].chunks
    words = {scene.words("body", chunk.start, chunk.end).lower() for chunk in chunks}
    if dated_itself(scene, one) or not (EARLIER | FURTHER).isdisjoint(words):
        return
    before = [other for other in found if other.part == "body" and other.index < one.index]
    before = [other for other in before if not background(other)]
    larger = [other for other in before if akin(one, other) and size(other) > size(one)]
    sited = any(chunk.name in SITED for chunk in chunks)
    for whole in (*main(larger if sited else ()), *larger[-1:]):
        news = (one.claim.status.is_ in NEWS, whole.claim.status.is_ in NEWS)
        near = one.index - whole.index <= (FAR if sited and whole.index < LEAD else GOING_ON)
        if near and news[0] == news[1] and whole.claim.scope.is_ != "aggregate":
            yield whole


def background(one: Found) -> bool:
    """Whether a claim is of another round than the news, by its rule."""
    return one.finding is not None and not BACKGROUND.isdisjoint(one.finding.rule.gives.values())


def main(larger: Sequence[Found]) -> Iterator[Found]:
    """The number that an article is about, unless a larger one than its part behind it has another
    date that is no announcement's."""
    for whole in sorted(larger, key=lambda one: -size(one))[:1]:
        later = [one.claim.date for one in larger if one.index > whole.index]
        own = [one for one in later if one is not None and one.edtf and one.tense != "told"]
        if all(one == whole.claim.date for one in own):
            yield whole


def dated_itself(scene: Scene, one: Found) -> bool:
    """Whether a claim is a headline's, or date words stand in its sentence."""
    if one.part == "title":
        return True
    return any(chunk.name == "date" for chunk in scene.body.sentences[one.index].chunks)


GOING_ON = 2
"""Sentences for which a story stays at its date."""

FAR = 6
"""The same where a sentence names a place or unit, and so breaks the news of the lead down."""

SITED = kinds("place unit-noun sector")


def undated(one: Found) -> Claim | None:
    """The claim, if it has no date that is resolved."""
    date = one.claim.date
    return one.claim if date is None or date.edtf is None else None


def announcement(scene: Scene, one: Found) -> Date | None:
    """The date on which the nearest sentence that has one says that something was said."""
    if not is_news(scene, one) or (one.part == "title" and dated_below(scene, one)):
        return None
    for sentence in around(scene, one):
        index = told_on(scene.body.text, sentence, scene.article.published)
        if index is not None:
            return resolve(scene, "body", sentence.chunks[index], "told")
    return None


def dated_below(scene: Scene, one: Found) -> bool:
    """Whether the body gives a headline's number a date that is no announcement's."""
    text = scene.body.text
    for sentence in scene.body.sentences:
        chunks = sentence.chunks
        told = [chunk for chunk in chunks if chunk.name in ("number", "percent")]
        same = any(equals(text[chunk.start : chunk.end], one.claim) for chunk in told)
        days = [at for at, chunk in enumerate(chunks) if chunk.name == "date"]
        if same and any(said_at(text, chunks, at) is None for at in days):
            return True
    return False


def equals(words: str, claim: Claim) -> bool:
    """Whether words say a claim's number or share."""
    if claim.jobs is not None:
        read = read_jobs(words)
        return read is not None and read[:2] == (claim.jobs.low, claim.jobs.high)
    share = read_percent(words)
    return share is not None and claim.percent is not None and share[0] == claim.percent.value


def is_news(scene: Scene, one: Found) -> bool:
    """Whether a claim without a date tells what its article is about, and no earlier round."""
    claim, finding = one.claim, one.finding
    if claim.kind != "layoff" or finding is None:
        return False
    if undated(one) is None or (claim.date is not None and claim.status.is_ not in NEWS):
        return False
    if claim.scope.is_ == "aggregate" or not BACKGROUND.isdisjoint(finding.rule.gives.values()):
        return False
    chunks = scene.passage(one.part).sentences[one.index].chunks
    words = {scene.words(one.part, chunk.start, chunk.end).lower() for chunk in chunks}
    if not EARLIER.isdisjoint(words) or "status" in finding.rule.gives:
        return False
    fresh = one.part == "title" or one.index < REACH or bool({"has", "have"} & words)
    return claim.status.is_ in NEWS or fresh


BACKGROUND = frozenset({"apart", "revises", "aggregate"})
PAST = "earlier previous previously last already had since recent ago followed following"
EARLIER = frozenset(PAST.split())
MORE = "also further another additional more separately meanwhile elsewhere"
FURTHER = frozenset(MORE.split())
"""Words of a sentence that tells what came before the news."""


def around(scene: Scene, one: Found) -> Iterator[Sentence]:
    """The sentences that may say when a claim was announced, the nearest first: of the same entry
    of a list, and of nobody else only."""
    body = scene.body.sentences
    at = one.index
    places = tuple(range(LEAD)) if one.part == "title" else (at - 1, at + 1, at - 2)
    for index in places:
        if not 0 <= index < len(body):
            continue
        entry = one.part == "title" or scene.heads[index] == scene.heads[one.index]
        else_ = body[index].holds(OTHER_NEWS)
        if entry and not else_ and same_employer(scene, one.claim, body[index]):
            yield body[index]


OTHER_NEWS = kinds("hire acquire apart-word")
"""Chunks of a sentence that announces something else."""


def same_employer(scene: Scene, claim: Claim, sentence: Sentence) -> bool:
    """Whether a sentence names the claim's employer or none."""
    named = [mention_of(chunk).is_ for chunk in sentence.chunks if chunk.name == "org"]
    return not named or any(scene.names.same_family(is_, claim.organisation.is_) for is_ in named)
