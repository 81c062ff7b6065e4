"""A whole and its parts: bars beside or on top of each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

import plotly.graph_objects as go

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.axis import Axis, compact_axis
from layouts.figures.date_axis import DateAxis, date_axis
from layouts.figures.rows import NAME_WIDTH, wrapped
from layouts.figures.template import drawn, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 260
MONTH_WIDTH = 20 * 86_400_000
MARGIN = timedelta(days=16)
GROUP_GAP, BAR_GAP = 0.28, 0.08
FADED = 0.3


@dataclass(frozen=True)
class Part:
    """One part: its name, its colour, a value and what hover says for each place; `partial` places are incomplete.

    `members` are what a click filters by, one for each place. What stands at `faded` places is filtered out.
    """

    name: str
    colour: str
    values: Sequence[float | None]
    hover: Sequence[str] = ()
    partial: frozenset[int] = field(default_factory=frozenset)
    members: Sequence[str] = ()
    faded: frozenset[int] = field(default_factory=frozenset)


def grouped(
    parts: Sequence[Part],
    groups: Sequence[str],
    *,
    colours: Tokens,
    unit: Unit,
    currency: str,
    letters: int = NAME_WIDTH,
) -> go.Figure:
    """Bars side by side, a cluster for each group, whose name is in lines of so many letters; parts in their order."""
    axis = compact_axis([value for part in parts for value in part.values], unit, currency)
    places = list(range(len(groups)))
    names = {"tickvals": places, "ticktext": [wrapped(group, letters) for group in groups], "tickangle": 0}
    return _bars(parts, places, axis, names, colours, barmode="group", bargap=GROUP_GAP, bargroupgap=BAR_GAP)


def stacked(parts: Sequence[Part], months: Sequence[date], *, colours: Tokens, unit: Unit, currency: str) -> go.Figure:
    """Bars on top of each other, one for each month."""
    sums = [sum(part.values[place] or 0 for part in parts) for place in range(len(months))]
    below = date_axis(months[0], months[-1], Grain.MONTH)
    names = {"type": "date", "range": [str(months[0] - MARGIN), str(months[-1] + MARGIN)], **labels(below)}
    axis = compact_axis(sums, unit, currency)
    return _bars(parts, list(map(str, months)), axis, names, colours, barmode="stack", width=MONTH_WIDTH)


def _bars(
    parts: Sequence[Part],
    places: Sequence[int] | Sequence[str],
    axis: Axis,
    names: Mapping[str, object],
    colours: Tokens,
    *,
    barmode: Literal["group", "stack"],
    width: int | None = None,
    bargap: float | None = None,
    bargroupgap: float | None = None,
) -> go.Figure:
    return figure(
        colours,
        [_bar(part, places, colours, width) for part in parts],
        height=HEIGHT,
        barmode=barmode,
        bargap=bargap,
        bargroupgap=bargroupgap,
        hovermode="closest",
        xaxis=dict(names),
        yaxis=values_axis(axis),
    )


def _bar(part: Part, places: Sequence[int] | Sequence[str], colours: Tokens, width: int | None) -> go.Bar:
    return go.Bar(
        x=list(places),
        y=drawn(part.values),
        name=part.name,
        width=width,
        marker=_marker(part, len(places), colours),
        hovertext=list(part.hover),
        hoverinfo="text",
        customdata=list(part.members) or None,
    )


def _marker(part: Part, places: int, colours: Tokens) -> dict[str, object]:
    shapes = ["/" if place in part.partial else "" for place in range(places)]
    pattern = {"shape": shapes, "fgcolor": colours.surface, "size": 5, "solidity": 0.35, "fillmode": "overlay"}
    shades = [rgba(part.colour, FADED if place in part.faded else 1) for place in range(places)]
    colour = shades if part.faded else part.colour
    return {"color": colour, "line": {"width": 0}, **({"pattern": pattern} if part.partial else {})}


def labels(axis: DateAxis) -> dict[str, object]:
    """An axis of days as plotly takes it."""
    return {"tickvals": axis.ticks, "ticktext": axis.labels, "tickangle": 0}


def values_axis(axis: Axis) -> dict[str, object]:
    """An axis of values, from 0, as plotly takes it."""
    return {"tickvals": axis.ticks, "ticktext": axis.labels, "rangemode": "tozero"}
