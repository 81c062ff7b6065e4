"""What the browser tests share: when a page is at rest, how it is looked at, and what no page may do."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, Request

AT_REST = """() => {
  const store = window.dash_stores?.[0]?.getState();
  if (!store) return false;
  const queues = ["requested", "prioritized", "blocked", "executing", "executed", "watched"];
  const drawn = document.querySelector("main")?.childElementCount && !document.querySelector(".nm-waiting");
  const later = document.querySelector(".nm-later");
  return drawn && !later && !store.isLoading && queues.every(queue => !store.callbacks[queue].length);
}"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
LOCAL = ("http", "https", "ws")


def dress(page: Page, size: tuple[int, int], dark: bool = False) -> None:
    """Give a page a size and the system's theme."""
    width, height = size
    page.emulate_media(media="screen", color_scheme="dark" if dark else "light")
    page.set_viewport_size({"width": width, "height": height})


def idle(page: Page, timeout: float = 30_000) -> Page:
    """The page once Dash has nothing left to load or to call; raises TimeoutError if that never comes."""
    page.wait_for_function(AT_REST, timeout=timeout)
    return page


def sideways(page: Page) -> float:
    """By how many pixels the page is wider than the window."""
    return float(page.evaluate(SIDEWAYS))


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What an accessibility checker finds: the rules that are broken, and the elements that break them."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


@contextmanager
def listening(page: Page, event: Any, hear: Callable[..., None]) -> Iterator[None]:  # noqa: ANN401
    """Hear of an event of a page for a while."""
    page.on(event, hear)
    try:
        yield
    finally:
        page.remove_listener(event, hear)


@dataclass
class Misdeeds:
    """What a page did that it must not: uncaught errors, requests to other machines, breaches of the CSP."""

    found: list[str] = field(default_factory=list)

    @contextmanager
    def watching(self, page: Page) -> Iterator[None]:
        """Note what this page does meanwhile."""
        with (
            listening(page, "pageerror", self._error),
            listening(page, "request", self._request),
            listening(page, "console", self._message),
        ):
            yield

    def _error(self, error: Error) -> None:
        self.found.append(f"uncaught: {error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in LOCAL and address.hostname != "127.0.0.1":
            self.found.append(f"asked another machine: {request.url}")

    def _message(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.found.append(message.text)
