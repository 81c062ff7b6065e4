"""How numbers are spread in two halves of each category: a smooth curve to the left and to the right of its middle."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.rows import wrapped
from layouts.figures.template import drawn, escape, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 300
WIDEST, MEDIAN = 0.44, 0.16
LINE, FILL = 1.5, 0.15
APART = 0.012
ABOVE = 8


@dataclass(frozen=True)
class Half:
    """One half of a violin: the curve (at each of `values`, how dense), its median, and hover's markup."""

    values: Sequence[float]
    density: Sequence[float]
    median: float | None
    hover: str


@dataclass(frozen=True)
class Violin:
    """One category, and what is written below its name; a half without a curve leaves its side empty."""

    name: str
    below: Sequence[str]
    left: Half
    right: Half


def violins(
    categories: Sequence[Violin], *, colours: Tokens, left: str, right: str, low: float, high: float
) -> go.Figure:
    """The categories side by side from `low` to `high`, each as wide as it gets, halves in the two colours."""
    halves = [
        (place, side, half, colour, WIDEST / _densest(one))
        for place, one in enumerate(categories)
        for side, half, colour in ((-1, one.left, left), (1, one.right, right))
        if half.values
    ]
    return figure(
        colours,
        [
            *(_curve(place, side, half, colour, scale) for place, side, half, colour, scale in halves),
            *(_median(place, side, half, colour) for place, side, half, colour, _ in halves),
        ],
        height=HEIGHT,
        hovermode="closest",
        xaxis={
            "range": [-0.5, max(len(categories), 1) - 0.5],
            "tickvals": list(range(len(categories))),
            "ticktext": [_named(one, colours) for one in categories],
            "tickangle": 0,
        },
        yaxis={"range": [low, high], "dtick": 1},
        margin={"t": ABOVE},
    )


def _named(one: Violin, colours: Tokens) -> str:
    name = f'<span style="color:{colours.ink}">{wrapped(one.name)}</span>'
    return "<br>".join([name, *map(escape, one.below)])


def _densest(one: Violin) -> float:
    return max((*one.left.density, *one.right.density), default=1)


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
    return go.Scatter(
        x=[place + side * APART, place + side * MEDIAN],
        y=[half.median, half.median],
        mode="lines",
        line={"width": 2.5, "color": colour},
        hoverinfo="skip",
    )
