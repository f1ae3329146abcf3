"""How a field that somebody changed by hand in a record becomes keys of a decision, or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from headcount import handedits, schema
from headcount.choices import Desk, Entry, date, jobs, money, named, status, told, units, value
from headcount.decisions import RELATIONS
from headcount.handedits import Edit, pair, rows
from headcount.model import Problem
from headcount.source import place_of


def milestones(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    if isinstance(edit.now, dict):
        yield "milestones", edit.now
    else:
        yield told(edit, "steps can't be taken away", f"write those you want into {desk.file}")


def relations(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    was, now = rows(edit.was), rows(edit.now)
    for row in now:
        if pair(row) in map(pair, was):
            continue
        if row.get("is") not in RELATIONS:
            message = f'no relation is called "{row.get("is")}"'
            yield told(edit, message, schema.suggestion(str(row.get("is")), RELATIONS))
        elif not (reason := str(row.get("reason") or desk.reason)):
            message = "a relation needs a reason, which readers see"
            yield told(edit, message, 'run build.py adopt --reason "how that is known"')
        else:
            yield "relations", {"is": row["is"], "to": row.get("to"), "reason": reason}
    for row in was:
        if pair(row) in map(pair, now):
            continue
        if row.get("basis") == "decision":
            yield told(edit, f"{value(row)} was decided", f"take it out of {desk.file}")
        else:
            remedy = f"if its words are misread, write into {desk.file}: reject: [{row['claim']}]"
            yield told(edit, f"an article says it: {value(row)}", remedy)


def disputes(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    """What is shown first in a dispute can be decided; the sides are what claims say."""
    before = set(handedits.preferred(edit.was))
    by_id = {claim.id: claim for claim in desk.event.claims}
    for field, claim in handedits.preferred(edit.now):
        if (field, claim) in before:
            continue
        if claim not in by_id:
            yield told(edit, f"{claim} is no claim of this event", f"one of {', '.join(by_id)}")
        elif not desk.reason:
            message = f"showing {field} from one claim first needs a reason, which readers see"
            yield told(edit, message, 'run build.py adopt --reason "why this account comes first"')
        else:
            chosen = named(by_id[claim], None, desk)
            yield "prefer", {"field": field, "claim": chosen, "reason": desk.reason}
    if handedits.bare(edit.was) != handedits.bare(edit.now):
        remedy = "correct the article, `reject` the claim that is wrong, or `prefer` one of them"
        yield told(edit, "the sides of a dispute are what the claims say", remedy)


def claims(edit: Edit, desk: Desk) -> Iterator[Entry | Problem]:
    """A claim is what an article says; which of them count is decided by naming them."""
    was, now = edit.was or {}, edit.now or {}
    if not isinstance(was, dict) or not isinstance(now, dict):
        return
    known = {claim.id: claim for claim in desk.every}
    for key in (*was, *(key for key in now if key not in was)):
        if was.get(key) == now.get(key):
            continue
        if key not in known:
            remedy = f"take it out, and write it under `claims:` in {desk.file}"
            yield told(edit, f"no article makes the claim {key}", remedy)
        elif key not in now:
            remedy = (
                f"write into {desk.file} either reject: [{key}], if it is wrong, "
                f"or split: [{key}], if it is about something else"
            )
            yield told(edit, f"the claim {key} was taken out, which may mean two things", remedy)
        else:
            claim = known[key]
            place = place_of(desk.articles[claim.article], claim.quote.at)
            remedy = (
                f"correct the article ({place.file}:{place.line}), or write into {desk.file} "
                f"reject: [{key}] and what it should be under `claims:`"
            )
            yield told(edit, f"the claim {key} is what its article says", remedy)


WAYS: Mapping[str, Callable[[Edit, Desk], Iterator[Entry | Problem]]] = {
    "jobs": jobs,
    "money": money,
    "status": status,
    "units": units,
    "date": date,
    "milestones": milestones,
    "relations": relations,
    "disputes": disputes,
    "claims": claims,
    "attached": claims,
}
"""How a changed field of a record becomes entries of a decision."""

REASONS = {
    "kind": "it comes of the words; `reject` the claims, and write them anew under `claims:`",
    "organisation": "it comes of the words; mend names in data/organisations.yaml, or write the "
    "claim under `claims:` with `organisation:`",
    "scope": "it comes of the words; write the claim under `claims:` with `scope:`",
    "first_reported": "it is the earliest `published` of its articles; correct it there",
    "outlets": "it is counted; correct `publisher` in the articles",
    "independent": "it is counted; correct `publisher` in the articles",
    "tombstone": "an event lives while an article tells of it; bring the article back",
    "withdrawn": "these articles are gone; bring them back",
    "mismatches": "it is worked out from the claims; correct or `reject` the one that is wrong",
    "maybe_same": "if both are one event, write `join: [<id>]`; if not, nothing is to be done",
}
"""Fields that follow from others: what to do instead."""
