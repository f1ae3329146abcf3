"""The table of messages: bad input → the exact words that an editor reads.

Each case changes files of one small sound site; `None` deletes one, "BUILT" is what the build wrote
there, "ALTERED" the same with another number; c-HERALD is the id of the Herald's claim. Then comes
all that is said, in order, with `c-…` for the ids of claims, which a better rule changes.
`test_messages` builds each.
"""

from __future__ import annotations

from dataclasses import dataclass

SITE = "data/site.yaml"
NAMES = "data/organisations.yaml"
GAZETTE = "content/articles/gazette-2025.md"
HERALD = "content/articles/herald-2025.md"
MORE = "content/articles/more-2025.md"
EVENT = "content/events/2025-05-oakfield-tissue-layoff.md"
OTHER = "content/events/2025-03-oakfield-mills-layoff.md"
ABOUT = "content/pages/about.md"

REGISTRY = """organisations:
  oakfield: {name: Oakfield Paper, aliases: [Oakfield], watch: true}
  oakfield-tissue: {name: Oakfield Tissue, parent: oakfield}
  oakfield-mills: {name: Oakfield Mills, parent: oakfield}
publishers:
  gazette: {name: The Evening Gazette, short: Gazette}
people:
  ann-lee: {name: Ann Lee, role: chief executive, organisation: oakfield}
"""
FRONT = (
    "---\npublisher: The Evening Gazette\ntitle: Oakfield closes a mill\npublished: 2025-04-02\n"
)
BODY = """Oakfield Paper will cut about 300 jobs at Oakfield Tissue in May 2025.
“We had no choice,” said Ann Lee. It had bought the mill for $4 million. No choice.
"""
HERALD_BODY = "Oakfield Paper cut 120 jobs at Oakfield Mills in March 2025.\n"


def article(body: str = BODY, front: str = "") -> str:
    return f"{FRONT}{front}---\n{body}"


def keys(*lines: str) -> str:
    """An article whose keys are these alone."""
    return "\n".join(["---", *lines, "---", BODY])


def event(*lines: str, story: str = "") -> str:
    """A file of decisions."""
    return "\n".join(["---", *lines, "---", story])


def claim(quote: str, *lines: str, kind: str = "statement") -> str:
    """A file of decisions with one claim written by hand."""
    first = ("claims:", "- article: gazette-2025", f"  quote: {quote}", f"  kind: {kind}")
    return event(*first, *(f"  {line}" for line in lines))


SOUND: dict[str, str] = {
    SITE: "title: Mills\nurl: https://mills.example\n",
    NAMES: REGISTRY,
    GAZETTE: article(),
    HERALD: article(HERALD_BODY).replace("Evening Gazette", "Herald"),
    ABOUT: "---\ntitle: About\n---\nWords.\n",
}


@dataclass(frozen=True, slots=True)
class Case:
    """Files as they are changed, and all that is then said."""

    name: str
    files: dict[str, str | bytes | None]
    said: tuple[str, ...]


def case(name: str, files: dict[str, str | bytes | None], *said: str) -> Case:
    return Case(name, files, said)


# A table reads as one: a line of input, and a line for each message below it.
# fmt: off
FILES = (
    case("another ending", {'content/articles/a.docx': 'x'},
         "content/articles/a.docx:1:1: error[file]: not an article's file; save it as .md, or as plain text in .txt"),
    case("a bad name", {'content/articles/Oakfield cuts.md': article()},
         'content/articles/Oakfield cuts.md:1:1: error[id]: "Oakfield cuts" can\'t be an id: small letters, digits and hyphens only; rename it oakfield-cuts.md'),
    case("one id twice", {'content/articles/gazette-2025.txt': BODY, 'content/articles/gazette-2025.yaml': 'publisher: G\ntitle: T\n'},
         'content/articles/gazette-2025.txt:1:1: error[id]: "gazette-2025" is already the id of content/articles/gazette-2025.md; rename one of the files'),
    case("a bare text whose name has blanks", {'content/articles/My quay.txt': 'The weather was fine.\n'},
         'content/articles/My quay.txt:1:1: error[id]: "My quay" can\'t be an id: small letters, digits and hyphens only; rename it my-quay.txt',
         'content/articles/My quay.txt:1:1: error[missing]: a text without publisher and title; run build.py add content/articles/my-quay.txt, or write content/articles/my-quay.yaml with these lines, filled in\n    publisher: # the newsroom, as it writes its name\n    title: # the headline\n    published: # when it came out, as exactly as that is known\n    url: # where it can be read'),
    case("an article without a word", {MORE: article('\n\n')},
         'content/articles/more-2025.md:6:1: warning[text]: the article has no text, so that nothing is read but its headline; paste its words below the keys'),
    case("a text without a word", {'content/articles/quay-2025.txt': '', 'content/articles/quay-2025.yaml': 'publisher: G\ntitle: T\n'},
         'content/articles/quay-2025.txt:1:1: warning[text]: the article has no text, so that nothing is read but its headline; paste its words into the file'),
    case("a bare text", {'content/articles/quay-2025.txt': 'The weather was fine.\n'},
         'content/articles/quay-2025.txt:1:1: error[missing]: a text without publisher and title; run build.py add content/articles/quay-2025.txt, or write content/articles/quay-2025.yaml with these lines, filled in\n    publisher: # the newsroom, as it writes its name\n    title: # the headline\n    published: # when it came out, as exactly as that is known\n    url: # where it can be read'),
    case("one page twice", {GAZETTE: article(front='url: https://a.example/x\n'), HERALD: article(HERALD_BODY, 'url: https://www.a.example/x/?utm_source=b\n')},
         'content/articles/herald-2025.md:1:1: warning[url]: https://www.a.example/x/?utm_source=b is the address of content/articles/gazette-2025.md too; delete one of the two, or correct the address'),
    case("metadata without text", {'content/articles/quay-2025.yaml': 'publisher: G\ntitle: T\n'},
         "content/articles/quay-2025.yaml:1:1: error[file]: describes no text; add quay-2025.txt beside it"),
    case("a page's bad name", {'content/pages/About us.md': '---\ntitle: A\n---\n'},
         "content/pages/About us.md:1:1: error[file]: not a page's file name; rename it about-us.md"),
    case("a page where the site has its own", {'content/pages/sources.md': '---\ntitle: A\n---\n'},
         'content/pages/sources.md:1:1: error[id]: "sources" is an address of the site\'s own; give the file another name'),
    case("a decision's bad name", {'content/events/My_event.md': event()},
         "content/events/My_event.md:1:1: error[file]: not an event's file name; rename it my-event.md: its name is the event's id"),
    case("a misspelt folder", {'content/article/a.md': 'x'},
         "content/article/a.md:1:1: warning[file]: is read by nobody; move it to one of data/site.yaml, data/organisations.yaml, content/articles/, content/events/, content/pages/"),
    case("no articles", {GAZETTE: None, HERALD: None, 'data/timeline/2025.yaml': 'BUILT'},
         "content/articles/:1:1: error[articles]: there is no article, though the timeline knows 2 events; put the articles back, or delete data/timeline/ to begin anew",
         'content/events/2025-03-oakfield-mills-layoff.md:1:1: warning[tombstone]: the event "2025-03-oakfield-mills-layoff" has lost its last source; its page now says so; if that is wrong, bring the article back or correct it',
         'content/events/2025-05-oakfield-tissue-layoff.md:1:1: warning[tombstone]: the event "2025-05-oakfield-tissue-layoff" has lost its last source; its page now says so; if that is wrong, bring the article back or correct it'),
    case("an empty file", {MORE: ''},
         'content/articles/more-2025.md:1:1: error[front-matter]: no front matter; begin the file with a line "---", then "publisher: …", then a line "---"'),
    case("Latin-1", {MORE: article('Café Oakfield.\n').encode('latin-1')},
         "content/articles/more-2025.md:6:4: error[encoding]: not UTF-8: byte 0xE9; save the file with the encoding UTF-8"),
    case("UTF-16", {MORE: article().encode('utf-16')},
         "content/articles/more-2025.md:1:1: error[encoding]: not UTF-8 but UTF-16: byte 0xFF; save the file with the encoding UTF-8"),
    case("a NUL", {MORE: article('x\x00y\n')},
         "content/articles/more-2025.md:6:2: error[encoding]: a NUL character: this is no text file; save it as plain text in UTF-8"),
    case("a mark that turns the text around", {MORE: article('Nothing \u202e here.\n')},
         "content/articles/more-2025.md:6:9: error[bidi]: 1 invisible character (U+202E) that changes the order of reading; delete the character"),
    case("too large", {MORE: article('x' * 5000001)},
         "content/articles/more-2025.md:1:1: error[size]: the file has 5,000,092 bytes; more than 5,000,000 are refused; split it"),
    case("a byte order mark, CRLF", {MORE: '\ufeff' + article('Words.\n').replace('\n', '\r\n').replace('2025-04-02', '2 April')},
         'content/articles/more-2025.md:4:12: error[date]: "published" is not a date: "2 April"; write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known'),
    case("a template in Latin-1", {'templates/event.html': '<p>\né'.encode('latin-1')},
         "templates/event.html:2:1: error[encoding]: is not UTF-8; save it as UTF-8"),
)

FRONT_MATTER = (
    case("none", {MORE: 'Oakfield Paper will cut 40 jobs.\n'},
         'content/articles/more-2025.md:1:1: error[front-matter]: no front matter; begin the file with a line "---", then "publisher: …", then a line "---"'),
    case("not closed", {MORE: '---\npublisher: G\ntitle: T\n\nOakfield Paper.\n'},
         'content/articles/more-2025.md:1:1: error[front-matter]: the front matter is opened here and never closed; write a line "---" after its last key'),
    case("a sentence in it", {MORE: '---\nOakfield closes\n---\nWords.\n'},
         'content/articles/more-2025.md:2:1: error[front-matter]: these are no keys: "Oakfield closes"; write keys with values, like "publisher: …"'),
    case("a list in it", {MORE: '---\n- publisher\n---\nWords.\n'},
         'content/articles/more-2025.md:2:1: error[front-matter]: these are no keys: a list; write keys with values, like "publisher: …"'),
    case("nothing in it", {MORE: '---\n---\nWords.\n'},
         'content/articles/more-2025.md:2:1: error[missing]: "publisher" and "title" are missing; write publisher: <the newsroom, as it writes its name>'),
    case("a key lacks", {MORE: keys('publisher: G', 'published: 2025')},
         'content/articles/more-2025.md:2:1: error[missing]: "title" is missing; write title: <the headline>'),
    case("a key is empty", {MORE: keys('publisher:', 'title: T')},
         'content/articles/more-2025.md:2:1: error[missing]: "publisher" is missing; write publisher: <the newsroom, as it writes its name>'),
    case("a key is blank", {MORE: keys('publisher: G', 'title: " "')},
         'content/articles/more-2025.md:3:1: error[missing]: "title" is missing; write title: <the headline>'),
    case("a key misspelt", {MORE: keys('publisher: G', 'titel: T')},
         'content/articles/more-2025.md:2:1: error[missing]: "title" is missing; write title: <the headline>',
         'content/articles/more-2025.md:3:1: error[key]: unknown key "titel"; did you mean "title"?'),
    case("a key by another name", {MORE: keys('source: G', 'title: T', 'Date: 2025-04-02')},
         'content/articles/more-2025.md:2:1: error[key]: unknown key "source"; did you mean "publisher"?',
         'content/articles/more-2025.md:2:1: error[missing]: "publisher" is missing; write publisher: <the newsroom, as it writes its name>',
         'content/articles/more-2025.md:4:1: error[key]: unknown key "Date"; did you mean "published"?'),
    case("a key nobody knows", {MORE: article(front='weather: fine\n')},
         'content/articles/more-2025.md:5:1: error[key]: unknown key "weather"; write one of: author, basis, corrects, language_note, published, publisher, text, title, url'),
    case("a date in words", {MORE: keys('publisher: G', 'title: T', 'published: Febuary 6')},
         'content/articles/more-2025.md:4:12: error[date]: "published" is not a date: "Febuary 6"; write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known'),
    case("a day that no calendar has", {MORE: keys('publisher: G', 'title: T', 'published: 2023-02-30')},
         'content/articles/more-2025.md:4:12: error[date]: "published" is not a date: "2023-02-30", which no calendar has; write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known'),
    case("a period", {MORE: keys('publisher: G', 'title: T', 'published: 2024/2025')},
         'content/articles/more-2025.md:4:12: error[date]: "published" is not a date: "2024/2025"; write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known'),
    case("a date with a time", {MORE: keys('publisher: G', 'title: T', 'published: 2024-02-06T10:00')},
         'content/articles/more-2025.md:4:12: error[date]: "published" is not a date: "2024-02-06T10:00"; write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known'),
    case("no, where a word is asked", {MORE: article(front='text: no\n')},
         'content/articles/more-2025.md:5:7: error[choice]: "text" can\'t be "no"; write one of: full, notes'),
    case("true, where text is asked", {MORE: article(front='author: true\n')},
         'content/articles/more-2025.md:5:9: error[type]: "author" is not text: "true"; write text; put true, false and null in quotes'),
    case("12:30 is text", {MORE: article('Words.\n', front='author: 12:30\n')}),
    case("012 is text", {MORE: article('Words.\n', front='author: 012\n')}),
    case("a list, where text is asked", {MORE: article(front='author: [Ann, Bob]\n')},
         'content/articles/more-2025.md:5:9: error[type]: "author" is not text: a list; write text; put true, false and null in quotes'),
    case("keys, where text is asked", {MORE: article(front='author:\n  name: Ann\n')},
         'content/articles/more-2025.md:6:3: error[type]: "author" is not text: a group of keys; write text; put true, false and null in quotes'),
    case("an address without a scheme", {MORE: article(front='url: www.gazette.example/a\n')},
         'content/articles/more-2025.md:5:6: error[url]: "url" is not a web address: "www.gazette.example/a"; write it in full: https://…'),
    case("an address that no browser opens", {MORE: article(front='url: ftp://gazette.example/a\n')},
         'content/articles/more-2025.md:5:6: error[url]: "url" is not a web address: "ftp://gazette.example/a" begins with ftp://, which no browser opens; write it in full: https://…'),
    case("an address with a space", {MORE: article(front='url: https://gazette.example/a b\n')},
         'content/articles/more-2025.md:5:6: error[url]: "url" is not a web address: "https://gazette.example/a b" has a character that no address has; write it in full: https://…'),
    case("an id with capitals", {MORE: article(front='corrects: Gazette 2025\n')},
         'content/articles/more-2025.md:5:11: error[id]: "Gazette 2025" is not an id in "corrects"; write gazette-2025'),
    case("an id nobody has", {MORE: article(front='corrects: gazete-2025\n')},
         'content/articles/more-2025.md:5:11: error[unknown]: "corrects": no other article has the id "gazete-2025"; did you mean "gazette-2025"?'),
)

YAML = (
    case("a colon", {SITE: 'title: Mills: a list\n'},
         'data/site.yaml:1:13: error[yaml]: a colon and a space inside a value; put the value in quotes: key: "one: two"'),
    case("a bad first character", {SITE: 'title: @mills\n'},
         "data/site.yaml:1:8: error[yaml]: a value can't begin with this character; put the value in quotes"),
    case("a quotation mark not closed", {SITE: 'title: "Mills\nurl: https://a.example\n'},
         "data/site.yaml:1:8: error[yaml]: a quotation mark is opened here and never closed; close it"),
    case("words after a quotation", {SITE: 'title: "Mills" counted\n'},
         "data/site.yaml:1:16: error[yaml]: a line that does not belong to the keys above it; check its indentation; put a value that begins or ends with a quotation mark in quotes"),
    case("a line that is no key", {SITE: 'title: Mills\nand more\nurl: https://a.example\n'},
         "data/site.yaml:2:1: error[yaml]: a line that is neither a key with a colon nor part of a value; write it as key: value, or in a list after a hyphen and a space"),
    case("a bracket not closed", {NAMES: 'organisations: {oakfield: {name: Oakfield}\n'},
         "data/organisations.yaml:2:1: error[yaml]: a list or mapping in brackets that is not closed, or lacks a comma; close it, or put one entry on each line"),
    case("indented too little", {NAMES: 'organisations:\n  oakfield:\n    name: Oakfield\n   watch: true\n'},
         "data/organisations.yaml:4:4: error[yaml]: a line that does not belong to the keys above it; check its indentation; put a value that begins or ends with a quotation mark in quotes"),
    case("a list left", {NAMES: 'organisations:\n  oakfield:\n    name: O\n    aliases:\n    - Oak\n    short: [x]\n    - Elm\n'},
         "data/organisations.yaml:7:5: error[yaml]: a line that does not belong to the keys above it; check its indentation; put a value that begins or ends with a quotation mark in quotes"),
    case("a list on the key's line", {NAMES: 'organisations: - oakfield\n'},
         "data/organisations.yaml:1:16: error[yaml]: a list can't begin here; begin it on the next line"),
    case("a list, then a key", {EVENT: '---\nanchors:\n- c-0123456789\n-c-1234567890\n---\n'},
         "content/events/2025-05-oakfield-tissue-layoff.md:4:1: error[yaml]: a line that is neither a key with a colon nor part of a value; write it as key: value, or in a list after a hyphen and a space"),
    case("a list, then a key of its own", {SITE: '- title\nurl: x\n'},
         "data/site.yaml:2:1: error[yaml]: a line that does not belong to the list above it; check its indentation, or begin it with a hyphen and a space"),
    case("an unknown backslash", {SITE: 'title: "Mills \\kiln"\n'},
         "data/site.yaml:1:15: error[yaml]: a backslash that means nothing here; use single quotes"),
    case("a backslash that rings a bell", {SITE: 'title: "Mills \\and"\nurl: https://a.example\n'},
         "data/site.yaml:1:8: error[yaml]: a backslash that makes a hidden character (U+0007); use single quotes"),
    case("a backslash that turns the text around", {SITE: 'title: "Mills \\u202e"\nurl: https://a.example\n'},
         "data/site.yaml:1:8: error[yaml]: a backslash that makes a hidden character (U+202E); use single quotes"),
    case("bold", {SITE: 'title: **Mills**\n'},
         "data/site.yaml:1:9: error[yaml]: * and & have a meaning in YAML and can't begin a value; put the value in quotes"),
    case("a tab", {NAMES: 'organisations:\n\toakfield:\n\t\tname: Oakfield\n'},
         "data/organisations.yaml:2:1: error[yaml]: a tab at the beginning of a line; indent with spaces"),
    case("a key twice", {SITE: 'title: Mills\nurl: https://a.example\ntitle: More\n'},
         'data/site.yaml:3:1: error[yaml]: "title" is here twice; first on line 1; keep one of them'),
    case("an anchor, an alias", {SITE: 'title: &t Mills\nstandfirst: *t\n'},
         "data/site.yaml:1:8: error[yaml]: &t is an anchor, which is refused; delete it, or put the value in quotes",
         "data/site.yaml:2:13: error[yaml]: *t is an alias, which is refused; write the value out, or put it in quotes"),
    case("a merge key", {SITE: '<<: {title: Mills}\nurl: https://a.example\n'},
         "data/site.yaml:1:1: error[yaml]: merge keys (<<) are refused; write the keys out"),
    case("a tag", {SITE: 'title: !mills Mills\nurl: https://a.example\n'},
         "data/site.yaml:1:8: error[yaml]: !mills is a tag, which is refused; delete it, or put the value in quotes"),
    case("a list as a key", {SITE: '? [a, b]\n: c\n'},
         "data/site.yaml:1:3: error[yaml]: a key must be one word; write key: value"),
    case("a directive", {SITE: '%YAML 1.1\n---\ntitle: Mills\nurl: https://a.example\n'},
         "data/site.yaml:1:1: error[yaml]: directives (%) are refused; delete the line"),
    case("two documents", {SITE: 'title: Mills\nurl: https://a.example\n---\ntitle: More\n'},
         'data/site.yaml:3:1: error[yaml]: a second document begins here; delete the line "---"'),
    case("a control character", {SITE: 'title: Mills\x07\n'},
         "data/site.yaml:1:13: error[yaml]: a character that can't be printed (U+0007); delete it"),
    case("nested too deep", {SITE: 'title: ' + '[' * 70},
         "data/site.yaml:1:71: error[yaml]: nested more than 64 levels deep; write it flatter"),
    case("what nobody has met", {SITE: 'title: |0\n  Mills\n'},
         "data/site.yaml:1:9: error[yaml]: not YAML: found an indentation indicator equal to 0; put the value in quotes"),
)

SETTINGS = (
    case("no address", {SITE: 'title: Mills\n'},
         'data/site.yaml:1:1: warning[url]: there is no "url", so feeds, sitemap.xml and cards are not written; write the address at which readers find the site, like "url: https://desk.example"'),
    case("yes for true", {NAMES: REGISTRY.replace('watch: true', 'watch: yes')},
         'data/organisations.yaml:2:64: error[type]: "watch" is not true or false: "yes"; write true'),
    case("neither", {NAMES: REGISTRY.replace('watch: true', 'watch: perhaps')},
         'data/organisations.yaml:2:64: error[type]: "watch" is not true or false: "perhaps"; write true or false'),
    case("a word, where a list is asked", {NAMES: REGISTRY.replace('[Oakfield]', 'Oakfield')},
         'data/organisations.yaml:2:45: error[type]: "aliases" is not a list of texts: "Oakfield"; write a list: one entry on each line, after a hyphen'),
    case("a list, where keys are asked", {NAMES: 'organisations:\n- oakfield\n'},
         'data/organisations.yaml:2:1: error[type]: "organisations" is not a group of ids: a list; write keys with values, indented below it'),
    case("a word, where a record is asked", {NAMES: REGISTRY.replace('{name: Oakfield Mills, parent: oakfield}', 'Oakfield Mills')},
         'data/organisations.yaml:4:19: error[type]: "oakfield-mills" is not a group of keys: "Oakfield Mills"; write keys with values, indented below it'),
    case("an id with a capital", {NAMES: REGISTRY.replace('  oakfield:', '  Oakfield:')},
         'data/organisations.yaml:2:3: error[id]: "Oakfield" is not an id in "organisations"; write oakfield'),
    case("an entry without a name", {NAMES: REGISTRY + '  bob:\n'},
         'data/organisations.yaml:9:3: error[missing]: "name" is missing; write name: <the name that pages print>'),
    case("an owner nobody knows", {NAMES: REGISTRY.replace('Mills, parent: oakfield', 'Mills, parent: oakfeild')},
         'data/organisations.yaml:4:50: error[unknown]: "parent": no organisation has the id "oakfeild"; did you mean "oakfield"?'),
    case("a ring of owners", {NAMES: REGISTRY.replace('[Oakfield],', '[Oakfield], parent: oakfield-mills,')},
         'data/organisations.yaml:2:65: error[cycle]: a ring of owners: oakfield → oakfield-mills → oakfield; delete one "parent"'),
    case("one name of two", {NAMES: REGISTRY.replace('Oakfield Mills,', 'Oakfield Mills, aliases: [Oakfield],')},
         'data/organisations.yaml:4:52: error[alias]: "Oakfield" already means "oakfield"; keep it in one place, or make it a "short" name'),
    case("one short name of two", {NAMES: REGISTRY.replace('Mills,', 'Mills, short: [Arm],').replace('Tissue,', 'Tissue, short: [Arm],')},
         'data/organisations.yaml:4:50: error[alias]: "Arm" is short for "oakfield-tissue" in the same family; keep it in one place'),
    case("an order in words", {ABOUT: '---\ntitle: About\norder: first\n---\nWords.\n'},
         'content/pages/about.md:3:8: error[type]: "order" is not a whole number: "first"; write a whole number, like 3'),
    case("a number without a source", {ABOUT: '---\ntitle: About\n---\nOakfield cut\n4,000 jobs.\n'},
         'content/pages/about.md:5:1: error[number]: no claim of any event supports the number of jobs "4,000"; write the number as a source gives it, or add the claim that says it'),
)

PROSE = (
    case("too much", {ABOUT: '---\ntitle: A\n---\n' + 'word word\n\n' * 20000},
         "content/pages/about.md:4:1: error[prose]: more than 200,000 bytes of text; split it into several files"),
    case("too many lines", {ABOUT: '---\ntitle: A\n---\n' + 'word\n\n' * 2001},
         "content/pages/about.md:4:1: error[prose]: more than 4,000 lines of text; split it into several files"),
    case("too many brackets", {ABOUT: '---\ntitle: A\n---\n' + '[\n\n' * 1001},
         "content/pages/about.md:4:1: error[prose]: more than 1,000 opening brackets [ or marks of code `; split it into several files"),
    case("a paragraph too long", {ABOUT: '---\ntitle: A\n---\nx\n\n' + 'word ' * 2000},
         "content/pages/about.md:6:1: error[prose]: a paragraph of more than 8,000 letters or 200 lines; divide it by blank lines"),
    case("a paragraph with too many marks", {ABOUT: '---\ntitle: A\n---\n' + '*' * 201},
         "content/pages/about.md:4:1: error[prose]: a paragraph with more than 200 of the mark *; divide it by blank lines"),
    case("brackets not closed", {ABOUT: '---\ntitle: A\n---\n' + '[' * 9},
         "content/pages/about.md:4:1: error[prose]: more than 8 brackets [ opened and not closed; close them"),
    case("nested too deep", {ABOUT: '---\ntitle: A\n---\n' + '> ' * 9 + 'x'},
         "content/pages/about.md:4:1: error[prose]: lists or quotations nested more than 8 deep; write them flatter"),
)

WORDS = '{article: gazette-2025, words: "about 300 jobs"}'
HERALDS = '{article: herald-2025, words: "120 jobs"}'
WAITS = 'Oakfield Tissue lost another 75 people in a round of cuts, employees say.\n'
DECISIONS = (
    case("one event in two files", {EVENT: event('title: A'), EVENT.replace('events/', 'events/x/'): event('title: B')},
         'content/events/x/2025-05-oakfield-tissue-layoff.md:1:1: error[id]: "2025-05-oakfield-tissue-layoff" has two files; keep one of them'),
    case("an event nobody has", {'content/events/2025-05-oakfield-tisue-layoff.md': event('title: A')},
         'content/events/2025-05-oakfield-tisue-layoff.md:1:1: error[event]: no event has or had the id "2025-05-oakfield-tisue-layoff"; did you mean 2025-05-oakfield-tissue-layoff or 2025-03-oakfield-mills-layoff?'),
    case("an event that is like none", {'content/events/zeppelin.md': event('title: A')},
         'content/events/zeppelin.md:1:1: error[event]: no event has or had the id "zeppelin"; name an event by the id in its page\'s address, or give `anchors`'),
    case("a claim's id nobody has", {EVENT: event('confirm: [c-0123456789]')},
         "content/events/2025-05-oakfield-tissue-layoff.md:2:11: error[reference]: no claim has the id c-…; write a claim's id, or its article and words that stand in it once"),
    case("words of no claim", {EVENT: event('reject: [{article: gazette-2025, words: "bought the"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[reference]: no claim of "gazette-2025" has the words "bought the"; write a claim\'s id, or its article and words that stand in it once'),
    case("an article nobody has", {EVENT: event('reject: [{article: gazete-2025, words: "x"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:20: error[unknown]: no article has the id "gazete-2025"; did you mean "gazette-2025"?'),
    case("neither an id nor words", {EVENT: event('reject: [about 300 jobs]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[reference]: "about 300 jobs" is neither a claim\'s id nor an article and words; write a claim\'s id, or its article and words that stand in it once'),
    case("words of an article without claims", {MORE: article('Words.\n'), EVENT: event('reject: [{article: more-2025, words: "Words"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[reference]: the article "more-2025" has no claim; write a claim\'s id, or its article and words that stand in it once'),
    case("words of two claims", {HERALD: article('Oakfield Paper cut 120 jobs at Oakfield Mills in March 2025. It will cut 80 jobs at Oakfield Tissue in July 2025. Oakfield Paper cut 70 jobs at Oakfield Mills in January 2025.\n'), EVENT: event('reject: [{article: herald-2025, words: "Oakfield Paper cut"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[reference]: "Oakfield Paper cut" may mean 2 claims of "herald-2025": c-… (layoff), c-… (layoff); write a claim\'s id, or its article and words that stand in it once'),
    case("a claim confirmed and rejected", {EVENT: event(f'confirm: [{WORDS}]\nreject: [{WORDS}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:11: warning[confirm]: "about 300 jobs" in gazette-2025 waits for nobody: it is published already; delete this; to keep the claim with this event, write it under `anchors`',
         'content/events/2025-05-oakfield-tissue-layoff.md:3:10: error[decision]: this claim is rejected here, and held by 2025-05-oakfield-tissue-layoff; take one of the two lines out'),
    case("half a reference", {EVENT: event('reject: [{article: gazette-2025}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[missing]: "words" is missing; write words: <words of the claim, as the article has them>'),
    case("true for a claim", {EVENT: event('reject: [true]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[type]: "reject" is not a claim: "true"; write a claim\'s id, or {article: <id>, words: <its words>}'),
    case("a list for a claim", {EVENT: event('reject: [[a]]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[type]: "reject" is not a claim: a list; write a claim\'s id, or {article: <id>, words: <its words>}'),
    case("a claim not in a list", {EVENT: event('reject: c-0123456789')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: error[type]: "reject" is not a list of claims: "c-…"; write a list: one entry on each line, after a hyphen'),
    case("a milestone misspelt", {EVENT: event('milestones: {anounced: 2025}')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:14: error[key]: unknown key "anounced"; did you mean "announced"?'),
    case("a field that can't be preferred", {EVENT: event(f'prefer: [{{field: job, claim: {WORDS}, reason: x}}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:18: error[choice]: "field" can\'t be "job"; did you mean "jobs"?'),
    case("no reason", {EVENT: event(f'prefer: [{{field: jobs, claim: {WORDS}}}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[missing]: "reason" is missing; write reason: <why, for the reader>'),
    case("another event's claim", {EVENT: event(f'prefer: [{{field: jobs, claim: {HERALDS}, reason: x}}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:31: error[prefer]: "120 jobs" in herald-2025 is a claim of the event 2025-03-oakfield-mills-layoff, not of this; prefer a claim of this event, or `join` the two'),
    case("a correction's date", {EVENT: event('corrections: [{date: 2025-04, text: x}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:22: error[date]: "date" is not a date: "2025-04"; write 2024-02-06'),
    case("an event's date", {EVENT: event('date: spring 2025')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:7: error[date]: "date" is not a date: "spring 2025"; write 2024-02-06, 2024-02, 2024, or a period: 2022/2023'),
    case("related to nothing", {EVENT: event('relations: [{is: part_of, to: 2025-03-oakfield-mils-layoff, reason: x}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:31: error[relation]: no event has the id "2025-03-oakfield-mils-layoff"; did you mean 2025-03-oakfield-mills-layoff or 2025-05-oakfield-tissue-layoff?'),
    case("related to nothing like it", {EVENT: event('relations: [{is: part_of, to: zzz, reason: x}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:31: error[relation]: no event has the id "zzz"; name an event by the id in its page\'s address'),
    case("related to itself", {EVENT: event('relations: [{is: part_of, to: 2025-05-oakfield-tissue-layoff, reason: x}]')},
         "content/events/2025-05-oakfield-tissue-layoff.md:2:31: error[relation]: an event cannot be related to itself; name the other event"),
    case("related in a ring", {EVENT: event('relations: [{is: part_of, to: 2025-03-oakfield-mills-layoff, reason: x}]'), OTHER: event('relations: [{is: part_of, to: 2025-05-oakfield-tissue-layoff, reason: x}]')},
         "content/events/2025-03-oakfield-mills-layoff.md:2:31: error[relation]: these events contain or replace each other in a ring: 2025-03-oakfield-mills-layoff → 2025-05-oakfield-tissue-layoff → 2025-03-oakfield-mills-layoff; take back one of these relations, or split the event in which two cuts were joined"),
    case("a part larger than its whole", {EVENT: event('relations: [{is: part_of, to: 2025-03-oakfield-mills-layoff, reason: x}]')},
         "content/events/2025-05-oakfield-tissue-layoff.md:2:31: error[parts]: 2025-03-oakfield-mills-layoff: about 300 (gazette-2025) make 300, more than 120 (herald-2025). Not all of these are parts of it, or some jobs are counted twice; one is not a part, or two are the same event: correct `relations` or `join`"),
    case("joined to nothing", {EVENT: event('join: [2025-03-oakfield-mils-layoff]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:8: error[event]: no event has or had the id "2025-03-oakfield-mils-layoff"; did you mean 2025-03-oakfield-mills-layoff or 2025-05-oakfield-tissue-layoff?'),
    case("related to what was joined", {EVENT: event('join: [2025-03-oakfield-mills-layoff]'), OTHER: event('title: A')},
         'content/events/2025-03-oakfield-mills-layoff.md:1:1: error[event]: the event "2025-03-oakfield-mills-layoff" is part of "2025-05-oakfield-tissue-layoff" now; move what this file settles into content/events/2025-05-oakfield-tissue-layoff.md and delete it'),
    case("differs with what was joined", {EVENT: event('join: [2025-03-oakfield-mills-layoff]', 'between: [{with: 2025-03-oakfield-mills-layoff, field: order, question: Q, values: []}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:3:18: error[relation]: the event "2025-03-oakfield-mills-layoff" is part of another now; write 2025-05-oakfield-tissue-layoff',
         'content/events/2025-05-oakfield-tissue-layoff.md:3:84: error[between]: a difference has two sides or more; write each under `values`, with the claims that say so'),
    case("anchors of two events", {EVENT: event(f'anchors: [{WORDS}, {HERALDS}]')},
         "content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[anchors]: these claims are in 2 different events (2025-05-oakfield-tissue-layoff: c-… of gazette-2025; 2025-03-oakfield-mills-layoff: c-… of herald-2025); keep only the anchors of the event that you mean; or, if it is one event, write `join: [2025-03-oakfield-mills-layoff]`"),
    case("anchors held by another file", {EVENT: event(f'anchors: [{WORDS}]'), OTHER: event(f'anchors: [{WORDS}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:1:1: error[event]: no event has or had the id "2025-05-oakfield-tissue-layoff"; did you mean 2025-03-oakfield-mills-layoff?',
         "content/events/2025-05-oakfield-tissue-layoff.md:2:10: error[anchors]: these claims are in the event that content/events/2025-03-oakfield-mills-layoff.md holds already; put both files' decisions into 2025-03-oakfield-mills-layoff.md, or split the event there"),
    case("anchors that are gone", {EVENT: event('anchors: [{article: gazette-2025, words: "about 400 jobs"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: warning[anchors]: no claim is anchored here any more: no claim of "gazette-2025" has the words "about 400 jobs", nearest are "about 300 jobs" (content/articles/gazette-2025.md:6:25); if the event is still there, write its present claims; otherwise nothing need be done'),
    case("joined with itself", {EVENT: event('join: [2025-05-oakfield-tissue-layoff]')},
         "content/events/2025-05-oakfield-tissue-layoff.md:2:8: error[join]: an event cannot be joined with itself; name the other event, by the id in its page's address"),
    case("another event's claim split off", {EVENT: event(f'split: [{HERALDS}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: warning[split]: "120 jobs" in herald-2025 leaves no claim behind that it could be split from; delete this'),
    case("another event's claim of two split off", {MORE: article('Oakfield Paper cut 120 jobs at Oakfield Mills in March 2025, it said.\n').replace('Evening Gazette', 'Courier'), EVENT: event(f'split: [{HERALDS}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: error[split]: "120 jobs" in herald-2025 is a claim of the event 2025-03-oakfield-mills-layoff, not of this; write this into content/events/2025-03-oakfield-mills-layoff.md, or delete it'),
    case("the only claim split off", {EVENT: event(f'split: [{WORDS}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: warning[split]: "about 300 jobs" in gazette-2025 leaves no claim behind that it could be split from; delete this'),
    case("another event's claim split off that was known", {MORE: article('Oakfield Paper cut 120 jobs at Oakfield Mills in March 2025, it said.\n').replace('Evening Gazette', 'Courier'), 'data/timeline/2025.yaml': 'BUILT', EVENT: event('split: [{article: more-2025, words: "120 jobs"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: error[split]: "120 jobs" in more-2025 is a claim of the event 2025-03-oakfield-mills-layoff, not of this; write this into content/events/2025-03-oakfield-mills-layoff.md, or delete it'),
    case("a statement split off", {EVENT: event('split: [{article: gazette-2025, words: "We had no choice"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: warning[split]: "We had no choice" in gazette-2025 is a statement or a figure, which makes no event of its own; delete this; if it is wrong, `reject` it'),
    case("a claim that waits split off", {MORE: article(WAITS), EVENT: event('split: [{article: more-2025, words: "another 75 people"}]')},
         'content/articles/more-2025.md:6:1: warning[review]: layoff of 75 at Oakfield Paper waits: the number that it is a part of is not certain. “Oakfield Tissue lost another 75 people in a round of cuts, employees say.”; write content/events/2025-04-oakfield-tissue-layoff.md, between two lines of ---, with one of\n    confirm: [c-…]\n    reject: [c-…]',
         'content/events/2025-05-oakfield-tissue-layoff.md:2:9: warning[split]: "another 75 people" in more-2025 waits for an editor, and is in no event yet; `confirm` it first, or delete this'),
    case("a claim confirmed that does not wait", {EVENT: event(f'confirm: [{WORDS}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:11: warning[confirm]: "about 300 jobs" in gazette-2025 waits for nobody: it is published already; delete this; to keep the claim with this event, write it under `anchors`'),
    case("a claim by hand confirmed", {EVENT: event('claims:', '- article: gazette-2025', '  quote: No choice.', '  kind: statement', '  topic: outlook', 'confirm: [{article: gazette-2025, words: "No choice."}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:7:11: warning[confirm]: "No choice." in gazette-2025 waits for nobody: it is published already; delete this; to keep the claim with this event, write it under `anchors`'),
    case("money where there is none", {EVENT: event(f'prefer: [{{field: money, claim: {WORDS}, reason: x}}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:32: error[prefer]: "about 300 jobs" in gazette-2025 gives no sum of money that could be shown first; prefer a claim that does, or correct `field`'),
    case("a claim preferred twice", {EVENT: event('prefer:', f'- {{field: jobs, claim: {WORDS}, reason: x}}', f'- {{field: jobs, claim: {WORDS}, reason: y}}')},
         'content/events/2025-05-oakfield-tissue-layoff.md:4:3: error[prefer]: a claim is preferred for "jobs" twice; keep one of the two'),
    case("one relation twice", {EVENT: event('title: A'), OTHER: event('relations:', '- {is: part_of, to: 2025-05-oakfield-tissue-layoff, reason: x}', '- {is: revises, to: 2025-05-oakfield-tissue-layoff, reason: y}')},
         'content/events/2025-03-oakfield-mills-layoff.md:4:3: error[relation]: the event 2025-05-oakfield-tissue-layoff is related to this twice; keep one of the two'),
    case("a difference with one side", {EVENT: event('between:', '- with: 2025-03-oakfield-mills-layoff', '  field: order', '  question: Which came first?', f'  values: [{{text: this, claims: [{WORDS}]}}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:6:11: error[between]: a difference has two sides or more; write each under `values`, with the claims that say so'),
    case("a date where sources date the announcement alone", {GAZETTE: article('Oakfield Paper announced on 2 April 2025 that it will cut about 300 jobs at Oakfield Tissue.\n'), 'content/events/2025-04-oakfield-tissue-layoff.md': event('date: 2025-09')}),
    case("stages in disorder", {EVENT: event('milestones: {announced: 2025-06, started: 2025-05-02, completed: 2025-04}')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:43: warning[milestones]: "started" (2025-05-02) lies before "announced" (2025-06); correct one of the two dates; if both are right, nothing is to be done',
         'content/events/2025-05-oakfield-tissue-layoff.md:2:66: error[milestones]: "completed" (2025-04) lies before "started" (2025-05-02); correct one of the two dates',
         'content/events/2025-05-oakfield-tissue-layoff.md:2:66: warning[milestones]: "completed" (2025-04) lies before "announced" (2025-06); correct one of the two dates; if both are right, nothing is to be done'),
    case("stages that may be in order", {EVENT: event('milestones: {announced: 2025-05-20, started: 2025-05, completed: 2025}')}),
    case("a date that no source has", {EVENT: event('date: 2024-05')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:7: warning[date]: no source of this event has the date 2024-05; they say 2025-05 (gazette-2025); correct the date, or add the article, or the claim under `claims:`, that says it'),
    case("a date within that of the source", {EVENT: event('date: 2025-05-14')}),
    case("a number in the title", {EVENT: event('title: Oakfield cuts 400 jobs')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:8: error[number]: no claim of this event or of one it is related to supports the number of jobs "400"; write the number as a source gives it, or add the claim that says it'),
    case("a number in the story", {EVENT: event('title: A', story='It was hard.\nIn all 400 jobs went.\n')},
         'content/events/2025-05-oakfield-tissue-layoff.md:5:8: error[number]: no claim of this event or of one it is related to supports the number of jobs "400"; write the number as a source gives it, or add the claim that says it'),
)

BY_HAND = (
    case("an article nobody has", {EVENT: event('claims:', '- article: gazete-2025', '  quote: x', '  kind: statement')},
         'content/events/2025-05-oakfield-tissue-layoff.md:3:12: error[unknown]: no article has the id "gazete-2025"; did you mean "gazette-2025"?'),
    case("a kind nobody knows", {EVENT: claim('No choice.', kind='rumour')},
         'content/events/2025-05-oakfield-tissue-layoff.md:5:9: error[choice]: "kind" can\'t be "rumour"; write one of: acquisition, closure, figure, launch, layoff, statement'),
    case("a quote that is not there", {EVENT: claim('We had a choice')},
         'content/events/2025-05-oakfield-tissue-layoff.md:4:10: error[words]: these words do not stand in "gazette-2025": "We had a choice"; nearest are "We had no choice" (content/articles/gazette-2025.md:7:2); copy them from the article'),
    case("a quote with other marks", {EVENT: claim('\'"We had no choice," said Ann Lee.\'')},
         'content/events/2025-05-oakfield-tissue-layoff.md:4:10: error[words]: these words do not stand in "gazette-2025": ""We had no choice," said Ann Lee."; write them as the article does: “We had no choice,” said Ann Lee.'),
    case("a quote twice", {EVENT: claim('o choice')},
         'content/events/2025-05-oakfield-tissue-layoff.md:4:10: error[words]: these words stand 2 times in "gazette-2025": "o choice"; write more of the sentence'),
    case("a value that is not in the quote", {EVENT: claim('It had bought the mill for $4 million.', 'status: completed', 'money: $5 million', kind='acquisition')},
         'content/events/2025-05-oakfield-tissue-layoff.md:7:10: error[words]: "money" does not stand in the quote: "$5 million"; copy them from the article'),
    case("a value twice in the quote", {EVENT: claim('“We had no choice,” said Ann Lee. It had bought the mill for $4 million.', 'terms: had')},
         'content/events/2025-05-oakfield-tissue-layoff.md:6:10: error[words]: "terms" stands 2 times in the quote: "had"; write more of its words'),
    case("a value that is none", {EVENT: claim('It had bought the mill for $4 million.', 'status: completed', 'money: the mill', kind='acquisition')},
         'content/events/2025-05-oakfield-tissue-layoff.md:7:10: error[words]: "money" is not a sum of money that can be read: "the mill"; name exactly its words, with words like about or over and nothing else'),
    case("no status", {EVENT: claim('It had bought the mill for $4 million.', kind='acquisition')},
         'content/events/2025-05-oakfield-tissue-layoff.md:3:3: error[missing]: "status" is missing, which a claim of the kind "acquisition" needs; write status: reported / planned / announced / under_way / completed / cancelled / denied'),
    case("a date that is none", {EVENT: claim('It had bought the mill for $4 million.', 'status: completed', 'date: the mill', kind='acquisition')},
         'content/events/2025-05-oakfield-tissue-layoff.md:7:9: error[words]: "date" does not say when: "the mill"; name exactly the words of the date, and nothing else'),
    case("nobody is watched", {NAMES: REGISTRY.replace(', watch: true', ''), EVENT: claim('It had bought the mill for $4 million.', 'status: completed', kind='acquisition')},
         "content/events/2025-05-oakfield-tissue-layoff.md:3:3: error[missing]: whose claim is this? no organisation, or more than one, is watched; write organisation: <its words in the quote, or its id>"),
    case("words with the noun", {EVENT: claim('Oakfield Paper will cut about 300 jobs at Oakfield Tissue in May 2025.', 'status: planned', 'jobs: 300 jobs', kind='layoff')},
         'content/events/2025-05-oakfield-tissue-layoff.md:7:9: error[words]: "jobs" is not a number that can be read: "300 jobs"; name exactly its words, with words like about or over and nothing else'),
    case("a number that is not of jobs", {GAZETTE: article(BODY + 'The mill has 40 rooms.\n'), EVENT: claim('The mill has 40 rooms.', 'status: planned', 'jobs: "40"', kind='layoff')},
         "content/events/2025-05-oakfield-tissue-layoff.md:3:3: error[claim]: this claim does not stand in gazette-2025: the number doesn't stand beside words for cut jobs; give each value in words that the quoted sentence contains"),
)

LATER = (
    case("an article is withdrawn", {HERALD: None, 'data/timeline/2025.yaml': 'BUILT', OTHER: event('title: A', f'reject: [{HERALDS}]')},
         'content/events/2025-03-oakfield-mills-layoff.md:1:1: warning[tombstone]: the event "2025-03-oakfield-mills-layoff" has lost its last source; its page now says so; if that is wrong, bring the article back or correct it',
         'content/events/2025-03-oakfield-mills-layoff.md:3:20: warning[withdrawn]: the article "herald-2025" was withdrawn, so this settles nothing; delete it, or bring the article back'),
    case("an article is renamed", {HERALD: None, 'content/articles/herald-mills.md': SOUND[HERALD], 'data/timeline/2025.yaml': 'BUILT', OTHER: event('title: A', f'reject: [{HERALDS}]')},
         'content/events/2025-03-oakfield-mills-layoff.md:3:20: error[renamed]: the article "herald-2025" is gone, and its words stand in "herald-mills"; write herald-mills if the file was renamed, or else delete this'),
    case("an article is withdrawn that another had printed", {HERALD: None, GAZETTE: article(BODY + HERALD_BODY), 'data/timeline/2025.yaml': 'BUILT', OTHER: event('title: A', f'reject: [{HERALDS}]')},
         'content/events/2025-03-oakfield-mills-layoff.md:3:20: warning[withdrawn]: the article "herald-2025" was withdrawn, so this settles nothing; delete it, or bring the article back'),
    case("a claim by its id, of an article that is withdrawn", {HERALD: None, 'data/timeline/2025.yaml': 'BUILT', OTHER: event('title: A', 'reject: [c-HERALD]')},
         'content/events/2025-03-oakfield-mills-layoff.md:1:1: warning[tombstone]: the event "2025-03-oakfield-mills-layoff" has lost its last source; its page now says so; if that is wrong, bring the article back or correct it',
         'content/events/2025-03-oakfield-mills-layoff.md:3:10: error[reference]: c-… was a claim of "herald-2025", which is gone; delete this; if that file was renamed, write that article and words of the claim'),
    case("a claim by its id, of an article that was edited", {HERALD: article(HERALD_BODY.replace('March', 'April')), 'data/timeline/2025.yaml': 'BUILT', OTHER: event('title: A', 'reject: [c-HERALD]')},
         "content/events/2025-03-oakfield-mills-layoff.md:3:10: error[reference]: c-… was a claim of \"herald-2025\", which reads otherwise now; write a claim's id, or its article and words that stand in it once"),
    case("an article is reworded", {EVENT: event('reject: [{article: gazette-2025, words: "will soon cut about 300 jobs"}]')},
         'content/events/2025-05-oakfield-tissue-layoff.md:2:10: warning[moved]: these words stand there no more, and their claim is still meant: "will soon cut about 300 jobs" in gazette-2025; write those that stand there now: "will cut about 300 jobs" (content/articles/gazette-2025.md:6:16)'),
    case("a decision that took its event away", {'data/timeline/2025.yaml': 'BUILT', OTHER: event(f'reject: [{HERALDS}]')},
         'content/events/2025-03-oakfield-mills-layoff.md:1:1: warning[tombstone]: no claim tells of the event "2025-03-oakfield-mills-layoff" any more; its page now says so; if that is wrong, take back the edit or the decision that took its claim away'),
    case("a record altered", {'data/timeline/2025.yaml': 'ALTERED'},
         'data/timeline/2025.yaml:36:1: error[digest]: the record "2025-05-oakfield-tissue-layoff" was altered by hand; the build writes otherwise: jobs, claims; run build.py adopt, which makes a decision of it; or take it back, and write what you settle into content/events/2025-05-oakfield-tissue-layoff.md'),
    case("a record altered beside a broken article", {'data/timeline/2025.yaml': 'ALTERED', MORE: ''},
         'content/articles/more-2025.md:1:1: error[front-matter]: no front matter; begin the file with a line "---", then "publisher: …", then a line "---"',
         'data/timeline/2025.yaml:27:1: error[digest]: the record "2025-05-oakfield-tissue-layoff" was altered by hand; the build writes this file; run build.py adopt, which makes a decision of it; or take it back, and write what you settle into content/events/2025-05-oakfield-tissue-layoff.md'),
    case("a figure altered", {'data/timeline/figures.yaml': '- id: c-0123456789\n  digest: d00000000000\n'},
         'data/timeline/figures.yaml:1:1: error[digest]: the record "c-…" was altered by hand; the build writes this file; build again after taking your change back; write it as a claim of a decision file'),
    case("a timeline that is none", {'data/timeline/2025.yaml': 'title: x\n'},
         "data/timeline/2025.yaml:1:1: error[digest]: no record stands here; delete this file and build again: it holds nothing that people write"),
    case("two branches met in the keys", {MORE: article().replace('title: Oakfield closes a mill\n', '<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> other\n')},
         "content/articles/more-2025.md:3:1: error[merge]: two branches met here, and both sides were left standing; keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"),
    case("two branches met in the text", {MORE: article('<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n')},
         "content/articles/more-2025.md:6:1: error[merge]: two branches met here, and both sides were left standing; keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"),
    case("two branches met in the names", {NAMES: '<<<<<<< HEAD\n=======\n>>>>>>> other\n' + REGISTRY},
         "data/organisations.yaml:1:1: error[merge]: two branches met here, and both sides were left standing; keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"),
    case("versions of one text", {HERALD: None, MORE: article(BODY.replace('300', '700'))},
         "content/articles/gazette-2025.md:1:1: warning[versions]: gazette-2025 and more-2025 are versions of one text but give different numbers of jobs (2025-05-oakfield-tissue-layoff); if one corrects the other, write `corrects:` into its front matter"),
    case("a share and its staff", {GAZETTE: article('Oakfield Paper will cut 300 jobs, or 10% of its workforce, in May 2025. Oakfield Paper employs 1,000 people.\n')},
         "content/articles/gazette-2025.md:6:25: warning[staff]: 2025-05-oakfield-layoff: 10% (gazette-2025) of 1,000 (gazette-2025) would be about 100 jobs, not 300 (gazette-2025). The share and the number do not belong to the same headcount; compare with the originals: a digit may have slipped, or the share is of a unit"),
    case("one number of two cuts", {GAZETTE: article(BODY.replace('about 300', '2,317')), HERALD: article('Oakfield Paper cut 2,317 jobs at Oakfield Tissue in January 2025.\n')},
         "content/articles/herald-2025.md:6:20: warning[same-number]: 2025-01-oakfield-tissue-layoff: The same number, 2,317 (herald-2025), stands for another time too: one cut under two dates, or two cuts alike (2025-05-oakfield-tissue-layoff); if both are one event, `join` them; if not, nothing is to be done"),
    case("a past that lies ahead", {GAZETTE: article('Oakfield Paper cut about 300 jobs at Oakfield Tissue in May 2026.\n')},
         "content/articles/gazette-2025.md:6:54: warning[future]: 2026-05-oakfield-tissue-layoff: Told as past in an article of 2 Apr 2025: in May 2026 (gazette-2025); check `published` and the words of the date; if both are right, reject the claim"),
    case("a claim that waits", {GAZETTE: article('Oakfield Tissue lost another 75 people in a round of cuts, employees say.\n')},
         "content/articles/gazette-2025.md:6:1: warning[review]: layoff of 75 at Oakfield Paper waits: the number that it is a part of is not certain. “Oakfield Tissue lost another 75 people in a round of cuts, employees say.”; write content/events/2025-04-oakfield-tissue-layoff.md, between two lines of ---, with one of\n    confirm: [c-…]\n    reject: [c-…]"),
)

APPEARANCE = (
    case("a template is gone", {'templates/event.html': None},
         "templates/event.html:1:1: error[template]: this template is missing; put the file back"),
    case("a template misspelt", {'templates/event.html': '<p>\n{% if %}'},
         "templates/event.html:2:1: error[template]: Expected an expression, got 'end of statement block'; mend it"),
    case("a template wants what is not there", {'templates/event.html': '<p>\n{{ page.weather }}'},
         'templates/event.html:2:1: error[template]: nothing here is called "weather"; use only what the page\'s record holds'),
    case("a card is gone", {'templates/card.svg': None},
         "templates/card.svg:1:1: error[template]: this template is missing; put the file back"),
    case("a card misspelt", {'templates/card.svg': '<svg>\n{% if %}'},
         "templates/card.svg:2:1: error[template]: Expected an expression, got 'end of statement block'; mend it"),
    case("a card wants what is not there", {'templates/card.svg': '<svg>\n{{ card.weather }}'},
         'templates/card.svg:2:1: error[template]: nothing here is called "weather"; use only what a card holds'),
    case("a card that is no SVG", {'templates/card.svg': 'words'},
         "templates/card.svg:1:1: error[template]: makes no SVG: unknown token at 1:1; mend it"),
    case("a card of another size", {'templates/card.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"/>'},
         'templates/card.svg:1:1: error[template]: gives a picture of 10 by 5; write width="1200" height="630"'),
    case("a style that leads nowhere", {'assets/site.css': 'a {\n  background: url(nowhere.png)\n}\n'},
         'assets/site.css:2:19: error[asset]: "nowhere.png" leads to no file; add assets/nowhere.png, or mend the address'),
)

TABLES = {
    "files": FILES,
    "front matter": FRONT_MATTER,
    "YAML": YAML,
    "settings": SETTINGS,
    "prose": PROSE,
    "decisions": DECISIONS,
    "claims by hand": BY_HAND,
    "later": LATER,
    "appearance": APPEARANCE,
}
CASES = {f"{name}: {case.name}": case for name, table in TABLES.items() for case in table}
