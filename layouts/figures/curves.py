"""Lines between two axes: curves with what they are unsure of, points that matter, and lines to compare with."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.numbers import Unit
from layouts.figures.axis import open_axis
from layouts.figures.labels import Annotation
from layouts.figures.spread import Side, titles
from layouts.figures.template import drawn, escape, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 300
ABOVE, BELOW, BESIDE = 22, 38, 22
LINE, BAND, SURE = 2.25, 0.15, 0.6
DOT, POINT = 7, 9
MOST = 300
THRESHOLD, UNSURE = "threshold", "unsure"
SHARES = (0.0, 1.0)
Place = tuple[float, float]


@dataclass(frozen=True)
class Curve:
    """A line through points, with hover's markup for each.

    `sure` are the ends of an interval at each point, drawn as a band; with `dots` the points are seen, and without a
    `line` their intervals are whiskers.
    """

    name: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str
    hover: Sequence[str]
    sure: Sequence[Place] = ()
    dots: bool = False
    line: bool = True


@dataclass(frozen=True)
class Point:
    """A point that matters: its words beside it on a `side` as plotly calls it, its interval up and down."""

    at: Place
    words: str
    hover: str
    side: str = "bottom right"
    sure: Place | None = None


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
            *(_band(line) for line in lines if line.sure and line.line),
            *(_line(line, colours) for line in lines),
            *(_point(point, colours) for point in points),
            _threshold(colours),
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


def _band(line: Curve) -> go.Scatter:
    low, high = [end for end, _ in line.sure], [end for _, end in line.sure]
    return go.Scatter(
        x=drawn([*line.x, *reversed(line.x)]),
        y=drawn([*high, *reversed(low)]),
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=rgba(line.colour, BAND),
        meta=UNSURE,
        hoverinfo="skip",
    )


def _line(line: Curve, colours: Tokens) -> go.Scatter:
    whiskers = line.sure and not line.line
    return go.Scatter(
        name=line.name,
        x=drawn(line.x),
        y=drawn(line.y),
        mode="+".join(["lines"] * line.line + ["markers"] * line.dots),
        line={"width": LINE, "color": line.colour},
        marker={"size": DOT, "color": line.colour, "line": {"width": 1.5, "color": colours.surface}},
        error_y=intervals(line.y, line.sure, rgba(line.colour, SURE)) if whiskers else None,
        hovertext=list(line.hover),
        hoverinfo="text",
        cliponaxis=False,
    )


def _point(point: Point, colours: Tokens) -> go.Scatter:
    x, y = point.at
    return go.Scatter(
        x=[x],
        y=[y],
        mode="markers+text",
        marker={"size": POINT, "color": colours.surface, "line": {"width": 2, "color": colours.accent}},
        error_y=intervals([y], [point.sure], colours.accent) if point.sure else None,
        text=[escape(point.words)],
        textposition=point.side,
        textfont={"color": colours.ink},
        hovertext=[point.hover],
        hoverinfo="text",
        cliponaxis=False,
    )


def _threshold(colours: Tokens) -> go.Scatter:
    marker = {"size": POINT + 2, "color": colours.ink, "line": {"width": 2, "color": colours.surface}}
    return go.Scatter(x=[], y=[], mode="markers", marker=marker, meta=THRESHOLD, hoverinfo="text", cliponaxis=False)


def intervals(values: Sequence[float], sure: Sequence[Place], colour: str) -> dict[str, object]:
    """The error bars of a trace, from the ends of its points' intervals."""
    ends = list(zip(values, sure, strict=True))
    return {
        "type": "data",
        "symmetric": False,
        "array": drawn([high - value for value, (_, high) in ends]),
        "arrayminus": drawn([value - low for value, (low, _) in ends]),
        "color": colour,
        "thickness": 1.5,
        "width": 3,
    }


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
