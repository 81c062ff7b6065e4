"""States on a map: a bubble at their latitude and longitude, or their outline."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import plotly.graph_objects as go

from layouts.figures.spread import Bubble, points
from layouts.figures.template import drawn, figure
from layouts.figures.tiles import HEIGHT, HIDDEN, filled
from layouts.ui.theme import Tokens

ROOM = 0.12
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Outline:
    """One state: its rings (longitude, latitude), filled where they do not lie in each other, and as Tile the rest."""

    rings: Sequence[Ring]
    colour: str | None
    hover: str
    member: str | None = None
    faded: bool = False


def bubble_map(states: Sequence[Bubble], *, colours: Tokens) -> go.Figure:
    """A bubble for each state at its longitude (x) and latitude (y), distances alike in both directions."""
    shown = [state for state in states if math.isfinite(state.x) and math.isfinite(state.y)]
    across, up = [state.x for state in shown], [state.y for state in shown]
    return figure(
        colours,
        [points(shown, colours)],
        height=HEIGHT,
        hovermode="closest",
        xaxis={**HIDDEN, "range": _range(across)},
        yaxis={**HIDDEN, "range": _range(up), **_distances(up)},
    )


def outlines(states: Sequence[Outline], *, colours: Tokens) -> go.Figure:
    """The states as the file draws them; the customdata of a clicked one is its member."""
    at = [point for state in states for ring in state.rings for point in ring]
    across, up = [x for x, _ in at], [y for _, y in at]
    return figure(
        colours,
        [_area(state, colours) for state in states],
        height=HEIGHT,
        hovermode="closest",
        xaxis={**HIDDEN, "range": _range(across, 0.01)},
        yaxis={**HIDDEN, "range": _range(up, 0.01), **_distances(up)},
    )


def _area(state: Outline, colours: Tokens) -> go.Scatter:
    """The rings of a state as one path: a gap begins another."""
    corners = [corner for ring in state.rings for corner in (*ring, (None, None))][:-1]
    fill = filled(state.colour, state.faded, colours) if state.colour else colours.surface
    return go.Scatter(
        x=[x for x, _ in corners],
        y=[y for _, y in corners],
        mode="lines",
        fill="toself",
        fillcolor=fill,
        line={"width": 0.75, "color": colours.line_strong},
        hoveron="fills",
        text=state.hover,
        name=state.hover,
        customdata=[state.member],
        hoverinfo="text",
    )


def _range(values: Sequence[float], room: float = ROOM) -> list[float | None]:
    low, high = min(values, default=0), max(values, default=1)
    beyond = room * (high - low) or 1
    return drawn([low - beyond, high + beyond])


def _distances(latitudes: Sequence[float]) -> dict[str, object]:
    """A degree of longitude is shorter than one of latitude by the cosine of the latitude."""
    middle = math.radians(fmean(latitudes)) if latitudes else 0
    return {"scaleanchor": "x", "scaleratio": round(1 / max(math.cos(middle), 0.1), 4)}
