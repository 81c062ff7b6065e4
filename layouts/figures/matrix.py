"""Rows against columns: a coloured cell for each pair, its value written on it."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.bars import wrapped
from layouts.figures.shades import Scale, on
from layouts.figures.template import drawn, escape, figure
from layouts.ui.theme import Tokens

ROW, NAMES = 38, 40
GAP = 3
INSET = 0.44
FADED = 0.72
SEVERAL, MANY, LINES = 8, 9, 3
SMALL = 11
SHORTEST, NARROWEST, PHONE = 7, 11, 36


@dataclass(frozen=True)
class Cell:
    """One pair: its value (None: an outline instead of a colour), what is written on it, and hover's markup.

    `members` are what a click on it filters by, a name for each filter. A `faded` one is filtered out.
    """

    value: float | None
    text: str
    hover: str
    members: Sequence[str] = ()
    faded: bool = False


Cells = Sequence[Sequence[Cell | None]]
Placed = tuple[int, int, Cell]


def height(rows: int) -> int:
    """How high a matrix of so many rows is, in pixels."""
    return rows * ROW + NAMES


def matrix(rows: Sequence[str], columns: Sequence[str], cells: Cells, *, scale: Scale, colours: Tokens) -> go.Figure:
    """The matrix, first row on top; `cells` has a line a row, None where a pair has no cell at all."""
    placed = [
        (across, down, cell) for down, line in enumerate(cells) for across, cell in enumerate(line) if cell is not None
    ]
    return figure(
        colours,
        [_shades(placed, scale), *_veil(placed, colours), _outlines(placed, colours), _words(placed, scale, colours)],
        height=height(len(rows)),
        hovermode="closest",
        xaxis={**_names(_below(columns)), **_small(columns), "range": [-0.5, len(columns) - 0.5]},
        yaxis={**_names(map(wrapped, rows)), "range": [len(rows) - 0.5, -0.5], "showgrid": False},
    )


def _letters(columns: Sequence[str]) -> int:
    """How many letters a line below a column has room for, on a phone too."""
    return SHORTEST if len(columns) > MANY else max(NARROWEST, PHONE // max(len(columns), 1))


def _small(columns: Sequence[str]) -> dict[str, object]:
    return {"tickfont": {"size": SMALL}} if len(columns) > SEVERAL else {}


def _below(columns: Sequence[str]) -> list[str]:
    """The names of columns in lines, words unbroken: a long one is read, a part of one is not."""
    width = _letters(columns)
    lines = [textwrap.wrap(name, width, max_lines=LINES, placeholder="…", break_long_words=False) for name in columns]
    return ["<br>".join(map(escape, name)) for name in lines]


def lower(names: Sequence[str], cells: Cells) -> tuple[Sequence[str], Sequence[str], Cells]:
    """Rows, columns and cells of the lower triangle of a symmetric matrix: each pair once, no name with itself."""
    kept = [[cell if across < down else None for across, cell in enumerate(line)] for down, line in enumerate(cells)]
    return names[1:], names[:-1], [line[:-1] for line in kept[1:]]


def _shades(placed: Sequence[Placed], scale: Scale) -> go.Heatmap:
    steps = len(scale.steps) - 1
    return go.Heatmap(
        x=[across for across, _, _ in placed],
        y=[down for _, down, _ in placed],
        z=drawn([cell.value for _, _, cell in placed]),
        zmin=scale.low,
        zmax=scale.high,
        colorscale=[[place / steps, colour] for place, colour in enumerate(scale.steps)],
        showscale=False,
        xgap=GAP,
        ygap=GAP,
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


def _words(placed: Sequence[Placed], scale: Scale, colours: Tokens) -> go.Scatter:
    inks = [_ink(cell, scale, colours) for _, _, cell in placed]
    return go.Scatter(
        x=[across for across, _, _ in placed],
        y=[down for _, down, _ in placed],
        mode="text",
        text=[cell.text for _, _, cell in placed],
        textfont={"color": inks},
        cliponaxis=False,
        hoverinfo="skip",
    )


def _ink(cell: Cell, scale: Scale, colours: Tokens) -> str:
    if cell.value is None:
        return colours.ink_3
    return colours.ink_2 if cell.faded else on(scale.colour(cell.value))


def _names(names: Iterable[str]) -> dict[str, object]:
    texts = list(names)
    return {"tickvals": list(range(len(texts))), "ticktext": texts, "tickangle": 0}
