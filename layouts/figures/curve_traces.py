"""What is drawn between two axes: lines with what they are unsure of, points that matter, the threshold's mark."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.template import drawn, escape, rgba
from layouts.ui.theme import Tokens

LINE, THIN, BAND, SURE = 2.25, 1.25, 0.15, 0.6
DOT, POINT = 7, 9
THRESHOLD, UNSURE = "threshold", "unsure"
Place = tuple[float, float]


@dataclass(frozen=True)
class Curve:
    """A line through points, with hover's markup for each.

    `sure` are the ends of an interval at each point, drawn as a band; with `dots` the points are seen, and without a
    `line` their intervals are whiskers. A `thin` one stands behind the others, to compare with.
    """

    name: str
    x: Sequence[float]
    y: Sequence[float]
    colour: str
    hover: Sequence[str]
    sure: Sequence[Place] = ()
    dots: bool = False
    line: bool = True
    thin: bool = False
    dash: str | None = None


@dataclass(frozen=True)
class Point:
    """A point that matters: its words beside it on a `side` as plotly calls it, its interval up and down."""

    at: Place
    words: str
    hover: str
    side: str = "bottom right"
    sure: Place | None = None


def band(line: Curve) -> go.Scatter:
    """What a line is unsure of, as a surface around it with the meta UNSURE."""
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


def traced(line: Curve, colours: Tokens) -> go.Scatter:
    """The line, its dots, or both; without a line its intervals are whiskers."""
    whiskers = line.sure and not line.line
    return go.Scatter(
        name=line.name,
        x=drawn(line.x),
        y=drawn(line.y),
        mode="+".join(["lines"] * line.line + ["markers"] * line.dots),
        line={"width": THIN if line.thin else LINE, "color": line.colour, "dash": line.dash},
        marker={"size": DOT, "color": line.colour, "line": {"width": 1.5, "color": colours.surface}},
        error_y=intervals(line.y, line.sure, rgba(line.colour, SURE)) if whiskers else None,
        hovertext=list(line.hover),
        hoverinfo="text",
        cliponaxis=False,
    )


def spot(point: Point, colours: Tokens) -> go.Scatter:
    """The point with its words and its interval."""
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


def mark(colours: Tokens) -> go.Scatter:
    """An empty trace with the meta THRESHOLD, which the browser places."""
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
