"""Articles: what people put into the folder, as records or as located problems."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from headcount import articles
from headcount.model import Span
from headcount.source import place_of

FOLDER = "content/articles/"
FRONT = "---\npublisher: The Gazette\ntitle: Oakfield trims its mill\n"
SHARED = Path(__file__).parent.parent.parent / "shared"


def problems_of(**files: str | bytes) -> list[str]:
    """Every problem of these files, as "file:line:column message; remedy"."""
    data = {
        FOLDER + name.replace("__", "."): each if isinstance(each, bytes) else each.encode()
        for name, each in files.items()
    }
    return [
        f"{p.place.file.removeprefix(FOLDER)}:{p.place.line}:{p.place.column} "
        f"{p.message}; {p.remedy}"
        for p in articles.read(data)[1]
    ]


def test_an_article_is_its_front_matter_and_the_rest() -> None:
    """Every key has its field, and the id is the file's name."""
    text = (
        f"{FRONT}published: 2031-04~\nurl: https://gazette.example/mill\nauthor: null\n"
        "text: notes\nbasis: undated\n---\nOakfield will cut 40 jobs.\n"
    )
    found, problems = articles.read({f"{FOLDER}gazette-2031.md": text.encode()})
    assert problems == ()
    (article,) = found
    assert (article.id, article.publisher, article.title) == (
        "gazette-2031",
        "The Gazette",
        "Oakfield trims its mill",
    )
    assert (article.published, article.url) == ("2031-04~", "https://gazette.example/mill")
    assert (article.author, article.text, article.basis) == (None, "notes", "undated")
    assert (article.body, article.line) == ("Oakfield will cut 40 jobs.\n", 10)
    assert place_of(article, Span("body", 9, 13)).line == 10


@pytest.mark.parametrize(
    ("data", "body", "line"),
    [
        (f"{FRONT}---\n\nOne.\n", "\nOne.\n", 5),
        (f"\ufeff{FRONT}---\nOne.", "One.", 5),
        (f"{FRONT}---\nOne.".replace("\n", "\r\n"), "One.", 5),
        (f"{FRONT}---  \nOne.\n---\nTwo.", "One.\n---\nTwo.", 5),
        (f"{FRONT}---", "", 4),
    ],
    ids=["blank line", "byte order mark", "CRLF", "rule in the body", "no body"],
)
def test_the_body_is_untouched(data: str, body: str, line: int) -> None:
    """Offsets count in the body as it was saved, whatever the editor's program did."""
    found, problems = articles.read({f"{FOLDER}a.md": data.encode()})
    assert problems == ()
    assert (found[0].body, found[0].line) == (body, line)


def test_a_dropped_text_is_whole() -> None:
    """A `.txt` is the publisher's file, byte order mark and all; its sidecar describes it."""
    files = {
        f"{FOLDER}b.txt": "\ufeff---\r\nOne.".encode(),
        f"{FOLDER}b.yaml": b"publisher: The Gazette\ntitle: One\npublished: 2031\n",
    }
    found, problems = articles.read(files)
    assert problems == ()
    assert (found[0].body, found[0].line, found[0].published) == ("\ufeff---\r\nOne.", 1, "2031")


MISTAKES = [
    (
        {"a__md": f"{FRONT}published: Febuary 6\n---\n"},
        'a.md:4:12 "published" is not a date: "Febuary 6"; '
        "write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known",
    ),
    (
        {"a__md": f"{FRONT}published: 2023-02-30\n---\n"},
        'a.md:4:12 "published" is not a date: "2023-02-30", which no calendar has; '
        "write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known",
    ),
    (
        {"a__md": f"{FRONT}published: 2023/2024\n---\n"},
        'a.md:4:12 "published" is not a date: "2023/2024"; '
        "write 2024-02-06, or 2024-02 or 2024-02~ if that is all that is known",
    ),
    (
        {"a__md": f"{FRONT}publishd: 2024\n---\n"},
        'a.md:4:1 unknown key "publishd"; did you mean "published"?',
    ),
    (
        {"a__md": "---\ntitle: One\n---\n"},
        'a.md:2:1 "publisher" is missing; write publisher: <the newsroom, as it writes its name>',
    ),
    (
        {"a__md": "---\ntitle:\npublisher: The Gazette\n---\n"},
        'a.md:2:1 "title" is missing; write title: <the headline>',
    ),
    (
        {"a__md": "---\n---\n"},
        'a.md:2:1 "publisher" and "title" are missing; '
        "write publisher: <the newsroom, as it writes its name>",
    ),
    (
        {"a__md": f"{FRONT}url: javascript:alert(1)\n---\n"},
        'a.md:4:6 "url" is not a web address: "javascript:alert(1)"; write it in full: https://…',
    ),
    (
        {"a__md": f"{FRONT}url: //evil.example/\n---\n"},
        'a.md:4:6 "url" is not a web address: "//evil.example/"; write it in full: https://…',
    ),
    (
        {"a__md": f"{FRONT}url: https://a b.example\n---\n"},
        'a.md:4:6 "url" is not a web address: "https://a b.example" has a character that no '
        "address has; write it in full: https://…",
    ),
    (
        {"a__md": f"{FRONT}text: note\n---\n"},
        'a.md:4:7 "text" can\'t be "note"; did you mean "notes"?',
    ),
    (
        {"a__md": f"{FRONT}author: [Ann, Bob]\n---\n"},
        'a.md:4:9 "author" is not text: a list; write text; put true, false and null in quotes',
    ),
    (
        {"a__md": f"{FRONT}author: true\n---\n"},
        'a.md:4:9 "author" is not text: "true"; write text; put true, false and null in quotes',
    ),
    (
        {"a__md": f"{FRONT}corrects: b\n---\n", "c__md": f"{FRONT}---\n"},
        'a.md:4:11 "corrects": no other article has the id "b"; write one of: c',
    ),
    (
        {"a__md": f"{FRONT}corrects: a\n---\n"},
        'a.md:4:11 "corrects": no other article has the id "a"; there is none yet',
    ),
    (
        {"a__md": "Only words.\n"},
        'a.md:1:1 no front matter; begin the file with a line "---", then "publisher: …", '
        'then a line "---"',
    ),
    (
        {"a__md": "---\ntitle: One\n"},
        "a.md:1:1 the front matter is opened here and never closed; "
        'write a line "---" after its last key',
    ),
    (
        {"a__md": "---\nwords\n---\n"},
        'a.md:2:1 these are no keys: "words"; write keys with values, like "publisher: …"',
    ),
    (
        {"a__md": "---\ntitle: A: B\npublisher: C\n---\n"},
        'a.md:2:9 a colon and a space inside a value; put the value in quotes: key: "one: two"',
    ),
    (
        {"a__md": f"{FRONT}---\nOne \u202ecut.\n"},
        "a.md:5:5 1 invisible character (U+202E) that changes the order of reading; "
        "delete the character",
    ),
    (
        {"a__md": f"{FRONT}---\nCaf".encode() + b"\xe9\n"},
        "a.md:5:4 not UTF-8: byte 0xE9; save the file with the encoding UTF-8",
    ),
    (
        {"a__txt": "One."},
        "a.txt:1:1 a text without publisher and title; run build.py add content/articles/a.txt, "
        "or write content/articles/a.yaml with these lines, filled in\n"
        "publisher: # the newsroom, as it writes its name\ntitle: # the headline\n"
        "published: # when it came out, as exactly as that is known\nurl: # where it can be read",
    ),
    (
        {"a__txt": "One.", "a__yaml": "publisher: The Gazette\n"},
        'a.yaml:1:1 "title" is missing; write title: <the headline>',
    ),
    ({"a__yaml": "title: One\n"}, "a.yaml:1:1 describes no text; add a.txt beside it"),
    (
        {"a__md": f"{FRONT}---\n", "a__txt": "One.", "a__yaml": "title: T\npublisher: P\n"},
        'a.txt:1:1 "a" is already the id of content/articles/a.md; rename one of the files',
    ),
    (
        {"A_B__md": f"{FRONT}---\n"},
        'A_B.md:1:1 "A_B" can\'t be an id: small letters, digits and hyphens only; '
        "rename it a-b.md",
    ),
    (
        {"a__docx": "x"},
        "a.docx:1:1 not an article's file; save it as .md, or as plain text in .txt",
    ),
    (
        {"a__md": f"{FRONT}text: notes\n---\nOne.\n\n{'> ' * 9}Two.\n"},
        "a.md:8:1 lists or quotations nested more than 8 deep; write them flatter",
    ),
]


@pytest.mark.parametrize(("files", "said"), MISTAKES, ids=[said for _, said in MISTAKES])
def test_a_mistake_is_told_with_its_place_and_remedy(
    files: dict[str, str | bytes], said: str
) -> None:
    """Each mistake gives exactly one message, which says what to write instead."""
    assert problems_of(**files) == [said]


def test_one_bad_file_never_hides_another() -> None:
    """All mistakes of all files come at once, and the good article still arrives."""
    files = {
        f"{FOLDER}a.md": b"---\ntitle: [\n---\n",
        f"{FOLDER}b.md": f"{FRONT}url: x\npublished: y\n---\n".encode(),
        f"{FOLDER}c.md": b"\xff",
        f"{FOLDER}d.md": f"{FRONT}---\nOne.".encode(),
    }
    found, problems = articles.read(files)
    assert [problem.place.file[-4:] for problem in problems] == ["a.md", "b.md", "b.md", "c.md"]
    assert [article.id for article in found if article.body] == ["d"]


@given(
    st.binary(max_size=120)
    | st.text("-\n:\t \ufeff'\"[]{}abtitle#&*!?", max_size=80).map(str.encode)
    | st.text(max_size=60).map(lambda text: f"---\n{text}\n---\n{text}".encode()),
    st.sampled_from([".md", ".txt", ".yaml", ""]),
)
def test_any_bytes_give_an_article_or_a_problem(data: bytes, ending: str) -> None:
    """No file raises, and none is passed over in silence."""
    found, problems = articles.read({f"{FOLDER}a{ending}": data})
    assert found or problems


@given(st.text(max_size=60))
def test_what_follows_the_closing_line_is_the_body(text: str) -> None:
    """Front matter takes nothing from the body and adds nothing to it."""
    found, _ = articles.read({f"{FOLDER}a.md": f"{FRONT}---\n{text}".encode("utf-8", "ignore")})
    assert all(article.body == text.encode("utf-8", "ignore").decode() for article in found)


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
def test_the_originals_and_the_corpus_are_read() -> None:
    """Real texts, dropped in as they are, give no problem at all."""
    files = {}
    for entry in yaml.safe_load((SHARED / "seeds/sources.yaml").read_text("utf-8")):
        keys = [key for key in entry if key not in ("id", "file")]
        sidecar = yaml.safe_dump({key: entry[key] for key in keys}, allow_unicode=True)
        files[f"{FOLDER}{entry['id']}.txt"] = (SHARED / "seeds" / entry["file"]).read_bytes()
        files[f"{FOLDER}{entry['id']}.yaml"] = sidecar.encode()
    for path in (SHARED / "corpus/modern").glob("*.md"):
        files[f"{FOLDER}{path.name}"] = path.read_bytes()
    found, problems = articles.read(files)
    assert problems == ()
    assert len(found) == len([path for path in files if not path.endswith(".yaml")])
