"""A year of days: weeks as columns, weekdays as rows, more is further from the surface."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from analytics.numbers import MONTHS
from layouts.figures.template import drawn, figure
from layouts.ui.theme import Tokens

HEIGHT = 176
NARROWEST = 660
GAP = 3
WEEKS = 53
INSET = 0.36
DASHES = "2px,2px"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABELLED = (0, 2, 4, 6)


@dataclass(frozen=True)
class Day:
    """One day: its place in the year's weeks, its value (None: an outline instead of a colour), and its hover."""

    at: date
    week: int
    value: float | None
    hover: str


def calendar(days: Sequence[Day], *, colours: Tokens, low: float, high: float) -> go.Figure:
    """The year, coloured from `low` to `high`; a value beyond has the colour of the end it passes."""
    return figure(
        colours,
        [_cells(days, colours, low, high), _outlines(days, colours)],
        height=HEIGHT,
        hovermode="closest",
        xaxis=_months(days),
        yaxis={
            "range": [6.55, -0.55],
            "showgrid": False,
            "tickvals": list(LABELLED),
            "ticktext": [WEEKDAYS[place] for place in LABELLED],
        },
    )


def _cells(days: Sequence[Day], colours: Tokens, low: float, high: float) -> go.Heatmap:
    steps = len(colours.sequential) - 1
    return go.Heatmap(
        x=[day.week for day in days],
        y=[day.at.weekday() for day in days],
        z=drawn([day.value for day in days]),
        zmin=low,
        zmax=high if high > low else low + 1,
        colorscale=[[place / steps, colour] for place, colour in enumerate(colours.sequential)],
        showscale=False,
        xgap=GAP,
        ygap=GAP,
        hovertext=[day.hover for day in days],
        hoverinfo="text",
        hoverongaps=True,
    )


def _outlines(days: Sequence[Day], colours: Tokens) -> go.Scatter:
    corners = [corner for day in days if day.value is None for corner in _square(day)]
    return go.Scatter(
        x=[across for across, _ in corners],
        y=[down for _, down in corners],
        mode="lines",
        line={"width": 1, "color": colours.line_strong, "dash": DASHES},
        hoverinfo="skip",
    )


def _square(day: Day) -> Iterator[tuple[float | None, float | None]]:
    left, right = day.week - INSET, day.week + INSET
    top, bottom = day.at.weekday() - INSET, day.at.weekday() + INSET
    yield from ((left, top), (right, top), (right, bottom), (left, bottom), (left, top), (None, None))


def _months(days: Sequence[Day]) -> dict[str, object]:
    """A month's name over the week that holds its first day."""
    firsts = [day for day in days if day.at.day == 1]
    return {
        "range": [-0.55, WEEKS - 0.45],
        "side": "top",
        "tickvals": [day.week for day in firsts],
        "ticktext": [MONTHS[day.at.month - 1] for day in firsts],
        "tickangle": 0,
    }
