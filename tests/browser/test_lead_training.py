"""Training from the lead-scoring page in a real Chromium: the button, how far it is, and what came of it."""

import re
import time
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from data.jobs import status
from data.training import train
from tests.analytics.prospects import prospects
from tests.browsing import idle, sideways, violations
from tests.conftest import DESKTOP, PHONE, Asked, NewPage
from tests.data.leads import lead_rows
from tests.data.publishing import publish_rows
from tests.serving import Serve, Server

ENOUGH_MS = 90_000


@pytest.fixture
def training(serve: Serve) -> Server:
    """A server on 150 leads on which readers may train."""
    running = serve(NOVAMART_TRAINING="on", WEB_CONCURRENCY="1")
    version = publish_rows(running.state, lead_scoring_results=lead_rows(prospects(150)))
    while version not in urlopen(f"{running.url}/version").read().decode():
        time.sleep(0.2)
    return running


def opened(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/leads{query}")
    page.wait_for_selector("#lead-training-permission > *", state="attached")
    return idle(page)


def test_the_button_trains_shows_how_far_it_is_and_fills_the_page(page: Page, asked: Asked, training: Server) -> None:
    opened(page, training)
    expect(page.locator("#leads-judged")).to_be_hidden()
    button = page.get_by_role("button", name="Train on these leads")
    button.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").locator("visible=true").filter(has_text=re.compile("Reading|Fitting"))
    expect(said).to_be_visible()
    expect(page.locator("#lead-training-start")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#lead-training-said")).to_have_text(
        re.compile(r"Fitting: .* fold \d of 5, \d+ of 60"), timeout=ENOUGH_MS
    )
    expect(page.locator("#lead-training-head")).to_contain_text("on 150 leads", timeout=ENOUGH_MS)
    expect(page.locator("#leads-judged")).to_be_visible()
    expect(page.locator("#lead-roc-head .nm-key")).to_have_count(3)
    expect(page.get_by_role("button", name="Train again on these leads")).to_be_focused()
    sent = asked(idle(page), "lead-training-said")
    page.wait_for_timeout(4_500)
    assert sent == []


def test_without_the_setting_there_is_no_button_and_it_says_what_does_the_same(page: Page, server: Server) -> None:
    opened(page, server)
    expect(page.locator("#lead-training-start")).to_be_hidden()
    expect(page.locator("#lead-training-permission")).to_contain_text("NOVAMART_TRAINING=on")
    expect(page.locator("#lead-training-permission")).to_contain_text("python -m data train")
    assert status(server.state) is None


def test_importances_are_chosen_without_a_request(page: Page, asked: Asked, server: Server) -> None:
    opened(page, server)
    sent = asked(page, "lead-importance-base")
    head = page.locator("#lead-importance-head")
    before = head.inner_text()
    page.locator("#lead-importance-figure").scroll_into_view_if_needed()
    page.get_by_text("Boosted", exact=True).click()
    page.wait_for_url("**/leads?weighed=boosted")
    expect(page.locator("#lead-importance-note")).to_contain_text("Nothing is trained yet")
    page.go_back()
    expect(head).to_have_text(re.compile(re.escape(before.splitlines()[0])))
    assert sent == []


def test_a_checker_finds_nothing_where_something_was_trained(new_page: NewPage, training: Server) -> None:
    train(training.state, lambda *_: None)
    for size, dark in ((DESKTOP, False), (PHONE, True)):
        page = opened(new_page(size, dark), training, "?weighed=logistic")
        expect(page.locator("#leads-judged")).to_be_visible()
        assert violations(page) == []
        assert sideways(page) <= 0
