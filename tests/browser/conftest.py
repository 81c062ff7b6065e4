"""Fixtures for what only a browser shows."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browsing import dress, idle
from tests.conftest import DESKTOP
from tests.serving import Server

Visit = Callable[..., Page]


@pytest.fixture
def visit(page: Page, server: Server) -> Visit:
    """Opens a path of the shared server and waits until the page is at rest: `visit("/?channel=Email")`.

    A size and `dark=True` may follow the path.
    """

    def open_(path: str, size: tuple[int, int] = DESKTOP, dark: bool = False) -> Page:
        dress(page, size, dark)
        page.goto(server.url + path)
        return idle(page)

    return open_
