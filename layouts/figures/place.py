"""States on a map: a tile each, a bubble at their latitude and longitude, or their outline."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import plotly.graph_objects as go

from layouts.figures.shades import on
from layouts.figures.spread import Bubble, points
from layouts.figures.template import drawn, escape, figure
from layouts.ui.accent import mix
from layouts.ui.theme import Tokens

HEIGHT = 500
FADED = 0.72
REACH = 0.475
EDGE = 0.55
CODE_SIZE, VALUE_SIZE = 12, 11
ROOM = 0.12
WIDEST = 60
HIDDEN = {"visible": False, "automargin": False}
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Tile:
    """One state: column and row, its code, the value below it, its colour (None: an outline), and hover's markup.

    `member` is what a click filters by, None where there is nothing to filter. A `faded` one is filtered out.
    """

    column: int
    row: int
    code: str
    value: str
    colour: str | None
    hover: str
    member: str | None = None
    faded: bool = False


@dataclass(frozen=True)
class Outline:
    """One state: its rings (longitude, latitude), filled where they do not lie in each other, and as Tile the rest."""

    rings: Sequence[Ring]
    colour: str | None
    hover: str
    member: str | None = None
    faded: bool = False


def tiles(states: Sequence[Tile], *, colours: Tokens) -> go.Figure:
    """A square for each state, placed as on the map; the customdata of a clicked one is its member."""
    right, bottom = max((tile.column for tile in states), default=0), max((tile.row for tile in states), default=0)
    return figure(
        colours,
        [_words(states, colours)],
        height=HEIGHT,
        hovermode="closest",
        hoverdistance=WIDEST,
        shapes=[_square(tile, colours) for tile in states],
        xaxis={**HIDDEN, "range": [-EDGE, right + EDGE]},
        yaxis={**HIDDEN, "range": [bottom + EDGE, -EDGE]},
    )


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


def _fill(colour: str, faded: bool, colours: Tokens) -> str:
    return mix(colour, colours.surface, FADED) if faded else colour


def _square(tile: Tile, colours: Tokens) -> dict[str, object]:
    fill = _fill(tile.colour, tile.faded, colours) if tile.colour else colours.surface
    edges = {"x0": tile.column - REACH, "x1": tile.column + REACH, "y0": tile.row - REACH, "y1": tile.row + REACH}
    line = {"width": 0} if tile.colour else {"width": 1, "color": colours.line}
    return {"type": "rect", "layer": "below", "fillcolor": fill, "line": line, **edges}


def _words(states: Sequence[Tile], colours: Tokens) -> go.Scatter:
    """Code and value; the points also answer to hover and click for the whole of their squares."""
    return go.Scatter(
        x=[tile.column for tile in states],
        y=[tile.row for tile in states],
        mode="text",
        text=[_word(tile) for tile in states],
        textfont={"size": CODE_SIZE, "color": [_ink(tile, colours) for tile in states]},
        cliponaxis=False,
        customdata=[tile.member for tile in states],
        hovertext=[tile.hover for tile in states],
        hoverinfo="text",
    )


def _word(tile: Tile) -> str:
    if not tile.value:
        return escape(tile.code)
    return f'<b>{escape(tile.code)}</b><br><span style="font-size:{VALUE_SIZE}px">{escape(tile.value)}</span>'


def _ink(tile: Tile, colours: Tokens) -> str:
    return on(_fill(tile.colour, tile.faded, colours)) if tile.colour else colours.ink_3


def _area(state: Outline, colours: Tokens) -> go.Scatter:
    """The rings of a state as one path: a gap begins another."""
    corners = [corner for ring in state.rings for corner in (*ring, (None, None))][:-1]
    fill = _fill(state.colour, state.faded, colours) if state.colour else colours.surface
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
