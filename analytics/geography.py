"""States as facts: what the file gives of each, in sums that can be taken together."""

import pandas as pd

from analytics.comparison import Facts

STATE, REGION, LATITUDE, LONGITUDE = "state", "region", "latitude", "longitude"
MEASURES = {"total_revenue": "revenue", "total_customers": "customers", "store_count": "stores"}
RATES = ("market_penetration", "yoy_growth", "customer_satisfaction", "avg_delivery_days")
COLUMNS = (STATE, REGION, LATITUDE, LONGITUDE, *MEASURES, *RATES)
# A state whose weight is not known still has its rate, and no weight beside the others.
LEAST = 1e-9


def states(rows: pd.DataFrame) -> Facts:
    """Rows of COLUMNS, a state each, as facts that carry no dates.

    A rate r in percent is kept as the sums whose ratio it is. Growth: revenue / (1 + r) before, and what was gained on
    it. Penetration: customers of a market of customers / r. Satisfaction and delivery: times the customers, people.
    """
    known = rows.rename(columns=MEASURES)
    growth, reach = known["yoy_growth"] / 100, known["market_penetration"] / 100
    before, market = _weight(known["revenue"] / (1 + growth)), _weight(known["customers"] / reach)
    people = _weight(known["customers"])
    return Facts.undated(
        known.assign(
            revenue_before=before.where(growth.notna()),
            revenue_gained=before * growth,
            market=market.where(reach.notna()),
            reached=market * reach,
            people=people,
            satisfaction_points=people * known["customer_satisfaction"],
            delivery_days=people * known["avg_delivery_days"],
        )
    )


def _weight(values: "pd.Series[float]") -> "pd.Series[float]":
    return values.where((values > 0) & (values != float("inf")), LEAST)
