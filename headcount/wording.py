"""How the site words dates, numbers, states and titles: plain English, never more exact than known.

Dates are EDTF as `language.edtf` reads it; numbers come as the sources wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from headcount.bands import VAGUE
from headcount.model import KINDS, STATUSES, Event, EventJobs, Jobs, Named, Term

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FULL = dict(
    zip(
        MONTHS,
        (
            *("January", "February", "March", "April", "May", "June", "July", "August"),
            *("September", "October", "November", "December"),
        ),
        strict=True,
    )
)
SHORT = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}
POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")
OF = re.compile(r"(?:hundreds|thousands|dozens|scores|number|handful|millions)$", re.I)
ARTICLE = re.compile(r"(?:small|undisclosed) number|handful", re.I)
BARE = re.compile(r"(?:an?|the|one|its|his|her|their|people|persons|sources|memos)\b")
LABELS = {entry.id: entry.label for entry in STATUSES}
KIND_LABELS = {entry.id: entry.label for entry in KINDS}

VERBS = {
    "layoff": ("cuts", "cut", "cutting"),
    "acquisition": ("buys", "buy", "buying"),
    "launch": ("launches", "launch", "launching"),
    "closure": ("closes", "close", "closing"),
}
"""Kind of event → what the employer does: third person, infinitive, participle."""

FIELDS = {
    "jobs": "How many jobs?",
    "percent": "What share of the staff?",
    "money": "For how much?",
    "date": "When was it?",
    "status": "How far has it come?",
    "units": "Where was it?",
    "organisation": "Which company was it?",
    "motive": "Why was it done?",
    "terms": "On what terms?",
    "order": "What came first?",
    "containment": "Is one inside the other?",
}
RELATIONS = {
    "compatible": "different words, no conflict",
    "conflict": "sources conflict",
    "between": "sources differ about two events",
}
TERMS = {
    "whole": "counted in full",
    "inside": "part of {of}, so not added again",
    "replaced": "replaced by {of}, not added",
    "planned": "planned, not added",
    "unconfirmed": "not confirmed, so it raises the high end only",
    "overlap": "may be part of {of}, so it raises the high end only",
    "maybe-same": "may be the same as {of}, so it raises the high end only",
    "no-figure": "no source gives a figure, so nothing is added",
    "cancelled": "called off, not added",
    "denied": "denied, not added",
}


def when(edtf: str) -> str:
    """A date as exactly as it is known: "7 Feb 2024", "about Jul 2023", "2022–2023".

    A string that is no EDTF of the kind above comes back as it is.
    """
    if "/" not in edtf:
        return _point(edtf)
    start, end = edtf.split("/", 1)
    if end in ("", ".."):
        return f"since {_point(start)}"
    if start in ("", ".."):
        return f"until {_point(end)}"
    if re.fullmatch(r"\d{4}", start) and re.fullmatch(r"\d{4}", end):
        return f"{start}\u2060–\u2060{end}"
    return _months(start, end) or f"between {_point(start)} and {_point(end)}"


def _months(start: str, end: str) -> str:
    """A period between two months of equal doubt: "May–Aug 2031", "about Nov 2031 to Jan 2032"."""
    ends = [re.fullmatch(r"(\d{4})-(0\d|1[0-2])(~?)", point) for point in (start, end)]
    if ends[0] is None or ends[1] is None or ends[0][3] != ends[1][3]:
        return ""
    (first, month, doubt), (last, until, _) = ends[0].groups(), ends[1].groups()
    about = "about " if doubt else ""
    since, to = MONTHS[int(month) - 1], f"{MONTHS[int(until) - 1]} {last}"
    if first == last:
        return f"{about}{since}\u2060–\u2060{to}"
    return f"{about}{since} {first} to {to}"


def _point(text: str) -> str:
    found = POINT.fullmatch(text)
    if found is None:
        return text
    year, month, day, doubt = found.groups()
    number = int(month or 0)
    if number in QUARTERS:
        said = f"{QUARTERS[number]} quarter of {year}"
    elif number in SEASONS:
        said = f"{SEASONS[number]} {year}"
    elif 1 <= number <= 12:
        said = f"{MONTHS[number - 1]} {year}"
        said = f"{int(day)} {said}" if day else said
    else:
        said = year
    said = f"about {said}" if doubt in ("~", "%") else said
    return f"{said}, not certain" if doubt in ("?", "%") else said


def published(edtf: str | None) -> str:
    """When an article came out, as far as it says: "7 February 2024", "about February 2024"."""
    if edtf is None:
        return "no date given"
    found = POINT.fullmatch(edtf)
    said = SHORT.sub(lambda m: FULL[m[0]], when(edtf))
    if found is None or found[3] or found[4]:
        return said
    return f"{said}, {'day' if found[2] else 'month'} not given"


def news_date(event: Event) -> str | None:
    """The date by which an event stands on the timeline, EDTF.

    Its own; else, if it was told as happening or to come, that of the first report: it is news
    of that day. What was told as past without a date has none.
    """
    if event.date is not None:
        return event.date
    return event.first_reported if event.status != "completed" else None


def year(edtf: str | None) -> str:
    """The year under which a date stands on the timeline; "" for none."""
    found = re.search(r"\d{4}", edtf or "")
    return found[0] if found else ""


def display(jobs: EventJobs) -> str:
    """A number of jobs as its source words it, without the noun."""
    return glued(jobs.display)


def phrase(text: str) -> str:
    """A slice of an article as a phrase: no marks at its ends, no quotation mark alone."""
    plain = " ".join(text.split()).strip(" ,;:—–-")
    for opening, closing in ("“”", "()"):
        if plain.count(opening) != plain.count(closing):
            plain = plain.replace(opening, "").replace(closing, "")
    return plain


def glued(text: str) -> str:
    """A number that does not break at the end of a line: no-break spaces, joined dashes."""
    joined = re.sub(r"(?<=\d)\s?([–-])\s?(?=\d)", "\u2060–\u2060", text)
    return re.sub(r"(?<=\d)\s(?=(?:bn|m|million|billion|per cent)\b)", "\u00a0", joined)


def plain(text: str) -> str:
    """A number's words for comparison: joiners, quotation marks and case folded."""
    bare = re.sub("[\u2060“”‘’\"']", "", text.replace("\u00a0", " "))
    return re.sub(r"\s+", " ", bare).strip().casefold()


def counted(number: str, noun: str = "jobs") -> str:
    """A number with its noun: "over 27,000" + jobs, "hundreds" + of jobs."""
    article = "a " if ARTICLE.fullmatch(number) else ""
    return f"{article}{number} of {noun}" if OF.search(number) else f"{number} {noun}"


def is_word(jobs: Jobs) -> bool:
    """Whether a source gives a word instead of a figure."""
    return jobs.qualifier in VAGUE


def names(units: Sequence[Named]) -> str:
    """Units as a list in a sentence: "Mills, Depots and Shops"."""
    return listed([unit.name for unit in units])


def listed(items: Sequence[str]) -> str:
    """One string for a sentence: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def title(event: Event) -> str:
    """An event's headline: the editor's, or who does what in the active voice."""
    if event.title is not None:
        return event.title
    firm, verb = event.organisation_name, _verb(event, _standing(event))
    units = [unit for unit in event.units if unit.is_ != event.organisation]
    if event.kind != "layoff":
        return f"{firm} {verb} {names(units) or 'a business'}"
    number = display(event.jobs) if event.jobs is not None else ""
    jobs = counted(number[0].lower() + number[1:]) if number else "jobs"
    return f"{firm} {verb} {jobs}{f' at {names(units)}' if units else ''}"


def _standing(event: Event) -> str:
    """How far the event has got, by a source of the number that stands beside it."""
    given = event.jobs.from_ if event.jobs is not None else ()
    states = {claim.id: claim.status.is_ for claim in event.claims}
    told = [states[key] for key in given if key in states]
    return event.status if event.status in told or not told else told[0]


def _verb(event: Event, status: str) -> str:
    present, bare, doing = VERBS[event.kind]
    if status == "announced" and event.kind == "acquisition":
        return "agrees to buy"
    return {
        "reported": f"is reported to {bare}",
        "planned": f"plans to {bare}",
        "cancelled": f"calls off {doing}",
        "denied": f"denies {doing}",
    }.get(status, present)


def outlets(event: Event) -> str:
    """As "4 outlets, 2 independent sources"; where no origin is known, nothing on independence.

    An outlet whose origin is unclear may be independent too: then the number is the least.
    """
    papers = amount(event.outlets, "outlet")
    if not event.independent:
        return f"{papers}, origin unclear"
    least = "" if all(root.name for root in event.roots) else "at least "
    return f"{papers}, {least}{amount(event.independent, 'independent source')}"


def some(noun: str) -> str:
    """A document or a person without a name, as a sentence names it: "a memo"; names stay."""
    if not noun[:1].islower() or BARE.match(noun):
        return noun
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def amount(number: int, noun: str) -> str:
    """A count with its noun: "1 outlet", "3 outlets", "2 entries"."""
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {plural}"


def interval(low: int, high: int) -> str:
    """The ends of a total: "41,115–41,400", or one number where both ends are the same."""
    return f"{low:,}" if low == high else f"{low:,}\u2060–\u2060{high:,}"


def term(one: Term, of: str) -> str:
    """Why a line of the arithmetic counts or does not; `of` is the other event's title."""
    if one.reason == "unconfirmed" and one.counts == "both":
        return "not confirmed: its parts count, the rest raises the high end only"
    return TERMS[one.reason].format(of=f"“{of}”" if of else "another event")


def unclear(reason: str) -> str:
    """Why a date is less exact than its words, as a reader is told it."""
    return re.sub(r"^(\w+) unresolved$", r"not clear which \1 is meant", reason)


def sentence(text: str) -> str:
    """A text with a capital at its start and a full stop at its end."""
    text = text.strip()
    if not text:
        return ""
    closed = text if text[-1] in ".!?…" else f"{text}."
    return closed[0].upper() + closed[1:]


NAMES = {
    "jobs": "number",
    "percent": "share",
    "money": "price",
    "date": "date",
    "status": "status",
    "units": "units",
    "organisation": "company",
    "containment": "what is inside what",
}
"""Fields of an event as a summary names them; others by their own name."""

TOPICS = {
    "motive": "On why",
    "support": "On help for those affected",
    "outlook": "On what comes next",
    "strategy": "On strategy",
    "rank": "On its size among others",
    "origin": "On where it comes from",
    "privacy": "On privacy",
    "other": "Also said",
    "workforce": "Staff",
    "market": "Market",
    "saving": "Savings",
    "satisfaction": "Satisfaction",
}
"""What a statement is about, or a figure measures, as it stands before it."""
