import pandas as pd
import pytest

from analytics.metrics import metric
from layouts.ui.certainty import certainty

CLICKS = {"clicks": [5.0, 5.0, None], "impressions": [40.0, 60.0, 1000.0], "spend": 9.0, "revenue": 1.0}


def said(name: str, rows: dict[str, object]) -> str:
    return certainty(metric(name), pd.DataFrame(rows)).replace("\u00a0", " ")


def test_a_rate_has_the_interval_of_wilson_over_the_rows_that_report_it() -> None:
    """10 of 100: (0.1 + 0.0192 ± 1.96 √(0.0009 + 0.000096)) / 1.0384, so 5.52 % to 17.44 %."""
    assert said("ctr", CLICKS) == " (95 %: 5.52 % to 17.44 %)"


@pytest.mark.parametrize("name", ["revenue", "roas", "roi"])
def test_what_is_no_share_of_a_whole_has_none(name: str) -> None:
    assert said(name, CLICKS) == ""


def test_nor_has_a_rate_of_nothing_or_above_one() -> None:
    assert said("ctr", {"clicks": [0.0], "impressions": [0.0]}) == ""
    assert said("ctr", {"clicks": [9.0], "impressions": [3.0]}) == ""
