"""Products one by one, which of them sell much at a thin margin, and the answer to the page's question."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.comparison import Facts
from analytics.metric import Metric
from analytics.numbers import percent
from analytics.product_metrics import PRODUCT_METRICS, product_metric
from analytics.ranking import NOW, ranking
from analytics.wording import Strong, Words

CATEGORY, SUBCATEGORY, PRODUCT, REGION, QUARTER = "category", "subcategory", "product_name", "region", "quarter"
KEYS = (CATEGORY, SUBCATEGORY, PRODUCT)
NOT_REPORTED = "not reported"
SALES, MARGIN = product_metric("sales"), product_metric("margin")


@dataclass(frozen=True)
class Thin:
    """The products that sell more than the median product at a margin below the median margin, and both medians."""

    products: pd.DataFrame
    sales: float
    margin: float


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with every key in words."""
    return rows.assign(**{name: rows[name].astype(object).fillna(NOT_REPORTED) for name in KEYS})


def products(rows: pd.DataFrame, metrics: Sequence[Metric] = PRODUCT_METRICS) -> pd.DataFrame:
    """A row for each product, that is each of KEYS: these, and its value of each metric, NaN where it has none."""
    places, each = pd.MultiIndex.from_frame(rows[list(KEYS)]).factorize()
    placed = rows.assign(place=places)
    values = {known.name: known.by(placed, ["place"]).reindex(range(len(each))).to_numpy() for known in metrics}
    return pd.DataFrame(list(each), columns=list(KEYS)).assign(**values)


def thin(table: pd.DataFrame) -> Thin:
    """Which of the products that have a margin sell much for little; the medians are of these products, NaN of none."""
    known = table.dropna(subset=[SALES.name, MARGIN.name])
    sales, margin = float(known[SALES.name].median()), float(known[MARGIN.name].median())
    return Thin(known[(known[SALES.name] > sales) & (known[MARGIN.name] < margin)], sales, margin)


def of_products(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The rows of the products in a table."""
    keys = pd.MultiIndex.from_frame(rows[list(KEYS)])
    return rows[keys.isin(pd.MultiIndex.from_frame(table[list(KEYS)]))]


def arranged(table: pd.DataFrame, by: str, *, ascending: bool) -> pd.DataFrame:
    """The products by a column, those without a value last, equals by name."""
    key = (lambda column: column.str.casefold()) if by in KEYS else None
    ordered = table.sort_values(list(KEYS)[::-1], kind="stable")
    return ordered.sort_values(by, ascending=ascending, kind="stable", na_position="last", key=key)


def leader(facts: Facts, dimension: str) -> tuple[str, float] | None:
    """The member that sells most and its share; None where there is no single one, or no whole to have shares of."""
    sold = ranking(SALES, facts, dimension)[NOW].dropna()
    if len(sold) < 2 or sold.min() < 0 or not sold.sum() > 0 or sold.iloc[0] == sold.iloc[1]:
        return None
    return str(sold.index[0]), float(sold.iloc[0] / sold.sum())


def headline(facts: Facts, dimension: str) -> Words:
    """The answer to "what sells, where, and at what margin?"; empty where there is no margin to tell."""
    margin = MARGIN.value(facts.now)
    if math.isnan(margin):
        return ()
    first, region = leader(facts, dimension), leader(facts, REGION)
    where = f" {region[0]} leads the regions." if region else ""
    if first is None:
        return (Strong(percent(margin)), " of sales is left as profit.", where)
    name, share = first
    own = MARGIN.value(facts.where(dimension, name).now)
    return (f"{name} is ", Strong(percent(share, 0)), f" of sales, at a margin of {percent(own)}.", where)
