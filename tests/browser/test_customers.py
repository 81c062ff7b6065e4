"""Customer insights in a real Chromium: what its marks and its local choices do to the link and to the server."""

import re
from itertools import product

import pandas as pd
import pytest
from playwright.sync_api import Download, Page, expect

from analytics.numbers import exact_money
from tests.browser.conftest import Visit
from tests.browser.marks import click
from tests.browsing import idle
from tests.conftest import Asked

SECTIONS = 3
VISIBLE = "name => document.querySelector(`#${name}-figure .js-plotly-plot`).data.filter(one => one.visible !== false)"
CHARTS = ("worth", "people", "cloud", "age", "content", "nps", "churn")
FIRST_POINT = """() => {
  const graph = document.querySelector("#cloud-figure .js-plotly-plot"), {x, y, customdata} = graph.data[0];
  Plotly.Fx.hover(graph, [{curveNumber: 0, pointNumber: 0}]);
  return {id: customdata[0][0], x: x[0], y: y[0], told: graph.querySelector(".hoverlayer").textContent};
}"""
ROW = """([chart, name]) => {
  const graph = document.querySelector(`#${chart}-figure .js-plotly-plot`), marks = graph.data.at(-1);
  const {xaxis} = graph._fullLayout;
  return [xaxis.p2d(xaxis._length / 2), marks.y[marks.customdata.indexOf(name)]];
}"""


def width(page: Page) -> float:
    """How many years a bar holds; plotly keeps the width of stacked bars on the first of them."""
    return float(page.evaluate(VISIBLE, "age")[0]["xbins"]["size"])


def press(page: Page, key: str, value: str) -> None:
    page.locator(f"[id*='\"{key}\"'] input[value='{value}'] + label").click()
    idle(page)


def row(page: Page, chart: str, name: str) -> tuple[float, float]:
    """The values in the middle of a row."""
    x, y = page.evaluate(ROW, [chart, name])
    return x, y


def file(page: Page, chart: str, action: str) -> Download:
    """A chart as a file."""
    page.locator(f"#{chart}-head").locator("xpath=..").locator(".nm-menu summary").click()
    with page.expect_download() as download:
        page.locator(f'[data-chart="{chart}"][data-action="{action}"]').click()
    return download.value


def saved(page: Page, chart: str) -> pd.DataFrame:
    """The table of a chart, by its first column."""
    return pd.read_csv(file(page, chart, "csv").path(), index_col=0)


@pytest.mark.parametrize("chart", ["worth", "nps", "churn"])
def test_a_click_on_a_row_filters_by_its_segment_and_a_second_undoes_it(visit: Visit, chart: str) -> None:
    page = visit("/customers")
    for url in (re.compile(r"/customers\?segment=Premium$"), re.compile(r"/customers$")):
        click(page, f"{chart}-figure", *row(page, chart, "Premium"))
        expect(page).to_have_url(url)
        idle(page)


def test_what_the_browser_answers_moves_the_link_and_asks_nothing(visit: Visit, asked: Asked) -> None:
    page = visit("/customers")
    sent = asked(page)
    press(page, "ages", "segment")
    press(page, "scale", "log")
    press(page, "points", "points")
    press(page, "trend", "hidden")
    slider = page.locator(".nm-slider input")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"ages=segment&points=points&scale=log&trend=hidden&years=8"))
    idle(page)
    assert sent == []
    assert [width(page), len(page.evaluate(VISIBLE, "age"))] == [8, 5]
    assert page.evaluate("document.querySelector('#worth-figure .js-plotly-plot').layout.xaxis.type") == "log"
    assert sum(one.get("meta") == "points" for one in page.evaluate(VISIBLE, "worth")) == 5
    assert [one for one in page.evaluate(VISIBLE, "cloud") if one.get("meta") == "trend"] == []


def test_a_link_opens_what_the_browser_answers_and_back_leads_out(visit: Visit) -> None:
    page = visit("/customers?ages=segment&at=West&scale=log&years=10")
    assert width(page) == 10
    assert page.evaluate(VISIBLE, "people")[0]["level"] == "West"
    press(page, "ages", "together")
    assert [one.get("meta") for one in page.evaluate(VISIBLE, "age")] == ["together"]
    page.go_back()
    expect(page).to_have_url(re.compile("ages=segment"))
    idle(page)
    assert len(page.evaluate(VISIBLE, "age")) == 5
    page.reload()
    idle(page)
    assert width(page) == 10


def test_a_ring_opens_by_a_click_in_the_link_and_the_control_leads_back(visit: Visit, asked: Asked) -> None:
    page = visit("/customers")
    sent = asked(page)
    page.locator("#people-figure").scroll_into_view_if_needed()
    page.locator("#people-figure .slicetext", has_text="South").first.click(force=True)
    expect(page).to_have_url(re.compile("at=South"))
    idle(page)
    assert page.evaluate(VISIBLE, "people")[0]["level"] == "South"
    page.locator("select[id*='\"at\"']").select_option("/")
    expect(page).to_have_url(re.compile(r"/customers$"))
    assert sent == []


def test_the_other_member_and_the_other_half_are_a_request_a_section_each(visit: Visit, asked: Asked) -> None:
    page = visit("/customers")
    sent = asked(page)
    press(page, "by", "region")
    expect(page.locator("#nps-head")).to_contain_text("by region")
    page.locator("select[id*='\"left\"']").select_option("Partner")
    expect(page.locator("#content-head")).to_contain_text("Partner left")
    idle(page)
    assert len(sent) == 2 * SECTIONS
    assert page.url.endswith("/customers?by=region&left=Partner")


def test_a_point_stands_for_each_customer_and_says_who_it_is(visit: Visit) -> None:
    page = visit("/customers?region=West")
    people, words = saved(page, "cloud"), page.evaluate(FIRST_POINT)
    drawn = page.evaluate(VISIBLE, "cloud")[:-1]
    assert sum(len(trace["x"]) for trace in drawn) == len(people)
    one = people.loc[words["id"]]
    assert (words["x"], words["y"]) == (one["Income (INR)"], one["Lifetime value (INR)"])
    worth, earned = (exact_money(value, "INR").removesuffix(".00") for value in (words["y"], words["x"]))
    assert words["told"].startswith(f"{worth} on an income of {earned}{words['id']}, aged {one['Age']:.0f}")
    assert words["told"].endswith(f"through {one['Acquired through']}{one['Purchases']:.0f} purchases")


def test_its_headline_is_what_a_customer_is_worth_and_every_chart_has_its_figures_and_its_picture(visit: Visit) -> None:
    page = visit("/customers")
    expect(page.locator("h1")).to_contain_text("of lifetime value per customer")
    for chart, action in product(CHARTS, ("csv", "png")):
        assert file(page, chart, action).suggested_filename.endswith(f".{action}")
