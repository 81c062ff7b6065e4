"""A matrix of three measures."""

import plotly.graph_objects as go

from layouts.figures.cells import Cell, Cells
from layouts.figures.matrix import matrix
from layouts.figures.shades import centred
from layouts.ui.theme import LIGHT

SCALE = centred(1, LIGHT)
NAMES = ("Clicks", "Spend", "<b>")


def cell(value: float | None) -> Cell:
    return Cell(value, "n/a" if value is None else f"{value:g}", f"hover {value}")


CELLS: Cells = [[cell(-1), cell(0)], [cell(None), None], [cell(0.5), cell(1)]]


def drawn() -> go.Figure:
    return matrix(NAMES, ("A", "B"), CELLS, scale=SCALE, colours=LIGHT)
