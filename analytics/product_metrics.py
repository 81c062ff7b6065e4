"""What is sold: sales, profit, units, and the rates and ratings that do not add up by themselves."""

import pandas as pd

from analytics.metric import Better, Metric
from analytics.metrics import FEWEST
from analytics.numbers import Unit
from analytics.spread import Moment

RETURNED, TRACKED = "returned_units", "units_with_return_rate"
STARS, RATED = "stars", "rated_reviews"
WEIGHTS = {"return_rate": "units sold", "rating": "count of reviews"}
PRODUCT_METRICS = (
    Metric("sales", "Sales", "What the products in view were sold for.", "sales", unit=Unit.CURRENCY),
    Metric(
        "profit",
        "Profit",
        "Profit on the products in view, as the file gives it.",
        "profit",
        unit=Unit.CURRENCY,
    ),
    Metric(
        "margin",
        "Margin",
        "Profit per unit of sales. It is the ratio of the sums, not a mean of the products' own margins.",
        "profit",
        "sales",
        unit=Unit.PERCENT,
    ),
    Metric("units", "Units", "How many units were sold.", "units_sold"),
    Metric(
        "price",
        "Average price",
        "Sales per unit sold.",
        "sales",
        "units_sold",
        unit=Unit.CURRENCY,
        better=Better.NEITHER,
    ),
    Metric(
        "return_rate",
        "Return rate",
        "Share of the units sold that came back: each row's return rate weighted by its units sold, for rates do not "
        "add up.",
        RETURNED,
        TRACKED,
        unit=Unit.PERCENT,
        better=Better.DOWN,
        fewest=FEWEST,
    ),
    Metric(
        "rating",
        "Rating",
        "Average rating, of 5: each row's rating weighted by its count of reviews, for ratings do not add up.",
        STARS,
        RATED,
        unit=Unit.SCORE,
        fewest=FEWEST,
    ),
)


def product_metric(name: str) -> Metric:
    """The metric of that name among those of product_sales; KeyError if there is none."""
    return {known.name: known for known in PRODUCT_METRICS}[name]


def weighted(moments: pd.DataFrame, total: str, per: str, scale: float = 1) -> pd.DataFrame:
    """What a weighted mean is made of: `total` = scale Σxy, `per` = Σx, for weights x and rates y.

    From the moments of x and y per group: Σxy = Sxy + n x̄ ȳ and Σx = n x̄. A group that reports neither is left out.
    """
    known = moments[moments[Moment.N] > 0]
    sums = known[Moment.N] * known[Moment.MEAN_X]
    products = known[Moment.SXY] + sums * known[Moment.MEAN_Y]
    return known.drop(columns=list(Moment)).assign(**{total: scale * products, per: sums})
