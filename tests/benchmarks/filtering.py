"""How long a reader waits for a filter: from the click to the charts drawn anew."""

from playwright.sync_api import Page

from tests.benchmarks.site import browser, opened, site
from tests.benchmarks.timing import Timing, table
from tests.browsing import idle

TITLE = "Choosing a channel on the overview (ms, median / p95)"
HEADINGS = ("view", "click to drawn")
QUIET = 150
STOPWATCH = """() => {
  window.clicked = window.drawn = 0;
  document.addEventListener("click", () => { window.clicked = performance.now(); }, true);
  const stop = () => requestAnimationFrame(() => { window.drawn = performance.now(); });
  for (const plot of document.querySelectorAll(".js-plotly-plot")) plot.on("plotly_afterplot", stop);
}"""
OPTIONS = ".nm-panel[aria-label='Channel'] .form-check-input"


def run() -> str:
    """Choose each channel in turn and take all back, twice: views that are new to the server, then ones it knows."""
    with site() as server, browser() as chromium:
        page = opened(chromium.new_page(viewport={"width": 1440, "height": 1091}), server)
        page.evaluate(STOPWATCH)
        page.locator(".nm-pill summary", has_text="Channel").first.click()
        new, known = _round(page), _round(page)
    return table(HEADINGS, [["new", Timing.of(new)], ["known", Timing.of(known)]])


def _round(page: Page) -> list[float]:
    options = page.locator(OPTIONS)
    return [_waited(page, number) for _ in ("choose", "take back") for number in range(options.count())]


def _waited(page: Page, number: int) -> float:
    page.locator(OPTIONS).nth(number).click()
    page.wait_for_function("() => window.drawn > window.clicked")
    idle(page).wait_for_timeout(QUIET)
    return float(page.evaluate("() => window.drawn - window.clicked"))
