"""What is said about a day on hover, for all lines of a trend at once."""

import math
from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from analytics.numbers import Unit, change, format_value
from analytics.trend import Grain
from layouts.figures.lines import Line, Role, line_colour
from layouts.figures.template import escape
from layouts.ui.theme import Tokens

TITLES = {Grain.DAY: "%{x|%a %-d %b %Y}", Grain.WEEK: "Week of %{x|%-d %b %Y}", Grain.MONTH: "%{x|%b %Y}"}
SWATCH = "━━"


def hover(
    lines: Sequence[Line], *, colours: Tokens, unit: Unit, currency: str, grain: Grain, value: float
) -> go.Scatter:
    """An invisible point for each day, at a value: its box states every line, and a current one's change.

    Plotly's own unified box fills a gap with the value of a neighbouring day, so it is not used.
    """
    days = sorted({at for line in lines for at in line.dates})
    known = [reported(line) for line in lines]
    before = next((values for line, values in zip(lines, known, strict=True) if line.role is Role.COMPARE), {})
    rows = [
        [_written(line, at, values.get(at), before, unit, currency) for line, values in zip(lines, known, strict=True)]
        for at in days
    ]
    names = (
        f'<br><span style="color:{line_colour(line, colours)}">{SWATCH}</span> {_literal(line.name)}' for line in lines
    )
    return go.Scatter(
        x=list(map(str, days)),
        y=[value] * len(days),
        mode="markers",
        marker={"opacity": 0},
        customdata=rows,
        hoverinfo="text",
        hovertemplate=TITLES[grain]
        + "".join(f"{name} %{{customdata[{place}]}}" for place, name in enumerate(names))
        + "<extra></extra>",
    )


def reported(line: Line) -> dict[date, float]:
    """The values that a line has, in full, as they are told: those drawn are rounded."""
    pairs = zip(line.dates, line.values, strict=True)
    return {at: value for at, value in pairs if value is not None and not math.isnan(value)}


def _written(line: Line, at: date, value: float | None, before: Mapping[date, float], unit: Unit, currency: str) -> str:
    figure = str(format_value(value, unit, currency))
    if line.role is Role.COMPARE:
        return figure
    compared = before.get(at) if line.role is Role.CURRENT and value is not None else None
    moved = change((value - compared) / compared) if value is not None and compared and compared > 0 else ""
    extra = ", ".join(part for part in (moved, escape(line.notes.get(at, ""))) if part)
    return f"<b>{figure}</b>" + (f" ({extra})" if extra else "")


def _literal(name: str) -> str:
    return escape(name).replace("%{", "%&#123;")
