"""The line: articles in, site out. Only this module knows the order of the stages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from headcount import (
    articles,
    assets,
    charts,
    checks,
    config,
    decisions,
    extract,
    feeds,
    handedits,
    host,
    merge,
    organisations,
    pages,
    render,
    texts,
    timeline,
)
from headcount.difference import difference
from headcount.drawing import Drawn
from headcount.memo import NOTHING, Memo
from headcount.model import (
    Article,
    Decision,
    Known,
    PageText,
    Place,
    Problem,
    Reading,
    Registry,
    Site,
    Timeline,
)
from headcount.pages import changing
from headcount.pages.charting import LIBRARY
from headcount.pages.index import Changes, index
from headcount.surroundings import HOME, Surroundings

Files = Mapping[str, bytes]

SITE = "data/site.yaml"
NAMES = "data/organisations.yaml"
ARTICLES = "content/articles/"
EVENTS = "content/events/"
PAGES = "content/pages/"
TEMPLATES = "templates/"
ASSETS = assets.FOLDER
LEDGER = "build.json"
REMEMBERED = ("data/timeline/", "data/redirects.yaml")
READ = (SITE, NAMES, ARTICLES, EVENTS, PAGES, TEMPLATES, ASSETS, *REMEMBERED)
"""Where a build looks; a file elsewhere is read by nobody."""
RESTING = frozenset({"unknown", "words", "missing"})
"""Codes of what is wrong with a decision and may come from the article or name that it means."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: `outputs` below `output/`, `machine` by path from the project's root.

    With any error both are empty; the timeline is then only what could be made out.
    """

    outputs: Files
    machine: Files
    problems: tuple[Problem, ...]
    timeline: Timeline = field(default_factory=Timeline)
    articles: tuple[Article, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return _errors(self.problems)


@dataclass(frozen=True, slots=True)
class Written:
    """All that people wrote, read."""

    site: Site
    registry: Registry
    articles: tuple[Article, ...]
    decisions: tuple[Decision, ...]
    pages: tuple[PageText, ...]
    templates: Mapping[str, str]
    problems: tuple[Problem, ...]


def build(files: Files, memo: Memo = NOTHING, around: Surroundings = HOME) -> Build:
    """The site that these inputs make, by path from the project's root; or why there is none.

    The same files and surroundings give the same bytes, whatever `memo` remembers. `machine`, laid
    beside the inputs, gives the same build again, and knows nothing of the surroundings.
    """
    known, redirects, remembered = timeline.known(_below(files, *REMEMBERED))
    read = written(files, known)
    if around.url:
        read = replace(read, site=replace(read.site, url=around.url))
    readings = read_claims(read, memo)
    line, merged = merge.timeline(readings, read.registry, read.decisions, known, redirects)
    if remembered and not _errors(read.problems):
        remembered = tuple(handedits.named(remembered, files, timeline.write(line)))
    found = checks.problems(line, read.articles, read.decisions, read.pages)
    unread = any(problem.place.file == SITE for problem in _errors(read.problems))
    if not unread and any(not event.tombstone for event in line.events):
        remembered += tuple(config.problems(read.site, SITE))
    problems = (*read.problems, *remembered, *_doubted((*merged, *found), read.problems))
    if _errors(problems):
        problems += tuple(render.problems(read.templates))
        return Build({}, {}, problems, line, read.articles)

    served = assets.published(_below(files, ASSETS))
    if served.problems:
        return Build({}, {}, (*problems, *served.problems), line, read.articles)
    rows = charts.records(line, read.articles, read.registry)
    drawn = tuple(memo.call("chart", charts.draw, one) for one in rows)
    added = library(drawn, memo)
    names = {**served.names, **dict(zip([LIBRARY], added, strict=False))}
    machine = timeline.write(line)
    changes = changed(around, machine)
    held = index(line, read.articles, read.registry, read.site, read.pages, names, drawn, changes)
    records = pages.arrange(held)
    made, broken = rendered(records, feeds.cards.cards(held), read.templates, memo)
    if broken:
        return Build({}, {}, (*problems, *broken), line, read.articles)
    outputs = {**served.outputs, **added, **made}
    listed = [record.path for record in records if record.path != changing.PATH]
    outputs |= feeds.write(held, listed)
    outputs |= host.files((*outputs, LEDGER), line.redirects, around)
    outputs[LEDGER] = ledger(outputs, line, read.articles)
    return Build(outputs, machine, problems, line, read.articles)


def changed(around: Surroundings, machine: Files) -> Changes | None:
    """What a preview does to the timeline that it is compared with; nothing of it in production."""
    if not around.preview or not around.since:
        return None
    return Changes(around.since, difference(around.committed, machine))


def read_claims(read: Written, memo: Memo) -> tuple[Reading, ...]:
    """What extraction finds in each article, by itself."""
    return tuple(
        memo.call("reading", extract.reading, article, read.registry) for article in read.articles
    )


def confirmed(files: Files, memo: Memo = NOTHING) -> Timeline:
    """The timeline that there would be if no claim waited for an editor."""
    known, redirects, _ = timeline.known(_below(files, *REMEMBERED))
    read = written(files, known)
    sure = (
        replace(one, claims=tuple(replace(claim, tier="published") for claim in one.claims))
        for one in read_claims(read, memo)
    )
    return merge.timeline(sure, read.registry, read.decisions, known, redirects)[0]


def rendered(
    records: Iterable[pages.Record],
    cards: Iterable[feeds.cards.Card],
    templates: Mapping[str, str],
    memo: Memo,
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """All pages and cards by path, and what is wrong with the templates, each told once."""
    made: dict[str, bytes] = {}
    broken: dict[Problem, None] = {}
    for record in records:
        try:
            made[record.path] = memo.call("page", render.page, record, templates)
        except render.Broken as error:
            broken[error.problem] = None
    for card in cards:
        try:
            source = templates.get(render.CARD, "")
            made[card.path] = memo.call("card", render.card, card, source)
        except render.Broken as error:
            broken[error.problem] = None
    return made, tuple(broken)


def library(drawn: Sequence[Drawn], memo: Memo) -> dict[str, bytes]:
    """The script that draws charts for exploring, under its published path, if there is a chart."""
    if not any(one.wide for one in drawn):
        return {}
    data = memo.call("library", charts.library)
    return {assets.hashed(ASSETS + LIBRARY, data): data}


def written(files: Files, known: Sequence[Known]) -> Written:
    """Everything that people wrote, and all that is wrong with it.

    An article that `known` events had and that is gone was withdrawn or renamed; any other is a
    slip.
    """
    site, problems = config.read(files[SITE], SITE) if SITE in files else (Site(), ())
    registry, wrong = (
        organisations.read(files[NAMES], NAMES) if NAMES in files else (Registry(), ())
    )
    problems += wrong
    found, wrong = articles.read(_below(files, ARTICLES))
    problems += wrong
    once = {article for item in known for _, article in item.claims}
    once |= {article for item in known for article in item.withdrawn}
    decided, wrong = decisions.read(_below(files, EVENTS), found, registry, once)
    resting = tuple(problem for problem in wrong if problem.code in RESTING)
    problems += tuple(problem for problem in wrong if problem.code not in RESTING)
    problems += _doubted(resting, problems)
    prose, wrong = texts.read(_below(files, PAGES))
    problems += wrong
    templates: dict[str, str] = {}
    for path, data in _below(files, TEMPLATES).items():
        try:
            templates[path.removeprefix(TEMPLATES)] = data.decode("utf-8")
        except UnicodeDecodeError as error:
            problems += (_not_utf8(path, data, error),)
    frozen = MappingProxyType(templates)
    return Written(site, registry, found, decided, prose, frozen, (*problems, *_unread(files)))


def ledger(outputs: Files, line: Timeline, found: Sequence[Article]) -> bytes:
    """`build.json`: the build's id by its content, what it counts, and every file's hash."""
    hashes = {path: hashlib.sha256(outputs[path]).hexdigest()[:16] for path in sorted(outputs)}
    counts = {
        "articles": len(found),
        "disputes": sum(len(event.disputes) for event in line.events),
        "events": sum(not event.tombstone for event in line.events),
        "files": len(outputs),
        "review": len(line.review),
    }
    text = json.dumps(hashes, sort_keys=True)
    id_ = hashlib.sha256(text.encode()).hexdigest()[:16]
    return (json.dumps({"build": id_, "counts": counts, "files": hashes}, indent=1) + "\n").encode()


def _below(files: Files, *places: str) -> dict[str, bytes]:
    return {path: files[path] for path in sorted(files) if path.startswith(places)}


def _errors(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == "error")


def _doubted(problems: Sequence[Problem], read: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems of what rests on articles and names, some of which can't be read.

    A decision that means an article is right when only the article is broken; who is told
    otherwise mends the wrong file.
    """
    wrong = {error.place.file for error in _errors(read)}
    broken = sorted(file for file in wrong if file.startswith((ARTICLES, NAMES)))
    found = []
    for problem in problems:
        first = next((file for file in broken if file != problem.place.file), None)
        advice = f"mend {first} first, for this may come from there; {problem.remedy}"
        found.append(replace(problem, remedy=advice) if first else problem)
    return tuple(found)


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Problem(Place(path, line, column), "encoding", "is not UTF-8", "save it as UTF-8")


def _unread(files: Files) -> Iterator[Problem]:
    """Files that lie where nobody looks: a folder's name is misspelt, as a rule."""
    for path in sorted(files):
        if not path.startswith(READ):
            remedy = f"move it to one of {', '.join(READ[:5])}"
            yield Problem(Place(path), "file", "is read by nobody", remedy, "warning")
