"""`build.py add`: what it writes, what it asks, and what it refuses."""

from __future__ import annotations

import builtins
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sites
from headcount import additions, addresses, articles, asking, cli, heading, repeats, webpage
from headcount.model import Article, Place
from test_pipeline import ARTICLE, small

FOLDER = "content/articles/"
TEXT = "Tallow Brothers said on Monday that it will close its Brack mill and cut 120 jobs there.\n"
KEYS = ["--publisher", "The Quay Post", "--title", "Tallow closes Brack", "--published"]

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Brack closes | Quay Post</title>{head}</head><body><nav><a href="/">Home</a></nav>
<article><h1>Brack closes</h1>
<p>Tallow Brothers will cut about 300 jobs at its Brack mill, the company said on Tuesday in a
letter to its staff, which lists the machines that stop first.</p>
<p>The mill, which has run at a loss for <b>three years</b>, will <a href="/x">close in June</a>,
and the company expects that most of the staff leaves by the end of July.</p></article>
</body></html>"""
DECLARED = """<meta property="og:site_name" content="The Quay Post">
<meta name="author" content="Ann Lee">
<meta property="og:title" content="Brack closes">
<link rel="canonical" href="https://quay.example/brack">
<meta property="article:published_time" content="2025-04-02T07:00:00Z">
<meta property="article:modified_time" content="2025-04-05T07:00:00Z">"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, data in small().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def add(root: Path, *arguments: str, given: str | bytes = "") -> int:
    """Runs the command with `given` as standard input, with no terminal in sight."""
    data = given.encode() if isinstance(given, str) else given
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return cli.main(root, ["add", *arguments])


def folder(root: Path) -> dict[str, str]:
    """Every article's file by its name; hidden ones, too."""
    return {path.name: path.read_bytes().decode() for path in (root / FOLDER).iterdir()}


def test_a_pasted_text_becomes_an_article(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One new file, its claims, and what comes next; the id is the publisher's with the date."""
    assert add(root, "-", *KEYS, "2025-04-02", given=TEXT) == 0
    made = folder(root)
    assert sorted(made) == ["quay-2025.md", "quay-post-2025-04-02.md"]
    assert made["quay-post-2025-04-02.md"] == (
        "---\npublisher: The Quay Post\ntitle: Tallow closes Brack\npublished: 2025-04-02\n---\n"
        + TEXT
    )
    told = capsys.readouterr()
    assert told.out.startswith("content/articles/quay-post-2025-04-02.md is written.\n\n")
    assert "“120”" in told.out
    assert told.out.endswith(
        "2 claims, none to review.\n"
        "What changed can't be told: this folder is under no version control.\n"
        "Next: make serve shows the site with it.\n"
    )
    assert told.err == ""


PASTED = "Tallow closes Brack\n\nBy Ola Berg, Brack\n\n" + TEXT


def test_the_headline_of_a_pasted_text_is_proposed_and_then_no_part_of_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A first line alone looks like one; the remedy has it ready, quoted for a shell."""
    assert add(root, "-", "--publisher", "The Quay Post", given=PASTED) == 1
    remedy = capsys.readouterr().err
    assert "nothing says its title; add --title 'Tallow closes Brack'" in remedy
    assert add(root, "-", *KEYS, "2025-04-02", "--author", "Ola Berg", given=PASTED) == 0
    made = folder(root)["quay-post-2025-04-02.md"]
    assert made.endswith(f"\nauthor: Ola Berg\n---\n{TEXT}")


@pytest.mark.parametrize(
    ("text", "title", "author"),
    [
        ("Tallow closes Brack\n\nBy Ola Berg\n\nWords.", "Tallow closes Brack", "Ola Berg"),
        ("# Tallow closes Brack\r\n\r\nWords.", "Tallow closes Brack", None),
        ("By Ola Berg and Ann Lee | 3 May\n\nWords.", "By Ola Berg and Ann Lee | 3 May", None),
        ("Tallow closes Brack\n\nBy next June 300 will go\n\nX.", "Tallow closes Brack", None),
        ("Tallow closes Brack\nWords of Ann Lee.", "Tallow closes Brack", None),
        ("Tallow closes Brack\nBy Ola Berg\nWords of Ann Lee.", "Tallow closes Brack", "Ola Berg"),
        ("Tallow closes Brack\n“Words,” says Ann Lee.", "Tallow closes Brack", None),
        ("Tallow closes Brack in\nJune. Words.\nThey go.", "Tallow closes Brack in", None),
        ("Tallow closes Brack\nand Words.", None, None),
        ("Tallow closes Brack, said Ann\nLee of Brack, and\nWords.", None, None),
        ("Tallow closes Brack.\n\nWords.", None, None),
        ("Tallow closes\nBrack\n\nWords.", None, None),
        ("Brack\n\nWords.", None, None),
        ("Tallow closes Brack", None, None),
        ("", None, None),
    ],
)
def test_what_is_taken_for_a_heading(text: str, title: str | None, author: str | None) -> None:
    """A line of its own that is no sentence; who signed it only below it."""
    found = heading.proposed(text)
    assert (found.get("title"), found.get("author")) == (title, author)
    assert heading.below(text, {"title": "Another"}) == text
    assert not title or heading.below(text, found).startswith(
        ("Words", "“Words", "By next", "June")
    )


def test_a_second_article_of_the_day_gets_a_number(root: Path) -> None:
    """Nothing is ever written over."""
    add(root, "-", *KEYS, "2025-04-02", given=TEXT)
    before = folder(root)
    assert add(root, "-", *KEYS, "2025-04-02", given="Brack closes, and 9 people go.\n") == 0
    made = folder(root)
    assert set(made) - set(before) == {"quay-post-2025-04-02-2.md"}
    assert {name: made[name] for name in before} == before


def test_what_waits_is_told_at_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The editor who has just read the article settles it best, with lines ready to paste."""
    words = "Some 40 people may have to go, a person familiar with the plans said.\n"
    assert add(root, "-", *KEYS, "2025-04", "--notes", given=TEXT + "\n" + words) == 0
    told = capsys.readouterr()
    waiting = re.findall(r"warning\[review\]", told.err)
    assert told.out.count("  tier: review") == len(waiting)
    assert "text: notes" in folder(root)["quay-post-2025-04.md"]


def test_without_a_date_it_is_added_with_a_warning(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some pages have none; it is never made up."""
    assert add(root, "-", *KEYS[:4], given=TEXT) == 0
    assert "published" not in folder(root)["quay-post.md"]
    assert capsys.readouterr().err.startswith(
        f"{FOLDER}quay-post.md:1:1: warning[published]: nothing says when it came out, so words "
        'like "last month" give no date; write published: 2024-02-06, or 2024-02~ for about then, '
        "once you know it\n"
    )


def test_front_matter_is_kept(root: Path, tmp_path: Path) -> None:
    """Only missing keys are added, in the file's own line ends; an empty one is filled."""
    file = tmp_path / "a.md"
    file.write_bytes(b"---\r\n# mine\r\ntitle:  'Brack'\r\nurl: # later\r\n---\r\nOne cut.\r\n")
    arguments = ["--publisher", "Quay Post", "--url", "https://quay.example/b"]
    assert add(root, str(file), *arguments) == 0
    assert folder(root)["quay-post.md"] == (
        "---\r\n# mine\r\ntitle:  'Brack'\r\nurl: https://quay.example/b\r\n"
        "publisher: Quay Post\r\n---\r\nOne cut.\r\n"
    )


def test_a_markdown_file_without_front_matter_is_all_body(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeff# Brack\n\n---\n\nOne.".encode())
    assert add(root, str(tmp_path / "a.md"), *KEYS[:4]) == 0
    assert folder(root)["quay-post.md"].partition("---\n# ")[2] == "Brack\n\n---\n\nOne."


def test_a_dropped_text_gets_its_sidecar(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The text stays as it is, and `check` names the command that mends the lack."""
    (root / FOLDER / "brack.txt").write_text(TEXT)
    assert cli.main(root, ["check"]) == 1
    told = capsys.readouterr().err.partition("data/site.yaml")[0]
    assert told == (
        f"{FOLDER}brack.txt:1:1: error[missing]: a text without publisher and title; "
        f"run build.py add {FOLDER}brack.txt, or write {FOLDER}brack.yaml with these lines, "
        "filled in\n"
        "    publisher: # the newsroom, as it writes its name\n"
        "    title: # the headline\n"
        "    published: # when it came out, as exactly as that is known\n"
        "    url: # where it can be read\n"
    )
    assert add(root, str(root / FOLDER / "brack.txt"), *KEYS, "2025-04-02") == 0
    assert folder(root)["brack.txt"] == TEXT
    assert folder(root)["brack.yaml"] == (
        "publisher: The Quay Post\ntitle: Tallow closes Brack\npublished: 2025-04-02\n"
    )
    assert cli.main(root, ["check"]) == 0


def test_a_saved_page_brings_its_own_keys(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing but the file has to be named."""
    (tmp_path / "p.html").write_text(PAGE.format(head=DECLARED))
    assert add(root, str(tmp_path / "p.html")) == 0
    made = folder(root)["quay-post-2025-04-02.md"]
    front, _, body = made.removeprefix("---\n").partition("---\n")
    assert front == (
        "publisher: The Quay Post\ntitle: Brack closes\npublished: 2025-04-02\n"
        "url: https://quay.example/brack\nauthor: Ann Lee\n"
    )
    assert "run at a loss for three years, will close in June, and" in " ".join(body.split())
    assert "Home" not in body
    told = capsys.readouterr().out
    assert told.startswith("The page says:\n  publisher: The Quay Post\n  title: Brack closes\n")


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://quay.example/2025/04/02/brack">',
        '<meta property="og:image" content="https://quay.example/2025/04/02/a.jpg">',
        '<meta property="article:modified_time" content="2025-04-05">',
        '<meta property="article:published_time" content="2025-04-02">'
        '<meta name="date" content="2025-04-09">',
        '<meta property="article:published_time" content="02/04/2025">',
        '<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2019-01-01"}'
        "</script>",
    ],
    ids=["address", "picture", "changed", "two days", "ambiguous", "site"],
)
def test_a_date_that_a_page_does_not_declare_is_not_guessed(head: str) -> None:
    """A wrong date moves a cut to another month, and nobody sees why."""
    page = webpage.read(PAGE.format(head=head).encode())
    assert page is not None
    assert "published" not in page.front
    assert "publisher" not in page.front


def test_linked_data_counts_as_declared() -> None:
    """Many newsrooms declare there and nowhere else."""
    data = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": '
        '"NewsArticle", "headline": "Brack closes", "datePublished": "2025-04-02T06:00:00+01:00", '
        '"publisher": {"@type": "Organization", "name": "The Quay Post"}}</script>'
    )
    page = webpage.read(PAGE.format(head=data).encode())
    assert page is not None
    assert page.front["published"] == "2025-04-02"
    assert page.front["publisher"] == "The Quay Post"


def test_without_the_extra_it_says_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build needs no web page, so nobody else has to install that."""
    true = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return true(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert add(root, "-", given=PAGE.format(head=DECLARED)) == 1
    assert capsys.readouterr().err == (
        "standard input:1:1: error[html]: a saved web page is read by trafilatura, which is not "
        "installed; install it with make html, or paste the article's text: build.py add -\n"
    )


WHERE = "standard input:1:1: error"
REFUSED = [
    (
        ["-"],
        TEXT,
        f"{WHERE}[missing]: nothing says its publisher and title; add --publisher "
        '"<the newsroom, as it writes its name>" --title "<the headline>"',
    ),
    (
        ["-", *KEYS, "Febuary 6", "--url", "quay.example"],
        TEXT,
        '--published: error[date]: "published" is not a date: "Febuary 6"; write 2024-02-06, '
        "or 2024-02 or 2024-02~ if that is all that is known\n"
        '--url: error[url]: "url" is not a web address: "quay.example"; '
        "write it in full: https://…",
    ),
    (
        ["-", *KEYS, "2025", "--id", "Brack Mill"],
        TEXT,
        '--id: error[id]: "Brack Mill" can\'t be an id: small letters, digits and hyphens '
        "only; write brack-mill",
    ),
    (
        ["-", *KEYS, "2025", "--id", "quay-2025"],
        TEXT,
        '--id: error[id]: "quay-2025" is already the id of content/articles/quay-2025.md; '
        "choose another",
    ),
    (
        ["-", *KEYS, "2025"],
        " \n",
        f"{WHERE}[text]: there is no text; save or paste the article's words",
    ),
    (
        ["-", *KEYS, "2025"],
        b"Caf\xe9",
        "standard input:1:4: error[encoding]: not UTF-8: byte 0xE9; "
        "save the file with the encoding UTF-8",
    ),
    (
        ["-", "--title", "Other"],
        ARTICLE,
        f'{WHERE}[key]: "title" is in the file already: "Tallow Brothers trims its mills"; '
        "leave out --title, or edit the file",
    ),
    (
        ["-", *KEYS, "2025-03-04"],
        "---\ntags: [a]\n---\nOne.\n",
        'standard input:2:1: error[key]: unknown key "tags"; write one of: author, basis, '
        "corrects, language_note, published, publisher, text, title, url",
    ),
    (
        ["-"],
        ARTICLE,
        f"{WHERE}[same]: content/articles/quay-2025.md has the same words from the same "
        "publisher; if something else is wrong there, edit that file",
    ),
    (
        ["{root}/content/articles/quay-2025.md"],
        "",
        "content/articles/quay-2025.md:1:1: error[file]: is among the articles already; "
        "nothing is to be added; build.py check tells whether something is wrong with it",
    ),
    (
        ["-", *KEYS, "2025-03-04", "--url", "ftp://quay.example/a"],
        TEXT,
        '--url: error[url]: "url" is not a web address: "ftp://quay.example/a" begins with '
        "ftp://, which no browser opens; write it in full: https://…",
    ),
    (
        ["-"],
        "---\npublisher: A\ntitle: B\ndate: 2025-03-04\n---\nOne.\n",
        'standard input:4:1: error[key]: unknown key "date"; did you mean "published"?',
    ),
    (
        ["my", "own.txt"],
        "",
        "my own.txt:1:1: error[file]: one file is added at a time; add them one by one; "
        "put a name with blanks in quotes",
    ),
    (
        ["nowhere.txt"],
        "",
        "nowhere.txt:1:1: error[file]: can't be read: no such file or directory; "
        'name a file, or "-" for standard input',
    ),
    (
        ["-"],
        "<!doctype html><html><body></body></html>",
        f"{WHERE}[html]: no article can be found in this page; copy the article's text in the "
        "browser and paste it: build.py add -",
    ),
]


@pytest.mark.parametrize(("arguments", "text", "message"), REFUSED)
def test_what_is_wrong_is_told_and_nothing_written(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    text: str | bytes,
    message: str,
) -> None:
    """Every refusal, word by word."""
    before = folder(root)
    words = [argument.replace("{root}", str(root)) for argument in arguments]
    assert add(root, *words, given=text) == 1
    told = capsys.readouterr().err.removesuffix("\n")
    assert told == message.replace("{root}", str(root))
    assert folder(root) == before


def test_a_name_with_blanks_is_quoted_in_the_remedy(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A shell makes two names of it, and the editor reads which marks make it one again."""
    path = tmp_path / "my own.txt"
    path.write_text(TEXT)
    first, second = str(path).split()
    assert add(root, first, second, *KEYS, "2025-04-02") == 1
    assert f"in quotes: build.py add '{path}'" in capsys.readouterr().err
    assert add(root, str(path), *KEYS, "2025-04-02") == 0


def test_a_page_that_is_there_is_not_added_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tracking parameters and other words make no other article of it."""
    add(root, "-", *KEYS, "2025-04-02", "--url", "https://quay.example/b", given=TEXT)
    capsys.readouterr()
    url = "https://www.quay.example/b/?utm_source=mail#top"
    assert add(root, "-", *KEYS, "2025-04-02", "--url", url, given="Changed.\n") == 1
    assert capsys.readouterr().err == (
        f"{WHERE}[url]: {url} is the address of content/articles/quay-post-2025-04-02.md already; "
        "if the page has changed since, edit that file; if not, there is nothing to do\n"
    )
    assert len(folder(root)) == 2


def test_a_reprint_is_added_and_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It counts as an echo, which `check` says again; nobody has to do anything."""
    body = ARTICLE.rpartition("---\n")[2]
    arguments = ["--publisher", "Brack Herald", "--title", "Cuts", "--published", "2025-03-05"]
    assert add(root, "-", *arguments, given=body) == 0
    echo = (
        f"{FOLDER}brack-herald-2025-03-05.md:1:1: warning[echo]: this is word for word quay-2025; "
        "it counts as an echo; nothing is to be done, unless one of the two was added by mistake: "
        "then delete it\n"
    )
    assert echo in capsys.readouterr().err
    assert cli.main(root, ["check"]) == 0
    assert echo in capsys.readouterr().err


def article(id_: str, body: str, published: str = "2025") -> Article:
    return Article(id_, f"{id_}.md", "T", body, id_, published)


WORDS = " ".join(f"word{chr(97 + number)}" for number in range(26))


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (WORDS, WORDS.upper() + "!", "this is word for word a; it counts as an echo"),
        (WORDS, WORDS + " By Ann", "this is nearly the text of a; it counts as an echo"),
        (WORDS, "Something else was written here by somebody else altogether.", None),
        ("", "", None),
    ],
)
def test_reprints_are_those_of_merging(one: str, other: str, message: str | None) -> None:
    found = repeats.echoes([article("b", other), article("a", one)])
    assert [problem.message for problem in found] == ([message] if message else [])


def test_an_earlier_original_is_told_of_its_echo() -> None:
    """Whoever adds the original last has to hear of it as well."""
    new, old = article("new", WORDS, "2025-01"), article("old", WORDS, "2025-02")
    [problem] = repeats.echoes_of(new, [new, old])
    assert problem.message == "old is word for word this; it counts as its echo"
    assert problem.place == Place("new.md")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.a.example/x/", "https://a.example/x?utm_source=b&fbclid=1#c", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x", "https://a.example/X", False),
        ("https://a.example:8080/", "https://a.example/", False),
        ("https://[x", "https://[x", True),
    ],
)
def test_addresses_that_lead_to_one_article(one: str, other: str, same: bool) -> None:
    assert (addresses.plain(one) == addresses.plain(other)) is same


VALUES = st.one_of(
    st.text(),
    st.sampled_from(["no", "Null", "12:30", "- a", "a: b", "a #b", "'", '"', "[a", "x:", "?", "~"]),
    st.lists(st.sampled_from([*"'\"#:-?|>{}[]&*!%@`~,\\ \n\u2028é0a", ": ", " #"])).map("".join),
)


@given(VALUES, VALUES, st.text(st.characters(exclude_categories=["Cs"])))
def test_any_front_matter_is_read_back_as_it_was(title: str, author: str, body: str) -> None:
    """Quotes, colons, `no` and whatever else: what is written is what is read."""
    values = {"publisher": "P", "title": additions.tidy(title), "author": additions.tidy(author)}
    data = additions.document(values, body)
    found, _ = articles.read({f"{FOLDER}a.md": data})
    if "\0" not in body:
        [one] = found
        assert (one.title, one.author or "") == (values["title"], values["author"])
        assert one.body == body
        front = data.decode().encode()[: len(data) - len(body.encode())]
        assert [p for p in articles.read({f"{FOLDER}a.md": front})[1] if values["title"]] == []


@given(VALUES)
def test_completed_front_matter_is_read_back(title: str) -> None:
    """A key that is added to an editor's own lines, or fills an empty one."""
    wanted = additions.tidy(title)
    for text in ("---\npublisher: P\n---\nB", "---\ntitle: \npublisher: P\n---\nB"):
        data = additions.completed(text, {"title": wanted})
        [one], _ = articles.read({f"{FOLDER}a.md": data})
        assert (one.title, one.publisher, one.body) == (wanted, "P", "B")


def test_questions_are_asked_again_after_a_mistake() -> None:
    """Only what is missing is asked for; Enter leaves out what may be missing."""
    lines = iter(["\n", "The Quay Post\n", "Febuary 6\n", "2025-04-02\n", "quay\n", "\n", "\n"])
    asked: list[str] = []

    def ask(words: str) -> str | None:
        asked.append(words)
        return next(lines)

    assert asking.answers({"title": "T"}, ask) == {
        "publisher": "The Quay Post",
        "title": "T",
        "published": "2025-04-02",
    }
    question = "published (when it came out, as exactly as that is known; Enter leaves it out): "
    assert asked == [
        "publisher (the newsroom, as it writes its name): ",
        "  an article needs its publisher\npublisher (the newsroom, as it writes its name): ",
        question,
        '  "published" is not a date: "Febuary 6"; write 2024-02-06, or 2024-02 or 2024-02~ if '
        f"that is all that is known\n{question}",
        "url (where it can be read; Enter leaves it out): ",
        '  "url" is not a web address: "quay"; write it in full: https://…\n'
        "url (where it can be read; Enter leaves it out): ",
        "author (who signed it; Enter leaves it out): ",
    ]


def test_enter_takes_what_is_proposed() -> None:
    lines = iter(["\n", "\n", "\n", "Ann Lee\n"])
    asked: list[str] = []

    def ask(words: str) -> str | None:
        asked.append(words)
        return next(lines)

    likely = {"title": "Tallow closes Brack", "author": "Ola Berg"}
    found = asking.answers({"publisher": "P"}, ask, likely)
    assert found == {"publisher": "P", "title": "Tallow closes Brack", "author": "Ann Lee"}
    assert asked[0] == "title (the headline):\n  Enter takes: Tallow closes Brack\n  "


def test_nobody_answers() -> None:
    assert asking.answers({"title": "T"}, lambda _: None) == {"title": "T"}


SESSION = """import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(2, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


@pytest.mark.parametrize("piped", [False, True])
def test_a_terminal_is_asked(root: Path, piped: bool) -> None:
    """Also where the text comes through a pipe, as from a clipboard."""
    (root / "build.py").write_bytes((sites.ROOT / "build.py").read_bytes())
    (root / "headcount").symlink_to(sites.ROOT / "headcount")
    (root / "in.txt").write_text(TEXT)
    ours, theirs = os.openpty()
    os.write(ours, b"The Quay Post\nTallow closes Brack\n2025-04-02\n\n\n")
    with subprocess.Popen(
        [sys.executable, "-c", SESSION, "build.py", "add", "-" if piped else "in.txt"],
        cwd=root,
        stdin=subprocess.PIPE if piped else theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        out, _ = process.communicate(TEXT.encode() if piped else None, timeout=60)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0, shown
    assert b"quay-post-2025-04-02.md is written." in out
    assert "publisher (the newsroom, as it writes its name): " in shown
    assert "title: Tallow closes Brack" in folder(root)["quay-post-2025-04-02.md"]


def test_a_file_is_whole_or_not_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves neither half an article nor a temporary file."""
    from headcount.disk import SYSTEM

    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:9])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SYSTEM, "write", full)
    before = folder(root)
    assert add(root, "-", *KEYS, "2025", given=TEXT) == 1
    assert folder(root) == before
