"""A metric over time: the line looked at now, the comparison behind it, or one line for each part."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import plotly.graph_objects as go

from analytics.numbers import Unit, day, format_value
from analytics.trend import Grain
from layouts.figures.axis import Axis, compact_axis
from layouts.figures.date_axis import DateAxis, date_axis
from layouts.figures.hover import hover, reported
from layouts.figures.labels import NARROW, Annotation, End, Plot, end_labels, peak_label
from layouts.figures.lines import HOLLOW, Line, Role, traces
from layouts.figures.template import LINE_HEIGHT, figure, text_width
from layouts.ui.theme import Tokens

HEIGHT = 276
TICK_GAP = 9
HEADROOM = 0.13
FOOTROOM = 0.04
EDGE = 0.014
END_LABEL = 26
FEWEST_FOR_A_PEAK = 3


def trend(
    lines: Sequence[Line], *, colours: Tokens, unit: Unit, currency: str, grain: Grain, height: int = HEIGHT
) -> go.Figure:
    """The figure: a CURRENT line is filled and its peak labelled, SPLIT lines carry their names at their ends."""
    dates = [at for line in lines for at in line.dates]
    if not dates:
        return figure(colours, height=height, xaxis={"visible": False}, yaxis={"visible": False})
    axis = compact_axis([value for line in lines for value in line.values], unit, currency)
    below = date_axis(min(dates), max(dates), grain)
    plot = _plot(lines, dates, axis, height - LINE_HEIGHT * below.lines - TICK_GAP)
    split = [line for line in lines if line.role is Role.SPLIT]
    middle = (plot.low + plot.high) / 2
    said = hover(lines, colours=colours, unit=unit, currency=currency, grain=grain, value=middle)
    return figure(
        colours,
        [*traces(lines, colours), said],
        height=height,
        hovermode="x",
        hoverdistance=-1,
        spikedistance=-1,
        xaxis=_date_axis(plot, below, colours),
        yaxis={"range": [plot.low, plot.high], "tickvals": axis.ticks, "ticktext": axis.labels},
        margin={"r": max([_overhang(plot, below), *map(_name_width, split)]), "b": height - plot.height},
        annotations=end_labels(plot, _ends(split), colours) if split else _peak(plot, lines, unit, currency, grain),
    )


def _plot(lines: Sequence[Line], dates: Sequence[date], axis: Axis, height: int) -> Plot:
    known = [*axis.ticks, *(point[1] for line in lines for point in line.points if point)]
    low, high = min(known), max(known)
    size = high - low or 1
    room = FOOTROOM * size if low < 0 else 0
    return Plot(min(dates), max(dates), low - room, low + size * (1 + HEADROOM), height)


def _date_axis(plot: Plot, axis: DateAxis, colours: Tokens) -> dict[str, object]:
    first, last = (datetime.combine(at, time()) for at in (plot.first, plot.last))
    edge = max((last - first) * EDGE, timedelta(hours=1))
    return {
        "type": "date",
        "range": [str(first - edge), str(last + edge)],
        "tickvals": axis.ticks,
        "ticktext": axis.labels,
        "tickangle": 0,
        "automargin": False,
        "showspikes": True,
        "spikemode": "across",
        "spikesnap": "hovered data",
        "spikethickness": 1,
        "spikedash": "solid",
        "spikecolor": colours.line_strong,
    }


def _overhang(plot: Plot, axis: DateAxis) -> int:
    """How far the last date label, or the hollow point, reaches over the right edge of a narrow plot."""
    if not axis.ticks:
        return HOLLOW
    beyond = text_width(axis.labels[-1].split("<br>")[0]) / 2 if "<span" not in axis.labels[-1] else 0
    return max(HOLLOW, round(beyond - NARROW * (1 - plot.share(date.fromisoformat(axis.ticks[-1])))))


def _name_width(line: Line) -> int:
    return text_width(line.name) + END_LABEL


def _ends(lines: Sequence[Line]) -> list[End]:
    known = [(line, [point[1] for point in line.points if point]) for line in lines]
    return [End(line.name, line.colour, values[-1]) for line, values in known if values]


def _peak(plot: Plot, lines: Sequence[Line], unit: Unit, currency: str, grain: Grain) -> list[Annotation]:
    current = next((line for line in lines if line.role is Role.CURRENT), None)
    points = [point for point in current.points if point and point[0] not in current.partial] if current else []
    if len(points) < FEWEST_FOR_A_PEAK:
        return []
    peak = max(points, key=lambda point: point[1])
    if peak[1] <= 0 or peak[1] == min(value for _, value in points):
        return []
    words = _peak_words(peak[0], grain, year=plot.first.year != plot.last.year)
    told = str(format_value(reported(current)[peak[0]] if current else None, unit, currency))
    return [peak_label(plot, peak, [line.points for line in lines], told, words)]


def _peak_words(at: date, grain: Grain, *, year: bool) -> str:
    match grain:
        case Grain.WEEK:
            return f"week of {day(at, year=year)}"
        case Grain.MONTH:
            return day(at, year=year).split(" ", 1)[1]
        case _:
            return day(at, year=year)
