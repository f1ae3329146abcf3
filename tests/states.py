"""Whole small sites in the states that a reader may find: nothing yet, very much, very little.

Each builder gives files in memory as `sites` does; every company in them is invented. Run as a
program it builds every state below a directory, to be looked at in a browser.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from headcount import pipeline
from sites import Files, frame

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNITS = (
    *("Kelpworks", "Saltpans", "Ropewalk", "Drydock"),
    *("Chandlery", "Lighthouse", "Oilmill", "Netloft"),
)
LONG = (
    "After a spring of rumours the harbour’s oldest employer tells the people of its ropewalk, "
    "its chandlery and both of its lighthouses what the board had settled in the winter before, "
    "and Marrowbone cuts 240 jobs at Ropewalk"
)
"""A title of forty words."""


def site(**bodies: str) -> Files:
    """A site about Marrowbone and its units, with these articles, published on 12 June 2031.

    A body that begins with `published:` brings its own date in its first line, or none.
    """
    files = {path: data for path, data in frame().items() if not path.startswith("content/")}
    files["data/organisations.yaml"] = _registry()
    files["data/site.yaml"] = b"title: Marrowbone, counted\nurl: https://marrowbone.example\n"
    for name, body in bodies.items():
        files[f"content/articles/{name}.md"] = written(name, body).encode()
    return files


def _registry() -> bytes:
    names = {"marrowbone": {"name": "Marrowbone", "watch": True}}
    names |= {unit.lower(): {"name": unit, "parent": "marrowbone"} for unit in UNITS}
    return yaml.safe_dump({"organisations": names}).encode()


def written(
    name: str, body: str, published: str = "2031-06-12", title: str = "Marrowbone news"
) -> str:
    """An article's file; its newsroom is its own."""
    first, _, rest = body.partition("\n")
    if first.startswith("published:"):
        published, body = first.removeprefix("published:").strip(), rest
    return (
        f"---\npublisher: Gazette {name}\ntitle: {title}\npublished: {published}\n"
        f"url: https://{name}.example/story\n---\n{body}\n"
    )


def empty() -> Files:
    """No article at all: a site that was set up a minute ago."""
    return site()


def silent() -> Files:
    """An article that tells of no event."""
    return site(harbour="Marrowbone repainted its gates. The weather was fine.")


def one() -> Files:
    """One event in one article."""
    return site(harbour="Marrowbone cut 310 jobs at Kelpworks in March 2031.")


def many(number: int) -> Files:
    """`number` cuts at different units or in different months, spread over 2019 to 2030.

    An article tells of one year. At most one cut for each unit and month.
    """
    cells = 12 * 12 * len(UNITS)
    years: dict[int, list[str]] = {}
    for count in range(number):
        month, unit = divmod(count * cells // number, len(UNITS))
        year = 2019 + month // 12
        cut = f"Marrowbone cut {101 + count:,} jobs at {UNITS[unit]}"
        years.setdefault(year, []).append(f"{cut} in {MONTHS[month % 12]} {year}.")
    return site(
        **{
            f"y{year}": f"published: {year + 1}-01-15\n" + "\n\n".join(lines)
            for year, lines in years.items()
        }
    )


def sixty() -> Files:
    """60 events over twelve years."""
    return many(60)


def thousand() -> Files:
    """1,000 events over twelve years, as a busy newsroom has them."""
    return many(1000)


def titled() -> Files:
    """An event whose editor wrote a very long title, and an article with one."""
    files = site()
    body = "Marrowbone cut 240 jobs at Ropewalk in March 2031."
    files["content/articles/harbour.md"] = written("harbour", body, title=LONG).encode()
    event = yaml.safe_dump({"anchors": ["harbour#240"], "title": LONG}, allow_unicode=True)
    files["content/events/long-title.md"] = f"---\n{event}---\n".encode()
    return files


def numberless() -> Files:
    """Cuts for which no source gives a figure, one of them a word."""
    return site(
        harbour="Marrowbone laid off employees at Kelpworks in March 2031.",
        quay="Marrowbone cut hundreds of jobs at Drydock in April 2031.",
    )


def undated() -> Files:
    """A cut told as past by an article without a date, and one told by words nobody resolves."""
    return site(
        harbour="published: null\nMarrowbone cut 310 jobs at Kelpworks last month.",
        quay="published: null\nMarrowbone has cut 95 jobs at Drydock.",
    )


def eleven() -> Files:
    """Eleven newsrooms tell of one cut."""
    cut = "Marrowbone cut 310 jobs at Kelpworks in March 2031."
    return site(**{f"paper{number:02}": cut for number in range(1, 12)})


def differing() -> Files:
    """Two newsrooms that give other numbers for each of six cuts."""
    cuts = list(zip(UNITS[:6], MONTHS, strict=False))
    told = {
        name: "\n\n".join(
            f"Marrowbone cut {base + 10 * at} jobs at {unit} in {month} 2031."
            for at, (unit, month) in enumerate(cuts)
        )
        for name, base in (("harbour", 310), ("quay", 317))
    }
    return site(**told)


def tombstone() -> Files:
    """An event whose only source was withdrawn, beside one that still has its own."""
    left = "Marrowbone cut 95 jobs at Drydock in April 2031."
    before = site(harbour="Marrowbone cut 310 jobs at Kelpworks in March 2031.", quay=left)
    remembered = pipeline.build(before).machine
    return site(quay=left) | dict(remembered)


def review() -> Files:
    """Claims that wait for an editor: nobody watches the company that the article may mean."""
    files = site(harbour="Marrowbone met its bankers. About 310 employees were laid off.")
    story = files["content/articles/harbour.md"]
    files["content/articles/harbour.md"] = story.replace(b"Marrowbone news", b"Harbour news")
    files["data/organisations.yaml"] = b"organisations:\n  marrowbone:\n    name: Marrowbone\n"
    return files


def overtaken() -> Files:
    """A plan for a day that is past by the newest article, which does not speak of it."""
    return site(
        harbour="published: 2031-01-12\nMarrowbone plans to cut 900 jobs in March 2031.",
        quay="Marrowbone cut 95 jobs at Drydock in May 2031.",
    )


STATES = {
    "empty": empty,
    "silent": silent,
    "one": one,
    "sixty": sixty,
    "thousand": thousand,
    "titled": titled,
    "numberless": numberless,
    "undated": undated,
    "eleven": eleven,
    "differing": differing,
    "tombstone": tombstone,
    "review": review,
    "overtaken": overtaken,
}


def built(files: Files) -> dict[str, bytes]:
    """What the line makes of these files; fails with the problems, if any."""
    build = pipeline.build(files)
    errors = [problem for problem in build.problems if problem.severity == "error"]
    assert not errors, errors
    return dict(build.outputs)


def write(directory: Path, names: Sequence[str] = ()) -> Iterator[Path]:
    """Builds the states of these names, or all, each into its own folder; gives the folders."""
    for name in names or STATES:
        for path, data in built(STATES[name]()).items():
            target = directory / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        yield directory / name


if __name__ == "__main__":
    for folder in write(Path(sys.argv[1]), sys.argv[2:]):
        sys.stdout.write(f"{folder}\n")
