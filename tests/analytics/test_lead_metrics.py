import pandas as pd
import pytest

from analytics.lead_metrics import LEAD_METRICS, lead_metric
from analytics.operating_points import operating_points
from tests.analytics.leadrows import leads


@pytest.mark.parametrize("name", ["accuracy", "precision", "recall", "specificity", "f1"])
def test_a_rate_is_what_its_formula_in_the_catalogue_says(name: str) -> None:
    points = operating_points(**leads().columns, thresholds=[0.5])
    assert lead_metric(name).value(points) == points[name].iloc[0]


def test_the_base_rate_is_buyers_of_leads_and_ranked_from_a_hundred_on() -> None:
    base = lead_metric("base_rate")
    assert base.value(pd.DataFrame({"buyers": [30.0], "rows": [40.0]})) == 0.75
    assert base.fewest == 100


def test_no_name_is_given_twice() -> None:
    assert len({known.name for known in LEAD_METRICS}) == len(LEAD_METRICS)
