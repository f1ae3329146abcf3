"""What only a company has or is: bearers of a post, a union, a paper's name, a site of its own."""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.deeds import public
from headcount.language.neighbours import (
    KINDS,
    capital,
    classes_at,
    roots,
    text_at,
)
from headcount.language.tokens import Token


def words_at(sequence: Sequence[Token], run: tuple[int, int]) -> str:
    """The words of a run as they are written, with single blanks where there is white space;
    without a state in brackets."""
    if run[1] - run[0] == 1:
        return sequence[run[0]].text
    parts, aside = [sequence[run[0]].text], False
    for before, token in zip(sequence[run[0] :], sequence[run[0] + 1 : run[1]], strict=False):
        aside = aside or token.text == "("
        if not aside:
            parts.append(token.text if before.end == token.start else f" {token.text}")
        aside = aside and token.text != ")"
    return "".join(parts)


SITING = frozenset({"at", "its", "their", "in"})
"""Words before works that are a site's: "at Elm Works"."""


def receiver(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a firm winds somebody else up: "administrators from X", "A. Cole of X was appointed
    as receiver"."""
    first, last = run
    if text_at(sequence, first - 1) in ("from", "at", "of"):
        before = {one.normal for one in sequence[max(0, first - 8) : first - 1]}
        behind = {one.normal for one in sequence[last : last + 8]}
        appointed = not APPOINTED.isdisjoint(behind) and not RECEIVERS.isdisjoint(behind)
        theirs = text_at(sequence, first - 1) != "of" and sequence[first - 2].normal in RECEIVERS
        return theirs or (appointed and not CLAUSES & before)
    behind = {one.normal for one in sequence[last : last + 6]}
    return not APPOINTED.isdisjoint(behind) and not RECEIVERS.isdisjoint(behind)


RECEIVERS = frozenset({
    "administrator", "administrators", "receiver", "receivers", "liquidator", "liquidators",
})  # fmt: skip


APPOINTED = frozenset({"appointed"})


CLAUSES = frozenset({"jobs", "workers", "staff"})


def faculty(sequence: Sequence[Token], first: int) -> bool:
    """Whether a name is a subject that people study: "the Faculty of Health and X Sciences"."""
    if sequence[first].normal in FACULTIES and text_at(sequence, first + 1) in ("of", "for"):
        return True
    at = first - 1
    while at > 0 and (text_at(sequence, at) in (",", "and") or capital(sequence, at)):
        at -= 1
    return at > 0 and sequence[at].text == "of" and sequence[at - 1].normal in FACULTIES


FACULTIES = frozenset({"faculty", "faculties"})


def undertaken(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name is that of what somebody undertakes: "the "Fresh Air" programme"."""
    last = run[1] + (run[1] < len(sequence) and sequence[run[1]].kind == "quote")
    quoted = run[0] > 0 and sequence[run[0] - 1].kind == "quote"
    return text_at(sequence, last) in UNDERTAKEN and (quoted or the_before(sequence, run[0]))


UNDERTAKEN = frozenset(
    ["programme", "program", "project", "initiative", "scheme", "strategy", "plan"]
)


def named_so(sequence: Sequence[Token], index: int) -> bool:
    """Whether a company's noun may be part of the name before it: "the X group", "the X bank"."""
    word = sequence[index].text
    return not word.islower() or word == "group" or "company-word" in classes_at(sequence, index)


def the_before(sequence: Sequence[Token], first: int) -> bool:
    """Whether "the" stands before a name, as in "the Kent company", which is one told before."""
    return first > 0 and sequence[first - 1].normal == "the"


def union(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name is a union's, by itself or by its noun: "Union of X", "X Workers' Union"."""
    first, last = run
    opening, noun = classes_at(sequence, first), classes_at(sequence, last - 1)
    if "union-name" in opening or "union-name" in noun:
        return last - first < 3
    if last - first == 1 and "union-word" in noun and capital(sequence, first - 1):
        return True
    if "union-word" in opening and text_at(sequence, first + 1) == "of":
        return True
    if any(sequence[at].text == "Workers" for at in range(first + 1, last - 1)):
        return True
    return (
        "union-word" in noun
        and last - first > 1
        and sequence[last - 2].normal not in ("credit", "western")
    )


def quoted_paper(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name with a newspaper's noun is of who reports: "told the X Herald", "the X Times
    reported that", "seen by the X Post"."""
    first, last = run
    if last - first < 2 or "newspaper-noun" not in classes_at(sequence, last - 1):
        return False
    behind = [text_at(sequence, at) for at in (last, last + 1)]
    if behind[0] in ("reported", "reports", "understands") or behind == ["first", "reported"]:
        return True
    at = first - 1 - (text_at(sequence, first - 1) == "the")
    before = text_at(sequence, at), text_at(sequence, at - 1)
    by = before[0] == "by" and before[1] in ("seen", "reported", "obtained", "reviewed", "report")
    return by or before[0] in ("told", "tells") or before == ("to", "according")


def called(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name of two or three words is a person's: it begins as theirs do, somebody quoted
    or of a trade bears it, or an age follows ("editor A. Cole", "A. Cole, 43,"); or whether it is
    a last name that headlines use alone."""
    first, last = run
    if last - first == 1:
        return "surname" in classes_at(sequence, first)
    if last - first > 3 or public(sequence, run):
        return False
    return "given-name" in classes_at(sequence, first) or spoken_of(sequence, run)


def spoken_of(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether words beside a name of several say what a person does, or how old they are."""
    first, last = run
    before = classes_at(sequence, first - 1)
    if "worker" in before and not before & (KINDS | {"other-party"}):
        return sequence[first - 1].text.islower() and not sequence[first - 1].text.endswith("s")
    if text_at(sequence, last) != ",":
        return False
    if "say" in roots(before):
        return True
    behind = text_at(sequence, last + 1)
    if text_at(sequence, last + 2) == "," and behind.isdigit():
        return 15 < int(behind) < 100
    trade = classes_at(sequence, last + 2)
    return behind in ("a", "an") and "worker" in trade and not trade & (KINDS | {"other-party"})
