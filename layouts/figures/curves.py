"""Lines between two axes: curves with what they are unsure of, points that matter, and lines to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.numbers import Unit
from layouts.figures.axis import open_axis
from layouts.figures.curve_traces import Curve, Place, Point, band, mark, spot, traced
from layouts.figures.labels import Annotation
from layouts.figures.sides import Side, titles
from layouts.figures.template import drawn, escape, figure
from layouts.ui.theme import Tokens

HEIGHT = 300
ABOVE, BELOW, BESIDE = 22, 38, 22
MOST = 300
SHARES = (0.0, 1.0)


@dataclass(frozen=True)
class Reference:
    """A line to compare with, from one place to another, named at its end."""

    start: Place
    end: Place
    words: str
    above: bool = True


def curves(
    lines: Sequence[Curve],
    *,
    x: Side,
    y: Side,
    colours: Tokens,
    across: Place = SHARES,
    up: Place = SHARES,
    points: Sequence[Point] = (),
    references: Sequence[Reference] = (),
) -> go.Figure:
    """The figure. Bands have the meta UNSURE; the trace with the meta THRESHOLD is for the browser to place."""
    return figure(
        colours,
        [
            *(band(line) for line in lines if line.sure and line.line),
            *(traced(line, colours) for line in lines),
            *(spot(point, colours) for point in points),
            mark(colours),
        ],
        height=HEIGHT,
        hovermode="closest",
        xaxis=_axis(across, x),
        yaxis=_axis(up, y),
        margin={"t": ABOVE, "b": BELOW, "r": BESIDE},
        shapes=[_compared(line, colours) for line in references],
        annotations=[*(_named(line, colours) for line in references), *titles(x, y, colours)],
    )


def thinned(count: int, most: int = MOST) -> list[int]:
    """So many places of a long line, first and last among them, that more would not be seen."""
    if count <= most:
        return list(range(count))
    return sorted({round(place * (count - 1) / (most - 1)) for place in range(most)})


def _axis(ends: Place, side: Side) -> dict[str, object]:
    axis = open_axis(*ends, side.unit, side.currency)
    room = 0.02 * (ends[1] - ends[0] or 1)
    shown = {"range": drawn([ends[0] - room, ends[1] + room]), "tickvals": axis.ticks, "ticktext": axis.labels}
    return {**shown, "tickangle": 0}


def _compared(line: Reference, colours: Tokens) -> dict[str, object]:
    (x0, y0), (x1, y1) = line.start, line.end
    dashed = {"color": colours.compare, "width": 1.5, "dash": "4px,3px"}
    return {"type": "line", "layer": "below", "x0": x0, "y0": y0, "x1": x1, "y1": y1, "line": dashed}


def _named(line: Reference, colours: Tokens) -> Annotation:
    x, y = line.end
    anchor = {"xanchor": "right", "yanchor": "bottom" if line.above else "top"}
    return {**anchor, "x": x, "y": y, "text": escape(line.words), "font": {"color": colours.ink_3}}


def percent_side(label: str) -> Side:
    """An axis of shares."""
    return Side(label, Unit.PERCENT)
