"""`data/timeline/`: the timeline as a lock file, written whole and read for its ids only.

Each record carries the digest of its own lines. The reader takes back the lines that the writer
makes, and no others, so that no YAML loader ever sees these files.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from headcount import emit
from headcount.model import Event, Known, Place, Problem, Timeline
from headcount.records import claim_record, event_record

FOLDER = "data/timeline/"
REDIRECTS = "data/redirects.yaml"
HEADER = (
    "# Written by the build; committed like a lock file. What you want to change goes into\n"
    "# content/events/<id>.md: a record altered here stops the build.\n"
)
BLOCKS = ("claims", "attached")
"""Fields with a block of lines for each of their members."""

NO_EVENTS = ("/figures.yaml", "/review.yaml", "/total.yaml")
"""Ends of the names of files whose records are no events."""

HIDDEN = "/hidden.yaml"
"""The end of the name of the file of events that an editor keeps off the site."""

ROWS = ("disputes", "mismatches", "relations")
"""Fields with a line for each of their members."""

CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) |^={7}$", re.MULTILINE)
"""What version control leaves in a file that two branches changed."""


# ---------------------------------------------------------------- writing


def write(timeline: Timeline) -> dict[str, bytes]:
    """Path → bytes of all files of the timeline, from the project's root; empty ones are left out.

    `<year>.yaml` and `undated.yaml` hold the events, `hidden.yaml` the hidden ones, `figures.yaml`
    what is said of organisations alone, `review.yaml` what waits for an editor, `total.yaml` the
    jobs of them all.
    """
    files: dict[str, list[str]] = {}
    for event in timeline.events:
        files.setdefault(f"{FOLDER}{shelf(event)}.yaml", []).append(signed(event_record(event)))
    for event in timeline.hidden:
        files.setdefault(f"{FOLDER}hidden.yaml", []).append(signed(event_record(event)))
    for name, claims in (("figures", timeline.figures), ("review", timeline.review)):
        for claim in claims:
            files.setdefault(f"{FOLDER}{name}.yaml", []).append(signed(claim_record(claim)))
    if timeline.total.terms:
        whole = {"id": "total", "low": timeline.total.low, "high": timeline.total.high}
        files[f"{FOLDER}total.yaml"] = [signed(whole)]
    written = {path: (HEADER + "".join(files[path])).encode() for path in sorted(files)}
    if timeline.redirects:
        pairs = "".join(f"{emit.text(a)}: {emit.text(b)}\n" for a, b in timeline.redirects)
        written[REDIRECTS] = (HEADER + pairs).encode()
    return written


def shelf(event: Event) -> str:
    """The year under which an event is filed: of its date, else of its first report.

    A tombstone has neither and stays where its id says.
    """
    when = event.id if event.tombstone else event.date or event.first_reported or ""
    match = re.match(r"(?:\.\.)?/?([0-9]{4})", when)
    return match.group(1) if match else "undated"


def signed(record: Mapping[str, object]) -> str:
    """A record's lines with the digest of the others as the second."""
    first, *rest = emit.lines(record, BLOCKS, ROWS)
    return "\n".join((first, f"  digest: {digest((first, *rest))}", *rest, ""))


def digest(lines: Iterable[str]) -> str:
    """Twelve hex digits of a record's lines, without their ends; always with a letter in front."""
    return "d" + hashlib.sha256("\n".join(lines).encode()).hexdigest()[:11]


# ---------------------------------------------------------------- reading


@dataclass(slots=True)
class Record:
    """The lines of one record, and where it begins. `torn`: two branches met in some of them."""

    file: str
    line: int
    lines: list[str] = field(default_factory=list)
    torn: bool = False

    @property
    def id(self) -> str:
        """The id in its first line."""
        return plain(self.lines[0].removeprefix("- id: "))

    def value(self, key: str) -> str:
        """The first value of a field, "" if it has none."""
        lead = f"  {key}: "
        return next((plain(x.removeprefix(lead)) for x in self.lines if x.startswith(lead)), "")

    def rows(self, key: str) -> Iterator[str]:
        """The lines of the members of a field that has one for each, as they are written."""
        inside = False
        for line in self.lines:
            if line.startswith("  - ") and inside:
                yield line.removeprefix("  - ")
            else:
                inside = line == f"  {key}:"

    def altered(self) -> bool:
        """Whether its lines are not those that the build wrote."""
        rest = [line for line in self.lines if not line.startswith("  digest: ")]
        return self.value("digest") != digest(rest)

    def claims(self) -> Iterator[tuple[str, str]]:
        """The (claim id, article id) pairs of its own claims, without what is attached."""
        inside, claim = False, ""
        for line in self.lines:
            if not line.startswith("    ") and not line.startswith("  - "):
                inside = line == "  claims:"
            elif inside and line.startswith("  - id: "):
                claim = plain(line.removeprefix("  - id: "))
            elif inside and line.startswith("    article: ") and claim:
                yield claim, plain(line.removeprefix("    article: "))


def known(
    files: Mapping[str, bytes],
) -> tuple[tuple[Known, ...], tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """The events that the committed timeline remembers, its redirects, and altered records.

    A file in which two branches met is read for the ids of both sides: the build writes it anew,
    unless a record that lies outside of where they met was altered.
    """
    found: dict[str, Known] = {}
    problems: list[Problem] = []
    for path in sorted(files):
        if not path.startswith(FOLDER) or not path.endswith(".yaml"):
            continue
        content = lines_of(files[path])
        merging = any(CONFLICT.match(line) for line in content)
        for record in records(path, content, problems, merging):
            if not record.torn and record.altered():
                problems.append(altered(record))
            if not path.endswith(NO_EVENTS) and record.value("kind"):
                remember(record, found)
    redirects = lines_of(files.get(REDIRECTS, b""))
    return tuple(found[key] for key in sorted(found)), pairs(redirects), tuple(problems)


def recorded(files: Mapping[str, bytes]) -> dict[str, Record]:
    """Every record of these files by its id; of one that two branches wrote, the last."""
    return {
        record.id: record
        for path in sorted(files)
        if path.startswith(FOLDER) and path.endswith(".yaml")
        for record in records(path, lines_of(files[path]), [], merging=True)
    }


def lines_of(data: bytes) -> list[str]:
    """The lines of a file, whatever ends them; bytes that are no text show as an altered line."""
    return (
        data.decode("utf-8", errors="replace").replace("\r\n", "\n").removesuffix("\n").split("\n")
    )


def records(
    path: str, content: Iterable[str], problems: list[Problem], merging: bool
) -> list[Record]:
    """The records of a file; what stands before the first and is no comment is a problem."""
    found: list[Record] = []
    inside = False
    for number, line in enumerate(content, start=1):
        if line.startswith("- id: "):
            found.append(Record(path, number, [line], torn=inside))
        elif merging and CONFLICT.match(line):
            inside = not line.startswith(">")
        elif found:
            found[-1].lines.append(line)
            found[-1].torn |= inside
        elif line and not line.startswith("#") and not merging:
            remedy = "delete this file and build again: it holds nothing that people write"
            problems.append(Problem(Place(path, number), "digest", "no record stands here", remedy))
            break
    return found


def remember(record: Record, found: dict[str, Known]) -> None:
    """Add what a record tells; one that stands in two files, or on two branches, has all claims."""
    claims = dict(found[record.id].claims) if record.id in found else {}
    claims |= dict(record.claims())
    found[record.id] = Known(
        id=record.id,
        kind=record.value("kind"),
        organisation=record.value("organisation"),
        claims=tuple(sorted(claims.items())),
        tombstone=record.value("tombstone") == "true" and not claims,
        withdrawn=tuple(re.findall(r"[a-z0-9-]+", record.value("withdrawn"))),
    )


def altered(record: Record) -> Problem:
    """The error that a record was changed by hand; `handedits.named` says in what."""
    if record.file.endswith(NO_EVENTS):
        remedy = "build again after taking your change back; write it as a claim of a decision file"
    else:
        remedy = (
            "run build.py adopt, which makes a decision of it; or take it back, and write what you "
            f"settle into content/events/{record.id}.md"
        )
    return Problem(
        Place(record.file, record.line),
        "digest",
        f'the record "{record.id}" was altered by hand; the build writes this file',
        remedy,
    )


def pairs(content: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The (old, new) pairs of the file of redirects; lines that are none are passed over."""
    found = {}
    for line in content:
        old, colon, new = line.partition(": ")
        if colon and not line.startswith("#") and not CONFLICT.match(line):
            found[plain(old)] = plain(new)
    return tuple(sorted(found.items()))


def plain(written: str) -> str:
    """A scalar as the writer meant it; one that it never wrote stands for itself."""
    if not written.startswith('"'):
        return written
    try:
        return str(json.loads(written))
    except ValueError:
        return written
