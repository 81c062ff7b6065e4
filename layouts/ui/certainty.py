"""How sure a rate is, in words."""

import math

import pandas as pd

from analytics.figure import NO_BREAK
from analytics.intervals import wilson
from analytics.metric import Metric
from analytics.numbers import Unit, percent


def certainty(known: Metric, rows: pd.DataFrame) -> str:
    """The Wilson 95 % interval of a rate over all rows; empty for what is no share of a whole."""
    if known.unit is not Unit.PERCENT or not known.fewest:
        return ""
    told = rows[list(known.measures)].dropna().sum()
    low, high = wilson(float(told[known.total]), float(told[known.per]))
    return "" if math.isnan(low) else f" (95{NO_BREAK}%: {percent(low, 2)} to {percent(high, 2)})"
