"""The three sites on which the same line is shown, as files in memory.

`project`: this repository's own demo. `originals`: the five articles that the demo's notes were
made from, and `invented`: articles about companies that don't exist; both lie in `../shared`,
and a test that needs them is skipped, saying so, where it is absent.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from headcount import disk, pipeline
from headcount.model import Claim, Event, Timeline

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
Files = dict[str, bytes]

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")


@cache
def _project() -> tuple[tuple[str, bytes], ...]:
    return tuple(disk.read_tree(ROOT).items())


def project() -> Files:
    """The repository's own demo site."""
    return dict(_project())


def frame() -> Files:
    """The demo without its articles, decisions and remembered timeline."""
    gone = ("content/articles/", "content/events/", "data/timeline/", "data/redirects.yaml")
    return {path: data for path, data in project().items() if not path.startswith(gone)}


def originals() -> Files:
    """The five original articles as dropped-in `.txt` files, without any decision."""
    files = frame()
    for entry in yaml.safe_load((SHARED / "seeds/sources.yaml").read_text("utf-8")):
        keys = ("publisher", "title", "author", "url", "published", "basis", "language_note")
        sidecar = {key: entry[key] for key in keys if entry.get(key)}
        stem = f"content/articles/{entry['id']}"
        files[f"{stem}.txt"] = (SHARED / "seeds" / entry["file"]).read_bytes()
        files[f"{stem}.yaml"] = yaml.safe_dump(sidecar, allow_unicode=True).encode()
    return files


def invented() -> Files:
    """Ten articles about invented companies, which only `organisations.yaml` names."""
    gold = json.loads((SHARED / "corpus/modern.json").read_text("utf-8"))["articles"]
    articles = [article for article in gold if article["id"].startswith("fi-")]
    names = {
        claim["organisation"]: claim.get("organisation_alt", [])
        for article in articles
        for claim in article["claims"]
        if claim["organisation"]
    }
    registry = {
        "organisations": {
            pipeline_slug(name): {"name": name, "watch": True, "aliases": list(aliases)}
            for name, aliases in sorted(names.items())
        }
    }
    files = frame()
    files["data/organisations.yaml"] = yaml.safe_dump(registry, allow_unicode=True).encode()
    files["data/site.yaml"] = b"title: Invented companies\n"
    for article in articles:
        path = SHARED / "corpus/modern" / f"{article['id']}.md"
        files[f"content/articles/{article['id']}.md"] = path.read_bytes()
    return files


def pipeline_slug(name: str) -> str:
    from headcount.source import slug

    return slug(name)


SITES = {"project": project, "originals": originals, "invented": invented}


def timeline_of(files: Files) -> Timeline:
    """The timeline that the line makes of these files; fails with the problems, if any."""
    build = pipeline.build(files)
    errors = [problem for problem in build.problems if problem.severity == "error"]
    assert not errors, errors
    return build.timeline


def claims_of(timeline: Timeline) -> list[Claim]:
    """Every claim, wherever it stands."""
    inside = [claim for event in timeline.events for claim in (*event.claims, *event.attached)]
    return [*inside, *timeline.figures, *timeline.review]


def event_with(timeline: Timeline, **wanted: object) -> Event:
    """The one living event whose claims show all of these: kind, low, high, units, month."""
    found = [event for event in timeline.events if _fits(event, wanted)]
    assert len(found) == 1, (wanted, [event.id for event in found])
    return found[0]


def _fits(event: Event, wanted: dict[str, object]) -> bool:
    tests = {
        "kind": lambda value: event.kind == value,
        "scope": lambda value: event.scope == value,
        "units": lambda value: {unit.is_ for unit in event.units} == set(value),
        "unit": lambda value: value in {unit.is_ for unit in event.units},
        "number": lambda value: (
            event.jobs is not None and value in (event.jobs.low, event.jobs.high)
        ),
        "date": lambda value: event.date is not None and event.date.startswith(value),
    }
    return not event.tombstone and all(tests[key](value) for key, value in wanted.items())
