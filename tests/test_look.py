"""How the site looks: typefaces, colours, and the stylesheet's addresses."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from headcount import styling

ROOT = Path(__file__).parent.parent
STYLES = {f"assets/{path.name}": path.read_bytes() for path in (ROOT / "assets").glob("*.css")}
CSS = styling.joined(STYLES)["assets/site.css"].decode()
FACES = re.findall(r'url\("(fonts/[^"]+)"\)', CSS)
RULES = re.sub(r'/\*.*?\*/|"[^"]*"', "", CSS, flags=re.DOTALL)
SELECTED = {
    name
    for heading in re.findall(r"([^{}]+)\{", RULES)
    if not heading.strip().startswith("@")
    for name in re.findall(r"\.([a-z][\w-]*)", heading)
}
HOOKS = {"echo", "compatible"}
"""Classes that the style may leave as they are: the plain dot and the plain square."""
LIBRARY = {"vega-embed", "visible"}
"""Classes that only the library behind Explore gives."""
BUDGET = 9 * 1024
"""How many bytes the style may have on the line, compressed."""
NAMES = {"assets/fonts/a.woff2": "assets/fonts/a.0123456789.woff2"}


def test_an_address_in_a_style_leads_to_the_published_file() -> None:
    """A font is kept for ever under the hash of its bytes, so the style must ask for that name."""
    css = b'@font-face{src:url(fonts/a.woff2)} p{background:url("data:x")}'
    led = styling.linked("assets/site.css", css, NAMES)
    assert led == css.replace(b"fonts/a.woff2", b'"fonts/a.0123456789.woff2"')
    assert not list(styling.problems("assets/site.css", css, NAMES))


def test_an_address_that_leads_nowhere_is_told_with_its_place() -> None:
    """A font that fails to load would only be seen by a reader."""
    [wrong] = styling.problems("assets/site.css", b"p{}\nq{a:url(fonts/b.woff2)}", NAMES)
    assert (wrong.place.line, wrong.place.column) == (2, 9)
    assert "assets/fonts/b.woff2" in wrong.remedy


def test_styles_that_import_each_other_are_one_file() -> None:
    """Each further file would be a round trip before the first word is seen."""
    styles = {"assets/a.css": b'@layer x;\n@import "b.css";\np{}', "assets/b.css": b"q{}\n"}
    assert styling.joined(styles) == {"assets/a.css": b"@layer x;\nq{}\np{}"}


@pytest.mark.parametrize("css", [b'@import "a.css";', b'@import "b.css";'])
def test_a_style_that_imports_itself_or_nothing_stays_as_it_is(css: bytes) -> None:
    """A ring of imports must end, and what leads nowhere is told."""
    assert styling.joined({"assets/a.css": css}) == {"assets/a.css": css}
    there = {"assets/a.css"}
    assert len(list(styling.problems("assets/a.css", css, there))) == int(b"b.css" in css)


def test_every_typeface_is_there_with_its_licence() -> None:
    """The licence must travel with the fonts, and no font lies there that no rule asks for."""
    files = {f"fonts/{path.name}" for path in (ROOT / "assets/fonts").glob("*.woff2")}
    assert files == set(FACES)
    for name in ("serif", "sans"):
        licence = (ROOT / f"assets/fonts/LICENSE-{name}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE" in licence.upper()


def luminance(colour: str) -> float:
    """Relative luminance of a hex colour as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def tokens(dark: bool) -> dict[str, str]:
    light, _, rest = CSS.partition("prefers-color-scheme: dark")
    return dict(
        re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", rest.partition("@layer")[0] if dark else light)
    )


PAIRS = [
    *[
        (text, ground, 4.5)
        for text in ("ink", "ink-2", "cut")
        for ground in ("paper", "paper-2", "slip")
    ],
    *[("ink", "slip-mark", 4.5), ("paper", "ink", 4.5), ("opened", "paper", 4.5)],
    *[("closed", "paper", 4.5), ("edge", "paper", 3.0), ("cut", "paper", 3.0)],
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_stand_out(front: str, ground: str, least: float, dark: bool) -> None:
    """Text needs 4.5 to 1 and a mark 3 to 1 against what lies below it, by day and by night."""
    found = tokens(dark)
    one, two = luminance(found[f"--{front}"]), luminance(found[f"--{ground}"])
    assert (max(one, two) + 0.05) / (min(one, two) + 0.05) >= least


def written(kind: str) -> Iterator[str]:
    """The classes that files of `kind` (html or js) write out in full."""
    folder = ROOT / {"html": "templates", "js": "assets"}[kind]
    for path in sorted(folder.glob(f"*.{kind}")):
        text = path.read_text("utf-8")
        for said in re.findall(r'class(?:Name)?[=:] ?"([^"]*)"', text):
            yield from re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", said).split()
        yield from re.findall(r'classList\.\w+\("([\w-]+)"', text)


@pytest.mark.parametrize("name", sorted({*written("html"), *written("js")} - HOOKS))
def test_a_class_in_the_markup_is_dressed(name: str) -> None:
    """A class without a rule is a part of a page that nobody has looked at."""
    assert name in SELECTED


def test_no_rule_is_left_over() -> None:
    """A rule dresses what templates, scripts or the program's own words bring about."""
    program = "\n".join(path.read_text("utf-8") for path in (ROOT / "headcount").rglob("*.py"))
    words = set(re.findall(r"[a-z][\w-]*", " ".join(re.findall(r'"([^"\n]*)"', program))))
    assert not SELECTED - {*written("html"), *written("js")} - words - LIBRARY


def test_colours_are_named_once() -> None:
    """A colour outside the tokens would stay as it is at night, on paper and in forced colours."""
    rest = re.sub(r":root \{[^}]*\}", "", RULES)
    assert not re.findall(r"(?<=[\s:,(])#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(", rest)


def test_every_token_is_made_and_used() -> None:
    """A name that no rule makes falls back silently, and one that none uses misleads."""
    made = set(re.findall(r"(--[\w-]+):", CSS))
    drawn = "".join(
        path.read_text("utf-8")
        for folder, kind in (("templates", "html"), ("assets", "js"), ("headcount", "py"))
        for path in (ROOT / folder).rglob(f"*.{kind}")
    )
    asked = set(re.findall(r"var\((--[\w-]+)", CSS))
    assert asked <= made
    assert made - asked <= set(re.findall(r"--[\w-]+", drawn))


def test_the_style_is_light() -> None:
    """Every first visit waits for the style before it sees a word."""
    assert len(gzip.compress(CSS.encode(), 9)) <= BUDGET


def covered(face: str) -> set[int]:
    """The code points that the style asks of font file `face`."""
    found = re.search(re.escape(face) + r'"\).*?unicode-range: ([^;]+);', CSS)
    assert found
    spans = [part.split("-") for part in found[1].replace("U+", "").split(", ")]
    return {code for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1)}


@pytest.mark.parametrize("face", FACES)
def test_a_typeface_bears_its_own_name_and_has_the_letters(face: str) -> None:
    """Its licence reserves the designers' name, and a missing letter shows in another face."""
    font = TTFont(ROOT / "assets" / face)
    assert str(font["name"].getDebugName(1)).startswith("Headcount ")
    assert "source" not in str(font["name"].getDebugName(6)).lower()
    assert not {ord(letter) for letter in "“”‘’–—…€£éüñçøßđłőț−≈"} & covered(face) - {
        *font.getBestCmap()
    }


STAND_INS = re.findall(r'@font-face \{ font-family: "(\w+) as [^}]*', CSS)
MEASURED = [
    (found[1], *(float(found[at]) / 100 for at in (2, 3, 4)))
    for found in re.finditer(
        r'font-family: "([\w ]+ as [\w ]+)".*?size-adjust: ([\d.]+)%; '
        r"ascent-override: ([\d.]+)%; descent-override: ([\d.]+)%; line-gap-override: 0%",
        CSS,
    )
]


def test_every_stand_in_is_asked_for() -> None:
    """In the order in which systems are likely to have it, behind the typeface itself."""
    asked = {name for line in re.findall(r"--\w+: ([^;]+ as [^;]+);", CSS) for name in named(line)}
    assert asked == {name for name, *_ in MEASURED}
    assert len(STAND_INS) == len(MEASURED)


def named(line: str) -> list[str]:
    """The stand-ins of a list of typefaces, which begins with one of ours."""
    first, *others = re.findall(r'"([^"]+)"', line)
    assert first.startswith("Headcount")
    return others


@pytest.mark.parametrize(("name", "scale", "ascent", "descent"), MEASURED)
def test_a_stand_in_keeps_the_height_of_a_line(
    name: str, scale: float, ascent: float, descent: float
) -> None:
    """Else every page would move when the typeface comes, though no line breaks elsewhere."""
    file = "sans-latin" if name.startswith("Sans") else "serif-latin"
    face = TTFont(ROOT / f"assets/fonts/{file}.woff2")
    em, own = face["head"].unitsPerEm, face["hhea"]
    assert scale * ascent == pytest.approx(own.ascent / em, abs=0.002)
    assert scale * descent == pytest.approx(-own.descent / em, abs=0.002)
