"""The date before a finding: of its clause, of its announcement, or of the entry that it opens."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.extract.accompanied import is_deed
from headcount.extract.bystanders import GROUP, verb_of
from headcount.extract.distant import new_clause
from headcount.extract.scene import Scene, Spot
from headcount.extract.sectors import before_insertion
from headcount.language.chunks import Chunk, kinds
from headcount.language.lexicon import lexicon
from headcount.language.tidings import said_at

NEAR = kinds(
    "at determiner word org place unit-noun and comma possessive company clitic name dash "
    "worker job more of person-title launch-noun bracket total-word cut-noun measure "
    "including by sector roster"
)
"""Chunks that may stand between a match and its date."""

WHEN = NEAR | kinds("money")
"""Chunks between a clause with "when" and the date of what it tells more of."""

LEFT = NEAR | GROUP | kinds("pronoun say that person relative follow by to document")


def leading(scene: Scene, spot: Spot) -> int | None:
    """The index of the date before a finding in the same clause; a part or an earlier round that
    is told in passing has none there."""
    chunks, finding = spot.sentence.chunks, spot.finding
    index = before_insertion(chunks, min(verb_of(spot), finding.first) - 1)
    told_apart = {"link", "scope"} & set(finding.rule.gives)
    last = verb_of(spot) - 2
    if last > 0 and chunks[last].name == "date" and inserted(chunks, last):
        return last
    while not told_apart and index >= max(0, finding.first - 24):
        if chunks[index].name == "date":
            text = scene.passage(spot.part).text
            other = new_clause(spot) and said_at(text, chunks, index) is not None
            return index if not other and introduced(scene, spot, index) else None
        dash = scene.words(spot.part, chunks[index].start, chunks[index].end)
        if dash.lower() == "when":
            return date_of_when(chunks, index)
        if chunks[index].name not in LEFT or dash in ("–", "—", "--"):
            break
        index -= 1
    return None if told_apart else first_of_all(spot, bare=verb_of(spot))


def first_of_all(spot: Spot, *, bare: int) -> int | None:
    """The date that opens a sentence, before an aside, "Over two years, as it sells shops, X", or
    before two clauses of the past, "Last week, X let 300 go, and Y sacked 20"; `bare`: the first
    chunk of the finding's verb."""
    chunks = spot.sentence.chunks
    names = [chunk.name for chunk in chunks[: spot.finding.first]]
    past = chunks[bare].name in ("cut", "dismiss") and "past" in chunks[bare].forms
    if names[:2] == ["date", "comma"] and "and" in names and past:
        return None if {"date", "after", *APART} & set(names[2:]) else 0
    if names[:3] != ["date", "comma", "after"] or names.count("comma") != 2:
        return None
    return None if {"and", "number", "percent", "date"} & set(names[1:]) else 0


def dated_entry(spot: Spot) -> int | None:
    """The date that heads an entry of a timeline: "**March 2023** – X cuts 300 jobs"."""
    for index, chunk in enumerate(spot.sentence.chunks[:2]):
        if chunk.name == "date" and spot.finding.first > index + 1:
            marked = spot.sentence.chunks[index + 1].name in ("dash", "stop")
            return index if marked else None
    return None


def date_of_when(chunks: Sequence[Chunk], index: int) -> int | None:
    """The date right before a clause with "when", which is the clause's date too."""
    while index > 0 and chunks[index - 1].name in WHEN:
        index -= 1
    return index - 1 if index > 0 and chunks[index - 1].name == "date" else None


ELSEWHERE = kinds("after follow cut dismiss acquire launch close lose-job go layoff job worker")
"""Chunks before a date that say what else it dates."""


def introduced(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date before the match is told of it: it opens the clause, stands beside the match
    or a verb of saying; not of something that it came after, and not a bare date line."""
    chunks = spot.sentence.chunks
    back = index - 1
    while back > 0 and chunks[back].name in ("money", "at"):
        back -= 1
    before = chunks[back].name if index else ""
    if before == "close" and outcome(spot, index):
        return True
    behind = scene.words(spot.part, chunks[index + 1].start, chunks[index + 1].end).lower()
    first = scene.words(spot.part, chunks[back].start, chunks[back].end)
    named = before in ("layoff", "cut-noun", "close-noun", "total-word")
    if behind in SEEING and (named or "undertaking" in lexicon().classes(first)):
        return True
    if fronted(scene, spot, index) or names_round(spot, index):
        return True
    if chunks[index + 1].name != "comma" or before != "announce":
        text = scene.passage(spot.part).text
        if before in ("worker", "job") and said_at(text, chunks, index) is not None:
            return True
    if (
        before in ELSEWHERE
        or of_another(scene, spot, index)
        or (before == "announce" and chunks[index + 1].name == "comma")
    ):
        return False
    words = scene.words(spot.part, chunks[index].start, chunks[index].end)
    bare = words[0].isdigit() and not of_clause(scene, spot, index)
    if bare and chunks[index + 1].name != "comma":
        return False
    if of_clause(scene, spot, index):
        said = {scene.words(spot.part, one.start, one.end).lower() for one in chunks[:index]}
        return bool(COMING & said) or any(one.name == "date" for one in chunks[:index])
    told = said_at(scene.passage(spot.part).text, chunks, index) is not None
    return told or opens(scene, spot, index) or beside(scene, spot, index)


def fronted(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date ends a clause with "when" that a sentence begins with and that tells of an
    end: "When it went bust in May, 300 people lost their jobs"."""
    chunks = spot.sentence.chunks
    first = scene.words(spot.part, chunks[0].start, chunks[0].end).lower()
    if first != "when" or chunks[index + 1].name != "comma":
        return False
    deeds = [chunk for chunk in chunks[1:index] if is_deed(scene, spot, chunk)]
    return bool(deeds) and all(chunk.name != "comma" for chunk in chunks[1:index])


def inserted(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a date stands in commas between a subject and its verb: "X, in May, let 300 go"."""
    if not 1 < index < len(chunks) - 2:
        return False
    named = chunks[index - 2].name in ("org", "company", "pronoun")
    commas = chunks[index - 1].name == chunks[index + 1].name == "comma"
    return named and commas and chunks[index + 2].name in ("cut", "dismiss", "have")


def names_round(spot: Spot, index: int) -> bool:
    """Whether a date names the round that a match begins with: "the May round of layoffs hit"."""
    chunks, first = spot.sentence.chunks, spot.finding.first
    words = [chunk.name for chunk in chunks[index + 1 : first + 1]]
    rounds = (["layoff"], ["word", "layoff"], ["word", "cut-noun"])
    return words in rounds and "verb" in spot.finding.slots


SEEING = frozenset({"saw", "sees", "brought", "claimed", "led", "cost"})
"""Verbs by which a round is said to bring what it brings: "the cuts in 2023 saw 300 go"."""

APART = kinds("stop dash that relative say announce future plan might conditional have follow")
"""Chunks of a sentence whose clauses tell of different times."""

COMING = frozenset({"come", "comes", "coming"})
"""Verbs by which news is dated: "the news comes a year after it cut 300 jobs"."""


def of_clause(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether date words count back from what came after: "five months after" it cut 300 jobs."""
    chunk = spot.sentence.chunks[index]
    return scene.words(spot.part, chunk.start, chunk.end).lower().endswith(" after")


def opens(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date is the first thing that its clause tells, alone or in a phrase such as "in a
    first round in January,"."""
    chunks = spot.sentence.chunks
    if scene.words(spot.part, chunks[index - 1].start, chunks[index - 1].end).lower() == "for":
        return False
    if chunks[0].name == "at" and chunks[index + 1].name == "comma":
        names = {chunk.name for chunk in chunks[1:index]}
        if names <= PHRASE:
            return True
    while index > 0 and chunks[index - 1].name in ("word", "at", "mark", "total-word"):
        word = scene.words(spot.part, chunks[index - 1].start, chunks[index - 1].end)
        if chunks[index - 1].name in ("word", "total-word") and word.lower() not in OPENERS:
            return False
        index -= 1
    return index == 0 or chunks[index - 1].name in PARTING


PHRASE = kinds("at determiner word total-word possessive more layoff cut-noun of")
PARTING = kinds("comma stop dash bracket and mark that follow")
FIRST_WORDS = "late early then only back just earlier again also even right shortly sometime so far"
OPENERS = frozenset((*FIRST_WORDS.split(), "so far"))
"""Words that may stand before a date without telling anything."""


def beside(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date stands right before the verb of the match or its helpers, between the
    sentence's subject and its verb, or before words that tie the match to what it dates."""
    chunks, first = spot.sentence.chunks, verb_of(spot)
    if first in (index, index + 1) and "verb" in spot.finding.slots:
        return True
    following = chunks[index + 1]
    if following.name in ("start", "future", "have", "be"):
        return index > 0 and chunks[index - 1].name in ("org", "company", "pronoun", "name")
    between = chunks[index + 1 : min(first, spot.finding.first)]
    subject = index > 0 and chunks[index - 1].name in ("org", "company", "pronoun")
    if (
        subject
        and following.name == "word"
        and not {"and", "comma"} & {one.name for one in between}
    ):
        return starts_clause(chunks, index - 1)
    if following.name == "comma" and len(between) == 1:
        return outcome(spot, index)
    if [one.name for one in between if one.name != "comma"] == ["and"]:
        coming = [one.name for one in chunks[first : spot.finding.last]].count("future")
        agrees = not coming or any(one.name == "future" for one in chunks[:index])
        return agrees and any(one.name == "close" for one in chunks[:index])
    words = [scene.words(spot.part, one.start, one.end).lower() for one in between]
    names = {one.name for one in between}
    if names <= ROUND and names & {"total-word", "layoff", "cut-noun", "clitic"}:
        return True
    return words[:1] == ["with"] or words in (["at", "a"], ["at", "the"])


def starts_clause(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether a name is the subject that its clause begins with."""
    while index > 0 and chunks[index - 1].name in (
        "word",
        "determiner",
        "place",
        "company",
        "dash",
    ):
        index -= 1
    return index == 0 or chunks[index - 1].name in ("comma", "stop", "that")


def outcome(spot: Spot, index: int) -> bool:
    """Whether a match behind a date and a comma tells what came of it: "in May, cutting 300"."""
    verb = spot.finding.slots.get("verb", (0, 0))
    return verb_of(spot) == verb[0] == index + 2 and "ing" in spot.sentence.chunks[verb[0]].forms


ROUND = kinds("total-word word of layoff cut-noun clitic")
"""Chunks between a date and the number that it tells more of: "its January round of 300"."""


def of_another(scene: Scene, spot: Spot, index: int) -> bool:
    """Whether a date ends a clause that tells what came before: "After buying X in 2020, it"."""
    chunks = spot.sentence.chunks
    while index > 0 and chunks[index - 1].name not in ("comma", "stop", "dash"):
        index -= 1
    words = scene.words(spot.part, chunks[index].start, chunks[index].end).lower()
    return words in ("after", "following", "despite", "although", "though", "because")
