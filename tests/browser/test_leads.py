"""The lead-scoring page in a real Chromium: what follows the threshold, and what asks the server."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browsing import idle
from tests.conftest import Asked

TITLE = "#lead-cutoff-head h2"
MARK = """() => Object.fromEntries(["roc", "recall", "gains", "profit"].map(name => {
  const traces = document.querySelector(`#lead-${name}-figure .js-plotly-plot`).data;
  const mark = traces.find(trace => trace.meta === "threshold");
  return [name, [mark.x[0], mark.y[0]]];
}))"""
LINE = "document.querySelector('#lead-cutoff-figure .js-plotly-plot').layout.shapes[0].x0"
BANDS = "document.querySelector('#lead-learning-figure .js-plotly-plot').data.map(trace => trace.visible)"


def slider(page: Page) -> Locator:
    return page.get_by_label("Call leads scored at or above")


def test_all_that_the_threshold_decides_follows_it_without_a_request(visit: Visit, asked: Asked) -> None:
    page = visit("/leads")
    expect(page.locator(TITLE)).to_contain_text("At 0.50 the model misses")
    before, sent = page.evaluate(MARK), asked(page)
    slider(page).fill("0.72")
    expect(page.locator(TITLE)).to_contain_text("At 0.72 the model misses")
    page.wait_for_url("**/leads?threshold=0.72")
    assert page.evaluate(LINE) == 0.72
    after = idle(page).evaluate(MARK)
    assert all(after[name] != before[name] for name in before)
    assert sent == []


def test_its_counts_are_all_leads_wherever_it_stands(visit: Visit) -> None:
    page = visit("/leads")
    for threshold in ("0", "0.5", "1"):
        slider(page).fill(threshold)
        expect(page.locator(TITLE)).to_contain_text(f"At {float(threshold):.2f}")
        counts = page.locator(".nm-confusion td b").all_inner_texts()
        assert sum(int(count.replace(",", "")) for count in counts) == 2000


def test_a_reload_and_the_link_keep_it_and_back_undoes_a_button(visit: Visit, asked: Asked) -> None:
    page = visit("/leads?threshold=0.72")
    expect(page.locator(TITLE)).to_contain_text("At 0.72")
    sent = asked(page)
    page.get_by_role("button", name="As supplied").click()
    expect(page.locator(TITLE)).to_contain_text("At 0.50")
    page.wait_for_url("**/leads")
    page.go_back()
    expect(page.locator(TITLE)).to_contain_text("At 0.72")
    assert idle(page).url.endswith("/leads?threshold=0.72")
    assert sent == []
    page.reload()
    page.wait_for_selector(TITLE)
    expect(page.locator(TITLE)).to_contain_text("At 0.72")
    assert slider(page).input_value() == "0.72"


def test_a_filter_keeps_the_threshold(visit: Visit) -> None:
    page = visit("/leads?threshold=0.72")
    page.locator("#lead-slices-figure .nsewdrag").first.click(position={"x": 60, "y": 12})
    page.wait_for_url("**industry=**")
    expect(page.locator(TITLE)).to_contain_text("At 0.72")
    assert "threshold=0.72" in idle(page).url


def test_a_click_on_a_slice_filters_and_a_second_undoes_it(visit: Visit) -> None:
    page = visit("/leads")
    first = page.locator("#lead-slices-figure .nsewdrag").first
    first.click(position={"x": 60, "y": 12})
    page.wait_for_url("**industry=**")
    idle(page)
    assert page.locator("#lead-slices-figure .ytick").count() == 6
    first.click(position={"x": 60, "y": 12})
    page.wait_for_url("**/leads")


def test_bands_and_whiskers_are_shown_or_not_without_a_request(visit: Visit, asked: Asked) -> None:
    page = visit("/leads")
    sent = asked(page)
    assert False not in page.evaluate(BANDS)
    page.get_by_text("Lines only").click()
    page.wait_for_url("**/leads?bands=hidden")
    assert idle(page).evaluate(BANDS).count(False) == 2
    page.get_by_text("Bars only").click()
    page.wait_for_url("**whiskers=hidden")
    assert sent == []


def test_amounts_move_the_best_number_of_calls(visit: Visit) -> None:
    page = visit("/leads")
    heading = page.locator("#lead-profit-head h2")
    before = heading.inner_text()
    field = page.get_by_label("Call costs")
    field.fill("100")
    field.press("Enter")
    page.wait_for_url("**/leads?call=100")
    expect(heading).not_to_have_text(before)
    expect(page.locator("#lead-calls-head h2")).to_contain_text("leads to call first")


def test_the_leads_to_call_turn_pages_and_come_as_a_file(visit: Visit) -> None:
    page = visit("/leads?top=25")
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#lead-calls-rows")).to_contain_text("11–20 of 25")
    with page.expect_download() as download:
        page.locator("#lead-calls-csv").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Lead,Company size,Industry,Source,Score")
    assert len(lines) == 26
