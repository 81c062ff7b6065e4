"""What was sold."""

from data.columns import amount, counted, dimension, key, number, repeated, text, whole
from data.table import Table

PRODUCT = Table(
    "product_sales",
    "a product in a region and quarter",
    (
        key("product_id"),
        text("product_name"),
        dimension("category"),
        dimension("subcategory"),
        dimension("region"),
        dimension("quarter"),
        whole("year", 1900, 2200),
        amount("sales", low=None),
        counted("units_sold"),
        amount("profit", low=None),
        repeated("profit_margin", "100 * profit / sales"),
        number("return_rate", "%", 0, 100),
        number("avg_rating", "of 5", 0, 5),
        counted("review_count"),
    ),
    key=("product_id",),
)
