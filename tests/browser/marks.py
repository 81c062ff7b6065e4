"""The marks of a chart: where they are, and clicks on them."""

from playwright.sync_api import Page

PLACE = """([figure, x, y]) => {
  const graph = document.querySelector(`#${figure} .js-plotly-plot`), box = graph.getBoundingClientRect();
  const {xaxis, yaxis} = graph._fullLayout;
  return [box.x + xaxis._offset + xaxis.d2p(x), box.y + yaxis._offset + yaxis.d2p(y)];
}"""
MARK = """([figure, key]) => {
  const known = document.querySelector(`#${figure} .js-plotly-plot`).data.filter((trace) => trace.customdata);
  const trace = known.findLast((one) => one.customdata.includes(key)), at = trace.customdata.indexOf(key);
  return [trace.type === "bar" ? trace.x[at] / 2 : trace.x[at], trace.y[at]];
}"""
HOVER_MS = 150


def mark(page: Page, figure: str, key: str) -> tuple[float, float]:
    """The values at which the mark of a member stands; those of a bar are its middle."""
    x, y = page.evaluate(MARK, [figure, key])
    return x, y


def click(page: Page, figure: str, x: float, y: float) -> None:
    """A click on a figure where these values are, after the pointer has come to rest there."""
    page.locator(f"#{figure}").scroll_into_view_if_needed()
    point = page.evaluate(PLACE, [figure, x, y])
    page.mouse.move(*point)
    page.wait_for_timeout(HOVER_MS)
    page.mouse.click(*point)
