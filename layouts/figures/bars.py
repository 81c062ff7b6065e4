"""The members of a dimension ranked: a bar each, what it was before, its value and its change."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from layouts.figures.rows import ROW, Bar, columns, names, points
from layouts.figures.template import drawn, figure, rgba
from layouts.figures.threshold import ABOVE, Line, crossing
from layouts.ui.theme import Tokens

THICK = 22
TICK, HALO = 2, 6
TICK_SIZE = 14  # plotly draws a line-ns 1.4 times as long
CLEAR = 1.02  # a tick keeps clear of the values beside it
FADED = 0.3


def ranking(
    rows: Sequence[Bar],
    *,
    colours: Tokens,
    height: int | None = None,
    line: Line | None = None,
    more: Sequence[go.Scatter] = (),
    reach: Sequence[float] = (),
    spread: bool = False,
) -> go.Figure:
    """The figure, rows of ROW pixels from the top; the customdata of a clicked point is its name.

    `line` crosses the bars, `more` traces lie over them, and the axis goes at least as far as the values in `reach`.
    In a `height` that is more than they need, rows stay at the top, or share it out where they are `spread`.
    """
    ends = _ends(rows, [*reach, *([line.reach] if line else [])])
    whole = max(height or 0, ROW * max(len(rows), 1))
    slots = max(len(rows), 1) if spread else whole / ROW
    bars = [_bars(rows), _ticks(rows, colours.surface, HALO), _ticks(rows, colours.ink_2, TICK), points(rows)]
    return figure(
        colours,
        [*bars, *more],
        height=whole,
        hovermode="y",
        hoverdistance=-1,
        bargap=1 - THICK * slots / whole if spread else None,
        xaxis=_values(ends, colours),
        yaxis=names(rows, colours, slots=slots),
        **_crossed(columns(rows, colours), line, ends, colours),
    )


def _crossed(beside: dict[str, Any], line: Line | None, ends: tuple[float, float], colours: Tokens) -> dict[str, Any]:
    if line is None:
        return beside
    shape, label = crossing(line, ends, colours)
    return {
        "annotations": [*beside["annotations"], label],
        "margin": {**beside["margin"], "t": ABOVE},
        "shapes": [shape],
    }


def _ends(rows: Sequence[Bar], reach: Sequence[float]) -> tuple[float, float]:
    before = [value * CLEAR for value in drawn([row.before for row in rows]) if value is not None]
    known = [0.0, *before, *(value for value in drawn([row.value for row in rows]) if value is not None)]
    low, high = min(known), max(known)
    further = [value for value in drawn([low, high if high > low else low + 1, *reach]) if value is not None]
    return min(further), max(further)


def _values(ends: tuple[float, float], colours: Tokens) -> dict[str, object]:
    return {
        "range": list(ends),
        "showticklabels": False,
        "automargin": False,
        "zeroline": ends[0] < 0,
        "zerolinecolor": colours.line_strong,
    }


def _bars(rows: Sequence[Bar]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=drawn([row.value for row in rows]),
        y=list(range(len(rows))),
        marker={"color": [rgba(row.colour, FADED if row.faded else 1) for row in rows], "line": {"width": 0}},
        hoverinfo="skip",
    )


def _ticks(rows: Sequence[Bar], colour: str, width: int) -> go.Scatter:
    return go.Scatter(
        x=drawn([row.before for row in rows]),
        y=list(range(len(rows))),
        mode="markers",
        marker={"symbol": "line-ns", "size": TICK_SIZE, "line": {"color": colour, "width": width}},
        cliponaxis=False,
        hoverinfo="skip",
    )
