"""Members between two metrics: a bubble each, as large as a third."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures import names
from layouts.figures.axis import open_axis
from layouts.figures.sides import Side, titled, titles
from layouts.figures.template import ON_WIDE, drawn, escape, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 320
LARGEST, SMALLEST = 44, 7
OPACITY, FADED = 0.78, 0.22
EDGE = 1.5
ROOM, ROOM_ABOVE, ROOM_FOR_CORNERS = 0.14, 0.22, 0.42
ABOVE, BELOW = 22, 40


@dataclass(frozen=True)
class Bubble:
    """One member: two figures, the size that its area shows (0 or None: a small ring), its colour, hover's markup.

    A colour of a scale, which may be pale, needs an `edge`.
    """

    name: str
    x: float
    y: float
    size: float | None
    colour: str
    hover: str
    faded: bool = False
    edge: str = ""


def bubbles(
    members: Sequence[Bubble], *, colours: Tokens, x: Side, y: Side, corners: Sequence[str] = (), height: int = HEIGHT
) -> go.Figure:
    """The figure between two metrics; the customdata of a clicked bubble is its name.

    `corners` are words, in lines, for the parts that the lines of both sides make: top left, top right, bottom left,
    bottom right.
    """
    beyond = ROOM_FOR_CORNERS if corners else ROOM_ABOVE
    between = (height - ABOVE - BELOW) / (1 + 2 * beyond)
    return figure(
        colours,
        [points(members, colours, between)],
        height=height,
        hovermode="closest",
        xaxis={**_values([member.x for member in members], x, ROOM), "showgrid": not corners},
        yaxis={**_values([member.y for member in members], y, beyond), "showgrid": not corners},
        margin={"t": ABOVE, "b": BELOW},
        shapes=_lines(x, y, colours),
        annotations=[*_corners(corners, colours), *titles(x, y, colours)],
    )


def points(members: Sequence[Bubble], colours: Tokens, between: float = names.HEIGHT) -> go.Scatter:
    """The bubbles with their names, the largest behind the others; `between` highest and lowest are so many pixels."""
    largest = max((member.size or 0 for member in members), default=0)
    members = sorted(members, key=lambda member: -(member.size or 0))
    sizes = [_diameter(member, largest) for member in members]
    placed = names.places(list(map(_mark, members, sizes)), between)
    return go.Scatter(
        x=drawn([member.x for member in members]),
        y=drawn([member.y for member in members]),
        mode="markers+text",
        marker={
            "size": sizes,
            "color": [_fill(member, colours) for member in members],
            "opacity": 1,
            "line": {"width": EDGE, "color": [_edge(member, colours) for member in members]},
        },
        text=[_name(member, place) for member, place in zip(members, placed, strict=True)],
        textposition=[place.side for place in placed],
        textfont={"color": [colours.ink_3 if member.faded else colours.ink for member in members]},
        customdata=[member.name for member in members],
        hovertext=[member.hover for member in members],
        hoverinfo="text",
        cliponaxis=False,
    )


def _name(member: Bubble, place: names.Place) -> str:
    name = escape(member.name) if place.anywhere else ""
    return name if place.everywhere or not name else f'<span style="{ON_WIDE}">{name}</span>'


def _mark(member: Bubble, size: float) -> names.Mark:
    return names.Mark(member.name, member.x, member.y, size)


def _diameter(member: Bubble, largest: float) -> float:
    share = (member.size or 0) / largest if largest else 0
    return max(round(LARGEST * math.sqrt(share), 1), SMALLEST)


def _edge(member: Bubble, colours: Tokens) -> str:
    return member.edge or (colours.surface if member.size else member.colour)


def _fill(member: Bubble, colours: Tokens) -> str:
    return rgba(member.colour, FADED if member.faded else OPACITY) if member.size else colours.surface


def _values(values: Sequence[float], side: Side, beyond: float) -> dict[str, object]:
    low, high = min(values, default=0), max(values, default=1)
    room = beyond * (high - low) or beyond * abs(high) or 1
    shown = max(low - room, 0) if low >= 0 else low - room, high + room
    axis = open_axis(*shown, side.unit, side.currency)
    return {"range": drawn(shown), "tickvals": axis.ticks, "ticktext": axis.labels}


def _lines(x: Side, y: Side, colours: Tokens) -> list[dict[str, object]]:
    """The lines of both sides, below the bubbles."""
    drawn_as = {"type": "line", "layer": "below", "line": {"color": colours.compare, "width": 1, "dash": "4px,4px"}}
    upright = {"x0": x.line, "x1": x.line, "y0": 0, "y1": 1, "yref": "paper"}
    level = {"y0": y.line, "y1": y.line, "x0": 0, "x1": 1, "xref": "paper"}
    return [{**drawn_as, **at} for at, side in ((upright, x), (level, y)) if side.line is not None]


def _corners(texts: Sequence[str], colours: Tokens) -> list[dict[str, object]]:
    places = [(x, y) for y in (1, 0) for x in (0, 1)]
    return [
        {
            **titled(text, colours),
            "text": escape(text).replace("\n", "<br>"),
            "align": "right" if x else "left",
            "x": x,
            "xanchor": "right" if x else "left",
            "y": y,
            "yanchor": "top" if y else "bottom",
        }
        for text, (x, y) in zip(texts, places, strict=False)
    ]
