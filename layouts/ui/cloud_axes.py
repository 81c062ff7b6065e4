"""The axes of two numbers of each customer, the line between them, and what is said of both."""

from dataclasses import dataclass

import pandas as pd

from analytics.figure import NO_BREAK
from analytics.numbers import percent, written
from analytics.spread import TrendLine
from layouts.figures.cloud import Ends, Frame
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column

SHOWN = 0.995
SILENT = "income or no lifetime value"


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


def ends(line: TrendLine, axes: Axes) -> Ends | None:
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


def title(line: TrendLine, axes: Axes) -> str:
    """How much of the differences in value goes along with income."""
    if line.reason:
        return f"Does {axes.y_name.lower()} go with {axes.x_name.lower()}?"
    if not line.tells:
        return (
            f"{axes.x_name} says little of {axes.y_name.lower()}: it goes with {percent(line.r2, 0)} of the differences"
        )
    how = "more" if line.slope > 0 else "less"
    return f"Who earns more is worth {how}: {axes.x_name.lower()} goes with {percent(line.r2, 0)} of the differences"


def line_words(line: TrendLine) -> str:
    """How many customers the line stands on and how well it fits, or why there is none."""
    if line.reason:
        return f"No trend line: {line.reason}."
    return f"Least-squares line over n{NO_BREAK}={NO_BREAK}{line.n:,}: R²{NO_BREAK}={NO_BREAK}{written(line.r2, 2)}."


def outside(beyond: float, coverage: Coverage) -> str:
    """How many customers lie outside the plot; empty for none."""
    return f"{coverage.count(beyond)} beyond the axes, which end where {percent(SHOWN)} lie below." if beyond else ""


def columns(axes: Axes, drawing: Drawing, word: str = "") -> list[Column]:
    """The columns of both numbers in a table."""
    return [Column(f"{name} {word}".strip(), "currency", drawing.currency) for name in (axes.x_name, axes.y_name)]
