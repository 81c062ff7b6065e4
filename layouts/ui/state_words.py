"""What is said of each state: on hover, and in the table behind every map."""

from collections.abc import Mapping

import pandas as pd

from analytics.geography import REGION, STATE, States
from analytics.geography_metrics import STATE_METRICS
from layouts.figures.template import escape
from layouts.ui.drawing import Drawing
from layouts.ui.reported import reported
from layouts.ui.twin import Column, twin, value_column


def told(states: States, drawing: Drawing) -> Mapping[str, str]:
    """The box on hover of each state of the file: its region and every metric, in plotly's markup."""
    regions = states.everywhere.now.drop_duplicates(STATE).set_index(STATE)[REGION]
    return {str(name): _box(str(name), row, regions.get(name), drawing) for name, row in states.figures.iterrows()}


def states_twin(states: States, title: str, drawing: Drawing) -> dict[str, object]:
    """The table of the states in view, every metric a column."""
    figures = states.figures[states.figures.index.isin(states.names)]
    columns = [value_column(known.label, known.unit, drawing.currency) for known in STATE_METRICS]
    rows = [[str(name), *map(reported, row)] for name, row in zip(figures.index, figures.to_numpy(), strict=True)]
    return twin(drawing, title, None, [Column(STATE.title()), *columns], rows)


def _box(name: str, row: "pd.Series[float]", region: object, drawing: Drawing) -> str:
    figures = (f"{known.label} <b>{drawing.written(known, row[known.name])}</b>" for known in STATE_METRICS)
    where = f", {escape(region)}" if isinstance(region, str) else ""
    return "<br>".join([f"<b>{escape(name)}</b>{where}", *figures])
