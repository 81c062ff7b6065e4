"""A calendar year: its days in weeks."""

from datetime import date, timedelta

import pandas as pd

from analytics.comparison import DATE
from analytics.metric import Metric
from analytics.periods import Period
from analytics.trend import VALUE

WEEK, WEEKDAY, HAS_ROWS = "week", "weekday", "has_rows"


def year_period(year: int) -> Period:
    """The days of a calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def week_of_year(day: date) -> int:
    """Which row of weeks a day stands in, from 0: weeks start on Monday, the first holds 1 January."""
    first = date(day.year, 1, 1)
    return (day - (first - timedelta(days=first.weekday()))).days // 7


def daily(metric: Metric, rows: pd.DataFrame, days: Period) -> pd.DataFrame:
    """A metric on each of the days: `date`, `week`, `weekday` (Monday is 0), `has_rows`, `value`.

    NaN where the day has no row, or where its rows do not give the metric.
    """
    dates = pd.date_range(days.start, days.end)
    return pd.DataFrame(
        {
            DATE: dates,
            WEEK: [week_of_year(at.date()) for at in dates],
            WEEKDAY: dates.day_of_week,
            HAS_ROWS: dates.isin(rows[DATE]),
            VALUE: metric.by(rows, [DATE]).reindex(dates).to_numpy(),
        }
    )
