"""The records that flow down the line: frozen, slotted, without logic and without I/O.

Two shapes carry trust. A `Span` says where words stand in an article; every field of a `Claim`
is a value with its own span, or with a named basis that needs none. `verify` re-reads the spans
and accepts a claim only if the same grammar yields exactly the same values.

Offsets are Unicode code points, half-open, into the *untouched* text: an article's body is
everything after the closing line of its front matter, or the whole of a `.txt` file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tier = Literal["published", "review"]
Part = Literal["body", "title"]


# ---------------------------------------------------------------- vocabulary


@dataclass(frozen=True, slots=True)
class KindEntry:
    """One kind of claim. Only kinds with `is_event` ever become events."""

    id: str
    is_event: bool
    label: str


KINDS = (
    KindEntry("layoff", True, "Job cut"),
    KindEntry("acquisition", True, "Purchase"),
    KindEntry("launch", True, "Launch"),
    KindEntry("closure", True, "Closure"),
    KindEntry("statement", False, "Statement"),
    KindEntry("figure", False, "Figure"),
)


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One state of an event.

    `counts`: whether jobs in this state enter a headline total: in both of its ends, in the
    high end only (unconfirmed), or not at all. `corpus`: the label that the evaluation corpus
    uses. Order in `STATUSES` is the order of progress.
    """

    id: str
    label: str
    counts: Literal["both", "high", "no"]
    corpus: str


STATUSES = (
    StatusEntry("reported", "reported", "high", "reported"),
    StatusEntry("planned", "planned", "no", "planned"),
    StatusEntry("announced", "announced", "both", "announced"),
    StatusEntry("under_way", "under way", "both", "announced"),
    StatusEntry("completed", "completed", "both", "completed"),
    StatusEntry("cancelled", "cancelled", "no", "denied"),
    StatusEntry("denied", "denied", "no", "denied"),
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """How exactly a source gives a number.

    Vague words (`vague=True`) never become figures on a page; their band `low`-`high` (jobs,
    inclusive) serves only matching and hollow chart marks. `small-number` has no band.
    """

    id: str
    vague: bool
    low: int | None = None
    high: int | None = None


QUALIFIERS = (
    Qualifier("exact", False),
    Qualifier("about", False),
    Qualifier("over", False),
    Qualifier("up-to", False),
    Qualifier("range", False),
    Qualifier("small-number", True),
    Qualifier("dozens", True, 24, 99),
    Qualifier("hundreds", True, 200, 999),
    Qualifier("several-hundred", True, 300, 999),
    Qualifier("few-hundred", True, 200, 500),
    Qualifier("thousands", True, 2_000, 9_999),
    Qualifier("several-thousand", True, 3_000, 9_999),
    Qualifier("few-thousand", True, 2_000, 5_000),
    Qualifier("tens-of-thousands", True, 20_000, 99_999),
    Qualifier("hundreds-of-thousands", True, 200_000, 999_999),
)

TOPICS = ("motive", "support", "outlook", "strategy", "rank", "origin", "privacy", "other")
"""What a statement is about."""

MEASURES = ("workforce", "market", "saving", "satisfaction", "other")
"""What a figure measures."""

# How an organisation was found; the weaker ones put a claim into the review tier unless the
# organisation is on the watch list (data/organisations.yaml).
BASES = (
    "subject",
    "possessive",
    "apposition",
    "modifier",
    "pronoun",
    "family",
    "headline",
    "watch-list",
    "salience",
    "decision",
)


# ---------------------------------------------------------------- places and problems


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file that a person wrote. Lines and columns count from 1, in code points."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person must know: what is wrong where, and what to write instead."""

    place: Place
    code: str
    message: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of code points in an article's untouched body or title."""

    in_: Part
    start: int
    end: int


# ---------------------------------------------------------------- what people write


@dataclass(frozen=True, slots=True)
class Organisation:
    """An employer or one of its units, from `data/organisations.yaml`.

    `short`: names that mean it only where its family has been named in the article ("Pharmacy").
    `watch`: may be the employer of a claim by salience. `parent`: id of the owner, or None.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    parent: str | None = None
    watch: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newsroom: `short` is the name that fits on a citation's chip."""

    id: str
    name: str
    short: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a public role; `organisation` is the id of the employer spoken for."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """All of `data/organisations.yaml`, in file order."""

    organisations: tuple[Organisation, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One source document.

    `published` is EDTF ("2024-02-07", "2024-02~") or None; never used as an event's date.
    `publisher` is the name as written. `text`: "full" is the publisher's words (input only,
    at most 40 words of it are shown per claim), "notes" an editor's own summary.
    `language_note` says that quotations are back-translated: none of them is verbatim then.
    `line` is the file line on which the body begins (1 for `.txt`).
    """

    id: str
    file: str
    title: str
    body: str
    publisher: str
    published: str | None
    url: str | None = None
    author: str | None = None
    text: Literal["full", "notes"] = "full"
    basis: str = ""
    language_note: str | None = None
    corrects: str | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class PageText:
    """One page of `content/pages`: `body` is markdown, `line` the file line on which it begins.

    `order`: where it stands among the others in menus, lowest first.
    """

    id: str
    file: str
    title: str
    description: str
    body: str
    order: int = 0
    line: int = 1


@dataclass(frozen=True, slots=True)
class Site:
    """`data/site.yaml`. `url` is the canonical address without a trailing slash, or ""."""

    title: str = "Headcount"
    standfirst: str = ""
    url: str = ""
    language: str = "en"
    contact: str = ""
    organisation: str | None = None


# ---------------------------------------------------------------- the claim


@dataclass(frozen=True, slots=True)
class Named:
    """A reference to an organisation or unit.

    `is_` is an id of the registry, or the slug of the words at `at` when nobody registered
    them; `name` is what a page prints. `basis` is one of `BASES`. `at` may be None only for
    the bases headline, watch-list, salience and decision. `hedge`: words that cast doubt on
    the identity ("believed to be").
    """

    is_: str
    name: str
    basis: str
    at: Span | None = None
    hedge: Span | None = None


@dataclass(frozen=True, slots=True)
class Jobs:
    """A number of jobs: cut (kind layoff) or held (kind figure).

    exact and about N: low = high = N. over N: low = N, high None. up-to N: low None, high = N.
    Vague words: both None; see `QUALIFIERS` for their bands.
    """

    low: int | None
    high: int | None
    qualifier: str
    at: Span


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent. `of` is "workforce", a unit's id, or None when nothing is named."""

    value: float
    qualifier: str
    at: Span
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of an ISO 4217 currency: $3.9bn is 3900000000 USD."""

    amount: int
    currency: str
    qualifier: str
    at: Span


@dataclass(frozen=True, slots=True)
class Date:
    """When something happened, as the words at `at` say.

    `edtf` is None when the words cannot be resolved; `reason` then says why, for a reader.
    `basis`: explicit (the words suffice), anchored (reckoned from `anchor`, an EDTF string:
    the publication date, or another date of the text, whose words stand at `anchor_at`).
    `tense` is the clause's tense where it decided ("in July": past), else None.
    """

    edtf: str | None
    at: Span
    basis: Literal["explicit", "anchored", "unresolved"]
    anchor: str | None = None
    anchor_at: Span | None = None
    tense: Literal["past", "future"] | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value from a fixed list, and the words that gave it (None: the named `basis` did)."""

    is_: str
    at: Span | None = None
    basis: str = "words"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. `is_`: a person's or organisation's id, or a slug. `direct`: in quotation
    marks. `fidelity`: verbatim, translated (back-translated, so not verbatim) or indirect."""

    is_: str
    name: str
    direct: bool
    fidelity: Literal["verbatim", "translated", "indirect"]
    at: Span | None


@dataclass(frozen=True, slots=True)
class Via:
    """One link of an attribution chain, nearest first: where the article has it from.

    `is_`: a publisher's or organisation's id, a slug, or one of the document words of the
    lexicon (memo, statement, results-call, interview, unnamed-source, …).
    """

    is_: str
    name: str
    at: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that make the claim: a verbatim slice, at most 40 words are published."""

    at: Span
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one article states.

    `id`: "c-" and ten hex digits of (article, kind, quote, field values); see `source.claim_id`.
    `scope`: part | aggregate (a total over several rounds).
    `topic` (statements): motive support outlook strategy rank origin privacy other.
    `measure` (figures): workforce market saving satisfaction other.
    `terms` (acquisitions): e.g. all-cash.
    `hand`: the decision file that wrote it, or None when a rule did.
    """

    id: str
    article: str
    kind: str
    quote: Quote
    organisation: Named
    status: Mark
    scope: Mark
    rule: str
    tier: Tier
    units: tuple[Named, ...] = ()
    jobs: Jobs | None = None
    percent: Percent | None = None
    money: Money | None = None
    date: Date | None = None
    said_by: Speaker | None = None
    via: tuple[Via, ...] = ()
    topic: Mark | None = None
    measure: Mark | None = None
    terms: Mark | None = None
    hand: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What an article's words say about two of its claims.

    part_of: `claim` is inside `to`. revises: `claim` replaces `to`. apart: `claim` is told as
    something other than `to` ("also follows"). `at`: the words.
    """

    is_: Literal["part_of", "revises", "apart"]
    claim: str
    to: str
    at: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that extraction finds in one article. `quoted`: its passages in quotation marks."""

    article: Article
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    quoted: tuple[Span, ...] = ()


# ---------------------------------------------------------------- decisions


@dataclass(frozen=True, slots=True)
class Prefer:
    """`field` of the event is shown from this claim first; `reason` is for the reader."""

    field: str
    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class RelationDecision:
    """The decided event stands in this relation to event `to`; `reason` is for the reader."""

    is_: Literal["part_of", "revises"]
    to: str
    reason: str


@dataclass(frozen=True, slots=True)
class BetweenDecision:
    """A difference about order or containment between this event and `other`.

    `field`: order | containment. `values`: (label, claim ids) of each side, in file order.
    """

    other: str
    field: Literal["order", "containment"]
    question: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the public log: when (ISO date) the page was corrected, and how."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One `content/events/<id>.md`: what an editor settled. `narrative` is markdown.

    A reference to a claim (in `anchors`, `prefer`, `between`, `split`, `confirm`, `reject`)
    is a claim id, or "<article id>#<words>": the one claim of that article whose quote or field
    holds these words; `references.resolve` finds it. `join` holds event ids.

    `claims`: hand-made claims, already located in their article and not yet verified; a person
    is as fallible as a rule. `places` maps a front-matter key path ("prefer.0.claim") to where
    it stands, for messages.
    """

    id: str
    file: str
    title: str | None = None
    narrative: str = ""
    anchors: tuple[str, ...] = ()
    date: str | None = None
    prefer: tuple[Prefer, ...] = ()
    relations: tuple[RelationDecision, ...] = ()
    between: tuple[BetweenDecision, ...] = ()
    milestones: tuple[tuple[str, str], ...] = ()
    join: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    hide: bool = False
    confirm: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[tuple[str, Place], ...] = ()


# ---------------------------------------------------------------- events and the timeline


@dataclass(frozen=True, slots=True)
class Known:
    """What the committed timeline remembers of an event: ids only.

    `claims`: (claim id, article id) pairs. `tombstone`: it had already lost its last source.
    """

    id: str
    kind: str
    organisation: str
    claims: tuple[tuple[str, str], ...]
    tombstone: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One side of a dispute: what is said (as the words say it) and the claims that say it.

    `retired`: the newsroom has since corrected it; shown, but it bears on nothing any more.
    """

    text: str
    claims: tuple[str, ...]
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that differ.

    `field`: jobs date status money units organisation …, or order | containment for a dispute
    `between` this event and event `other`. compatible: all can be true. `preferred`: claim id.
    """

    field: str
    relation: Literal["compatible", "conflict", "between"]
    values: tuple[Value, ...]
    other: str | None = None
    question: str = ""
    preferred: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """`part_of` or `revises`, from the event that holds it to event `to`.

    `basis`: words (then `claim` and `at` say which) or decision (then `reason` is the editor's).
    """

    is_: Literal["part_of", "revises"]
    to: str
    basis: Literal["words", "decision"]
    claim: str | None = None
    at: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EventJobs:
    """An event's number: `display` as a source words it, `low`/`high` over all exact claims.

    `open_`: a source says "over" or "about", so the bounds are not the end of it.
    `vague`: no source gives a figure; low and high are then None.
    """

    display: str
    low: int | None
    high: int | None
    open_: bool
    vague: bool
    from_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventMoney:
    """A price: `display` as a source words it; `amount` in whole units of `currency`."""

    display: str
    amount: int
    currency: str
    from_: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One independent origin. `name`: what it is ("memo by Neil Lindsay"), "" if not traced."""

    name: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, as the claims of all articles together tell it.

    `date`: EDTF of when it happened, if a source says (or a decision); `date_from`: the claims
    that say so. `first_reported`: EDTF of the earliest article. `display_date`: the words.
    `attached`: statements and figures about it. `joined`: (claim id, why it is here).
    `tombstone`: known once, its last source withdrawn. `maybe_same`: event ids.
    """

    id: str
    kind: str
    organisation: str
    organisation_name: str
    units: tuple[Named, ...]
    status: str
    scope: Literal["part", "aggregate"]
    date: str | None
    date_from: tuple[str, ...]
    first_reported: str | None
    claims: tuple[Claim, ...]
    attached: tuple[Claim, ...] = ()
    jobs: EventJobs | None = None
    money: EventMoney | None = None
    percent: tuple[Percent, ...] = ()
    roots: tuple[Root, ...] = ()
    outlets: int = 0
    independent: int = 0
    disputes: tuple[Dispute, ...] = ()
    relations: tuple[Relation, ...] = ()
    maybe_same: tuple[str, ...] = ()
    milestones: tuple[tuple[str, str], ...] = ()
    joined: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    narrative: str = ""
    corrections: tuple[Correction, ...] = ()
    tombstone: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a total's arithmetic.

    `counts`: both (in the low and the high end), high (only in the high end: containment or
    identity unproven), no. `reason`: whole inside replaced planned unconfirmed overlap
    maybe-same no-figure cancelled denied; `of`: the event id that the reason speaks of.
    """

    event: str
    low: int | None
    high: int | None
    counts: Literal["both", "high", "no"]
    reason: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """Jobs, as an honest interval. `open_`: some source says "over" or "about"."""

    low: int
    high: int
    open_: bool
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole, in stable order. `figures`: claims about an organisation and no event.

    `review`: claims shown on no page until an editor confirms them.
    `redirects`: (old id, new id) of joined or renamed events. `hidden`: events that an editor
    keeps off every page and out of every total; remembered, so that their ids stay theirs.
    """

    events: tuple[Event, ...] = ()
    figures: tuple[Claim, ...] = ()
    review: tuple[Claim, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    total: Total = Total(0, 0, False, ())
    hidden: tuple[Event, ...] = ()
