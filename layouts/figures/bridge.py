"""How one amount becomes another: a bar for each total, and floating bars for what is taken off between them."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.labels import Annotation
from layouts.figures.rows import wrapped
from layouts.figures.template import drawn, escape, figure, text_width
from layouts.ui.theme import Tokens

GAP = 10
HALF, THICKEST = 0.28, 30


@dataclass(frozen=True)
class Span:
    """One bar, from `start` to `end`; `text` is its amount as read, `hover` the box on hover, names in it escaped."""

    name: str
    start: float
    end: float
    colour: str
    text: str
    hover: str


def bridge(spans: Sequence[Span], *, colours: Tokens, height: int) -> go.Figure:
    """The figure, read from the top: each bar starts where the one above it ends; few stand wider apart than many."""
    half = min(HALF, THICKEST * len(spans) / (2 * height))
    column = GAP + max((text_width(span.text, bold=True) for span in spans), default=0)
    return figure(
        colours,
        [_bars(spans, half)],
        height=height,
        hovermode="y",
        hoverdistance=-1,
        xaxis=_amounts(spans, colours),
        yaxis=_names(spans),
        shapes=[_joint(place, span.end, half, colours) for place, span in enumerate(spans[:-1])],
        annotations=[_amount(place, span, column, colours) for place, span in enumerate(spans)],
        margin={"r": column},
    )


def _bars(spans: Sequence[Span], half: float) -> go.Bar:
    return go.Bar(
        orientation="h",
        base=drawn([span.start for span in spans]),
        x=drawn([span.end - span.start for span in spans]),
        y=list(range(len(spans))),
        width=2 * half,
        marker={"color": [span.colour for span in spans], "line": {"width": 0}},
        hovertext=[span.hover for span in spans],
        hoverinfo="text",
        textposition="none",
    )


def _amounts(spans: Sequence[Span], colours: Tokens) -> dict[str, object]:
    edges = [0.0, *(edge for span in spans for edge in (span.start, span.end))]
    low, high = min(edges), max(edges)
    return {
        "range": [low, high if high > low else low + 1],
        "showticklabels": False,
        "automargin": False,
        "zeroline": True,
        "zerolinecolor": colours.line_strong,
    }


def _names(spans: Sequence[Span]) -> dict[str, object]:
    return {
        "range": [max(len(spans), 1) - 0.5, -0.5],
        "showgrid": False,
        "tickvals": list(range(len(spans))),
        "ticktext": [wrapped(span.name) for span in spans],
    }


def _joint(place: int, at: float, half: float, colours: Tokens) -> dict[str, object]:
    line = {"color": colours.line_strong, "width": 1}
    return {"type": "line", "x0": at, "x1": at, "y0": place + half, "y1": place + 1 - half, "line": line}


def _amount(place: int, span: Span, edge: int, colours: Tokens) -> Annotation:
    shared = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": edge}
    return {**shared, "y": place, "text": escape(span.text), "font": {"color": colours.ink}}
