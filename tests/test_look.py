"""How the site looks: typefaces, colours, and the stylesheet's addresses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from headcount import styling

ROOT = Path(__file__).parent.parent
CSS = (ROOT / "assets/site.css").read_text("utf-8")
FACES = re.findall(r'url\("(fonts/[^"]+)"\)', CSS)
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
