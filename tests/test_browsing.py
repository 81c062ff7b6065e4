from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NeverIdle

from tests.browsing import Misdeeds, idle

STRICT = "<meta http-equiv='Content-Security-Policy' content=\"img-src 'none'\">"
NO_IMAGE = "<img src='data:image/png;base64,AAAA'>"
QUEUES = "requested: [], prioritized: [], blocked: [], executing: [], executed: [], watched: []"


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A page that nothing watches yet."""
    with browser.new_context() as context:
        yield context.new_page()


def found(page: Page, content: str) -> list[str]:
    misdeeds = Misdeeds()
    with misdeeds.watching(page):
        page.set_content(content)
        page.evaluate("() => new Promise(done => setTimeout(done, 100))")
    return misdeeds.found


def test_a_quiet_page_did_nothing_wrong(blank: Page) -> None:
    assert found(blank, "<p>Revenue</p>" + NO_IMAGE) == []


def test_an_uncaught_error_is_noticed(blank: Page) -> None:
    (misdeed,) = found(blank, "<script>throw new Error('torn')</script>")
    assert "torn" in misdeed


def test_a_request_to_another_machine_is_noticed(blank: Page) -> None:
    (misdeed,) = found(blank, "<img src='http://elsewhere.invalid/a.png'>")
    assert "elsewhere.invalid" in misdeed


def test_a_breach_of_the_policy_is_noticed(blank: Page) -> None:
    (misdeed,) = found(blank, STRICT + NO_IMAGE)
    assert "img-src" in misdeed


def test_nothing_is_noticed_of_a_page_that_is_no_longer_watched(blank: Page) -> None:
    misdeeds = Misdeeds()
    with misdeeds.watching(blank):
        blank.set_content("<p>Revenue</p>")
    blank.set_content("<script>throw new Error('torn')</script>")
    assert misdeeds.found == []


def state(loading: str, queues: str, main: str = "<main><h1>Overview</h1></main>") -> str:
    store = f"{{getState: () => ({{isLoading: {loading}, callbacks: {{{queues}}}}})}}"
    return f"{main}<script>window.dash_stores = [{store}]</script>"


def test_a_page_at_rest_is_idle(blank: Page) -> None:
    blank.set_content(state("false", QUEUES))
    assert idle(blank, timeout=2000) is blank


@pytest.mark.parametrize(
    "content",
    [
        "<p>no Dash yet</p>",
        state("true", QUEUES),
        state("false", QUEUES, "<main></main>"),
        state("false", QUEUES, "<main><p class='nm-waiting'></p></main>"),
        state("false", QUEUES.replace("executing: []", "executing: [1]")),
    ],
)
def test_a_page_at_work_is_not_idle(blank: Page, content: str) -> None:
    blank.set_content(content)
    with pytest.raises(NeverIdle):
        idle(blank, timeout=200)
