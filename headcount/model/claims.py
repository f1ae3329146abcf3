"""One thing that one article states, with a span or a basis for every field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headcount.model.places import Span
from headcount.model.written import Article

Tier = Literal["published", "review"]


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
    `tense` is that of the clause ("in July": past); told: the words date the announcement and
    not what was announced ("it said in July").
    """

    edtf: str | None
    at: Span
    basis: Literal["explicit", "anchored", "unresolved"]
    anchor: str | None = None
    anchor_at: Span | None = None
    tense: Literal["past", "future", "told"] | None = None
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
