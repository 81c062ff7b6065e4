"""How numbers are spread in two halves of each category: a smooth curve to the left and to the right of its middle."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.bars import wrapped
from layouts.figures.template import drawn, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 300
WIDEST = 0.44
LINE, FILL = 1.5, 0.15
APART = 0.012
LABEL = 0.03


@dataclass(frozen=True)
class Half:
    """One half of a violin: the curve (at each of `values`, how dense), its median and how that is written, hover."""

    values: Sequence[float]
    density: Sequence[float]
    median: float | None
    median_text: str
    hover: str


@dataclass(frozen=True)
class Violin:
    """One category; a half without a curve leaves its side empty."""

    name: str
    left: Half
    right: Half


def violins(
    categories: Sequence[Violin], *, colours: Tokens, left: str, right: str, low: float, high: float
) -> go.Figure:
    """The categories side by side from `low` to `high`, halves in the colours `left` and `right`."""
    densest = max((peak for one in categories for half in (one.left, one.right) for peak in half.density), default=1)
    halves = [
        (place, side, half, colour)
        for place, one in enumerate(categories)
        for side, half, colour in ((-1, one.left, left), (1, one.right, right))
        if half.values
    ]
    return figure(
        colours,
        [
            *(_curve(place, side, half, colour, WIDEST / densest) for place, side, half, colour in halves),
            *(_median(place, side, half, colour) for place, side, half, colour in halves),
        ],
        height=HEIGHT,
        hovermode="closest",
        xaxis={
            "range": [-0.5, max(len(categories), 1) - 0.5],
            "tickvals": list(range(len(categories))),
            "ticktext": [wrapped(one.name) for one in categories],
            "tickangle": 0,
            "tickfont": {"color": colours.ink},
        },
        yaxis={"range": [low, high], "dtick": 1},
        annotations=[_written(place, side, half, colours) for place, side, half, _ in halves if half.median_text],
    )


def _curve(place: int, side: int, half: Half, colour: str, scale: float) -> go.Scatter:
    middle = place + side * APART
    across = [middle, *(middle + side * scale * dense for dense in half.density), middle]
    return go.Scatter(
        x=drawn(across),
        y=drawn([half.values[0], *half.values, half.values[-1]]),
        mode="lines",
        line={"width": LINE, "color": colour},
        fill="toself",
        fillcolor=rgba(colour, FILL),
        hoveron="fills",
        text=half.hover,
        hoverinfo="text",
    )


def _median(place: int, side: int, half: Half, colour: str) -> go.Scatter:
    reach = max(half.density) and WIDEST / 3
    return go.Scatter(
        x=[place + side * APART, place + side * reach],
        y=[half.median, half.median],
        mode="lines",
        line={"width": 2, "color": colour},
        hoverinfo="skip",
    )


def _written(place: int, side: int, half: Half, colours: Tokens) -> dict[str, object]:
    return {
        "x": place + side * LABEL,
        "y": half.median,
        "xanchor": "right" if side < 0 else "left",
        "yanchor": "bottom",
        "text": half.median_text,
        "font": {"color": colours.ink},
        "showarrow": False,
    }
