"""A metric over time: days gathered into days, weeks or months, and the comparison laid over them."""

from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from analytics.comparison import DATE, Facts, between
from analytics.metric import Metric
from analytics.periods import Period, month_end, month_start, months_between

START, VALUE, DAYS, SPAN = "start", "value", "days", "span"
WEEK = 7


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
    spans = [Period(start, last_day(start, grain)) for start in starts]
    days = [_shared(span, period) for span in spans]
    return pd.DataFrame({START: pd.to_datetime(starts), DAYS: days, SPAN: [span.days for span in spans]})


def trend(metric: Metric, rows: pd.DataFrame, period: Period, grain: Grain) -> pd.DataFrame:
    """`points` with the metric's `value`; NaN where no row reports it."""
    starts = _starts(rows[DATE], grain)
    values = metric.by(rows.assign(**{START: starts}), [START])
    shown = points(period, grain)
    return shown.assign(**{VALUE: values.reindex(shown[START]).to_numpy()})


def compared_trend(metric: Metric, facts: Facts, grain: Grain) -> pd.DataFrame:
    """The comparison's trend, laid on the points of the period, month `on_month` or shifted by `shift_days`.

    NaN where the comparison is not loaded for every day that the period has in a point.
    """
    laid = trend(metric, shifted(facts, grain), facts.period, grain)
    covered = facts.compared.within(facts.loaded) if facts.compared else None
    if covered is None:
        return laid.assign(**{VALUE: float("nan")})
    moved = Period(_moved(covered.start, facts, grain), _moved(covered.end, facts, grain))
    days = [_shared(Period(start.date(), last_day(start.date(), grain)), moved) for start in laid[START]]
    return laid.assign(**{VALUE: laid[VALUE].where(days >= laid[DAYS])})


def shifted(facts: Facts, grain: Grain) -> pd.DataFrame:
    """The comparison's rows with their dates moved onto the period."""
    if facts.compared is None:
        return facts.before
    if on_month(facts, grain):
        moved = facts.before[DATE] + pd.DateOffset(months=_shift_months(facts))
        return facts.before.assign(**{DATE: moved})
    moved = facts.before[DATE] + pd.Timedelta(days=shift_days(facts))
    return between(facts.before.assign(**{DATE: moved}), facts.period)


def on_month(facts: Facts, grain: Grain) -> bool:
    """Whether each month is laid on a month: where both start on the same day of one.

    Elsewhere a month that the period cuts would stand beside another number of days.
    """
    return grain is Grain.MONTH and (facts.compared is None or facts.compared.start.day == facts.period.start.day)


def shift_days(facts: Facts) -> int:
    """How far the comparison is moved: the nearest whole number of weeks, so that weekdays match.

    A period shorter than a week is laid start on start, or little of its comparison would lie on it.
    """
    if facts.compared is None:
        return 0
    apart = (facts.period.start - facts.compared.start).days
    return apart if facts.period.days < WEEK else WEEK * round(apart / WEEK)


def slices(metric: Metric, rows: pd.DataFrame, period: Period, count: int) -> list[float]:
    """The metric over `count` equal parts of the period, or over its days if they are fewer; NaN where unreported."""
    count = min(count, period.days)
    place = (rows[DATE] - pd.Timestamp(period.start)).dt.days * count // period.days
    values = metric.by(rows.assign(place=place), ["place"])
    return [float(value) for value in values.reindex(range(count))]


def _shared(span: Period, period: Period) -> int:
    inside = span.within(period)
    return inside.days if inside else 0


def _shift_months(facts: Facts) -> int:
    return months_between(facts.compared.start, facts.period.start) if facts.compared else 0


def _moved(day: date, facts: Facts, grain: Grain) -> date:
    if not on_month(facts, grain):
        return day + timedelta(days=shift_days(facts))
    last = month_end(month_start(day, _shift_months(facts)))
    return last if day == month_end(day) else last.replace(day=min(day.day, last.day))


def _starts(days: "pd.Series[pd.Timestamp]", grain: Grain) -> "pd.Series[pd.Timestamp]":
    match grain:
        case Grain.WEEK:
            return days - pd.to_timedelta(days.dt.day_of_week, unit="D")
        case Grain.MONTH:
            return days - pd.to_timedelta(days.dt.day - 1, unit="D")
        case _:
            return days
