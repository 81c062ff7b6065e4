import math

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.expected_profit import expected_profit
from analytics.scores import Numbers, ScoresError
from tests.analytics.scored import Columns, columns, real_leads, repeated, scored

FEW = 20
# Scores 0.9 (2 of 2 bought), 0.6 (3 of 5), 0.3 (1 of 3).
LEADS = columns([1, 1, 0, 1, 0], [0.9, 0.6, 0.6, 0.3, 0.3], [2, 3, 2, 1, 2])


def test_the_curve_by_hand() -> None:
    actual, score, weight = LEADS
    found = expected_profit(actual, score, win=100, call=50, weight=weight)
    assert found.curve.to_dict("list") == {
        "called": [0, 2, 7, 10],
        "threshold": [math.inf, 0.9, 0.6, 0.3],
        "wins": [0, 2, 5, 6],
        "profit": [0, 100, 150, 100],
        "pro_rata": [False] * 4,
    }
    assert (found.called, found.threshold, found.wins, found.profit, found.pro_rata) == (7, 0.6, 5, 150, False)


def test_a_capacity_within_one_score_is_taken_pro_rata() -> None:
    actual, score, weight = LEADS
    found = expected_profit(actual, score, win=100, call=50, capacity=4, weight=weight)
    assert found.curve["called"].tolist() == [0, 2, 4]
    assert found.curve["pro_rata"].tolist() == [False, False, True]
    assert (found.called, found.threshold, found.pro_rata) == (4, 0.6, True)
    assert (found.wins, found.profit) == pytest.approx((2 + 2 * 3 / 5, 320 - 200))
    assert found.called_low <= found.called_high == 4


def test_a_capacity_beyond_the_leads_changes_nothing() -> None:
    actual, score, weight = LEADS
    unlimited, ample, none = (
        expected_profit(actual, score, win=100, call=50, capacity=capacity, weight=weight)
        for capacity in (None, 1000, 0)
    )
    assert ample.curve.equals(unlimited.curve)
    assert ample.called == unlimited.called
    assert (none.called, none.profit, none.low, none.high) == (0, 0, 0, 0)


def test_a_call_that_costs_more_than_it_wins_is_not_made() -> None:
    found = expected_profit([1, 0], [0.9, 0.1], win=10, call=20)
    assert (found.called, found.threshold, found.profit) == (0, math.inf, 0)


def test_of_equal_profits_the_fewest_calls_are_best() -> None:
    found = expected_profit([1, 1, 0], [0.9, 0.6, 0.6], win=100, call=50)
    assert found.curve["profit"].tolist() == [0, 50, 50]
    assert found.called == 1


@given(scored(both=False), st.integers(0, 5), st.integers(0, 3), st.none() | st.integers(0, 60))
def test_no_number_of_calls_earns_more(columns: Columns, win: int, call: int, capacity: int | None) -> None:
    actual, score, _ = repeated(columns)
    expected = pd.Series(actual).groupby(score).transform("mean").to_numpy()[np.argsort(-score, kind="stable")]
    profits = np.array([0, *np.cumsum(expected * win - call)])[: None if capacity is None else capacity + 1]
    found = expected_profit(actual, score, win=win, call=call, capacity=capacity, resamples=2)
    assert found.profit == pytest.approx(profits.max(), abs=1e-9)
    assert found.profit == pytest.approx(profits[found.called], abs=1e-9)
    assert capacity is None or found.curve["called"].max() <= capacity


@given(scored(both=False))
def test_a_weight_says_what_repeated_rows_say(columns: Columns) -> None:
    (actual, score, weight), (rows, row_score, _) = columns, repeated(columns)
    at_once = expected_profit(actual, score, win=3, call=1, weight=weight, resamples=FEW)
    by_row = expected_profit(rows, row_score, win=3, call=1, resamples=FEW)
    pd.testing.assert_frame_equal(at_once.curve, by_row.curve)
    assert str(at_once) == str(by_row)


def test_the_interval_is_that_of_resampled_rows() -> None:
    generator = np.random.default_rng(1)
    score = generator.integers(0, 30, 400) / 30
    actual = (generator.random(400) < score).astype(int)
    found = expected_profit(actual, score, win=10, call=6, capacity=150, resamples=2000)
    drawn = [_top(actual[rows], score[rows], found.called) * 10 for rows in generator.integers(0, 400, (2000, 400))]
    low, high = np.percentile(drawn, [2.5, 97.5]) - found.called * 6
    assert [found.low, found.high] == pytest.approx([low, high], abs=0.05 * (high - low))


def _top(actual: npt.NDArray[np.int64], score: Numbers, called: int) -> float:
    rows = pd.DataFrame({"actual": actual, "score": score})
    rows["expected"] = rows.groupby("score")["actual"].transform("mean")
    return float(rows.sort_values("score", ascending=False)["expected"].head(called).sum())


def test_the_interval_is_the_same_each_time_and_another_with_another_seed() -> None:
    actual, score, weight = LEADS
    first, again, other = (
        expected_profit(actual, score, win=100, call=50, weight=weight * 1000, seed=seed, resamples=FEW)
        for seed in (0, 0, 1)
    )
    assert str(first) == str(again)
    assert (first.low, first.high) != (other.low, other.high)


def test_drawing_neighbours_together_leaves_the_intervals_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    generator = np.random.default_rng(2)
    score = generator.random(5000)
    actual = (generator.random(5000) < score).astype(int)
    together = expected_profit(actual, score, win=10, call=6)
    monkeypatch.setattr("analytics.expected_profit.MOST_GROUPS", 5000)
    apart = expected_profit(actual, score, win=10, call=6)
    width = apart.high - apart.low
    assert [together.low, together.high] == pytest.approx([apart.low, apart.high], abs=0.1 * width)
    assert [together.called_low, together.called_high] == pytest.approx([apart.called_low, apart.called_high], rel=0.05)


def test_more_leads_make_it_surer() -> None:
    actual, score, weight = LEADS
    few, many = (
        expected_profit(actual, score, win=100, call=50, weight=weight * times, resamples=200) for times in (10, 1000)
    )
    assert few.low < few.profit < few.high
    assert (many.high - many.low) / 1000 < 0.2 * (few.high - few.low) / 10
    assert many.called_low == pytest.approx(7000, rel=0.02)
    assert many.called_high == pytest.approx(7000, rel=0.02)


@pytest.mark.parametrize(
    ("win", "call", "capacity", "message"),
    [
        (-1, 1, None, "win: expected an amount from 0, found -1"),
        (math.nan, 1, None, "win: expected an amount from 0, found nan"),
        (1, math.inf, None, "call: expected an amount from 0, found inf"),
        (1, 1, -5, "capacity: expected a whole number from 0, found -5"),
        (1, 1, 2.5, "capacity: expected a whole number from 0, found 2.5"),
        (1, 1, math.nan, "capacity: expected a whole number from 0, found nan"),
    ],
)
def test_terms_that_are_none_are_named(win: float, call: float, capacity: float | None, message: str) -> None:
    with pytest.raises(ScoresError, match=message):
        expected_profit([1, 0], [0.9, 0.1], win=win, call=call, capacity=capacity)


@pytest.mark.parametrize(("actual", "called"), [([0, 0], 0), ([1, 1], 2)])
def test_one_class_only_has_a_profit(actual: list[int], called: int) -> None:
    found = expected_profit(actual, [0.9, 0.1], win=3, call=1)
    assert (found.called, found.profit) == (called, 2 * called)


def test_the_real_leads() -> None:
    leads = real_leads()
    actual, score = leads["actual_converted"], leads["predicted_probability"]
    found = expected_profit(actual, score, win=1000, call=600, resamples=FEW)
    called = score >= found.threshold
    assert found.called == called.sum()
    assert found.profit == 1000 * actual[called].sum() - 600 * called.sum()
