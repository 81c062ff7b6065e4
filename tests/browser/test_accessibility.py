"""Whether everybody can use the pages: names, structure, contrast, widths."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page

from layouts import PAGES
from tests.browser.conftest import Visit
from tests.browsing import SIDEWAYS, dress, idle, sideways, violations
from tests.conftest import DESKTOP, PHONE

PATHS = [page.destination.path for page in PAGES]
BUSY = ("/", "/customers", "/attribution")
WIDTHS = (1440, 1200, 1024, 820, 390, 320)
RESIZED_MS, SETTLED_MS = 200, 5_000
NAMELESS = """() => {
  const kinds = ["a[href]", "button", "input:not([type=hidden])", "select", "summary", "textarea", "[tabindex='0']"];
  const controls = document.querySelectorAll(kinds.join());
  const words = (node) => (node?.getAttribute("aria-label") || node?.textContent || "").trim();
  const named = (node) =>
    words(node) || [...(node.labels ?? [])].some(words) || words(node.closest("label"))
    || (node.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => words(document.getElementById(id)));
  return [...controls].filter((node) => !named(node)).map((node) => node.outerHTML.slice(0, 200));
}"""
LEVELS = "[...document.querySelectorAll('h1, h2, h3, h4')].filter(one => one.offsetParent).map(one => +one.tagName[1])"


@pytest.mark.parametrize(
    ("path", "size", "dark"),
    [
        *((path, *as_seen) for path in PATHS for as_seen in ((DESKTOP, False), (PHONE, True))),
        *((path, *as_seen) for path in BUSY for as_seen in ((DESKTOP, True), (PHONE, False))),
        ("/?channel=Email&channel=Fax&basis=paid&split=channel", DESKTOP, False),
        ("/?from=1999-01-01&to=1999-02-01", DESKTOP, False),
        ("/geography?hue=growth", DESKTOP, False),
        ("/geography?hue=growth", PHONE, True),
        ("/nothing", DESKTOP, False),
    ],
)
def test_a_checker_finds_nothing_and_nothing_sticks_out(
    visit: Visit, path: str, size: tuple[int, int], dark: bool
) -> None:
    page = visit(path, size, dark)
    assert page.evaluate("document.documentElement.dataset.bsTheme") == ("dark" if dark else "light")
    assert violations(page) == []
    assert sideways(page) <= 0
    assert page.locator("h1").count() == page.locator("main").count() == 1


def test_nor_with_a_notice_and_a_panel_open(visit: Visit) -> None:
    page = visit("/?channel=Email&channel=Fax")
    page.locator("summary[id*=channel]").click()
    page.wait_for_timeout(250)
    assert violations(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_controls_have_names_and_headings_levels_in_order(visit: Visit, path: str) -> None:
    page = visit(path)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("a[href], button").count() > 10
    assert page.evaluate(NAMELESS) == []
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_control_of_a_filtered_view_has_a_name(visit: Visit) -> None:
    page = visit("/?channel=Email")
    assert page.locator("button, input, select, summary").count() > 30
    assert page.evaluate(NAMELESS) == []


@pytest.mark.parametrize(
    "path",
    [
        *PATHS,
        "/?split=channel&grain=month",
        "/?channel=Fax&basis=paid&metric=cpa",
        "/?from=1999-01-01&to=1999-02-01",
    ],
)
def test_no_width_makes_the_page_scroll_sideways(visit: Visit, path: str) -> None:
    page = visit(path)
    for width in WIDTHS:
        dress(page, (width, 900))
        page.wait_for_timeout(RESIZED_MS)
        page.wait_for_function(f"() => {SIDEWAYS} <= 0", timeout=SETTLED_MS)
        assert sideways(idle(page)) <= 0, width


@pytest.mark.parametrize(
    "path",
    [
        "/?split=channel&grain=month",
        "/?metric=ctr&sort=smallest",
        "/?compare=none",
        "/attribution?model=shapley&credit=value",
        "/attribution?without=Email&channel=Facebook",
        "/attribution?matrix=supplied",
        "/customers?segment=Premium&by=region",
        "/customers?ages=segment&scale=log&points=points",
        "/geography?map=bubbles&x=penetration&y=satisfaction",
        "/geography?state=Delhi&colour=customers",
    ],
)
def test_a_phone_shows_a_view_without_scrolling_sideways(visit: Visit, path: str) -> None:
    page = visit(path, PHONE)
    assert sideways(page) <= 0
    assert page.locator(".nm-tabs").is_visible()


def test_the_first_tab_skips_to_the_content(visit: Visit) -> None:
    page: Page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
