"""How good extraction and merging are, on articles with gold: those of `../shared/corpus` and our
own invented ones of `tests/corpus`.

`make eval` prints it. The articles whose sha256(id) begins with 0–8 are there to tune on, and their
worst errors are listed; the others are only ever scored. What `../shared/corpus/score.py` says
about matching holds here.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headcount import articles, extract, merge, organisations
from headcount.model import Reading, Registry, Timeline

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
OWN = ROOT / "tests" / "corpus"
SETS = {
    "dev": CORPUS,
    "modern": CORPUS,
    "american": OWN,
    "british": OWN,
    "brief": OWN,
    "alerts": OWN,
    "newsroom": OWN,
    "notices": OWN,
}
"""Sets of articles → the folder of their gold, `NAME.json`, and of their texts, `NAME/`."""
ORGANISATIONS = "data/organisations.yaml"
TUNING = "012345678"
SLOTS = {
    "bounds": "number and bounds",
    "approx": "about or exact",
    "percent": "percent",
    "org": "employer",
    "date_eq": "date",
    "date_null": "no date guessed",
    "units": "units",
    "status_len": "status",
    "total": "total or part",
}
Gold = Mapping[str, Any]
Claims = Mapping[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Share:
    """`good` of `all`, with the 95 % interval of Wilson (1927)."""

    good: int
    all: int

    def __str__(self) -> str:
        if not self.all:
            return "–"
        low, high = wilson(self.good, self.all)
        return f"{self.good / self.all:.3f} [{low:.2f}–{high:.2f}] of {self.all}"


@dataclass(frozen=True, slots=True)
class Sample:
    """One of the two sets of articles: their gold, readings and milliseconds by id."""

    name: str
    gold: tuple[Gold, ...]
    readings: Mapping[str, Reading]
    claims: Claims
    times: Mapping[str, float]
    events: tuple[Gold, ...]


def wilson(good: int, all: int, z: float = 1.96) -> tuple[float, float]:
    """The interval in which the true share lies with 95 %; `all` is positive."""
    share = good / all
    middle = (share + z * z / (2 * all)) / (1 + z * z / all)
    half = z * ((share * (1 - share) + z * z / (4 * all)) / all) ** 0.5 / (1 + z * z / all)
    return max(0.0, middle - half), min(1.0, middle + half)


def tuning(id: str) -> bool:
    """Whether an article is there to tune on."""
    return hashlib.sha256(id.encode()).hexdigest()[0] in TUNING


def scorer() -> Any:
    """`score.py` of the corpus as a module."""
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sample(name: str, registry: Registry) -> Sample:
    """All articles of a set, each read for itself; milliseconds are for 3,000 characters."""
    folder = SETS[name]
    data = json.loads((folder / f"{name}.json").read_text("utf-8"))
    entries, events = (data["articles"], data["events"]) if isinstance(data, dict) else (data, [])
    readings, times = {}, {}
    for path in sorted((folder / name).iterdir()):
        found, _ = articles.read({path.name: path.read_bytes()})
        for article in found:
            start = time.perf_counter()
            readings[path.stem] = extract.reading(article, registry)
            times[path.stem] = (time.perf_counter() - start) * 3e6 / max(1, len(article.body))
    claims = {id: extract.export(one, registry) for id, one in readings.items()}
    return Sample(name, tuple(entries), readings, claims, times, tuple(events))


# ---------------------------------------------------------------- claims


def scored(one: Sample, half: str, tier: str, score: Any) -> dict[str, Any]:
    """What `score.py` counts for a half ("tuning", "measuring") and a tier ("published", "all")."""
    gold = [told(entry) for entry in one.gold if tuning(entry["id"]) is (half == "tuning")]
    claims = {
        id: [claim for claim in rows if tier == "all" or claim["tier"] == tier]
        for id, rows in one.claims.items()
    }
    out, _ = score.run(gold, claims)
    found = dict(out["all"])
    found["main"] = main_found(gold, claims, score)
    return found


def told(entry: Gold) -> Gold:
    """An article's gold where a date that the text doesn't give, but only the day on which it came
    out, is neither wanted nor wrong: we never pass that off as the event's."""
    claims = []
    for claim in entry["claims"]:
        day = claim.get("date")
        if day and not claim.get("date_text") and day == entry.get("published"):
            claim = {**claim, "date": None, "date_alt": [day, *claim.get("date_alt", [])]}
        claims.append(claim)
    return {**entry, "claims": claims}


def main_found(gold: Sequence[Gold], claims: Claims, score: Any) -> Share:
    """How many positive articles have their first required claim with a number found."""
    good = all_ = 0
    for entry in gold:
        wanted = [
            number
            for number, claim in enumerate(entry["claims"])
            if claim["kind"] == "layoff"
            and not claim.get("optional")
            and (claim.get("jobs") or claim.get("percent") is not None)
        ]
        if wanted:
            rows = [row for row in claims.get(entry["id"], []) if row["kind"] == "layoff"]
            _, taken = score.assign(rows, entry["claims"])
            all_ += 1
            good += wanted[0] in taken
    return Share(good, all_)


def lines(counts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(what, figure) of one table."""
    tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
    yield "precision", str(Share(tp, tp + fp))
    yield "recall", str(Share(tp, tp + fn))
    yield "F1", f"{counts['f1']:.3f}"
    yield "F1 with the right employer", f"{counts['f1_org']:.3f}"
    for key, words in SLOTS.items():
        if key in counts["slots"]:
            slot = counts["slots"][key]
            yield words, str(Share(round(slot["acc"] * slot["n"]), slot["n"]))
    yield "main number found", str(counts["main"])
    false = round((counts["false_per_negative"] or 0) * counts["negatives"])
    yield "false claims on negative articles", f"{false} on {counts['negatives']}"
    yield "said twice", str(counts["dup"])


# ---------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class Merged:
    """Which of our events each found claim is in, and which of the gold's it should be in."""

    line: Timeline
    pairs: tuple[tuple[str, str], ...]

    def homes(self) -> Mapping[str, set[str]]:
        """The gold's event → ours that hold claims of it."""
        found: dict[str, set[str]] = {}
        for ours, theirs in self.pairs:
            found.setdefault(theirs, set()).add(ours)
        return found


def merged(one: Sample, half: str, registry: Registry, score: Any) -> Merged:
    """All articles of a set joined, and the pairs of events for the claims of one half."""
    line, _ = merge.timeline(tuple(one.readings.values()), registry, (), ())
    cluster = {
        claim.id: event.id for event in line.events for claim in (*event.claims, *event.attached)
    }
    home = {
        (article, index): event["id"] for event in one.events for article, index in event["claims"]
    }
    pairs = []
    for entry in one.gold:
        reading = one.readings[entry["id"]]
        for number, index in paired(entry, one.claims[entry["id"]], score):
            where = cluster.get(reading.claims[number].id)
            if where and (entry["id"], index) in home and tuning(entry["id"]) is (half == "tuning"):
                pairs.append((where, home[entry["id"], index]))
    return Merged(line, tuple(pairs))


def cubed(one: Sample, found: Merged) -> tuple[float, float, int]:
    """B³ precision and recall of merging (Bagga and Baldwin 1998) over the claims that were found,
    and how many they are. Joining what the gold says may be joined is no mistake."""
    fair = {event["id"]: {event["id"], *event.get("may_join", ())} for event in one.events}
    if not found.pairs:
        return 0.0, 0.0, 0
    precision = recall = 0.0
    for where, event in found.pairs:
        together = [other for place, other in found.pairs if place == where]
        precision += sum(other in fair[event] for other in together) / len(together)
        wanted = [place for place, other in found.pairs if other == event]
        recall += wanted.count(where) / len(wanted)
    return precision / len(found.pairs), recall / len(found.pairs), len(found.pairs)


def relations(one: Sample, found: Merged) -> tuple[Share, Share]:
    """Recall and precision of "part of" and "revises" between events that were found."""
    homes = found.homes()
    wanted = [
        (item["type"], event["id"], item["event"])
        for event in one.events
        for item in event["relations"]
        if event["id"] in homes and item["event"] in homes
    ]
    right = {
        (("part_of", part, whole) if kind == "includes" else ("revises", whole, part)): gold
        for gold in wanted
        for kind in gold[:1]
        for whole in homes[gold[1]]
        for part in homes[gold[2]]
    }
    known = {event for ours in homes.values() for event in ours}
    made = {
        (relation.is_, event.id, relation.to)
        for event in found.line.events
        for relation in event.relations
        if {event.id, relation.to} <= known
    }
    good = {right[key] for key in made if key in right}
    return Share(len(good), len(wanted)), Share(sum(key in right for key in made), len(made))


def conflicts(one: Sample, found: Merged) -> tuple[Share, Share]:
    """Recall and precision of fields in conflict on events with two claims or more that were
    found."""
    homes = found.homes()
    gold = {event["id"]: event for event in one.events}
    many = {id for id in homes if sum(theirs == id for _, theirs in found.pairs) > 1}
    wanted = {
        (id, item["field"])
        for id in many
        for item in gold[id]["disputes"]
        if item["relation"] == "conflict"
    }
    made = {
        (id, item.field)
        for id in many
        for event in found.line.events
        if event.id in homes[id]
        for item in event.disputes
        if item.relation == "conflict"
    }
    return Share(len(made & wanted), len(wanted)), Share(len(made & wanted), len(made))


def paired(entry: Gold, rows: Sequence[dict[str, Any]], score: Any) -> Iterator[tuple[int, int]]:
    """(number of our claim, number of the gold's) of the same kind that are the same."""
    for kind in {row["kind"] for row in rows}:
        ours = [number for number, row in enumerate(rows) if row["kind"] == kind]
        theirs = [number for number, row in enumerate(entry["claims"]) if row["kind"] == kind]
        found, _ = score.assign([rows[n] for n in ours], [entry["claims"][n] for n in theirs])
        for number, index in found.items():
            yield ours[number], theirs[index]


# ---------------------------------------------------------------- errors


def errors(one: Sample, score: Any) -> Iterator[tuple[int, str]]:
    """(badness, line) of each mistake in an article to tune on: a false number is the worst."""
    for entry in one.gold:
        if not tuning(entry["id"]):
            continue
        rows = [row for row in one.claims[entry["id"]] if row["kind"] == "layoff"]
        gold = [row for row in entry["claims"] if row["kind"] in ("layoff", "relocation")]
        ours, theirs = score.assign(rows, gold)
        for number, row in enumerate(rows):
            told = f"{row['rule']}: “{' '.join(row['quote'].split())[:110]}”"
            if number in ours:
                for weight, what in wrong(row, gold[ours[number]], score):
                    yield weight, f"{entry['id']} {what} – {told}"
            elif row["jobs"] or row["percent"] is not None:
                if any(score.weight(row, other) >= 8 for other in gold):
                    yield 2, f"{entry['id']} told twice – {told}"
                else:
                    yield 9, f"{entry['id']} FALSE, {row['tier']} – {told}"
        for number, row in enumerate(gold):
            if number not in theirs and not row.get("optional") and row["kind"] == "layoff":
                amount = (row["jobs"] or {}).get("text") or row["percent"]
                yield (
                    4,
                    f"{entry['id']} missed {amount} of {row['organisation']}: {row['evidence']}",
                )


def wrong(row: dict[str, Any], gold: Gold, score: Any) -> Iterator[tuple[int, str]]:
    """(badness, what) of each slot of a found claim that isn't the gold's."""
    if score.bounds(gold) and score.bounds(row) != score.bounds(gold):
        yield 8, f"number {score.bounds(row)} for {score.bounds(gold)}"
    if gold["organisation"] and not score.org_ok(
        row["organisation"], gold["organisation"], gold.get("organisation_alt", ())
    ):
        yield 7, f"employer {row['organisation']} for {gold['organisation']}"
    dates = [gold.get("date"), *gold.get("date_alt", [])]
    if gold.get("date") and not (row["date"] and score.date_eq(row["date"], dates)):
        yield 3, f"date {row['date']} for {gold['date']} ({gold['date_text']})"
    if not any(dates) and row["date"]:
        yield 6, f"date {row['date']} for none"
    if row["status"] not in (gold["status"], *gold.get("status_alt", [])):
        yield 3, f"status {row['status']} for {gold['status']}"
    if gold.get("percent") is not None and not score.close(row["percent"], gold["percent"]):
        yield 3, f"percent {row['percent']} for {gold['percent']}"
    if bool(gold.get("total_of_parts")) != row["total_of_parts"]:
        yield 1, f"total {row['total_of_parts']} for {bool(gold.get('total_of_parts'))}"


def halves(one: Sample) -> tuple[str, ...]:
    """The halves that a set has; of `alerts` all is there to tune on."""
    found = {tuning(entry["id"]) for entry in one.gold}
    return tuple(name for name in ("tuning", "measuring") if (name == "tuning") in found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=int, default=10, help="how many of the worst to list")
    parser.add_argument("--only", default="", help="ids that begin so, for the errors")
    parser.add_argument("--sets", nargs="*", default=[*SETS], choices=[*SETS], help="which sets")
    options = parser.parse_args()
    if not CORPUS.is_dir():
        print("../shared/corpus is absent: nothing to measure", file=sys.stderr)
        return 0
    names, _ = organisations.read((ROOT / ORGANISATIONS).read_bytes(), ORGANISATIONS)
    score = scorer()
    sample(options.sets[0], names)
    worst: list[tuple[int, str]] = []
    for name in options.sets:
        one = sample(name, names)
        for half in halves(one):
            tiers = [dict(lines(scored(one, half, tier, score))) for tier in ("published", "all")]
            print(f"\n## {name}, {half} half\n\n| | published tier | all claims |\n|---|---|---|")
            for what in tiers[1]:
                print(f"| {what} | {tiers[0].get(what, '–')} | {tiers[1][what]} |")
            if one.events:
                joined = merged(one, half, names, score)
                precision, recall, number = cubed(one, joined)
                print(f"| merging, B³ | | {precision:.3f} / {recall:.3f} of {number} |")
                for what, (hit, right) in (
                    ("relations", relations(one, joined)),
                    ("conflicts", conflicts(one, joined)),
                ):
                    print(f"| {what} found | | {hit} |\n| {what} right | | {right} |")
        print(f"\n{statistics.median(one.times.values()):.2f} ms for 3,000 characters (median)")
        worst += errors(one, score)
    shown = [line for line in sorted(worst, reverse=True) if line[1].startswith(options.only)]
    kinds = Counter(line.split(" ")[1] for _, line in shown)
    print(f"\nErrors in the tuning half: {dict(kinds.most_common())}")
    for _, line in shown[: options.errors]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
