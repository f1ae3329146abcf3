"""Writes assets/faces.css: the site's typefaces, and what stands in for each until it has come.

`make fonts` runs this after tools/fonts.py: python tools/faces.py METRICS UNPACK ASSETS, the
first two being the unpacked packages @capsizecss/metrics and @capsizecss/unpack. A stand-in is a
face of the reader's own system, scaled until a letter is as wide on average as ours, with our
ascent and descent: then a line breaks where it will break, and nothing moves. The average is
weighted by how often each letter occurs in written English. The method and the weights are
Capsize's, https://github.com/seek-oss/capsize/tree/master/packages/metrics.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fonts import FACES, RANGES
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SHOWN = "optional"
"""A typeface that comes late is kept for the next page: a swap may move a word to another line."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One use of a typeface. `size`: in CSS pixels, by which letters change their width."""

    family: str
    file: str
    style: str
    weight: int
    size: int


CUTS = (
    Cut("Text", "serif-latin", "regular", 400, 19),
    Cut("Text", "serif-latin", "700", 600, 22),
    Cut("Text", "serif-italic-latin", "italic", 400, 19),
    Cut("Deck", "serif-latin", "regular", 400, 22),
    Cut("Display", "serif-latin", "700", 600, 46),
    Cut("Sans", "sans-latin", "regular", 400, 15),
    Cut("Sans", "sans-latin", "700", 600, 15),
)
DRESS = {
    "regular": "font-weight: 400",
    "700": "font-weight: 500 700",
    "italic": "font-style: italic",
}
"""What a face of the system stands in for."""

SERIFS = {
    "georgia": ("Georgia", "Gelasio"),
    "timesNewRoman": ("Times New Roman", "Liberation Serif", "Tinos"),
    "notoSerif": ("Noto Serif",),
}
SANS = {
    "arial": ("Arial", "Helvetica", "Liberation Sans", "Arimo"),
    "roboto": ("Roboto",),
}
"""Faces whose letters are as wide as those of the key, which the metrics know, likeliest first."""


def weights(unpack: Path) -> dict[str, float]:
    """How often each letter stands in written English, as Capsize counted it."""
    (script,) = (unpack / "dist").glob("shared-*.mjs")
    latin = script.read_text("utf-8").partition('"latin": {')[2].partition("}")[0]
    counted = re.findall(r'"\\?(.)": ([\d.e-]+)', latin)
    if not counted:
        raise SystemExit(f"{script.name} gives no weights of letters")
    return {letter: float(weight) for letter, weight in counted}


def known(metrics: Path, face: str, style: str) -> dict[str, str]:
    """What Capsize measured of one face of a system: the fields of its module."""
    path = metrics / "entireMetricsCollection" / face / style / "index.mjs"
    text = path.read_text("utf-8").partition("subsets")[0]
    return dict(re.findall(r"(\w+): '?([^',\n]+)'?,", text))


def measured(font: Path, cut: Cut, letters: Mapping[str, float]) -> tuple[float, float, float]:
    """(average width of a letter, ascent, descent) of a cut of our own, in ems."""
    face = TTFont(font)
    axes = {"wght": cut.weight, "opsz": cut.size}
    variable = {axis.axisTag for axis in face["fvar"].axes} if "fvar" in face else set()
    if variable:
        face = instancer.instantiateVariableFont(
            face, {tag: value for tag, value in axes.items() if tag in variable}
        )
    em, glyphs, widths = face["head"].unitsPerEm, face.getBestCmap(), face["hmtx"]
    width = sum(share * widths[glyphs[ord(letter)]][0] for letter, share in letters.items())
    return width / em, face["hhea"].ascent / em, -face["hhea"].descent / em


def local(names: tuple[str, ...], style: str, found: Mapping[str, str]) -> str:
    """The full and PostScript names under which systems know the faces of a style."""
    last = {"regular": ("", " Regular"), "700": (" Bold",), "italic": (" Italic",)}[style]
    full = [f"{name}{end}" for name in names for end in last]
    exact = [found["fullName"], found["postscriptName"]]
    return ", ".join(f'local("{name}")' for name in dict.fromkeys([*exact, *full]))


def ours() -> Iterator[str]:
    """The rules of the typefaces that come with the site."""
    for file, _, _, family, _, axes in FACES:
        weight = axes["wght"]
        wide = f"{weight[0]} {weight[1]}" if isinstance(weight, tuple) else f"{weight}"
        slant = "font-style: italic; " if "italic" in file else ""
        for part, ranges in RANGES.items():
            yield (
                f'@font-face {{ font-family: "Headcount {family}"; '
                f'src: url("fonts/{file}-{part}.woff2") format("woff2"); {slant}'
                f"font-weight: {wide}; font-display: {SHOWN}; "
                f"unicode-range: {', '.join(ranges.split())}; }}"
            )


def stand_ins(metrics: Path, letters: Mapping[str, float], fonts: Path) -> Iterator[str]:
    """The rules of the system's faces, cut to the widths of ours."""
    for cut in CUTS:
        width, ascent, descent = measured(fonts / f"{cut.file}.woff2", cut, letters)
        for face, names in (SANS if cut.family == "Sans" else SERIFS).items():
            found = known(metrics, face, cut.style)
            scale = width / (float(found["xWidthAvg"]) / float(found["unitsPerEm"]))
            sources = local(names, cut.style, found)
            yield (
                f'@font-face {{ font-family: "{cut.family} as {names[0]}"; src: {sources}; '
                f"{DRESS[cut.style]}; size-adjust: {scale:.2%}; "
                f"ascent-override: {ascent / scale:.2%}; "
                f"descent-override: {descent / scale:.2%}; line-gap-override: 0%; }}"
            )


HEAD = "/* Written by `make fonts`, which says how; what stands here by hand is lost. */"


def main(metrics: Path, unpack: Path, assets: Path) -> None:
    rules = [*ours(), *stand_ins(metrics, weights(unpack), assets / "fonts")]
    (assets / "faces.css").write_text("\n".join([HEAD, *rules, ""]), "utf-8")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
