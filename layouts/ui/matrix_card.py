"""Channels between CTR and CVR, as a chart card's content."""

import math
from collections.abc import Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.metrics import METRICS, metric
from analytics.ranking import NOW, RANKED, ranking
from analytics.wording import listed
from layouts.figures.sides import Side
from layouts.figures.spread import Bubble, bubbles
from layouts.figures.template import escape
from layouts.ui.certainty import certainty
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import Column, twin, value_column

X, Y, SIZE = metric("ctr"), metric("cvr"), metric("spend")


def matrix_card(facts: Facts, dimension: str, drawing: Drawing, chosen: Sequence[str] = ()) -> dict[str, object]:
    """A bubble for each member; with members `chosen` the others stay, faded, so that one can move on to them."""
    facts = facts.folded(dimension)
    values = pd.DataFrame({known.name: known.by(facts.now, [dimension]) for known in METRICS})
    values = values.reindex(sorted(set(facts.now[dimension].dropna())))
    placed = values.dropna(subset=[X.name, Y.name])
    thin = [name for name in placed.index if not _enough(facts.where(dimension, str(name)).now)]
    faded = {str(name) for name in placed.index if (chosen and name not in chosen) or name in thin}
    members = [
        _bubble(str(name), row, facts, dimension, drawing, str(name) in faded) for name, row in placed.iterrows()
    ]
    subject = f"{X.label} and {Y.label} by {dimension}, size is {SIZE.label.lower()}; select one to filter the page"
    columns = [value_column(known.label, known.unit, drawing.currency) for known in METRICS]
    rows = [[str(name), *map(_cell, row)] for name, row in zip(values.index, values.to_numpy(), strict=True)]
    return {
        "head": head(_title(facts, dimension), subject),
        "figure": bubbles(members, colours=drawing.colours, x=Side(X.label), y=Side(Y.label)),
        "note": _note(values, [str(name) for name in thin]),
        "twin": twin(drawing, subject, facts.period, [Column(dimension.title()), *columns], rows),
    }


def _enough(rows: pd.DataFrame) -> bool:
    sums = rows[[X.per, Y.per]].sum()
    return bool(sums[X.per] >= X.fewest and sums[Y.per] >= Y.fewest)


def _bubble(name: str, row: "pd.Series[float]", facts: Facts, dimension: str, drawing: Drawing, faded: bool) -> Bubble:
    colour = drawing.channels.get(name, drawing.colours.compare)
    hover = _hover(name, row, facts.where(dimension, name).now, drawing)
    return Bubble(name, float(row[X.name]), float(row[Y.name]), _cell(row[SIZE.name]), colour, hover, faded)


def _hover(name: str, row: "pd.Series[float]", rows: pd.DataFrame, drawing: Drawing) -> str:
    told = [
        f"{known.label} <b>{drawing.written(known, row[known.name])}</b>{certainty(known, rows)}" for known in METRICS
    ]
    return "<br>".join([f"<b>{escape(name)}</b>", *told])


def _title(facts: Facts, dimension: str) -> str:
    leaders = [_leader(known, facts, dimension) for known in (X, Y)]
    if not all(leaders):
        return f"Which {dimension} is clicked, and which converts?"
    if leaders[0] == leaders[1]:
        return f"{leaders[0]} has the highest {X.label} and the highest {Y.label}"
    return f"{leaders[0]} has the highest {X.label}, {leaders[1]} the highest {Y.label}"


def _leader(known: Metric, facts: Facts, dimension: str) -> str:
    ranked = ranking(known, facts, dimension)
    values = ranked.loc[ranked[RANKED], NOW]
    return str(values.index[0]) if len(values) > 1 and values.iloc[0] > values.iloc[1] else ""


def _note(values: pd.DataFrame, thin: list[str]) -> str:
    silent = [str(name) for name in values.index[values[[X.name, Y.name]].isna().any(axis=1)]]
    free = [str(name) for name in values.index[values[SIZE.name] == 0] if str(name) not in silent]
    said = [f"No ad spend for {listed(free)}: a small ring."] if free else []
    said += [f"Not placed, {X.label} or {Y.label} is n/a: {listed(silent)}."] if silent else []
    said += [f"Fewer than {X.fewest:g} impressions or clicks for {listed(thin)}: pale, not ranked."] if thin else []
    return " ".join(said)


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
