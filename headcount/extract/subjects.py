"""The subject of a finding's verb: a name, a person's employer, or what a pronoun means.

A name in capitals that nothing licenses is somebody: it stops the search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headcount.extract.antecedents import antecedent, passed_by
from headcount.extract.bystanders import (
    AGENTLESS,
    addressed,
    classes_of,
    described,
    event,
    governed,
    guess,
    jointly,
    of_named_site,
    of_site,
    other_party,
    union_speaks,
    verb_of,
)
from headcount.extract.groups import Employer, is_aside, named
from headcount.extract.insertions import exampled, reporting
from headcount.extract.scene import Scene, Spot, mention_of
from headcount.extract.sectors import AREAS, inserted, sector_first, whole_sector
from headcount.language.chunks import Chunk, kinds
from headcount.model import Named


def subject_of(scene: Scene, spot: Spot) -> tuple[bool, Employer | None]:
    """(whether somebody unlicensed stands there, the employer that the subject names)."""
    chunks = spot.sentence.chunks
    index = verb_of(spot) - 1
    if index >= 0 and chunks[index].name == "sector":
        return True, None
    done = spot.finding.rule.id in AGENTLESS and verb_of(spot) == spot.finding.first
    opening = inserted(chunks, index)
    if opening is not None and (not done or chunks[opening].name in OPENING):
        index = opening - 2
    if not done and sector_first(chunks, index):
        return True, None
    if (whose := decides(scene, spot)) is not None:
        if chunks[whose].name == "org":
            return False, named(scene, spot, whose, "possessive")
        return True, guess(scene, spot, whose, owned=True)
    while index >= 0:
        chunk = chunks[index]
        if chunk.name in ("org", "name") and addressed(scene, spot.part, chunks, index):
            index -= 1
            continue
        if (
            chunk.name in ("org", "name")
            and (head := described(chunks, index, verb_of(spot))) is not None
        ):
            if chunks[head].name == "name":
                return True, None
            return False, named(scene, spot, head, "subject")
        if (before := exampled(scene, spot, index)) is not None:
            index = before
            continue
        if chunk.name in ("org", "publisher", "name") and reporting(chunks, index):
            index -= 1
            continue
        inner = chunk.name == "org" and index > 1 and chunks[index - 1].name == "possessive"
        if inner or (
            (chunk.name == "org" or closed(chunks, index))
            and is_aside(scene, spot.part, chunks, index)
        ):
            index -= 1
            continue
        if chunk.name == "org" and part_of(chunks, index):
            return True, guess(scene, spot, index - 2)
        if chunk.name == "org":
            if jointly(scene, chunks, index) or other_party(scene, spot, index):
                return True, None
            return False, with_hedge(scene, spot, index)
        owned = index > 0 and chunks[index - 1].name in ("clitic", "possessive")
        owned = owned or is_closed(chunks, index)
        own = owned or (of_site(chunks, index) and (done_to(scene, spot)))
        if chunk.name == "name" and owns(spot, index):
            return True, guess(scene, spot, index, owned=True)
        if chunk.name == "name" and goal(chunks, index):
            index -= 1
            continue
        if chunk.name == "name" and not own and not governed(chunks, index):
            alone = not jointly(scene, chunks, index)
            return True, guess(scene, spot, index) if alone else None
        if chunk.name == "place" and index == verb_of(spot) - 1 and not governed(chunks, index):
            return True, None
        if chunk.name == "person":
            return mention_of(chunk).evidence == "office", of_person(scene, spot, index)
        acts = index == verb_of(spot) - 1
        if acts and (who(scene, spot, index) or suffers(scene, spot, index)):
            return True, None
        if chunk.name == "relative" and of_named_site(chunks, index):
            return True, None
        if chunk.name == "relative" and index and chunks[index - 1].name == "comma":
            heads = (i for i in range(index - 1, -1, -1) if heads_clause(chunks, i))
            found = next(heads, None)
            if found is not None and chunks[found].name == "name":
                return True, None
            if found is not None:
                return False, named(scene, spot, found, "subject")
        if is_pronoun(scene, spot, index):
            bystander = union_speaks(spot, index) or event(scene, spot, index)
            if other_party(scene, spot, index) or bystander:
                return True, None
            meant = antecedent(scene, spot, index)
            return meant is None and passed_by(scene, spot), meant
        if generic(scene, spot, index) or whole_sector(chunks, index):
            return True, None
        barred = chunk.name in ("cut", "dismiss", "stop") or of_people(chunks, index)
        if barred and index < min(spot.finding.first, verb_of(spot) - 1):
            break
        index -= 1
    return False, None


def owns(spot: Spot, index: int) -> bool:
    """Whether the cuts are those of the name at `index`: "X's planned 300 layoffs"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    if index + 1 >= first or chunks[index + 1].name != "clitic":
        return False
    return all(chunk.name in OWNED for chunk in chunks[index + 2 : first])


OWNED = kinds("word plan more and dash")
"""Chunks between an owner and a number of cuts."""


def decides(scene: Scene, spot: Spot) -> int | None:
    """The name whose decision the cuts are: "X's decision to cut"; None if no decision is told."""
    chunks, index = spot.sentence.chunks, verb_of(spot) - 1
    if index < 2 or scene.words(spot.part, chunks[index].start, chunks[index].end) != "decision":
        return None
    index -= 1
    while index > 0 and chunks[index].name in ("comma", "word"):
        index -= 1
    if index < 1 or chunks[index].name != "clitic":
        return None
    return index - 1 if chunks[index - 1].name in ("org", "name") else None


def goal(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the name at `index` stands behind "to": "taken to the Work Board over plans to"."""
    at = index - 1 - (index > 0 and chunks[index - 1].name == "determiner")
    return at >= 0 and chunks[at].name == "to"


def is_closed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the name at `index` is that of a site that a verb ends: "X closes Kent plant"."""
    names = [chunk.name for chunk in chunks[index - 1 : index + 2]]
    return index > 0 and names[0] == "close" and names[2:] == ["unit-noun"]


def heads_clause(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a relative clause may be about the name at `index`, which is not a site's."""
    if chunks[index].name == "name":
        return not of_site(chunks, index)
    return chunks[index].name == "org"


def closed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name ends a phrase in commas: "X, which deals with Y, cut"."""
    behind = chunks[index + 1].name if index + 1 < len(chunks) else ""
    return chunks[index].name == "name" and behind == "comma"


def part_of(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an organisation ends the name of another: "Elm Medicine of X"."""
    if index < 2 or [one.name for one in chunks[index - 2 : index]] != ["name", "of"]:
        return False
    return " " in mention_of(chunks[index - 2]).name


def of_people(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a number counts jobs or people, and is not a company's "three mills"."""
    if chunks[index].name != "number":
        return False
    behind = [chunk.name for chunk in chunks[index + 1 : index + 4]]
    if behind == ["layoff", "to", "dismiss"]:
        return False
    thing = behind[:1] in (["word"], ["unit-noun"])
    return not thing or bool(PEOPLE & {*behind})


PEOPLE = kinds("job worker layoff cut-noun")


def who(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a person acts: "a man who fires 300 staff"."""
    chunk = spot.sentence.chunks[index]
    return scene.words(spot.part, chunk.start, chunk.end).lower() == "who"


def done_to(scene: Scene, spot: Spot) -> bool:
    """Whether a finding tells what is done to staff, or a site bears: "the X mill loses 40"."""
    if spot.finding.rule.id in AGENTLESS:
        return True
    verb = spot.finding.slots.get("verb", (0, 1))[1] - 1
    return "bears" in classes_of(scene, spot, spot.sentence.chunks[verb])


def suffers(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether an area loses jobs that are not its own: "the state lost 4,000 jobs"."""
    verb = spot.finding.slots.get("verb", (0, 1))[1] - 1
    chunks = spot.sentence.chunks
    if scene.words(spot.part, chunks[index].start, chunks[index].end).lower() not in AREAS:
        return False
    return "bears" in classes_of(scene, spot, chunks[verb]) or chunks[verb].name == "lose-job"


OPENING = kinds("relative part-word determiner")
"""Chunks by which a phrase in commas begins that describes the name before it."""


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
    """The employer that stands before a person's title, or that the registry gives; None if
    neither says."""
    chunks = spot.sentence.chunks
    at = index - 1
    while at >= 0 and chunks[at].name in ("person-title", "word", "worker", "clitic"):
        at -= 1
    if at >= 0 and chunks[at].name == "org":
        return named(scene, spot, at, "modifier")
    person = mention_of(chunks[index])
    employed = scene.names.employers.get(person.is_)
    if employed is None:
        return None
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
    """Companies in general: a company's noun in the plural without an article, or with "a"."""
    chunk = spot.sentence.chunks[index]
    behind = spot.sentence.chunks[index + 1 : index + 2]
    if any(one.name in ("person-title", "cut-noun", "plan-noun", "layoff") for one in behind):
        return False
    if chunk.name == "company" and indefinite(scene, spot, index):
        return True
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    before = spot.sentence.chunks[index - 1].name if index else ""
    return (
        chunk.name == "company"
        and words.endswith("s")
        and not words.endswith("ss")
        and before != "determiner"
        and not possessed(spot.sentence.chunks, index)
    )


def possessed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a noun is somebody's: "its in-house game studios"."""
    first = index
    while first > 0 and chunks[first - 1].name in ("word", "dash", "company", "place", "at"):
        first -= 1
    return first > 0 and chunks[first - 1].name in ("possessive", "clitic")


def indefinite(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a company's noun has the article "a" and opens its sentence, quotation or clause."""
    first = index
    while first > 0 and spot.sentence.chunks[first - 1].name in ("word", "dash", "place"):
        first -= 1
    article = spot.sentence.chunks[first - 1] if first else spot.sentence.chunks[index]
    before = spot.sentence.chunks[first - 2].name if first > 1 else ""
    words = scene.words(spot.part, article.start, article.end).lower()
    return words in ("a", "an") and before not in ("comma", "dash", "bracket", "be")
