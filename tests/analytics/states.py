"""Small frames of states, as the store hands them over."""

import math

import pandas as pd

from analytics.comparison import Facts
from analytics.geography import COLUMNS, states

Row = dict[str, object]


def state(name: str, **given: object) -> Row:
    """A state with a round figure for everything that is not given."""
    rates = {"market_penetration": 10.0, "yoy_growth": 0.0, "customer_satisfaction": 4.0, "avg_delivery_days": 3.0}
    sums = {"total_customers": 1000.0, "total_revenue": 100_000.0, "store_count": 10.0}
    return {"state": name, "region": "North", "latitude": 20.0, "longitude": 78.0, **sums, **rates, **given}


def frame(*rows: Row) -> pd.DataFrame:
    """The rows as the store hands them over."""
    numbers = dict.fromkeys(COLUMNS[2:], float)
    return pd.DataFrame(list(rows), columns=list(COLUMNS)).astype({"state": "str", "region": "str", **numbers})


def facts(*rows: Row) -> Facts:
    """The rows as facts."""
    return states(frame(*rows))


NOT_REPORTED = math.nan
