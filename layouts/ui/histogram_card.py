"""How many customers of each age, whole or by segment, as a local chart card's content."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.reading import Dimension
from analytics.spread import QUARTILES, Summary
from layouts.figures.histogram import APART, TOGETHER, Group, histogram
from layouts.figures.template import escape
from layouts.ui.chart_card import Key, head
from layouts.ui.coverage import Coverage
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin

UNNAMED = "Not reported"
ROWS = "rows"


def histogram_card(
    bins: pd.DataFrame, ages: "pd.Series[float]", number: str, by: Dimension, drawing: Drawing, coverage: Coverage
) -> dict[str, object]:
    """Bars over the years of age, for the browser to widen and to cut by member.

    `bins` are counts by member and year, `ages` the quartiles of all.
    """
    named = bins.assign(**{by.column: bins[by.column].astype(object).where(bins[by.column].notna(), UNNAMED)})
    table = named.pivot_table(index=number, columns=by.column, values=ROWS, aggfunc="sum", fill_value=0)
    sizes = {str(name): float(table[name].sum()) for name in table}
    colours = {name: drawing.channels.get(name, drawing.colours.compare) for name in sizes}
    groups = [_group("", drawing.colours.accent, table.sum(axis=1), TOGETHER)]
    groups += [_group(name, colours[name], table[name], APART) for name in sizes]
    keys = [Key(name, coverage.count(size), "square", colours[name]) for name, size in sizes.items()]
    subject = "Customers by age in years"
    start = int(table.index.min()) if len(table) else 0
    return {
        "head": head(_title(ages, coverage), f"{subject}; each bar holds as many years as you choose", keys),
        "figure": histogram(groups, colours=drawing.colours, start=start, unit=f"{coverage.mark}customers"),
        "note": coverage.note(float(ages[Summary.UNREPORTED]), "age"),
        "twin": _twin(table, sizes, subject, drawing),
    }


def _group(name: str, colour: str, counts: "pd.Series[float]", meta: str) -> Group:
    there = counts[counts > 0]
    return Group(escape(name), colour, [int(age) for age in there.index], there.tolist(), meta)


def _title(ages: "pd.Series[float]", coverage: Coverage) -> str:
    if not ages[Summary.ROWS]:
        return "No customer in view reports an age"
    first, _, third = (f"{coverage.mark}{ages[str(quartile)]:.0f}" for quartile in QUARTILES)
    between = f"from {first} to {third}" if first != third else first
    return f"The middle half of customers is {between} years old"


def _twin(table: pd.DataFrame, sizes: Mapping[str, float], subject: str, drawing: Drawing) -> dict[str, object]:
    columns = [Column("Age", "count"), Column("Customers", "count"), *(Column(name, "count") for name in sizes)]
    rows: list[Sequence[float]] = [
        [float(str(age)), float(counts.sum()), *map(float, counts)] for age, counts in table.iterrows()
    ]
    return twin(drawing, subject, None, columns, rows)
