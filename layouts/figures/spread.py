"""Members between two metrics: a bubble each, as large as a third."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.template import LINE_HEIGHT, escape, figure, rgba
from layouts.ui.theme import Tokens

HEIGHT = 320
LARGEST, SMALLEST = 44, 7
OPACITY, FADED = 0.78, 0.22
ROOM = 0.14
TICKS = 5
ABOVE, BELOW = 22, 38
NAME_WIDTH, NAME_HEIGHT = 0.3, 0.09
PERCENT_SIGN = "\N{NO-BREAK SPACE}%"


@dataclass(frozen=True)
class Bubble:
    """One member: two rates as fractions, the size that its area shows (0 or None: a small ring), hover's markup."""

    name: str
    x: float
    y: float
    size: float | None
    colour: str
    hover: str
    faded: bool = False


def bubbles(members: Sequence[Bubble], *, colours: Tokens, x: str, y: str) -> go.Figure:
    """The figure between the metrics called `x` and `y`; the customdata of a clicked bubble is its name."""
    largest = max((member.size or 0 for member in members), default=0)
    behind = sorted(members, key=lambda member: -(member.size or 0))
    return figure(
        colours,
        [_points(behind, largest, colours)],
        height=HEIGHT,
        hovermode="closest",
        xaxis={**_rates([member.x for member in members]), "showgrid": True},
        yaxis=_rates([member.y for member in members]),
        margin={"t": ABOVE, "b": BELOW},
        annotations=[
            {**_titled(f"{y} ↑", colours), "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"},
            {
                **_titled(f"{x} →", colours),
                "x": 1,
                "xanchor": "right",
                "y": 0,
                "yanchor": "top",
                "yshift": -LINE_HEIGHT,
            },
        ],
    )


def _points(members: Sequence[Bubble], largest: float, colours: Tokens) -> go.Scatter:
    sizes = [_diameter(member, largest) for member in members]
    return go.Scatter(
        x=[_percent(member.x) for member in members],
        y=[_percent(member.y) for member in members],
        mode="markers+text",
        marker={
            "size": sizes,
            "color": [_fill(member, colours) for member in members],
            "opacity": 1,
            "line": {"width": 1.5, "color": [colours.surface if member.size else member.colour for member in members]},
        },
        text=[escape(member.name) for member in members],
        textposition=_sides(members),
        textfont={"color": [colours.ink_3 if member.faded else colours.ink for member in members]},
        customdata=[member.name for member in members],
        hovertext=[member.hover for member in members],
        hoverinfo="text",
        cliponaxis=False,
    )


def _sides(members: Sequence[Bubble]) -> list[str]:
    """Names stand above, or below where one above would meet that of a member before it."""
    across = _extent([member.x for member in members])
    up = _extent([member.y for member in members])
    above: list[Bubble] = []
    for member in members:
        near = [
            other
            for other in above
            if abs(other.x - member.x) < NAME_WIDTH * across and abs(other.y - member.y) < NAME_HEIGHT * up
        ]
        above += [] if near else [member]
    return ["top center" if member in above else "bottom center" for member in members]


def _extent(values: Sequence[float]) -> float:
    return max(values, default=0) - min(values, default=0)


def _diameter(member: Bubble, largest: float) -> float:
    share = (member.size or 0) / largest if largest else 0
    return max(round(LARGEST * math.sqrt(share), 1), SMALLEST)


def _fill(member: Bubble, colours: Tokens) -> str:
    return rgba(member.colour, FADED if member.faded else OPACITY) if member.size else colours.surface


def _rates(values: Sequence[float]) -> dict[str, object]:
    low, high = min(values, default=0), max(values, default=1)
    room = ROOM * (high - low) or ROOM * high or 1
    shown = [_percent(max(low - room, 0) if low >= 0 else low - room), _percent(high + room)]
    return {"range": shown, "nticks": TICKS, "ticksuffix": PERCENT_SIGN}


def _percent(fraction: float) -> float:
    return float(f"{100 * fraction:.5g}")


def _titled(name: str, colours: Tokens) -> dict[str, object]:
    return {"text": escape(name), "font": {"color": colours.ink_3}, "xref": "paper", "yref": "paper"}
