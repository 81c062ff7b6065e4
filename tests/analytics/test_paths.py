import math

import numpy as np
import pytest

from analytics.paths import Paths
from tests.analytics.journeys import journeys, timed

GIVEN = journeys(("B > A", 1, 10, 0), ("B", 2, 20, 1), ("A > A > C", 0, 0, 3))


def test_the_paths_lie_one_after_another_under_sorted_names() -> None:
    paths = Paths.of(GIVEN)
    assert paths.channels == ("A", "B", "C")
    assert paths.touches.tolist() == [1, 0, 1, 0, 0, 2]
    assert paths.touches.dtype == np.int16
    assert paths.starts.tolist() == [0, 2, 3, 6]
    assert paths.owners.tolist() == [0, 0, 1, 2, 2, 2]
    assert [paths.conversions.tolist(), paths.value.tolist(), paths.nulls.tolist()] == [
        [1, 2, 0],
        [10, 20, 0],
        [0, 1, 3],
    ]


def test_the_end_of_a_path_is_no_channel() -> None:
    paths = Paths.of(timed(journeys(("A > B > Purchase", 1, 1, 0), ("B > Exit", 0, 0, 1)), (3, 1, 0), (2, 0)))
    assert paths.channels == ("A", "B")
    assert paths.starts.tolist() == [0, 2, 3]
    assert paths.decayed is not None
    assert paths.decayed[:2].sum() == pytest.approx(1)
    assert Paths.of(journeys(("A > Exit", 1, 1, 0)), ends=()).channels == ("A", "Exit")


def test_a_half_life_halves_the_share() -> None:
    paths = Paths.of(timed(journeys(("A > B > C", 1, 0, 0)), (14, 7, 0)), half_life_days=7)
    assert paths.decayed == pytest.approx([1 / 7, 2 / 7, 4 / 7])


@pytest.mark.parametrize("days", [(2000, 1990), (1e6, 0)])
def test_a_long_time_ago_leaves_shares_of_one(days: tuple[float, float]) -> None:
    paths = Paths.of(timed(journeys(("A > B", 1, 0, 0)), days), half_life_days=1)
    assert paths.decayed is not None
    assert paths.decayed.sum() == pytest.approx(1)
    assert paths.without(["B"]).decayed == pytest.approx([1])


def test_without_times_there_are_no_shares() -> None:
    assert Paths.of(GIVEN).decayed is None
    assert Paths.of(timed(GIVEN, (1, 0), None, (2, 1, 0))).decayed is None


def test_channels_left_out_leave_their_paths_empty() -> None:
    paths = Paths.of(timed(GIVEN, (7, 0), (1,), (14, 7, 0))).without(["B", "unknown"])
    assert paths.channels == ("A", "C")
    assert paths.touches.tolist() == [0, 0, 0, 1]
    assert paths.starts.tolist() == [0, 1, 1, 4]
    assert paths.conversions.tolist() == [1, 2, 0]
    assert paths.decayed == pytest.approx([1, 1 / 7, 2 / 7, 4 / 7])
    assert paths.without(["A", "C"]).lengths.tolist() == [0, 0, 0]


def test_immediate_repeats_become_one_touch_within_a_path_only() -> None:
    paths = Paths.of(journeys(("A > A > B > A", 1, 0, 0), ("A", 1, 0, 0), ("A > A", 1, 0, 0))).collapsed()
    assert paths.touches.tolist() == [0, 1, 0, 0, 0]
    assert paths.starts.tolist() == [0, 3, 4, 5]
    assert paths.without(["A"]).collapsed().touches.tolist() == [0]


def test_whether_any_journey_did_not_convert() -> None:
    assert Paths.of(GIVEN).has_nulls
    assert not Paths.of(journeys(("A", 1, 1, 0))).has_nulls


def test_no_journeys_are_no_paths() -> None:
    paths = Paths.of(timed(GIVEN, (1, 0), (0,), (2, 1, 0)).iloc[:0])
    assert (paths.channels, paths.starts.tolist()) == ((), [0])
    assert paths.without(["A"]).collapsed().lengths.tolist() == []


@pytest.mark.parametrize("half_life", [0, -1, math.inf, math.nan])
def test_a_half_life_is_a_finite_number_above_zero(half_life: float) -> None:
    with pytest.raises(ValueError, match="half_life_days: expected a finite number above 0"):
        Paths.of(timed(journeys(("A", 1, 0, 0)), (0,)), half_life_days=half_life)
