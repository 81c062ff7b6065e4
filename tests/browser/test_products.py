"""Product performance in a real Chromium: what its tree, its choices and its marks do to the link."""

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browsing import idle
from tests.conftest import Asked

SHOWN = "place => document.querySelector('#products-tree-figure .js-plotly-plot').data[0].level === place"
PLACES = "select[id*='\"at\"']"
NAMES = "#products-listing-rows tbody .nm-name"


def part(page: Page, name: str) -> None:
    """A click on the part of the tree called so."""
    page.locator("#products-tree-figure g.slice", has=page.get_by_text(name, exact=True)).first.click(
        position={"x": 8, "y": 8}
    )


def at(page: Page, place: str) -> None:
    page.wait_for_function(SHOWN, arg=place)


def test_a_part_opens_without_asking_the_server_and_back_and_a_reload_restore_it(visit: Visit, asked: Asked) -> None:
    page = visit("/products?metric=margin")
    expect(page.locator("h1")).to_contain_text(re.compile(r"is \d+\s% of sales"))
    sent = asked(page)
    part(page, "Electronics")
    at(page, "Electronics")
    expect(page).to_have_url(re.compile(r"\?at=Electronics&metric=margin$"))
    part(page, "Laptops")
    at(page, "Electronics/Laptops")
    expect(page.locator(PLACES)).to_have_value("Electronics/Laptops")
    page.go_back()
    at(page, "Electronics")
    assert sent == []
    page.reload()
    page.wait_for_selector("#products-tree-figure g.slice")
    at(page, "Electronics")


def test_the_way_back_is_the_heading_of_the_open_part_and_a_control_for_keys(visit: Visit) -> None:
    page = visit("/products?at=Electronics%2FLaptops")
    at(page, "Electronics/Laptops")
    part(page, "Laptops")
    at(page, "Electronics")
    page.locator(PLACES).select_option("/")
    at(page, "/")
    expect(page).to_have_url(re.compile(r"/products$"))
    page.locator(PLACES).select_option(label="Fashion › Women")
    at(page, "Fashion/Women")


@pytest.mark.parametrize("place", ["Nowhere", "' OR 1=1;--", "Electronics/<b>"])
def test_a_link_to_no_place_opens_the_whole_and_says_so(visit: Visit, place: str) -> None:
    page = visit(f"/products?{urlencode({'at': place})}")
    expect(page.locator(".nm-notice")).to_contain_text("ignored")
    at(page, "/")
    assert "at=" not in page.url


def test_a_click_on_a_bar_filters_by_its_category_and_a_second_undoes_it(visit: Visit) -> None:
    page = visit("/products")
    for url in (re.compile(r"\?category=\w+"), re.compile(r"/products$")):
        page.locator("#products-categories-figure .bars .point path").first.click(force=True)
        expect(page).to_have_url(url)
        idle(page)


@pytest.mark.parametrize(
    ("chart", "link"),
    [("cross", r"\?category=[^&]+&region=[^&]+$"), ("quarters", r"\?quarter=Q[1-4]\+20\d\d$")],
)
def test_a_click_on_a_cell_or_a_quarter_is_one_step_and_a_second_undoes_it(
    visit: Visit, asked: Asked, chart: str, link: str
) -> None:
    page = visit("/products")
    sent = asked(page)
    steps = page.evaluate("history.length")
    plot = page.locator(f"#products-{chart}-figure .nsewdrag").first
    for place, url in enumerate((re.compile(link), re.compile(r"/products$")), start=1):
        plot.scroll_into_view_if_needed()
        low = float(plot.evaluate("area => area.getBoundingClientRect().height")) - 12
        plot.click(position={"x": 30, "y": low})
        expect(page).to_have_url(url)
        idle(page)
        assert (page.evaluate("history.length") - steps, len(sent)) == (place, place)
    page.go_back()
    expect(page).to_have_url(re.compile(link))


def test_a_switch_names_fiscal_quarters(visit: Visit) -> None:
    page = visit("/products")
    expect(page.locator("#products-quarters-figure")).not_to_contain_text("FY")
    page.get_by_text("Fiscal", exact=True).click()
    expect(page.locator("#products-quarters-figure")).to_contain_text(re.compile(r"Q\d FY\d\d"))
    expect(page).to_have_url(re.compile(r"\?quarters=fiscal$"))


def test_one_metric_changes_three_cards_in_one_request(visit: Visit, asked: Asked) -> None:
    page = visit("/products")
    sent = asked(page)
    page.locator("select[id*='\"metric\"']").select_option("return_rate")
    for card in ("categories", "cross", "quarters"):
        expect(page.locator(f"#products-{card}-head")).to_contain_text("Return rate by")
    idle(page)
    assert len(sent) == 1


def test_a_heading_sorts_and_back_undoes_it(visit: Visit) -> None:
    page = visit("/products")
    before = page.locator(NAMES).all_inner_texts()
    page.locator("#products-listing-rows thead").get_by_role("link", name="Product").click()
    expect(page.locator("#products-listing-rows th[aria-sort]")).to_contain_text("Product")
    idle(page)
    assert page.url.endswith("/products?order=ascending&sort=product_name")
    names = page.locator(NAMES).all_inner_texts()
    assert names == sorted(names, key=str.casefold) != before
    page.go_back()
    expect(page.locator("#products-listing-rows th[aria-sort]")).to_contain_text("Sales")
    assert page.locator(NAMES).all_inner_texts() == before


def test_a_link_that_the_server_wrote_keeps_the_open_part_and_a_reset_does_not(visit: Visit) -> None:
    page = visit("/products?at=Electronics")
    at(page, "Electronics")
    page.locator("#products-listing-rows thead a", has_text="Margin").click()
    expect(page).to_have_url(re.compile(r"\?at=Electronics&.*sort=margin"))
    at(page, "Electronics")
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?at=Electronics$"))
    page.locator("#reset").click()
    expect(page).to_have_url(re.compile(r"/products$"))
    at(page, "/")
