"""Rows of products for tests: what was sold of each, in which region and quarter."""

import math

import pandas as pd

from analytics.product_metrics import RATED, RETURNED, STARS, TRACKED
from analytics.products import KEYS, QUARTER, REGION

SUMS = ("sales", "profit", "units_sold")
WEIGHTED = (RETURNED, TRACKED, STARS, RATED)
Row = tuple[object, ...]


def shelf(*rows: Row) -> pd.DataFrame:
    """Rows of (category, subcategory, product, region, quarter, sales, profit, units), then what rates are made of."""
    columns = [*KEYS, REGION, QUARTER, *SUMS, *WEIGHTED]
    padded = [[*row, *([math.nan] * (len(columns) - len(row)))] for row in rows]
    return pd.DataFrame(padded, columns=columns).astype(dict.fromkeys((*SUMS, *WEIGHTED), float))


def product(category: str, subcategory: str, name: str, sales: float, profit: float = math.nan) -> Row:
    """A product's row in a region and a quarter that do not matter."""
    return category, subcategory, name, "North", "Q1 2024", sales, profit, 1.0


def returned(category: str, region: str, part: float, whole: float) -> Row:
    """A row that holds how many of so many units came back."""
    return category, "", "", region, "Q1 2024", math.nan, math.nan, math.nan, part, whole
