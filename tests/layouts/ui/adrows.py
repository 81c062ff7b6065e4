"""Facts of the ad platforms for the tests of cards."""

import math

import pandas as pd

from analytics.comparison import Facts
from tests.analytics.frames import period

FEBRUARY, LOADED = period("2024-02-01", "2024-02-29"), period("2023-01-01", "2024-12-31")
COLUMNS = ("date", "device", "revenue", "spend", "profit", "impressions", "rows")
NAN = math.nan


def ads(*given: tuple[object, ...]) -> Facts:
    """Facts of February 2024 from rows of COLUMNS, without a comparison."""
    frame = pd.DataFrame(list(given), columns=list(COLUMNS))
    numbers = dict.fromkeys(COLUMNS[2:], float)
    return Facts.split(frame.astype({"date": "datetime64[us]", **numbers}), FEBRUARY, None, LOADED)
