"""A line across the bars of a ranking, at a value that matters."""

import plotly.graph_objects as go

from layouts.figures.template import LINE_HEIGHT, escape
from layouts.ui.theme import Tokens

HEADROOM = 1.04


def marked(bars: go.Figure, at: float, words: str, colours: Tokens) -> go.Figure:
    """The bars with the line, named above them; the axis is stretched where it would not reach so far."""
    low, high = bars.layout.xaxis.range
    label = {"yref": "paper", "y": 1, "yanchor": "bottom", "x": at, "text": escape(words)}
    side = {"xanchor": "right" if at > (low + high) / 2 else "left", "font": {"color": colours.ink_2}}
    line = {"color": colours.ink_2, "width": 1.5, "dash": "4px,3px"}
    return bars.update_layout(
        xaxis={"range": [low, max(high, at * HEADROOM)]},
        shapes=[{"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": line}],
        annotations=[*bars.layout.annotations, {**label, **side}],
        margin={"t": LINE_HEIGHT + 4},
    )
