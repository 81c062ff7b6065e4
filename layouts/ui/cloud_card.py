"""Income against lifetime value of each customer, as a local chart card's content."""

import pandas as pd

from analytics.numbers import exact_money
from analytics.spread import TrendLine
from layouts.figures.cloud import Points, scattered
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.cloud_axes import SILENT, Axes, columns, ends, line_words, outside, title
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin

MOST = 5_000
UNNAMED = "Not reported"
HOVER = ("customer_id", "age", "region", "city_tier", "acquisition_channel", "total_purchases", "worth", "earned")
TEMPLATE = (
    "<b>%{customdata[6]}</b> on an income of %{customdata[7]}<br>%{customdata[0]}, aged %{customdata[1]}, "
    "%{fullData.name}<br>%{customdata[2]}, %{customdata[3]}, through %{customdata[4]}<br>"
    "%{customdata[5]} purchases<extra></extra>"
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
    groups = _groups(rows, names, axes, drawing)
    keys = [Key(group.name, "", "square", group.colour) for group in groups]
    beyond = int(axes.beyond(rows[axes.x], rows[axes.y]).sum())
    figure = scattered(
        groups, axes.frame(drawing.currency), colours=drawing.colours, template=TEMPLATE, line=ends(line, axes)
    )
    subject = f"{axes.y_name} and {axes.x_name.lower()} of each customer"
    headings = [Column("Customer"), *columns(axes, drawing), Column("Segment")]
    cells = [list(cell) for cell in zip(rows["customer_id"], rows[axes.x], rows[axes.y], names, strict=True)]
    return {
        "head": head(title(line, axes), f"{subject}, a point each", keys),
        "figure": figure,
        "note": coverage.note(unreported, SILENT, line_words(line), outside(beyond, coverage)),
        "twin": twin(drawing, subject, None, headings, cells),
    }


def _money(values: "pd.Series[float]", drawing: Drawing) -> "pd.Series[str]":
    return values.map(lambda value: exact_money(value, drawing.currency).removesuffix(".00"))


def _groups(rows: pd.DataFrame, names: "pd.Series[str]", axes: Axes, drawing: Drawing) -> list[Points]:
    told = rows.assign(worth=_money(rows[axes.y], drawing), earned=_money(rows[axes.x], drawing))
    told = told.assign(
        age=told["age"].map("{:.0f}".format), total_purchases=told["total_purchases"].map("{:.0f}".format)
    )
    return [
        Points(
            escape(str(name)),
            drawing.channels.get(str(name), drawing.colours.compare),
            own[axes.x].tolist(),
            own[axes.y].tolist(),
            own[list(HOVER)].fillna("n/a").replace("nan", "n/a").astype(str).map(escape).to_numpy().tolist(),
        )
        for name, own in told.groupby(names, sort=True)
    ]
