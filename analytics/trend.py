"""A metric over time: days gathered into days, weeks or months, and the comparison laid over them."""

from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from analytics.comparison import DATE, Facts
from analytics.metrics import Metric
from analytics.periods import Period, month_end, month_start, months_between

START, VALUE, DAYS, SPAN = "start", "value", "days", "span"


class Grain(StrEnum):
    """How long each point of a trend is. Weeks start on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def first_day(day: date, grain: Grain) -> date:
    """The first day of the point that a day belongs to."""
    match grain:
        case Grain.WEEK:
            return day - timedelta(days=day.weekday())
        case Grain.MONTH:
            return month_start(day)
        case _:
            return day


def last_day(start: date, grain: Grain) -> date:
    """The last day of the point that starts on a day."""
    match grain:
        case Grain.WEEK:
            return start + timedelta(days=6)
        case Grain.MONTH:
            return month_end(start)
        case _:
            return start


def points(period: Period, grain: Grain) -> pd.DataFrame:
    """Every point of a period: `start`, the `days` of it that lie in the period, and its full `span` in days."""
    starts = [first_day(period.start, grain)]
    while (following := last_day(starts[-1], grain) + timedelta(days=1)) <= period.end:
        starts.append(following)
    whole = [Period(start, last_day(start, grain)) for start in starts]
    days = [inside.days if (inside := point.within(period)) else 0 for point in whole]
    return pd.DataFrame({START: pd.to_datetime(starts), DAYS: days, SPAN: [point.days for point in whole]})


def trend(metric: Metric, rows: pd.DataFrame, period: Period, grain: Grain) -> pd.DataFrame:
    """`points` with the metric's `value`; NaN where no row reports it."""
    starts = _starts(rows[DATE], grain)
    values = metric.by(rows.assign(**{START: starts}), [START])
    shown = points(period, grain)
    return shown.assign(**{VALUE: values.reindex(shown[START]).to_numpy()})


def compared_trend(metric: Metric, facts: Facts, grain: Grain) -> pd.DataFrame:
    """The comparison's trend, laid on the points of the period: by month for months, else shifted by whole weeks."""
    return trend(metric, shifted(facts, grain), facts.period, grain)


def shifted(facts: Facts, grain: Grain) -> pd.DataFrame:
    """The comparison's rows with their dates moved onto the period."""
    if facts.compared is None:
        return facts.before
    if grain is Grain.MONTH:
        moved = facts.before[DATE] + pd.DateOffset(months=months_between(facts.compared.start, facts.period.start))
    else:
        moved = facts.before[DATE] + pd.Timedelta(days=shift_days(facts))
    return facts.before.assign(**{DATE: moved})


def shift_days(facts: Facts) -> int:
    """How far the comparison is moved so that weekdays match: the nearest whole number of weeks."""
    if facts.compared is None:
        return 0
    return 7 * round((facts.period.start - facts.compared.start).days / 7)


def slices(metric: Metric, rows: pd.DataFrame, period: Period, count: int) -> list[float]:
    """The metric over `count` equal parts of the period, NaN where no row reports it."""
    place = (rows[DATE] - pd.Timestamp(period.start)).dt.days * count // period.days
    values = metric.by(rows.assign(place=place), ["place"])
    return [float(value) for value in values.reindex(range(count))]


def _starts(days: "pd.Series[pd.Timestamp]", grain: Grain) -> "pd.Series[pd.Timestamp]":
    match grain:
        case Grain.WEEK:
            return days - pd.to_timedelta(days.dt.weekday, unit="D")
        case Grain.MONTH:
            return days - pd.to_timedelta(days.dt.day - 1, unit="D")
        case _:
            return days
