"""The members of a dimension with every metric of a page, as a table card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.metrics import Metric
from analytics.wording import period_name
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.table import Content, Heading, Row, bar, table, written
from layouts.ui.twin import Cell, Column, twin, value_column

MEMBER = "member"
UNREPORTED, TOTAL = "Not reported", "Total"


def members_table(
    metrics: Sequence[Metric], facts: Facts, dimension: str, noun: str, order: Metric, drawing: Drawing
) -> dict[str, object]:
    """A row a member, the largest `order` first, and the totals: a ratio there is one of sums over all the rows."""
    rows = _named(facts.now, dimension)
    values = pd.DataFrame({known.name: known.by(rows, [MEMBER]) for known in metrics})
    values = values.sort_values(order.name, ascending=False, na_position="last")
    title = f"Every figure by {noun}"
    caption = f"{period_name(facts.period)}; the total is computed from all rows, not from the rows above it"
    totals = [TOTAL, *_cells(metrics, [known.value(rows) for known in metrics], rows, drawing)]
    shown = [_row(str(name), line, rows, metrics, order, values, drawing) for name, line in values.iterrows()]
    return {
        "head": head(title, caption),
        "rows": table(title, _headings(noun, metrics, order, drawing), shown, totals),
        "twin": _twin(title, facts, noun, metrics, values, drawing),
    }


def _named(rows: pd.DataFrame, dimension: str) -> pd.DataFrame:
    return rows.assign(**{MEMBER: rows[dimension].astype(object).where(rows[dimension].notna(), UNREPORTED)})


def _headings(noun: str, metrics: Sequence[Metric], order: Metric, drawing: Drawing) -> list[Heading]:
    columns = [
        Heading(drawing.named(known), sorted="descending" if known == order else "", help=known.help)
        for known in metrics
    ]
    return [Heading(noun.capitalize(), number=False), *columns]


def _row(
    name: str,
    line: "pd.Series[float]",
    rows: pd.DataFrame,
    metrics: Sequence[Metric],
    order: Metric,
    values: pd.DataFrame,
    drawing: Drawing,
) -> Row:
    cells = _cells(metrics, [line[known.name] for known in metrics], rows[rows[MEMBER] == name], drawing)
    return Row(name, "", cells, bar=bar(line[order.name], values[order.name].max()))


def _cells(metrics: Sequence[Metric], line: Sequence[float], rows: pd.DataFrame, drawing: Drawing) -> list[Content]:
    return [written(known, value, rows, drawing) for known, value in zip(metrics, line, strict=True)]


def _twin(
    title: str, facts: Facts, noun: str, metrics: Sequence[Metric], values: pd.DataFrame, drawing: Drawing
) -> dict[str, object]:
    columns = [value_column(drawing.named(one), one.unit, drawing.currency) for one in metrics]
    lines = [[str(name), *map(_plain, line)] for name, line in zip(values.index, values.to_numpy(float), strict=True)]
    total = [TOTAL, *(_plain(one.value(facts.now)) for one in metrics)]
    return twin(drawing, title, facts.period, [Column(noun.capitalize()), *columns], [*lines, total])


def _plain(value: float) -> Cell:
    return None if math.isnan(value) else float(value)
