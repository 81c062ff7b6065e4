"""Fixtures for what only a browser shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browsing import idle
from tests.serving import Server

Visit = Callable[[str], Page]


@pytest.fixture
def visit(page: Page, server: Server) -> Visit:
    """Opens a path of the shared server and waits until the page is at rest: `visit("/?channel=Email")`."""

    def open_(path: str) -> Page:
        page.goto(server.url + path)
        return idle(page)

    return open_
