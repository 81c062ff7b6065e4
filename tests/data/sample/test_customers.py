import pandas as pd
import pytest

from tests.data.sample.conftest import Read


@pytest.fixture
def customers(read: Read) -> pd.DataFrame:
    return read("customer_data")


def test_premium_customers_are_worth_most(customers: pd.DataFrame) -> None:
    assert customers.groupby("customer_segment").lifetime_value.mean().idxmax() == "Premium"


def test_income_and_lifetime_value_go_together(customers: pd.DataFrame) -> None:
    assert 0.2 < customers.income.corr(customers.lifetime_value) < 0.8


def test_promoters_outnumber_detractors(customers: pd.DataFrame) -> None:
    shares = customers.nps_category.value_counts(normalize=True)
    assert 0.1 < shares["Promoter"] - shares["Detractor"] < 0.5
    order = customers.groupby("nps_category").satisfaction_score.mean().sort_values().index.tolist()
    assert order == ["Detractor", "Passive", "Promoter"]


def test_the_churned_segment_is_churned_and_premium_stays(customers: pd.DataFrame) -> None:
    rates = customers.groupby("customer_segment").is_churned.mean()
    assert rates["Churned"] == 1
    assert rates.idxmin() == "Premium"


def test_churn_probability_tells_those_who_leave(customers: pd.DataFrame) -> None:
    chance = customers.groupby("is_churned").churn_probability.mean()
    assert chance[1] > 2 * chance[0]


def test_brackets_hold_their_ages_and_incomes(customers: pd.DataFrame) -> None:
    ages = customers.groupby("age_group").age.agg(["min", "max"])
    assert (ages.loc["26-35"] == [26, 35]).all()
    assert ages.loc["55+", "min"] == 56
    assert customers[customers.income_bracket == "Medium"].income.between(50_000, 99_999).all()


def test_an_average_order_is_value_over_purchases(customers: pd.DataFrame) -> None:
    expected = (customers.lifetime_value / customers.total_purchases).round(2)
    assert (customers.avg_order_value - expected).abs().max() < 0.011


def test_nobody_bought_before_becoming_a_customer(customers: pd.DataFrame) -> None:
    assert (customers.last_purchase_days <= customers.tenure_months * 30).all()
