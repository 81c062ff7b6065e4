"""When charts are drawn, in a real Chromium: once, in the size of their place, those in sight first."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browsing import idle
from tests.conftest import DESKTOP

COUNT = """() => {
  window.drawings = {};
  for (const graph of document.querySelectorAll(".js-plotly-plot")) {
    const {id} = graph.parentElement;
    graph.on("plotly_afterplot", () => { window.drawings[id] = (window.drawings[id] ?? 0) + 1; });
  }
}"""
MISFITS = """() => [...document.querySelectorAll(".js-plotly-plot")].filter((graph) => {
  const {width, height} = graph.querySelector(".main-svg").getBoundingClientRect();
  return Math.abs(width - graph.offsetWidth) > 1 || Math.abs(height - graph.offsetHeight) > 1;
}).map((graph) => graph.parentElement.id)"""
WIDTHS = (1180, 820, 390, 1440)


def drawings(page: Page) -> dict[str, int]:
    """How often each chart was drawn since COUNT."""
    found: dict[str, int] = page.evaluate("() => window.drawings")
    return found


@pytest.mark.parametrize("path", ["/customers", "/cmo", "/geography"])
def test_a_filter_draws_each_chart_once(visit: Visit, path: str) -> None:
    page = visit(path, size=DESKTOP)
    page.evaluate(COUNT)
    pill = page.locator(".nm-pill:has(.form-check-input[type=checkbox])", has_text="Region").first
    pill.locator("summary").click()
    pill.locator(".form-check-input").first.click()
    idle(page).wait_for_timeout(300)
    counted = drawings(page)
    assert len(counted) == page.locator(".js-plotly-plot").count()
    # A row that grows because its other card took another line is drawn again, and no page has two such rows here.
    assert sum(counted.values()) <= len(counted) + 1


@pytest.mark.parametrize("path", ["/customers", "/cmo"])
def test_charts_fit_their_place_at_every_width(visit: Visit, path: str) -> None:
    page = visit(path, size=DESKTOP)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        idle(page).wait_for_timeout(500)
        page.mouse.wheel(0, 6000)
        idle(page).wait_for_timeout(300)
        assert page.evaluate(MISFITS) == []
