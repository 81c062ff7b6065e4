import math

import pytest

from analytics.classifier import Reproduction
from analytics.lead_thresholds import Terms, as_supplied, at, nearest, thresholds
from tests.analytics.leadrows import leads


def test_what_a_threshold_does_worked_by_hand() -> None:
    row = at(thresholds(leads(), Terms(call=1, win=3)), 0.5)
    assert [row[name] for name in ("tp", "fp", "fn", "tn", "called")] == [3, 1, 1, 3, 4]
    assert (row["share_called"], row["false_alarms"], row["profit"]) == (0.5, 0.25, 3 * 3 - 4)


def test_more_calls_than_can_be_made_earn_no_profit() -> None:
    points = thresholds(leads(), Terms(call=1, win=3, capacity=3))
    assert at(points, 0.7)["profit"] == 2 * 3 - 3
    assert math.isnan(at(points, 0.6)["profit"])


@pytest.mark.parametrize(
    ("exact", "step"), [(0.6837, 0.68), (0.0, 0.0), (0.999, 1.0), (math.inf, None), (math.nan, None)]
)
def test_the_step_next_to_a_threshold(exact: float, step: float | None) -> None:
    assert nearest(exact) == step


@pytest.mark.parametrize(
    ("found", "step"),
    [
        (Reproduction(0.4999, 0.5005, 0, 9), 0.5),
        (Reproduction(0.401, 0.409, 0, 9), None),
        (Reproduction(0.4, 0.6, 1, 9), None),
        (None, None),
    ],
)
def test_the_lowest_step_that_gives_the_supplied_class(found: Reproduction | None, step: float | None) -> None:
    assert as_supplied(found) == step
