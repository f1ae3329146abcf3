"""What search engines are told: which pages there are."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from headcount.pages.index import Index

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(index: Index, paths: Iterable[str]) -> bytes | None:
    """The addresses of all pages but the lost one and tombstones; None without the site's own."""
    url = index.site.url
    if not url:
        return None
    gone = {f"events/{e.id}/index.html" for e in index.timeline.events if e.tombstone}
    kept = sorted(
        path.removesuffix("index.html")
        for path in paths
        if (path == "index.html" or path.endswith("/index.html")) and path not in gone
    )
    rows = "".join(f"<url><loc>{escape(f'{url}/{path}')}</loc></url>\n" for path in kept)
    return f'{HEAD}<urlset xmlns="{SPACE}">\n{rows}</urlset>\n'.encode()


def robots(index: Index) -> bytes | None:
    """Everybody may read everything; read by robots only where the site is a domain's root."""
    url = index.site.url
    site = f"\nSitemap: {url}/sitemap.xml\n" if url else ""
    return f"User-agent: *\nAllow: /\n{site}".encode()
