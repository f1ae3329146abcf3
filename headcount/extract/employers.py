"""Whose jobs they are: the subject, a modifier, a pronoun's antecedent, else the headline's.

A name in capitals that nothing licenses is somebody: it stops the search, and the answer is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from headcount.extract.scene import Found, Scene, Spot, mention_of
from headcount.language.capitals import Mention
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.model import Named, Part

GROUP = kinds(
    "future conditional might have be expected to negation process plan plan-noun start "
    "expect announce cancel deny bring-total"
)
"""Chunks of which a verb group is made."""


@dataclass(frozen=True, slots=True)
class Employer:
    """The employer, and the names of its units that stood beside it."""

    organisation: Named
    units: tuple[Named, ...] = ()


def employer(scene: Scene, spot: Spot, before: Sequence[Found]) -> Employer | None:
    """The employer of a finding; None when it is unclear or somebody unlicensed."""
    chunks, finding = spot.sentence.chunks, spot.finding
    inside = first_org(chunks, range(finding.first, finding.last))
    if finding.rule.id in AGENTLESS:
        for found in (by_agent(spot), inside, beside(spot), after(spot)):
            if found is not None:
                return named(scene, spot, found, "modifier")
    back = anaphor(scene, spot, before)
    if back is not None:
        return back
    blocked, subject = subject_of(scene, spot)
    if subject is not None or blocked:
        return subject
    if inside is not None:
        return named(scene, spot, inside, "modifier")
    if (found := after(spot)) is not None:
        return named(scene, spot, found, "modifier")
    return fallback_of(scene)


AGENTLESS = frozenset(
    {
        "layoff.passive",
        "layoff.reduced",
        "layoff.noun",
        "layoff.nominal",
        "layoff.including",
        "layoff.set",
        "layoff.surpassing",
    }
)
"""Rules whose words don't hold the employer as a verb's subject."""


def first_org(chunks: Sequence[Chunk], indexes: range) -> int | None:
    return next((i for i in indexes if chunks[i].name == "org"), None)


def by_agent(spot: Spot) -> int | None:
    """The organisation after "by" right behind the match."""
    chunks, last = spot.sentence.chunks, spot.finding.last
    if last < len(chunks) and chunks[last].name == "by":
        return first_org(chunks, range(last + 1, min(last + 4, len(chunks))))
    return None


def beside(spot: Spot) -> int | None:
    """An organisation right before the match: "X's 300 job cuts", "X job cuts"."""
    chunks, index = spot.sentence.chunks, spot.finding.first - 1
    while index >= 0 and chunks[index].name in ("clitic", "word", "more", "dash"):
        index -= 1
    near = index >= 0 and spot.finding.first - index <= 3
    return index if near and chunks[index].name == "org" else None


BEHIND = kinds(
    "of at determiner possessive word unit-noun company and dash more comma number place "
    "org clitic worker date"
)


def after(spot: Spot) -> int | None:
    """An organisation in a prepositional phrase behind the match: "jobs at X"."""
    chunks = spot.sentence.chunks
    index = spot.finding.last
    seen = False
    while index < len(chunks) and chunks[index].name in BEHIND and index < spot.finding.last + 12:
        seen = seen or chunks[index].name in ("at", "of")
        if chunks[index].name == "org" and seen:
            return index
        index += 1
    return None


def named(scene: Scene, spot: Spot, index: int, basis: str) -> Employer:
    """The employer that the organisation at chunk `index`, and those listed with it, give."""
    return group(scene, spot.part, spot.sentence, listed(spot.sentence.chunks, index), basis)


def listed(chunks: Sequence[Chunk], index: int) -> list[int]:
    """The organisations of the phrase around one: "X divisions A, B and C"."""
    found = [index]
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(chunks) and chunks[at].name in LISTING:
            if chunks[at].name == "org":
                found.append(at)
            at += step
    return sorted(found)


LISTING = kinds("org and comma word unit-noun determiner dash company bracket")


def group(
    scene: Scene, part: Part, sentence: Sentence, indexes: Sequence[int], basis: str
) -> Employer:
    """Root and units among organisations; those of another family than the last are not it."""
    mentions = [mention_of(sentence.chunks[index]) for index in indexes]
    root = scene.names.family(mentions[-1].is_)
    family = [one for one in mentions if scene.names.family(one.is_) == root]
    units = tuple(
        Named(one.is_, one.name, "modifier", scene.span(part, one.start, one.end))
        for one in family
        if one.is_ != root
    )
    whole = next((one for one in reversed(family) if one.is_ == root), None)
    if whole is not None:
        at = scene.span(part, whole.start, whole.end)
        return Employer(Named(root, whole.name, basis, at), units)
    one = family[-1]
    at = scene.span(part, one.start, one.end)
    return Employer(Named(root, scene.names.name(root), "family", at), units)


def anaphor(scene: Scene, spot: Spot, before: Sequence[Found]) -> Employer | None:
    """ "These layoffs": the employer of the claim that the last two sentences told."""
    chunks, finding = spot.sentence.chunks, spot.finding
    spoken = range(max(0, finding.first - 2), finding.last)
    noun = next((i for i in spoken if chunks[i].name == "layoff"), None)
    if noun is None or not any(
        chunks[i].name == "determiner" for i in range(max(0, noun - 2), noun)
    ):
        return None
    for found in reversed(before):
        near = found.part == spot.part and 0 < spot.index - found.index <= 2
        if near and found.claim.kind == "layoff":
            organisation = replace(found.claim.organisation, basis="pronoun")
            return Employer(organisation, found.claim.units)
    return None


def subject_of(scene: Scene, spot: Spot) -> tuple[bool, Employer | None]:
    """(whether somebody unlicensed stands there, the employer that the subject names)."""
    chunks = spot.sentence.chunks
    index = verb_of(spot) - 1
    while index >= 0:
        chunk = chunks[index]
        if chunk.name == "org":
            return False, with_hedge(scene, spot, index)
        if chunk.name == "name" and not governed(chunks, index):
            return True, None
        if chunk.name == "place" and index == verb_of(spot) - 1:
            return True, None
        if chunk.name == "person":
            return False, of_person(scene, spot, index)
        if chunk.name == "relative" and index and chunks[index - 1].name == "comma":
            found = next((i for i in range(index - 1, -1, -1) if chunks[i].name == "org"), None)
            if found is not None:
                return False, named(scene, spot, found, "subject")
        if is_pronoun(scene, spot, index):
            return False, antecedent(scene, spot, index)
        if generic(scene, spot, index):
            return True, None
        if chunk.name in ("cut", "dismiss", "number", "stop") and index < spot.finding.first:
            break
        index -= 1
    return False, None


def verb_of(spot: Spot) -> int:
    """The first chunk of the verb group of a finding."""
    first = spot.finding.slots.get("verb", (spot.finding.first, 0))[0]
    if spot.finding.rule.id in AGENTLESS:
        first = min(first, spot.finding.first)
    chunks = spot.sentence.chunks
    while first > 0 and chunks[first - 1].name in GROUP:
        first -= 1
    return first


def governed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name stands behind a preposition and so is no subject."""
    inside = ("word", "determiner", "possessive", "name", "dash", "and", "comma", "place")
    while index > 0 and chunks[index - 1].name in inside:
        index -= 1
    return index > 0 and chunks[index - 1].name in ("at", "of", "by", "after")


def with_hedge(scene: Scene, spot: Spot, index: int) -> Employer:
    """The organisation at `index` as subject, with the words that cast doubt on it."""
    chunks = spot.sentence.chunks
    clitic = index + 1 < len(chunks) and chunks[index + 1].name == "clitic"
    found = named(scene, spot, index, "possessive" if clitic else "subject")
    for at in range(max(0, index - 3), index):
        if chunks[at].name == "expected":
            end = chunks[index].start
            text = scene.words(spot.part, chunks[at].start, end).rstrip()
            hedge = scene.span(spot.part, chunks[at].start, chunks[at].start + len(text))
            return replace(found, organisation=replace(found.organisation, hedge=hedge))
    return found


def of_person(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """The employer that stands before a person's title, or that the registry gives."""
    chunks = spot.sentence.chunks
    at = index - 1
    while at >= 0 and chunks[at].name in ("person-title", "word", "worker", "clitic"):
        at -= 1
    if at >= 0 and chunks[at].name == "org":
        return named(scene, spot, at, "modifier")
    person = mention_of(chunks[index])
    employed = scene.names.employers.get(person.is_)
    if employed is None:
        return fallback_of(scene)
    root = scene.names.family(employed)
    span = scene.span(spot.part, person.start, person.end)
    return Employer(Named(root, scene.names.name(root), "family", span))


def is_pronoun(scene: Scene, spot: Spot, index: int) -> bool:
    """ "it", "they", or a company's noun with its article: "the retailer"."""
    chunks = spot.sentence.chunks
    chunk = chunks[index]
    if chunk.name == "pronoun":
        return scene.words(spot.part, chunk.start, chunk.end).lower() in ("it", "they")
    if chunk.name == "possessive":
        return scene.words(spot.part, chunk.start, chunk.end).lower() in ("its", "their")
    if chunk.name != "company":
        return False
    first = index
    while first > 0 and chunks[first - 1].name in ("word", "dash", "company", "place", "more"):
        first -= 1
    article = chunks[first - 1] if first else chunk
    return scene.words(spot.part, article.start, article.end).lower() == "the"


def generic(scene: Scene, spot: Spot, index: int) -> bool:
    """Companies in general: a company's noun in the plural without an article."""
    chunk = spot.sentence.chunks[index]
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    before = spot.sentence.chunks[index - 1].name if index else ""
    return (
        chunk.name == "company"
        and words.endswith("s")
        and not words.endswith("ss")
        and before != "determiner"
    )


def antecedent(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """The organisation that a pronoun means: named before it here, or first in the sentences
    right before."""
    for number in range(spot.index, max(-1, spot.index - 4), -1):
        sentence = scene.passage(spot.part).sentences[number]
        stop = index if number == spot.index else len(sentence.chunks)
        orgs = [i for i in range(stop) if sentence.chunks[i].name == "org"]
        subjects = [i for i in orgs if not governed(sentence.chunks, i)]
        if orgs:
            found = (subjects or orgs)[0]
            return group(scene, spot.part, sentence, [found], "pronoun")
        if any(chunk.name == "name" for chunk in sentence.chunks[: min(stop, 3)]):
            return None
    return fallback_of(scene)


def fallback_of(scene: Scene) -> Employer | None:
    """The one employer of the headline, else the only one on the watch list, else the only one."""
    title = families(scene, orgs(scene.title.mentions))
    if len(title) == 1:
        root, one = next(iter(title.items()))
        span = scene.span("title", one.start, one.end)
        return Employer(Named(root, scene.names.name(root), "headline", span))
    body = families(scene, orgs(scene.body.mentions))
    watched = [root for root in body if root in scene.names.watch]
    if len(watched) == 1:
        return Employer(Named(watched[0], scene.names.name(watched[0]), "watch-list"))
    if len(body) == 1:
        root, one = next(iter(body.items()))
        name = one.name if root == one.is_ else scene.names.name(root)
        return Employer(Named(root, name, "salience"))
    return None


def orgs(mentions: Sequence[Mention]) -> Iterator[Mention]:
    return (one for one in mentions if one.kind == "organisation")


def families(scene: Scene, mentions: Iterator[Mention]) -> dict[str, Mention]:
    """Root employer → its first mention."""
    found: dict[str, Mention] = {}
    for one in mentions:
        found.setdefault(scene.names.family(one.is_), one)
    return found
