"""What the browser tests share: a page that notices what no page may do, and when a page is at rest."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

AT_REST = """() => {
  const store = window.dash_stores?.[0]?.getState();
  if (!store) return false;
  const queues = ["requested", "prioritized", "blocked", "executing", "executed", "watched"];
  const drawn = document.querySelector("main")?.childElementCount && !document.querySelector(".nm-waiting");
  const later = document.querySelector(".nm-later");
  return drawn && !later && !store.isLoading && queues.every(queue => !store.callbacks[queue].length);
}"""
LOCAL = ("http", "https", "ws")


def idle(page: Page, timeout: float = 30_000) -> Page:
    """The page once Dash has nothing left to load or to call; raises TimeoutError if that never comes."""
    page.wait_for_function(AT_REST, timeout=timeout)
    return page


@dataclass
class Misdeeds:
    """What a page did that it must not: uncaught errors, requests to other machines, breaches of the CSP."""

    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note what this page does from now on."""
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("console", self._message)

    def _error(self, error: Error) -> None:
        self.found.append(f"uncaught: {error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in LOCAL and address.hostname != "127.0.0.1":
            self.found.append(f"asked another machine: {request.url}")

    def _message(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.found.append(message.text)
