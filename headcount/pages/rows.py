"""An event as a row of a timeline, and what rows share with the event's own page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from headcount import wording as words
from headcount.language import edtf
from headcount.model import Claim, Event, Relation
from headcount.pages.citing import citations, cite, said_number
from headcount.pages.index import Index
from headcount.pages.keys import UNDATED, keys
from headcount.pages.magnitude import PLANS, bar, dots, largest, scale, track
from headcount.pages.overdue import overdue
from headcount.pages.shapes import Cite, Link, Row, Tie, Years
from headcount.pages.tree import wholes
from headcount.source import text_of

REST = "The rest: no source says where or when."
SAME = "No source says so, so they are kept apart."
LOOKS = {"layoff": "cut", "acquisition": "opened", "launch": "opened", "closure": "closed"}
LEADS = {
    "part_of": ("Part of", "Includes"),
    "revises": ("Replaces", "Replaced by"),
}


def href(event_id: str, base: str) -> str:
    """Where an event's page lies, seen from a page whose way to the root is `base`."""
    return f"{base}events/{event_id}/"


def link(event: Event, base: str) -> Link:
    """An event's title, leading to its page."""
    return Link(words.title(event), href(event.id, base))


def dating(index: Index, event: Event) -> tuple[str, str]:
    """(when, why): an event's date as exactly as it is known, and where it comes from."""
    reported = words.when(event.first_reported) if event.first_reported else ""
    if event.date is None:
        vague = [claim for claim in event.claims if claim.date is not None]
        why = reason_of(index, vague[0]) if vague else "no source gives a date"
        if not reported:
            return "no date given", "" if not vague else why
        if words.news_date(event) is None:
            return "no date given", f"first reported {reported}"
        return f"reported {reported}", why
    when = words.when(event.date)
    if any(d.field == "date" and d.relation == "conflict" for d in event.disputes):
        return when, "sources give different dates"
    sources = [index.claims[key] for key in event.date_from if key in index.claims]
    dated = [claim for claim in sources if claim.date is not None]
    return when, reason_of(index, dated[0]) if dated else "set by an editor"


def reason_of(index: Index, claim: Claim) -> str:
    """Why a claim's date is what it is: "" where its words suffice."""
    date = claim.date
    if date is None:
        return ""
    said = f"“{text_of(index.articles[claim.article], date.at).strip(' “”')}”"
    if date.reason:
        return f"{said}: {words.unclear(date.reason)}"
    if date.basis == "anchored" and date.anchor is not None:
        return f"{said}, counted from {words.when(date.anchor)}"
    return "" if date.basis == "explicit" else f"{said}: not clear which date is meant"


def size(index: Index, event: Event) -> tuple[tuple[Cite, ...], str]:
    """An event's number with its citation, or the words that stand in its place."""
    first: Sequence[str] = ()
    if event.jobs is not None:
        first = event.jobs.from_[:1]
    elif event.money is not None:
        first = event.money.from_[:1]
    else:
        first = [claim.id for claim in event.claims if claim.percent is not None][:1]
    cites = tuple(
        cite(index, claim, _share(index, claim))
        for claim in (index.claims[key] for key in first if key in index.claims)
    )
    if cites:
        return cites, ""
    return (), "no figure given" if event.kind == "layoff" else ""


def _share(index: Index, claim: Claim) -> str:
    """A share with what it is a share of, for it stands alone; "" for all but a known one."""
    share = claim.percent
    if claim.jobs is not None or claim.money is not None or share is None or share.of is None:
        return ""
    known = index.organisations.get(share.of)
    whose = f" at {known.name}" if known is not None else ""
    return f"{said_number(index, claim)} of the staff{whose}"


def row(index: Index, event: Event, base: str, most: int = 0, parts: tuple[Row, ...] = ()) -> Row:
    """An event on a timeline, with the citations behind it and the parts that hang from it.

    `most`: the jobs at which a bar is widest.
    """
    when, why = dating(index, event)
    number, silence = size(index, event)
    claims = citations(index, event.claims, base)
    return Row(
        id=f"e-{event.id}",
        title=link(event, base),
        look=LOOKS[event.kind],
        hollow=event.status in PLANS or bool(silence),
        total=event.scope == "aggregate",
        when=when,
        why=why,
        size=number,
        silence=silence,
        status=words.LABELS[event.status],
        sources=words.outlets(event),
        differ=marks(event, base),
        ties=tuple(
            plain(tie) for tie in ties(index, event, base) if tie.link not in _titles(parts)
        ),
        citations=claims,
        opener=words.amount(len(claims), "citation"),
        event=event.id,
        keys=keys(event),
        bar=bar(event, most),
        track=track(event.status),
        dots=dots(event),
        parts=parts,
        plan=event.status in PLANS,
        overdue=overdue(index, event),
        rest=REST if parts and unallocated(index, event) else "",
    )


def _titles(parts: Sequence[Row]) -> set[Link]:
    """Where parts that hang below lead: their whole need not name them."""
    return {part.title for part in parts}


def marks(event: Event, base: str) -> tuple[Link, ...]:
    """What kinds of disputes an event has, each once; `note` is the kind."""
    kinds = dict.fromkeys(dispute.relation for dispute in event.disputes)
    address = f"{href(event.id, base)}#disputed"
    order = ("conflict", "between", "compatible")
    found = [kind for kind in order if kind in kinds]
    return tuple(Link(words.RELATIONS[kind], address, note=kind) for kind in found)


def ties(index: Index, event: Event, base: str) -> tuple[Tie, ...]:
    """How an event hangs together with others, in both directions."""
    found = [
        _tie(index, LEADS[relation.is_][0], relation.to, relation, base)
        for relation in event.relations
    ]
    incoming = index.incoming.get(event.id, ())
    found += [
        _tie(index, LEADS[relation.is_][1], other, relation, base)
        for other, relation in incoming
        if relation is not None
    ]
    same = {*event.maybe_same, *(other for other, relation in incoming if relation is None)}
    found += [_tie(index, "May be the same as", key, None, base) for key in sorted(same)]
    return tuple(tie for tie in found if tie is not None)


def unallocated(index: Index, event: Event) -> bool:
    """Whether a whole has parts that leave some of its jobs without a part."""
    incoming = index.incoming.get(event.id, ())
    inside = [
        index.events[key] for key, tie in incoming if tie is not None and tie.is_ == "part_of"
    ]
    if event.jobs is None or event.jobs.vague or not inside:
        return False
    told = sum(_most(part) for part in inside)
    return told < (event.jobs.high or event.jobs.low or 0)


def _most(event: Event) -> int:
    """The most that a figure gives; a word gives nothing that can be subtracted."""
    jobs = event.jobs
    return 0 if jobs is None or jobs.vague else jobs.high or jobs.low or 0


def _tie(index: Index, lead: str, to: str, relation: Relation | None, base: str) -> Tie | None:
    other = index.events.get(to)
    if other is None:
        return None
    if relation is None:
        return Tie(lead, link(other, base), SAME)
    claim = index.claims.get(relation.claim or "")
    if claim is None:
        return Tie(lead, link(other, base), relation.reason or "By an editor’s decision.")
    name, _ = index.publisher(index.articles[claim.article])
    said = text_of(index.articles[claim.article], relation.at) if relation.at is not None else ""
    proof = cite(index, claim, words.phrase(said)) if said else cite(index, claim, "its words")
    return Tie(lead, link(other, base), f"{name} says so:", proof)


def plain(tie: Tie) -> Tie:
    """A tie as a row shows it: whose word it is, without the proof."""
    if tie.cite is not None:
        return Tie(tie.lead, tie.link, f"in {tie.cite.chip}’s words")
    return Tie(
        tie.lead,
        tie.link,
        "but no source says so" if tie.reason == SAME else "by decision of an editor",
    )


def chronology(event: Event) -> tuple[object, str]:
    """A sort key: oldest first, what has no date before everything else."""
    date = words.news_date(event)
    first, last, text = edtf.sort_key(date)
    return ((date is not None, first, last, text), event.id)


def years(index: Index, events: Iterable[Event], base: str) -> tuple[Years, ...]:
    """Rows grouped by year, newest first, those without a date last.

    A part hangs from its whole if both are on the list, whatever its own year: the whole's year
    heads them, and a heading names all years that it holds.
    """
    ordered = sorted(events, key=chronology, reverse=True)
    above = wholes(ordered)
    most = largest(index.living())
    hung: dict[str, list[Row]] = {}
    for event in ordered:
        if event.id in above:
            whole = index.events[above[event.id]]
            part = _hung(row(index, event, base, most), whole, href(whole.id, base))
            hung.setdefault(whole.id, []).append(part)
    groups: dict[str, list[Row]] = {}
    for event in ordered:
        if event.id not in above:
            parts = tuple(hung.get(event.id, ()))
            group = groups.setdefault(words.year(words.news_date(event)), [])
            group.append(row(index, event, base, most, parts))
    ruler = scale(most) if any(_barred(one) for rows in groups.values() for one in rows) else None
    return tuple(
        Years(
            f"y{label}" if label else UNDATED,
            _heading(rows) or "No date",
            tuple(rows),
            None if number else ruler,
        )
        for number, (label, rows) in enumerate(groups.items())
    )


def _hung(part: Row, whole: Event, address: str) -> Row:
    """A part as it hangs below its whole: that stands above it and need not be named again."""
    noun = "plan" if whole.status in PLANS else "total" if whole.scope == "aggregate" else "event"
    above = Link(f"the {noun} above", address)
    ties = (replace(tie, link=above) if tie.link.href == address else tie for tie in part.ties)
    return replace(part, ties=tuple(ties))


def _barred(one: Row) -> bool:
    return one.bar is not None or any(part.bar is not None for part in one.parts)


def _heading(rows: Sequence[Row]) -> str:
    """The year of these rows, or the first and the last of their years; "" for none."""
    found = {one.keys.year for whole in rows for one in (whole, *whole.parts)} - {UNDATED}
    if len(found) < 2:
        return "".join(found)
    first, last = min(found), max(found)
    return f"{first}\u2060–\u2060{last[2:] if first[:2] == last[:2] else last}"
