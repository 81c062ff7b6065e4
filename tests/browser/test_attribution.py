"""Attribution and funnel in a real Chromium: its clicks, its choices, its keyboard, its phone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_accessibility import SIDEWAYS, violations
from tests.browsing import idle
from tests.conftest import DESKTOP, PHONE, NewPage
from tests.serving import Server

PATH = "/attribution"
MARK = """([name, key]) => {
  const graph = document.querySelector(`#${name} .js-plotly-plot`);
  const trace = graph.data.findLast((known) => known.customdata), at = trace.customdata.indexOf(key);
  const {xaxis, yaxis} = graph._fullLayout, box = graph.getBoundingClientRect();
  const half = trace.type === "bar" ? 0.5 : 1;
  return [box.x + xaxis._offset + xaxis.d2p(half * trace.x[at]), box.y + yaxis._offset + yaxis.d2p(trace.y[at])];
}"""
LABELS = """(name) => {
  const texts = [...document.querySelectorAll(`#${name} .xaxislayer-above text`)];
  const boxes = texts.map((one) => one.getBoundingClientRect());
  return boxes.slice(1).every((box, place) => box.left >= boxes[place].right - 1);
}"""
LEVEL = """() => {
  const texts = [...document.querySelectorAll("#credit-figure .xtick text")];
  return texts.every((one) => !/rotate\\((?!0)/.test(one.getAttribute("transform")));
}"""


def click(page: Page, figure: str, name: str) -> None:
    page.locator(f"#{figure}").scroll_into_view_if_needed()
    point = page.evaluate(MARK, [figure, name])
    page.mouse.move(*point)
    page.wait_for_timeout(150)
    page.mouse.click(*point)


def select(page: Page, key: str) -> Locator:
    return page.locator(f"select[id*='\"{key}\"']")


def requests(page: Page) -> list[str]:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "_dash-update-component" in request.url else None)
    return sent


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (DESKTOP, True), (PHONE, False), (PHONE, True)])
def test_a_checker_finds_nothing_and_nothing_scrolls_sideways(
    new_page: NewPage, server: Server, size: tuple[int, int], dark: bool
) -> None:
    page = new_page(size, dark)
    page.goto(server.url + PATH)
    assert violations(idle(page)) == []
    assert page.evaluate(SIDEWAYS) <= 0
    expect(page.locator("h1")).to_contain_text("Email closes the most sales, Google Ads opens the most")


@pytest.mark.parametrize(("figure", "name", "link"), [
    ("credit-figure", "Facebook", "channel=Facebook"),
    ("funnel-figure", "Interest", "rate=Interest"),
])  # fmt: skip
def test_a_click_on_a_mark_chooses_it_and_a_second_undoes_it(visit: Visit, figure: str, name: str, link: str) -> None:
    page = visit(PATH)
    for url in (re.compile(rf"{PATH}\?{link}$"), re.compile(rf"{PATH}$")):
        click(page, figure, name)
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


def test_a_change_asks_the_server_for_the_page_and_for_the_credit_only(visit: Visit) -> None:
    page = visit(PATH)
    sent = requests(page)
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
    expect(page.locator("#claims-table tbody tr")).to_have_count(2)


@pytest.mark.parametrize(
    "query", ["", "?model=shapley&credit=value", "?without=Email&channel=Facebook", "?matrix=supplied"]
)
def test_a_phone_shows_the_page_without_scrolling_sideways(new_page: NewPage, server: Server, query: str) -> None:
    page = new_page(PHONE)
    page.goto(server.url + PATH + query)
    assert idle(page).evaluate(SIDEWAYS) <= 0
    assert page.evaluate(LEVEL)
    assert page.locator("#credit-figure .annotation").count() == page.locator("#credit-figure .ytick").count() + 1


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("chart", ["models", "correlation"])
def test_names_below_columns_do_not_touch(new_page: NewPage, server: Server, size: tuple[int, int], chart: str) -> None:
    page = new_page(size)
    page.goto(server.url + PATH)
    assert idle(page).evaluate(LABELS, f"{chart}-figure")


@pytest.mark.parametrize("value", ["' OR 1=1;--", "<script>alert(1)</script>"])
def test_an_unknown_value_is_ignored_with_a_notice(visit: Visit, value: str) -> None:
    page = visit(PATH)
    page.evaluate("value => { location.search = new URLSearchParams({ channel: value, model: value }) }", value)
    page.wait_for_selector(".nm-notice")
    expect(idle(page).locator(".nm-notice").first).to_contain_text("ignored")
    expect(page.locator("#credit-head")).to_contain_text("Markov, order 1")
