"""States as squares, placed as on the map."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.shades import on
from layouts.figures.template import escape, figure
from layouts.ui.accent import mix
from layouts.ui.theme import Tokens

HEIGHT = 500
FADED = 0.72
REACH = 0.475
EDGE = 0.55
CODE_SIZE = 12
VALUE_SIZE = 11
WIDEST = 60
HIDDEN = {"visible": False, "automargin": False}


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


def filled(colour: str, faded: bool, colours: Tokens) -> str:
    """A colour, mixed with the surface where it is filtered out."""
    return mix(colour, colours.surface, FADED) if faded else colour


def _square(tile: Tile, colours: Tokens) -> dict[str, object]:
    fill = filled(tile.colour, tile.faded, colours) if tile.colour else colours.surface
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
    return on(filled(tile.colour, tile.faded, colours)) if tile.colour else colours.ink_3
