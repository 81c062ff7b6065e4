"""A metric by quarter, a bar for each member of a dimension, as a chart card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.metrics import Metric
from analytics.product_pairs import Pair, Pairs, pairs
from analytics.product_quarters import in_order
from analytics.products import QUARTER
from analytics.ranking import ranking
from analytics.reading import Dimension
from analytics.wording import lower
from layouts.figures.parts import Part, grouped
from layouts.figures.template import escape
from layouts.ui.certainty import certainty
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin, value_column

QUARTER_WIDTH = 62
MOST = 6


def quarters_card(shown: Metric, facts: Facts, by: Dimension, drawing: Drawing) -> dict[str, object]:
    """A cluster for each quarter in the order of the calendar; `drawing` has a colour for each member."""
    rows, names = _folded(shown, facts, by)
    quarters = in_order(rows[QUARTER].dropna().astype(str))
    found = pairs(shown, rows, by.column, QUARTER)
    parts = [_part(name, quarters, found, drawing) for name in names]
    totals = shown.by(rows, [by.column])
    keys = [
        Key(part.name, str(drawing.written(shown, float(totals.get(part.name, math.nan)))), "square", part.colour)
        for part in parts
    ]
    subject = f"{drawing.named(shown)} by quarter and {by.noun}"
    columns = [Column("Quarter"), *(value_column(name, shown.unit, drawing.currency) for name in names)]
    lines = [[quarter, *(part.values[place] for part in parts)] for place, quarter in enumerate(quarters)]
    return {
        "head": head(_title(shown, rows, drawing), f"{subject}, as the file names the quarters", keys),
        "figure": grouped(parts, quarters, colours=drawing.colours, unit=shown.unit, currency=drawing.currency),
        "note": _note(found),
        "twin": twin(drawing, subject, None, columns, lines),
    }


def _folded(shown: Metric, facts: Facts, by: Dimension) -> tuple[pd.DataFrame, list[str]]:
    """The rows with all but the first members called "n others", and the members."""
    names = [str(name) for name in ranking(shown, facts, by.column).index]
    if len(names) <= MOST:
        return facts.now, names
    others = f"{len(names) - MOST + 1} others"
    kept = names[: MOST - 1]
    column = facts.now[by.column].astype(object)
    folded = column.where(column.isna() | column.isin(kept), others)
    return facts.now.assign(**{by.column: folded}), [*kept, others]


def _part(name: str, quarters: Sequence[str], found: Pairs, drawing: Drawing) -> Part:
    values = [found.value((name, quarter)) for quarter in quarters]
    hover = [_hover((name, quarter), found, drawing) for quarter in quarters]
    return Part(name, drawing.channels.get(name, drawing.colours.compare), values, hover)


def _hover(pair: Pair, found: Pairs, drawing: Drawing) -> str:
    name, value = f"{escape(pair[0])}, {escape(pair[1])}", found.value(pair)
    if value is None:
        return f"n/a: {found.reason(pair)}<br>{name}"
    return f"<b>{drawing.written(found.metric, value)}</b>{certainty(found.metric, found.rows[pair])}<br>{name}"


def _title(shown: Metric, rows: pd.DataFrame, drawing: Drawing) -> str:
    totals = shown.by(rows, [QUARTER]).dropna().sort_values(ascending=False)
    if len(totals) < 2 or totals.iloc[0] == totals.iloc[1]:
        return f"How did {lower(shown.label)} move from quarter to quarter?"
    verb = "were" if shown.label.endswith("s") else "was"
    best = totals.index[0]
    return f"{shown.label} {verb} highest in {best}: {drawing.written(shown, float(totals.iloc[0]))}"


def _note(found: Pairs) -> str:
    silent = [pair for pair in found.rows if found.value(pair) is None]
    few = len(found.values) - len(found.sure) if found.metric.fewest else 0
    said = [f"{len(silent)} bars are n/a; the table shows which."] if silent else []
    return " ".join(
        [*said, *([f"{few} bars have fewer than {found.metric.fewest:g} in the denominator."] if few else [])]
    )
