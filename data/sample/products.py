"""product_sales: what was sold of each product, by region and quarter."""

import numpy as np
import pandas as pd

from data.sample import plan
from data.sample.shares import PAISE, apportioned_within, paise, rupees

CATEGORIES = pd.DataFrame(
    columns=["category", "margin", "returns", "festive_lift"],
    data=[
        ("Electronics", 0.12, 2.6, 0.22),
        ("Fashion", 0.41, 6.0, 0.10),
        ("Home & Living", 0.29, 2.9, 0.05),
    ],
).set_index("category")
PRODUCTS = pd.DataFrame(
    columns=["category", "subcategory", "product_name", "price", "share"],
    data=[
        ("Electronics", "Smartphones", "iPhone Pro", 92_000, 3.5),
        ("Electronics", "Smartphones", "Samsung Galaxy", 38_000, 4.5),
        ("Electronics", "Smartphones", "OnePlus Nord", 26_000, 4.0),
        ("Electronics", "Smartphones", "Pixel Pro", 54_000, 2.0),
        ("Electronics", "Laptops", "MacBook Air", 98_000, 2.7),
        ("Electronics", "Laptops", "Dell XPS", 72_000, 2.0),
        ("Electronics", "Laptops", "ThinkPad", 68_000, 1.7),
        ("Electronics", "Laptops", "HP Spectre", 64_000, 1.6),
        ("Electronics", "Accessories", "AirPods", 2_600, 9.0),
        ("Electronics", "Accessories", "Smart Watch", 2_900, 8.0),
        ("Electronics", "Accessories", "Tablet", 14_500, 5.0),
        ("Electronics", "Accessories", "Power Bank", 1_150, 6.0),
        ("Fashion", "Men", "Formal Shirts", 2_400, 2.2),
        ("Fashion", "Men", "Casual Wear", 1_900, 2.6),
        ("Fashion", "Men", "Footwear", 3_600, 2.4),
        ("Fashion", "Men", "Accessories", 2_200, 1.2),
        ("Fashion", "Women", "Ethnic Wear", 4_200, 3.6),
        ("Fashion", "Women", "Western Wear", 2_800, 2.6),
        ("Fashion", "Women", "Footwear", 3_200, 2.0),
        ("Fashion", "Women", "Bags", 4_800, 2.0),
        ("Fashion", "Kids", "Boys Wear", 1_500, 1.5),
        ("Fashion", "Kids", "Girls Wear", 1_600, 1.6),
        ("Fashion", "Kids", "School Uniforms", 1_300, 1.0),
        ("Fashion", "Kids", "Toys", 1_400, 1.3),
        ("Home & Living", "Furniture", "Sofas", 34_000, 3.6),
        ("Home & Living", "Furniture", "Beds", 29_000, 3.2),
        ("Home & Living", "Furniture", "Tables", 12_500, 2.4),
        ("Home & Living", "Furniture", "Storage", 9_800, 1.8),
        ("Home & Living", "Decor", "Lighting", 2_300, 2.0),
        ("Home & Living", "Decor", "Wall Art", 2_900, 1.2),
        ("Home & Living", "Decor", "Plants", 800, 0.6),
        ("Home & Living", "Decor", "Rugs", 4_600, 1.7),
        ("Home & Living", "Kitchen", "Appliances", 6_400, 3.8),
        ("Home & Living", "Kitchen", "Cookware", 2_700, 2.4),
        ("Home & Living", "Kitchen", "Storage", 1_100, 1.2),
        ("Home & Living", "Kitchen", "Dining", 3_300, 2.1),
    ],
)
FESTIVE_QUARTER = "Q4"


def product_sales(facts: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """One row per product, region and quarter; a region's quarter sums to that quarter's campaign revenue there."""
    quarter = "Q" + facts.date.dt.quarter.astype(str) + " " + facts.date.dt.year.astype(str)
    revenue = paise(facts.revenue.groupby(facts.region + " " + quarter).sum())
    regions = pd.DataFrame({"region": [region.region for region in plan.REGIONS]})
    quarters = pd.DataFrame({"quarter": quarter.unique()})
    rows = PRODUCTS.merge(regions, how="cross").merge(quarters, how="cross").join(CATEGORIES, on="category")
    return _sold(rows.assign(year=rows.quarter.str[-4:].astype(int)), revenue, rng)


def gross_margin(products: pd.DataFrame) -> float:
    """Profit / sales over all products, a fraction."""
    return float(products.profit.sum() / products.sales.sum())


def _sold(rows: pd.DataFrame, revenue: pd.Series, rng: np.random.Generator) -> pd.DataFrame:
    count = len(rows)
    festive = rows.quarter.str.startswith(FESTIVE_QUARTER)
    weight = rows.share * (1 + rows.festive_lift * festive) * np.exp(rng.normal(0, 0.16, count))
    sales = rupees(apportioned_within(rows.region + " " + rows.quarter, revenue, np.asarray(weight)))
    margin = rows.margin + rng.normal(0, 0.025, count)
    units = np.maximum(sales / (rows.price * np.exp(rng.normal(0, 0.05, count))), 1).round().astype(int)
    return rows.assign(
        product_id=[f"PRD_{place + 1}" for place in range(count)],
        sales=sales,
        units_sold=units,
        profit=rupees((sales * margin * PAISE).round()),
        return_rate=np.clip(rows.returns * np.exp(rng.normal(0, 0.3, count)), 0.5, 25).round(2),
        avg_rating=np.clip(rng.normal(4.1, 0.3, count), 3.0, 4.9).round(1),
        review_count=rng.binomial(units, 0.35),
    )
