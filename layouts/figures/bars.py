"""The members of a dimension ranked: a bar each, what it was before, its value and its change."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from layouts.figures.labels import Annotation
from layouts.figures.template import drawn, escape, figure, rgba, text_width
from layouts.figures.threshold import ABOVE, Line, crossing
from layouts.ui.theme import Tokens

ROW = 36
TICK, HALO = 2, 6
TICK_SIZE = 14  # plotly draws a line-ns 1.4 times as long
NAME_WIDTH, NAME_LINES = 18, 2
GAP = 10
CLEAR = 1.02  # a tick keeps clear of the values beside it
FADED = 0.3


@dataclass(frozen=True)
class Bar:
    """One row. Without a value `value_text` stands where the bar would be (n/a, none).

    `better` says whether the change is good news, None where it is neither. `hover` is the box on hover in plotly's
    markup, names in it escaped; without it name, value and change. A `faded` row is filtered out.
    """

    name: str
    value: float | None
    colour: str
    value_text: str
    before: float | None = None
    change_text: str = ""
    better: bool | None = None
    hover: str = ""
    faded: bool = False


def ranking(
    rows: Sequence[Bar],
    *,
    colours: Tokens,
    height: int | None = None,
    line: Line | None = None,
    more: Sequence[go.Scatter] = (),
    reach: Sequence[float] = (),
    **layout: object,
) -> go.Figure:
    """The figure, rows of ROW pixels from the top; the customdata of a clicked point is its name.

    `line` crosses the bars, `more` traces lie over them, and the axis goes at least as far as the values in `reach`.
    """
    ends = _ends(rows, [*reach, *([line.reach] if line else [])])
    bars = [_bars(rows), _ticks(rows, colours.surface, HALO), _ticks(rows, colours.ink_2, TICK), points(rows)]
    return figure(
        colours,
        [*bars, *more],
        height=height or ROW * max(len(rows), 1),
        hovermode="y",
        hoverdistance=-1,
        xaxis=_values(ends, colours),
        yaxis=names(rows, colours, slots=max(len(rows), (height or 0) / ROW)),
        **_crossed(columns(rows, colours), line, ends, colours),
        **layout,
    )


def _crossed(beside: dict[str, Any], line: Line | None, ends: tuple[float, float], colours: Tokens) -> dict[str, Any]:
    if line is None:
        return beside
    shape, label = crossing(line, ends, colours)
    return {
        "annotations": [*beside["annotations"], label],
        "margin": {**beside["margin"], "t": ABOVE},
        "shapes": [shape],
    }


def _ends(rows: Sequence[Bar], reach: Sequence[float]) -> tuple[float, float]:
    before = [value * CLEAR for value in drawn([row.before for row in rows]) if value is not None]
    known = [0.0, *before, *(value for value in drawn([row.value for row in rows]) if value is not None)]
    low, high = min(known), max(known)
    further = [value for value in drawn([low, high if high > low else low + 1, *reach]) if value is not None]
    return min(further), max(further)


def _values(ends: tuple[float, float], colours: Tokens) -> dict[str, object]:
    return {
        "range": list(ends),
        "showticklabels": False,
        "automargin": False,
        "zeroline": ends[0] < 0,
        "zerolinecolor": colours.line_strong,
    }


def names(rows: Sequence[Bar], colours: Tokens, *, slots: float) -> dict[str, object]:
    """The axis with their names, rows from the top; `slots` is how many rows would fit."""
    return {
        "range": [slots - 0.5, -0.5],
        "showgrid": False,
        "tickvals": list(range(len(rows))),
        "ticktext": [_coloured(wrapped(row.name), colours.ink_3 if row.faded else colours.ink) for row in rows],
    }


def wrapped(name: str, width: int = NAME_WIDTH) -> str:
    """A name in lines of so many letters that fit a row, the rest of a very long one cut off with an ellipsis."""
    lines = textwrap.wrap(name, width, max_lines=NAME_LINES, placeholder="…")
    return "<br>".join(map(escape, lines))


def _coloured(text: str, colour: str) -> str:
    return f'<span style="color:{colour}">{text}</span>'


def columns(rows: Sequence[Bar], colours: Tokens) -> dict[str, Any]:
    """Values and changes right-aligned in the right margin, which is as wide as they are; words at the bars' start."""
    values = GAP + max((text_width(row.value_text) for row in rows if _reported(row)), default=0)
    changes = max((text_width(row.change_text) + GAP for row in rows if row.change_text), default=0)
    annotations = [
        annotation
        for place, row in enumerate(rows)
        for annotation in (
            _column(place, row.value_text, values, colours.ink_3 if row.faded else colours.ink)
            if _reported(row)
            else _word(place, row, colours),
            _column(place, row.change_text, values + changes, _verdict(row, colours)),
        )
        if annotation["text"]
    ]
    return {"annotations": annotations, "margin": {"r": values + changes}}


def _reported(row: Bar) -> bool:
    return drawn([row.value]) != [None]


def _verdict(row: Bar, colours: Tokens) -> str:
    if row.faded or row.better is None:
        return colours.ink_3 if row.faded else colours.ink_2
    return colours.good if row.better else colours.bad


def _column(place: int, text: str, edge: int, colour: str) -> Annotation:
    shared = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": edge}
    return {**shared, "y": place, "text": escape(text), "font": {"color": colour}}


def _word(place: int, row: Bar, colours: Tokens) -> Annotation:
    return {
        "x": 0,
        "xanchor": "left",
        "xshift": GAP / 2,
        "y": place,
        "text": escape(row.value_text),
        "font": {"color": colours.ink_3},
    }


def _bars(rows: Sequence[Bar]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=drawn([row.value for row in rows]),
        y=list(range(len(rows))),
        marker={"color": [rgba(row.colour, FADED if row.faded else 1) for row in rows], "line": {"width": 0}},
        hoverinfo="skip",
    )


def _ticks(rows: Sequence[Bar], colour: str, width: int) -> go.Scatter:
    return go.Scatter(
        x=drawn([row.before for row in rows]),
        y=list(range(len(rows))),
        mode="markers",
        marker={"symbol": "line-ns", "size": TICK_SIZE, "line": {"color": colour, "width": width}},
        cliponaxis=False,
        hoverinfo="skip",
    )


def points(rows: Sequence[Bar]) -> go.Scatter:
    """An invisible point at each bar's end, so that a whole row answers to hover and click, also one without a bar."""
    return go.Scatter(
        x=[value or 0 for value in drawn([row.value for row in rows])],
        y=list(range(len(rows))),
        mode="markers",
        marker={"opacity": 0},
        customdata=[row.name for row in rows],
        hovertext=[_hover(row) for row in rows],
        hoverinfo="text",
    )


def _hover(row: Bar) -> str:
    change = f" ({escape(row.change_text)})" if row.change_text else ""
    return row.hover or f"{escape(row.name)}<br><b>{escape(row.value_text)}</b>{change}"
