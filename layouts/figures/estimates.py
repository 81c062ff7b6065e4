"""Estimates with how sure they are: a dot and its interval for each member, or whiskers on the bars of a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analytics.numbers import Unit
from layouts.figures.axis import open_axis
from layouts.figures.bars import ranking
from layouts.figures.curve_traces import UNSURE, intervals
from layouts.figures.labels import Annotation
from layouts.figures.rows import ROW, Bar, columns, names, points
from layouts.figures.template import drawn, escape, figure, rgba, text_width
from layouts.ui.theme import Tokens

DOT, FADED, ROOM = 9, 0.35, 0.04
FOOT, HEAD = 26, 20


@dataclass(frozen=True)
class Estimate:
    """One row: its name, value and words as a bar has them, and the ends of its interval (None: there is none)."""

    row: Bar
    sure: tuple[float, float] | None


def estimates(
    rows: Sequence[Estimate],
    line: float,
    words: str,
    heads: tuple[str, str],
    *,
    colours: Tokens,
    currency: str,
    unit: Unit = Unit.SCORE,
) -> go.Figure:
    """Dots with their intervals, rows from the top, and a line at the value of all, named above it; all in one unit.

    `heads` stand over the values and the words beside them; the customdata of a clicked point is its row's name.
    """
    bars = [one.row for one in rows]
    beside = _beside(bars, heads, colours)
    return figure(
        colours,
        [*(_dot(one, place) for place, one in enumerate(rows)), _answering(bars, line)],
        height=height(len(rows)),
        hovermode="y",
        hoverdistance=-1,
        xaxis=_values(rows, line, unit, currency),
        yaxis=names(bars, colours, slots=len(bars)),
        shapes=[_rule(line, colours)],
        annotations=[*beside["annotations"], _over(line, words, colours)],
        margin=beside["margin"],
    )


def _values(rows: Sequence[Estimate], line: float, unit: Unit, currency: str) -> dict[str, object]:
    """The axis of the values, which holds the line and every end of an interval with some room."""
    known = [line, *(end for one in rows for end in (*(one.sure or ()), one.row.value) if end is not None)]
    low, high = min(known), max(known)
    axis, room = open_axis(low, high, unit, currency), ROOM * (high - low or 1)
    shown = drawn([low - room, high + room])
    return {"range": shown, "tickvals": axis.ticks, "ticktext": axis.labels, "showgrid": True}


def height(rows: int) -> int:
    """The pixels that so many rows of dots take."""
    return ROW * max(rows, 1) + HEAD + FOOT


def with_whiskers(rows: Sequence[Estimate], *, colours: Tokens) -> go.Figure:
    """The bars of a ranking with their intervals, in a trace with the meta UNSURE."""
    ends = [end for one in rows for end in one.sure or ()]
    return ranking([one.row for one in rows], colours=colours, more=[_whiskers(rows, colours)], reach=ends)


def _dot(one: Estimate, place: int) -> go.Scatter:
    shade = rgba(one.row.colour, FADED if one.row.faded else 1)
    value = [one.row.value] if one.row.value is not None else []
    return go.Scatter(
        x=drawn(value),
        y=[place] * len(value),
        mode="markers",
        marker={"size": DOT, "color": shade},
        error_x=intervals(value, [one.sure], shade) if value and one.sure else None,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _answering(bars: Sequence[Bar], line: float) -> go.Scatter:
    """The points that answer to hover and click, those without a value on the line."""
    seen = points(bars)
    return seen.update(x=[line if bar.value is None else bar.value for bar in bars])


def _inside(annotation: Annotation) -> Annotation:
    """A word that stands where the bar would begin, at the left of a plot that need not hold the 0."""
    return {**annotation, "xref": "paper"} if "xref" not in annotation else annotation


def _beside(bars: Sequence[Bar], heads: tuple[str, str], colours: Tokens) -> dict[str, Any]:
    """Values and words in the right margin under their heads, the second column as wide as its head."""
    beside: dict[str, Any] = columns(bars, colours)
    first, last = min(_edges(beside), default=0), beside["margin"]["r"]
    wider = max(text_width(heads[1]) - max(text_width(bar.change_text) for bar in bars), 0)
    placed = [{**note, "xshift": last + wider} if note["xshift"] == last else note for note in beside["annotations"]]
    above = {"xref": "paper", "x": 1, "xanchor": "right", "yref": "paper", "y": 1, "yanchor": "bottom"}
    named = [
        {**above, "xshift": edge, "text": text, "font": {"color": colours.ink_3}}
        for text, edge in zip(heads, (first, last + wider), strict=True)
    ]
    return {"annotations": [*map(_inside, placed), *named], "margin": {"r": last + wider, "t": HEAD}}


def _edges(beside: dict[str, Any]) -> list[float]:
    return [note["xshift"] for note in beside["annotations"] if "xref" in note]


def _whiskers(rows: Sequence[Estimate], colours: Tokens) -> go.Scatter:
    told = [
        (place, one.row.value, one.sure) for place, one in enumerate(rows) if one.sure and one.row.value is not None
    ]
    values = [value for _, value, _ in told]
    return go.Scatter(
        x=drawn(values),
        y=[place for place, _, _ in told],
        mode="markers",
        marker={"opacity": 0},
        error_x=intervals(values, [sure for _, _, sure in told], colours.ink_2),
        meta=UNSURE,
        hoverinfo="skip",
        cliponaxis=False,
    )


def _rule(line: float, colours: Tokens) -> dict[str, object]:
    dashed = {"color": colours.compare, "width": 1.5, "dash": "4px,3px"}
    return {"type": "line", "layer": "below", "x0": line, "x1": line, "yref": "paper", "y0": 0, "y1": 1, "line": dashed}


def _over(line: float, words: str, colours: Tokens) -> Annotation:
    above = {"x": line, "yref": "paper", "y": 1, "yanchor": "bottom"}
    return {**above, "text": escape(words), "font": {"color": colours.ink_3}}
