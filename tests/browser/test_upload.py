"""Bringing files in as a reader does: drop, look, publish, go back; with the keyboard alone; on a phone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import idle
from tests.conftest import PHONE, NewPage
from tests.data.publishing import CAMPAIGN_ROWS, publish_rows
from tests.data.writing import campaign, write
from tests.serving import Serve, Server

PATIENCE = 90_000
KPIS = ".nm-kpi-value"
FIELD, PREVIEW, SAID, FILES = (f"#data-upload-{part}" for part in ("input", "preview", "said", "files"))
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  const zone = document.querySelector(".nm-dropzone");
  for (const kind of ["dragenter", "dragover", "drop"])
    zone.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def open_server(tmp_path: Path, serve: Serve) -> Server:
    """A server that takes files, on rows that are no sample."""
    write(tmp_path / "mine.csv", campaign({"revenue": "100"}))
    return serve(NOVAMART_DATA=str(tmp_path / "mine.csv"), NOVAMART_UPLOADS="on")


def at_data(server: Server, page: Page) -> Page:
    page.goto(f"{server.url}/data")
    page.locator(FIELD).wait_for(state="attached")
    return idle(page)


def ready(page: Page) -> None:
    expect(page.locator(PREVIEW)).to_contain_text("Ready to publish", timeout=PATIENCE)


def revenue(server: Server, page: Page, text: str) -> None:
    page.goto(f"{server.url}/?period=all")
    expect(page.locator(KPIS).first).to_have_text(text, timeout=PATIENCE)


def test_a_file_is_dropped_looked_at_published_and_taken_back(
    open_server: Server, page: Page, new_page: NewPage
) -> None:
    beside = new_page()
    revenue(open_server, beside, "₹100.00")
    at_data(open_server, page).evaluate(DROP, ["more.csv", campaign({"campaign_id": "B", "revenue": "250.5"})])
    ready(page)
    expect(page.locator(PREVIEW)).to_contain_text("₹250.50")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(SAID)).to_contain_text("Published", timeout=PATIENCE)
    expect(page.locator(FILES)).to_contain_text("more.csv")
    expect(beside.locator(KPIS).first).to_have_text("₹350.50", timeout=PATIENCE)
    page.locator(".nm-versions summary").click()
    page.get_by_role("button", name="Go back now").click()
    expect(page.locator(SAID)).to_contain_text("Went back", timeout=PATIENCE)
    expect(beside.locator(KPIS).first).to_have_text("₹100.00", timeout=PATIENCE)


def test_the_keyboard_does_it_all_and_the_focus_is_never_lost(open_server: Server, page: Page, tmp_path: Path) -> None:
    at_data(open_server, page)
    write(tmp_path / "one.csv", campaign({"campaign_id": "B"}))
    write(tmp_path / "no.exe", "x")
    page.locator(FIELD).focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files([tmp_path / "one.csv", tmp_path / "no.exe"])
    ready(page)
    expect(page.locator("#data-upload-sending")).to_contain_text("no.exe: Files ending in .csv")
    names = []
    for _ in range(4):
        page.keyboard.press("Tab")
        names.append(
            page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent")
        )
    assert names[:3] == ["Leave out one.csv", "Publish", "Discard"]
    page.get_by_role("button", name="Discard").focus()
    page.keyboard.press("Enter")
    expect(page.locator(PREVIEW)).to_be_empty()
    assert page.evaluate("document.activeElement.id") == "data-upload"


def test_a_file_that_is_not_recognised_is_read_as_the_form_says(
    open_server: Server, page: Page, tmp_path: Path
) -> None:
    at_data(open_server, page)
    write(tmp_path / "shop.csv", "Tag;Aktion;Kosten;Clicks\n31.01.2024;Frühling;1.234,50;7\n")
    page.set_input_files(FIELD, tmp_path / "shop.csv")
    page.get_by_text("Say how to read it").click(timeout=PATIENCE)
    page.get_by_label("It holds").select_option(label="Ad platforms")
    assert page.get_by_label("Clicks", exact=True).evaluate("field => field.selectedOptions[0].text") == "Clicks"
    assert Axe().run(page, context="#data-upload").violations_count == 0
    page.get_by_label("Date", exact=True).select_option(label="Tag")
    page.get_by_label("Campaign name (needed)").select_option(label="Aktion")
    page.get_by_label("Spend", exact=True).select_option(label="Kosten")
    page.get_by_label("Currency", exact=True).fill("EUR")
    page.get_by_label("Platform, if no column says it").fill("Shop")
    page.get_by_role("button", name="Read it this way").click()
    ready(page)
    expect(page.locator(PREVIEW)).to_contain_text("€1,234.50")


def test_a_phone_shows_it_without_moving_sideways_and_without_faults(
    open_server: Server, new_page: NewPage, tmp_path: Path
) -> None:
    page = at_data(open_server, new_page(PHONE, dark=True))
    write(tmp_path / ("a very long name of an export " * 3 + ".csv"), campaign({"campaign_id": "B", "clicks": "x"}, {}))
    page.set_input_files(FIELD, [*tmp_path.glob("a very*")])
    expect(page.locator(PREVIEW)).to_contain_text("is wrong in it", timeout=PATIENCE)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    found = Axe().run(page, context=["#data-upload", "#data-versions"])
    assert found.violations_count == 0, found.generate_report()


def test_where_it_is_off_there_is_no_zone(serve: Serve, tmp_path: Path, page: Page) -> None:
    publish_rows(tmp_path / "state", campaign_performance=CAMPAIGN_ROWS)
    closed = serve(until="/healthz")
    page.goto(f"{closed.url}/data")
    expect(page.locator(SAID)).to_contain_text("NOVAMART_UPLOADS=on")
    expect(page.locator(".nm-dropzone")).to_be_hidden()
    assert page.locator(FIELD).count() == 0
