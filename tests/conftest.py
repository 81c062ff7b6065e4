"""Fixtures for tests that need a running server or a browser; both start once a run."""

import atexit
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck
from playwright.sync_api import Browser, Page, sync_playwright

from data import warehouse
from settings import Settings
from tests.browsing import Misdeeds
from tests.serving import Serve, Server, serving
from tools import chromium

NewPage = Callable[..., Page]
DESKTOP = (1440, 1091)
PHONE = (390, 844)
WORKER = "PYTEST_XDIST_WORKER"
UNHURRIED = "unhurried"


def pytest_configure() -> None:
    """No test is timed: it may share its core with a browser and a server."""
    hypothesis.settings.register_profile(UNHURRIED, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    hypothesis.settings.load_profile(UNHURRIED)


def pytest_unconfigure() -> None:
    """Keep the summary the last thing said: DuckDB's binding reports at exit what Hypothesis still holds of it."""
    atexit.register(os.dup2, os.open(os.devnull, os.O_WRONLY), 2)


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark what starts a browser or a server, so that `-m "not browser"` leaves it out."""
    for item in items:
        for name in {"browser", "server"} & set(item.fixturenames):
            item.add_marker(name)


@pytest.fixture(scope="session")
def sample_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder with the sample published, once for all the processes of this run."""
    own = tmp_path_factory.getbasetemp()
    state = (own.parent if WORKER in os.environ else own) / "sample-state"
    warehouse.ensure(Settings(state=state))
    return state


@pytest.fixture(scope="session")
def server(sample_state: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on the sample, shared by the tests that only read."""
    with serving(sample_state, tmp_path_factory.mktemp("server") / "log") as running:
        yield running


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Starts servers of a test's own: `serve(NOVAMART_DATA=str(folder))`; state is an empty folder unless given."""
    with ExitStack() as running:

        def start(state: Path = tmp_path / "state", until: str = "/readyz", **environment: str) -> Server:
            log = tmp_path / f"server-{len(list(tmp_path.glob('server-*')))}"
            return running.enter_context(serving(state, log, until=until, **environment))

        yield start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this run."""
    path = chromium.find(os.environ)
    if path is None:
        pytest.fail("no Chromium that starts: run `make test`, or name one in CHROMIUM")
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path) as started:
        yield started


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages in a profile of their own; the test fails if one of them did what no page may."""
    misdeeds = Misdeeds()
    with ExitStack() as open_:

        def new(size: tuple[int, int] = DESKTOP, dark: bool = False) -> Page:
            width, height = size
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", locale="en-IN"
            )
            open_.callback(context.close)
            page = context.new_page()
            misdeeds.watch(page)
            return page

        yield new
    assert not misdeeds.found


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page of a desktop's size in the light theme."""
    return new_page()
