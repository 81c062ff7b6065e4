"""The states."""

from data.columns import amount, counted, dimension, key, number, repeated
from data.table import Table

GEOGRAPHY = Table(
    "geographic_data",
    "a state",
    (
        key("state"),
        dimension("region"),
        number("latitude", "degrees", -90, 90),
        number("longitude", "degrees", -180, 180),
        counted("total_customers"),
        amount("total_revenue", low=None),
        repeated("revenue_per_customer", "total_revenue / total_customers"),
        counted("store_count"),
        number("market_penetration", "%", 0, 100),
        number("yoy_growth", "%"),
        number("customer_satisfaction", "of 5", 0, 5),
        number("avg_delivery_days", "days", 0),
    ),
    key=("state",),
)
