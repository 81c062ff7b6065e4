"""Campaign analytics in a real Chromium: what its table, its choices and its marks do to the link."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import idle
from tests.conftest import DESKTOP, PHONE, NewPage
from tests.serving import Server

NAMES = "#campaigns-listing-rows tbody .nm-name"
SECTIONS = 2
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


def opened(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/campaigns{query}")
    page.wait_for_selector(NAMES)
    return idle(page)


def names(page: Page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)])
def test_a_checker_finds_nothing_and_nothing_scrolls_sideways(
    new_page: NewPage, server: Server, size: tuple[int, int], dark: bool
) -> None:
    page = opened(new_page(size, dark), server)
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate(SIDEWAYS) <= 0
    expect(page.locator("h1")).to_contain_text(re.compile(r"\d+ of \d+ campaigns brings? half of revenue"))


def test_a_heading_sorts_in_a_request_a_section_keeps_one_s_place_and_back_undoes(page: Page, server: Server) -> None:
    opened(page, server)
    before = names(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "_dash-update-component" in request.url else None)
    page.locator("#campaigns-listing-rows thead").get_by_role("link", name="Conversions").click()
    expect(page.locator("#campaigns-listing-rows th[aria-sort]")).to_contain_text("Conversions")
    idle(page)
    assert page.url.endswith("/campaigns?sort=conversions")
    assert len(sent) == SECTIONS
    assert page.evaluate("scrollY") > 300
    page.go_back()
    expect(page.locator("#campaigns-listing-rows th[aria-sort]")).to_contain_text("Revenue")
    assert names(idle(page)) == before


def test_the_table_turns_pages_and_finds_and_the_link_opens_the_same(page: Page, server: Server) -> None:
    opened(page, server)
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
    assert names(opened(page, server, "?" + page.url.partition("?")[2])) == shown


def test_a_click_on_a_bubble_drills_into_its_channel_and_a_second_undoes_it(page: Page, server: Server) -> None:
    opened(page, server, "?metric=ctr")
    for url in (re.compile("channel=Email"), re.compile(r"\?metric=ctr$")):
        page.locator("#matrix-figure").scroll_into_view_if_needed()
        point = page.evaluate(
            """() => {
              const graph = document.querySelector('#matrix-figure .js-plotly-plot'), [marks] = graph.data;
              const {xaxis, yaxis} = graph._fullLayout, box = graph.getBoundingClientRect();
              const at = marks.customdata.indexOf('Email');
              const place = (axis, values) => axis._offset + axis.d2p(values[at]);
              return [box.x + place(xaxis, marks.x), box.y + place(yaxis, marks.y)];
            }"""
        )
        page.mouse.move(*point)
        page.wait_for_timeout(150)
        page.mouse.click(*point)
        expect(page).to_have_url(url)
        idle(page)


def test_years_and_metrics_are_in_the_link(page: Page, server: Server) -> None:
    opened(page, server)
    years, metrics = (page.locator(f"select[id*='\"{key}\"']") for key in ("daily-year", "daily"))
    year = years.locator("option").last.inner_text()
    years.select_option(year)
    expect(page.locator("#calendar-head")).to_contain_text(f"calendar year {year}")
    assert f"daily-year={year}" in idle(page).url
    metrics.select_option("roas")
    expect(page.locator("#calendar-head")).to_contain_text("ROAS, blended by day")


def test_the_whole_table_is_asked_for_on_a_click_and_again_on_the_next(page: Page, server: Server) -> None:
    opened(page, server, "?find=email")
    found = int(page.locator("#campaigns-listing-head .nm-caption").inner_text().split()[0])
    assert len(names(page)) <= found
    for _ in range(2):
        with page.expect_download() as saved:
            page.locator("#campaigns-listing-csv").click()
        lines = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
        assert lines[0].startswith("Campaign,Channel,Type,Revenue (INR),Ad spend (INR)")
        assert len(lines) == found + 1


@pytest.mark.parametrize(("size", "rows"), [(DESKTOP, 1), (PHONE, 2)])
def test_a_year_stands_in_one_row_and_on_a_phone_in_two(
    new_page: NewPage, server: Server, size: tuple[int, int], rows: int
) -> None:
    page = opened(new_page(size), server)
    drawn = (
        "document.querySelector('#calendar-figure .js-plotly-plot').data.filter(({type}) => type === 'heatmap').length"
    )
    page.wait_for_function(f"{drawn} === {rows}")
    plot = "#calendar-figure .nsewdrag"
    assert page.locator(plot).first.evaluate("drag => drag.getBoundingClientRect().right <= innerWidth")
