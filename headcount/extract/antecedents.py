"""Whom a pronoun, or a noun with an article, means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from headcount.extract.bystanders import (
    GROUP,
    addressed,
    described,
    governed,
    guess,
    somebody,
)
from headcount.extract.entries import Head
from headcount.extract.groups import Employer, fallback_of, group, is_aside
from headcount.extract.insertions import parented
from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.model import Named, Part


def spoken_at(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a pronoun stands right behind a verb of saying, whose subject it means."""
    back = index - 1
    while back > 0 and chunks[back].name in ("that", "date", "determiner", "word"):
        back -= 1
    return back >= 0 and chunks[back].name in ("say", "announce")


def told_of(chunks: Sequence[Chunk], orgs: list[int], index: int) -> list[int]:
    """Those of `orgs` that a report is about, where one is: "The Post reports that X, in its"."""
    that = [at for at in range(1, index) if chunks[at].name == "that"]
    told = [at for at in orgs if that and at > that[-1] and not governed(chunks, at)]
    reported = bool(told) and chunks[told[0] - 1].name in ("that", "determiner")
    return told if reported else orgs


def is_rival(scene: Scene, part: Part, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a sentence about another only compares, so that "the company" is not that one: "Rival
    X cut 1,500 jobs"."""
    if not index or not contested(scene, chunks[index]):
        return False
    before = scene.words(part, chunks[index - 1].start, chunks[index - 1].end).lower()
    return before in ("rival", "competitor")


def speaker(chunks: Sequence[Chunk], orgs: Sequence[int], index: int) -> int:
    """The last of `orgs` before a verb of saying, or the one that a clause about it follows:
    "X, which sold itself to Y, said it"."""
    say = max(at for at in range(index) if chunks[at].name in ("say", "announce"))
    if chunks[say - 1].name != "comma":
        return orgs[-1]
    for at in range(say - 2, 0, -1):
        if chunks[at].name == "comma" and at - 1 in orgs and chunks[at + 1].name == "relative":
            return at - 1
    return orgs[-1]


def contested(scene: Scene, chunk: Chunk) -> bool:
    """Whether the headline names one employer, and an organisation in passing is another."""
    main = fallback_of(scene)
    if main is None or main.organisation.basis != "headline":
        return False
    return scene.names.family(mention_of(chunk).is_) != main.organisation.is_


def clause_subject(scene: Scene, spot: Spot, index: int) -> int:
    """For "its" the "it" before it, whose clause it stands in: "said it was closing its shop"."""
    chunks = spot.sentence.chunks
    if chunks[index].name != "possessive":
        return index
    for at in range(index - 1, -1, -1):
        if chunks[at].name in ("org", "name", "comma", "stop"):
            return index
        words = scene.words(spot.part, chunks[at].start, chunks[at].end).lower()
        if words in ("it", "they"):
            return at
    return index


def antecedent(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """The organisation that a pronoun means: named before it here, or first in the sentences
    right before; in an entry of a list, what heads it."""
    index = clause_subject(scene, spot, index)
    head = head_of(scene, spot.part, spot.index)
    if head is None and (akin := of_kind(scene, spot, index)) is not None:
        return akin
    if of_other(scene, spot, index):
        return None
    noun = spot.sentence.chunks[index].name == "company"
    first = max(0, spot.index - 3) if head is None else max(head.first, spot.index - 3)
    for number in range(spot.index, first - 1, -1):
        sentence = scene.passage(spot.part).sentences[number]
        stop = index if number == spot.index else len(sentence.chunks)
        orgs = [i for i in range(stop) if sentence.chunks[i].name == "org"]
        orgs = [i for i in orgs if not is_aside(scene, spot.part, sentence.chunks, i)]
        if number == spot.index and any(parented(scene, spot, i) for i in orgs):
            return None if head is None else heading(scene, spot.part, head)
        if number == spot.index:
            orgs = told_of(sentence.chunks, orgs, index)
        elif noun and len(orgs) == 1 and is_rival(scene, spot.part, sentence.chunks, orgs[0]):
            continue
        subjects = [i for i in orgs if not governed(sentence.chunks, i)]
        if orgs:
            spoken = number == spot.index and spoken_at(sentence.chunks, index)
            found = speaker(sentence.chunks, orgs, index) if spoken else (subjects or orgs)[0]
            if number == spot.index and not spoken:
                found = teller(sentence.chunks, orgs) or found
            whose = described(sentence.chunks, found, stop)
            if whose is not None and sentence.chunks[whose].name != "org":
                return None
            found = found if whose is None else whose
            affected = number == spot.index and found and sentence.chunks[found - 1].name == "to"
            if affected and contested(scene, sentence.chunks[found]):
                return doubted(fallback_of(scene))
            if number < spot.index and contested(scene, sentence.chunks[found]):
                if not subjects:
                    return None
                if not leads(sentence.chunks, found):
                    return doubted(fallback_of(scene))
            return group(scene, spot.part, sentence, [found], "pronoun")
        if somebody(scene, spot.part, sentence.chunks[:stop]):
            names = [i for i in range(stop) if sentence.chunks[i].name == "name"]
            heard = [i for i in names if reports(scene, spot, sentence, i)]
            if noun and number == spot.index and names == heard:
                continue
            free = [
                i
                for i in names
                if not governed(sentence.chunks, i)
                and not addressed(scene, spot.part, sentence.chunks, i)
                and not is_aside(scene, spot.part, sentence.chunks, i)
            ]
            same = number == spot.index and len(names) == len(free) == 1
            return guess(scene, spot, free[0]) if same else None
    return fallback_of(scene) if head is None else heading(scene, spot.part, head)


def reports(scene: Scene, spot: Spot, sentence: Sentence, index: int) -> bool:
    """Whether a name only reports what a firm does: "Blick reported last month the bank was"."""
    behind = sentence.chunks[index + 1 : index + 2]
    told = [scene.words(spot.part, one.start, one.end).lower() for one in behind]
    return told in (["reported"], ["reports"], ["first reported"])


def of_other(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether "it" opens a sentence behind one about a union or a government: "The union said so.
    It warned that 300 jobs are at risk"."""
    if index or not spot.index or spot.sentence.chunks[0].name != "pronoun":
        return False
    chunks = scene.passage(spot.part).sentences[spot.index - 1].chunks
    if len(chunks) < 2 or chunks[0].name != "determiner":
        return False
    return scene.words(spot.part, chunks[1].start, chunks[1].end).lower() in OTHERS


OTHERS = frozenset({"union", "government", "province", "state", "ministry", "report", "study"})
"""Who speaks of jobs, and isn't who cuts them."""


def teller(chunks: Sequence[Chunk], orgs: Sequence[int]) -> int | None:
    """The last of several organisations if it says something, which a pronoun behind goes on with:
    "X met, hours after Y revealed it would cut 800 jobs as it axes shops"."""
    if len({mention_of(chunks[at]).is_ for at in orgs}) < 2:
        return None
    last = orgs[-1]
    return last if chunks[last + 1].name in ("say", "announce") else None


def passed_by(scene: Scene, spot: Spot) -> bool:
    """Whether the last employer named before, in a sentence of its own, is another than the
    headline's and stands behind a preposition: "At X, too, a shift ends. The company confirmed";
    or a union or government spoke there."""
    if of_other(scene, spot, 0):
        return True
    for number in range(spot.index - 1, max(-1, spot.index - 3), -1):
        chunks = scene.passage(spot.part).sentences[number].chunks
        orgs = [at for at, chunk in enumerate(chunks) if chunk.name == "org"]
        if orgs:
            free = any(not governed(chunks, at) for at in orgs)
            return not free and contested(scene, chunks[orgs[0]])
    return False


def of_kind(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """The one employer named before that a noun tells from the others: "the airline" is X Airways,
    or whoever was called an airline."""
    noun = scene.words(
        spot.part, spot.sentence.chunks[index].start, spot.sentence.chunks[index].end
    )
    stem = AGENT.sub("", noun.lower().split()[-1])
    if spot.sentence.chunks[index].name != "company" or stem in VAGUE or len(stem) < 3:
        return None
    found: dict[str, tuple[Sentence, int]] = {}
    sentences = scene.passage(spot.part).sentences[: spot.index + 1]
    for sentence in sentences:
        stop = index if sentence is spot.sentence else len(sentence.chunks)
        for at, chunk in enumerate(sentence.chunks[:stop]):
            if chunk.name == "org" and is_kind(scene, spot.part, sentence.chunks[:stop], at, stem):
                found.setdefault(scene.names.family(mention_of(chunk).is_), (sentence, at))
    if len(found) != 1:
        return None
    ((sentence, at),) = found.values()
    return group(scene, spot.part, sentence, [at], "pronoun")


def is_kind(scene: Scene, part: Part, chunks: Sequence[Chunk], index: int, stem: str) -> bool:
    """Whether a name, or the noun right before it or in the description behind it, is of a stem."""
    if any(word.lower().startswith(stem) for word in mention_of(chunks[index]).name.split()[1:]):
        return True
    beside = list(chunks[max(0, index - 1) : index])
    if index + 1 < len(chunks) and chunks[index + 1].name == "comma":
        beside += chunks[index + 2 : index + 6]
    nouns = (scene.words(part, one.start, one.end) for one in beside if one.name == "company")
    return any(AGENT.sub("", words.lower().split()[-1]) == stem for words in nouns)


AGENT = re.compile(r"(?:line|maker|er|or)s?$")
"""Ends of nouns for employers: an airline is X Air, a retailer X Retail."""


VAGUE = frozenset({"company", "firm", "group", "business", "employ", "giant", "operat", "mak"})
"""Nouns, without their ends, that fit any employer."""


def leads(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an organisation stands before any verb of its sentence, as its subject does."""
    return all(chunk.name not in VERBAL for chunk in chunks[:index])


VERBAL = GROUP | kinds("cut dismiss lose-job hire employ say close launch acquire go split ask")
"""Chunks of a verb, before or behind which a name is a subject or an object."""


def doubted(main: Employer | None) -> Employer | None:
    """The article's employer where a pronoun only probably means it."""
    if main is None:
        return None
    return replace(main, organisation=replace(main.organisation, basis="salience"))


def head_of(scene: Scene, part: Part, index: int) -> Head | None:
    """The head of the entry that a sentence stands in."""
    return scene.heads[index] if part == "body" else None


def heading(scene: Scene, part: Part, head: Head) -> Employer:
    """The employer that heads an entry; one that only its place there tells needs a look."""
    one = head.mention
    if head.licensed:
        return group(
            scene, part, scene.passage(part).sentences[head.first], [head.index], "subject"
        )
    return Employer(Named(one.is_, one.name, "verb", scene.span(part, one.start, one.end)))
