import math

import pytest

from analytics.geography_metrics import STATE_METRICS, state_metric
from analytics.metric import Metric
from tests.analytics.states import NOT_REPORTED, Row, facts, state

OWN = {"penetration": 0.25, "growth": -0.037, "satisfaction": 4.3, "delivery": 5.2}
LARGE = state("A", total_revenue=220.0, total_customers=300.0, yoy_growth=10.0, market_penetration=30.0) | {
    "customer_satisfaction": 4.0
}
SMALL = state("B", total_revenue=80.0, total_customers=100.0, yoy_growth=-20.0, market_penetration=5.0) | {
    "customer_satisfaction": 3.0
}


def given(**changes: object) -> Row:
    rates = {"market_penetration": 25.0, "yoy_growth": -3.7, "customer_satisfaction": 4.3, "avg_delivery_days": 5.2}
    return state("A", **{**rates, **changes})


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("silent", [{}, {"total_customers": 0.0, "total_revenue": 0.0}])
def test_a_state_keeps_what_the_file_gives_of_it_also_without_a_weight(name: str, silent: Row) -> None:
    assert state_metric(name).value(facts(given(**silent)).now) == pytest.approx(OWN[name])
    unknown = given(total_customers=NOT_REPORTED, total_revenue=NOT_REPORTED)
    assert state_metric(name).value(facts(unknown).now) == pytest.approx(OWN[name])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("state_revenue", 300),
        ("customers", 400),
        ("revenue_per_customer", 0.75),
        # 220 of 200 and 80 of 100: 300 of 300. The mean of the rates would be −5 %, weighted by revenue 2 %.
        ("growth", 0),
        # 300 of 1,000 and 100 of 2,000: 400 of 3,000.
        ("penetration", 400 / 3000),
        # (300 × 4 + 100 × 3) / 400.
        ("satisfaction", 3.75),
    ],
)
def test_several_states_are_ratios_of_sums_by_hand(name: str, expected: float) -> None:
    assert state_metric(name).value(facts(LARGE, SMALL).now) == pytest.approx(expected)


def test_a_state_without_customers_weighs_nothing_beside_others() -> None:
    empty = state("C", total_customers=0.0, total_revenue=0.0, customer_satisfaction=1.0, yoy_growth=900.0)
    for name in OWN:
        with_it, alone = (state_metric(name).value(facts(*rows).now) for rows in ((LARGE, empty), (LARGE,)))
        assert with_it == pytest.approx(alone)


@pytest.mark.parametrize(
    ("rate", "name", "given", "expected"),
    [
        ("market_penetration", "penetration", 0.0, 0),
        ("yoy_growth", "growth", -100.0, -1),
        ("yoy_growth", "growth", -120.0, -1.2),
        ("yoy_growth", "growth", 900.0, 9),
    ],
)
def test_rates_at_their_ends_stay_what_they_are(rate: str, name: str, given: float, expected: float) -> None:
    assert state_metric(name).value(facts(state("A", **{rate: given})).now) == pytest.approx(expected)


@pytest.mark.parametrize("known", STATE_METRICS, ids=lambda known: known.name)
def test_what_is_not_reported_is_no_number_and_says_why(known: Metric) -> None:
    blank = dict.fromkeys(("total_customers", "total_revenue", "store_count", "market_penetration"), NOT_REPORTED)
    blank |= dict.fromkeys(("yoy_growth", "customer_satisfaction", "avg_delivery_days"), NOT_REPORTED)
    rows = facts(state("A", **blank)).now
    assert math.isnan(known.value(rows))
    assert "not reported" in known.reason(rows)
