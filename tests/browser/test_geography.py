"""Geographic analysis in a real Chromium: what its maps, marks and choices do to the link."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browsing import idle
from tests.conftest import DESKTOP, PHONE, NewPage
from tests.serving import Serve, Server

SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
SQUARE = [[76.0, 27.0], [80.0, 27.0], [80.0, 31.0], [76.0, 31.0], [76.0, 27.0]]
HOLE = [[77.0, 28.0], [77.0, 30.0], [79.0, 30.0], [79.0, 28.0], [77.0, 28.0]]
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"NAME_1": name}, "geometry": {"type": "Polygon", "coordinates": rings}}
        for name, rings in (("Haryana", [SQUARE, HOLE]), ("NCT of Delhi", [HOLE]))
    ],
}
PLACE = """([chart, x, y]) => {
  const graph = document.querySelector(`#states-${chart}-figure .js-plotly-plot`), box = graph.getBoundingClientRect();
  const {xaxis, yaxis} = graph._fullLayout;
  return [box.x + xaxis._offset + xaxis.d2p(x), box.y + yaxis._offset + yaxis.d2p(y)];
}"""
MARK = """([chart, name]) => {
  const [marks] = document.querySelector(`#states-${chart}-figure .js-plotly-plot`).data;
  const at = marks.customdata.indexOf(name);
  return [marks.x[at], marks.y[at]];
}"""


def opened(page: Page, server: Server, query: str = "") -> Page:
    page.goto(f"{server.url}/geography{query}")
    page.wait_for_selector(".nm-kpi-value")
    return idle(page)


def click(page: Page, chart: str, x: float, y: float) -> None:
    page.locator(f"#states-{chart}-figure").scroll_into_view_if_needed()
    across, down = page.evaluate(PLACE, [chart, x, y])
    page.mouse.move(across, down)
    page.wait_for_timeout(150)
    page.mouse.click(across, down)


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)])
def test_a_checker_finds_nothing_and_nothing_scrolls_sideways(
    new_page: NewPage, server: Server, size: tuple[int, int], dark: bool
) -> None:
    page = opened(new_page(size, dark), server, "?hue=growth")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize(("chart", "query"), [("map", ""), ("map", "map=bubbles"), ("scatter", ""), ("quadrants", "")])
def test_a_click_on_a_state_filters_and_a_second_undoes_it(page: Page, server: Server, chart: str, query: str) -> None:
    opened(page, server, f"?{query}")
    for url in (re.compile("state=Gujarat"), re.compile(rf"/geography\??{query}$")):
        click(page, chart, *page.evaluate(MARK, [chart, "Gujarat"]))
        expect(page).to_have_url(url)
        idle(page)


def test_the_corner_of_a_tile_belongs_to_it_and_an_empty_tile_filters_nothing(page: Page, server: Server) -> None:
    opened(page, server)
    x, y = page.evaluate(MARK, ["map", "Gujarat"])
    click(page, "map", x + 0.4, y - 0.4)
    expect(page).to_have_url(re.compile("state=Gujarat"))
    idle(page)
    click(page, "map", 0, 7)
    page.wait_for_timeout(300)
    assert "state=Gujarat" in page.url


def test_a_slice_filters_by_its_state(page: Page, server: Server) -> None:
    opened(page, server)
    page.locator("#states-shares-figure .slice path").first.click(force=True)
    expect(page).to_have_url(re.compile("state=Maharashtra"))


def test_back_and_a_link_restore_the_map_and_its_colour(page: Page, server: Server) -> None:
    opened(page, server)
    head = page.locator("#states-map-head")
    page.locator("select[id*='\"colour\"']").select_option("growth")
    expect(head).to_contain_text("Growth by state")
    assert "colour=growth" in idle(page).url
    page.get_by_text("Bubbles", exact=True).click()
    expect(head).to_contain_text("Stores (size)")
    assert not page.locator("select[id*='\"colour\"']").is_visible()
    page.reload()
    expect(head).to_contain_text("Stores (size)")
    idle(page)
    page.go_back()
    expect(head).to_contain_text("Growth by state")
    idle(page).go_back()
    expect(head).to_contain_text("Revenue by state")


def test_an_insight_leads_to_the_map_that_shows_it(page: Page, server: Server) -> None:
    opened(page, server, "?map=bubbles")
    page.get_by_role("link", name="Growth on the map").first.click()
    expect(page.locator("#states-map-head")).to_contain_text("Growth by state")
    assert idle(page).url.endswith("/geography?colour=growth")


def test_outlines_from_a_file_are_filled_with_their_holes_left_empty(
    page: Page, serve: Serve, sample_state: Path, tmp_path: Path
) -> None:
    shapes = tmp_path / "states.json"
    shapes.write_text(json.dumps(SHAPES), encoding="utf-8")
    server = serve(sample_state, NOVAMART_GEOJSON=str(shapes))
    opened(page, server)
    page.get_by_text("Map", exact=True).click()
    expect(page.locator("#states-map-note")).to_contain_text("Not in the file of outlines")
    idle(page)
    for x, y, name in ((76.5, 27.5, "Haryana"), (78, 29, "Delhi")):
        click(page, "map", x, y)
        expect(page).to_have_url(re.compile(f"map=outlines&state={name}"))
        idle(page)
        click(page, "map", x, y)
        expect(page).to_have_url(re.compile("map=outlines$"))
        idle(page)


@pytest.mark.parametrize("query", ["", "?map=bubbles&x=penetration&y=satisfaction", "?state=Delhi&colour=customers"])
def test_a_phone_shows_the_page_without_scrolling_sideways(new_page: NewPage, server: Server, query: str) -> None:
    page = opened(new_page(PHONE), server, query)
    assert page.evaluate(SIDEWAYS) <= 0
