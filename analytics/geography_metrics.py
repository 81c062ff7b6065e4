"""What is known of states: sums, and rates that are given per state and weighed where several are taken together."""

from dataclasses import dataclass

import pandas as pd

from analytics.metric import Better, Metric
from analytics.metrics import FEWEST
from analytics.numbers import Unit


@dataclass(frozen=True)
class StateRate(Metric):
    """A rate that the file gives per state, in the column `given`, here as the ratio of sums that weigh it."""

    given: str = ""

    def reason(self, rows: pd.DataFrame) -> str:
        """Why `value` is NaN, in words."""
        return "no rows in this view" if rows.empty else f"{self.given} not reported"


STATE_METRICS: tuple[Metric, ...] = (
    Metric("state_revenue", "Revenue", "Revenue of the states in view.", "revenue", unit=Unit.CURRENCY),
    Metric("customers", "Customers", "Customers in the states in view.", "customers"),
    Metric(
        "revenue_per_customer",
        "Revenue per customer",
        "Revenue for each customer.",
        "revenue",
        "customers",
        unit=Unit.CURRENCY,
        fewest=FEWEST,
    ),
    Metric("stores", "Stores", "Stores in the states in view.", "stores", better=Better.NEITHER),
    Metric(
        "revenue_per_store", "Revenue per store", "Revenue for each store.", "revenue", "stores", unit=Unit.CURRENCY
    ),
    StateRate(
        "growth",
        "Growth",
        "Change of revenue on the year before, as the file gives it for a state. Several states together: their "
        "revenue against the revenue before that those rates imply.",
        "revenue_gained",
        "revenue_before",
        unit=Unit.PERCENT,
        given="yoy_growth",
    ),
    StateRate(
        "penetration",
        "Market penetration",
        "Part of the market that is reached, as the file gives it for a state. Several states together: their "
        "customers against the markets that those rates imply.",
        "reached",
        "market",
        unit=Unit.PERCENT,
        given="market_penetration",
    ),
    StateRate(
        "satisfaction",
        "Satisfaction",
        "How satisfied customers are, of five, as the file gives it for a state. Several states together: weighted by "
        "customers.",
        "satisfaction_points",
        "people",
        unit=Unit.SCORE,
        fewest=FEWEST,
        given="customer_satisfaction",
    ),
    StateRate(
        "delivery",
        "Delivery time",
        "Days until delivery, on average, as the file gives it for a state. Several states together: weighted by "
        "customers.",
        "delivery_days",
        "people",
        unit=Unit.DAYS,
        better=Better.DOWN,
        fewest=FEWEST,
        given="avg_delivery_days",
    ),
)


def state_metric(name: str) -> Metric:
    """The metric of that name among those of states; KeyError if there is none."""
    return {known.name: known for known in STATE_METRICS}[name]
