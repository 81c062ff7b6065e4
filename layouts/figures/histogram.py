"""How many of each age, or of any whole number: bars whose width the browser changes, whole or stacked by group."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.template import figure
from layouts.ui.theme import Tokens

HEIGHT = 280
TOGETHER, APART = "together", "segment"
GAP = 0.06
TICKS = 5


@dataclass(frozen=True)
class Group:
    """The counts of one group at whole numbers, in its colour; the browser shows the groups of one `meta` at a time."""

    name: str
    colour: str
    numbers: Sequence[int]
    counts: Sequence[float]
    meta: str


def histogram(groups: Sequence[Group], *, colours: Tokens, start: int, unit: str) -> go.Figure:
    """Bars from `start` on; plotly sums the counts of each, so that the browser may widen them without asking."""
    return figure(
        colours,
        [_bars(group, start, unit) for group in groups],
        height=HEIGHT,
        barmode="stack",
        bargap=GAP,
        hovermode="closest",
        xaxis={"tickangle": 0},
        yaxis={"nticks": TICKS, "rangemode": "tozero", "tickformat": ",d"},
    )


def _bars(group: Group, start: int, unit: str) -> go.Histogram:
    name = f"{group.name}<br>" if group.name else ""
    return go.Histogram(
        x=list(group.numbers),
        y=list(group.counts),
        histfunc="sum",
        autobinx=False,
        xbins={"start": start, "end": max(group.numbers, default=start) + 1, "size": 1},
        marker={"color": group.colour, "line": {"width": 0}, "cornerradius": 2},
        meta=group.meta,
        hovertemplate=f"{name}<b>%{{y:,}}</b> {unit}, aged %{{x}}<extra></extra>",
    )
