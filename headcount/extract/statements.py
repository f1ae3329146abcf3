"""What somebody says, motives and support: claims of kind statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headcount.extract.circumstances import via
from headcount.extract.claims import tier
from headcount.extract.excerpts import excerpt
from headcount.extract.groups import fallback_of
from headcount.extract.quotations import Quotation, beside, speaker
from headcount.extract.scene import Found, Scene
from headcount.language.chunks import Sentence, kinds
from headcount.language.status import topic_in
from headcount.model import Claim, Mark, Named, Quote, Span, Speaker, Via
from headcount.source import EXCERPT_WORDS

SHORTEST = 4
"""Words of a quotation that is a statement and not just a word in quotation marks."""

TOLD = frozenset({"motive", "support", "origin"})
"""Topics that a sentence without a speaker may state."""

STAFF = kinds("layoff worker affect")
MATTERS = STAFF | kinds("acquire-noun")
"""Chunks that make a sentence without a speaker a matter of cuts, staff or origin."""


def statements(scene: Scene, quoted: Sequence[Quotation], found: Sequence[Found]) -> list[Found]:
    """Direct speech, reported speech, and what the article itself says about the cuts."""
    busy = {one.index for one in found if one.part == "body"}
    made: list[Found | None] = []
    spoken: set[int] = set()
    voiced = {one.index for one in found if one.part == "body" and one.claim.said_by is not None}
    for number, at, by in uttered(scene, quoted):
        spoken.add(number)
        if number not in voiced:
            pieces = parted(scene.body.text, *at)
            made += [stated(scene, number, one, by, "statement.direct") for one in pieces]
    for number, sentence in enumerate(scene.body.sentences):
        if number in spoken or number in busy or not sentence.chunks:
            continue
        who = reporting(scene, number)
        if who is not None or told(scene, sentence):
            rule = "statement.told" if who is None else "statement.indirect"
            made.append(stated(scene, number, whole(scene, sentence), who, rule))
    return [one for one in made if one is not None]


def uttered(
    scene: Scene, quoted: Sequence[Quotation]
) -> Iterator[tuple[int, tuple[int, int], Speaker]]:
    """(sentence, code points, speaker) of each sentence of the quotations that say something."""
    for one in quoted:
        if one.speaker is None or len(scene.body.text[one.start : one.end].split()) < SHORTEST:
            continue
        for number in scene.body.across(one.start, one.end):
            sentence = scene.body.sentences[number]
            start, end = max(one.start, sentence.start), min(one.end, sentence.end)
            if len(scene.body.text[start:end].split()) >= SHORTEST:
                yield number, (start, end), one.speaker


def whole(scene: Scene, sentence: Sentence) -> tuple[int, int]:
    """Code points of a sentence without the marks around it."""
    return excerpt(scene.body, sentence, sentence.chunks[0].start, sentence.chunks[0].end)


def reporting(scene: Scene, number: int) -> Speaker | None:
    """Who a sentence reports as saying something: a person, or the employer itself."""
    sentence = scene.body.sentences[number]
    chunks = sentence.chunks
    for index in sentence.where("say"):
        found = beside(scene, number, index, range(len(chunks)))
        if found is not None and found.name != "publisher":
            named = found.name == "person" or told(scene, sentence)
            return speaker(scene, found, direct=False) if named else None
    return None


def told(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence about cuts or staff gives a motive, support or the like."""
    if not sentence.holds(MATTERS) or sentence.chunks[-1].name != "mark":
        return False
    topic = topic_in(scene.body.tokens[sentence.first : sentence.last])
    if topic is None or topic[0] not in TOLD:
        return False
    if topic[0] == "origin":
        return sentence.holds({"acquire-noun"})
    return sentence.holds(STAFF)


def stated(
    scene: Scene, number: int, at: tuple[int, int], who: Speaker | None, rule: str
) -> Found | None:
    """A statement's claim; `at` is shortened to what may be published."""
    sentence = scene.body.sentences[number]
    text = scene.body.text
    start, end = at
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    inside = scene.body.tokens[sentence.first : sentence.last]
    topic = topic_in([one for one in inside if start <= one.start and one.end <= end])
    mark = Mark("other", None, "default")
    if topic is not None:
        mark = Mark(topic[0], Span("body", topic[1], topic[2]))
    organisation = spoken_for(scene, number, sentence, who)
    if organisation is None:
        return None
    claim = Claim(
        id="",
        article=scene.article.id,
        kind="statement",
        quote=Quote(Span("body", start, end), text[start:end]),
        organisation=organisation,
        status=Mark("announced" if who else "reported", None, "default"),
        scope=Mark("part", None, "default"),
        rule=rule,
        tier=tier(scene, organisation),
        said_by=who,
        via=via(scene, "body", number) or chain_of(scene, who, number),
        topic=mark,
    )
    return Found(claim, "body", number)


def parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A long passage in pieces of whole clauses that are each short enough to publish."""
    pieces = []
    while len(text[start:end].split()) > EXCERPT_WORDS:
        at = start
        for word in text[start:end].split()[:EXCERPT_WORDS]:
            at = text.index(word, at) + len(word)
        cut = max(text.rfind(mark, start + 1, at) for mark in ",;:") + 1
        cut = cut if cut > start + 1 else at
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return [(first, last) for first, last in pieces if len(text[first:last].split()) >= SHORTEST]


def chain_of(scene: Scene, who: Speaker | None, number: int) -> tuple[Via, ...]:
    """The sources that the sentence which names the speaker gives."""
    if who is None or who.at is None:
        return ()
    here = scene.body.across(who.at.start, who.at.start + 1)
    return next((via(scene, "body", at) for at in here if abs(number - at) <= 4), ())


def spoken_for(scene: Scene, number: int, sentence: Sentence, who: Speaker | None) -> Named | None:
    """Whose matter a statement is: the speaker's employer, the sentence's, the article's."""
    if who is not None:
        employed = scene.names.employers.get(who.is_)
        if employed is None and who.is_ in scene.names.names:
            employed = who.is_
        if employed is not None:
            root = scene.names.family(employed)
            return Named(root, scene.names.name(root), "family", who.at)
    for chunk in sentence.chunks:
        if chunk.name == "org" and chunk.value is not None:
            root = scene.names.family(getattr(chunk.value, "is_", ""))
            span = Span("body", chunk.start, chunk.end)
            same = root == getattr(chunk.value, "is_", "")
            name = getattr(chunk.value, "name", "") if same else scene.names.name(root)
            return Named(root, name, "subject" if same else "family", span)
    found = fallback_of(scene)
    return found.organisation if found else None
