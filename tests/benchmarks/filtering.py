"""How long a reader waits for a filter: from the click to the charts drawn anew, page by page."""

from playwright.sync_api import Page

from layouts import PAGES
from tests.benchmarks.site import browser, opened, site
from tests.benchmarks.timing import Timing, table
from tests.browsing import idle

TITLE = "Choosing a member of a page's first filter (ms, median / p95)"
HEADINGS = ("page", "new view in sight", "all of it", "known view in sight", "all of it")
QUIET = 150
MOST = 8
STOPWATCH = """() => {
  window.clicked = window.drawn = window.seen = 0;
  document.addEventListener("click", () => { window.clicked = performance.now(); }, true);
  const inSight = (plot) => plot.getBoundingClientRect().top < innerHeight;
  const stop = (plot) => () => requestAnimationFrame(() => {
    window.drawn = performance.now();
    if (inSight(plot)) window.seen = window.drawn;
  });
  for (const plot of document.querySelectorAll(".js-plotly-plot")) plot.on("plotly_afterplot", stop(plot));
}"""
PILLS = ".nm-pill:not(.nm-pill-symbol):has(.form-check-input[type=checkbox])"


def run() -> str:
    """Choose members in turn and take them back, twice: views that are new to the server, then ones it knows."""
    with site() as server, browser() as chromium:
        rows: list[list[str | Timing]] = []
        for known in (known for known in PAGES if known.filters):
            page = opened(chromium.new_page(viewport={"width": 1440, "height": 1091}), server, known.destination.path)
            page.evaluate(STOPWATCH)
            page.locator(PILLS).first.locator("summary").click()
            rows.append([known.destination.path, *_round(page), *_round(page)])
            page.close()
    return table(HEADINGS, rows)


def _round(page: Page) -> list[Timing]:
    """How long it took to draw what is in sight, and all of the page."""
    options = page.locator(PILLS).first.locator(".form-check-input")
    waited = [_waited(page, number) for _ in ("choose", "take back") for number in range(min(options.count(), MOST))]
    return [Timing.of(list(waits)) for waits in zip(*waited, strict=True)]


def _waited(page: Page, number: int) -> tuple[float, float]:
    page.locator(PILLS).first.locator(".form-check-input").nth(number).click()
    page.wait_for_function("() => window.seen > window.clicked")
    idle(page).wait_for_timeout(QUIET)
    seen, drawn = page.evaluate("() => [window.seen - window.clicked, window.drawn - window.clicked]")
    return float(seen), float(drawn)
