"""Rows against columns: a coloured cell for each pair, its value written on it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from layouts.figures.cells import Cells, outlines, shades, veil, words
from layouts.figures.rows import NAME_WIDTH, wrapped
from layouts.figures.shades import Scale
from layouts.figures.template import FONT_SIZE, figure
from layouts.figures.underneath import SMALL, depth, in_lines, slanted
from layouts.ui.theme import Tokens

ROW, NAMES = 38, 40
NARROW_ROW, NARROW_NAME = 30, 12
LEAST, NARROW_LEAST, BESIDE = 64, 30, 84


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
            shades(placed, scale, narrow),
            *veil(placed, colours),
            outlines(placed, colours),
            words(placed, scale, colours, narrow),
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


def _names(rows: Sequence[str], narrow: bool) -> dict[str, object]:
    width, size = (NARROW_NAME, SMALL) if narrow else (NAME_WIDTH, FONT_SIZE)
    names = [wrapped(name, width) for name in rows]
    return {"tickvals": list(range(len(names))), "ticktext": names, "tickfont": {"size": size}}
