"""Attribution and funnel in a real Chromium: its clicks, its choices, its keyboard, its phone."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.marks import click, mark
from tests.browsing import idle
from tests.conftest import DESKTOP, PHONE, Asked

PATH = "/attribution"
LABELS = """(name) => {
  const texts = [...document.querySelectorAll(`#${name} .xaxislayer-above text`)];
  const boxes = texts.map((one) => one.getBoundingClientRect());
  return boxes.slice(1).every((box, place) => box.left >= boxes[place].right - 1);
}"""
BEYOND = """(plot) => {
  const edge = plot.getBoundingClientRect(), names = [...plot.querySelectorAll(".xtick text, .ytick text")];
  const boxes = names.map((one) => one.getBoundingClientRect());
  const over = Math.max(...boxes.map(({ bottom, left }) => Math.max(bottom - edge.bottom, edge.left - left)));
  return [plot.scrollWidth - plot.clientWidth, Math.max(0, Math.round(over))];
}"""
HEIGHTS = "(charts) => charts.map((chart) => chart.offsetHeight)"
LEVEL = """() => {
  const texts = [...document.querySelectorAll("#credit-figure .xtick text")];
  return texts.every((one) => !/rotate\\((?!0)/.test(one.getAttribute("transform")));
}"""


def select(page: Page, key: str) -> Locator:
    return page.locator(f"select[id*='\"{key}\"']")


@pytest.mark.parametrize(("figure", "name", "link"), [
    ("credit-figure", "Facebook", "channel=Facebook"),
    ("funnel-figure", "Interest", "rate=Interest"),
])  # fmt: skip
def test_a_click_on_a_mark_chooses_it_and_a_second_undoes_it(visit: Visit, figure: str, name: str, link: str) -> None:
    page = visit(PATH)
    expect(page.locator("h1")).to_contain_text("Email closes the most sales, Google Ads opens the most")
    for url in (re.compile(rf"{PATH}\?{link}$"), re.compile(rf"{PATH}$")):
        click(page, figure, *mark(page, figure, name))
        expect(page).to_have_url(url)
        idle(page)


def test_a_click_on_a_slice_shows_the_journeys_that_it_opens_and_a_second_undoes_it(visit: Visit) -> None:
    page = visit(PATH)
    for url in (re.compile(rf"{PATH}\?channel=Google\+Ads$"), re.compile(rf"{PATH}$")):
        page.locator("#shares-figure .slicetext").first.click(force=True)
        expect(page).to_have_url(url)
        idle(page)


def test_stages_can_be_chosen_with_the_keyboard(visit: Visit) -> None:
    page = visit(PATH)
    chosen = select(page, "rate")
    chosen.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#funnel-head")).to_contain_text("share of the stage before")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#funnel-head")).to_contain_text("share of Interest")
    assert idle(page).url.endswith("?rate=Interest")


def test_back_and_reload_show_the_model_that_the_link_says(visit: Visit) -> None:
    page = visit(PATH)
    select(page, "model").select_option("last")
    expect(page.locator("#shares-head")).to_contain_text("under Last touch")
    assert idle(page).url.endswith("?model=last")
    page.reload()
    idle(page)
    expect(page.locator("#credit-note")).to_contain_text("All credit to the last touch.")
    page.go_back()
    expect(page.locator("#shares-head")).to_contain_text("under Markov, order 1")
    assert select(page, "model").input_value() == "markov-1"


def test_a_change_asks_the_server_for_the_page_and_for_the_credit_only(visit: Visit, asked: Asked) -> None:
    page = visit(PATH)
    sent = asked(page)
    select(page, "model").select_option("linear")
    expect(page.locator("#shares-head")).to_contain_text("under Linear")
    idle(page)
    assert len(sent) == 2


def test_touchpoints_are_left_out_and_said(visit: Visit) -> None:
    page = visit(PATH)
    page.locator("summary[id*=without]").click()
    page.locator(".nm-drop[open]").get_by_label("Email", exact=True).click()
    expect(page.locator("#credit-note")).to_contain_text("conversions had only channels that are left out: (none).")
    assert idle(page).url.endswith("?without=Email")
    expect(page.locator("summary[id*=without]")).to_contain_text("Left out Email")


def test_a_supplied_matrix_stands_beside_the_computed_one(visit: Visit) -> None:
    page = visit(PATH)
    page.locator("#correlation-head").locator("xpath=..").get_by_text("Supplied").click()
    expect(page.locator("#correlation-head")).to_contain_text("As supplied in correlation_matrix")
    assert idle(page).url.endswith("?matrix=supplied")


def test_a_chart_is_its_table_too(visit: Visit) -> None:
    page = visit(PATH)
    page.locator("#claims-head").locator("xpath=..").locator(".nm-menu summary").click()
    page.locator('[data-chart="claims"][data-action="table"]').click()
    expect(page.locator("#claims-table tbody tr")).to_have_count(2 * 12)


@pytest.mark.parametrize("query", ["", "?model=shapley&credit=value", "?without=Email&channel=Facebook"])
def test_on_a_phone_names_stand_level_and_every_channel_is_named(visit: Visit, query: str) -> None:
    page = visit(PATH + query, PHONE)
    assert page.evaluate(LEVEL)
    assert page.locator("#credit-figure .annotation").count() == page.locator("#credit-figure .ytick").count() + 1


def test_names_below_columns_do_not_touch(visit: Visit) -> None:
    page = visit(PATH, DESKTOP)
    assert [page.evaluate(LABELS, f"{chart}-figure") for chart in ("models", "correlation")] == [True, True]


@pytest.mark.parametrize("query", ["", "?matrix=supplied&shares=difference"])
def test_on_a_phone_a_matrix_is_seen_whole(visit: Visit, query: str) -> None:
    page = visit(PATH + query, PHONE)
    for chart in ("models", "correlation"):
        assert page.locator(f"#{chart}-figure .xtick").count() > 1
        assert page.locator(f".nm-plot:has(#{chart}-figure)").evaluate(BEYOND) == [0, 0]


def test_charts_keep_the_height_that_their_rows_need_when_the_window_changes(visit: Visit) -> None:
    page = visit(PATH, DESKTOP)
    charts = page.locator(".nm-fitted .js-plotly-plot")
    before = charts.evaluate_all(HEIGHTS)
    page.set_viewport_size({"width": 1000, "height": 900})
    for chart in ("credit", "funnel", "models", "correlation"):
        expect(page.locator(f"#{chart}-figure .main-svg").first).to_have_attribute("width", re.compile(r"^[89]\d\d"))
    assert idle(page).locator(".nm-fitted .js-plotly-plot").evaluate_all(HEIGHTS) == before
    assert min(before) > 0


@pytest.mark.parametrize("value", ["' OR 1=1;--", "<script>alert(1)</script>"])
def test_an_unknown_value_is_ignored_with_a_notice(visit: Visit, value: str) -> None:
    page = visit(f"{PATH}?{urlencode({'channel': value, 'model': value})}")
    expect(page.locator(".nm-notice").first).to_contain_text("ignored")
    expect(page.locator("#credit-head")).to_contain_text("Markov, order 1")
