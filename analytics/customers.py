"""The customers' table as facts that the metrics are computed from, and the answer to who they are."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from analytics.comparison import Facts
from analytics.customer_metrics import (
    CHURNED,
    CUSTOMERS,
    KNOWN,
    LIFETIME_VALUE,
    PURCHASES,
    RATINGS,
    SATISFACTION,
    customer_metric,
)
from analytics.nps import ANSWERS, PARTS
from analytics.numbers import money, percent
from analytics.reading import Dimension
from analytics.spread import Moment
from analytics.wording import Strong, Words

SEGMENT, REGION, TIER = "customer_segment", "region", "city_tier"
ACQUIRED, NPS = "acquisition_channel", "nps_category"
SQUARES = "squares"
BY_NPS = Dimension(NPS, "nps", "NPS category")
BY_SEGMENT = Dimension(SEGMENT, "segment", "segment")
BY_REGION = Dimension(REGION, "region", "region")
DIMENSIONS = (
    BY_SEGMENT,
    BY_NPS,
    BY_REGION,
    Dimension(ACQUIRED, "acquired", "acquisition channel"),
    Dimension(TIER, "tier", "city tier"),
)
MEASURES = (
    CUSTOMERS, LIFETIME_VALUE, PURCHASES, *PARTS.values(), ANSWERS, CHURNED, KNOWN, SATISFACTION, RATINGS, SQUARES,
)  # fmt: skip


def together(parts: Sequence[pd.DataFrame]) -> Facts:
    """The facts of several answers about the same people, each of which tells measures of its own."""
    rows = [part for part in parts if not part.empty]
    told = pd.concat(rows, ignore_index=True) if rows else parts[0]
    return Facts.undated(told.reindex(columns=list(dict.fromkeys([*told.columns, *MEASURES]))))


def left(told: pd.DataFrame) -> pd.DataFrame:
    """Who left, CHURNED of KNOWN, from the moments of is_churned: 0 stayed, 1 left."""
    return _summed(told, {CHURNED: told[Moment.N] * told[Moment.MEAN_X], KNOWN: told[Moment.N]})


def rated(told: pd.DataFrame) -> pd.DataFrame:
    """How content they are, from the moments of the scores: their sum, number and squares."""
    count, mean = told[Moment.N], told[Moment.MEAN_X]
    return _summed(told, {SATISFACTION: count * mean, RATINGS: count, SQUARES: told[Moment.SXX] + count * mean**2})


def _summed(told: pd.DataFrame, sums: Mapping[str, "pd.Series[float]"]) -> pd.DataFrame:
    return told.drop(columns=[Moment.N, Moment.MEAN_X, Moment.SXX]).assign(**sums)


def headline(facts: Facts, median: float, currency: str) -> Words:
    """The answer to "who are the customers and what are they worth?"; empty where no value is reported."""
    worth = customer_metric("ltv").value(facts.now)
    if math.isnan(worth):
        return ()
    half = f" of lifetime value per customer, median {money(median, currency)}."
    return (Strong(money(worth, currency)), half, *_leader(facts))


def _leader(facts: Facts) -> Sequence[str]:
    name, of_value, of_customers = largest(facts)
    if not name:
        return ()
    return (f" {name}, {percent(of_customers, 0)} of them, holds {percent(of_value, 0)}.",)


def largest(facts: Facts, column: str = SEGMENT) -> tuple[str, float, float]:
    """The member with the largest part of lifetime value, that part, and its part of the customers.

    An empty name where there are fewer than two or where a negative one leaves no whole to have parts of.
    """
    both = facts.now.dropna(subset=[column, LIFETIME_VALUE])
    values = both.groupby(column, observed=True)[[LIFETIME_VALUE, CUSTOMERS]].sum()
    if len(values) < 2 or values[LIFETIME_VALUE].min() < 0 or not values[LIFETIME_VALUE].sum() > 0:
        return "", math.nan, math.nan
    top = values.div(values.sum()).sort_values(LIFETIME_VALUE).iloc[-1]
    return str(top.name), float(top[LIFETIME_VALUE]), float(top[CUSTOMERS])
