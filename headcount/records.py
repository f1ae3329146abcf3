"""Events and claims as plain data, in the order in which the timeline's files show them.

A field that says nothing is left out: a small record makes a small difference to read.
"""

from __future__ import annotations

from headcount.model import Claim, Date, Dispute, Event, Jobs, Mark, Mismatch, Named, Relation, Span


def event_record(event: Event) -> dict[str, object]:
    """An event as plain data, in the order of its lines. What is empty is left out."""
    fields: dict[str, object] = {
        "id": event.id,
        "kind": event.kind,
        "organisation": event.organisation,
        "tombstone": event.tombstone,
        "withdrawn": event.withdrawn,
        "units": [unit.is_ for unit in event.units],
        "status": event.status,
        "scope": event.scope,
        "date": event.date,
        "first_reported": event.first_reported,
        "milestones": dict(event.milestones),
        "jobs": event.jobs
        and {
            "display": event.jobs.display,
            "low": event.jobs.low,
            "high": event.jobs.high,
            "from": event.jobs.from_,
        },
        "money": event.money
        and {
            "display": event.money.display,
            "amount": event.money.amount,
            "currency": event.money.currency,
            "from": event.money.from_,
        },
        "outlets": event.outlets,
        "independent": event.independent,
        "disputes": [dispute_record(item) for item in event.disputes],
        "mismatches": [mismatch_record(item) for item in event.mismatches],
        "relations": [relation_record(item) for item in event.relations],
        "maybe_same": event.maybe_same,
        "claims": [claim_record(claim) for claim in event.claims],
        "attached": [claim_record(claim) for claim in event.attached],
    }
    return {key: value for key, value in fields.items() if key == "independent" or given(value)}


def given(value: object) -> bool:
    """Whether a value is worth a line: nothing, no and empty are said by silence."""
    return value is not None and value is not False and value not in ((), [], {}, "")


def dispute_record(dispute: Dispute) -> dict[str, object]:
    return filled(
        field=dispute.field,
        relation=dispute.relation,
        other=dispute.other,
        preferred=dispute.preferred,
        values=[
            filled(text=value.text, claims=value.claims, retired=value.retired)
            for value in dispute.values
        ],
    )


def mismatch_record(mismatch: Mismatch) -> dict[str, object]:
    """What does not go together, without its sentence: the check, the claims, the other event."""
    claims = dict.fromkeys(key for _, key in mismatch.said if key)
    return {"check": mismatch.check} | filled(other=mismatch.other, claims=tuple(claims))


def relation_record(relation: Relation) -> dict[str, object]:
    return {"is": relation.is_} | filled(
        to=relation.to, basis=relation.basis, claim=relation.claim, at=place(relation.at)
    )


def claim_record(claim: Claim) -> dict[str, object]:
    """A claim as plain data, each field with the place of its words."""
    percent, money, said_by = claim.percent, claim.money, claim.said_by
    return {"id": claim.id, "article": claim.article} | filled(
        kind=claim.kind,
        quote={"at": place(claim.quote.at), "text": claim.quote.text},
        organisation=named_record(claim.organisation),
        units=[named_record(unit) for unit in claim.units],
        jobs=jobs_record(claim.jobs),
        percent=percent
        and filled(value=percent.value, qualifier=percent.qualifier, of=percent.of)
        | {"at": place(percent.at)},
        money=money
        and {
            "amount": money.amount,
            "currency": money.currency,
            "qualifier": money.qualifier,
            "at": place(money.at),
        },
        date=date_record(claim.date),
        status=mark_record(claim.status),
        scope=mark_record(claim.scope),
        said_by=said_by
        and {"is": said_by.is_}
        | filled(
            name=said_by.name,
            direct=said_by.direct,
            fidelity=said_by.fidelity,
            at=place(said_by.at),
        ),
        via=[{"is": item.is_, "name": item.name, "at": place(item.at)} for item in claim.via],
        topic=mark_record(claim.topic),
        measure=mark_record(claim.measure),
        terms=mark_record(claim.terms),
        rule=claim.rule,
        hand=claim.hand,
    )


def filled(**fields: object) -> dict[str, object]:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if given(value)}


def place(span: Span | None) -> list[object] | None:
    """[start, end] in the body, or [title, start, end]."""
    if span is None:
        return None
    return [span.start, span.end] if span.in_ == "body" else [span.in_, span.start, span.end]


def named_record(named: Named) -> dict[str, object]:
    return {"is": named.is_} | filled(
        name=named.name, basis=named.basis, at=place(named.at), hedge=place(named.hedge)
    )


def jobs_record(jobs: Jobs | None) -> dict[str, object] | None:
    if jobs is None:
        return None
    return {
        "low": jobs.low,
        "high": jobs.high,
        "qualifier": jobs.qualifier,
        "at": place(jobs.at),
    }


def date_record(date: Date | None) -> dict[str, object] | None:
    if date is None:
        return None
    return {"edtf": date.edtf} | filled(
        at=place(date.at),
        basis=date.basis,
        anchor=date.anchor,
        anchor_at=place(date.anchor_at),
        tense=date.tense,
        reason=date.reason,
    )


def mark_record(mark: Mark | None) -> dict[str, object] | None:
    if mark is None:
        return None
    return {"is": mark.is_} | filled(basis=mark.basis, at=place(mark.at))
