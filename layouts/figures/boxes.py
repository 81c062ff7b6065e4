"""How numbers are spread within each member: a box a row, its median at the right, points where they are asked for."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.numbers import Unit, format_value
from analytics.spread import Box
from layouts.figures.axis import compact_axis
from layouts.figures.rows import Bar, columns, names, points
from layouts.figures.template import drawn, figure, rgba
from layouts.ui.theme import Tokens

ROW, FOOT = 48, 28
WIDTH, LINE, FILL, FADED = 0.52, 1.5, 0.15, 0.35
DOT, DOT_SHADE, SCATTERED = 4, 0.55, 0.36
GOLDEN = 0.618034
POINTS, LOG = "points", "log"
HEADROOM, ROOM = 1.03, 0.03


@dataclass(frozen=True)
class Spread:
    """One row: its name, median and words as a bar has them, its box, and the numbers drawn as points."""

    row: Bar
    box: Box | None
    numbers: Sequence[float] = ()


def boxes(rows: Sequence[Spread], *, colours: Tokens, unit: Unit, currency: str) -> go.Figure:
    """The figure, rows from the top; the browser shows what has the meta POINTS, and the axis in meta LOG, when asked.

    There is no such axis where a number is not above 0.
    """
    bars = [one.row for one in rows]
    lows, highs = ([getattr(one.box, end) for one in rows if one.box] for end in ("low", "high"))
    axis = compact_axis([*lows, *highs], unit, currency)
    ends = [*axis.ticks, *lows, *highs]
    return figure(
        colours,
        [*(_box(one, place) for place, one in enumerate(rows)), *_numbers(rows), points(bars)],
        height=height(len(rows)),
        hovermode="y",
        hoverdistance=-1,
        xaxis={
            "range": [min(ends) * HEADROOM, max(ends) * HEADROOM or 1],
            "tickvals": axis.ticks,
            "ticktext": axis.labels,
            "showgrid": True,
        },
        yaxis=names(bars, colours, slots=len(bars)),
        meta={LOG: _logarithmic(min(lows, default=0), max(highs, default=0), unit, currency)},
        **columns(bars, colours),
    )


def _logarithmic(low: float, high: float, unit: Unit, currency: str) -> dict[str, object] | None:
    """The axis on which each step is ten times the one before."""
    if not low > 0:
        return None
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    ticks = [10.0**power for power in range(first, last + 1)]
    labels = [str(format_value(tick, unit, currency)).replace(".00", "") for tick in ticks]
    room = ROOM * (math.log10(high / low) or 1)
    return {
        "type": "log",
        "range": [math.log10(low) - room, math.log10(high) + room],
        "tickvals": ticks,
        "ticktext": labels,
    }


def height(rows: int) -> int:
    """The pixels that so many rows take."""
    return ROW * max(rows, 1) + FOOT


def _box(one: Spread, place: int) -> go.Box:
    shade = FADED if one.row.faded else 1
    told = one.box
    ends = drawn([told.q1, told.median, told.q3, told.low, told.high]) if told else []
    q1, median, q3, low, high = ([end] for end in ends) if told else ([], [], [], [], [])
    return go.Box(
        orientation="h",
        y=[place] if told else [],
        q1=q1,
        median=median,
        q3=q3,
        lowerfence=low,
        upperfence=high,
        width=WIDTH,
        whiskerwidth=0.4,
        line={"width": LINE, "color": rgba(one.row.colour, shade)},
        fillcolor=rgba(one.row.colour, FILL * shade),
        hoverinfo="skip",
    )


def _numbers(rows: Sequence[Spread]) -> list[go.Scatter]:
    """The points of each row, spread over its height evenly, so that equal ones are told apart."""
    return [
        go.Scatter(
            x=drawn(one.numbers),
            y=[place + SCATTERED * (2 * (count * GOLDEN % 1) - 1) for count in range(len(one.numbers))],
            mode="markers",
            marker={"size": DOT, "color": rgba(one.row.colour, DOT_SHADE * (FADED if one.row.faded else 1))},
            meta=POINTS,
            visible=False,
            hoverinfo="skip",
        )
        for place, one in enumerate(rows)
    ]
