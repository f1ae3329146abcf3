"""Claims from findings: every field with the span that gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headcount.extract import setting, tables
from headcount.extract.circumstances import scope, via
from headcount.extract.employers import employer
from headcount.extract.excerpts import excerpt
from headcount.extract.groups import Employer, group
from headcount.extract.modality import status
from headcount.extract.scene import Found, Scene, Spot, mention_of
from headcount.extract.times import date
from headcount.extract.units import units
from headcount.language import edtf
from headcount.language.lexicon import lexicon
from headcount.language.quantities import read_jobs, read_money, read_percent
from headcount.language.status import measure_value
from headcount.model import (
    Claim,
    Date,
    Jobs,
    Mark,
    Money,
    Named,
    Percent,
    Quote,
    Span,
    Speaker,
    Tier,
    Via,
)
from headcount.source import EXCERPT_WORDS

NAMED = frozenset({"layoff.nominal", "layoff.noun", "layoff.claimed", "layoff.rounds"})
"""Rules whose noun has no tense of its own."""
STRONG = frozenset({"subject", "possessive", "apposition", "modifier", "family", "pronoun"})


def claim_of(scene: Scene, spot: Spot, before: Sequence[Found]) -> Claim | None:
    """The claim that a finding makes, None when its employer or sense is unclear."""
    if scene.words(spot.part, spot.sentence.start, spot.sentence.end).rstrip().endswith("?"):
        return None
    if spot.finding.rule.kind in ("acquisition", "launch", "closure"):
        return deal(scene, spot, before)
    if not setting.holds(scene, spot, before):
        return None
    row = tables.row_of(scene, spot)
    if row is not None:
        return in_row(scene, spot, row, before)
    found = employer(scene, spot, before)
    state = status(scene, spot) if "verb" in spot.finding.slots else shared(scene, spot, before)
    if found is None or state is None:
        return None
    named = found.organisation
    parts = merged(found.units, units(scene, spot, named))
    when = date(scene, spot, state.is_) if spot.finding.rule.kind == "layoff" else None
    if when is not None and spot.finding.rule.id in NAMED and over(scene, state, when):
        state = Mark("completed", None, "default")
    return finished(scene, spot, Employer(named, parts), state, when)


def in_row(scene: Scene, spot: Spot, row: tables.Row, before: Sequence[Found]) -> Claim | None:
    """The claim of a table's row: what stands beside the number says whose jobs and when."""
    told = tables.told(scene, spot, row, before)
    if told is None or spot.finding.rule.kind != "layoff":
        return None
    claim = finished(scene, spot, told.employer, told.status, told.date)
    return None if claim is None else replace(claim, quote=told.quote)


def shared(scene: Scene, spot: Spot, before: Sequence[Found]) -> Mark | None:
    """The status of a finding without a verb: the one of the claim whose verb it shares."""
    one = setting.model(scene, spot, before)
    state = status(scene, spot)
    return state if one is None or state is None else Mark(one.claim.status.is_, None, "shared")


def deal(scene: Scene, spot: Spot, before: Sequence[Found]) -> Claim | None:
    """A purchase, launch or closure: the target is the unit, its owner the organisation."""
    chunks = spot.sentence.chunks
    target = chunks[spot.finding.slots["target"][0]]
    one = mention_of(target)
    span = scene.span(spot.part, one.start, one.end)
    unit = Named(one.is_, one.name, "subject", span)
    state = status(scene, spot)
    if state is None:
        return None
    if state.basis == "default":
        state = Mark("completed", None, "default")
    if "buyer" in spot.finding.slots:
        index = spot.finding.slots["buyer"][0]
        if chunks[index].name == "name":
            return None
        owner: Employer | None = group(scene, spot.part, spot.sentence, [index], "subject")
    else:
        owner = employer(scene, spot, before)
    if owner is None or owner.organisation.is_ == one.is_:
        return None
    when = date(scene, spot, state.is_)
    return finished(scene, spot, Employer(owner.organisation, (unit,)), state, when)


def over(scene: Scene, state: Mark, when: Date) -> bool:
    """Whether a cut that no verb calls announced lies wholly before its article came out."""
    if (
        state.basis != "default"
        or when.tense == "told"
        or when.edtf is None
        or scene.article.published is None
    ):
        return False
    end, today = edtf.bounds(when.edtf)[1], edtf.bounds(scene.article.published)[0]
    return end is not None and today is not None and end < today


def merged(first: Sequence[Named], second: Sequence[Named]) -> tuple[Named, ...]:
    """Units without repetition, in the order of the text."""
    found: dict[str, Named] = {}
    for one in (*first, *second):
        found.setdefault(one.is_, one)
    return tuple(found.values())


def finished(
    scene: Scene, spot: Spot, found: Employer, state: Mark, when: Date | None
) -> Claim | None:
    """The claim without its id: amounts, quote, attribution, tier; None if an amount can't be
    read."""
    rule = spot.finding.rule
    jobs, percent = jobs_of(scene, spot), percent_of(scene, spot)
    money = money_of(scene, spot)
    if {"jobs", "percent"} & set(spot.finding.slots) and jobs is None and percent is None:
        return None
    if jobs is not None and rule.kind == "layoff" and jobs.low == jobs.high == 1:
        return None
    measure = measure_of(scene, spot) if rule.kind == "figure" else None
    if rule.kind == "figure":
        state = Mark("reported", None, "default")
        if measure is None:
            return None
    return Claim(
        id="",
        article=scene.article.id,
        kind=rule.kind,
        quote=quote_of(
            scene, spot, [one.at for one in (jobs, percent, money, when, state) if one and one.at]
        ),
        organisation=found.organisation,
        status=state,
        scope=scope(scene, spot, when),
        rule=rule.id,
        tier="review"
        if "tier" in rule.gives or only_lost(scene, spot)
        else tier(scene, found.organisation),
        units=found.units,
        jobs=jobs,
        percent=percent,
        money=money,
        date=when,
        via=via(scene, spot.part, spot.index),
        measure=measure,
        terms=terms_of(scene, spot),
    )


def only_lost(scene: Scene, spot: Spot) -> bool:
    """Whether people, and no jobs, are lost: they may have left of their own accord, or died."""
    verb = spot.finding.slots.get("verb")
    if verb is None:
        return False
    chunks = spot.sentence.chunks
    last = chunks[verb[1] - 1]
    lost = "bears" in lexicon().classes(scene.words(spot.part, last.start, last.end))
    own = chunks[spot.finding.first : spot.finding.last]
    return lost and not any(chunk.name in ("job", "layoff") for chunk in own)


def said(claim: Claim, speaker: Speaker, chain: tuple[Via, ...]) -> Claim:
    """The same claim as somebody's words, with the document that the speaker's sentence names."""
    return replace(claim, said_by=speaker, via=claim.via or chain)


def slot_span(scene: Scene, spot: Spot, slot: str) -> Span | None:
    at = spot.finding.at(slot, spot.sentence)
    return None if at is None else scene.span(spot.part, *at)


def jobs_of(scene: Scene, spot: Spot) -> Jobs | None:
    span = slot_span(scene, spot, "jobs")
    read = span and read_jobs(scene.words(span.in_, span.start, span.end))
    return Jobs(*read, span) if span and read else None


def percent_of(scene: Scene, spot: Spot) -> Percent | None:
    span = slot_span(scene, spot, "percent")
    if summed(scene, spot):
        return None
    of = slot_span(scene, spot, "roster")
    if of is not None and "roster" not in lexicon().classes(scene.words(of.in_, of.start, of.end)):
        return None
    read = span and read_percent(scene.words(span.in_, span.start, span.end))
    whole = "workforce" if spot.finding.rule.gives.get("measure") in (None, "workforce") else None
    return Percent(*read, span, whole) if span and read else None


def summed(scene: Scene, spot: Spot) -> bool:
    """Whether a share comes on top of the number, and doesn't say it again: "300 jobs and 12% of
    its managers"."""
    slots = spot.finding.slots
    if not {"jobs", "percent"} <= slots.keys() or slots["percent"] < slots["jobs"]:
        return False
    before = spot.sentence.chunks[slots["percent"][0] - 1]
    return scene.words(spot.part, before.start, before.end).lower() == "and"


def money_of(scene: Scene, spot: Spot) -> Money | None:
    span = slot_span(scene, spot, "money") or slot_span(scene, spot, "price")
    read = span and read_money(scene.words(span.in_, span.start, span.end))
    return Money(*read, span) if span and read else None


def measure_of(scene: Scene, spot: Spot) -> Mark | None:
    """What a figure measures, by the words of the slot `noun`."""
    span = slot_span(scene, spot, "noun")
    if span is None:
        return None
    value = measure_value(scene.words(span.in_, span.start, span.end))
    wanted = spot.finding.rule.gives.get("measure", value)
    return Mark(value, span) if value is not None and value == wanted else None


def terms_of(scene: Scene, spot: Spot) -> Mark | None:
    for chunk in spot.sentence.chunks[spot.finding.first : spot.finding.last]:
        if chunk.name == "terms":
            words = scene.words(spot.part, chunk.start, chunk.end)
            value = lexicon().value("terms", words)
            return Mark(value, scene.span(spot.part, chunk.start, chunk.end)) if value else None
    return None


def quote_of(scene: Scene, spot: Spot, spans: Sequence[Span]) -> Quote:
    """The sentence, or the part of it around the amounts that is short enough to publish."""
    chunks, finding = spot.sentence.chunks, spot.finding
    first = finding.first + (chunks[finding.first].name == "comma")
    inside = [(chunks[first].start, chunks[finding.last - 1].end)]
    inside += [
        (one.start, one.end)
        for one in spans
        if one.in_ == spot.part and spot.sentence.start <= one.start < spot.sentence.end
    ]
    start, end = excerpt(
        scene.passage(spot.part),
        spot.sentence,
        min(first for first, _ in inside),
        max(last for _, last in inside),
    )
    end = max([end, *(one.end for one in spans if one.in_ == spot.part)])
    if any(one.in_ == spot.part and one.start < spot.sentence.start for one in spans):
        start = scene.passage(spot.part).sentences[spot.index - 1].chunks[0].start
    if len(scene.words(spot.part, start, end).split()) > EXCERPT_WORDS:
        start = chunks[first].start
    return Quote(scene.span(spot.part, start, end), scene.words(spot.part, start, end))


def tier(scene: Scene, organisation: Named) -> Tier:
    """published for an employer that words near the number name, or that the article is about."""
    if organisation.basis in STRONG or organisation.basis == "headline":
        return "published"
    return "published" if organisation.is_ in scene.names.watch else "review"
