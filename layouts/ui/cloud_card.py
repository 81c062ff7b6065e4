"""Income against lifetime value of each customer, as a local chart card's content."""

from dataclasses import dataclass

import pandas as pd

from analytics.numbers import NO_BREAK, exact_money, percent, written
from analytics.spread import TrendLine
from layouts.figures.cloud import Ends, Frame, Grid, Points, density, scattered
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin

MOST = 5_000
ROWS = "rows"
SHOWN = 0.995
SILENT = "income or no lifetime value"
UNNAMED = "Not reported"
HOVER = ("customer_id", "age", "region", "city_tier", "acquisition_channel", "total_purchases", "worth", "earned")
TEMPLATE = (
    "<b>%{customdata[6]}</b> on an income of %{customdata[7]}<br>%{customdata[0]}, aged %{customdata[1]}, "
    "%{fullData.name}<br>%{customdata[2]}, %{customdata[3]}, through %{customdata[4]}<br>"
    "%{customdata[5]} purchases<extra></extra>"
)


@dataclass(frozen=True)
class Axes:
    """The columns across and up, how they are called, and the ends of the plot."""

    x: str
    y: str
    x_name: str
    y_name: str
    ends_x: tuple[float, float]
    ends_y: tuple[float, float]

    def frame(self, currency: str) -> Frame:
        """The same for the figure."""
        return Frame(self.ends_x, self.ends_y, self.x_name, self.y_name, currency)

    def beyond(self, x: "pd.Series[float]", y: "pd.Series[float]") -> "pd.Series[bool]":
        """Which rows lie outside the plot."""
        return ~(x.between(*self.ends_x) & y.between(*self.ends_y))


def cloud_card(
    rows: pd.DataFrame,
    axes: Axes,
    dimension: str,
    line: TrendLine,
    unreported: float,
    drawing: Drawing,
    coverage: Coverage,
) -> dict[str, object]:
    """A point for each customer, coloured by member, with the trend line for the browser to show."""
    names = rows[dimension].astype(object).where(rows[dimension].notna(), UNNAMED)
    told = rows.assign(worth=_money(rows[axes.y], drawing), earned=_money(rows[axes.x], drawing))
    told = told.assign(
        age=told["age"].map("{:.0f}".format), total_purchases=told["total_purchases"].map("{:.0f}".format)
    )
    groups = [
        Points(
            escape(str(name)),
            drawing.channels.get(str(name), drawing.colours.compare),
            own[axes.x].tolist(),
            own[axes.y].tolist(),
            own[list(HOVER)].fillna("n/a").replace("nan", "n/a").astype(str).map(escape).to_numpy().tolist(),
        )
        for name, own in told.groupby(names, sort=True)
    ]
    keys = [Key(group.name, "", "square", group.colour) for group in groups]
    beyond = int(axes.beyond(rows[axes.x], rows[axes.y]).sum())
    figure = scattered(
        groups, axes.frame(drawing.currency), colours=drawing.colours, template=TEMPLATE, line=_ends(line, axes)
    )
    subject = f"{axes.y_name} and {axes.x_name.lower()} of each customer"
    columns = [Column("Customer"), *_columns(axes, drawing), Column("Segment")]
    cells = [list(cell) for cell in zip(rows["customer_id"], rows[axes.x], rows[axes.y], names, strict=True)]
    return {
        "head": head(_title(line, axes), f"{subject}, a point each", keys),
        "figure": figure,
        "note": coverage.note(unreported, SILENT, _line(line), _outside(beyond, coverage)),
        "twin": twin(drawing, subject, None, columns, cells),
    }


def density_card(
    bins: pd.DataFrame, axes: Axes, steps: tuple[float, float], line: TrendLine, unreported: float,
    drawing: Drawing, coverage: Coverage,
) -> dict[str, object]:  # fmt: skip
    """How many customers lie where, in bins of these steps, where there are too many for points."""
    inside = bins[~axes.beyond(bins[axes.x], bins[axes.y])]
    beyond = float(bins[ROWS].sum() - inside[ROWS].sum())
    subject = f"{axes.y_name} and {axes.x_name.lower()}: how many customers lie where"
    columns = [*_columns(axes, drawing, "from"), Column("Customers", "count")]
    dense = f"More than {MOST:,} customers: cells instead of points, darker for more."
    return {
        "head": head(_title(line, axes), subject),
        "figure": density(
            _grid(inside, axes, steps, drawing, coverage),
            axes.frame(drawing.currency),
            colours=drawing.colours,
            line=_ends(line, axes),
        ),
        "note": coverage.note(unreported, SILENT, dense, _line(line), _outside(beyond, coverage)),
        "twin": twin(drawing, subject, None, columns, bins[[axes.x, axes.y, ROWS]].to_numpy(float).tolist()),
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


def _money(values: "pd.Series[float]", drawing: Drawing) -> "pd.Series[str]":
    return values.map(lambda value: exact_money(value, drawing.currency).removesuffix(".00"))


def _columns(axes: Axes, drawing: Drawing, word: str = "") -> list[Column]:
    return [Column(f"{name} {word}".strip(), "currency", drawing.currency) for name in (axes.x_name, axes.y_name)]


def _ends(line: TrendLine, axes: Axes) -> Ends | None:
    """The line across the plot, cut where it leaves it."""
    if line.reason:
        return None
    at = [axes.ends_x[0], axes.ends_x[1]]
    if line.slope:
        at = [min(max(x, axes.ends_x[0]), axes.ends_x[1]) for x in _crossings(line, axes)]
    (x0, y0), (x1, y1) = ((x, line.intercept + line.slope * x) for x in at)
    return ((x0, y0), (x1, y1))


def _crossings(line: TrendLine, axes: Axes) -> list[float]:
    return sorted((y - line.intercept) / line.slope for y in axes.ends_y)


def _title(line: TrendLine, axes: Axes) -> str:
    """How much of the differences in value goes along with income."""
    if line.reason:
        return f"Does {axes.y_name.lower()} go with {axes.x_name.lower()}?"
    how = "more" if line.slope > 0 else "less"
    return f"Who earns more is worth {how}: {axes.x_name.lower()} goes with {percent(line.r2, 0)} of the differences"


def _line(line: TrendLine) -> str:
    if line.reason:
        return f"No trend line: {line.reason}."
    return f"Least-squares line over n{NO_BREAK}={NO_BREAK}{line.n:,}: R²{NO_BREAK}={NO_BREAK}{written(line.r2, 2)}."


def _outside(beyond: float, coverage: Coverage) -> str:
    return f"{coverage.count(beyond)} beyond the axes, which end where {percent(SHOWN)} lie below." if beyond else ""
