import math

import pandas as pd
import pytest

from analytics.numbers import Unit
from analytics.product_metrics import PRODUCT_METRICS, RATED, RETURNED, STARS, TRACKED, product_metric, weighted
from analytics.spread import Moment
from data.tables.products import PRODUCT


def moments(*groups: tuple[str, float, float, float, float]) -> pd.DataFrame:
    columns = ["region", Moment.N, Moment.MEAN_X, Moment.MEAN_Y, Moment.SXY]
    return pd.DataFrame(list(groups), columns=columns).assign(
        **{Moment.SXX: 0.0, Moment.SYY: 0.0, Moment.UNREPORTED: 0.0}
    )


def test_a_weighted_mean_is_made_of_moments() -> None:
    # 10 units at 2 % and 30 at 4 %: 0.2 + 1.2 = 1.4 of 40 units came back. Sxy = (−10)(−1) + 10 × 1 = 20.
    found = weighted(moments(("North", 2, 20, 3, 20)), RETURNED, TRACKED, 0.01)
    assert found.to_dict("records") == [{"region": "North", RETURNED: pytest.approx(1.4), TRACKED: 40}]
    assert product_metric("return_rate").value(found) == pytest.approx(0.035)


def test_a_group_that_reports_neither_is_left_out() -> None:
    found = weighted(moments(("North", 0, math.nan, math.nan, math.nan), ("West", 1, 8, 4.5, 0)), STARS, RATED)
    assert found.to_dict("records") == [{"region": "West", STARS: 36, RATED: 8}]


def test_metrics_are_sums_of_the_table_or_weighted() -> None:
    named = {name for known in PRODUCT_METRICS for name in known.measures}
    assert named <= {*PRODUCT.measures, RETURNED, TRACKED, STARS, RATED}
    assert [known.name for known in PRODUCT_METRICS] == list(dict.fromkeys(known.name for known in PRODUCT_METRICS))


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("sales", 400, Unit.CURRENCY),
        ("profit", 40, Unit.CURRENCY),
        ("margin", 0.1, Unit.PERCENT),
        ("units", 20, Unit.COUNT),
        ("price", 20, Unit.CURRENCY),
        ("rating", 4.5, Unit.SCORE),
    ],
)
def test_each_by_hand(name: str, value: float, unit: Unit) -> None:
    rows = pd.DataFrame(
        {"sales": [100, 300, None], "profit": [40, 0, None], "units_sold": [5, 15, None]} | {STARS: 90.0, RATED: 20.0}
    )
    known = product_metric(name)
    assert known.value(rows) == pytest.approx(value)
    assert known.unit is unit


def test_there_is_no_other_metric() -> None:
    with pytest.raises(KeyError):
        product_metric("roas")
