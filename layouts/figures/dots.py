"""Shares by several methods: a dot for each, the one looked at solid with its interval, the range of all behind."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.beside import HEAD, Beside, columns
from layouts.figures.rows import ROW, wrapped
from layouts.figures.spans import LEAST_WIDE, spans, visible
from layouts.figures.template import drawn, figure, rgba
from layouts.ui.theme import Tokens

BAND, INTERVAL = 11, 22
DOT, OTHER = 9, 8
SURE, FADED = 0.28, 0.35
TICKS = 5
FOOT = 26
PERCENT_SIGN = "\N{NO-BREAK SPACE}%"


@dataclass(frozen=True)
class Dots:
    """One row: the share looked at (None: not computed) and its interval, the other shares, and one that was supplied.

    All are fractions. `value_text` and `interval_text` stand at the right, `hover` is the box on hover, names in it
    escaped. `member` is what a click on it filters by, None where that is nothing. A `faded` row is filtered out.
    """

    name: str
    value: float | None
    others: Sequence[float]
    value_text: str
    hover: str
    interval: tuple[float, float] | None = None
    interval_text: str = ""
    supplied: float | None = None
    member: str | None = None
    faded: bool = False


def dots(rows: Sequence[Dots], *, colours: Tokens, heads: tuple[str, str], narrow: bool = False) -> go.Figure:
    """The figure, rows of ROW pixels from the top; `heads` stand over the two columns at the right.

    A `narrow` one leaves the column of intervals out. The customdata of a clicked point is its row's member.
    """
    return figure(
        colours,
        [part(rows, colours) for part in (_band, _interval, _others, _supplied, _looked_at)],
        height=height(len(rows)),
        barmode="overlay",
        hovermode="y",
        hoverdistance=-1,
        xaxis=_across([share for row in rows for share in _shares(row)]),
        yaxis={
            "range": [max(len(rows), 1) - 0.5, -0.5],
            "showgrid": False,
            "tickvals": list(range(len(rows))),
            "ticktext": [wrapped(row.name) for row in rows],
            "tickfont": {"color": colours.ink},
        },
        **columns([_beside(row, narrow) for row in rows], heads, colours),
    )


def height(rows: int) -> int:
    """The pixels that so many rows take."""
    return ROW * max(rows, 1) + HEAD + FOOT


def _beside(row: Dots, narrow: bool) -> Beside:
    return Beside(row.value_text, "" if narrow else row.interval_text, row.faded)


def _shares(row: Dots) -> list[float]:
    own = [row.value, row.supplied, *(row.interval or ())]
    return [*row.others, *(share for share in own if share is not None and not math.isnan(share))]


def _across(known: Sequence[float]) -> dict[str, object]:
    low = min(100 * min(known, default=0) * 1.04, -0.6)
    return {
        "range": [low, 100 * max([*known, LEAST_WIDE]) * 1.04],
        "showgrid": True,
        "nticks": TICKS,
        "tickangle": 0,
        "ticksuffix": PERCENT_SIGN,
        "rangemode": "tozero",
    }


def _percent(shares: Sequence[float | None]) -> list[float | None]:
    return drawn([None if share is None else 100 * share for share in shares])


def _band(rows: Sequence[Dots], colours: Tokens) -> go.Bar:
    ranges = [(min(shares), max(shares)) if (shares := _shares(row)) else (0.0, 0.0) for row in rows]
    return spans(ranges, colours.line, BAND / ROW)


def _interval(rows: Sequence[Dots], colours: Tokens) -> go.Bar:
    ranges = [visible(*row.interval) if row.interval else (0.0, 0.0) for row in rows]
    return spans(ranges, rgba(colours.accent, SURE), INTERVAL / ROW)


def _others(rows: Sequence[Dots], colours: Tokens) -> go.Scatter:
    points = [(share, place) for place, row in enumerate(rows) for share in row.others]
    marker = {"size": OTHER, "color": colours.surface, "line": {"width": 1.5, "color": colours.ink_3}}
    return _points([share for share, _ in points], [place for _, place in points], marker)


def _supplied(rows: Sequence[Dots], colours: Tokens) -> go.Scatter:
    known = [(row.supplied, place) for place, row in enumerate(rows) if row.supplied is not None]
    line = {"width": 1.5, "color": colours.ink}
    marker = {"size": OTHER + 2, "symbol": "diamond", "color": colours.surface, "line": line}
    return _points([share for share, _ in known], [place for _, place in known], marker)


def _points(shares: Sequence[float], places: Sequence[int], marker: dict[str, object]) -> go.Scatter:
    return go.Scatter(
        x=_percent(shares), y=list(places), mode="markers", marker=marker, cliponaxis=False, hoverinfo="skip"
    )


def _looked_at(rows: Sequence[Dots], colours: Tokens) -> go.Scatter:
    """The solid dots; one without a value stands unseen at 0, so that its row answers to hover and click too."""
    seen = [row.value is not None for row in rows]
    shades = [
        rgba(colours.accent, (FADED if row.faded else 1) if there else 0) for row, there in zip(rows, seen, strict=True)
    ]
    return go.Scatter(
        x=[share or 0 for share in _percent([row.value for row in rows])],
        y=list(range(len(rows))),
        mode="markers",
        marker={"size": DOT, "color": shades, "opacity": 1, "line": {"width": 0}},
        cliponaxis=False,
        customdata=[row.member for row in rows],
        hovertext=[row.hover for row in rows],
        hoverinfo="text",
    )
