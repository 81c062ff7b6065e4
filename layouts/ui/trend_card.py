"""A metric over time as a chart card's content."""

import math
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from analytics.comparison import Facts
from analytics.findings import trend_finding
from analytics.metric import Metric
from analytics.numbers import Unit, day
from analytics.periods import Period
from analytics.trend import DAYS, SPAN, START, VALUE, Grain, compared_trend, on_month, shift_days, trend
from analytics.wording import period_name
from layouts.figures.lines import Line, Role
from layouts.figures.trend import trend as trend_figure
from layouts.ui.chart_card import Key, head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import DATE, Cell, Column, twin, value_column

STARTING = {Grain.DAY: "Day", Grain.WEEK: "Week starting", Grain.MONTH: "Month starting"}


def trend_card(shown: Metric, facts: Facts, grain: Grain, drawing: Drawing) -> dict[str, object]:
    """The period as the line looked at, the comparison behind it."""
    now = trend(shown, facts.now, facts.period, grain)
    before = None if facts.compared is None or facts.before.empty else compared_trend(shown, facts, grain)
    lines = [_line(period_name(facts.period), now, Role.CURRENT)]
    if facts.compared and before is not None:
        lines.append(_line(period_name(facts.compared), before, Role.COMPARE))
    return {
        "head": head(trend_finding(shown, facts), _caption(shown, grain, drawing), _keys(shown, facts, drawing)),
        "figure": _figure(lines, shown.unit, grain, drawing),
        "note": " ".join([*_partial_note(now, grain), *_shift_note(facts, before, grain)]),
        "twin": _twin(shown, facts, grain, drawing, now, before),
    }


def split_card(shown: Metric, facts: Facts, grain: Grain, drawing: Drawing, dimension: str) -> dict[str, object]:
    """One line for each member of a dimension."""
    members = sorted(set(facts.now[dimension].dropna()))
    parts = {name: trend(shown, facts.where(dimension, name).now, facts.period, grain) for name in members}
    titles = (trend_finding(shown, facts), f"{_caption(shown, grain, drawing)}, by {dimension}")
    return lines_card(titles, parts, shown.unit, facts.period, grain, drawing)


def lines_card(
    titles: tuple[str, str],
    parts: Mapping[str, pd.DataFrame],
    unit: Unit,
    period: Period,
    grain: Grain,
    drawing: Drawing,
) -> dict[str, object]:
    """Several trends of one unit, each in the colour that the drawing has for its name; `titles` head the card."""
    lines = [_line(name, part, Role.SPLIT, drawing.channels.get(name, "")) for name, part in parts.items()]
    whole = next(iter(parts.values()))
    columns = [value_column(name, unit, drawing.currency) for name in parts]
    rows = [
        [_iso(start), *(_cell(part[VALUE].iloc[place]) for part in parts.values())] for place, start in _places(whole)
    ]
    return {
        "head": head(*titles),
        "figure": _figure(lines, unit, grain, drawing),
        "note": " ".join(_partial_note(whole, grain)),
        "twin": twin(drawing, titles[1], period, [Column(STARTING[grain], DATE), *columns], rows),
    }


def _figure(lines: Sequence[Line], unit: Unit, grain: Grain, drawing: Drawing) -> object:
    return trend_figure(lines, colours=drawing.colours, unit=unit, currency=drawing.currency, grain=grain)


def _line(name: str, points: pd.DataFrame, role: Role, colour: str = "") -> Line:
    starts = [_day(start) for start in points[START]]
    partial = frozenset(_day(start) for start in points.loc[points[DAYS] < points[SPAN], START])
    return Line(
        name,
        starts,
        [_cell(value) for value in points[VALUE]],
        role,
        colour,
        frozenset() if role is Role.COMPARE else partial,
    )


def _caption(shown: Metric, grain: Grain, drawing: Drawing) -> str:
    weeks = ", weeks start on Monday" if grain is Grain.WEEK else ""
    return f"{drawing.named(shown)} by {grain}{weeks}"


def _keys(shown: Metric, facts: Facts, drawing: Drawing) -> list[Key]:
    change = facts.change(shown)
    keys = [Key(period_name(facts.period), str(drawing.written(shown, change.now)), "line", "accent")]
    if facts.compared and not math.isnan(change.before):
        keys.append(Key(period_name(facts.compared), str(drawing.written(shown, change.before)), "line", "compare"))
    return keys


def _partial_note(points: pd.DataFrame, grain: Grain) -> list[str]:
    partial = points[points[DAYS] < points[SPAN]]
    said = [
        f"the {grain} of {day(_day(start), year=False)} has {days} of {span} days"
        for start, days, span in zip(partial[START], partial[DAYS], partial[SPAN], strict=True)
    ]
    return [f"{_sentence(' and '.join(said))}: dashed, left out of findings."] if said else []


def _shift_note(facts: Facts, before: pd.DataFrame | None, grain: Grain) -> list[str]:
    if before is None or facts.compared is None or on_month(facts, grain):
        return []
    shift = shift_days(facts)
    why = " so weekdays match" if shift % 7 == 0 else ""
    return [f"{period_name(facts.compared)} is shifted {shift} day{'' if shift == 1 else 's'}{why}."]


def _twin(
    shown: Metric, facts: Facts, grain: Grain, drawing: Drawing, now: pd.DataFrame, before: pd.DataFrame | None
) -> dict[str, object]:
    columns = [Column(STARTING[grain], DATE), Column("Days", "count")]
    columns.append(value_column(f"{shown.label} {period_name(facts.period)}", shown.unit, drawing.currency))
    rows: list[list[Cell]] = [
        [_iso(start), int(now[DAYS].iloc[place]), _cell(now[VALUE].iloc[place])] for place, start in _places(now)
    ]
    if facts.compared and before is not None:
        columns.append(value_column(f"{shown.label} {period_name(facts.compared)}", shown.unit, drawing.currency))
        rows = [[*row, _cell(value)] for row, value in zip(rows, before[VALUE], strict=True)]
    return twin(drawing, _caption(shown, grain, drawing), facts.period, columns, rows)


def _places(points: pd.DataFrame) -> list[tuple[int, date]]:
    return list(enumerate(_day(start) for start in points[START]))


def _iso(day_: date) -> str:
    return day_.isoformat()


def _day(moment: pd.Timestamp) -> date:
    return moment.date()


def _cell(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
