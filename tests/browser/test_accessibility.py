"""Whether everybody can use the overview: names, structure, contrast, widths."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browsing import idle
from tests.conftest import DESKTOP, PHONE, NewPage
from tests.serving import Server

NARROW, SMALLEST = (1024, 768), (320, 640)
NAMELESS = """() => {
  const controls = document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex='0']");
  const words = (node) => (node?.getAttribute("aria-label") || node?.textContent || "").trim();
  const named = (node) =>
    words(node) || [...(node.labels ?? [])].some(words) || words(node.closest("label"))
    || (node.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => words(document.getElementById(id)));
  return [...controls].filter((node) => !named(node)).map((node) => node.outerHTML.slice(0, 200));
}"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4')].filter(one => one.offsetParent).map(one => +one.tagName[1])"


def opened(page: Page, server: Server, path: str = "/") -> Page:
    page.goto(server.url + path)
    page.wait_for_selector(".nm-kpi-value")
    return idle(page)


def violations(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_checker_finds_nothing(new_page: NewPage, server: Server, size: tuple[int, int], dark: bool) -> None:
    page = opened(new_page(size, dark), server)
    assert page.evaluate("document.documentElement.dataset.bsTheme") == ("dark" if dark else "light")
    assert violations(page) == []


def test_nor_with_filters_in_force_a_notice_and_a_panel_open(new_page: NewPage, server: Server) -> None:
    page = opened(new_page(), server, "/?channel=Email&channel=Fax&basis=paid&split=channel")
    page.locator("summary[id*=channel]").click()
    page.wait_for_timeout(250)
    assert violations(page) == []


def test_nor_on_a_view_without_rows_or_a_page_that_is_not_there(page: Page, server: Server) -> None:
    for path in ("/?from=1999-01-01&to=1999-02-01", "/nothing"):
        page.goto(server.url + path)
        idle(page)
        assert violations(page) == []
        assert page.locator("h1").count() == 1


def test_every_control_has_a_name(page: Page, server: Server) -> None:
    opened(page, server, "/?channel=Email")
    assert page.locator("button, input, select, summary").count() > 30
    assert page.evaluate(NAMELESS) == []


def test_the_page_has_a_language_one_heading_and_levels_in_order(page: Page, server: Server) -> None:
    opened(page, server)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").count() == page.locator("main").count() == 1
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    "path", ["/?split=channel&grain=month", "/?channel=Fax&basis=paid&metric=cpa", "/?from=1999-01-01&to=1999-02-01"]
)
def test_nothing_makes_the_page_scroll_sideways(page: Page, server: Server, path: str) -> None:
    page.goto(server.url + path)
    page.wait_for_selector(".nm-kpi-value, .nm-empty")
    for width, height in (DESKTOP, NARROW, PHONE, SMALLEST):
        idle(page).set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(200)
        assert page.evaluate(SIDEWAYS) <= 0, width


def test_the_first_tab_skips_to_the_content(page: Page, server: Server) -> None:
    opened(page, server)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
