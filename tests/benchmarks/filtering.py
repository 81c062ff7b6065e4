"""How long a reader waits for a filter: from the click to the charts drawn anew, page by page."""

from playwright.sync_api import Page

from layouts import PAGES
from tests.benchmarks.site import browser, opened, site
from tests.benchmarks.timing import Timing, table
from tests.browsing import idle

TITLE = "Choosing a member of a page's first filter (ms, median / p95)"
HEADINGS = ("page", "new view", "known view")
QUIET = 150
MOST = 8
STOPWATCH = """() => {
  window.clicked = window.drawn = 0;
  document.addEventListener("click", () => { window.clicked = performance.now(); }, true);
  const stop = () => requestAnimationFrame(() => { window.drawn = performance.now(); });
  for (const plot of document.querySelectorAll(".js-plotly-plot")) plot.on("plotly_afterplot", stop);
}"""
PILLS = ".nm-pill:not(.nm-pill-symbol):has(.form-check-input[type=checkbox])"


def run() -> str:
    """Choose members in turn and take them back, twice: views that are new to the server, then ones it knows."""
    with site() as server, browser() as chromium:
        rows: list[list[str | Timing]] = []
        for known in PAGES:
            page = opened(chromium.new_page(viewport={"width": 1440, "height": 1091}), server, known.destination.path)
            page.evaluate(STOPWATCH)
            page.locator(PILLS).first.locator("summary").click()
            rows.append([known.destination.path, Timing.of(_round(page)), Timing.of(_round(page))])
            page.close()
    return table(HEADINGS, rows)


def _round(page: Page) -> list[float]:
    options = page.locator(PILLS).first.locator(".form-check-input")
    return [_waited(page, number) for _ in ("choose", "take back") for number in range(min(options.count(), MOST))]


def _waited(page: Page, number: int) -> float:
    page.locator(PILLS).first.locator(".form-check-input").nth(number).click()
    page.wait_for_function("() => window.drawn > window.clicked")
    idle(page).wait_for_timeout(QUIET)
    return float(page.evaluate("() => window.drawn - window.clicked"))
