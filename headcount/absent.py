"""An article that a decision names and that isn't there: renamed, withdrawn, or a slip."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from headcount import references, schema
from headcount.model import Article, Place, Problem


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles that there are, by id. `once`: ids that the committed timeline knew."""

    articles: Mapping[str, Article]
    once: Container[str] = field(default=())

    def missing(self, place: Place, id_: str, words: str) -> Problem:
        """What to say of `id_`, of which somebody gives these words.

        Renamed if a file that the timeline didn't know has them: another that says the same, and
        was there before, is no heir. A decision about what was withdrawn settles nothing, which is
        a warning; one about a renamed file would be lost in silence, so it is an error.
        """
        if id_ not in self.once:
            remedy = schema.suggestion(id_, self.articles)
            return Problem(place, "unknown", f'no article has the id "{id_}"', remedy)
        if (heir := self._heir(words)) is not None:
            message = f'the article "{id_}" is gone, and its words stand in "{heir}"'
            remedy = f"write {heir} if the file was renamed, or else delete this"
            return Problem(place, "renamed", message, remedy)
        message = f'the article "{id_}" was withdrawn, so this settles nothing'
        remedy = "delete it, or bring the article back"
        return Problem(place, "withdrawn", message, remedy, severity="warning")

    def _heir(self, words: str) -> str | None:
        if not words.strip():
            return None
        wanted = references.pattern(words)
        found = (id_ for id_ in sorted(self.articles) if id_ not in self.once)
        return next((id_ for id_ in found if wanted.search(self.articles[id_].body)), None)
