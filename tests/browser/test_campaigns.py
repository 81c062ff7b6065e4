"""Campaign analytics in a real Chromium: what its table, its choices and its marks do to the link."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.marks import click, mark
from tests.browsing import idle
from tests.conftest import DESKTOP, PHONE, Asked

NAMES = "#campaigns-listing-rows tbody .nm-name"
SECTIONS = 2
PICTURE = 1200
STACKED = """() => {
  const {x, y, customdata} = document.querySelector("#stack-figure .js-plotly-plot").data[0];
  return [customdata[0], [x[2], y[2] / 2]];
}"""
WRITTEN = """() => {
  const { fillText } = CanvasRenderingContext2D.prototype;
  window.ends = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    window.ends.push([text, Math.round(y), x + this.measureText(text).width]);
    return fillText.call(this, text, x, y);
  };
}"""


def names(page: Page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


def test_a_heading_sorts_in_a_request_a_section_keeps_one_s_place_and_back_undoes(visit: Visit, asked: Asked) -> None:
    page = visit("/campaigns")
    before = names(page)
    sent = asked(page)
    page.locator("#campaigns-listing-rows thead").get_by_role("link", name="Conversions").click()
    expect(page.locator("#campaigns-listing-rows th[aria-sort]")).to_contain_text("Conversions")
    idle(page)
    assert page.url.endswith("/campaigns?sort=conversions")
    assert len(sent) == SECTIONS
    assert page.evaluate("scrollY") > 300
    page.go_back()
    expect(page.locator("#campaigns-listing-rows th[aria-sort]")).to_contain_text("Revenue")
    assert names(idle(page)) == before


def test_the_table_turns_pages_and_finds_and_the_link_opens_the_same(visit: Visit) -> None:
    page = visit("/campaigns")
    first = names(page)
    page.get_by_role("link", name="Next").click()
    expect(page.locator(NAMES).first).not_to_have_text(first[0])
    assert "page=2" in idle(page).url
    search = page.get_by_label("Search campaigns")
    search.fill("facebook")
    search.press("Enter")
    expect(page.locator(NAMES).first).to_contain_text("Facebook")
    shown = names(idle(page))
    assert all("Facebook" in name for name in shown)
    assert "find=facebook" in page.url
    assert names(visit("/campaigns?" + page.url.partition("?")[2])) == shown


def test_a_click_on_a_bubble_drills_into_its_channel_and_a_second_undoes_it(visit: Visit) -> None:
    page = visit("/campaigns?metric=ctr")
    expect(page.locator("h1")).to_contain_text(re.compile(r"\d+ of \d+ campaigns brings? half of revenue"))
    for url in (re.compile("channel=Email"), re.compile(r"\?metric=ctr$")):
        click(page, "matrix-figure", *mark(page, "matrix-figure", "Email"))
        expect(page).to_have_url(url)
        idle(page)


def test_a_click_on_a_bar_of_a_month_shows_its_campaign_type_alone_and_a_second_undoes_it(visit: Visit) -> None:
    page = visit("/campaigns")
    kind, places = page.evaluate(STACKED)
    for url in (re.compile(rf"type={kind.replace(' ', '.')}$"), re.compile(r"/campaigns$")):
        click(page, "stack-figure", *places)
        expect(page).to_have_url(url)
        idle(page)


def test_years_and_metrics_are_in_the_link(visit: Visit) -> None:
    page = visit("/campaigns")
    years, metrics = (page.locator(f"select[id*='\"{key}\"']") for key in ("daily-year", "daily"))
    year = years.locator("option").last.inner_text()
    years.select_option(year)
    expect(page.locator("#calendar-head")).to_contain_text(f"calendar year {year}")
    assert f"daily-year={year}" in idle(page).url
    metrics.select_option("roas")
    expect(page.locator("#calendar-head")).to_contain_text("ROAS, blended by day")


def test_the_whole_table_is_asked_for_on_a_click_and_again_on_the_next(visit: Visit) -> None:
    page = visit("/campaigns?find=email")
    found = int(page.locator("#campaigns-listing-head .nm-caption").inner_text().split()[0])
    assert len(names(page)) <= found
    for _ in range(2):
        with page.expect_download() as saved:
            page.locator("#campaigns-listing-csv").click()
        lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
        assert lines[0].startswith("Campaign,Channel,Type,Revenue (INR),Ad spend (INR)")
        assert len(lines) == found + 1


@pytest.mark.parametrize(("size", "rows"), [(DESKTOP, 1), (PHONE, 2)])
def test_a_year_stands_in_one_row_and_on_a_phone_in_two(visit: Visit, size: tuple[int, int], rows: int) -> None:
    page = visit("/campaigns", size)
    drawn = (
        "document.querySelector('#calendar-figure .js-plotly-plot').data.filter(({type}) => type === 'heatmap').length"
    )
    page.wait_for_function(f"{drawn} === {rows}")
    plot = "#calendar-figure .nsewdrag"
    assert page.locator(plot).first.evaluate("drag => drag.getBoundingClientRect().right <= innerWidth")


def test_the_keys_of_a_picture_stay_inside_it(visit: Visit) -> None:
    page = visit("/campaigns")
    page.evaluate(WRITTEN)
    menu = page.locator("section", has=page.locator("#running-figure")).locator(".nm-menu")
    menu.locator("summary").click()
    with page.expect_download():
        menu.get_by_text("Download PNG").click()
    ends = page.evaluate("window.ends")
    assert len({line for _, line, _ in ends}) > 3
    assert max(right for _, _, right in ends) <= PICTURE
