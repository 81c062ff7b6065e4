"""The stages of a funnel: a bar for each, from the left, and between them what is lost."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from layouts.figures.labels import Annotation
from layouts.figures.rows import wrapped
from layouts.figures.template import drawn, escape, figure, rgba, text_width
from layouts.ui.theme import Tokens

ROW = 52
WIDTH = 0.46
BETWEEN = 0.5
FADED = 0.4
NARROW = 130
GAP = 14


@dataclass(frozen=True)
class Stage:
    """One stage: how many reach it, that in words, and its rate; `loss` is what is written between it and the next.

    `worst` says that this loss is the largest; `hover` is the box on hover, names in it escaped.
    """

    name: str
    reached: float
    reached_text: str
    rate_text: str
    hover: str
    loss: str = ""
    worst: bool = False
    faded: bool = False


def stages(rows: Sequence[Stage], *, colours: Tokens) -> go.Figure:
    """The figure, read from the top; the customdata of a clicked bar is the stage's name."""
    widest = max((row.reached for row in rows), default=0) or 1
    column = GAP + max((text_width(row.rate_text) for row in rows), default=0)
    return figure(
        colours,
        [_bars(rows, colours)],
        height=height(len(rows)),
        hovermode="y",
        hoverdistance=-1,
        xaxis={"range": [0, widest], "showticklabels": False, "automargin": False},
        yaxis={
            "range": [max(len(rows), 1) - 0.5, -0.5],
            "showgrid": False,
            "tickvals": list(range(len(rows))),
            "ticktext": [wrapped(row.name) for row in rows],
            "tickfont": {"color": colours.ink},
        },
        annotations=[
            annotation
            for place, row in enumerate(rows)
            for annotation in (
                _reached(place, row, widest, colours),
                _rate(place, row, column, colours),
                _loss(place, row, colours),
            )
            if annotation["text"]
        ],
        margin={"r": column},
    )


def height(rows: int) -> int:
    """The pixels that so many stages take."""
    return ROW * max(rows, 1)


def _bars(rows: Sequence[Stage], colours: Tokens) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=drawn([row.reached for row in rows]),
        y=list(range(len(rows))),
        width=WIDTH,
        marker={"color": [rgba(colours.accent, FADED if row.faded else 1) for row in rows], "line": {"width": 0}},
        customdata=[row.name for row in rows],
        hovertext=[row.hover for row in rows],
        hoverinfo="text",
        textposition="none",
    )


def _reached(place: int, row: Stage, widest: float, colours: Tokens) -> Annotation:
    """The count at the bar's end: inside where the bar has room for it even on a phone, else beside it."""
    inside = row.reached / widest * NARROW > text_width(row.reached_text, bold=True) + GAP
    return {
        "x": row.reached,
        "y": place,
        "xanchor": "right" if inside else "left",
        "xshift": -GAP / 2 if inside else GAP / 2,
        "text": f"<b>{escape(row.reached_text)}</b>",
        "font": {"color": colours.on_accent if inside and not row.faded else colours.ink},
    }


def _rate(place: int, row: Stage, edge: int, colours: Tokens) -> Annotation:
    shared = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": edge}
    return {**shared, "y": place, "text": escape(row.rate_text), "font": {"color": colours.ink_2}}


def _loss(place: int, row: Stage, colours: Tokens) -> Annotation:
    text = f"<b>{escape(row.loss)}</b>" if row.worst else escape(row.loss)
    font = {"color": colours.bad if row.worst else colours.ink_3}
    return {"x": 0, "xanchor": "left", "y": place + BETWEEN, "text": text, "font": font}
