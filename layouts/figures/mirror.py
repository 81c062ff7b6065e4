"""Two kinds of leads along a score: one as bars up, the other as bars down, and a line where the threshold stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.numbers import Unit
from layouts.figures.axis import open_axis
from layouts.figures.template import figure
from layouts.ui.theme import Tokens

HEIGHT = 200
UP, DOWN = "up", "down"
GAP = 0.12
NAME_GAP = 4
# Fixed, so that a slider below can be as wide as the plot.
LEFT, RIGHT = 44, 8


@dataclass(frozen=True)
class Step:
    """One step of the score: its ends, how many are drawn up and down, and hover's markup."""

    low: float
    high: float
    up: int
    down: int
    hover: str


def mirrored(steps: Sequence[Step], names: tuple[str, str], *, colours: Tokens, currency: str) -> go.Figure:
    """The figure, `names` of the bars up and down in its left corners; its one shape is the line the browser moves."""
    axis = open_axis(-max(step.down for step in steps), max(step.up for step in steps), Unit.COUNT, currency)
    return figure(
        colours,
        [
            _bars(steps, UP, [step.up for step in steps], colours.accent),
            _bars(steps, DOWN, [-step.down for step in steps], colours.compare),
        ],
        height=HEIGHT,
        barmode="relative",
        bargap=GAP,
        barcornerradius=1,
        hovermode="closest",
        xaxis={"range": [0, 1], "tickvals": [0, 0.25, 0.5, 0.75, 1], "tickangle": 0},
        yaxis={
            "tickvals": axis.ticks,
            "ticktext": [label.removeprefix("−") for label in axis.labels],
            "automargin": False,
            "zeroline": True,
            "zerolinecolor": colours.line_strong,
        },
        margin={"l": LEFT, "r": RIGHT},
        shapes=[_line(colours)],
        annotations=[_name(names[0], colours.accent, top=True), _name(names[1], colours.ink_3, top=False)],
    )


def _bars(steps: Sequence[Step], meta: str, heights: Sequence[int], colour: str) -> go.Bar:
    return go.Bar(
        x=[round((step.low + step.high) / 2, 4) for step in steps],
        y=list(heights),
        width=[round(step.high - step.low, 4) * (1 - GAP) for step in steps],
        marker={"color": colour, "line": {"width": 0}},
        meta=meta,
        hovertext=[step.hover for step in steps],
        hoverinfo="text",
        textposition="none",
    )


def _line(colours: Tokens) -> dict[str, object]:
    return {"type": "line", "yref": "paper", "y0": 0, "y1": 1, "line": {"color": colours.ink, "width": 1.5}}


def _name(words: str, colour: str, *, top: bool) -> dict[str, object]:
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": NAME_GAP}
    edge = {"yref": "paper", "y": int(top), "yanchor": "top" if top else "bottom"}
    return {**place, **edge, "text": words, "font": {"color": colour}}
