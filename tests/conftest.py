"""Fixtures for tests that need a running server or a browser; both start once a run."""

import atexit
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck
from playwright.sync_api import Browser, Page, Request, sync_playwright

from data import warehouse
from settings import Settings
from tests.browsing import Misdeeds, dress, listening
from tests.serving import Serve, Server, serving
from tools import chromium

NewPage = Callable[..., Page]
Asked = Callable[..., list[str]]
DESKTOP = (1440, 1091)
PHONE = (390, 844)
UPDATE = "_dash-update-component"
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


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """The page that tests share one after the other: what it has compiled of the product, the next need not again."""
    with browser.new_context(locale="en-IN") as context:
        yield context.new_page()


@pytest.fixture
def misdeeds() -> Iterator[Misdeeds]:
    """What the pages of a test did that no page may; the test fails if there is any of it."""
    found = Misdeeds()
    yield found
    assert not found.found


@pytest.fixture
def page(tab: Page, misdeeds: Misdeeds) -> Iterator[Page]:
    """The shared page, of a desktop's size, in the light theme and without what a test before it left behind."""
    tab.context.clear_cookies()
    tab.context.new_cdp_session(tab).send("Page.resetNavigationHistory")
    dress(tab, DESKTOP)
    with misdeeds.watching(tab):
        yield tab
    tab.unroute_all()
    tab.context.clear_permissions()


@pytest.fixture
def new_page(browser: Browser, misdeeds: Misdeeds) -> Iterator[NewPage]:
    """Opens pages in a profile of their own."""
    with ExitStack() as open_:

        def new(size: tuple[int, int] = DESKTOP, dark: bool = False) -> Page:
            page = open_.enter_context(browser.new_context(locale="en-IN")).new_page()
            dress(page, size, dark)
            open_.enter_context(misdeeds.watching(page))
            return page

        yield new


@pytest.fixture
def asked() -> Iterator[Asked]:
    """Lists what a page asks the server for from now on: `sent = asked(page)`, or with a word of what it says."""
    with ExitStack() as heard:

        def listen(page: Page, word: str = "") -> list[str]:
            sent: list[str] = []

            def note(request: Request) -> None:
                sent.extend([request.url] if UPDATE in request.url and word in (request.post_data or "") else [])

            heard.enter_context(listening(page, "request", note))
            return sent

        yield listen
