import pandas as pd
import pytest

from tests.data.sample.conftest import Read


@pytest.fixture
def products(read: Read) -> pd.DataFrame:
    return read("product_sales")


def test_a_quarter_of_a_region_sells_what_its_campaigns_brought(products: pd.DataFrame, read: Read) -> None:
    facts = read("campaign_performance")
    brought = facts.groupby([facts.region, facts.quarter + " " + facts.year.astype(str)]).revenue.sum()
    sold = products.groupby(["region", "quarter"]).sales.sum()
    assert len(sold) == 40
    assert (sold - brought).abs().max() < 0.005


def test_electronics_sells_most_and_fashion_earns_the_best_margin(products: pd.DataFrame) -> None:
    sums = products.groupby("category")[["sales", "units_sold", "profit"]].sum()
    assert sums.sales.idxmax() == sums.units_sold.idxmax() == "Electronics"
    assert (sums.profit / sums.sales).idxmax() == "Fashion"
    assert (sums.profit / sums.sales).idxmin() == "Electronics"


def test_the_festive_quarter_sells_most_of_its_year(products: pd.DataFrame) -> None:
    sales = products.groupby("quarter").sales.sum()
    assert sales["Q4 2025"] == sales[["Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"]].max()


def test_names_repeat_across_subcategories(products: pd.DataFrame) -> None:
    places = products.groupby("product_name").subcategory.agg(set)
    assert places["Storage"] == {"Furniture", "Kitchen"}
    assert places["Footwear"] == {"Men", "Women"}


def test_the_year_is_the_quarters_own(products: pd.DataFrame) -> None:
    assert (products.quarter.str[-4:].astype(int) == products.year).all()


def test_fashion_comes_back_most(products: pd.DataFrame) -> None:
    assert products.groupby("category").return_rate.mean().idxmax() == "Fashion"
