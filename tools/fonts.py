"""Makes the site's typefaces in assets/fonts from the two packages of their designers.

`make fonts` fetches the packages and runs this: python tools/fonts.py SERIF SANS OUT, three
folders, the first two being the unpacked packages. Their licence reserves the name "Source",
so the subsets bear another. The same packages and library give the same bytes.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

LATIN = (
    "U+0020-007E U+00A0-00FF U+0131 U+0152-0153 U+02C6 U+02DA U+02DC U+2013-2014 U+2018-201A "
    "U+201C-201E U+2020-2022 U+2026 U+202F U+2032-2033 U+2039-203A U+2044 U+20AC U+2190-2193 "
    "U+2197 U+2212 U+2248 U+2264-2265"
)
EXTENDED = (
    "U+0100-0130 U+0132-0151 U+0154-017F U+0192 U+01A0-01A1 U+01AF-01B0 U+01CD-01DC U+01F4-01F5 "
    "U+0218-021B U+0237 U+1E00-1EFF U+20AB"
)
RANGES = {"latin": LATIN, "ext": EXTENDED}
FEATURES = ["kern", "mark", "mkmk", "liga", "ccmp", "locl", "onum", "lnum", "pnum", "tnum"]
KEPT = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""Ids of names that stay: copyright, names, version, licence and where to read it."""

Axes = dict[str, float | tuple[float, float]]
SERIF = "WOFF2/VAR/SourceSerif4Variable-{}.ttf.woff2"
FACES: tuple[tuple[str, int, str, str, str, Axes], ...] = (
    ("serif", 0, SERIF.format("Roman"), "Serif", "Regular", {"wght": (400, 700), "opsz": (14, 60)}),
    ("serif-italic", 0, SERIF.format("Italic"), "Serif", "Italic", {"wght": 400, "opsz": (14, 60)}),
    (
        "sans",
        1,
        "WOFF2/VF/SourceSans3VF-Upright.ttf.woff2",
        "Sans",
        "Regular",
        {"wght": (400, 700)},
    ),
)
"""File name, package, file in it, family, style, what stays variable."""


def codes(ranges: str) -> list[int]:
    found: list[int] = []
    for part in ranges.split():
        first, _, last = part.removeprefix("U+").partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


def made(source: Path, family: str, style: str, axes: Axes, ranges: str) -> bytes:
    """The WOFF2 of one face, of these characters only, under its own name."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = KEPT
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes(ranges))
    subsetter.subset(font)
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain)
    font = TTFont(io.BytesIO(plain.getvalue()), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, axes)
    named(font, f"Headcount {family}", style)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def named(font: TTFont, family: str, style: str) -> None:
    names = {
        1: family,
        2: style,
        3: f"{family} {style} subset",
        4: f"{family} {style}",
        6: f"{family}-{style}".replace(" ", ""),
    }
    table = font["name"]
    for record in list(table.names):
        if record.nameID in (16, 17, 21, 22, 25):
            table.removeNames(nameID=record.nameID)
        elif record.nameID in names:
            record.string = names[record.nameID]


def main(serif: Path, sans: Path, out: Path) -> None:
    packages = (serif, sans)
    out.mkdir(parents=True, exist_ok=True)
    for file, package, path, family, style, axes in FACES:
        for part, ranges in RANGES.items():
            data = made(packages[package] / path, family, style, axes, ranges)
            (out / f"{file}-{part}.woff2").write_bytes(data)
    for name, folder in (("serif", serif), ("sans", sans)):
        (out / f"LICENSE-{name}.txt").write_bytes((folder / "LICENSE.md").read_bytes())


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
