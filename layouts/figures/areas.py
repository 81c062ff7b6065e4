"""A whole and its parts over days: areas that pile up."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.axis import Axis, compact_axis
from layouts.figures.date_axis import date_axis
from layouts.figures.hover import hover
from layouts.figures.lines import Line, Role
from layouts.figures.parts import HEIGHT, Part, labels, values_axis
from layouts.figures.template import drawn, figure, rgba
from layouts.ui.theme import Tokens

DAY_EDGE = 0.014
AREA = 0.82


def piled(parts: Sequence[Part], days: Sequence[date], *, colours: Tokens, unit: Unit, currency: str) -> go.Figure:
    """Areas on top of each other, the first at the bottom; hover says every part on a day."""
    axis = compact_axis([sum(values) for values in zip(*(_known(part) for part in parts), strict=True)], unit, currency)
    below = date_axis(days[0], days[-1], Grain.DAY)
    edge = (days[-1] - days[0]) * DAY_EDGE
    lines = [Line(part.name, days, part.values, Role.SPLIT, part.colour) for part in reversed(parts)]
    said = hover(lines, colours=colours, unit=unit, currency=currency, grain=Grain.DAY, value=_middle(axis))
    return figure(
        colours,
        [*(_area(part, days, colours) for part in parts), said],
        height=HEIGHT,
        hovermode="x",
        hoverdistance=-1,
        xaxis={"type": "date", "range": [str(days[0]), str(days[-1] + edge)], **labels(below)},
        yaxis=values_axis(axis),
    )


def _area(part: Part, days: Sequence[date], colours: Tokens) -> go.Scatter:
    return go.Scatter(
        x=list(map(str, days)),
        y=drawn(part.values),
        name=part.name,
        mode="lines",
        stackgroup="whole",
        line={"width": 1, "color": colours.surface},
        fillcolor=rgba(part.colour, AREA),
        hoverinfo="skip",
    )


def _known(part: Part) -> list[float]:
    return [value or 0 for value in part.values]


def _middle(axis: Axis) -> float:
    return (min(axis.ticks) + max(axis.ticks)) / 2
