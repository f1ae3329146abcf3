"""Passages in quotation marks, and who speaks in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headcount.extract.scene import Scene, mention_of
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.passages import Passage
from headcount.language.tokens import Token
from headcount.model import Part, Span, Speaker

CLOSES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“", "‚": "‘"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between quotation marks at code points [start, end), and their speaker."""

    part: Part
    start: int
    end: int
    speaker: Speaker | None
    index: int


def pairs(passage: Passage) -> list[tuple[int, int]]:
    """Code points of the words inside each pair of outermost quotation marks."""
    found = []
    opened: Token | None = None
    for token in [one for one in passage.tokens if one.kind == "quote"]:
        if opened is None:
            opened = token if token.text in CLOSES else None
        elif token.text == CLOSES[opened.text]:
            if token.start > opened.end:
                found.append((opened.end, token.start))
            opened = None
    return found


def spans(scene: Scene) -> tuple[Span, ...]:
    """All quoted passages of the article, the title's first."""
    titles = (Span("title", start, end) for start, end in pairs(scene.title))
    return (*titles, *(Span("body", start, end) for start, end in pairs(scene.body)))


def quotations(scene: Scene) -> tuple[Quotation, ...]:
    """The body's quoted passages, each with the speaker that its sentences or, for a quotation
    that goes on, the sentence before name."""
    found: list[Quotation] = []
    marked = pairs(scene.body)
    for start, end in marked:
        inside = scene.body.across(start, end)
        speaker = None
        for number in dict.fromkeys((*inside[-1:], *inside[:1])):
            speaker = speaker or speaker_in(scene, number, (start, end), marked)
        if speaker is None and inside and found and continues(scene, found[-1], start):
            speaker = found[-1].speaker
        found.append(Quotation("body", start, end, speaker, inside[0] if inside else 0))
    return tuple(found)


def continues(scene: Scene, before: Quotation, start: int) -> bool:
    """Whether a passage goes on with the quotation before it: the same paragraph, at most one
    short attribution between."""
    text = scene.body.text
    between = text[before.end : start]
    opening = any(one.start == start - 1 for one in scene.body.sentences)
    spoken = text[before.end - 1] in ".,!?…"
    return opening and spoken and "\n" not in between and len(between.split()) <= 25


def speaker_in(
    scene: Scene, number: int, at: tuple[int, int], marked: Sequence[tuple[int, int]]
) -> Speaker | None:
    """Who says the words at `at` in a sentence: the name beside a verb of saying that stands in
    no quotation marks itself (`marked`: all that do).

    Words in quotation marks far from such a verb are the article's own: a phrase it quotes.
    """
    sentence = scene.body.sentences[number]
    if not sentence.holds(SPEAKING):
        return None
    chunks = sentence.chunks
    near = [(start, end) for start, end in marked if start < sentence.end and sentence.start < end]
    hidden = {
        index
        for start, end in near
        for index, one in enumerate(chunks)
        if start < one.end and one.start < end
    }
    outside = [index for index in range(len(chunks)) if index not in hidden]
    for index in outside:
        if chunks[index].name == "publisher" and in_words(scene, chunks, index):
            return speaker(scene, chunks[index], direct=True)
    for index in outside:
        if chunks[index].name in ("say", "announce") and introduces(chunks, index, *at):
            found = beside(scene, number, index, outside)
            if found is not None:
                return speaker(scene, found, direct=True)
    return None


SPEAKING = kinds("publisher say announce")
"""Chunks one of which stands where somebody is said to speak."""

OTHER_VERBS = kinds("say announce cut dismiss acquire launch close relative lose-job split")
"""Chunks that begin another thought between a verb of saying and a quotation."""

REACH = 12
"""Chunks that may stand between the two."""


def introduces(chunks: Sequence[Chunk], index: int, start: int, end: int) -> bool:
    """Whether the verb at `index` is the one of the quotation: few words, and no other verb,
    between them."""
    if chunks[index].end <= start:
        between = [one for one in chunks[index + 1 :] if one.end <= start]
    else:
        between = [one for one in chunks[:index] if one.start >= end]
    return len(between) <= REACH and all(one.name not in OTHER_VERBS for one in between)


def in_words(scene: Scene, chunks: Sequence[Chunk], index: int) -> bool:
    """ "in X’s words"."""
    following = [scene.words("body", one.start, one.end) for one in chunks[index + 1 : index + 3]]
    return following[1:] == ["words"]


def beside(scene: Scene, number: int, index: int, outside: Sequence[int]) -> Chunk | None:
    """The subject of the verb at `index`: right before it, before an apposition, or after it."""
    chunks = scene.body.sentences[number].chunks
    left = [at for at in outside if at < index]
    if left and chunks[left[-1]].name == "word":
        left.pop()
    if left and chunks[left[-1]].name == "comma":
        commas = [at for at in left[:-1] if chunks[at].name == "comma"]
        left = left[: left.index(commas[-1])] if commas else []
    if left:
        found = chunks[left[-1]]
        if found.name in ("person", "org", "publisher"):
            return found
        if found.name in ("pronoun", "company"):
            return referent(scene, number, left[-1])
    for at in [at for at in outside if at > index][:12]:
        if chunks[at].name == "person":
            return chunks[at]
        if chunks[at].name not in AFTER_SAY:
            return None
    return None


AFTER_SAY = kinds(
    "org clitic person-title comma word determiner possessive worker publisher at and"
)


def referent(scene: Scene, number: int, index: int) -> Chunk | None:
    """Who "he", "she" or "the company" is: the last person, or the first organisation, before."""
    chunk = scene.body.sentences[number].chunks[index]
    words = scene.words("body", chunk.start, chunk.end).lower()
    wanted = "person" if words in ("he", "she") else "org"
    if words not in ("he", "she", "it", "they") and chunk.name == "pronoun":
        return None
    for at in range(number, max(-1, number - 6), -1):
        sentence = scene.body.sentences[at]
        found = candidates(scene, sentence, index if at == number else None, wanted)
        if found:
            return found[-1] if wanted == "person" else found[0]
    return None


def candidates(scene: Scene, sentence: Sentence, stop: int | None, wanted: str) -> list[Chunk]:
    """The people, or the employers that are nobody's unit, among the chunks before `stop`."""
    found = [chunk for chunk in sentence.chunks[:stop] if chunk.name == wanted]
    if wanted == "person":
        return found
    return [one for one in found if scene.names.parents.get(mention_of(one).is_) is None]


def speaker(scene: Scene, chunk: Chunk, direct: bool) -> Speaker:
    """The speaker that a name's chunk is; a text with a language note quotes nobody verbatim."""
    one = mention_of(chunk)
    at = Span("body", one.start, one.end)
    if not direct:
        return Speaker(one.is_, one.name, direct, "indirect", at)
    if scene.article.language_note:
        return Speaker(one.is_, one.name, direct, "translated", at)
    return Speaker(one.is_, one.name, direct, "verbatim", at)
