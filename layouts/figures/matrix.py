"""Rows against columns: a coloured cell for each pair, its value written on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.bars import NAME_WIDTH, wrapped
from layouts.figures.shades import Scale, on
from layouts.figures.template import FONT_SIZE, drawn, figure
from layouts.figures.underneath import SMALL, depth, in_lines, slanted
from layouts.ui.theme import Tokens

ROW, NAMES = 38, 40
GAP = 3
INSET = 0.44
FADED = 0.72
NARROW_ROW, NARROW_GAP, NARROW_NAME = 30, 2, 12
LEAST, NARROW_LEAST, BESIDE = 64, 30, 84


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


def height(rows: int) -> int:
    """How high a matrix of so many rows is, in pixels."""
    return rows * ROW + NAMES


def least(columns: int, *, narrow: bool) -> int:
    """The pixels from side to side that a matrix needs for its numbers to be told apart."""
    return BESIDE + columns * (NARROW_LEAST if narrow else LEAST)


def matrix(
    rows: Sequence[str], columns: Sequence[str], cells: Cells, *, scale: Scale, colours: Tokens, narrow: bool = False
) -> go.Figure:
    """The matrix, first row on top; `cells` has a line a row, None where a pair has no cell at all.

    A `narrow` one, for a phone, is smaller and slants the names below. The figure's meta has its `least` width.
    """
    placed = [
        (across, down, cell) for down, line in enumerate(cells) for across, cell in enumerate(line) if cell is not None
    ]
    return figure(
        colours,
        [
            _shades(placed, scale, narrow),
            *_veil(placed, colours),
            _outlines(placed, colours),
            _words(placed, scale, colours, narrow),
        ],
        height=len(rows) * NARROW_ROW + depth(columns) if narrow else height(len(rows)),
        hovermode="closest",
        meta={"least": least(len(columns), narrow=narrow)},
        xaxis={**(slanted(columns) if narrow else in_lines(columns)), "range": [-0.5, len(columns) - 0.5]},
        yaxis={**_names(rows, narrow), "range": [len(rows) - 0.5, -0.5], "showgrid": False},
    )


def lower(names: Sequence[str], cells: Cells) -> tuple[Sequence[str], Sequence[str], Cells]:
    """Rows, columns and cells of the lower triangle of a symmetric matrix: each pair once, no name with itself."""
    kept = [[cell if across < down else None for across, cell in enumerate(line)] for down, line in enumerate(cells)]
    return names[1:], names[:-1], [line[:-1] for line in kept[1:]]


def _shades(placed: Sequence[Placed], scale: Scale, narrow: bool) -> go.Heatmap:
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


def _veil(placed: Sequence[Placed], colours: Tokens) -> list[go.Heatmap]:
    """The surface, half seen through, over the cells that are filtered out."""
    if not any(cell.faded for _, _, cell in placed):
        return []
    veil = go.Heatmap(
        x=[across for across, _, _ in placed],
        y=[down for _, down, _ in placed],
        z=[1 if cell.faded else None for _, _, cell in placed],
        colorscale=[[0, colours.surface], [1, colours.surface]],
        opacity=FADED,
        showscale=False,
        hoverinfo="skip",
    )
    return [veil]


def _outlines(placed: Sequence[Placed], colours: Tokens) -> go.Scatter:
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


def _words(placed: Sequence[Placed], scale: Scale, colours: Tokens, narrow: bool) -> go.Scatter:
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


def _names(rows: Sequence[str], narrow: bool) -> dict[str, object]:
    width, size = (NARROW_NAME, SMALL) if narrow else (NAME_WIDTH, FONT_SIZE)
    names = [wrapped(name, width) for name in rows]
    return {"tickvals": list(range(len(names))), "ticktext": names, "tickfont": {"size": size}}
