"""A year of days: weeks as columns, weekdays as rows, more is further from the surface."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from analytics.numbers import MONTHS
from layouts.figures.labels import Annotation
from layouts.figures.template import drawn, figure
from layouts.ui.theme import Tokens

HEIGHT = 176
GAP = 3
HALF, SECOND_HALF = 27, 9
INSET = 0.36
EDGE = 0.55
DASHES = "2px,2px"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LABELLED = (0, 2, 4, 6)
Place = Callable[["Day"], tuple[int, int]]


@dataclass(frozen=True)
class Day:
    """One day: its place in the weeks shown, its value (None: an outline instead of a colour), and its hover."""

    at: date
    week: int
    value: float | None
    hover: str


def calendar(days: Sequence[Day], *, colours: Tokens, low: float, high: float) -> go.Figure:
    """The year in one row, coloured from `low` to `high`; a value beyond has the colour of the end it passes.

    The weeks there are fill it, but for less than half a year.
    """
    traces = [_cells(days, _in_year, colours, low, high), _outlines(days, _in_year, colours)]
    return _drawn(days, traces, _in_year, colours, max([HALF, *(day.week + 1 for day in days)]), (0,))


def half_years(days: Sequence[Day], *, colours: Tokens, low: float, high: float) -> go.Figure:
    """The same in two rows of as many weeks, for where a year is too wide; in one where there are so few."""
    rows = range(2 if any(day.week >= HALF for day in days) else 1)
    halves = ([day for day in days if day.week // HALF == row] for row in rows)
    # Between rows that are further apart plotly would draw taller cells, so each half is a trace of its own.
    cells = [_cells(half, _in_half, colours, low, high) for half in halves]
    traces = [*cells, _outlines(days, _in_half, colours)]
    return _drawn(days, traces, _in_half, colours, HALF, [SECOND_HALF * row for row in rows])


def _in_year(day: Day) -> tuple[int, int]:
    return day.week, day.at.weekday()


def _in_half(day: Day) -> tuple[int, int]:
    half, week = divmod(day.week, HALF)
    return week, day.at.weekday() + SECOND_HALF * half


def _drawn(
    days: Sequence[Day], traces: Sequence[object], place: Place, colours: Tokens, weeks: int, rows: Sequence[int]
) -> go.Figure:
    names = {row + day: WEEKDAYS[day] for row in rows for day in LABELLED}
    firsts = [day for day in days if day.at.day == 1 and place(day)[0] < weeks - 1]
    return figure(
        colours,
        traces,
        height=HEIGHT * len(rows),
        hovermode="closest",
        annotations=[_month(day, *place(day), colours) for day in firsts],
        xaxis={"range": [-EDGE, weeks - 1 + EDGE], "showticklabels": False},
        yaxis={
            "range": [rows[-1] + 6 + EDGE, -1 - EDGE],
            "showgrid": False,
            "tickvals": list(names),
            "ticktext": list(names.values()),
        },
    )


def _cells(days: Sequence[Day], place: Place, colours: Tokens, low: float, high: float) -> go.Heatmap:
    steps = len(colours.sequential) - 1
    return go.Heatmap(
        x=[place(day)[0] for day in days],
        y=[place(day)[1] for day in days],
        z=drawn([day.value for day in days]),
        zmin=low,
        zmax=high if high > low else low + 1,
        colorscale=[[step / steps, colour] for step, colour in enumerate(colours.sequential)],
        showscale=False,
        xgap=GAP,
        ygap=GAP,
        hovertext=[day.hover for day in days],
        hoverinfo="text",
        hoverongaps=True,
    )


def _outlines(days: Sequence[Day], place: Place, colours: Tokens) -> go.Scatter:
    corners = [corner for day in days if day.value is None for corner in _square(*place(day))]
    return go.Scatter(
        x=[across for across, _ in corners],
        y=[down for _, down in corners],
        mode="lines",
        line={"width": 1, "color": colours.line_strong, "dash": DASHES},
        hoverinfo="skip",
    )


def _square(across: int, down: int) -> Iterator[tuple[float | None, float | None]]:
    left, right, top, bottom = across - INSET, across + INSET, down - INSET, down + INSET
    yield from ((left, top), (right, top), (right, bottom), (left, bottom), (left, top), (None, None))


def _month(first: Day, across: int, down: int, colours: Tokens) -> Annotation:
    """A month's name over the week that holds its first day; over the last week there is no room for one."""
    above = down - first.at.weekday() - 1
    font = {"color": colours.ink_3}
    return {"text": MONTHS[first.at.month - 1], "x": across - INSET, "y": above, "xanchor": "left", "font": font}
