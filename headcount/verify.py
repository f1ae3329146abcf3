"""The gate: a claim stands only if the grammar, run again on its spans, yields exactly its values.

It doesn't matter who wrote the claim. What a rule found must be found again by a rule; what a
person wrote must at least stand in the quote, and a number of jobs beside words for cut jobs.
"""

from __future__ import annotations

from collections.abc import Iterator

from headcount.language import dates
from headcount.language.capitals import Mention
from headcount.language.chunks import Sentence
from headcount.language.lexicon import lexicon
from headcount.language.names import Names, of
from headcount.language.passages import Passage, passages
from headcount.language.quantities import read_jobs, read_money, read_percent
from headcount.language.rules import Finding, findings
from headcount.language.status import measure_value, status_of, topic_in
from headcount.language.tidings import REACH, told_on
from headcount.language.tokens import tokens
from headcount.model import Article, Claim, Date, Mark, Named, Registry, Span
from headcount.source import slug, text_of

WITHOUT_WORDS = frozenset({"headline", "watch-list", "salience", "decision"})
GIVEN = frozenset({"default", "rule", "shared", "decision"})
DEFAULTS = {
    "status": ("announced", "completed", "reported", "planned", "cancelled"),
    "topic": ("other",),
}
"""What a field may hold where no words say it."""
PERIOD = ("since", "between", "from")


def problems(
    claim: Claim, article: Article, registry: Registry, statement_of_anchor: str | None = None
) -> tuple[str, ...]:
    """Why a claim can't stand, as sentences for an editor; empty if it can.

    `statement_of_anchor`: an EDTF date that a decision lets relative dates count from instead of
    the publication date.
    """
    return refusals(claim, article, of(registry), statement_of_anchor)


def refusals(
    claim: Claim, article: Article, names: Names, statement_of_anchor: str | None = None
) -> tuple[str, ...]:
    """The same by the look-up of a registry, which the claims of an article share."""
    try:
        found = [*words_of(claim, article)]
        if found:
            return tuple(found)
        text = dict(
            zip(("title", "body"), passages(article.title, article.body, names), strict=True)
        )
        found += quoted(claim, article, dated_nearby(claim, article, names, text))
        found += amounts(claim, article)
        found += named(claim, names, text)
        found += marked(claim, article)
        if claim.date is not None:
            found += dated(claim.date, article, statement_of_anchor)
        found += supported(claim, text[claim.quote.at.in_])
    except ValueError as error:
        return (str(error),)
    return tuple(found)


def words_of(claim: Claim, article: Article) -> Iterator[str]:
    """Whether the claim is of this article and its quote stands there word for word."""
    if claim.article != article.id:
        yield f"the claim is of {claim.article}, not of {article.id}"
    elif text_of(article, claim.quote.at) != claim.quote.text:
        yield "the quote doesn't stand in the article at its place"


def spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """(field, span) of the numbers, which must lie within the quote."""
    for name, one in (("jobs", claim.jobs), ("percent", claim.percent), ("money", claim.money)):
        if one is not None:
            yield name, one.at


def dated_nearby(claim: Claim, article: Article, names: Names, text: dict[str, Passage]) -> bool:
    """Whether the date that a rule gave a claim is the one that a sentence near the quote, or of
    the lead below a headline, gives for an announcement; or stands in a sentence about more cuts
    that the claim goes on with, or whose number the headline says."""
    date, quote, body = claim.date, claim.quote.at, text["body"]
    if date is None or claim.hand is not None:
        return False
    if date.at.in_ != "body":
        lead = sentence_at(body, quote.start) <= REACH
        heads = text["title"].sentences
        return lead and any(
            tells_cuts(claim, names, text["title"], one, again=True)
            for one in heads
            if one.start <= date.at.start < one.end
        )
    told = sentence_at(body, date.at.start)
    if claim.kind == "layoff" and tells_cuts(
        claim, names, body, body.sentences[told], again=quote.in_ == "title"
    ):
        behind = 0 if quote.in_ == "title" else sentence_at(body, quote.start) - told
        if 0 <= behind <= BREAKDOWN:
            return True
    index = told_on(body.text, body.sentences[told], article.published)
    if index is None:
        return False
    chunk = body.sentences[told].chunks[index]
    from_ = 0 if quote.in_ == "title" else sentence_at(body, quote.start)
    here = (chunk.start, chunk.end) == (date.at.start, date.at.end)
    return here and abs(told - from_) <= REACH


def tells_cuts(
    claim: Claim, names: Names, body: Passage, sentence: Sentence, *, again: bool
) -> bool:
    """Whether a sentence tells of cuts, and of nobody else's, that a claim is a part of or, with
    `again`, says again: of a larger number, or of the same number or share."""
    owners = [one.value for one in sentence.chunks if one.name == "org"]
    known = [names.family(one.is_) for one in owners if isinstance(one, Mention)]
    if known and claim.organisation.is_ not in known:
        return False
    cuts = [one for one in findings(sentence) if one.rule.kind == "layoff"]
    return any(again_or_more(claim, body, sentence, one, again=again) for one in cuts)


def again_or_more(
    claim: Claim, body: Passage, sentence: Sentence, finding: Finding, *, again: bool
) -> bool:
    """Whether a finding's number is larger than a claim's or, with `again`, the claim's own."""
    at, share = finding.at("jobs", sentence), finding.at("percent", sentence)
    read = read_jobs(body.text[slice(*at)]) if at else None
    if read is not None and claim.jobs is not None:
        whole, part = read[0] or read[1] or 0, claim.jobs.low or claim.jobs.high or 0
        return whole == part if again else whole > part
    told = read_percent(body.text[slice(*share)]) if share else None
    return (
        again
        and told is not None
        and claim.percent is not None
        and (told[0] == claim.percent.value)
    )


BREAKDOWN = 24
"""Sentences from a number of cuts to the last of its parts, in a list where each is one."""


def sentence_at(passage: Passage, offset: int) -> int:
    """The index of the sentence that an offset lies in."""
    return sum(one.start <= offset for one in passage.sentences[1:])


def quoted(claim: Claim, article: Article, nearby: bool) -> Iterator[str]:
    """Numbers, the date, and the words that say how far and of what: all stand in the quote; only
    the date of an announcement may stand `nearby`."""
    quote = claim.quote.at
    listed = list(spans(claim))
    listed += [("date", claim.date.at)] if claim.date is not None and not nearby else []
    for name in ("status", "scope", "topic", "measure", "terms"):
        mark: Mark | None = getattr(claim, name)
        if mark is not None and mark.at is not None:
            listed.append((name, mark.at))
    for name, at in listed:
        inside = at.in_ == quote.in_ and quote.start <= at.start and at.end <= quote.end
        if not inside:
            yield f"{name}: “{text_of(article, at)}” is not in the quote"


def amounts(claim: Claim, article: Article) -> Iterator[str]:
    """Each number reads as exactly the value that its field holds."""
    if claim.jobs is not None:
        words = text_of(article, claim.jobs.at)
        value = (claim.jobs.low, claim.jobs.high, claim.jobs.qualifier)
        if read_jobs(words) != value:
            yield f"jobs: “{words}” doesn't say {value}"
    if claim.percent is not None:
        words = text_of(article, claim.percent.at)
        if read_percent(words) != (claim.percent.value, claim.percent.qualifier):
            yield f"percent: “{words}” doesn't say {claim.percent.value:g}"
    if claim.money is not None:
        words = text_of(article, claim.money.at)
        price = (claim.money.amount, claim.money.currency, claim.money.qualifier)
        if read_money(words) != price:
            yield f"money: “{words}” doesn't say {price}"


def dated(date: Date, article: Article, anchor: str | None) -> Iterator[str]:
    """The date words resolve to exactly the date, reckoned from what the claim says."""
    earlier = None
    if date.anchor_at is not None:
        first = dates.resolve(
            text_of(article, date.anchor_at), anchor or article.published, "past", None
        )
        earlier = first.edtf
    words = text_of(article, date.at)
    found = dates.resolve(words, anchor or article.published, date.tense, earlier)
    if (found.edtf, found.basis) != (date.edtf, date.basis):
        yield f"date: “{words}” doesn't say {date.edtf or 'nothing'} but {found.edtf or 'nothing'}"


# ---------------------------------------------------------------- names


def named(claim: Claim, names: Names, text: dict[str, Passage]) -> Iterator[str]:
    """Organisation, units, speaker and sources stand where the claim says."""
    yield from employed(claim.organisation, names, text)
    for unit in claim.units:
        one = None if unit.at is None else mention_at(text, unit.at)
        words = "" if unit.at is None else text[unit.at.in_].text[unit.at.start : unit.at.end]
        known = one is not None and one.is_ == unit.is_
        described = unit.is_ not in names.names and slug(words) == unit.is_
        if not (known or described or unit.basis == "decision"):
            yield f"unit: “{words}” doesn't name {unit.name}"
    if claim.said_by is not None and claim.said_by.at is not None:
        speaker = mention_at(text, claim.said_by.at)
        at = claim.said_by.at
        words = text[at.in_].text[at.start : at.end]
        if claim.said_by.is_ not in (speaker.is_ if speaker else None, slug(words)):
            yield f"said_by: “{words}” doesn't name {claim.said_by.name}"
    for link in claim.via:
        source = mention_at(text, link.at)
        words = text[link.at.in_].text[link.at.start : link.at.end]
        document = lexicon().value("document", words)
        if link.is_ not in (document, source.is_ if source else None, slug(words)):
            yield f"via: “{words}” doesn't name {link.name}"


def employed(one: Named, names: Names, text: dict[str, Passage]) -> Iterator[str]:
    """The employer is named at its span, or its basis needs none."""
    if one.at is None:
        if one.basis not in WITHOUT_WORDS:
            yield f"organisation: the basis {one.basis} needs words"
        elif one.basis == "watch-list" and one.is_ not in names.watch:
            yield f"organisation: {one.name} is not on the watch list"
        return
    found = mention_at(text, one.at)
    words = text[one.at.in_].text[one.at.start : one.at.end]
    if found is None:
        if one.basis != "decision":
            yield f"organisation: “{words}” names nobody"
        return
    means = names.employers.get(found.is_) if found.kind == "person" else found.is_
    if means is None or names.family(means) != one.is_:
        yield f"organisation: “{words}” doesn't name {one.name}"
    if one.hedge is not None:
        doubt = text[one.hedge.in_].text[one.hedge.start : one.hedge.end]
        if status_of(doubt) != "reported":
            yield f"organisation: “{doubt}” casts no doubt"


def mention_at(text: dict[str, Passage], at: Span) -> Mention | None:
    """The mention whose words are exactly those at a span."""
    mentions = text[at.in_].mentions
    return next((one for one in mentions if (one.start, one.end) == (at.start, at.end)), None)


# ---------------------------------------------------------------- words from lists


def marked(claim: Claim, article: Article) -> Iterator[str]:
    """Status, scope, topic, measure and terms are what their words mean."""
    yield from meant("status", claim.status, article, status_of)
    if (
        claim.scope.at is None
        and claim.scope.is_ == "aggregate"
        and claim.scope.basis != "decision"
    ):
        yield "scope: no words say that it is a total"
    if claim.scope.basis == "period" and claim.scope.at is not None:
        words = text_of(article, claim.scope.at)
        if not (words.lower().startswith(PERIOD) or " and " in words.lower()):
            yield f"scope: “{words}” is no period"
    if claim.topic is not None:
        yield from meant("topic", claim.topic, article, topic_value)
    if claim.measure is not None:
        yield from meant("measure", claim.measure, article, measure_value)
    if claim.terms is not None:
        yield from meant("terms", claim.terms, article, terms_value)


def meant(name: str, mark: Mark, article: Article, read: object) -> Iterator[str]:
    """The words of a mark mean its value; without words, its basis must be one that needs none."""
    if mark.at is None:
        allowed = DEFAULTS.get(name) if mark.basis == "default" else None
        if mark.basis not in GIVEN or (allowed is not None and mark.is_ not in allowed):
            yield f"{name}: the basis {mark.basis} needs words"
    elif callable(read):
        words = text_of(article, mark.at)
        if read(words) != mark.is_ and mark.basis != "decision":
            yield f"{name}: “{words}” doesn't mean {mark.is_}"


def topic_value(words: str) -> str | None:
    found = topic_in(tokens(words))
    return None if found is None else found[0]


def terms_value(words: str) -> str | None:
    return lexicon().value("terms", words)


# ---------------------------------------------------------------- the rules again


def supported(claim: Claim, passage: Passage) -> Iterator[str]:
    """Some rule, run again on the quote's sentence, finds exactly these numbers."""
    if claim.kind == "statement":
        return
    quote = claim.quote.at
    inside = [passage.sentences[at] for at in passage.across(quote.start, quote.end)]
    wanted = {name: (at.start, at.end) for name, at in spans(claim)}
    target = claim.units[0].at if claim.units else None
    if claim.kind in ("acquisition", "launch", "closure") and claim.hand is None and target:
        wanted["target"] = (target.start, target.end)
    if any(yields(claim, sentence, wanted) for sentence in inside):
        return
    if claim.hand is None and claim.jobs is not None and claim.percent is not None:
        share = wanted.pop("percent")
        if any(yields(claim, one, wanted) for one in inside) and measures(inside, share):
            return
    layoffs = claim.kind == "layoff" and "jobs" in wanted
    if claim.hand is None:
        yield "no rule finds these numbers in the quote"
    elif layoffs and not any(beside_jobs(sentence, wanted["jobs"]) for sentence in inside):
        yield "the number doesn't stand beside words for cut jobs"


def measures(inside: list[Sentence], share: tuple[int, int]) -> bool:
    """Whether a rule for the staff, or for a share alone of cuts, finds a share in one of a quote's
    sentences."""
    found = ((one, finding) for one in inside for finding in findings(one))
    return any(
        finding.at("percent", one) == share
        and (
            finding.rule.gives.get("measure") == "workforce"
            or (finding.rule.kind == "layoff" and "jobs" not in finding.slots)
        )
        for one, finding in found
    )


def yields(claim: Claim, sentence: Sentence, wanted: dict[str, tuple[int, int]]) -> bool:
    """Whether a rule of the claim's kind fills exactly these slots in a sentence; for a claim by
    hand none that its words alone, which only extraction looks at, tell from others."""
    for finding in findings(sentence):
        if finding.rule.kind != claim.kind:
            continue
        if claim.hand is None and not (finding.rule.id == claim.rule and given(claim, finding)):
            continue
        if claim.hand is not None and finding.rule.gives.get("in") == "anywhere":
            continue
        slots = {
            "money" if name == "price" else name: finding.at(name, sentence)
            for name in ("jobs", "percent", "money", "price", "target")
            if name in finding.slots and (name in wanted or name not in ("target", "percent"))
        }
        if slots == wanted:
            return True
    return False


def given(claim: Claim, finding: Finding) -> bool:
    """Whether the status is the rule's own where the rule has one, and only there."""
    fixed = finding.rule.gives.get("status")
    return claim.status.is_ == fixed if fixed is not None else claim.status.basis != "rule"


def beside_jobs(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Whether the number at `at` counts jobs or people, in a sentence with a word for cuts."""
    names = [chunk.name for chunk in sentence.chunks]
    if not {"cut", "dismiss", "layoff", "cut-noun", "go", "redundant"} & set(names):
        return False
    for index, chunk in enumerate(sentence.chunks):
        if (chunk.start, chunk.end) == at and chunk.name == "number":
            return bool({"job", "worker", "layoff"} & set(names[index + 1 : index + 8]))
    return False
