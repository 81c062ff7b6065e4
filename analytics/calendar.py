"""The days of a year in weeks."""

from datetime import date, timedelta

import pandas as pd

from analytics.comparison import DATE
from analytics.metric import Metric
from analytics.periods import Period
from analytics.trend import VALUE

WEEK, WEEKDAY, HAS_ROWS = "week", "weekday", "has_rows"
WEEKS = 53


def last_weeks(end: date) -> Period:
    """The weeks up to a day that show a whole year before it."""
    return Period(_monday(end) - timedelta(weeks=WEEKS - 1), end)


def week_from(first: date, day: date) -> int:
    """In which week a day is, weeks from Monday, where the one that holds `first` is 0."""
    return (_monday(day) - _monday(first)).days // 7


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def daily(metric: Metric, rows: pd.DataFrame, days: Period) -> pd.DataFrame:
    """A metric on each of the days: `date`, `week`, `weekday` (Monday is 0), `has_rows`, `value`.

    NaN where the day has no row, or where its rows do not give the metric.
    """
    dates = pd.date_range(days.start, days.end)
    return pd.DataFrame(
        {
            DATE: dates,
            WEEK: [week_from(days.start, at.date()) for at in dates],
            WEEKDAY: dates.day_of_week,
            HAS_ROWS: dates.isin(rows[DATE]),
            VALUE: metric.by(rows, [DATE]).reindex(dates).to_numpy(),
        }
    )
