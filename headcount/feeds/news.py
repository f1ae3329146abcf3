"""Atom (RFC 4287) and JSON Feed 1.1: one entry for each event, last reported first.

An entry's id is its canonical address. A `tag:` URI would have to name a day on which the editor
owned the domain, which no input tells. Event ids are never given to another event.

Dates are those of articles, never the clock's: the first day of the month or year where an article
gives no day. An event whose articles are all undated is in no feed, for Atom demands a date.
"""

from __future__ import annotations

import json
import re
from html import escape

from headcount import wording as words
from headcount.model import Event
from headcount.pages.citing import citation
from headcount.pages.index import Index
from headcount.pages.quoting import moment
from headcount.pages.rows import dating

ATOM = "http://www.w3.org/2005/Atom"
VERSION = "https://jsonfeed.org/version/1.1"
UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def reported(index: Index, event: Event) -> tuple[str, str]:
    """(first, last) moment at which an article told of an event; ("", "") if none is dated."""
    found = {moment(index.articles[claim.article].published) for claim in event.claims} - {""}
    return (min(found), max(found)) if found else ("", "")


def updated(index: Index, event: Event) -> str:
    """When an entry last changed: by a report, or by a correction."""
    return max(reported(index, event)[1], *(moment(one.date) for one in event.corrections), "")


def entries(index: Index) -> tuple[Event, ...]:
    """The living events that some dated article tells of, last reported first."""
    dated = [event for event in index.living() if reported(index, event)[1]]
    return tuple(
        sorted(dated, key=lambda event: (reported(index, event)[1], event.id), reverse=True)
    )


def address(index: Index, event: Event) -> str:
    """An event's canonical address."""
    return f"{index.site.url}/events/{event.id}/"


def summary(index: Index, event: Event) -> str:
    """When, how far, and by whom, in plain words."""
    when, _ = dating(index, event)
    said = (when, words.LABELS[event.status], words.outlets(event))
    return " ".join(words.sentence(part) for part in said).replace("\u2060", "")


def content(index: Index, event: Event) -> str:
    """The summary and the cited words, as HTML."""
    rows = []
    for claim in event.claims:
        one = citation(index, claim, f"{index.site.url}/")
        quote = escape("".join(piece.text for piece in one.pieces))
        link = f' <a href="{escape(one.url)}">At the source</a>' if one.url else ""
        who = f"{escape(one.publisher)}, {escape(one.published)}"
        rows.append(f"<li><blockquote>{quote}</blockquote><p>{who}.{link}</p></li>")
    return f"<p>{escape(summary(index, event))}</p><ul>{''.join(rows)}</ul>"


def atom(index: Index) -> bytes | None:
    """`feed.xml`; None without the site's address, or without a dated event."""
    found = entries(index)
    url = index.site.url
    if not url or not found:
        return None
    last = max(updated(index, event) for event in found)
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="{ATOM}" '
        f'xml:lang="{_xml(index.site.language)}">\n<id>{_xml(url)}/</id>\n'
        f"<title>{_xml(index.site.title)}</title>\n<updated>{last}</updated>\n"
        f"<author><name>{_xml(index.site.title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{_xml(url)}/feed.xml"/>\n'
        f'<link rel="alternate" type="text/html" href="{_xml(url)}/"/>\n'
    )
    return f"{head}{''.join(_entry(index, event) for event in found)}</feed>\n".encode()


def _entry(index: Index, event: Event) -> str:
    place = _xml(address(index, event))
    return (
        f"<entry>\n<id>{place}</id>\n<title>{_xml(words.title(event))}</title>\n"
        f"<published>{reported(index, event)[0]}</published>\n"
        f"<updated>{updated(index, event)}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{place}"/>\n'
        f"<summary>{_xml(summary(index, event))}</summary>\n"
        f'<content type="html">{_xml(content(index, event))}</content>\n</entry>\n'
    )


def _xml(text: str) -> str:
    return escape(UNFIT.sub("\ufffd", text))


def json_feed(index: Index) -> bytes | None:
    """`feed.json`, with the entries of `feed.xml`."""
    found = entries(index)
    url = index.site.url
    if not url or not found:
        return None
    items = [
        {
            "id": address(index, event),
            "url": address(index, event),
            "title": words.title(event),
            "summary": summary(index, event),
            "content_html": content(index, event),
            "date_published": reported(index, event)[0],
            "date_modified": updated(index, event),
            "tags": [words.KIND_LABELS[event.kind]],
        }
        for event in found
    ]
    feed = {
        "version": VERSION,
        "title": index.site.title,
        "home_page_url": f"{url}/",
        "feed_url": f"{url}/feed.json",
        "language": index.site.language,
        "authors": [{"name": index.site.title, "url": f"{url}/"}],
        "items": items,
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
