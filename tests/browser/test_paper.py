"""What is printed: charts in the light theme, as wide as paper, and afterwards as they were."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from layouts.ui.theme import DARK, LIGHT
from tests.browser.conftest import Visit
from tests.browsing import idle
from tests.conftest import DESKTOP

BARS = """() => [...document.querySelectorAll("#ranking-figure .point path")].map((one) => one.style.fill)"""
INKS = """() => [...document.querySelectorAll(".js-plotly-plot .main-svg text")].map((one) => one.style.fill)"""
WIDTHS = """() => [...document.querySelectorAll(".js-plotly-plot")].map((chart) => {
  return [chart.closest(".dash-graph").id, Math.round(chart.querySelector(".main-svg").getBoundingClientRect().width)];
})"""
PLACES = """() => [...document.querySelectorAll(".js-plotly-plot")].map((chart) => {
  return [chart.closest(".dash-graph").id, Math.round(chart.clientWidth)];
})"""
PAPER = (688, 900)
ALPHA = r"rgba?\((\d+), (\d+), (\d+)(?:, [\d.]+)?\)"
PATHS = ("/", "/geography", "/attribution", "/leads", "/cfo")


@contextmanager
def printing(page: Page) -> Iterator[None]:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    idle(page)


def colours(page: Page, script: str) -> set[str]:
    """Colours as #rrggbb, whatever their opacity."""
    found = [re.fullmatch(ALPHA, colour) for colour in page.evaluate(script)]
    return {"#" + "".join(f"{int(part):02X}" for part in one.groups()) for one in found if one}


def test_a_dark_page_is_printed_in_light_colours_and_is_dark_again(visit: Visit) -> None:
    page = visit("/", dark=True)
    before = page.evaluate(BARS)
    assert colours(page, BARS) <= set(DARK.categories)
    with printing(page):
        assert colours(page, BARS) <= set(LIGHT.categories)
        assert colours(page, INKS) <= {LIGHT.ink, LIGHT.ink_2, LIGHT.ink_3, LIGHT.good, LIGHT.bad}
    assert page.evaluate(BARS) == before


@pytest.mark.parametrize("path", PATHS)
def test_charts_are_as_wide_as_their_cards_on_paper_whatever_the_window(visit: Visit, path: str) -> None:
    page = visit(path, PAPER)
    with printing(page):
        places = page.evaluate(PLACES)
        assert page.evaluate(WIDTHS) == places
    page = visit(path, DESKTOP)
    with printing(page):
        assert page.evaluate(WIDTHS) == places


def test_after_printing_a_mark_still_answers_to_a_click(visit: Visit) -> None:
    page = visit("/")
    with printing(page):
        pass
    page.locator("#ranking-figure .nsewdrag").first.click()
    page.wait_for_url("**/?channel=*")


def test_a_page_fits_its_paper(visit: Visit, tmp_path: Path) -> None:
    page = visit("/", dark=True)
    paper = page.pdf(path=tmp_path / "overview.pdf", format="A4", print_background=True)
    assert len(re.findall(rb"/Type /Page\b", paper)) == 1
