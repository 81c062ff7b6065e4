"""Running totals: what has come together since the first day of a period."""

from datetime import timedelta

import pandas as pd

from analytics.metric import Metric
from analytics.periods import Period
from analytics.trend import SPAN, START, VALUE, Grain, trend

DAILY, WEEKLY = 92, 1100


def grain_of(period: Period) -> Grain:
    """The grain at which a curve over a period has at most about 160 points, however long the period is."""
    if period.days <= DAILY:
        return Grain.DAY
    return Grain.WEEK if period.days <= WEEKLY else Grain.MONTH


def running_totals(metric: Metric, rows: pd.DataFrame, period: Period, dimension: str) -> pd.DataFrame:
    """The sum of an additive metric up to each day (index), a column for each member that reports it.

    The days are the last ones of the grain's points, and the last of the period.
    """
    grain = grain_of(period)
    parts = {
        str(name): trend(metric, rows[rows[dimension] == name], period, grain)
        for name in sorted(set(rows[dimension].dropna()))
    }
    told = {
        name: part[VALUE].fillna(0).cumsum().to_numpy() for name, part in parts.items() if part[VALUE].notna().any()
    }
    points = next(iter(parts.values()), None)
    if points is None:
        return pd.DataFrame()
    ends = [
        start.date() + timedelta(days=int(days) - 1) for start, days in zip(points[START], points[SPAN], strict=True)
    ]
    return pd.DataFrame(told, index=[min(end, period.end) for end in ends])
