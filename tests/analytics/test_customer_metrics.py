import pytest

from analytics.customer_metrics import CUSTOMER_METRICS, customer_metric
from tests.analytics.people import people

# Worked by hand from the rows of tests/analytics/people.py.
VALUES = {
    "customers": 510,
    "ltv": 1_200_000 / 510,
    "order_value": 1_200_000 / 670,
    "nps": 100 * (210 - 260) / 510,
    "churn": 110 / 510,
    "satisfaction": 1815 / 510,
}


@pytest.mark.parametrize("name", VALUES)
def test_each_is_the_ratio_of_its_sums(name: str) -> None:
    assert customer_metric(name).value(people().now) == pytest.approx(VALUES[name])


def test_rates_of_few_customers_are_not_ranked() -> None:
    ranked = customer_metric("churn").ranked(people().now, ["customer_segment"])
    assert ranked.to_dict() == {"Loyal": True, "New": True, "Tiny": False}


def test_names_are_their_own_and_an_unknown_one_is_an_error() -> None:
    assert len({known.name for known in CUSTOMER_METRICS}) == len(CUSTOMER_METRICS) == len(VALUES)
    with pytest.raises(KeyError):
        customer_metric("wealth")
