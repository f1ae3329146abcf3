"""The headers that every page is served with, by the host and by the development server alike."""

from __future__ import annotations

from collections.abc import Iterable

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

EVERYWHERE = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""For every path, here and at the host."""

FEEDS = {
    "feed.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
"""Files whose ending does not tell what they are, and their media types."""

SECURE = "max-age=31536000; includeSubDomains"
FRESH = "public, max-age=0, must-revalidate"
LASTING = "public, max-age=31536000, immutable"
HASHED = "/assets/"
"""Below it files bear the hash of their bytes in their names."""

TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "ics": "text/calendar; charset=utf-8",
}


def content_type(path: str) -> str:
    """The media type of a published file by its ending; bytes without a meaning otherwise.

    `path`: from the site's root, as it is written below the output.
    """
    if path in FEEDS:
        return FEEDS[path]
    return TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")


def rules(paths: Iterable[str], preview: bool = False) -> dict[str, dict[str, str]]:
    """What the host of these files sends, by address; `:name` stands for the rest up to a slash.

    No header stands in two rules that one address falls under: hosts differ on which then counts.
    That is why only the first ends in "*", which to some means "/assets-sold/" by "/assets/*". A
    `preview` is for no search engine.
    """
    everywhere = {**EVERYWHERE, "Strict-Transport-Security": SECURE}
    if preview:
        everywhere["X-Robots-Tag"] = "noindex"
    found = {"/*": everywhere}
    for path in sorted(paths):
        address = f"/{path}".removesuffix("index.html")
        folder = address.rstrip("/").rpartition("/")[0]
        place = f"{folder}/:name" if folder else address
        hashed = f"{folder}/".startswith(HASHED)
        found[place] = {"Cache-Control": LASTING if hashed else FRESH}
        if path in FEEDS:
            found[place]["Content-Type"] = FEEDS[path]
    return found
