"""Geographic analysis in a real Chromium: what its maps, marks and choices do to the link."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.marks import click, mark
from tests.browsing import idle
from tests.serving import Serve

MAP = "states-map-figure"
SQUARE = [[76.0, 27.0], [80.0, 27.0], [80.0, 31.0], [76.0, 31.0], [76.0, 27.0]]
HOLE = [[77.0, 28.0], [77.0, 30.0], [79.0, 30.0], [79.0, 28.0], [77.0, 28.0]]
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {"type": "Feature", "properties": {"NAME_1": name}, "geometry": {"type": "Polygon", "coordinates": rings}}
        for name, rings in (("Haryana", [SQUARE, HOLE]), ("NCT of Delhi", [HOLE]))
    ],
}


@pytest.mark.parametrize(("chart", "query"), [("map", ""), ("map", "map=bubbles"), ("scatter", ""), ("quadrants", "")])
def test_a_click_on_a_state_filters_and_a_second_undoes_it(visit: Visit, chart: str, query: str) -> None:
    page = visit(f"/geography?{query}")
    for url in (re.compile("state=Gujarat"), re.compile(rf"/geography\??{query}$")):
        click(page, f"states-{chart}-figure", *mark(page, f"states-{chart}-figure", "Gujarat"))
        expect(page).to_have_url(url)
        idle(page)


def test_the_corner_of_a_tile_belongs_to_it_and_an_empty_tile_filters_nothing(visit: Visit) -> None:
    page = visit("/geography")
    x, y = mark(page, MAP, "Gujarat")
    click(page, MAP, x + 0.4, y - 0.4)
    expect(page).to_have_url(re.compile("state=Gujarat"))
    idle(page)
    click(page, MAP, 0, 7)
    page.wait_for_timeout(300)
    assert "state=Gujarat" in page.url


def test_a_slice_filters_by_its_state(visit: Visit) -> None:
    page = visit("/geography")
    page.locator("#states-shares-figure .slice path").first.click(force=True)
    expect(page).to_have_url(re.compile("state=Maharashtra"))


def test_back_and_a_link_restore_the_map_and_its_colour(visit: Visit) -> None:
    page = visit("/geography")
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


def test_an_insight_leads_to_the_map_that_shows_it(visit: Visit) -> None:
    page = visit("/geography?map=bubbles")
    page.get_by_role("link", name="Growth on the map").first.click()
    expect(page.locator("#states-map-head")).to_contain_text("Growth by state")
    assert idle(page).url.endswith("/geography?colour=growth")


def test_outlines_from_a_file_are_filled_with_their_holes_left_empty(
    page: Page, serve: Serve, sample_state: Path, tmp_path: Path
) -> None:
    shapes = tmp_path / "states.json"
    shapes.write_text(json.dumps(SHAPES), encoding="utf-8")
    server = serve(sample_state, NOVAMART_GEOJSON=str(shapes))
    page.goto(f"{server.url}/geography")
    idle(page)
    page.get_by_text("Map", exact=True).click()
    expect(page.locator("#states-map-note")).to_contain_text("Not in the file of outlines")
    idle(page)
    for x, y, name in ((76.5, 27.5, "Haryana"), (78, 29, "Delhi")):
        click(page, MAP, x, y)
        expect(page).to_have_url(re.compile(f"map=outlines&state={name}"))
        idle(page)
        click(page, MAP, x, y)
        expect(page).to_have_url(re.compile("map=outlines$"))
        idle(page)
