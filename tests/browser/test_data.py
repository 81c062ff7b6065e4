"""The data page in a real Chromium: its names and widths, its rows as a file, and the way there and back."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browsing import idle, sideways, violations
from tests.conftest import DESKTOP, PHONE


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)])
def test_a_checker_finds_nothing_and_nothing_scrolls_sideways(visit: Visit, size: tuple[int, int], dark: bool) -> None:
    page = visit("/data", size, dark)
    for summary in page.locator(".nm-silent summary, .nm-sources details:first-child summary").all():
        summary.press("Enter")
    expect(page.locator(".nm-passed")).to_be_visible()
    expect(page.locator(".nm-sources details[open] li").first).to_be_visible()
    assert violations(page) == []
    assert sideways(page) <= 0


def test_the_rows_of_a_finding_are_a_key_press_away(visit: Visit) -> None:
    page = visit("/data")
    with page.expect_download() as started:
        page.get_by_role("link", name="Rows (CSV) of “Amounts below zero” in Campaigns").press("Enter")
    assert started.value.suggested_filename == "negative-amounts-campaign_performance.csv"
    lines = started.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("date,campaign_id,")
    assert len(lines) == 1 + 9


def test_the_freshness_leads_here_and_the_filters_come_back(visit: Visit) -> None:
    page = visit("/?channel=Email")
    page.locator(".nm-foot").click()
    page.wait_for_selector(".nm-findings")
    expect(page).to_have_url(re.compile(r"/data\?channel=Email$"))
    expect(page.locator("#sentence")).to_contain_text("Everything loaded")
    idle(page).get_by_role("link", name="Executive overview").click()
    expect(page).to_have_url(re.compile(r"/\?channel=Email$"))
