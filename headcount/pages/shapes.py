"""What pages are made of: frozen records of words, links and marks, ready to be set.

Every `href` is relative to the page that holds it. `…_html` fields hold sanitised HTML from
`prose` and nothing else; all other text is escaped by the templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from headcount.pages.keys import Keys


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go; `current`: the reader is there. `note`: words beside it."""

    text: str
    href: str
    note: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """What a thing has: a text, or other things; with neither it is left out."""

    name: str
    text: str = ""
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """Something as schema.org describes it to other programs; `type` is a type of its."""

    type: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page. `home`, `css`, `script`: relative addresses; `canonical`: "" if
    unknown. `og`: the page's Open Graph type. `feeds`: what to subscribe to, `note` its type.
    `things`: what the page tells programs of what it is about; `card`: the full address of its
    picture, 1200 by 630, or ""."""

    site: str
    language: str
    title: str
    description: str
    home: str
    css: str
    canonical: str
    menu: tuple[Link, ...]
    foot: tuple[Link, ...]
    contact: str
    script: str = ""
    og: str = "website"
    feeds: tuple[Link, ...] = ()
    things: tuple[Thing, ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True)
class Cite:
    """Words that lead to the citation that proves them.

    `word`: a vague word, not a figure. `chip`: the source's short name. `note`: the number that
    the citation has on paper, "" where it stands on another page.
    """

    text: str
    href: str
    chip: str
    word: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an excerpt; `marked`: this is what was read as the value."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Citation:
    """One claim's words and whose they are. `id` is the claim's; `url` leads to the words.

    `lead`: what the claim is about, where that isn't told beside it. `said`: who is quoted and
    where the article has it from. `quoted`: the publisher's own words
    and not our notes'; `notes`: href of the notes, "" for a full text. `note`: its number on paper.
    """

    id: str
    pieces: tuple[Piece, ...]
    quoted: bool
    publisher: str
    published: str
    said: str
    translated: bool
    notes: str
    url: str
    lead: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One reading in a dispute: who gives it, in which words, with the claims behind it."""

    label: str
    text: str
    word: bool
    cites: tuple[Cite, ...]
    preferred: bool
    retired: bool


@dataclass(frozen=True, slots=True)
class Disputed:
    """Readings side by side. `mark`: compatible conflict between; `verdict` says it in words."""

    id: str
    mark: str
    verdict: str
    question: str
    sides: tuple[Side, ...]
    reason: str
    event: Link | None


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a sentence; `cite`: they are a source's, and lead to its citation."""

    text: str
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class Mismatched:
    """A sentence on statements that do not go together; `event`: the other one it speaks of."""

    runs: tuple[Run, ...]
    event: Link | None


@dataclass(frozen=True, slots=True)
class Tie:
    """How an event hangs together with another: lead words, the other, and the reason."""

    lead: str
    link: Link
    reason: str
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A number of jobs as a bar in a box of 240 by 12. `solid`, `box`: the width of what is stated,
    filled, or dashed for a plan; `bracket`: the path of a total; of these three one is given.
    `strokes`: where the strokes stand that leave its end open."""

    solid: str
    box: str
    bracket: str
    plan: bool
    strokes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number of jobs on the scale above the bars; `anchor`: how its words stand to `x`."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale that all bars of a list have."""

    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an event's status, in a box of 52 by 12; `current`: as far as it has come."""

    x: str
    reached: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An event on a timeline. `event`: its id; `keys`: what it can be found by. `look`: cut opened
    closed; `hollow`: planned or without a figure.

    `size` is the number with its citation, `silence` what stands instead. `differ`: dispute
    marks. `citations` are the claims behind it. `dots`: its sources as root echo untraced.
    `parts` hang from it, of a `plan` or of a total; `rest` says what none of them accounts for.
    `overdue`: that the day of a plan has passed and nothing was heard.
    """

    id: str
    title: Link
    look: str
    hollow: bool
    total: bool
    when: str
    why: str
    size: tuple[Cite, ...]
    silence: str
    status: str
    sources: str
    differ: tuple[Link, ...]
    ties: tuple[Tie, ...]
    citations: tuple[Citation, ...]
    opener: str
    event: str
    keys: Keys
    bar: Bar | None = None
    track: tuple[Step, ...] = ()
    dots: tuple[str, ...] = ()
    parts: tuple[Row, ...] = ()
    plan: bool = False
    rest: str = ""
    overdue: str = ""


@dataclass(frozen=True, slots=True)
class Years:
    """One year's events, newest first, their parts with them; `label` is the year, the years that
    they reach over, or "No date". `scale` stands above the first year's bars."""

    id: str
    label: str
    rows: tuple[Row, ...]
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Summand:
    """One line of a total's arithmetic; `sign`: "+", "(+)" for the high end only, "" for none."""

    sign: str
    event: Link
    size: tuple[Cite, ...]
    silence: str
    low: str
    high: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Jobs as an interval. `open_`: what the sources' "over" and "about" mean for it, or "".

    `href` leads to the arithmetic. `folded`: what leads to the lines that are added and left out
    here, or "".
    """

    figure: str
    href: str
    noun: str
    open_: str
    counted: tuple[Summand, ...]
    apart: tuple[Summand, ...]
    low: str
    high: str
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph with the claims behind it: a statement, a figure, a milestone."""

    lead: str
    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a page's summary: what, and its value as text or as a dispute mark; `track` and
    `dots` are drawn before it."""

    name: str
    value: str
    mark: str = ""
    track: tuple[Step, ...] = ()
    dots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of an event's status in words; `note`: who has it there."""

    name: str
    past: bool
    current: bool
    note: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file for other programs: its bytes are its text in UTF-8, or `data` where it is no text."""

    path: str
    text: str
    data: bytes = b""
