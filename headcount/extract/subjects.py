"""The subject of a finding's verb: a name, a person's employer, or what a pronoun means.

A name in capitals that nothing licenses is somebody: it stops the search.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from headcount.extract.entries import Head
from headcount.extract.groups import Employer, fallback_of, group, is_aside, named
from headcount.extract.scene import Scene, Spot, mention_of
from headcount.language.chunks import Chunk, Sentence, kinds
from headcount.language.lexicon import lexicon
from headcount.model import Named, Part

GROUP = kinds(
    "future conditional might have be expected to negation process plan plan-noun start "
    "expect announce cancel deny bring-total"
)
"""Chunks of which a verb group is made."""


AGENTLESS = frozenset(
    {
        "layoff.passive",
        "layoff.reduced",
        "layoff.noun",
        "layoff.nominal",
        "layoff.including",
        "layoff.set",
        "layoff.surpassing",
        "layoff.share-lost",
        "layoff.affected",
        "layoff.filed",
        "layoff.fewer",
        "layoff.near",
        "layoff.estimated",
        "layoff.volunteered",
        "layoff.share-noun",
        "layoff.trade",
        "layoff.near-share",
    }
)
"""Rules whose words don't hold the employer as a verb's subject."""


def subject_of(scene: Scene, spot: Spot) -> tuple[bool, Employer | None]:
    """(whether somebody unlicensed stands there, the employer that the subject names)."""
    chunks = spot.sentence.chunks
    index = verb_of(spot) - 1
    if index >= 0 and chunks[index].name == "sector":
        return True, None
    if spot.finding.rule.id not in AGENTLESS:
        index = before_insertion(chunks, index)
    while index >= 0:
        chunk = chunks[index]
        if chunk.name == "org" and (head := described(chunks, index, verb_of(spot))) is not None:
            if chunks[head].name == "name":
                return True, None
            return False, named(scene, spot, head, "subject")
        if chunk.name == "org" and is_aside(scene, spot.part, chunks, index):
            index -= 1
            continue
        if chunk.name == "org":
            if jointly(scene, chunks, index) or other_party(scene, spot, index):
                return True, None
            return False, with_hedge(scene, spot, index)
        owned = index > 0 and chunks[index - 1].name in ("clitic", "possessive")
        if chunk.name == "name" and not owned and not governed(chunks, index):
            return True, guess(scene, spot, index)
        if chunk.name == "place" and index == verb_of(spot) - 1 and not governed(chunks, index):
            return True, None
        if chunk.name == "person":
            return mention_of(chunk).evidence == "office", of_person(scene, spot, index)
        if index == verb_of(spot) - 1 and who(scene, spot, index):
            return True, None
        if chunk.name == "relative" and index and chunks[index - 1].name == "comma":
            heads = (i for i in range(index - 1, -1, -1) if chunks[i].name in ("org", "name"))
            found = next(heads, None)
            if found is not None and chunks[found].name == "name":
                return True, None
            if found is not None:
                return False, named(scene, spot, found, "subject")
        if is_pronoun(scene, spot, index):
            if other_party(scene, spot, index):
                return True, None
            return False, antecedent(scene, spot, index)
        if generic(scene, spot, index) or whole_sector(chunks, index):
            return True, None
        barred = chunk.name in ("cut", "dismiss", "number", "stop")
        if barred and index < min(spot.finding.first, verb_of(spot) - 1):
            break
        index -= 1
    return False, None


def who(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a person acts: "a man who fires 300 staff"."""
    chunk = spot.sentence.chunks[index]
    return scene.words(spot.part, chunk.start, chunk.end).lower() == "who"


def guess(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """A name that nothing but the verb of the cut licenses: somebody has to look at it.

    Who only says that jobs go may be a union, what loses jobs a place, and whoever has a person's
    name is nobody's employer.
    """
    if spot.finding.rule.id in AGENTLESS or "tier" in spot.finding.rule.gives:
        return None
    verb = spot.finding.slots.get("verb", (0, 0))[1] - 1
    if "bears" in classes_of(scene, spot, spot.sentence.chunks[verb]):
        return None
    one = mention_of(spot.sentence.chunks[index])
    first = one.name.split()[0].lower()
    if NOBODY & lexicon().classes(first):
        return None
    return Employer(Named(one.is_, one.name, "verb", scene.span(spot.part, one.start, one.end)))


NOBODY = frozenset(
    {"given-name", "office-holder", "nationality", "weekday", "trade", "place", "month", "worker"}
)
"""What a name that only a verb licenses may not begin with."""


def whole_sector(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a sector or country is told of, and is no modifier: "the sector has shed"."""
    following = chunks[index + 1].name if index + 1 < len(chunks) else ""
    return chunks[index].name == "sector" and following != "clitic" and not governed(chunks, index)


HEADS = kinds("org name person company unit-noun pronoun")


def before_insertion(chunks: Sequence[Chunk], index: int) -> int:
    """The chunk before a phrase in commas, brackets or dashes that ends at `index`: "X, which
    lost money, will cut"; `index` itself without one."""
    end = index
    while end > 0 and index - end < 2 and chunks[end].name == "word":
        end -= 1
    if end < 0 or chunks[end].name not in ("comma", "bracket", "dash"):
        return index
    for at in range(end - 2, max(0, end - 26), -1):
        if chunks[at].name == chunks[end].name and chunks[at - 1].name in HEADS:
            return at - 1
        if chunks[at].name in ("stop", "expected", "including"):
            break
    return index


def other_party(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether the name or pronoun at `index` only tells whose rival, owner, supplier or maker the
    subject is: "X's rival will cut", "the owner of X will cut"."""
    chunks = spot.sentence.chunks
    if index > 1 and chunks[index - 1].name in ("of", "to"):
        noun = chunks[index - 2]
        if "other-party" in classes_of(scene, spot, noun) or product(scene, spot, noun):
            return True
    for chunk in chunks[index + 1 : min(index + 5, verb_of(spot))]:
        if "other-party" in classes_of(scene, spot, chunk):
            return True
        if chunk.name not in ("clitic", "word", "dash", "company", "place"):
            return False
    return False


def product(scene: Scene, spot: Spot, chunk: Chunk) -> bool:
    """Whether "of" behind a noun names what is made: "the maker of X"."""
    words = scene.words(spot.part, chunk.start, chunk.end).lower()
    return words in ("maker", "makers", "manufacturer", "producer", "publisher")


def classes_of(scene: Scene, spot: Spot, chunk: Chunk) -> frozenset[str]:
    return lexicon().classes(scene.words(spot.part, chunk.start, chunk.end))


def described(chunks: Sequence[Chunk], index: int, verb: int) -> int | None:
    """The name that a phrase in commas or brackets describes, where the organisation at `index`
    only helps to describe it: "A, a supplier to B, cut"; None where it stands for itself."""
    opening = index - 1
    while opening >= 0 and chunks[opening].name in DESCRIBING:
        opening -= 1
    if opening < 1 or chunks[opening].name not in ("comma", "bracket"):
        return None
    if opening + 1 == index:
        return None
    closed = any(chunk.name == chunks[opening].name for chunk in chunks[index + 1 : verb])
    return opening - 1 if closed and chunks[opening - 1].name in ("org", "name") else None


DESCRIBING = kinds(
    "determiner negation possessive word company unit-noun of at by to relative be worker number "
    "person-title acquire employ clitic dash"
)
"""Chunks of a phrase that describes a name before the organisation in it."""


def verb_of(spot: Spot) -> int:
    """The first chunk of the verb group of a finding."""
    first = spot.finding.slots.get("verb", (spot.finding.first, 0))[0]
    if spot.finding.rule.id in AGENTLESS:
        first = min(first, spot.finding.first)
    chunks = spot.sentence.chunks
    while first > 0 and (chunks[first - 1].name in GROUP or adverb(chunks, first - 1)):
        first -= 1
    return first


AUXILIARY = kinds("future conditional might have be negation")


def adverb(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a word stands between an auxiliary and its verb: "will now cut"."""
    return index > 0 and chunks[index].name == "word" and chunks[index - 1].name in AUXILIARY


def somebody(scene: Scene, part: Part, chunks: Sequence[Chunk]) -> bool:
    """Whether a name that nothing licenses may be the employer's; behind "in" it is a place's."""
    for index, chunk in enumerate(chunks):
        if chunk.name == "name" and not of_site(chunks, index):
            before = chunks[index - 1] if index else chunk
            if scene.words(part, before.start, before.end).lower() not in ("in", "near"):
                return True
    return False


def of_site(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name is only a site's of somebody told before: "its Kent plant", "the Kent
    plant"."""
    before = chunks[index - 1].name if index else ""
    behind = [chunk.name for chunk in chunks[index + 1 : index + 4]]
    if before == "determiner":
        return behind[:1] == ["unit-noun"]
    owned = before in ("possessive", "clitic")
    return owned and ("unit-noun" in behind or "close" not in behind)


def jointly(scene: Scene, chunks: Sequence[Chunk], index: int) -> bool:
    """Whether the organisation at `index` acts with another that isn't of its family; a headline
    may write a comma for "and"."""
    title = any(chunks[0] is one.chunks[0] for one in scene.title.sentences[:1] if one.chunks)
    if index < 2 or chunks[index - 1].name not in (("and", "comma") if title else ("and",)):
        return False
    other = chunks[index - 2]
    if other.name != "org":
        return other.name == "name"
    ids = mention_of(other).is_, mention_of(chunks[index]).is_
    return not scene.names.same_family(*ids)


def spoken_at(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a pronoun stands right behind a verb of saying, whose subject it means."""
    back = index - 1
    while back > 0 and chunks[back].name in ("that", "date", "determiner", "word"):
        back -= 1
    return back >= 0 and chunks[back].name in ("say", "announce")


def contested(scene: Scene, chunk: Chunk) -> bool:
    """Whether the headline names one employer, and an organisation in passing is another."""
    main = fallback_of(scene)
    if main is None or main.organisation.basis != "headline":
        return False
    return scene.names.family(mention_of(chunk).is_) != main.organisation.is_


def governed(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name stands behind a preposition and so is no subject."""
    while index > 0 and chunks[index - 1].name in INSIDE:
        index -= 1
    return index > 0 and chunks[index - 1].name in ("at", "of", "by", "after")


INSIDE = kinds("word determiner possessive name dash and comma place company number unit-noun")
"""Chunks between a preposition and a name that it governs: "in the two companies X and Y"."""


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


def antecedent(scene: Scene, spot: Spot, index: int) -> Employer | None:
    """The organisation that a pronoun means: named before it here, or first in the sentences
    right before; in an entry of a list, what heads it."""
    head = head_of(scene, spot.part, spot.index)
    if head is None and (akin := of_kind(scene, spot, index)) is not None:
        return akin
    first = max(0, spot.index - 3) if head is None else max(head.first, spot.index - 3)
    for number in range(spot.index, first - 1, -1):
        sentence = scene.passage(spot.part).sentences[number]
        stop = index if number == spot.index else len(sentence.chunks)
        orgs = [i for i in range(stop) if sentence.chunks[i].name == "org"]
        orgs = [i for i in orgs if not is_aside(scene, spot.part, sentence.chunks, i)]
        subjects = [i for i in orgs if not governed(sentence.chunks, i)]
        if orgs:
            spoken = number == spot.index and spoken_at(sentence.chunks, index)
            found = orgs[-1] if spoken else (subjects or orgs)[0]
            if number < spot.index and contested(scene, sentence.chunks[found]):
                if not subjects:
                    return None
                if not leads(sentence.chunks, found):
                    return doubted(fallback_of(scene))
            return group(scene, spot.part, sentence, [found], "pronoun")
        if somebody(scene, spot.part, sentence.chunks[:stop]):
            names = [i for i in range(stop) if sentence.chunks[i].name == "name"]
            free = [
                i
                for i in names
                if not governed(sentence.chunks, i)
                and not is_aside(scene, spot.part, sentence.chunks, i)
            ]
            same = number == spot.index and len(names) == len(free) == 1
            return guess(scene, spot, free[0]) if same else None
    return fallback_of(scene) if head is None else heading(scene, spot.part, head)


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
            if chunk.name == "org" and is_kind(scene, spot.part, sentence.chunks, at, stem):
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
