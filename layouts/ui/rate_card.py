"""A rate of customers in each member with its interval, as a chart card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.customer_metrics import CUSTOMERS
from analytics.figure import NO_BREAK
from analytics.intervals import wilson
from analytics.metric import Metric
from analytics.numbers import NOT_AVAILABLE, percent
from analytics.ranking import NOW, RANKED, ranking
from analytics.reading import Dimension
from analytics.wording import listed, lower
from layouts.figures.dots import Dots, dots
from layouts.figures.template import escape
from layouts.ui.chart_card import head
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Cell, Column, twin, value_column


def rate_card(
    shown: Metric, facts: Facts, by: Dimension, drawing: Drawing, coverage: Coverage, chosen: Sequence[str] = ()
) -> dict[str, object]:
    """A dot and Wilson's interval for each member, the highest first; small ones and those not `chosen` are pale."""
    values = ranking(shown, facts, by.column)
    sums = facts.now.groupby(by.column, observed=True)[list(shown.measures)].sum().reindex(values.index)
    thin = [str(name) for name in values.index[~values[RANKED]]]
    pale = {str(name) for name in values.index if chosen and name not in chosen} | set(thin)
    rows = [_dots(str(name), one, shown, coverage, str(name) in pale) for name, one in sums.iterrows()]
    subject = f"{shown.label} by {by.noun}, with its 95{NO_BREAK}% interval"
    # Counts from a sample are scaled up, each rounded by itself: their difference to the whole says nothing.
    silent = 0.0 if coverage.sample else float(facts.now[CUSTOMERS].sum() - facts.now[shown.per].sum())
    few = f"Fewer than {shown.fewest} customers: {listed(thin)}, pale and last." if thin else ""
    return {
        "head": head(_title(shown, values, by), f"{subject}; select one to filter the page"),
        "figure": dots(rows, colours=drawing.colours, heads=("Rate", f"95{NO_BREAK}%")),
        "note": coverage.note(silent, lower(shown.label), few),
        "twin": _twin(shown, sums, by, subject, drawing),
    }


def _dots(name: str, sums: "pd.Series[float]", shown: Metric, coverage: Coverage, faded: bool) -> Dots:
    part, whole = float(sums[shown.total]), float(sums[shown.per])
    low, high = wilson(part, whole)
    if math.isnan(low):
        return Dots(name, None, (), NOT_AVAILABLE, f"{escape(name)}<br>not reported", member=name, faded=faded)
    rate = f"{coverage.mark}{percent(part / whole)}"
    sure = f"(95{NO_BREAK}%: {percent(low)} to {percent(high)})"
    counted = f"{coverage.count(part)} of {coverage.count(whole)} customers"
    hover = f"<b>{rate}</b> {escape(name)} {sure}<br>{counted}"
    ends = f"{100 * low:.1f}–{100 * high:.1f}"
    return Dots(name, part / whole, (), rate, hover, (low, high), ends, member=name, faded=faded)


def _title(shown: Metric, values: pd.DataFrame, by: Dimension) -> str:
    """The highest and the lowest rate among those that can be ranked and are not the whole."""
    ranked = values.loc[values[RANKED] & (values[NOW] < 1), NOW]
    if len(ranked) < 2 or ranked.iloc[0] == ranked.iloc[-1]:
        return f"Which {by.noun} has the highest {lower(shown.label)}?"
    ends = [f"{percent(ranked.iloc[place])} of {ranked.index[place]}" for place in (0, -1)]
    return f"{ends[0]} and {ends[1]} customers have left"


def _twin(shown: Metric, sums: pd.DataFrame, by: Dimension, subject: str, drawing: Drawing) -> dict[str, object]:
    counts = [Column(name, "count") for name in (shown.total.capitalize(), "Customers")]
    rates = [value_column(name, shown.unit, drawing.currency) for name in (shown.label, "From", "To")]
    rows: list[list[Cell]] = []
    for name, one in sums.iterrows():
        part, whole = float(one[shown.total]), float(one[shown.per])
        cells = (part / whole if whole else math.nan, *wilson(part, whole))
        rows.append([str(name), part, whole, *(None if math.isnan(cell) else cell for cell in cells)])
    return twin(drawing, subject, None, [Column(by.noun.capitalize()), *counts, *rates], rows)
