from analytics.product_metrics import product_metric
from analytics.product_pairs import pairs
from analytics.products import CATEGORY, REGION
from tests.analytics.shelves import returned, shelf

ROWS = shelf(
    returned("A", "West", 30, 200),
    returned("A", "West", 10, 200),
    returned("A", "East", 5, 50),
    returned("B", "West", 0, 0),
)


def test_values_are_ratios_of_sums_and_few_are_not_sure() -> None:
    found = pairs(product_metric("return_rate"), ROWS, REGION, CATEGORY)
    assert found.value(("West", "A")) == 0.1
    assert found.value(("East", "A")) == 0.1
    assert found.sure == {("West", "A"): 0.1}


def test_a_pair_without_a_value_says_why() -> None:
    found = pairs(product_metric("return_rate"), ROWS, REGION, CATEGORY)
    assert found.value(("West", "B")) is None
    assert found.reason(("West", "B")) == "units_with_return_rate is 0"
    assert found.value(("East", "B")) is None
    assert found.reason(("East", "B")) == "no rows"


def test_rows_that_report_only_one_side_are_in_no_pair() -> None:
    found = pairs(product_metric("return_rate"), ROWS.assign(region=None), REGION, CATEGORY)
    assert (dict(found.values), dict(found.rows)) == ({}, {})
