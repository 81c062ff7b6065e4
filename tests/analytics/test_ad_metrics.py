import math

import pandas as pd
import pytest

from analytics.ad_metrics import AD_METRICS, ad_metric
from analytics.metric import Metric
from analytics.metrics import METRICS
from data.query import ROWS
from data.tables.ads import AD

FACTS = pd.DataFrame(
    {
        "day": [1, 1, 2],
        "impressions": [300.0, 100.0, 600.0],
        "reach": [200.0, 100.0, math.nan],
        "engagements": [9.0, 1.0, math.nan],
        "rows": [2.0, 1.0, 5.0],
        "spend": [10.0, 20.0, 5.0],
        "revenue": [50.0, 30.0, 20.0],
        "profit": [20.0, 5.0, math.nan],
    }
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("daily_reach", 100.0),  # (200 + 100) people over 2 + 1 rows; the third row reports none
        ("frequency", 400 / 300),
        ("engagement_rate", 10 / 400),
        ("engagements", 10.0),
        ("profit", 25.0),
        ("reported_after_spend", -5.0),
        ("margin", 25 / 80),
        ("roi_reported", -5 / 30),
    ],
)
def test_figures_by_hand(name: str, expected: float) -> None:
    assert ad_metric(name).value(FACTS) == pytest.approx(expected)


def test_reach_does_not_grow_with_the_days_in_view() -> None:
    twice = pd.concat([FACTS, FACTS])
    for name in ("daily_reach", "frequency"):
        assert ad_metric(name).value(twice) == ad_metric(name).value(FACTS)


@pytest.mark.parametrize("known", AD_METRICS, ids=lambda known: known.name)
def test_every_metric_is_of_columns_that_the_store_sums(known: Metric) -> None:
    assert set(known.measures) <= {*AD.measures, ROWS}
    assert known.name not in {other.name for other in METRICS}


@pytest.mark.parametrize("known", AD_METRICS, ids=lambda known: known.name)
def test_reach_stands_only_beside_another_sum(known: Metric) -> None:
    averaged = set(AD.measures) - set(AD.totals)
    assert not averaged & set(known.measures) or known.per


def test_those_of_every_table_are_among_them_and_others_are_a_key_error() -> None:
    assert ad_metric("roas") in METRICS
    with pytest.raises(KeyError, match="reach"):
        ad_metric("reach")
