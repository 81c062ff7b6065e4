"""Two numbers of many rows: a point each, or how many lie where once points would hide each other; and their line."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import plotly.graph_objects as go

from analytics.numbers import Unit
from layouts.figures.axis import compact_axis
from layouts.figures.template import escape, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 340
POINT, OPACITY = 5, 0.6
LINE = 2
TREND = "trend"
ABOVE, BELOW = 22, 38


@dataclass(frozen=True)
class Frame:
    """Between what ends and under what names both axes run; both are money."""

    x: tuple[float, float]
    y: tuple[float, float]
    x_name: str
    y_name: str
    currency: str


@dataclass(frozen=True)
class Table:
    """Which columns of a table, by their places, stand across, up and for the group of a point."""

    x: int
    y: int
    group: int


@dataclass(frozen=True)
class Grid:
    """How many lie in each bin, None for none: rows of `dy` up from `y0`, columns of `dx` from `x0`; hover of each."""

    x0: float
    dx: float
    y0: float
    dy: float
    counts: Sequence[Sequence[float | None]]
    hover: Sequence[Sequence[str]]


Ends = tuple[tuple[float, float], tuple[float, float]]


def scattered(
    groups: Mapping[str, str], table: Table, frame: Frame, *, colours: Tokens, template: str, line: Ends | None
) -> go.Figure:
    """A point for each row of the table beside it, which the browser fills in, and the trend line with the meta TREND.

    `groups` are colours by name. In the template of what hover says, the row's cells in words are the customdata.
    """
    traces = [
        go.Scatter(
            name=escape(name),
            mode="markers",
            marker={"size": POINT, "color": rgba(colour, OPACITY), "line": {"width": 0}},
            hovertemplate=template,
        )
        for name, colour in groups.items()
    ]
    return _figure(traces, frame, colours, line, meta={"table": asdict(table)})


def density(grid: Grid, frame: Frame, *, colours: Tokens, line: Ends | None) -> go.Figure:
    """A cell for each bin with rows in it, further from the surface where there are more, on the points' axes."""
    steps = colours.sequential
    heat = go.Heatmap(
        x0=grid.x0 + grid.dx / 2,
        dx=grid.dx,
        y0=grid.y0 + grid.dy / 2,
        dy=grid.dy,
        z=[list(row) for row in grid.counts],
        colorscale=[[place / (len(steps) - 1), colour] for place, colour in enumerate(steps)],
        showscale=False,
        hovertext=[list(row) for row in grid.hover],
        hoverinfo="text",
        hoverongaps=False,
    )
    return _figure([heat], frame, colours, line)


def _figure(traces: Sequence[object], frame: Frame, colours: Tokens, line: Ends | None, **layout: object) -> go.Figure:
    return figure(
        colours,
        [*traces, *([_trend(line, colours)] if line else [])],
        height=HEIGHT,
        hovermode="closest",
        xaxis={**_axis(frame.x, frame.currency), "showgrid": True},
        yaxis=_axis(frame.y, frame.currency),
        margin={"t": ABOVE, "b": BELOW},
        annotations=[
            {**_title(f"{frame.y_name} ↑", colours), "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"},
            {
                **_title(f"{frame.x_name} →", colours),
                "x": 1,
                "xanchor": "right",
                "y": 0,
                "yanchor": "top",
                "yshift": -18,
            },
        ],
        **layout,
    )


def _trend(line: Ends, colours: Tokens) -> go.Scatter:
    (x0, y0), (x1, y1) = line
    return go.Scatter(
        x=[x0, x1],
        y=[y0, y1],
        mode="lines",
        line={"width": LINE, "color": colours.ink},
        meta=TREND,
        hoverinfo="skip",
    )


def _axis(ends: tuple[float, float], currency: str) -> Mapping[str, object]:
    axis = compact_axis(ends, Unit.CURRENCY, currency)
    return {"range": list(ends), "tickvals": axis.ticks, "ticktext": axis.labels}


def _title(name: str, colours: Tokens) -> dict[str, object]:
    return {"text": name, "font": {"color": colours.ink_3}, "xref": "paper", "yref": "paper", "showarrow": False}
