"""A metric on each day of a year, as a chart card's content."""

import math

import pandas as pd
from dash import html
from dash.development.base_component import Component

from analytics.calendar import HAS_ROWS, WEEK, daily, week_from
from analytics.comparison import DATE, Facts, between
from analytics.concentration import called, carriers, verb
from analytics.metric import Metric
from analytics.numbers import day
from analytics.periods import Period
from analytics.trend import VALUE
from layouts.figures.heat import WEEKDAYS, Day, calendar, half_years
from layouts.ui.attributes import attributes
from layouts.ui.chart_card import head
from layouts.ui.drawing import Drawing
from layouts.ui.twin import DATE as DAY
from layouts.ui.twin import Column, twin, value_column

CUT = 0.99
NO_ROW = "No row that day"


def calendar_card(shown: Metric, facts: Facts, drawing: Drawing) -> dict[str, object]:
    """The days that `facts` are of, a year as far as it is loaded: in one row, and in two for a phone."""
    period = facts.period.within(facts.loaded) or facts.period
    days = daily(shown, facts.now, period)
    low, high = _range(days[VALUE])
    subject = f"{drawing.named(shown)} by day, {_named(period)}"
    cells = [_day(row[DATE], row[WEEK], row[VALUE], row[HAS_ROWS], shown, facts, drawing) for _, row in days.iterrows()]
    return {
        "head": head(_title(shown, days, period, drawing), subject),
        "figure": {
            "year": calendar(cells, colours=drawing.colours, low=low, high=high),
            "halves": half_years(cells, colours=drawing.colours, low=low, high=high),
        },
        "note": _key(shown, days, low, high, drawing),
        "twin": _twin(shown, days, subject, period, drawing),
    }


def _range(values: "pd.Series[float]") -> tuple[float, float]:
    known = values.dropna()
    return (min(0.0, float(known.min())), float(known.quantile(CUT))) if len(known) else (0.0, 1.0)


def _named(period: Period) -> str:
    if period.start.year == period.end.year:
        return f"calendar year {period.end.year}"
    return f"the {week_from(period.start, period.end) + 1} weeks to {day(period.end)}"


def _title(shown: Metric, days: pd.DataFrame, period: Period, drawing: Drawing) -> str:
    known = days.set_index(DATE)[VALUE].dropna()
    if known.empty:
        return "No day has a value with these filters"
    years = period.start.year != period.end.year
    best = day(days[DATE].iloc[int(days[VALUE].argmax())].date(), year=years)
    few = "" if shown.per else carriers(known, called(len(known), len(days)), drawing.currency)
    if few and known.max() > known.min():
        return f"{few} {verb(few, 'make')} up half of {shown.label[0].lower()}{shown.label[1:]}, {best} the most"
    return (
        f"{shown.label} was highest on {best}" if known.max() > known.min() else f"{shown.label} is the same each day"
    )


def _day(
    at: pd.Timestamp, week: int, value: float, has_rows: bool, shown: Metric, facts: Facts, drawing: Drawing
) -> Day:
    name = f"{WEEKDAYS[at.weekday()]} {day(at.date())}"
    if not math.isnan(value):
        return Day(at.date(), week, float(value), f"<b>{drawing.written(shown, value)}</b><br>{name}")
    why = f"n/a: {shown.reason(between(facts.now, Period(at.date(), at.date())))}" if has_rows else NO_ROW
    return Day(at.date(), week, None, f"{why}<br>{name}")


def _key(shown: Metric, days: pd.DataFrame, low: float, high: float, drawing: Drawing) -> Component:
    values = days[VALUE]
    beyond = "+" if values.max() > high else ""
    scale = html.Span(className="nm-scale", **attributes(aria_hidden="true"))
    to = html.Span(" to ", className="nm-sr")
    parts: list[Component | str] = [
        html.Span(
            [_written(shown, low, drawing), scale, to, f"{_written(shown, high, drawing)}{beyond}"], className="nm-key"
        )
    ]
    if values.isna().any():
        missing = NO_ROW if not days.loc[values.isna(), HAS_ROWS].any() else f"{NO_ROW}, or n/a"
        outline = html.Span(className="nm-outline", **attributes(aria_hidden="true"))
        parts.append(html.Span([outline, missing], className="nm-key"))
    if beyond:
        parts.append("Colours end at the 99th percentile.")
    return html.Div(parts, className="nm-keys")


def _written(shown: Metric, value: float, drawing: Drawing) -> str:
    return str(drawing.written(shown, value)) if value else "0"


def _twin(shown: Metric, days: pd.DataFrame, subject: str, period: Period, drawing: Drawing) -> dict[str, object]:
    columns = [Column("Day", DAY), Column("Rows"), value_column(shown.label, shown.unit, drawing.currency)]
    rows = [
        [at.date().isoformat(), "yes" if has_rows else "none", None if math.isnan(value) else float(value)]
        for at, has_rows, value in zip(days[DATE], days[HAS_ROWS], days[VALUE], strict=True)
    ]
    return twin(drawing, subject, period, columns, rows)
