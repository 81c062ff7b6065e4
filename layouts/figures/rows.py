"""Rows of members: their names, their values and changes beside them, and what answers to hover and click."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from layouts.figures.labels import Annotation
from layouts.figures.template import drawn, escape, text_width
from layouts.ui.theme import Tokens

ROW = 36
NAME_WIDTH, NAME_LINES = 18, 2
GAP = 10


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
