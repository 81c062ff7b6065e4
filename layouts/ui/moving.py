"""Charts on which the browser places the threshold that is looked at."""

import math
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analytics.numbers import decimal
from analytics.scores import THRESHOLD
from layouts.figures.template import drawn
from layouts.ui.chart_card import BLANK, head
from layouts.ui.notices import empty

Base = dict[str, object]


def moving(figure: go.Figure, points: pd.DataFrame | None, x: str, y: str, words: Sequence[str] = ()) -> Base:
    """What the browser draws from: the figure, and where each threshold lies on it with its words on hover.

    `x` and `y` are columns of `points`, None where scores are no probabilities and the chart has no threshold.
    """
    if points is None:
        return {"figure": figure, "places": []}
    marks = zip(drawn(list(points[x])), drawn(list(points[y])), words, strict=True)
    return {"figure": figure, "places": list(marks)}


def at_threshold(points: pd.DataFrame, *told: Sequence[str]) -> list[str]:
    """What hover says of each threshold: itself, then a line of each of the lists."""
    heads = [f"<b>Threshold {decimal(value, 2)}</b>" for value in points[THRESHOLD]]
    return ["<br>".join(line) for line in zip(heads, *told, strict=True)]


def unavailable(label: str, why: str) -> dict[str, object]:
    """The content of a chart card that has nothing to draw: its name, and why."""
    return {"head": head(label, ""), "figure": BLANK, "note": empty(f"{label} cannot be drawn", why), "twin": None}


def sentence(words: str) -> str:
    """Words as a sentence: "no lead bought" becomes "No lead bought."."""
    return f"{words[:1].upper()}{words[1:]}."


def cell(value: float) -> float | None:
    """A number as a cell of a twin."""
    return None if math.isnan(value) else float(value)
