"""Whose jobs they are: the subject, a modifier, a pronoun's antecedent, else the headline's.

A name in capitals that nothing licenses is somebody: it stops the search, and the answer is None.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headcount.extract.antecedents import VERBAL, doubted, head_of, heading
from headcount.extract.bystanders import (
    AGENTLESS,
    elsewhere,
    governed,
    jointly,
    long_after,
    of_period,
    somebody,
)
from headcount.extract.entries import several
from headcount.extract.groups import Employer, fallback_of, families, group, is_aside, named
from headcount.extract.lists import lead_index, size
from headcount.extract.owners import after, ahead, beside, by_agent, first_org, meanwhile, of_base
from headcount.extract.scene import Found, Scene, Spot, mention_of
from headcount.extract.setting import model, numbers, of_sites
from headcount.extract.subjects import subject_of
from headcount.extract.widespread import lawlike, of_several, widespread
from headcount.language.chunks import Chunk, kinds
from headcount.model import Named


def employer(scene: Scene, spot: Spot, before: Sequence[Found]) -> Employer | None:
    """The employer of a finding; None when it is unclear or somebody unlicensed. One that only the
    sentences before tell, and that is not the headline's, needs a look."""
    found = told(scene, spot, before)
    return doubted(found) if found is not None and in_passing(scene, spot, found) else found


def in_passing(scene: Scene, spot: Spot, found: Employer) -> bool:
    """Whether an employer comes from a sentence before, where an article that its headline gives
    to another may only have touched it; a pronoun right behind that sentence is sure."""
    main, at = fallback_of(scene), found.organisation.at
    if main is None or main.organisation.basis != "headline" or at is None:
        return False
    if spot.part != "body" or at.in_ != "body" or head_of(scene, "body", spot.index) is not None:
        return False
    if main.organisation.is_ == found.organisation.is_ or at.start >= spot.sentence.start:
        return False
    place = next(iter(scene.body.across(at.start, at.end)), spot.index)
    near = place == spot.index - 1 and not new_paragraph(scene, place, spot.index)
    return not (near and found.organisation.basis == "pronoun")


def told(scene: Scene, spot: Spot, before: Sequence[Found]) -> Employer | None:
    """The employer by the first evidence that there is, in order of its strength."""
    chunks, finding = spot.sentence.chunks, spot.finding
    if any(bars(scene, spot) for bars in BARS):
        return None
    if "employer" in finding.slots:
        return listed_name(scene, spot, finding.slots["employer"][0])
    if finding.rule.gives.get("in") in ("item", "sites"):
        return leading(scene, spot)
    if (whose := of_base(spot)) is not None:
        return named(scene, spot, whose, "possessive")
    inside = first_org(chunks, range(spot.own, finding.last))
    if inside is not None and chunks[inside - 1].name == "possessive":
        inside = None
    shared = model(scene, spot, before)
    if shared is not None and (inside is None or "where" in finding.slots):
        return lent(scene, spot, shared)
    if finding.rule.id in AGENTLESS:
        owner = beside(scene, spot)
        if owner is not None and jointly(scene, chunks, owner):
            return None
        for found in (by_agent(spot), inside, owner, after(spot)):
            if found is not None and shared_out(scene, chunks, found):
                return None
            if found is not None:
                return named(scene, spot, found, "modifier")
        if source_of(scene, spot):
            return None
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
    if (found := ahead(spot)) is not None or (found := meanwhile(scene, spot)) is not None:
        return named(scene, spot, found, "subject")
    if (head := head_of(scene, spot.part, spot.index)) is not None:
        return heading(scene, spot.part, head)
    if spot.part == "body" and several(scene.heads):
        return None
    if somebody(scene, spot.part, chunks):
        return None
    if widespread(scene, spot):
        return None
    told = continued(scene, spot, before)
    if told is not None:
        return told
    if crowded(scene, spot):
        return None
    near, main = alone(scene, spot), fallback_of(scene)
    if near is None and main is not None and told_before(scene, spot, main):
        return doubted(main)
    if near is None or main is None or near.organisation.is_ == main.organisation.is_:
        return main or near
    return near


BARS = (lawlike, of_several, of_period, long_after, elsewhere)
"""Why a number is nobody's that a text names."""


def told_before(scene: Scene, spot: Spot, main: Employer) -> bool:
    """Whether the sentence before tells that jobs go at another employer than the article's, so
    that a number without one may be theirs."""
    if spot.part != "body" or not spot.index or scene.heads[spot.index] is not None:
        return False
    before = scene.body.sentences[spot.index - 1]
    if not (before.holds(JOBS) and before.holds(GOING)) or spot.finding.rule.id not in AGENTLESS:
        return False
    chunks = before.chunks
    orgs = (mention_of(chunk) for chunk in chunks if chunk.name == "org")
    known = families(scene, orgs)
    return bool(known) and main.organisation.is_ not in known


JOBS = kinds("job worker")
GOING = kinds("go cut lose-job dismiss")


def listed_name(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """The employer that a list names; one that nothing but its place there tells needs a look."""
    if spot.sentence.chunks[index].name == "org":
        return named(scene, spot, index, "subject")
    if spot.finding.rule.id == "layoff.inline":
        one = mention_of(spot.sentence.chunks[index])
        span = scene.span(spot.part, one.start, one.end)
        return Employer(Named(one.is_, one.name, "verb", span))
    head = head_of(scene, spot.part, spot.index)
    if spot.part == "body" and (of_sites(scene, spot.index) or fallback_of(scene) is not None):
        return None
    return None if head is None or head.index != index else heading(scene, spot.part, head)


def leading(scene: Scene, spot: Spot) -> Employer | None:
    """The one employer that the sentence before a list names, or the one before that."""
    index = lead_index(scene, spot.index)
    for number in () if index is None else (index, index - 1):
        sentence = scene.body.sentences[max(0, number)]
        found = [at for at, chunk in enumerate(sentence.chunks) if chunk.name == "org"]
        known = families(scene, (mention_of(sentence.chunks[at]) for at in found))
        if found:
            one = group(scene, spot.part, sentence, found[:1], "subject")
            return one if len(known) == 1 else None
        if somebody(scene, spot.part, sentence.chunks):
            return None
    main = fallback_of(scene)
    return main if main is not None and main.organisation.basis == "headline" else None


def lent(scene: Scene, spot: Spot, shared: Found) -> Employer | None:
    """The employer of a bare number: the one beside it, a subject since the cuts that it shares a
    verb with, else theirs; None if somebody unlicensed is that subject."""
    chunks = spot.sentence.chunks
    if (found := apart(scene, spot)) is not None:
        same = found.organisation.is_ == shared.claim.organisation.is_
        return Employer(shared.claim.organisation if same else found.organisation)
    if enumerated(spot):
        return None
    other = after(spot)
    if other and all(chunk.name != "number" for chunk in chunks[spot.finding.last : other]):
        return named(scene, spot, other, "modifier")
    same = shared.finding is not None and shared.index == spot.index
    first = shared.finding.last if same and shared.finding is not None else 0
    for at in range(spot.finding.first - 1, first - 1, -1):
        acting = chunks[at + 1].name in VERBAL
        if chunks[at].name == "org" and (acting or not governed(chunks, at)):
            return named(scene, spot, at, "subject")
        if chunks[at].name == "name" and acting:
            return None
    return Employer(shared.claim.organisation)


def enumerated(spot: Spot) -> bool:
    """Whether a name that nothing licenses stands before its number, in a row of employers with
    theirs: "X is to cut 300 jobs, Y 200 and Z 100"."""
    chunks, jobs = spot.sentence.chunks, spot.finding.slots["jobs"][0]
    where = spot.finding.slots.get("where", (jobs, 0))[0]
    if where >= jobs or chunks[where].name != "name":
        return False
    names = [chunk.name for chunk in chunks[:where]]
    return any(names[at : at + 3] == ["comma", "org", "number"] for at in range(where - 2))


def apart(scene: Scene, spot: Spot) -> Employer | None:
    """The employer that a number without a verb stands beside: "and X 800", "800 at X"."""
    index = spot.finding.slots.get("where", (0, 0))[0]
    if "where" in spot.finding.slots and spot.sentence.chunks[index].name == "org":
        return group(scene, spot.part, spot.sentence, [index], "subject")
    return None


def continued(scene: Scene, spot: Spot, before: Sequence[Found]) -> Employer | None:
    """The employer of the cuts told in the last two sentences, where nobody else was named since:
    "300 jobs will go in sales"."""
    for one in reversed(before):
        if one.part != spot.part or one.claim.kind != "layoff":
            continue
        if not 0 <= spot.index - one.index <= 2:
            return None
        if (again := numbers(scene, spot)) and size(one) not in again:
            return None
        sentences = scene.passage(spot.part).sentences
        since = [chunk for at in range(one.index + 1, spot.index) for chunk in sentences[at].chunks]
        since += spot.sentence.chunks[: spot.finding.last]
        if one.index == spot.index:
            since = list(spot.sentence.chunks[: spot.finding.first])
        employer = one.claim.organisation
        others = {
            scene.names.family(mention_of(chunk).is_) for chunk in since if chunk.name == "org"
        }
        if others - {employer.is_} or any(chunk.name == "name" for chunk in since):
            return None
        main = fallback_of(scene)
        other = main is not None and main.organisation.is_ != employer.is_
        if other and spot.part == "body" and new_paragraph(scene, one.index, spot.index):
            return None
        return Employer(employer)
    return None


def new_paragraph(scene: Scene, before: int, index: int) -> bool:
    """Whether an empty line stands between two sentences of the body, by their indexes."""
    sentences = scene.body.sentences
    return "\n\n" in scene.body.text[sentences[before].start : sentences[index].start]


def crowded(scene: Scene, spot: Spot) -> bool:
    """Whether more than one employer stands before the finding, none of them its subject."""
    chunks = spot.sentence.chunks[: spot.finding.first]
    orgs = (mention_of(chunk) for chunk in chunks if chunk.name == "org")
    return len(families(scene, orgs)) > 1


def alone(scene: Scene, spot: Spot) -> Employer | None:
    """The one employer that the sentence names, before the finding or else behind it."""
    chunks = spot.sentence.chunks
    indexes = [at for at in range(spot.finding.first) if chunks[at].name == "org"]
    if not indexes:
        behind = range(spot.finding.last, len(chunks))
        indexes = [at for at in behind if chunks[at].name == "org"]
        indexes = [at for at in indexes if not is_aside(scene, spot.part, chunks, at)]
    mentions = (mention_of(spot.sentence.chunks[at]) for at in indexes)
    if len(families(scene, mentions)) != 1:
        return None
    return group(scene, spot.part, spot.sentence, indexes[:1], "salience")


def source_of(scene: Scene, spot: Spot) -> bool:
    """Whether another employer than the article's says so, whose jobs they may be: "800 jobs could
    go, according to X"."""
    chunks, main = spot.sentence.chunks, fallback_of(scene)
    return main is not None and any(
        chunk.name == "org"
        and chunks[at - 1].name == "according"
        and scene.names.family(mention_of(chunk).is_) != main.organisation.is_
        for at, chunk in enumerate(chunks[1:], 1)
    )


def shared_out(scene: Scene, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a number is that of two employers together: "300 jobs at X and Y"."""
    behind = [chunk.name for chunk in chunks[index + 1 : index + 3]]
    pair = behind == ["and", "org"] and jointly(scene, chunks, index + 2)
    return pair or (chunks[max(0, index - 1)].name == "and" and jointly(scene, chunks, index))


def anaphor(scene: Scene, spot: Spot, before: Sequence[Found]) -> Employer | None:
    """ "These layoffs": the employer of the claim that the last two sentences told."""
    chunks, finding = spot.sentence.chunks, spot.finding
    spoken = range(max(0, finding.first - 2), finding.last)
    noun = next((i for i in spoken if chunks[i].name == "layoff"), None)
    if (
        noun is None
        or finding.rule.id == "layoff.nominal"
        or not any(chunks[i].name == "determiner" for i in range(max(0, noun - 2), noun))
    ):
        return None
    if any(chunk.name in ("org", "name") for chunk in chunks[: finding.first]):
        return None
    for found in reversed(before):
        near = found.part == spot.part and 0 < spot.index - found.index <= 2
        if near and found.claim.kind == "layoff":
            organisation = replace(found.claim.organisation, basis="pronoun")
            return Employer(organisation, found.claim.units)
    return None
