import math

import pandas as pd
import pytest

from analytics.metrics import metric
from analytics.segments import Estimate, Segment, over_days, standing_out

CVR, ROAS = metric("cvr"), metric("roas")


def days(name: str | None, conversions: list[float], clicks: float = 100) -> pd.DataFrame:
    """A row a day of one device, which spends its clicks and earns its conversions."""
    at = pd.date_range("2024-01-01", periods=len(conversions))
    frame = pd.DataFrame({"date": at, "device": name, "clicks": float(clicks), "conversions": conversions})
    return frame.assign(spend=frame["clicks"], revenue=frame["conversions"])


def found(*frames: pd.DataFrame) -> Segment | None:
    return standing_out(pd.concat(frames, ignore_index=True), "device", [CVR])


def test_the_interval_of_a_ratio_of_sums_by_hand() -> None:
    """14 days of 1 and 3 on 10: R = 0.2, each residual 1, so ± 1.959964 √(14/13 × 14) / 140 = ± 0.05436."""
    estimate = over_days(pd.Series([1.0, 3.0] * 7), pd.Series([10.0] * 14))
    assert estimate.value == pytest.approx(0.2)
    assert (estimate.low, estimate.high) == pytest.approx((0.145640, 0.254360), abs=1e-6)


@pytest.mark.parametrize("pers", [[10.0] * 13, [10.0] * 13 + [0.0], [0.0] * 14])
def test_few_days_or_no_denominator_give_no_interval(pers: list[float]) -> None:
    estimate = over_days(pd.Series([1.0] * len(pers)), pd.Series(pers))
    assert math.isnan(estimate.low)
    assert math.isnan(estimate.high)


def test_the_member_furthest_from_the_others_beyond_both_intervals() -> None:
    """Desktop 6 %; the others 3 % and 3.2 %, so 3.1 % together: 93.5 % above. It has a third of the clicks."""
    told = found(days("Desktop", [5.0, 7.0] * 10), days("Mobile", [2.0, 4.0] * 10), days("Tablet", [3.2] * 20))
    assert told is not None
    assert (told.name, told.metric) == ("Desktop", CVR)
    assert (told.own.value, told.others.value) == pytest.approx((0.06, 0.031))
    assert (told.gap, told.part) == pytest.approx((0.06 / 0.031 - 1, 1 / 3))


def test_days_that_differ_as_much_as_the_members_tell_nothing() -> None:
    assert found(days("Desktop", [0.0, 12.0] * 7), days("Mobile", [0.0, 6.0] * 7)) is None


def test_a_gap_of_less_than_a_fifth_tells_nothing() -> None:
    assert found(days("Desktop", [3.5] * 20), days("Mobile", [3.0] * 20)) is None
    assert found(days("Desktop", [3.7] * 20), days("Mobile", [3.0] * 20)) is not None


def test_a_member_with_little_of_the_denominator_tells_nothing_and_is_no_measure_of_the_other() -> None:
    assert found(days("Desktop", [3.0] * 20), days("Tablet", [2.0] * 20, clicks=5)) is None


def test_one_member_none_and_rows_without_one_tell_nothing() -> None:
    assert found(days("Desktop", [3.0] * 20)) is None
    assert found(days("Desktop", [3.0] * 20), days(None, [9.0] * 20)) is None
    assert found(days("Desktop", [])) is None


def test_what_earned_nothing_is_no_base_for_a_gap() -> None:
    nothing, some = Estimate(0, 0, 0), Estimate(1, 1, 1)
    assert not Segment("A", ROAS, some, nothing, 0.5).apart
    assert Segment("A", ROAS, nothing, some, 0.5).apart
