"""The cells of a matrix: their colours, what lies over them, and what is written on them."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.shades import Scale, on
from layouts.figures.template import FONT_SIZE, drawn
from layouts.figures.underneath import SMALL
from layouts.ui.theme import Tokens

GAP = 3
INSET = 0.44
FADED = 0.72
NARROW_GAP = 2


@dataclass(frozen=True)
class Cell:
    """One pair: its value (None: an outline instead of a colour), what is written on it, and hover's markup.

    `brief` is written where columns are narrow, if it is another text. `members` are what a click on it filters by, a
    name for each filter. A `faded` one is filtered out.
    """

    value: float | None
    text: str
    hover: str
    members: Sequence[str] = ()
    faded: bool = False
    brief: str = ""


Cells = Sequence[Sequence[Cell | None]]
Placed = tuple[int, int, Cell]


def shades(placed: Sequence[Placed], scale: Scale, narrow: bool) -> go.Heatmap:
    """The colour of each cell, which answers to hover and click."""
    steps, gap = len(scale.steps) - 1, NARROW_GAP if narrow else GAP
    return go.Heatmap(
        x=[across for across, _, _ in placed],
        y=[down for _, down, _ in placed],
        z=drawn([cell.value for _, _, cell in placed]),
        zmin=scale.low,
        zmax=scale.high,
        colorscale=[[place / steps, colour] for place, colour in enumerate(scale.steps)],
        showscale=False,
        xgap=gap,
        ygap=gap,
        hovertext=[cell.hover for _, _, cell in placed],
        hoverinfo="text",
        hoverongaps=True,
        customdata=[list(cell.members) for _, _, cell in placed],
    )


def veil(placed: Sequence[Placed], colours: Tokens) -> list[go.Heatmap]:
    """The surface, half seen through, over the cells that are filtered out."""
    if not any(cell.faded for _, _, cell in placed):
        return []
    over = go.Heatmap(
        x=[across for across, _, _ in placed],
        y=[down for _, down, _ in placed],
        z=[1 if cell.faded else None for _, _, cell in placed],
        colorscale=[[0, colours.surface], [1, colours.surface]],
        opacity=FADED,
        showscale=False,
        hoverinfo="skip",
    )
    return [over]


def outlines(placed: Sequence[Placed], colours: Tokens) -> go.Scatter:
    """A square around each cell without a value."""
    silent = [(across, down) for across, down, cell in placed if cell.value is None]
    left, right = -INSET, INSET
    ring = ((left, left), (right, left), (right, right), (left, right), (left, left))
    corners = [
        corner for across, down in silent for corner in (*((across + x, down + y) for x, y in ring), (None, None))
    ]
    return go.Scatter(
        x=[x for x, _ in corners],
        y=[y for _, y in corners],
        mode="lines",
        line={"width": 1, "color": colours.line},
        hoverinfo="skip",
    )


def words(placed: Sequence[Placed], scale: Scale, colours: Tokens, narrow: bool) -> go.Scatter:
    """What is written on each cell, in an ink that its colour carries."""
    inks = [_ink(cell, scale, colours) for _, _, cell in placed]
    return go.Scatter(
        x=[across for across, _, _ in placed],
        y=[down for _, down, _ in placed],
        mode="text",
        text=[(cell.brief if narrow else "") or cell.text for _, _, cell in placed],
        textfont={"color": inks, "size": SMALL if narrow else FONT_SIZE},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _ink(cell: Cell, scale: Scale, colours: Tokens) -> str:
    if cell.value is None:
        return colours.ink_3
    return colours.ink_2 if cell.faded else on(scale.colour(cell.value))
