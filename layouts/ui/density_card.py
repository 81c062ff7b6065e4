"""How many customers lie where between income and lifetime value, as a local chart card's content."""

import pandas as pd

from analytics.numbers import exact_money
from analytics.spread import TrendLine
from layouts.figures.cloud import Grid, density
from layouts.ui.chart_card import head
from layouts.ui.cloud_axes import SILENT, Axes, columns, ends, line_words, outside, title
from layouts.ui.cloud_card import MOST
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin

ROWS = "rows"


def density_card(
    bins: pd.DataFrame, axes: Axes, steps: tuple[float, float], line: TrendLine, unreported: float,
    drawing: Drawing, coverage: Coverage,
) -> dict[str, object]:  # fmt: skip
    """How many customers lie where, in bins of these steps, where there are too many for points."""
    inside = bins[~axes.beyond(bins[axes.x], bins[axes.y])]
    beyond = float(bins[ROWS].sum() - inside[ROWS].sum())
    subject = f"{axes.y_name} and {axes.x_name.lower()}: how many customers lie where"
    headings = [*columns(axes, drawing, "from"), Column("Customers", "count")]
    dense = f"More than {MOST:,} customers: cells instead of points, darker for more."
    return {
        "head": head(title(line, axes), subject),
        "figure": density(
            _grid(inside, axes, steps, drawing, coverage),
            axes.frame(drawing.currency),
            colours=drawing.colours,
            line=ends(line, axes),
        ),
        "note": coverage.note(unreported, SILENT, dense, line_words(line), outside(beyond, coverage)),
        "twin": twin(drawing, subject, None, headings, bins[[axes.x, axes.y, ROWS]].to_numpy(float).tolist()),
    }


def _grid(bins: pd.DataFrame, axes: Axes, steps: tuple[float, float], drawing: Drawing, coverage: Coverage) -> Grid:
    (dx, dy), starts = steps, (bins[axes.x].min(), bins[axes.y].min())
    if bins.empty:
        return Grid(0, dx, 0, dy, [], [])
    across = ((bins[axes.x] - starts[0]) / dx).round().astype(int)
    up = ((bins[axes.y] - starts[1]) / dy).round().astype(int)
    counts: list[list[float | None]] = [[None] * (int(across.max()) + 1) for _ in range(int(up.max()) + 1)]
    hover = [[""] * len(row) for row in counts]
    for column, row, x, y, count in zip(across, up, bins[axes.x], bins[axes.y], bins[ROWS], strict=True):
        counts[row][column] = count
        between = f"{axes.x_name} {_between(x, dx, drawing)}<br>{axes.y_name} {_between(y, dy, drawing)}"
        hover[row][column] = f"<b>{coverage.count(count)}</b> customers<br>{between}"
    return Grid(float(starts[0]), dx, float(starts[1]), dy, counts, hover)


def _between(low: float, step: float, drawing: Drawing) -> str:
    start, end = (exact_money(value, drawing.currency).removesuffix(".00") for value in (low, low + step))
    return f"{start} to {end}"
