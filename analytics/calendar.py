"""A calendar year: its days in weeks, its quarters by member, and which of them are loaded."""

from datetime import date, timedelta

import pandas as pd

from analytics.comparison import DATE
from analytics.metrics import Metric
from analytics.periods import Period, month_end
from analytics.trend import VALUE

WEEK, WEEKDAY, HAS_ROWS = "week", "weekday", "has_rows"
QUARTERS = (1, 2, 3, 4)


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


def quarterly(metric: Metric, rows: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """A metric per member (index, sorted) and calendar quarter (columns 1 to 4) of the rows of one year."""
    members = sorted(set(rows[dimension].dropna()))
    each = {quarter: rows[rows[DATE].dt.quarter == quarter] for quarter in QUARTERS}
    values = {quarter: metric.by(part, [dimension]).reindex(members) for quarter, part in each.items()}
    return pd.DataFrame(values, index=members, columns=list(QUARTERS))


def quarter_period(year: int, quarter: int) -> Period:
    """The days of a calendar quarter."""
    last = date(year, 3 * quarter, 1)
    return Period(date(year, 3 * quarter - 2, 1), month_end(last))


def partial_quarters(year: int, loaded: Period) -> dict[int, tuple[int, int]]:
    """The quarters of which some days but not all are loaded: how many, and how many they have."""
    spans = {quarter: quarter_period(year, quarter) for quarter in QUARTERS}
    inside = {quarter: span.within(loaded) for quarter, span in spans.items()}
    return {
        quarter: (held.days, spans[quarter].days)
        for quarter, held in inside.items()
        if held and held.days < spans[quarter].days
    }
