"""From a share to another, as horizontal bars."""

from collections.abc import Sequence

import plotly.graph_objects as go

from layouts.figures.template import drawn

LEAST_WIDE = 0.004
ROUND = 4


def spans(ends: Sequence[tuple[float, float]], colour: str, width: float) -> go.Bar:
    """Bars in percent from the lower to the upper of two fractions, one a row, `width` of a row high."""
    return go.Bar(
        orientation="h",
        base=drawn([100 * low for low, _ in ends]),
        x=drawn([100 * (high - low) for low, high in ends]),
        y=list(range(len(ends))),
        width=width,
        marker={"color": colour, "line": {"width": 0}, "cornerradius": ROUND},
        hoverinfo="skip",
    )


def visible(low: float, high: float) -> tuple[float, float]:
    """A span that is seen even where it is narrow."""
    short = max(LEAST_WIDE - (high - low), 0) / 2
    return low - short, high + short
