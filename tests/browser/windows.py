"""Pages of a real browser, with all that their consoles say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import hosting
from playwright.sync_api import Browser, BrowserContext, Page, Request


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at."""

    width: int = 1280
    dark: bool = False
    script: bool = True


PLAIN = Look()


@dataclass
class Windows:
    """Opens pages, and remembers what their consoles said."""

    browser: Browser
    host: str
    contexts: dict[Look, BrowserContext]
    pages: list[Page] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def open(
        self,
        place: str = "project/",
        look: Look = PLAIN,
        before: Callable[[Page], None] | None = None,
    ) -> Page:
        """A new page at a place of the host, loaded. `before`: what to do with it ahead of that."""
        if look not in self.contexts:
            self.contexts[look] = self.browser.new_context(
                viewport={"width": look.width, "height": 800},
                color_scheme="dark" if look.dark else "light",
                java_script_enabled=look.script,
            )
        page = self.contexts[look].new_page()
        page.set_default_timeout(15000)
        page.on("console", lambda one: self.said.append(f"{one.location['url']} {one.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url} {error}"))
        page.on("requestfailed", lambda one: self.failed(page, one))
        self.pages.append(page)
        if before is not None:
            before(page)
        hosting.outputs(place.partition("/")[0])
        page.goto(f"{self.host}/{place}")
        return page

    def failed(self, page: Page, request: Request) -> None:
        """What was asked for and didn't come; a page that is left breaks off what it still asks."""
        if request.failure != "net::ERR_ABORTED":
            self.said.append(f"{page.url} failed {request.url}")

    def unexpected(self) -> list[str]:
        return [one for one in self.said if not any(part in one for part in self.expected)]
