"""geographic_data: the states the company sells in."""

import numpy as np
import pandas as pd

from data.sample import seasons
from data.sample.shares import apportioned_within, paise, rupees

STATES = pd.DataFrame(
    columns=["state", "region", "latitude", "longitude", "weight", "store_count", "market_penetration"],
    data=[
        ("Maharashtra", "West", 19.7515, 75.7139, 0.55, 11, 27.5),
        ("Karnataka", "South", 15.3173, 75.7139, 0.34, 9, 28.9),
        ("Tamil Nadu", "South", 11.1271, 78.6569, 0.28, 8, 24.2),
        ("Uttar Pradesh", "North", 26.8467, 80.9462, 0.29, 6, 12.6),
        ("Gujarat", "West", 22.2587, 71.1924, 0.29, 7, 23.1),
        ("Rajasthan", "West", 27.0238, 74.2179, 0.16, 4, 14.8),
        ("West Bengal", "East", 22.9868, 87.8550, 0.52, 3, 8.4),
        ("Madhya Pradesh", "Central", 22.9734, 78.6569, 1.00, 4, 13.2),
        ("Kerala", "South", 10.8505, 76.2711, 0.15, 4, 21.7),
        ("Delhi", "North", 28.7041, 77.1025, 0.36, 7, 26.3),
        ("Punjab", "North", 31.1471, 75.3412, 0.16, 3, 17.4),
        ("Haryana", "North", 29.0588, 76.0856, 0.19, 4, 18.9),
        ("Telangana", "South", 18.1124, 79.0193, 0.23, 6, 22.6),
        ("Bihar", "East", 25.0961, 85.3131, 0.22, 1, 4.1),
        ("Odisha", "East", 20.9517, 85.0985, 0.26, 2, 6.3),
    ],
)
REMOTE = ("East", "Central")


def geographic_data(facts: pd.DataFrame, customers: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One row per state; customers and revenue of a region's states sum to those of the region."""
    count = len(STATES)
    revenue = paise(facts.groupby("region").revenue.sum())
    weight, spread = np.asarray(STATES.weight), np.exp(rng.normal(0, 0.06, count))
    remote = STATES.region.isin(REMOTE)
    return STATES.drop(columns="weight").assign(
        total_customers=apportioned_within(STATES.region, customers.region.value_counts(), weight),
        total_revenue=rupees(apportioned_within(STATES.region, revenue, weight * spread)),
        yoy_growth=(100 * STATES.region.map(_growth(facts)) + rng.normal(0, 2.5, count)).round(1),
        customer_satisfaction=np.clip(rng.normal(4.0, 0.15, count) - 0.15 * remote, 1, 5).round(2),
        avg_delivery_days=(rng.uniform(2.0, 3.4, count) + 1.8 * remote).round(1),
    )


def _growth(facts: pd.DataFrame) -> pd.Series:
    year = pd.Series(seasons.second_year(pd.DatetimeIndex(facts.date)), index=facts.index)
    revenue = facts.revenue.groupby([facts.region, year]).sum().unstack()
    return revenue[1.0] / revenue[0.0] - 1
