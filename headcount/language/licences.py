"""What makes a name in capitals a place's, a person's or an employer's.

Evidence is a company's suffix or noun, an apposition, the headline, its staff in the possessive,
or a place in a list of employers; capitals alone are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from headcount.language.bearers import (
    SITING,
    called,
    faculty,
    named_so,
    quoted_paper,
    receiver,
    the_before,
    undertaken,
    union,
    words_at,
)
from headcount.language.deeds import STAFF
from headcount.language.lexicon import NONE, lexicon, words_in
from headcount.language.neighbours import (
    belongs,
    capital,
    classes_at,
    company_before,
    described,
    held,
    insider,
    legal_end,
    owned_by,
    pair_at,
    roots,
    speaks_of_itself,
    text_at,
    ticker_end,
)
from headcount.language.tokens import Token


def first_line(sequence: Sequence[Token]) -> int:
    """The index of the token that ends the first line; 0 if that is a sentence, no headline."""
    breaks = (i for i, one in enumerate(sequence) if one.kind == "space-break")
    end = next(breaks, len(sequence))
    return 0 if end == 0 or sequence[end - 1].text[-1] in ".!?" else end


VERBS = frozenset(
    {"to", "future", "might", "cut", "dismiss", "plan", "announce", "close", "acquire", "launch"}
)


def licence(sequence: Sequence[Token], run: tuple[int, int], headline: int) -> str:
    """What makes the name a place's, a person's or an employer's; "" when nothing does."""
    first, last = run
    if last - first == 1 and sequence[first].normal in SECTORS:
        return "place"
    if receiver(sequence, run):
        return "office"
    if dateline(sequence, run) or agency(sequence, run) or faculty(sequence, first):
        return "place"
    if sequence[last - 1].text == "Works" and text_at(sequence, first - 1) in SITING:
        return "place"
    area = text_at(sequence, last - 1) in AREAS and sited(sequence, run)
    plural = last - first == 1 and text_at(sequence, first) in ALL
    if area or plural or text_at(sequence, last - 1) in MANY or based_there(sequence, last):
        return "place"

    stop = last + (text_at(sequence, last) == ".")
    based = [token.normal for token in sequence[stop : stop + 2]] == ["-", "based"]
    if anyone(sequence, run):
        return ""
    if based or "place" in lexicon().classes_of(words_in(sequence, first, last)):
        return "place"
    if the_before(sequence, first) and "company" in classes_at(sequence, last):
        if sequence[last].text == "group":
            return "apposition"
        if not named_so(sequence, last):
            return "place"
    if legal_end(sequence, last) > last or ticker_end(sequence, last) > last:
        return "suffix"
    if undertaken(sequence, run):
        return ""
    if last - first == 1 and sequence[first].text == "Board" and text_at(sequence, last) == "of":
        return "person"
    if union(sequence, run):
        return "union"
    if quoted_paper(sequence, run):
        return "paper"
    if last - first == 1 and classes_at(sequence, first) & {"legislature"}:
        return "office"
    if last - first > 1 and classes_at(sequence, last - 1) & {"company-word", "company"}:
        return "suffix"
    system = last - first > 2 and sequence[last - 1].text == "System"
    if system and classes_at(sequence, last - 2) & {"company-word", "body"}:
        return "suffix"
    if last - first > 1 and "company-first" in classes_at(sequence, first):
        return "suffix"
    if owning(sequence, run):
        return "apposition"
    if title := titled(sequence, first, last):
        return title
    if company_before(sequence, first) or described(sequence, last) or held(sequence, first):
        return "apposition"
    if owns_staff(sequence, last) or insider(sequence, last):
        return "possessive"
    if listed(sequence, first, last):
        return "list"
    if called(sequence, run):
        return "person"
    if belongs(sequence, first) or owned_by(sequence, first):
        return "possessive"
    if speaks_of_itself(sequence, last):
        return "subject"
    if first == 0 and last == len(sequence) and not classes_at(sequence, last - 1):
        return "verb"
    quoted = last < len(sequence) and sequence[last].kind == "quote"
    if (
        last <= headline
        and not rises(sequence, run)
        and not sited(sequence, run)
        and verb_follows(classes_at(sequence, last + quoted))
    ):
        return "headline"
    return ""


AREAS = frozenset({"county", "township", "parish", "borough"})

MANY = frozenset({"agencies", "companies", "firms", "employers", "universities", "retailers"})
"""Words in capitals that name nobody: "Federal Agencies"."""


ALL = frozenset({"hospitals", "banks", "startups", "lenders", "newspapers", "studios", "networks"})
"""Words that name nobody alone: "Hospitals Cut Jobs", but "Elm Hospitals"."""


def based_there(sequence: Sequence[Token], last: int) -> bool:
    """Whether a name is the town of a state where somebody is based: "Elm Ranch, Ohio-based"."""
    at = last + 1
    while at < last + 6 and (capital(sequence, at) or text_at(sequence, at) == "."):
        at += 1
    based = (text_at(sequence, at), text_at(sequence, at + 1)) == ("-", "based")
    return at > last + 1 and text_at(sequence, last) == "," and based


def anyone(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether words in capitals only say what somebody is: "Major Retailer Will Cut Jobs"."""
    first, last = run
    noun = classes_at(sequence, last - 1) & {"company"} and last - first == 2
    return bool(noun) and sequence[first].normal in PLAIN


PLAIN = frozenset(
    {"major", "big", "top", "giant", "popular", "leading", "local", "another", "huge"}
)


def dateline(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name in capitals opens a line and a dash follows soon: "LEEDS, England –"."""
    first, last = run
    opens = first == 0 or sequence[first - 1].kind == "space-break"
    if not opens or not words_at(sequence, run).isupper():
        return False
    ahead = enumerate(sequence[last : last + 6], last)
    return any(one.kind == "dash" and not hyphen(sequence, at) for at, one in ahead)


def hyphen(sequence: Sequence[Token], index: int) -> bool:
    """Whether a dash joins two words: "lay-offs"."""
    if sequence[index].text not in ("-", "‑") or not 0 < index < len(sequence) - 1:
        return False
    near = sequence[index - 1].end == sequence[index].start
    return near and sequence[index].end == sequence[index + 1].start


def agency(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name in the brackets of a date line is the news agency's: "LEEDS (AP/XTV) –"."""
    before = range(max(0, run[0] - 6), run[0])
    opened = next((at for at in reversed(before) if sequence[at].text == "("), None)
    closed = next((at for at in range(run[1], run[1] + 6) if text_at(sequence, at) == ")"), None)
    if opened is None or closed is None or closed + 1 >= len(sequence):
        return False
    dashed = sequence[closed + 1].kind == "dash"
    line = range(max(0, opened - 8), opened)
    return dashed and (opened < 8 or any(sequence[at].kind == "space-break" for at in line))


SECTORS = frozenset({"tech", "edtech", "fintech", "healthtech"})
"""Trades that are written with a capital: "the Tech business"."""


def placed(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name stands where a place does: "in X", "near X"."""
    return run[0] > 0 and sequence[run[0] - 1].normal in ("in", "near", "from")


def sited(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name stands where only a place does: "in X" and "near X", but not "shares in X",
    "in X's plan" or "in March"."""
    first, last = run
    at = first - (first > 1 and sequence[first - 1].normal in CLOSE)
    if first == 0 or sequence[at - 1].normal not in ("in", "near", "outside"):
        return False
    if any(classes_at(sequence, at) & {"stake"} for at in range(max(0, first - 3), first - 1)):
        return False
    if any(classes_at(sequence, at) - NAMED_PLACES for at in range(first, last)):
        return False
    word = sequence[first].text
    behind = sequence[last].normal if last < len(sequence) else ""
    office = behind in ("offices", "buildings", "facilities", "stores", "warehouses", "plants")
    return word.isalpha() and not word.isupper() and not office and behind not in ("'s", "'")


CLOSE = frozenset({"nearby", "neighbouring", "neighboring", "rural", "central", "downtown"})


def in_state(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether the country or state of a town follows in commas: "X, Ohio, hub", "in X, Kent."."""
    last = run[1]
    if text_at(sequence, last) != ",":
        return False
    match = lexicon().match_of("place", sequence, last + 1) if last + 1 < len(sequence) else None
    if match is None or not capital(sequence, last + 1):
        return False
    behind = text_at(sequence, match.end)
    plain = all(classes_at(sequence, at) <= NAMED_PLACES for at in range(run[0], last))
    return plain and behind in (",", ".", ")", ";", "")


def alongside(sequence: Sequence[Token], run: tuple[int, int], ends: set[int]) -> bool:
    """Whether a name goes on with a list of places, of which one ends at a token of `ends`: "in X,
    Y and Z"."""
    first, last = run
    if first < 2 or first - 1 not in ends:
        return False
    joint = sequence[first - 1].normal
    following = sequence[last].normal if last < len(sequence) else ""
    return joint == "and" or (joint == "," and following in ("and", ","))


NAMED_PLACES = frozenset({"place", "company-word", "date-part", "unit-noun", "column-place"})
"""Classes of words that may be part of a town's name."""


def rises(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a headline's word in capitals tells what cuts do: "Job Cuts Spike to 50,000"."""
    before = roots(classes_at(sequence, run[0] - 1) | pair_at(sequence, run[0] - 2))
    return run[1] - run[0] == 1 and bool(before & {"layoff", "redundancy", "cut-noun"})


def verb_follows(classes: frozenset[str]) -> bool:
    return not VERBS.isdisjoint(roots(classes))


def titled(sequence: Sequence[Token], first: int, last: int) -> str:
    """What a job title right before the name, or after it and a comma, makes of it: "person", or
    "office" for whoever governs, who is no employer's; "" without one."""
    stop = first > 1 and sequence[first - 1].text == "."
    pair = pair_at(sequence, first - 2) if first > 1 else NONE
    found = classes_at(sequence, first - 1 - stop) | pair
    if last < len(sequence) and sequence[last].text == ",":
        for at in (last + 1, last + 2, last + 3):
            words = classes_at(sequence, at) | pair_at(sequence, at)
            if "voice" in words and "say" in roots(classes_at(sequence, at + 1)):
                break
            if at < len(sequence) and sequence[at].kind == "number":
                break
            found |= frozenset() if "other-party" in words else words
    if "person-title" not in found:
        return ""
    return "office" if "office-holder" in found else "person"


def owning(sequence: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a name stands behind what it owns: "Crate & Cask owner Halvik"."""
    first = run[0]
    if text_at(sequence, first - 1) == "owner" and run[1] - first > 1:
        return not called(sequence, run) and text_at(sequence, run[1]) != ","
    named = first > 1 and sequence[first - 2].kind == "word" and capital(sequence, first - 2)
    owner = "other-party" in classes_at(sequence, first - 1)
    return named and owner and not called(sequence, run)


def owns_staff(sequence: Sequence[Token], last: int) -> bool:
    """A possessive and within three words jobs or staff: "X's 3,000 employees"."""
    if last >= len(sequence) or sequence[last].normal not in ("'s", "'"):
        return False
    return any(classes_at(sequence, last + n) & STAFF for n in (1, 2, 3))


def listed(sequence: Sequence[Token], first: int, last: int) -> bool:
    """A list's entry in bold, followed by a mark or a verb: "1. **X** – 200 jobs"."""
    if not (first > 0 and last + 1 < len(sequence)):
        return False
    bold = sequence[first - 1].text == sequence[last].text == "**"
    following = classes_at(sequence, last + 1)
    marked = sequence[last + 1].kind == "dash" or sequence[last + 1].text in (":", "(")
    return bold and (marked or verb_follows(following) or bool(following & {"be", "have"}))
