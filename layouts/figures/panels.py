"""Two amounts over time for each of a few members, a panel each below the other, all on one scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import plotly.graph_objects as go

from analytics.numbers import Unit
from analytics.trend import Grain
from layouts.figures.axis import Axis, compact_axis
from layouts.figures.date_axis import DateAxis, date_axis
from layouts.figures.labels import Annotation
from layouts.figures.template import LINE_HEIGHT, ON_WIDE, drawn, escape, figure, rgba
from layouts.ui.theme import Tokens

PANEL, HEAD = 84, 34
WIDE, THIN, FILL, DOT = 2.25, 1.5, 0.16, 6
TICK_GAP, HEADROOM, EDGE = 9, 1.06, 0.02


@dataclass(frozen=True)
class Panel:
    """One member: its name, a figure beside it and words at the right, and two amounts on each of the days.

    None is a gap. `hover` has markup for each of the days, names in it escaped.
    """

    name: str
    figure: str
    words: str
    dates: Sequence[date]
    first: Sequence[float | None]
    second: Sequence[float | None]
    hover: Sequence[str]


def height(count: int) -> int:
    """The pixels that so many panels need at least."""
    return max(count, 1) * (PANEL + HEAD)


def panels(shown: Sequence[Panel], *, colours: Tokens, unit: Unit, currency: str, grain: Grain) -> go.Figure:
    """The figure: the first amount in the accent, filled down or up to the second in ink, from the top."""
    dates = [at for panel in shown for at in panel.dates]
    values = [value for panel in shown for value in (*panel.first, *panel.second) if value is not None]
    across = compact_axis(values, unit, currency)
    below = _phone(date_axis(min(dates), max(dates), grain))
    reach = min([0.0, *values]), max([*across.ticks, *values])
    traces = [trace for place, panel in enumerate(shown, 1) for trace in _traces(panel, str(place), colours)]
    return figure(
        colours,
        traces,
        height=height(len(shown)),
        hovermode="x",
        hoverdistance=-1,
        margin={"t": HEAD, "b": LINE_HEIGHT * below.lines + TICK_GAP, "r": DOT},
        annotations=[
            heading for place, panel in enumerate(shown) for heading in _headings(panel, place, len(shown), colours)
        ],
        **_axes(len(shown), across, reach, below, (min(dates), max(dates))),
    )


def _phone(axis: DateAxis) -> DateAxis:
    """Its labels that have room on a phone: a panel is hardly wider anywhere."""
    kept = [(at, label) for at, label in zip(axis.ticks, axis.labels, strict=True) if ON_WIDE not in label]
    return DateAxis(tuple(at for at, _ in kept), tuple(label for _, label in kept))


def _domain(place: int, count: int) -> tuple[float, float]:
    """The lower and upper end of a panel in the plot; what is above it belongs to its heading."""
    share, head = 1 / count, HEAD / (HEAD + PANEL) / count
    top = 1 - place * share
    return round(max(top - share + (head if place < count - 1 else 0), 0), 4), round(top, 4)


def _axes(
    count: int, values: Axis, reach: tuple[float, float], below: DateAxis, days: tuple[date, date]
) -> dict[str, object]:
    labels = dict(zip(values.ticks, values.labels, strict=True))
    kept = sorted({tick for tick in (min(labels), 0.0, max(labels)) if tick in labels})
    edge = max((days[1] - days[0]) * EDGE, timedelta(hours=1))
    axes: dict[str, object] = {}
    for place in range(count):
        name = "" if place == 0 else str(place + 1)
        axes[f"yaxis{name}"] = {
            "domain": _domain(place, count),
            "range": drawn([reach[0], reach[1] * HEADROOM or 1]),
            "tickvals": kept,
            "ticktext": [labels[tick] for tick in kept],
            "anchor": f"x{name}",
        }
        axes[f"xaxis{name}"] = {
            "type": "date",
            "range": [str(days[0] - edge), str(days[1] + edge)],
            "tickvals": below.ticks,
            "ticktext": below.labels,
            "tickangle": 0,
            "automargin": False,
            "showticklabels": place == count - 1,
            "anchor": f"y{name}",
        }
    return axes


def _traces(panel: Panel, place: str, colours: Tokens) -> Iterator[go.Scatter]:
    axes = {"xaxis": f"x{place}", "yaxis": f"y{place}", "x": list(map(str, panel.dates)), "cliponaxis": False}
    alone = "lines" if len(panel.dates) > 1 else "markers"
    second, first = drawn(panel.second), drawn(panel.first)
    ink = {"width": THIN, "color": colours.ink_2}
    corners = _between(panel.dates, first, second)
    yield go.Scatter(
        **{**axes, "x": [at and str(at) for at, _ in corners]},
        y=[value for _, value in corners],
        mode="lines",
        line={"width": 0},
        fill="toself",
        fillcolor=rgba(colours.accent, FILL),
        hoverinfo="skip",
    )
    yield go.Scatter(**axes, y=second, mode=alone, line=ink, marker={"color": colours.ink_2}, hoverinfo="skip")
    yield go.Scatter(
        **axes,
        y=first,
        mode=alone,
        line={"width": WIDE, "color": colours.accent},
        marker={"size": DOT, "color": colours.accent},
        hovertext=list(panel.hover),
        hoverinfo="text",
    )


def _between(
    dates: Sequence[date], first: Sequence[float | None], second: Sequence[float | None]
) -> list[tuple[date | None, float | None]]:
    """The outline of what is between two lines, one for each run of days that have both."""
    both = list(zip(dates, first, second, strict=True))
    runs = [list(run) for known, run in groupby(both, key=lambda each: None not in each) if known]
    outlines = ([*((at, one) for at, one, _ in run), *((at, other) for at, _, other in reversed(run))] for run in runs)
    return [corner for outline in outlines for corner in (*outline, (None, None))]


def _headings(panel: Panel, place: int, count: int, colours: Tokens) -> Iterator[Annotation]:
    at = {"xref": "paper", "yref": "paper", "y": _domain(place, count)[1], "yanchor": "bottom", "yshift": 4}
    words = f"<b>{escape(panel.name)}</b>  {escape(panel.figure)}"
    yield {**at, "text": words, "x": 0, "xanchor": "left"}
    yield {**at, "text": escape(panel.words), "x": 1, "xanchor": "right", "font": {"color": colours.ink_2}}
