"""The records that flow down the line: frozen, slotted, without logic and without I/O.

Two shapes carry trust. A `Span` says where words stand in an article; every field of a `Claim`
is a value with its own span, or with a named basis that needs none. `verify` re-reads the spans
and accepts a claim only if the same grammar yields exactly the same values.

Offsets are Unicode code points, half-open, into the *untouched* text: an article's body is
everything after the closing line of its front matter, or the whole of a `.txt` file.
"""

from __future__ import annotations

from headcount.model.claims import (
    Claim,
    Date,
    Jobs,
    Link,
    Mark,
    Money,
    Named,
    Percent,
    Quote,
    Reading,
    Speaker,
    Tier,
    Via,
)
from headcount.model.decisions import (
    BetweenDecision,
    Correction,
    Decision,
    Prefer,
    RelationDecision,
)
from headcount.model.events import (
    Dispute,
    Event,
    EventJobs,
    EventMoney,
    Known,
    Mismatch,
    Relation,
    Root,
    Term,
    Timeline,
    Total,
    Value,
)
from headcount.model.places import (
    Part,
    Place,
    Problem,
    Span,
)
from headcount.model.vocabulary import (
    BASES,
    KINDS,
    MEASURES,
    QUALIFIERS,
    STATUSES,
    TOPICS,
    KindEntry,
    Qualifier,
    StatusEntry,
)
from headcount.model.written import (
    Article,
    Organisation,
    PageText,
    Person,
    Publisher,
    Registry,
    Site,
)

__all__ = (
    "BASES",
    "KINDS",
    "MEASURES",
    "QUALIFIERS",
    "STATUSES",
    "TOPICS",
    "Article",
    "BetweenDecision",
    "Claim",
    "Correction",
    "Date",
    "Decision",
    "Dispute",
    "Event",
    "EventJobs",
    "EventMoney",
    "Jobs",
    "KindEntry",
    "Known",
    "Link",
    "Mark",
    "Mismatch",
    "Money",
    "Named",
    "Organisation",
    "PageText",
    "Part",
    "Percent",
    "Person",
    "Place",
    "Prefer",
    "Problem",
    "Publisher",
    "Qualifier",
    "Quote",
    "Reading",
    "Registry",
    "Relation",
    "RelationDecision",
    "Root",
    "Site",
    "Span",
    "Speaker",
    "StatusEntry",
    "Term",
    "Tier",
    "Timeline",
    "Total",
    "Value",
    "Via",
)
