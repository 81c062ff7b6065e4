"""How people answered: a bar of shares for each member, cut by answer, and its score at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.rows import Bar, columns, names, points
from layouts.figures.template import drawn, figure, rgba
from layouts.ui.theme import Tokens

ROW, WIDTH = 40, 0.5
FADED = 0.35


@dataclass(frozen=True)
class Answers:
    """One row: its name, score and words as a bar has them, and the share of each answer, which make up 1."""

    row: Bar
    shares: Sequence[float]


def answers(rows: Sequence[Answers], shades: Sequence[str], *, colours: Tokens) -> go.Figure:
    """The figure, rows from the top; `shades` are the answers' colours, in the order of the shares."""
    bars = [one.row for one in rows]
    return figure(
        colours,
        [*(_part(rows, place, shade) for place, shade in enumerate(shades)), points(bars)],
        height=height(len(rows)),
        barmode="stack",
        hovermode="y",
        hoverdistance=-1,
        xaxis={"range": [0, 1], "showticklabels": False, "automargin": False},
        yaxis=names(bars, colours, slots=len(bars)),
        **columns(bars, colours),
    )


def height(rows: int) -> int:
    """The pixels that so many rows take."""
    return ROW * max(rows, 1)


def _part(rows: Sequence[Answers], place: int, shade: str) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=drawn([one.shares[place] if one.shares else None for one in rows]),
        y=list(range(len(rows))),
        width=WIDTH,
        marker={
            "color": [rgba(shade, FADED if one.row.faded else 1) for one in rows],
            "line": {"width": 0},
            "cornerradius": 0,
        },
        hoverinfo="skip",
    )
