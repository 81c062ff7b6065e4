"""Income against lifetime value of each customer, as a local chart card's content."""

import pandas as pd

from analytics.customer_metrics import PURCHASES
from analytics.customers import ACQUIRED, REGION, TIER
from analytics.numbers import Unit
from analytics.spread import TrendLine
from layouts.figures.cloud import Table, scattered
from layouts.ui.chart_card import Key, head
from layouts.ui.cloud_axes import SILENT, Axes, columns, ends, line_words, outside, title
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin_of_many

MOST = 5_000
UNNAMED = "Not reported"
X, Y, GROUP = 1, 2, 3
TEMPLATE = (
    "<b>%{customdata[2]}</b> on an income of %{customdata[1]}<br>%{customdata[0]}, aged %{customdata[4]}, "
    "%{customdata[3]}<br>%{customdata[5]}, %{customdata[6]}, through %{customdata[7]}<br>"
    "%{customdata[8]} purchases<extra></extra>"
)


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
    colours = {str(name): drawing.channels.get(str(name), drawing.colours.compare) for name in sorted(set(names))}
    figure = scattered(
        colours,
        Table(X, Y, GROUP),
        axes.frame(drawing.currency),
        colours=drawing.colours,
        template=TEMPLATE,
        line=ends(line, axes),
    )
    subject = f"{axes.y_name} and {axes.x_name.lower()} of each customer"
    keys = [Key(name, "", "square", colour) for name, colour in colours.items()]
    beyond = int(axes.beyond(rows[axes.x], rows[axes.y]).sum())
    told = _told(axes, dimension, drawing)
    return {
        "head": head(title(line, axes), f"{subject}, a point each", keys),
        "figure": figure,
        "note": coverage.note(unreported, SILENT, line_words(line), outside(beyond, coverage)),
        "twin": twin_of_many(drawing, subject, list(told.values()), rows.assign(**{dimension: names})[list(told)]),
    }


def _told(axes: Axes, dimension: str, drawing: Drawing) -> dict[str, Column]:
    """The columns of the table, X, Y and GROUP in their places."""
    return {
        "customer_id": Column("Customer"),
        **dict(zip((axes.x, axes.y), columns(axes, drawing), strict=True)),
        dimension: Column("Segment"),
        "age": Column("Age", Unit.COUNT.value),
        REGION: Column("Region"),
        TIER: Column("City tier"),
        ACQUIRED: Column("Acquired through"),
        PURCHASES: Column("Purchases", Unit.COUNT.value),
    }
