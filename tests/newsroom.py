"""An invented employer, its units and people, and articles about them."""

from __future__ import annotations

from headcount.model import Article, Organisation, Person, Publisher, Registry

REGISTRY = Registry(
    organisations=(
        Organisation("brightwater", "Brightwater", ("Brightwater.com",), watch=True),
        Organisation("tidal-health", "Tidal Health", parent="brightwater"),
        Organisation(
            "brightwater-optics",
            "Brightwater Optics",
            short=("Optics",),
            parent="brightwater",
        ),
        Organisation("ostrava-steel", "Ostrava Steel"),
        Organisation("lanternfish", "Lanternfish", parent="brightwater"),
    ),
    publishers=(
        Publisher("the-ledger", "The Ledger", "Ledger"),
        Publisher("wirenews", "WireNews", "WireNews"),
    ),
    people=(
        Person("ada-holm", "Ada Holm", ("Holm",), "chief executive", "brightwater"),
        Person("bo-reyes", "Bo Reyes", ("Reyes",), "head of health", "tidal-health"),
    ),
)


def article(
    body: str,
    title: str = "",
    published: str | None = "2024-06-12",
    language_note: str | None = None,
) -> Article:
    """A report published on a Wednesday."""
    return Article(
        "report", "report.md", title, body, "The Ledger", published, language_note=language_note
    )
