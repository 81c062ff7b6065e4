"""Shares of a whole as a ring: at most five slices, the rest together."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.numbers import percent
from layouts.figures.shades import on
from layouts.figures.template import drawn, escape, figure
from layouts.ui.accent import mix
from layouts.ui.theme import Tokens

HEIGHT = 232
HOLE = 0.62
FIT = 5
OTHERS = "Others"
SMALLEST_WRITTEN = 0.05
FADED = 0.7
EDGE = 2


@dataclass(frozen=True)
class Slice:
    """One part of the whole: its name, its amount (0 or more), its colour, and what hover says, in plotly's markup.

    `member` is what a click on it filters by, None where it is no single member. A `faded` one is filtered out.
    """

    name: str
    amount: float
    colour: str
    hover: str
    member: str | None = None
    faded: bool = False


def leading(names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The names, largest first, that have a slice of their own, and those that are put together as OTHERS."""
    own = FIT if len(names) <= FIT else FIT - 1
    return names[:own], names[own:]


def donut(slices: Sequence[Slice], *, colours: Tokens, total: str, words: str) -> go.Figure:
    """The ring, clockwise from the top in the order given, with the whole and its words in the middle.

    A share is written on its slice where there is room; the customdata of a clicked slice is its member.
    """
    return figure(
        colours,
        [_ring(slices, colours)],
        height=HEIGHT,
        hovermode="closest",
        annotations=[
            {"text": f"<b>{escape(total)}</b>", "y": 0.5, "yshift": 8, "font": {"size": 17}, **_middle()},
            {"text": escape(words), "y": 0.5, "yshift": -12, "font": {"color": colours.ink_3}, **_middle()},
        ],
    )


def _ring(slices: Sequence[Slice], colours: Tokens) -> go.Pie:
    whole = sum(each.amount for each in slices) or 1
    fills = [_fill(each, colours) for each in slices]
    return go.Pie(
        values=drawn([each.amount for each in slices]),
        labels=[escape(each.name) for each in slices],
        text=[_written(each.amount / whole) for each in slices],
        textinfo="text",
        textposition="inside",
        insidetextorientation="horizontal",
        textfont={"color": [on(fill) for fill in fills]},
        marker={"colors": fills, "line": {"width": EDGE, "color": colours.surface}},
        hole=HOLE,
        sort=False,
        direction="clockwise",
        customdata=[each.member for each in slices],
        hovertext=[each.hover for each in slices],
        hoverinfo="text",
        domain={"x": [0, 1], "y": [0, 1]},
    )


def _written(share: float) -> str:
    return percent(share, 0) if share >= SMALLEST_WRITTEN else ""


def _fill(each: Slice, colours: Tokens) -> str:
    return mix(each.colour, colours.surface, FADED) if each.faded else each.colour


def _middle() -> dict[str, object]:
    return {"x": 0.5, "xref": "paper", "yref": "paper", "xanchor": "center", "yanchor": "middle"}
